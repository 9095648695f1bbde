//! Reads the other notes of the vault when a link needs them, each at most once.
//!
//! In: a path, or the wish for all other names. Out: an outline, the names. What is wrong with a
//! note that the document does not hold is no affair of the document.

use crate::diagnostic::Diagnostics;
use crate::load::{self, Files, Listing};
use crate::parse::metadata::metadata;
use crate::parse::note::{front_matter, note, split};
use crate::source::{Sources, VaultPath, name_key};
use crate::vault::{Outline, Shelf};
use std::collections::BTreeMap;

/// The shelf of a vault seen through [`Files`].
pub(crate) struct VaultShelf<'a> {
    files: &'a dyn Files,
    listing: &'a Listing,
    outlines: BTreeMap<VaultPath, Option<Outline>>,
    aliases: Option<BTreeMap<String, Vec<VaultPath>>>,
}

impl<'a> VaultShelf<'a> {
    pub(crate) fn new(files: &'a dyn Files, listing: &'a Listing) -> Self {
        Self { files, listing, outlines: BTreeMap::new(), aliases: None }
    }

    fn read_outline(&self, path: &VaultPath) -> Option<Outline> {
        let (mut sources, mut unheard) = (Sources::default(), Diagnostics::default());
        let id = load::text(self.files, path, &mut sources, &mut unheard)?;
        let note = note(&sources, id, &mut unheard)?;
        Some(Outline::new(&note.blocks))
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
    fn outline(&mut self, path: &VaultPath) -> Option<&Outline> {
        if !self.outlines.contains_key(path) {
            let outline = self.read_outline(path);
            self.outlines.insert(path.clone(), outline);
        }
        self.outlines.get(path)?.as_ref()
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
