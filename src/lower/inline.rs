//! Lowers what stands inside a line.

use super::Lowering;
use super::block::Place;
use super::math;
use super::text::cut_long_words;
use crate::diagnostic::{Code, Diagnostic};
use crate::locale::Typographer;
use crate::parse::math::Formula;
use crate::parse::tree::{
    Block, BlockKind, Image, Inline, InlineKind, NoteLink, Style, Target, Variable, plain_text,
};
use crate::parse::walk::walk_blocks;
use crate::source::{Span, VaultPath};
use crate::vault::Destination;

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

    fn link(&mut self, target: &Target, content: &[Inline], span: Span, next: Option<char>) {
        let shown = match target {
            Target::Note(link) if !link.has_text => {
                Some(vec![Inline::new(span, InlineKind::Literal(shown_name(link, content)))])
            }
            _ => None,
        };
        let content = shown.as_deref().unwrap_or(content);
        let empty = plain_text(content).trim().is_empty()
            && !content.iter().any(|inline| matches!(inline.kind, InlineKind::Image(_)));
        let destination = self.lowering.context.document.links.destinations.get(&span).cloned();
        let destination = destination.filter(|_| !self.around.link);
        match destination {
            Some(Destination::Address(address)) => {
                self.code("lien(");
                self.lowering.out.literal(&ascii_address(&address));
                self.code(", ");
                self.underlined(content);
                // On paper the address stands in a footnote, where there can be one and it is not read yet.
                let read = empty || bare(&address, content);
                if read || self.around.heading || self.around.footnote {
                    self.code("appel: false, ");
                }
                if empty {
                    self.lowering.out.literal(&address);
                } else {
                    self.linked(content, next, bare(&address, content));
                }
                self.code(")");
            }
            Some(Destination::Note(path, part)) if !empty => self.note_link(&path, part, content, span, next),
            Some(Destination::Missing) if !self.around.heading => {
                let label = self.lowering.context.label("lien-a-verifier");
                self.code("lien-rompu(");
                self.lowering.out.literal(&label);
                self.code(", ");
                self.expression(content, next);
                self.code(")");
            }
            _ => self.expression(content, next),
        }
    }

    /// A link to a note: to its place in the document, else to the document of the dossier that holds it.
    fn note_link(
        &mut self,
        path: &VaultPath,
        part: Option<Span>,
        content: &[Inline],
        span: Span,
        next: Option<char>,
    ) {
        let own = self.lowering.context.document.links.notes.get(&span.source) == Some(path);
        let place = self.lowering.context.printed.place(self.lowering.copy, path, part);
        if let Some((copy, target)) = place.filter(|_| part.is_some() || !own) {
            self.code("lien-interne(");
            self.lowering.out.literal(&super::block::anchor(copy, target));
            self.code(", ");
            self.underlined(content);
            if self.around.heading {
                self.code("page: false, ");
            }
            self.linked(content, next, false);
            return self.code(")");
        }
        if own {
            return self.expression(content, next);
        }
        match self.lowering.context.elsewhere(path) {
            Some(document) if !self.around.heading => {
                self.code("renvoi(");
                self.lowering.out.literal(&document);
                self.code(", ");
                self.expression(content, Some(' '));
                self.code(")");
                self.typographer.skip(')');
            }
            Some(_) => self.expression(content, next),
            None => {
                self.lowering.context.unpublished(path, span);
                self.expression(content, next);
            }
        }
    }

    /// Leaves out the underline of a link where its text is struck or underlined already, around
    /// the link or in it.
    fn underlined(&mut self, content: &[Inline]) {
        if self.around.decorated || has_decoration(content) {
            self.code("souligne: false, ");
        }
    }

    /// The text of a link; a bare address keeps its own spaces and marks.
    fn linked(&mut self, content: &[Inline], next: Option<char>, bare: bool) {
        let around = self.around;
        self.around.link = true;
        self.around.decorated |= !has_decoration(content);
        if bare {
            let text = plain_text(content);
            self.typographer.skip(text.chars().next_back().unwrap_or('x'));
            self.breakable(&text);
        } else {
            self.expression(content, next);
        }
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

    fn footnote_call(&mut self, label: &str, span: Span) {
        let copy = self.lowering.copy;
        let known = self.lowering.context.printed.footnotes.get(&(copy, span.source, label)).copied();
        let Some(footnote) = known else {
            self.lowering.context.warn(Diagnostic::at(Code::FootnoteNotFound, span).arg("nom", label));
            let text = self.lowering.context.label("note-manquante");
            self.code("manque(");
            self.lowering.out.literal(&text);
            return self.code(")");
        };
        let key = (copy, span.source, footnote.label.as_str());
        // A footnote called inside a link, a heading or another footnote has no place on the page:
        // its text stands in the line, the first time.
        let inside = self.around.heading || self.around.link;
        if inside && !self.around.footnote && self.lowering.context.bracketed.insert(key) {
            return self.bracketed(&text_of(&footnote.blocks));
        }
        if self.around.footnote || inside {
            self.lowering.context.warn(Diagnostic::at(Code::FootnoteMisplaced, span).arg("nom", label));
            return self.code("none");
        }
        let id = super::block::anchor(copy, footnote.span).replacen('l', "note", 1);
        if !self.lowering.context.written.insert(key) {
            self.code(&format!("rappel-note(\"{id}\")"));
            return;
        }
        let again = self.lowering.context.printed.calls.get(&key).is_some_and(|calls| *calls > 1);
        self.code("note(");
        if again {
            self.code(&format!("id: \"{id}\", "));
        }
        // The typesetter draws the decoration of the call under the text of the footnote too.
        let decorated = std::mem::replace(&mut self.lowering.decorated, self.around.decorated);
        self.lowering.content(&footnote.blocks, Place::Footnote);
        self.lowering.decorated = decorated;
        self.code(")");
    }

    fn footnote(&mut self, content: &[Inline]) {
        if self.around.footnote || self.around.heading || self.around.link {
            return self.bracketed(content);
        }
        self.code("note(");
        let decorated = std::mem::replace(&mut self.lowering.decorated, self.around.decorated);
        self.lowering.footnote_inlines(content);
        self.lowering.decorated = decorated;
        self.code(")");
    }

    /// The text of a footnote in the line, in brackets.
    fn bracketed(&mut self, content: &[Inline]) {
        let around = self.around;
        self.around.footnote = true;
        self.code("{\n\" (\"\n");
        self.typographer.skip('(');
        self.expression(content, Some(')'));
        self.typographer.skip(')');
        self.code("\n\")\"\n}");
        self.around = around;
    }

    fn image(&mut self, image: &Image, span: Span) {
        if self.around.heading {
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

/// What a link without a text of its own shows: `Note > Heading`, as Obsidian does.
fn shown_name(link: &NoteLink, content: &[Inline]) -> String {
    if link.headings.is_empty() && link.block.is_none() {
        return plain_text(content).trim_end_matches('\\').to_owned();
    }
    let parts = std::iter::once(&link.note).filter(|note| !note.is_empty()).chain(&link.headings);
    let shown = parts.cloned().collect::<Vec<_>>().join(" > ");
    if shown.is_empty() { link.block.clone().unwrap_or_default() } else { shown }
}

/// An address as a PDF holds it, in ASCII (ISO 32000-1, 12.6.4.7): other characters percent-encoded.
fn ascii_address(address: &str) -> String {
    let mut out = String::with_capacity(address.len());
    for byte in address.bytes() {
        if byte.is_ascii_graphic() { out.push(byte.into()) } else { out.push_str(&format!("%{byte:02X}")) }
    }
    out
}

/// Whether a text is struck or underlined, somewhere in it.
fn has_decoration(content: &[Inline]) -> bool {
    content.iter().any(|inline| match &inline.kind {
        InlineKind::Styled(Style::Strike | Style::Underline, _) => true,
        InlineKind::Styled(_, content) => has_decoration(content),
        _ => false,
    })
}

/// Whether a link shows its own address.
fn bare(address: &str, content: &[Inline]) -> bool {
    let text = plain_text(content);
    text == address || address.strip_prefix("mailto:") == Some(&text)
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

/// The line without the tags that end it or fill it; a line of tags goes with its break. A tag
/// that text follows may be a word of the sentence: it stays as written, with a warning.
fn without_tags(content: &[Inline], lowering: &mut Lowering<'_, '_>) -> Vec<Inline> {
    if !content.iter().any(|inline| matches!(inline.kind, InlineKind::Tag(_))) {
        return content.to_vec();
    }
    let mut out: Vec<Inline> = Vec::new();
    for line in content.split_inclusive(is_break) {
        let mut kept = Vec::new();
        let last_word = line.iter().rposition(says_something);
        for (i, inline) in line.iter().enumerate() {
            let InlineKind::Tag(name) = &inline.kind else {
                kept.push(inline.clone());
                continue;
            };
            if last_word.is_some_and(|last| last > i) {
                lowering
                    .context
                    .warn(Diagnostic::at(Code::TagInSentence, inline.span).arg("etiquette", name));
                let space = if i == 0 { "" } else { " " };
                kept.push(Inline::new(inline.span, InlineKind::Literal(format!("{space}#{name}"))));
            }
        }
        if kept.iter().any(|inline| !is_break(inline) && !is_blank(inline)) {
            out.extend(kept);
        }
    }
    // The tags may have been the last line.
    while out.last().is_some_and(is_break) {
        out.pop();
    }
    out
}

pub(super) fn is_break(inline: &Inline) -> bool {
    matches!(inline.kind, InlineKind::SoftBreak | InlineKind::HardBreak)
}

pub(super) fn is_blank(inline: &Inline) -> bool {
    matches!(&inline.kind, InlineKind::Text(text) if text.trim().is_empty())
}

/// Whether an inline is more than a space, a mark of punctuation, a tag.
fn says_something(inline: &Inline) -> bool {
    match &inline.kind {
        InlineKind::Text(text) | InlineKind::Literal(text) => text.chars().any(char::is_alphanumeric),
        InlineKind::Tag(_) | InlineKind::Comment(_) | InlineKind::SoftBreak | InlineKind::HardBreak => false,
        _ => true,
    }
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
