//! The sections of a fiche: the lines that name one, the blocks that are its own.
//!
//! In: the blocks of a note. Out: those of each section, in the order of the note; what no section claims is
//! the content.

use super::*;

/// The lines that name a section, folded; other words may follow those that end with `*`.
pub(super) const NAMES: [(&str, Slot); 17] = [
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

/// A line longer than this is a sentence, not a title.
const NAME_CHARS: usize = 80;
/// The words of a title that ends with a full stop.
const TITLE_WORDS: usize = 6;
/// Words that a title does not have, and a sentence about it does.
const VERBS: [&str; 5] = [" est ", " sont ", " ont ", " doivent ", " peuvent "];

/// The sections of a fiche, in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Slot {
    Objectif,
    Contenu,
    Facteurs,
    Questions,
    Retenir,
}

impl Slot {
    pub(super) const TOUS: [Self; 5] =
        [Self::Objectif, Self::Contenu, Self::Facteurs, Self::Questions, Self::Retenir];

    /// Its name among the sections of the type.
    pub(super) fn slug(self) -> &'static str {
        TYPE.sections[self as usize].slug
    }
}

/// The blocks of each section, in the order of the note.
#[derive(Default)]
pub(super) struct Slots<'a> {
    pub blocks: [Vec<&'a Block>; 5],
    /// The line that named the section, the first time.
    pub named: [Option<Span>; 5],
    /// Its words, where they say more than the usual title.
    pub titles: [Option<Text>; 5],
    /// The block that is the title of the fiche.
    pub title: Option<&'a Block>,
}

impl<'a> Slots<'a> {
    /// Whether the section is printed under that title.
    fn has_title(&self, slot: Slot, title: &Text) -> bool {
        self.titles[slot as usize].as_ref().is_some_and(|first| fold(&first.text) == fold(&title.text))
    }

    /// Opens a section at the line that names it.
    fn open(&mut self, slot: Slot, block: &'a Block, note: &Note, diags: &mut Diagnostics) {
        if let Some(first) = self.named[slot as usize] {
            let diagnostic = Diagnostic::at(Code::SectionTwice, block.span).arg("rubrique", slot.slug());
            diags.push(diagnostic.related(first, "premiere"));
        }
        let longer = longer_title(block, note);
        if let (Some(_), BlockKind::Heading(_, content)) = (&longer, &block.kind) {
            report_scripts(content, diags);
        }
        if self.named[slot as usize].is_none() {
            self.titles[slot as usize] = longer;
        } else if longer.is_some_and(|longer| !self.has_title(slot, &longer)) {
            // The words of a second title stay in the text.
            self.blocks[slot as usize].push(block);
        }
        self.named[slot as usize].get_or_insert(block.span);
    }
}

/// Whether a note has the sections of a fiche: two of them, or one whose title is not lost under
/// other headings. Any other note is printed in its own order.
pub(super) fn is_fiche(blocks: &[Block]) -> bool {
    let found: Vec<(Slot, Option<u8>)> = blocks.iter().filter_map(named).collect();
    let several = found.iter().any(|(slot, _)| *slot != found[0].0);
    several || found.iter().any(|(_, level)| level.is_none_or(|level| level <= 2))
}

/// Gives each block its section. Under a lone line the objective is one block; the title of the fiche is none.
pub(super) fn sort<'a>(
    note: &'a Note,
    title: Option<&Text>,
    structured: bool,
    diags: &mut Diagnostics,
) -> Slots<'a> {
    let mut slots = Slots::default();
    let blocks = &note.blocks;
    // The open section, and the level of the heading that opened it.
    let mut open: (Slot, Option<u8>) = (Slot::Contenu, None);
    for (i, block) in blocks.iter().enumerate() {
        if let Some((slot, level)) = named(block).filter(|_| structured) {
            slots.open(slot, block, note, diags);
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
pub(super) fn name_of(title: &str) -> String {
    let letters = title.chars().map(|c| if c.is_alphabetic() || "'’".contains(c) { c } else { ' ' });
    let folded = fold(&letters.collect::<String>());
    let bare = folded
        .strip_prefix("les ")
        .or_else(|| folded.strip_prefix("l'"))
        .or_else(|| folded.strip_prefix("le "));
    bare.unwrap_or(&folded).to_owned()
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
