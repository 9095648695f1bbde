//! Lowers embeds: the blocks of another note, in the place where the note asks for them.

use super::Lowering;
use super::block::Place;
use super::inline::{is_blank, is_break, text_of};
use super::printed::Copy;
use crate::diagnostic::{Code, Diagnostic};
use crate::parse::tree::{Block, BlockKind, Inline, InlineKind, Item, Mark, NoteLink};
use crate::source::Span;
use crate::vault::Links;
use std::sync::Arc;

/// A part of a paragraph: words, or an embed that stands between them as blocks.
pub(super) enum Piece<'p> {
    Words(&'p [Inline]),
    Embed(&'p NoteLink, Span),
}

/// Cuts a paragraph at the embeds that are blocks: those alone on their line, as Obsidian shows them, and
/// those of more than one paragraph. An embed of one paragraph inside a sentence runs on with it.
pub(super) fn pieces<'p>(content: &'p [Inline], links: &Links) -> Vec<Piece<'p>> {
    let mut found = Vec::new();
    let mut start = 0;
    for (i, inline) in content.iter().enumerate() {
        let InlineKind::Embed(link) = &inline.kind else { continue };
        let before = content[..i].iter().rev().find(|inline| !is_blank(inline));
        let after = content[i + 1..].iter().find(|inline| !is_blank(inline));
        let alone = before.is_none_or(is_break) && after.is_none_or(is_break);
        if alone || !runs_on(inline.span, links) {
            words(&content[start..i], &mut found);
            found.push(Piece::Embed(link, inline.span));
            start = i + 1;
        }
    }
    words(&content[start..], &mut found);
    found
}

/// Adds words, without the spaces and breaks at their ends.
fn words<'p>(mut content: &'p [Inline], found: &mut Vec<Piece<'p>>) {
    let blank = |inline: &Inline| is_blank(inline) || is_break(inline);
    while let Some((_, rest)) = content.split_first().filter(|(first, _)| blank(first)) {
        content = rest;
    }
    while let Some((_, rest)) = content.split_last().filter(|(last, _)| blank(last)) {
        content = rest;
    }
    if !content.is_empty() {
        found.push(Piece::Words(content));
    }
}

/// Whether a paragraph holds an embed that is blocks.
pub(super) fn has_blocks(content: &[Inline], links: &Links) -> bool {
    pieces(content, links).iter().any(|piece| matches!(piece, Piece::Embed(..)))
}

/// Whether an embed is words: one paragraph, and what that one embeds is words too.
fn runs_on(span: Span, links: &Links) -> bool {
    let Some(embedded) = links.embeds.get(&span) else { return true };
    let [Block { kind: BlockKind::Paragraph(content), .. }] = embedded.blocks() else { return false };
    content.iter().all(|inline| match &inline.kind {
        InlineKind::Embed(_) => runs_on(inline.span, links),
        InlineKind::Image(_) => content.len() > 1,
        _ => true,
    })
}

impl<'a> Lowering<'_, 'a> {
    /// An embed as blocks, its headings under the one that is open here.
    pub(super) fn embed(&mut self, link: &NoteLink, span: Span, place: Place) {
        let links = self.context.document.links;
        let Some(embedded) = links.embeds.get(&span).map(Arc::as_ref) else {
            return self.absent(link, span, "bloc-a-composer");
        };
        let part = self.out.open(span);
        let copy = self.context.printed.copy(self.copy, span);
        let copy = std::mem::replace(&mut self.copy, copy);
        let (levels, base, last) = (std::mem::take(&mut self.levels), self.base, self.last_level.take());
        self.base = base.saturating_add(u8::try_from(levels.len()).unwrap_or(u8::MAX));
        // In a tight list one paragraph is the item's own line; several need their space.
        let inside = match embedded.blocks() {
            [_] => place,
            _ if place == Place::TightItem || place == Place::Cell => Place::Inside,
            _ => place,
        };
        self.out.code("{\n");
        self.sequence(embedded.blocks().iter(), inside);
        self.out.code("}");
        (self.levels, self.base, self.last_level, self.copy) = (levels, base, last, copy);
        self.out.close(part);
    }

    /// The item that an item of its own is an embed of, and the copy it stands in.
    pub(super) fn embedded_item(&self, item: &Item) -> Option<(&'a Item, Copy)> {
        let [Block { kind: BlockKind::Paragraph(content), span, .. }] = item.blocks.as_slice() else {
            return None;
        };
        let [Inline { kind: InlineKind::Embed(_), span: embed }] = content.as_slice() else { return None };
        let embedded = self.context.document.links.embeds.get(embed)?;
        let [Block { kind: BlockKind::List(list), span: listed, .. }] = embedded.blocks() else {
            return None;
        };
        let [own] = list.items.as_slice() else { return None };
        let plain = item.mark == Mark::Plain && !self.is_place(*span) && !self.is_place(*listed);
        plain.then(|| (own, self.context.printed.copy(self.copy, *embed)))
    }

    /// The stand-in of an embed that leads nowhere.
    pub(super) fn absent(&mut self, link: &NoteLink, span: Span, function: &str) {
        if self.context.document.links.withheld.contains(&span) {
            return self.out.code("none");
        }
        let label = self.context.label("inclusion-absente");
        self.out.code(function);
        self.out.code("(");
        self.out.literal(&label);
        self.out.code(", ");
        let shown = shown(link);
        let shown = self.context.repairs.text(&shown, span, false).into_owned();
        self.out.literal(&shown);
        self.out.code(")");
    }

    /// What an embed puts into a line: the words of its paragraph, or those of all its blocks.
    pub(super) fn embedded_words(&mut self, link: &NoteLink, span: Span) -> Option<Vec<Inline>> {
        let links = self.context.document.links;
        let embedded = links.embeds.get(&span)?;
        if let (true, [Block { kind: BlockKind::Paragraph(content), .. }]) =
            (runs_on(span, links), embedded.blocks())
        {
            return Some(content.clone());
        }
        self.context.warn(Diagnostic::at(Code::EmbedFlattened, span).arg("nom", shown(link)));
        Some(text_of(embedded.blocks()))
    }
}

/// An embed as its author wrote it.
fn shown(link: &NoteLink) -> String {
    let block = link.block.iter().map(|id| format!("^{id}"));
    let parts = std::iter::once(link.note.clone()).chain(link.headings.iter().cloned()).chain(block);
    parts.collect::<Vec<_>>().join("#")
}
