//! The marks that open a line: quotes, items.
//!
//! In: a text. Out: the line that the Markdown parser must not be given.

use crate::source::floor_boundary;
use std::ops::Range;

/// How many marks may open the same line: beyond, the parser's own work grows with their square.
const LINE_MARKS: usize = 64;

/// The first line that opens with more marks than any text of a person, and where.
pub(super) fn over_marked_line(text: &str) -> Option<Range<usize>> {
    let mut at = 0;
    for line in text.split(['\n', '\r']) {
        if opening_marks(line.as_bytes()) > LINE_MARKS {
            return Some(at..at + floor_boundary(line, 80));
        }
        at += line.len() + 1;
    }
    None
}

/// How many quotes and items a line opens.
fn opening_marks(line: &[u8]) -> usize {
    let (mut at, mut marks) = (0, 0);
    let blank = |at: usize| line.get(at).is_none_or(|b| b" \t\r".contains(b));
    loop {
        while line.get(at).is_some_and(|b| b" \t".contains(b)) {
            at += 1;
        }
        let digits = line[at..].iter().take_while(|b| b.is_ascii_digit()).count();
        match line.get(at + digits) {
            Some(b'>') if digits == 0 => at += 1,
            Some(b'-' | b'*' | b'+') if digits == 0 && blank(at + 1) => at += 1,
            Some(b'.' | b')') if digits > 0 && blank(at + digits + 1) => at += digits + 1,
            _ => return marks,
        }
        marks += 1;
        if marks > LINE_MARKS {
            // `- - -` and `* * *` are rules, however long.
            let first = line.iter().find(|b| !b" \t\r".contains(b));
            let rule = first != Some(&b'>') && line.iter().all(|b| b" \t\r".contains(b) || Some(b) == first);
            return if rule { 0 } else { marks };
        }
    }
}
