//! `dossier build NOTE` and `dossier check NOTE`.

use super::exit_code;
use super::note::{Named, find};
use super::report::{Format, Report};
use clap::ArgMatches;
use dossier::diagnostic::{Code, Diagnostic, Diagnostics, Place};
use dossier::locale::Catalogue;
use dossier::source::Sources;
use dossier::{Checked, Pdf, TypstProject, publish};
use std::path::{Path, PathBuf};

/// Compiles a note and writes its PDF, or the Typst project that makes it.
pub(super) fn build(matches: &ArgMatches, catalogue: &Catalogue) -> u8 {
    let report = Report::new(catalogue, format(matches));
    let mut run = Run::new(matches);
    let made = run.check().and_then(|(named, checked)| {
        if matches.get_one::<String>("emit").is_some_and(|emit| emit == "typst") {
            let kind = dossier::documents().next().unwrap_or_default();
            let folder =
                run.out.clone().unwrap_or_else(|| named.root.join("sortie").join("typst").join(kind));
            return Some(Made::Project(folder, checked.project, named));
        }
        let pdf = dossier::typeset(&checked, &run.sources, &mut run.diags)?;
        let folder = run.out.clone().unwrap_or_else(|| named.folder.clone());
        Some(Made::Pdf(folder.join(publish::safe_name(named.path.stem()) + ".pdf"), pdf))
    });
    run.harden();
    let made = made.filter(|_| !run.diags.has_errors());
    let done = match made {
        Some(Made::Pdf(path, pdf)) => write_pdf(&path, &pdf, &mut run.diags),
        Some(Made::Project(folder, project, named)) => {
            write_project(&folder, &project, &named, &mut run.diags)
        }
        None => None,
    };
    report.diagnostics(&run.diags, &run.sources);
    match done {
        Some((id, args)) => report.done(id, &args),
        None => report.summary(&run.diags, true),
    }
    exit_code(&run.diags)
}

/// Gives the diagnostics of a note, those of the typesetter included, and writes nothing.
pub(super) fn check(matches: &ArgMatches, catalogue: &Catalogue) -> u8 {
    let report = Report::new(catalogue, format(matches));
    let mut run = Run::new(matches);
    if let Some((_, checked)) = run.check() {
        dossier::typeset(&checked, &run.sources, &mut run.diags);
    }
    run.harden();
    report.diagnostics(&run.diags, &run.sources);
    report.summary(&run.diags, false);
    exit_code(&run.diags)
}

fn format(matches: &ArgMatches) -> Format {
    Format::new(matches.get_one::<String>("format").map_or("human", String::as_str))
}

/// What the command made and where it goes.
enum Made {
    Pdf(PathBuf, Pdf),
    Project(PathBuf, TypstProject, Named),
}

/// One run of a command over one note.
struct Run<'a> {
    note: Option<&'a PathBuf>,
    vault: Option<&'a PathBuf>,
    out: Option<PathBuf>,
    strict: bool,
    sources: Sources,
    diags: Diagnostics,
}

impl<'a> Run<'a> {
    fn new(matches: &'a ArgMatches) -> Self {
        Self {
            note: matches.get_one("note"),
            vault: matches.get_one("vault"),
            out: matches.try_get_one("out").ok().flatten().cloned(),
            strict: matches.get_flag("strict"),
            sources: Sources::default(),
            diags: Diagnostics::default(),
        }
    }

    fn check(&mut self) -> Option<(Named, Checked)> {
        let named = find(self.note?, self.vault, &mut self.diags)?;
        let checked = dossier::check(&named.disk, &named.path, &mut self.sources, &mut self.diags)?;
        Some((named, checked))
    }

    fn harden(&mut self) {
        if self.strict {
            self.diags.harden();
        }
    }
}

/// What is said of something written: a sentence of the catalogue and its words.
type Done = Option<(&'static str, Vec<(&'static str, String)>)>;

fn write_pdf(path: &Path, pdf: &Pdf, diags: &mut Diagnostics) -> Done {
    if let Err(error) = publish::write(path, &pdf.bytes) {
        failed(path, &error, diags);
        return None;
    }
    let size = pdf.bytes.len().div_ceil(1000);
    let args = vec![("chemin", shown(path)), ("pages", pdf.pages.to_string()), ("ko", size.to_string())];
    Some(("ecrit", args))
}

/// Writes a project that the plain `typst` program compiles: sources, images, fonts, the command.
fn write_project(folder: &Path, project: &TypstProject, named: &Named, diags: &mut Diagnostics) -> Done {
    let name = publish::safe_name(named.path.stem());
    let command = format!(
        "typst compile --root . --font-path fonts --ignore-system-fonts --features a11y-extras --pdf-standard a-2a,ua-1 main.typ \"{}.pdf\"\n",
        name.replace(['"', '$', '`', '\\'], "_")
    );
    let texts = project.texts.iter().map(|(path, text)| (path.as_str(), text.as_bytes()));
    let images = project.images.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice()));
    let command = [("/COMMANDE.txt", command.as_bytes())];
    let fonts = dossier::fonts().iter().map(|font| (format!("/fonts/{}", font.name), font.bytes));
    let fonts: Vec<(String, &[u8])> = fonts.collect();
    let fonts = fonts.iter().map(|(path, bytes)| (path.as_str(), *bytes));
    for (path, bytes) in texts.chain(images).chain(command).chain(fonts) {
        let path = folder.join(path.trim_start_matches('/'));
        if let Err(error) = publish::write(&path, bytes) {
            failed(&path, &error, diags);
            return None;
        }
    }
    Some(("emis", vec![("chemin", shown(folder))]))
}

/// A path as the user would type it: from the current folder where it is below.
fn shown(path: &Path) -> String {
    let here = std::env::current_dir().and_then(|here| here.canonicalize());
    let below = here.ok().and_then(|here| path.strip_prefix(here).ok().map(Path::to_path_buf));
    below.unwrap_or_else(|| path.to_path_buf()).display().to_string()
}

fn failed(path: &Path, error: &std::io::Error, diags: &mut Diagnostics) {
    let place = Place::File(path.display().to_string(), None);
    diags.push(Diagnostic::new(Code::WriteFailed, place).arg("chemin", path.display()).arg("cause", error));
}
