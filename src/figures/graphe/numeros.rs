//! Where the numbers of the edges stand.
//!
//! In: the lines, and what they may not stand on. Out: a box on each line, none on another, nor on a
//! node or a name; and on as few foreign lines as may be.

use super::segments::{distance, longueur, point_a, segments, traverse};
use super::texte::Style;
use super::{Boite, Graphe, MM, Point};
use crate::font::Fonts;

/// The height of a number, also its least width; the width of the sign of a tool beside it.
const HAUTEUR: f64 = 4.6 * MM;
/// What is kept free before the first point, and for the head at the last.
const DEPART: f64 = 1.2 * MM;
const ARRIVEE: f64 = 4.0 * MM;
/// Between two numbers; between a number and what is not its line.
const ECART: f64 = 0.6 * MM;
const PAS: f64 = 1.2 * MM;

/// What came of it.
pub(super) struct Bilan {
    /// How many numbers stand on another thing.
    pub conflits: usize,
    /// How much foreign lines run under numbers.
    pub gene: f64,
}

/// A place of a number, and what it costs whatever the others do.
struct Candidat {
    boite: Boite,
    cout: f64,
    bloque: bool,
}

pub(super) fn pastilles(
    graphe: &Graphe,
    lignes: &[Vec<Point>],
    obstacles: &[Boite],
    fonts: &Fonts,
) -> (Vec<Boite>, Bilan) {
    const ROUNDS: usize = 40;
    let candidats: Vec<Vec<Candidat>> =
        (0..lignes.len()).map(|e| candidats(lignes, e, largeur(graphe, e, fonts), obstacles)).collect();
    // What a number has met so often weighs more and more, so that one of the two gives way.
    let mut poids = vec![1.0; lignes.len()];
    let mut choix: Vec<usize> = candidats.iter().map(|all| lowest(all, |candidat| candidat.cout)).collect();
    let place =
        |choix: &[usize], e: usize| candidats[e].get(choix[e]).map_or_else(Boite::default, |c| c.boite);
    for _ in 0..ROUNDS {
        let mut moved = false;
        for e in 0..lignes.len() {
            let cout = |candidat: &Candidat| {
                let near = candidat.boite.elargie(ECART);
                let met = (0..lignes.len()).filter(|o| *o != e && place(&choix, *o).touche(&near));
                candidat.cout + met.map(|o| 100.0 * poids[o]).sum::<f64>()
            };
            let chosen = lowest(&candidats[e], cout);
            if chosen != choix[e] {
                choix[e] = chosen;
                moved = true;
            }
        }
        let mut free = true;
        for (e, poids) in poids.iter_mut().enumerate() {
            let near = place(&choix, e).elargie(ECART);
            if (0..lignes.len()).any(|o| o != e && place(&choix, o).touche(&near)) {
                *poids += 1.0;
                free = false;
            }
        }
        if free && !moved {
            break;
        }
    }
    let boites: Vec<Boite> = (0..lignes.len()).map(|e| place(&choix, e)).collect();
    let on_another = |e: &usize| {
        let near = boites[*e].elargie(ECART * 0.9);
        let blocked = candidats[*e].get(choix[*e]).is_none_or(|candidat| candidat.bloque);
        blocked || (0..boites.len()).any(|o| o != *e && boites[o].touche(&near))
    };
    let conflits = (0..boites.len()).filter(on_another).count();
    let gene =
        (0..boites.len()).filter_map(|e| candidats[e].get(choix[e])).map(|candidat| candidat.cout).sum();
    (boites, Bilan { conflits, gene })
}

fn largeur(graphe: &Graphe, e: usize, fonts: &Fonts) -> f64 {
    let arete = &graphe.aretes[e];
    let number = Style::mention(fonts).largeur(&arete.numero.to_string()) + 1.6 * MM;
    number.max(HAUTEUR) + if arete.outil { HAUTEUR } else { 0.0 }
}

fn lowest(all: &[Candidat], cout: impl Fn(&Candidat) -> f64) -> usize {
    let mut best = (f64::MAX, 0);
    for (i, candidat) in all.iter().enumerate() {
        let cout = cout(candidat);
        if cout < best.0 - 1e-9 {
            best = (cout, i);
        }
    }
    best.1
}

/// The places along a line, near its middle first.
fn candidats(lignes: &[Vec<Point>], e: usize, large: f64, obstacles: &[Boite]) -> Vec<Candidat> {
    let ligne = &lignes[e];
    let length = longueur(ligne);
    let wished = length * 0.46;
    let count = (length / PAS).floor() as usize;
    let mut found: Vec<(f64, Candidat)> = Vec::new();
    for i in 0..=count {
        // From the wished place outwards, both ways in turn.
        let away = i.div_ceil(2) as f64 * PAS;
        for at in if i % 2 == 0 { [wished + away] } else { [wished - away] } {
            if at <= 0.0 || at >= length {
                continue;
            }
            let p = point_a(ligne, at);
            let boite =
                Boite { x: p.x - large / 2.0, y: p.y - HAUTEUR / 2.0, largeur: large, hauteur: HAUTEUR };
            let (start, end) = (ligne.first().copied().unwrap_or(p), ligne.last().copied().unwrap_or(p));
            let head = boite.elargie(ARRIVEE / 2.0);
            let bloque = obstacles.iter().any(|o| o.touche(&boite.elargie(0.4 * MM)))
                || inside(&boite.elargie(DEPART), start)
                || inside(&head, end)
                || distance(p, end) < ARRIVEE;
            let under = lignes.iter().enumerate().filter(|(other, _)| *other != e);
            let near = boite.elargie(0.5 * MM);
            let under =
                under.filter(|(_, other)| segments(other).any(|segment| traverse(segment, &near))).count();
            let cout =
                6.0 * under as f64 + (at - wished).abs() / (8.0 * MM) + if bloque { 1000.0 } else { 0.0 };
            found.push((away, Candidat { boite, cout, bloque }));
        }
    }
    found.into_iter().map(|(_, candidat)| candidat).collect()
}

fn inside(boite: &Boite, p: Point) -> bool {
    boite.x < p.x && p.x < boite.droite() && boite.y < p.y && p.y < boite.bas()
}
