//! The open elements of a note while it is read: a stack of frames, each closed into a block or
//! an inline of the frame below.
//!
//! Markdown frames close where the parser says; HTML frames close at their end tag, or by
//! themselves when the Markdown around them ends.

use super::blocks;
use super::html::Element;
use super::inline;
use super::tree::{
    Alignment, Block, BlockKind, Cell, Inline, InlineKind, Item, List, Mark, NoteLink, Style, Table, Target,
    Unsupported, plain_text,
};
use super::wikilink;
use crate::source::Span;

/// What a frame is of.
#[derive(Debug)]
pub(super) enum FrameKind {
    Root,
    Paragraph,
    Heading(u8),
    Quote,
    List(Option<u64>),
    Item,
    Code(String),
    Table(Vec<Alignment>),
    Row,
    Cell,
    Styled(Style),
    /// A `~x~`, which Obsidian shows as typed.
    Tildes,
    Link(Target),
    Image {
        path: String,
    },
    Footnote(String),
    Html(Element, String),
}

/// An open element and what it holds so far.
#[derive(Debug)]
pub(super) struct Frame {
    pub kind: FrameKind,
    pub span: Span,
    pub blocks: Vec<Block>,
    pub inlines: Vec<Inline>,
    pub items: Vec<Item>,
    pub rows: Vec<Vec<Cell>>,
    pub cells: Vec<Cell>,
    pub mark: Mark,
    /// A paragraph of its own stands in an item: the list is loose.
    pub loose: bool,
    /// How many Markdown styles were opened in it without a frame, past the limit.
    pub flat: usize,
    /// The element asks for a new page after it.
    pub breaks_after: bool,
}

impl Frame {
    pub(super) fn new(kind: FrameKind, span: Span) -> Self {
        let (blocks, inlines, items) = (Vec::new(), Vec::new(), Vec::new());
        let (rows, cells) = (Vec::new(), Vec::new());
        let (mark, loose, flat, breaks_after) = (Mark::Plain, false, 0, false);
        Self { kind, span, blocks, inlines, items, rows, cells, mark, loose, flat, breaks_after }
    }

    pub(super) fn is_html(&self) -> bool {
        matches!(self.kind, FrameKind::Html(..))
    }

    /// Whether the frame counts as a level of nesting.
    pub(super) fn nests(&self) -> bool {
        use Element::{List, Quote, Table};
        match &self.kind {
            FrameKind::Quote | FrameKind::List(_) | FrameKind::Footnote(_) => true,
            FrameKind::Html(element, _) => matches!(element, List(_) | Quote | Table),
            _ => false,
        }
    }

    /// Whether the frame is of a part of a line.
    pub(super) fn is_inline(&self) -> bool {
        use Element::{Link, Styled, Transparent};
        match &self.kind {
            FrameKind::Styled(_) | FrameKind::Tildes | FrameKind::Link(_) | FrameKind::Image { .. } => true,
            FrameKind::Html(element, _) => matches!(element, Styled(_) | Link | Transparent),
            _ => false,
        }
    }

    /// Whether blocks stand in it as such, rather than inside a line.
    fn holds_blocks(&self) -> bool {
        use Element::{Cell, HeadCell, Item, List, Paragraph, Quote, Row, Table};
        match &self.kind {
            FrameKind::Root
            | FrameKind::Quote
            | FrameKind::Item
            | FrameKind::Cell
            | FrameKind::Footnote(_) => true,
            FrameKind::Html(element, _) => {
                matches!(element, Cell | HeadCell | Item | List(_) | Paragraph | Quote | Row | Table)
            }
            _ => false,
        }
    }

    pub(super) fn push_inline(&mut self, inline: Inline) {
        inline::append(&mut self.inlines, inline);
    }

    pub(super) fn push_block(&mut self, block: Block) {
        if self.holds_blocks() {
            self.flush();
            self.blocks.push(block);
        } else {
            self.inlines.push(Inline::new(block.span, InlineKind::Blocks(vec![block])));
        }
    }

    /// Takes what a frame above gave. An item, a row or a cell whose list, row or table is not the
    /// frame below leaves its blocks: nothing that was typed is lost.
    pub(super) fn take(&mut self, closed: Closed) {
        let blocks = match (closed, &self.kind) {
            (Closed::Inlines(inlines), _) => {
                return inlines.into_iter().for_each(|inline| self.push_inline(inline));
            }
            (Closed::Item(item), FrameKind::List(_) | FrameKind::Html(Element::List(_), _)) => {
                return self.items.push(item);
            }
            (Closed::Row(cells), FrameKind::Table(_) | FrameKind::Html(Element::Table, _)) => {
                return self.rows.push(cells);
            }
            (Closed::Cell(cell), FrameKind::Row | FrameKind::Html(Element::Row, _)) => {
                return self.cells.push(cell);
            }
            (Closed::Item(item), _) => item.blocks,
            (Closed::Row(cells), _) => cells.into_iter().flat_map(|cell| cell.blocks).collect(),
            (Closed::Cell(cell), _) => cell.blocks,
            (Closed::Blocks(blocks) | Closed::Footnote(_, _, blocks), _) => blocks,
        };
        blocks.into_iter().for_each(|block| self.push_block(block));
    }

    /// Makes a paragraph of the inlines that stand directly in a frame of blocks.
    pub(super) fn flush(&mut self) {
        let inlines = std::mem::take(&mut self.inlines);
        self.blocks.extend(blocks::paragraphs(inlines));
    }

    /// The blocks of a closed frame, block ids attached to what they name.
    fn into_blocks(mut self) -> Vec<Block> {
        self.flush();
        blocks::attach_ids(self.blocks)
    }
}

/// What a closed frame gives to the frame below.
pub(super) enum Closed {
    Blocks(Vec<Block>),
    Inlines(Vec<Inline>),
    Item(Item),
    Row(Vec<Cell>),
    Cell(Cell),
    Footnote(String, Span, Vec<Block>),
}

/// Closes a frame; `end` is where its element ends in the file.
pub(super) fn close(mut frame: Frame, end: usize) -> Closed {
    let span = Span::new(frame.span.source, frame.span.start..end.max(frame.span.start));
    match std::mem::replace(&mut frame.kind, FrameKind::Root) {
        FrameKind::Root => Closed::Blocks(frame.into_blocks()),
        FrameKind::Paragraph => Closed::Blocks(blocks::paragraphs(frame.inlines)),
        FrameKind::Heading(level) => heading(level, span, frame.inlines),
        FrameKind::Quote => Closed::Blocks(vec![blocks::quote(span, frame.into_blocks())]),
        FrameKind::List(start) => {
            let list = List { start, tight: !frame.loose, items: frame.items };
            Closed::Blocks(vec![Block::new(span, BlockKind::List(list))])
        }
        FrameKind::Item => Closed::Item(item(frame, span)),
        FrameKind::Code(info) => {
            Closed::Blocks(vec![Block::new(span, blocks::code(&info, plain_text(&frame.inlines)))])
        }
        FrameKind::Table(columns) => Closed::Blocks(table(columns, frame.rows, span)),
        FrameKind::Row => Closed::Row(frame.cells),
        FrameKind::Cell => Closed::Cell(Cell { span, blocks: frame.into_blocks() }),
        FrameKind::Styled(style) => {
            Closed::Inlines(around(frame.inlines, span, |content| InlineKind::Styled(style, content)))
        }
        FrameKind::Tildes => Closed::Inlines(tildes(frame.inlines, span)),
        FrameKind::Link(Target::Note(_)) | FrameKind::Image { .. } if is_computed(&frame.inlines) => {
            Closed::Inlines(frame.inlines)
        }
        // Brackets around a blank, as templates leave them, name nothing: they stay as they are typed.
        FrameKind::Link(Target::Note(link)) if names_nothing(&link) && is_blank(&frame.inlines) => {
            let typed = format!("[[{}]]", plain_text(&frame.inlines));
            Closed::Inlines(vec![Inline::new(span, InlineKind::Literal(typed))])
        }
        FrameKind::Image { path } if !path.is_empty() && path.trim().is_empty() => {
            Closed::Inlines(vec![Inline::new(span, InlineKind::Literal(format!("![[{path}]]")))])
        }
        FrameKind::Link(target) => {
            Closed::Inlines(around(frame.inlines, span, |content| InlineKind::Link(target.clone(), content)))
        }
        FrameKind::Image { path } => {
            let kind = inline::embed(&path, &plain_text(&frame.inlines));
            Closed::Inlines(vec![Inline::new(span, kind)])
        }
        FrameKind::Footnote(label) => Closed::Footnote(label, span, frame.into_blocks()),
        FrameKind::Html(element, value) => close_html(element, value, frame, span),
    }
}

fn names_nothing(link: &NoteLink) -> bool {
    link.note.is_empty() && link.headings.is_empty() && link.block.is_none()
}

/// Whether a text is there and is nothing but spaces.
fn is_blank(content: &[Inline]) -> bool {
    !content.is_empty() && plain_text(content).trim().is_empty()
}

/// Whether a plugin would compute the name of what a link or an image shows.
fn is_computed(content: &[Inline]) -> bool {
    content.iter().any(|inline| matches!(inline.kind, InlineKind::Placeholder(Unsupported::Expression, _)))
}

fn close_html(element: Element, value: String, mut frame: Frame, span: Span) -> Closed {
    match element {
        Element::Styled(style) => {
            Closed::Inlines(around(frame.inlines, span, |content| InlineKind::Styled(style, content)))
        }
        Element::Link if !value.trim().is_empty() => {
            let target = wikilink::target(&value);
            Closed::Inlines(around(frame.inlines, span, |content| InlineKind::Link(target.clone(), content)))
        }
        Element::Transparent
        | Element::Link
        | Element::Image
        | Element::Break
        | Element::Rule
        | Element::RowGroup => Closed::Inlines(frame.inlines),
        Element::Paragraph => Closed::Blocks(frame.into_blocks()),
        Element::Heading(level) => heading(level, span, frame.inlines),
        Element::List(ordered) => {
            let mut items = std::mem::take(&mut frame.items);
            let blocks = frame.into_blocks();
            if items.is_empty() {
                // No `<li>`: what the items were is not known, and one bullet would pretend that it is.
                return Closed::Blocks(blocks);
            }
            // Text outside of any `<li>` is an item of its own, as browsers show it.
            if !blocks.is_empty() {
                items.insert(0, Item { span, mark: Mark::Plain, blocks });
            }
            let list = List { start: ordered.then(|| list_start(&value)), tight: true, items };
            Closed::Blocks(vec![Block::new(span, BlockKind::List(list))])
        }
        Element::Item => Closed::Item(item(frame, span)),
        Element::Quote => Closed::Blocks(vec![Block::new(span, BlockKind::Quote(frame.into_blocks()))]),
        Element::Table => {
            let columns = frame.rows.iter().map(Vec::len).max().unwrap_or(0);
            let mut blocks = table(vec![Alignment::Start; columns], std::mem::take(&mut frame.rows), span);
            // A caption, or text put outside of the cells, stands before the table.
            blocks.splice(0..0, frame.into_blocks());
            Closed::Blocks(blocks)
        }
        Element::Row => {
            let mut cells = std::mem::take(&mut frame.cells);
            // Text put outside of the cells stands in the first one.
            let blocks = frame.into_blocks();
            match cells.first_mut() {
                Some(cell) => drop(cell.blocks.splice(0..0, blocks)),
                None if blocks.is_empty() => {}
                None => cells.push(Cell { span, blocks }),
            }
            Closed::Row(cells)
        }
        Element::HeadCell | Element::Cell => Closed::Cell(Cell { span, blocks: frame.into_blocks() }),
    }
}

/// The first number of an `<ol>`, as long as one of Markdown may be.
fn list_start(value: &str) -> u64 {
    value.trim().parse().ok().filter(|&start| start < 1_000_000_000).unwrap_or(1)
}

fn heading(level: u8, span: Span, inlines: Vec<Inline>) -> Closed {
    let (mut content, id) = blocks::text(inlines);
    // Blocks inside a heading follow it.
    let moved = blocks::take_blocks(&mut content);
    let mut out = vec![Block { span, kind: BlockKind::Heading(level, content), id }];
    out.extend(moved);
    Closed::Blocks(out)
}

fn item(frame: Frame, span: Span) -> Item {
    let mark = frame.mark;
    let mut blocks = frame.into_blocks();
    let mark = blocks::item_mark(mark, &mut blocks);
    Item { span, mark, blocks }
}

fn table(columns: Vec<Alignment>, mut rows: Vec<Vec<Cell>>, span: Span) -> Vec<Block> {
    if rows.is_empty() || columns.is_empty() {
        return Vec::new();
    }
    for row in &mut rows {
        row.resize_with(columns.len(), || Cell { span, blocks: Vec::new() });
    }
    let head = rows.remove(0);
    vec![Block::new(span, BlockKind::Table(Table { columns, head, rows }))]
}

/// Puts a style or a link around inlines; blocks that HTML put inside come out of it.
fn around(inlines: Vec<Inline>, span: Span, make: impl Fn(Vec<Inline>) -> InlineKind) -> Vec<Inline> {
    let mut out = Vec::new();
    let mut run = Vec::new();
    for inline in inlines {
        if matches!(inline.kind, InlineKind::Blocks(_)) {
            if !run.is_empty() {
                out.push(Inline::new(span, make(std::mem::take(&mut run))));
            }
            out.push(inline);
        } else {
            run.push(inline);
        }
    }
    if !run.is_empty() || out.is_empty() {
        out.push(Inline::new(span, make(run)));
    }
    out
}

fn tildes(inlines: Vec<Inline>, span: Span) -> Vec<Inline> {
    let tilde = |at: Span| Inline::new(at, InlineKind::Text("~".to_owned()));
    let end = span.end.saturating_sub(1).max(span.start);
    let mut out = vec![tilde(Span::new(span.source, span.start..span.start + 1))];
    out.extend(inlines);
    out.push(tilde(Span::new(span.source, end..span.end)));
    out
}
