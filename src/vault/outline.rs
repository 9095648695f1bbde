//! The parts of a note that a link can name: its headings and its blocks with an id.

use crate::parse::tree::{Block, BlockKind, NoteLink, plain_text};
use crate::parse::walk::walk_blocks;
use crate::source::{Span, fold};

/// The headings and named blocks of a note, in its order.
#[derive(Debug, Default)]
pub(crate) struct Outline {
    headings: Vec<Heading>,
    ids: Vec<(String, Span)>,
}

#[derive(Debug)]
struct Heading {
    level: u8,
    text: String,
    key: String,
    span: Span,
}

impl Outline {
    pub(crate) fn new(blocks: &[Block]) -> Self {
        let mut outline = Self::default();
        walk_blocks(blocks, &mut |block| {
            if let Some(id) = &block.id {
                outline.ids.push((id.to_lowercase(), block.span));
            }
            if let BlockKind::Heading(level, content) = &block.kind {
                let text = plain_text(content);
                outline.headings.push(Heading { level: *level, key: key(&text), text, span: block.span });
            }
        });
        outline
    }

    /// The place of the part that a link names.
    pub(super) fn find(&self, link: &NoteLink) -> Option<Span> {
        if let Some(id) = &link.block {
            let id = id.to_lowercase();
            return self.ids.iter().find(|(known, _)| *known == id).map(|(_, span)| *span);
        }
        let mut found: Option<&Heading> = None;
        let mut rest = self.headings.as_slice();
        for wanted in &link.headings {
            let wanted = key(wanted);
            let inside = found.map_or(0, |heading| heading.level);
            let end = rest
                .iter()
                .position(|heading| found.is_some() && heading.level <= inside)
                .unwrap_or(rest.len());
            let at = rest[..end].iter().position(|heading| heading.key == wanted)?;
            found = Some(&rest[at]);
            rest = &rest[at + 1..];
        }
        found.map(|heading| heading.span)
    }

    /// The heading or id that is written most like the one a link names.
    pub(super) fn nearest(&self, link: &NoteLink) -> Option<String> {
        let best = |wanted: &str, names: Vec<(String, String)>| {
            let scored = names.into_iter().map(|(key, shown)| (strsim::jaro_winkler(&key, wanted), shown));
            let best = scored.filter(|(score, _)| *score > 0.8).max_by(|a, b| a.0.total_cmp(&b.0));
            best.map(|(_, shown)| shown)
        };
        match &link.block {
            Some(id) => best(
                &id.to_lowercase(),
                self.ids.iter().map(|(id, _)| (id.clone(), format!("^{id}"))).collect(),
            ),
            None => {
                let names = self.headings.iter().map(|heading| (heading.key.clone(), heading.text.clone()));
                best(&key(link.headings.last()?), names.collect())
            }
        }
    }
}

/// A heading as links compare it: Obsidian leaves out the characters that a link cannot hold, and
/// other programs write `#image-porteuse-d-information`.
fn key(text: &str) -> String {
    fold(text).chars().filter(|c| c.is_alphanumeric()).collect()
}
