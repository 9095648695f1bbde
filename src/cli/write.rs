//! Writes what a command made: a PDF, or the Typst project that makes it.
//!
//! In: what was made and where it goes. Out: files that are whole or not there, and what is said of each.

use dossier::diagnostic::{Code, Diagnostic, Diagnostics, Place};
use dossier::load::cause;
use dossier::{Pdf, TypstProject, publish};
use std::path::{Path, PathBuf};

/// What the command made and where it goes.
pub(super) enum Made {
    Pdf(PathBuf, Pdf),
    /// A folder, the name of the PDF, the project.
    Project(PathBuf, String, TypstProject),
}

impl Made {
    /// Writes it; nothing where that cannot be, which is reported.
    pub(super) fn write(&self, diags: &mut Diagnostics) -> Option<Done> {
        match self {
            Self::Pdf(path, pdf) => write_pdf(path, pdf, diags),
            Self::Project(folder, name, project) => write_project(folder, name, project, diags),
        }
    }
}

/// What is said of something written: a sentence of the catalogue and its words.
pub(super) type Done = (&'static str, Vec<(&'static str, String)>);

/// Refuses to put a file in the place of that of another edition: who has put one of them online would
/// publish the other.
pub(super) fn keep_edition(made: &Made, edition: &str, diags: &mut Diagnostics) {
    let Made::Pdf(path, _) = made else { return };
    if let Some(there) = publish::edition(path).filter(|there| there != edition) {
        let place = Place::File(path.display().to_string(), None);
        let diagnostic = Diagnostic::new(Code::OtherEdition, place).arg("chemin", path.display());
        diags.push(diagnostic.arg("edition", there));
    }
}

fn write_pdf(path: &Path, pdf: &Pdf, diags: &mut Diagnostics) -> Option<Done> {
    if !publish::may_replace(path) {
        let place = Place::File(path.display().to_string(), None);
        diags.push(Diagnostic::new(Code::NotOurs, place).arg("chemin", path.display()));
        return None;
    }
    if let Err(error) = publish::write(path, &pdf.bytes) {
        failed(path, &error, diags);
        return None;
    }
    let size = pdf.bytes.len().div_ceil(1000);
    let args = vec![("chemin", shown(path)), ("pages", pdf.pages.to_string()), ("ko", size.to_string())];
    Some(("ecrit", args))
}

/// Writes a project that the plain `typst` program compiles: sources, images, fonts, the command.
fn write_project(folder: &Path, name: &str, project: &TypstProject, diags: &mut Diagnostics) -> Option<Done> {
    let command = format!(
        "typst compile --root . --font-path fonts --ignore-system-fonts --features a11y-extras --pdf-standard a-2a,ua-1 main.typ \"{}.pdf\"\n",
        name.replace(['"', '$', '`', '\\'], "_")
    );
    if !publish::may_hold_project(folder) {
        let place = Place::File(folder.display().to_string(), None);
        diags
            .push(Diagnostic::new(Code::NotOurs, place).arg("chemin", folder.display()).help("aide-dossier"));
        return None;
    }
    for sub in ["images", "notes", "fonts"] {
        let kept = |name: &str| {
            let path = format!("/{sub}/{name}");
            let own = project.texts.contains_key(&path) || project.images.contains_key(&path);
            own || project.fonts.contains_key(&path) || dossier::fonts().iter().any(|font| font.name == name)
        };
        if let Err(error) = publish::remove_stale(&folder.join(sub), &kept) {
            failed(folder, &error, diags);
            return None;
        }
    }
    let texts = project.texts.iter().map(|(path, text)| (path.as_str(), text.as_bytes()));
    let images = project.images.iter().map(|(path, bytes)| (path.as_str(), &bytes[..]));
    let file = format!("/{}", publish::COMMAND);
    let command = [(file.as_str(), command.as_bytes())];
    let fonts = dossier::fonts().iter().map(|font| (format!("/fonts/{}", font.name), font.bytes));
    let fonts: Vec<(String, &[u8])> = fonts.collect();
    let fonts = fonts.iter().map(|(path, bytes)| (path.as_str(), *bytes));
    let own = project.fonts.iter().map(|(path, bytes)| (path.as_str(), bytes.as_ref()));
    for (path, bytes) in texts.chain(images).chain(command).chain(fonts).chain(own) {
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
    let diagnostic = Diagnostic::new(Code::WriteFailed, place).arg("chemin", path.display());
    diags.push(diagnostic.arg("cause", cause(error)));
}
