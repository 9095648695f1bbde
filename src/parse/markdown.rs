//! Reads the Markdown of a note.
//!
//! In: the body of a source. Out: its blocks and footnotes. The parser's events are put on a stack
//! of frames (`frame`); what Obsidian adds to CommonMark is read as the frames close (`blocks`,
//! `inline`, `table`), and HTML opens and closes frames of its own (`html`).

mod elements;
mod footnote;
mod opening;
mod scripts;
mod tables;

use super::frame::{Closed, Frame, FrameKind, close};
use super::html::{self, Element, Tag as HtmlTag, Token};
use super::inline;
use super::mask::{self, Seen};
use super::math::formula;
use super::script::{self, Scripts};
use super::table::{Tabbed, tabbed, unread};
use super::tree::{
    Alignment, Block, BlockKind, Cell, Inline, InlineKind, Mark, Style, Table, Target, Unsupported,
};
use super::wikilink;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::source::{SourceId, Span};
use pulldown_cmark::{CodeBlockKind, Event, LinkType, Options, Parser, Tag};
use std::collections::BTreeSet;
use std::ops::Range;

/// How deep quotes, lists and footnotes may stand in each other (design, Budgets).
pub(crate) const DEPTH: usize = 24;
/// How many styles and links may stand in each other inside a line.
const INLINE_DEPTH: usize = 32;
/// How many HTML elements may be open at once.
const OPEN_ELEMENTS: usize = 128;

/// A footnote's text.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Footnote {
    pub label: String,
    pub span: Span,
    pub blocks: Vec<Block>,
}

/// The body of a note.
#[derive(Debug, Default)]
pub(crate) struct Body {
    pub blocks: Vec<Block>,
    pub footnotes: Vec<Footnote>,
    pub comments: Vec<Span>,
}

/// Reads the bytes `range` of `text`, which is the whole text of `source`; nothing when it goes
/// over a limit.
pub(crate) fn markdown(
    text: &str,
    source: SourceId,
    range: Range<usize>,
    diags: &mut Diagnostics,
) -> Option<Body> {
    if let Some(at) = opening::over_marked_line(&text[range.clone()]) {
        let span = Span::new(source, range.start + at.start..range.start + at.end);
        diags.push(Diagnostic::at(Code::NestedTooDeep, span).arg("limite", DEPTH));
        return None;
    }
    let fillers = text[range.clone()].matches(mask::FILLER).count();
    if let Some(at) = text[range.clone()].find(mask::FILLER) {
        let span = Span::new(source, range.start + at..range.start + at + mask::FILLER.len_utf8());
        let diagnostic = Diagnostic::at(Code::InvisibleCharacter, span).arg("caractere", mask::FILLER);
        diags.push(diagnostic.arg("code", format!("U+{:04X}", mask::FILLER as u32)).arg("nombre", fillers));
    }
    let masked = match mask::mask(&text[range.clone()], seen) {
        Ok(masked) => masked,
        Err(mask::TooMany(at)) => {
            let span = Span::new(source, range.start + at..range.start + at + 2);
            diags.push(Diagnostic::at(Code::TooManyComments, span));
            return None;
        }
    };
    if let Some(at) = masked.unclosed {
        diags.push(
            Diagnostic::at(Code::CommentUnclosed, Span::new(source, range.start + at..range.start + at + 2))
                .arg("marque", "%%")
                .arg("fin", "%%"),
        );
    }
    let (shown, scripts) = script::mask(&masked.text, |text| seen(text).kept);
    let mut reader = Reader {
        text: &shown,
        scripts: &scripts,
        computed: BTreeSet::new(),
        base: range.start,
        source,
        stack: Vec::new(),
        footnotes: Vec::new(),
        html: Vec::new(),
        comments: Vec::new(),
        flattened: false,
        diags,
    };
    let blocks = reader.read(0..shown.len())?;
    reader.uncomputed();
    let (mut footnotes, mut comments) = (reader.footnotes, reader.comments);
    let blocks = footnote::reattach(text, blocks, &mut footnotes);
    footnote::report_repeated(&footnotes, diags);
    let at =
        |comment: Range<usize>| Span::new(source, range.start + comment.start..range.start + comment.end);
    comments.extend(masked.hidden.into_iter().map(at));
    Some(Body { blocks, footnotes, comments })
}

/// What a text holds in which `%%` opens no comment (fenced code, code spans, HTML comments), and its blocks.
pub(super) fn seen(text: &str) -> Seen {
    let mut seen = Seen::default();
    let mut depth = 0_usize;
    for (event, at) in Parser::new_ext(text, options()).into_offset_iter() {
        if depth == 0 {
            seen.blocks.push(at.start);
        }
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth -= 1,
            _ => {}
        }
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(_))) | Event::Code(_) => seen.kept.push(at),
            Event::Start(Tag::HtmlBlock) | Event::InlineHtml(_) => {
                for token in html::tokens(&text[at.clone()]) {
                    if let Token::Comment(comment, true) = token {
                        seen.kept.push(at.start + comment.start..at.start + comment.end);
                    }
                }
            }
            _ => {}
        }
    }
    seen
}

fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_WIKILINKS
        | Options::ENABLE_MATH
}

struct Reader<'a, 'd> {
    /// The masked body.
    text: &'a str,
    /// The scripts in it, and the starts of those that have a stand-in.
    scripts: &'a Scripts,
    computed: BTreeSet<usize>,
    /// Where the body starts in the file.
    base: usize,
    source: SourceId,
    stack: Vec<Frame>,
    footnotes: Vec<Footnote>,
    /// The lines of the open block of HTML.
    html: Vec<Range<usize>>,
    /// The comments of HTML.
    comments: Vec<Span>,
    /// Whether it was said that styles stand too deep in each other.
    flattened: bool,
    diags: &'d mut Diagnostics,
}

impl Reader<'_, '_> {
    /// Reads a part of the body by itself: the whole of it, or a cell.
    fn read(&mut self, range: Range<usize>) -> Option<Vec<Block>> {
        let outer = std::mem::take(&mut self.stack);
        self.stack.push(Frame::new(FrameKind::Root, self.span(&range)));
        let text = self.text;
        for (event, at) in Parser::new_ext(&text[range.clone()], options()).into_offset_iter() {
            self.event(event, range.start + at.start..range.start + at.end)?;
        }
        while self.stack.len() > 1 {
            self.close_top(range.end);
        }
        let root = std::mem::replace(&mut self.stack, outer).pop()?;
        match close(root, self.base + range.end) {
            Closed::Blocks(blocks) => Some(blocks),
            _ => None,
        }
    }

    fn span(&self, range: &Range<usize>) -> Span {
        Span::new(self.source, self.base + range.start..self.base + range.end)
    }

    fn top(&mut self) -> &mut Frame {
        // The root frame is pushed first and popped last.
        let last = self.stack.len() - 1;
        &mut self.stack[last]
    }

    fn event(&mut self, event: Event<'_>, at: Range<usize>) -> Option<()> {
        let span = self.span(&at);
        match event {
            Event::Start(tag) => self.start(tag, at)?,
            Event::End(_) => self.end(&at),
            Event::Text(text) => self.text_event(&text, &at),
            Event::Code(text) if script::is_query(&text) => {
                self.push(span, InlineKind::Placeholder(Unsupported::Expression, "Dataview".to_owned()));
            }
            Event::Code(text) => self.push(span, InlineKind::Code(text.replace(mask::FILLER, ""))),
            Event::InlineMath(text) | Event::DisplayMath(text) => {
                let display = self.text[at.clone()].starts_with("$$");
                self.push(span, InlineKind::Math(formula(&text.replace(mask::FILLER, ""), display)));
            }
            Event::Html(_) => self.html.push(at),
            Event::InlineHtml(_) => self.html(at)?,
            Event::FootnoteReference(label) => {
                self.push(span, InlineKind::FootnoteCall(label.replace(mask::FILLER, "")));
            }
            Event::SoftBreak | Event::HardBreak => {
                if let Some(rule) = unread(self.text, &at) {
                    self.diags.push(Diagnostic::at(Code::TableUnread, self.span(&rule)));
                }
                // A list opened inside a line of text ends with it, closed or not.
                if let Some(list) =
                    self.open_elements().into_iter().find(|open| matches!(open, Element::List(_)))
                {
                    self.close_element(list, at.start, at.start);
                }
                let soft = matches!(event, Event::SoftBreak);
                self.push(span, if soft { InlineKind::SoftBreak } else { InlineKind::HardBreak });
            }
            Event::Rule => self.top().push_block(Block::new(span, BlockKind::Rule)),
            Event::TaskListMarker(done) => self.top().mark = if done { Mark::Done } else { Mark::Todo },
        }
        Some(())
    }

    fn push(&mut self, span: Span, kind: InlineKind) {
        self.top().push_inline(Inline::new(span, kind));
    }

    fn text_event(&mut self, text: &str, at: &Range<usize>) {
        let span = self.span(at);
        let code = matches!(self.top().kind, FrameKind::Code(_));
        if !code && text.len() != at.len() {
            // An entity: one text for several characters of the file.
            return self.push(span, InlineKind::Literal(text.to_owned()));
        }
        let escaped = at.start > 0 && self.text.as_bytes()[at.start - 1] == b'\\';
        let first = text.chars().next().filter(|c| !code && escaped && c.is_ascii_punctuation());
        let skipped = first.map_or(0, char::len_utf8);
        if let Some(c) = first {
            self.push(span.part(0, skipped), InlineKind::Literal(c.to_string()));
        }
        if text.len() > skipped {
            let rest = Span { start: span.start + skipped, ..span };
            // A cell read anew may have lost the code span that kept these marks: better hide too much.
            let hidden = text[skipped..].find("%%").filter(|_| !code);
            let shown = &text[skipped..hidden.map_or(text.len(), |i| skipped + i)];
            self.pieces(shown, Span { end: rest.start + shown.len(), ..rest }, inline::unmasked);
        }
    }

    fn open(&mut self, kind: FrameKind, span: Span) -> Option<()> {
        let frame = Frame::new(kind, span);
        if frame.nests() && self.stack.iter().filter(|frame| frame.nests()).count() >= DEPTH {
            let start = Span::new(span.source, span.start..(span.start + 1).min(span.end));
            self.diags.push(Diagnostic::at(Code::NestedTooDeep, start).arg("limite", DEPTH));
            return None;
        }
        if !frame.nests() && self.is_crowded(&frame) {
            return Some(());
        }
        self.stack.push(frame);
        Some(())
    }

    /// Whether too many elements are open for one more, which is said once a note: the text of the
    /// element stays, without it.
    fn is_crowded(&mut self, frame: &Frame) -> bool {
        let limit = if frame.is_inline() {
            INLINE_DEPTH
        } else if frame.is_html() {
            OPEN_ELEMENTS
        } else {
            return false;
        };
        let same = |open: &&Frame| if frame.is_inline() { open.is_inline() } else { open.is_html() };
        if self.stack.iter().filter(same).count() < limit {
            return false;
        }
        if !std::mem::replace(&mut self.flattened, true) {
            let start = Span { end: (frame.span.start + 1).min(frame.span.end), ..frame.span };
            self.diags.push(Diagnostic::at(Code::NestingFlattened, start).arg("limite", limit));
        }
        if !frame.is_html() {
            self.top().flat += 1;
        }
        true
    }

    fn start(&mut self, tag: Tag<'_>, at: Range<usize>) -> Option<()> {
        let span = self.span(&at);
        let kind = match tag {
            Tag::Paragraph => {
                if let Some(item) =
                    self.stack.len().checked_sub(2).filter(|_| matches!(self.top().kind, FrameKind::Item))
                {
                    self.stack[item].loose = true;
                }
                FrameKind::Paragraph
            }
            Tag::Heading { level, .. } => FrameKind::Heading(level as u8),
            Tag::BlockQuote(_) => FrameKind::Quote,
            Tag::CodeBlock(CodeBlockKind::Fenced(info)) => FrameKind::Code(info.into_string()),
            Tag::CodeBlock(CodeBlockKind::Indented) => FrameKind::Code(String::new()),
            Tag::HtmlBlock => {
                self.html.clear();
                FrameKind::Html(Element::Paragraph, String::new())
            }
            Tag::List(start) => FrameKind::List(start),
            Tag::Item => FrameKind::Item,
            Tag::FootnoteDefinition(label) => FrameKind::Footnote(label.replace(mask::FILLER, "")),
            Tag::Table(columns) => FrameKind::Table(columns.into_iter().map(alignment).collect()),
            Tag::TableHead | Tag::TableRow => FrameKind::Row,
            Tag::TableCell => FrameKind::Cell,
            Tag::Emphasis => FrameKind::Styled(Style::Emphasis),
            Tag::Strong => FrameKind::Styled(Style::Strong),
            Tag::Strikethrough if self.text[at.clone()].starts_with("~~") => FrameKind::Styled(Style::Strike),
            Tag::Strikethrough => FrameKind::Tildes,
            Tag::Link { link_type, dest_url, .. } => FrameKind::Link(link_target(link_type, &dest_url)),
            Tag::Image { dest_url, link_type, .. } => {
                let wiki = matches!(link_type, LinkType::WikiLink { .. });
                let remote = wikilink::scheme(&dest_url).is_some();
                let path =
                    if wiki || remote { dest_url.into_string() } else { wikilink::percent_decode(&dest_url) };
                FrameKind::Image { path: path.replace(mask::FILLER, "") }
            }
            // Constructs whose options are off.
            Tag::DefinitionList
            | Tag::DefinitionListTitle
            | Tag::DefinitionListDefinition
            | Tag::Superscript
            | Tag::Subscript
            | Tag::MetadataBlock(_) => FrameKind::Html(Element::Transparent, String::new()),
        };
        self.open(kind, span)
    }

    /// Closes the Markdown element that ends, and the HTML left open in it.
    fn end(&mut self, at: &Range<usize>) {
        while self.stack.len() > 1 && self.top().is_html() && self.top().flat == 0 && !self.is_html_block() {
            self.close_top(at.end);
        }
        if self.top().flat > 0 {
            self.top().flat -= 1;
            return;
        }
        if self.is_html_block() {
            self.html_block(at);
        } else if let FrameKind::Paragraph = self.top().kind {
            self.tables(at);
        } else if let FrameKind::Row = self.top().kind {
            self.excess(at);
        }
        if self.stack.len() > 1 {
            self.close_top(at.end);
        }
    }

    /// Whether the top frame is that of a Markdown block of HTML, told by its start: the frames
    /// that its tags open come later.
    fn is_html_block(&mut self) -> bool {
        matches!(&self.top().kind, FrameKind::Html(Element::Paragraph, value) if value.is_empty())
    }

    fn close_top(&mut self, end: usize) {
        let Some(frame) = self.stack.pop() else { return };
        let page_break = frame.breaks_after.then(|| Block::new(frame.span, BlockKind::PageBreak));
        match close(frame, self.base + end) {
            Closed::Footnote(label, span, blocks) => self.footnotes.push(Footnote { label, span, blocks }),
            closed => self.top().take(closed),
        }
        if let Some(page_break) = page_break {
            self.top().push_block(page_break);
        }
    }
}

/// Where a link leads. The parser itself bounds what a definition used many times may repeat.
fn link_target(link_type: LinkType, address: &str) -> Target {
    let address = address.replace(mask::FILLER, "");
    match link_type {
        LinkType::WikiLink { has_pothole } => Target::Note(wikilink::note_link(&address, has_pothole)),
        LinkType::Email => Target::Address(format!("mailto:{address}")),
        _ => wikilink::target(&address),
    }
}

fn alignment(alignment: pulldown_cmark::Alignment) -> Alignment {
    match alignment {
        pulldown_cmark::Alignment::Center => Alignment::Center,
        pulldown_cmark::Alignment::Right => Alignment::End,
        pulldown_cmark::Alignment::None | pulldown_cmark::Alignment::Left => Alignment::Start,
    }
}
