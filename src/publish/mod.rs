//! Stage 11: files that are whole or not there.
//!
//! In: bytes and a path. Out: the file at that path. Each is written to a temporary file beside its
//! target, synced, then renamed: an old good file is never replaced by a part of a new one.

use std::io::{Error, Write};
use std::path::Path;
use tempfile::NamedTempFile;

/// Writes `bytes` to `path`, whose folder is made where it is missing. A link at `path` is
/// replaced, not followed.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    std::fs::create_dir_all(folder)?;
    let mut file = NamedTempFile::with_prefix_in(".dossier-", folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    permit(file.as_file())?;
    file.persist(path).map_err(|error| error.error)?;
    sync(folder);
    Ok(())
}

/// Gives a file the permissions that the system gives to new files; a temporary one is private.
#[cfg(unix)]
fn permit(file: &std::fs::File) -> Result<(), Error> {
    use std::os::unix::fs::PermissionsExt;
    file.set_permissions(std::fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn permit(_: &std::fs::File) -> Result<(), Error> {
    Ok(())
}

/// Makes the new name last; a system that cannot do so for a folder loses nothing but that promise.
fn sync(folder: &Path) {
    if let Ok(folder) = std::fs::File::open(folder) {
        let _ = folder.sync_all();
    }
}

/// A name that every system takes, from a name of a note: no accent lost, no character reserved
/// by Windows, never empty, never one of its devices.
pub fn safe_name(stem: &str) -> String {
    let kept = stem.chars().map(|c| if c.is_control() || "<>:\"/\\|?*".contains(c) { '_' } else { c });
    let kept: String = kept.take(120).collect();
    let kept = kept.trim().trim_end_matches(['.', ' ']).trim_start_matches('.');
    let device = ["con", "prn", "aux", "nul"].contains(&kept.to_lowercase().as_str())
        || (kept.len() == 4
            && ["com", "lpt"].contains(&kept[..3].to_lowercase().as_str())
            && kept.ends_with(|c: char| c.is_ascii_digit()));
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
