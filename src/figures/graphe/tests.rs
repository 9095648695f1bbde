//! What holds for every graph: nothing stands on anything else, nothing is lost, and the order of the
//! input changes nothing.

use super::segments::{segments, traverse};
use super::*;
use crate::font::Fonts;
use proptest::prelude::*;

const A4: Feuille = Feuille { largeur: 267.0 * MM, hauteur: 122.0 * MM };
const A3: Feuille = Feuille { largeur: 390.0 * MM, hauteur: 205.0 * MM };

fn planned(graphe: &Graphe, feuilles: &[Feuille]) -> Plan {
    plan(graphe, feuilles, &Fonts::default())
}

fn groupe(id: &str, colonne: usize) -> Groupe {
    Groupe { id: id.to_owned(), nom: format!("Organisation {id}"), colonne, suite_de: None }
}

fn noeud(id: &str, groupe: &str) -> Noeud {
    Noeud {
        id: id.to_owned(),
        nom: format!("Acteur {id}"),
        precision: "gestionnaire".to_owned(),
        alerte: None,
        groupe: groupe.to_owned(),
        niveau: 1,
        usager: false,
    }
}

fn arete(numero: u32, de: &str, vers: &str) -> Arete {
    Arete { numero, de: de.to_owned(), vers: vers.to_owned(), outil: true }
}

/// A graph of up to 30 actors in six organisations of five columns, and up to 60 flows.
fn graphes() -> impl Strategy<Value = Graphe> {
    (2..=30_usize).prop_flat_map(|count| {
        let nodes = proptest::collection::vec((0..6_usize, any::<bool>(), 0..10_u8), count);
        let flux = proptest::collection::vec((0..count, 0..count, any::<bool>()), 0..=60);
        (nodes, flux).prop_map(|(nodes, flux)| {
            let groupes = (0..6).map(|g| groupe(&format!("g{g}"), g.min(4))).collect();
            let nodes = nodes.into_iter().enumerate().map(|(n, (g, usager, chance))| Noeud {
                usager,
                alerte: (chance == 0).then(|| "Point de blocage".to_owned()),
                ..noeud(&format!("n{n}"), &format!("g{g}"))
            });
            let flux = flux.into_iter().filter(|(de, vers, ..)| de != vers).zip(1..);
            let aretes = flux.map(|((de, vers, outil), numero)| Arete {
                outil,
                ..arete(numero, &format!("n{de}"), &format!("n{vers}"))
            });
            Graphe { groupes, noeuds: nodes.collect(), aretes: aretes.collect() }
        })
    })
}

fn check(graphe: &Graphe, plan: &Plan) {
    assert_eq!(plan.cartes.len(), graphe.noeuds.len());
    assert_eq!(plan.traces.len(), graphe.aretes.len(), "every edge is drawn");
    let page = Boite { x: 0.0, y: 0.0, largeur: plan.largeur, hauteur: plan.hauteur }.elargie(0.02);
    let within = |boite: &Boite| {
        page.x <= boite.x && boite.droite() <= page.droite() && page.y <= boite.y && boite.bas() <= page.bas()
    };
    for (i, carte) in plan.cartes.iter().enumerate() {
        assert!(within(&carte.boite), "{} is off the sheet", carte.id);
        for other in &plan.cartes[i + 1..] {
            assert!(!carte.boite.touche(&other.boite), "{} is on {}", carte.id, other.id);
        }
        for fond in plan.fonds.iter().filter(|fond| !fond.nom.is_empty()) {
            assert!(!carte.boite.touche(&fond.titre), "{} is on a name", carte.id);
        }
    }
    let carte = |id: &str| plan.cartes.iter().find(|carte| carte.id == id).expect("a node");
    for (i, trace) in plan.traces.iter().enumerate() {
        let arete = graphe.aretes.iter().find(|arete| arete.numero == trace.numero).expect("an edge");
        let (de, vers) = (carte(&arete.de).boite.elargie(0.02), carte(&arete.vers).boite.elargie(0.02));
        let on = |boite: &Boite, p: Option<&Point>| {
            p.is_some_and(|p| boite.x <= p.x && p.x <= boite.droite() && boite.y <= p.y && p.y <= boite.bas())
        };
        assert!(on(&de, trace.points.first()) && on(&vers, trace.points.last()), "flow {}", trace.numero);
        for foreign in plan.cartes.iter().filter(|carte| carte.id != arete.de && carte.id != arete.vers) {
            let met = segments(&trace.points).any(|segment| traverse(segment, &foreign.boite));
            assert!(!met, "flow {} goes through {}", trace.numero, foreign.id);
        }
        assert!(within(&trace.pastille), "number {} is off the sheet", trace.numero);
        for other in &plan.traces[i + 1..] {
            let met = trace.pastille.touche(&other.pastille);
            assert!(!met, "number {} is on number {}", trace.numero, other.numero);
        }
        for carte in &plan.cartes {
            assert!(!trace.pastille.touche(&carte.boite), "number {} is on {}", trace.numero, carte.id);
        }
        let own = segments(&trace.points).any(|segment| traverse(segment, &trace.pastille));
        assert!(own, "number {} is not on its line", trace.numero);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]

    #[test]
    fn nothing_stands_on_anything_else(graphe in graphes()) {
        check(&graphe, &planned(&graphe, &[A4, A3]));
    }

    #[test]
    fn the_order_of_the_input_changes_nothing(graphe in graphes(), turn in 0..60_usize) {
        let mut other = graphe.clone();
        other.groupes.reverse();
        let turned = turn % other.noeuds.len();
        other.noeuds.rotate_left(turned);
        let turned = turn % other.aretes.len().max(1);
        other.aretes.rotate_left(turned);
        other.aretes.reverse();
        prop_assert_eq!(planned(&graphe, &[A4, A3]), planned(&other, &[A4, A3]));
    }
}

#[test]
fn a_chain_is_straight() {
    // One node a column, each leading to the next: all at one height, and no line bends.
    let groupes = (0..4).map(|c| groupe(&format!("g{c}"), c)).collect();
    let noeuds = (0..4).map(|c| noeud(&format!("n{c}"), &format!("g{c}"))).collect();
    let aretes = (0..3_u32).map(|c| arete(c + 1, &format!("n{c}"), &format!("n{}", c + 1))).collect();
    let graphe = Graphe { groupes, noeuds, aretes };
    let plan = planned(&graphe, &[A4]);
    check(&graphe, &plan);
    assert_eq!(plan.feuille, Some(0));
    let heights: Vec<f64> = plan.cartes.iter().map(|carte| carte.boite.y).collect();
    assert!(heights.iter().all(|y| *y == heights[0]), "{heights:?}");
    assert!(
        plan.traces.iter().all(|trace| trace.points.len() == 2 && trace.points[0].y == trace.points[1].y)
    );
}

#[test]
fn crosses_nothing_where_it_need_not() {
    // Two columns whose names ask for crossings: a1 leads to b3, a2 to b2, a3 to b1.
    let groupes = vec![groupe("a", 0), groupe("b", 1)];
    let noeuds = ["a1", "a2", "a3", "b1", "b2", "b3"].map(|id| noeud(id, &id[..1])).to_vec();
    let aretes = vec![arete(1, "a1", "b3"), arete(2, "a2", "b2"), arete(3, "a3", "b1")];
    let graphe = Graphe { groupes, noeuds, aretes };
    let plan = planned(&graphe, &[A4]);
    check(&graphe, &plan);
    let lines: Vec<Vec<Point>> = plan.traces.iter().map(|trace| trace.points.clone()).collect();
    for (i, line) in lines.iter().enumerate() {
        for other in &lines[i + 1..] {
            assert_eq!(segments::croisements(line, other), 0);
        }
    }
}

#[test]
fn what_cannot_be_drawn_is_left_out() {
    let groupes = vec![groupe("a", 0)];
    let noeuds = vec![noeud("x", "a"), noeud("y", "a")];
    let aretes = vec![arete(1, "x", "x"), arete(2, "x", "nobody"), arete(3, "x", "y")];
    let plan = planned(&Graphe { groupes, noeuds, aretes }, &[A4]);
    assert_eq!(plan.traces.iter().map(|trace| trace.numero).collect::<Vec<_>>(), [3]);
    assert_eq!(planned(&Graphe::default(), &[A4]).cartes.len(), 0);
    assert_eq!(planned(&Graphe::default(), &[]), Plan::default());
}

#[test]
fn learners_stand_beside_their_school() {
    let mut groupes = vec![groupe("ecole", 0), groupe("familles", 1), groupe("eleves", 1)];
    groupes[2].suite_de = Some("ecole".to_owned());
    let noeuds = vec![noeud("d", "ecole"), noeud("e", "ecole"), noeud("l", "eleves"), noeud("p", "familles")];
    let aretes = vec![arete(1, "e", "l"), arete(2, "l", "e"), arete(3, "d", "p")];
    let graphe = Graphe { groupes, noeuds, aretes };
    let plan = planned(&graphe, &[A4]);
    check(&graphe, &plan);
    // The part has no name of its own, and a third ground joins the two.
    assert_eq!(plan.fonds.iter().filter(|fond| !fond.nom.is_empty()).count(), 2);
    assert_eq!(plan.fonds.len(), 4);
}
