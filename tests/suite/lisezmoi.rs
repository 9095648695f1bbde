//! README.md: what it shows compiles, what it lists is what there is.

use crate::compile::{Memory, compile_project};

const README: &str = include_str!("../../README.md");

/// The blocks of code of a language that hold a text.
fn blocks<'a>(language: &str, with: &str) -> Vec<&'a str> {
    let opened = format!("\n```{language}\n");
    let blocks = README.split(opened.as_str()).skip(1).filter_map(|rest| rest.split("```").next());
    blocks.filter(|block| block.contains(with)).collect()
}

fn block<'a>(language: &str, with: &str) -> &'a str {
    let found = blocks(language, with);
    assert_eq!(found.len(), 1, "one block has « {with} »");
    found[0]
}

#[test]
fn its_project_compiles_as_it_stands() {
    let all: Vec<&str> = dossier::documents().filter(|code| *code != "fiche-pratique").collect();
    let manifest =
        block("yaml", "\ndocuments: [ed-i-1]").replace("[ed-i-1]", &format!("[{}]", all.join(", ")));
    let note = block("markdown", "section: connexions");
    let run = compile_project(&Memory::new(&[
        ("dossier.yaml", &manifest),
        ("donnees/plan.yaml", block("yaml", "\norientations:")),
        ("donnees/etablissements.csv", block("text", "id;nom;")),
        ("notes/releve.md", note),
    ]));
    assert!(!run.errors, "{}", run.short);
    let codes: Vec<&str> = run.documents.iter().map(|(code, ..)| *code).collect();
    assert_eq!(codes, all, "{}", run.short);
    assert!(!run.short.contains("releve.md"), "the note is where it says\n{}", run.short);
}

#[test]
fn its_manifest_has_no_key_that_is_refused() {
    let manifest = format!("{}{}", block("yaml", "\ndocuments: [ed-i-1]"), block("yaml", "emetteurs:"));
    let data = block("yaml", "\norientations:");
    let schools = block("text", "id;nom;");
    let run = compile_project(&Memory::new(&[
        ("dossier.yaml", &manifest),
        ("donnees/plan.yaml", data),
        ("donnees/etablissements.csv", schools),
    ]));
    let refused: Vec<&str> = run
        .short
        .lines()
        .filter(|line| line.starts_with("dossier.yaml:"))
        // The folder of fonts is not there, nor the survey that the waiver is about.
        .filter(|line| !["police-refusee", "derogation-sans-effet"].iter().any(|code| line.contains(code)))
        .filter(|line| {
            !["section-vide", "cadre-absent", "type-d-organisation-absent"].iter().any(|c| line.contains(c))
        })
        .collect();
    assert!(refused.is_empty(), "{}", refused.join("\n"));
}

#[test]
fn it_lists_every_document_and_every_dependency() {
    for code in dossier::documents() {
        assert!(README.contains(&format!("\n| `{code}` |")), "{code}");
    }
    let manifest = include_str!("../../Cargo.toml");
    let section = |name: &str| {
        let rest = manifest.split(&format!("\n[{name}]\n")).nth(1).unwrap_or_default();
        let lines = rest.lines().take_while(|line| !line.starts_with('['));
        lines.filter_map(|line| line.split_once(" = ").map(|(key, _)| key.to_owned())).collect::<Vec<_>>()
    };
    let table: Vec<&str> = README
        .lines()
        .filter_map(|line| line.strip_prefix("| ")?.split_once(" |"))
        .flat_map(|(names, _)| names.split([',', ' ', '`', '(', ')']))
        .collect();
    let (used, tested) = (section("dependencies"), section("dev-dependencies"));
    assert!(used.len() > 20 && tested.len() > 3, "Cargo.toml is read");
    for name in used {
        assert!(table.contains(&name.as_str()), "{name} stands in the table");
    }
    for name in tested {
        assert!(README.contains(&format!("{name} (")), "{name} stands below the table");
    }
}
