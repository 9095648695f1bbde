//! Sources and places: what was read, and where in it.
//!
//! In: the text of a file and its path in the vault. Out: a [`SourceId`] to name it, a [`Span`]
//! to name a part of it, a [`LineCol`] to show that part to a person.

mod fold;
mod path;

pub(crate) use fold::{fold, name_key};
pub use path::VaultPath;

use std::ops::Range;
use std::sync::OnceLock;

/// A file of the vault, whole.
#[derive(Debug)]
#[non_exhaustive]
pub struct Source {
    /// Where the file stands, from the root of the vault.
    pub path: VaultPath,
    /// The text, without the byte order mark that some editors write. The bytes are otherwise those of the file.
    pub text: String,
    line_starts: OnceLock<Vec<usize>>,
    /// How many characters start before each block of bytes.
    counts: OnceLock<Vec<usize>>,
}

/// How many bytes are counted at once: a line may be a whole file long, and have as many mistakes as words.
const BLOCK: usize = 1 << 12;

impl Source {
    /// A source made of the text of `path`; a leading byte order mark is left out.
    pub fn new(path: VaultPath, mut text: String) -> Self {
        if text.starts_with('\u{FEFF}') {
            text.drain(..'\u{FEFF}'.len_utf8());
        }
        Self { path, text, line_starts: OnceLock::new(), counts: OnceLock::new() }
    }

    fn line_starts(&self) -> &[usize] {
        self.line_starts.get_or_init(|| {
            let bytes = self.text.as_bytes();
            let ends = bytes
                .iter()
                .enumerate()
                .filter(|&(i, &byte)| byte == b'\n' || (byte == b'\r' && bytes.get(i + 1) != Some(&b'\n')));
            std::iter::once(0).chain(ends.map(|(i, _)| i + 1)).collect()
        })
    }

    /// The line and column of a byte offset, both from 1; the column counts characters.
    /// An offset past the end is the end.
    pub fn line_col(&self, offset: usize) -> LineCol {
        let offset = floor_boundary(&self.text, offset);
        let line = self.line_starts().partition_point(|&start| start <= offset);
        let start = self.line_starts()[line - 1];
        LineCol { line, column: self.characters(offset) - self.characters(start) + 1 }
    }

    /// How many characters start before an offset.
    fn characters(&self, offset: usize) -> usize {
        let bytes = self.text.as_bytes();
        // The bytes that go on with a character are 0b10xxxxxx.
        let starts = |bytes: &[u8]| bytes.iter().filter(|byte| **byte & 0xC0 != 0x80).count();
        let counts = self.counts.get_or_init(|| {
            let before = |count: &mut usize, block| Some(std::mem::replace(count, *count + starts(block)));
            bytes.chunks(BLOCK).scan(0, before).collect()
        });
        let block = (offset / BLOCK).min(counts.len().saturating_sub(1));
        counts.get(block).map_or(0, |count| count + starts(&bytes[block * BLOCK..offset]))
    }

    /// The byte range of a line counted from 1, its line end included; empty past the last line.
    pub fn line_range(&self, line: usize) -> Range<usize> {
        let starts = self.line_starts();
        let start = starts.get(line.saturating_sub(1)).copied().unwrap_or(self.text.len());
        start..starts.get(line).copied().unwrap_or(self.text.len())
    }

    /// How many lines the text has; at least 1.
    pub fn line_count(&self) -> usize {
        self.line_starts().len()
    }
}

/// The greatest character boundary of `text` that is not after `offset`.
pub(crate) fn floor_boundary(text: &str, offset: usize) -> usize {
    let mut at = offset.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// A place shown to a person: line and column from 1, the column in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub struct LineCol {
    /// Line, from 1.
    pub line: usize,
    /// Column, from 1, in characters.
    pub column: usize,
}

impl LineCol {
    /// A place by its line and column, both from 1.
    pub fn new(line: usize, column: usize) -> Self {
        Self { line, column }
    }
}

/// The name of a [`Source`] inside one run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourceId(u32);

impl SourceId {
    /// Its rank among the sources of the run, from 0.
    pub(crate) fn number(self) -> u32 {
        self.0
    }
}

/// A range of bytes of one source, such that its text is `sources.get(span.source).text[span.range()]`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub struct Span {
    /// The file.
    pub source: SourceId,
    /// The first byte.
    pub start: usize,
    /// The byte after the last one.
    pub end: usize,
}

impl Span {
    /// The bytes `range` of `source`.
    pub fn new(source: SourceId, range: Range<usize>) -> Self {
        Self { source, start: range.start, end: range.end.max(range.start) }
    }

    /// The bytes of the span.
    pub fn range(self) -> Range<usize> {
        self.start..self.end
    }

    /// The smallest span that holds both; `other` must be of the same source.
    pub fn to(self, other: Span) -> Self {
        Self { source: self.source, start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// The part of this span that starts `from` bytes in and ends `to` bytes in.
    pub fn part(self, from: usize, to: usize) -> Self {
        Self::new(self.source, self.start + from..self.start + to)
    }
}

/// All the sources of one run; the only owner of their texts.
#[derive(Debug, Default)]
pub struct Sources {
    all: Vec<Source>,
}

impl Sources {
    /// Takes a source in and names it.
    pub fn add(&mut self, source: Source) -> SourceId {
        let id = SourceId(u32::try_from(self.all.len()).unwrap_or(u32::MAX));
        self.all.push(source);
        id
    }

    /// The source of that name.
    pub fn get(&self, id: SourceId) -> &Source {
        &self.all[id.0 as usize]
    }

    /// All of them, in the order they were added.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (SourceId, &Source)> {
        (0..).map(SourceId).zip(&self.all)
    }

    /// The text of a span; empty when the span does not fit its source.
    pub fn text(&self, span: Span) -> &str {
        self.get(span.source).text.get(span.range()).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source(text: &str) -> Source {
        Source::new(VaultPath::new("n.md").expect("a path"), text.to_owned())
    }

    #[test]
    fn counts_lines_and_characters() {
        for (text, offset, line, column) in [
            ("", 0, 1, 1),
            ("abc", 2, 1, 3),
            ("é\nàb", 5, 2, 2),
            ("a\r\nb", 3, 2, 1),
            ("a\rb\rc", 4, 3, 1),
            ("\u{FEFF}ab", 1, 1, 2),
            ("abc", 99, 1, 4),
            ("é", 1, 1, 1),
        ] {
            let at = source(text).line_col(offset);
            assert_eq!((at.line, at.column), (line, column), "{text:?} at {offset}");
        }
    }

    /// Columns are the same whether the line is shorter than a block or many blocks long.
    #[test]
    fn counts_the_characters_of_long_lines() {
        let source = source(&format!("a\n{}\nb", "é".repeat(3 * BLOCK)));
        for (offset, line, column) in [
            (2 + BLOCK, 2, BLOCK / 2 + 1),
            (2 + 6 * BLOCK - 2, 2, 3 * BLOCK),
            (2 + 6 * BLOCK, 2, 3 * BLOCK + 1),
            (2 + 6 * BLOCK + 2, 3, 2),
        ] {
            assert_eq!(source.line_col(offset), LineCol { line, column }, "{offset}");
        }
        let exact = Source::new(VaultPath::new("n.md").expect("a path"), "x".repeat(BLOCK));
        assert_eq!(exact.line_col(BLOCK).column, BLOCK + 1);
    }

    #[test]
    fn gives_the_bytes_of_a_line() {
        let source = source("un\r\ndeux\n");
        assert_eq!(source.line_range(1), 0..4);
        assert_eq!(source.line_range(2), 4..9);
        assert_eq!(source.line_range(9), 9..9);
    }
}
