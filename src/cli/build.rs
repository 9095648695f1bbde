//! `dossier build` and `dossier check`, of a note or of a vault.

use super::exit_code;
use super::note::find;
use super::report::{Format, Report};
use super::write::{Done, Made, keep_edition};
use clap::ArgMatches;
use dossier::diagnostic::{Code, Diagnostic, Diagnostics, Place};
use dossier::load::cause;
use dossier::locale::Catalogue;
use dossier::source::Sources;
use dossier::{Census, CheckedDocument, Pack, Wish, publish};
use std::path::{Path, PathBuf};

/// Compiles a note, or the documents of a vault, and writes their PDFs, or the Typst projects that
/// make them.
pub(super) fn build(matches: &ArgMatches, catalogue: &Catalogue) -> u8 {
    let report = Report::new(catalogue, format(matches));
    let mut run = Run::new(matches);
    let made = run.made(matches.get_one::<String>("emit").is_some_and(|emit| emit == "typst"));
    run.harden();
    let made = if run.diags.has_errors() { Vec::new() } else { made };
    let done: Vec<Done> = made.iter().filter_map(|made| made.write(&mut run.diags)).collect();
    report.diagnostics(&run.diags, &run.sources);
    if done.is_empty() {
        report.summary(&run.diags, true);
    }
    done.iter().for_each(|(id, args)| report.done(id, args));
    exit_code(&run.diags)
}

/// Gives the diagnostics of a note or of a vault, those of the typesetter included, and writes nothing.
pub(super) fn check(matches: &ArgMatches, catalogue: &Catalogue) -> u8 {
    let report = Report::new(catalogue, format(matches));
    let mut run = Run::new(matches);
    run.made(false);
    let census = run.census();
    run.harden();
    report.diagnostics(&run.diags, &run.sources);
    report.summary(&run.diags, false);
    if let Some(census) = census {
        report.census(&census, &run.diags);
    }
    exit_code(&run.diags)
}

fn format(matches: &ArgMatches) -> Format {
    Format::new(matches.get_one::<String>("format").map_or("human", String::as_str))
}

/// One run of a command over a note or a vault.
struct Run<'a> {
    path: PathBuf,
    vault: Option<&'a PathBuf>,
    out: Option<PathBuf>,
    wish: Wish,
    modeles: Option<&'a PathBuf>,
    strict: bool,
    sources: Sources,
    diags: Diagnostics,
}

impl<'a> Run<'a> {
    fn new(matches: &'a ArgMatches) -> Self {
        let mut wish = Wish::default();
        wish.only = matches.get_many::<String>("only").into_iter().flatten().cloned().collect();
        wish.edition = matches.get_one("edition").cloned();
        wish.comments = matches.try_get_one("commentaires").ok().flatten().copied().unwrap_or(false);
        Self {
            path: matches.get_one("note").cloned().unwrap_or_else(|| PathBuf::from(".")),
            vault: matches.get_one("vault"),
            out: matches.try_get_one("out").ok().flatten().cloned(),
            wish,
            modeles: matches.get_one("modeles"),
            strict: matches.get_flag("strict"),
            sources: Sources::default(),
            diags: Diagnostics::default(),
        }
    }

    /// All that the command makes, in memory; `emit` leaves out the typesetting.
    fn made(&mut self, emit: bool) -> Vec<Made> {
        let Some(pack) = self.pack() else { return Vec::new() };
        let made = if self.path.is_dir() {
            self.project(emit, &pack)
        } else {
            self.note(emit, &pack).map(|made| vec![made])
        };
        made.unwrap_or_default()
    }

    /// The template pack of `--modeles`: its templates and themes, by their path in the folder.
    fn pack(&mut self) -> Option<Pack> {
        let mut pack = Pack::new();
        let Some(folder) = self.modeles else { return Some(pack) };
        for sub in ["documents", "base", "theme"] {
            let Ok(entries) = std::fs::read_dir(folder.join(sub)) else { continue };
            for path in entries.filter_map(Result::ok).map(|entry| entry.path()).filter(|path| path.is_file())
            {
                let Some(name) = path.file_name().and_then(|name| name.to_str()) else { continue };
                match std::fs::read_to_string(&path) {
                    Ok(text) => drop(pack.insert(format!("{sub}/{name}"), text)),
                    Err(error) => {
                        let place = Place::File(path.display().to_string(), None);
                        let diagnostic =
                            Diagnostic::new(Code::ReadFailed, place).arg("chemin", path.display());
                        self.diags.push(diagnostic.arg("cause", cause(&error)));
                        return None;
                    }
                }
            }
        }
        if pack.is_empty() {
            let diagnostic = Diagnostic::new(Code::TemplateInvalid, Place::Nowhere);
            self.diags.push(diagnostic.arg("cause", folder.display()).help("aide-vide"));
            return None;
        }
        Some(pack)
    }

    fn note(&mut self, emit: bool, pack: &Pack) -> Option<Made> {
        let named = find(&self.path, self.vault, &mut self.diags)?;
        let checked = dossier::check_note(
            &named.disk,
            &named.path,
            &self.wish,
            pack,
            &mut self.sources,
            &mut self.diags,
        )?;
        let name = publish::safe_name(named.path.stem()) + self.suffix();
        if emit {
            let kind = dossier::documents().next_back().unwrap_or_default();
            let folder = match &self.out {
                Some(out) => out.clone(),
                None => self.folder(&named.root, "typst")?.join(kind),
            };
            return Some(Made::Project(folder, name, checked.project));
        }
        let pdf = dossier::typeset(&checked, pack, &self.sources, &mut self.diags)?;
        let folder = self.out.clone().unwrap_or(named.folder);
        Some(Made::Pdf(folder.join(name + ".pdf"), pdf))
    }

    /// The documents of the vault at `path`, under `sortie/<edition>/` of the vault or in `--out`.
    fn project(&mut self, emit: bool, pack: &Pack) -> Option<Vec<Made>> {
        let root = self.path.canonicalize().ok()?;
        let disk = super::note::open(&root, &mut self.diags)?;
        let documents = dossier::check_project(&disk, &self.wish, pack, &mut self.sources, &mut self.diags)?;
        self.report_not_asked(&documents);
        let edition = self.wish.edition.clone().or_else(|| dossier::editions().next().map(str::to_owned));
        let edition = edition.unwrap_or_default();
        // The sources of the internal edition stand at the top, those of another one in a folder of theirs.
        let below = match dossier::editions().next() {
            Some(first) if emit && edition == first => "typst".to_owned(),
            _ if emit => format!("typst/{edition}"),
            _ => edition.clone(),
        };
        let folder = self.folder(&root, &below)?;
        if emit {
            let made = |document: CheckedDocument| {
                Made::Project(folder.join(document.code), document.name, document.checked.project)
            };
            return Some(documents.into_iter().map(made).collect());
        }
        let pdfs = dossier::typeset_project(&documents, pack, &self.sources, &mut self.diags);
        let made = documents.iter().zip(pdfs).filter_map(|(document, pdf)| {
            let name = format!("{}{}.pdf", document.name, self.suffix());
            Some(Made::Pdf(folder.join(name), pdf?))
        });
        let made: Vec<Made> = made.collect();
        made.iter().for_each(|made| keep_edition(made, &edition, &mut self.diags));
        Some(made)
    }

    /// The folder of the output: that of `--out`, else one below `sortie/` of the vault, to which no link
    /// of the vault may lead.
    fn folder(&mut self, root: &Path, below: &str) -> Option<PathBuf> {
        if let Some(out) = &self.out {
            return Some(out.clone());
        }
        let sortie = root.join("sortie");
        let folder = sortie.join(below);
        let link = [&sortie, &folder].into_iter().find(|path| path.is_symlink()).cloned();
        let Some(link) = link else { return Some(folder) };
        let place = Place::File(link.display().to_string(), None);
        self.diags.push(Diagnostic::new(Code::OutputLinked, place).arg("chemin", link.display()));
        None
    }

    /// Says which documents the command names and the manifest does not, or that there is none at all.
    fn report_not_asked(&mut self, documents: &[CheckedDocument]) {
        let made = |code: &str| documents.iter().any(|document| document.code == code);
        let not_asked = || Diagnostic::new(Code::DocumentNotAsked, Place::Nowhere);
        for code in self.wish.only.iter().filter(|code| !made(code)) {
            self.diags.push(not_asked().arg("genre", "only").arg("code", code));
        }
        if documents.is_empty() && self.wish.only.is_empty() {
            self.diags.push(not_asked().arg("genre", "rien"));
        }
    }

    /// What the vault holds besides its documents, where the path is a vault.
    fn census(&mut self) -> Option<Census> {
        let root = self.path.canonicalize().ok().filter(|root| root.is_dir())?;
        let disk = super::note::open(&root, &mut self.diags)?;
        dossier::census(&disk, &mut self.sources, &mut self.diags)
    }

    /// What tells the file of a proof from that of the document.
    fn suffix(&self) -> &'static str {
        if self.wish.comments { "-relecture" } else { "" }
    }

    fn harden(&mut self) {
        if self.strict {
            self.diags.harden();
        }
    }
}
