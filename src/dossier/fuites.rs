//! Looks for leaks in what an edition for other readers prints (R88).
//!
//! In: the notes of a document with what they embed, the texts of the data, an edition. Out: a warning at
//! each price, score or contact that somebody wrote into a text, where no mask can take it out.

use super::Loaded;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::documents::BoundNote;
use crate::parse::tree::{Block, BlockKind, Inline, InlineKind, Target, plain_text};
use crate::parse::walk::{walk, walk_blocks};
use crate::parse::yaml::{Node, Value};
use crate::projet::Projet;
use crate::projet::edition::Edition;
use crate::regles::fuites::{REGLE, fuites};
use crate::source::{Sources, Span, fold};
use crate::vault::Links;

/// The keys whose values an edition leaves out, or which no other edition prints.
const MASKED: [&str; 6] = ["couts", "notes", "dpd", "rprp", "derogations", "theme"];

/// One search: for whom, and what was set aside.
pub(crate) struct Recherche<'a> {
    edition: Edition,
    projet: &'a Projet,
    sources: &'a Sources,
}

impl<'a> Recherche<'a> {
    /// The search for an edition; none for the internal one, which shows everything.
    pub(crate) fn new(edition: Edition, projet: &'a Projet, sources: &'a Sources) -> Option<Self> {
        (edition != Edition::Interne).then_some(Self { edition, projet, sources })
    }

    /// Looks in the texts of the manifest and of the data.
    pub(crate) fn donnees(&self, loaded: &Loaded, diags: &mut Diagnostics) {
        loaded.manifeste.iter().chain(&loaded.donnees).for_each(|node| self.node(node, diags));
    }

    /// Looks in the notes of a document, and in what they embed.
    pub(crate) fn notes(&self, notes: &[BoundNote<'_>], links: &Links, diags: &mut Diagnostics) {
        for bound in notes {
            for said in bound.metadata.title.iter().chain(&bound.metadata.chapo) {
                self.text(&said.text, said.span, "aide", diags);
            }
            self.blocks(&bound.note.blocks, diags);
            bound.note.footnotes.iter().for_each(|footnote| self.blocks(&footnote.blocks, diags));
            for part in links.embedded(bound.note) {
                self.blocks(part.blocks(), diags);
                part.footnotes().for_each(|footnote| self.blocks(&footnote.blocks, diags));
            }
        }
    }

    fn node(&self, node: &Node, diags: &mut Diagnostics) {
        match &node.value {
            Value::Null => {}
            Value::Scalar { text, .. } => self.text(text, node.span, "aide-donnees", diags),
            Value::Sequence(items) => items.iter().for_each(|item| self.node(item, diags)),
            Value::Mapping(entries) => {
                let shown = entries.iter().filter(|entry| !MASKED.contains(&fold(&entry.key).as_str()));
                shown.for_each(|entry| self.node(&entry.value, diags));
            }
        }
    }

    fn blocks(&self, blocks: &[Block], diags: &mut Diagnostics) {
        walk_blocks(blocks, &mut |block| match &block.kind {
            BlockKind::Paragraph(line) | BlockKind::Heading(_, line) => self.line(line, block.span, diags),
            BlockKind::Callout(callout) => self.line(&callout.title, block.span, diags),
            BlockKind::Code(text) | BlockKind::Diagram(text) | BlockKind::Placeholder(_, text) => {
                self.text(text, block.span, "aide", diags);
            }
            _ => {}
        });
        walk(blocks, &mut |inline| match &inline.kind {
            InlineKind::Footnote(line) => self.line(line, inline.span, diags),
            // An address that the text of its link does not show.
            InlineKind::Link(Target::Address(address), _) => {
                let hidden = address.strip_prefix("mailto:").or_else(|| address.strip_prefix("tel:"));
                hidden.into_iter().for_each(|hidden| self.text(hidden, inline.span, "aide", diags));
            }
            InlineKind::Blocks(blocks) => self.blocks(blocks, diags),
            _ => {}
        });
    }

    fn line(&self, line: &[Inline], span: Span, diags: &mut Diagnostics) {
        self.text(&plain_text(line), span, "aide", diags);
    }

    /// Reports what a text leaks, each at its own place where the source has it as it is printed.
    fn text(&self, text: &str, span: Span, help: &'static str, diags: &mut Diagnostics) {
        let source = self.sources.text(span);
        let mut from = 0;
        for (genre, range) in fuites(text) {
            let said = &text[range];
            let place = source[from..].find(said).map(|at| from + at..from + at + said.len());
            let place = place.map_or(span, |at| {
                from = at.end;
                Span::new(span.source, span.start + at.start..span.start + at.end)
            });
            let found = Diagnostic::at(Code::Leak, place).arg("genre", genre).arg("extrait", said);
            let found = found.arg("edition", self.edition.mot()).help(help).about(genre);
            let mut waivers = self.projet.manifeste.derogations.iter();
            if !waivers.any(|waiver| waiver.covers(REGLE, &found.objets)) {
                diags.push(found);
            }
        }
    }
}
