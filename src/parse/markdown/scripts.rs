//! The stand-ins of scripts, in the places that the mask left of them.
//!
//! In: a text of the reader. Out: its inlines, the scripts among them; a message for those that no
//! stand-in shows.

use super::*;

impl Reader<'_, '_> {
    /// Pushes a text as `cut` cuts it, a stand-in in the place of each script; in code, the script itself.
    pub(super) fn pieces(&mut self, text: &str, span: Span, cut: fn(&str, Span) -> Vec<Inline>) {
        let scripts = self.scripts;
        let from = span.start - self.base;
        let mut at = 0;
        for (start, (end, script)) in scripts.range(from..from + text.len()) {
            let part = at.min(start - from)..start - from;
            if let Some(words) = text.get(part.clone()).filter(|words| !words.is_empty()) {
                let pieces = cut(words, span.part(part.start, part.end));
                pieces.into_iter().for_each(|inline| self.top().push_inline(inline));
            }
            self.computed.insert(*start);
            let kind = match self.top().kind {
                FrameKind::Code(_) => InlineKind::Literal(script.clone()),
                _ => InlineKind::Placeholder(Unsupported::Expression, "Templater".to_owned()),
            };
            self.push(self.span(&(*start..*end)), kind);
            at = (end - from).min(text.len());
        }
        if let Some(words) = text.get(at..).filter(|words| !words.is_empty()) {
            let pieces = cut(words, span.part(at, text.len()));
            pieces.into_iter().for_each(|inline| self.top().push_inline(inline));
        }
    }

    /// Reports the scripts that stand where no stand-in can: in an address, a formula, an attribute.
    pub(super) fn uncomputed(&mut self) {
        for (start, (end, _)) in self.scripts.iter().filter(|(start, _)| !self.computed.contains(start)) {
            let span = self.span(&(*start..*end));
            let diagnostic = Diagnostic::at(Code::NotTypeset, span);
            self.diags.push(diagnostic.arg("genre", Unsupported::Expression.name()).arg("nom", "Templater"));
        }
    }
}
