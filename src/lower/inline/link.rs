//! Lowers links: to an address, to a place of the document, to another document of the dossier.

use super::super::block::anchor;
use super::Line;
use crate::parse::tree::{Inline, InlineKind, NoteLink, Style, Target, plain_text};
use crate::source::{Span, VaultPath};
use crate::vault::Destination;

impl Line<'_, '_, '_> {
    pub(super) fn link(&mut self, target: &Target, content: &[Inline], span: Span, next: Option<char>) {
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
            self.lowering.out.literal(&anchor(copy, target));
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
