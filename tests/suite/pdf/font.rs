//! A font of a PDF, as far as reading its text needs it. In: the font's dictionary. Out: for every code of a
//! string, the characters that the `ToUnicode` map gives it and how far it moves the pen.
//!
//! The map is read here and not by lopdf: lopdf merges neighbouring codes of equal text into one range and then
//! counts the last character up, so that two glyphs of « fi » in a row would read « fi » and « fj ».

use lopdf::{Dictionary, Document, Object};
use std::collections::HashMap;

/// What a glyph without an entry in `ToUnicode` reads as.
const UNMAPPED: &str = "\u{fffd}";

pub(super) struct Font {
    bytes_per_code: usize,
    unicode: HashMap<u32, String>,
    /// Advances by code, in text space at size 1.
    advances: HashMap<u32, f64>,
    default_advance: f64,
}

/// One code of a string.
pub(super) struct Glyph<'a> {
    pub(super) text: &'a str,
    pub(super) advance: f64,
    /// Word spacing applies to the one-byte code 32 and to no other.
    pub(super) is_space: bool,
}

impl Font {
    pub(super) fn new(document: &Document, dict: &Dictionary) -> Self {
        let map = dict.get_deref(b"ToUnicode", document).and_then(Object::as_stream);
        let unicode = map.map(|stream| {
            let bytes = stream.get_plain_content().expect("the ToUnicode map of a font cannot be inflated");
            unicode_map(&String::from_utf8_lossy(&bytes))
        });
        let composite = dict.get(b"Subtype").and_then(Object::as_name).is_ok_and(|name| name == b"Type0");
        let (advances, default_advance) =
            if composite { composite_advances(document, dict) } else { simple_advances(document, dict) };
        Font {
            bytes_per_code: if composite { 2 } else { 1 },
            unicode: unicode.unwrap_or_default(),
            advances,
            default_advance,
        }
    }

    pub(super) fn glyphs<'a>(&'a self, string: &'a [u8]) -> impl Iterator<Item = Glyph<'a>> {
        string.chunks(self.bytes_per_code).map(|bytes| {
            let code = number(bytes);
            Glyph {
                text: self.unicode.get(&code).map_or(UNMAPPED, String::as_str),
                advance: self.advances.get(&code).copied().unwrap_or(self.default_advance),
                is_space: self.bytes_per_code == 1 && code == 32,
            }
        })
    }
}

/// `W` and `DW` of the font under a Type0 font: `[first [w w w] first last w …]`, in thousandths.
fn composite_advances(document: &Document, dict: &Dictionary) -> (HashMap<u32, f64>, f64) {
    let descendants = dict.get_deref(b"DescendantFonts", document).and_then(Object::as_array);
    let descendant = descendants.ok().and_then(|list| list.first());
    let descendant = descendant.and_then(|font| document.dereference(font).ok()?.1.as_dict().ok());
    let descendant = descendant.expect("a Type0 font has no descendant font");
    let default = descendant.get_deref(b"DW", document).and_then(Object::as_float).unwrap_or(1000.0);
    let mut advances = HashMap::new();
    let widths = descendant.get_deref(b"W", document).and_then(Object::as_array);
    let mut entries = widths.map(Vec::as_slice).unwrap_or_default().iter();
    while let (Some(first), Some(next)) = (entries.next().and_then(code_of), entries.next()) {
        let next = document.dereference(next).map_or(next, |(_, object)| object);
        if let Ok(list) = next.as_array() {
            advances.extend((first..).zip(list.iter().map(|width| float(width) / 1000.0)));
        } else if let (Some(last), Some(width)) = (code_of(next), entries.next()) {
            advances.extend((first..=last).map(|code| (code, float(width) / 1000.0)));
        }
    }
    (advances, f64::from(default) / 1000.0)
}

/// `FirstChar` and `Widths` of a Type1, TrueType or Type3 font; the last has its own scale.
fn simple_advances(document: &Document, dict: &Dictionary) -> (HashMap<u32, f64>, f64) {
    let matrix = dict.get_deref(b"FontMatrix", document).and_then(Object::as_array);
    let scale = matrix.ok().and_then(|matrix| matrix.first()).map_or(0.001, float);
    let first = dict.get_deref(b"FirstChar", document).ok().and_then(code_of).unwrap_or(0);
    let widths = dict.get_deref(b"Widths", document).and_then(Object::as_array);
    let widths = widths.map(Vec::as_slice).unwrap_or_default().iter().map(|width| float(width) * scale);
    ((first..).zip(widths).collect(), 0.0)
}

fn code_of(object: &Object) -> Option<u32> {
    object.as_i64().ok().and_then(|code| u32::try_from(code).ok())
}

pub(super) fn float(object: &Object) -> f64 {
    object.as_float().map_or(0.0, f64::from)
}

fn number(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0, |code, byte| code << 8 | u32::from(*byte))
}

/// The words of a CMap that matter: `<hex>`, `[`, `]` and the operators.
#[derive(Debug, PartialEq)]
enum Word {
    Hex(Vec<u8>),
    Open,
    Close,
    Other(String),
}

fn words(source: &str) -> Vec<Word> {
    let mut out = Vec::new();
    for line in source.lines() {
        // The hexadecimal strings touch one another in some files: `<01><0041>`.
        let line = line.split('%').next().unwrap_or_default();
        let line = line.replace('<', " <").replace('>', "> ").replace('[', " [ ").replace(']', " ] ");
        out.extend(line.split_whitespace().map(|word| match word {
            "[" => Word::Open,
            "]" => Word::Close,
            _ => match word.strip_prefix('<').and_then(|rest| rest.strip_suffix('>')) {
                Some(digits) => Word::Hex(hexadecimal(digits)),
                None => Word::Other(word.to_owned()),
            },
        }));
    }
    out
}

fn hexadecimal(digits: &str) -> Vec<u8> {
    let pairs = digits.as_bytes().chunks(2).map(|pair| std::str::from_utf8(pair).unwrap_or("00"));
    pairs.map(|pair| u8::from_str_radix(pair, 16).unwrap_or(0)).collect()
}

/// The text of every code, from the `bfchar` and `bfrange` sections of a CMap.
fn unicode_map(source: &str) -> HashMap<u32, String> {
    let mut map = HashMap::new();
    let mut words = words(source).into_iter();
    while let Some(word) = words.next() {
        match word {
            // What ends a section is two words read; the count of the next one may be lost so, no more.
            Word::Other(name) if name == "beginbfchar" => {
                while let (Some(Word::Hex(code)), Some(Word::Hex(text))) = (words.next(), words.next()) {
                    map.insert(number(&code), utf16(&text, 0));
                }
            }
            Word::Other(name) if name == "beginbfrange" => {
                while let (Some(Word::Hex(first)), Some(Word::Hex(last))) = (words.next(), words.next()) {
                    range(number(&first)..=number(&last), &mut words, &mut map);
                }
            }
            _ => {}
        }
    }
    map
}

/// The target of a range: one text, counted up for each code, or a list of texts.
fn range(
    codes: std::ops::RangeInclusive<u32>,
    words: &mut impl Iterator<Item = Word>,
    map: &mut HashMap<u32, String>,
) {
    match words.next() {
        Some(Word::Hex(text)) => map.extend(codes.zip(0..).map(|(code, step)| (code, utf16(&text, step)))),
        Some(Word::Open) => {
            // The whole list first: the end of the range must not leave its `]` behind.
            let texts = words.map_while(|word| if let Word::Hex(text) = word { Some(text) } else { None });
            let texts: Vec<_> = texts.collect();
            map.extend(codes.zip(texts).map(|(code, text)| (code, utf16(&text, 0))));
        }
        other => panic!("a bfrange of a ToUnicode map has no target but {other:?}"),
    }
}

/// Big-endian UTF-16, its last unit counted up by `step`.
fn utf16(bytes: &[u8], step: u16) -> String {
    let mut units: Vec<u16> =
        bytes.chunks(2).map(|pair| pair.iter().fold(0, |n, b| n << 8 | u16::from(*b))).collect();
    if let Some(last) = units.last_mut() {
        *last = last.wrapping_add(step);
    }
    String::from_utf16_lossy(&units)
}

#[test]
fn characters_of_a_map() {
    let map = unicode_map(
        "1 begincodespacerange <0000> <FFFF> endcodespacerange % <0009> <0041>\n\
         4 beginbfchar\n<0001> <00660069>\n<0002> <00660069>\n<0003><D83DDE00>\n<0004> <>\nendbfchar\n\
         1 beginbfchar <0020> <00E9> endbfchar",
    );
    let expected = [(1, "fi"), (2, "fi"), (3, "\u{1f600}"), (4, ""), (0x20, "é")];
    assert_eq!(map, expected.map(|(code, text)| (code, text.to_owned())).into());
}

#[test]
fn ranges_of_a_map() {
    let map = unicode_map(
        "2 beginbfrange\n<10> <12> <0041>\n<20> <21> [<00660066> <0067>]\n<30><31><00660069>\nendbfrange\n\
         1 beginbfchar <40> <0078> endbfchar",
    );
    let expected = [
        (0x10, "A"),
        (0x11, "B"),
        (0x12, "C"),
        (0x20, "ff"),
        (0x21, "g"),
        (0x30, "fi"),
        (0x31, "fj"),
        (0x40, "x"),
    ];
    for (code, text) in expected {
        assert_eq!(map.get(&code).map(String::as_str), Some(text), "code {code:#x}");
    }
}
