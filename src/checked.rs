//! A document that was checked: what the typesetter needs, and the way back to what its author wrote.
//!
//! In: a lowered document and its pictures, then what the typesetter says of it. Out: a [`Checked`],
//! then diagnostics at the note, the template or the font that is meant.

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};
use crate::documents::DocumentType;
use crate::lower::{Lowered, OffsetMap};
use crate::media::Pictures;
use crate::render::{self, Pack, TypstProject};
use crate::source::{Sources, Span};
use crate::typeset::Finding;
use std::collections::BTreeMap;
use std::sync::Arc;

/// A document, checked as far as possible without typesetting.
#[non_exhaustive]
pub struct Checked {
    /// What the typesetter needs.
    pub project: TypstProject,
    /// The way back from the fragments to the notes, by path of the fragment.
    maps: BTreeMap<String, OffsetMap>,
    /// Where a note shows each image, by its path in the project.
    images: BTreeMap<String, Span>,
    /// Where the manifest names the folder of the project's own fonts.
    pub(crate) polices: Option<Span>,
}

impl Checked {
    /// Puts the lowered document beside the main source of its type.
    pub(crate) fn new(
        kind: &DocumentType,
        lowered: Lowered,
        pictures: &Pictures,
        pack: &Pack,
        diags: &mut Diagnostics,
    ) -> Option<Self> {
        let mut project = match render::render(kind, pack) {
            Ok(project) => project,
            Err(cause) => {
                let code = if pack.is_empty() { Code::Internal } else { Code::TemplateInvalid };
                diags.push(Diagnostic::new(code, Place::Nowhere).arg("cause", cause).arg("extrait", ""));
                return None;
            }
        };
        let data = serde_json::to_string_pretty(&lowered.data).unwrap_or_default();
        project.texts.insert(render::DATA.to_owned(), data + "\n");
        project.texts.insert(render::LOOK.to_owned(), look(&lowered.data) + "\n");
        let mut maps = BTreeMap::new();
        for fragment in lowered.fragments {
            let path = render::fragment_path(fragment.slug);
            project.texts.insert(path.clone(), fragment.code);
            maps.insert(path, fragment.map);
        }
        let mut images = BTreeMap::new();
        for (name, shown) in lowered.images {
            let path = format!("/images/{name}");
            let picture = pictures.get(&shown.subject).or_else(|| lowered.diagrams.get(&shown.subject));
            let bytes = picture.map(|picture| Arc::clone(&picture.bytes));
            project.images.insert(path.clone(), bytes.unwrap_or_default());
            images.insert(path, shown.span);
        }
        Some(Self { project, maps, images, polices: None })
    }

    /// What the typesetter says, at the place that it is about.
    pub(crate) fn said(&self, finding: &Finding, pack: &Pack, sources: &Sources) -> Diagnostic {
        let place = finding.places.iter().find_map(|(path, offset)| self.trace(path, *offset));
        let own = finding.places.iter().find(|(path, _)| pack.contains_key(path.trim_start_matches('/')));
        match (place, own) {
            (None, Some((path, _))) => {
                let place = Place::File(path.trim_start_matches('/').to_owned(), None);
                Diagnostic::new(Code::TemplateInvalid, place).arg("cause", &finding.message)
            }
            // A template of the pack became a part of the main source: what fails there is not ours.
            (None, None) if finding.error && !pack.is_empty() && self.polices.is_none() => {
                Diagnostic::new(Code::TemplateInvalid, Place::Nowhere).arg("cause", &finding.message)
            }
            (place, _) => match self.polices.filter(|_| place.is_none() && finding.error) {
                Some(folder) => font_refused(&finding.message, folder, sources),
                None => traced(&finding.message, finding.error, place, sources),
            },
        }
    }

    /// The place in the notes of a place in the project: the text that made the code, the link that
    /// shows the image.
    fn trace(&self, path: &str, offset: usize) -> Option<Span> {
        let text = self.maps.get(path).and_then(|map| map.find(offset));
        text.or_else(|| self.images.get(path).copied())
    }
}

/// What no place in a note explains is the fault of a font of the project: only its export reads it whole.
fn font_refused(message: &str, folder: Span, sources: &Sources) -> Diagnostic {
    let diagnostic = Diagnostic::at(Code::FontRefused, folder).arg("genre", "composition");
    diagnostic.arg("chemin", sources.text(folder)).arg("cause", message)
}

/// What Typst says, at the note; what leads back to none is a mistake of our own code.
fn traced(message: &str, error: bool, place: Option<Span>, sources: &Sources) -> Diagnostic {
    let diagnostic = match place {
        Some(span) if error => Diagnostic::at(Code::TypesettingRefused, span),
        Some(span) => Diagnostic::at(Code::TypesettingDoubt, span),
        None if error => Diagnostic::new(Code::Internal, Place::Nowhere),
        None => Diagnostic::new(Code::TypesettingDoubt, Place::Nowhere),
    };
    let excerpt =
        place.map(|span| sources.text(span).chars().take(40).collect::<String>()).unwrap_or_default();
    diagnostic.arg("cause", message).arg("extrait", excerpt)
}

/// The values of a document that its theme reads by itself.
fn look(data: &serde_json::Value) -> String {
    let flag = |name: &str| data[name].as_bool().unwrap_or(false);
    let look = serde_json::json!({
        "theme": data["theme"],
        "relecture": flag("relecture"),
        "impression": flag("impression"),
        "page_abregee": data["libelles"]["page-abregee"],
    });
    look.to_string()
}
