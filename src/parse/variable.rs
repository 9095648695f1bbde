//! The names of values of the project in a line: `{{ vagues.v2.ouverture | date_longue }}`.
//!
//! In: the inlines of one paragraph, heading or cell. Out: the same with these names in place of
//! their marks. A name has a point; `{{date}}`, which other programs read, stays text.

use super::inline::shows_target;
use super::tree::{Inline, InlineKind, Variable};

/// The longest name with its marks, in bytes: the search for the end of one stops there.
const NAME_BYTES: usize = 240;

/// Reads the names in texts, those inside styles, links and footnotes included; an address keeps its own.
pub(crate) fn variables(inlines: Vec<Inline>) -> Vec<Inline> {
    let mut out = Vec::new();
    for inline in joined(inlines) {
        let kind = match inline.kind {
            InlineKind::Text(text) if text.contains("{{") => {
                out.extend(pieces(&Inline::new(inline.span, InlineKind::Text(text))));
                continue;
            }
            InlineKind::Styled(style, content) => InlineKind::Styled(style, variables(content)),
            InlineKind::Footnote(content) => InlineKind::Footnote(variables(content)),
            InlineKind::Link(target, content) if !shows_target(&target, &content) => {
                InlineKind::Link(target, variables(content))
            }
            kind => kind,
        };
        out.push(Inline::new(inline.span, kind));
    }
    out
}

/// In a table the bar before a format is escaped, which makes three inlines of a name: they become one.
fn joined(inlines: Vec<Inline>) -> Vec<Inline> {
    let bar = |inline: &Inline| matches!(&inline.kind, InlineKind::Literal(text) if text == "|");
    if !inlines.iter().any(bar) {
        return inlines;
    }
    let mut out: Vec<Inline> = Vec::new();
    let mut rest = inlines.into_iter().peekable();
    while let Some(inline) = rest.next() {
        let opens = |text: &str| text.rfind("{{").is_some_and(|open| is_path(text[open + 2..].trim()));
        let opened = matches!(out.last(), Some(Inline { kind: InlineKind::Text(text), .. }) if opens(text));
        let closes = |next: &Inline| matches!(&next.kind, InlineKind::Text(text) if text.contains("}}"));
        if bar(&inline) && opened && rest.peek().is_some_and(closes) {
            let (Some(before), Some(after)) = (out.pop(), rest.next()) else { continue };
            out.extend(around_bar(before, after));
        } else {
            out.push(inline);
        }
    }
    out
}

/// Puts a name together of what stands before and after an escaped bar.
fn around_bar(before: Inline, after: Inline) -> Vec<Inline> {
    let (InlineKind::Text(head), InlineKind::Text(tail)) = (&before.kind, &after.kind) else {
        return vec![before, after];
    };
    let open = head.rfind("{{").unwrap_or(head.len());
    let close = tail.find("}}").map_or(tail.len(), |close| close + 2);
    let name = format!("{}|{}", &head[open..], &tail[..close]);
    let exact = |inline: &Inline, text: &str| inline.span.end - inline.span.start == text.len();
    let part = |inline: &Inline, text: &str, from: usize, to: usize| {
        if exact(inline, text) { inline.span.part(from, to) } else { inline.span }
    };
    let (first, last) = (part(&before, head, open, head.len()), part(&after, tail, 0, close));
    let text =
        |span, text: &str| (!text.is_empty()).then(|| Inline::new(span, InlineKind::Text(text.to_owned())));
    let found = name_at(&name).filter(|(_, length)| *length == name.len());
    let middle = match found {
        Some((variable, _)) => vec![Inline::new(first.to(last), InlineKind::Variable(variable))],
        None => {
            let bar = crate::source::Span::new(first.source, first.end..last.start);
            [text(first, &head[open..]), text(bar, "|"), text(last, &tail[..close])]
                .into_iter()
                .flatten()
                .collect()
        }
    };
    let start = text(part(&before, head, 0, open), &head[..open]);
    let end = text(part(&after, tail, close, tail.len()), &tail[close..]);
    start.into_iter().chain(middle).chain(end).collect()
}

/// Cuts a text at its names.
fn pieces(inline: &Inline) -> Vec<Inline> {
    let InlineKind::Text(text) = &inline.kind else { return vec![inline.clone()] };
    let exact = text.len() == inline.span.end - inline.span.start;
    let at = |from: usize, to: usize| if exact { inline.span.part(from, to) } else { inline.span };
    let piece =
        |from: usize, to: usize| Inline::new(at(from, to), InlineKind::Text(text[from..to].to_owned()));
    let (mut out, mut start, mut from) = (Vec::new(), 0, 0);
    while let Some(open) = text[from..].find("{{").map(|i| from + i) {
        let Some((variable, length)) = name_at(&text[open..]) else {
            from = open + 1;
            continue;
        };
        if open > start {
            out.push(piece(start, open));
        }
        let end = open + length;
        out.push(Inline::new(at(open, end), InlineKind::Variable(variable)));
        (start, from) = (end, end);
    }
    if start < text.len() {
        out.push(piece(start, text.len()));
    }
    out
}

/// Reads the name at the start of a text, and its length with its marks.
fn name_at(text: &str) -> Option<(Variable, usize)> {
    let head = &text[..crate::source::floor_boundary(text, NAME_BYTES)];
    let close = head.find("}}")?;
    let inside = head.get(2..close)?;
    if inside.contains(['{', '}', '\n']) {
        return None;
    }
    let (chemin, format) = match inside.split_once('|') {
        Some((chemin, format)) => {
            (chemin, Some(format.trim().to_owned()).filter(|format| !format.is_empty()))
        }
        None => (inside, None),
    };
    let chemin = chemin.trim();
    is_path(chemin).then(|| (Variable { chemin: chemin.to_owned(), format }, close + 2))
}

/// Whether a text is two keys or more, with points between them.
fn is_path(text: &str) -> bool {
    let key = |key: &str| !key.is_empty() && key.chars().all(|c| c.is_alphanumeric() || c == '_' || c == '-');
    text.contains('.') && text.split('.').all(key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_names() {
        for (text, expected) in [
            ("{{ a.b }}", Some(("a.b", None, 9))),
            ("{{a.b}} c", Some(("a.b", None, 7))),
            ("{{ a.b-1.c_d | date_longue }}", Some(("a.b-1.c_d", Some("date_longue"), 29))),
            ("{{ a.b | 1 décimale }}", Some(("a.b", Some("1 décimale"), 23))),
            ("{{ a.b | x | y }}", Some(("a.b", Some("x | y"), 17))),
            ("{{ écoles.é1 }}", Some(("écoles.é1", None, 17))),
            ("{{ a.b | }}", Some(("a.b", None, 11))),
            ("{{ date }}", None),
            ("{{ a. }}", None),
            ("{{ .a }}", None),
            ("{{ a..b }}", None),
            ("{{ a b.c }}", None),
            ("{{ get_env(name=\"HOME\") }}", None),
            ("{{ a.b", None),
            ("{{{ a.b }}}", None),
            ("{{ a.b\n}}", None),
            ("{{}}", None),
        ] {
            let found = name_at(text);
            let found = found.as_ref().map(|(v, n)| (v.chemin.as_str(), v.format.as_deref(), *n));
            assert_eq!(found, expected, "{text}");
        }
    }
}
