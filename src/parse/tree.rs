//! The syntax of a note: blocks and inlines, each with its place in the file.
//!
//! Nothing here is resolved: a link holds what the author wrote, `vault` says where it leads.

use super::math::Formula;
use crate::source::Span;

/// A block and where it stands.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Block {
    pub span: Span,
    pub kind: BlockKind,
    /// The name given by `^id`, by which another note can point at the block.
    pub id: Option<String>,
}

impl Block {
    pub(crate) fn new(span: Span, kind: BlockKind) -> Self {
        Self { span, kind, id: None }
    }
}

/// What a block is.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum BlockKind {
    Paragraph(Vec<Inline>),
    /// A heading of the level written, 1 to 6.
    Heading(u8, Vec<Inline>),
    List(List),
    Quote(Vec<Block>),
    Callout(Callout),
    Code(String),
    /// The code of a diagram, in Mermaid.
    Diagram(String),
    Table(Table),
    /// `---`
    Rule,
    PageBreak,
    /// A construct that is not typeset: its kind and the text it stands for.
    Placeholder(Unsupported, String),
}

/// An ordered or bulleted list.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct List {
    /// The first number, where the list is ordered.
    pub start: Option<u64>,
    /// No blank line between the items.
    pub tight: bool,
    pub items: Vec<Item>,
}

/// An item of a list.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Item {
    pub span: Span,
    pub mark: Mark,
    pub blocks: Vec<Block>,
}

/// What stands before the text of an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mark {
    /// The list's own bullet or number.
    Plain,
    /// `[ ]`
    Todo,
    /// `[x]`
    Done,
    /// `[-]`, `[>]`, `[/]` and the like: what each means is the author's.
    Other(char),
    /// `✓` typed at the start of the text.
    Check,
}

/// A callout: `> [!kind] title`, then its body.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Callout {
    /// The kind as written, in lower case.
    pub name: String,
    pub title: Vec<Inline>,
    pub body: Vec<Block>,
}

/// A table with one line of heads.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Table {
    pub columns: Vec<Alignment>,
    pub head: Vec<Cell>,
    pub rows: Vec<Vec<Cell>>,
}

/// A cell, in which HTML can put blocks.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Cell {
    pub span: Span,
    pub blocks: Vec<Block>,
}

/// Where the text of a column stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Alignment {
    Start,
    Center,
    End,
}

/// A part of a line and where it stands.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Inline {
    pub span: Span,
    pub kind: InlineKind,
}

impl Inline {
    pub(crate) fn new(span: Span, kind: InlineKind) -> Self {
        Self { span, kind }
    }
}

/// What a part of a line is.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum InlineKind {
    Text(String),
    /// Text typed with a backslash or as an entity: never a mark of the dialect.
    Literal(String),
    Code(String),
    Styled(Style, Vec<Inline>),
    Link(Target, Vec<Inline>),
    Image(Image),
    /// `![[Note]]`, `![[Note#Heading]]`, `![[Note#^id]]`: a part of a note, shown at this place.
    Embed(NoteLink),
    Math(Formula),
    /// A call of the footnote of that label.
    FootnoteCall(String),
    /// `^[text]`
    Footnote(Vec<Inline>),
    /// `#tag`, without the spaces before it; kept out of the page.
    Tag(String),
    /// `{{ chemin.pointe | format }}`: a value of the project, until it is known.
    Variable(Variable),
    /// What a comment says: only in a note that is read for its proof.
    Comment(String),
    /// The end of a source line inside a paragraph.
    SoftBreak,
    /// A break the author asked for.
    HardBreak,
    /// A construct that is not typeset: its kind and the text it stands for.
    Placeholder(Unsupported, String),
    /// Blocks that HTML put inside a line; the paragraph is split around them.
    Blocks(Vec<Block>),
}

/// The name of a value of the project: a path of keys and ids, and at most one format.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Variable {
    /// Keys and ids with points between them, as written.
    pub chemin: String,
    pub format: Option<String>,
}

impl std::fmt::Display for Variable {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match &self.format {
            Some(format) => write!(f, "{{{{ {} | {format} }}}}", self.chemin),
            None => write!(f, "{{{{ {} }}}}", self.chemin),
        }
    }
}

/// A style of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Style {
    Strong,
    Emphasis,
    Strike,
    Underline,
    Highlight,
    Subscript,
    Superscript,
}

/// Where a link leads, as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Target {
    /// An address with a scheme, such as `https:`.
    Address(String),
    /// A note of the vault: `[[Note#Heading]]` or `[text](Note.md)`.
    Note(NoteLink),
}

/// A link to a note, a heading or a block of the vault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct NoteLink {
    /// The note as written; empty for a link inside the same note.
    pub note: String,
    /// The headings to go down through, the last one being the target.
    pub headings: Vec<String>,
    /// The block id, without `^`.
    pub block: Option<String>,
    /// Whether the author gave the text to show.
    pub has_text: bool,
}

/// An image or another file shown in the page.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Image {
    /// The path or address as written, its fragment left out.
    pub path: String,
    /// The text that replaces the image, empty where the author gave none.
    pub alternative: String,
    /// Width and height in CSS pixels (96 to an inch).
    pub width: Option<u32>,
    pub height: Option<u32>,
    /// The page asked for, where the file has pages.
    pub page: Option<u32>,
}

/// A construct of the dialect that has a stand-in until it is typeset.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unsupported {
    /// `![[clip.mp4]]`
    Media,
    /// A code block that a plugin would run.
    Plugin,
    /// What a plugin would compute in a line; the text is the name of the plugin.
    Expression,
}

impl Unsupported {
    /// The name of its label in the catalogues.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Media => "media",
            Self::Plugin => "bloc-extension",
            Self::Expression => "expression",
        }
    }
}

/// The text of inlines, without their styles.
pub(crate) fn plain_text(inlines: &[Inline]) -> String {
    let mut text = String::new();
    collect_text(inlines, &mut text);
    text
}

fn collect_text(inlines: &[Inline], out: &mut String) {
    for inline in inlines {
        match &inline.kind {
            // The name of the plugin is no word of the author.
            InlineKind::Placeholder(Unsupported::Expression, _) => {}
            InlineKind::Text(text)
            | InlineKind::Literal(text)
            | InlineKind::Code(text)
            | InlineKind::Placeholder(_, text) => {
                out.push_str(text);
            }
            InlineKind::Styled(_, content) | InlineKind::Link(_, content) => collect_text(content, out),
            InlineKind::Variable(variable) => out.push_str(&variable.to_string()),
            InlineKind::SoftBreak | InlineKind::HardBreak => out.push(' '),
            InlineKind::Image(image) => out.push_str(&image.alternative),
            InlineKind::Embed(link) => out.push_str(&link.note),
            InlineKind::Math(formula) => out.push_str(&formula.source),
            InlineKind::Comment(_)
            | InlineKind::FootnoteCall(_)
            | InlineKind::Footnote(_)
            | InlineKind::Tag(_)
            | InlineKind::Blocks(_) => {}
        }
    }
}
