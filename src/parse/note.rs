//! Reads a note: front matter, then Markdown.
//!
//! In: a source. Out: a [`Note`], all its places counted from the top of the file; nothing where
//! it cannot be read.

use super::markdown::{self, Footnote};
use super::tree::Block;
use super::yaml::{self, Fault, Node, Value};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity};
use crate::source::{SourceId, Sources, Span};
use std::ops::Range;

/// The longest front matter (design, Budgets).
const FRONT_MATTER: usize = 64 << 10;

/// A note, read and not yet resolved.
#[derive(Debug, Clone)]
pub(crate) struct Note {
    pub source: SourceId,
    /// The mapping of the front matter, where there is one.
    pub front_matter: Option<Node>,
    pub blocks: Vec<Block>,
    pub footnotes: Vec<Footnote>,
    /// Where its comments are; what they say is in no tree.
    pub comments: Vec<Span>,
}

/// Where the two halves of a note are, in bytes.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Split {
    /// The YAML between the two `---` lines.
    pub front_matter: Option<Range<usize>>,
    pub body: Range<usize>,
    /// The opening line of a front matter that nothing closes.
    pub unclosed: Option<Range<usize>>,
}

/// Splits a text: front matter is what stands between a `---` line at its very first byte and the
/// next `---` line (Obsidian help, Properties).
pub(crate) fn split(text: &str) -> Split {
    let line = |at: usize| {
        let end = text[at..].find(['\n', '\r']).map_or(text.len(), |i| at + i);
        end + if text[end..].starts_with("\r\n") { 2 } else { text.len().min(end + 1) - end }
    };
    let is_fence = |range: Range<usize>| text[range].trim_end() == "---";
    // Obsidian closes by `---`; other programs that write notes, by YAML's own `...` too.
    let closes = |range: Range<usize>| matches!(text[range].trim_end(), "---" | "...");
    let first = line(0);
    if !is_fence(0..first) {
        return Split { front_matter: None, body: 0..text.len(), unclosed: None };
    }
    let mut at = first;
    while at < text.len() {
        let end = line(at);
        if closes(at..end) {
            return Split { front_matter: Some(first..at), body: end..text.len(), unclosed: None };
        }
        at = end;
    }
    Split { front_matter: None, body: 0..text.len(), unclosed: Some(0..text[..first].trim_end().len()) }
}

/// Reads the whole note.
pub(crate) fn note(sources: &Sources, id: SourceId, diags: &mut Diagnostics) -> Option<Note> {
    let text = &sources.get(id).text;
    if let Some(at) = text.find('\0') {
        diags.push(Diagnostic::at(Code::NulCharacter, Span::new(id, at..at + 1)));
        return None;
    }
    let split = split(text);
    if let Some(fence) = split.unclosed {
        diags.push(Diagnostic::at(Code::FrontMatterUnclosed, Span::new(id, fence)));
        return None;
    }
    let front_matter = split.front_matter.map(|range| front_matter(text, id, range, diags));
    let body = markdown::markdown(text, id, split.body, diags);
    let front_matter = match front_matter {
        None => None,
        Some(Ok(node)) => node,
        Some(Err(())) => return None,
    };
    let body = body?;
    Some(Note {
        source: id,
        front_matter,
        blocks: body.blocks,
        footnotes: body.footnotes,
        comments: body.comments,
    })
}

/// Reads the front matter; an error was reported where it cannot be used.
pub(crate) fn front_matter(
    text: &str,
    id: SourceId,
    range: Range<usize>,
    diags: &mut Diagnostics,
) -> Result<Option<Node>, ()> {
    if range.len() > FRONT_MATTER {
        let span = Span::new(id, 0..3);
        diags.push(Diagnostic::at(Code::FrontMatterTooLong, span).arg("limite", FRONT_MATTER >> 10));
        return Err(());
    }
    let parsed = yaml::parse(text, id, range, yaml::Limits::default());
    let mut faulty = false;
    for fault in parsed.faults {
        // A template's `date: {{date}}`: a value that is none costs the note nothing else.
        let lost_value = matches!(fault, Fault::ComplexKey { .. });
        let mut diagnostic = super::fault::diagnostic(fault);
        if lost_value {
            diagnostic.severity = Severity::Warning;
        }
        faulty |= diagnostic.severity == Severity::Error;
        diags.push(diagnostic);
    }
    match parsed.root {
        _ if faulty => Err(()),
        None => Ok(None),
        Some(Node { value: Value::Null, .. }) => Ok(None),
        Some(node) if matches!(node.value, Value::Mapping(_)) => Ok(Some(node)),
        Some(node) => {
            diags.push(Diagnostic::at(Code::FrontMatterShape, node.span));
            Err(())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn splits() {
        for (text, front_matter, body) in [
            ("plain", None, "plain"),
            ("---\na: 1\n---\nbody", Some("a: 1\n"), "body"),
            ("---\r\na: 1\r\n---\r\nbody", Some("a: 1\r\n"), "body"),
            ("---\ra: 1\r---\rbody\rmore", Some("a: 1\r"), "body\rmore"),
            ("---\n---\nbody", Some(""), "body"),
            ("---\na: 1\n---", Some("a: 1\n"), ""),
            ("text\n\n---\na: 1\n---\n", None, "text\n\n---\na: 1\n---\n"),
            ("----\na\n---\n", None, "----\na\n---\n"),
            ("---\na: 1\n...\nbody", Some("a: 1\n"), "body"),
            ("", None, ""),
        ] {
            let split = split(text);
            assert_eq!(split.front_matter.map(|range| &text[range]), front_matter, "{text:?}");
            assert_eq!(&text[split.body], body, "{text:?}");
        }
        assert_eq!(split("---\na: 1\n").unclosed, Some(0..3));
    }
}
