//! The sections of an official document: the prose of its notes, then what is computed.
//!
//! In: the notes bound to the document, its own values. Out: the whole [`Document`]. A document type
//! gives its values and says which of its sections the data fill; the rest is the same for all.

use super::{Page, Values, paper, plain};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::documents::{Content, Data, Document, DocumentType, Facts, ProjectMaterial, Section, SectionType};
use crate::locale::Catalogue;
use crate::parse::tree::{Block, BlockKind, plain_text};
use crate::projet::manifeste::Statut;
use crate::source::fold;
use std::collections::BTreeMap;

/// The fewest sections that have a table of contents: five of them, cards and tables apart, are twenty
/// pages already in ED I-4.
const CONTENTS: usize = 5;

/// Assembles an official document: the common block, the values of the type, the notes of each section.
pub(in crate::documents) fn document<'a>(
    document: &'static DocumentType,
    facts: Facts,
    material: &ProjectMaterial<'a>,
    diags: &mut Diagnostics,
) -> Document<'a> {
    let page = Page::new(material);
    let filled = |slug: &str| (facts.filled)(slug, material);
    let pages = Catalogue::pages(&page.locale);
    let mut data = page.common(document, &pages.text(&format!("document-{}", document.code), None, &[]));
    data.extend((facts.values)(&page));
    if let Some(paper) = paper(material) {
        data.insert("papier", plain(paper));
    }
    let (mut present, mut empty, mut chapos) = (Values::new(), Values::new(), Values::new());
    let (mut sections, mut missing) = (Vec::new(), Vec::new());
    for (i, kind) in (0..).zip(document.sections) {
        let blocks = prose(material, kind);
        let of_section = || material.notes.iter().filter(|bound| bound.section == kind.slug);
        let nothing = of_section().any(|bound| bound.metadata.neant);
        // A section that has parts says what they say.
        let mut parts = document.sections[i + 1..].iter().take_while(|part| part.level > kind.level);
        let told = |part: &SectionType| {
            filled(part.slug) || material.notes.iter().any(|bound| bound.section == part.slug)
        };
        if blocks.is_empty() && !nothing && !filled(kind.slug) && !parts.any(told) {
            missing.push((kind.slug, pages.text(kind.slug, None, &[])));
        }
        // Several notes of one section may each have a conclusion: none is lost.
        let conclusions: Vec<Data> =
            of_section().filter_map(|bound| bound.metadata.chapo.clone()).map(Data::Text).collect();
        if !conclusions.is_empty() {
            chapos.insert(kind.slug, Data::List(conclusions));
        }
        present.insert(kind.slug, Data::Flag(!blocks.is_empty()));
        empty.insert(kind.slug, Data::Flag(nothing));
        sections.push(Section { slug: kind.slug, level: kind.level, content: Content::Blocks(blocks) });
    }
    if !missing.is_empty() {
        diags.push(without_words(material, document.code, &missing));
    }
    data.extend(BTreeMap::from([
        ("presentes", Data::Map(present)),
        ("neant", Data::Map(empty)),
        ("chapos", Data::Map(chapos)),
        // Decided before anything is set (domain.md, Rulings).
        ("sommaire", Data::Flag(document.sections.len() >= CONTENTS)),
    ]));
    let footnotes = material.notes.iter().flat_map(|bound| &bound.note.footnotes).collect();
    let (links, strict_breaks) = (material.links, material.strict_breaks);
    Document { kind: document, locale: page.locale.clone(), data, sections, footnotes, links, strict_breaks }
}

/// The blocks of the notes of a section; a first heading that only repeats the title of its note is
/// left out.
fn prose<'a>(material: &ProjectMaterial<'a>, kind: &SectionType) -> Vec<&'a Block> {
    let mut blocks = Vec::new();
    for bound in material.notes.iter().filter(|bound| bound.section == kind.slug) {
        let title = bound.metadata.title.as_ref().map(|title| fold(&title.text));
        let repeats = |block: &Block| match &block.kind {
            BlockKind::Heading(_, content) => title.as_deref() == Some(fold(&plain_text(content)).as_str()),
            _ => false,
        };
        let skipped = usize::from(bound.note.blocks.first().is_some_and(repeats));
        blocks.extend(&bound.note.blocks[skipped..]);
    }
    blocks
}

/// R03: the sections, by slug and title, that have neither data nor text; a draft may still lack them.
fn without_words(
    material: &ProjectMaterial<'_>,
    code: &'static str,
    sections: &[(&'static str, String)],
) -> Diagnostic {
    let manifeste = &material.projet.manifeste;
    let asked = manifeste.documents.iter().find(|document| document.value == code);
    let place = asked.unwrap_or(&manifeste.dossier.titre).span;
    let (slugs, titles): (Vec<&str>, Vec<&str>) =
        sections.iter().map(|(slug, title)| (*slug, title.as_str())).unzip();
    let diagnostic = Diagnostic::at(Code::SectionEmpty, place).arg("document", code);
    let diagnostic = diagnostic.arg("nombre", sections.len()).arg("sections", titles.join(", "));
    let diagnostic = diagnostic.arg("noms", slugs.join(", "));
    if manifeste.dossier.statut.value == Statut::Brouillon { diagnostic.softened() } else { diagnostic }
}
