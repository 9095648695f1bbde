//! Writes Typst code made of calls and literals, and remembers where each part comes from.
//!
//! In: values. Out: code in which nothing a user wrote is anything but a string literal, and the
//! [`OffsetMap`] back to the note.

use crate::source::Span;
use std::ops::Range;

/// The way back from a place in generated code to a place in a note.
#[derive(Debug, Clone, Default)]
pub(crate) struct OffsetMap {
    /// In the order of their start; one that lies in another comes after it.
    parts: Vec<(Range<usize>, Span)>,
}

impl OffsetMap {
    /// The place in a note of what stands at `offset` of the code: that of the smallest part around it.
    pub(crate) fn find(&self, offset: usize) -> Option<Span> {
        let around = self.parts.iter().filter(|(range, _)| range.contains(&offset));
        around.min_by_key(|(range, _)| range.len()).map(|(_, span)| *span)
    }
}

/// Code in the making.
#[derive(Debug, Default)]
pub(super) struct Writer {
    code: String,
    map: OffsetMap,
}

impl Writer {
    /// Writes code of our own: names, brackets, numbers.
    pub(super) fn code(&mut self, code: &str) {
        self.code.push_str(code);
    }

    /// Writes a text as a string literal. The only way by which a user's text enters the code.
    pub(super) fn literal(&mut self, text: &str) {
        self.code.push('"');
        for c in text.chars() {
            match c {
                '"' => self.code.push_str("\\\""),
                '\\' => self.code.push_str("\\\\"),
                '\n' => self.code.push_str("\\n"),
                '\r' => self.code.push_str("\\r"),
                '\t' => self.code.push_str("\\t"),
                c if c.is_control() => self.code.push_str(&format!("\\u{{{:x}}}", c as u32)),
                c => self.code.push(c),
            }
        }
        self.code.push('"');
    }

    /// Opens a part that comes from `span`; close it with [`Writer::close`].
    pub(super) fn open(&mut self, span: Span) -> usize {
        self.map.parts.push((self.code.len()..usize::MAX, span));
        self.map.parts.len() - 1
    }

    pub(super) fn close(&mut self, part: usize) {
        self.map.parts[part].0.end = self.code.len();
    }

    pub(super) fn finish(self) -> (String, OffsetMap) {
        (self.code, self.map)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_literals() {
        for (text, expected) in [
            ("a", r##""a""##),
            ("\"#eval(\\\"", r##""\"#eval(\\\"""##),
            ("a\nb\tc", r##""a\nb\tc""##),
            ("\u{7}", r##""\u{7}""##),
        ] {
            let mut writer = Writer::default();
            writer.literal(text);
            assert_eq!(writer.finish().0, expected);
        }
    }
}
