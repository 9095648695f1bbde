//! Holds the table of the design: what each module may touch.

use crate::compile::project;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

/// Module, the modules of this crate that it may name, the crates that it may name.
const TABLE: &[(&str, &[&str], &[&str])] = &[
    ("main", &["cli"], &[]),
    ("cli", &[], &["clap", "dossier"]),
    (
        "lib",
        &[
            "analyse",
            "census",
            "checked",
            "diagnostic",
            "documents",
            "dossier",
            "fichiers",
            "figures",
            "font",
            "gallery",
            "load",
            "locale",
            "lower",
            "media",
            "parse",
            "polices",
            "projet",
            "publish",
            "regles",
            "render",
            "shelf",
            "source",
            "typeset",
            "vault",
        ],
        &[],
    ),
    // Seven aides of `lib.rs`: a document between its stages, the parts of a project, the names of its
    // files, its fonts, its pictures, the other notes, all the notes.
    (
        "checked",
        &["diagnostic", "documents", "lower", "media", "render", "source", "typeset"],
        &["serde_json"],
    ),
    ("census", &["diagnostic", "dossier", "load", "parse", "shelf", "source", "vault"], &["serde_json"]),
    (
        "dossier",
        &[
            "analyse",
            "diagnostic",
            "documents",
            "load",
            "locale",
            "parse",
            "projet",
            "publish",
            "regles",
            "source",
            "vault",
        ],
        &[],
    ),
    ("fichiers", &["diagnostic", "projet", "source"], &[]),
    ("polices", &["diagnostic", "documents", "font", "load", "projet", "source", "typeset"], &[]),
    ("gallery", &["diagnostic", "load", "media", "projet", "source", "vault"], &[]),
    ("shelf", &["load", "parse", "source", "diagnostic", "vault"], &["serde_json"]),
    ("source", &[], &["unicode_normalization"]),
    ("font", &[], &["notosans", "ttf_parser", "typst_assets"]),
    ("locale", &[], &["fluent_bundle", "unic_langid"]),
    ("diagnostic", &["source", "locale"], &["annotate_snippets", "serde", "serde_json"]),
    ("load", &["source", "diagnostic"], &["cap_std", "walkdir"]),
    (
        "parse",
        &["source", "diagnostic", "locale"],
        &["pulldown_cmark", "pulldown_latex", "serde_yaml", "jiff", "strsim", "unicode_normalization"],
    ),
    (
        "media",
        &["source", "font"],
        &["flate2", "hayro", "image", "memchr", "mermaid_svg", "usvg", "zune_bmp"],
    ),
    ("vault", &["parse", "load", "source", "diagnostic"], &["strsim"]),
    ("projet", &["parse", "source", "diagnostic"], &["jiff", "strsim"]),
    ("analyse", &["projet"], &["jiff"]),
    ("regles", &["projet", "analyse", "documents", "source", "diagnostic"], &["jiff"]),
    ("figures", &["font"], &[]),
    (
        "documents",
        &["parse", "vault", "projet", "analyse", "figures", "font", "source", "diagnostic", "locale"],
        &["jiff"],
    ),
    (
        "lower",
        &["documents", "media", "parse", "vault", "locale", "font", "source", "diagnostic"],
        &["serde_json", "unicode_normalization"],
    ),
    ("render", &["documents"], &["tera", "include_dir"]),
    ("typeset", &["render", "font"], &["typst", "typst_layout", "typst_pdf", "unicode_properties"]),
    ("publish", &[], &["memchr", "tempfile", "sha2"]),
];

/// The outside world, and who may touch it.
const WORLD: &[(&str, &[&str])] = &[
    ("std::fs", &["cli", "publish"]),
    ("std::env", &["cli"]),
    ("std::process", &["cli", "main"]),
    ("std::net", &[]),
    // A length of time, never a time of day: when work on a file is given up.
    ("std::time", &["media"]),
    ("SystemTime", &[]),
    ("Instant", &[]),
    (" println!", &[]),
    ("eprintln!", &["cli"]),
    ("unsafe ", &[]),
];

#[test]
fn modules_touch_only_what_the_table_allows() {
    let crates: BTreeSet<&str> = TABLE.iter().flat_map(|row| row.2.iter().copied()).collect();
    for (module, path, text) in sources() {
        // A module of tests in a file of its own.
        if path.ends_with("tests.rs") {
            continue;
        }
        let row = TABLE
            .iter()
            .find(|row| row.0 == module)
            .unwrap_or_else(|| panic!("{module} is not in the table"));
        let code = code_of(&text);
        for used in names_after(&code, "crate::") {
            // `pub(crate)` items of the crate root.
            let allowed = row.1.contains(&used.as_str()) || used == module;
            assert!(allowed, "{} names crate::{used}", path.display());
        }
        for name in crates.iter().filter(|name| **name != "dossier") {
            let used = names_before(&code, name);
            assert!(!used || row.2.contains(name), "{} names the crate {name}", path.display());
        }
    }
}

/// A permission that nothing needs any more is taken back.
#[test]
fn the_table_allows_nothing_that_no_module_does() {
    let mut codes: BTreeMap<String, String> = BTreeMap::new();
    for (module, path, text) in sources() {
        if !path.ends_with("tests.rs") {
            codes.entry(module).or_default().push_str(&code_of(&text));
        }
    }
    for (module, allowed, _) in TABLE {
        let code = &codes[*module];
        let used = names_after(code, "crate::");
        for name in *allowed {
            let named = used.contains(*name) || code.contains(&format!("mod {name};"));
            assert!(named, "{module} may name {name}, and does not");
        }
    }
}

#[test]
fn only_the_edges_touch_the_outside_world() {
    for (module, path, text) in sources() {
        let code = code_of(&text);
        for (name, allowed) in WORLD {
            // `cap_std::fs` is the handle on the vault.
            assert!(
                !code.replace("cap_std::fs", "").contains(name) || allowed.contains(&module.as_str()),
                "{} uses {name}",
                path.display()
            );
        }
    }
}

#[test]
fn every_dependency_is_in_the_table() {
    let manifest = std::fs::read_to_string(project().join("Cargo.toml")).expect("a text");
    let section = manifest.split("[dependencies]").nth(1).and_then(|rest| rest.split("\n[").next());
    for line in section.expect("dependencies").lines().filter(|line| line.contains('=')) {
        let name = line.split('=').next().unwrap_or_default().trim().replace('-', "_");
        assert!(TABLE.iter().any(|row| row.2.contains(&name.as_str())), "{name} is in no row of the table");
    }
}

#[test]
fn every_file_says_what_it_is() {
    for (_, path, text) in sources() {
        assert!(text.starts_with("//! "), "{} has no first line of documentation", path.display());
    }
}

fn sources() -> Vec<(String, PathBuf, String)> {
    let root = project().join("src");
    let mut found = Vec::new();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).expect("a folder").filter_map(Result::ok) {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let below = path.strip_prefix(&root).expect("below src");
                let first =
                    below.components().next().expect("a name").as_os_str().to_string_lossy().into_owned();
                let text = std::fs::read_to_string(&path).expect("a text");
                found.push((first.trim_end_matches(".rs").to_owned(), path, text));
            }
        }
    }
    assert!(found.len() > 40, "the sources were not found");
    found
}

/// The code without its comments and without its tests.
fn code_of(text: &str) -> String {
    let code = text.split("#[cfg(test)]").next().unwrap_or(text);
    code.lines().map(|line| line.split("//").next().unwrap_or(line)).collect::<Vec<_>>().join("\n")
}

fn names_after(code: &str, prefix: &str) -> BTreeSet<String> {
    let parts = code
        .match_indices(prefix)
        .filter(|(at, _)| !code[..*at].ends_with(|c: char| c.is_alphanumeric() || c == '_'));
    let rest = parts.map(|(at, _)| &code[at + prefix.len()..]);
    let name = |rest: &str| rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
    rest.map(name).filter(|name| !name.is_empty() && name.starts_with(char::is_lowercase)).collect()
}

fn names_before(code: &str, name: &str) -> bool {
    let path = format!("{name}::");
    let fresh = |at: usize| !code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == ':');
    code.match_indices(&path).any(|(at, _)| fresh(at)) || code.contains(&format!("use {name};"))
}
