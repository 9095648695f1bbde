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
use crate::parse::note::Note;
use crate::projet;
use crate::projet::edition::Edition;
use crate::source::{Sources, Span};
use crate::vault::Links;
use std::sync::Arc;

/// Puts the values of the project around a lone note in the place of their names, in the note and in what it
/// embeds, where the vault is one of a project. What is wrong with its data is no affair of the note.
pub(crate) fn fill_alone(
    files: &dyn Files,
    note: &mut Arc<Note>,
    links: &mut Links,
    diags: &mut Diagnostics,
) {
    let embedded = links.embeds.values().any(|part| variable::any(part.note()));
    if !embedded && !variable::any(note) {
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

/// Puts values in the place of their names in the embedded notes; what is said of a part that no document
/// shows is left out.
pub(crate) fn fill_embeds(
    links: &mut Links,
    fill: &mut dyn FnMut(&mut Note, &mut Diagnostics),
    diags: &mut Diagnostics,
) {
    let shown: Vec<Span> = links.embeds.values().flat_map(|part| part.spans()).collect();
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
            shown.iter().any(|span| span.source == at.source && span.start <= at.start && at.end <= span.end)
        };
        if matches!(&diagnostic.place, Place::Span(at) if inside(at)) {
            diags.push(diagnostic);
        }
    }
}
