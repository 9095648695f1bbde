//! The parts of a note that a link can name: its headings and its blocks with an id.

use crate::parse::tree::{Block, BlockKind, NoteLink, plain_text};
use crate::parse::walk::walk_blocks;
use crate::source::{Span, fold};
use std::collections::HashMap;

/// The headings and named blocks of a note, in its order.
#[derive(Debug, Default)]
pub(crate) struct Outline {
    headings: Vec<Heading>,
    /// Where the headings of a key stand among them, in their order.
    keys: HashMap<String, Vec<usize>>,
    ids: Vec<(String, Span)>,
    /// The first block of each id.
    named: HashMap<String, Span>,
}

#[derive(Debug)]
struct Heading {
    level: u8,
    text: String,
    key: String,
    span: Span,
    /// The first of the headings that does not stand under it.
    end: usize,
}

impl Outline {
    pub(crate) fn new(blocks: &[Block]) -> Self {
        let mut outline = Self::default();
        walk_blocks(blocks, &mut |block| {
            if let Some(id) = &block.id {
                let id = id.to_lowercase();
                outline.named.entry(id.clone()).or_insert(block.span);
                outline.ids.push((id, block.span));
            }
            if let BlockKind::Heading(level, content) = &block.kind {
                outline.heading(*level, plain_text(content), block.span);
            }
        });
        let mut open: Vec<usize> = Vec::new();
        let end = outline.headings.len();
        for (rank, level) in
            outline.headings.iter().map(|heading| heading.level).enumerate().collect::<Vec<_>>()
        {
            while let Some(last) = open.pop_if(|last| outline.headings[*last].level >= level) {
                outline.headings[last].end = rank;
            }
            open.push(rank);
        }
        open.into_iter().for_each(|last| outline.headings[last].end = end);
        outline
    }

    fn heading(&mut self, level: u8, text: String, span: Span) {
        let key = key(&text);
        self.keys.entry(key.clone()).or_default().push(self.headings.len());
        self.headings.push(Heading { level, key, text, span, end: 0 });
    }

    /// The place of the part that a link names.
    pub(super) fn find(&self, link: &NoteLink) -> Option<Span> {
        if let Some(id) = &link.block {
            return self.named.get(&id.to_lowercase()).copied();
        }
        let (mut found, mut inside) = (None, 0..self.headings.len());
        for wanted in &link.headings {
            let same = self.keys.get(&key(wanted))?;
            let first = *same.get(same.partition_point(|rank| *rank < inside.start))?;
            if first >= inside.end {
                return None;
            }
            inside = first + 1..self.headings[first].end;
            found = Some(self.headings[first].span);
        }
        found
    }

    /// The heading or id that is written most like the one a link names.
    pub(super) fn nearest(&self, link: &NoteLink) -> Option<String> {
        match &link.block {
            Some(id) => {
                let ids = self.ids.iter().map(|(id, _)| (id.as_str(), id.as_str()));
                most_like(&id.to_lowercase(), ids).map(|id| format!("^{id}"))
            }
            None => {
                let headings =
                    self.headings.iter().map(|heading| (heading.key.as_str(), heading.text.as_str()));
                most_like(&key(link.headings.last()?), headings).map(str::to_owned)
            }
        }
    }
}

/// What is shown for the key that is written most like `wanted`, if one is at all.
fn most_like<'a>(wanted: &str, names: impl Iterator<Item = (&'a str, &'a str)>) -> Option<&'a str> {
    let scored = names.map(|(key, shown)| (strsim::jaro_winkler(key, wanted), shown));
    let best = scored.filter(|(score, _)| *score > 0.8).max_by(|a, b| a.0.total_cmp(&b.0));
    best.map(|(_, shown)| shown)
}

/// A heading as links compare it: Obsidian leaves out the characters that a link cannot hold, and
/// other programs write `#image-porteuse-d-information`.
fn key(text: &str) -> String {
    fold(text).chars().filter(|c| c.is_alphanumeric()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::tree::{Inline, InlineKind};
    use crate::source::{Source, Sources, VaultPath};

    /// A note of these headings, each a byte long, at the place of its rank.
    fn outline(headings: &[(u8, &str)]) -> Outline {
        let mut sources = Sources::default();
        let id = sources.add(Source::new(VaultPath::new("n.md").expect("a path"), String::new()));
        let blocks = headings.iter().enumerate().map(|(rank, (level, text))| {
            let span = Span::new(id, rank..rank + 1);
            let content = vec![Inline::new(span, InlineKind::Text((*text).to_owned()))];
            Block::new(span, BlockKind::Heading(*level, content))
        });
        Outline::new(&blocks.collect::<Vec<_>>())
    }

    #[test]
    fn goes_down_through_headings() {
        let outline =
            outline(&[(1, "A"), (2, "B"), (3, "C"), (2, "D"), (3, "C"), (1, "B"), (3, "E"), (2, "C")]);
        for (path, expected) in [
            ("A", Some(0)),
            ("B", Some(1)),
            ("C", Some(2)),
            ("A#C", Some(2)),
            ("D#C", Some(4)),
            ("A#D#C", Some(4)),
            ("B#C", Some(2)),
            ("B#E", None),
            ("A#E", None),
            ("D#B", None),
            ("E#C", None),
            ("C#C", None),
            ("F", None),
        ] {
            let headings = path.split('#').map(str::to_owned).collect();
            let link = NoteLink { note: String::new(), headings, block: None, has_text: false };
            assert_eq!(outline.find(&link).map(|span| span.start), expected, "{path}");
        }
    }
}
