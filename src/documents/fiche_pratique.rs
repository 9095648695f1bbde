//! The *fiche pratique*: objectif, contenu, facteurs clés de succès, questions clés, à retenir
//! (domain.md 2.11).
//!
//! In: one note. Out: its five sections in fixed order. A section starts at its heading, or at a
//! short lone line that says its name, as the methods handed round on paper write it; all that no
//! section claims is the content, in the order of the note.

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

/// The lines that name a section, folded; other words may follow those that end with `*`.
const NAMES: [(&str, Slot); 17] = [
    ("objectif de la fiche", Slot::Objectif),
    ("objectifs de la fiche", Slot::Objectif),
    ("objectif", Slot::Objectif),
    ("objectifs", Slot::Objectif),
    ("contenu", Slot::Contenu),
    ("contenu de la fiche", Slot::Contenu),
    ("facteurs cles*", Slot::Facteurs),
    ("facteurs clefs*", Slot::Facteurs),
    ("facteurs de succes*", Slot::Facteurs),
    ("facteurs de reussite*", Slot::Facteurs),
    ("questions cles*", Slot::Questions),
    ("questions clefs*", Slot::Questions),
    ("questions a se poser*", Slot::Questions),
    ("a retenir*", Slot::Retenir),
    ("points a retenir*", Slot::Retenir),
    ("ce qu'il faut retenir*", Slot::Retenir),
    ("essentiel a retenir*", Slot::Retenir),
];

/// The longest « À retenir » that is kept on one page, in characters.
const KEPT_WHOLE: usize = 900;
/// A line longer than this is a sentence, not a title.
const NAME_CHARS: usize = 80;
/// The words of a title that ends with a full stop.
const TITLE_WORDS: usize = 6;
/// Words that a title does not have, and a sentence about it does.
const VERBS: [&str; 5] = [" est ", " sont ", " ont ", " doivent ", " peuvent "];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Slot {
    Objectif,
    Contenu,
    Facteurs,
    Questions,
    Retenir,
}

impl Slot {
    fn slug(self) -> &'static str {
        TYPE.sections[self as usize].slug
    }
}

/// The blocks of each section, in the order of the note.
#[derive(Default)]
struct Slots<'a> {
    blocks: [Vec<&'a Block>; 5],
    /// The line that named the section, the first time.
    named: [Option<Span>; 5],
    /// Its words, where they say more than the usual title.
    titles: [Option<Text>; 5],
    title: Option<&'a Block>,
}

impl Slots<'_> {
    /// Whether the section is printed under that title.
    fn has_title(&self, slot: Slot, title: &Text) -> bool {
        self.titles[slot as usize].as_ref().is_some_and(|first| fold(&first.text) == fold(&title.text))
    }
}

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
    let present = |slot: Slot| Data::Flag(!slots.blocks[slot as usize].is_empty());
    let present = [Slot::Objectif, Slot::Contenu, Slot::Facteurs, Slot::Questions, Slot::Retenir]
        .map(|slot| (slot.slug(), present(slot)));
    data.insert("presentes", Data::Map(present.into_iter().collect()));
    let titles = [Slot::Objectif, Slot::Contenu, Slot::Facteurs, Slot::Questions, Slot::Retenir]
        .map(|slot| (slot.slug(), slots.titles[slot as usize].clone().map_or(Data::None, Data::Text)));
    data.insert("titres", Data::Map(titles.into_iter().collect()));
    let kept: usize = slots.blocks[Slot::Retenir as usize]
        .iter()
        .map(|block| item_chars(std::slice::from_ref(*block)))
        .sum();
    data.insert("retenir_secable", Data::Flag(kept > KEPT_WHOLE));
    data.insert("tableau_questions", Data::Flag(questions.is_some()));

    // Without sections there is no « Contenu » above the headings of the note.
    let level = if structured { 2 } else { 1 };
    let mut sections = Vec::new();
    for slot in [Slot::Objectif, Slot::Contenu, Slot::Facteurs, Slot::Questions, Slot::Retenir] {
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

/// Whether a note has the sections of a fiche: two of them, or one whose title is not lost under
/// other headings. Any other note is printed in its own order.
fn is_fiche(blocks: &[Block]) -> bool {
    let found: Vec<(Slot, Option<u8>)> = blocks.iter().filter_map(named).collect();
    let several = found.iter().any(|(slot, _)| *slot != found[0].0);
    several || found.iter().any(|(_, level)| level.is_none_or(|level| level <= 2))
}

/// Gives each block its section. Under a lone line the objective is one block; the title of the fiche is none.
fn sort<'a>(note: &'a Note, title: Option<&Text>, structured: bool, diags: &mut Diagnostics) -> Slots<'a> {
    let mut slots = Slots::default();
    let blocks = &note.blocks;
    // The open section, and the level of the heading that opened it.
    let mut open: (Slot, Option<u8>) = (Slot::Contenu, None);
    for (i, block) in blocks.iter().enumerate() {
        if let Some((slot, level)) = named(block).filter(|_| structured) {
            if let Some(first) = slots.named[slot as usize] {
                diags.push(
                    Diagnostic::at(Code::SectionTwice, block.span)
                        .arg("rubrique", slot.slug())
                        .related(first, "premiere"),
                );
            }
            let longer = longer_title(block, note);
            if let (Some(_), BlockKind::Heading(_, content)) = (&longer, &block.kind) {
                report_scripts(content, diags);
            }
            if slots.named[slot as usize].is_none() {
                slots.titles[slot as usize] = longer;
            } else if longer.is_some_and(|longer| !slots.has_title(slot, &longer)) {
                // The words of a second title stay in the text.
                slots.blocks[slot as usize].push(block);
            }
            slots.named[slot as usize].get_or_insert(block.span);
            open = (slot, level);
            continue;
        }
        if let BlockKind::Heading(level, content) = &block.kind {
            let first_heading = *level == 1 && blocks[..i].iter().all(only_tags);
            let repeats = title.is_some_and(|title| fold(&title.text) == fold(&plain_text(content)));
            if first_heading && (title.is_none() || repeats) {
                slots.title = Some(block);
                continue;
            }
            // A heading ends the section that a lone line or a heading of its level or below has
            // opened; the objective under a lone line may itself be set as a heading.
            let ends = open.1.map_or(open.0 != Slot::Objectif, |opened| *level <= opened);
            if ends {
                open = (Slot::Contenu, None);
            }
        }
        let empty =
            matches!(&block.kind, BlockKind::Heading(_, content) if plain_text(content).trim().is_empty());
        if empty && open == (Slot::Objectif, None) {
            // The objective is still to come; the heading without text is reported where it is printed.
            slots.blocks[Slot::Contenu as usize].push(block);
            continue;
        }
        slots.blocks[open.0 as usize].push(block);
        if open == (Slot::Objectif, None) {
            open = (Slot::Contenu, None);
        }
    }
    slots
}

/// Whether a block is a line of tags, which is kept out of the page.
fn only_tags(block: &Block) -> bool {
    matches!(&block.kind, BlockKind::Paragraph(content) if content.iter().all(|inline| matches!(inline.kind, InlineKind::Tag(_))))
}

/// The section that a block names, and its level where it is a heading.
fn named(block: &Block) -> Option<(Slot, Option<u8>)> {
    let (content, level) = match &block.kind {
        BlockKind::Heading(level, content) => (content, Some(*level)),
        BlockKind::Paragraph(content) if is_lone(content) => (content, None),
        _ => return None,
    };
    let text = plain_text(content);
    let name = name_of(&text);
    // A heading may ask « Questions clés à se poser ? »; another question is only about a section.
    let asks = text.trim_end().ends_with('?') && !(level.is_some() && is_usual(&name));
    if text.chars().count() > NAME_CHARS || text.trim_end().ends_with([',', ';']) || asks {
        return None;
    }
    if level.is_none() && is_sentence(&text) {
        return None;
    }
    if VERBS.iter().any(|verb| name.contains(verb)) {
        return None;
    }
    let fits = |known: &str| match known.strip_suffix('*') {
        Some(start) => name.strip_prefix(start).is_some_and(|rest| rest.is_empty() || rest.starts_with(' ')),
        None => name == known,
    };
    NAMES.iter().find(|(known, _)| fits(known)).map(|(_, slot)| (*slot, level))
}

/// Whether a lone line says something besides the name of a section: words after a colon, or a
/// full stop at the end of a long line.
fn is_sentence(text: &str) -> bool {
    let text = text.trim_end();
    let after = text.split_once(':').map_or("", |(_, after)| after);
    after.contains(char::is_alphanumeric)
        || (text.ends_with(['.', '!', '…']) && text.split_whitespace().count() > TITLE_WORDS)
}

/// A title as titles are compared: letters only, without its number and its article.
fn name_of(title: &str) -> String {
    let letters = title.chars().map(|c| if c.is_alphabetic() || "'’".contains(c) { c } else { ' ' });
    let folded = fold(&letters.collect::<String>());
    let bare = folded
        .strip_prefix("les ")
        .or_else(|| folded.strip_prefix("l'"))
        .or_else(|| folded.strip_prefix("le "));
    bare.unwrap_or(&folded).to_owned()
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

/// Whether a paragraph is one run of text, all bold or all plain, as a title typed by hand is.
fn is_lone(content: &[Inline]) -> bool {
    let plain = |inlines: &[Inline]| {
        inlines.iter().all(|inline| {
            matches!(
                inline.kind,
                InlineKind::Text(_) | InlineKind::Literal(_) | InlineKind::SoftBreak | InlineKind::HardBreak
            )
        })
    };
    match content {
        [Inline { kind: InlineKind::Styled(_, inner), .. }] => plain(inner),
        content => plain(content),
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

fn item_chars(blocks: &[Block]) -> usize {
    let chars = blocks.iter().map(|block| match &block.kind {
        // What an embed brings is not known here.
        BlockKind::Paragraph(content)
            if content.iter().any(|inline| matches!(inline.kind, InlineKind::Embed(_))) =>
        {
            usize::MAX / 1024
        }
        BlockKind::Paragraph(content) => plain_text(content).chars().count(),
        BlockKind::List(list) => list.items.iter().map(|item| item_chars(&item.blocks)).sum(),
        _ => usize::MAX / 1024,
    });
    chars.sum()
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
