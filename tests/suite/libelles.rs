//! The words of the pages: each stands in one catalogue, and something asks for it.

use crate::compile::project;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// The catalogue that overrides the others.
const QUEBEC: &str = "pages-fr-CA.ftl";

/// One document may not take the words of another: what two of them say stands where all find it.
#[test]
fn a_word_of_the_pages_stands_once() {
    let mut known: BTreeMap<String, String> = BTreeMap::new();
    for (catalogue, name) in words() {
        if let Some(first) = known.insert(name.clone(), catalogue.clone()) {
            panic!("{name} stands in {first} and in {catalogue}");
        }
    }
    assert!(known.contains_key("document-ed-i-1"), "the catalogues were not read");
}

/// Québec has its own text for words that there are, and for no other.
#[test]
fn quebec_says_otherwise_what_france_says() {
    let france: BTreeSet<String> = words().into_iter().map(|(_, name)| name).collect();
    for (catalogue, text) in files(&["src/locale"], &["ftl"]) {
        for name in names(&text).filter(|_| catalogue.ends_with(QUEBEC)) {
            assert!(france.contains(name), "{name} of {catalogue} is in no other catalogue");
        }
    }
}

/// A word is asked for by its name, by its name before `-unite` or `-titre`, or by its family and a word
/// of a closed list: `"wifi"` for `wifi-complet`, `"renvoi-{code}"` for `renvoi-ed-i-1`.
#[test]
fn a_word_of_the_pages_is_asked_for() {
    let asking: String = files(&["src", "templates"], &["rs", "typ", "tera"]).into_values().collect();
    let is_name = |c: char| c.is_alphanumeric() || c == '-' || c == '_';
    let names: BTreeSet<&str> = asking.split(|c| !is_name(c)).collect();
    let families: BTreeSet<&str> = asking
        .split('"')
        .filter_map(|text| text.split('{').next())
        .filter(|text| text.chars().all(is_name))
        .map(|text| text.trim_end_matches('-'))
        .collect();
    for (catalogue, name) in words() {
        let stems = [Some(name.as_str()), name.strip_suffix("-unite"), name.strip_suffix("-titre")];
        let asked = stems.into_iter().flatten().any(|stem| names.contains(stem));
        let mut hyphens = name.match_indices('-');
        assert!(
            asked || hyphens.any(|(at, _)| families.contains(&name[..at])),
            "nothing asks for {name} of {catalogue}"
        );
    }
}

/// The words of the catalogues of pages but that of Québec, which says some of them otherwise.
fn words() -> Vec<(String, String)> {
    let mut words = Vec::new();
    for (path, text) in files(&["src/locale"], &["ftl"]) {
        // Those of the messages are no words of pages.
        if !["fr.ftl", "en.ftl", QUEBEC].iter().any(|other| Path::new(&path).ends_with(other)) {
            words.extend(names(&text).map(|name| (path.clone(), name.to_owned())));
        }
    }
    words
}

/// The names of a catalogue.
fn names(text: &str) -> impl Iterator<Item = &str> {
    let entries = text.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()));
    entries.filter_map(|line| line.split_once(" =")).map(|(name, _)| name)
}

/// The texts of the files of some folders, by path.
fn files(folders: &[&str], extensions: &[&str]) -> BTreeMap<String, String> {
    let root = &project();
    let mut found = BTreeMap::new();
    let mut waiting: Vec<_> = folders.iter().map(|folder| root.join(folder)).collect();
    while let Some(folder) = waiting.pop() {
        for entry in std::fs::read_dir(&folder).expect("a folder").filter_map(Result::ok) {
            let path = entry.path();
            if path.is_dir() {
                waiting.push(path);
            } else if path.extension().is_some_and(|own| extensions.iter().any(|one| own == *one)) {
                let text = std::fs::read_to_string(&path).expect("a text");
                found.insert(path.to_string_lossy().into_owned(), text);
            }
        }
    }
    found
}
