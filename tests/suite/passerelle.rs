//! ED I-2 and ED I-4 of Passerelle, a small project without schools. The calculation by hand of each
//! golden value stands in the fixture's `LISEZMOI.md`.

use crate::compile::{compile_edition, disk, fixtures};
use crate::pdf::{Pdf, assert_conforming};

/// A document of the vault in an edition.
fn document(code: &str, edition: &str) -> Pdf {
    let run = compile_edition(&disk(&fixtures("passerelle")), edition);
    let found = run.documents.into_iter().find(|(own, _, _)| *own == code);
    let (_, _, bytes) = found.unwrap_or_else(|| panic!("no {code} in {edition}:\n{}", run.short));
    assert_conforming(&bytes, &format!("{code} {edition}"));
    Pdf::new(&bytes)
}

/// Its text in reading order, spaces of typography made plain.
fn text(pdf: &Pdf) -> String {
    pdf.logical_text().replace(['\u{202F}', '\u{A0}'], " ")
}

/// The rows of a table, cell by cell, found by its caption.
fn rows(pdf: &Pdf, head: &str) -> Vec<Vec<String>> {
    let structure = pdf.structure();
    let tables = structure.find_all("Table");
    let cells = |row: &crate::pdf::Element| -> Vec<String> {
        row.children.iter().map(|cell| cell.text.trim().replace(['\u{202F}', '\u{A0}'], " ")).collect()
    };
    let all = |table: &crate::pdf::Element| table.find_all("TR").into_iter().map(cells).collect::<Vec<_>>();
    let found = tables.into_iter().map(all).find(|rows| rows[0].join(" | ") == head);
    found.unwrap_or_else(|| panic!("no table with the head « {head} »"))
}

fn row<'r>(rows: &'r [Vec<String>], first: &str) -> &'r [String] {
    let found = rows.iter().find(|row| row[0] == first);
    &found.unwrap_or_else(|| panic!("no row « {first} » in {rows:?}"))[1..]
}

#[test]
fn orientations_have_their_golden_values() {
    let pdf = document("ed-i-2", "interne");
    let grid = rows(&pdf, "Critère | Poids | Clairvoie | Préau | Cahier ouvert");
    assert_eq!(row(&grid, "Score, sur 5"), ["100 %", "3,90", "3,80", "3,30"]);
    assert_eq!(row(&grid, "Rang"), ["–", "1er", "2e", "3e"]);
    assert_eq!(row(&grid, "Décision"), ["–", "Retenue", "Écartée", "Écartée"]);
    let grid = rows(&pdf, "Critère | Poids | Parloir | Le Fil");
    assert_eq!(row(&grid, "Score, sur 5"), ["100 %", "3,80", "3,40"]);
    let groups = rows(&pdf, "Type de groupe | Taille prévue | Groupes | Apprenants | Taille moyenne");
    assert_eq!(row(&groups, "Découverte, débutant"), ["6 à 10", "4", "34", "8,5"]);
    assert_eq!(row(&groups, "Autonomie, confirmé"), ["8 à 12", "3", "31", "10,3"]);
    assert_eq!(row(&groups, "Total"), ["–", "7", "65", "9,3"]);
    let coverage = rows(&pdf, "Dimension | Phase I | Phase II | Phase III | Phase IV");
    assert_eq!(row(&coverage, "Efficacité"), ["aucun", "1 indicateur", "2 indicateurs", "1 indicateur"]);
    assert_eq!(row(&coverage, "Engagement"), ["aucun", "aucun", "1 indicateur", "aucun"]);
    assert_eq!(row(&coverage, "Pertinence"), ["1 indicateur", "aucun", "aucun", "1 indicateur"]);
    let text = text(&pdf);
    for sentence in [
        "Clairvoie arrive en tête avec 3,90 sur 5 ; écart avec la plateforme suivante : 0,10.",
        "change la première place dans 4 cas :",
        "Coût sur trois ans, de 20 à 30 % : Préau passe en tête",
        "Accessibilité, de 30 à 20 % : Préau passe en tête",
        "Simplicité pour un débutant, de 30 à 40 % : Préau passe en tête",
        "Protection des données, de 20 à 10 % : Préau passe en tête",
        "6 cases sur 12 sont couvertes. À couvrir ou à justifier : efficacité en phase I,",
        "Les groupes réunissent les 65 apprenants du périmètre.",
    ] {
        assert!(text.contains(sentence), "« {sentence} » is not in {text}");
    }
}

/// Outside the internal edition no mark, no score, no rank, nothing that tells one: only who is retained
/// and why.
#[test]
fn scores_do_not_leave_the_internal_edition() {
    for edition in ["consultation", "publique"] {
        let pdf = document("ed-i-2", edition);
        let text = text(&pdf);
        for secret in
            ["3,90", "3,80", "3,30", "3,40", "1er", "2e", "arrive en tête", "première place", "Rang", "Score"]
        {
            assert!(!text.contains(secret), "{edition} tells « {secret} »");
        }
        let choices = rows(&pdf, "Plateforme | Usage | Décision | Justification");
        assert_eq!(row(&choices, "Clairvoie")[..2], ["Diffusion", "Retenue"]);
        assert!(text.contains("ne figurent pas dans cette édition"), "{edition} says why");
    }
}

#[test]
fn the_sections_of_orientations_are_those_of_the_method() {
    let pdf = document("ed-i-2", "interne");
    let titles: Vec<String> =
        pdf.bookmarks().into_iter().filter(|(depth, _)| *depth == 0).map(|(_, title)| title).collect();
    let sections: Vec<&String> =
        titles.iter().filter(|title| title.starts_with(|c: char| c.is_ascii_digit())).collect();
    assert_eq!(
        sections,
        [
            "1 Rappel du contexte",
            "2 Modèle de diffusion et justification",
            "3 Plateformes et médias",
            "4 Acteurs et responsabilités",
            "5 Modalités et horaires",
            "6 Composition des groupes",
            "7 Évaluation des apprenants",
            "8 Évaluation de l’environnement",
            "9 Accessibilité et participation",
            "10 Décisions",
        ]
    );
    let structure = pdf.structure();
    for table in structure.find_all("Table") {
        let scopes: Vec<_> = table.find_all("TH").iter().filter_map(|head| head.scope.clone()).collect();
        assert!(scopes.iter().any(|scope| scope == "Column"), "a table has heads: {}", table.text);
        assert!(scopes.iter().any(|scope| scope == "Row"), "its rows are named: {}", table.text);
    }
}

#[test]
fn roles_have_their_golden_values() {
    let pdf = document("ed-i-4", "interne");
    let raci = rows(
        &pdf,
        "Activité | Coordinatrice | Bureau de l’association | Formatrice ou formateur | Tutrice ou tuteur bénévole | \
         Technicienne ou technicien | Adulte inscrit | Médiathécaire",
    );
    assert_eq!(row(&raci, "Recueillir les attentes"), ["A", "I", "R", "C", "–", "C", "–"]);
    assert_eq!(row(&raci, "Ouvrir les comptes"), ["C", "–", "–", "–", "R A", "I", "–"]);
    assert_eq!(row(&raci, "Charge (R ou A)"), ["4", "1", "3", "1", "2", "0", "0"]);
    let shared = rows(
        &pdf,
        "Acteur | Coordinatrice | Bureau de l’association | Formatrice ou formateur | Tutrice ou tuteur bénévole | \
         Technicienne ou technicien | Adulte inscrit | Médiathécaire | Équipe pédagogique",
    );
    assert_eq!(row(&shared, "Coordinatrice"), ["=", "R", "M R", "T", "M T", "T", "T R", "M R"]);
    assert_eq!(row(&shared, "Adulte inscrit"), ["T", "–", "F V", "F V T", "T", "=", "T", "–"]);
    let used = rows(&pdf, "Ressource | Produite par | Utilisée par | État");
    assert_eq!(row(&used, "Carnet de progrès")[2], "produite, jamais utilisée");
    assert_eq!(row(&used, "Livres numériques des médiathèques")[..1], ["acquise"]);
    let text = text(&pdf);
    for sentence in [
        "Assistance technique : Adulte inscrit, Formatrice ou formateur (flux 1 et 2, critique)",
        "Formation des tuteurs : Formatrice ou formateur (flux 5)",
        "Membres : Formatrice ou formateur, Tutrice ou tuteur bénévole",
        "Sans rôle dans la matrice : Équipe pédagogique.",
    ] {
        assert!(text.contains(sentence), "« {sentence} » is not in {text}");
    }
    // The name of an actor is read before what the margin says of it.
    let places = ["Coordinatrice", "Effectif", "60 h par mois", "Rubrique", "Conduire le projet"];
    let card = &text[text.find("Fiches par acteur\nCoordinatrice").expect("the first card")..];
    let places: Vec<usize> = places.iter().map(|part| card.find(part).expect(part)).collect();
    assert!(places.is_sorted(), "{places:?} in {card}");
}
