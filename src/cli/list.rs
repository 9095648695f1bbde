//! `dossier list documents|codes`: the registries, as they are in the program.

use super::report::print;
use clap::ArgMatches;
use dossier::diagnostic::Code;
use dossier::locale::{Catalogue, Locale};

/// Prints a registry, an entry a line.
pub(super) fn list(matches: &ArgMatches, catalogue: &Catalogue) -> u8 {
    let pages = Catalogue::pages(&Locale::FrFr);
    let page = |id: &str| pages.text(id, None, &[]);
    let lines: String = match matches.get_one::<String>("quoi").map(String::as_str) {
        Some("documents") => dossier::documents()
            .map(|code| format!("{code:<24} {}\n", page(&format!("document-{code}"))))
            .collect(),
        Some("sections") => {
            let line = |(document, slug)| format!("{document:<16} {slug:<28} {}\n", page(slug));
            dossier::sections().map(line).collect()
        }
        Some("regles") => {
            dossier::regles().map(|id| format!("{id}  {}\n", page(&format!("regle-{id}")))).collect()
        }
        _ => {
            let weight = |code: &Code| catalogue.text(code.severity().name(), None, &[]);
            Code::ALL.iter().map(|code| format!("{:<32} {}\n", code.name(), weight(code))).collect()
        }
    };
    print(&lines);
    0
}
