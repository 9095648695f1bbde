//! Stage 2: from bytes to syntax.
//!
//! In: a source. Out: a [`note::Note`], a YAML tree, the kind of an image; every part with its place.

mod blocks;
pub(crate) mod comment;
pub(crate) mod csv;
mod fault;
mod frame;
mod html;
mod inline;
mod markdown;
mod mask;
pub(crate) mod math;
pub(crate) mod metadata;
pub(crate) mod note;
mod script;
mod table;
pub(crate) mod tree;
pub(crate) mod variable;
pub(crate) mod walk;
pub(crate) mod wikilink;
pub(crate) mod yaml;

#[cfg(test)]
mod tests;

pub(crate) use markdown::Footnote;

use crate::diagnostic::Diagnostics;
use crate::source::{SourceId, Sources};

/// Reads a whole source as YAML; its faults are reported, and nothing comes out of a broken one.
pub(crate) fn data(
    sources: &Sources,
    id: SourceId,
    limits: yaml::Limits,
    diags: &mut Diagnostics,
) -> Option<yaml::Node> {
    let text = &sources.get(id).text;
    let parsed = yaml::parse(text, id, 0..text.len(), limits);
    parsed.faults.into_iter().for_each(|fault| diags.push(fault::diagnostic(fault)));
    parsed.root
}
