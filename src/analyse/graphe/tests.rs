//! Golden values, worked out by hand.

use super::*;
use crate::diagnostic::Diagnostics;
use crate::parse::yaml::{Limits, Node, parse};
use crate::source::{Source, Sources, VaultPath};

fn node(sources: &mut Sources, name: &str, text: &str) -> Node {
    let path = VaultPath::new(name).expect("a path");
    let id = sources.add(Source::new(path, text.to_owned()));
    parse(text, id, 0..text.len(), Limits::default()).root.expect("a tree")
}

fn projet(donnees: &str) -> Projet {
    let manifeste = "dossier: {id: e, titre: E, reference: E, langue: fr-FR, juridiction: FR, date: 2026-03-02, statut: brouillon, version: \"0.1\"}\nemetteurs: []\ndocuments: []\n";
    let mut sources = Sources::default();
    let manifeste = node(&mut sources, "dossier.yaml", manifeste);
    let donnees = node(&mut sources, "donnees/d.yaml", donnees);
    let mut diags = Diagnostics::default();
    let projet = crate::projet::decode(&manifeste, &[donnees], &mut diags).expect("a project");
    assert!(!diags.has_errors());
    projet
}

/// Seven actors. A gives to B; B, C and D give in a round; D gives to E and back to B; F and G stand apart, G
/// being the team of B and C.
///
/// ```text
/// A ──1──> B ──2──> C
///          ^        │3
///          └──4──── D ──5──> E        F        G = {B, C}
/// ```
const RONDE: &str = "
acteurs:
  - {id: a, nom: A, organisation: o}
  - {id: b, nom: B, organisation: o, heures_disponibles: {mois: 40}}
  - {id: c, nom: C, organisation: o, effectif: 30}
  - {id: d, nom: D, organisation: o, heures_disponibles: {annee: 120}}
  - {id: e, nom: E, organisation: o, effectif: 200}
  - {id: f, nom: F, organisation: o}
  - {id: g, nom: G, organisation: o, membres: [b, c]}
diffusion:
  outils: [{id: t, nom: T}, {id: u, nom: U}]
  services:
    - {id: s1, libelle: S1, nature: soutien_technique, critique: oui}
    - {id: s2, libelle: S2, nature: formation}
    - {id: s3, libelle: S3, nature: soutien_pedagogique, critique: oui}
    - {id: s4, libelle: S4, nature: information}
  flux:
    - {de: a, vers: b, service: s1}
    - {de: b, vers: c, service: s2, outil: t, volume_mensuel: 120, duree_min: 25}
    - {de: c, vers: d, service: s2}
    - {de: d, vers: b, service: s3, volume_mensuel: 8, duree_min: 45}
    - {de: d, vers: e, service: s3}
    - {de: d, vers: inconnu, service: s3}
";

#[test]
fn counts_what_each_gives_and_receives() {
    let projet = projet(RONDE);
    let reseau = reseau(&projet);
    // The team has no flow of its own: six actors. The sixth flow has no end.
    let names: Vec<&str> = reseau.sommets.iter().map(|sommet| sommet.acteur.nom.value.as_str()).collect();
    assert_eq!(names, ["A", "B", "C", "D", "E", "F"]);
    assert_eq!(reseau.liens.len(), 5);
    let degrees: Vec<(usize, usize)> =
        reseau.sommets.iter().map(|sommet| (sommet.recus.len(), sommet.rendus.len())).collect();
    // A gives 1. B receives 1 and 4, gives 2. C receives 2, gives 3. D receives 3, gives 4 and 5. E receives 5.
    assert_eq!(degrees, [(0, 1), (2, 1), (1, 1), (1, 2), (1, 0), (0, 0)]);
    assert_eq!(reseau.sommets[3].rendus, [4, 5]);
    // Volumes: A: B has no headcount, 0; B: 120; C: D has none, 0; D: 8 + the 200 of E.
    let charges: Vec<u32> = reseau.sommets.iter().map(|sommet| sommet.charge).collect();
    assert_eq!(charges, [0, 120, 0, 208, 0, 0]);
    // B: 120 × 25 / 60 = 50 h of 40. D: 8 × 45 / 60 = 6 h of 120 / 12 = 10.
    assert_eq!((reseau.sommets[1].heures, reseau.sommets[1].disponibles), (Some(50.0), Some(40.0)));
    assert_eq!((reseau.sommets[3].heures, reseau.sommets[3].disponibles), (Some(6.0), Some(10.0)));
    assert_eq!(reseau.sommets[0].heures, None);
    assert_eq!((reseau.outils[0].1.as_slice(), reseau.outils[1].1.as_slice()), (&[2][..], &[][..]));
}

#[test]
fn finds_on_whom_others_depend() {
    let projet = projet(RONDE);
    let reseau = reseau(&projet);
    let service = |place: usize| {
        let bilan = &reseau.services[place];
        (bilan.fournisseurs.clone(), bilan.beneficiaires.clone(), bilan.flux.clone())
    };
    assert_eq!(service(0), (vec![0], vec![1], vec![1]));
    assert_eq!(service(1), (vec![1, 2], vec![2, 3], vec![2, 3]));
    assert_eq!(service(2), (vec![3], vec![1, 4], vec![4, 5]));
    assert_eq!(service(3), (vec![], vec![], vec![]));
    // A alone gives S1. Without B, A is cut off (C, D, E stay joined); B also has 50 h to give of 40.
    // C can go: B, D, E stay joined by 4 and 5, A by 1. D alone gives S3, and without it E is cut off.
    let expected = [
        Blocage { sommet: 0, seul_pour: vec![0], coupes: vec![], surcharge: None },
        Blocage { sommet: 1, seul_pour: vec![], coupes: vec![0], surcharge: Some((50.0, 40.0)) },
        Blocage { sommet: 3, seul_pour: vec![2], coupes: vec![4], surcharge: None },
    ];
    assert_eq!(reseau.blocages, expected);
    // D: B and E lose S3, E is cut off: B and E, each once.
    assert_eq!(reseau.blocages[2].prives(&reseau), [1, 4]);
}

#[test]
fn a_team_with_flows_is_an_actor_of_its_own() {
    let projet = projet(&format!("{RONDE}    - {{de: g, vers: f, service: s4}}\n"));
    let reseau = reseau(&projet);
    // The graph is made of flows: that B and C are of the team joins nobody to F.
    assert_eq!(reseau.sommets.len(), 7);
    let coupes: Vec<(usize, &[usize])> =
        reseau.blocages.iter().map(|blocage| (blocage.sommet, blocage.coupes.as_slice())).collect();
    assert_eq!(coupes, [(0, &[][..]), (1, &[0][..]), (3, &[4][..])]);
    assert!(isoles(&projet).is_empty());
}

#[test]
fn a_team_and_its_members_are_not_alone_where_one_of_them_acts() {
    let projet = projet(RONDE);
    let alone: Vec<&str> = isoles(&projet).into_iter().map(|acteur| acteur.nom.value.as_str()).collect();
    // G acts by B and C; only F has nothing.
    assert_eq!(alone, ["F"]);
}

#[test]
fn the_larger_part_stays() {
    // X joins a pair and a lone one: the lone one is cut off. Y joins two lone ones: the first stays.
    let donnees = "
acteurs:
  - {id: l, nom: L, organisation: o}
  - {id: x, nom: X, organisation: o}
  - {id: p, nom: P, organisation: o}
  - {id: q, nom: Q, organisation: o}
diffusion:
  services: [{id: s, libelle: S, nature: information}]
  flux: [{de: x, vers: l, service: s}, {de: x, vers: p, service: s}, {de: p, vers: q, service: s}]
";
    let projet = projet(donnees);
    let reseau = reseau(&projet);
    let coupes: Vec<(usize, &[usize])> =
        reseau.blocages.iter().map(|blocage| (blocage.sommet, blocage.coupes.as_slice())).collect();
    // Without X: {P, Q} and {L}. Without P: {L, X} and {Q}.
    assert_eq!(coupes, [(1, &[0][..]), (2, &[3][..])]);
}

#[test]
fn a_project_without_a_model_has_no_graph() {
    let projet = projet("acteurs: [{id: a, nom: A, organisation: o}]");
    let reseau = reseau(&projet);
    assert!(reseau.sommets.is_empty() && reseau.blocages.is_empty());
}
