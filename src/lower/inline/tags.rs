//! Leaves the tags of a line out of the page.

use super::super::Lowering;
use super::{is_blank, is_break};
use crate::diagnostic::{Code, Diagnostic};
use crate::parse::tree::{Inline, InlineKind};

/// The line without the tags that end it or fill it; a line of tags goes with its break. A tag
/// that text follows may be a word of the sentence: it stays as written, with a warning.
pub(super) fn without_tags(content: &[Inline], lowering: &mut Lowering<'_, '_>) -> Vec<Inline> {
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

/// Whether an inline is more than a space, a mark of punctuation, a tag.
fn says_something(inline: &Inline) -> bool {
    match &inline.kind {
        InlineKind::Text(text) | InlineKind::Literal(text) => text.chars().any(char::is_alphanumeric),
        InlineKind::Tag(_) | InlineKind::Comment(_) | InlineKind::SoftBreak | InlineKind::HardBreak => false,
        _ => true,
    }
}
