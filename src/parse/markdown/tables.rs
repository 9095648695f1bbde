//! Tables: those that tabs make, and what a row of Markdown holds more than its table.
//!
//! In: a paragraph or a row, as the parser saw it. Out: cells, each read by itself.

use super::*;

impl Reader<'_, '_> {
    /// Puts the tables that tabs make in place of their lines. The text around them is read anew:
    /// what the parser saw open in a cell would have run past its end.
    pub(super) fn tables(&mut self, at: &Range<usize>) {
        // In a quote the lines carry its marks, which are no text of the cells.
        if self.stack.iter().any(|frame| matches!(frame.kind, FrameKind::Quote)) {
            return;
        }
        let (mut blocks, mut start) = (Vec::new(), at.start);
        while let Some(found) = tabbed(self.text, start.min(at.end)..at.end) {
            blocks.extend(self.read(start..found.range.start).unwrap_or_default());
            start = found.range.end;
            blocks.push(self.table(&found));
        }
        if !blocks.is_empty() {
            blocks.extend(self.read(start.min(at.end)..at.end).unwrap_or_default());
            self.top().inlines = vec![Inline::new(self.span(at), InlineKind::Blocks(blocks))];
        }
    }

    fn table(&mut self, found: &Tabbed) -> Block {
        let span = self.span(&found.range);
        let columns = found.rows.iter().map(Vec::len).max().unwrap_or(0);
        let mut rows: Vec<Vec<Cell>> = Vec::new();
        for cells in &found.rows {
            let mut row: Vec<Cell> = cells.iter().map(|cell| self.cell(cell)).collect();
            let place = row.iter().map(|cell| cell.span).reduce(Span::to).unwrap_or(span);
            if row.len() < columns {
                let diagnostic = Diagnostic::at(Code::TableUneven, place).arg("nombre", row.len());
                self.diags.push(diagnostic.arg("attendu", columns));
            }
            row.resize_with(columns, || Cell { span: place, blocks: Vec::new() });
            rows.push(row);
        }
        let head = rows.remove(0);
        let table = Table { columns: vec![Alignment::Start; columns], head, rows };
        Block::new(span, BlockKind::Table(table))
    }

    /// Gives the last cell of a row what the row holds more than its table: the parser drops it.
    pub(super) fn excess(&mut self, row: &Range<usize>) {
        let columns = self.top().cells.len();
        let Some(end) = self.top().cells.last().map(|cell| cell.span.end) else { return };
        let end = end.saturating_sub(self.base);
        let blank = ['|', ' ', '\t', '\r', '\n', mask::FILLER];
        let Some(rest) = self.text.get(end.min(row.end)..row.end) else { return };
        let start = row.end - rest.trim_start_matches(blank).len();
        let rest = rest.trim_matches(blank);
        if rest.is_empty() {
            return;
        }
        let found = columns + 1 + rest.replace("\\|", "").matches('|').count();
        let range = start..start + rest.len();
        let span = self.span(&range);
        self.diags.push(
            Diagnostic::at(Code::TableUneven, span)
                .arg("nombre", found)
                .arg("attendu", columns)
                .help("aide-barre"),
        );
        let mut blocks = self.cell(&range).blocks.into_iter();
        let Some(cell) = self.top().cells.last_mut() else { return };
        cell.span = cell.span.to(span);
        if let Some(Block { kind: BlockKind::Paragraph(content), .. }) = cell.blocks.last_mut() {
            let bar = Span { start: span.start.saturating_sub(1), end: span.start, ..span };
            content.push(Inline::new(bar, InlineKind::Literal(" | ".to_owned())));
            match blocks.next() {
                Some(Block { kind: BlockKind::Paragraph(more), .. }) => content.extend(more),
                other => cell.blocks.extend(other),
            }
        }
        cell.blocks.extend(blocks);
    }

    fn cell(&mut self, range: &Range<usize>) -> Cell {
        let blocks = self.read(range.clone()).unwrap_or_default();
        let flat = blocks.into_iter().map(|block| match block.kind {
            BlockKind::Heading(_, content) => Block { kind: BlockKind::Paragraph(content), ..block },
            _ => block,
        });
        Cell { span: self.span(range), blocks: flat.collect() }
    }
}
