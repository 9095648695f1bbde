//! The HTML that a note may hold: a list of elements, read one tag at a time.
//!
//! In: a text. Out: tags, comments and the text between. No document model: a tag opens or closes
//! a frame of the Markdown builder, which closes by itself what the author left open.

use super::tree::Style;
use std::ops::Range;

/// A piece of HTML and where it stands in the text.
#[derive(Debug, PartialEq)]
pub(crate) enum Token {
    Text(Range<usize>),
    /// A comment, and whether it is closed.
    Comment(Range<usize>, bool),
    Tag(Tag, Range<usize>),
}

/// A tag, its name in lower case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Tag {
    pub name: String,
    pub closing: bool,
    pub attributes: Vec<(String, String)>,
}

impl Tag {
    pub(crate) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }
}

/// What an element of the list is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Element {
    Styled(Style),
    /// Has no effect of its own: its text is kept.
    Transparent,
    Link,
    Image,
    Break,
    Rule,
    /// Text on lines of its own.
    Paragraph,
    Heading(u8),
    /// Ordered or not.
    List(bool),
    Item,
    Quote,
    Table,
    /// `thead` and the like: only ends the row before it.
    RowGroup,
    Row,
    HeadCell,
    Cell,
}

/// The list; nothing for an element that is shown as text.
pub(crate) fn element(name: &str) -> Option<Element> {
    Some(match name {
        "b" | "strong" | "summary" | "dt" => Element::Styled(Style::Strong),
        "i" | "em" | "cite" | "var" | "dfn" => Element::Styled(Style::Emphasis),
        "u" | "ins" => Element::Styled(Style::Underline),
        "s" | "del" | "strike" => Element::Styled(Style::Strike),
        "mark" => Element::Styled(Style::Highlight),
        "sub" => Element::Styled(Style::Subscript),
        "sup" => Element::Styled(Style::Superscript),
        "span" | "font" | "small" | "big" | "kbd" | "code" | "samp" | "abbr" | "q" => Element::Transparent,
        "a" => Element::Link,
        "img" => Element::Image,
        "br" => Element::Break,
        "hr" => Element::Rule,
        "p" | "div" | "center" | "section" | "article" | "details" | "figure" | "figcaption" | "caption"
        | "dl" | "dd" => Element::Paragraph,
        "h1" => Element::Heading(1),
        "h2" => Element::Heading(2),
        "h3" => Element::Heading(3),
        "h4" => Element::Heading(4),
        "h5" => Element::Heading(5),
        "h6" => Element::Heading(6),
        "ul" => Element::List(false),
        "ol" => Element::List(true),
        "li" => Element::Item,
        "blockquote" => Element::Quote,
        "table" => Element::Table,
        "thead" | "tbody" | "tfoot" => Element::RowGroup,
        "tr" => Element::Row,
        "th" => Element::HeadCell,
        "td" => Element::Cell,
        _ => return None,
    })
}

/// Cuts a text in tags, comments and text. What looks like a tag and is none is text.
pub(crate) fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let (mut at, mut text_start) = (0, 0);
    while let Some(open) = text[at..].find('<').map(|i| at + i) {
        let token = if let Some(rest) = text[open..].strip_prefix("<!--") {
            let close = rest.find("-->").map(|i| open + 4 + i + 3);
            let end = close.unwrap_or(text.len());
            Some((Token::Comment(open..end, close.is_some()), end))
        } else {
            tag(&text[open..]).map(|(tag, length)| (Token::Tag(tag, open..open + length), open + length))
        };
        let Some((token, end)) = token else {
            at = open + 1;
            continue;
        };
        if text_start < open {
            tokens.push(Token::Text(text_start..open));
        }
        tokens.push(token);
        (at, text_start) = (end, end);
    }
    if text_start < text.len() {
        tokens.push(Token::Text(text_start..text.len()));
    }
    tokens
}

/// Cuts a text at its entities (`&nbsp;`): each piece, and what it stands for where it is one.
/// `decode` reads an entity, its `&` and `;` included.
pub(crate) fn entities(
    text: &str,
    decode: impl Fn(&str) -> Option<String>,
) -> Vec<(Range<usize>, Option<String>)> {
    let mut pieces = Vec::new();
    let (mut at, mut start) = (0, 0);
    while let Some(open) = text[at..].find('&').map(|i| at + i) {
        let name = |b: &u8| b.is_ascii_alphanumeric() || *b == b'#';
        let end = open + 1 + text.as_bytes()[open + 1..].iter().take(ENTITY).take_while(|b| name(b)).count();
        let decoded = text.get(open..=end).filter(|entity| entity.ends_with(';')).and_then(&decode);
        at = end;
        if decoded.is_none() {
            continue;
        }
        if start < open {
            pieces.push((start..open, None));
        }
        at += 1;
        pieces.push((open..at, decoded));
        start = at;
    }
    if start < text.len() {
        pieces.push((start..text.len(), None));
    }
    pieces
}

/// The longest name of an entity, in bytes.
const ENTITY: usize = 33;

/// Reads the tag at the start of a text, and its length.
pub(crate) fn tag(text: &str) -> Option<(Tag, usize)> {
    let rest = text.strip_prefix('<')?;
    let closing = rest.starts_with('/');
    let rest = rest.strip_prefix('/').unwrap_or(rest);
    let name: String = rest.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '-').collect();
    if !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    let mut rest = &rest[name.len()..];
    if !rest.starts_with([' ', '\t', '\n', '\r', '/', '>']) {
        return None;
    }
    let mut attributes = Vec::new();
    loop {
        rest = rest.trim_start_matches([' ', '\t', '\n', '\r', '/']);
        if let Some(after) = rest.strip_prefix('>') {
            if is_comparison(&name, &attributes) {
                return None;
            }
            let tag = Tag { name: name.to_ascii_lowercase(), closing, attributes };
            return Some((tag, text.len() - after.len()));
        }
        let (key, value, after) = attribute(rest)?;
        attributes.push((key.to_ascii_lowercase(), value.to_owned()));
        rest = after;
    }
}

/// Whether a tag of one letter is two comparisons: what stands in « a<b et b>c » says nothing of a tag, and
/// would be lost with it.
fn is_comparison(name: &str, attributes: &[(String, String)]) -> bool {
    let bare = |(key, value): &(String, String)| value.is_empty() && key != "hidden";
    name.len() == 1 && !attributes.is_empty() && attributes.iter().all(bare)
}

fn attribute(text: &str) -> Option<(&str, &str, &str)> {
    let end = text.find([' ', '\t', '\n', '\r', '=', '>', '/', '<', '"', '\'']).filter(|&end| end > 0)?;
    let (key, rest) = text.split_at(end);
    let Some(value) = rest.trim_start().strip_prefix('=') else { return Some((key, "", rest)) };
    let value = value.trim_start();
    for quote in ['"', '\''] {
        if let Some(inner) = value.strip_prefix(quote) {
            let end = inner.find(quote)?;
            return Some((key, &inner[..end], &inner[end + 1..]));
        }
    }
    let end = value.find([' ', '\t', '\n', '\r', '>', '<'])?;
    Some((key, &value[..end], &value[end..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_tags() {
        for (text, name, closing, length) in [
            ("<br>", "br", false, 4),
            ("<BR/>", "br", false, 5),
            ("</ul> x", "ul", true, 5),
            ("<ul style=\"list-style-type: none;\"> a", "ul", false, 35),
            ("<a href='x>y'>", "a", false, 14),
            ("<td colspan=2>", "td", false, 14),
            ("<p hidden>", "p", false, 10),
            ("<details open>", "details", false, 14),
        ] {
            let (tag, n) = tag(text).expect(text);
            assert_eq!((tag.name.as_str(), tag.closing, n), (name, closing, length), "{text}");
        }
        for text in
            ["<", "< b>", "<3", "<b", "<a b", "<a href=\"x>", "<é>", "<a@b.c>", "<b et b>", "<u and y>"]
        {
            assert_eq!(tag(text), None, "{text}");
        }
    }

    #[test]
    fn cuts_entities() {
        let decode = |entity: &str| (entity == "&amp;").then(|| "&".to_owned());
        for (text, expected) in [
            ("a&amp;b", vec![(0..1, None), (1..6, Some("&")), (6..7, None)]),
            ("&amp;", vec![(0..5, Some("&"))]),
            ("&x; & &amp", vec![(0..10, None)]),
            ("&&amp;", vec![(0..1, None), (1..6, Some("&"))]),
            ("&é;", vec![(0..4, None)]),
        ] {
            let expected: Vec<_> =
                expected.into_iter().map(|(range, text)| (range, text.map(str::to_owned))).collect();
            assert_eq!(entities(text, decode), expected, "{text}");
        }
    }

    #[test]
    fn cuts_text() {
        let kinds: Vec<String> = tokens("a <!-- b --> c<i>d</i> 1 < 2")
            .into_iter()
            .map(|token| match token {
                Token::Text(range) => format!("t{}..{}", range.start, range.end),
                Token::Comment(..) => "c".to_owned(),
                Token::Tag(tag, _) => format!("{}{}", if tag.closing { "/" } else { "" }, tag.name),
            })
            .collect();
        assert_eq!(kinds, ["t0..2", "c", "t12..14", "i", "t17..18", "/i", "t22..28"]);
    }
}
