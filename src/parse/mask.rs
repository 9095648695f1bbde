//! Masks what the Markdown parser must not see: comments, lone carriage returns.
//!
//! In: the text of a note. Out: a text of the same length, byte for byte, so that every place the
//! parser gives is a place in the file. A comment that fills its lines becomes spaces; one inside
//! a line becomes [`FILLER`], which is dropped from the text nodes (spaces at the start of a line
//! could turn the rest into code, two at its end into a break).

use std::borrow::Cow;
use std::ops::Range;

/// Stands for a masked byte inside a line.
pub(crate) const FILLER: char = '\u{1}';

/// A masked text.
pub(crate) struct Masked<'a> {
    pub text: Cow<'a, str>,
    /// Where a comment starts that is never closed; it hides all that follows, as in Obsidian.
    pub unclosed: Option<usize>,
}

/// Masks the comments `%%…%%` of `text`, except in code.
pub(crate) fn mask(text: &str) -> Masked<'_> {
    let scan = Scan { text, comments: Vec::new(), unclosed: None }.run();
    let lone_returns = text.contains('\r');
    if scan.comments.is_empty() && !lone_returns {
        return Masked { text: Cow::Borrowed(text), unclosed: None };
    }
    let mut bytes = text.as_bytes().to_vec();
    let mut line = 0..0;
    for comment in &scan.comments {
        hide(&mut bytes, comment.clone(), &mut line);
    }
    for i in 0..bytes.len() {
        if bytes[i] == b'\r' && bytes.get(i + 1) != Some(&b'\n') {
            bytes[i] = b'\n';
        }
    }
    // Whole comments were replaced by ASCII, so the bytes are still UTF-8.
    Masked { text: Cow::Owned(String::from_utf8(bytes).unwrap_or_default()), unclosed: scan.unclosed }
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

struct Scan<'a> {
    text: &'a str,
    comments: Vec<Range<usize>>,
    unclosed: Option<usize>,
}

impl Scan<'_> {
    fn run(mut self) -> Self {
        if !self.text.contains("%%") {
            return self;
        }
        let (mut at, mut fence) = (0, None);
        while at < self.text.len() {
            let end = self.text[at..].find('\n').map_or(self.text.len(), |i| at + i + 1);
            let mark = fence_mark(&self.text[at..end]);
            match (fence, mark) {
                (None, Some((byte, length, _))) => fence = Some((byte, length)),
                (Some((open, length)), Some((byte, n, true))) if byte == open && n >= length => fence = None,
                (Some(_), _) => {}
                (None, None) => {
                    at = self.line(at, end);
                    continue;
                }
            }
            at = end;
        }
        self
    }

    /// Reads one line of text; gives where the next line to read starts, which is after a comment
    /// that spans lines.
    fn line(&mut self, mut at: usize, mut end: usize) -> usize {
        let bytes = self.text.as_bytes();
        while at < end {
            match bytes[at] {
                b'\\' => at += 2,
                b'`' => at = self.code_span(at),
                b'%' if bytes.get(at + 1) == Some(&b'%') => {
                    let close = self.text[at + 2..].find("%%").map(|i| at + 2 + i + 2);
                    self.comments.push(at..close.unwrap_or(self.text.len()));
                    let Some(close) = close else {
                        self.unclosed = Some(at);
                        return self.text.len();
                    };
                    if close >= end {
                        // The line in which the comment ends is read on from there.
                        end = self.text[close..].find('\n').map_or(self.text.len(), |i| close + i + 1);
                    }
                    at = close;
                }
                _ => at += 1,
            }
        }
        at.max(end)
    }

    /// The end of the code span that opens at `at`, or of its backticks where nothing closes them
    /// in the paragraph.
    fn code_span(&self, at: usize) -> usize {
        let bytes = self.text.as_bytes();
        let run = bytes[at..].iter().take_while(|&&b| b == b'`').count();
        let limit = self.text[at..].find("\n\n").map_or(bytes.len(), |i| at + i);
        let mut i = at + run;
        while i < limit {
            if bytes[i] == b'`' {
                let n = bytes[i..].iter().take_while(|&&b| b == b'`').count();
                if n == run {
                    return i + n;
                }
                i += n;
            } else {
                i += 1;
            }
        }
        at + run
    }
}

/// The fence that a line opens or closes: its character, its length, whether nothing follows it.
/// Quote and list marks before it are stepped over.
fn fence_mark(line: &str) -> Option<(u8, usize, bool)> {
    let text = line.trim_start_matches([' ', '\t', '>']);
    let text = text.strip_prefix(['-', '*', '+']).map_or(text, |rest| rest.trim_start());
    let byte = *text.as_bytes().first()?;
    let length = text.bytes().take_while(|&b| b == byte).count();
    let rest = &text[if byte.is_ascii() { length } else { return None }..];
    let opens = matches!(byte, b'`' | b'~') && length >= 3 && !(byte == b'`' && rest.contains('`'));
    opens.then(|| (byte, length, rest.trim().is_empty()))
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
            ("> - ```\n> %%a%%\n> ```\n%%b%%", "> - ```\n> %%a%%\n> ```\n     "),
        ] {
            let masked = mask(text);
            assert_eq!(masked.text.replace(FILLER, "#"), expected, "{text:?}");
            assert_eq!(masked.text.len(), text.len(), "{text:?}");
        }
    }

    #[test]
    fn reports_a_comment_never_closed() {
        assert_eq!(mask("a %%b").unclosed, Some(2));
        assert_eq!(mask("a %%b%%").unclosed, None);
    }
}
