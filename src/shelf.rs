//! Reads the other notes of the vault when a link or an embed needs them, each at most once.
//!
//! In: a path, or the wish for all other names. Out: a note with its outline, the names. What is wrong
//! with a note that the document does not show is no affair of the document.

use crate::diagnostic::Diagnostics;
use crate::load::{self, Files, Listing};
use crate::parse::metadata::metadata;
use crate::parse::note::{Note, front_matter, note, split};
use crate::source::{SourceId, Sources, VaultPath, name_key};
use crate::vault::{Outline, Shelf, Shelved};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The shelf of a vault seen through [`Files`].
pub(crate) struct VaultShelf<'a> {
    files: &'a dyn Files,
    listing: &'a Listing,
    sources: &'a mut Sources,
    /// The files that became sources before.
    known: BTreeMap<VaultPath, SourceId>,
    notes: BTreeMap<VaultPath, Arc<Shelved>>,
    /// Those of the notes that are linked to and not shown: the notes themselves are not kept.
    outlines: BTreeMap<VaultPath, Option<Arc<Outline>>>,
    aliases: Option<BTreeMap<String, Vec<VaultPath>>>,
}

impl<'a> VaultShelf<'a> {
    pub(crate) fn new(files: &'a dyn Files, listing: &'a Listing, sources: &'a mut Sources) -> Self {
        let known = sources.iter().map(|(id, source)| (source.path.clone(), id)).collect();
        Self {
            files,
            listing,
            sources,
            known,
            notes: BTreeMap::new(),
            outlines: BTreeMap::new(),
            aliases: None,
        }
    }

    /// Puts a note on the shelf that was read before, its mistakes reported.
    pub(crate) fn put(&mut self, path: &VaultPath, note: &Arc<Note>) {
        let outline = Arc::new(Outline::new(&note.blocks));
        let shelved = Shelved { note: Some(Arc::clone(note)), outline, faults: Vec::new() };
        self.notes.insert(path.clone(), Arc::new(shelved));
    }

    /// A note that is looked at once: it is not kept.
    pub(crate) fn glance(&mut self, path: &VaultPath) -> Option<Arc<Note>> {
        match self.notes.get(path) {
            Some(shelved) => shelved.note.clone(),
            None => self.read(path).note,
        }
    }

    fn read(&mut self, path: &VaultPath) -> Shelved {
        let mut found = Diagnostics::default();
        let known = self.known.get(path).copied();
        let id = known.or_else(|| load::text(self.files, path, self.sources, &mut found));
        self.known.extend(id.map(|id| (path.clone(), id)));
        let note = id.and_then(|id| note(self.sources, id, &mut found)).map(Arc::new);
        let outline = note.as_ref().map(|note| Outline::new(&note.blocks)).unwrap_or_default();
        Shelved { note, outline: Arc::new(outline), faults: found.into_iter().collect() }
    }

    fn read_aliases(&self, path: &VaultPath) -> Vec<String> {
        let (mut sources, mut unheard) = (Sources::default(), Diagnostics::default());
        let Some(id) = load::text(self.files, path, &mut sources, &mut unheard) else { return Vec::new() };
        let text = &sources.get(id).text;
        // Most notes have no other name: the YAML of those is not read.
        let Some(range) = split(text).front_matter.filter(|range| text[range.clone()].contains("alias"))
        else {
            return Vec::new();
        };
        let Ok(node) = front_matter(text, id, range, &mut unheard) else { return Vec::new() };
        metadata(node.as_ref(), &mut unheard).aliases.into_iter().map(|alias| alias.text).collect()
    }
}

impl Shelf for VaultShelf<'_> {
    fn outline(&mut self, path: &VaultPath) -> Option<Arc<Outline>> {
        if let Some(shelved) = self.notes.get(path) {
            return shelved.note.is_some().then(|| Arc::clone(&shelved.outline));
        }
        if !self.outlines.contains_key(path) {
            let shelved = self.read(path);
            let outline = shelved.note.is_some().then_some(shelved.outline);
            self.outlines.insert(path.clone(), outline);
        }
        self.outlines.get(path)?.clone()
    }

    fn note(&mut self, path: &VaultPath) -> Arc<Shelved> {
        if let Some(shelved) = self.notes.get(path) {
            return Arc::clone(shelved);
        }
        let shelved = Arc::new(self.read(path));
        self.notes.insert(path.clone(), Arc::clone(&shelved));
        shelved
    }

    fn sources(&self) -> &Sources {
        self.sources
    }

    fn aliases(&mut self) -> &BTreeMap<String, Vec<VaultPath>> {
        if self.aliases.is_none() {
            let mut all: BTreeMap<String, Vec<VaultPath>> = BTreeMap::new();
            for path in self.listing.paths().filter(|path| path.extension() == "md") {
                for alias in self.read_aliases(path) {
                    all.entry(name_key(&alias)).or_default().push(path.clone());
                }
            }
            self.aliases = Some(all);
        }
        self.aliases.get_or_insert_default()
    }
}

/// Obsidian's « Strict line breaks », off unless its settings say otherwise.
pub(crate) fn strict_line_breaks(files: &dyn Files) -> bool {
    let settings = VaultPath::new(".obsidian/app.json").and_then(|path| files.read(&path, 1 << 20).ok());
    let settings: Option<serde_json::Value> = settings.and_then(|bytes| serde_json::from_slice(&bytes).ok());
    settings.and_then(|settings| settings.get("strictLineBreaks")?.as_bool()).unwrap_or(false)
}
