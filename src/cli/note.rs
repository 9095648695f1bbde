//! Finds the note and its vault from what the command line says.

use dossier::diagnostic::{Code, Diagnostic, Diagnostics, Place};
use dossier::load::{Disk, Failure, cause, find_vault};
use dossier::source::VaultPath;
use std::path::{Path, PathBuf};

/// A note named on the command line.
pub(super) struct Named {
    pub disk: Disk,
    /// The root of its vault.
    pub root: PathBuf,
    /// The note in it.
    pub path: VaultPath,
    /// The folder of the note.
    pub folder: PathBuf,
}

/// Opens the vault of `note`: `vault`, or the one that the note stands in.
pub(super) fn find(note: &Path, vault: Option<&PathBuf>, diags: &mut Diagnostics) -> Option<Named> {
    let shown = note.display().to_string();
    let mut refuse = |code: Code| {
        diags.push(Diagnostic::new(code, Place::Nowhere).arg("chemin", &shown));
        None
    };
    let (Some(name), Some(folder)) = (note.file_name(), folder(note)) else {
        return refuse(Code::NoteNotFound);
    };
    let extension = note.extension().map(|extension| extension.to_string_lossy().to_lowercase());
    if !matches!(extension.as_deref(), Some("md" | "txt")) {
        return refuse(if note.exists() { Code::NotANote } else { Code::NoteNotFound });
    }
    // The folder is made absolute, the note itself is not followed where it is a link.
    let note = folder.join(name);
    if note.symlink_metadata().is_err() {
        return refuse(Code::NoteNotFound);
    }
    let root = match vault {
        Some(vault) => match vault.canonicalize() {
            Ok(root) => root,
            Err(error) => return unreadable(vault, &cause(&error), diags),
        },
        None => find_vault(&note),
    };
    let path = note.strip_prefix(&root).ok().and_then(Path::to_str);
    let path = path.map(|path| path.replace(std::path::MAIN_SEPARATOR, "/"));
    let Some(path) = path.as_deref().and_then(VaultPath::new) else {
        let diagnostic = Diagnostic::new(Code::NoteOutsideVault, Place::Nowhere).arg("chemin", &shown);
        diags.push(diagnostic.arg("coffre", root.display()));
        return None;
    };
    let disk = open(&root, diags)?;
    Some(Named { disk, root, path, folder })
}

/// Opens the vault whose root is a folder.
pub(super) fn open(root: &Path, diags: &mut Diagnostics) -> Option<Disk> {
    match Disk::open(root) {
        Ok(disk) => Some(disk),
        Err(Failure::System(cause)) => unreadable(root, &cause, diags),
        Err(_) => unreadable(root, "absent", diags),
    }
}

fn folder(note: &Path) -> Option<PathBuf> {
    let folder = note.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    folder.canonicalize().ok()
}

fn unreadable<T>(path: &Path, cause: &str, diags: &mut Diagnostics) -> Option<T> {
    let place = Place::File(path.display().to_string(), None);
    diags.push(Diagnostic::new(Code::ReadFailed, place).arg("chemin", path.display()).arg("cause", cause));
    None
}
