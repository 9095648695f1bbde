//! The diffusion graph: actors in columns by organisation, numbered flows between them.
//!
//! In: nodes, groups, edges, and the sheets that it may be drawn on. Out: a [`Plan`]. The layout is
//! layered (an ordering that crosses little, then places by least squares), its layers given: one
//! column a kind of organisation. Edges pass between nodes by places of their own, numbers stand where
//! no other mark is. Where it is too tight, all is spaced out and tried again, then on a larger sheet.
//! The order of the input changes nothing.

mod numeros;
mod ordre;
mod places;
mod segments;
mod texte;
mod traces;

#[cfg(test)]
mod tests;

use crate::font::Fonts;
use ordre::Ordre;
use places::Places;

/// A millimetre, in points.
pub(crate) const MM: f64 = 72.0 / 25.4;

/// What is drawn.
#[derive(Debug, Clone, Default)]
pub(crate) struct Graphe {
    pub groupes: Vec<Groupe>,
    pub noeuds: Vec<Noeud>,
    pub aretes: Vec<Arete>,
}

/// An organisation: the nodes of one column that stand on one ground.
#[derive(Debug, Clone)]
pub(crate) struct Groupe {
    pub id: String,
    pub nom: String,
    /// From left to right; empty columns take no room.
    pub colonne: usize,
    /// The group whose nodes in the next column to the right these are: both on one ground, where they can.
    pub suite_de: Option<String>,
}

/// An actor.
#[derive(Debug, Clone)]
pub(crate) struct Noeud {
    pub id: String,
    pub nom: String,
    /// What kind of actor it is, in words.
    pub precision: String,
    /// The words of a blocking point, where it is one.
    pub alerte: Option<String>,
    pub groupe: String,
    /// The smaller, the higher it stands, where nothing else decides.
    pub niveau: u8,
    /// An end user, whose shape is round.
    pub usager: bool,
}

/// A flow.
#[derive(Debug, Clone)]
pub(crate) struct Arete {
    pub numero: u32,
    pub de: String,
    pub vers: String,
    /// Whether the letter of a tool stands beside the number.
    pub outil: bool,
}

/// A size of drawing, in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Feuille {
    pub largeur: f64,
    pub hauteur: f64,
}

/// A point from the top left.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(crate) struct Point {
    pub x: f64,
    pub y: f64,
}

/// A rectangle with upright sides.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(crate) struct Boite {
    pub x: f64,
    pub y: f64,
    pub largeur: f64,
    pub hauteur: f64,
}

/// The ground of a group and its name.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Fond {
    pub boite: Boite,
    pub nom: Vec<String>,
    pub titre: Boite,
}

/// A node in its place, its words in lines.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Carte {
    pub id: String,
    pub boite: Boite,
    pub nom: Vec<String>,
    pub precision: Vec<String>,
    /// The words of a blocking point; none where it is not one.
    pub alerte: Vec<String>,
    pub usager: bool,
    /// How round its corners are.
    pub rayon: f64,
}

/// An edge in its place.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Trace {
    pub numero: u32,
    /// From the edge of one node to that of the other.
    pub points: Vec<Point>,
    /// Where its number stands.
    pub pastille: Boite,
}

/// A graph in its places.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Plan {
    pub largeur: f64,
    pub hauteur: f64,
    /// The sheet that holds it; none where the last is too small.
    pub feuille: Option<usize>,
    pub fonds: Vec<Fond>,
    pub cartes: Vec<Carte>,
    pub traces: Vec<Trace>,
}

/// Lays the graph out on the first sheet that holds it. An edge from or to what is not there, or from
/// a node to itself, is not drawn.
pub(crate) fn plan(graphe: &Graphe, feuilles: &[Feuille], fonts: &Fonts) -> Plan {
    /// How much more room is tried, before a larger sheet.
    const ESPACEMENTS: [f64; 6] = [1.0, 1.15, 1.35, 1.6, 2.0, 2.6];
    let graphe = sorted(graphe);
    let ordres = ordre::ordres(&graphe);
    let last = feuilles.len().saturating_sub(1);
    let mut best: Option<Plan> = None;
    for (rang, feuille) in feuilles.iter().enumerate() {
        for espacement in ESPACEMENTS {
            let tries = ordres.iter().map(|ordre| essai(&graphe, ordre, fonts, feuille, espacement));
            let holds = |essai: &Essai| {
                essai.plan.hauteur <= feuille.hauteur && essai.plan.largeur <= feuille.largeur + 0.01
            };
            let mut tries: Vec<Essai> = tries.filter(|essai| holds(essai) || rang == last).collect();
            if tries.is_empty() {
                break;
            }
            tries.sort_by(|a, b| a.conflits.min(1).cmp(&b.conflits.min(1)).then(a.cout.total_cmp(&b.cout)));
            let chosen = tries.swap_remove(0);
            let (conflits, held) = (chosen.conflits, holds(&chosen));
            let plan = Plan { feuille: held.then_some(rang), ..chosen.plan };
            if conflits == 0 {
                return rounded(plan);
            }
            best = Some(plan);
        }
    }
    best.map(rounded).unwrap_or_default()
}

/// The same graph in an order of its own, without the edges that cannot be drawn.
fn sorted(graphe: &Graphe) -> Graphe {
    let mut graphe = graphe.clone();
    graphe.groupes.sort_by(|a, b| (a.colonne, &a.id).cmp(&(b.colonne, &b.id)));
    graphe.groupes.dedup_by(|a, b| a.id == b.id);
    graphe.noeuds.retain(|noeud| graphe.groupes.iter().any(|groupe| groupe.id == noeud.groupe));
    graphe.noeuds.sort_by(|a, b| a.id.cmp(&b.id));
    graphe.noeuds.dedup_by(|a, b| a.id == b.id);
    let known = |id: &str| graphe.noeuds.iter().any(|noeud| noeud.id == id);
    graphe.aretes.retain(|arete| arete.de != arete.vers && known(&arete.de) && known(&arete.vers));
    graphe.aretes.sort_by(|a, b| (a.numero, &a.de, &a.vers).cmp(&(b.numero, &b.de, &b.vers)));
    graphe
}

/// A layout and what is wrong with it.
struct Essai {
    plan: Plan,
    /// How many numbers stand on something.
    conflits: usize,
    /// Crossings, numbers on foreign lines, length.
    cout: f64,
}

fn essai(graphe: &Graphe, ordre: &Ordre, fonts: &Fonts, feuille: &Feuille, espacement: f64) -> Essai {
    let places = Places::new(graphe, ordre, fonts, feuille, espacement);
    let lignes = traces::traces(graphe, ordre, &places);
    let cartes = places.cartes(graphe);
    let fonds = places.fonds(graphe);
    let obstacles: Vec<Boite> = cartes
        .iter()
        .map(|carte| carte.boite)
        .chain(fonds.iter().filter(|fond| !fond.nom.is_empty()).map(|fond| fond.titre))
        .collect();
    let (pastilles, bilan) = numeros::pastilles(graphe, &lignes, &obstacles, fonts);
    let cout = segments::cout(&lignes) + bilan.gene;
    let traces = graphe.aretes.iter().zip(lignes).zip(pastilles);
    let traces =
        traces.map(|((arete, points), pastille)| Trace { numero: arete.numero, points, pastille }).collect();
    let plan =
        Plan { largeur: places.largeur, hauteur: places.hauteur, feuille: None, fonds, cartes, traces };
    Essai { plan, conflits: bilan.conflits, cout }
}

/// Two decimals are a hundredth of what the eye sees, and the same bytes on every machine.
fn rounded(mut plan: Plan) -> Plan {
    let round = |value: &mut f64| *value = (*value * 100.0).round() / 100.0 + 0.0;
    let boite = |boite: &mut Boite| {
        for value in [&mut boite.x, &mut boite.y, &mut boite.largeur, &mut boite.hauteur] {
            round(value);
        }
    };
    round(&mut plan.largeur);
    round(&mut plan.hauteur);
    for fond in &mut plan.fonds {
        boite(&mut fond.boite);
        boite(&mut fond.titre);
    }
    for carte in &mut plan.cartes {
        boite(&mut carte.boite);
        round(&mut carte.rayon);
    }
    for trace in &mut plan.traces {
        boite(&mut trace.pastille);
        for point in &mut trace.points {
            round(&mut point.x);
            round(&mut point.y);
        }
    }
    plan
}

impl Boite {
    pub(crate) fn droite(&self) -> f64 {
        self.x + self.largeur
    }

    pub(crate) fn bas(&self) -> f64 {
        self.y + self.hauteur
    }

    fn milieu(&self) -> Point {
        Point { x: self.x + self.largeur / 2.0, y: self.y + self.hauteur / 2.0 }
    }

    /// The same with this much more on each side.
    fn elargie(&self, marge: f64) -> Self {
        let double = 2.0 * marge;
        Self {
            x: self.x - marge,
            y: self.y - marge,
            largeur: self.largeur + double,
            hauteur: self.hauteur + double,
        }
    }

    pub(crate) fn touche(&self, autre: &Self) -> bool {
        self.x < autre.droite() && autre.x < self.droite() && self.y < autre.bas() && autre.y < self.bas()
    }
}
