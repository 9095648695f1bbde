//! Names compared as people compare them.
//!
//! In: a name as written, or as a disk gives it. Out: a key under which both are the same.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A name in lower case and composed form: Obsidian and the disks of Macs disagree on both.
pub(crate) fn name_key(name: &str) -> String {
    if name.is_ascii() { name.to_ascii_lowercase() } else { name.nfc().collect::<String>().to_lowercase() }
}

/// A phrase in lower case, without accents, its spaces single, typographic apostrophes straight.
pub(crate) fn fold(text: &str) -> String {
    let letters = text.nfd().filter(|&c| !is_combining_mark(c)).flat_map(char::to_lowercase);
    let letters: String = letters.map(|c| if c == '’' { '\'' } else { c }).collect();
    letters.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds() {
        for (text, expected) in
            [("À  retenir", "a retenir"), ("Clés\u{A0}d’or", "cles d'or"), ("E\u{301}TÉ", "ete")]
        {
            assert_eq!(fold(text), expected);
        }
        assert_eq!(name_key("E\u{301}té.MD"), name_key("été.md"));
    }
}
