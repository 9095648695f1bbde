//! Walks over the syntax of a note, in the order of its text.

use super::tree::{Block, BlockKind, Inline, InlineKind};

/// Calls `visit` on every inline, those inside others included.
pub(crate) fn walk<'a>(blocks: &'a [Block], visit: &mut dyn FnMut(&'a Inline)) {
    walk_blocks(blocks, &mut |block| match &block.kind {
        BlockKind::Paragraph(content) | BlockKind::Heading(_, content) => inlines(content, visit),
        BlockKind::Callout(callout) => inlines(&callout.title, visit),
        _ => {}
    });
}

fn inlines<'a>(content: &'a [Inline], visit: &mut dyn FnMut(&'a Inline)) {
    for inline in content {
        visit(inline);
        match &inline.kind {
            InlineKind::Styled(_, content) | InlineKind::Link(_, content) | InlineKind::Footnote(content) => {
                inlines(content, visit);
            }
            InlineKind::Blocks(blocks) => walk(blocks, visit),
            _ => {}
        }
    }
}

/// Calls `visit` on every block, those inside others included.
pub(crate) fn walk_blocks<'a>(blocks: &'a [Block], visit: &mut dyn FnMut(&'a Block)) {
    for block in blocks {
        visit(block);
        match &block.kind {
            BlockKind::List(list) => list.items.iter().for_each(|item| walk_blocks(&item.blocks, visit)),
            BlockKind::Quote(blocks) => walk_blocks(blocks, visit),
            BlockKind::Callout(callout) => walk_blocks(&callout.body, visit),
            BlockKind::Table(table) => {
                let cells = table.head.iter().chain(table.rows.iter().flatten());
                cells.for_each(|cell| walk_blocks(&cell.blocks, visit));
            }
            _ => {}
        }
    }
}

/// Calls `visit` on every inline of a line, those inside others included.
pub(crate) fn walk_inlines<'a>(content: &'a [Inline], visit: &mut dyn FnMut(&'a Inline)) {
    inlines(content, visit);
}
