//! Stage 1: what files the vault has, and their bytes.
//!
//! In: a vault, seen through [`Files`]. Out: a [`Listing`] of it, sources for the notes asked for,
//! bytes for the other files. A path reaches `Files` only when the listing has it: a note can name
//! a file, never open one.

mod disk;

pub use disk::{Disk, find_vault};

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};
use crate::source::{LineCol, Source, SourceId, Sources, VaultPath};
use std::collections::BTreeMap;

/// The longest note, in bytes (design, Budgets).
pub const NOTE_BYTES: u64 = 4 << 20;
/// The longest file of planning data, in bytes (design, Budgets).
pub const DATA_BYTES: u64 = 16 << 20;
/// The longest image file, in bytes (design, Budgets).
pub const IMAGE_BYTES: u64 = 30 << 20;
/// The extensions of files of planning data.
const TABLES: [&str; 3] = ["yaml", "yml", "csv"];
/// The longest font file, in bytes: the largest faces of Chinese have 20 MiB.
pub const FONT_BYTES: u64 = 30 << 20;

/// A vault, as far as the program may see it.
pub trait Files: Sync {
    /// Every file below the root, except the hidden ones; the order does not matter.
    fn list(&self) -> Result<Vec<Entry>, Failure>;
    /// What stands at that path; nothing where no file does.
    fn kind(&self, path: &VaultPath) -> Option<EntryKind>;
    /// The bytes of a regular file, at most `limit` of them.
    fn read(&self, path: &VaultPath, limit: u64) -> Result<Vec<u8>, Failure>;
}

/// A file of the vault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Where it stands.
    pub path: VaultPath,
    /// What it is.
    pub kind: EntryKind,
}

/// What an entry is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum EntryKind {
    /// A regular file.
    File,
    /// A symbolic link, which is never followed.
    Link,
    /// A folder that cannot be entered: what it holds is not known.
    Closed,
    /// A file whose name is no text (UTF-8), which nothing can name.
    Nameless,
}

/// Why a file gave no bytes.
#[derive(Debug)]
#[non_exhaustive]
pub enum Failure {
    /// It does not exist.
    Missing,
    /// It is larger than the limit asked for.
    TooLarge,
    /// The system refused: the [`cause`].
    System(String),
}

/// Why the system refused: a word of the messages where there is one, else what the system says.
pub fn cause(error: &std::io::Error) -> String {
    use std::io::ErrorKind;
    match error.kind() {
        ErrorKind::NotFound | ErrorKind::NotADirectory => "absent".to_owned(),
        ErrorKind::AlreadyExists => "occupe".to_owned(),
        ErrorKind::PermissionDenied => "permission".to_owned(),
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "plein".to_owned(),
        ErrorKind::ReadOnlyFilesystem => "lecture-seule".to_owned(),
        ErrorKind::IsADirectory => "dossier".to_owned(),
        _ => error.to_string(),
    }
}

/// The files of a vault, by path.
#[derive(Debug, Default)]
pub struct Listing {
    entries: BTreeMap<VaultPath, EntryKind>,
    /// What is there and cannot be read.
    shut: BTreeMap<VaultPath, EntryKind>,
}

impl Listing {
    /// What stands at that path.
    pub fn get(&self, path: &VaultPath) -> Option<EntryKind> {
        self.entries.get(path).copied()
    }

    /// Reports what cannot be read in a folder, on the way to it or below it; `folder` ends with a slash, or
    /// is empty for the whole vault.
    pub(crate) fn report_shut(&self, folder: &str, diags: &mut Diagnostics) {
        let concerned =
            |path: &VaultPath| path.as_str().starts_with(folder) || folder.starts_with(&format!("{path}/"));
        for (path, kind) in self.shut.iter().filter(|(path, _)| concerned(path)) {
            let cause = if *kind == EntryKind::Nameless { "nom" } else { "permission" };
            let place = Place::File(path.to_string(), None);
            let diagnostic = Diagnostic::new(Code::ReadFailed, place).arg("chemin", path).arg("cause", cause);
            diags.push(if cause == "nom" { diagnostic.help("aide-nom") } else { diagnostic });
        }
    }

    /// All paths, sorted.
    pub fn paths(&self) -> impl Iterator<Item = &VaultPath> {
        self.entries.keys()
    }
}

/// Lists the vault.
pub fn list(files: &dyn Files, diags: &mut Diagnostics) -> Option<Listing> {
    match files.list() {
        Ok(entries) => {
            let mut listing = Listing::default();
            for Entry { path, kind } in entries {
                let shut = matches!(kind, EntryKind::Closed | EntryKind::Nameless);
                let kept = if shut { &mut listing.shut } else { &mut listing.entries };
                kept.insert(path, kind);
            }
            Some(listing)
        }
        Err(failure) => {
            diags.push(failed(".", &failure, 0));
            None
        }
    }
}

/// Reads a text file of the vault into the sources; what prevents it is reported at the file.
pub fn text(
    files: &dyn Files,
    path: &VaultPath,
    sources: &mut Sources,
    diags: &mut Diagnostics,
) -> Option<SourceId> {
    if files.kind(path) == Some(EntryKind::Link) {
        let place = Place::File(path.to_string(), None);
        diags.push(Diagnostic::new(Code::SymbolicLink, place).arg("chemin", path));
        return None;
    }
    let limit = if TABLES.contains(&path.extension().as_str()) { DATA_BYTES } else { NOTE_BYTES };
    let bytes = match files.read(path, limit) {
        Ok(bytes) => bytes,
        Err(failure) => {
            diags.push(failed(path.as_str(), &failure, limit));
            return None;
        }
    };
    match String::from_utf8(bytes) {
        Ok(text) => Some(sources.add(Source::new(path.clone(), text))),
        Err(error) => {
            diags.push(not_utf8(path, error.as_bytes(), error.utf8_error().valid_up_to()));
            None
        }
    }
}

/// The diagnostic of a file that gave no bytes; `limit` is the one asked for, in bytes.
pub(crate) fn failed(path: &str, failure: &Failure, limit: u64) -> Diagnostic {
    let place = Place::File(path.to_owned(), None);
    match failure {
        Failure::TooLarge => {
            Diagnostic::new(Code::FileTooLarge, place).arg("chemin", path).arg("limite", limit >> 20)
        }
        Failure::Missing => Diagnostic::new(Code::ReadFailed, place)
            .arg("chemin", path)
            .arg("cause", "absent")
            .help("aide-absent"),
        Failure::System(cause) => {
            Diagnostic::new(Code::ReadFailed, place).arg("chemin", path).arg("cause", cause)
        }
    }
}

/// Names the first byte that is not UTF-8, and the encoding that the file most likely has.
fn not_utf8(path: &VaultPath, bytes: &[u8], at: usize) -> Diagnostic {
    let before = String::from_utf8_lossy(&bytes[..at]);
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().map_or(0, |line| line.chars().count()) + 1;
    let encoding = match bytes {
        [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] => "UTF-16",
        // The accented letters of French: below 0xA0 in Mac Roman, above in Windows-1252.
        _ if (0x80..0xA0).contains(&bytes[at])
            && bytes[at] != 0x92
            && bytes[at] != 0x85
            && bytes[at] != 0x9C =>
        {
            "Mac Roman"
        }
        _ => "Windows-1252",
    };
    Diagnostic::new(Code::NotUtf8, Place::File(path.to_string(), Some(LineCol::new(line, column))))
        .arg("octet", format!("{:02X}", bytes[at]))
        .arg("position", at)
        .arg("encodage", encoding)
}
