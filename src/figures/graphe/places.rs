//! Where everything of an order stands.
//!
//! In: a graph, an order, a sheet, how much room between things. Out: the columns from left to right,
//! the height of each thing in its column such that edges are as level as they can be, and the points
//! where edges leave and reach nodes.

use super::ordre::{Objet, Ordre};
use super::texte::{self, NOM, PAS_NOM, PAS_PETIT, PETIT};
use super::{Boite, Carte, Feuille, Fond, Graphe, MM, Point};

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

/// On which side of a node an edge stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cote {
    Gauche,
    Droite,
    Haut,
    Bas,
}

/// How an edge runs.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Chemin {
    /// From column to column.
    Travers,
    /// Up or down between two neighbours.
    Droit,
    /// Round what stands between, at this x.
    Detour(f64),
}

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
    pub(super) fn new(graphe: &Graphe, ordre: &'a Ordre, feuille: &Feuille, espacement: f64) -> Self {
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
    fn set_columns(&mut self, graphe: &Graphe, feuille: &Feuille, detours: &[Option<(bool, usize)>]) {
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
        let longest = words.map(|mot| texte::largeur(mot, NOM, true)).fold(0.0, f64::max) + 2.0 * MARGE_COTE;
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
            let nom = texte::lignes(&noeud.nom, NOM, true, inner);
            let precision = texte::lignes(&noeud.precision, PETIT, false, inner);
            let alerte = noeud
                .alerte
                .as_deref()
                .map_or_else(Vec::new, |alerte| texte::lignes(alerte, PETIT, true, inner));
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
            self.titres.push(texte::lignes(&groupe.nom, PETIT, true, place));
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

    /// The edges on a side of a node, as (edge, whether it leaves).
    fn ports(&self, noeud: usize, cote: Cote) -> Vec<(usize, bool)> {
        let mut ports = Vec::new();
        for (e, (de, vers)) in self.ordre.bouts.iter().enumerate() {
            if *de == noeud && self.cotes[e].0 == cote {
                ports.push((e, true));
            }
            if *vers == noeud && self.cotes[e].1 == cote {
                ports.push((e, false));
            }
        }
        ports
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

    /// What is above the first thing of a column, and below the last.
    fn ends(&self, colonne: &[Objet]) -> (f64, f64) {
        let above = match colonne.first() {
            Some(Objet::Noeud(n)) => {
                self.title_height(self.ordre.groupe_de[*n]) + BORD + self.textes[*n].hauteur / 2.0
            }
            _ => 3.0 * MM,
        };
        let below = match colonne.last() {
            Some(Objet::Noeud(n)) => BORD + self.textes[*n].hauteur / 2.0,
            _ => 3.0 * MM,
        };
        (above, below)
    }

    /// The least distance between the middles of the things of a column that follow each other.
    fn separations(&self, c: usize) -> Vec<f64> {
        let colonne = &self.ordre.colonnes[c];
        let e = self.espacement;
        let mut gaps: Vec<f64> = colonne.windows(2).map(|pair| self.gap(colonne, pair, e)).collect();
        // Room for the numbers of edges between neighbours, three a row.
        let nodes: Vec<usize> =
            (0..colonne.len()).filter(|rang| matches!(colonne[*rang], Objet::Noeud(_))).collect();
        for pair in nodes.windows(2) {
            let (Objet::Noeud(a), Objet::Noeud(b)) = (colonne[pair[0]], colonne[pair[1]]) else { continue };
            let between = self.straight_between(a, b);
            if between > 0 {
                let same = self.ordre.groupe_de[a] == self.ordre.groupe_de[b];
                let title = if same { 0.0 } else { self.title_height(self.ordre.groupe_de[b]) + BORD };
                let need = (7.0 * MM + 6.0 * MM * (between as f64 / 3.0).ceil()) * e + title;
                let count = (pair[1] - pair[0]) as f64;
                for gap in &mut gaps[pair[0]..pair[1]] {
                    *gap = gap.max(need / count);
                }
            }
        }
        let halves = colonne.windows(2).map(|pair| (self.height(pair[0]) + self.height(pair[1])) / 2.0);
        halves.zip(gaps).map(|(half, gap)| half + gap).collect()
    }

    fn straight_between(&self, a: usize, b: usize) -> usize {
        let joins = |e: &usize| {
            let bouts = self.ordre.bouts[*e];
            self.chemins[*e] == Chemin::Droit && (bouts == (a, b) || bouts == (b, a))
        };
        (0..self.chemins.len()).filter(joins).count()
    }

    /// The room between two things, from edge to edge.
    fn gap(&self, colonne: &[Objet], pair: &[Objet], e: f64) -> f64 {
        let [above, below] = pair else { return 0.0 };
        let group_above = |at: usize| {
            colonne.iter().take(at).rev().find_map(|objet| match objet {
                Objet::Noeud(n) => Some(self.ordre.groupe_de[*n]),
                Objet::Passage(_) => None,
            })
        };
        match (above, below) {
            (Objet::Noeud(a), Objet::Noeud(b)) if self.ordre.groupe_de[*a] == self.ordre.groupe_de[*b] => {
                6.0 * MM * e
            }
            (Objet::Noeud(_), Objet::Noeud(b)) => {
                BORD * 2.0 + 2.6 * MM * e + self.title_height(self.ordre.groupe_de[*b])
            }
            (Objet::Noeud(_), Objet::Passage(_)) => BORD + 2.6 * MM * e,
            (Objet::Passage(_), Objet::Noeud(b)) => {
                let at = colonne.iter().position(|objet| objet == below).unwrap_or(0);
                let own = self.ordre.groupe_de[*b];
                let inside = group_above(at) == Some(own);
                BORD + 2.6 * MM * e + if inside { 0.0 } else { self.title_height(own) }
            }
            (Objet::Passage(_), Objet::Passage(_)) => 5.6 * MM * e,
        }
    }

    /// The heights: packed first, then each column moved to where its edges are level, again and again.
    fn set_heights(&mut self) {
        const ROUNDS: usize = 4;
        const SWEEPS: usize = 12;
        let separations: Vec<Vec<f64>> =
            (0..self.ordre.colonnes.len()).map(|c| self.separations(c)).collect();
        let ends: Vec<(f64, f64)> = self.ordre.colonnes.iter().map(|colonne| self.ends(colonne)).collect();
        let need =
            ends.iter().zip(&separations).map(|((above, below), s)| above + s.iter().sum::<f64>() + below);
        self.hauteur = need.fold(0.0, f64::max);
        for ((above, below), separations) in ends.iter().zip(&separations) {
            let spare = self.hauteur - above - below - separations.iter().sum::<f64>();
            let step = spare / (separations.len() + 1) as f64;
            let mut y = above + step / 2.0;
            let mut column = vec![y];
            for s in separations {
                y += s + step;
                column.push(y);
            }
            self.ys.push(column);
        }
        for _ in 0..ROUNDS {
            self.set_ports();
            for sweep in 0..SWEEPS {
                for i in 0..self.ys.len() {
                    let c = if sweep % 2 == 0 { i } else { self.ys.len() - 1 - i };
                    let wishes = self.wishes(c);
                    let bounds = (ends[c].0, self.hauteur - ends[c].1);
                    self.ys[c] = level(&wishes, &separations[c], bounds);
                }
            }
        }
        self.set_ports();
    }

    /// Where each thing of a column would stand, and how much it wants to.
    fn wishes(&self, c: usize) -> Vec<(f64, f64)> {
        let colonne = &self.ordre.colonnes[c];
        let mut wishes: Vec<(f64, f64)> = self.ys[c].iter().map(|y| (0.02 * y, 0.02)).collect();
        let mut add = |rang: usize, wish: f64, weight: f64| {
            wishes[rang].0 += wish * weight;
            wishes[rang].1 += weight;
        };
        for e in 0..self.chemins.len() {
            let (a, b) = self.ordre.etendue(e);
            if a == b || c < a || c > b {
                continue;
            }
            let own = |objet: &Objet| match objet {
                Objet::Noeud(n) => self.ordre.bouts[e].0 == *n || self.ordre.bouts[e].1 == *n,
                Objet::Passage(passing) => *passing == e,
            };
            let Some(rang) = colonne.iter().position(own) else { continue };
            let here = self.offset(e, c);
            for other in [c.checked_sub(1), Some(c + 1)].into_iter().flatten().filter(|o| (a..=b).contains(o))
            {
                let passages = usize::from(c > a && c < b) + usize::from(other > a && other < b);
                let weight = [1.0, 2.0, 6.0][passages];
                add(rang, self.y(e, other) + self.offset(e, other) - here, weight);
            }
        }
        wishes.into_iter().map(|(sum, weight)| (sum / weight, weight)).collect()
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

    /// The places of edges along the sides of nodes, in the order of where they lead.
    fn set_ports(&mut self) {
        for n in 0..self.textes.len() {
            for cote in [Cote::Gauche, Cote::Droite] {
                let ports = self.ports(n, cote);
                let mut keyed: Vec<(f64, usize, bool)> =
                    ports.iter().map(|(e, leaves)| (self.towards(n, *e, cote), *e, *leaves)).collect();
                keyed.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
                let usable = self.textes[n].hauteur - 4.4 * MM;
                self.spread(&keyed, usable, PORT.1, 0.0);
            }
            for cote in [Cote::Haut, Cote::Bas] {
                let ports = self.ports(n, cote);
                let keyed: Vec<(f64, usize, bool)> =
                    ports.iter().map(|(e, leaves)| (0.0, *e, *leaves)).collect();
                let Some((_, e, _)) = keyed.first() else { continue };
                let (de, vers) = self.ordre.bouts[*e];
                let (usable, shift) = self.clear_width(de, vers);
                self.spread(&keyed, usable, 11.0 * MM, shift);
            }
        }
    }

    /// Along the facing sides of two neighbours: how wide edges may stand, and around where.
    fn clear_width(&self, a: usize, b: usize) -> (f64, f64) {
        let usable = self.large - 11.0 * MM;
        let low = if self.ordre.rang(a) > self.ordre.rang(b) { a } else { b };
        let high = if low == a { b } else { a };
        let groupe = self.ordre.groupe_de[low];
        if groupe == self.ordre.groupe_de[high] {
            return if self.textes[low].alerte.is_empty() {
                (usable, 0.0)
            } else {
                (usable - 4.0 * MM, -2.0 * MM)
            };
        }
        let title =
            self.titres[groupe].iter().map(|ligne| texte::largeur(ligne, PETIT, true)).fold(0.0, f64::max);
        let start = title - BORD + 2.0 * MM;
        let end = self.large - 5.5 * MM;
        ((end - start).max(0.0), (start + end) / 2.0 - self.large / 2.0)
    }

    fn spread(&mut self, keyed: &[(f64, usize, bool)], usable: f64, step: f64, shift: f64) {
        let gaps = keyed.len().saturating_sub(1) as f64;
        let step = if gaps > 0.0 { step.min(usable / gaps) } else { 0.0 };
        for (i, (_, e, leaves)) in keyed.iter().enumerate() {
            let place = shift + (i as f64 - gaps / 2.0) * step;
            if *leaves { self.decalages[*e].0 = place } else { self.decalages[*e].1 = place }
        }
    }

    /// Where an edge on a side of a node leads: the smaller, the higher it stands.
    fn towards(&self, n: usize, e: usize, cote: Cote) -> f64 {
        const FAR: f64 = 1e6;
        let (de, vers) = self.ordre.bouts[e];
        let other = if de == n { vers } else { de };
        let c = self.ordre.colonne_de[n];
        if let Chemin::Detour(_) = self.chemins[e] {
            // The way to what is near is inside the way to what is far.
            let away = self.node_y(other) - self.node_y(n);
            return if away < 0.0 { -FAR - away } else { FAR - away };
        }
        let next = if cote == Cote::Droite { c + 1 } else { c.saturating_sub(1) };
        self.y(e, next) + self.offset(e, next)
    }

    /// The points where edges leave and arrive.
    fn set_ends(&mut self) {
        for e in 0..self.chemins.len() {
            let (de, vers) = self.ordre.bouts[e];
            let start = self.end(de, self.cotes[e].0, self.decalages[e].0);
            let end = self.end(vers, self.cotes[e].1, self.decalages[e].1);
            self.bouts[e] = (start, end);
        }
    }

    fn end(&self, n: usize, cote: Cote, decalage: f64) -> Point {
        let boite = self.boite(n);
        let milieu = boite.milieu();
        // A round corner draws back.
        let rayon = self.rayon(n);
        let flat = boite.hauteur / 2.0 - rayon;
        let into = (decalage.abs() - flat).max(0.0);
        let back = rayon - (rayon * rayon - into * into).max(0.0).sqrt();
        match cote {
            Cote::Gauche => Point { x: boite.x + back, y: milieu.y + decalage },
            Cote::Droite => Point { x: boite.droite() - back, y: milieu.y + decalage },
            Cote::Haut => Point { x: milieu.x + decalage, y: boite.y },
            Cote::Bas => Point { x: milieu.x + decalage, y: boite.bas() },
        }
    }

    /// The ends of an edge from column to column at one height, where both nodes have a side there.
    pub(super) fn level(&self, e: usize, y: f64) -> Option<(Point, Point)> {
        let at = |n: usize, cote: Cote| {
            let decalage = y - self.node_y(n);
            let reach = self.textes[n].hauteur / 2.0 - 1.6 * MM;
            (decalage.abs() <= reach).then(|| self.end(n, cote, decalage))
        };
        let (de, vers) = self.ordre.bouts[e];
        Some((at(de, self.cotes[e].0)?, at(vers, self.cotes[e].1)?))
    }

    pub(super) fn boite(&self, n: usize) -> Boite {
        let hauteur = self.textes[n].hauteur;
        let x = self.colonnes[self.ordre.colonne_de[n]];
        Boite { x, y: self.node_y(n) - hauteur / 2.0, largeur: self.large, hauteur }
    }

    fn rayon(&self, n: usize) -> f64 {
        if self.textes[n].usager { (self.textes[n].hauteur / 2.0).min(6.0 * MM) } else { 0.6 * MM }
    }

    pub(super) fn cartes(&self, graphe: &Graphe) -> Vec<Carte> {
        let carte = |(n, texte): (usize, &Texte)| Carte {
            id: graphe.noeuds[n].id.clone(),
            boite: self.boite(n),
            nom: texte.nom.clone(),
            precision: texte.precision.clone(),
            alerte: texte.alerte.clone(),
            usager: texte.usager,
            rayon: self.rayon(n),
        };
        self.textes.iter().enumerate().map(carte).collect()
    }

    /// The grounds of the groups, and those that join the two parts of a group in two columns.
    pub(super) fn fonds(&self, graphe: &Graphe) -> Vec<Fond> {
        let mut fonds: Vec<(usize, Fond)> = Vec::new();
        for (g, nom) in self.titres.iter().enumerate() {
            let nodes = (0..self.textes.len()).filter(|n| self.ordre.groupe_de[*n] == g);
            let boites: Vec<Boite> = nodes.map(|n| self.boite(n)).collect();
            let Some(first) = boites.first() else { continue };
            let top = boites.iter().map(|boite| boite.y).fold(f64::MAX, f64::min);
            let bottom = boites.iter().map(Boite::bas).fold(0.0, f64::max);
            let boite =
                Boite { x: first.x, y: top, largeur: first.largeur, hauteur: bottom - top }.elargie(BORD);
            let wide = nom.iter().map(|ligne| texte::largeur(ligne, PETIT, true)).fold(0.0, f64::max);
            let high = nom.len() as f64 * PAS_PETIT;
            let titre = Boite { x: boite.x, y: boite.y - SOUS_TITRE - high, largeur: wide, hauteur: high };
            fonds.push((g, Fond { boite, nom: nom.clone(), titre }));
        }
        for g in 0..fonds.len() {
            let groupe = &graphe.groupes[fonds[g].0];
            let Some(parent) = groupe.suite_de.as_ref() else { continue };
            let parent = fonds.iter().position(|(p, _)| graphe.groupes[*p].id == *parent);
            if let Some(bridge) = parent.and_then(|parent| join(&mut fonds, g, parent)) {
                let nothing = Boite { largeur: 0.0, hauteur: 0.0, ..bridge };
                fonds.push((fonds[g].0, Fond { boite: bridge, nom: Vec::new(), titre: nothing }));
            }
        }
        fonds.into_iter().map(|(_, fond)| fond).collect()
    }
}

/// Joins a part of a group to the ground of the rest, in the column on its left: the rest is made as
/// high as the part, where nothing stands in the way, and the part needs no name of its own.
fn join(fonds: &mut [(usize, Fond)], part: usize, rest: usize) -> Option<Boite> {
    let (own, other) = (fonds[part].1.boite, fonds[rest].1.boite);
    let between = |fond: &Fond| {
        let x = fond.boite.x + fond.boite.largeur / 2.0;
        x > other.droite() && x < own.x
    };
    if other.droite() >= own.x || fonds.iter().any(|(_, fond)| between(fond)) {
        return None;
    }
    let (top, bottom) = (own.y.min(other.y), own.bas().max(other.bas()));
    let grown = Boite { y: top, hauteur: bottom - top, ..other };
    let met = |(i, (_, fond)): (usize, &(usize, Fond))| {
        i != rest && (fond.boite.touche(&grown) || (!fond.nom.is_empty() && fond.titre.touche(&grown)))
    };
    // Its own name would have to move: it is above the ground.
    if top < other.y || fonds.iter().enumerate().any(met) {
        return None;
    }
    fonds[rest].1.boite = grown;
    fonds[part].1.nom.clear();
    fonds[part].1.titre = Boite { largeur: 0.0, hauteur: 0.0, ..own };
    // The two overlap by a hair, so that no line shows between them.
    Some(Boite {
        x: other.droite() - 0.5,
        y: own.y,
        largeur: own.x - other.droite() + 1.0,
        hauteur: own.hauteur,
    })
}

/// How each edge leaves and arrives, and the way round (to the right, which track) of those that need one.
fn sides(ordre: &Ordre) -> (Vec<Option<(bool, usize)>>, Vec<(Cote, Cote)>) {
    let last = ordre.colonnes.len().saturating_sub(1);
    let mut detours: Vec<Option<(bool, usize)>> = vec![None; ordre.bouts.len()];
    let mut sides = Vec::new();
    let mut round: Vec<(usize, usize)> = Vec::new();
    for (e, (de, vers)) in ordre.bouts.iter().enumerate() {
        let (a, b) = (ordre.colonne_de[*de], ordre.colonne_de[*vers]);
        sides.push(if a < b {
            (Cote::Droite, Cote::Gauche)
        } else if a > b {
            (Cote::Gauche, Cote::Droite)
        } else if ordre.voisins(*de, *vers) {
            if ordre.rang(*de) < ordre.rang(*vers) {
                (Cote::Bas, Cote::Haut)
            } else {
                (Cote::Haut, Cote::Bas)
            }
        } else {
            round.push((ordre.rang(*de).abs_diff(ordre.rang(*vers)), e));
            (Cote::Droite, Cote::Droite)
        });
    }
    round.sort_unstable();
    let mut taken: Vec<(usize, bool, usize, usize, usize)> = Vec::new();
    for (_, e) in round {
        let (de, vers) = ordre.bouts[e];
        let c = ordre.colonne_de[de];
        let cost = |right: bool| {
            let outer = if right { c == last } else { c == 0 };
            10 * ordre.sortants(de, vers, right) + if outer { 5 } else { 0 }
        };
        let right = cost(true) <= cost(false);
        let (p, q) = (ordre.rang(de).min(ordre.rang(vers)), ordre.rang(de).max(ordre.rang(vers)));
        let free = |track: &usize| {
            !taken.iter().any(|(column, side, used, from, to)| {
                (*column, *side, *used) == (c, right, *track) && *from <= q && p <= *to
            })
        };
        let track = (0..).find(free).unwrap_or(0);
        taken.push((c, right, track, p, q));
        detours[e] = Some((right, track));
        let side = if right { Cote::Droite } else { Cote::Gauche };
        sides[e] = (side, side);
    }
    (detours, sides)
}

/// The heights nearest to the wishes that keep the separations and the bounds: least squares over a
/// chain, by pooling neighbours whose wishes are out of order.
fn level(wishes: &[(f64, f64)], separations: &[f64], bounds: (f64, f64)) -> Vec<f64> {
    let mut sums = vec![0.0];
    for s in separations {
        sums.push(sums.last().copied().unwrap_or(0.0) + s);
    }
    // Each pool: its mean, its weight, how many it holds.
    let mut pools: Vec<(f64, f64, usize)> = Vec::new();
    for ((wish, weight), sum) in wishes.iter().zip(&sums) {
        let mut pool = (wish - sum, *weight, 1);
        while let Some(previous) = pools.pop_if(|previous| previous.0 > pool.0) {
            let weight = previous.1 + pool.1;
            pool = ((previous.0 * previous.1 + pool.0 * pool.1) / weight, weight, previous.2 + pool.2);
        }
        pools.push(pool);
    }
    let highest = (bounds.1 - sums.last().copied().unwrap_or(0.0)).max(bounds.0);
    let flat =
        pools.iter().flat_map(|(mean, _, count)| std::iter::repeat_n(mean.clamp(bounds.0, highest), *count));
    flat.zip(&sums).map(|(z, sum)| z + sum).collect()
}

#[cfg(test)]
mod tests {
    use super::level;

    #[test]
    fn levels_a_column() {
        // Two that both want 10, at least 4 apart: 8 and 12. A third that wants 30 is free.
        assert_eq!(
            level(&[(10.0, 1.0), (10.0, 1.0), (30.0, 1.0)], &[4.0, 4.0], (0.0, 40.0)),
            [8.0, 12.0, 30.0]
        );
        // The heavier moves less: (3 × 10 + 1 × 6) / 4 = 9, then 9 and 13.
        assert_eq!(level(&[(10.0, 3.0), (10.0, 1.0)], &[4.0], (0.0, 40.0)), [9.0, 13.0]);
        // Bounds hold.
        assert_eq!(level(&[(-5.0, 1.0), (50.0, 1.0)], &[4.0], (2.0, 20.0)), [2.0, 20.0]);
    }
}
