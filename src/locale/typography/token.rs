//! What a character or a word is to typography: space, mark, address, file name.
//!
//! In: characters. Out: yes or no, or the part of a word without its punctuation.

use super::*;

/// Spaces a gap is made of; tabs and line ends are layout, not typography.
pub(super) fn is_space(c: char) -> bool {
    is_breaking(c) || matches!(c, NO_BREAK | NARROW)
}

/// Spaces a line may break at.
pub(super) fn is_breaking(c: char) -> bool {
    matches!(c, ' ' | '\u{2009}')
}

/// The marks that have a space of their own in fr-FR.
pub(super) fn is_mark_sign(c: char) -> bool {
    matches!(c, ';' | '!' | '?' | ':')
}

/// A mark may follow `c` at once.
pub(super) fn touches_mark(c: char) -> bool {
    c.is_alphanumeric() || CLOSING.contains(&c) || BEFORE_MARK.contains(&c)
}

/// A token without the brackets and marks around it, nor the elided word before it.
pub(super) fn core_of(token: &[char]) -> std::ops::Range<usize> {
    let apostrophe = |c: &char| matches!(c, '\'' | '’');
    let inside = |c: &char| !(apostrophe(c) || matches!(c, '(' | '[' | '{' | '‘' | '<' | '*'));
    let closes = |c: &char| {
        apostrophe(c) || is_mark_sign(*c) || matches!(c, ')' | ']' | '}' | '>' | ',' | '.' | '…' | '*')
    };
    let mut start = token.iter().position(inside).unwrap_or(token.len());
    let end = token.iter().rposition(|c| !closes(c)).map_or(start, |i| (i + 1).max(start));
    if let Some(len) = token[start..end].iter().position(apostrophe) {
        let word: String = token[start..start + len].iter().flat_map(|c| c.to_lowercase()).collect();
        if ELISIONS.split(' ').any(|elision| elision == word) {
            start += len + 1;
        }
    }
    start..end
}

/// A URL, an e-mail address, a path, a file name or a name with `_`.
pub(super) fn is_address(core: &[char]) -> bool {
    let starts = |prefix: &str| core.iter().copied().take(prefix.len()).eq(prefix.chars());
    let slashes = core.iter().filter(|&&c| c == '/').count();
    let url = core.windows(3).any(|w| w == [':', '/', '/']) || starts("www.") || starts("mailto:");
    let path = core.contains(&'\\')
        || (slashes > 0 && ["./", "../", "~/"].into_iter().any(starts))
        || (slashes > 1 && starts("/"));
    url || path || core.iter().any(|c| matches!(c, '_' | '@')) || has_extension(core)
}

/// `plan.pdf`, `donnees/ecoles.csv`: a short extension with letters of one case (`fin.Le` is two words).
pub(super) fn has_extension(core: &[char]) -> bool {
    let Some(dot) = core.iter().rposition(|&c| c == '.') else { return false };
    let extension = &core[dot + 1..];
    let (lower, upper) = (char::is_ascii_lowercase, char::is_ascii_uppercase);
    dot > 0
        && (2..=5).contains(&extension.len())
        && extension.iter().all(char::is_ascii_alphanumeric)
        && extension.iter().any(lower) != extension.iter().any(upper)
}
