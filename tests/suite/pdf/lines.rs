//! Pieces of text joined to lines and words. In: pieces in an order, with the edges of blocks. Out: a text. Nothing in
//! a PDF says where a word ends at the end of a line, or that a gap is a space: that is decided here, by the places.

use super::content::Piece;
use std::borrow::Cow;

/// Pieces, and what else decides how they are joined.
#[derive(Clone)]
pub(super) enum Token<'a> {
    Piece(Cow<'a, Piece>),
    /// The edge of a block.
    Edge,
    /// The end of a label, of a list item or a note: what follows stands in its line, after a space.
    Label,
}

/// What becomes of the end of a line inside a block.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Wraps {
    Kept,
    Undone,
}

pub(super) fn join<'a>(tokens: impl IntoIterator<Item = Token<'a>>, wraps: Wraps) -> String {
    let mut out = String::new();
    let mut last: Option<Cow<Piece>> = None;
    let (mut edge, mut label) = (false, false);
    for token in tokens {
        match token {
            Token::Edge => edge |= !label,
            Token::Label => label = true,
            Token::Piece(piece) if piece.text.is_empty() => {}
            Token::Piece(piece) => {
                let gap = match last.as_deref() {
                    None => Gap::Nothing,
                    Some(_) if edge => Gap::Block,
                    Some(_) if label => Gap::Space,
                    Some(last) => gap(last, &piece),
                };
                push(&mut out, gap, &piece.text, wraps);
                last = Some(piece);
                (edge, label) = (false, false);
            }
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// What stands between two pieces.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Gap {
    Nothing,
    Space,
    /// The end of a line, perhaps inside a word.
    Line,
    /// The end of a line that ends a block.
    Block,
}

/// By how far `next` stands from the end of `last`.
fn gap(last: &Piece, next: &Piece) -> Gap {
    let line = if last.block == next.block { Gap::Line } else { Gap::Block };
    let (ux, uy) = last.direction;
    if last.page != next.page || ux * next.direction.0 + uy * next.direction.1 < 0.99 {
        return line;
    }
    let (x, y) = (next.start.0 - last.end.0, next.start.1 - last.end.1);
    let (along, up) = (x * ux + y * uy, y * ux - x * uy);
    // Raised and lowered figures stand within the height of the line's type, the next line does not.
    let bottom = (-0.2 * last.size).max(up - 0.2 * next.size);
    let top = (0.7 * last.size).min(up + 0.7 * next.size);
    let small = last.size.min(next.size);
    // The raised number before the text of a note has next to no space after it.
    let number = up < -0.15 * next.size && last.text.ends_with(|c: char| c.is_ascii_digit());
    if top - bottom < 0.45 * small || along < -0.5 * last.size.max(next.size) {
        line
    } else if along > 0.15 * small || number && next.text.starts_with(char::is_alphabetic) {
        Gap::Space
    } else {
        Gap::Nothing
    }
}

fn push(out: &mut String, gap: Gap, text: &str, wraps: Wraps) {
    let mut text = text;
    match gap {
        Gap::Nothing => {}
        Gap::Space if out.ends_with(char::is_whitespace) || text.starts_with(char::is_whitespace) => {}
        Gap::Space => out.push(' '),
        Gap::Block => new_line(out),
        Gap::Line => {
            break_line(out, text, wraps);
            text = if wraps == Wraps::Undone { text.trim_start() } else { text };
        }
    }
    out.push_str(text);
}

fn new_line(out: &mut String) {
    out.truncate(out.trim_end_matches(' ').len());
    out.push('\n');
}

/// Typst draws the space at which it breaks a line: a line without one breaks inside a word, at a hyphen (a soft
/// one that it adds itself, U+00AD, is no part of the word) or in an address, or ends by the author's wish.
fn break_line(out: &mut String, next: &str, wraps: Wraps) {
    let word = out.rsplit(char::is_whitespace).next().unwrap_or_default();
    let after_letter = word.chars().rev().nth(1).is_some_and(char::is_alphanumeric);
    let before_letter = next.starts_with(char::is_alphanumeric);
    let hyphen = word.ends_with(['-', '\u{2010}', '–', '—', '/']) && after_letter && before_letter;
    if word.ends_with('\u{ad}') {
        out.pop();
    } else if word.is_empty() && wraps == Wraps::Undone || hyphen || word.contains("://") {
        // The two lines are one as they stand.
    } else {
        new_line(out);
    }
}

#[test]
fn ends_of_lines() {
    let expected = [
        ("une ", "suite", "une\nsuite", "une suite"),
        ("porte-", "monnaie", "porte-monnaie", "porte-monnaie"),
        ("ouver\u{ad}", "ture", "ouverture", "ouverture"),
        ("https://exemple.org/", "a?b", "https://exemple.org/a?b", "https://exemple.org/a?b"),
        ("un", "deux", "un\ndeux", "un\ndeux"),
        ("reste -", "suite", "reste -\nsuite", "reste -\nsuite"),
    ];
    for (line, next, kept, undone) in expected {
        for (wraps, joined) in [(Wraps::Kept, kept), (Wraps::Undone, undone)] {
            let mut out = line.to_owned();
            push(&mut out, Gap::Line, next, wraps);
            assert_eq!(out, joined);
        }
    }
}
