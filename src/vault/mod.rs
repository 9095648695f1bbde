//! Stage 3: where the links and images of a note lead.
//!
//! In: a parsed note, the names in the vault, a [`Shelf`] that reads other notes when a link needs
//! them. Out: [`Links`], a destination for every link and a path for every image, by their place.

mod index;
mod outline;

pub(crate) use index::Index;
pub(crate) use outline::Outline;

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::load::{EntryKind, Listing};
use crate::parse::note::Note;
use crate::parse::tree::{Image, Inline, InlineKind, NoteLink, Target, Unsupported};
use crate::parse::walk::walk;
use crate::parse::wikilink::scheme;
use crate::source::{Span, VaultPath};
use index::Found;
use std::collections::BTreeMap;

/// The other notes of the vault, read only when a link asks for more than their name.
pub(crate) trait Shelf {
    /// The headings and block ids of a note; nothing where it cannot be read.
    fn outline(&mut self, path: &VaultPath) -> Option<&Outline>;
    /// The notes that call themselves by another name, in their front matter; under `name_key` of that name.
    fn aliases(&mut self) -> &BTreeMap<String, Vec<VaultPath>>;
}

/// Where a link leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Destination {
    /// A heading or block of the same note, by its place.
    Here(Span),
    /// Another note, which is no part of the document, or the note itself.
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

/// What the links and images of a note turned out to be, by their place.
#[derive(Debug, Default)]
pub(crate) struct Links {
    pub destinations: BTreeMap<Span, Destination>,
    pub images: BTreeMap<Span, ShownFile>,
}

impl Links {
    /// Adds those of another note: their places differ by their source.
    pub(crate) fn extend(&mut self, other: Links) {
        self.destinations.extend(other.destinations);
        self.images.extend(other.images);
    }
}

/// Whether anything in a note names another file of the vault.
pub(crate) fn names_files(note: &Note) -> bool {
    let mut any = false;
    let footnotes = note.footnotes.iter().flat_map(|footnote| &footnote.blocks);
    for block in note.blocks.iter().chain(footnotes) {
        walk(std::slice::from_ref(block), &mut |inline| {
            any |= match &inline.kind {
                InlineKind::Link(Target::Note(link), _) => !link.note.is_empty(),
                InlineKind::Image(_) => true,
                _ => false,
            };
        });
    }
    any
}

/// Resolves every link and image of `note`, whose path is `path`.
pub(crate) fn resolve(
    note: &Note,
    path: &VaultPath,
    listing: &Listing,
    index: &Index,
    shelf: &mut dyn Shelf,
    diags: &mut Diagnostics,
) -> Links {
    let own = Outline::new(&note.blocks);
    let mut resolver =
        Resolver { path, own: &own, listing, index, shelf, diags, links: Links::default(), advice: 100 };
    let footnotes = note.footnotes.iter().flat_map(|footnote| &footnote.blocks);
    for block in note.blocks.iter().chain(footnotes) {
        walk(std::slice::from_ref(block), &mut |inline| resolver.inline(inline));
    }
    resolver.links
}

struct Resolver<'a> {
    path: &'a VaultPath,
    own: &'a Outline,
    listing: &'a Listing,
    index: &'a Index,
    shelf: &'a mut dyn Shelf,
    diags: &'a mut Diagnostics,
    links: Links,
    /// How many more names are compared with all those of the vault: a note whose links are all broken
    /// needs no advice for each.
    advice: usize,
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
            InlineKind::Placeholder(kind, path) => self.placeholder(*kind, path, span),
            _ => {}
        }
    }

    /// A stand-in reads nothing, but a path out of the vault is refused all the same.
    fn placeholder(&mut self, kind: Unsupported, path: &str, span: Span) {
        if matches!(kind, Unsupported::Embed | Unsupported::Media) && leaves_vault(path, self.path) {
            self.diags.push(Diagnostic::at(Code::OutsideVault, span).arg("chemin", path));
        }
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
        if link.note.is_empty() {
            return match self.own.find(link) {
                Some(target) => Destination::Here(target),
                None if link.headings.is_empty() && link.block.is_none() => Destination::Elsewhere,
                None => self.part_missing(link, span, self.own.nearest(link)),
            };
        }
        let found = match self.index.note(&link.note, self.path) {
            Found::None => self.by_alias(&link.note),
            found => found,
        };
        let path = match found {
            Found::One(path) => path,
            Found::Several(path, all) => {
                let candidates = all.iter().map(|path| format!("« {path} »")).collect::<Vec<_>>().join(", ");
                let diagnostic = Diagnostic::at(Code::LinkAmbiguous, span).arg("nom", &link.note);
                self.diags.push(diagnostic.arg("choix", &path).arg("candidats", candidates));
                path
            }
            Found::None => {
                let diagnostic = Diagnostic::at(Code::LinkNotFound, span).arg("nom", &link.note);
                self.advice = self.advice.saturating_sub(1);
                let near = (self.advice > 0).then(|| self.index.nearest_note(&link.note)).flatten();
                self.diags.push(match near {
                    Some(near) => diagnostic.arg("proche", near).help("aide-proche"),
                    None => diagnostic,
                });
                return Destination::Missing;
            }
        };
        if link.headings.is_empty() && link.block.is_none() {
            return Destination::Elsewhere;
        }
        if path == *self.path {
            return match self.own.find(link) {
                Some(target) => Destination::Here(target),
                None => self.part_missing(link, span, self.own.nearest(link)),
            };
        }
        let Some(outline) = self.shelf.outline(&path) else { return Destination::Elsewhere };
        if outline.find(link).is_some() {
            return Destination::Elsewhere;
        }
        let near = outline.nearest(link);
        self.part_missing(link, span, near)
    }

    fn by_alias(&mut self, name: &str) -> Found {
        match self.shelf.aliases().get(&crate::source::name_key(name)).map(Vec::as_slice) {
            None | Some([]) => Found::None,
            Some([one]) => Found::One(one.clone()),
            Some(several) => Found::Several(several[0].clone(), several.to_vec()),
        }
    }

    fn part_missing(&mut self, link: &NoteLink, span: Span, near: Option<String>) -> Destination {
        let (code, name) = match &link.block {
            Some(id) => (Code::BlockNotFound, format!("^{id}")),
            None => (Code::HeadingNotFound, link.headings.join(" > ")),
        };
        let diagnostic = Diagnostic::at(code, span).arg("nom", name);
        self.diags.push(match near {
            Some(near) => diagnostic.arg("proche", near).help("aide-proche"),
            None => diagnostic,
        });
        Destination::Missing
    }

    fn image(&mut self, image: &Image, span: Span) {
        let path = image.path.as_str();
        let remote = scheme(path).filter(|scheme| ["http", "https", "data"].contains(&scheme.as_str()));
        if remote.is_some() || path.starts_with("//") {
            let shown: String = path.chars().take(80).collect();
            self.diags.push(Diagnostic::at(Code::ImageRemote, span).arg("adresse", shown));
            return;
        }
        if leaves_vault(path, self.path) {
            self.diags.push(Diagnostic::at(Code::OutsideVault, span).arg("chemin", path));
            return;
        }
        let Some(found) = self.index.file(path, self.path) else {
            let diagnostic = Diagnostic::at(Code::ImageMissing, span).arg("nom", path);
            self.diags.push(match self.index.nearest_file(path) {
                Some(near) => diagnostic.arg("proche", near).help("aide-proche"),
                None => diagnostic,
            });
            return;
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
