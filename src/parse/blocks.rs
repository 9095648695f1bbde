//! What Obsidian makes of CommonMark's blocks: callouts, block ids, item marks, plugin blocks.
//!
//! In: the content of an element that just closed. Out: the blocks it stands for.

use super::inline;
use super::tree::{Block, BlockKind, Callout, Inline, InlineKind, Mark, Unsupported};
use super::variable;
use crate::source::Span;

/// Makes paragraphs of a run of inlines: one, or several where HTML put blocks between.
pub(super) fn paragraphs(inlines: Vec<Inline>) -> Vec<Block> {
    let mut out = Vec::new();
    let mut run = Vec::new();
    for inline in inlines {
        if let InlineKind::Blocks(blocks) = inline.kind {
            out.extend(paragraph(std::mem::take(&mut run)));
            out.extend(blocks);
        } else {
            run.push(inline);
        }
    }
    out.extend(paragraph(run));
    out
}

/// A paragraph, or nothing where only spaces are left. One that holds a block id alone becomes an
/// empty block that carries it, for [`attach_ids`].
fn paragraph(inlines: Vec<Inline>) -> Option<Block> {
    let first = inlines.first()?.span;
    let last = inlines.last()?.span;
    let (content, id) = text(inlines);
    if content.is_empty() && id.is_none() {
        return None;
    }
    Some(Block { span: first.to(last), kind: BlockKind::Paragraph(content), id })
}

/// Reads what the dialect adds inside a line, and takes the block id off the end.
pub(super) fn text(inlines: Vec<Inline>) -> (Vec<Inline>, Option<String>) {
    let inlines = variable::variables(inline::addresses(inline::pairs(inline::spaced_once(inlines))));
    let mut inlines = trimmed(inline::tagged(inlines));
    let id = take_id(&mut inlines);
    if id.is_some() {
        inlines = trimmed(inlines);
    }
    (inlines, id)
}

/// Leaves out the spaces and breaks at both ends.
fn trimmed(mut inlines: Vec<Inline>) -> Vec<Inline> {
    let is_blank = |inline: &Inline| match &inline.kind {
        InlineKind::Text(text) => text.trim_matches([' ', '\t', '\n', '\r']).is_empty(),
        InlineKind::SoftBreak | InlineKind::HardBreak => true,
        _ => false,
    };
    while inlines.last().is_some_and(is_blank) {
        inlines.pop();
    }
    let blank = inlines.iter().take_while(|inline| is_blank(inline)).count();
    inlines.drain(..blank);
    inlines
}

/// Takes `^id` off the end of a block (Obsidian help, Link to a block): Latin letters, digits and
/// dashes after a space or on a line of their own.
fn take_id(inlines: &mut Vec<Inline>) -> Option<String> {
    let starts_line = match inlines.len().checked_sub(2).map(|i| &inlines[i].kind) {
        None | Some(InlineKind::SoftBreak | InlineKind::HardBreak) => true,
        Some(_) => false,
    };
    let Some(Inline { span, kind: InlineKind::Text(text) }) = inlines.last_mut() else { return None };
    let (before, id) = text.trim_end().rsplit_once('^')?;
    let valid = !id.is_empty() && id.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    let apart = before.ends_with([' ', '\t']) || (before.is_empty() && starts_line);
    if !valid || !apart {
        return None;
    }
    let id = id.to_owned();
    let kept = before.trim_end().to_owned();
    span.end = span.start + kept.len();
    *text = kept;
    if text.is_empty() {
        inlines.pop();
    }
    Some(id)
}

/// Gives a block id that stands alone to the block before it.
pub(super) fn attach_ids(blocks: Vec<Block>) -> Vec<Block> {
    let mut out: Vec<Block> = Vec::new();
    for block in blocks {
        let alone = matches!(&block.kind, BlockKind::Paragraph(content) if content.is_empty());
        if !alone {
            out.push(block);
        } else if let Some(before) = out.last_mut() {
            before.id = before.id.take().or(block.id);
        }
    }
    out
}

/// Takes blocks out of inlines.
pub(super) fn take_blocks(inlines: &mut Vec<Inline>) -> Vec<Block> {
    let mut moved = Vec::new();
    inlines.retain_mut(|inline| match &mut inline.kind {
        InlineKind::Blocks(blocks) => {
            moved.append(blocks);
            false
        }
        _ => true,
    });
    moved
}

/// A quote, or the callout that its first line makes of it.
pub(super) fn quote(span: Span, mut blocks: Vec<Block>) -> Block {
    match callout_header(&mut blocks) {
        Some((name, title, id)) => {
            Block { span, kind: BlockKind::Callout(Callout { name, title, body: blocks }), id }
        }
        None => Block::new(span, BlockKind::Quote(blocks)),
    }
}

/// Takes `[!kind|meta]± title ^id` off the first line of a quote. A folded callout prints open: paper
/// has no fold.
fn callout_header(blocks: &mut Vec<Block>) -> Option<(String, Vec<Inline>, Option<String>)> {
    let BlockKind::Paragraph(content) = &mut blocks.first_mut()?.kind else { return None };
    let Inline { span, kind: InlineKind::Text(text) } = content.first_mut()? else { return None };
    let (kind, rest) = text.strip_prefix("[!")?.split_once(']')?;
    let name = kind.split('|').next().unwrap_or(kind).trim().to_lowercase();
    let rest = rest.strip_prefix(['+', '-']).unwrap_or(rest).trim_start();
    let exact = span.end - span.start == text.len();
    if exact {
        span.start = span.end - rest.len();
    }
    *text = rest.to_owned();
    let is_break = |inline: &Inline| matches!(inline.kind, InlineKind::SoftBreak | InlineKind::HardBreak);
    let end = content.iter().position(is_break).unwrap_or(content.len());
    let body = trimmed(content.split_off(end));
    let mut title = trimmed(std::mem::take(content));
    let title_id = if body.is_empty() { None } else { take_id(&mut title) };
    let id = if body.is_empty() {
        blocks.remove(0).id
    } else {
        blocks[0].span.start = body[0].span.start;
        blocks[0].kind = BlockKind::Paragraph(body);
        title_id
    };
    Some((name, title, id))
}

/// The code blocks that Obsidian or a plugin would replace by what it computes.
const COMPUTED: [&str; 33] = [
    "base",
    "bookmark-list",
    "button",
    "chart",
    "charts",
    "compressed-json",
    "contributiongraph",
    "dataview",
    "dataviewjs",
    "datacorejs",
    "datacorejsx",
    "datacorets",
    "datacoretsx",
    "excalidraw",
    "excalidraw-json",
    "folder-overview",
    "js-engine",
    "kanban",
    "leaflet",
    "mapview",
    "meta-bind",
    "meta-bind-button",
    "meta-bind-embed",
    "query",
    "tasks",
    "tasks-query",
    "templater",
    "timeline",
    "toc",
    "table-of-contents",
    "todoist",
    "tracker",
    "waypoint",
];

/// Those that a plugin would draw: their code is text of the author, which no other place has.
const DRAWN: [&str; 20] = [
    "plantuml",
    "plantuml-svg",
    "plantuml-ascii",
    "plantuml-map",
    "puml",
    "dot",
    "graphviz",
    "d2",
    "nomnoml",
    "tikz",
    "markmap",
    "mindmap",
    "wavedrom",
    "vega",
    "vega-lite",
    "ditaa",
    "smiles",
    "functionplot",
    "chartsview",
    "music-abc",
];

/// A code block, or the stand-in of one that would be run. `info` is what follows the fence.
pub(super) fn code(info: &str, text: String) -> BlockKind {
    let info = info.trim();
    // Pandoc writes `{.name caption="…"}`, whose other words no page would show.
    let attributes = if info.starts_with('{') { format!("{info}\n") } else { String::new() };
    let name = info.trim_start_matches(['{', '.', ' ']);
    let language = name.split([' ', ',', '{', '}']).next().unwrap_or("").to_lowercase();
    let text = text.strip_suffix('\n').map(str::to_owned).unwrap_or(text);
    match language.as_str() {
        "mermaid" => BlockKind::Diagram(text),
        name if COMPUTED.contains(&name) => BlockKind::Placeholder(Unsupported::Plugin, name.to_owned()),
        // What a block of the admonition plugin holds is text of the author too.
        name if name.starts_with("ad-") || DRAWN.contains(&name) => {
            BlockKind::Placeholder(Unsupported::Plugin, format!("{name}\n{attributes}{text}"))
        }
        _ => BlockKind::Code(text),
    }
}

/// Reads the mark at the start of an item: Obsidian's `[?]`, whatever its character, or a check
/// mark typed as text.
pub(super) fn item_mark(mark: Mark, blocks: &mut [Block]) -> Mark {
    let Some(Block { kind: BlockKind::Paragraph(content), .. }) = blocks.first_mut() else { return mark };
    let Some(Inline { span, kind: InlineKind::Text(text) }) = content.first_mut() else { return mark };
    let exact = span.end - span.start == text.len();
    let task = |rest: &str| {
        let mut chars = rest.strip_prefix('[')?.chars();
        let c = chars.next().filter(|&c| c != ']' && c != '[')?;
        let after = chars.as_str().strip_prefix(']')?;
        let done = match c {
            'x' | 'X' | '✓' | '✔' => Mark::Done,
            c if c.is_whitespace() => Mark::Todo,
            c => Mark::Other(c),
        };
        after.starts_with([' ', '\u{A0}']).then_some((done, after.len()))
    };
    let check = |rest: &str| {
        Some((Mark::Check, rest.strip_prefix(['✓', '✔', '☑', '✅'])?.trim_start_matches('\u{FE0F}').len()))
    };
    let found = (mark == Mark::Plain).then(|| task(text).or_else(|| check(text))).flatten();
    let Some((mark, length)) = found else { return mark };
    let rest = text[text.len() - length..].trim_start().to_owned();
    if exact {
        span.start = span.end - rest.len();
    }
    *text = rest;
    if text.is_empty() {
        content.remove(0);
    }
    mark
}
