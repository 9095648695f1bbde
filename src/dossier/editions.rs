//! Which notes each document prints, and in which edition.
//!
//! In: the notes of the project, what their front matter says, an edition. Out: those of a document in the
//! order of its sections; what an edition leaves out is in none.

use super::{LoadedNote, wanted};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::documents::{self, BoundNote, DocumentType};
use crate::parse::metadata::{Metadata, metadata};
use crate::projet::Projet;
use crate::projet::decode::nearest;
use crate::projet::edition::Edition;
use crate::source::{SourceId, VaultPath, fold};
use crate::vault::Links;
use std::collections::BTreeMap;

/// Whether one of those documents is made of the note.
pub(crate) fn serves(loaded: &LoadedNote, kinds: &[&DocumentType]) -> bool {
    let named = loaded.metadata.document.as_ref();
    named.is_some_and(|named| kinds.iter().any(|kind| kind.code == fold(&named.text)))
}

/// The notes of a document, by section, then `ordre`, then path; a note that names the document and
/// no section of it is reported (R04). A note whose `publics` name editions is left out of the others, one
/// of a section that an edition leaves out too.
pub(crate) fn bound<'a>(
    notes: &'a [LoadedNote],
    kind: &DocumentType,
    projet: &Projet,
    edition: Edition,
    diags: &mut Diagnostics,
) -> Vec<BoundNote<'a>> {
    let mut bound = Vec::new();
    for loaded in notes {
        let metadata = &loaded.metadata;
        let Some(document) = metadata.document.as_ref().filter(|document| fold(&document.text) == kind.code)
        else {
            continue;
        };
        if !is_for(metadata, edition) {
            continue;
        }
        let named = metadata.section.as_ref();
        let slug =
            named.and_then(|named| kind.sections.iter().find(|section| section.slug == fold(&named.text)));
        match slug {
            Some(section) if section.reserve.is_some_and(|masque| projet.masks(edition, masque)) => {}
            Some(section) => bound.push((loaded, section.slug)),
            None => {
                let span = named.map_or(document.span, |named| named.span);
                let near = named
                    .and_then(|named| nearest(&named.text, kind.sections.iter().map(|section| section.slug)));
                let diagnostic = Diagnostic::at(Code::NoteUnattached, span);
                diags.push(match near {
                    Some(near) => diagnostic.arg("proche", near).help("aide-proche"),
                    None => diagnostic,
                });
            }
        }
    }
    let rank = |slug: &str| kind.sections.iter().position(|section| section.slug == slug);
    // The notes come in the order of their paths, which a stable sort keeps.
    bound.sort_by_key(|(loaded, slug)| (rank(slug), loaded.metadata.ordre.unwrap_or(i64::MAX)));
    bound
        .into_iter()
        .map(|(loaded, section)| BoundNote { note: &loaded.note, metadata: &loaded.metadata, section })
        .collect()
}

/// Reports the words of `publics` that are no edition: by a slip of the hand, a note kept for one edition
/// would be read in all of them.
pub(super) fn check(metadata: &Metadata, diags: &mut Diagnostics) {
    for named in metadata.publics.iter().filter(|named| Edition::find(&fold(&named.text)).is_none()) {
        let diagnostic = Diagnostic::at(Code::EditionUnknown, named.span).arg("mot", &named.text);
        diags.push(match nearest(&named.text, Edition::ALL.into_iter().map(Edition::mot)) {
            Some(near) => diagnostic.arg("proche", near).help("aide-proche"),
            None => diagnostic,
        });
    }
}

/// Whether a note may be read in an edition: one whose `publics` name editions, in those alone.
fn is_for(metadata: &Metadata, edition: Edition) -> bool {
    let mut editions = metadata.publics.iter().filter_map(|named| Edition::find(&fold(&named.text)));
    editions.clone().next().is_none() || editions.any(|named| named == edition)
}

/// Whether a note belongs to a section that an edition leaves out.
fn is_reserved(metadata: &Metadata, projet: &Projet, edition: Edition) -> bool {
    let (Some(document), Some(named)) = (&metadata.document, &metadata.section) else { return false };
    let kind = documents::find(&fold(&document.text));
    let section =
        kind.and_then(|kind| kind.sections.iter().find(|section| section.slug == fold(&named.text)));
    section.and_then(|section| section.reserve).is_some_and(|masque| projet.masks(edition, masque))
}

/// Takes out the embeds of notes that are not for an edition: nothing of them is printed there.
pub(crate) fn withhold(links: &mut Links, projet: &Projet, edition: Edition) {
    let embeds = links.embeds.iter();
    let withheld = embeds.filter(|(_, part)| {
        let Some(head) = part.front_matter() else { return false };
        let metadata = metadata(Some(head), &mut Diagnostics::default());
        !is_for(&metadata, edition) || is_reserved(&metadata, projet, edition)
    });
    links.withheld = withheld.map(|(span, _)| *span).collect();
    links.embeds.retain(|span, _| !links.withheld.contains(span));
}

/// The documents of the dossier that print each note whole, asked for in this run or not.
pub(crate) fn published(
    notes: &[LoadedNote],
    projet: &Projet,
    edition: Edition,
    links: &Links,
) -> BTreeMap<VaultPath, Vec<&'static str>> {
    let mut published: BTreeMap<VaultPath, Vec<&'static str>> = BTreeMap::new();
    let own: BTreeMap<SourceId, &VaultPath> =
        notes.iter().map(|loaded| (loaded.note.source, &loaded.path)).collect();
    for kind in wanted(projet, &[], &mut Diagnostics::default()) {
        for bound in bound(notes, kind, projet, edition, &mut Diagnostics::default()) {
            let whole = links.embedded(bound.note).into_iter().filter(|part| part.is_whole());
            let paths = own.get(&bound.note.source).copied().into_iter().chain(whole.map(|part| &part.path));
            for path in paths {
                let codes = published.entry(path.clone()).or_default();
                if codes.last() != Some(&kind.code) {
                    codes.push(kind.code);
                }
            }
        }
    }
    published
}
