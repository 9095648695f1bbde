//! Lowers footnotes: the call and the text at its first one, or the text in the line where the page has no place for it.

use super::super::block::{Place, anchor};
use super::{Line, text_of};
use crate::diagnostic::{Code, Diagnostic};
use crate::parse::tree::Inline;
use crate::source::Span;

impl Line<'_, '_, '_> {
    pub(super) fn footnote_call(&mut self, label: &str, span: Span) {
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
        let id = anchor(copy, footnote.span).replacen('l', "note", 1);
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

    pub(super) fn footnote(&mut self, content: &[Inline]) {
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
}
