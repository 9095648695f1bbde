//! No prefix of any fixture breaks anything: a note is often read while it is being written.

use crate::compile::{Memory, check, fixtures, names};
use std::path::Path;

/// About how many prefixes of a file are tried.
const PREFIXES: usize = 250;

#[test]
fn prefixes_of_fixtures_are_read_without_a_bug() {
    for folder in ["markdown", "documents/fiche-pratique"] {
        let folder = fixtures(folder);
        for name in names(&folder, &[".md", ".txt"]) {
            let text =
                std::fs::read_to_string(folder.join(&name)).unwrap_or_else(|error| panic!("{name}: {error}"));
            for end in ends(&text) {
                assert_sound(&text[..end], &folder.join(&name));
            }
        }
    }
}

fn ends(text: &str) -> impl Iterator<Item = usize> + '_ {
    let step = (text.len() / PREFIXES).max(1);
    (0..text.len()).step_by(step).filter(|&end| text.is_char_boundary(end))
}

fn assert_sound(text: &str, path: &Path) {
    let run = check(&Memory::new(&[("note.md", text)]), "note.md");
    assert!(!run.short.contains("erreur-interne"), "{} up to {}:\n{}", path.display(), text.len(), run.short);
    assert_eq!(run.checked.is_none(), run.errors, "{} up to {}", path.display(), text.len());
}

#[test]
fn line_ends_do_not_change_the_document() {
    let folder = fixtures("documents/fiche-pratique");
    for name in names(&folder, &[".md"]) {
        let text = std::fs::read_to_string(folder.join(&name)).expect("a text");
        let code = |text: &str| {
            let run = check(&Memory::new(&[("note.md", text)]), "note.md");
            let checked = run.checked.unwrap_or_else(|| panic!("{name}:\n{}", run.short));
            checked.project.texts
        };
        let plain = code(&text);
        assert_eq!(code(&text.replace('\n', "\r\n")), plain, "{name} with CRLF");
        assert_eq!(code(&text.replace('\n', "\r")), plain, "{name} with CR");
        assert_eq!(code(&format!("\u{FEFF}{text}")), plain, "{name} with a byte order mark");
    }
}

#[test]
fn hostile_notes_are_read_to_their_end() {
    for (unit, times) in [
        ("<b>", 20_000),
        ("<p>x", 20_000),
        ("<h1>x", 20_000),
        ("<a href=x>", 20_000),
        ("*a **b ", 20_000),
        ("a\tb\nc\td\nx\n", 20_000),
        (")", 100_000),
        ("://http", 40_000),
        ("&", 100_000),
        ("%%a%%\n", 100_000),
        ("%%`%%\n\nx\n\n", 1_000),
        ("<p>&", 20_000),
        ("| a | b |\n|---|---|\n| c | d | e |\n\n", 2_000),
    ] {
        let run =
            check(&Memory::new(&[("n.md", &format!("https://a.b/{} fin", unit.repeat(times)))]), "n.md");
        let code: String = run.checked.expect("a project").project.texts.into_values().collect();
        assert!(code.contains("fin"), "{unit:?}: the end of the text is lost");
    }
}

/// What has no length counts as longer than any place, however much of it there is.
#[test]
fn no_length_is_too_much() {
    let rules = |indent: &str| format!("{indent}---\n\n").repeat(1100);
    for note in [
        format!("## À retenir\n\n{}", rules("")),
        format!("## Facteurs clés\n\n- x\n\n## Questions clés à se poser\n\n- Qui ?\n\n{}", rules("  ")),
    ] {
        let run = check(&Memory::new(&[("n.md", &note)]), "n.md");
        assert!(run.checked.is_some(), "{}", run.short);
    }
}
