//! The *fiche pratique*: objectif, contenu, facteurs clés de succès, questions clés, à retenir
//! (domain.md 2.11).
//!
//! In: one note. Out: its five sections in fixed order. A section starts at its heading, or at a
//! short lone line that says its name, as the methods handed round on paper write it; all that no
//! section claims is the content, in the order of the note.

mod rubriques;
mod titre;

use super::{Assemble, Content, Data, Document, DocumentType, NoteMaterial, Question, Section, section};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::locale::Locale;
use crate::parse::Footnote;
use crate::parse::metadata::Text;
use crate::parse::note::Note;
use crate::parse::tree::{Block, BlockKind, Inline, InlineKind, List, Unsupported, plain_text};
use crate::parse::walk::{walk, walk_blocks, walk_inlines};
use crate::source::{Span, fold};
use rubriques::*;
use std::collections::{BTreeMap, BTreeSet};
use titre::*;

pub(super) static TYPE: DocumentType = DocumentType {
    code: "fiche-pratique",
    onglet: "FP",
    sections: &[
        section("objectif", 2),
        section("contenu", 2),
        section("facteurs", 2),
        section("questions", 2),
        section("retenir", 2),
    ],
    assemble: Assemble::Note(assemble),
};

/// The longest « À retenir » that is kept on one page, in characters.
const KEPT_WHOLE: usize = 900;
/// How long the text of a block is that has none, or one that is not known here: longer than any place.
const UNKNOWN: usize = usize::MAX;

fn assemble<'a>(material: &NoteMaterial<'a>, diags: &mut Diagnostics) -> Document<'a> {
    let (note, metadata) = (material.note, material.metadata);
    let structured = metadata.objectif.is_some() || is_fiche(&note.blocks);
    let mut slots = sort(note, metadata.title.as_ref(), structured, diags);
    let title = title(material, slots.title, diags);
    check_sections(&slots, material, structured, diags);

    let questions = questions(&slots.blocks[Slot::Questions as usize]);
    let side_by_side = side_by_side(&slots);
    let mut data = furniture(material, title, diags);
    data.insert("structure", Data::Flag(structured));
    data.insert("cote_a_cote", Data::Flag(side_by_side));
    data.insert("objectif", metadata.objectif.clone().map_or(Data::None, Data::Text));
    let each = |value: &dyn Fn(Slot) -> Data| {
        Data::Map(Slot::TOUS.into_iter().map(|slot| (slot.slug(), value(slot))).collect())
    };
    data.insert("presentes", each(&|slot| Data::Flag(!slots.blocks[slot as usize].is_empty())));
    let title = |slot: Slot| slots.titles[slot as usize].clone().map_or(Data::None, Data::Text);
    data.insert("titres", each(&title));
    let kept = item_chars(slots.blocks[Slot::Retenir as usize].iter().copied());
    data.insert("retenir_secable", Data::Flag(kept > KEPT_WHOLE));
    data.insert("tableau_questions", Data::Flag(questions.is_some()));

    // Without sections there is no « Contenu » above the headings of the note.
    let level = if structured { 2 } else { 1 };
    let mut sections = Vec::new();
    for slot in Slot::TOUS {
        let blocks = std::mem::take(&mut slots.blocks[slot as usize]);
        let content = match (slot, blocks.as_slice()) {
            (Slot::Objectif, [block]) => sentence(block),
            _ => Content::Blocks(blocks),
        };
        if slot == Slot::Objectif {
            data.insert("objectif_en_blocs", Data::Flag(matches!(content, Content::Blocks(_))));
        }
        // The objective has no heading of its own.
        let level = if slot == Slot::Objectif { 1 } else { level };
        sections.push(Section { slug: slot.slug(), level, content });
    }
    if let Some(questions) = questions {
        check_answers(&questions, diags);
        sections[Slot::Questions as usize].content = Content::Questions(questions);
    }
    let locale = metadata.langue.clone().unwrap_or(Locale::FrFr);
    Document {
        kind: &TYPE,
        locale,
        data,
        sections,
        footnotes: footnotes(note, slots.title),
        links: material.links,
        strict_breaks: material.strict_breaks,
    }
}

/// The footnotes of the note, those apart that only a title calls, in which they are printed.
fn footnotes<'a>(note: &'a Note, title: Option<&Block>) -> Vec<&'a Footnote> {
    let calls = |blocks: &[&Block]| {
        let mut labels = BTreeSet::new();
        for block in blocks {
            walk(std::slice::from_ref(*block), &mut |inline| {
                if let InlineKind::FootnoteCall(label) = &inline.kind {
                    labels.insert(label.clone());
                }
            });
        }
        labels
    };
    let in_title = calls(title.as_slice());
    if in_title.is_empty() {
        return note.footnotes.iter().collect();
    }
    let others: Vec<&Block> =
        note.blocks.iter().filter(|block| title.is_none_or(|title| title.span != block.span)).collect();
    let others = calls(&others);
    let only_in_title = |label: &String| in_title.contains(label) && !others.contains(label);
    note.footnotes.iter().filter(|footnote| !only_in_title(&footnote.label)).collect()
}

/// The objective is a sentence, even where the note makes a heading of it.
fn sentence(block: &Block) -> Content<'_> {
    match &block.kind {
        BlockKind::Paragraph(content) | BlockKind::Heading(_, content) => {
            Content::Sentence(block.span, content)
        }
        _ => Content::Blocks(vec![block]),
    }
}

/// R80: a fiche has objectif, facteurs, questions, à retenir; a question ends with its mark.
fn check_sections(slots: &Slots<'_>, material: &NoteMaterial<'_>, structured: bool, diags: &mut Diagnostics) {
    let start = Span::new(material.note.source, 0..0);
    if !structured {
        diags.push(Diagnostic::at(Code::SectionMissing, start).arg("rubrique", "toutes").help("aide-aucune"));
        return;
    }
    for slot in [Slot::Objectif, Slot::Facteurs, Slot::Questions, Slot::Retenir] {
        let filled = !slots.blocks[slot as usize].is_empty()
            || (slot == Slot::Objectif && material.metadata.objectif.is_some());
        if !filled {
            let at = slots.named[slot as usize].unwrap_or(start);
            diags.push(Diagnostic::at(Code::SectionMissing, at).arg("rubrique", slot.slug()));
        }
    }
    if let (Some(first), Some(second)) = (&material.metadata.objectif, slots.named[Slot::Objectif as usize]) {
        let diagnostic = Diagnostic::at(Code::SectionTwice, second).arg("rubrique", Slot::Objectif.slug());
        diags.push(diagnostic.related(first.span, "premiere"));
    }
    for item in lists(&slots.blocks[Slot::Questions as usize]).flat_map(|list| &list.items) {
        let Some(Block { span, kind: BlockKind::Paragraph(content), .. }) = item.blocks.first() else {
            continue;
        };
        if !plain_text(content).contains('?') {
            diags.push(Diagnostic::at(Code::QuestionMarkMissing, *span));
        }
    }
}

fn check_answers(questions: &[Question<'_>], diags: &mut Diagnostics) {
    for question in questions.iter().filter(|question| question.reponse.is_empty()) {
        if let (Some(first), Some(last)) = (question.question.first(), question.question.last()) {
            diags.push(Diagnostic::at(Code::QuestionUnanswered, first.span.to(last.span)));
        }
    }
}

fn lists<'a>(blocks: &[&'a Block]) -> impl Iterator<Item = &'a List> {
    blocks.iter().filter_map(|block| if let BlockKind::List(list) = &block.kind { Some(list) } else { None })
}

/// The questions as a table, where the note answers at least one: the answer is what stands under
/// the question, in its item.
fn questions<'a>(blocks: &[&'a Block]) -> Option<Vec<Question<'a>>> {
    let [Block { kind: BlockKind::List(list), .. }] = blocks else { return None };
    let mut questions = Vec::new();
    for item in &list.items {
        let (first, reponse) = item.blocks.split_first()?;
        let BlockKind::Paragraph(question) = &first.kind else { return None };
        // An answer written as a list of one item is that item.
        let reponse = match reponse {
            [Block { kind: BlockKind::List(answer), .. }] if answer.items.len() == 1 => {
                &answer.items[0].blocks
            }
            reponse => reponse,
        };
        questions.push(Question { question, reponse });
    }
    questions.iter().any(|question| !question.reponse.is_empty()).then_some(questions)
}

/// Whether the factors and the questions are short enough to stand side by side.
fn side_by_side(slots: &Slots<'_>) -> bool {
    let short = |slot: Slot| {
        let blocks = &slots.blocks[slot as usize];
        let items: Vec<usize> =
            lists(blocks).flat_map(|list| &list.items).map(|item| item_chars(&item.blocks)).collect();
        blocks.len() == 1 && (1..=6).contains(&items.len()) && items.iter().all(|&chars| chars <= 60)
    };
    short(Slot::Facteurs) && short(Slot::Questions)
}

/// How many characters some blocks have.
fn item_chars<'b>(blocks: impl IntoIterator<Item = &'b Block>) -> usize {
    let chars = blocks.into_iter().map(|block| match &block.kind {
        // What an embed brings is not known here.
        BlockKind::Paragraph(content)
            if content.iter().any(|inline| matches!(inline.kind, InlineKind::Embed(_))) =>
        {
            UNKNOWN
        }
        BlockKind::Paragraph(content) => plain_text(content).chars().count(),
        BlockKind::List(list) => list_chars(list),
        _ => UNKNOWN,
    });
    chars.fold(0, usize::saturating_add)
}

fn list_chars(list: &List) -> usize {
    list.items.iter().map(|item| item_chars(&item.blocks)).fold(0, usize::saturating_add)
}

/// The values of the page furniture and of the PDF's metadata.
fn furniture(
    material: &NoteMaterial<'_>,
    title: Text,
    diags: &mut Diagnostics,
) -> BTreeMap<&'static str, Data> {
    let metadata = material.metadata;
    let one = |text: &Option<Text>| text.clone().map_or(Data::None, Data::Text);
    let many = |texts: &[Text]| Data::List(texts.iter().cloned().map(Data::Text).collect());
    if metadata.date.is_none() {
        diags.push(Diagnostic::at(Code::DateMissing, Span::new(material.note.source, 0..0)));
    }
    let date = metadata.date.map_or(Data::None, |date| {
        let parts = [
            ("annee", i64::from(date.year())),
            ("mois", i64::from(date.month())),
            ("jour", i64::from(date.day())),
        ];
        Data::Map(parts.into_iter().map(|(name, value)| (name, Data::Number(value))).collect())
    });
    let locale = metadata.langue.clone().unwrap_or(Locale::FrFr);
    let long = metadata.date.map(|date| locale.date_long(date.year(), date.month(), date.day()));
    // A status that is still to be confirmed shows on every page; a fiche that says nothing of it has none.
    let open = metadata
        .statut
        .as_ref()
        .filter(|statut| !["definitif", "valide"].contains(&fold(&statut.text).as_str()));
    BTreeMap::from([
        ("titre", Data::Text(title)),
        ("nom_du_fichier", Data::Plain(file_name(material))),
        ("description", one(&metadata.description)),
        ("mots_cles", many(&metadata.tags)),
        ("auteurs", many(&metadata.auteurs)),
        ("organisation", one(&metadata.organisation)),
        ("numero", one(&metadata.numero)),
        ("phase", many(&metadata.phase)),
        ("publics", many(&metadata.publics)),
        ("duree", one(&metadata.duree)),
        ("version", one(&metadata.version)),
        ("reference", one(&metadata.reference)),
        ("statut", open.cloned().map_or(Data::None, Data::Text)),
        ("date", date),
        ("date_longue", long.map_or(Data::None, Data::Plain)),
    ])
}
