//! Masks what the Markdown parser must not see: comments, lone carriage returns.
//!
//! In: the text of a note, and the parser's word on what is code in it: a second opinion on fences
//! would sooner or later differ and print a private comment. Out: a text of the same length, byte for byte, so that every place the
//! parser gives is a place in the file. A comment that fills its lines becomes spaces; one inside
//! a line becomes [`FILLER`], which is dropped from the text nodes (spaces at the start of a line
//! could turn the rest into code, two at its end into a break).

mod line;
mod window;

use line::Line;
use std::borrow::Cow;
use std::ops::Range;
use window::Window;

/// Stands for a masked byte inside a line.
pub(crate) const FILLER: char = '\u{1}';

/// A masked text.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Masked<'a> {
    pub text: Cow<'a, str>,
    /// Where a comment starts that is never closed; it hides all that follows, as in Obsidian.
    pub unclosed: Option<usize>,
    /// The comments, their marks included, in the order in which they were found.
    pub hidden: Vec<Range<usize>>,
}

/// What the parser says of a part of a text.
#[derive(Debug, Default)]
pub(crate) struct Seen {
    /// Code and HTML comments, in the order of the text: `%%` opens nothing there.
    pub kept: Vec<Range<usize>>,
    /// Where the blocks start that stand in no other.
    pub blocks: Vec<usize>,
}

/// There are more comments in a block than a person writes: to read it anew for each would never
/// end. Where the first one stands that was not asked about.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct TooMany(pub usize);

/// Masks the comments `%%…%%` of `text`, except where `see` says that the parser keeps it.
pub(crate) fn mask(text: &str, see: impl Fn(&str) -> Seen) -> Result<Masked<'_>, TooMany> {
    mask_by(window::SIZE, text, see)
}

/// The same, `size` bytes being read at first from a block on.
fn mask_by(size: usize, text: &str, see: impl Fn(&str) -> Seen) -> Result<Masked<'_>, TooMany> {
    let lone_returns = lone_returns(text.as_bytes());
    if !text.contains("%%") && lone_returns.is_empty() {
        return Ok(Masked { text: Cow::Borrowed(text), unclosed: None, hidden: Vec::new() });
    }
    let mut bytes = text.as_bytes().to_vec();
    lone_returns.into_iter().for_each(|i| bytes[i] = b'\n');
    let mut window = Window::new(see, size, bytes.len());
    let (mut at, mut unclosed) = (0, None);
    let (mut line, mut hidden) = (Line::default(), Vec::new());
    // The first of the comments of whole lines since the parser was asked.
    let mut unread: Option<usize> = None;
    loop {
        let open = find(&bytes, at);
        // After nothing but blank lines, what opens a line stands in no code that was not there before; further
        // right, it could be in that of an item that goes on.
        let follows = |open: usize| {
            let from = hidden.last().map_or(0, |last: &Range<usize>| last.end);
            let opens_line = open > 0 && is_end(bytes[open - 1]);
            window.holds(open) && opens_line && bytes[from..open].iter().all(u8::is_ascii_whitespace)
        };
        if let Some(first) = unread.filter(|_| !open.is_some_and(follows)) {
            (at, unread) = (window.again(first), None);
            continue;
        }
        let Some(open) = open else { break };
        if let Some(range) = window.kept(&bytes, open)? {
            at = unread.take().map_or(range.end, |first| window.again(first));
            continue;
        }
        if is_escaped(&bytes[..open]) {
            at = open + 1;
            continue;
        }
        let close = find(&bytes, open + 2).map(|close| close + 2);
        unclosed = close.is_none().then_some(open).or(unclosed);
        at = close.unwrap_or(bytes.len());
        let plain = bytes[open + 2..at].iter().copied().all(is_plain) && !in_address(&bytes[..open]);
        line.hide(&mut bytes, open..at);
        hidden.push(open..at);
        // The parser may see other code where a mark, a line or a whole line is gone, even before it.
        if bytes[open] == b' ' && bytes[at - 1] == b' ' {
            unread = unread.or(Some(open));
        } else if !plain || bytes[open] == b' ' {
            at = window.again(open);
        }
    }
    // Only ASCII is written over whole comments, so the bytes are still UTF-8.
    let text = Cow::Owned(String::from_utf8(bytes).unwrap_or_default());
    Ok(Masked { text, unclosed, hidden })
}

/// Whether a backslash takes its meaning from what follows a text.
pub(super) fn is_escaped(before: &[u8]) -> bool {
    before.iter().rev().take_while(|b| **b == b'\\').count() % 2 == 1
}

fn find(bytes: &[u8], from: usize) -> Option<usize> {
    let rest = bytes.get(from..)?;
    rest.windows(2).position(|pair| pair == b"%%").map(|i| from + i)
}

/// The carriage returns that no line feed follows.
fn lone_returns(bytes: &[u8]) -> Vec<usize> {
    let lone = |&i: &usize| bytes[i] == b'\r' && bytes.get(i + 1) != Some(&b'\n');
    (0..bytes.len()).filter(lone).collect()
}

/// Whether a mark of a comment inside a line changes nothing of what is code around it: it opens and
/// closes no code, tag, link, cell or formula.
fn is_plain(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte >= 0x80 || b" ,.%-!:;?+*_~#@&/".contains(&byte)
}

/// Whether a comment may stand in an address or a tag, which its [`FILLER`] would end.
fn in_address(before: &[u8]) -> bool {
    let near = &before[before.len().saturating_sub(1024)..];
    near.contains(&b'<') || near.windows(2).any(|pair| pair == b"](" || pair == b"]:")
}

fn is_end(byte: u8) -> bool {
    byte == b'\n' || byte == b'\r'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hides_comments_only() {
        for (text, expected) in [
            ("a %%b%% c", "a ##### c"),
            ("%%b%%", "     "),
            ("%%b%% c", "##### c"),
            ("a\n%%\nb é\n%%\nc", "a\n  \n    \n  \nc"),
            ("a `%%b%%` c", "a `%%b%%` c"),
            ("```\n%%b%%\n```\n%%c%%", "```\n%%b%%\n```\n     "),
            ("%%\n```\nx\n```\n%%\ny", "  \n   \n \n   \n  \ny"),
            ("100 % et 50 %", "100 % et 50 %"),
            ("\\%% a %%b%%", "\\%% a #####"),
            ("a\rb", "a\nb"),
            ("a\r\nb", "a\r\nb"),
            ("a %%b", "a ###"),
            // A blank line ends a code span, whatever the line ends.
            ("a ` b\r\n\r\n%%c%% ` d", "a ` b\r\n\r\n##### ` d"),
            ("a ` b\n \n%%c%% ` d", "a ` b\n \n##### ` d"),
            // A quote goes on after a comment in it, and no mark of the comment's own lines opens one.
            ("> a\n> %%\n> b\n>\n>c\n> %%\n> d", "> a\n>   \n>  \n>\n> \n>   \n> d"),
            ("> a %% b\n> > c\n> %% d", "> a ####\n>    \n> ## d"),
            ("> > %% a\n> b\n> > %%c", "> >     \n>  \n> > ##c"),
            ("%%\n> a\n%%", "  \n   \n  "),
            ("a %% b\n> c %% d", "a ####\n###### d"),
            // A fence ends with the quote it stands in.
            ("> ```\n> x\n\n%%c%%", "> ```\n> x\n\n     "),
            ("> ```\nd %%c%%", "> ```\nd #####"),
            // Four spaces make no fence.
            ("    ```\n\n%%c%%", "    ```\n\n     "),
            ("\t```\n\n%%c%%", "\t```\n\n     "),
            ("1. a\n\n   ```\n   %%b%%\n   ```\n\n%%c%%", "1. a\n\n   ```\n   %%b%%\n   ```\n\n     "),
            ("- a\n\n      ```\n\n%%c%%", "- a\n\n      ```\n\n     "),
            // Nor does HTML.
            ("<!--\n```\n-->\n\n%%c%%", "<!--\n```\n-->\n\n     "),
            ("<!-- 100 %% -->\n\na %%c%%", "<!-- 100 %% -->\n\na #####"),
            ("a <!-- %% --> %%c%%", "a <!-- %% --> #####"),
            ("<div>\n```\n</div>\n\n%%c%%", "<div>\n```\n</div>\n\n     "),
            // What a comment hides opens nothing.
            ("a %%`%% b %%c%% ` d", "a ##### b ##### ` d"),
            ("%%\n```\n%%\n%%c%%", "  \n   \n  \n     "),
            ("\\\\%%c%%", "\\\\#####"),
            ("> - ```\n>   %%a%%\n>   ```\n%%b%%", "> - ```\n>   %%a%%\n>   ```\n     "),
            // The fence ends with the item, whose lines are indented.
            ("> - ```\n> %%a%%\n> ```\n%%b%%", "> - ```\n>      \n> ```\n     "),
        ] {
            let masked = mask(text, super::super::markdown::seen).unwrap();
            assert_eq!(masked.text.replace(FILLER, "#"), expected, "{text:?}");
            assert_eq!(masked.text.len(), text.len(), "{text:?}");
        }
    }

    proptest::proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig {
            cases: 4000,
            failure_persistence: None,
            ..Default::default()
        })]
        /// Whatever surrounds a comment, the parser sees none of it outside of code.
        #[test]
        fn leaves_no_comment_to_the_parser(
            parts in proptest::collection::vec(proptest::sample::select(FRAGMENTS), 0..24),
        ) {
            let text = parts.concat();
            let masked = mask(&text, super::super::markdown::seen).unwrap();
            let kept = super::super::markdown::seen(&masked.text).kept;
            for (at, _) in masked.text.match_indices("%%") {
                let in_code = kept.iter().any(|range| range.start <= at + 1 && at < range.end);
                let escaped = masked.text[..at].ends_with('\\');
                assert!(in_code || escaped, "{text:?}: {:?}", masked.text);
            }
        }
    }

    proptest::proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig {
            cases: 50_000,
            failure_persistence: None,
            ..Default::default()
        })]
        /// Reading a few blocks at a time, where a comment may matter, tells the same as reading all of the
        /// text anew at each comment.
        #[test]
        fn windows_see_what_the_whole_text_shows(
            parts in proptest::collection::vec(proptest::sample::select(FRAGMENTS), 0..40),
        ) {
            let text = parts.concat();
            let masked = mask_by(1, &text, super::super::markdown::seen).unwrap();
            assert_eq!(masked.text, anew(&text), "{text:?}");
        }
    }

    /// Masks a text by the plainest means.
    fn anew(text: &str) -> String {
        let mut bytes = text.as_bytes().to_vec();
        lone_returns(text.as_bytes()).into_iter().for_each(|i| bytes[i] = b'\n');
        let mut at = 0;
        while let Some(open) = find(&bytes, at) {
            let kept = super::super::markdown::seen(std::str::from_utf8(&bytes).unwrap()).kept;
            if let Some(range) = kept.into_iter().find(|range| range.contains(&open)) {
                at = range.end;
            } else if is_escaped(&bytes[..open]) {
                at = open + 1;
            } else {
                let end = find(&bytes, open + 2).map_or(bytes.len(), |close| close + 2);
                Line::default().hide(&mut bytes, open..end);
                at = 0;
            }
        }
        String::from_utf8(bytes).unwrap()
    }

    const FRAGMENTS: &[&str] = &[
        "%%",
        "%%b%%",
        "%%b%%\n",
        "%%-!:;?+*_~#@&/%%",
        "%%?%%",
        "%%/%%",
        "%%!%%",
        "%%-%%",
        "*",
        "_",
        "<http:",
        "=",
        "'",
        "%%b `%%",
        "%%b",
        "a",
        " ",
        "    ",
        "\t",
        "\n",
        "\n\n",
        "\r\n",
        "\r",
        "```",
        "~~~",
        "`",
        "``",
        "> ",
        "- ",
        "1. ",
        "   ",
        "<!--",
        "-->",
        "<div>",
        "</div>",
        "<a b=\"",
        "\">",
        "[",
        "](",
        ")",
        "$",
        "\\",
        "# ",
        "|",
        "---",
        "[^1]: ",
        "é",
    ];

    #[test]
    fn refuses_what_would_be_read_for_ever() {
        // One paragraph of 256 KiB, read anew for each comment: 32 MiB and 64 times its size are spent by the 200th.
        let text = format!("{}{}", "é".repeat(128 << 10), " %%(%%".repeat(300));
        let refused = mask(&text, super::super::markdown::seen).unwrap_err();
        let comments = (refused.0 - (256 << 10)) / " %%(%%".len();
        assert!((150..200).contains(&comments), "{comments}");
        let blocks = format!("{}\n\n{}", "é".repeat(128 << 10), "%%(%% a\n\n".repeat(3000));
        assert_eq!(mask(&blocks, super::super::markdown::seen).map(|masked| masked.hidden.len()), Ok(3000));
    }

    #[test]
    fn comments_on_lines_that_follow_each_other_are_read_at_once() {
        let text = format!("mot\n{}fin", "%% ![[a]] %%\n".repeat(2000));
        let read = std::cell::Cell::new(0);
        let masked = mask(&text, |part| {
            read.set(read.get() + part.len());
            super::super::markdown::seen(part)
        });
        assert_eq!(masked.map(|masked| masked.hidden.len()), Ok(2000));
        // Windows of 1, 2, 4… KiB up to the whole, then the whole once more: never four times the text.
        assert!(read.get() < 4 * text.len(), "{} bytes read of {}", read.get(), text.len());
    }

    #[test]
    fn reports_a_comment_never_closed() {
        assert_eq!(mask("a %%b", |_| Seen::default()).unwrap().unclosed, Some(2));
        assert_eq!(mask("a %%b%%", |_| Seen::default()).unwrap().unclosed, None);
    }
}
