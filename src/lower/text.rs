//! Makes a text printable: typography, and a stand-in for what no bundled font has.
//!
//! In: a text as the author wrote it, and its place. Out: the text that the page prints. What had
//! to be left out or replaced is a warning, once a character and note.

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};
use crate::font::Fonts;
use crate::source::Span;
use std::borrow::Cow;
use std::collections::BTreeMap;
use unicode_normalization::{UnicodeNormalization, is_nfc};

/// Stands for a character without a glyph.
const STAND_IN: char = '□';
/// How many different characters are named one by one.
const NAMED: usize = 12;

/// The longest word that a line of the page holds, in characters.
const WORD_CHARS: usize = 60;

/// A text whose longest words may break, by a space without width. `run` counts the characters since
/// the last space, over the texts of a line. Addresses are left whole: the typesetter breaks them
/// itself, and a reader may want to copy them.
pub(super) fn cut_long_words<'a>(text: &'a str, run: &mut usize) -> Cow<'a, str> {
    let fits = text.len() <= WORD_CHARS.saturating_sub(*run);
    if fits && !text.contains(char::is_whitespace) {
        *run += text.len();
        return Cow::Borrowed(text);
    }
    let (mut out, mut cut) = (String::with_capacity(text.len()), false);
    for word in text.split_inclusive(char::is_whitespace) {
        if word.contains("://") && word.len() < ADDRESS_BYTES {
            out.push_str(word);
            *run = 0;
            continue;
        }
        for c in word.chars() {
            if *run == WORD_CHARS && !c.is_whitespace() {
                out.push('\u{200B}');
                (*run, cut) = (0, true);
            }
            *run = if c.is_whitespace() { 0 } else { *run + 1 };
            out.push(c);
        }
    }
    if cut { Cow::Owned(out) } else { Cow::Borrowed(text) }
}

/// The longest address that is left whole, in bytes.
const ADDRESS_BYTES: usize = 2000;

/// What was found unprintable, by character, in the order of the first place.
#[derive(Debug)]
pub(super) struct Repairs<'a> {
    fonts: &'a Fonts,
    missing: Vec<(char, Span, usize)>,
    hidden: Vec<(char, Span, usize)>,
    /// What stood in a value without a place: its weight, and how many times.
    unplaced: BTreeMap<char, (Code, usize)>,
}

impl<'a> Repairs<'a> {
    pub(super) fn new(fonts: &'a Fonts) -> Self {
        Self { fonts, missing: Vec::new(), hidden: Vec::new(), unplaced: BTreeMap::new() }
    }

    /// Whether the page shows anything of a text but stand-ins.
    pub(super) fn shows(&self, text: &str) -> bool {
        text.chars().any(|c| match printable(c, self.fonts) {
            Printable::Yes => !c.is_whitespace(),
            Printable::As(replacement) => !replacement.trim().is_empty(),
            Printable::Nothing | Printable::Hidden | Printable::No => false,
        })
    }

    /// The text in which every character has a glyph. In a heading an emoji is dropped: its
    /// stand-in would stand in the bookmarks too.
    pub(super) fn text<'t>(&mut self, text: &'t str, span: Span, heading: bool) -> Cow<'t, str> {
        if text.bytes().all(|b| (0x20..0x7F).contains(&b)) {
            return Cow::Borrowed(text);
        }
        let text: Cow<'t, str> =
            if is_nfc(text) { Cow::Borrowed(text) } else { Cow::Owned(text.nfc().collect()) };
        if text.chars().all(|c| matches!(printable(c, self.fonts), Printable::Yes)) {
            return text;
        }
        let exact = text.len() == span.end - span.start;
        let place = |at: usize, c: char| if exact { span.part(at, at + c.len_utf8()) } else { span };
        let mut out = String::with_capacity(text.len());
        let mut chars = text.char_indices().peekable();
        while let Some((at, c)) = chars.next() {
            match printable(c, self.fonts) {
                Printable::Yes => out.push(c),
                Printable::As(replacement) => out.push_str(replacement),
                Printable::Nothing => {}
                Printable::Hidden => count(&mut self.hidden, c, place(at, c)),
                Printable::No => {
                    count(&mut self.missing, c, place(at, c));
                    // An emoji of several characters has one stand-in.
                    let mut joined = false;
                    while let Some((_, next)) =
                        chars.next_if(|&(_, next)| joins(next) || (joined && !self.fonts.covers(next)))
                    {
                        joined = next == '\u{200D}';
                    }
                    if !heading {
                        out.push(STAND_IN);
                    }
                }
            }
        }
        Cow::Owned(if heading { out.trim_start().to_owned() } else { out })
    }

    /// The same for a value without a place of its own: a reference, a path, a sentence.
    pub(super) fn unplaced<'t>(&mut self, text: &'t str) -> Cow<'t, str> {
        if text.chars().all(|c| matches!(printable(c, self.fonts), Printable::Yes)) {
            return Cow::Borrowed(text);
        }
        let mut out = String::with_capacity(text.len());
        for c in text.chars() {
            let lost = match printable(c, self.fonts) {
                Printable::Yes => {
                    out.push(c);
                    continue;
                }
                Printable::As(replacement) => {
                    out.push_str(replacement);
                    continue;
                }
                Printable::Nothing => continue,
                Printable::Hidden => Code::InvisibleCharacter,
                Printable::No => {
                    out.push(STAND_IN);
                    Code::GlyphMissing
                }
            };
            self.unplaced.entry(c).or_insert((lost, 0)).1 += 1;
        }
        Cow::Owned(out)
    }

    /// Reports what was repaired.
    pub(super) fn report(&self, diags: &mut Diagnostics) {
        for (i, (c, span, times)) in self.missing.iter().enumerate() {
            if i == NAMED {
                let others = self.missing.len() - NAMED;
                let total: usize = self.missing[NAMED..].iter().map(|(_, _, times)| times).sum();
                let rest =
                    Diagnostic::at(Code::GlyphMissing, *span).arg("nombre", total).arg("autres", others);
                diags.push(named(rest, *c).help("aide-autres"));
                break;
            }
            diags.push(
                named(Diagnostic::at(Code::GlyphMissing, *span), *c).arg("nombre", times).arg("autres", 0),
            );
        }
        for (c, span, times) in &self.hidden {
            diags.push(named(Diagnostic::at(Code::InvisibleCharacter, *span), *c).arg("nombre", times));
        }
        let placed = |c: char| self.missing.iter().chain(&self.hidden).any(|(known, _, _)| *known == c);
        for (c, (code, times)) in self.unplaced.iter().filter(|(c, _)| !placed(**c)) {
            let diagnostic = named(Diagnostic::new(*code, Place::Nowhere), *c);
            diags.push(diagnostic.arg("nombre", times).arg("autres", 0));
        }
    }
}

fn named(diagnostic: Diagnostic, c: char) -> Diagnostic {
    diagnostic.arg("caractere", c).arg("code", format!("U+{:04X}", c as u32))
}

fn count(all: &mut Vec<(char, Span, usize)>, c: char, span: Span) {
    match all.iter_mut().find(|(known, _, _)| *known == c) {
        Some((_, _, times)) => *times += 1,
        None => all.push((c, span, 1)),
    }
}

enum Printable {
    Yes,
    /// The same to the eye.
    As(&'static str),
    /// Has no shape of its own, and changes nothing here.
    Nothing,
    /// Changes what a reader sees or a machine reads: left out with a warning.
    Hidden,
    No,
}

fn printable(c: char, fonts: &Fonts) -> Printable {
    match c {
        // Joiners and selectors of emoji, soft hyphens: the pages do not hyphenate.
        '\u{AD}' | '\u{FE0E}' | '\u{FE0F}' => Printable::Nothing,
        '\n' | '\r' | '\t' | '\u{B}' | '\u{C}' | '\u{2028}' | '\u{2029}' | '\u{85}' => Printable::As(" "),
        c if crate::diagnostic::is_deceptive(c) => Printable::Hidden,
        c if fonts.covers(c) => Printable::Yes,
        '\u{2011}' => Printable::As("-"),
        '\u{2007}' | '\u{2008}' | '\u{200A}' | '\u{3000}' => Printable::As("\u{A0}"),
        '✔' => Printable::As("✓"),
        '✘' => Printable::As("✗"),
        _ => Printable::No,
    }
}

/// Whether a character continues the emoji before it: selector, joiner, skin tone, keycap, tag.
fn joins(c: char) -> bool {
    matches!(c, '\u{FE0F}' | '\u{200D}' | '\u{20E3}' | '\u{1F3FB}'..='\u{1F3FF}' | '\u{E0020}'..='\u{E007F}')
}
