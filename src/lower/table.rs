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
        self.widths(table);
        self.out.code("),\naligne: (");
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
    /// the others a share by the text they hold.
    fn widths(&mut self, table: &Table) {
        let fonts = self.context.fonts;
        let columns = 0..table.columns.len();
        let widths = |column| cells(table, column).map(|(cell, head)| width(cell, head, fonts));
        let widest: Vec<f64> = columns.clone().map(|column| widths(column).fold(0.0, f64::max)).collect();
        let total: f64 = widest.iter().map(|width| width + PADDING).sum();
        if total <= LINE {
            let length =
                |column: &usize| cells(table, *column).map(|(cell, _)| text(cell).len()).sum::<usize>();
            let longest = columns.max_by_key(|column| (length(column), std::cmp::Reverse(*column)));
            for column in 0..widest.len() {
                let stretched = total > LINE * ALMOST && longest == Some(column);
                self.out.code(if stretched { "1fr, " } else { "auto, " });
            }
            return;
        }
        for (column, widest) in widest.iter().enumerate() {
            if *widest <= NARROW {
                self.out.code("auto, ");
                continue;
            }
            let mean = widths(column).sum::<f64>() / (table.rows.len() + 1) as f64;
            let word =
                cells(table, column).map(|(cell, head)| longest_word(cell, head, fonts)).fold(0.0, f64::max);
            // The square root keeps a column of long texts from starving the others.
            let share = (mean.max(1.0).sqrt() * 2.0).max(word.min(14.0)).max(4.0);
            self.out.code(&format!("{share:.1}fr, "));
        }
    }
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
    text(cell).split_whitespace().map(|word| fonts.width(word, bold)).fold(0.0, f64::max)
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
