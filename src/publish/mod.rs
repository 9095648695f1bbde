//! Stage 11: files that are whole or not there.
//!
//! In: bytes and a path. Out: the file at that path. Each is written to a temporary file beside its
//! target, synced, then renamed: an old good file is never replaced by a part of a new one.

use memchr::memmem;
use sha2::{Digest, Sha256};
use std::io::{Error, Write};
use std::path::Path;
use tempfile::Builder;

/// Writes `bytes` to `path`, whose folder is made where it is missing. A link at `path` is
/// replaced, not followed. A new file has the permissions that the system gives to new files.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    std::fs::create_dir_all(folder)?;
    let mut builder = Builder::new();
    builder.prefix(".dossier-");
    permit(&mut builder);
    let mut file = builder.tempfile_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    file.persist(path).map_err(|error| error.error)?;
    sync(folder);
    Ok(())
}

/// Whether `path` is free, or holds a PDF of the typesetter, which may be replaced: a PDF of the
/// same name that somebody put there is not ours to lose.
pub fn may_replace(path: &Path) -> bool {
    match std::fs::read(path) {
        Ok(bytes) => bytes.is_empty() || memmem::find(&bytes, CREATOR).is_some(),
        Err(_) => true,
    }
}

/// The edition that the metadata of a PDF of ours name; nothing where there is no such file.
pub fn edition(path: &Path) -> Option<String> {
    let bytes = std::fs::read(path).ok()?;
    let said = &bytes[memmem::find(&bytes, KEYWORDS)? + KEYWORDS.len()..];
    let said = String::from_utf8_lossy(said.split(|byte| *byte == b'<').next()?);
    said.split_once(EDITION).map(|(_, name)| name.trim().to_owned())
}

/// Where the metadata of a PDF have its keywords.
const KEYWORDS: &[u8] = b"<pdf:Keywords>";
/// The words before the name of the edition, there.
const EDITION: &str = "édition ";

/// What the metadata of every PDF of the typesetter says, uncompressed as PDF/A asks.
const CREATOR: &[u8] = b"<xmp:CreatorTool>Typst ";

/// Whether a folder may take an emitted project: it is not there, empty, or holds an older one.
pub fn may_hold_project(folder: &Path) -> bool {
    let empty = |folder: &Path| std::fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_none());
    !folder.exists() || folder.join(COMMAND).is_file() || empty(folder)
}

/// The file of an emitted project that says how to compile it.
pub const COMMAND: &str = "COMMANDE.txt";

/// Takes the files of an older project that the new one lacks out of a folder of ours.
pub fn remove_stale(folder: &Path, kept: &dyn Fn(&str) -> bool) -> Result<(), Error> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Ok(()) };
    for entry in entries {
        let entry = entry?;
        let name = entry.file_name();
        if entry.file_type()?.is_file() && name.to_str().is_none_or(|name| !kept(name)) {
            std::fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}

/// The SHA-256 of bytes, in hexadecimal.
pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A temporary file is private; the umask decides for the file that it becomes.
#[cfg(unix)]
fn permit(builder: &mut Builder<'_, '_>) {
    use std::os::unix::fs::PermissionsExt;
    builder.permissions(std::fs::Permissions::from_mode(0o666));
}

#[cfg(not(unix))]
fn permit(_: &mut Builder<'_, '_>) {}

/// Makes the new name last; a system that cannot do so for a folder loses nothing but that promise.
fn sync(folder: &Path) {
    if let Ok(folder) = std::fs::File::open(folder) {
        let _ = folder.sync_all();
    }
}

/// The longest name that is kept whole, in bytes: systems take 255, an extension included.
const NAME_BYTES: usize = 200;

/// A name that every system takes, from a name of a note: no accent lost, no character reserved
/// by Windows, never empty, never one of its devices.
pub fn safe_name(stem: &str) -> String {
    let kept = stem.chars().map(|c| if c.is_control() || "<>:\"/\\|?*".contains(c) { '_' } else { c });
    let kept: String = kept.collect();
    let kept = kept.trim().trim_end_matches(['.', ' ']).trim_start_matches('.');
    let device = ["con", "prn", "aux", "nul"].contains(&kept.to_lowercase().as_str())
        || (kept.len() == 4
            && ["com", "lpt"].contains(&kept[..3].to_lowercase().as_str())
            && kept.ends_with(|c: char| c.is_ascii_digit()));
    if kept.len() > NAME_BYTES {
        // Two long names may differ at their end only.
        let end = (0..=NAME_BYTES).rev().find(|&end| kept.is_char_boundary(end)).unwrap_or(0);
        return format!("{}-{}", &kept[..end], &sha256(kept.as_bytes())[..8]);
    }
    match kept {
        "" => "document".to_owned(),
        kept if device => format!("_{kept}"),
        kept => kept.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn makes_safe_names() {
        for (stem, expected) in [
            ("Ma fiche n° 3", "Ma fiche n° 3"),
            ("a:b?", "a_b_"),
            ("CON", "_CON"),
            ("com1", "_com1"),
            ("fin. ", "fin"),
            ("...", "document"),
            ("..caché", "caché"),
        ] {
            assert_eq!(safe_name(stem), expected);
        }
    }
}
