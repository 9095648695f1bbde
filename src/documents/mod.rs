//! Stage 7: what a document holds, section by section.
//!
//! In: a note and what its links turned out to be. Out: a [`Document`]: values for the page
//! furniture, blocks for each section. Nothing here knows how a page looks. A document type is one
//! file here, one template, one fixture, and its line in [`REGISTRY`].

mod fiche_pratique;

use crate::diagnostic::Diagnostics;
use crate::locale::Locale;
use crate::parse::Footnote;
use crate::parse::metadata::{Metadata, Text};
use crate::parse::note::Note;
use crate::parse::tree::{Block, Inline};
use crate::source::{Sources, Span};
use crate::vault::Links;
use std::collections::BTreeMap;

/// A kind of document that the program writes.
pub(crate) struct DocumentType {
    /// The name on the command line and in front matter; also that of its template.
    pub code: &'static str,
    /// Its tab on the ruler of the page head.
    pub onglet: &'static str,
    /// The sections, in their fixed order, each by the slug of its French title.
    pub sections: &'static [&'static str],
    /// The words that its template prints, by their name in the catalogue of pages.
    pub libelles: &'static [&'static str],
    /// Assembles it from one note.
    pub assemble: for<'a> fn(&Material<'a>, &mut Diagnostics) -> Document<'a>,
}

/// Every document type, in the order of the dossier.
pub(crate) static REGISTRY: &[&DocumentType] = &[&fiche_pratique::TYPE];

/// What a document is made of.
pub(crate) struct Material<'a> {
    pub note: &'a Note,
    pub metadata: &'a Metadata,
    pub links: &'a Links,
    pub sources: &'a Sources,
    /// Obsidian's « Strict line breaks ».
    pub strict_breaks: bool,
}

/// A document, whole, before it has a look.
pub(crate) struct Document<'a> {
    pub kind: &'static DocumentType,
    pub locale: Locale,
    /// What `/data.json` holds.
    pub data: BTreeMap<&'static str, Data>,
    pub sections: Vec<Section<'a>>,
    pub footnotes: &'a [Footnote],
    pub links: &'a Links,
    /// Whether a single line end in a paragraph is a space, as in CommonMark; Obsidian shows a break.
    pub strict_breaks: bool,
}

/// A value of the page furniture.
#[derive(Debug, Clone)]
pub(crate) enum Data {
    /// A text that a person wrote, or a label: it gets the typography of the document.
    Text(Text),
    /// A value that is printed or compared as it is.
    Plain(String),
    Number(i64),
    Flag(bool),
    List(Vec<Data>),
    Map(BTreeMap<&'static str, Data>),
    /// What is not there.
    None,
}

/// A section of a document and the blocks that fill it.
pub(crate) struct Section<'a> {
    /// Its slug, one of its type's `sections`.
    pub slug: &'static str,
    /// The level under which its own headings stand: 2 for a section whose title is a heading of level 2.
    pub level: u8,
    pub content: Content<'a>,
}

/// What fills a section.
pub(crate) enum Content<'a> {
    Blocks(Vec<&'a Block>),
    /// One line of text, whatever block it was in the note.
    Sentence(Span, &'a [Inline]),
    /// Questions and what answers them; an empty answer is one that is missing.
    Questions(Vec<Question<'a>>),
}

/// A question of a fiche and the blocks that answer it.
pub(crate) struct Question<'a> {
    pub question: &'a [Inline],
    pub reponse: &'a [Block],
}
