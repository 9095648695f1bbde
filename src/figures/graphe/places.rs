//! Where everything of an order stands.
//!
//! In: a graph, an order, a sheet, how much room between things. Out: the columns from left to right,
//! the height of each thing in its column such that edges are as level as they can be, and the points
//! where edges leave and reach nodes.

mod cotes;
mod fonds;
mod hauteurs;
mod ports;

pub(super) use cotes::Chemin;

use super::ordre::{Objet, Ordre};
use super::texte::{self, PAS_NOM, PAS_PETIT, Style};
use super::{Boite, Feuille, Graphe, MM, Point};
use crate::font::Fonts;
use cotes::{Cote, Tour, sides};

/// Around the nodes of a group; above and below the words of a node; beside them.
const BORD: f64 = 3.0 * MM;
const MARGE_HAUTE: f64 = 2.2 * MM;
const MARGE_COTE: f64 = 1.8 * MM;
/// The least and the most width of a node; the least and the most room between columns.
const NOEUD: (f64, f64) = (28.0 * MM, 36.0 * MM);
const CANAL: (f64, f64) = (20.0 * MM, 44.0 * MM);
/// The least height of a node.
const HAUTEUR: f64 = 12.0 * MM;
/// The least and the usual room between two edges on one side of a node.
const PORT: (f64, f64) = (3.4 * MM, 5.6 * MM);
/// Where the first way round runs beside a column, and each further one.
const DETOUR: (f64, f64) = (7.0 * MM, 5.4 * MM);
/// A group name above its ground: the gap below it.
const SOUS_TITRE: f64 = 1.2 * MM;

/// The places of one try.
pub(super) struct Places<'a> {
    pub largeur: f64,
    pub hauteur: f64,
    /// The left of the nodes of each column, and how wide they all are.
    pub colonnes: Vec<f64>,
    pub large: f64,
    /// The middle of each thing in each column.
    pub ys: Vec<Vec<f64>>,
    pub chemins: Vec<Chemin>,
    /// Of each edge, where it leaves and where it arrives.
    pub bouts: Vec<(Point, Point)>,
    ordre: &'a Ordre,
    fonts: &'a Fonts,
    cotes: Vec<(Cote, Cote)>,
    /// From the middle of the node, along its side.
    decalages: Vec<(f64, f64)>,
    textes: Vec<Texte>,
    titres: Vec<Vec<String>>,
    espacement: f64,
}

struct Texte {
    nom: Vec<String>,
    precision: Vec<String>,
    alerte: Vec<String>,
    usager: bool,
    hauteur: f64,
}

impl<'a> Places<'a> {
    pub(super) fn new(
        graphe: &Graphe,
        ordre: &'a Ordre,
        fonts: &'a Fonts,
        feuille: &Feuille,
        espacement: f64,
    ) -> Self {
        let (detours, cotes) = sides(ordre);
        let mut places = Self {
            largeur: 0.0,
            hauteur: 0.0,
            colonnes: Vec::new(),
            large: 0.0,
            ys: Vec::new(),
            chemins: vec![Chemin::Travers; ordre.bouts.len()],
            bouts: vec![<(Point, Point)>::default(); ordre.bouts.len()],
            ordre,
            fonts,
            cotes,
            decalages: vec![(0.0, 0.0); ordre.bouts.len()],
            textes: Vec::new(),
            titres: Vec::new(),
            espacement,
        };
        places.set_columns(graphe, feuille, &detours);
        places.set_texts(graphe);
        places.set_heights();
        places.set_ends();
        places
    }

    /// The columns from left to right, as wide as the sheet allows, and the ways round.
    fn set_columns(&mut self, graphe: &Graphe, feuille: &Feuille, detours: &[Option<Tour>]) {
        let count = self.ordre.colonnes.len();
        let tracks = |gap: usize| {
            // Gap g is on the left of column g.
            let of = |c: usize, right: bool| {
                let own = |e: &usize| self.ordre.etendue(*e) == (c, c);
                let used = (0..detours.len()).filter(own).filter_map(|e| detours[e]);
                used.filter(|(side, _)| *side == right).map(|(_, track)| track + 1).max().unwrap_or(0)
            };
            let (left, right) =
                (if gap > 0 { of(gap - 1, true) } else { 0 }, if gap < count { of(gap, false) } else { 0 });
            left + right
        };
        let room = |gap: usize| match tracks(gap) {
            0 => 0.0,
            n => DETOUR.0 + (n - 1) as f64 * DETOUR.1 + 5.4 * MM,
        };
        let inner: Vec<f64> = (1..count)
            .map(|gap| {
                (CANAL.0 * self.espacement.min(1.6)).max(if tracks(gap) > 0 {
                    room(gap) + 8.0 * MM
                } else {
                    0.0
                })
            })
            .collect();
        let edges = (BORD.max(room(0)), BORD.max(room(count)));
        let words = graphe.noeuds.iter().flat_map(|noeud| noeud.nom.split_whitespace());
        let longest =
            words.map(|mot| Style::nom(self.fonts).largeur(mot)).fold(0.0, f64::max) + 2.0 * MARGE_COTE;
        let least = longest.clamp(NOEUD.0, NOEUD.1);
        let free = feuille.largeur - edges.0 - edges.1 - inner.iter().sum::<f64>();
        self.large = (free / count.max(1) as f64).clamp(least, NOEUD.1);
        let spare = (free - self.large * count as f64).max(0.0) / (inner.len().max(1)) as f64;
        let mut x = edges.0;
        for c in 0..count {
            self.colonnes.push(x);
            x += self.large;
            if let Some(gap) = inner.get(c) {
                x += gap + spare.min((CANAL.1 - gap).max(0.0));
            }
        }
        self.largeur = x + edges.1;
        for (e, detour) in detours.iter().enumerate() {
            let c = self.ordre.etendue(e).0;
            self.chemins[e] = match detour {
                Some((right, track)) => {
                    let away = DETOUR.0 + *track as f64 * DETOUR.1;
                    Chemin::Detour(if *right {
                        self.colonnes[c] + self.large + away
                    } else {
                        self.colonnes[c] - away
                    })
                }
                None if self.ordre.etendue(e) == (c, c) => Chemin::Droit,
                None => Chemin::Travers,
            };
        }
    }

    /// The lines of words, and the height that they and the edges of a node need.
    fn set_texts(&mut self, graphe: &Graphe) {
        for (n, noeud) in graphe.noeuds.iter().enumerate() {
            let inner = self.large - 2.0 * MARGE_COTE;
            let nom = texte::lignes(&noeud.nom, Style::nom(self.fonts), inner);
            let precision = texte::lignes(&noeud.precision, Style::precision(self.fonts), inner);
            let alerte = noeud
                .alerte
                .as_deref()
                .map_or_else(Vec::new, |alerte| texte::lignes(alerte, Style::mention(self.fonts), inner));
            let words = nom.len() as f64 * PAS_NOM + (precision.len() + alerte.len()) as f64 * PAS_PETIT;
            let ports = [Cote::Gauche, Cote::Droite].map(|cote| self.ports(n, cote).len()).into_iter().max();
            let ports = ports.unwrap_or(0).saturating_sub(1) as f64 * (PORT.0 * self.espacement).min(PORT.1)
                + 4.6 * MM;
            let hauteur = (words + 2.0 * MARGE_HAUTE).max(HAUTEUR).max(ports);
            self.textes.push(Texte { nom, precision, alerte, usager: noeud.usager, hauteur });
        }
        for (g, groupe) in graphe.groupes.iter().enumerate() {
            let ground = self.large + 2.0 * BORD;
            let place = if self.traversed(g) { ground * 0.42 } else { ground };
            self.titres.push(texte::lignes(&groupe.nom, Style::mention(self.fonts), place));
        }
    }

    /// Whether an edge runs up or down past the name of a group.
    fn traversed(&self, groupe: usize) -> bool {
        let straight = |e: &usize| self.chemins[*e] == Chemin::Droit;
        (0..self.chemins.len()).filter(straight).any(|e| {
            let (a, b) = self.ordre.bouts[e];
            let low = if self.ordre.rang(a) > self.ordre.rang(b) { a } else { b };
            let high = if low == a { b } else { a };
            self.ordre.groupe_de[low] == groupe && self.ordre.groupe_de[high] != groupe
        })
    }

    fn height(&self, objet: Objet) -> f64 {
        match objet {
            Objet::Noeud(n) => self.textes[n].hauteur,
            Objet::Passage(_) => 0.0,
        }
    }

    fn title_height(&self, groupe: usize) -> f64 {
        self.titres[groupe].len() as f64 * PAS_PETIT + SOUS_TITRE
    }

    /// The height of the node or the passage of an edge in a column.
    pub(super) fn y(&self, e: usize, c: usize) -> f64 {
        let (de, vers) = self.ordre.bouts[e];
        let own = |objet: &Objet| match objet {
            Objet::Noeud(n) => *n == de || *n == vers,
            Objet::Passage(passing) => *passing == e,
        };
        self.ordre.colonnes[c].iter().position(own).map_or(0.0, |rang| self.ys[c][rang])
    }

    /// How far from the middle of its node the edge stands in that column.
    fn offset(&self, e: usize, c: usize) -> f64 {
        let (de, vers) = self.ordre.bouts[e];
        if self.ordre.colonne_de[de] == c {
            self.decalages[e].0
        } else if self.ordre.colonne_de[vers] == c {
            self.decalages[e].1
        } else {
            0.0
        }
    }

    pub(super) fn node_y(&self, n: usize) -> f64 {
        self.ys[self.ordre.colonne_de[n]][self.ordre.rang(n)]
    }

    pub(super) fn boite(&self, n: usize) -> Boite {
        let hauteur = self.textes[n].hauteur;
        let x = self.colonnes[self.ordre.colonne_de[n]];
        Boite { x, y: self.node_y(n) - hauteur / 2.0, largeur: self.large, hauteur }
    }

    fn rayon(&self, n: usize) -> f64 {
        if self.textes[n].usager { (self.textes[n].hauteur / 2.0).min(6.0 * MM) } else { 0.6 * MM }
    }
}
