//! `dossier list documents|codes`: the registries, as they are in the program.

use clap::ArgMatches;
use dossier::diagnostic::Code;
use dossier::locale::{Catalogue, Locale};

/// Prints a registry, an entry a line.
pub(super) fn list(matches: &ArgMatches, catalogue: &Catalogue) -> u8 {
    match matches.get_one::<String>("quoi").map(String::as_str) {
        Some("documents") => {
            let pages = Catalogue::pages(&Locale::FrFr);
            for code in dossier::documents() {
                println!("{code:<24} {}", pages.text(&format!("document-{code}"), None, &[]));
            }
        }
        _ => {
            for code in Code::ALL {
                let weight = catalogue.text(code.severity().name(), None, &[]);
                println!("{:<32} {weight}", code.name());
            }
        }
    }
    0
}
