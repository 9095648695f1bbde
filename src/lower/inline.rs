//! Lowers what stands inside a line.

mod footnote;
mod link;
mod tags;

use super::Lowering;
use super::math;
use super::text::cut_long_words;
use crate::diagnostic::{Code, Diagnostic};
use crate::locale::Typographer;
use crate::parse::math::Formula;
use crate::parse::tree::{
    Block, BlockKind, Image, Inline, InlineKind, NoteLink, Style, Variable, plain_text,
};
use crate::parse::walk::walk_blocks;
use crate::source::Span;
use tags::without_tags;

/// What surrounds a text: it decides what may stand in it.
#[derive(Debug, Clone, Copy, Default)]
struct Around {
    heading: bool,
    /// A heading of which no character has a glyph keeps its stand-ins.
    stand_in: bool,
    /// A link cannot hold another link or a footnote.
    link: bool,
    /// Underlines, strikes and highlights already there; PDF/UA-1 has one decoration a text.
    decorated: bool,
    /// No footnote: inside a footnote's own text.
    footnote: bool,
}

/// Writes one line: the typography of a line is one state, from its first character to its last.
struct Line<'l, 'c, 'a> {
    lowering: &'l mut Lowering<'c, 'a>,
    typographer: Typographer,
    around: Around,
    /// Characters since the last space.
    run: usize,
}

impl Lowering<'_, '_> {
    /// Writes the inlines of a paragraph or cell as one expression.
    pub(super) fn inlines(&mut self, content: &[Inline]) {
        self.line(content, Around::default());
    }

    /// The same for a heading: no footnotes, no broken-link marks, no stand-ins.
    pub(super) fn heading_inlines(&mut self, content: &[Inline]) {
        let stand_in = !self.context.repairs.shows(&plain_text(content));
        self.line(content, Around { heading: true, stand_in, ..Around::default() });
    }

    /// The same for the text of a footnote.
    pub(super) fn footnote_inlines(&mut self, content: &[Inline]) {
        self.line(content, Around { footnote: true, ..Around::default() });
    }

    fn line(&mut self, content: &[Inline], around: Around) {
        let around = Around { decorated: self.decorated, ..around };
        let content = without_tags(content, self);
        let typographer = Typographer::new(self.context.document.locale.conventions());
        Line { lowering: self, typographer, around, run: 0 }.expression(&content, None);
    }
}

impl Line<'_, '_, '_> {
    /// One content expression: a literal, a call, or a block of them.
    fn expression(&mut self, content: &[Inline], after: Option<char>) {
        if let [one] = content
            && !matches!(one.kind, InlineKind::SoftBreak | InlineKind::HardBreak)
        {
            return self.inline(one, after);
        }
        self.code("{\n");
        // From the last to the first, since most inlines show something and some long lines do not.
        let mut next = after;
        let mut nexts = Vec::with_capacity(content.len());
        for inline in content.iter().rev() {
            nexts.push(next);
            next = first_char(inline).or(next);
        }
        for (inline, next) in content.iter().zip(nexts.into_iter().rev()) {
            self.inline(inline, next);
            self.code("\n");
        }
        self.code("}");
    }

    fn code(&mut self, code: &str) {
        self.lowering.out.code(code);
    }

    fn inline(&mut self, inline: &Inline, next: Option<char>) {
        let part = self.lowering.out.open(inline.span);
        match &inline.kind {
            InlineKind::Text(text) | InlineKind::Literal(text) => self.text(text, inline.span, next),
            InlineKind::Code(text) => {
                self.typographer.skip(text.chars().next_back().unwrap_or('x'));
                self.raw("code-ligne", text, inline.span);
            }
            InlineKind::Styled(style, content) => self.styled(*style, content, inline.span, next),
            InlineKind::Link(target, content) => self.link(target, content, inline.span, next),
            InlineKind::Image(image) => {
                self.typographer.skip('x');
                self.image(image, inline.span);
            }
            InlineKind::Embed(link) => self.embed(link, inline.span, next),
            InlineKind::Math(formula) => {
                self.typographer.skip('x');
                self.formula(formula, inline.span);
            }
            InlineKind::FootnoteCall(label) => self.footnote_call(label, inline.span),
            InlineKind::Footnote(content) => self.footnote(content),
            InlineKind::SoftBreak if self.lowering.context.document.strict_breaks => {
                self.text(" ", inline.span, next);
            }
            InlineKind::SoftBreak | InlineKind::HardBreak => {
                self.typographer.skip('\n');
                self.code(if self.around.heading { "\" \"" } else { "linebreak()" });
            }
            InlineKind::Placeholder(kind, text) => {
                self.typographer.skip('x');
                let label = self.lowering.context.label(&format!("a-composer-{}", kind.name()));
                let diagnostic = Diagnostic::at(Code::NotTypeset, inline.span);
                self.lowering.context.warn(diagnostic.arg("genre", kind.name()).arg("nom", clip(text)));
                self.code("a-composer(");
                self.lowering.out.literal(&label);
                self.code(", ");
                let text = self.lowering.context.repairs.text(text, inline.span, false).into_owned();
                self.lowering.out.literal(&text);
                self.code(")");
            }
            InlineKind::Variable(variable) => self.variable(variable, inline.span),
            InlineKind::Comment(text) => {
                let text = self.lowering.context.set(text, inline.span, false);
                self.code("relecture(");
                self.lowering.out.literal(&text);
                self.code(")");
            }
            // Taken out by the parser and by `without_tags`.
            InlineKind::Tag(_) | InlineKind::Blocks(_) => self.code("none"),
        }
        self.lowering.out.close(part);
    }

    /// A formula; one that cannot be set is shown as its source.
    fn formula(&mut self, formula: &Formula, span: Span) {
        if !math::formula(formula, false, &mut self.lowering.out) {
            let diagnostic = Diagnostic::at(Code::FormulaUnread, span);
            self.lowering.context.warn(diagnostic.arg("source", clip(&formula.source)));
            self.raw("code-ligne", &formula.source, span);
        }
    }

    /// The stand-in of a value that is not known, which `documents` has reported.
    fn variable(&mut self, variable: &Variable, span: Span) {
        self.typographer.skip('x');
        let label = self.lowering.context.label("valeur-inconnue");
        self.code("a-composer(");
        self.lowering.out.literal(&label);
        self.code(", ");
        let text = self.lowering.context.repairs.text(&variable.to_string(), span, false).into_owned();
        self.lowering.out.literal(&text);
        self.code(")");
    }

    fn text(&mut self, text: &str, span: Span, next: Option<char>) {
        let text =
            self.lowering.context.repairs.text(text, span, self.around.heading && !self.around.stand_in);
        let text = self.typographer.text(&text, next);
        let words = whole_words(&text);
        if words.is_empty() {
            return self.breakable(&text);
        }
        // The fonts lack the hyphen that does not break (U+2011).
        self.code("{\n");
        let mut start = 0;
        for word in words {
            if word.start > start {
                self.breakable(&text[start..word.start]);
                self.code("\n");
            }
            self.code("insecable(");
            self.lowering.out.literal(&text[word.clone()]);
            self.code(")\n");
            start = word.end;
        }
        if start < text.len() {
            self.breakable(&text[start..]);
            self.code("\n");
        }
        self.code("}");
    }

    /// A text whose longest words may break: an address is often longer than a line.
    fn breakable(&mut self, text: &str) {
        let text = cut_long_words(text, &mut self.run);
        self.lowering.out.literal(&text);
    }

    /// A text that no typography touches.
    fn raw(&mut self, function: &str, text: &str, span: Span) {
        let text = self.lowering.context.repairs.text(text, span, false).into_owned();
        self.code(function);
        self.code("(");
        let text = cut_long_words(&text, &mut self.run);
        self.lowering.out.literal(&text);
        self.code(")");
    }

    fn styled(&mut self, style: Style, content: &[Inline], span: Span, next: Option<char>) {
        let decoration = matches!(style, Style::Underline | Style::Strike);
        if decoration && self.around.decorated {
            self.lowering.context.warn(Diagnostic::at(Code::DecorationsCombined, span));
            return self.expression(content, next);
        }
        let function = match style {
            Style::Strong => "gras",
            Style::Emphasis => "italique",
            Style::Strike => "barre",
            Style::Underline => "souligne",
            Style::Highlight => "surligne",
            Style::Subscript => "indice",
            Style::Superscript => "exposant",
        };
        let around = self.around;
        self.around.decorated |= decoration;
        self.code(function);
        self.code("(");
        self.expression(content, next);
        self.code(")");
        self.around = around;
    }

    /// The words of an embed, in the line.
    fn embed(&mut self, link: &NoteLink, span: Span, next: Option<char>) {
        let Some(words) = self.lowering.embedded_words(link, span) else {
            self.typographer.skip('x');
            return self.lowering.absent(link, span, "a-composer");
        };
        let copy = self.lowering.context.printed.copy(self.lowering.copy, span);
        let copy = std::mem::replace(&mut self.lowering.copy, copy);
        let words = without_tags(&words, self.lowering);
        self.code("{\n");
        if let Some(paragraph) = self.lowering.context.document.links.embeds[&span].blocks().first() {
            self.lowering.mark(paragraph.span);
        }
        self.expression(&words, next);
        self.code("\n}");
        self.lowering.copy = copy;
    }

    fn image(&mut self, image: &Image, span: Span) {
        if self.around.heading {
            let diagnostic = Diagnostic::at(Code::NotTypeset, span).arg("genre", "image-de-titre");
            self.lowering.context.warn(diagnostic.arg("nom", clip(&image.path)).help("aide-titre"));
            let alternative = self.lowering.context.set(&image.alternative, span, true);
            return self.lowering.out.literal(&alternative);
        }
        self.lowering.image(image, span, "image-ligne");
    }
}

/// The short words whose hyphen may not end a line: one or two letters before it, a capital or a
/// digit after it, such as E-RUN, Wi-Fi, I-1.
fn whole_words(text: &str) -> Vec<std::ops::Range<usize>> {
    let mut found = Vec::new();
    for (hyphen, _) in text.match_indices('-') {
        let before = text[..hyphen].chars().rev().take_while(|c| c.is_alphanumeric());
        let start = hyphen - before.map(char::len_utf8).sum::<usize>();
        let after = text[hyphen + 1..].chars().take_while(|c| c.is_alphanumeric());
        let end = hyphen + 1 + after.map(char::len_utf8).sum::<usize>();
        let short = (1..=2).contains(&text[start..hyphen].chars().count())
            && (hyphen + 2..=hyphen + 6).contains(&end);
        let name = text[start..].starts_with(char::is_uppercase)
            && text[hyphen + 1..].starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
        // A hyphen on either side makes a longer word, which may break.
        let apart = !text[..start].ends_with('-') && !text[end..].starts_with('-');
        if short && name && apart {
            found.push(start..end);
        }
    }
    found
}

/// The first character that an inline shows.
fn first_char(inline: &Inline) -> Option<char> {
    match &inline.kind {
        InlineKind::Text(text) | InlineKind::Literal(text) => text.chars().next(),
        InlineKind::Styled(_, content) | InlineKind::Link(_, content) => content.iter().find_map(first_char),
        InlineKind::SoftBreak | InlineKind::HardBreak => Some('\n'),
        InlineKind::Code(_)
        | InlineKind::Image(_)
        | InlineKind::Embed(_)
        | InlineKind::Math(_)
        | InlineKind::Variable(_)
        | InlineKind::Placeholder(..) => Some('x'),
        InlineKind::Comment(_)
        | InlineKind::FootnoteCall(_)
        | InlineKind::Footnote(_)
        | InlineKind::Tag(_)
        | InlineKind::Blocks(_) => None,
    }
}

pub(super) fn is_break(inline: &Inline) -> bool {
    matches!(inline.kind, InlineKind::SoftBreak | InlineKind::HardBreak)
}

pub(super) fn is_blank(inline: &Inline) -> bool {
    matches!(&inline.kind, InlineKind::Text(text) if text.trim().is_empty())
}

/// The text of blocks as one line.
pub(super) fn text_of(blocks: &[Block]) -> Vec<Inline> {
    let mut line: Vec<Inline> = Vec::new();
    walk_blocks(blocks, &mut |block| {
        let content = match &block.kind {
            BlockKind::Paragraph(content) | BlockKind::Heading(_, content) => content.clone(),
            BlockKind::Callout(callout) => callout.title.clone(),
            BlockKind::Code(text) | BlockKind::Diagram(text) => {
                vec![Inline::new(block.span, InlineKind::Code(text.clone()))]
            }
            BlockKind::Placeholder(kind, text) => {
                vec![Inline::new(block.span, InlineKind::Placeholder(*kind, text.clone()))]
            }
            _ => return,
        };
        if !line.is_empty() {
            line.push(Inline::new(block.span, InlineKind::Literal(" ".to_owned())));
        }
        line.extend(content);
    });
    line
}

/// The start of a long text, for a message.
fn clip(text: &str) -> String {
    let line = text.lines().next().unwrap_or_default();
    if line.chars().count() > 60 { line.chars().take(60).chain(['…']).collect() } else { line.to_owned() }
}
