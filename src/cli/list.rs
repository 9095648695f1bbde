//! `dossier list documents|codes`: the registries, as they are in the program.

use super::report::print;
use clap::ArgMatches;
use dossier::diagnostic::{Code, Severity};
use dossier::locale::{Catalogue, Lang, Locale};

/// Prints a registry, an entry a line.
pub(super) fn list(matches: &ArgMatches, catalogue: &Catalogue) -> u8 {
    let pages = Catalogue::pages(&Locale::FrFr);
    let page = |id: &str| pages.text(id, None, &[]);
    let lines: String = match matches.get_one::<String>("quoi").map(String::as_str) {
        Some("documents") => dossier::documents()
            .map(|code| format!("{code:<24} {}\n", page(&format!("document-{code}"))))
            .collect(),
        Some("sections") => {
            let width = dossier::sections().map(|(_, slug, _)| slug.len()).max().unwrap_or_default();
            let of = |code: &str| -> String {
                let own = dossier::sections().filter(|(document, ..)| *document == code);
                let title = |slug: &str, level: u8| {
                    format!("{}{}", "  ".repeat(usize::from(level).saturating_sub(1)), page(slug))
                };
                own.map(|(_, slug, level)| format!("  {slug:<width$}  {}\n", title(slug, level))).collect()
            };
            let head = |code: &str| format!("{code}  {}\n", page(&format!("document-{code}")));
            let documents: Vec<String> = dossier::documents().map(|code| head(code) + &of(code)).collect();
            documents.join("\n")
        }
        Some("regles") => dossier::regles().map(|regle| rule(&regle, &page, catalogue)).collect(),
        _ => {
            let weight = |code: &Code| catalogue.text(code.severity().name(), None, &[]);
            Code::ALL.iter().map(|code| format!("{:<32} {}\n", code.name(), weight(code))).collect()
        }
    };
    print(&lines);
    0
}

/// A rule: its number, what breaking it weighs, its statement, then where and when that is not so.
fn rule(regle: &dossier::RegleConnue, page: &dyn Fn(&str) -> String, catalogue: &Catalogue) -> String {
    let weight = severity(regle.id).map_or(String::new(), |weight| catalogue.text(weight, None, &[]));
    let word = |id: &str| catalogue.text(id, None, &[]);
    let notes = [
        regle.completude.then(|| word("regle-completude")),
        regle.juridiction.map(|law| word(&format!("regle-juridiction-{law}"))),
        regle.export.then(|| word("regle-export")),
    ];
    let notes: Vec<String> = notes.into_iter().flatten().collect();
    let notes = if notes.is_empty() { String::new() } else { format!(" ({})", notes.join(", ")) };
    format!("{}  {weight:<14} {}{notes}\n", regle.id, page(&format!("regle-{}", regle.id)))
}

/// The heaviest of the codes whose text names the rule.
fn severity(id: &str) -> Option<&'static str> {
    let messages = Catalogue::messages(Lang::Fr);
    let names = |code: &&Code| {
        // Four rules are the reason of a code that says more than the rule.
        let other = [("R02", Code::KeyUnknown), ("R05", Code::LinkNotFound), ("R06", Code::HeadingSkipped)];
        let other = other.contains(&(id, **code)) || (id, **code) == ("R79", Code::GlyphMissing);
        other || messages.text(code.name(), None, &[]).contains(&format!("({id})"))
    };
    Code::ALL.iter().filter(names).map(|code| code.severity()).max().map(Severity::name)
}
