//! Compiles notes of an Obsidian vault to official documents, as PDF.
//!
//! # Steps
//! 1. **Load** ([`load`]): lists the vault, reads the note.
//! 2. **Parse** (`parse`): front matter, Markdown, images, every part with its place.
//! 3. **Resolve** (`vault`): finds where links and images lead.
//! 4. **Assemble** (`documents`): gives each block its section, each fact its place.
//! 5. **Lower** (`lower`): writes the sections as Typst code, repairs what Typst would refuse.
//! 6. **Render** (`render`): makes the main source from the type's template.
//! 7. **Typeset** (`typeset`): makes the PDF.
//! 8. **Publish** ([`publish`]): writes files that are whole or not there.
//!
//! Every stage takes the [`Diagnostics`] last and goes on after a mistake; this module stops
//! *between* stages when one of them is an error. Only [`load::Disk`], [`publish`] and the command
//! line touch the outside world.

pub mod diagnostic;
mod documents;
mod font;
pub mod load;
pub mod locale;
mod lower;
mod parse;
pub mod publish;
mod render;
mod shelf;
pub mod source;
mod typeset;
mod vault;

pub use font::FontFile;
pub use render::TypstProject;

use diagnostic::{Code, Diagnostic, Diagnostics, Place};
use load::{Files, IMAGE_BYTES, Listing};
use lower::{Lowered, OffsetMap, Pictures};
use parse::image::{Unshowable, picture};
use parse::metadata::metadata;
use shelf::VaultShelf;
use source::{Sources, Span, VaultPath};
use std::collections::BTreeMap;
use vault::{Index, Links};

/// A note, checked as far as possible without typesetting.
#[non_exhaustive]
pub struct Checked {
    /// What the typesetter needs.
    pub project: TypstProject,
    /// The way back from the fragments to the note, by path of the fragment.
    maps: BTreeMap<String, OffsetMap>,
    /// Where the note shows each image, by its path in the project.
    images: BTreeMap<String, Span>,
}

impl Checked {
    /// The place in the note of a place in the project: the text that made the code, the link that
    /// shows the image.
    fn trace(&self, path: &str, offset: usize) -> Option<Span> {
        let text = self.maps.get(path).and_then(|map| map.find(offset));
        text.or_else(|| self.images.get(path).copied())
    }
}

/// A PDF and the number of its pages.
#[non_exhaustive]
pub struct Pdf {
    /// The file.
    pub bytes: Vec<u8>,
    /// How many pages it has.
    pub pages: usize,
}

/// Steps 1 to 6 for the note at `path`; nothing when an error was found.
pub fn check(
    files: &dyn Files,
    path: &VaultPath,
    sources: &mut Sources,
    diags: &mut Diagnostics,
) -> Option<Checked> {
    let id = load::text(files, path, sources, diags)?;
    let note = parse::note::note(sources, id, diags)?;
    let metadata = metadata(note.front_matter.as_ref(), diags);

    // A note without links needs no walk over the vault, which may be somebody's whole home.
    let listing = if vault::names_files(&note) { load::list(files, diags)? } else { Listing::default() };
    let index = Index::new(&listing);
    let mut shelf = VaultShelf::new(files, &listing);
    let links = vault::resolve(&note, path, &listing, &index, &mut shelf, diags);
    let (pictures, bytes) = pictures(files, &links, diags);

    let strict_breaks = shelf::strict_line_breaks(files);
    let material =
        documents::Material { note: &note, metadata: &metadata, links: &links, sources, strict_breaks };
    let kind = documents::REGISTRY[0];
    let document = (kind.assemble)(&material, diags);
    let lowered = lower::lower(&document, &pictures, diags);
    if diags.has_errors() {
        return None;
    }
    project(kind, lowered, bytes, diags)
}

/// Step 7; nothing when the typesetter refuses the document.
pub fn typeset(checked: &Checked, sources: &Sources, diags: &mut Diagnostics) -> Option<Pdf> {
    let typeset = typeset::typeset(&checked.project);
    for finding in typeset.findings {
        let place = finding.places.iter().find_map(|(path, offset)| checked.trace(path, *offset));
        diags.push(traced(&finding.message, finding.error, place, sources));
    }
    let pages = typeset.pages;
    typeset.pdf.filter(|_| !diags.has_errors()).map(|bytes| Pdf { bytes, pages })
}

/// What Typst says, at the note; what leads back to none is a mistake of our own code.
fn traced(message: &str, error: bool, place: Option<Span>, sources: &Sources) -> Diagnostic {
    let diagnostic = match place {
        Some(span) if error => Diagnostic::at(Code::TypesettingRefused, span),
        Some(span) => Diagnostic::at(Code::TypesettingDoubt, span),
        None => Diagnostic::new(Code::Internal, Place::Nowhere),
    };
    let excerpt =
        place.map(|span| sources.text(span).chars().take(40).collect::<String>()).unwrap_or_default();
    diagnostic.arg("cause", message).arg("extrait", excerpt)
}

/// Puts the lowered document beside the main source of its type.
fn project(
    kind: &documents::DocumentType,
    lowered: Lowered,
    mut bytes: BTreeMap<VaultPath, Vec<u8>>,
    diags: &mut Diagnostics,
) -> Option<Checked> {
    let mut project = match render::render(kind) {
        Ok(project) => project,
        Err(cause) => {
            diags
                .push(Diagnostic::new(Code::Internal, Place::Nowhere).arg("cause", cause).arg("extrait", ""));
            return None;
        }
    };
    let data = serde_json::to_string_pretty(&lowered.data).unwrap_or_default();
    project.texts.insert(render::DATA.to_owned(), data + "\n");
    let mut maps = BTreeMap::new();
    for fragment in lowered.fragments {
        let path = render::fragment_path(fragment.slug);
        project.texts.insert(path.clone(), fragment.code);
        maps.insert(path, fragment.map);
    }
    let mut images = BTreeMap::new();
    for (name, shown) in lowered.images {
        let path = format!("/images/{name}");
        project.images.insert(path.clone(), bytes.remove(&shown.path).unwrap_or_default());
        images.insert(path, shown.span);
    }
    Some(Checked { project, maps, images })
}

/// Reads the image files that the note shows, each once. One that cannot be shown is a warning: the
/// page gets a stand-in; one that is over a limit is an error.
fn pictures(
    files: &dyn Files,
    links: &Links,
    diags: &mut Diagnostics,
) -> (Pictures, BTreeMap<VaultPath, Vec<u8>>) {
    let (mut pictures, mut all) = (Pictures::new(), BTreeMap::new());
    for (span, path) in &links.images {
        if all.contains_key(path) {
            continue;
        }
        let bytes = match files.read(path, IMAGE_BYTES) {
            Ok(bytes) => bytes,
            Err(load::Failure::TooLarge) => {
                let limit = IMAGE_BYTES >> 20;
                diags.push(
                    Diagnostic::at(Code::ImageTooLarge, *span).arg("chemin", path).arg("limite", limit),
                );
                continue;
            }
            Err(_) => {
                diags.push(Diagnostic::at(Code::ImageMissing, *span).arg("nom", path));
                continue;
            }
        };
        match picture(&bytes) {
            Ok(picture) => drop(pictures.insert(path.clone(), picture)),
            Err(Unshowable::TooLarge(width, height)) => {
                let diagnostic = Diagnostic::at(Code::ImageTooLarge, *span).arg("chemin", path);
                diags.push(diagnostic.arg("largeur", width).arg("hauteur", height).help("aide-pixels"));
            }
            Err(cause) => {
                let help = if cause == Unshowable::Kind { "aide-genre" } else { "aide" };
                diags.push(Diagnostic::at(Code::ImageUnreadable, *span).arg("chemin", path).help(help));
            }
        }
        all.insert(path.clone(), bytes);
    }
    (pictures, all)
}

/// The documents that the program writes: code and French title.
pub fn documents() -> impl Iterator<Item = &'static str> {
    documents::REGISTRY.iter().map(|kind| kind.code)
}

/// The font files that an emitted project needs.
pub fn fonts() -> &'static [FontFile] {
    font::files()
}

/// Lists what a vault holds; for those who only look.
pub fn listing(files: &dyn Files, diags: &mut Diagnostics) -> Option<Listing> {
    load::list(files, diags)
}
