//! Lowers tables: what each column is worth in width, which rows are the titles of a group.

use super::Lowering;
use super::block::Place;
use super::legende::Genre;
use crate::font::Fonts;
use crate::parse::tree::{Alignment, Block, BlockKind, Cell, Inline, InlineKind, Table, plain_text};
use crate::parse::walk::walk;

/// The width under which a column keeps its own, in em of the table's text: about 25 mm.
const NARROW: f64 = 8.0;

/// The text column of an A4 page, in em of the table's text; the space around the text of a cell.
const LINE: f64 = 42.0;
const PADDING: f64 = 1.1;

/// The narrowest place of a table on a page, half of the text column.
const HALF: f64 = 18.0;

/// The part of the line from which a table takes all of it.
const ALMOST: f64 = 0.6;

/// The longest text of a cell whose row is kept on one page, in bytes: a third of a page in a narrow column.
const KEPT_WHOLE: usize = 600;

impl Lowering<'_, '_> {
    pub(super) fn table(&mut self, table: &Table, place: Place) {
        let columns = table.columns.len();
        let numeric: Vec<bool> = (0..columns).map(|column| is_numeric(table, column)).collect();
        self.out.code("tableau(\n");
        self.caption(Genre::Tableau);
        self.out.code("colonnes: (");
        let words = self.widths(table);
        self.out.code("),\n");
        if words > HALF {
            self.out.code(&format!("mots: {words:.1},\n"));
        }
        self.out.code("aligne: (");
        for (alignment, numeric) in table.columns.iter().zip(&numeric) {
            self.out.code(match alignment {
                Alignment::Center => "center",
                Alignment::End => "right",
                // Numbers stand under each other by their last digit.
                Alignment::Start if *numeric => "right",
                Alignment::Start => "left",
            });
            self.out.code(", ");
        }
        self.out.code("),\n");
        if place == Place::Page && columns > 3 {
            self.out.code("pleine: true,\n");
        }
        // A repeated head is an artifact the second time, and an artifact holds no link (PDF/UA-1).
        if has_links(&table.head) {
            self.out.code("repetee: false,\n");
        }
        self.out.code("tete: ");
        self.row(&table.head);
        self.out.code(",\n");
        let groups = groups(table);
        for (row, group) in table.rows.iter().zip(groups) {
            if group {
                self.out.code("groupe(");
                self.cell(&row[0]);
                self.out.code(")");
            } else if row.iter().any(|cell| text(cell).len() > KEPT_WHOLE) {
                self.out.code("longue(");
                self.row(row);
                self.out.code(")");
            } else {
                self.row(row);
            }
            self.out.code(",\n");
        }
        self.out.code(")");
    }

    fn row(&mut self, row: &[Cell]) {
        self.out.code("(");
        for cell in row {
            self.cell(cell);
            self.out.code(", ");
        }
        self.out.code(")");
    }

    /// A cell; an empty one says that there is nothing.
    fn cell(&mut self, cell: &Cell) {
        let part = self.out.open(cell.span);
        if is_empty(cell) {
            self.out.code("vide");
        } else {
            self.content(&cell.blocks, Place::Cell);
        }
        self.out.close(part);
    }

    /// The columns: as wide as their text where the page holds them all, the longest taking the
    /// rest of the line if the line is almost full; else the short ones as wide as their text, and
    /// the others a share by the text they hold. Returns the least width in which no word is cut.
    fn widths(&mut self, table: &Table) -> f64 {
        let fonts = self.context.fonts;
        let columns = 0..table.columns.len();
        let widths = |column| cells(table, column).map(|(cell, head)| width(cell, head, fonts));
        let word = |column| cells(table, column).map(|(cell, head)| longest_word(cell, head, fonts));
        let widest: Vec<f64> = columns.clone().map(|column| widths(column).fold(0.0, f64::max)).collect();
        let words: Vec<f64> =
            columns.clone().map(|column| word(column).fold(0.0, f64::max) + PADDING).collect();
        let total: f64 = widest.iter().map(|width| width + PADDING).sum();
        if total <= LINE {
            let length =
                |column: &usize| cells(table, *column).map(|(cell, _)| text(cell).len()).sum::<usize>();
            let longest = columns.max_by_key(|column| (length(column), std::cmp::Reverse(*column)));
            for column in 0..widest.len() {
                let stretched = total > LINE * ALMOST && longest == Some(column);
                self.out.code(if stretched { "1fr, " } else { "auto, " });
            }
            return words.iter().sum();
        }
        let is_narrow = |column: usize| widest[column] <= NARROW;
        let narrow: f64 = columns.clone().filter(|&i| is_narrow(i)).map(|i| widest[i] + PADDING).sum();
        let wide: Vec<usize> = columns.clone().filter(|&i| !is_narrow(i)).collect();
        let mean = |column: usize| widths(column).sum::<f64>() / (table.rows.len() + 1) as f64;
        // The square root keeps a column of long texts from starving the others.
        let share = |&i: &usize| (mean(i).max(1.0).sqrt() * 2.0).max((words[i] - PADDING).min(14.0)).max(4.0);
        let shares = wide.iter().map(share).collect();
        let least: Vec<f64> = wide.iter().map(|&i| words[i]).collect();
        let uncut = |column| cells(table, column).map(|(cell, head)| longest_uncut(cell, head, fonts));
        let uncut: Vec<f64> = wide.iter().map(|&i| uncut(i).fold(0.0, f64::max) + PADDING).collect();
        let mut shares = whole_words(shares, &least, &uncut, LINE - narrow).into_iter();
        for column in columns {
            let share = if is_narrow(column) { None } else { shares.next() };
            self.out.code(&share.map_or("auto, ".to_owned(), |share| format!("{share:.1}fr, ")));
        }
        narrow + least.iter().sum::<f64>()
    }
}

/// Shares of a line that cut no word, where the line holds the longest of each column; else those that cut
/// only the words that can be. `least` has the longest words, `uncut` those without a place for a hyphen.
fn whole_words(shares: Vec<f64>, least: &[f64], uncut: &[f64], line: f64) -> Vec<f64> {
    let sum = |widths: &[f64]| widths.iter().sum::<f64>();
    let all = sum(&shares);
    if shares.iter().zip(least).all(|(share, least)| share / all * line >= *least) {
        return shares;
    }
    let rest = line - sum(least);
    if rest >= 0.0 {
        return shares.iter().zip(least).map(|(share, least)| least + share / all * rest).collect();
    }
    let (kept, cut) = (sum(uncut), sum(least) - sum(uncut));
    let part = if cut > 0.0 { (line - kept).max(0.0) / cut } else { 0.0 };
    least.iter().zip(uncut).map(|(least, uncut)| uncut + (least - uncut) * part).collect()
}

fn cells(table: &Table, column: usize) -> impl Iterator<Item = (&Cell, bool)> {
    let head = table.head.get(column).map(|cell| (cell, true));
    head.into_iter().chain(table.rows.iter().filter_map(move |row| Some((row.get(column)?, false))))
}

fn text(cell: &Cell) -> String {
    let mut text = String::new();
    let mut push = |inline: &Inline| match &inline.kind {
        InlineKind::Text(part) | InlineKind::Literal(part) | InlineKind::Code(part) => text.push_str(part),
        InlineKind::SoftBreak | InlineKind::HardBreak => text.push('\n'),
        _ => {}
    };
    for block in &cell.blocks {
        walk(std::slice::from_ref(block), &mut push);
        push(&Inline::new(cell.span, InlineKind::HardBreak));
    }
    text
}

fn width(cell: &Cell, bold: bool, fonts: &Fonts) -> f64 {
    text(cell).lines().map(|line| fonts.width(line, bold)).fold(0.0, f64::max)
}

fn longest_word(cell: &Cell, bold: bool, fonts: &Fonts) -> f64 {
    longest(cell, bold, fonts, |_| true)
}

/// The longest word that the typesetter does not cut: one with more than letters in it.
fn longest_uncut(cell: &Cell, bold: bool, fonts: &Fonts) -> f64 {
    longest(cell, bold, fonts, |word| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        !word.chars().all(char::is_alphabetic)
    })
}

fn longest(cell: &Cell, bold: bool, fonts: &Fonts, counts: impl Fn(&str) -> bool) -> f64 {
    // A line may end after the sign of an address or a compound word too.
    let text = text(cell);
    let words = text.split_whitespace().flat_map(|word| word.split_inclusive(['/', '-']));
    words.filter(|word| counts(word)).map(|word| fonts.width(word, bold)).fold(0.0, f64::max)
}

fn is_empty(cell: &Cell) -> bool {
    cell.blocks.iter().all(|block| match &block.kind {
        BlockKind::Paragraph(content) => content.iter().all(|inline| match &inline.kind {
            InlineKind::Text(text) => text.trim().is_empty(),
            InlineKind::SoftBreak | InlineKind::HardBreak | InlineKind::Tag(_) => true,
            _ => false,
        }),
        _ => false,
    })
}

/// Whether all that a column holds, its head apart, are numbers.
fn is_numeric(table: &Table, column: usize) -> bool {
    let mut any = false;
    for cell in table.rows.iter().filter_map(|row| row.get(column)) {
        let [Block { kind: BlockKind::Paragraph(content), .. }] = cell.blocks.as_slice() else {
            if cell.blocks.is_empty() {
                continue;
            }
            return false;
        };
        let text = plain_text(content);
        let number = text.chars().all(|c| c.is_ascii_digit() || " \u{A0}\u{202F}.,%€$+-−–".contains(c));
        if !number {
            return false;
        }
        any |= text.chars().any(|c| c.is_ascii_digit());
    }
    any
}

fn has_links(row: &[Cell]) -> bool {
    let mut found = false;
    for cell in row {
        walk(&cell.blocks, &mut |inline| {
            found |= matches!(
                inline.kind,
                InlineKind::Link(..)
                    | InlineKind::FootnoteCall(_)
                    | InlineKind::Footnote(_)
                    | InlineKind::Embed(_)
            );
        });
    }
    found
}

/// The rows that are the title of those that follow: in a table of three columns or more, one
/// whose first cell alone is filled, where the next row is not such a one.
fn groups(table: &Table) -> Vec<bool> {
    let lone =
        |row: &Vec<Cell>| table.columns.len() >= 3 && !is_empty(&row[0]) && row[1..].iter().all(is_empty);
    let lone: Vec<bool> = table.rows.iter().map(lone).collect();
    (0..lone.len()).map(|i| lone[i] && lone.get(i + 1) == Some(&false)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gives_words_their_width() {
        for (shares, least, uncut, line, expected) in [
            // 10 and 30 of 40 hold words of 9 and 20.
            (vec![1.0, 3.0], [9.0, 20.0], [0.0, 0.0], 40.0, vec![1.0, 3.0]),
            // 5 and 35 of 40 do not: 9 + 1/8 of 11, 20 + 7/8 of 11.
            (vec![1.0, 7.0], [9.0, 20.0], [0.0, 0.0], 40.0, vec![10.375, 29.625]),
            // 50 for 40: of the 30 that are left besides a word of 10 that has no hyphen, 20/40 and 20/40.
            (vec![1.0, 7.0], [30.0, 20.0], [10.0, 0.0], 40.0, vec![25.0, 15.0]),
            (vec![1.0, 7.0], [30.0, 20.0], [30.0, 20.0], 40.0, vec![30.0, 20.0]),
        ] {
            assert_eq!(whole_words(shares, &least, &uncut, line), expected);
        }
    }
}
