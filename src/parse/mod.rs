//! Stage 2: from bytes to syntax.
//!
//! In: a source. Out: a [`note::Note`], a YAML tree, the kind of an image; every part with its place.

mod blocks;
mod fault;
mod frame;
mod html;
pub(crate) mod image;
mod inline;
mod markdown;
mod mask;
pub(crate) mod metadata;
pub(crate) mod note;
mod table;
pub(crate) mod tree;
pub(crate) mod walk;
pub(crate) mod wikilink;
pub(crate) mod yaml;

pub(crate) use markdown::Footnote;
