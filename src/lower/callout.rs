//! Callouts: Obsidian's thirteen kinds and their other names; one as code, whole on a page where it is short.
//!
//! In: a callout. Out: a call of the theme: the kind that the theme knows, the word and the title of
//! its head, its body, always open.

use super::Lowering;
use super::block::Place;
use crate::parse::tree::{Block, BlockKind, Callout, Cell, InlineKind, plain_text};
use crate::parse::walk::walk;
use crate::source::name_key;

/// The longest callout that is kept on one page, in lines: a third of a page.
const KEPT_WHOLE: usize = 14;

/// How many characters a line of a callout holds.
const LINE: usize = 70;

/// A kind of callout: its name and aliases (Obsidian help, Callouts).
struct CalloutKind {
    /// The name that the theme knows.
    pub name: &'static str,
    pub aliases: &'static [&'static str],
}

const fn kind(name: &'static str, aliases: &'static [&'static str]) -> CalloutKind {
    CalloutKind { name, aliases }
}

const KINDS: [CalloutKind; 13] = [
    kind("note", &[]),
    kind("abstract", &["summary", "tldr"]),
    kind("info", &[]),
    kind("todo", &[]),
    kind("tip", &["hint", "important"]),
    kind("success", &["check", "done"]),
    kind("question", &["help", "faq"]),
    kind("warning", &["caution", "attention"]),
    kind("failure", &["fail", "missing"]),
    kind("danger", &["error"]),
    kind("bug", &[]),
    kind("example", &[]),
    kind("quote", &["cite"]),
];

/// The kind that a name or an alias means; nothing for a name of the author's own, which Obsidian
/// shows in the style of a note.
fn find(name: &str) -> Option<&'static CalloutKind> {
    KINDS.iter().find(|kind| kind.name == name || kind.aliases.contains(&name))
}

impl Lowering<'_, '_> {
    pub(super) fn callout(&mut self, callout: &Callout) {
        let kind = if callout.name.is_empty() { find("note") } else { find(&callout.name) };
        let word = match kind {
            Some(kind) if callout.name.is_empty() => self.context.label(&format!("encadre-{}", kind.name)),
            Some(_) => self.context.label(&format!("encadre-{}", callout.name)),
            None => capitalised(&callout.name),
        };
        self.out.code(&format!("encadre(\"{}\", ", kind.map_or("note", |kind| kind.name)));
        self.out.literal(&word);
        self.out.code(", ");
        if lines(&callout.body).is_none_or(|lines| lines > KEPT_WHOLE) {
            self.out.code("secable: true, ");
        }
        let repeats = name_key(&plain_text(&callout.title)) == name_key(&word);
        if !callout.title.is_empty() && !repeats {
            self.out.code("titre: ");
            self.heading_inlines(&callout.title);
            self.out.code(", ");
        }
        if callout.body.is_empty() {
            self.out.code("none");
        } else {
            self.content(&callout.body, Place::Inside);
        }
        self.out.code(")");
    }
}

fn capitalised(name: &str) -> String {
    let mut chars = name.chars();
    chars.next().map(|c| c.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

/// About how many lines blocks fill; nothing where they hold an image or an embed, whose height is not known
/// here.
fn lines(blocks: &[Block]) -> Option<usize> {
    let mut other = false;
    walk(blocks, &mut |inline| other |= matches!(inline.kind, InlineKind::Image(_) | InlineKind::Embed(_)));
    (!other).then(|| blocks.iter().map(height).sum())
}

fn height(block: &Block) -> usize {
    let all = |blocks: &[Block]| blocks.iter().map(height).sum::<usize>();
    match &block.kind {
        BlockKind::Paragraph(content) => {
            let breaks = content
                .iter()
                .filter(|inline| matches!(inline.kind, InlineKind::SoftBreak | InlineKind::HardBreak));
            plain_text(content).chars().count().div_ceil(LINE) + breaks.count()
        }
        BlockKind::Heading(..) | BlockKind::Rule => 2,
        // A drawing is as high as half a page, which no callout keeps whole.
        BlockKind::Diagram(_) => 40,
        BlockKind::List(list) => list.items.iter().map(|item| all(&item.blocks)).sum(),
        BlockKind::Quote(blocks) => 1 + all(blocks),
        BlockKind::Callout(callout) => 2 + all(&callout.body),
        BlockKind::Code(text) | BlockKind::Placeholder(_, text) => {
            2 + text.lines().map(|line| line.chars().count().div_ceil(LINE).max(1)).sum::<usize>()
        }
        BlockKind::Table(table) => {
            let row = |row: &Vec<Cell>| {
                row.iter().map(|cell| all(&cell.blocks) * table.columns.len()).max().unwrap_or(1).max(1)
            };
            1 + row(&table.head) + table.rows.iter().map(row).sum::<usize>()
        }
        BlockKind::PageBreak => 0,
    }
}
