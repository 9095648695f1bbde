//! The comments of a note, for those who read a proof of it: `%%…%%` and `<!-- … -->`.
//!
//! In: a note, and the text that the parser hid. Out: the note with each comment in the paragraph
//! where it stands, else in the nearest one. No other run has the text of a comment at all: a
//! [`Note`] holds only their places.

use super::note::Note;
use super::tree::{Block, BlockKind, Inline, InlineKind};
use super::walk::walk;
use crate::source::Span;
use std::collections::BTreeSet;

/// Puts the comments of a note in its paragraphs. `text` is the whole text of its source.
pub(crate) fn annotate(note: &mut Note, text: &str) {
    let source = note.source;
    let comments = std::mem::take(&mut note.comments);
    let comments = comments.into_iter().filter_map(|span| Some((span, words(text.get(span.range())?)?)));
    let mut comments: Vec<(Span, String)> = comments.collect();
    comments.sort_by_key(|(span, _)| span.start);

    let mut places: Vec<Span> = Vec::new();
    lines(note, &mut |line| places.push(extent(line).unwrap_or(Span::new(source, 0..0))));
    let mut of_line: Vec<Vec<(Span, String)>> = vec![Vec::new(); places.len()];
    let mut alone = Vec::new();
    let places = Places::new(places);
    for comment in comments {
        match places.nearest(comment.0) {
            Some(line) => of_line[line].push(comment),
            None => alone.push(Inline::new(comment.0, InlineKind::Comment(comment.1))),
        }
    }
    let mut of_line = of_line.into_iter();
    lines(note, &mut |line| insert(line, of_line.next().unwrap_or_default()));
    if let (Some(first), Some(last)) = (alone.first(), alone.last()) {
        note.blocks.push(Block::new(first.span.to(last.span), BlockKind::Paragraph(alone)));
    }
}

/// What a comment says, on one line, without its marks; nothing where it says nothing.
fn words(comment: &str) -> Option<String> {
    let inside = match comment.strip_prefix("<!--") {
        Some(rest) => rest.strip_suffix("-->").unwrap_or(rest),
        None => {
            let rest = comment.strip_prefix("%%").unwrap_or(comment);
            rest.strip_suffix("%%").unwrap_or(rest)
        }
    };
    // In a quote, the lines of a comment carry its marks.
    let quoted = inside.lines().skip(1).all(|line| line.trim_start().starts_with('>'));
    let unquoted = |line| if quoted { str::trim_start_matches(line, ['>', ' ', '\t']) } else { line };
    let lines = inside.lines().enumerate().map(|(i, line)| if i == 0 { line } else { unquoted(line) });
    let words = lines.flat_map(str::split_whitespace).collect::<Vec<_>>().join(" ");
    (!words.is_empty()).then_some(words)
}

fn extent(line: &[Inline]) -> Option<Span> {
    Some(line.first()?.span.to(line.last()?.span))
}

/// Where the lines of a note stand.
struct Places {
    /// The lines by their start, each with its number.
    by_start: Vec<(Span, usize)>,
    /// Of each line and those that start before it, the one that ends last.
    ends_last: Vec<usize>,
}

impl Places {
    fn new(places: Vec<Span>) -> Self {
        let mut by_start: Vec<(Span, usize)> = places.into_iter().zip(0..).collect();
        by_start.sort_by_key(|(span, _)| span.start);
        let mut last = 0;
        let ends_last = (0..by_start.len()).map(|i| {
            last = if by_start[i].0.end > by_start[last].0.end { i } else { last };
            last
        });
        Self { ends_last: ends_last.collect(), by_start }
    }

    /// The line around a place, else the one whose end or start is nearest, the one before it first.
    fn nearest(&self, at: Span) -> Option<usize> {
        let distance = |line: &Span| {
            if line.start <= at.start && at.end <= line.end {
                0
            } else if line.end <= at.start {
                at.start - line.end
            } else {
                line.start.saturating_sub(at.end)
            }
        };
        let next = self.by_start.partition_point(|(line, _)| line.start <= at.start);
        let before = next.checked_sub(1);
        let candidates = [before, before.map(|i| self.ends_last[i]), Some(next)];
        let lines = candidates.into_iter().flatten().filter_map(|i| self.by_start.get(i));
        // Of two lines around it, the shorter one is the inner one.
        lines.min_by_key(|(line, _)| (distance(line), line.end - line.start)).map(|(_, number)| *number)
    }
}

/// Puts each comment before the first inline that starts after it. Both are in the order of the text.
fn insert(line: &mut Vec<Inline>, comments: Vec<(Span, String)>) {
    if comments.is_empty() {
        return;
    }
    let mut inlines = std::mem::take(line).into_iter().peekable();
    for (span, text) in comments {
        line.extend(std::iter::from_fn(|| inlines.next_if(|inline| inline.span.start < span.end)));
        line.push(Inline::new(span, InlineKind::Comment(text)));
    }
    line.extend(inlines);
}

/// Calls `visit` on the content of every paragraph that is more than an image, in one order. A footnote
/// that nothing calls is on no page.
fn lines(note: &mut Note, visit: &mut dyn FnMut(&mut Vec<Inline>)) {
    blocks(&mut note.blocks, visit);
    let mut called = BTreeSet::new();
    let texts = note.footnotes.iter().flat_map(|footnote| &footnote.blocks);
    for block in note.blocks.iter().chain(texts) {
        walk(std::slice::from_ref(block), &mut |inline| {
            if let InlineKind::FootnoteCall(label) = &inline.kind {
                called.insert(label.clone());
            }
        });
    }
    let printed = note.footnotes.iter_mut().filter(|footnote| called.contains(&footnote.label));
    printed.for_each(|footnote| blocks(&mut footnote.blocks, visit));
}

fn blocks(all: &mut [Block], visit: &mut dyn FnMut(&mut Vec<Inline>)) {
    for block in all {
        match &mut block.kind {
            BlockKind::Paragraph(content) if content.iter().all(is_unwritten) => {}
            BlockKind::Paragraph(content) => visit(content),
            BlockKind::List(list) => list.items.iter_mut().for_each(|item| blocks(&mut item.blocks, visit)),
            BlockKind::Quote(inner) => blocks(inner, visit),
            BlockKind::Callout(callout) => blocks(&mut callout.body, visit),
            BlockKind::Table(table) => {
                let cells = table.head.iter_mut().chain(table.rows.iter_mut().flatten());
                cells.for_each(|cell| blocks(&mut cell.blocks, visit));
            }
            // A bookmark has no margin.
            _ => {}
        }
    }
}

/// Whether an inline is no text of a line: a paragraph of such ones has none to put a comment beside.
fn is_unwritten(inline: &Inline) -> bool {
    matches!(inline.kind, InlineKind::Image(_) | InlineKind::Tag(_))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_a_comment_says() {
        for (text, expected) in [
            ("%%a%%", Some("a")),
            ("%%\na\n  b\n%%", Some("a b")),
            ("%%jamais fermé", Some("jamais fermé")),
            ("<!-- a -- b -->", Some("a -- b")),
            ("%% %%", None),
            ("%%\n> a\n>\n> > b\n> %%", Some("a b")),
            ("%%\n> a\nb%%", Some("> a b")),
        ] {
            assert_eq!(words(text).as_deref(), expected, "{text}");
        }
    }
}
