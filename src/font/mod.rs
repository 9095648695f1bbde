//! The bundled fonts and those of a project: a closed set, of which it is known what it can print.
//!
//! In: a character or a text. Out: whether the fonts of the pages have it, and how wide it is.
//! Nothing else may print: the typesetter has no fallback beyond these files.

mod own;

pub(crate) use own::{FontBytes, Fonts, OwnFace, Unusable, inspect, widths};

use std::sync::LazyLock;
use ttf_parser::Face;

/// A font file and the name it has in an emitted project.
pub struct FontFile {
    /// The file's name.
    pub name: &'static str,
    /// Its bytes.
    pub bytes: &'static [u8],
}

/// The font files that the typesetter gets.
pub(crate) fn files() -> &'static [FontFile] {
    &FILES
}

static FILES: LazyLock<Vec<FontFile>> = LazyLock::new(|| {
    let sans = [
        ("NotoSans-Regular.ttf", notosans::REGULAR_TTF),
        ("NotoSans-Italic.ttf", notosans::ITALIC_TTF),
        ("NotoSans-Bold.ttf", notosans::BOLD_TTF),
        ("NotoSans-BoldItalic.ttf", notosans::BOLD_ITALIC_TTF),
    ];
    let mut files: Vec<FontFile> = sans.into_iter().map(|(name, bytes)| FontFile { name, bytes }).collect();
    for bytes in typst_assets::fonts() {
        let family = Face::parse(bytes, 0).ok().as_ref().and_then(postscript_name);
        if let Some(name) = family.as_deref().and_then(|name| OTHERS.iter().find(|(known, _)| *known == name))
        {
            files.push(FontFile { name: name.1, bytes });
        }
    }
    files
});

/// The files taken from the typesetter's own assets, by PostScript name. The slanted styles of the
/// code face are left out: they lack half of its signs, which the upright one then prints.
const OTHERS: [(&str, &str); 9] = [
    ("LibertinusSerif-Regular", "LibertinusSerif-Regular.otf"),
    ("LibertinusSerif-Italic", "LibertinusSerif-Italic.otf"),
    ("LibertinusSerif-Bold", "LibertinusSerif-Bold.otf"),
    ("LibertinusSerif-BoldItalic", "LibertinusSerif-BoldItalic.otf"),
    ("LibertinusSerif-Semibold", "LibertinusSerif-Semibold.otf"),
    ("LibertinusSerif-SemiboldItalic", "LibertinusSerif-SemiboldItalic.otf"),
    ("DejaVuSansMono", "DejaVuSansMono.ttf"),
    ("DejaVuSansMono-Bold", "DejaVuSansMono-Bold.ttf"),
    ("NewCMMath-Regular", MATH),
];

/// The face of formulas.
const MATH: &str = "NewCMMath-Regular.otf";

fn postscript_name(face: &Face<'_>) -> Option<String> {
    let names = face.names().into_iter();
    names
        .filter(|name| name.name_id == ttf_parser::name_id::POST_SCRIPT_NAME)
        .find_map(|name| name.to_string())
}

/// The faces of each family, in the order in which a glyph is looked for: text, voice, code.
static FAMILIES: LazyLock<[Vec<Face<'static>>; 3]> = LazyLock::new(|| {
    ["NotoSans", "LibertinusSerif", "DejaVuSansMono"].map(|family| {
        let styles = files().iter().filter(|file| file.name.starts_with(family));
        styles.filter_map(|file| Face::parse(file.bytes, 0).ok()).collect()
    })
});

/// The families of the bundled files: those of texts, of titles, of code.
pub(crate) const BUNDLED: [&str; 3] = ["Noto Sans", "Libertinus Serif", "DejaVu Sans Mono"];

/// Whether a page can print the character with the bundled fonts, in text of any style.
pub(crate) fn covers(c: char) -> bool {
    match c {
        '\0'..='\u{7F}' => may_print(c),
        // The letters of the languages of Europe, which nearly every note is made of; a test holds this line.
        '\u{A0}'..='\u{17F}' => may_print(c),
        // A character that only the regular style has would be lost in bold.
        _ => may_print(c) && FAMILIES.iter().any(|faces| faces.iter().all(|face| has(face, c))),
    }
}

/// Whether a formula can print the character.
pub(crate) fn covers_math(c: char) -> bool {
    let private = matches!(c, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..);
    !c.is_control() && !private && FORMULAS.as_ref().is_some_and(|face| has(face, c))
}

static FORMULAS: LazyLock<Option<Face<'static>>> = LazyLock::new(|| {
    files().iter().find(|file| file.name == MATH).and_then(|file| Face::parse(file.bytes, 0).ok())
});

/// Whether a character can have a shape at all. Private-use characters never can (PDF/A-2a, ISO
/// 19005-2, 6.2.11.7).
fn may_print(c: char) -> bool {
    !(c.is_control() || matches!(c, '\u{AD}' | '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..))
}

fn has(face: &Face<'_>, c: char) -> bool {
    face.glyph_index(c).is_some_and(|glyph| glyph.0 != 0)
}

/// The width of a text in a face, in em.
fn advance(face: &Option<Face<'_>>, text: &str) -> f64 {
    let Some(face) = face else { return 0.6 * text.chars().count() as f64 };
    let units = f64::from(face.units_per_em());
    let advance = |c| face.glyph_index(c).and_then(|glyph| face.glyph_hor_advance(glyph));
    text.chars().map(|c| advance(c).map_or(0.6, |advance| f64::from(advance) / units)).sum()
}

static REGULAR: LazyLock<Option<Face<'static>>> =
    LazyLock::new(|| Face::parse(notosans::REGULAR_TTF, 0).ok());
static BOLD: LazyLock<Option<Face<'static>>> = LazyLock::new(|| Face::parse(notosans::BOLD_TTF, 0).ok());

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_what_the_pages_print() {
        for (c, expected) in [
            ('a', true),
            ('é', true),
            ('\u{202F}', true),
            ('’', true),
            ('✓', true),
            ('🎯', false),
            ('中', false),
            ('\u{E000}', false),
        ] {
            assert_eq!(covers(c), expected, "U+{:04X}", c as u32);
        }
    }

    #[test]
    fn has_the_letters_of_europe() {
        for c in ('\u{A0}'..='\u{17F}').filter(|&c| c != '\u{AD}') {
            assert!(FAMILIES.iter().any(|faces| faces.iter().all(|face| has(face, c))), "U+{:04X}", c as u32);
        }
    }

    #[test]
    fn finds_all_files() {
        assert_eq!(files().len(), 13);
    }

    #[test]
    fn measures_a_text() {
        // Noto Sans, 2048 units to the em: 1149 for "a", 1260 for "b"; (1149 + 1260) / 2048.
        let width = advance(&REGULAR, "ab");
        assert!((width - 1.176_269_531_25).abs() < 1e-9, "{width}");
    }
}
