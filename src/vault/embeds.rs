//! The graph of embeds: which note shows which, how far it goes, where it would never end.
//!
//! In: the notes that documents are made of. Out: [`Links`] for them and for all that they embed. A
//! note or part is resolved once, however often it is shown; what it would grow to is computed, not built.

use super::part::Embedded;
use super::resolver::Resolver;
use super::{Index, Links, Shelf};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};
use crate::load::Listing;
use crate::parse::note::Note;
use crate::parse::walk::walk;
use crate::source::{SourceId, Span, VaultPath};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// How deep notes may embed each other (design, Budgets).
const DEPTH: usize = 16;
/// How many embeds the notes of a dossier may hold, once all are put in their place.
const COUNT: u64 = 10_000;
/// How much text they may put there, in bytes.
const EXPANSION: u64 = 32 << 20;

/// A note, or the part of it at that place.
type Key = (SourceId, Option<Span>);

/// What a note or part grows to, with all that it embeds.
#[derive(Debug, Clone, Copy, Default)]
struct Measure {
    bytes: u64,
    embeds: u64,
    /// How many embeds stand in each other in it.
    height: usize,
}

/// A limit that the embeds go over, by its name in the catalogue, and its value.
type Limit = (&'static str, u64);

impl Measure {
    /// Takes in what one embed shows.
    fn add(&mut self, shown: Measure) -> Result<(), Limit> {
        self.bytes = self.bytes.saturating_add(shown.bytes);
        self.embeds = self.embeds.saturating_add(shown.embeds).saturating_add(1);
        self.height = self.height.max(shown.height + 1);
        if self.embeds > COUNT {
            return Err(("nombre", COUNT));
        }
        if self.bytes > EXPANSION { Err(("texte", EXPANSION >> 20)) } else { Ok(()) }
    }
}

/// What the resolution of a vault's notes shares.
pub(crate) struct Vault<'a> {
    pub listing: &'a Listing,
    pub index: &'a Index,
    pub shelf: &'a mut dyn Shelf,
    pub diags: &'a mut Diagnostics,
}

/// Resolves the links, images and embeds of `notes`, and those of what they embed.
pub(crate) fn resolve<'n>(
    notes: impl IntoIterator<Item = (&'n VaultPath, &'n Arc<Note>)>,
    vault: Vault<'_>,
) -> Links {
    let mut walk = Walk {
        vault,
        links: Links::default(),
        advice: 100,
        done: BTreeMap::new(),
        cut: BTreeSet::new(),
        trail: Vec::new(),
        parts: BTreeMap::new(),
        total: Measure::default(),
    };
    for (path, note) in notes {
        walk.links.notes.insert(note.source, path.clone());
        let Err(((limit, value), span)) = walk.root(path, note) else { continue };
        let diagnostic = Diagnostic::at(Code::EmbedLimit, span).arg("limite", limit).arg("valeur", value);
        walk.vault.diags.push(diagnostic);
        // What was refused is not shown, nor read any further.
        walk.links.embeds.clear();
        break;
    }
    walk.links
}

struct Walk<'a> {
    vault: Vault<'a>,
    links: Links,
    /// How many more broken names are compared with all those of the vault or of a note: who has a hundred
    /// broken links needs no advice for each.
    advice: usize,
    /// The notes and parts that were walked to their end.
    done: BTreeMap<Key, Measure>,
    /// The embeds that would never end.
    cut: BTreeSet<Span>,
    /// The notes and parts being walked, each with the embed that led to it.
    trail: Vec<(Key, Option<Span>)>,
    parts: BTreeMap<Key, Arc<Embedded>>,
    /// What all notes embed.
    total: Measure,
}

impl Walk<'_> {
    fn root(&mut self, path: &VaultPath, note: &Arc<Note>) -> Result<(), (Limit, Span)> {
        self.trail.clear();
        let key = (note.source, None);
        let whole = Arc::new(Embedded::whole(path, note));
        self.parts.entry(key).or_insert_with(|| Arc::clone(&whole));
        let measure = match self.done.get(&key) {
            Some(measure) => *measure,
            None => self.visit(key, None, &whole)?,
        };
        let own = whole.bytes();
        let embedded = Measure {
            bytes: measure.bytes.saturating_sub(own),
            embeds: measure.embeds.saturating_sub(1),
            height: 0,
        };
        let first = whole.blocks().first().map_or(Span::new(note.source, 0..0), |block| block.span);
        if measure.embeds == 0 { Ok(()) } else { self.total.add(embedded).map_err(|limit| (limit, first)) }
    }

    /// Resolves a note or part, then what it embeds.
    fn visit(&mut self, key: Key, by: Option<Span>, part: &Arc<Embedded>) -> Result<Measure, (Limit, Span)> {
        self.trail.push((key, by));
        let mut measure = Measure { bytes: part.bytes(), ..Measure::default() };
        for (span, path, place) in self.resolve_part(part) {
            // The place to mend is the embed in the note that the reader asked for.
            let first = self.trail.get(1).and_then(|step| step.1).unwrap_or(span);
            let Some((shown, child)) = self.part(&path, place) else { continue };
            if let Some(start) = self.trail.iter().position(|(open, _)| *open == shown) {
                self.cycle(start, span);
                continue;
            }
            if self.cut.contains(&span) {
                continue;
            }
            self.links.embeds.insert(span, Arc::clone(&child));
            let known = self.done.get(&shown).copied();
            let height = known.map_or(0, |measure| measure.height);
            if self.trail.len() + height > DEPTH {
                return Err((("profondeur", DEPTH as u64), first));
            }
            let grown = match known {
                Some(measure) => measure,
                None => self.visit(shown, Some(span), &child)?,
            };
            measure.add(grown).map_err(|limit| (limit, first))?;
        }
        self.trail.pop();
        self.done.insert(key, measure);
        Ok(measure)
    }

    /// Resolves what stands in a part; gives its embeds that lead somewhere, in the order of the text.
    fn resolve_part(&mut self, part: &Embedded) -> Vec<(Span, VaultPath, Option<Span>)> {
        let shelved = self.vault.shelf.note(&part.path);
        let mut resolver = Resolver {
            path: &part.path,
            own: &shelved.outline,
            listing: self.vault.listing,
            index: self.vault.index,
            shelf: &mut *self.vault.shelf,
            diags: &mut *self.vault.diags,
            links: &mut self.links,
            advice: &mut self.advice,
            embeds: Vec::new(),
            named: BTreeSet::new(),
        };
        let footnotes = part.footnotes().flat_map(|footnote| &footnote.blocks);
        for block in part.blocks().iter().chain(footnotes) {
            walk(std::slice::from_ref(block), &mut |inline| resolver.inline(inline));
        }
        resolver.embeds
    }

    /// The part of a note that an embed shows; a note that cannot be read is reported with its own mistakes.
    fn part(&mut self, path: &VaultPath, place: Option<Span>) -> Option<(Key, Arc<Embedded>)> {
        let shelved = self.vault.shelf.note(path);
        let Some(note) = &shelved.note else {
            shelved.faults.iter().for_each(|fault| self.vault.diags.push(fault.clone()));
            return None;
        };
        let key = (note.source, place);
        if let Some(part) = self.parts.get(&key) {
            return Some((key, Arc::clone(part)));
        }
        let part = Arc::new(match place {
            None => Embedded::whole(path, note),
            Some(place) => Embedded::part(path, note, place),
        });
        self.links.notes.insert(note.source, path.clone());
        // What is wrong outside of the part is no affair of the document.
        let spans: Vec<Span> = part.blocks().iter().map(|block| block.span).collect();
        let inside = |at: Span| spans.iter().any(|span| span.start <= at.start && at.end <= span.end);
        for fault in &shelved.faults {
            if matches!(fault.place, Place::Span(at) if part.is_whole() || inside(at)) {
                self.vault.diags.push(fault.clone());
            }
        }
        self.parts.insert(key, Arc::clone(&part));
        Some((key, part))
    }

    /// Reports an embed at `last` that leads back to the note or part at `start` of the trail.
    fn cycle(&mut self, start: usize, last: Span) {
        self.cut.insert(last);
        self.links.embeds.remove(&last);
        let steps: Vec<Span> =
            self.trail[start + 1..].iter().filter_map(|(_, by)| *by).chain([last]).collect();
        let sources = self.vault.shelf.sources();
        let place = |span: &Span| {
            let source = sources.get(span.source);
            format!("{}:{}", source.path, source.line_col(span.start).line)
        };
        let mut chain: Vec<String> = steps.iter().map(place).collect();
        chain.extend(chain.first().cloned());
        let mut diagnostic = Diagnostic::at(Code::EmbedCycle, steps[0]).arg("chaine", chain.join(" → "));
        for step in &steps[1..] {
            diagnostic = diagnostic.related(*step, "etape");
        }
        self.vault.diags.push(diagnostic);
    }
}
