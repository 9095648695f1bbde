//! What a document prints, before a line of it is written: which notes, how many times, what is called
//! and what is linked to.
//!
//! In: the sections of a document and the embeds of its notes. Out: [`Printed`]. A part of a note that is
//! embedded is a copy with a number of its own, so that its footnotes and its places are those of that copy.

use crate::documents::{Content, Document};
use crate::parse::Footnote;
use crate::parse::tree::{Block, BlockKind, Inline, InlineKind};
use crate::parse::walk::{walk, walk_blocks, walk_inlines};
use crate::source::{SourceId, Span, VaultPath};
use crate::vault::{Destination, Links};
use std::collections::{BTreeMap, BTreeSet};

/// The number of a copy: 0 for the notes of the document itself, in the order of the page for what they embed.
pub(super) type Copy = u32;

/// A footnote of a copy, by its label: two notes may use the same one.
pub(super) type Call<'a> = (Copy, SourceId, &'a str);

/// The notes, copies, calls and places of a document.
pub(super) struct Printed<'a> {
    links: &'a Links,
    /// The copy that each embed makes, by the copy it stands in and its place.
    copies: BTreeMap<(Copy, Span), Copy>,
    /// The places that a link leads to, and the copies that print them.
    places: BTreeMap<Span, Vec<Copy>>,
    /// The notes that another one links to as a whole, and where those that are printed so start.
    wanted: BTreeSet<&'a VaultPath>,
    starts: BTreeMap<&'a VaultPath, (Copy, Span)>,
    pub footnotes: BTreeMap<Call<'a>, &'a Footnote>,
    /// How many times each footnote is called.
    pub calls: BTreeMap<Call<'a>, usize>,
    last: Copy,
}

impl<'a> Printed<'a> {
    pub(super) fn new(document: &'a Document<'a>) -> Self {
        let parts = document.links.destinations.values().filter_map(|destination| match destination {
            Destination::Note(_, Some(span)) => Some((*span, Vec::new())),
            _ => None,
        });
        let notes = &document.links.notes;
        let wholes = document.links.destinations.iter().filter_map(|(span, destination)| match destination {
            Destination::Note(path, None) if notes.get(&span.source) != Some(path) => Some(path),
            _ => None,
        });
        let mut printed = Self {
            wanted: wholes.collect(),
            links: document.links,
            copies: BTreeMap::new(),
            places: parts.collect(),
            starts: BTreeMap::new(),
            footnotes: BTreeMap::new(),
            calls: BTreeMap::new(),
            last: 0,
        };
        // Of two with one label, the first is meant.
        for footnote in &document.footnotes {
            printed.footnotes.entry((0, footnote.span.source, &footnote.label)).or_insert(footnote);
        }
        for section in &document.sections {
            match &section.content {
                Content::Blocks(blocks) => {
                    for block in blocks {
                        printed.start(block);
                        printed.blocks(std::slice::from_ref(*block), 0, true);
                    }
                }
                Content::Sentence(_, content) => {
                    walk_inlines(content, &mut |inline| printed.inline(inline, 0));
                }
                Content::Questions(questions) => {
                    for question in questions {
                        walk_inlines(question.question, &mut |inline| printed.inline(inline, 0));
                        printed.blocks(question.reponse, 0, true);
                    }
                }
            }
        }
        // What stands in a footnote is no end of a link: a page may show it in another place.
        for footnote in &document.footnotes {
            walk(&footnote.blocks, &mut |inline| printed.inline(inline, 0));
        }
        printed
    }

    /// Remembers the first block of a note of the document.
    fn start(&mut self, block: &'a Block) {
        if let Some(path) = self.links.notes.get(&block.span.source).filter(|path| self.wanted.contains(path))
        {
            let first = *self.starts.entry(path).or_insert((0, block.span));
            self.places.entry(first.1).or_default();
        }
    }

    /// Takes in blocks; `places` tells whether they stand on the page as blocks, where a link can lead.
    fn blocks(&mut self, blocks: &'a [Block], copy: Copy, places: bool) {
        if places {
            walk_blocks(blocks, &mut |block| {
                if let Some(copies) = self.places.get_mut(&block.span)
                    && copies.last() != Some(&copy)
                {
                    copies.push(copy);
                }
                if let BlockKind::Paragraph(content) = &block.kind {
                    let embeds = content.iter().filter(|inline| matches!(inline.kind, InlineKind::Embed(_)));
                    embeds.for_each(|inline| self.embed(inline.span, copy, true));
                }
            });
        }
        walk(blocks, &mut |inline| self.inline(inline, copy));
    }

    fn inline(&mut self, inline: &'a Inline, copy: Copy) {
        match &inline.kind {
            InlineKind::FootnoteCall(label) => {
                *self.calls.entry((copy, inline.span.source, label)).or_default() += 1;
            }
            InlineKind::Embed(_) => self.embed(inline.span, copy, false),
            _ => {}
        }
    }

    fn embed(&mut self, span: Span, copy: Copy, places: bool) {
        let Some(embedded) = self.links.embeds.get(&span) else { return };
        if self.copies.contains_key(&(copy, span)) {
            return;
        }
        self.last += 1;
        let own = self.last;
        self.copies.insert((copy, span), own);
        let starts = embedded.is_whole() && places && self.wanted.contains(&embedded.path);
        if let Some(first) = embedded.blocks().first().filter(|_| starts) {
            self.starts.entry(&embedded.path).or_insert((own, first.span));
            self.places.entry(first.span).or_default();
        }
        for footnote in embedded.footnotes() {
            self.footnotes.entry((own, footnote.span.source, &footnote.label)).or_insert(footnote);
        }
        self.blocks(embedded.blocks(), own, places);
        for footnote in embedded.footnotes() {
            walk(&footnote.blocks, &mut |inline| self.inline(inline, own));
        }
    }

    /// The copy that the embed at `span` makes in `copy`.
    pub(super) fn copy(&self, copy: Copy, span: Span) -> Copy {
        self.copies.get(&(copy, span)).copied().unwrap_or(copy)
    }

    /// Whether a link leads to the block at `span` of `copy`.
    pub(super) fn is_place(&self, copy: Copy, span: Span) -> bool {
        self.places.get(&span).is_some_and(|copies| copies.contains(&copy))
    }

    /// Where a link that stands in `copy` leads on the pages: to its own copy, else to the note itself, else
    /// to the first copy.
    pub(super) fn place(&self, copy: Copy, path: &VaultPath, part: Option<Span>) -> Option<(Copy, Span)> {
        let Some(span) = part else {
            return self.starts.get(path).copied().filter(|(copy, span)| self.is_place(*copy, *span));
        };
        let copies = self.places.get(&span)?;
        let best = copies.iter().find(|found| **found == copy).or_else(|| copies.first())?;
        Some((*best, span))
    }

    /// The footnotes of the document's own notes that nothing calls.
    pub(super) fn uncalled(&self, document: &'a Document<'a>) -> impl Iterator<Item = &'a Footnote> {
        let called: BTreeSet<Call<'a>> = self.calls.keys().copied().collect();
        let uncalled =
            move |footnote: &&Footnote| !called.contains(&(0, footnote.span.source, footnote.label.as_str()));
        document.footnotes.iter().copied().filter(uncalled)
    }
}
