//! Prints what was found and what was written.

use dossier::Census;
use dossier::diagnostic::{Diagnostics, Severity, human, json, short};
use dossier::locale::Catalogue;
use dossier::source::Sources;
use std::io::{IsTerminal, Write};

/// The form of diagnostics.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    Human,
    Short,
    Json,
}

impl Format {
    pub(super) fn new(name: &str) -> Self {
        match name {
            "short" => Self::Short,
            "json" => Self::Json,
            _ => Self::Human,
        }
    }
}

/// Where messages go: those of people to standard error, those of programs to standard output.
pub(super) struct Report<'a> {
    catalogue: &'a Catalogue,
    format: Format,
}

impl<'a> Report<'a> {
    pub(super) fn new(catalogue: &'a Catalogue, format: Format) -> Self {
        Self { catalogue, format }
    }

    /// Prints all diagnostics.
    pub(super) fn diagnostics(&self, diags: &Diagnostics, sources: &Sources) {
        match self.format {
            Format::Human => {
                let colour = std::io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none();
                error(&human(diags, sources, self.catalogue, colour));
            }
            Format::Short => print(&short(diags, sources, self.catalogue)),
            Format::Json => print(&json(diags, sources, self.catalogue)),
        }
    }

    /// Prints how many errors and warnings there are; `nothing` says that nothing was written for them.
    pub(super) fn summary(&self, diags: &Diagnostics, nothing: bool) {
        if self.format != Format::Human {
            return;
        }
        let count = |severity| diags.count(severity).to_string();
        let args = [("erreurs", count(Severity::Error)), ("avertissements", count(Severity::Warning))];
        let mut line = self.catalogue.text("bilan", None, &args);
        if nothing {
            line = self.catalogue.text("bilan-rien", None, &[("bilan", line)]);
        }
        error(&(line + "\n"));
    }

    /// Prints the counts of a vault: a line for people, an object with the names for programs.
    pub(super) fn census(&self, census: &Census, diags: &Diagnostics) {
        let args = [
            ("notes", census.notes),
            ("orphelines", census.orphans.len()),
            ("liens", census.dead_links),
            ("images", census.unused_images.len()),
            ("noms", census.ambiguous_names),
        ];
        let args = args.map(|(name, number)| (name, number.to_string()));
        match self.format {
            Format::Human => error(&(self.catalogue.text("bilan-coffre", None, &args) + "\n")),
            Format::Short => {}
            Format::Json => print(&census.json(diags)),
        }
    }

    /// Prints a sentence of the catalogue about what was done.
    pub(super) fn done(&self, id: &str, args: &[(&'static str, String)]) {
        let line = self.catalogue.text(id, None, args) + "\n";
        // Standard output belongs to the diagnostics where a program reads them.
        if self.format == Format::Human { print(&line) } else { error(&line) }
    }
}

/// Writes to standard output; a reader that went away is no fault.
pub(super) fn print(text: &str) {
    let _ = std::io::stdout().write_all(text.as_bytes());
}

fn error(text: &str) {
    let _ = std::io::stderr().write_all(text.as_bytes());
}
