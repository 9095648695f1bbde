//! The notes that name a document and stand where no document looks for them.
//!
//! In: the files of a vault, the folder of its notes. Out: a warning at each such note.

use super::claimed;
use super::donnees::below;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::documents::{self, Assemble};
use crate::load::{self, Files, Listing};
use crate::parse::metadata::metadata;
use crate::parse::note::{front_matter, split};
use crate::parse::yaml::{self, Value};
use crate::source::{Sources, Span, VaultPath, fold};

/// Reports the notes that name an official document and do not stand in the folder of notes: no document
/// has them. Those of Obsidian's folder of templates are no notes yet.
pub(super) fn elsewhere(
    files: &dyn Files,
    listing: &Listing,
    folder: &str,
    sources: &mut Sources,
    diags: &mut Diagnostics,
) {
    let templates = templates(files);
    let inside = |path: &VaultPath, folder: &str| path.as_str().starts_with(folder);
    for path in below(listing, "", &["md"]) {
        if inside(path, folder) || templates.as_deref().is_some_and(|folder| inside(path, folder)) {
            continue;
        }
        let text = files.read(path, load::NOTE_BYTES).unwrap_or_default();
        let text = String::from_utf8_lossy(&text);
        let Some(kind) = claimed(&text).and_then(|code| documents::find(&fold(code))) else { continue };
        if !matches!(kind.assemble, Assemble::Project(_)) {
            continue;
        }
        let mut unheard = Diagnostics::default();
        let Some(id) = load::text(files, path, sources, &mut unheard) else { continue };
        let range = split(&sources.get(id).text).front_matter.unwrap_or(0..3);
        let head = front_matter(&sources.get(id).text, id, range, &mut unheard).ok().flatten();
        let named = metadata(head.as_ref(), &mut unheard).document;
        let span = named.map_or(Span::new(id, 0..3), |named| named.span);
        let diagnostic = Diagnostic::at(Code::NoteElsewhere, span).arg("code", kind.code);
        diags.push(diagnostic.arg("dossier", folder));
    }
}

/// The folder of Obsidian's templates, where its settings name one, with a slash at its end.
fn templates(files: &dyn Files) -> Option<String> {
    let (mut sources, mut unheard) = (Sources::default(), Diagnostics::default());
    let id = load::text(files, &VaultPath::new(".obsidian/templates.json")?, &mut sources, &mut unheard)?;
    // What is JSON is YAML.
    let settings = crate::parse::data(&sources, id, yaml::Limits::default(), &mut unheard)?;
    let Value::Mapping(entries) = settings.value else { return None };
    let folder = entries.into_iter().find(|entry| entry.key == "folder")?;
    let Value::Scalar { text, .. } = folder.value.value else { return None };
    Some(format!("{}/", VaultPath::new(text.trim_matches('/'))?))
}
