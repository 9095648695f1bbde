//! Writes over a comment, line by line.
//!
//! In: the bytes of a text, where a comment stands. Out: spaces where it fills its line, the mark of a
//! quote apart; [`FILLER`] elsewhere.

use super::{FILLER, is_end};
use std::ops::Range;

/// The line of the comment before, so that a line of many comments is searched once.
#[derive(Default)]
pub(super) struct Line {
    range: Range<usize>,
    /// Up to where it is known to be blank.
    blank: usize,
}

impl Line {
    /// Replaces the bytes of a comment, line by line; line ends stay.
    pub(super) fn hide(&mut self, bytes: &mut [u8], comment: Range<usize>) {
        let mut at = comment.start;
        let mut quotes = 0;
        while at < comment.end {
            let end = (at..comment.end).find(|&i| is_end(bytes[i])).unwrap_or(comment.end);
            if !self.range.contains(&at) {
                let start = (0..at).rev().find(|&i| is_end(bytes[i])).map_or(0, |i| i + 1);
                self.range = start..(end..bytes.len()).find(|&i| is_end(bytes[i])).unwrap_or(bytes.len());
                self.blank = start;
            }
            let opens = at == comment.start;
            let most = if opens { usize::MAX } else { quotes };
            let (marks, text) = marks(&bytes[self.range.clone()], most);
            let text = self.range.start + text;
            if opens {
                quotes = marks;
            } else {
                // A quote goes on through a comment in it.
                at = text.min(end);
            }
            self.blank = self.blank.max(text.min(at));
            if self.blank < at {
                let word = bytes[self.blank..at].iter().position(|&b| !is_blank(b));
                self.blank = word.map_or(at, |i| self.blank + i);
            }
            let alone = self.blank >= at && bytes[end..self.range.end].iter().copied().all(is_blank);
            bytes[at..end].fill(if alone { b' ' } else { FILLER as u8 });
            at = end;
            while at < comment.end && is_end(bytes[at]) {
                at += 1;
            }
        }
    }
}

/// How many marks of a quote a line starts with, at most so many, and where its text starts.
fn marks(line: &[u8], most: usize) -> (usize, usize) {
    let (mut marks, mut text) = (0, 0);
    while marks < most.min(crate::parse::markdown::DEPTH) {
        let indent = line[text..].iter().take(3).take_while(|&&b| b == b' ').count();
        if line.get(text + indent) != Some(&b'>') {
            break;
        }
        marks += 1;
        text += indent + 1;
        text += usize::from(line.get(text) == Some(&b' '));
    }
    (marks, text)
}

fn is_blank(byte: u8) -> bool {
    byte == b' ' || byte == b'\t'
}
