//! Stage 3: where the links, images and embeds of notes lead.
//!
//! In: parsed notes, the names in the vault, a [`Shelf`] that reads other notes when a link needs
//! them. Out: [`Links`]: by their place, a destination for every link, a path for every image, the
//! blocks that every embed shows.

mod embeds;
mod index;
mod outline;
mod part;

pub(crate) use embeds::{Vault, resolve};
pub(crate) use index::Index;
pub(crate) use outline::Outline;
pub(crate) use part::Embedded;

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::load::{EntryKind, Listing};
use crate::parse::note::Note;
use crate::parse::tree::{Block, Image, Inline, InlineKind, NoteLink, Target, Unsupported};
use crate::parse::walk::walk;
use crate::parse::wikilink::scheme;
use crate::source::{SourceId, Sources, Span, VaultPath};
use index::Found;
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

/// Resolves what stands in one note.
struct Resolver<'a> {
    path: &'a VaultPath,
    own: &'a Outline,
    listing: &'a Listing,
    index: &'a Index,
    shelf: &'a mut dyn Shelf,
    diags: &'a mut Diagnostics,
    links: &'a mut Links,
    advice: &'a mut usize,
    /// The embeds that lead somewhere: the note, the place in it.
    embeds: Vec<(Span, VaultPath, Option<Span>)>,
    /// The notes that links and embeds name, whatever part of them they want.
    named: BTreeSet<VaultPath>,
}

impl Resolver<'_> {
    fn inline(&mut self, inline: &Inline) {
        let span = inline.span;
        match &inline.kind {
            InlineKind::Link(Target::Note(link), _) => {
                let destination = self.note_link(link, span);
                self.links.destinations.insert(span, destination);
            }
            InlineKind::Link(Target::Address(address), _) => {
                let destination = self.address(address, span);
                self.links.destinations.insert(span, destination);
            }
            InlineKind::Image(image) => self.image(image, span),
            InlineKind::Embed(link) => self.embed(link, span),
            InlineKind::Placeholder(kind, path) => self.placeholder(*kind, path, span),
            _ => {}
        }
    }

    /// A stand-in reads nothing, but a path out of the vault is refused all the same.
    fn placeholder(&mut self, kind: Unsupported, path: &str, span: Span) {
        if matches!(kind, Unsupported::Media) && self.leaves_vault(path) {
            self.diags.push(Diagnostic::at(Code::OutsideVault, span).arg("chemin", path));
        }
    }

    /// Whether a path leads out of the vault; `/Note` is one from its root where a file answers to it.
    fn leaves_vault(&self, path: &str) -> bool {
        let from_root = path.starts_with('/')
            && !path.starts_with("//")
            && self.index.note(path, self.path) != Found::None;
        !from_root && leaves_vault(path, self.path)
    }

    /// The schemes that a document may hold: the others run something, or name the author's machine.
    fn address(&mut self, address: &str, span: Span) -> Destination {
        let allowed =
            scheme(address).is_some_and(|s| ["http", "https", "mailto", "tel"].contains(&s.as_str()));
        let clean = !address.chars().any(|c| c.is_control() || c.is_whitespace());
        // The typesetter refuses longer ones.
        if allowed && clean && address.len() <= 8000 {
            return Destination::Address(address.to_owned());
        }
        self.diags.push(Diagnostic::at(Code::AddressRefused, span).arg("adresse", address));
        Destination::Elsewhere
    }

    fn note_link(&mut self, link: &NoteLink, span: Span) -> Destination {
        let Some(path) = self.note(link, span) else { return Destination::Missing };
        match self.place(&path, link, span) {
            Ok(place) => Destination::Note(path, place),
            Err(()) => Destination::Missing,
        }
    }

    /// An embed of a note or of a part of it; what cannot be found has a stand-in.
    fn embed(&mut self, link: &NoteLink, span: Span) {
        if self.leaves_vault(&link.note) {
            self.diags.push(Diagnostic::at(Code::OutsideVault, span).arg("chemin", &link.note));
            return;
        }
        let Some(path) = self.note(link, span) else { return };
        if self.listing.get(&path) == Some(EntryKind::Link) {
            self.diags.push(Diagnostic::at(Code::SymbolicLink, span).arg("chemin", &path));
            return;
        }
        if path.extension() != "md" && path != *self.path {
            let diagnostic = Diagnostic::at(Code::NotTypeset, span).arg("genre", Unsupported::Media.name());
            self.diags.push(diagnostic.arg("nom", &path));
            return;
        }
        if let Ok(place) = self.place(&path, link, span) {
            self.embeds.push((span, path, place));
        }
    }

    /// The note that a link names; its own, where it names none.
    fn note(&mut self, link: &NoteLink, span: Span) -> Option<VaultPath> {
        if link.note.is_empty() {
            return Some(self.path.clone());
        }
        let found = match self.index.note(&link.note, self.path) {
            Found::None => self.by_alias(&link.note),
            found => found,
        };
        match found {
            Found::One(path) => {
                self.named.insert(path.clone());
                Some(path)
            }
            Found::Several(path, all) => {
                self.ambiguous(Code::LinkAmbiguous, &link.note, &path, &all, span);
                self.named.insert(path.clone());
                Some(path)
            }
            Found::None => {
                let diagnostic = Diagnostic::at(Code::LinkNotFound, span).arg("nom", &link.note);
                let near = self.advised().then(|| self.index.nearest_note(&link.note)).flatten();
                self.diags.push(match near {
                    Some(near) => diagnostic.arg("proche", near).help("aide-proche"),
                    None => diagnostic,
                });
                None
            }
        }
    }

    /// Whether one more mistake is told what is written most like it.
    fn advised(&mut self) -> bool {
        let advised = *self.advice > 0;
        *self.advice = self.advice.saturating_sub(1);
        advised
    }

    fn ambiguous(&mut self, code: Code, name: &str, taken: &VaultPath, all: &[VaultPath], span: Span) {
        let candidates = all.iter().map(|path| format!("« {path} »")).collect::<Vec<_>>().join(", ");
        let diagnostic = Diagnostic::at(code, span).arg("nom", name).arg("choix", taken);
        let genre = if taken.extension() == "md" { "note" } else { "fichier" };
        self.diags.push(diagnostic.arg("genre", genre).arg("candidats", candidates));
    }

    /// The place of the heading or block that a link names in the note at `path`.
    fn place(&mut self, path: &VaultPath, link: &NoteLink, span: Span) -> Result<Option<Span>, ()> {
        if link.headings.is_empty() && link.block.is_none() {
            return Ok(None);
        }
        let other;
        let outline = if path == self.path {
            self.own
        } else {
            other = self.shelf.outline(path);
            let Some(outline) = &other else { return Ok(None) };
            outline
        };
        match outline.find(link) {
            Some(place) => Ok(Some(place)),
            None => {
                let near = self.advised().then(|| outline.nearest(link)).flatten();
                self.part_missing(link, span, near);
                Err(())
            }
        }
    }

    fn by_alias(&mut self, name: &str) -> Found {
        match self.shelf.aliases().get(&crate::source::name_key(name)).map(Vec::as_slice) {
            None | Some([]) => Found::None,
            Some([one]) => Found::One(one.clone()),
            Some(several) => Found::Several(several[0].clone(), several.to_vec()),
        }
    }

    fn part_missing(&mut self, link: &NoteLink, span: Span, near: Option<String>) {
        let (code, name) = match &link.block {
            Some(id) => (Code::BlockNotFound, format!("^{id}")),
            None => (Code::HeadingNotFound, link.headings.join(" > ")),
        };
        let diagnostic = Diagnostic::at(code, span).arg("nom", name);
        self.diags.push(match near {
            Some(near) => diagnostic.arg("proche", near).help("aide-proche"),
            None => diagnostic,
        });
    }

    fn image(&mut self, image: &Image, span: Span) {
        let path = image.path.as_str();
        let remote = scheme(path).filter(|scheme| ["http", "https", "data"].contains(&scheme.as_str()));
        if remote.is_some() || path.starts_with("//") {
            let shown: String = path.chars().take(80).collect();
            self.diags.push(Diagnostic::at(Code::ImageRemote, span).arg("adresse", shown));
            return;
        }
        if self.leaves_vault(path) {
            self.diags.push(Diagnostic::at(Code::OutsideVault, span).arg("chemin", path));
            return;
        }
        let found = match self.index.file(path, self.path) {
            Found::One(found) => found,
            Found::Several(found, all) => {
                self.ambiguous(Code::ImageAmbiguous, path, &found, &all, span);
                found
            }
            Found::None => {
                let diagnostic = Diagnostic::at(Code::ImageMissing, span).arg("nom", path);
                let near = self.advised().then(|| self.index.nearest_file(path)).flatten();
                self.diags.push(match near {
                    Some(near) => diagnostic.arg("proche", near).help("aide-proche"),
                    None => diagnostic,
                });
                return;
            }
        };
        if self.listing.get(&found) == Some(EntryKind::Link) {
            self.diags.push(Diagnostic::at(Code::SymbolicLink, span).arg("chemin", &found));
            return;
        }
        let (page, width, height) = (image.page.unwrap_or(1), image.width, image.height);
        self.links.images.insert(span, ShownFile { path: found, page, width, height });
    }
}

/// Whether a path, read from the note or from the root, would leave the vault.
fn leaves_vault(path: &str, note: &VaultPath) -> bool {
    let path = path.trim();
    let drive = path.len() > 1 && path.as_bytes()[1] == b':' && path.as_bytes()[0].is_ascii_alphabetic();
    let dots = path.split(['/', '\\']).any(|part| part == "..");
    drive
        || path.starts_with(['/', '\\'])
        || scheme(path).is_some_and(|scheme| scheme == "file" || scheme == "app")
        || path.starts_with("\\\\")
        || (dots && note.relative(path).is_none())
}
