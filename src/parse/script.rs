//! What a plugin of Obsidian computes inside a line: Templater's `<% … %>`, Dataview's `` `= this.x` ``.
//!
//! In: the masked text of a note and what is code in it; the text of a code span. Out: where scripts
//! stand, masked too, so that nothing in them is a mark; whether a code span would be computed.

use super::mask::{FILLER, is_escaped};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

/// The longest script, in bytes: beyond, a `<%` is text.
const LONGEST: usize = 16 << 10;

/// The functions of Dataview by which an expression can start; those of a spreadsheet are in capitals.
const FUNCTIONS: [&str; 9] =
    ["date(", "dur(", "dateformat(", "durationformat(", "choice(", "link(", "elink(", "embed(", "default("];

/// The scripts of a text: what each says, by its start and with its end.
pub(super) type Scripts = BTreeMap<usize, (usize, String)>;

/// Fills the scripts of `text` with [`FILLER`], line ends too; `kept` are the places of code, in order.
pub(super) fn mask(text: &str, kept: impl Fn(&str) -> Vec<Range<usize>>) -> (Cow<'_, str>, Scripts) {
    let mut scripts = Scripts::new();
    if !text.contains("<%") {
        return (Cow::Borrowed(text), scripts);
    }
    let mut bytes = text.as_bytes().to_vec();
    let code = kept(text);
    let (mut at, mut close) = (0, 0);
    while let Some(open) = text[at..].find("<%").map(|i| at + i) {
        at = open + 2;
        if close < at {
            let Some(next) = text[at..].find("%>") else { break };
            close = at + next;
        }
        let after = code.partition_point(|range| range.end <= open);
        if let Some(range) = code.get(after).filter(|range| range.start <= open) {
            at = range.end;
            continue;
        }
        // A script holds no other one: a mark that nothing closes does not take in what follows it.
        if text[at..close].contains("<%") {
            continue;
        }
        let end = close + 2;
        if end - open > LONGEST || !opens(&text[..open], &text[at..close]) {
            continue;
        }
        scripts.insert(open, (end, text[open..end].to_owned()));
        bytes[open..end].fill(FILLER as u8);
        at = end;
    }
    // Whole characters were written over, by ASCII.
    (Cow::Owned(String::from_utf8(bytes).unwrap_or_default()), scripts)
}

/// Whether a `<%` between two texts opens a script: it is not escaped, nor the start of an address.
fn opens(before: &str, inside: &str) -> bool {
    let encoded = inside.len() > 1 && inside.bytes().take(2).all(|b| b.is_ascii_hexdigit());
    !is_escaped(before.as_bytes()) && !encoded && !inside.trim().is_empty()
}

/// Whether Dataview would compute a code span: `= this.x`, `$= dv.current()`; `=SOMME(A1:A3)` is code.
pub(super) fn is_query(code: &str) -> bool {
    let code = code.trim_start();
    if let Some(script) = code.strip_prefix("$=") {
        return ["dv.", "this.", "app."].iter().any(|name| script.contains(name));
    }
    let Some(query) = code.strip_prefix('=').map(str::trim_start) else { return false };
    let names = ["this.", "this[", "[["].iter().any(|name| query.contains(name));
    names || FUNCTIONS.iter().any(|name| query.starts_with(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn masks_scripts() {
        let code = |_: &str| vec![0..3];
        for (text, expected) in [
            ("    <% a %> b", "    ####### b"),
            ("    <% a\n\n# é -%> b", "    ############## b"),
            ("    <% a <% b %> c %>", "    <% a ####### c %>"),
            ("<% a %> <% b %>", "<% a %> #######"),
            ("    \\<% a %>", "    \\<% a %>"),
            ("    [x](<%C3%A9 100%>)", "    [x](<%C3%A9 100%>)"),
            ("    <% jamais fermé", "    <% jamais fermé"),
            ("    <%%> <% %>", "    <%%> <% %>"),
        ] {
            let (masked, scripts) = mask(text, code);
            assert_eq!(masked.replace(FILLER, "#"), expected, "{text}");
            assert!(scripts.iter().all(|(start, (end, script))| text[*start..*end] == *script));
        }
    }

    #[test]
    fn tells_queries_from_code() {
        for (code, expected) in [
            ("= this.file.name", true),
            ("=this.ouverture", true),
            ("$= dv.current().titre", true),
            ("= [[Note]].champ", true),
            ("= dateformat(date(today), \"yyyy\")", true),
            ("=SOMME(A1:A3)", false),
            ("=", false),
            ("==", false),
            ("a = this.b", false),
            ("$=", false),
        ] {
            assert_eq!(is_query(code), expected, "{code}");
        }
    }
}
