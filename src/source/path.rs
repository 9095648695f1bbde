//! Paths inside the vault.
//!
//! In: a path as written or as found on disk. Out: a [`VaultPath`] that cannot leave the vault,
//! or nothing.

use std::fmt;

/// A path from the root of the vault, its parts joined by `/`, never empty, never leaving the vault.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct VaultPath(String);

impl VaultPath {
    /// Reads a path. `.` parts are dropped; nothing comes out of a path that is empty, absolute,
    /// has a drive, a backslash, a NUL, or a `..` part.
    pub fn new(path: &str) -> Option<Self> {
        let drive = path.as_bytes().get(1) == Some(&b':') && path.as_bytes()[0].is_ascii_alphabetic();
        if path.starts_with('/') || drive || path.contains(['\\', '\0']) {
            return None;
        }
        let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty() && *part != ".").collect();
        if parts.is_empty() || parts.contains(&"..") {
            return None;
        }
        Some(Self(parts.join("/")))
    }

    /// The path, as `a/b.md`.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The last part: `b.md`.
    pub fn name(&self) -> &str {
        self.0.rsplit('/').next().unwrap_or(&self.0)
    }

    /// The last part without its extension: `b`.
    pub fn stem(&self) -> &str {
        match self.name().rsplit_once('.') {
            Some((stem, _)) if !stem.is_empty() => stem,
            _ => self.name(),
        }
    }

    /// The extension in lower case, without its dot; empty where there is none.
    pub fn extension(&self) -> String {
        match self.name().rsplit_once('.') {
            Some((stem, extension)) if !stem.is_empty() => extension.to_lowercase(),
            _ => String::new(),
        }
    }

    /// The folder: `a`, or an empty text at the root.
    pub fn folder(&self) -> &str {
        self.0.rsplit_once('/').map_or("", |(folder, _)| folder)
    }

    /// `path` read from the folder of this file, `..` parts followed; nothing where it leaves the vault.
    pub fn relative(&self, path: &str) -> Option<Self> {
        let mut parts: Vec<&str> = self.folder().split('/').filter(|part| !part.is_empty()).collect();
        for part in path.split('/') {
            match part {
                "" | "." => {}
                ".." => drop(parts.pop()?),
                part => parts.push(part),
            }
        }
        Self::new(&parts.join("/"))
    }
}

impl fmt::Display for VaultPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::VaultPath;

    #[test]
    fn stays_in_the_vault() {
        for (path, expected) in [
            ("a/b.md", Some("a/b.md")),
            ("./a//b.md", Some("a/b.md")),
            ("", None),
            (".", None),
            ("/etc/passwd", None),
            ("../a", None),
            ("a/../b", None),
            ("C:/a", None),
            ("a\\b", None),
        ] {
            assert_eq!(VaultPath::new(path).as_ref().map(VaultPath::as_str), expected, "{path:?}");
        }
    }

    #[test]
    fn follows_relative_paths() {
        let note = VaultPath::new("a/b/n.md").expect("a path");
        for (path, expected) in [
            ("i.png", Some("a/b/i.png")),
            ("../i.png", Some("a/i.png")),
            ("../../i.png", Some("i.png")),
            ("../../../i.png", None),
        ] {
            assert_eq!(note.relative(path).as_ref().map(VaultPath::as_str), expected, "{path:?}");
        }
    }

    #[test]
    fn names_its_parts() {
        let path = VaultPath::new("a/Réseau.v2.MD").expect("a path");
        assert_eq!(
            (path.name(), path.stem(), path.extension().as_str(), path.folder()),
            ("Réseau.v2.MD", "Réseau.v2", "md", "a")
        );
    }
}
