//! The part of a text that the parser has read to tell what is code in it.
//!
//! A block that stands in no other depends on the lines before it by one thing only: whether the block
//! before it goes on. So a part is read from the start of such a block, and what was read holds up
//! to the last block that starts in it. A comment hidden further on changes nothing before the
//! block above its own.

use super::{Seen, TooMany};
use std::ops::Range;

/// How many bytes are read at first from a block on; twice as many when the block is longer.
pub(super) const SIZE: usize = 1 << 10;
/// How many bytes may be read in all: so many, and so many times the text.
const READ: (usize, usize) = (32 << 20, 64);

pub(super) struct Window<See> {
    see: See,
    /// How many bytes are read at first from a block on.
    first: usize,
    /// How many bytes may still be read.
    left: usize,
    start: usize,
    size: usize,
    /// What was read, its places in the whole text; nothing once it does not hold any more.
    seen: Option<Seen>,
    /// Where what was read ceases to hold.
    end: usize,
}

impl<See: Fn(&str) -> Seen> Window<See> {
    pub(super) fn new(see: See, first: usize, len: usize) -> Self {
        let left = READ.0 + READ.1 * len;
        Self { see, first, left, start: 0, size: first, seen: None, end: 0 }
    }

    /// Whether what was read tells about `at`.
    pub(super) fn holds(&self, at: usize) -> bool {
        self.seen.is_some() && at < self.end
    }

    /// The code or HTML comment around `at`, if there is one. `text` is the whole text, in UTF-8.
    pub(super) fn kept(&mut self, text: &[u8], at: usize) -> Result<Option<Range<usize>>, TooMany> {
        while !self.holds(at) {
            if let Some(seen) = &self.seen {
                let start = block_above(&seen.blocks, self.start, at);
                self.size = if start == self.start { self.size * 2 } else { self.first };
                self.start = start;
            }
            self.read(text).ok_or(TooMany(at))?;
        }
        let kept = self.seen.as_ref().map_or(&[][..], |seen| &seen.kept);
        let after = kept.partition_point(|range| range.end <= at);
        Ok(kept.get(after).filter(|range| range.start <= at).cloned())
    }

    /// Forgets what a comment hidden at `at` may have changed, and says from where it is to be asked again.
    pub(super) fn again(&mut self, at: usize) -> usize {
        if let Some(seen) = self.seen.take() {
            let start = block_above(&seen.blocks, self.start, at);
            if start != self.start {
                (self.start, self.size) = (start, self.first);
            }
        }
        self.start
    }

    fn read(&mut self, text: &[u8]) -> Option<()> {
        let end = (self.start + self.size).min(text.len());
        let end = text[end..].iter().position(|&b| b == b'\n').map_or(text.len(), |i| end + i + 1);
        self.left = self.left.checked_sub(end - self.start)?;
        let part = std::str::from_utf8(&text[self.start..end]).unwrap_or_default();
        let mut seen = (self.see)(part);
        for range in &mut seen.kept {
            *range = self.start + range.start..self.start + range.end;
        }
        let starts = seen.blocks.iter().filter_map(|block| line_of_block(part.as_bytes(), *block));
        seen.blocks = starts.map(|start| self.start + start).collect();
        self.end =
            if end == text.len() { end + 1 } else { seen.blocks.last().copied().unwrap_or(self.start) };
        self.seen = Some(seen);
        Some(())
    }
}

/// Where the line starts that a block opens: its spaces say to which list it belongs. Nothing for one that
/// stands as deep as code does, such as a footnote after a footnote: without what is above, it would be code.
fn line_of_block(part: &[u8], block: usize) -> Option<usize> {
    let indent = part[..block].iter().rev().take_while(|b| !super::is_end(**b)).count();
    let start = block - indent;
    (indent < 4 && !part[start..block].contains(&b'\t')).then_some(start)
}

/// The start of the block above the one in which `at` stands.
fn block_above(blocks: &[usize], first: usize, at: usize) -> usize {
    let own = blocks.partition_point(|block| *block <= at);
    own.checked_sub(2).map_or(first, |above| blocks[above])
}
