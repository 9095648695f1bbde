//! The small grammars inside links: `Note#Heading#Sub`, `Note#^block`, `image.png|alt|640x480`.
//!
//! In: what stands between the brackets, or the address of a Markdown link. Out: its parts.

use super::tree::{Image, NoteLink, Target};

/// Reads the target of `[[target|text]]`. In a table cell the `|` is escaped and its backslash
/// is left at the end of the target.
pub(crate) fn note_link(target: &str, has_text: bool) -> NoteLink {
    let target = target.strip_suffix('\\').unwrap_or(target);
    let (note, rest) = target.split_once('#').unwrap_or((target, ""));
    let mut headings: Vec<String> = Vec::new();
    let mut block = None;
    for part in rest.split('#').map(str::trim).filter(|part| !part.is_empty()) {
        match part.strip_prefix('^') {
            Some(id) => block = Some(id.to_owned()),
            None => headings.push(part.to_owned()),
        }
    }
    NoteLink { note: note.trim().to_owned(), headings, block, has_text }
}

/// Reads the address of `[text](address)`: one with a scheme leads out, another one to a note.
pub(crate) fn target(address: &str) -> Target {
    match scheme(address) {
        Some(_) => Target::Address(address.to_owned()),
        None => Target::Note(note_link(&percent_decode(address), true)),
    }
}

/// The scheme of an address, in lower case: letters, digits, `+`, `-`, `.` before the first `:`
/// (RFC 3986, 3.1). A single letter is a Windows drive, which is a scheme too for this purpose:
/// it leads out of the vault.
pub(crate) fn scheme(address: &str) -> Option<String> {
    let (scheme, _) = address.split_once(':')?;
    let valid = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c));
    valid.then(|| scheme.to_ascii_lowercase())
}

/// Reads `path` and what follows its first `|`. Of the text `legend|640x480`, or `640`, the last
/// part is a size when it is made of numbers; what is left is the alternative text.
pub(crate) fn image(path: &str, text: &str) -> Image {
    let path = path.strip_suffix('\\').unwrap_or(path);
    let (alternative, size) = match text.rsplit_once('|') {
        Some((before, last)) => match size(last) {
            Some(size) => (before, Some(size)),
            None => (text, None),
        },
        None => match size(text) {
            Some(size) => ("", Some(size)),
            None => (text, None),
        },
    };
    let (width, height) = size.unwrap_or((None, None));
    let (path, fragment) = match path.split_once('#') {
        Some(parts) if scheme(path).is_none() => parts,
        _ => (path, ""),
    };
    let page = fragment.split(['#', '&']).find_map(|part| part.trim().strip_prefix("page=")?.parse().ok());
    let alternative = alternative.trim().trim_end_matches('\\').to_owned();
    Image { path: path.trim().to_owned(), alternative, width, height, page }
}

fn size(text: &str) -> Option<(Option<u32>, Option<u32>)> {
    let number = |text: &str| text.trim().parse::<u32>().ok().filter(|&n| n > 0);
    match text.split_once(['x', '×']) {
        Some((width, height)) => Some((Some(number(width)?), Some(number(height)?))),
        None => Some((Some(number(text)?), None)),
    }
}

/// Decodes `%20` and the like once; what is not a valid escape, or would not be UTF-8, stays.
pub(crate) fn percent_decode(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let code = text.get(at + 1..at + 3).filter(|_| bytes[at] == b'%');
        match code.and_then(|code| u8::from_str_radix(code, 16).ok()) {
            Some(byte) => {
                out.push(byte);
                at += 3;
            }
            None => {
                out.push(bytes[at]);
                at += 1;
            }
        }
    }
    String::from_utf8(out).unwrap_or_else(|_| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_note_links() {
        for (text, note, headings, block) in [
            ("Note", "Note", vec![], None),
            ("Dir/Note.md", "Dir/Note.md", vec![], None),
            ("Note#A#B", "Note", vec!["A", "B"], None),
            ("#Titre", "", vec!["Titre"], None),
            ("Note#^id-1", "Note", vec![], Some("id-1")),
            ("#^id", "", vec![], Some("id")),
            ("Note\\", "Note", vec![], None),
            ("", "", vec![], None),
        ] {
            let link = note_link(text, false);
            assert_eq!(
                (link.note.as_str(), link.headings, link.block.as_deref()),
                (note, headings.iter().map(ToString::to_string).collect(), block),
                "{text:?}"
            );
        }
    }

    #[test]
    fn reads_images() {
        for (path, text, expected) in [
            ("a.png", "", ("a.png", "", None, None)),
            ("a.png", "100", ("a.png", "", Some(100), None)),
            ("a.png", "640x480", ("a.png", "", Some(640), Some(480))),
            ("a.png", "Le plan", ("a.png", "Le plan", None, None)),
            ("a.png", "Le plan|100", ("a.png", "Le plan", Some(100), None)),
            ("a.png#outline", "0", ("a.png", "0", None, None)),
            ("a.png\\", "100", ("a.png", "", Some(100), None)),
            ("https://a.b/c.png#d", "x", ("https://a.b/c.png#d", "x", None, None)),
        ] {
            let image = image(path, text);
            assert_eq!(
                (image.path.as_str(), image.alternative.as_str(), image.width, image.height),
                expected,
                "{path} {text}"
            );
        }
    }

    #[test]
    fn reads_pages() {
        for (path, expected) in [
            ("a.pdf", None),
            ("a.pdf#page=3", Some(3)),
            ("a.pdf#height=400&page=12", Some(12)),
            ("a.pdf#page=", None),
            ("a.pdf#page=-1", None),
            ("a.pdf#page=99999999999", None),
            ("a.pdf#page=2\\", Some(2)),
            ("https://a.b/c.pdf#page=2", None),
        ] {
            assert_eq!(image(path, "").page, expected, "{path}");
        }
    }

    #[test]
    fn tells_addresses_from_notes() {
        for (text, out) in [
            ("https://a.b", true),
            ("mailto:a@b.c", true),
            ("Note.md", false),
            ("a/b: c.md", false),
            ("C:\\x", true),
            ("javascript:x", true),
        ] {
            assert_eq!(matches!(target(text), Target::Address(_)), out, "{text}");
        }
    }

    #[test]
    fn decodes_once() {
        for (text, expected) in [
            ("Trois%20lois", "Trois lois"),
            ("%252e", "%2e"),
            ("100%", "100%"),
            ("%ff", "%ff"),
            ("%C3%A9", "é"),
        ] {
            assert_eq!(percent_decode(text), expected);
        }
    }
}
