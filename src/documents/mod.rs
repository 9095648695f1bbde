//! Stage 7: what a document holds, section by section.
//!
//! In: a note and what its links turned out to be. Out: a [`Document`]: values for the page
//! furniture, blocks for each section. Nothing here knows how a page looks. A document type is one
//! file here, one template, one fixture, and its line in [`REGISTRY`].

mod ed_i_1;
mod ed_i_2;
mod ed_i_3;
mod ed_i_4;
mod ed_i_5;
mod ed_i_6;
mod fiche_pratique;
mod officiel;
mod reponse;
pub(crate) mod variable;

pub(crate) use reponse::{Reponse, reponse};

use crate::analyse::Bilan;
use crate::diagnostic::Diagnostics;
use crate::font::Fonts;
use crate::locale::Locale;
use crate::parse::Footnote;
use crate::parse::metadata::{Metadata, Text};
use crate::parse::note::Note;
use crate::parse::tree::{Block, Inline};
use crate::projet::Projet;
use crate::projet::edition::{Edition, Masque};
use crate::source::{Sources, Span, VaultPath};
use crate::vault::Links;
use std::collections::BTreeMap;

/// A kind of document that the program writes.
pub(crate) struct DocumentType {
    /// The name on the command line, in the manifest and in front matter; also that of its template.
    pub code: &'static str,
    /// Its tab on the ruler of the page head.
    pub onglet: &'static str,
    /// The sections, in their fixed order.
    pub sections: &'static [SectionType],
    pub assemble: Assemble,
}

/// A section of a type of document.
pub(crate) struct SectionType {
    /// The slug of its French title, which a note names.
    pub slug: &'static str,
    /// The level of its title on the page, from 1.
    pub level: u8,
    /// What an edition must show for the notes of the section to be in it.
    pub reserve: Option<Masque>,
}

/// A section whose title is a heading of that level.
const fn section(slug: &'static str, level: u8) -> SectionType {
    SectionType { slug, level, reserve: None }
}

/// The same, its notes left out of the editions that leave out `masque`.
const fn reserved(section: SectionType, masque: Masque) -> SectionType {
    SectionType { reserve: Some(masque), ..section }
}

/// How a document is assembled.
#[derive(Clone, Copy)]
pub(crate) enum Assemble {
    /// From one note.
    Note(for<'a> fn(&NoteMaterial<'a>, &mut Diagnostics) -> Document<'a>),
    /// From the planning data and the notes of its sections.
    Project(Facts),
}

/// What the planning data give a document.
#[derive(Clone, Copy)]
pub(crate) struct Facts {
    /// The computed tables and figures.
    values: fn(&officiel::Page<'_, '_>) -> officiel::Values,
    /// Whether the data fill a section, of that slug, that no note has a word for.
    filled: fn(&str, &ProjectMaterial<'_>) -> bool,
}

impl Facts {
    /// Assembles a document of the project, of these facts and the notes of its sections.
    pub(crate) fn assemble<'a>(
        self,
        kind: &'static DocumentType,
        material: &ProjectMaterial<'a>,
        diags: &mut Diagnostics,
    ) -> Document<'a> {
        officiel::document(kind, self, material, diags)
    }
}

/// Every document type, in the order of the dossier.
pub(crate) static REGISTRY: &[&DocumentType] = &[
    &ed_i_1::TYPE,
    &ed_i_2::TYPE,
    &ed_i_3::TYPE,
    &ed_i_4::TYPE,
    &ed_i_5::TYPE,
    &ed_i_6::TYPE,
    &fiche_pratique::TYPE,
];

/// The documents of a dossier, written or still to come, by which one answers a need.
const DOSSIER: [&str; 12] = [
    "ed-i-1",
    "ed-i-2",
    "ed-i-3",
    "ed-i-4",
    "ed-i-5",
    "ed-i-6",
    "plan-formation",
    "schema-deploiement",
    "plan-changement",
    "matrice",
    "fiches",
    "kit",
];

/// The document type of that code.
pub(crate) fn find(code: &str) -> Option<&'static DocumentType> {
    REGISTRY.iter().find(|kind| kind.code == code).copied()
}

/// The document type that a lone note becomes.
pub(crate) fn note_type() -> &'static DocumentType {
    &fiche_pratique::TYPE
}

/// What a document of one note is made of.
pub(crate) struct NoteMaterial<'a> {
    pub note: &'a Note,
    pub metadata: &'a Metadata,
    pub links: &'a Links,
    pub sources: &'a Sources,
    /// Obsidian's « Strict line breaks ».
    pub strict_breaks: bool,
}

/// What an official document is made of.
pub(crate) struct ProjectMaterial<'a> {
    pub projet: &'a Projet,
    pub bilan: &'a Bilan<'a>,
    /// The notes bound to the document, in the order of their section.
    pub notes: &'a [BoundNote<'a>],
    pub links: &'a Links,
    /// The path in the project of each logo that the data name, by the place where they name it.
    pub logos: &'a BTreeMap<Span, String>,
    pub polices: &'a Polices,
    /// What measures the words of a figure.
    pub fonts: &'a Fonts,
    /// How many rules were run, and what they found.
    pub regles: usize,
    pub constats: &'a [Constat],
    /// The rules that are decided when the files are made.
    pub export: &'a [&'static str],
    /// The files that the document was made of.
    pub empreintes: &'a [Empreinte],
    pub edition: Edition,
    pub strict_breaks: bool,
}

/// The families that the fonts folder of a project brings, and those that its manifest asks for.
#[derive(Debug, Clone, Default)]
pub(crate) struct Polices {
    pub texte: Option<String>,
    pub titres: Option<String>,
    /// All that the folder has, sorted: they print what the others lack.
    pub autres: Vec<String>,
}

/// A note and the section it belongs to.
pub(crate) struct BoundNote<'a> {
    pub note: &'a Note,
    pub metadata: &'a Metadata,
    pub section: &'static str,
}

/// A finding of a rule, as words.
#[derive(Debug, Clone)]
pub(crate) struct Constat {
    pub regle: &'static str,
    /// `erreur`, `avertissement` or `note`.
    pub gravite: &'static str,
    pub message: String,
    /// File and line.
    pub lieu: Option<String>,
}

/// A file that a document was made of.
#[derive(Debug, Clone)]
pub(crate) struct Empreinte {
    /// The section that a note fills; nothing for data.
    pub section: Option<&'static str>,
    pub path: VaultPath,
    /// In hexadecimal, 64 digits.
    pub sha256: String,
}

/// A document, whole, before it has a look.
pub(crate) struct Document<'a> {
    pub kind: &'static DocumentType,
    pub locale: Locale,
    /// What `/data.json` holds.
    pub data: BTreeMap<&'static str, Data>,
    pub sections: Vec<Section<'a>>,
    pub footnotes: Vec<&'a Footnote>,
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
    /// A sentence of the catalogue of pages, by its name, and the words that fill it.
    Phrase(String, Vec<(&'static str, String)>),
    Number(i64),
    /// A number for drawing.
    Decimal(f64),
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
