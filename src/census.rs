//! What a vault holds that no document tells of: notes to which nothing leads, links that lead nowhere,
//! images that nothing shows, names that mean several notes.
//!
//! In: a vault. Out: a [`Census`]; what can be mended at a place is reported there, as a note where the
//! text is in no document.

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place, Severity};
use crate::dossier::{MANIFEST, folder};
use crate::load::{self, Files, Listing};
use crate::parse::metadata::metadata;
use crate::parse::note::Note;
use crate::parse::yaml::{self, Node, Value};
use crate::shelf::VaultShelf;
use crate::source::{Sources, VaultPath};
use crate::vault::{Index, Outline, Vault, reached};
use std::collections::BTreeSet;

/// How many files a message names.
const NAMED: usize = 5;

/// The longest canvas that is read for the files it shows, in bytes.
const CANVAS_BYTES: u64 = 16 << 20;

/// The extensions of images.
const IMAGES: [&str; 9] = ["png", "jpg", "jpeg", "gif", "webp", "svg", "avif", "bmp", "heic"];

/// What was counted in a vault.
#[derive(Debug, Default)]
#[non_exhaustive]
pub struct Census {
    /// How many notes it has.
    pub notes: usize,
    /// The notes to which nothing leads and that belong to no document, by path.
    pub orphans: Vec<String>,
    /// The notes of `notes/` that name neither document nor section and that nothing embeds (R04).
    pub unattached: Vec<String>,
    /// How many links, embeds and images lead nowhere.
    pub dead_links: usize,
    /// The images that nothing shows, by path.
    pub unused_images: Vec<String>,
    /// How many links and images name several files.
    pub ambiguous_names: usize,
}

impl Census {
    /// The object that ends the output of `check` in JSON: the counts of all that was found, the files.
    pub fn json(&self, diags: &Diagnostics) -> String {
        let count = |severity| diags.count(severity);
        let summary = serde_json::json!({ "summary": {
            "errors": count(Severity::Error),
            "warnings": count(Severity::Warning),
            "infos": count(Severity::Info),
            "notes": self.notes,
            "orphan_notes": self.orphans,
            "unattached_notes": self.unattached,
            "dead_links": self.dead_links,
            "unused_images": self.unused_images,
            "ambiguous_names": self.ambiguous_names,
        } });
        format!("{summary}\n")
    }
}

/// What the files of a vault lead to.
#[derive(Default)]
struct Reached {
    files: BTreeSet<VaultPath>,
    embedded: BTreeSet<VaultPath>,
    /// The notes that name a document or a section.
    bound: BTreeSet<VaultPath>,
    /// The folder of the notes of documents, where the vault is that of a project.
    notes: Option<String>,
    /// What was found in the notes, said already or not.
    found: Diagnostics,
}

/// Counts a vault; nothing where it cannot be listed. What `diags` says already is said once.
pub(crate) fn census(files: &dyn Files, sources: &mut Sources, diags: &mut Diagnostics) -> Option<Census> {
    let listing = load::list(files, diags)?;
    let index = Index::new(&listing);
    let mut reached = Reached::default();
    data(files, &listing, &mut reached);
    let notes: Vec<&VaultPath> = listing.paths().filter(|path| path.extension() == "md").collect();
    let mut shelf = VaultShelf::new(files, &listing, sources);
    for path in &notes {
        let Some(note) = shelf.glance(path) else { continue };
        look(path, &note, &listing, &index, &mut shelf, &mut reached);
    }
    let mut census = Census { notes: notes.len(), ..Census::default() };
    let paths = |kept: &dyn Fn(&VaultPath) -> bool| -> Vec<String> {
        listing.paths().filter(|path| kept(path)).map(ToString::to_string).collect()
    };
    let is_note = |path: &VaultPath| path.extension() == "md";
    census.orphans =
        paths(&|path| is_note(path) && !reached.files.contains(path) && !reached.bound.contains(path));
    census.unattached = paths(&|path| {
        let inside = reached.notes.as_ref().is_some_and(|folder| path.as_str().starts_with(folder));
        let inside = inside && is_note(path);
        inside && !reached.bound.contains(path) && !reached.embedded.contains(path)
    });
    census.unused_images =
        paths(&|path| IMAGES.contains(&path.extension().as_str()) && !reached.files.contains(path));
    for diagnostic in reached.found.into_iter() {
        match diagnostic.code {
            Code::LinkNotFound | Code::HeadingNotFound | Code::BlockNotFound | Code::ImageMissing => {
                census.dead_links += 1;
            }
            Code::LinkAmbiguous | Code::ImageAmbiguous => census.ambiguous_names += 1,
            _ => continue,
        }
        if !diags.has(diagnostic.code, &diagnostic.place) {
            diags.push(Diagnostic { severity: Severity::Info, ..diagnostic });
        }
    }
    report(&census, reached.notes.as_deref().filter(|folder| !folder.is_empty()).unwrap_or("."), diags);
    Some(census)
}

/// Takes in what one note leads to.
fn look(
    path: &VaultPath,
    note: &Note,
    listing: &Listing,
    index: &Index,
    shelf: &mut VaultShelf<'_>,
    into: &mut Reached,
) {
    let outline = Outline::new(&note.blocks);
    let vault = Vault { listing, index, shelf, diags: &mut into.found };
    let (files, embedded) = reached(path, note, &outline, vault);
    into.files.extend(files.into_iter().filter(|file| file != path));
    into.embedded.extend(embedded.into_iter().filter(|file| file != path));
    let head = metadata(note.front_matter.as_ref(), &mut Diagnostics::default());
    if head.document.is_some() || head.section.is_some() {
        into.bound.insert(path.clone());
    }
    if let Some(node) = &note.front_matter {
        scalars(node, &mut |text| {
            into.files
                .extend(named(text).filter_map(|name| index.any(name, path)).filter(|file| file != path));
        });
    }
}

/// What a property names: its wikilinks, or the file that it is.
fn named(text: &str) -> impl Iterator<Item = &str> {
    let links = text.split("[[").skip(1).filter_map(|rest| rest.split("]]").next());
    let links = links.map(|link| link.split(['|', '#']).next().unwrap_or(link).trim());
    let image = text.rsplit_once('.').filter(|(_, end)| IMAGES.contains(&end.to_lowercase().as_str()));
    links.chain(image.map(|_| text.trim()))
}

/// Takes in the files that the manifest, the data and the canvases name.
fn data(files: &dyn Files, listing: &Listing, into: &mut Reached) {
    let mut sources = Sources::default();
    let mut take = |text: &str| {
        into.files.extend(VaultPath::new(text).filter(|path| listing.get(path).is_some()));
    };
    for path in listing.paths() {
        match path.extension().as_str() {
            "yaml" | "yml" => {
                let mut unheard = Diagnostics::default();
                let id = load::text(files, path, &mut sources, &mut unheard);
                let root =
                    id.and_then(|id| crate::parse::data(&sources, id, yaml::Limits::default(), &mut unheard));
                if path.as_str() == MANIFEST {
                    into.notes = Some(folder(root.as_ref(), "notes", &mut unheard));
                }
                if let Some(node) = root {
                    scalars(&node, &mut take);
                }
            }
            "canvas" => {
                let bytes = files.read(path, CANVAS_BYTES).unwrap_or_default();
                texts(&serde_json::from_slice(&bytes).unwrap_or_default(), &mut take);
            }
            _ => {}
        }
    }
}

fn scalars(node: &Node, visit: &mut dyn FnMut(&str)) {
    match &node.value {
        Value::Null => {}
        Value::Scalar { text, .. } => visit(text),
        Value::Sequence(nodes) => nodes.iter().for_each(|node| scalars(node, visit)),
        Value::Mapping(entries) => entries.iter().for_each(|entry| scalars(&entry.value, visit)),
    }
}

fn texts(value: &serde_json::Value, visit: &mut dyn FnMut(&str)) {
    match value {
        serde_json::Value::String(text) => visit(text),
        serde_json::Value::Array(values) => values.iter().for_each(|value| texts(value, visit)),
        serde_json::Value::Object(map) => map.values().for_each(|value| texts(value, visit)),
        _ => {}
    }
}

/// One message for all the files of a kind, however many: their number and the first names.
fn report(census: &Census, folder: &str, diags: &mut Diagnostics) {
    for (code, files) in [
        (Code::NotesUnattached, &census.unattached),
        (Code::NotesOrphan, &census.orphans),
        (Code::ImagesUnused, &census.unused_images),
    ] {
        if files.is_empty() {
            continue;
        }
        let mut names: Vec<String> = files.iter().take(NAMED).map(|name| format!("« {name} »")).collect();
        if files.len() > NAMED {
            names.push(format!("+ {}", files.len() - NAMED));
        }
        let diagnostic = Diagnostic::new(code, Place::Nowhere).arg("nombre", files.len());
        diags.push(diagnostic.arg("noms", names.join(", ")).arg("dossier", folder));
    }
}
