//! Lowers blocks.

mod images;

use super::embed::{Piece, has_blocks, pieces};
use super::legende::{self, Captioned};
use super::printed::Copy;
use super::text::cut_long_words;
use super::{Lowering, math};
use crate::diagnostic::{Code, Diagnostic};
use crate::media::{self, Subject};
use crate::parse::tree::{Block, BlockKind, Inline, InlineKind, Item, List, Mark, plain_text};
use crate::source::Span;
use images::is_figure;

/// Where a block stands: it decides whether a heading is one, and whether text needs a paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// On the page itself.
    Page,
    /// In a quote, a callout or an item.
    Inside,
    /// In an item of a list without blank lines: the text is no paragraph.
    TightItem,
    /// In a cell.
    Cell,
    /// In a footnote.
    Footnote,
}

/// How deep quotes, lists and callouts are shown: the typesetter stops at 64 rules in each other,
/// of which a callout takes six, and a column of text has no room for more.
const PRINTED_DEPTH: usize = 8;

/// The longest line that is kept with the list after it, in characters.
const ANNOUNCEMENT: usize = 90;

/// The name of a place in the PDF, of our own making.
pub(super) fn anchor(copy: Copy, span: Span) -> String {
    let copy = if copy == 0 { String::new() } else { format!("-{copy}") };
    format!("l-{}-{}{copy}", span.source.number(), span.start)
}

impl Lowering<'_, '_> {
    /// Blocks as one expression.
    pub(super) fn content(&mut self, blocks: &[Block], place: Place) {
        if let ([Block { kind: BlockKind::Paragraph(content), span, .. }], true) =
            (blocks, place != Place::Inside)
            && !is_figure(content)
            && !self.is_place(*span)
            && !has_blocks(content, self.context.document.links)
            && !has_display(content)
        {
            return if place == Place::Footnote {
                self.footnote_inlines(content);
            } else {
                self.inlines(content);
            };
        }
        self.out.code("{\n");
        let mut rest = blocks;
        // The number of a footnote stands before its first words, not on a line of its own.
        if let (Place::Footnote, [Block { kind: BlockKind::Paragraph(first), .. }, others @ ..]) =
            (place, blocks)
            && !has_blocks(first, self.context.document.links)
        {
            self.footnote_inlines(first);
            self.out.code("\nparbreak()\n");
            rest = others;
        }
        self.sequence(rest.iter(), place);
        self.out.code("}");
    }

    /// Blocks one after the other. A short line that announces a list stays on its page.
    pub(super) fn sequence<'b>(&mut self, blocks: impl Iterator<Item = &'b Block>, place: Place) {
        let numbered = place == Place::Page && self.numbers();
        let all: Vec<&Block> = blocks.collect();
        let mut written = all.iter();
        let mut blocks = legende::pair(all.iter().copied(), numbered).into_iter().peekable();
        while let Some(Captioned { block, caption }) = blocks.next() {
            // A caption is no block of its own, but a link may lead to it: a note can start with one.
            written.by_ref().take_while(|own| own.span != block.span).for_each(|own| self.mark(own.span));
            let before_list = blocks.peek().is_some_and(|next| {
                matches!(next.block.kind, BlockKind::List(_) | BlockKind::Table(_)) && next.caption.is_none()
            });
            let announces = match &block.kind {
                BlockKind::Paragraph(content) => {
                    plain_text(content).chars().count() <= ANNOUNCEMENT
                        && !has_blocks(content, self.context.document.links)
                        && !has_display(content)
                        && !is_figure(content)
                }
                _ => false,
            };
            self.legende = caption;
            if before_list && announces && place == Place::Page && block.id.is_none() {
                self.out.code("amorce(");
                self.out.code("{\n");
                self.block(block, place);
                self.out.code("})\n");
            } else {
                self.block(block, place);
            }
        }
        written.for_each(|own| self.mark(own.span));
    }

    fn block(&mut self, block: &Block, place: Place) {
        let nests = matches!(block.kind, BlockKind::Quote(_) | BlockKind::List(_) | BlockKind::Callout(_));
        if nests && self.depth == PRINTED_DEPTH {
            return self.flattened(block);
        }
        self.depth += usize::from(nests);
        self.mapped(block, place);
        self.depth -= usize::from(nests);
    }

    /// Whether a link of the document leads to the block at `span`, in the copy that is being written.
    pub(super) fn is_place(&self, span: Span) -> bool {
        self.context.printed.is_place(self.copy, span)
    }

    /// The end of a link, before the block at `span`.
    pub(super) fn mark(&mut self, span: Span) {
        if self.is_place(span) {
            self.out.code(&format!("repere(\"{}\")\n", anchor(self.copy, span)));
        }
    }

    /// The text of a quote, list or callout that stands deeper than a page can show.
    fn flattened(&mut self, block: &Block) {
        self.mark(block.span);
        self.context.warn(Diagnostic::at(Code::NestingFlattened, block.span).arg("limite", PRINTED_DEPTH));
        match &block.kind {
            BlockKind::Quote(blocks) => self.sequence(blocks.iter(), Place::Inside),
            BlockKind::List(list) => {
                for item in &list.items {
                    self.sequence(item.blocks.iter(), Place::Inside);
                }
            }
            BlockKind::Callout(callout) => {
                if !callout.title.is_empty() {
                    self.out.code("intertitre(");
                    self.heading_inlines(&callout.title);
                    self.out.code(")\n");
                }
                self.sequence(callout.body.iter(), Place::Inside);
            }
            _ => {}
        }
    }

    fn mapped(&mut self, block: &Block, place: Place) {
        let part = self.out.open(block.span);
        if !matches!(block.kind, BlockKind::Heading(..)) {
            self.mark(block.span);
        }
        match &block.kind {
            BlockKind::Paragraph(content) => self.paragraph(content, place),
            BlockKind::Heading(level, content) => self.heading(*level, content, block.span, place),
            BlockKind::List(list) => self.list(list, place),
            BlockKind::Quote(blocks) => {
                self.out.code("citation(");
                self.content(blocks, Place::Inside);
                self.out.code(")");
            }
            BlockKind::Callout(callout) => self.callout(callout),
            BlockKind::Code(text) => self.code_block(text, block.span),
            BlockKind::Diagram(code) => self.diagram(code, block.span),
            BlockKind::Table(table) => self.table(table, place),
            BlockKind::Rule => self.out.code("filet()"),
            BlockKind::PageBreak if place == Place::Page => self.out.code("saut-de-page()"),
            BlockKind::PageBreak => {
                self.context.warn(Diagnostic::at(Code::PageBreakInside, block.span));
                self.out.code("none");
            }
            BlockKind::Placeholder(kind, text) => {
                let label = self.context.label(&format!("a-composer-{}", kind.name()));
                let first = text.lines().next().unwrap_or_default();
                let diagnostic = Diagnostic::at(Code::NotTypeset, block.span);
                self.context.warn(diagnostic.arg("genre", kind.name()).arg("nom", first));
                let text = self.code_text(text, block.span);
                self.out.code("bloc-a-composer(");
                self.out.literal(&label);
                self.out.code(", ");
                self.out.literal(&text);
                self.out.code(")");
            }
        }
        self.out.close(part);
        self.out.code("\n");
    }

    fn code_block(&mut self, text: &str, span: Span) {
        let text = self.code_text(text, span);
        self.out.code("code-bloc(");
        self.out.literal(&text);
        self.out.code(")");
    }

    /// A diagram; one that cannot be drawn is shown as its code.
    fn diagram(&mut self, code: &str, span: Span) {
        let Some(drawn) = media::diagram(code) else {
            self.context.warn(Diagnostic::at(Code::DiagramUnread, span));
            return self.code_block(code, span);
        };
        let subject = Subject::Diagram(code.to_owned());
        let name = self.context.image_name(subject.clone(), drawn.picture.extension, span);
        self.context.diagrams.insert(subject, drawn.picture);
        let alternative = self.context.diagram_alternative(&drawn.sentence);
        self.out.code("diagramme(");
        if let Some(title) = drawn.title {
            let title = self.context.set(&title, span, false);
            self.out.code("titre: ");
            self.out.literal(&title);
            self.out.code(", ");
        }
        self.out.code(&format!("image(\"/images/{name}\", alt: "));
        self.out.literal(&alternative);
        self.out.code("))");
    }

    /// The text of a code block: its lines and indents kept.
    fn code_text(&mut self, text: &str, span: Span) -> String {
        let mut lines = Vec::new();
        for line in text.split('\n') {
            let line = line.trim_end_matches('\r').replace('\t', "    ");
            let line = self.context.repairs.text(&line, span, false);
            lines.push(cut_long_words(&line, &mut 0).into_owned());
        }
        lines.join("\n")
    }

    fn paragraph(&mut self, content: &[Inline], place: Place) {
        if is_figure(content) {
            return self.figures(content, place);
        }
        if has_display(content) {
            return self.around_formulas(content, place);
        }
        if content.iter().all(|inline| matches!(inline.kind, InlineKind::Tag(_))) {
            return self.out.code("none");
        }
        if has_blocks(content, self.context.document.links) {
            return self.around_embeds(content, place);
        }
        if content.iter().all(|inline| matches!(inline.kind, InlineKind::Tag(_) | InlineKind::Comment(_))) {
            return self.inlines(content);
        }
        self.paragraph_of(content, place);
    }

    fn paragraph_of(&mut self, content: &[Inline], place: Place) {
        match place {
            Place::TightItem => self.inlines(content),
            _ => {
                self.out.code("para(");
                if place == Place::Footnote {
                    self.footnote_inlines(content);
                } else {
                    self.inlines(content);
                }
                self.out.code(")");
            }
        }
    }

    /// A paragraph that embeds cut: words, blocks, words.
    fn around_embeds(&mut self, content: &[Inline], place: Place) {
        let pieces = pieces(content, self.context.document.links);
        if let [Piece::Embed(link, span)] = pieces.as_slice() {
            return self.embed(link, *span, place);
        }
        self.out.code("{\n");
        for piece in pieces {
            match piece {
                Piece::Words(words) => self.paragraph(words, place),
                Piece::Embed(link, span) => self.embed(link, span, place),
            }
            self.out.code("\n");
        }
        self.out.code("}");
    }

    /// A paragraph cut by its formulas on lines of their own: a paragraph holds no block.
    fn around_formulas(&mut self, content: &[Inline], place: Place) {
        let cut = |a: &Inline, b: &Inline| !is_display(a) && !is_display(b);
        let blank = |inline: &Inline| match &inline.kind {
            InlineKind::Text(text) => text.trim().is_empty(),
            InlineKind::SoftBreak | InlineKind::HardBreak => true,
            _ => false,
        };
        for run in content.chunk_by(cut) {
            if let [Inline { span, kind: InlineKind::Math(formula) }] = run
                && formula.display
            {
                let part = self.out.open(*span);
                if !math::formula(formula, true, &mut self.out) {
                    self.paragraph_of(run, place);
                }
                self.out.close(part);
            } else {
                let start = run.iter().take_while(|inline| blank(inline)).count();
                let end = run.len() - run[start..].iter().rev().take_while(|inline| blank(inline)).count();
                if start < end {
                    self.paragraph_of(&run[start..end], place);
                }
            }
            self.out.code("\n");
        }
    }

    fn heading(&mut self, level: u8, content: &[Inline], span: Span, place: Place) {
        let text = plain_text(content);
        let stand_in = content.iter().any(|inline| matches!(inline.kind, InlineKind::Placeholder(..)));
        if !stand_in && text.chars().all(|c| !c.is_alphanumeric()) && !self.context.repairs.shows(&text) {
            self.context.warn(Diagnostic::at(Code::HeadingEmpty, span));
            self.mark(span);
            return self.out.code("none");
        }
        if place != Place::Page {
            self.mark(span);
            self.out.code("intertitre(");
            self.heading_inlines(content);
            return self.out.code(")");
        }
        if let Some(last) = self.last_level.filter(|last| level > last + 1) {
            let diagnostic =
                Diagnostic::at(Code::HeadingSkipped, span).arg("niveau", level).arg("precedent", last);
            self.context.warn(diagnostic.arg("attendu", last + 1));
        }
        self.last_level = Some(level);
        self.levels.retain(|&open| open < level);
        self.levels.push(level);
        // PDF 1.7 names six levels (ISO 32000-1, 14.8.4.3.2).
        let printed = (usize::from(self.base) + self.levels.len()).min(6);
        self.out.code(&format!("titre({printed}, "));
        if self.is_place(span) {
            self.out.code(&format!("id: \"{}\", ", anchor(self.copy, span)));
        }
        self.heading_inlines(content);
        self.out.code(")");
    }

    fn list(&mut self, list: &List, place: Place) {
        match list.start {
            Some(start) => {
                self.out.code(&format!("liste-numerotee(debut: {start}, serree: {}, ", list.tight));
            }
            None => self.out.code(&format!("liste(serree: {}, ", list.tight)),
        }
        let inside = if list.tight { Place::TightItem } else { Place::Inside };
        let inside = if place == Place::Footnote { Place::Footnote } else { inside };
        for item in &list.items {
            self.out.code("\n");
            self.item(item, inside);
            self.out.code(",");
        }
        self.out.code(")");
    }

    fn item(&mut self, item: &Item, place: Place) {
        // An item that is an embed of another item is that item: one bullet, not two.
        if let Some((own, copy)) = self.embedded_item(item) {
            let copy = std::mem::replace(&mut self.copy, copy);
            self.item(own, place);
            self.copy = copy;
            return;
        }
        let part = self.out.open(item.span);
        let mark = match item.mark {
            Mark::Plain => None,
            Mark::Todo => Some("a-faire"),
            Mark::Done => Some("fait"),
            Mark::Check => Some("coche"),
            Mark::Other(_) => Some("autre-etat"),
        };
        if let Some(mark) = mark {
            let label = self.context.label(mark);
            self.out.code(&format!("element(\"{mark}\", "));
            self.out.literal(&label);
            self.out.code(", ");
            if let Mark::Other(c) = item.mark {
                let sign = self.context.repairs.text(&c.to_string(), item.span, false).into_owned();
                self.out.code("signe: ");
                self.out.literal(&format!("[{sign}]"));
                self.out.code(", ");
            }
            self.content(&item.blocks, place);
            self.out.code(")");
        } else {
            self.content(&item.blocks, place);
        }
        self.out.close(part);
    }
}

/// Whether a paragraph holds a formula on a line of its own.
fn has_display(content: &[Inline]) -> bool {
    content.iter().any(is_display)
}

fn is_display(inline: &Inline) -> bool {
    matches!(&inline.kind, InlineKind::Math(formula) if formula.display)
}
