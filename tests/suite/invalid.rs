//! One mistake a folder of `fixtures/invalid`, named at its place.

use crate::compile::{
    Memory, assert_expected, check, compile, compile_edition, compile_project, disk, fixtures, names,
};
use dossier::diagnostic::{Class, Code};

/// The codes whose input is too large, or of a kind that a repository cannot hold: made below. What the
/// typesetter refuses has no input that is known: a test of the media makes one. Those of a whole vault:
/// made in `census`.
const MADE_HERE: [Code; 7] = [
    Code::FileTooLarge,
    Code::SymbolicLink,
    Code::CsvTooLong,
    Code::TypesettingRefused,
    Code::NotesOrphan,
    Code::NotesUnattached,
    Code::ImagesUnused,
];

#[test]
fn each_mistake_is_named_at_its_place() {
    let root = fixtures("invalid");
    for name in names(&root, &[]) {
        let folder = root.join(&name);
        let short = if folder.join("dossier.yaml").is_file() {
            let run = match std::fs::read_to_string(folder.join("edition.txt")) {
                Ok(edition) => compile_edition(&disk(&folder), edition.trim()),
                Err(_) => compile_project(&disk(&folder)),
            };
            assert!(
                run.documents.is_empty() || !run.errors,
                "{name}: no PDF comes out where there is an error"
            );
            run.short
        } else {
            let run = compile(&disk(&folder), "note.md");
            assert_eq!(run.pdf.is_none(), run.errors, "{name}: a PDF comes out unless there is an error");
            run.short
        };
        assert!(short.contains(&format!(": {name}: ")), "{name} is not reported:\n{short}");
        assert_expected(&folder.join("attendu.txt"), &short);
    }
}

#[test]
fn every_code_of_the_input_has_a_fixture() {
    let folders = names(&fixtures("invalid"), &[]);
    for code in Code::ALL.iter().filter(|code| code.class() == Class::Input && !MADE_HERE.contains(code)) {
        assert!(
            folders.iter().any(|folder| folder == code.name()),
            "fixtures/invalid/{} is missing",
            code.name()
        );
    }
    for folder in &folders {
        assert!(Code::ALL.iter().any(|code| code.name() == folder), "fixtures/invalid/{folder} is no code");
    }
}

#[test]
fn refuses_a_note_over_its_budget() {
    let run = compile(&Memory::default().with("n.md", vec![b'a'; 5 << 20]), "n.md");
    assert_eq!(run.short, "n.md: fichier-trop-gros: le fichier dépasse la limite de 4 Mio\n");
    assert!(run.checked.is_none());
}

/// Planning data may be four times as long as a note.
#[test]
fn refuses_data_over_their_budget() {
    let data = |length: usize| format!("# {}\nvagues: []\n", "a".repeat(length));
    for (length, refused) in [(15 << 20, false), (17 << 20, true)] {
        let files = Memory::new(&[("dossier.yaml", "documents: []\n"), ("donnees/d.yaml", &data(length))]);
        let message = "donnees/d.yaml: fichier-trop-gros: le fichier dépasse la limite de 16 Mio";
        let run = compile_project(&files);
        assert_eq!(run.short.contains(message), refused, "{}", run.short);
    }
}

#[test]
fn a_definition_used_without_end_does_not_grow() {
    let text = format!("[a]: https://a.b/{}\n\n{}", "x".repeat(7 << 10), "[a] ".repeat(5000));
    let run = check(&Memory::new(&[("n.md", &text)]), "n.md");
    let size: usize = run.checked.expect("a project").project.texts.values().map(String::len).sum();
    assert!(size < 1 << 20, "{size} bytes");
}

#[test]
fn refuses_a_hundred_thousand_nested_quotes() {
    for mark in [">", "> ", "- ", "1. "] {
        let run = compile(&Memory::new(&[("n.md", &(mark.repeat(100_000) + "x"))]), "n.md");
        assert!(run.short.starts_with("n.md:1:1: imbrication-excessive: "), "{mark}: {}", run.short);
        assert!(run.pdf.is_none());
    }
}

#[test]
fn names_every_mistake_of_a_note_in_one_run() {
    let text = "---\ntitle: Une fiche\nverison: 1\ndate: demain\n---\n\n[[Rien]] et ![[absente.png|Plan]]\n\n<blink>x\n\n🎯\n";
    let run = compile(&Memory::new(&[("n.md", text)]), "n.md");
    for place in [
        "3:1: cle-approchante",
        "4:7: valeur-invalide",
        "7:1: lien-introuvable",
        "7:13: image-introuvable",
        "9:1: html-non-admis",
        "11:1: glyphe-absent",
    ] {
        assert!(run.short.contains(&format!("n.md:{place}: ")), "{place} is missing:\n{}", run.short);
    }
    assert!(run.pdf.is_some(), "all of them are repaired");
}

#[test]
fn refuses_a_table_of_too_many_rows() {
    let csv = format!("id;nom\n{}", "e;x\n".repeat(100_001));
    let run = compile_project(&Memory::new(&[
        ("dossier.yaml", "dossier: {}\n"),
        ("donnees/etablissements.csv", &csv),
    ]));
    assert!(run.short.contains("donnees/etablissements.csv:100002:1: csv-trop-long: "), "{}", run.short);
}

#[test]
fn names_what_would_vanish_without_a_word() {
    for (text, expected) in [
        ("Un\u{1}mot.", "n.md:1:3: caractere-invisible: un caractère invisible (U+0001)"),
        ("<!-- Sans fin.\n\nMasqué.", "n.md:1:1: commentaire-non-ferme: le commentaire ouvert par « <!-- »"),
        ("| a | b |\n|---|---|\n| c | d | e |", "n.md:3:11: tableau-irregulier: la ligne a 3 cellules"),
        (&"<b>".repeat(40), "n.md:1:97: imbrication-aplatie: au-delà de 32 niveaux"),
    ] {
        let run = check(&Memory::new(&[("n.md", text)]), "n.md");
        assert!(run.short.contains(expected), "{text:?}:\n{}", run.short);
    }
}
