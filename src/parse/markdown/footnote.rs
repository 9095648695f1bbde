//! Footnotes that go on by two spaces, as Obsidian reads them; CommonMark's extension wants four.
//!
//! In: the blocks and footnotes of a note, as the parser cut them. Out: the blocks without those
//! that stand indented after a footnote, which are given to it.

use super::Footnote;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::parse::tree::Block;
use std::collections::BTreeSet;

/// The spaces by which a block belongs to the footnote before it.
const INDENT: usize = 2;

/// Says which footnotes are never printed since one before them has their label.
pub(super) fn report_repeated(footnotes: &[Footnote], diags: &mut Diagnostics) {
    let mut order: Vec<&Footnote> = footnotes.iter().collect();
    order.sort_by_key(|footnote| footnote.span.start);
    let mut seen = BTreeSet::new();
    for footnote in order {
        if !seen.insert(&footnote.label) {
            diags.push(Diagnostic::at(Code::FootnoteRepeated, footnote.span).arg("nom", &footnote.label));
        }
    }
}

/// Gives the indented blocks after a footnote to it. `text` is the whole text of the source.
pub(super) fn reattach(text: &str, blocks: Vec<Block>, footnotes: &mut [Footnote]) -> Vec<Block> {
    if footnotes.is_empty() {
        return blocks;
    }
    let mut order: Vec<usize> = (0..footnotes.len()).collect();
    order.sort_by_key(|&index| footnotes[index].span.start);
    let mut next = order.into_iter().peekable();
    let (mut kept, mut open) = (Vec::new(), None);
    for block in blocks {
        while let Some(index) = next.next_if(|&index| footnotes[index].span.start < block.span.start) {
            // One inside a quote or a list is not before the blocks of the page.
            open = (indent(text, footnotes[index].span.start) == Some(0)).then_some(index);
        }
        let indented = indent(text, block.span.start).is_some_and(|spaces| spaces >= INDENT);
        match open.filter(|_| indented) {
            Some(index) => {
                let footnote = &mut footnotes[index];
                footnote.span = footnote.span.to(block.span);
                footnote.blocks.push(block);
            }
            None => {
                open = None;
                kept.push(block);
            }
        }
    }
    kept
}

/// How many spaces open the line of a place, which nothing else comes before.
fn indent(text: &str, at: usize) -> Option<usize> {
    let start = text[..at].rfind(['\n', '\r']).map_or(0, |end| end + 1);
    let before = &text[start..at];
    let line = &text[start..];
    before.bytes().all(|b| b == b' ').then(|| line.len() - line.trim_start_matches(' ').len())
}
