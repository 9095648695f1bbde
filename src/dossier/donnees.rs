//! The manifest and the data files of a project, in the folders that the manifest names.
//!
//! In: a vault that has a `dossier.yaml`. Out: the trees of its data; what cannot be read is reported.

use super::MANIFEST;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::load::{self, Files, Listing};
use crate::parse::csv::csv;
use crate::parse::yaml::{self, Node, Value};
use crate::projet::list_named;
use crate::source::{SourceId, Sources, Span, VaultPath, fold};

/// The trees of the manifest and of the data files; nothing where there is no manifest.
pub(super) fn trees(
    files: &dyn Files,
    listing: &Listing,
    sources: &mut Sources,
    read: &mut Vec<SourceId>,
    diags: &mut Diagnostics,
) -> (Option<Node>, Vec<Node>) {
    let mut donnees = Vec::new();
    let Some(manifest) = VaultPath::new(MANIFEST).filter(|path| listing.get(path).is_some()) else {
        return (None, donnees);
    };
    let manifeste = tree(files, &manifest, sources, read, diags);
    let folder = folder(manifeste.as_ref(), "donnees", diags);
    listing.report_shut(&folder, diags);
    if below(listing, &folder, &["yaml", "yml", "csv"]).all(|path| path.as_str() == MANIFEST) {
        report_empty(manifeste.as_ref(), "donnees", diags);
    }
    for path in below(listing, &folder, &["yaml", "yml"]).filter(|path| path.as_str() != MANIFEST) {
        donnees.extend(tree(files, path, sources, read, diags));
    }
    for path in below(listing, &folder, &["csv"]) {
        let id = load::text(files, path, sources, diags);
        read.extend(id);
        let Some(id) = id else { continue };
        if let Err(near) = list_named(path.stem()) {
            let start = Span::new(id, 0..0);
            let diagnostic = Diagnostic::at(Code::KeyUnknown, start).arg("cle", path.stem()).help("aide-csv");
            diags.push(diagnostic.arg("proche", near.unwrap_or("etablissements")));
            continue;
        }
        donnees.extend(csv(sources, id, diags));
    }
    (manifeste, donnees)
}

/// The folder that a key of the manifest names, by its usual name where it names none; `.` is the vault.
pub(crate) fn folder(manifeste: Option<&Node>, key: &str, diags: &mut Diagnostics) -> String {
    let usual = format!("{key}/");
    let Some((text, span)) = named(manifeste, key) else { return usual };
    match text.trim().trim_end_matches('/') {
        "." => String::new(),
        text => match VaultPath::new(text) {
            Some(path) => format!("{path}/"),
            None => {
                diags.push(Diagnostic::at(Code::OutsideVault, span).arg("chemin", text));
                usual
            }
        },
    }
}

/// The text of a key of the manifest that names a folder, and its place.
fn named<'n>(manifeste: Option<&'n Node>, key: &str) -> Option<(&'n str, Span)> {
    let Node { value: Value::Mapping(entries), .. } = manifeste? else { return None };
    match &entries.iter().find(|entry| fold(&entry.key) == key)?.value {
        Node { value: Value::Scalar { text, .. }, span } => Some((text, *span)),
        _ => None,
    }
}

/// Reports a folder that the manifest names and in which nothing is to be read: a slip of the hand would
/// make a dossier without its data.
pub(super) fn report_empty(manifeste: Option<&Node>, key: &'static str, diags: &mut Diagnostics) {
    let Some((text, span)) = named(manifeste, key) else { return };
    // The usual folder may be named before it is filled.
    if text.trim().trim_end_matches('/') != key {
        diags.push(Diagnostic::at(Code::FolderEmpty, span).arg("chemin", text.trim()).arg("cle", key));
    }
}

/// The files below a folder that have one of those extensions, in the order of their paths.
pub(super) fn below<'a>(
    listing: &'a Listing,
    folder: &'a str,
    extensions: &'a [&'a str],
) -> impl Iterator<Item = &'a VaultPath> {
    let inside = listing.paths().filter(move |path| path.as_str().starts_with(folder));
    inside.filter(move |path| extensions.contains(&path.extension().as_str()))
}

/// The tree of a YAML file; its faults are reported.
fn tree(
    files: &dyn Files,
    path: &VaultPath,
    sources: &mut Sources,
    read: &mut Vec<SourceId>,
    diags: &mut Diagnostics,
) -> Option<Node> {
    let id = load::text(files, path, sources, diags)?;
    read.push(id);
    crate::parse::data(sources, id, yaml::Limits::default(), diags)
}
