//! Every fixture of a document compiles, conforms, is complete, and announces its diagnostics.

use crate::compile::{assert_expected, compile, disk, fixtures, names};
use crate::pdf::{Pdf, assert_conforming};

#[test]
fn fixtures_compile_with_the_diagnostics_they_announce() {
    for kind in names(&fixtures("documents"), &[]) {
        let folder = fixtures("documents").join(&kind);
        let mut found = String::new();
        for note in names(&folder, &[".md", "e.txt", "n.txt", "s.txt", "t.txt"])
            .iter()
            .filter(|note| *note != "attendu.txt")
        {
            let run = compile(&disk(&folder), note);
            let pdf = run.pdf.unwrap_or_else(|| panic!("{kind}/{note}:\n{}", run.short));
            assert_conforming(&pdf.bytes, note);
            assert_complete(
                &std::fs::read_to_string(folder.join(note)).expect("a text"),
                &Pdf::new(&pdf.bytes),
                note,
            );
            found.push_str(&run.short);
        }
        assert_expected(&folder.join("attendu.txt"), &found);
    }
}

#[test]
fn every_document_type_has_a_fixture_and_a_template() {
    let templates = names(&fixtures("../templates/documents"), &[]);
    let mut kinds: Vec<String> = dossier::documents().map(|kind| format!("{kind}.typ.tera")).collect();
    kinds.sort();
    assert_eq!(templates, kinds);
    for kind in dossier::documents() {
        assert!(fixtures("documents").join(kind).is_dir(), "fixtures/documents/{kind} is missing");
    }
}

/// Every word of the note is in the PDF: front matter keys, tags, comments and addresses apart.
fn assert_complete(note: &str, pdf: &Pdf, name: &str) {
    let text = pdf.text();
    let printed = words(&text);
    let body =
        note.strip_prefix("---\n").and_then(|rest| rest.split_once("\n---\n")).map_or(note, |(_, body)| body);
    let without_markup: String = body
        .lines()
        .filter(|line| !(line.starts_with('#') && !line.contains(' ')))
        .map(|line| {
            line.replace("[!warning]", "")
                .replace("<br>", " ")
                .replace("<ul style=\"list-style-type: none;\">", " ")
                + "\n"
        })
        .collect();
    for word in words(&without_markup) {
        assert!(printed.contains(&word), "{name}: « {word} » is lost");
    }
}

/// The runs of letters and digits, in lower case: the title of a section may be set anew.
fn words(text: &str) -> std::collections::BTreeSet<String> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}

#[test]
fn the_fiche_has_its_sections_in_order_and_its_metadata() {
    let folder = fixtures("documents/fiche-pratique");
    let run = compile(&disk(&folder), "preparer-l-ouverture.md");
    let pdf = Pdf::new(&run.pdf.expect("a PDF").bytes);
    let titles: Vec<(usize, String)> = pdf.bookmarks();
    let titles: Vec<(usize, &str)> = titles.iter().map(|(depth, title)| (*depth, title.as_str())).collect();
    assert_eq!(
        titles,
        [
            (0, "Préparer l’ouverture dans son école"),
            (1, "Contenu"),
            (1, "Facteurs clés de succès"),
            (1, "Questions clés à se poser"),
        ]
    );
    assert_eq!(pdf.info("Title").as_deref(), Some("Préparer l’ouverture dans son école"));
    assert_eq!(pdf.lang().as_deref(), Some("fr-FR"));
    assert!(
        pdf.info("CreationDate").is_some_and(|date| date.starts_with("D:20260302")),
        "{:?}",
        pdf.info("CreationDate")
    );
    assert_eq!(pdf.forbidden(), Vec::<String>::new());
    let text = pdf.logical_text();
    let order = [
        "Objectif",
        "Contenu",
        "Vérifier les listes",
        "Facteurs clés",
        "Questions clés",
        "Sans réponse",
        "À retenir",
    ];
    let places: Vec<usize> = order
        .iter()
        .map(|part| text.find(part).unwrap_or_else(|| panic!("no « {part} » in {text}")))
        .collect();
    assert!(places.is_sorted(), "{places:?}");
}

#[test]
fn heads_of_tables_are_heads_and_figures_have_alternatives() {
    let folder = fixtures("documents/fiche-pratique");
    let run = compile(&disk(&folder), "preparer-l-ouverture.md");
    let pdf = Pdf::new(&run.pdf.expect("a PDF").bytes);
    let structure = pdf.structure();
    let heads: Vec<&str> = structure.find_all("TH").iter().map(|head| head.text.trim()).collect();
    assert_eq!(heads, ["N°", "Étape", "Échéance", "Question", "Réponse"]);
    assert!(structure.find_all("TH").iter().all(|head| head.scope.as_deref() == Some("Column")));
    for figure in structure.find_all("Figure") {
        assert!(figure.alt.as_deref().is_some_and(|alt| !alt.is_empty()));
    }
}

#[test]
fn two_builds_give_the_same_bytes() {
    let folder = fixtures("documents/fiche-pratique");
    let build = || compile(&disk(&folder), "preparer-l-ouverture.md").pdf.expect("a PDF").bytes;
    assert!(build() == build());
}
