//! Any string prints as itself, wherever a note may hold one: ten thousand strings a place, hundreds a
//! document. The dialect's own marks are escaped; what typography may change, spaces and quotes, is not
//! compared.

use crate::compile::{Memory, check, compile};
use crate::injection::assert_only_calls;
use crate::pdf::Pdf;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

/// How many strings are tried in each place, and how many stand in one document.
const STRINGS: usize = 10_000;
const A_DOCUMENT: usize = 1_000;

/// Strings of characters that the fonts have, biased to the marks of all languages involved.
fn strings() -> impl Iterator<Item = Vec<String>> {
    let piece = prop_oneof![
        "[ -~]{1,10}",
        "[a-zé ]{1,6}",
        "[#$@<>\\[\\]{}()*_`~^|!%=+\\\\\"'/:.;,&-]{1,5}",
        "[¡-¬®-ſΑ-ΡΣ-Ωα-ωА-я€…–—•→≤≥]{1,6}",
        proptest::sample::select(crate::injection::ATTACKS).prop_map(str::to_owned),
    ];
    let string = proptest::collection::vec(piece, 1..4).prop_map(|pieces| pieces.concat());
    let mut runner = TestRunner::deterministic();
    let mut next = move || {
        let tree = string.new_tree(&mut runner).unwrap_or_else(|reason| panic!("{reason}"));
        tree.current().replace(['Ж', 'Щ'], "ж")
    };
    (0..STRINGS / A_DOCUMENT).map(move |_| (0..A_DOCUMENT).map(|_| next()).collect())
}

/// The string with a backslash before each mark.
fn escaped(text: &str) -> String {
    let mark = |c: char| if c.is_ascii_punctuation() { format!("\\{c}") } else { c.to_string() };
    text.chars().map(mark).collect()
}

/// Without what typography changes.
fn bare(text: &str) -> String {
    let kept = |c: &char| !c.is_whitespace() && !"\"'«»’\u{200B}\u{2011}".contains(*c);
    text.chars().filter(kept).collect()
}

/// The words around a string, which no string holds.
fn signs(i: usize) -> (String, String) {
    (format!("Ж{i}Ж"), format!("Щ{i}Щ"))
}

/// The note in which each string stands as `write` puts it, between its signs.
fn note(strings: &[String], write: &dyn Fn(&str) -> String) -> String {
    let parts = strings.iter().enumerate().map(|(i, text)| {
        let (from, to) = signs(i);
        write(&format!("{from} {text} {to}")) + "\n\n"
    });
    format!("---\ntitle: Essai\ndate: 2026-03-02\n---\n\n{}", parts.collect::<String>())
}

/// Compiles the strings, each as `write` puts it, and reads every one on the pages.
fn prints(fit: fn(&str) -> String, write: &dyn Fn(&str) -> String) {
    for strings in strings() {
        let strings: Vec<String> = strings.iter().map(|text| fit(text)).collect();
        let run = compile(&Memory::new(&[("n.md", &note(&strings, write))]), "n.md");
        let checked = run.checked.unwrap_or_else(|| panic!("{}", run.short));
        for (path, code) in checked.project.texts.iter().filter(|(path, _)| path.starts_with("/notes/")) {
            assert_only_calls(code, path);
        }
        let pdf = run.pdf.unwrap_or_else(|| panic!("{}", run.short));
        let text = bare(&Pdf::new(&pdf.bytes).logical_text());
        let mut rest = text.as_str();
        for (i, string) in strings.iter().enumerate() {
            let (from, to) = signs(i);
            let found = rest.split_once(&from).and_then(|(_, rest)| rest.split_once(&to));
            let (printed, after) = found.unwrap_or_else(|| panic!("{string:?} is not printed"));
            assert_eq!(printed, bare(string), "{string:?}, written {:?}", write(string));
            rest = after;
        }
    }
}

/// The code that comes of the strings, each as `write` puts it.
fn codes(
    fit: fn(&str) -> String,
    write: &dyn Fn(&str) -> String,
) -> impl Iterator<Item = (Vec<String>, String)> {
    strings().map(move |strings| {
        let strings: Vec<String> = strings.iter().map(|text| fit(text)).collect();
        let run = check(&Memory::new(&[("n.md", &note(&strings, write))]), "n.md");
        let checked = run.checked.unwrap_or_else(|| panic!("{}", run.short));
        let code = checked.project.texts["/notes/contenu.typ"].clone();
        assert_only_calls(&code, "the strings");
        (strings, code)
    })
}

/// A text as a literal of Typst.
fn literal(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

#[test]
fn a_text_prints_as_itself() {
    prints(str::to_owned, &escaped);
}

#[test]
fn a_heading_prints_as_itself() {
    prints(str::to_owned, &|text| format!("## {}", escaped(text)));
}

#[test]
fn the_title_of_a_callout_prints_as_itself() {
    prints(str::to_owned, &|text| format!("> [!info] {}", escaped(text)));
}

#[test]
fn an_alternative_text_prints_as_itself() {
    prints(str::to_owned, &|text| format!("![{}](absente.png)", escaped(text)));
}

#[test]
fn the_name_of_a_file_prints_as_itself() {
    // What no name of a file or no link can hold.
    let fit = |text: &str| {
        text.replace(['[', ']', '|', '#', '^', '\\', '/', ':', '`', '<', '$'], "").replace("%%", "%")
    };
    prints(fit, &|text| format!("![[{text}.png]]"));
}

#[test]
fn an_address_stays_an_address() {
    let fit = |text: &str| text.replace(char::is_whitespace, "");
    for (strings, code) in codes(fit, &|text| {
        let address: String = text.split_whitespace().collect();
        format!("[lien](<https://a.example/{}>)", escaped(&address))
    }) {
        for (i, string) in strings.iter().enumerate() {
            let (from, to) = signs(i);
            let ascii = format!("{from}{string}{to}").bytes().fold(String::new(), |out, byte| {
                if byte.is_ascii_graphic() {
                    out + &char::from(byte).to_string()
                } else {
                    format!("{out}%{byte:02X}")
                }
            });
            let call = format!("lien({}, ", literal(&format!("https://a.example/{ascii}")));
            assert!(code.contains(&call), "{string:?}: {call} is not in the code");
        }
    }
}

#[test]
fn the_language_of_a_code_changes_nothing() {
    let fit = |text: &str| text.replace('`', "");
    for (strings, code) in codes(fit, &|text| format!("```{text}\n{}\n```", escaped(text))) {
        // A long word may break.
        let code = code.replace('\u{200B}', "");
        for (i, string) in strings.iter().enumerate() {
            let (from, to) = signs(i);
            let text = escaped(&format!("{from} {string} {to}"));
            // A long word may break.
            let code = code.replace('\u{200B}', "");
            assert!(code.contains(&format!("code-bloc({})", literal(&text))), "{string:?}");
        }
    }
}

#[test]
fn a_value_of_the_front_matter_stays_a_value() {
    for strings in strings() {
        let strings: Vec<String> = strings.iter().enumerate().map(|(i, text)| signs(i).0 + text).collect();
        let list = serde_json::to_string(&strings).expect("JSON is YAML too");
        let note = format!("---\ntitle: Essai\nauteurs: {list}\n---\n\nTexte.\n");
        let run = check(&Memory::new(&[("n.md", &note)]), "n.md");
        let checked = run.checked.unwrap_or_else(|| panic!("{}", run.short));
        let data: serde_json::Value =
            serde_json::from_str(&checked.project.texts["/data.json"]).expect("JSON");
        let found = data["auteurs"].as_array().expect("a list").iter().filter_map(|value| value.as_str());
        let found: Vec<String> = found.map(bare).collect();
        assert_eq!(found, strings.iter().map(|text| bare(text)).collect::<Vec<_>>());
    }
}
