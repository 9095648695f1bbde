//! The names in the vault, and the file that each one means, as Obsidian finds it.

use crate::load::Listing;
use crate::source::{VaultPath, name_key};
use std::collections::{BTreeSet, HashMap};

/// What a name means.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Found {
    None,
    One(VaultPath),
    /// The one that Obsidian would take, and all that have the name.
    Several(VaultPath, Vec<VaultPath>),
}

/// The files of the vault by their last name, case and accents composed.
#[derive(Debug)]
pub(crate) struct Index {
    /// Notes under their name without `.md`, all files under their whole name.
    names: HashMap<String, Vec<VaultPath>>,
}

impl Index {
    pub(crate) fn new(listing: &Listing) -> Self {
        let mut names: HashMap<String, Vec<VaultPath>> = HashMap::new();
        for path in listing.paths() {
            let name = name_key(path.name());
            if let Some(stem) = name.strip_suffix(".md") {
                names.entry(stem.to_owned()).or_default().push(path.clone());
            }
            names.entry(name).or_default().push(path.clone());
        }
        Self { names }
    }

    /// The note that `name` means in the note `from`: `Note`, `Note.md`, `Folder/Note`.
    pub(super) fn note(&self, name: &str, from: &VaultPath) -> Found {
        self.find(name, from)
    }

    /// The file that `path` means in the note `from`: by its path, else by its name anywhere.
    pub(super) fn file(&self, path: &str, from: &VaultPath) -> Found {
        match self.find(path, from) {
            Found::None => self.find(path.rsplit('/').next().unwrap_or(path), from),
            found => found,
        }
    }

    /// The note or the file that `name` means in the note `from`.
    pub(crate) fn any(&self, name: &str, from: &VaultPath) -> Option<VaultPath> {
        match self.file(name, from) {
            Found::One(path) | Found::Several(path, _) => Some(path),
            Found::None => None,
        }
    }

    /// An exact path first, then one from the note's own folder, then the shortest path
    /// (Obsidian help, Internal links: « Shortest path when possible »).
    fn find(&self, name: &str, from: &VaultPath) -> Found {
        let wanted = name_key(name.trim_start_matches('/'));
        let last = wanted.rsplit('/').next().unwrap_or(&wanted);
        let Some(same_name) = self.names.get(last) else { return Found::None };
        let key = |path: &VaultPath| {
            let key = name_key(path.as_str());
            if wanted.ends_with(".md") {
                key
            } else {
                key.strip_suffix(".md").map(str::to_owned).unwrap_or(key)
            }
        };
        // `/Note` is a path from the root, which tells one note of several by the same name.
        if wanted.contains('/') || name.starts_with('/') {
            let relative = from.relative(&wanted).map(|path| name_key(path.as_str()));
            let from_root = same_name.iter().filter(|path| key(path) == wanted);
            let from_note = same_name.iter().filter(|path| Some(key(path)) == relative);
            let exact: BTreeSet<&VaultPath> = from_root.clone().chain(from_note.clone()).collect();
            if let Some(first) = from_root.chain(from_note).next() {
                // Two names that differ by their case or by how an accent is written are one name.
                let same: Vec<VaultPath> =
                    exact.into_iter().filter(|path| key(path) == key(first)).cloned().collect();
                return if same.len() > 1 {
                    Found::Several(first.clone(), same)
                } else {
                    Found::One(first.clone())
                };
            }
        }
        let suffix = format!("/{wanted}");
        let fits = |path: &&VaultPath| key(path) == wanted || key(path).ends_with(&suffix);
        let mut all: Vec<VaultPath> = same_name.iter().filter(fits).cloned().collect();
        let rank = |path: &VaultPath| (key(path) != wanted, path.folder() != from.folder());
        all.sort_by_cached_key(|path| (rank(path), path.as_str().len(), path.clone()));
        match all.len() {
            0 => Found::None,
            1 => Found::One(all.remove(0)),
            _ => Found::Several(all[0].clone(), all),
        }
    }

    /// The name of the note that is written most like `name`.
    pub(super) fn nearest_note(&self, name: &str) -> Option<String> {
        let last = name.rsplit('/').next().unwrap_or(name);
        self.nearest(last, |key, path| path.extension() == "md" && !key.ends_with(".md"))
            .map(|path| path.stem().to_owned())
    }

    /// The name of the file that is written most like `path`.
    pub(super) fn nearest_file(&self, path: &str) -> Option<String> {
        let last = path.rsplit('/').next().unwrap_or(path);
        self.nearest(last, |_, path| path.extension() != "md").map(|path| path.name().to_owned())
    }

    fn nearest(&self, name: &str, fits: impl Fn(&str, &VaultPath) -> bool) -> Option<&VaultPath> {
        let wanted = name_key(name);
        let scored = self.names.iter().filter_map(|(key, paths)| {
            let path = paths.first().filter(|path| fits(key, path))?;
            let score = strsim::jaro_winkler(key, &wanted);
            (score > 0.87).then_some((score, path))
        });
        // The order of the map must not show: equal scores are told apart by path.
        scored.max_by(|a, b| a.0.total_cmp(&b.0).then_with(|| b.1.cmp(a.1))).map(|(_, path)| path)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Diagnostics;
    use crate::load::{Entry, EntryKind, Failure, Files, list};

    struct Names(&'static [&'static str]);

    impl Files for Names {
        fn list(&self) -> Result<Vec<Entry>, Failure> {
            let entry = |name: &&str| Some(Entry { path: VaultPath::new(name)?, kind: EntryKind::File });
            Ok(self.0.iter().filter_map(entry).collect())
        }

        fn kind(&self, _: &VaultPath) -> Option<EntryKind> {
            None
        }

        fn read(&self, _: &VaultPath, _: u64) -> Result<Vec<u8>, Failure> {
            Err(Failure::Missing)
        }
    }

    #[test]
    fn finds_as_obsidian_does() {
        let files = Names(&[
            "Budget.md",
            "a/Plan.md",
            "a/b/Plan.md",
            "c/Plan.md",
            "a/Re\u{301}seau.md",
            "img/plan.png",
            "Deux.md",
            "c/Deux.md",
            "d/Cas.md",
            "d/CAS.md",
        ]);
        let listing = list(&files, &mut Diagnostics::default()).expect("a listing");
        let index = Index::new(&listing);
        for (name, from, expected) in [
            ("Budget", "a/n.md", "= Budget.md"),
            ("budget.md", "a/n.md", "= Budget.md"),
            ("RÉSEAU", "n.md", "= a/Re\u{301}seau.md"),
            ("Plan", "c/n.md", "~ c/Plan.md"),
            ("Plan", "n.md", "~ a/Plan.md"),
            ("b/Plan", "n.md", "= a/b/Plan.md"),
            ("a/Plan", "n.md", "= a/Plan.md"),
            ("../c/Plan", "a/n.md", "= c/Plan.md"),
            ("Deux", "c/n.md", "~ Deux.md"),
            ("/Deux", "c/n.md", "= Deux.md"),
            ("c/Deux", "n.md", "= c/Deux.md"),
            ("d/cas", "n.md", "~ d/CAS.md"),
            ("Autre", "n.md", "-"),
        ] {
            let found = match index.note(name, &VaultPath::new(from).expect("a path")) {
                Found::None => "-".to_owned(),
                Found::One(path) => format!("= {path}"),
                Found::Several(path, _) => format!("~ {path}"),
            };
            assert_eq!(found, expected, "{name} in {from}");
        }
        assert_eq!(index.nearest_note("Bugdet").as_deref(), Some("Budget"));
        let note = VaultPath::new("n.md").expect("a path");
        assert_eq!(index.file("ailleurs/plan.png", &note), index.file("img/plan.png", &note));
        assert_ne!(index.file("plan.png", &note), Found::None);
    }
}
