//! The fonts that a project adds to the bundled ones.
//!
//! In: the faces of its font files, as the typesetter names them. Out: [`Fonts`], the closed set of
//! one project: which characters it can print, how wide a text is in its own face.

use super::{BOLD, REGULAR};
use std::collections::BTreeMap;
use std::ops::RangeInclusive;
use std::sync::Arc;
use ttf_parser::{Face, Permissions, RawFace};

/// The bytes of a font file, shared by all documents of a project.
pub(crate) type FontBytes = Arc<[u8]>;

/// A face of a font file: what the typesetter knows of it.
#[derive(Debug, Clone)]
pub(crate) struct OwnFace {
    /// The name by which the typesetter finds it.
    pub family: String,
    pub weight: u16,
    pub upright: bool,
    /// The characters that it has, as ranges in their order.
    pub covered: Vec<RangeInclusive<u32>>,
    /// The width of each of its Latin characters, in em.
    pub widths: BTreeMap<char, f64>,
}

/// Why a font file cannot serve.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unusable {
    /// It is no font, or only a part of one.
    Corrupt,
    /// Its licence forbids to put it, or a part of it, in a document.
    Licence,
}

/// Looks at a file before the typesetter does: its tables lie within it, every face may be embedded.
pub(crate) fn inspect(bytes: &[u8]) -> Result<(), Unusable> {
    let faces = ttf_parser::fonts_in_collection(bytes).unwrap_or(1);
    for index in 0..faces {
        let raw = RawFace::parse(bytes, index).map_err(|_| Unusable::Corrupt)?;
        let within = raw.table_records.into_iter().all(|table| {
            let end = u64::from(table.offset) + u64::from(table.length);
            end <= bytes.len() as u64
        });
        let face = Face::parse(bytes, index).map_err(|_| Unusable::Corrupt)?;
        let tables = face.tables();
        let outlines = tables.glyf.is_some() || tables.cff.is_some() || tables.cff2.is_some();
        if !within || !outlines || tables.cmap.is_none() || tables.name.is_none() {
            return Err(Unusable::Corrupt);
        }
        let Some(os2) = tables.os2 else { continue };
        let forbidden = matches!(os2.permissions(), Some(Permissions::Restricted) | None);
        if forbidden || !os2.is_subsetting_allowed() || !os2.is_outline_embedding_allowed() {
            return Err(Unusable::Licence);
        }
    }
    if faces == 0 { Err(Unusable::Corrupt) } else { Ok(()) }
}

/// The widths of the Latin characters and of the signs of French that a face of a file has, in em.
pub(crate) fn widths(bytes: &[u8], index: u32) -> BTreeMap<char, f64> {
    let Ok(face) = Face::parse(bytes, index) else { return BTreeMap::new() };
    let units = f64::from(face.units_per_em());
    let signs = ('\u{20}'..='\u{17F}').chain('\u{2010}'..='\u{206F}').chain(['€', '−']);
    let width = |c| Some((c, f64::from(face.glyph_hor_advance(face.glyph_index(c)?)?) / units));
    signs.filter_map(width).collect()
}

/// The fonts of one project: the bundled ones, and its own.
#[derive(Debug, Default)]
pub(crate) struct Fonts {
    /// The faces of each own family, by its name in lower case.
    families: BTreeMap<String, Vec<OwnFace>>,
    /// The own family that texts are set in, in lower case.
    texte: Option<String>,
}

impl Fonts {
    /// The bundled fonts and those faces; `texte` is the family that texts are set in.
    pub(crate) fn new(faces: impl IntoIterator<Item = OwnFace>, texte: Option<&str>) -> Self {
        let mut families: BTreeMap<String, Vec<OwnFace>> = BTreeMap::new();
        for face in faces {
            families.entry(face.family.to_lowercase()).or_default().push(face);
        }
        Self { families, texte: texte.map(str::to_lowercase) }
    }

    /// Whether a page can print the character, in text of any style.
    pub(crate) fn covers(&self, c: char) -> bool {
        super::covers(c) || (super::may_print(c) && self.families.values().any(|faces| has(faces, c)))
    }

    /// The width of a text on one line, in em of the text face.
    pub(crate) fn width(&self, text: &str, bold: bool) -> f64 {
        match self.texte.as_ref().and_then(|name| self.face(name, bold)) {
            Some(face) => text.chars().map(|c| face.widths.get(&c).copied().unwrap_or(0.6)).sum(),
            None => super::advance(if bold { &BOLD } else { &REGULAR }, text),
        }
    }

    /// The upright face of a family whose weight is nearest to the one asked for.
    fn face(&self, family: &str, bold: bool) -> Option<&OwnFace> {
        let weight = if bold { 700 } else { 400 };
        let faces = self.families.get(family)?;
        faces.iter().min_by_key(|face| (!face.upright, face.weight.abs_diff(weight)))
    }
}

/// A character that only the regular style has would be lost in bold.
fn has(faces: &[OwnFace], c: char) -> bool {
    let has = |face: &OwnFace| {
        let after = face.covered.partition_point(|range| *range.end() < c as u32);
        face.covered.get(after).is_some_and(|range| range.contains(&(c as u32)))
    };
    faces.iter().all(has)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn face(weight: u16, covered: &[RangeInclusive<u32>]) -> OwnFace {
        let widths = BTreeMap::from([('a', f64::from(weight) / 1000.0)]);
        OwnFace { family: "Essai".to_owned(), weight, upright: true, covered: covered.to_vec(), widths }
    }

    #[test]
    fn prints_what_every_face_of_a_family_has() {
        let fonts =
            Fonts::new([face(400, &[0x40..=0x5A, 0x4E00..=0x4E10]), face(700, &[0x4E02..=0x4E10])], None);
        for (c, expected) in [('é', true), ('\u{4E00}', false), ('\u{4E05}', true), ('\u{E000}', false)] {
            assert_eq!(fonts.covers(c), expected, "U+{:04X}", c as u32);
        }
    }

    #[test]
    fn measures_in_the_face_of_texts() {
        let fonts = Fonts::new([face(400, &[]), face(700, &[])], Some("ESSAI"));
        // Two letters of 0.4 em, one that the face lacks.
        assert!((fonts.width("aab", false) - 1.4).abs() < 1e-9);
        assert!((fonts.width("aa", true) - 1.4).abs() < 1e-9);
        assert!((Fonts::default().width("ab", false) - 1.176_269_531_25).abs() < 1e-9);
    }

    #[test]
    fn refuses_what_is_no_font() {
        let whole = notosans::REGULAR_TTF;
        assert_eq!(inspect(whole), Ok(()));
        for broken in [&b""[..], b"ttcf", b"\x89PNG\r\n", &whole[..whole.len() / 2], &whole[..200]] {
            assert_eq!(inspect(broken), Err(Unusable::Corrupt));
        }
    }

    #[test]
    fn refuses_what_may_not_be_embedded() {
        let mut bytes = notosans::REGULAR_TTF.to_vec();
        let raw = RawFace::parse(&bytes, 0).expect("a font");
        let table =
            raw.table_records.into_iter().find(|table| table.tag.to_string() == "OS/2").expect("OS/2");
        // The licence stands in the fifth number of the table (OpenType, OS/2, fsType).
        let at = table.offset as usize + 8;
        for (licence, expected) in [
            (0x0000, Ok(())),
            (0x0004, Ok(())),
            (0x0008, Ok(())),
            (0x0002, Err(Unusable::Licence)),
            (0x0100, Err(Unusable::Licence)),
            (0x0200, Err(Unusable::Licence)),
        ] {
            bytes[at..at + 2].copy_from_slice(&u16::to_be_bytes(licence));
            assert_eq!(inspect(&bytes), expected, "{licence:#06x}");
        }
    }
}
