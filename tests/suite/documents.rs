//! Every fixture of a document compiles, conforms, is complete, and announces its diagnostics.

use crate::compile::{Memory, assert_expected, compile, compile_project, disk, fixtures, names};
use crate::pdf::{Pdf, assert_conforming};

/// The fixtures that are whole projects.
const VAULTS: [&str; 4] = ["distance", "lisiere", "passerelle", "quebec"];

#[test]
fn fixtures_compile_with_the_diagnostics_they_announce() {
    for kind in names(&fixtures("documents"), &[]) {
        let folder = fixtures("documents").join(&kind);
        let mut found = String::new();
        for note in notes(&folder) {
            let run = compile(&disk(&folder), &note);
            let pdf = run.pdf.unwrap_or_else(|| panic!("{kind}/{note}:\n{}", run.short));
            assert_conforming(&pdf.bytes, &note);
            assert_complete(
                &std::fs::read_to_string(folder.join(&note)).expect("a text"),
                &Pdf::new(&pdf.bytes),
                &note,
            );
            found.push_str(&run.short);
        }
        assert_expected(&folder.join("attendu.txt"), &found);
    }
}

/// The notes of a folder: all its texts but the expected diagnostics.
fn notes(folder: &std::path::Path) -> Vec<String> {
    let mut notes = names(folder, &[".md", ".txt"]);
    notes.retain(|note| note != "attendu.txt");
    notes
}

#[test]
fn every_document_type_has_a_fixture_and_a_template() {
    let templates = names(&fixtures("../templates/documents"), &[]);
    let mut kinds: Vec<String> = dossier::documents().map(|kind| format!("{kind}.typ.tera")).collect();
    kinds.sort();
    assert_eq!(templates, kinds);
    for kind in dossier::documents() {
        let manifest =
            |vault: &&str| std::fs::read_to_string(fixtures(vault).join("dossier.yaml")).expect("a manifest");
        let wanted = |manifest: String| {
            let line = manifest.lines().find(|line| line.starts_with("documents:")).map(str::to_owned);
            line.is_some_and(|line| words(&line.replace('-', "")).contains(&kind.replace('-', "")))
        };
        let shown =
            fixtures("documents").join(kind).is_dir() || VAULTS.iter().map(|v| manifest(&v)).any(wanted);
        assert!(shown, "no fixture shows {kind}");
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

#[test]
fn the_structure_of_the_fiche_is_that_of_its_snapshot() {
    let run = compile(&disk(&fixtures("documents/fiche-pratique")), "preparer-l-ouverture.md");
    let pdf = Pdf::new(&run.pdf.expect("a PDF").bytes);
    insta::assert_snapshot!(pdf.structure().outline());
}

#[test]
fn the_pdf_says_what_it_is() {
    let run = compile(&disk(&fixtures("documents/fiche-pratique")), "preparer-l-ouverture.md");
    let pdf = Pdf::new(&run.pdf.expect("a PDF").bytes);
    let xmp = pdf.xmp();
    for mark in ["<pdfaid:part>2<", "<pdfaid:conformance>A<", "<pdfuaid:part>1<", "2026-03-02"] {
        assert!(xmp.contains(mark), "{mark} is not in {xmp}");
    }
    assert_eq!(pdf.page_labels(), ["1"]);
    // A4, in points: 210 mm and 297 mm at 72/25.4 points a millimetre are 595.28 and 841.89.
    let (width, height) = pdf.page_size(0);
    assert!((width - 595.28).abs() < 0.01 && (height - 841.89).abs() < 0.01, "{width} × {height}");
}

#[test]
fn a_fiche_of_quebec_is_on_letter_paper_with_its_own_spaces() {
    let note =
        "---\ntitle: Une fiche\ndate: 2026-09-01\nlangue: fr-CA\n---\n\nQui vient ? « Tous » : 50 %.\n";
    let run = compile(&Memory::new(&[("n.md", note)]), "n.md");
    let pdf = Pdf::new(&run.pdf.expect("a PDF").bytes);
    // 8.5 and 11 inches of 72 points.
    assert_eq!(pdf.page_size(0), (612.0, 792.0));
    assert_eq!(pdf.lang().as_deref(), Some("fr-CA"));
    assert!(pdf.text().contains("Qui vient? «\u{A0}Tous\u{A0}»\u{A0}: 50\u{A0}%."), "{}", pdf.text());
}

#[test]
fn only_addresses_of_the_web_become_links() {
    let note = "[a](https://exemple.fr/x) [b](javascript:alert) [c](file:///etc/passwd) <d@exemple.fr> [e](obsidian://open)\n";
    let run = compile(&Memory::new(&[("n.md", note)]), "n.md");
    let pdf = Pdf::new(&run.pdf.expect("a PDF").bytes);
    assert_eq!(pdf.links(), ["https://exemple.fr/x", "mailto:d@exemple.fr"]);
    assert_eq!(pdf.page_count(), 1);
}

#[test]
fn comments_and_tags_leave_no_trace() {
    let note = "Avant %%secret un%% après.\n\n<!-- secret deux -->\n\n%%\nsecret trois\n%%\n\n#secret-quatre\n\nFin #secret-cinq\n\nBloc. ^secret-six\n";
    let run = compile(&Memory::new(&[("n.md", note)]), "n.md");
    let checked = run.checked.expect("a project");
    for (path, text) in &checked.project.texts {
        assert!(!text.contains("secret"), "{path}: {text}");
    }
    let text = Pdf::new(&run.pdf.expect("a PDF").bytes).text();
    assert!(!text.contains("secret") && text.contains("Avant") && text.contains("après"), "{text}");
}

#[test]
fn vaults_compile_with_the_diagnostics_they_announce() {
    for vault in VAULTS {
        let folder = fixtures(vault);
        let run = compile_project(&disk(&folder));
        assert!(!run.errors, "{vault}:\n{}", run.short);
        for (code, name, pdf) in &run.documents {
            assert_conforming(pdf, &format!("{vault}/{code}"));
            assert!(name.bytes().all(|b| b.is_ascii_alphanumeric() || b"._-".contains(&b)), "{name}");
            assert_eq!(Pdf::new(pdf).forbidden(), Vec::<String>::new());
        }
        assert!(!run.documents.is_empty(), "{vault} gives no document");
        assert_expected(&folder.join("attendu.txt"), &run.short);
    }
}

/// The golden values of Lisière; their calculation by hand stands in its `LISEZMOI.md`.
#[test]
fn lisiere_has_its_golden_values() {
    let run = compile_project(&disk(&fixtures("lisiere")));
    let (_, name, bytes) = run.documents.into_iter().find(|(code, _, _)| *code == "ed-i-1").expect("ED I-1");
    assert_eq!(name, "LIS_ed-i-1_v0.4");
    let pdf = Pdf::new(&bytes);
    let text = pdf.logical_text().replace(['\u{202F}', '\u{A0}'], " ");
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    for value in [
        "Rapport de contexte",
        // 24 schools in 14 communes, 130 classes, 3 079 pupils, 172 teachers; 572 devices: 3079 / 572 = 5,38.
        "24 écoles, 14 communes",
        "3 079",
        "172",
        // 626 / 3079 = 20,33 %; 1334 / 3079 = 43,33 %; 1119 / 3079 = 36,34 %.
        "20,3 %",
        "43,3 %",
        "36,3 %",
        "5,4",
        "4 écoles sous le seuil de 20 Mbit/s",
        // 28 / 32 = 87,5 %; 129 / 172 = 75 %; 144 / 150 = 96 %; 473 / 2150 = 22 %.
        "75 %",
        "96 %",
        "22 %",
    ] {
        assert!(lines.iter().any(|line| line.contains(value)), "« {value} » is not in the document");
    }
    let bookmarks: Vec<String> =
        pdf.bookmarks().into_iter().filter(|(depth, _)| *depth == 0).map(|(_, title)| title).collect();
    let sections = [
        "1 Objet et périmètre",
        "4 Infrastructure technologique",
        "9 Conséquences pour la suite",
        "Glossaire",
        "Registre des contrôles",
        "Traçabilité",
    ];
    for section in sections {
        assert!(bookmarks.iter().any(|title| title == section), "{section} is not in {bookmarks:?}");
    }
    let structure = pdf.structure();
    assert!(
        structure.find_all("TH").iter().any(|head| head.scope.as_deref() == Some("Row")),
        "rows are named"
    );
    let figures = structure.find_all("Figure");
    assert!(
        figures.iter().any(|figure| figure.alt.as_deref().is_some_and(|alt| alt.contains("24 écoles"))),
        "the chart is told"
    );
}

/// A university has no school: no table of schools full of noughts, and no list of figures without one.
#[test]
fn a_project_without_schools_says_nothing_of_schools() {
    let run = compile_project(&disk(&fixtures("distance")));
    let (_, _, bytes) = run.documents.into_iter().find(|(code, _, _)| *code == "ed-i-1").expect("ED I-1");
    let pdf = Pdf::new(&bytes);
    let text = pdf.logical_text();
    for part in ["école", "Figures", "TNI"] {
        assert!(!text.contains(part), "« {part} » is in the document");
    }
    assert!(text.contains("Soixante adultes") && text.contains("prête douze ordinateurs"), "{text}");
}

#[test]
fn values_made_of_code_print_as_themselves() {
    let attack = "#import {{ x }} $y$ <b> *z*";
    let manifest = format!(
        "dossier:\n  titre: '{attack}'\n  reference: ESS\n  langue: fr-FR\n  juridiction: FR\n  date: 2026-03-02\n  statut: brouillon\n  version: \"0.1\"\ndocuments: [ed-i-1]\nemetteurs: [org]\n"
    );
    let data = format!("organisations:\n  - {{id: org, nom: '{attack}', type: porteur}}\n");
    let files = Memory::new(&[("dossier.yaml", &manifest), ("donnees/projet.yaml", &data)]);
    let run = compile_project(&files);
    let (_, _, bytes) = run.documents.into_iter().next().unwrap_or_else(|| panic!("{}", run.short));
    let printed: String = Pdf::new(&bytes).text().chars().filter(|c| !c.is_whitespace()).collect();
    assert!(printed.matches("#import{{x}}$y$<b>*z*").count() >= 3, "{printed}");
}

#[test]
fn schools_come_from_csv_as_from_yaml() {
    let manifest = "dossier:\n  titre: Essai\n  reference: ESS\n  langue: fr-FR\n  juridiction: FR\n  date: 2026-03-02\n  statut: brouillon\n  version: \"0.1\"\ndocuments: [ed-i-1]\n";
    let vagues = "vagues:\n  - {id: v1, rang: 1, etablissements: [e01, e02]}\n";
    let csv = "id;nom;commune;type;eleves;infra.postes;infra.debit_mbps;infra.plateforme_existante\ne01;Les Alisiers;Aubrecourt;primaire;214;20;12,5;Aucune\ne02;\"Jean-Farge; annexe\";Aubrecourt;élémentaire;196;18;200;Aucune\n";
    let files = [
        ("dossier.yaml", manifest),
        ("donnees/deploiement.yaml", vagues),
        ("donnees/etablissements.csv", csv),
    ];
    let run = compile_project(&Memory::new(&files));
    let (_, _, bytes) = run.documents.into_iter().next().unwrap_or_else(|| panic!("{}", run.short));
    let text = Pdf::new(&bytes).text();
    for part in ["Jean-Farge", "12,5", "410"] {
        assert!(text.contains(part), "{part}: {text}");
    }
}

/// A note that no document asks for stops none, however broken; a key that was meant to bind it is named.
#[test]
fn notes_of_no_document_stop_none() {
    let manifest = "dossier:\n  titre: Essai\n  reference: ESS\n  langue: fr-FR\n  juridiction: FR\n  date: 2026-03-02\n  statut: brouillon\n  version: \"0.1\"\ndocuments: [ed-i-1]\n";
    let deep = format!("{} trop profond\n", ">".repeat(200));
    let files = Memory::new(&[
        ("dossier.yaml", manifest),
        ("notes/bris.md", "---\na: [1\n---\nTexte.\n"),
        ("notes/docment.md", "---\ndocumnt: ed-i-1\n---\nTexte perdu.\n"),
        ("notes/journal.md", &deep),
        ("notes/objet.md", "---\ndocument: ed-i-1\nsection: objet-et-perimetre\n---\nTexte retenu.\n"),
    ]);
    let run = compile_project(&files);
    let (_, _, bytes) = run.documents.into_iter().next().unwrap_or_else(|| panic!("{}", run.short));
    let text = Pdf::new(&bytes).text();
    assert!(text.contains("Texte retenu") && !text.contains("Texte perdu"), "{text}");
    assert!(run.short.contains("notes/docment.md:2:1: cle-approchante"), "{}", run.short);
    assert!(run.short.contains("notes/bris.md") && !run.short.contains("journal"), "{}", run.short);
}

/// A name with an accent is found however its letters are composed, and through percent-coding.
#[test]
fn names_with_accents_are_found() {
    let note = "Vers [[Réseau]], [[Re\u{301}seau]], [[réseau.md]] et [le relevé](annexes/R%C3%A9seau.md).\n";
    for stored in ["annexes/Réseau.md", "annexes/Re\u{301}seau.md"] {
        let run = compile(&Memory::new(&[("n.md", note), (stored, "# Réseau\n")]), "n.md");
        assert!(!run.short.contains("introuvable"), "{stored}: {}", run.short);
    }
}
