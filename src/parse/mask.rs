//! Masks what the Markdown parser must not see: comments, lone carriage returns.
//!
//! In: the text of a note, and the parser's word on what is code in it: a second opinion on fences
//! would sooner or later differ and print a private comment. Out: a text of the same length, byte for byte, so that every place the
//! parser gives is a place in the file. A comment that fills its lines becomes spaces; one inside
//! a line becomes [`FILLER`], which is dropped from the text nodes (spaces at the start of a line
//! could turn the rest into code, two at its end into a break).

use std::borrow::Cow;
use std::ops::Range;

/// Stands for a masked byte inside a line.
pub(crate) const FILLER: char = '\u{1}';

/// How many bytes the parser may read in all to tell what is code; beyond, comments are hidden
/// wherever they stand.
const PARSED: usize = 8 << 20;

/// A masked text.
pub(crate) struct Masked<'a> {
    pub text: Cow<'a, str>,
    /// Where a comment starts that is never closed; it hides all that follows, as in Obsidian.
    pub unclosed: Option<usize>,
    /// The comments, their marks included, in the order in which they were found.
    pub hidden: Vec<Range<usize>>,
}

/// Masks the comments `%%…%%` of `text`, except where `kept` says that the parser sees code or an
/// HTML comment: ranges in the order of the text.
pub(crate) fn mask(text: &str, kept: impl Fn(&str) -> Vec<Range<usize>>) -> Masked<'_> {
    let lone_returns = lone_returns(text.as_bytes());
    if !text.contains("%%") && lone_returns.is_empty() {
        return Masked { text: Cow::Borrowed(text), unclosed: None, hidden: Vec::new() };
    }
    let mut bytes = text.as_bytes().to_vec();
    lone_returns.into_iter().for_each(|i| bytes[i] = b'\n');
    // Only ASCII is written over whole comments, so the bytes are still UTF-8.
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap_or_default();
    let (mut at, mut unclosed, mut parsed, mut spent) = (0, None, 0, false);
    let (mut line, mut hidden) = (0..0, Vec::new());
    let mut code: Option<Vec<Range<usize>>> = None;
    while let Some(open) = find(&bytes, at) {
        if code.is_none() {
            parsed += bytes.len();
            spent = parsed > PARSED && parsed > 4 * bytes.len();
            code = Some(if spent {
                Vec::new()
            } else {
                std::str::from_utf8(&bytes).map(&kept).unwrap_or_default()
            });
        }
        let ranges = code.as_deref().unwrap_or_default();
        let after = ranges.partition_point(|range| range.end <= open);
        if let Some(range) = ranges.get(after).filter(|range| range.start <= open) {
            at = range.end;
            continue;
        }
        let slashes = bytes[..open].iter().rev().take_while(|&&b| b == b'\\').count();
        if slashes % 2 == 1 {
            at = open + 1;
            continue;
        }
        let close = find(&bytes, open + 2).map(|close| close + 2);
        unclosed = close.is_none().then_some(open).or(unclosed);
        at = close.unwrap_or(bytes.len());
        let simple = bytes[open + 2..at]
            .iter()
            .all(|&b| b.is_ascii_alphanumeric() || b >= 0x80 || b" ,.%".contains(&b));
        hide(&mut bytes, open..at, &mut line);
        hidden.push(open..at);
        // The parser may see other code where a mark, a line or a whole line is gone, even before it.
        if !spent && (!simple || bytes[open] == b' ') {
            (at, code) = (0, None);
        }
    }
    Masked { text: Cow::Owned(text(bytes)), unclosed, hidden }
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

/// Replaces the bytes of a comment, line by line; line ends stay. `line` is the line of the comment
/// before, so that a line of many comments is not searched for its ends at each of them.
fn hide(bytes: &mut [u8], comment: Range<usize>, line: &mut Range<usize>) {
    let mut at = comment.start;
    while at < comment.end {
        let end = (at..comment.end).find(|&i| is_end(bytes[i])).unwrap_or(comment.end);
        if !line.contains(&at) {
            line.start = (0..at).rev().find(|&i| is_end(bytes[i])).map_or(0, |i| i + 1);
            line.end = (end..bytes.len()).find(|&i| is_end(bytes[i])).unwrap_or(bytes.len());
        }
        let around = bytes[line.start..at].iter().chain(&bytes[end..line.end]);
        let alone = around.copied().all(|b| b" \t".contains(&b));
        bytes[at..end].fill(if alone { b' ' } else { FILLER as u8 });
        at = end;
        while at < comment.end && is_end(bytes[at]) {
            at += 1;
        }
    }
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
            ("> - ```\n> %%a%%\n> ```\n%%b%%", "> - ```\n> #####\n> ```\n     "),
        ] {
            let masked = mask(text, super::super::markdown::kept);
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
            let masked = mask(&text, super::super::markdown::kept);
            let kept = super::super::markdown::kept(&masked.text);
            for (at, _) in masked.text.match_indices("%%") {
                let in_code = kept.iter().any(|range| range.start <= at + 1 && at < range.end);
                let escaped = masked.text[..at].ends_with('\\');
                assert!(in_code || escaped, "{text:?}: {:?}", masked.text);
            }
        }
    }

    const FRAGMENTS: &[&str] = &[
        "%%", "%%b%%", "%%b `%%", "%%b", "a", " ", "    ", "\t", "\n", "\n\n", "\r\n", "\r", "```", "~~~",
        "`", "``", "> ", "- ", "1. ", "   ", "<!--", "-->", "<div>", "</div>", "<a b=\"", "\">", "[", "](",
        ")", "$", "\\", "# ", "|", "---", "[^1]: ", "é",
    ];

    #[test]
    fn reports_a_comment_never_closed() {
        assert_eq!(mask("a %%b", |_| Vec::new()).unclosed, Some(2));
        assert_eq!(mask("a %%b%%", |_| Vec::new()).unclosed, None);
    }
}
