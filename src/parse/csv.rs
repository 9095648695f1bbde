//! Reads a CSV file as the YAML list that it stands for.
//!
//! In: a source whose name is a key of the data, such as `etablissements.csv`. Out: a mapping of that
//! key to a list of mappings, one a row, every cell with its place; `infra.postes` is a key in a key.
//! It is strict: a quote that nothing closes would swallow the rows that follow, a short row would
//! move its cells (RFC 4180). The separator is that of the first line: `;`, a tab or `,`.

use super::yaml::{Entry, Node, Value};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::source::{SourceId, Sources, Span};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// The most rows (design, Budgets).
const ROWS: usize = 100_000;
/// The most lines of one cell: more is a quote that somebody forgot.
const CELL_LINES: usize = 20;

/// A cell: its text and its place.
type Cell = (String, Range<usize>);

/// Reads a whole source; nothing where a mistake was found.
pub(crate) fn csv(sources: &Sources, id: SourceId, diags: &mut Diagnostics) -> Option<Node> {
    let source = sources.get(id);
    let text = source.text.as_str();
    let rows = match rows(text, separator(text)) {
        Ok(rows) => rows,
        Err((code, at)) => {
            diags.push(Diagnostic::at(code, Span::new(id, at)).arg("limite", ROWS));
            return None;
        }
    };
    let whole = Span::new(id, 0..text.len());
    let Some((head, rows)) = rows.split_first() else {
        diags.push(Diagnostic::at(Code::CsvEmpty, Span::new(id, 0..0)).help("aide-en-tete"));
        return None;
    };
    if rows.is_empty() {
        diags.push(Diagnostic::at(Code::CsvEmpty, Span::new(id, head[0].1.clone())));
    }
    let (mut sound, mut names) = (true, BTreeSet::new());
    for (name, at) in head {
        if name.is_empty() || !names.insert(name) {
            diags.push(Diagnostic::at(Code::CsvHead, Span::new(id, at.clone())).arg("nom", name));
            sound = false;
        }
    }
    let mut list = Vec::new();
    for row in rows {
        let place = Span::new(id, row[0].1.start..row[row.len() - 1].1.end);
        if row.len() == head.len() {
            list.push(Node { span: place, value: Value::Mapping(entries(id, head, row)) });
        } else {
            let diagnostic = Diagnostic::at(Code::CsvColumns, place).arg("nombre", row.len());
            diags.push(diagnostic.arg("attendu", head.len()));
            sound = false;
        }
    }
    let key = Entry {
        key: source.path.stem().to_owned(),
        key_span: Span::new(id, 0..head[0].1.end),
        value: Node { span: whole, value: Value::Sequence(list) },
    };
    sound.then(|| Node { span: whole, value: Value::Mapping(vec![key]) })
}

/// The entries of a row; an empty cell has none, and `a.b` is a key of the mapping `a`.
fn entries(id: SourceId, head: &[Cell], row: &[Cell]) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    let mut outers: BTreeMap<&str, usize> = BTreeMap::new();
    for ((name, name_at), (text, at)) in head.iter().zip(row).filter(|(_, (text, _))| !text.is_empty()) {
        let span = Span::new(id, at.clone());
        let key_span = Span::new(id, name_at.clone());
        let value = Node { span, value: Value::Scalar { text: text.clone(), plain: true } };
        let Some((outer, inner)) = name.split_once('.') else {
            entries.push(Entry { key: name.clone(), key_span, value });
            continue;
        };
        let inner = Entry { key: inner.to_owned(), key_span, value };
        match outers.get(outer).and_then(|at| entries.get_mut(*at)) {
            Some(Entry { value: Node { value: Value::Mapping(inside), .. }, .. }) => inside.push(inner),
            _ => {
                outers.insert(outer, entries.len());
                let value = Node { span, value: Value::Mapping(vec![inner]) };
                entries.push(Entry { key: outer.to_owned(), key_span, value });
            }
        }
    }
    entries
}

/// The separator of the first line.
fn separator(text: &str) -> u8 {
    let first = text.lines().next().unwrap_or_default().as_bytes();
    *b";\t,"
        .iter()
        .max_by_key(|separator| first.iter().filter(|byte| byte == separator).count())
        .unwrap_or(&b';')
}

/// The rows of a text that are not blank, or the mistake that prevents them and its place.
fn rows(text: &str, separator: u8) -> Result<Vec<Vec<Cell>>, (Code, Range<usize>)> {
    let bytes = text.as_bytes();
    let (mut rows, mut at) = (Vec::new(), 0);
    while at < bytes.len() {
        let start = at;
        let mut row = Vec::new();
        loop {
            let (cell, end) = cell(text, at, separator)?;
            row.push(cell);
            at = end;
            if bytes.get(at) != Some(&separator) {
                break;
            }
            at += 1;
        }
        if bytes.get(at) == Some(&b'\r') {
            at += 1;
        }
        if bytes.get(at) == Some(&b'\n') {
            at += 1;
        }
        if row.iter().any(|(text, _)| !text.is_empty()) {
            rows.push(row);
        }
        if rows.len() > ROWS + 1 {
            return Err((Code::CsvTooLong, start..at));
        }
    }
    Ok(rows)
}

/// The cell that starts at `at`, and where it ends: at a separator, a line end or the end.
fn cell(text: &str, at: usize, separator: u8) -> Result<(Cell, usize), (Code, Range<usize>)> {
    let bytes = text.as_bytes();
    let ends = |byte: u8| byte == separator || byte == b'\n' || byte == b'\r';
    if bytes.get(at) != Some(&b'"') {
        let end = (at..bytes.len()).find(|&i| ends(bytes[i])).unwrap_or(bytes.len());
        let value = text[at..end].trim();
        let start = at + (text[at..end].len() - text[at..end].trim_start().len());
        return Ok(((value.to_owned(), start..start + value.len()), end));
    }
    let mut value = String::new();
    let mut from = at + 1;
    loop {
        let close = text[from..].find('"').map(|i| from + i).ok_or((Code::CsvQuote, at..at + 1))?;
        value.push_str(&text[from..close]);
        if bytes.get(close + 1) != Some(&b'"') {
            let end = close + 1;
            let lines = value.matches('\n').count();
            if lines > CELL_LINES || bytes.get(end).is_some_and(|&byte| !ends(byte)) {
                return Err((Code::CsvQuote, at..at + 1));
            }
            return Ok(((value.trim().to_owned(), at..end), end));
        }
        value.push('"');
        from = close + 2;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Vec<Vec<String>>, Code> {
        let rows = rows(text, separator(text)).map_err(|(code, _)| code)?;
        Ok(rows.into_iter().map(|row| row.into_iter().map(|(text, _)| text).collect()).collect())
    }

    #[test]
    fn reads_rows() {
        for (text, expected) in [
            ("a;b\n1;2\n", Ok(vec![vec!["a", "b"], vec!["1", "2"]])),
            (
                "a,b\r\n\"x, y\",\"il dit \"\"oui\"\"\"\r\n",
                Ok(vec![vec!["a", "b"], vec!["x, y", "il dit \"oui\""]]),
            ),
            ("a\tb\n1\t\n\n", Ok(vec![vec!["a", "b"], vec!["1", ""]])),
            ("a;b\n\"1;2\n3;4\n", Err(Code::CsvQuote)),
            ("a;b\n\"1\"x;2\n", Err(Code::CsvQuote)),
        ] {
            let expected = expected.map(|rows| {
                rows.into_iter().map(|row| row.into_iter().map(str::to_owned).collect()).collect()
            });
            assert_eq!(read(text), expected, "{text:?}");
        }
    }
}
