//! Tables of text pasted from a spreadsheet: lines whose cells are separated by tabs. And the line of
//! dashes by which a table is told that the parser took for a paragraph.
//!
//! In: the place of a paragraph. Out: the ranges of its cells, where two lines agree on their
//! number; the lines that follow belong to the table as long as they have a tab. The parser's own text events cannot serve: the empty cells at the end of a line
//! are missing from them.

use std::ops::Range;

/// The lines of a table inside a paragraph, and the bytes of their cells.
pub(super) struct Tabbed {
    pub range: Range<usize>,
    /// The cells of each line, as many as it has: a line may be short of some.
    pub rows: Vec<Vec<Range<usize>>>,
}

/// Finds the first run of two lines or more with the same number of tabs, in `text[range]`.
pub(super) fn tabbed(text: &str, range: Range<usize>) -> Option<Tabbed> {
    if !text[range.clone()].contains('\t') {
        return None;
    }
    let mut rows: Vec<Vec<Range<usize>>> = Vec::new();
    let mut start = range.start;
    let mut at = range.start;
    while at < range.end {
        // The paragraph's range may stop short of the empty cells at the end of its last line.
        let end = text[at..].find('\n').map_or(text.len(), |i| at + i);
        let cells = cells(text, at..end);
        let is_row = cells.len() > 1;
        if !is_row && rows.len() >= 2 {
            break;
        }
        let agrees = rows.len() != 1 || rows[0].len() == cells.len();
        if !is_row || !agrees {
            rows.clear();
        }
        if cells.len() > 1 {
            if rows.is_empty() {
                start = at;
            }
            rows.push(cells);
        }
        at = end + 1;
    }
    let end = rows.last()?.last()?.end;
    (rows.len() >= 2).then_some(Tabbed { range: start..end, rows })
}

fn cells(text: &str, line: Range<usize>) -> Vec<Range<usize>> {
    let line = line.start..line.start + text[line.clone()].trim_end_matches('\r').len();
    let mut at = line.start;
    let parts = text[line].split('\t').map(|cell| {
        let range = at..at + cell.len();
        at = range.end + 1;
        range
    });
    parts.collect()
}

/// The line of dashes after a break inside a paragraph, where the line before has cells too: the author
/// meant a table.
pub(super) fn unread(text: &str, at: &Range<usize>) -> Option<Range<usize>> {
    let before = text[..at.start].rsplit('\n').next().unwrap_or_default();
    let line = text[at.end..].split('\n').next().unwrap_or_default();
    // In a quote the lines carry its marks.
    let start = at.end + line.len() - line.trim_start_matches(['>', ' ', '\t']).len();
    let rule = text[start..at.end + line.len()].trim_end();
    let bars = rule.strip_prefix('|').unwrap_or(rule);
    let is_dashes = |cell: &str| {
        let cell = cell.trim();
        let cell = cell.strip_prefix(':').unwrap_or(cell);
        let cell = cell.strip_suffix(':').unwrap_or(cell);
        !cell.is_empty() && cell.bytes().all(|b| b == b'-')
    };
    let cells = bars.strip_suffix('|').unwrap_or(bars);
    let is_rule = rule.contains('|') && before.contains('|') && cells.split('|').all(is_dashes);
    is_rule.then(|| start..start + rule.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(&str, Vec<Vec<&str>>)> {
        let found = tabbed(text, 0..text.trim_end().len())?;
        let rows =
            found.rows.iter().map(|row| row.iter().map(|cell| &text[cell.clone()]).collect()).collect();
        Some((&text[found.range], rows))
    }

    #[test]
    fn finds_tables() {
        for (text, expected) in [
            ("a\tb\nc\td", Some(("a\tb\nc\td", vec![vec!["a", "b"], vec!["c", "d"]]))),
            ("x\na\tb\nc\t\ny", Some(("a\tb\nc\t", vec![vec!["a", "b"], vec!["c", ""]]))),
            ("a\tb\nc\t\t", None),
            ("a\tb", None),
            (
                "a\tb\nc\td\ne\tf\tg\nh\ti",
                Some((
                    "a\tb\nc\td\ne\tf\tg\nh\ti",
                    vec![vec!["a", "b"], vec!["c", "d"], vec!["e", "f", "g"], vec!["h", "i"]],
                )),
            ),
            ("a\tb\nc\t\n", Some(("a\tb\nc\t", vec![vec!["a", "b"], vec!["c", ""]]))),
            ("a\tb\r\nc\td\r\n", Some(("a\tb\r\nc\td", vec![vec!["a", "b"], vec!["c", "d"]]))),
        ] {
            assert_eq!(read(text), expected, "{text:?}");
        }
    }

    #[test]
    fn finds_tables_taken_for_text() {
        for (text, expected) in [
            ("a | b\n--|--\n1 | 2", Some("--|--")),
            ("> | a |\n> | :-: | \n", Some("| :-: |")),
            ("a | b\r\n|-|-|\r\n", Some("|-|-|")),
            ("a\n|-|-|", None),
            ("a | b\n---", None),
            ("a | b\n| - | x |", None),
            ("a | b\n||", None),
            ("a | b\n", None),
        ] {
            let at = text.find('\n').expect(text);
            assert_eq!(unread(text, &(at..at + 1)).map(|range| &text[range]), expected, "{text:?}");
        }
    }
}
