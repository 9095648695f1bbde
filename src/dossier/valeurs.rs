//! The values of the project and the comments of the authors, put in the notes.
//!
//! In: a lone note or what notes embed. Out: the same, changed: a name of a value has become its text, a
//! proof has its comments.

use super::{LoadedNote, has_manifest, trees};
use crate::analyse::analyse;
use crate::diagnostic::{Diagnostics, Place};
use crate::documents::variable::{self, Variables};
use crate::load::{self, Files};
use crate::parse::comment::annotate;
use crate::parse::metadata::Metadata;
use crate::parse::note::Note;
use crate::projet;
use crate::projet::edition::Edition;
use crate::source::{Sources, Span};
use crate::vault::Links;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Puts the values of the project around a lone note in the place of their names, in the note and in what it
/// embeds, where the vault is one of a project. What is wrong with its data is no affair of the note.
pub(crate) fn fill_alone(
    files: &dyn Files,
    (note, metadata): (&mut Arc<Note>, &mut Metadata),
    links: &mut Links,
    diags: &mut Diagnostics,
) {
    // A note is looked at once, however many parts of it are shown.
    let notes: BTreeMap<_, _> = links.embeds.values().map(|part| (part.source(), part.note())).collect();
    let embedded = notes.into_values().any(variable::any);
    if !embedded && !variable::any(note) && !variable::any_in_sentences(metadata) {
        return;
    }
    let (mut sources, mut unheard) = (Sources::default(), Diagnostics::default());
    let listing = load::list(files, &mut unheard).unwrap_or_default();
    let (manifeste, donnees) = trees(files, &listing, &mut sources, &mut Vec::new(), &mut unheard);
    let projet = manifeste.and_then(|manifeste| projet::decode(&manifeste, &donnees, &mut unheard));
    let masked = projet.as_ref().map(|projet| projet.masked(Edition::Interne));
    let bilan = masked.as_ref().map(|projet| analyse(projet));
    let variables = projet.as_ref().zip(masked.as_ref()).zip(bilan.as_ref());
    let variables = variables.map(|((projet, masked), bilan)| Variables::new(masked, bilan, projet));
    match &variables {
        Some(variables) => variables.fill_sentences(metadata, diags),
        None => variable::report_sentences(metadata, has_manifest(&listing), diags),
    }
    let mut fill = |note: &mut Note, diags: &mut Diagnostics| match &variables {
        Some(variables) => variables.fill(note, diags),
        None => variable::report(note, has_manifest(&listing), diags),
    };
    fill(Arc::make_mut(note), diags);
    fill_embeds(links, &mut fill, diags);
}

/// Puts the comments of the notes in their paragraphs, for a proof.
pub(crate) fn annotate_notes(notes: &mut [LoadedNote], comments: bool, sources: &Sources) {
    for loaded in notes.iter_mut().filter(|_| comments) {
        let text = &sources.get(loaded.note.source).text;
        annotate(Arc::make_mut(&mut loaded.note), text);
    }
}

/// Puts the comments of the embedded notes in their paragraphs, for a proof.
pub(crate) fn annotate_embeds(links: &mut Links, comments: bool, sources: &Sources) {
    if comments {
        links.change(&mut |note| {
            annotate(note, &sources.get(note.source).text);
            true
        });
    }
}

/// Places in their order, those that touch or lie in each other as one.
fn united(places: BTreeSet<Span>) -> Vec<Span> {
    let mut all: Vec<Span> = Vec::new();
    for place in places {
        match all.last_mut().filter(|last| last.source == place.source && place.start <= last.end) {
            Some(last) => last.end = last.end.max(place.end),
            None => all.push(place),
        }
    }
    all
}

/// Puts values in the place of their names in the embedded notes; what is said of a part that no document
/// shows is left out.
pub(crate) fn fill_embeds(
    links: &mut Links,
    fill: &mut dyn FnMut(&mut Note, &mut Diagnostics),
    diags: &mut Diagnostics,
) {
    let shown: BTreeSet<Span> = links.embeds.values().flat_map(|part| part.spans()).collect();
    let shown = united(shown);
    let mut found = Diagnostics::default();
    links.change(&mut |note| {
        let any = variable::any(note);
        if any {
            fill(note, &mut found);
        }
        any
    });
    for diagnostic in found.into_iter() {
        let inside = |at: &Span| {
            let after = shown.partition_point(|span| (span.source, span.start) <= (at.source, at.start));
            let around = after.checked_sub(1).map(|before| shown[before]);
            around.is_some_and(|span| span.source == at.source && at.end <= span.end)
        };
        if matches!(&diagnostic.place, Place::Span(at) if inside(at)) {
            diags.push(diagnostic);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{Source, VaultPath};

    #[test]
    fn unites_places() {
        let mut sources = Sources::default();
        let mut add = |name| sources.add(Source::new(VaultPath::new(name).expect("a path"), String::new()));
        let (a, b) = (add("a.md"), add("b.md"));
        let places = [(a, 4..6), (a, 0..3), (a, 1..2), (b, 5..7), (a, 6..9), (b, 6..6)];
        let places = places.into_iter().map(|(source, range)| Span::new(source, range)).collect();
        let expected = [(a, 0..3), (a, 4..9), (b, 5..7)].map(|(source, range)| Span::new(source, range));
        assert_eq!(united(places), expected);
    }
}
