//! ED I-5 and ED I-6: what is computed, and what an edition leaves out.

use crate::compile::{Memory, compile_document, compile_edition, disk, fixtures};
use crate::pdf::Pdf;
use dossier::diagnostic::Diagnostics;
use dossier::load::Files;
use dossier::source::Sources;
use dossier::{Pack, Wish};

/// The files of a vault of the fixtures in memory, each text changed by `change`.
fn vault(name: &str, change: impl Fn(&str, String) -> String) -> Memory {
    let disk = disk(&fixtures(name));
    let mut files = Memory::default();
    for entry in disk.list().unwrap_or_else(|_| panic!("{name} is a folder")) {
        let bytes = disk.read(&entry.path, 1 << 22).unwrap_or_else(|_| panic!("{} is a file", entry.path));
        let bytes = match String::from_utf8(bytes) {
            Ok(text) => change(entry.path.as_str(), text).into_bytes(),
            Err(error) => error.into_bytes(),
        };
        files = files.with(entry.path.as_str(), bytes);
    }
    files
}

/// A document of a vault, its text in logical order with plain spaces.
fn text_of(files: &Memory, code: &str) -> String {
    let run = compile_document(files, code);
    let found = run.documents.into_iter().find(|(found, _, _)| *found == code);
    let (_, _, bytes) = found.unwrap_or_else(|| panic!("{code}:\n{}", run.short));
    Pdf::new(&bytes).logical_text().replace(['\u{202F}', '\u{A0}'], " ")
}

fn assert_has(text: &str, values: &[&str]) {
    for value in values {
        assert!(text.contains(value), "« {value} » is not in the document:\n{text}");
    }
}

/// Golden values of ED I-6, worked out by hand.
#[test]
fn the_material_plan_has_its_golden_values() {
    let licences = |path: &str, text: String| match path {
        // The licences alone: the days of training are another part of the budget.
        "donnees/materiel.yaml" => {
            text.lines().filter(|line| !line.contains("assiette: jour")).collect::<Vec<_>>().join("\n") + "\n"
        }
        _ => text,
    };
    let text = text_of(&vault("lisiere", licences), "ed-i-6");
    assert_has(
        &text,
        &[
            // 0,5 % of 365 × 24 h = 43,8 h; 0,5 % of 365 × 24 × 60 / 12 = 43 800 min is 219 min.
            "43,8 h",
            "219 min",
            // 626 × 1,05 = 657,3; 1 334 × 1,05 = 1 400,7; 1 119 × 1,05 = 1 174,95, each up to ten.
            "660",
            "1 410",
            "1 180",
            // Those three, 3 250, and the 120 posters.
            "3 370",
            // Licences of a year: 2,20 × pupils + 180 × schools, of the waves that are open.
            // 626: 1 377,20 + 4 × 180 = 2 097,20. 1 960: 4 312,00 + 13 × 180 = 6 652,00.
            "2 097,20",
            "6 652,00",
            // 3 079: 6 773,80 + 24 × 180 = 11 093,80, in 2028-2029 and in 2029-2030.
            "11 093,80",
            // 2 097,20 + 6 652,00 = 8 749,20; + 11 093,80 = 19 843,00; + 11 093,80 = 30 936,80.
            "8 749,20",
            "19 843,00",
            "30 936,80",
        ],
    );
}

/// Two requests a month for a hundred users, rounded up: 626 + 35 + 1 014 = 1 675 give 33,5;
/// 1 334 + 73 + 2 161 = 3 568 more give 71,36; 1 119 + 64 + 1 813 = 2 996 more give 59,92. Together,
/// 5 243 give 104,86 and 8 239 give 164,78. Twelve minutes each: 165 × 12 / 60 = 33 h.
#[test]
fn support_expects_what_its_users_ask() {
    let text = on_one_line(&vault("lisiere", |_, text| text), "ed-i-6");
    // The wave, its pupils, teachers and parents, its users, their requests, those of all so far, the hours:
    // 34 × 12 / 60 = 6,8; 105 × 12 / 60 = 21.
    assert_has(
        &text,
        &[
            "Vague pilote 626 35 1 014 1 675 34 34 6,8 ",
            "Vague 2 1 334 73 2 161 3 568 72 105 21 ",
            "Vague 3 1 119 64 1 813 2 996 60 165 33 ",
        ],
    );
}

/// R88: an edition for others has no price and no way to reach a person, on no page, in no metadata,
/// in no file of its Typst project.
#[test]
fn editions_for_others_hold_no_price_and_no_contact() {
    let secret = [
        "7.77",
        "7,77",
        "4321",
        "4 321",
        "Faucheret",
        "dpd@academie",
        "03 53 01 00 42",
        "MONTANT-SECRET",
        // The count of what the register of rules found, which these editions do not print.
        "Ce qui tient au fichier lui-même",
    ];
    let priced = |path: &str, text: String| match path {
        "donnees/materiel.yaml" => {
            text.replace("prix_ht: 2.20", "prix_ht: 7.77").replace("prix_ht: 920", "prix_ht: 4321")
        }
        _ => text,
    };
    let note = "---\ntitle: Le budget\ndocument: ed-i-6\nsection: budget\n---\nEn tout, MONTANT-SECRET.\n";
    let files = vault("lisiere", priced).with("notes/le-budget.md", note.as_bytes().to_vec());
    for edition in ["consultation", "publique"] {
        let run = compile_edition(&files, edition);
        assert!(run.documents.iter().any(|(code, _, _)| *code == "ed-i-6"), "{}", run.short);
        for (code, _, bytes) in &run.documents {
            let pdf = Pdf::new(bytes);
            let keys = ["Title", "Author", "Subject", "Keywords"];
            let info: String = keys.iter().filter_map(|key| pdf.info(key)).collect();
            let all = [pdf.text(), pdf.xmp(), info].concat().replace(['\u{202F}', '\u{A0}'], " ");
            for secret in secret {
                assert!(!all.contains(secret), "{edition}/{code}: « {secret} »");
            }
        }
        let mut wish = Wish::default();
        wish.edition = Some(edition.to_owned());
        let (mut sources, mut diags) = (Sources::default(), Diagnostics::default());
        let checked = dossier::check_project(&files, &wish, &Pack::new(), &mut sources, &mut diags);
        for document in checked.expect("a project") {
            for (path, text) in &document.checked.project.texts {
                let text = text.replace(['\u{202F}', '\u{A0}'], " ");
                for secret in secret {
                    assert!(!text.contains(secret), "{edition}/{}: {path}: « {secret} »", document.code);
                }
            }
        }
    }
    // The same words are in the internal edition: the search above would find them.
    let text = text_of(&files, "ed-i-6");
    assert_has(&text, &["7,77", "4 321,00", "Faucheret", "MONTANT-SECRET", "Ce qui tient au fichier"]);
}

/// The law of the place, not the language, says what is told of personal data.
#[test]
fn the_law_says_what_is_told_of_personal_data() {
    let lisiere = text_of(&vault("lisiere", |_, text| text), "ed-i-6");
    assert_has(&lisiere, &["Responsable de traitement", "Délégué à la protection des données", "€"]);
    assert!(!lisiere.contains("facteurs relatifs à la vie privée"), "{lisiere}");
    let quebec = text_of(&vault("quebec", |_, text| text), "ed-i-6");
    assert_has(&quebec, &["Évaluation des facteurs relatifs à la vie privée", "faite, 2026-03-06", "$"]);
    assert!(!quebec.contains("Délégué à la protection"), "{quebec}");
    // A French law in the words of Québec.
    let law = |path: &str, text: String| match path {
        "dossier.yaml" => text.replace("langue: fr-FR", "langue: fr-CA"),
        _ => text,
    };
    assert_has(
        &text_of(&vault("lisiere", law), "ed-i-6"),
        &["Responsable de traitement", "euros hors taxes"],
    );
}

/// A column that no row fills is left out and named under its table; one value brings it back.
#[test]
fn a_column_that_nobody_filled_is_said_in_one_line() {
    let omise = "Non renseigné : responsable.";
    let text = text_of(&vault("distance", |_, text| text), "ed-i-3");
    assert_has(&text, &[omise]);
    let responsable = |path: &str, text: String| match path {
        "donnees/diffusion.yaml" => text.replacen("{de: ", "{responsable: tuteur, de: ", 1),
        _ => text,
    };
    let text = text_of(&vault("distance", responsable), "ed-i-3");
    assert!(!text.contains(omise), "{text}");
}

/// A waiver names what it is about as the pages do, not by an id.
#[test]
fn a_waiver_names_its_object() {
    let objet = |objet: &'static str| {
        move |path: &str, text: String| match path {
            "dossier.yaml" => text.replace("objet: v3", &format!("objet: {objet}")),
            _ => text,
        }
    };
    for (id, nom) in
        [("v3", "Vague 3"), ("parents", "Parents"), ("dsi", "Direction des systèmes"), ("rien", "rien")]
    {
        let text = text_of(&vault("lisiere", objet(id)), "ed-i-3");
        assert_has(&text, &[&format!("R09\n{nom}")]);
    }
}

/// Québec's words for people name women and men, or neither.
#[test]
fn the_words_of_quebec_are_inclusive() {
    let text = text_of(&vault("quebec", |_, text| text), "ed-i-4");
    assert_has(&text, &["Personnel technique", "Formatrice ou formateur", "Tutrice ou tuteur"]);
    assert!(!text.contains("Technicien"), "{text}");
    let text = on_one_line(&vault("quebec", |_, text| text), "ed-i-6");
    assert_has(&text, &["personnes raccordées"]);
    assert!(!text.contains("utilisateurs raccordés"), "{text}");
}

/// Golden values of ED I-5, worked out by hand.
#[test]
fn the_pedagogical_plan_has_its_golden_values() {
    let text = on_one_line(&vault("lisiere", |_, text| text), "ed-i-5");
    assert_has(
        &text,
        &[
            // 974 + 1 263 + 842 = 3 079 pupils in three groups, all of them with a teacher: 3 079 / 172 = 17,90.
            "3 079 apprenants attendus",
            "17,9",
            // Each of the seven competences has an activity and an assessment.
            "7 compétences sur 7 ont une activité et une évaluation",
            // Accounts of parents: 1 014 + 2 161 + 1 813 = 4 988.
            "Vague pilote 1 014 Vague 2 2 161 Vague 3 1 813 Total 4 988 ",
            // 18 + 38 + 34 = 90 people of the schools.
            "Vague pilote 18 Vague 2 38 Vague 3 34 Total 90 ",
            "4 écoles sur 24 ont inscrit",
        ],
    );
}

/// The same, its lines joined.
fn on_one_line(files: &Memory, code: &str) -> String {
    text_of(files, code).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The words of the key figures agree with their numbers, and who is as busy is named as well.
#[test]
fn key_figures_agree_with_their_numbers() {
    // One indicator with its threshold, four requirements all asked; contract of one year of school.
    let text = on_one_line(&vault("distance", |_, text| text), "ed-i-6");
    assert_has(
        &text,
        &["1 indicateur suivi, avec un seuil d’alerte", "4 exigences toutes requises à l’ouverture"],
    );
    assert_has(&text, &["Tableau de bord de la qualité", "à relever"]);
    // One enrolment; no school, of which no source speaks.
    let text = on_one_line(&vault("distance", |_, text| text), "ed-i-5");
    assert_has(&text, &["1 inscription datée", "2 compétences visées, toutes avec une activité"]);
    assert!(!text.contains("dans les écoles de chaque vague"), "{text}");
    // Six activities each for the head of the project, the information systems and the inspector; seven
    // organisations, two of which no actor comes from.
    let text = on_one_line(&vault("lisiere", |_, text| text), "ed-i-4");
    let busiest = "chacun des 3 rôles les plus chargés : Chef de projet, Direction des systèmes d’information (DSI) et Inspecteur chargé du numérique";
    assert_has(&text, &["15 acteurs de 5 organisations", "0 ressource produite et jamais utilisée", busiest]);
    // 1,5 is not two.
    assert_has(&on_one_line(&vault("quebec", |_, text| text), "ed-i-6"), &["1,5 demande par mois"]);
}

/// A hole of the coverage is a word in its cell, and stands in the list under the table.
#[test]
fn a_competence_without_assessment_is_said_to_be() {
    let without = |path: &str, text: String| match path {
        "donnees/pedagogie.yaml" => text
            .lines()
            .filter(|line| !line.contains("competence: comp-publier"))
            .collect::<Vec<_>>()
            .join("\n"),
        _ => text,
    };
    let text = text_of(&vault("lisiere", without), "ed-i-5");
    assert_has(
        &text,
        &[
            "aucune évaluation",
            "sans évaluation",
            "6 compétences sur 7",
            "Compétences à couvrir : Partager et publier.",
        ],
    );
}

/// The enrolled are held against the headcounts of the profiles.
#[test]
fn enrolment_is_held_against_headcounts() {
    let known = |path: &str, text: String| match path {
        "donnees/pedagogie.yaml" => {
            text.replacen("vague: v1, procedure", "vague: v1, inscrits: 600, procedure", 1)
        }
        _ => text,
    };
    // 626 pupils of the first wave, 600 enrolled.
    assert_has(&text_of(&vault("lisiere", known), "ed-i-5"), &["600", "26 à inscrire"]);
}

/// A need leads to a document, a section with its number, an element; what leads nowhere is named.
#[test]
fn a_need_leads_to_what_treats_it() {
    let answered = |path: &str, text: String| match path {
        "donnees/contexte.yaml" => {
            let text = text.replacen(
                "traite_par: [ed-i-6, schema-deploiement]",
                "traite_par: [ed-i-6/soutien-technique, ed-i-1/connexions, schema-deploiement]",
                1,
            );
            text.replacen("traite_par: [plan-formation]", "traite_par: [m04, ed-i-6/soutien-techniq]", 1)
        }
        _ => text,
    };
    let files = vault("lisiere", answered);
    let text = text_of(&files, "ed-i-1");
    assert_has(
        &text,
        &[
            "ED I-6, 2 Soutien technique",
            "ED I-1, 4.2 Connexions",
            "Conduite du changement (Plan de formation)",
            "Sans réponse à ce jour : B09.",
            "§ 2",
        ],
    );
    let run = compile_document(&files, "ed-i-1");
    assert!(
        run.short.contains("reponse-inconnue: « ed-i-6 » n’a pas de section « soutien-techniq »"),
        "{}",
        run.short
    );
}
