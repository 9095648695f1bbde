//! The mistakes of an author: where the parser stumbles, and what the author has to mend there.
//!
//! In: an error of the parser, the text, what stands above. Out: a [`Fault`] with its [`Cause`].

use std::ops::Range;

use serde_yaml::granit_parser::{ErrorKind as E, ScanError};

use super::tree::Builder;
use super::{BLANKS, Cause, Fault, Limit};
use crate::source::floor_boundary;

impl Builder<'_> {
    /// The parser's error as a fault.
    pub(super) fn explain(&self, error: &ScanError) -> Fault {
        let (text, kind) = (self.text, error.kind());
        let at = error.marker().byte_offset();
        let at = at.map_or(self.last.end, |at| floor_boundary(text, self.base + at));
        match kind {
            E::RecursionLimitExceeded => {
                let (span, allowed) = (self.here(one(text, at)), self.limits.depth);
                Fault::Limit { span, limit: Limit::Depth, allowed }
            }
            E::TabInBlockIndentation
            | E::TabInIndentation
            | E::TabInPlainScalar
            | E::TabAtBlockScalarStart
            | E::TabNotAllowed => Fault::Tab { span: self.here(tab_from(text, at, kind)) },
            E::InvalidBlockEntryWhitespace => {
                Fault::Tab { span: self.here(text[..at].rfind('\t').unwrap_or(at)..at) }
            }
            E::UndeclaredTagHandle | E::UnclosedVerbatimTag | E::InvalidTagTerminator | E::MissingTagUri => {
                let blank = |c: char| c.is_whitespace() || matches!(c, ',' | ']' | '}');
                let tag = text[at..].split(blank).next().unwrap_or_default();
                Fault::Tag { span: self.here(at..at + tag.len()), tag: tag.to_owned() }
            }
            _ => {
                let (cause, range) = self.cause(kind, at);
                Fault::Syntax { span: self.here(range), cause }
            }
        }
    }

    /// What the author has to mend, and where.
    fn cause(&self, kind: &E, at: usize) -> (Cause, Range<usize>) {
        let text = self.text;
        match kind {
            E::SimpleKeyExpected => without_key(text, at),
            E::MappingValueNotAllowed => self.needless_colon(at),
            E::ExpectedBlockMappingKey | E::ExpectedBlockSequenceEntry => self.between_entries(at),
            E::InvalidIndentation | E::InvalidBlockScalarIndent => (Cause::Indentation, line(text, at)),
            E::BlockEntryInFlowCollection
            | E::InvalidColonPlacement
            | E::ExpectedFlowMappingSeparator
            | E::ExpectedFlowSequenceSeparator
            | E::UnexpectedEofFlowSequence
            | E::UnexpectedEofFlowMapping => self.between_brackets(at),
            E::UnclosedFlowCollection { .. } | E::MismatchedFlowCollectionEnd { .. } => {
                (Cause::UnclosedBracket, one(text, at))
            }
            E::UnclosedQuotedScalar | E::DocumentIndicatorInQuotedScalar => {
                (Cause::UnclosedQuote, one(text, at))
            }
            E::InvalidQuotedScalarIndent
            | E::InvalidTrailingSingleQuotedScalar
            | E::InvalidTrailingDoubleQuotedScalar => self.after_quote(at),
            E::FlowMappingValueAdjacentCollection => (Cause::MissingSpace, one(text, at)),
            E::ExpectedDocumentStart => character(text, self.first(&['%'], at).unwrap_or(at), kind),
            kind => character(text, at, kind),
        }
    }

    /// A `:` where none can be: inside a value, or the first sign that a line above is wrong.
    fn needless_colon(&self, at: usize) -> (Cause, Range<usize>) {
        let value = self.last.start;
        if line_start(self.text, value) == line_start(self.text, at) {
            (Cause::ColonInValue, one(self.text, at))
        } else if self.text[line_start(self.text, value)..value].trim_matches([' ', '\t', '-']).is_empty() {
            without_key(self.text, value)
        } else {
            (Cause::Indentation, line(self.text, at))
        }
    }

    /// Something between two entries of a block: text behind a bracket, or a line at the wrong column.
    fn between_entries(&self, at: usize) -> (Cause, Range<usize>) {
        let bracket = self.text[..self.last.end].ends_with([']', '}']);
        if bracket && line_start(self.text, self.last.end) == line_start(self.text, at) {
            (Cause::TextAfterBracket, at..line(self.text, at).end)
        } else {
            (Cause::Indentation, line(self.text, at))
        }
    }

    /// A mistake between brackets: where the line is back at the margin of the bracket, nobody closed it.
    fn between_brackets(&self, at: usize) -> (Cause, Range<usize>) {
        let text = self.text;
        let starts = self.open.iter().rev().filter(|frame| frame.flow).map(|frame| frame.span.start);
        let mut brackets = starts.filter(|&start| text[start..].starts_with(['[', '{']));
        let open = brackets.next().or_else(|| self.first(&['[', '{'], at)).unwrap_or(at);
        let margin = |at| line(text, at).start - line_start(text, at);
        let same_line = line_start(text, open) == line_start(text, at);
        match text[at..].chars().next() {
            None => (Cause::UnclosedBracket, one(text, open)),
            _ if !same_line && margin(at) <= margin(open) => (Cause::UnclosedBracket, one(text, open)),
            Some(found @ ('-' | ',')) => (Cause::Character(found), one(text, at)),
            _ => (Cause::MissingComma, one(text, at)),
        }
    }

    /// Text that follows a closing quote, or a line too near the margin inside quotes.
    fn after_quote(&self, at: usize) -> (Cause, Range<usize>) {
        match self.first(&['"', '\''], at) {
            Some(quote) if line_start(self.text, quote) < line_start(self.text, at) => {
                (Cause::UnclosedQuote, one(self.text, quote))
            }
            _ => (Cause::TextAfterQuote, at..line(self.text, at).end),
        }
    }

    /// The first of these characters behind the last event and before `at`, comments left out.
    fn first(&self, wanted: &[char], at: usize) -> Option<usize> {
        let mut from = self.last.end.min(at);
        self.text[from..at].split_inclusive(['\n', '\r']).find_map(|line| {
            let found = line.split('#').next().and_then(|code| code.find(wanted)).map(|found| from + found);
            from += line.len();
            found
        })
    }

    /// Takes the fault that ends the reading, unless one already reported is its reason.
    pub(super) fn stop(&mut self, fault: Fault) {
        let Fault::Syntax { span, cause } = &fault else { return self.faults.push(fault) };
        let start = line_start(self.text, span.start);
        let layout = !matches!(cause, Cause::Character(_) | Cause::UnclosedQuote | Cause::TextAfterQuote);
        let known = match self.faults.last() {
            Some(Fault::Tab { .. }) => layout,
            Some(Fault::ComplexKey { span } | Fault::UnknownAlias { span, .. } | Fault::Tag { span, .. }) => {
                line_start(self.text, span.start) == start
            }
            _ => false,
        };
        let tab = self.text[start..line(self.text, start).start].find('\t').map(|tab| start + tab);
        match tab.filter(|_| layout) {
            _ if known => {}
            Some(tab) => self.faults.push(Fault::Tab { span: self.here(tab..tab + 1) }),
            None => self.faults.push(fault),
        }
    }

    /// Reports a tab in front of a block's key or dash, which the parser takes for a space.
    pub(super) fn check_tab(&mut self, at: usize) {
        let start = line_start(self.text, at);
        let before = &self.text[start..at];
        if let Some(tab) = before.find('\t').filter(|_| before.trim_matches([' ', '\t', '-', '?']).is_empty())
        {
            let fault = Fault::Tab { span: self.here(start + tab..start + tab + 1) };
            if self.faults.last() != Some(&fault) {
                self.faults.push(fault);
            }
        }
    }
}

/// Where the line of `at` starts.
fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind(['\n', '\r']).map_or(0, |end| end + 1)
}

/// The line of `at`, without its indentation and its trailing blanks.
pub(super) fn line(text: &str, at: usize) -> Range<usize> {
    let start = line_start(text, at);
    let line = text[start..].split(['\n', '\r']).next().unwrap_or_default();
    let end = start + line.trim_end_matches(BLANKS).len();
    (end - line.trim_matches(BLANKS).len())..end
}

/// The character at `at`; nothing at the end of the text or of a line.
fn one(text: &str, at: usize) -> Range<usize> {
    at..at + text[at..].chars().next().filter(|c| !BLANKS.contains(c)).map_or(0, char::len_utf8)
}

/// A line that should begin with a key: it has no `:`, or one that no space follows.
fn without_key(text: &str, at: usize) -> (Cause, Range<usize>) {
    let line = at..line(text, at).end.max(at);
    let glued = text[line.clone()].find(':').map(|colon| at + colon).filter(|&colon| {
        let key = text[at..colon].trim_end();
        let hour = key.bytes().all(|byte| byte.is_ascii_digit());
        !hour && !key.contains(char::is_whitespace) && !text[colon..].starts_with("://")
    });
    glued.map_or((Cause::MissingColon, line), |colon| (Cause::MissingSpace, one(text, colon)))
}

/// The tab the parser complains of: on the line of `at` before it, or later in the text that starts at `at`,
/// where a line of blanks may hold one.
fn tab_from(text: &str, at: usize, kind: &E) -> Range<usize> {
    let mut from = if *kind == E::TabInBlockIndentation { line_start(text, at) } else { at };
    let found = text[from..].split_inclusive(['\n', '\r']).find_map(|line| {
        let indent = &line[..line.len() - line.trim_start_matches([' ', '\t']).len()];
        let counts = *kind != E::TabInPlainScalar || !line.trim_matches(BLANKS).is_empty();
        let tab = indent.find('\t').filter(|_| counts).map(|tab| from + tab);
        from += line.len();
        tab
    });
    found.map_or(one(text, at), |tab| tab..tab + 1)
}

/// An error that one character is the reason of, or any other.
fn character(text: &str, at: usize, kind: &E) -> (Cause, Range<usize>) {
    let from = &text[at..];
    let found = match kind {
        E::UnexpectedCharacter { character } => from.find(*character),
        E::UnknownQuotedScalarEscape | E::InvalidQuotedScalarHexEscape => bad_escape(from),
        E::BomInsideDocument => Some(0),
        _ => Some(0).filter(|_| from.starts_with(|c: char| c.is_ascii_punctuation())),
    };
    match found.and_then(|found| Some((at + found, from[found..].chars().next()?))) {
        Some((at, found)) => (Cause::Character(found), at..at + found.len_utf8()),
        None => (Cause::Other(kind.to_string()), one(text, at)),
    }
}

/// The first backslash of a quoted text that begins no escape.
fn bad_escape(quoted: &str) -> Option<usize> {
    let mut from = 0;
    loop {
        let found = from + quoted[from..].find('\\')?;
        let mut after = quoted[found + 1..].chars();
        let escape = after.next()?;
        let digits = match escape {
            'x' => 2,
            'u' => 4,
            'U' => 8,
            _ if "0abt\tnvfre \"/\\N_LP\r\n".contains(escape) => 0,
            _ => return Some(found),
        };
        if after.take(digits).filter(char::is_ascii_hexdigit).count() < digits {
            return Some(found);
        }
        from = found + 1 + escape.len_utf8();
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{parsed, place};
    use super::{Cause, Fault};

    /// Texts and their faults.
    const FAULTS: &[(&str, &str)] = &[
        ("titre: x\nauteur Jean\ndate: y", "2:1-2:12 MissingColon"),
        ("auteur Jean\ntitre: x", "1:1-1:12 MissingColon"),
        ("a:\n  - b: 1\n    c 2\n", "3:5-3:8 MissingColon"),
        ("a: 1\nb:2\nc: 3", "2:2-2:3 MissingSpace"),
        ("a:b\nc: d", "1:2-1:3 MissingSpace"),
        ("titre: Réunion : bilan", "1:16-1:17 ColonInValue"),
        ("é: \"x\nauteur: \"Jean\"\n", "1:4-1:5 UnclosedQuote"),
        ("a: 1 # l'eau\nb: 'x", "2:4-2:5 UnclosedQuote"),
        ("titre: 'L'eau'", "1:11-1:15 TextAfterQuote"),
        ("tags: [a, b\ntitre: x\n", "1:7-1:8 UnclosedBracket"),
        ("- [a, b\n- c\n", "1:3-1:4 UnclosedBracket"),
        ("a: [1, {b: 2]\n", "1:8-1:9 UnclosedBracket"),
        ("a: {b: 1 c: 2}", "1:11-1:12 MissingComma"),
        ("lien: [[n]] et [[m]]", "1:13-1:21 TextAfterBracket"),
        ("a: 1\n  b: 2\n", "2:3-2:7 Indentation"),
        ("a:\n  b: 1\n c: 2 \n", "3:2-3:6 Indentation"),
        ("a: 1\n- b\n", "2:1-2:4 Indentation"),
        ("à: @nom", "1:4-1:5 Character('@')"),
        ("a: > 50 élèves", "1:4-1:5 Character('>')"),
        ("a: - b", "1:4-1:5 Character('-')"),
        ("a: [b]]", "1:7-1:8 Character(']')"),
        ("a: x\u{7}", "1:5-1:6 Character('\\u{7}')"),
        ("a: \"é\\\\ C:\\dossier\"", "1:11-1:12 Character('\\\\')"),
        ("a: 1\n...\nb", "3:1-3:2 several"),
        ("a:\n\tb: 1\n", "2:1-2:2 tab"),
        ("a:\n    b: 1\n\tc: 2\n", "3:1-3:2 tab"),
        ("a:\n  \tb: 1\n  c: 2\n", "2:3-2:4 tab"),
        ("\ta: 1\n\tb\n", "1:1-1:2 tab, 2:1-2:2 tab"),
        ("a: |\n\tx\n", "2:1-2:2 tab"),
        ("-\t- a", "1:2-1:3 tab"),
        ("a: 1\n'a': 2\nb: 3\na: 4", "2:1-2:4 a = 1:1-1:2, 4:1-4:2 a = 1:1-1:2"),
        ("{é: 1, e\u{301}: 2}", "1:8-1:10 é = 1:2-1:3"),
        ("a: {{ x }} et", "1:5-1:10 key"),
        (": a\n? [b]\n: c", "1:1-1:2 key, 2:3-2:6 key"),
        ("<<: {a: 1}", "1:1-1:3 merge"),
        ("a: !include /etc/passwd\nb: !!seq x", "1:4-1:12 tag !include, 2:4-2:9 tag !!seq"),
        ("a: !e!x y", "1:4-1:8 tag !e!x"),
        ("%note\na: 1", "1:1-1:2 Character('%')"),
        ("a: *b\nc: &c [*c]", "1:4-1:6 alias b, 2:8-2:10 alias c"),
        ("a: **gras** ici", "1:4-1:12 alias *gras**"),
    ];

    #[test]
    fn names_and_places_each_mistake() {
        for (text, expected) in FAULTS {
            let (source, parsed) = parsed(text);
            let show = |fault: &Fault| match fault {
                Fault::Syntax { span, cause } => format!("{} {cause:?}", place(&source, *span)),
                Fault::Tab { span } => format!("{} tab", place(&source, *span)),
                Fault::DuplicateKey { key, first, second } => {
                    format!("{} {key} = {}", place(&source, *second), place(&source, *first))
                }
                Fault::ComplexKey { span } => format!("{} key", place(&source, *span)),
                Fault::MergeKey { span } => format!("{} merge", place(&source, *span)),
                Fault::Tag { span, tag } => format!("{} tag {tag}", place(&source, *span)),
                Fault::UnknownAlias { span, name } => format!("{} alias {name}", place(&source, *span)),
                Fault::SeveralDocuments { span } => format!("{} several", place(&source, *span)),
                Fault::Limit { span, limit, .. } => format!("{} {limit:?}", place(&source, *span)),
            };
            let found: Vec<String> = parsed.faults.iter().map(show).collect();
            assert_eq!(found.join(", "), *expected, "{text:?}");
        }
    }

    #[test]
    fn points_at_what_it_names_in_every_prefix() {
        for (text, _) in FAULTS {
            for (end, _) in text.char_indices() {
                let (source, parsed) = parsed(&text[..end]);
                for fault in &parsed.faults {
                    if let Fault::Syntax { span, cause: Cause::Character(found) } = fault {
                        assert!(source.text[span.range()].starts_with(*found), "{:?}", source.text);
                    }
                }
            }
        }
    }
}
