//! The parts of a note that a link can name, as blocks.
//!
//! In: a note and the place of a heading or of a block with an id. Out: the blocks that an embed of
//! it shows: the heading with all that stands under it, the block, the item with its list.

use crate::parse::Footnote;
use crate::parse::note::Note;
use crate::parse::tree::{Block, BlockKind, InlineKind, Item, List};
use crate::parse::walk::walk;
use crate::parse::yaml::Node;
use crate::source::{SourceId, Span, VaultPath};
use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

/// A part of a note, shown in another place.
#[derive(Debug)]
pub(crate) struct Embedded {
    pub path: VaultPath,
    note: Arc<Note>,
    /// The place of a part, and its blocks; those of the whole note are its own.
    part: Option<(Span, Vec<Block>)>,
}

impl Embedded {
    pub(crate) fn whole(path: &VaultPath, note: &Arc<Note>) -> Self {
        Self { path: path.clone(), note: Arc::clone(note), part: None }
    }

    /// The part of `note` that stands at `place`, which an outline of the note gave.
    pub(super) fn part(path: &VaultPath, note: &Arc<Note>, place: Span) -> Self {
        let part = select(&note.blocks, place).unwrap_or_default();
        Self { path: path.clone(), note: Arc::clone(note), part: Some((place, part)) }
    }

    /// The same part of the note, which was changed since.
    pub(super) fn of(&self, note: &Arc<Note>) -> Self {
        match self.place() {
            None => Self::whole(&self.path, note),
            Some(place) => Self::part(&self.path, note, place),
        }
    }

    pub(crate) fn note(&self) -> &Note {
        &self.note
    }

    pub(super) fn place(&self) -> Option<Span> {
        self.part.as_ref().map(|(place, _)| *place)
    }

    pub(crate) fn source(&self) -> SourceId {
        self.note.source
    }

    pub(crate) fn front_matter(&self) -> Option<&Node> {
        self.note.front_matter.as_ref()
    }

    pub(crate) fn is_whole(&self) -> bool {
        self.part.is_none()
    }

    pub(crate) fn blocks(&self) -> &[Block] {
        self.part.as_ref().map_or(&self.note.blocks, |(_, blocks)| blocks)
    }

    /// The footnotes that the part calls; a whole note has all of its own.
    pub(crate) fn footnotes(&self) -> impl Iterator<Item = &Footnote> {
        let mut called = BTreeSet::new();
        if self.part.is_some() {
            walk(self.blocks(), &mut |inline| {
                if let InlineKind::FootnoteCall(label) = &inline.kind {
                    called.insert(label.as_str());
                }
            });
        }
        let whole = self.is_whole();
        self.note.footnotes.iter().filter(move |footnote| whole || called.contains(footnote.label.as_str()))
    }

    /// The places of its blocks and footnotes.
    pub(crate) fn spans(&self) -> impl Iterator<Item = Span> {
        let blocks = self.blocks().iter().map(|block| block.span);
        blocks.chain(self.footnotes().map(|footnote| footnote.span))
    }

    /// How long its text is, in bytes.
    pub(super) fn bytes(&self) -> u64 {
        self.spans().map(|span| (span.end - span.start) as u64).sum()
    }
}

/// The blocks that the one at `place` stands for, wherever it is in `blocks`. A note may have thousands of
/// parts that are shown: the blocks around the place are looked at first, which stand in its order.
fn select(blocks: &[Block], place: Span) -> Option<Vec<Block>> {
    let after = blocks.partition_point(|block| block.span.start <= place.start);
    let first = blocks[..after].iter().rposition(|block| block.span.start < place.start).unwrap_or(0);
    select_in(blocks, first..after, place)
        .or_else(|| select_in(blocks, 0..first, place))
        .or_else(|| select_in(blocks, after..blocks.len(), place))
}

/// The same, where the block that is or holds it is one of `ranks`.
fn select_in(blocks: &[Block], ranks: Range<usize>, place: Span) -> Option<Vec<Block>> {
    for i in ranks {
        let block = &blocks[i];
        if block.span == place && (block.id.is_some() || matches!(block.kind, BlockKind::Heading(..))) {
            return Some(blocks[i..i + length(&blocks[i..])].to_vec());
        }
        let found = match &block.kind {
            BlockKind::Quote(inner) => select(inner, place),
            BlockKind::Callout(callout) => select(&callout.body, place),
            BlockKind::List(list) => select_item(block, list, place),
            BlockKind::Table(table) => {
                let mut cells = table.head.iter().chain(table.rows.iter().flatten());
                cells.find_map(|cell| select(&cell.blocks, place))
            }
            _ => None,
        };
        if found.is_some() {
            return found;
        }
    }
    None
}

/// The first paragraph of an item stands for the item with all that is under it.
fn select_item(block: &Block, list: &List, place: Span) -> Option<Vec<Block>> {
    for (rank, item) in list.items.iter().enumerate() {
        let Some(found) = select(&item.blocks, place) else { continue };
        let names_item = matches!(
            item.blocks.first(),
            Some(Block { span, kind: BlockKind::Paragraph(_), id: Some(_) }) if *span == place
        );
        return Some(if names_item { vec![alone(block, list, rank, item)] } else { found });
    }
    None
}

/// A list of one item, which keeps its number.
fn alone(block: &Block, list: &List, rank: usize, item: &Item) -> Block {
    let start = list.start.map(|start| start.saturating_add(rank as u64));
    let list = List { start, tight: list.tight, items: vec![item.clone()] };
    Block { span: item.span, kind: BlockKind::List(list), id: block.id.clone() }
}

/// How many blocks the first one stands for: under a heading, all up to the next of its level or above.
fn length(blocks: &[Block]) -> usize {
    let Some(Block { kind: BlockKind::Heading(level, _), .. }) = blocks.first() else { return 1 };
    let ends = |block: &Block| matches!(&block.kind, BlockKind::Heading(next, _) if next <= level);
    blocks[1..].iter().position(ends).map_or(blocks.len(), |end| end + 1)
}
