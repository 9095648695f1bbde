//! What Obsidian reads inside a line and CommonMark does not: highlights, inline footnotes, tags,
//! bare addresses.
//!
//! In: the inlines of one paragraph, heading or cell. Out: the same with these constructs in place
//! of their marks.

use super::mask::FILLER;
use super::tree::{Image, Inline, InlineKind, Style, Target, Unsupported, plain_text};
use super::wikilink;
use crate::source::Span;

/// The extensions of images and of files with pages, shown or not.
const IMAGES: [&str; 12] =
    ["pdf", "png", "jpg", "jpeg", "gif", "webp", "svg", "avif", "bmp", "tif", "tiff", "heic"];

/// The longest label of a footnote, in bytes.
const LABEL_BYTES: usize = 120;

/// Adds an inline; two texts that touch in the file become one, so that the marks between them are
/// found.
pub(super) fn append(inlines: &mut Vec<Inline>, inline: Inline) {
    if let InlineKind::Text(text) = &inline.kind
        && let Some(Inline { span, kind: InlineKind::Text(before) }) = inlines.last_mut()
        && span.end == inline.span.start
        && span.end - span.start == before.len()
        && inline.span.end - inline.span.start == text.len()
    {
        before.push_str(text);
        span.end = inline.span.end;
        return;
    }
    inlines.push(inline);
}

/// Cuts a text at its masked bytes, which are left out.
pub(super) fn unmasked(text: &str, span: Span) -> Vec<Inline> {
    if !text.contains(FILLER) {
        return vec![Inline::new(span, InlineKind::Text(text.to_owned()))];
    }
    let mut out = Vec::new();
    let mut at = 0;
    for part in text.split(FILLER) {
        if !part.is_empty() {
            out.push(Inline::new(span.part(at, at + part.len()), InlineKind::Text(part.to_owned())));
        }
        at += part.len() + FILLER.len_utf8();
    }
    out
}

/// Cuts a text in which the dialect has no marks, such as that of HTML: what would be one is literal.
pub(super) fn without_marks(text: &str, span: Span) -> Vec<Inline> {
    let mut out = Vec::new();
    for inline in unmasked(text, span) {
        let InlineKind::Text(text) = &inline.kind else { continue };
        let mut start = 0;
        let mut cut = |from: usize, to: usize, kind: fn(String) -> InlineKind| {
            if from < to {
                out.push(Inline::new(inline.span.part(from, to), kind(text[from..to].to_owned())));
            }
        };
        for (at, mark) in text.match_indices(['=', '#', '^']) {
            if is_mark(text, at) {
                cut(start, at, InlineKind::Text);
                cut(at, at + mark.len(), InlineKind::Literal);
                start = at + mark.len();
            }
        }
        cut(start, text.len(), InlineKind::Text);
    }
    out
}

/// Whether the `=`, `#` or `^` at a place may be a mark of the dialect; the signs of an address are none.
fn is_mark(text: &str, at: usize) -> bool {
    let (before, after) = (text[..at].chars().next_back(), text[at + 1..].chars().next());
    let apart = before.is_none_or(char::is_whitespace);
    match text.as_bytes()[at] {
        b'=' => {
            let word = text[..at].split(char::is_whitespace).next_back().unwrap_or_default();
            (before == Some('=') || after == Some('=')) && !word.contains("://")
        }
        b'^' => apart || before == Some('[') || after == Some('['),
        _ => apart,
    }
}

/// Leaves one of the two spaces around what was taken out of a line, such as a comment.
pub(super) fn spaced_once(mut inlines: Vec<Inline>) -> Vec<Inline> {
    for i in 1..inlines.len() {
        let ends = matches!(&inlines[i - 1].kind, InlineKind::Text(text) if text.ends_with(' '));
        let Inline { span, kind: InlineKind::Text(text) } = &mut inlines[i] else { continue };
        if ends && text.starts_with(' ') {
            let spaces = text.len() - text.trim_start_matches(' ').len();
            if span.end - span.start == text.len() {
                span.start += spaces;
            }
            text.drain(..spaces);
        }
    }
    inlines.retain(|inline| !matches!(&inline.kind, InlineKind::Text(text) if text.is_empty()));
    inlines
}

/// What `![[path|text]]` or `![text](path)` shows: an image, the stand-in of another file, or a note.
pub(super) fn embed(path: &str, text: &str) -> InlineKind {
    match image(wikilink::image(path, text)) {
        InlineKind::Image(image)
            if !is_image(&image.path) && wikilink::scheme(&image.path).is_none() && !path.is_empty() =>
        {
            InlineKind::Embed(wikilink::note_link(path, false))
        }
        kind => kind,
    }
}

fn is_image(path: &str) -> bool {
    let extension = path.rsplit_once('.').map(|(_, extension)| extension.to_lowercase()).unwrap_or_default();
    IMAGES.contains(&extension.as_str())
}

/// An image, or the stand-in of another kind of file.
pub(super) fn image(image: Image) -> InlineKind {
    let extension =
        image.path.rsplit_once('.').map(|(_, extension)| extension.to_lowercase()).unwrap_or_default();
    match extension.as_str() {
        // A drawing of the plugin Excalidraw is a note, `x.excalidraw.md`, of which nobody reads the text.
        _ if is_drawing(&image.path) => InlineKind::Placeholder(Unsupported::Media, image.path),
        "flac" | "m4a" | "mp3" | "ogg" | "wav" | "webm" | "3gp" | "mkv" | "mov" | "mp4" | "ogv"
        | "canvas" | "base" => InlineKind::Placeholder(Unsupported::Media, image.path),
        _ => InlineKind::Image(image),
    }
}

fn is_drawing(path: &str) -> bool {
    let path = path.to_lowercase();
    path.strip_suffix(".md").unwrap_or(&path).ends_with(".excalidraw")
}

/// Reads highlights and inline footnotes, in this order of nesting, inside styles and links too.
pub(super) fn pairs(inlines: Vec<Inline>) -> Vec<Inline> {
    let inner = |inline: Inline| {
        let kind = match inline.kind {
            InlineKind::Styled(style, content) => InlineKind::Styled(style, pairs(content)),
            InlineKind::Link(target, content) if !shows_target(&target, &content) => {
                InlineKind::Link(target, pairs(content))
            }
            kind => kind,
        };
        Inline::new(inline.span, kind)
    };
    let inlines = inlines.into_iter().map(inner).flat_map(calls).collect();
    let inlines = pair(inlines, "==", "==", |content| {
        InlineKind::Styled(Style::Highlight, pair(content, "^[", "]", InlineKind::Footnote))
    });
    pair(inlines, "^[", "]", InlineKind::Footnote)
}

/// Whether the text of a link is its target, in which nothing is a mark.
pub(super) fn shows_target(target: &Target, content: &[Inline]) -> bool {
    match target {
        Target::Address(address) => *address == plain_text(content),
        Target::Note(link) => !link.has_text,
    }
}

/// Finds `[^label]` in a text: the parser makes a call only of those whose text is written.
fn calls(inline: Inline) -> Vec<Inline> {
    let InlineKind::Text(text) = &inline.kind else { return vec![inline] };
    if !text.contains("[^") {
        return vec![inline];
    }
    let exact = text.len() == inline.span.end - inline.span.start;
    let at = |from: usize, to: usize| if exact { inline.span.part(from, to) } else { inline.span };
    let piece =
        |from: usize, to: usize| Inline::new(at(from, to), InlineKind::Text(text[from..to].to_owned()));
    let (mut out, mut start) = (Vec::new(), 0);
    while let Some(open) = text[start..].find("[^").map(|i| start + i) {
        // A label is short: looking further would read the rest of the text at every mark.
        let rest = &text[open + 2..crate::source::floor_boundary(text, open + 2 + LABEL_BYTES)];
        let label = rest.split(']').next().unwrap_or_default();
        let end = open + 2 + label.len() + 1;
        let valid =
            !label.is_empty() && !label.contains(char::is_whitespace) && text.get(end - 1..end) == Some("]");
        if !valid {
            out.push(piece(start, open + 2));
            start = open + 2;
            continue;
        }
        if open > start {
            out.push(piece(start, open));
        }
        out.push(Inline::new(at(open, end), InlineKind::FootnoteCall(label.to_owned())));
        start = end;
    }
    if start < text.len() {
        out.push(piece(start, text.len()));
    }
    out
}

/// Wraps what stands between `open` and `close`, marks that sit in texts of one level. A mark
/// without its fellow stays text.
fn pair(inlines: Vec<Inline>, open: &str, close: &str, make: fn(Vec<Inline>) -> InlineKind) -> Vec<Inline> {
    let has_mark = |inline: &Inline| matches!(&inline.kind, InlineKind::Text(text) if text.contains(open));
    if !inlines.iter().any(has_mark) {
        return inlines;
    }
    let mut out: Vec<Inline> = Vec::new();
    // Where the open mark stands in `out`, and how many brackets are open since.
    let (mut opened, mut depth): (Option<usize>, usize) = (None, 0);
    for inline in inlines {
        let InlineKind::Text(text) = &inline.kind else {
            out.push(inline);
            continue;
        };
        let exact = text.len() == inline.span.end - inline.span.start;
        let at = |from: usize, to: usize| if exact { inline.span.part(from, to) } else { inline.span };
        let piece =
            |from: usize, to: usize| Inline::new(at(from, to), InlineKind::Text(text[from..to].to_owned()));
        let mut start = 0;
        loop {
            let mark = if opened.is_some() { close } else { open };
            let found = match opened {
                Some(_) if close == "]" => closing_bracket(&text[start..], &mut depth),
                _ => text[start..].find(mark),
            };
            let Some(i) = found.map(|i| start + i) else { break };
            if i > start {
                out.push(piece(start, i));
            }
            start = i + mark.len();
            match opened.take() {
                Some(index) if index + 1 < out.len() => {
                    let content = out.split_off(index + 1);
                    let from = out.pop().map_or(inline.span, |mark| mark.span);
                    out.push(Inline::new(from.to(at(i, start)), make(content)));
                }
                None if text[start..].chars().next().is_none_or(|c| !c.is_whitespace()) => {
                    (opened, depth) = (Some(out.len()), 0);
                    out.push(piece(i, start));
                }
                _ => out.push(piece(i, start)),
            }
        }
        if start < text.len() {
            out.push(piece(start, text.len()));
        }
    }
    // Marks that stayed text join their neighbours again.
    out.into_iter().fold(Vec::new(), |mut all, inline| {
        append(&mut all, inline);
        all
    })
}

/// Where the bracket closes that was opened before a text; `depth` counts those opened in it.
fn closing_bracket(text: &str, depth: &mut usize) -> Option<usize> {
    for (i, byte) in text.bytes().enumerate() {
        match byte {
            b'[' => *depth += 1,
            b']' if *depth == 0 => return Some(i),
            b']' => *depth -= 1,
            _ => {}
        }
    }
    None
}

/// Makes links of the addresses that stand bare in a text, as Obsidian shows them.
pub(super) fn addresses(inlines: Vec<Inline>) -> Vec<Inline> {
    let mut out = Vec::new();
    for inline in inlines {
        match inline.kind {
            InlineKind::Text(text) if text.contains("://") => out.extend(address_pieces(&text, inline.span)),
            InlineKind::Styled(style, content) => {
                out.push(Inline::new(inline.span, InlineKind::Styled(style, addresses(content))));
            }
            InlineKind::Footnote(content) => {
                out.push(Inline::new(inline.span, InlineKind::Footnote(addresses(content))));
            }
            kind => out.push(Inline::new(inline.span, kind)),
        }
    }
    out
}

fn address_pieces(text: &str, span: Span) -> Vec<Inline> {
    let exact = text.len() == span.end - span.start;
    let at = |from: usize, to: usize| if exact { span.part(from, to) } else { span };
    let piece =
        |from: usize, to: usize| Inline::new(at(from, to), InlineKind::Text(text[from..to].to_owned()));
    let (mut out, mut start, mut from) = (Vec::new(), 0, 0);
    while let Some(i) = text[from..].find("http").map(|i| from + i) {
        let word = &text[i..];
        from = i + "http".len();
        let fresh = text[..i].chars().next_back().is_none_or(|c| !c.is_alphanumeric());
        let schemed = ["http://", "https://"].into_iter().find(|scheme| fresh && word.starts_with(scheme));
        let Some(scheme) = schemed else { continue };
        let end = i + address_length(word);
        if end <= i + scheme.len() {
            continue;
        }
        if i > start {
            out.push(piece(start, i));
        }
        out.push(Inline::new(
            at(i, end),
            InlineKind::Link(Target::Address(text[i..end].to_owned()), vec![piece(i, end)]),
        ));
        (start, from) = (end, end);
    }
    if start < text.len() {
        out.push(piece(start, text.len()));
    }
    out
}

/// How long the address at the start of `text` is: to the next space, without the punctuation of
/// the sentence around it, nor a bracket that it does not open itself.
fn address_length(text: &str) -> usize {
    let end = text.find(|c: char| c.is_whitespace() || "<>\"«»|".contains(c)).unwrap_or(text.len());
    let mut word = &text[..end];
    let opened = word.matches('(').count();
    let mut closed = word.matches(')').count();
    loop {
        let open = opened >= closed;
        let trimmed = word.trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '’', '…', ']', '*', '_']);
        let bracket = trimmed.strip_suffix(')').filter(|_| !open);
        closed -= usize::from(bracket.is_some());
        let trimmed = bracket.unwrap_or(trimmed);
        if trimmed.len() == word.len() {
            return word.len();
        }
        word = trimmed;
    }
}

/// Takes the tags out of texts.
pub(super) fn tagged(inlines: Vec<Inline>) -> Vec<Inline> {
    let mut out: Vec<Inline> = Vec::new();
    for inline in inlines {
        let starts_line =
            out.last().is_none_or(|last| matches!(last.kind, InlineKind::SoftBreak | InlineKind::HardBreak));
        match inline.kind {
            InlineKind::Text(text) if text.contains('#') => {
                let exact = text.len() == inline.span.end - inline.span.start;
                let at =
                    |from: usize, to: usize| if exact { inline.span.part(from, to) } else { inline.span };
                let mut start = 0;
                for (from, to) in tags(&text, starts_line) {
                    if from > start {
                        out.push(Inline::new(
                            at(start, from),
                            InlineKind::Text(text[start..from].to_owned()),
                        ));
                    }
                    let name = text[from..to].trim_start().trim_start_matches('#').to_owned();
                    let mark = to - text[from..to].trim_start().len();
                    out.push(Inline::new(at(mark, to), InlineKind::Tag(name)));
                    start = to;
                }
                if start < text.len() {
                    out.push(Inline::new(at(start, text.len()), InlineKind::Text(text[start..].to_owned())));
                }
            }
            InlineKind::Styled(style, content) => {
                out.push(Inline::new(inline.span, InlineKind::Styled(style, tagged(content))));
            }
            kind => out.push(Inline::new(inline.span, kind)),
        }
    }
    out
}

/// Finds `#tag`: after a space or at the start, letters, digits, `_`, `-`, `/`, one of them not a
/// digit (Obsidian help, Tags). Gives byte ranges, the spaces before the tag included.
fn tags(text: &str, starts_line: bool) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    for (i, _) in text.match_indices('#') {
        let before = text[..i].chars().next_back();
        if !(before.is_some_and(char::is_whitespace) || (before.is_none() && starts_line)) {
            continue;
        }
        let symbol = |c: char| !c.is_ascii() && !c.is_whitespace() && !is_punctuation(c);
        let is_tag = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '/') || symbol(c);
        let length: usize = text[i + 1..].chars().take_while(|&c| is_tag(c)).map(char::len_utf8).sum();
        let name = &text[i + 1..i + 1 + length];
        if name.chars().any(|c| !c.is_ascii_digit() && c != '/') {
            found.push((text[..i].trim_end_matches([' ', '\t']).len(), i + 1 + length));
        }
    }
    found
}

fn is_punctuation(c: char) -> bool {
    matches!(c, '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205E}' | '\u{A0}'..='\u{BF}' | '\u{3000}'..='\u{303F}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_tags() {
        for (text, expected) in [
            ("#axe/implantation_MIENA", vec![(0, 23)]),
            ("a #b c", vec![(1, 4)]),
            ("#1984", vec![]),
            ("#y1984", vec![(0, 6)]),
            ("C# et a#b", vec![]),
            ("# x", vec![]),
            ("#été, #b.", vec![(0, 6), (7, 10)]),
            ("« #a »", vec![(2, 5)]),
        ] {
            assert_eq!(tags(text, true), expected, "{text:?}");
        }
    }

    #[test]
    fn measures_addresses() {
        for (text, expected) in [
            ("https://a.b/c.", "https://a.b/c"),
            ("https://a.b/(c) d", "https://a.b/(c)"),
            ("https://a.b/c), d", "https://a.b/c"),
            ("https://a.b/c?d=e;", "https://a.b/c?d=e"),
        ] {
            assert_eq!(&text[..address_length(text)], expected);
        }
    }
}
