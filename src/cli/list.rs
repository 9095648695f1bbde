//! `dossier list documents|codes`: the registries, as they are in the program.

use clap::ArgMatches;
use dossier::diagnostic::Code;
use dossier::locale::{Catalogue, Locale};

/// Prints a registry, an entry a line.
pub(super) fn list(matches: &ArgMatches, catalogue: &Catalogue) -> u8 {
    let pages = Catalogue::pages(&Locale::FrFr);
    let page = |id: &str| pages.text(id, None, &[]);
    match matches.get_one::<String>("quoi").map(String::as_str) {
        Some("documents") => {
            dossier::documents()
                .for_each(|code| println!("{code:<24} {}", page(&format!("document-{code}"))));
        }
        Some("sections") => {
            for (document, slug) in dossier::sections() {
                println!("{document:<16} {slug:<28} {}", page(slug));
            }
        }
        Some("regles") => dossier::regles().for_each(|id| println!("{id}  {}", page(&format!("regle-{id}")))),
        _ => {
            for code in Code::ALL {
                let weight = catalogue.text(code.severity().name(), None, &[]);
                println!("{:<32} {weight}", code.name());
            }
        }
    }
    0
}
