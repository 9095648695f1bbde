//! What holds of every note: each place lies in the text, and a text is what stands at its place. The
//! blocks of each fixture, with their places, are snapshots.

#[cfg(test)]
use super::note::{Note, note};
use super::tree::{Block, BlockKind, Inline, InlineKind};
use super::walk::{walk, walk_blocks};
use crate::diagnostic::{Diagnostics, Place};
use crate::source::{Source, Sources, Span, VaultPath};
use proptest::prelude::*;
use std::path::Path;

fn read(text: &str) -> (Sources, Option<Note>, Diagnostics) {
    let (mut sources, mut diags) = (Sources::default(), Diagnostics::default());
    let id = sources.add(Source::new(VaultPath::new("n.md").expect("a path"), text.to_owned()));
    let note = note(&sources, id, &mut diags);
    (sources, note, diags)
}

fn inside(span: Span, text: &str) {
    assert!(text.get(span.range()).is_some(), "{span:?} is no part of {text:?}");
}

fn blocks(all: &[Block], text: &str) {
    walk_blocks(all, &mut |block| {
        inside(block.span, text);
        match &block.kind {
            BlockKind::List(list) => list.items.iter().for_each(|item| inside(item.span, text)),
            BlockKind::Table(table) => {
                let cells = table.head.iter().chain(table.rows.iter().flatten());
                cells.for_each(|cell| inside(cell.span, text));
            }
            _ => {}
        }
    });
    walk(all, &mut |inline: &Inline| {
        inside(inline.span, text);
        let written = &text[inline.span.range()];
        // A line end inside HTML is a space.
        let blank = |text: &str| text.replace(char::is_whitespace, " ");
        match &inline.kind {
            InlineKind::Text(shown) if shown.len() == written.len() => {
                assert_eq!(blank(written), blank(shown));
            }
            InlineKind::Variable(variable) => {
                assert!(written.starts_with("{{") && written.ends_with("}}"), "{written:?}");
                assert!(written.contains(&variable.chemin), "{written:?} is not {variable}");
            }
            InlineKind::FootnoteCall(label) => {
                assert!(written.contains(label.as_str()), "{written:?}: {label}");
            }
            _ => {}
        }
    });
}

fn check(text: &str) {
    let (sources, note, diags) = read(text);
    for diagnostic in diags.iter() {
        if let Place::Span(span) = diagnostic.place {
            inside(span, sources.get(span.source).text.as_str());
        }
    }
    let Some(note) = note else { return assert!(diags.has_errors(), "{text:?} is refused without a word") };
    let text = &sources.get(note.source).text;
    blocks(&note.blocks, text);
    for footnote in &note.footnotes {
        inside(footnote.span, text);
        blocks(&footnote.blocks, text);
    }
    for comment in &note.comments {
        inside(*comment, text);
        let written = &text[comment.range()];
        assert!(written.starts_with("%%") || written.starts_with("<!--"), "{written:?} is no comment");
    }
}

/// The pieces of notes, those that open and close what the dialect has above all.
const PIECES: &[&str] = &[
    "a",
    "é",
    "mot ",
    " ",
    "  ",
    "    ",
    "\t",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "[[",
    "]]",
    "![[",
    "|",
    "\\|",
    "#A",
    "^id",
    " ^id",
    "%%",
    "%%b%%",
    "==",
    "^[",
    "[^1]",
    "[^1]: ",
    "\n\n  ",
    "> ",
    "> [!note] ",
    "- ",
    "- [ ] ",
    "- [?] ",
    "1. ",
    "```",
    "~~~",
    "`",
    "``",
    "---\n",
    "{{ a.b }}",
    "{{ a.b \\| x }}",
    "{{",
    "}}",
    "<!--",
    "-->",
    "<div>",
    "</div>",
    "<p style=\"break-after: page\">",
    "<br>",
    "<ul><li>",
    "<table><tr><td>",
    "<summary>",
    "</summary>",
    "$",
    "$$",
    "&amp;",
    "|---|",
    "| a | b |\n|---|---|\n",
    "](x)",
    "[",
    "]",
    "(",
    ")",
    "*",
    "**",
    "_",
    "~~",
    "\\",
    "#tag ",
    "# ",
    "https://a.b/",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 10_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_place_lies_in_the_text_and_holds_what_it_claims(
        pieces in proptest::collection::vec(proptest::sample::select(PIECES), 0..24),
    ) {
        check(&pieces.concat());
    }
}

/// What the fuzzer found: the marks of a quote before the lines of its HTML were the place of a space.
#[test]
fn the_space_between_lines_of_html_is_a_line_end() {
    check("> <li>a\n> b\n");
    check("[[|\\--.\n><li>/~^~]] ![[|\\--.\n><li>/~^~]] x |\n|---|\n");
}

#[test]
fn blocks_of_fixtures_are_those_of_their_snapshots() {
    // Tests run in the folder of the project.
    let folder = Path::new("fixtures/markdown");
    let entries = std::fs::read_dir(&folder).expect("the fixtures");
    let mut notes: Vec<_> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    notes.retain(|path| path.extension().is_some_and(|extension| extension == "md"));
    notes.sort();
    for path in notes {
        let text = std::fs::read_to_string(&path).expect("a text");
        check(&text);
        let (_, note, _) = read(&text);
        let note = note.expect("a note");
        let footnotes = note.footnotes.iter().map(|footnote| format!("{footnote:?}"));
        let all = note.blocks.iter().map(|block| format!("{block:?}")).chain(footnotes);
        let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
        insta::with_settings!({
            omit_expression => true, prepend_module_to_snapshot => false,
            snapshot_path => "../../tests/suite/snapshots/blocs",
        }, {
            insta::assert_snapshot!(name, all.map(|line| short(&line) + "\n").collect::<String>());
        });
    }
}

/// A debug line with its places as `12..15`.
fn short(line: &str) -> String {
    let mut parts = line.split("Span { source: SourceId(0), start: ");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (span, rest) = part.split_once(" }").unwrap_or((part, ""));
        out.push_str(&span.replace(", end: ", ".."));
        out.push_str(rest);
    }
    out.replace("Inline { span: ", "{ ").replace("Block { span: ", "{ ").replace(", id: None", "")
}
