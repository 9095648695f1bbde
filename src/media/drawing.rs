//! Drawings made of lines and text (SVG).
//!
//! In: the bytes of an SVG. Out: the same drawing, whose text has a glyph for every character; or why
//! it cannot be shown. A drawing that reads another file, that grows without end or that the
//! typesetter's own reader cannot read is refused here, where its note is known.

use super::{Picture, Unshowable, head, raster};
use crate::font;
use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use usvg::roxmltree::{Document, Node, ParsingOptions};

/// The longest drawing, in bytes.
const BYTES: usize = 12 << 20;
/// How many elements a drawing may have, those that it repeats counted each time.
const ELEMENTS: u64 = 100_000;
/// How deep they may stand in each other: PDF/A holds 28 states in each other (ISO 19005-2, 6.1.13),
/// and a page takes some of them.
const DEPTH: usize = 20;
/// How many attributes an element may have: the reader compares each with all.
const ATTRIBUTES: usize = 2000;
/// The largest side of a drawing, in its own pixels, and the most pixels that its filters may touch.
const SIDE: f32 = 30_000.0;
const FILTERED: f32 = 16e6;

/// Stands for a character without a glyph, as in the text of a note.
const STAND_IN: char = '□';

pub(super) fn drawing(bytes: &[u8]) -> Result<Picture, Unshowable> {
    let text = std::str::from_utf8(bytes).map_err(|_| Unshowable::Broken)?;
    let text = text.trim_start_matches('\u{FEFF}');
    if text.len() > BYTES || crowded(text) {
        return Err(Unshowable::TooComplex);
    }
    let text = covered(text);
    let options = ParsingOptions { allow_dtd: true, nodes_limit: 1_000_000, ..ParsingOptions::default() };
    let document = Document::parse_with_options(&text, options).map_err(|_| Unshowable::Broken)?;
    Size::of(&document)?;
    if let Some(address) = outside(&document) {
        return Err(Unshowable::NeedsFile(address));
    }
    readable(&document)?;
    Ok(Picture { extension: "svg", size: None, bytes: text.into_bytes().into() })
}

/// Whether a tag holds more attributes than any drawing needs.
fn crowded(text: &str) -> bool {
    text.split('<').any(|tag| {
        let tag = tag.split('>').next().unwrap_or_default();
        tag.len() > ATTRIBUTES * 3 && tag.matches('=').count() > ATTRIBUTES
    })
}

/// The drawing with a stand-in for every character, typed or coded, that no font has.
fn covered(text: &str) -> String {
    let printable = |c: char| c.is_control() || font::covers(c);
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(|c: char| c == '&' || !c.is_ascii()) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        if let Some((code, length)) = coded(rest) {
            if printable(code) {
                out.push_str(&rest[..length]);
            } else {
                out.push(STAND_IN);
            }
            rest = &rest[length..];
            continue;
        }
        let Some(c) = rest.chars().next() else { break };
        out.push(if c == '&' || printable(c) { c } else { STAND_IN });
        rest = &rest[c.len_utf8()..];
    }
    out.push_str(rest);
    out
}

/// The character that `&#10;` or `&#xA;` at the start of a text stands for, and the length of the code.
fn coded(text: &str) -> Option<(char, usize)> {
    let (code, _) = text.strip_prefix("&#")?.split_once(';').filter(|(code, _)| code.len() < 12)?;
    let number = match code.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16),
        None => code.parse(),
    };
    Some((char::from_u32(number.ok()?)?, code.len() + 3))
}

/// Counts the elements that a drawing makes: those it uses again are counted again.
struct Size<'a, 'd> {
    ids: BTreeMap<&'a str, Node<'a, 'd>>,
    /// Nothing while an element is being counted: one that uses itself has no end.
    counted: BTreeMap<usize, Option<u64>>,
}

impl<'a, 'd> Size<'a, 'd> {
    fn of(document: &'a Document<'d>) -> Result<(), Unshowable> {
        let elements = || document.descendants().filter(Node::is_element);
        if elements().any(|node| node.ancestors().take(DEPTH + 6).count() > DEPTH + 5) {
            return Err(Unshowable::TooComplex);
        }
        let ids = elements().filter_map(|node| Some((node.attribute("id")?, node))).collect();
        let mut size = Size { ids, counted: BTreeMap::new() };
        match size.count(document.root_element(), 0) {
            Some(count) if count <= ELEMENTS => Ok(()),
            _ => Err(Unshowable::TooComplex),
        }
    }

    fn count(&mut self, node: Node<'a, 'd>, depth: usize) -> Option<u64> {
        if let Some(counted) = self.counted.get(&node.id().get_usize()) {
            return *counted;
        }
        if depth > 1000 {
            return None;
        }
        self.counted.insert(node.id().get_usize(), None);
        let mut total = 1_u64;
        for child in node.children().filter(Node::is_element) {
            total = total.saturating_add(self.count(child, depth + 1)?);
        }
        let used: Vec<&str> = node.attributes().flat_map(|attribute| references(attribute.value())).collect();
        for id in used {
            // A link, such as `<a href="#page">`, shows nothing.
            if let Some(target) = self.ids.get(id).copied().filter(|_| !node.has_tag_name("a")) {
                total = total.saturating_add(self.count(target, depth + 1)?);
            }
        }
        self.counted.insert(node.id().get_usize(), Some(total));
        Some(total)
    }
}

/// The ids that the value of an attribute leads to: `#id`, `url(#id)`.
fn references(value: &str) -> impl Iterator<Item = &str> {
    let whole = value.strip_prefix('#').into_iter();
    let parts = value.split("url(").skip(1).filter_map(|part| {
        let part = part.split(')').next()?.trim().trim_matches(['"', '\'']);
        part.strip_prefix('#')
    });
    whole.chain(parts)
}

/// The first address of another file that the drawing would show.
fn outside(document: &Document<'_>) -> Option<String> {
    let showing = document.descendants().filter(|node| {
        ["image", "use", "feImage", "pattern", "linearGradient", "radialGradient", "mask", "tref"]
            .contains(&node.tag_name().name())
    });
    let addresses = showing.flat_map(|node| {
        let links = node.attributes().filter(|attribute| attribute.name() == "href");
        links.map(|attribute| attribute.value().trim().to_owned()).collect::<Vec<_>>()
    });
    let mut addresses = addresses.filter(|address| !address.is_empty());
    addresses
        .find(|address| !address.starts_with(['#']) && !address.starts_with("data:"))
        .map(|address| address.chars().take(80).collect())
}

/// Whether the reader that the typesetter uses can read the drawing.
fn readable(document: &Document<'_>) -> Result<(), Unshowable> {
    let sound = Arc::new(AtomicBool::new(true));
    let seen = Arc::clone(&sound);
    let options = usvg::Options {
        image_href_resolver: usvg::ImageHrefResolver {
            resolve_data: Box::new(move |_, data, _| {
                // What is inside is an image like any other, but for a drawing in a drawing.
                let sound = match head::head(&data) {
                    Ok(head::Head::Raster(format)) => raster::is_sound(&data, format),
                    _ => false,
                };
                seen.fetch_and(sound, Ordering::Relaxed);
                None
            }),
            resolve_string: Box::new(|_, _| None),
        },
        ..usvg::Options::default()
    };
    let tree = usvg::Tree::from_xmltree(document, &options).map_err(|_| Unshowable::Broken)?;
    if !sound.load(Ordering::Relaxed) {
        return Err(Unshowable::Broken);
    }
    let size = tree.size();
    let large = size.width().max(size.height()) > SIDE;
    if large || filtered(tree.root()) > FILTERED {
        return Err(Unshowable::TooComplex);
    }
    Ok(())
}

/// How many pixels the filters of a group touch.
fn filtered(group: &usvg::Group) -> f32 {
    let area = |group: &usvg::Group| {
        group.filters().iter().map(|filter| filter.rect().width() * filter.rect().height()).sum::<f32>()
    };
    let inside = group.children().iter().map(|node| match node {
        usvg::Node::Group(group) => filtered(group),
        _ => 0.0,
    });
    area(group) + inside.sum::<f32>()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn svg(body: &str) -> Vec<u8> {
        format!(r#"<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="40" height="20">{body}</svg>"#).into_bytes()
    }

    #[test]
    fn refuses_what_reads_another_file_or_has_no_end() {
        let bomb: String = (0..40)
            .map(|i| format!(r##"<g id="a{i}"><use href="#a{0}"/><use href="#a{0}"/></g>"##, i + 1))
            .collect();
        let patterns: String = (0..40).map(|i| format!(r##"<pattern id="p{i}" width="2" height="2"><rect fill="url(#p{0})" width="1" height="1"/><rect fill="url(#p{0})" width="1" height="1"/></pattern>"##, i + 1)).collect();
        let entities: String =
            (0..9).map(|i| format!(r#"<!ENTITY e{} "{}">"#, i + 1, format!("&e{i};").repeat(10))).collect();
        let entities = format!(
            r#"<!DOCTYPE svg [<!ENTITY e0 "ha">{entities}]><svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"><text>&e9;</text></svg>"#
        );
        for (what, bytes, expected) in [
            ("a rectangle", svg("<rect width='5' height='5'/>"), None),
            ("a script", svg("<script>alert(1)</script><rect onclick='x()' width='5' height='5'/>"), None),
            ("a link", svg("<a href='https://ecole.example'><text y='9'>École</text></a>"), None),
            (
                "a file",
                svg("<image href='../secret.png' width='5' height='5'/>"),
                Some(Unshowable::NeedsFile("../secret.png".into())),
            ),
            (
                "an address",
                svg("<image xlink:href='https://x.example/a.png' width='5' height='5'/>"),
                Some(Unshowable::NeedsFile("https://x.example/a.png".into())),
            ),
            (
                "a file of the machine",
                svg("<use href='file:///etc/passwd#a'/>"),
                Some(Unshowable::NeedsFile("file:///etc/passwd#a".into())),
            ),
            ("uses of uses", svg(&format!("{bomb}<use href='#a0'/>")), Some(Unshowable::TooComplex)),
            ("a use of itself", svg("<g id='a'><use href='#a'/></g>"), Some(Unshowable::TooComplex)),
            (
                "patterns of patterns",
                svg(&format!("{patterns}<rect width='9' height='9' fill='url(#p0)'/>")),
                Some(Unshowable::TooComplex),
            ),
            ("entities of entities", entities.into_bytes(), Some(Unshowable::Broken)),
            ("groups in groups", svg(&("<g>".repeat(60) + &"</g>".repeat(60))), Some(Unshowable::TooComplex)),
            (
                "half a million groups",
                svg(&("<g>".repeat(500_000) + &"</g>".repeat(500_000))),
                Some(Unshowable::TooComplex),
            ),
            (
                "a tag of a million attributes",
                svg(&format!("<g {}/>", (0..1_000_000).map(|i| format!("a{i}='' ")).collect::<String>())),
                Some(Unshowable::TooComplex),
            ),
            (
                "no size",
                b"<svg xmlns='http://www.w3.org/2000/svg' width='0' height='4'></svg>".to_vec(),
                Some(Unshowable::Broken),
            ),
            (
                "a broken image inside",
                svg("<image href='data:image/png;base64,AAAA' width='5' height='5'/>"),
                Some(Unshowable::Broken),
            ),
            ("bad bytes", b"<svg \xFF></svg>".to_vec(), Some(Unshowable::Broken)),
            ("bad form", b"<svg width='5'<g/></svg>".to_vec(), Some(Unshowable::Broken)),
        ] {
            let found = super::super::guard::guard(move || drawing(&bytes)).and_then(|found| found);
            assert_eq!(found.err(), expected, "{what}");
        }
    }

    #[test]
    fn replaces_what_no_font_has() {
        for (text, expected) in [
            (
                "<text>Élève &amp; 🎯 &#127919; &#xE9; &#65;</text>",
                "<text>Élève &amp; □ □ &#xE9; &#65;</text>",
            ),
            ("& &# &#; &#zz; &#99999999;", "& &# &#; &#zz; &#99999999;"),
        ] {
            assert_eq!(covered(text), expected);
        }
    }
}
