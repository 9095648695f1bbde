//! The vault on a disk: the only place where the program reads files.
//!
//! Files are opened through a handle on the root that the system keeps inside it: no `..`, no
//! link that leads out, not even one put there between the listing and the reading.

use super::{Entry, EntryKind, Failure, Files};
use crate::source::VaultPath;
use cap_std::ambient_authority;
use cap_std::fs::Dir;
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};
use walkdir::WalkDir;

/// A vault that is a folder.
pub struct Disk {
    root: PathBuf,
    dir: Dir,
}

impl Disk {
    /// Opens the vault whose root is the folder `root`.
    pub fn open(root: &Path) -> Result<Self, Failure> {
        match Dir::open_ambient_dir(root, ambient_authority()) {
            Ok(dir) => Ok(Self { root: root.to_owned(), dir }),
            Err(error) => Err(failure(&error)),
        }
    }
}

impl Files for Disk {
    fn list(&self) -> Result<Vec<Entry>, Failure> {
        let hidden = |entry: &walkdir::DirEntry| {
            let name = entry.file_name().to_string_lossy();
            entry.depth() > 0 && (name.starts_with('.') || (entry.depth() == 1 && name == "sortie"))
        };
        let walk =
            WalkDir::new(&self.root).follow_links(false).into_iter().filter_entry(|entry| !hidden(entry));
        let mut entries = Vec::new();
        for entry in walk {
            let entry = match entry {
                Ok(entry) => entry,
                Err(error) if error.depth() == 0 => {
                    return Err(error.io_error().map_or(Failure::Missing, failure));
                }
                // A folder that cannot be entered hides its files: who needs them is told.
                Err(error) => {
                    let below = error.path().and_then(|path| path.strip_prefix(&self.root).ok());
                    entries.extend(below.and_then(|path| unread(path, EntryKind::Closed)));
                    continue;
                }
            };
            let kind = entry.file_type();
            let kind = if kind.is_symlink() {
                EntryKind::Link
            } else if kind.is_file() {
                EntryKind::File
            } else {
                continue;
            };
            let Ok(path) = entry.path().strip_prefix(&self.root) else { continue };
            match path.to_str().map(|path| path.replace(std::path::MAIN_SEPARATOR, "/")) {
                Some(path) => entries.extend(VaultPath::new(&path).map(|path| Entry { path, kind })),
                None => entries.extend(unread(path, EntryKind::Nameless)),
            }
        }
        Ok(entries)
    }

    fn kind(&self, path: &VaultPath) -> Option<EntryKind> {
        let kind = self.dir.symlink_metadata(path.as_str()).ok()?.file_type();
        if kind.is_symlink() { Some(EntryKind::Link) } else { kind.is_file().then_some(EntryKind::File) }
    }

    fn read(&self, path: &VaultPath, limit: u64) -> Result<Vec<u8>, Failure> {
        // A pipe would be waited for, a link followed.
        if self.kind(path) != Some(EntryKind::File) {
            return Err(Failure::Missing);
        }
        let file = self.dir.open(path.as_str()).map_err(|error| failure(&error))?;
        let metadata = file.metadata().map_err(|error| failure(&error))?;
        if !metadata.is_file() {
            return Err(Failure::Missing);
        }
        if metadata.len() > limit {
            return Err(Failure::TooLarge);
        }
        let mut bytes = Vec::with_capacity(usize::try_from(metadata.len()).unwrap_or(0) + 1);
        // The file may grow while it is read.
        file.take(limit + 1).read_to_end(&mut bytes).map_err(|error| failure(&error))?;
        if bytes.len() as u64 > limit { Err(Failure::TooLarge) } else { Ok(bytes) }
    }
}

/// The entry of what cannot be read, by a path that a message can print.
fn unread(path: &Path, kind: EntryKind) -> Option<Entry> {
    let path = path.to_string_lossy().replace(std::path::MAIN_SEPARATOR, "/");
    VaultPath::new(&path).map(|path| Entry { path, kind })
}

fn failure(error: &std::io::Error) -> Failure {
    match error.kind() {
        ErrorKind::NotFound | ErrorKind::NotADirectory => Failure::Missing,
        _ => Failure::System(super::cause(error)),
    }
}

/// The root of the vault that holds the note `note`: the nearest folder above it that holds
/// `dossier.yaml` or `.obsidian`, else the note's own folder. `note` must be absolute.
pub fn find_vault(note: &Path) -> PathBuf {
    let own = note.parent().unwrap_or(note);
    let marked = |folder: &&Path| folder.join("dossier.yaml").is_file() || folder.join(".obsidian").is_dir();
    own.ancestors().find(marked).unwrap_or(own).to_owned()
}
