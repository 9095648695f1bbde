//! Stage 3: where the links, images and embeds of notes lead.
//!
//! In: parsed notes, the names in the vault, a [`Shelf`] that reads other notes when a link needs
//! them. Out: [`Links`]: by their place, a destination for every link, a path for every image, the
//! blocks that every embed shows.

mod embeds;
mod index;
mod outline;
mod part;
mod resolver;

pub(crate) use embeds::{Vault, resolve};
pub(crate) use index::Index;
pub(crate) use outline::Outline;
pub(crate) use part::Embedded;

use crate::diagnostic::Diagnostic;
use crate::parse::note::Note;
use crate::parse::tree::{Block, InlineKind, Target};
use crate::parse::walk::walk;
use crate::source::{SourceId, Sources, Span, VaultPath};
use resolver::Resolver;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The other notes of the vault, read only when a link asks for more than their name.
pub(crate) trait Shelf {
    /// The headings and block ids of a note; nothing where it cannot be read.
    fn outline(&mut self, path: &VaultPath) -> Option<Arc<Outline>>;
    /// A note that is shown, whole.
    fn note(&mut self, path: &VaultPath) -> Arc<Shelved>;
    /// The notes that call themselves by another name, in their front matter; under `name_key` of that name.
    fn aliases(&mut self) -> &BTreeMap<String, Vec<VaultPath>>;
    /// The texts of the notes read so far.
    fn sources(&self) -> &Sources;
}

/// A note of the shelf.
#[derive(Debug, Default)]
pub(crate) struct Shelved {
    /// Nothing where it cannot be read.
    pub note: Option<Arc<Note>>,
    pub outline: Arc<Outline>,
    /// What is wrong with it, which matters only where it is shown.
    pub faults: Vec<Diagnostic>,
}

/// Where a link leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Destination {
    /// A note of the vault, or the heading or block at that place of it.
    Note(VaultPath, Option<Span>),
    /// Nowhere in a document: an address that none may hold.
    Elsewhere,
    /// Nowhere.
    Missing,
    /// An address that a document may hold.
    Address(String),
}

/// A file that a note shows as an image.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ShownFile {
    pub path: VaultPath,
    /// The page of it, from 1, where the file has pages.
    pub page: u32,
    /// The size asked for, in CSS pixels.
    pub width: Option<u32>,
    pub height: Option<u32>,
}

/// What the links, images and embeds of the notes turned out to be, by their place.
#[derive(Debug, Default)]
pub(crate) struct Links {
    pub destinations: BTreeMap<Span, Destination>,
    pub images: BTreeMap<Span, ShownFile>,
    /// What each embed shows; one that shows nothing is not here.
    pub embeds: BTreeMap<Span, Arc<Embedded>>,
    /// The embeds of what the edition leaves out, of which nothing is shown.
    pub withheld: BTreeSet<Span>,
    /// The notes of the documents, and those that they embed.
    pub notes: BTreeMap<SourceId, VaultPath>,
    /// The documents of the dossier that print each note whole, by their code.
    pub published: BTreeMap<VaultPath, Vec<&'static str>>,
}

impl Links {
    /// Changes the embedded notes, each once; a place keeps its span. `change` tells whether it did anything.
    pub(crate) fn change(&mut self, change: &mut dyn FnMut(&mut Note) -> bool) {
        let mut notes: BTreeMap<SourceId, Option<Arc<Note>>> = BTreeMap::new();
        let mut parts: BTreeMap<(SourceId, Option<Span>), Arc<Embedded>> = BTreeMap::new();
        for part in self.embeds.values_mut() {
            let changed = notes.entry(part.source()).or_insert_with(|| {
                let mut note = part.note().clone();
                change(&mut note).then(|| Arc::new(note))
            });
            let Some(note) = changed else { continue };
            let anew = || Arc::new(part.of(note));
            *part = Arc::clone(parts.entry((part.source(), part.place())).or_insert_with(anew));
        }
    }

    /// All that a note embeds, each part once, in the order of the text.
    pub(crate) fn embedded(&self, note: &Note) -> Vec<&Embedded> {
        let mut found: Vec<&Embedded> = Vec::new();
        let mut known: BTreeSet<*const Embedded> = BTreeSet::new();
        let mut rest: Vec<Span> = Vec::new();
        let footnotes = note.footnotes.iter().flat_map(|footnote| &footnote.blocks);
        note.blocks.iter().chain(footnotes).for_each(|block| embeds_of(block, &mut rest));
        rest.reverse();
        while let Some(span) = rest.pop() {
            let Some(part) = self.embeds.get(&span).filter(|part| known.insert(Arc::as_ptr(part))) else {
                continue;
            };
            found.push(part);
            let mut inner = Vec::new();
            let footnotes = part.footnotes().flat_map(|footnote| &footnote.blocks);
            part.blocks().iter().chain(footnotes).for_each(|block| embeds_of(block, &mut inner));
            rest.extend(inner.into_iter().rev());
        }
        found
    }
}

/// The places of the embeds of a block.
fn embeds_of(block: &Block, found: &mut Vec<Span>) {
    walk(std::slice::from_ref(block), &mut |inline| {
        if matches!(inline.kind, InlineKind::Embed(_)) {
            found.push(inline.span);
        }
    });
}

/// Whether anything in a note names another file of the vault.
pub(crate) fn names_files(note: &Note) -> bool {
    let mut any = false;
    let footnotes = note.footnotes.iter().flat_map(|footnote| &footnote.blocks);
    for block in note.blocks.iter().chain(footnotes) {
        walk(std::slice::from_ref(block), &mut |inline| {
            any |= match &inline.kind {
                InlineKind::Link(Target::Note(link), _) => !link.note.is_empty(),
                InlineKind::Embed(link) => !link.note.is_empty(),
                InlineKind::Image(_) => true,
                _ => false,
            };
        });
    }
    any
}

/// The files that a note links to, embeds or shows, and those that it embeds; what leads nowhere is reported.
pub(crate) fn reached(
    path: &VaultPath,
    note: &Note,
    outline: &Outline,
    vault: Vault<'_>,
) -> (BTreeSet<VaultPath>, BTreeSet<VaultPath>) {
    let (mut links, mut advice) = (Links::default(), 0);
    let mut resolver = Resolver {
        path,
        own: outline,
        listing: vault.listing,
        index: vault.index,
        shelf: vault.shelf,
        diags: vault.diags,
        links: &mut links,
        advice: &mut advice,
        embeds: Vec::new(),
        named: BTreeSet::new(),
    };
    let footnotes = note.footnotes.iter().flat_map(|footnote| &footnote.blocks);
    for block in note.blocks.iter().chain(footnotes) {
        walk(std::slice::from_ref(block), &mut |inline| resolver.inline(inline));
    }
    let embedded: BTreeSet<VaultPath> = resolver.embeds.into_iter().map(|(_, path, _)| path).collect();
    let mut files = resolver.named;
    files.extend(links.images.into_values().map(|file| file.path));
    (files, embedded)
}
