//! Code in every free text of the data: what a page printed before, it prints as itself.

use crate::compile::{Memory, check_project, compile_project, fixtures};
use crate::injection::{assert_only_calls, squeezed};
use crate::pdf::{Pdf, assert_conforming};
use serde_json::{Map, Value};

/// What stands for a text: the marks of every language involved, a mark that turns the line, a letter
/// that no font has, and a number of its own.
fn attack(number: usize) -> String {
    format!(
        "#import \"x\": * {{{{ x }}}} $x$ <b> [[note]] *a* _b_ `c` \u{202E}\u{4E2D}\\u{{41}} \\\" ' @l #{{2}} //z Q{number}q"
    )
}

/// The same as a page prints it: without what turns lines and what has no shape.
fn printed(text: &str) -> String {
    squeezed(&text.replace(['\u{202E}', '\u{4E2D}', '□', '\u{200B}'], ""))
}

/// Keys whose values are no free text: words of closed lists, ids, codes, paths, dates.
const KEPT: [&str; 14] = [
    "id",
    "langue",
    "juridiction",
    "version",
    "uai",
    "siret",
    "neq",
    "accent",
    "logo",
    "nommage",
    "sigle",
    "regle",
    "url_portail",
    "type",
];

/// Whether a value may be any text: it has a space, an accent or a capital.
fn is_free(key: &str, text: &str) -> bool {
    let date = text.len() == 10 && text.bytes().all(|b| b.is_ascii_digit() || b == b'-');
    let word = text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b"-_.,".contains(&b));
    let phase = text.bytes().all(|b| b"IVX".contains(&b));
    !KEPT.contains(&key) && !date && !word && !phase
}

/// A text of no language's marks, with the same number.
fn plain(number: usize) -> String {
    format!("Texte {number} simple")
}

/// The texts that were replaced, each by that of its number.
type Replaced = Vec<String>;
type Write = fn(usize) -> String;

fn replace(key: &str, value: &mut Value, replaced: &mut Replaced, write: Write) {
    match value {
        Value::String(text) if is_free(key, text) => {
            // The same text stands for the same thing: a commune of two schools.
            let known = replaced.iter().position(|before| before == text);
            let number = known.unwrap_or_else(|| {
                replaced.push(text.clone());
                replaced.len() - 1
            });
            *text = write(number);
        }
        Value::Array(items) => items.iter_mut().for_each(|item| replace(key, item, replaced, write)),
        Value::Object(entries) => {
            entries.iter_mut().for_each(|(key, value)| replace(key, value, replaced, write))
        }
        _ => {}
    }
}

/// A value as its key and the cells of a table of a spreadsheet: `infra.postes` for a key in a key.
fn cells(key: &str, value: &Value, row: &mut Map<String, Value>) {
    match value {
        Value::Object(entries) => {
            for (name, value) in entries {
                cells(&if key.is_empty() { name.clone() } else { format!("{key}.{name}") }, value, row);
            }
        }
        // Lists have no cell.
        Value::Array(_) => {}
        Value::String(text) => drop(row.insert(key.to_owned(), text.clone().into())),
        other => drop(row.insert(key.to_owned(), other.to_string().into())),
    }
}

/// The schools of a tree as the text of a CSV file.
fn csv(tree: &Value) -> String {
    let schools = tree["etablissements"].as_array().expect("schools").iter();
    let rows: Vec<Map<String, Value>> = schools
        .map(|school| {
            let mut row = Map::new();
            cells("", school, &mut row);
            row
        })
        .collect();
    let mut heads: Vec<&String> = rows.iter().flat_map(Map::keys).collect();
    heads.sort();
    heads.dedup();
    let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
    let line = |row: &Map<String, Value>| {
        let cell = |head: &&String| quoted(row.get(*head).and_then(Value::as_str).unwrap_or_default());
        heads.iter().map(cell).collect::<Vec<_>>().join(";")
    };
    let head = heads.iter().map(|head| head.as_str()).collect::<Vec<_>>().join(";");
    std::iter::once(head).chain(rows.iter().map(line)).collect::<Vec<_>>().join("\n") + "\n"
}

/// A vault of the fixtures whose every free text is written anew, with file names that would be code.
fn rewritten(folder: &str, as_csv: bool, write: Write) -> (Memory, Replaced) {
    let vault = Memory::folder(&fixtures(folder));
    let (mut hostile, mut replaced) = (Memory::default(), Replaced::new());
    for path in vault.paths() {
        let Some(text) = path.ends_with(".yaml").then(|| vault.text(&path)) else {
            let name = "#import \"x\" $x$ {{ x }} *a* [b] ";
            let hostile_path = path.replace("notes/", &format!("notes/{name}"));
            hostile = hostile.with(&hostile_path, vault.bytes(&path));
            continue;
        };
        let mut tree: Value = serde_yaml::from_str(&text).expect("YAML");
        replace("", &mut tree, &mut replaced, write);
        let schools = as_csv && path == "donnees/etablissements.yaml";
        let (path, text) = match path.as_str() {
            "dossier.yaml" => (path, tree.to_string()),
            _ if schools => ("donnees/etablissements.csv".to_owned(), csv(&tree)),
            // JSON is YAML.
            _ => (path.replace("donnees/", "donnees/{{ x }} #eval(\"1\") $x$ <b> "), tree.to_string()),
        };
        hostile = hostile.with(&path, text.into_bytes());
    }
    (hostile, replaced)
}

fn prints_as_itself(folder: &str, as_csv: bool) {
    let ((simple, replaced), (hostile, _)) =
        (rewritten(folder, as_csv, plain), rewritten(folder, as_csv, attack));
    let (before, after) = (compile_project(&simple), compile_project(&hostile));
    assert!(!after.documents.is_empty(), "{folder}:\n{}", after.short);
    for ((code, _, before), (_, _, after)) in before.documents.iter().zip(&after.documents) {
        assert_conforming(after, code);
        let (before, after) = (Pdf::new(before), Pdf::new(after));
        let info = |pdf: &Pdf, key| printed(&pdf.info(key).unwrap_or_default());
        let text = |pdf: &Pdf| printed(&(pdf.logical_text() + &pdf.text()));
        // The register cuts a long message.
        let body = printed(&before.logical_text());
        let body = body.rsplit_once("Registredescontrôles").map_or(body.as_str(), |(body, _)| body);
        let mut found = 0;
        for (place, was, is) in [
            ("the page", body.to_owned(), text(&after)),
            ("the title", info(&before, "Title"), info(&after, "Title")),
            ("the authors", info(&before, "Author"), info(&after, "Author")),
        ] {
            for (number, original) in replaced.iter().enumerate() {
                if was.contains(&printed(&plain(number))) {
                    found += 1;
                    let attack = printed(&attack(number));
                    assert!(is.contains(&attack), "{code}: « {original} » on {place} lost {attack} in\n{is}");
                }
            }
        }
        assert!(found > 50, "{code}: {found} texts are printed");
    }
    let (before, after) = (check_project(&simple), check_project(&hostile));
    for (before, after) in before.documents.iter().zip(&after.documents) {
        let (before, after) = (&before.checked.project, &after.checked.project);
        assert_eq!(before.texts["/main.typ"], after.texts["/main.typ"], "no text reaches the main source");
        for (path, code) in after.texts.iter().filter(|(path, _)| path.starts_with("/notes/")) {
            assert_only_calls(code, path);
        }
    }
}

#[test]
fn code_in_every_field_prints_as_itself() {
    prints_as_itself("lisiere", false);
}

#[test]
fn code_in_every_cell_prints_as_itself() {
    prints_as_itself("quebec", true);
}
