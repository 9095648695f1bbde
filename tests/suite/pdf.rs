//! Reads PDFs for the tests: text, structure, conformance; no installed program. In: the bytes of a file. Out: what
//! a reader or a screen reader would find in it.

#![cfg(test)] // for clippy, which judges test code by other rules

mod content;
mod font;
mod lines;
mod structure;

use content::{Piece, inherited};
use lines::{Token, Wraps, join};
use lopdf::{Dictionary, Document, LoadOptions, Object, ObjectId, decode_text_string};
use page_validation::{ValidationOptions, ValidationProfile, validate_pdf_bytes};
use std::borrow::Cow;
pub(crate) use structure::Element;

pub(crate) struct Pdf {
    document: Document,
    pages: Vec<ObjectId>,
    pieces: Vec<Piece>,
    structure: Option<Element>,
}

impl Pdf {
    pub(crate) fn new(bytes: &[u8]) -> Self {
        let document = load(bytes).unwrap_or_else(|error| panic!("not a sound PDF: {error}"));
        let pages: Vec<_> = document.page_iter().collect();
        let mut fonts = content::Fonts::new();
        let read = |(page, id): (usize, &ObjectId)| content::read(&document, &mut fonts, page, *id);
        let mut pieces: Vec<_> = pages.iter().enumerate().flat_map(read).collect();
        let structure = structure::read(&document, &pages, &mut pieces);
        Pdf { document, pages, pieces, structure }
    }

    /// The text of all pages in the order it is drawn, with running heads and feet: one line for each line drawn, but
    /// a word that a hyphen breaks stands whole on the first of its two lines.
    pub(crate) fn text(&self) -> String {
        join(self.pieces.iter().map(|piece| Token::Piece(Cow::Borrowed(piece))), Wraps::Kept)
    }

    /// The text in the order of the structure tree, without artifacts: one line for each block.
    pub(crate) fn logical_text(&self) -> String {
        self.structure().text
    }

    /// The structure tree, its root of the kind `StructTreeRoot`.
    pub(crate) fn structure(&self) -> Element {
        self.structure.clone().expect("the PDF has no structure tree: it is not tagged")
    }

    /// The names of the embedded fonts, sorted, each once.
    pub(crate) fn font_names(&self) -> Vec<String> {
        let fonts = self.document.objects.values().filter_map(|object| object.as_dict().ok());
        let named = fonts.filter(|dict| dict.has_type(b"Font")).filter_map(|dict| dict.get(b"BaseFont").ok());
        let names = named.filter_map(|name| Some(String::from_utf8_lossy(name.as_name().ok()?).into_owned()));
        let names: std::collections::BTreeSet<String> = names.collect();
        names.into_iter().collect()
    }

    pub(crate) fn page_count(&self) -> usize {
        self.pages.len()
    }

    /// Width and height of a page in points, to the hundredth; the first page is 0.
    pub(crate) fn page_size(&self, page: usize) -> (f64, f64) {
        let [left, bottom, right, top] = self.media_box(page);
        let rounded = |length: f64| (length * 100.0).round() / 100.0;
        (rounded(right - left), rounded(top - bottom))
    }

    /// The texts that are drawn, wholly or in part, where there is no page.
    pub(crate) fn text_outside(&self) -> Vec<String> {
        let boxes: Vec<_> = (0..self.pages.len()).map(|page| self.media_box(page)).collect();
        let outside = |piece: &&Piece| {
            let [left, bottom, right, top] = boxes[piece.page];
            // A space at the end of a line may hang over.
            let end = if piece.text.ends_with(' ') { piece.start } else { piece.end };
            [piece.start, end].iter().any(|(x, y)| *x < left || *x > right || *y < bottom || *y > top)
        };
        self.pieces.iter().filter(outside).map(|piece| piece.text.clone()).collect()
    }

    fn media_box(&self, page: usize) -> [f64; 4] {
        let id =
            *self.pages.get(page).unwrap_or_else(|| panic!("the PDF has no page {page}, counted from 0"));
        let area = inherited(&self.document, id, b"MediaBox").and_then(|object| object.as_array().ok());
        let area: Vec<_> = area.expect("the page has no MediaBox").iter().map(font::float).collect();
        area.try_into().unwrap_or_else(|area| panic!("the MediaBox of page {page} is {area:?}"))
    }

    /// The bookmarks in order, with their depth from 0.
    pub(crate) fn bookmarks(&self) -> Vec<(usize, String)> {
        let mut out = Vec::new();
        if let Some(outlines) = self.catalog_entry(b"Outlines").and_then(|object| object.as_dict().ok()) {
            self.add_bookmarks(outlines, 0, &mut out);
        }
        out
    }

    fn add_bookmarks(&self, parent: &Dictionary, depth: usize, out: &mut Vec<(usize, String)>) {
        let mut item = self.dictionary(parent, b"First");
        while let Some(bookmark) = item {
            assert!(out.len() <= self.document.objects.len(), "the bookmarks have a loop");
            let title = self.string(bookmark, b"Title").expect("a bookmark has no title");
            out.push((depth, title));
            self.add_bookmarks(bookmark, depth + 1, out);
            item = self.dictionary(bookmark, b"Next");
        }
    }

    /// An entry of the document information dictionary: `Title`, `Author`, `Subject`, `Keywords`, `Creator`,
    /// `CreationDate`, `ModDate`. Typst writes the same facts into the XMP, which `xmp` gives whole.
    pub(crate) fn info(&self, key: &str) -> Option<String> {
        self.string(self.dictionary(&self.document.trailer, b"Info")?, key.as_bytes())
    }

    /// The XMP packet of the document, empty if there is none.
    pub(crate) fn xmp(&self) -> String {
        let Some(stream) = self.catalog_entry(b"Metadata").and_then(|object| object.as_stream().ok()) else {
            return String::new();
        };
        let bytes = stream.get_plain_content().expect("the XMP cannot be inflated");
        String::from_utf8(bytes).expect("the XMP is not UTF-8")
    }

    /// All that the file holds: the text that it draws, every stream inflated, every string decoded.
    pub(crate) fn everything(&self) -> String {
        let mut all = self.text();
        for object in self.document.objects.values() {
            collect(object, &mut all);
        }
        all
    }

    /// The language of the document.
    pub(crate) fn lang(&self) -> Option<String> {
        decode_text_string(self.catalog_entry(b"Lang")?).ok()
    }

    /// The label of each page; none at all if the document labels no page.
    pub(crate) fn page_labels(&self) -> Vec<String> {
        let Some(tree) = self.catalog_entry(b"PageLabels").and_then(|object| object.as_dict().ok()) else {
            return Vec::new();
        };
        let mut ranges = Vec::new();
        self.add_numbers(tree, &mut ranges);
        let label = |page| {
            let (first, range) =
                ranges.iter().rfind(|(first, _)| *first <= page).expect("a page has no label");
            let start = range.get(b"St").and_then(Object::as_i64).unwrap_or(1);
            let style = range.get(b"S").and_then(Object::as_name).unwrap_or_default();
            self.string(range, b"P").unwrap_or_default() + &numeral(style, start + page - first)
        };
        (0..).take(self.pages.len()).map(label).collect()
    }

    /// The leaves of a number tree.
    fn add_numbers<'a>(&'a self, node: &'a Dictionary, out: &mut Vec<(i64, &'a Dictionary)>) {
        let array = |key| node.get_deref(key, &self.document).and_then(Object::as_array);
        let value = |object| Some(self.document.dereference(object).ok()?.1.as_dict().ok()).flatten();
        for pair in array(b"Nums").map(Vec::as_slice).unwrap_or_default().chunks(2) {
            if let [Object::Integer(key), object] = pair {
                out.extend(value(object).map(|dict| (*key, dict)));
            }
        }
        for kid in array(b"Kids").map(Vec::as_slice).unwrap_or_default().iter().filter_map(value) {
            self.add_numbers(kid, out);
        }
    }

    /// The addresses of the links, page by page.
    pub(crate) fn links(&self) -> Vec<String> {
        let annotations =
            self.pages.iter().flat_map(|page| self.document.get_page_annotations(*page).into_iter());
        let address = |annotation: &Dictionary| {
            let action = self.dictionary(annotation, b"A")?;
            let address = action.get_deref(b"URI", &self.document).ok()?.as_str().ok()?;
            Some(String::from_utf8_lossy(address).into_owned())
        };
        annotations.flatten().filter_map(address).collect()
    }

    /// What a document to hand over must not hold: encryption, actions that start by themselves or leave the file,
    /// scripts, attached files, media, data outside the file. Each with the object where it stands.
    pub(crate) fn forbidden(&self) -> Vec<String> {
        let encrypted = self.document.trailer.has(b"Encrypt") || self.document.was_encrypted();
        let mut out: Vec<_> = encrypted.then(|| "encryption".to_owned()).into_iter().collect();
        for ((id, _), object) in &self.document.objects {
            let mut found = Vec::new();
            add_forbidden(object, &mut found);
            out.extend(found.into_iter().map(|what| format!("{what} (object {id})")));
        }
        out
    }

    fn catalog_entry(&self, key: &[u8]) -> Option<&Object> {
        self.document.catalog().ok()?.get_deref(key, &self.document).ok()
    }

    fn dictionary<'a>(&'a self, dict: &'a Dictionary, key: &[u8]) -> Option<&'a Dictionary> {
        dict.get_deref(key, &self.document).ok()?.as_dict().ok()
    }

    fn string(&self, dict: &Dictionary, key: &[u8]) -> Option<String> {
        decode_text_string(dict.get_deref(key, &self.document).ok()?).ok()
    }
}

/// Adds the strings and the stream of an object.
fn collect(object: &Object, all: &mut String) {
    match object {
        Object::String(bytes, _) => {
            all.push_str(
                &decode_text_string(object).unwrap_or_else(|_| String::from_utf8_lossy(bytes).into_owned()),
            );
            all.push('\n');
        }
        Object::Array(items) => items.iter().for_each(|item| collect(item, all)),
        Object::Dictionary(dictionary) => dictionary.iter().for_each(|(_, value)| collect(value, all)),
        Object::Stream(stream) => {
            stream.dict.iter().for_each(|(_, value)| collect(value, all));
            let plain = stream.get_plain_content().unwrap_or_else(|_| stream.content.clone());
            all.push_str(&String::from_utf8_lossy(&plain));
            all.push('\n');
        }
        _ => {}
    }
}

const KEYS: [&str; 8] = ["OpenAction", "AA", "JavaScript", "JS", "EmbeddedFiles", "AF", "EF", "XFA"];
const ACTIONS: &str =
    "JavaScript Launch SubmitForm ImportData GoToR GoToE Rendition Movie Sound RichMediaExecute";
const MEDIA: &str = "RichMedia Movie Sound Screen 3D FileAttachment";

fn add_forbidden(object: &Object, out: &mut Vec<String>) {
    let dict = match object {
        Object::Array(list) => return list.iter().for_each(|object| add_forbidden(object, out)),
        Object::Dictionary(dict) => dict,
        Object::Stream(stream) => &stream.dict,
        _ => return,
    };
    let name =
        |key: &[u8]| String::from_utf8_lossy(dict.get(key).and_then(Object::as_name).unwrap_or_default());
    out.extend(KEYS.into_iter().filter(|key| dict.has(key.as_bytes())).map(str::to_owned));
    let among = |words: &str, name: &str| words.split(' ').any(|word| word == name);
    // A structure element, too, says with `S` what it is.
    if among(ACTIONS, &name(b"S")) && !dict.has_type(b"StructElem") {
        out.push(name(b"S").into_owned());
    }
    if among(MEDIA, &name(b"Subtype")) {
        out.push(name(b"Subtype").into_owned());
    }
    let data_outside = matches!(object, Object::Stream(_)) && dict.has(b"F");
    if data_outside || among("Filespec F", &name(b"Type")) && !dict.has(b"EF") {
        out.push("external file".to_owned());
    }
    dict.iter().for_each(|(_, value)| add_forbidden(value, out));
}

/// A page number in the style of a page label.
fn numeral(style: &[u8], number: i64) -> String {
    let number = usize::try_from(number).unwrap_or(0);
    let roman = || {
        let digits = "m cm d cd c xc l xl x ix v iv i".split(' ');
        let values = [1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1];
        let digit = |rest: &mut usize, (digit, value): (&str, usize)| {
            let count = *rest / value;
            *rest %= value;
            Some(digit.repeat(count))
        };
        digits.zip(values).scan(number, digit).collect::<String>()
    };
    let letters = || {
        let place = number.saturating_sub(1);
        ('a'..='z').nth(place % 26).into_iter().collect::<String>().repeat(place / 26 + 1)
    };
    match style {
        b"D" => number.to_string(),
        b"r" => roman(),
        b"R" => roman().to_uppercase(),
        b"a" => letters(),
        b"A" => letters().to_uppercase(),
        _ => String::new(),
    }
}

/// Asserts that the file is PDF/A-2a and PDF/UA-1, naming the rules that it breaks.
#[track_caller]
pub(crate) fn assert_conforming(bytes: &[u8], what: &str) {
    let mut broken = Vec::new();
    for profile in [ValidationProfile::PdfA2a, ValidationProfile::PdfUa1] {
        let report = validate_pdf_bytes(bytes, &ValidationOptions::default().profile(profile))
            .unwrap_or_else(|error| panic!("{what} cannot be checked for {profile}: {error}"));
        let failures = report.failures.iter().filter(|failure| !misread(bytes, &failure.rule_id));
        broken.extend(failures.map(|failure| format!("{profile} {}: {}", failure.rule_id, failure.message)));
    }
    assert!(broken.is_empty(), "{what} does not conform:\n{}", broken.join("\n"));
}

/// page_validation 0.12 takes a last data byte CR and the LF before `endstream` together for the end of the line, and
/// so finds one stream of 256 a byte too short. A strict reading asks again whether every length leads to its end.
fn misread(bytes: &[u8], rule: &str) -> bool {
    rule.ends_with(":6.1.7.1:1") && load(bytes).is_ok()
}

/// Strict: a stream of another length than it says, or an object that cannot be parsed, is an error.
fn load(bytes: &[u8]) -> lopdf::Result<Document> {
    Document::load_mem_with_options(bytes, LoadOptions { strict: true, ..LoadOptions::default() })
}

#[test]
fn numerals_of_page_labels() {
    let expected = [
        ("D", 12, "12"),
        ("r", 1994, "mcmxciv"),
        ("R", 4, "IV"),
        ("a", 1, "a"),
        ("A", 28, "BB"),
        ("", 3, ""),
    ];
    for (style, number, text) in expected {
        assert_eq!(numeral(style.as_bytes(), number), text, "{style} {number}");
    }
}
