//! The parsers of the program and its graph of embeds, without the typesetter below it, and what must hold of them.
//!
//! In: any text. Out: nothing; a panic where a place lies outside of the text, inside a character, or
//! does not hold what it claims.

#![expect(dead_code, unused_imports, reason = "the program uses more of its modules than these targets")]

pub mod embed_graph;

#[path = "../../../src/diagnostic/mod.rs"]
pub mod diagnostic;
#[path = "../../../src/load/mod.rs"]
mod load;
#[path = "../../../src/locale/mod.rs"]
pub mod locale;
#[path = "../../../src/parse/mod.rs"]
mod parse;
#[path = "../../../src/shelf.rs"]
mod shelf;
#[path = "../../../src/source/mod.rs"]
pub mod source;
#[path = "../../../src/vault/mod.rs"]
mod vault;

use diagnostic::{Diagnostics, Place};
use parse::tree::{Block, BlockKind, Inline, InlineKind};
use parse::yaml::{Node, Value};
use source::{Source, Sources, Span, VaultPath};

fn sources(text: &str) -> Option<(Sources, source::SourceId)> {
    let mut sources = Sources::default();
    let id = sources.add(Source::new(VaultPath::new("n.md")?, text.to_owned()));
    Some((sources, id))
}

/// Reads a whole note and puts its comments in it, without a look at what was read. Whether it was refused.
pub fn read(text: &str) -> bool {
    let Some((sources, id)) = sources(text) else { return true };
    let mut diags = Diagnostics::default();
    let Some(mut note) = parse::note::note(&sources, id, &mut diags) else { return true };
    parse::comment::annotate(&mut note, &sources.get(id).text);
    false
}

/// Reads a whole note, then puts its comments in it.
pub fn note(text: &str) {
    let Some((sources, id)) = sources(text) else { return };
    let mut diags = Diagnostics::default();
    let note = parse::note::note(&sources, id, &mut diags);
    places(&diags, &sources);
    let Some(mut note) = note else {
        assert!(diags.has_errors(), "a note is refused without a word");
        return;
    };
    let text = &sources.get(id).text;
    blocks(&note.blocks, text);
    note.footnotes.iter().for_each(|footnote| blocks(&footnote.blocks, text));
    note.comments.iter().for_each(|comment| inside(*comment, text));
    if let Some(node) = &note.front_matter {
        yaml(node, text);
    }
    parse::comment::annotate(&mut note, text);
}

/// Reads a text as the front matter of a note.
pub fn front_matter(text: &str) {
    let whole = format!("---\n{text}\n---\n");
    let Some((sources, id)) = sources(&whole) else { return };
    let mut diags = Diagnostics::default();
    if let Some(note) = parse::note::note(&sources, id, &mut diags) {
        let text = &sources.get(id).text;
        if let Some(node) = &note.front_matter {
            yaml(node, text);
        }
        parse::metadata::metadata(note.front_matter.as_ref(), &mut diags);
    }
    places(&diags, &sources);
}

/// Reads a text as the inside of `[[…]]`, as an address and as an image.
pub fn wikilink(text: &str) {
    let link = parse::wikilink::note_link(text, false);
    assert!(!link.note.contains('#'), "a heading in the name of a note");
    parse::wikilink::target(text);
    let decoded = parse::wikilink::percent_decode(text);
    assert!(decoded.len() <= text.len());
    let (path, words) = text.split_once('|').unwrap_or((text, ""));
    let image = parse::wikilink::image(path, words);
    assert!(image.path.len() <= path.len() && image.alternative.len() <= words.len());
    note(&format!("[[{text}]] ![[{text}]] [x]({text}) | [[{text}]] |\n|---|\n| [[{text}]] |\n"));
}

fn places(diags: &Diagnostics, sources: &Sources) {
    for diagnostic in diags.iter() {
        if let Place::Span(span) = diagnostic.place {
            inside(span, &sources.get(span.source).text);
        }
    }
    // The excerpts are cut at the places.
    diagnostic::short(diags, sources, locale::Catalogue::messages(locale::Lang::Fr));
}

fn inside(span: Span, text: &str) {
    assert!(text.get(span.range()).is_some(), "{span:?} is not in a text of {} bytes", text.len());
}

fn blocks(all: &[Block], text: &str) {
    parse::walk::walk_blocks(all, &mut |block| {
        inside(block.span, text);
        if let BlockKind::List(list) = &block.kind {
            list.items.iter().for_each(|item| inside(item.span, text));
        }
    });
    parse::walk::walk(all, &mut |inline: &Inline| {
        inside(inline.span, text);
        if let InlineKind::Text(shown) = &inline.kind
            && shown.len() == inline.span.end - inline.span.start
        {
            // The space between the lines of a block of HTML may be any space.
            let blank = |text: &str| text.replace(char::is_whitespace, " ");
            assert_eq!(blank(&text[inline.span.range()]), blank(shown), "a text is not what stands at its place");
        }
    });
}

fn yaml(node: &Node, text: &str) {
    inside(node.span, text);
    match &node.value {
        Value::Sequence(items) => items.iter().for_each(|item| yaml(item, text)),
        Value::Mapping(entries) => entries.iter().for_each(|entry| {
            inside(entry.key_span, text);
            yaml(&entry.value, text);
        }),
        Value::Null | Value::Scalar { .. } => {}
    }
}
