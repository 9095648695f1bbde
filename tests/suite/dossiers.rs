//! The notes of a dossier that cannot be read, the names and sizes of its files, the captions of its notes.

use crate::compile::{Memory, ProjectRun, compile_project};
use crate::pdf::{Pdf, assert_conforming};

/// A draft that asks for ED I-1, and more lines of its manifest.
fn manifest(more: &str) -> String {
    format!(
        "dossier:\n  titre: Essai\n  reference: ESS\n  langue: fr-FR\n  juridiction: FR\n  date: 2026-03-02\n  statut: brouillon\n  version: \"0.1\"\n{more}"
    )
}

const WANTED: &str = "documents: [ed-i-1]\n";

fn run(more: &str, files: &[(&str, &str)]) -> ProjectRun {
    let manifest = manifest(more);
    compile_project(&Memory::new(&[&[("dossier.yaml", manifest.as_str())], files].concat()))
}

#[test]
fn a_broken_note_stops_only_the_documents_made_of_it() {
    let broken = "titre: [\n";
    for (head, stops) in [
        ("document: ed-i-1\nsection: besoins\n", true),
        ("document: \"ed-i-1\" # le rapport\n", true),
        ("document: fiche-pratique\n", false),
        ("autre: document\n", false),
        ("", false),
    ] {
        let note = format!("---\n{head}{broken}---\n\nTexte.\n");
        let run = run(WANTED, &[("notes/a.md", &note)]);
        assert!(run.short.contains("notes/a.md:"), "{head:?}: it is reported\n{}", run.short);
        assert_eq!(run.documents.is_empty(), stops, "{head:?}\n{}", run.short);
        assert_eq!(run.errors, stops, "{head:?}\n{}", run.short);
    }
    // Not even a text: the line that names the document can be read.
    for (head, stops) in [("document: ed-i-1", true), ("tags: [a]", false)] {
        let note = [b"---\n".as_slice(), head.as_bytes(), b"\n---\n\n\xE9t\xE9\n"].concat();
        let vault = Memory::new(&[("dossier.yaml", &manifest(WANTED))]).with("notes/a.md", note);
        let run = compile_project(&vault);
        assert!(run.short.contains("notes/a.md:5:1: encodage: "), "{}", run.short);
        assert_eq!(run.documents.is_empty(), stops, "{head}\n{}", run.short);
    }
}

#[test]
fn a_note_of_no_wanted_document_stops_nothing() {
    let deep = format!("---\ndocument: fiche-pratique\n---\n\n{}x\n", "> ".repeat(40));
    let run = run(WANTED, &[("notes/a.md", &deep)]);
    assert!(run.short.contains("notes/a.md:5:49: imbrication-excessive: "), "{}", run.short);
    assert!(!run.documents.is_empty() && !run.errors, "{}", run.short);
}

#[test]
fn weighs_the_files_and_names_what_is_too_heavy() {
    let name = |more: &str| {
        let run = run(&format!("{WANTED}{more}"), &[]);
        let name = run.documents.first().map(|(_, name, _)| name.clone()).unwrap_or_default();
        (name, run.short)
    };
    let limits = "limites: {fichier_mo: 0.01, dossier_mo: \"0,02\"}\n";
    let (named, short) = name(limits);
    assert_eq!(named, "ESS_ed-i-1_v0.1");
    assert!(
        short.contains("dossier.yaml:10:23: limite-depassee: le fichier « ESS_ed-i-1_v0.1.pdf » pèse 0,"),
        "{short}"
    );
    assert!(short.contains("; la limite est de 0,01 Mo (R94)"), "{short}");
    assert!(short.contains("dossier.yaml:10:41: limite-depassee: le dossier pèse 0,"), "{short}");
    let waiver =
        |objet: &str| format!("{limits}derogations:\n  - {{regle: R94{objet}, motif: Envoi par porteur.}}\n");
    for (objet, file, dossier) in
        [("", false, false), (", objet: ed-i-1", false, true), (", objet: dossier", true, false)]
    {
        let (_, short) = name(&waiver(objet));
        assert_eq!(short.contains("le fichier « ESS"), file, "{objet}: {short}");
        assert_eq!(short.contains("le dossier pèse"), dossier, "{objet}: {short}");
        assert!(!short.contains("derogation-sans-effet"), "{short}");
    }
    assert!(!name("limites: {fichier_mo: 10, dossier_mo: 50}\n").1.contains("limite-depassee"));
    for (more, expected) in [
        ("nommage: \"{code}.pdf\"\n", "ed-i-1"),
        ("nommage: \"Élément {code} / été\"\n", "Element-ed-i-1--ete"),
        ("nommage: \"../../{code}\"\n", "ed-i-1"),
        ("nommage: \"{ref}_{code}_v{version}_final\"\nlimites: {nom_max: 20}\n", "ESS_ed-i-1_v0.1_"),
        ("nommage: \"---\"\n", "ed-i-1"),
    ] {
        assert_eq!(name(more).0, expected, "{more}");
    }
    let (_, short) = name("nommage: \"{code}_{date}_{x\"\n");
    assert!(
        short.contains("dossier.yaml:10:10: nommage-invalide: « date » n’est pas un champ de nommage"),
        "{short}"
    );
}

#[test]
fn the_register_names_what_only_the_export_decides() {
    let run = run(WANTED, &[]);
    let pdf = Pdf::new(&run.documents.first().expect("a PDF").2);
    let text = pdf.logical_text();
    assert!(text.contains("R94") && text.contains("Contrôlé à l’export"), "{text}");
}

#[test]
fn numbers_the_tables_and_images_that_have_a_caption() {
    let table = "| a | b |\n|---|---|\n| 1 | 2 |\n";
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40\" height=\"20\"><rect width=\"40\" height=\"20\"/></svg>";
    let long = "un texte de remplacement bien trop long pour servir de titre, ".repeat(3);
    let note = format!(
        "---\ndocument: ed-i-1\nsection: objet-et-perimetre\n---\n\n\
         Tableau : Au-dessus\n\n{table}\nTexte.\n\n{table}\n**Tableau : En *dessous***\n\n\
         Tableau 9 : numéro écrit\n\n{table}\n\
         ![[p.svg|Plan du site]]\n\n![[p.svg|{long}]]\n\n\
         Figure : Vu d'ici\n\n![[p.svg|{long}]]\n\nFigure : Absente\n\n![[q.svg|Q]]\n\nFigure : seule\n\n\
         > Tableau : dans une citation\n>\n> | c |\n> |---|\n> | 1 |\n"
    );
    let run = run(WANTED, &[("notes/a.md", &note), ("p.svg", svg)]);
    let bytes = &run.documents.first().unwrap_or_else(|| panic!("{}", run.short)).2;
    assert_conforming(bytes, "captions");
    let text = Pdf::new(bytes).logical_text();
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let body = lines.iter().rposition(|line| *line == "Texte.").expect("the text");
    for expected in [
        "Tableau 1 Au-dessus",
        "Tableau 2 En dessous",
        "Tableau 9 : numéro écrit",
        "Figure 1 Plan du site",
        "Figure 2 Vu d’ici",
        "Absente",
        "Figure : seule",
        "Tableau : dans une citation",
    ] {
        let squeezed = |line: &str| line.replace(['\u{A0}', '\u{202F}'], " ");
        let at = lines.iter().rposition(|line| squeezed(line) == expected);
        assert!(at.is_some_and(|at| at + 8 > body), "« {expected} » is missing in\n{text}");
    }
    for listed in ["Au-dessus", "En dessous", "Plan du site", "Vu d’ici"] {
        assert_eq!(
            text.matches(listed).count(),
            2,
            "« {listed} » stands in its list and at its place\n{text}"
        );
    }
}

#[test]
fn what_is_written_by_mistake_is_not_taken_for_nothing() {
    for (more, note, expected) in [
        ("theme:\n  accent: #0F5B4A\n", "", "dossier.yaml:11:3: valeur-d-un-autre-genre: "),
        ("", "document: ed-i-1\nsection: besoins\nneant: peut-être\n", "notes/a.md:4:8: valeur-invalide: "),
        ("", "document: ED I-1\nsection: besoins\n", "notes/a.md:2:11: note-non-rattachee: "),
    ] {
        let run = run(&format!("{WANTED}{more}"), &[("notes/a.md", &format!("---\n{note}---\n\nMot.\n"))]);
        assert!(run.short.contains(expected), "{expected}\n{}", run.short);
    }
    let run = run(WANTED, &[("notes/a.md", "---\ndocument: ed-i-1\nsection: besoins\nneant: Oui\n---\n")]);
    assert!(!run.short.contains("« Besoins »") && !run.short.contains("a.md:"), "{}", run.short);
}

#[test]
fn reads_the_folders_that_the_manifest_names() {
    let note = "---\ndocument: ed-i-1\nsection: objet-et-perimetre\n---\n\nUn mot rare : grillon.\n";
    let data = "projet: {nom: Hirondelle}\n";
    for (keys, notes, donnees) in [
        ("", "notes/a.md", "donnees/p.yaml"),
        ("notes: Rapport/\ndonnees: x/y\n", "Rapport/b/a.md", "x/y/p.yml"),
        ("notes: .\ndonnees: .\n", "a.md", "p.yaml"),
    ] {
        let run = run(&format!("{WANTED}{keys}"), &[(notes, note), (donnees, data)]);
        let pdf = Pdf::new(&run.documents.first().unwrap_or_else(|| panic!("{keys}\n{}", run.short)).2);
        let text = pdf.text();
        assert!(text.contains("grillon") && text.contains("Hirondelle"), "{keys}\n{text}");
    }
    let run = run(&format!("{WANTED}notes: ../ailleurs\n"), &[]);
    assert!(run.short.contains("dossier.yaml:10:8: hors-du-coffre: "), "{}", run.short);
}

#[test]
fn a_document_asks_only_for_its_own_decisions() {
    let asked = "documents: [ed-i-1, ed-i-2]\ndecisions:\n  - {objet: Fixer la date, documents: [ed-i-1]}\n  - {objet: Choisir le portail, documents: [ed-i-2]}\n  - {objet: Nommer un relais}\n";
    let run = run(asked, &[]);
    let text = |code: &str| {
        let found = run.documents.iter().find(|(own, _, _)| *own == code);
        let (_, _, bytes) = found.unwrap_or_else(|| panic!("{code}:\n{}", run.short));
        Pdf::new(bytes).logical_text().replace('\u{A0}', " ")
    };
    let (first, second) = (text("ed-i-1"), text("ed-i-2"));
    assert!(first.contains("Décision 1. Fixer la date") && !first.contains("Choisir le portail"), "{first}");
    assert!(second.contains("Décision 1. Choisir le portail") && !second.contains("Fixer"), "{second}");
    // One that names no document is asked for in all of them, under the next number.
    assert!([first, second].iter().all(|text| text.contains("Décision 2. Nommer un relais")));
}

#[test]
fn a_decision_of_no_known_document_is_reported_at_its_place() {
    let run = run(
        "documents: [ed-i-1]\ndecisions:\n  - objet: Fixer la date\n    documents: [ed-i-1, ed-i-9]\n",
        &[],
    );
    let place = "dossier.yaml:12:25: document-inconnu: ";
    assert!(run.short.lines().any(|line| line.starts_with(place)), "{}", run.short);
}

#[test]
fn each_note_of_a_section_keeps_its_conclusion() {
    let note = |chapo: &str| {
        format!("---\ndocument: ed-i-1\nsection: consequences\nchapo: {chapo}\n---\n\nTexte.\n")
    };
    let run = run(
        WANTED,
        &[("notes/a.md", &note("La ligne vient d'abord.")), ("notes/b.md", &note("Puis l'équipe."))],
    );
    let (_, _, bytes) = &run.documents[0];
    assert_conforming(bytes, "two conclusions");
    let text = Pdf::new(bytes).logical_text();
    assert!(text.contains("La ligne vient d’abord.") && text.contains("Puis l’équipe."), "{text}");
}

/// In the matrix of answers, a need that nothing treats has one cell over all documents: the rows after
/// it still start with the number of their own.
#[test]
fn the_matrix_of_answers_keeps_its_columns() {
    let needs = "contexte:\n  besoins:\n    - {id: b1, nature: technique, enonce: Une ligne, traite_par: [ed-i-2, ed-i-6]}\n    - {id: b2, nature: humain, enonce: Une aide}\n    - {id: b3, nature: humain, enonce: Un relais, traite_par: [ed-i-6]}\n";
    let run = run(&format!("{WANTED}donnees: donnees\n"), &[("donnees/contexte.yaml", needs)]);
    let (_, _, bytes) = run.documents.first().unwrap_or_else(|| panic!("{}", run.short));
    let structure = Pdf::new(bytes).structure();
    let rows = structure
        .find_all("TR")
        .into_iter()
        .map(|row| row.children.iter().map(|cell| cell.text.trim().to_owned()).collect::<Vec<_>>());
    let all: Vec<_> = rows.collect();
    for row in [
        vec!["N°", "Besoin ou contrainte", "I-2", "I-6"],
        vec!["B1", "Une ligne", "oui", "oui"],
        vec!["B2", "Une aide", "non traité"],
        vec!["B3", "Un relais", "–", "oui"],
    ] {
        assert!(all.iter().any(|found| *found == row), "{row:?} is not in {all:?}");
    }
}
