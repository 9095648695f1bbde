//! Captions: what numbers a table or an image of a note in an official document.
//!
//! In: blocks in their order. Out: for each table or image the caption that stands beside it, a paragraph
//! « Tableau : … » or « Figure : … », which is then no paragraph of its own.

use super::Lowering;
use crate::documents::Assemble;
use crate::parse::tree::{Block, BlockKind, Image, Inline, InlineKind, Style};
use crate::source::Span;

/// The longest text that stands for an image and is its caption too, in characters.
const CAPTION_CHARS: usize = 110;

/// What a caption is about; its name in the catalogue of pages and in the theme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Genre {
    Tableau,
    Figure,
}

impl Genre {
    fn name(self) -> &'static str {
        match self {
            Self::Tableau => "tableau",
            Self::Figure => "figure",
        }
    }
}

/// What a block may have a caption for.
pub(super) fn captioned(block: &Block) -> Option<Genre> {
    match &block.kind {
        BlockKind::Table(_) => Some(Genre::Tableau),
        BlockKind::Paragraph(content) => match content.as_slice() {
            [Inline { kind: InlineKind::Image(_), .. }] => Some(Genre::Figure),
            _ => None,
        },
        _ => None,
    }
}

/// The text of a caption, its word left out, where a block is one. A number that the author typed is none
/// of ours: such a line stays a paragraph.
pub(super) fn caption(block: &Block) -> Option<(Genre, Vec<Inline>)> {
    let (BlockKind::Paragraph(content), None) = (&block.kind, &block.id) else { return None };
    let content = match content.as_slice() {
        [Inline { kind: InlineKind::Styled(Style::Strong | Style::Emphasis, inner), .. }] => inner,
        _ => content,
    };
    let (Inline { span, kind: InlineKind::Text(text) }, rest) = content.split_first()? else { return None };
    let (word, after) = text.split_once(':')?;
    let genre = [Genre::Tableau, Genre::Figure]
        .into_iter()
        .find(|genre| crate::source::fold(word.trim()) == genre.name())?;
    let after = after.trim_start();
    let mut inlines = Vec::new();
    if !after.is_empty() {
        let from = text.len() - after.len();
        // A text that escapes or entities changed has no byte of its own in the note.
        let exact = text.len() == span.end - span.start;
        let span = if exact { span.part(from, text.len()) } else { *span };
        inlines.push(Inline::new(span, InlineKind::Text(after.to_owned())));
    }
    inlines.extend_from_slice(rest);
    (!inlines.is_empty()).then_some((genre, inlines))
}

/// A block and its caption.
pub(super) struct Captioned<'b> {
    pub block: &'b Block,
    pub caption: Option<Vec<Inline>>,
}

/// Gives each table and image the caption just above it, else the one just below.
/// Where nothing has a number, no block is a caption.
pub(super) fn pair<'b>(blocks: impl Iterator<Item = &'b Block>, numbered: bool) -> Vec<Captioned<'b>> {
    let blocks: Vec<&Block> = blocks.collect();
    let caption = |block: &Block| if numbered { caption(block) } else { None };
    let genre = |at: usize| blocks.get(at).copied().and_then(captioned);
    let mut pairs = Vec::new();
    let mut at = 0;
    while let Some(&block) = blocks.get(at) {
        let above = caption(block).filter(|(about, _)| genre(at + 1) == Some(*about));
        if let Some((_, caption)) = above {
            pairs.push(Captioned { block: blocks[at + 1], caption: Some(caption) });
            at += 2;
            continue;
        }
        let below = blocks.get(at + 1).copied().and_then(caption);
        let below = below.filter(|(about, _)| genre(at) == Some(*about) && genre(at + 2) != Some(*about));
        at += 1 + usize::from(below.is_some());
        pairs.push(Captioned { block, caption: below.map(|(_, caption)| caption) });
    }
    pairs
}

impl Lowering<'_, '_> {
    /// Whether tables and images of notes have a number here.
    pub(super) fn numbers(&self) -> bool {
        matches!(self.context.document.kind.assemble, Assemble::Project(_))
    }

    /// Writes the caption that waits, as arguments of the call that draws the thing.
    pub(super) fn caption(&mut self, genre: Genre) {
        let Some(caption) = self.legende.take() else { return };
        let word = self.context.label(genre.name());
        self.out.code("mot: ");
        self.out.literal(&word);
        self.out.code(", legende: ");
        self.heading_inlines(&caption);
        self.out.code(", ");
    }

    /// Writes the caption of an image that cannot be shown, as a paragraph.
    pub(super) fn orphan_caption(&mut self) {
        let Some(caption) = self.legende.take() else { return };
        self.out.code("\npara(");
        self.inlines(&caption);
        self.out.code(")");
    }

    /// The caption of an image that no line gives: the text that stands for it, where it is a short one.
    pub(super) fn own_caption(&mut self, image: &Image, span: Span) {
        let name = image.path.rsplit('/').next().unwrap_or(&image.path);
        let own = image.alternative.trim();
        let short = (1..=CAPTION_CHARS).contains(&own.chars().count()) && own != image.path && own != name;
        if self.legende.is_none() && short {
            self.legende = Some(vec![Inline::new(span, InlineKind::Text(own.to_owned()))]);
        }
    }
}
