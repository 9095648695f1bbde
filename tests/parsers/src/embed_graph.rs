//! A small vault made from bytes, and what must hold of its embeds.
//!
//! In: bytes. Out: nothing; a panic where an embed goes over a budget or never ends, where one that is not
//! shown goes without a word, or where a place lies outside of its file.

use crate::diagnostic::{Code, Diagnostics, Place};
use crate::load::{self, Entry, EntryKind, Failure, Files};
use crate::parse::note::Note;
use crate::parse::tree::{Inline, InlineKind};
use crate::parse::walk::walk;
use crate::shelf::VaultShelf;
use crate::source::{Sources, Span, VaultPath};
use crate::vault::{Destination, Embedded, Index, Links, Shelf, Vault, resolve};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The budgets of the design.
const DEPTH: usize = 16;
const COUNT: u64 = 10_000;
const EXPANSION: u64 = 32 << 20;

/// The notes: two of one name, one whose accents are composed the other way round, one in capitals.
const NAMES: [&str; 8] =
    ["n.md", "a.md", "d/a.md", "d/e/b.md", "c.md", "Re\u{301}seau.md", "d/CAS.md", "g.md"];

/// What a link can name.
const TARGETS: [&str; 16] = [
    "n", "a", "d/a", "b", "c", "réseau", "cas", "g", "", "../a", "d/a.md", "/a", "C.md", "alias", "absent",
    "e/b",
];

const PARTS: [&str; 8] = ["", "#A", "#^x", "#B", "#A#B", "#^y", "#^absent", "#Absent"];

/// What stands around an embed or a link.
const AROUND: [(&str, &str); 16] = [
    ("![[", "]]\n\n"),
    ("[[", "]]\n\n"),
    ("> ![[", "]]\n\n"),
    ("- ![[", "]]\n"),
    ("mot ![[", "]] mot\n\n"),
    ("> [!note] t\n> ![[", "]]\n\n^y\n\n"),
    ("| a |\n|---|\n| ![[", "]] |\n\n"),
    ("[^1]: ![[", "]]\n\n"),
    ("## B\n\n![[", "]]\n\n"),
    ("mot [^1] ![[", "]] ^x\n\n"),
    ("- ![[", "]] ^y\n\n"),
    ("1. a\n   > - ![[", "]]\n\n"),
    ("**![[", "]]** ==mot== "),
    ("![t](<", ">)\n\n"),
    ("# ![[", "]]\n\n"),
    ("[t](<", ">) "),
];

const TEXTS: [&str; 16] = [
    "# A\n\n",
    "## B\n\n",
    "mot ^x\n\n",
    "- mot ^y\n- autre\n\n",
    "> mot\n\n^x\n\n",
    "| a | b |\n|---|---|\n| c | d |\n\n^y\n\n",
    "[^1]: mot\n\n",
    "mot[^1].\n\n",
    "---\naliases: [alias]\n---\n",
    "%% ![[a]] %%\n",
    "```\n![[a]]\n```\n",
    "\n\n",
    "é",
    "### A ^x\n\n",
    "> [!tip] A\n> mot ^x\n\n",
    "%%",
];

struct Memory(BTreeMap<VaultPath, String>);

impl Files for Memory {
    fn list(&self) -> Result<Vec<Entry>, Failure> {
        Ok(self.0.keys().map(|path| Entry { path: path.clone(), kind: EntryKind::File }).collect())
    }

    fn kind(&self, path: &VaultPath) -> Option<EntryKind> {
        self.0.contains_key(path).then_some(EntryKind::File)
    }

    fn read(&self, path: &VaultPath, _: u64) -> Result<Vec<u8>, Failure> {
        self.0.get(path).map(|text| text.clone().into_bytes()).ok_or(Failure::Missing)
    }
}

/// Makes notes of bytes: one that opens the next note, one that puts a text, two that put an embed, one that
/// repeats what was put last.
fn notes(data: &[u8]) -> Memory {
    let mut texts: Vec<String> = vec![String::new()];
    let mut last = String::new();
    let mut bytes = data.iter().map(|byte| usize::from(*byte));
    while let Some(byte) = bytes.next() {
        let put = match byte {
            0..=15 => TEXTS[byte].to_owned(),
            16..=31 if texts.len() < NAMES.len() => {
                texts.push(String::new());
                continue;
            }
            16..=31 if last.len() < 4 << 10 => last.repeat(byte - 14),
            16..=31 => continue,
            32..=47 => "mot ".repeat(1 << (byte - 32).min(12)),
            _ => {
                let (before, after) = AROUND[byte % 16];
                let target = bytes.next().unwrap_or(0);
                format!("{before}{}{}{after}", TARGETS[target % 16], PARTS[target / 16 % 8])
            }
        };
        let Some(text) = texts.last_mut() else { return Memory(BTreeMap::new()) };
        if text.len() + put.len() < 64 << 10 {
            text.push_str(&put);
        }
        last = put;
    }
    let named = NAMES.iter().zip(texts).filter_map(|(name, text)| Some((VaultPath::new(name)?, text)));
    Memory(named.collect())
}

/// Reads the first of these notes and resolves its links and embeds. How many embeds it shows.
pub fn resolved(notes: &[(String, String)]) -> usize {
    let named = notes.iter().filter_map(|(name, text)| Some((VaultPath::new(name)?, text.clone())));
    let (files, mut sources, mut diags) =
        (Memory(named.collect()), Sources::default(), Diagnostics::default());
    let Some(listing) = load::list(&files, &mut diags) else { return 0 };
    let index = Index::new(&listing);
    let root = notes.first().and_then(|(name, _)| {
        let path = VaultPath::new(name)?;
        let id = load::text(&files, &path, &mut sources, &mut diags)?;
        Some((path, Arc::new(crate::parse::note::note(&sources, id, &mut diags)?)))
    });
    let mut shelf = VaultShelf::new(&files, &listing, &mut sources);
    let vault = Vault { listing: &listing, index: &index, shelf: &mut shelf, diags: &mut diags };
    resolve(root.iter().map(|(path, note)| (path, note)), vault).embeds.len()
}

/// Resolves the embeds of the first notes of a vault, as a document made of them would.
pub fn vault(data: &[u8]) {
    let files = notes(data);
    let (mut sources, mut diags) = (Sources::default(), Diagnostics::default());
    let Some(listing) = load::list(&files, &mut diags) else { return };
    let index = Index::new(&listing);
    let served = 1 + data.first().map_or(0, |byte| usize::from(*byte) % 3);
    let mut roots: Vec<(VaultPath, Arc<Note>)> = Vec::new();
    for path in listing.paths().filter(|path| NAMES[..served].contains(&path.as_str())) {
        let Some(id) = load::text(&files, path, &mut sources, &mut diags) else { continue };
        let note = crate::parse::note::note(&sources, id, &mut diags);
        roots.extend(note.map(|note| (path.clone(), Arc::new(note))));
    }
    let mut shelf = VaultShelf::new(&files, &listing, &mut sources);
    roots.iter().for_each(|(path, note)| shelf.put(path, note));
    let vault = Vault { listing: &listing, index: &index, shelf: &mut shelf, diags: &mut diags };
    let links = resolve(roots.iter().map(|(path, note)| (path, note)), vault);
    let refused = diags.iter().any(|diagnostic| diagnostic.code == Code::EmbedLimit);
    crate::places(&diags, &sources);
    places(&links, &sources);
    cycles(&diags, &sources);
    if refused {
        assert!(links.embeds.is_empty(), "what was refused is shown");
        return;
    }
    budgets(&roots, &links);
    nothing_lost(&roots, &links, &diags);
}

fn places(links: &Links, sources: &Sources) {
    let inside = |span: &Span| crate::inside(*span, &sources.get(span.source).text);
    links.destinations.iter().for_each(|(span, destination)| {
        inside(span);
        if let Destination::Note(path, Some(place)) = destination {
            inside(place);
            assert_eq!(sources.get(place.source).path, *path, "a link leads to another file than it says");
        }
    });
    links.images.keys().for_each(inside);
    links.embeds.iter().for_each(|(span, part)| {
        inside(span);
        let source = sources.get(part.source());
        assert_eq!(source.path, part.path, "an embed shows another file than it says");
        crate::blocks(part.blocks(), &source.text);
        part.spans().for_each(|span| inside(&span));
    });
}

/// The inlines of a part that are embeds.
fn embeds(part: &Embedded) -> Vec<Span> {
    let mut found = Vec::new();
    let footnotes = part.footnotes().flat_map(|footnote| &footnote.blocks);
    for block in part.blocks().iter().chain(footnotes) {
        walk(std::slice::from_ref(block), &mut |inline: &Inline| {
            if matches!(inline.kind, InlineKind::Embed(_)) {
                found.push(inline.span);
            }
        });
    }
    found
}

/// A part, all that it grows to: embeds, bytes, height; a part that stands in itself has no end.
fn grown(
    part: &Arc<Embedded>,
    links: &Links,
    open: &mut Vec<*const Embedded>,
    known: &mut BTreeMap<*const Embedded, (u64, u64, usize)>,
) -> (u64, u64, usize) {
    let own = Arc::as_ptr(part);
    assert!(!open.contains(&own), "an embed shows itself");
    if let Some(grown) = known.get(&own) {
        return *grown;
    }
    open.push(own);
    let bytes: u64 = part.spans().map(|span| (span.end - span.start) as u64).sum();
    let mut all = (0, bytes, 0);
    for span in embeds(part) {
        let Some(child) = links.embeds.get(&span) else { continue };
        let (count, bytes, height) = grown(child, links, open, known);
        all = (all.0 + count + 1, all.1 + bytes, all.2.max(height + 1));
    }
    open.pop();
    known.insert(own, all);
    all
}

fn budgets(roots: &[(VaultPath, Arc<Note>)], links: &Links) {
    let mut known = BTreeMap::new();
    let mut total = (0, 0);
    // Parts are told apart by where they are: all live to the end.
    let whole = |(path, note): &(VaultPath, Arc<Note>)| Arc::new(Embedded::whole(path, note));
    let parts: Vec<Arc<Embedded>> = roots.iter().map(whole).collect();
    for part in &parts {
        let (count, bytes, height) = grown(part, links, &mut Vec::new(), &mut known);
        let own: u64 = part.spans().map(|span| (span.end - span.start) as u64).sum();
        assert!(height <= DEPTH, "{height} embeds stand in each other");
        total = (total.0 + count, total.1 + bytes - own);
    }
    assert!(total.0 <= COUNT, "{} embeds", total.0);
    assert!(total.1 <= EXPANSION, "{} bytes", total.1);
}

/// Each embed of what is shown is shown itself, or a message stands at it.
fn nothing_lost(roots: &[(VaultPath, Arc<Note>)], links: &Links, diags: &Diagnostics) {
    let mut said: BTreeSet<Span> = BTreeSet::new();
    let mut unread = false;
    for diagnostic in diags.iter() {
        match diagnostic.place {
            Place::Span(span) => said.insert(span),
            _ => continue,
        };
        said.extend(diagnostic.related.iter().map(|related| related.span));
        // A note that cannot be read is said at its own place.
        unread |= matches!(
            diagnostic.code,
            Code::FrontMatterUnclosed | Code::YamlSyntax | Code::NestedTooDeep | Code::TooManyComments
        );
    }
    let whole = |(path, note): &(VaultPath, Arc<Note>)| Arc::new(Embedded::whole(path, note));
    let parts: Vec<Arc<Embedded>> = roots.iter().map(whole).collect();
    let mut rest = parts.clone();
    let mut seen: BTreeSet<*const Embedded> = BTreeSet::new();
    while let Some(part) = rest.pop() {
        for span in embeds(&part) {
            match links.embeds.get(&span) {
                Some(child) if seen.insert(Arc::as_ptr(child)) => rest.push(Arc::clone(child)),
                Some(_) => {}
                None => {
                    assert!(unread || said.contains(&span), "an embed is not shown, without a word: {span:?}")
                }
            }
        }
    }
}

/// A cycle is refused with its chain: as many steps as places, the last one being the first.
fn cycles(diags: &Diagnostics, sources: &Sources) {
    for diagnostic in diags.iter().filter(|diagnostic| diagnostic.code == Code::EmbedCycle) {
        let chain =
            diagnostic.args.iter().find(|(name, _)| *name == "chaine").map(|(_, chain)| chain.as_str());
        let steps: Vec<&str> = chain.unwrap_or_default().split(" → ").collect();
        assert_eq!(steps.len(), diagnostic.related.len() + 2, "{steps:?}");
        assert_eq!(steps.first(), steps.last());
        let Place::Span(first) = diagnostic.place else { panic!("a cycle without a place") };
        let spans = std::iter::once(first).chain(diagnostic.related.iter().map(|related| related.span));
        for (span, step) in spans.zip(steps) {
            let source = sources.get(span.source);
            assert_eq!(step, format!("{}:{}", source.path, source.line_col(span.start).line));
            let written = &source.text[span.range()];
            assert!(written.starts_with("!["), "{written:?} is no embed");
        }
    }
}
