//! Where what stands in one note leads: its links, images and embeds.
//!
//! In: the parts of its lines, one after the other. Out: destinations by their place, the embeds that lead
//! somewhere; what leads nowhere is reported.

use super::index::Found;
use super::{Destination, Index, Links, Outline, Shelf, ShownFile};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::load::{EntryKind, Listing};
use crate::parse::tree::{Image, Inline, InlineKind, NoteLink, Target, Unsupported};
use crate::parse::wikilink::scheme;
use crate::source::{Span, VaultPath};
use std::collections::BTreeSet;

/// Resolves what stands in one note.
pub(super) struct Resolver<'a> {
    pub path: &'a VaultPath,
    pub own: &'a Outline,
    pub listing: &'a Listing,
    pub index: &'a Index,
    pub shelf: &'a mut dyn Shelf,
    pub diags: &'a mut Diagnostics,
    pub links: &'a mut Links,
    pub advice: &'a mut usize,
    /// The embeds that lead somewhere: the note, the place in it.
    pub embeds: Vec<(Span, VaultPath, Option<Span>)>,
    /// The notes that links and embeds name, whatever part of them they want.
    pub named: BTreeSet<VaultPath>,
}

impl Resolver<'_> {
    /// Resolves one part of a line.
    pub(super) fn inline(&mut self, inline: &Inline) {
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
