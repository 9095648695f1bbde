//! The fonts folder of a manifest: added to the bundled fonts, for this project alone.

use crate::compile::{Memory, check_project, compile_project, fixtures};
use crate::pdf::{Pdf, assert_conforming};

/// A bundled font under another name of the same length: « Essa Sans » for « Noto Sans ».
fn renamed(file: &str) -> Vec<u8> {
    let font = dossier::fonts().iter().find(|font| font.name == file).expect("a bundled font");
    let mut bytes = font.bytes.to_vec();
    let utf16 = |text: &str| text.encode_utf16().flat_map(u16::to_be_bytes).collect::<Vec<u8>>();
    let (old, new) = (utf16("Noto"), utf16("Essa"));
    let mut at = 0;
    while at + old.len() <= bytes.len() {
        if bytes[at..].starts_with(&old) {
            bytes[at..at + new.len()].copy_from_slice(&new);
        }
        at += 1;
    }
    bytes
}

/// A small project, its theme, its fonts folder.
fn project(theme: &str, fonts: &[(&str, Vec<u8>)]) -> Memory {
    let mut memory = Memory::folder(&fixtures("quebec"));
    let manifest = memory.text("dossier.yaml");
    memory = memory.with("dossier.yaml", manifest.replace("  accent: \"#7A2E4D\"", theme).into_bytes());
    fonts.iter().fold(memory, |memory, (name, bytes)| memory.with(&format!("polices/{name}"), bytes.clone()))
}

fn fonts_of(pdf: &[u8]) -> Vec<String> {
    let text = Pdf::new(pdf).font_names();
    text.into_iter().map(|name| name.rsplit('+').next().unwrap_or_default().to_owned()).collect()
}

#[test]
fn sets_texts_and_titles_in_the_families_of_the_manifest() {
    let fonts = [
        ("Charte-Regular.ttf", renamed("NotoSans-Regular.ttf")),
        ("Charte-Bold.TTF", renamed("NotoSans-Bold.ttf")),
    ];
    let theme = "  polices: polices/\n  texte: ESSA sans\n  titres: DejaVu Sans Mono";
    let run = compile_project(&project(theme, &fonts));
    let (_, _, pdf) = run.documents.first().unwrap_or_else(|| panic!("{}", run.short));
    assert!(!run.errors, "{}", run.short);
    assert_conforming(pdf, "own fonts");
    let names = fonts_of(pdf);
    assert!(names.iter().any(|name| name.starts_with("EssaSans")), "{names:?}");
    assert!(names.iter().any(|name| name.starts_with("DejaVuSansMono-Bold")), "{names:?}");
    assert!(
        !names.iter().any(|name| name.starts_with("NotoSans") || name.starts_with("Libertinus")),
        "{names:?}"
    );
    let again = compile_project(&project(theme, &fonts));
    assert_eq!(again.documents.first().map(|(_, _, pdf)| pdf), Some(pdf), "the same bytes");
}

#[test]
fn a_font_of_the_folder_prints_what_the_bundled_ones_lack() {
    // The face of mathematics has the letters of double struck; the bundled faces have none.
    let mathematics = typst_assets::fonts()
        .find(|bytes| ttf_parser::Face::parse(bytes, 0).is_ok_and(|face| face.glyph_index('𝔻').is_some()));
    let fonts = [("maths.otf", mathematics.expect("a face of mathematics").to_vec())];
    let note = "---\ntitle: T\ndocument: ed-i-1\nsection: contraintes\n---\n\nL’ensemble 𝔻, **𝔻** aussi.\n";
    let with = |theme, fonts: &[_]| project(theme, fonts).with("notes/z.md", note.as_bytes().to_vec());
    let without = compile_project(&with("  accent: \"#7A2E4D\"", &[]));
    assert!(without.short.contains("notes/z.md:7:12: glyphe-absent: "), "{}", without.short);
    let run = compile_project(&with("  polices: polices", &fonts));
    assert!(!run.short.contains("glyphe-absent"), "{}", run.short);
    let (_, _, pdf) = run.documents.first().unwrap_or_else(|| panic!("{}", run.short));
    assert_conforming(pdf, "a glyph of an own font");
    assert!(Pdf::new(pdf).text().contains("L’ensemble 𝔻, 𝔻 aussi."), "{}", Pdf::new(pdf).text());
}

#[test]
fn an_emitted_project_has_its_fonts_and_no_other_project_has() {
    let fonts = [("b.ttf", renamed("NotoSans-Bold.ttf")), ("a/c.ttf", renamed("NotoSans-Regular.ttf"))];
    let run = check_project(&project("  polices: polices", &fonts));
    let paths: Vec<&str> = run.documents[0].checked.project.fonts.keys().map(String::as_str).collect();
    assert_eq!(paths, ["/fonts/projet-01.ttf", "/fonts/projet-02.ttf"]);
    let first = &run.documents[0].checked.project.fonts["/fonts/projet-01.ttf"];
    assert_eq!(first.as_ref(), fonts[1].1.as_slice(), "in the order of their paths");
    let plain = check_project(&project("  accent: \"#7A2E4D\"", &fonts));
    assert!(plain.documents[0].checked.project.fonts.is_empty(), "a folder that nothing names is not read");
}

#[test]
fn refuses_fonts_that_cannot_serve_at_the_key_that_brings_them() {
    let sound = || ("sain.ttf", renamed("NotoSans-Regular.ttf"));
    let half = |bytes: Vec<u8>| bytes[..bytes.len() / 2].to_vec();
    let mut closed = renamed("NotoSans-Regular.ttf");
    let raw = ttf_parser::RawFace::parse(&closed, 0).expect("a font");
    let os2 =
        raw.table_records.into_iter().find(|table| table.tag.to_string() == "OS/2").expect("OS/2").offset;
    closed[os2 as usize + 9] = 2;
    let large = (31 << 20, b"x");
    for (theme, fonts, expected) in [
        ("polices: ../polices", vec![], "dossier.yaml:63:12: hors-du-coffre: "),
        ("polices: /etc", vec![], "dossier.yaml:63:12: hors-du-coffre: "),
        (
            "polices: polices",
            vec![],
            "dossier.yaml:63:12: police-refusee: le dossier de polices « polices » n’a aucun fichier",
        ),
        (
            "polices: polices",
            vec![sound(), ("b.otf", half(sound().1))],
            "dossier.yaml:63:12: police-refusee: la police « polices/b.otf » ne peut pas être lue",
        ),
        (
            "polices: polices",
            vec![("b.ttc", b"ttcf".to_vec())],
            "la police « polices/b.ttc » ne peut pas être lue",
        ),
        (
            "polices: polices",
            vec![("b.ttf", large.1.repeat(large.0))],
            "la police « polices/b.ttf » dépasse 30 Mio",
        ),
        (
            "polices: polices",
            vec![("b.ttf", closed.clone())],
            "la licence de la police « polices/b.ttf » interdit de l’incorporer à un PDF",
        ),
    ] {
        let run = check_project(&project(&format!("  {theme}\n  texte: Essa Sans"), &fonts));
        assert!(run.short.contains(expected), "{expected} is missing:\n{}", run.short);
        assert!(run.documents.is_empty(), "{expected}");
        let unknown = run.short.contains("police-inconnue");
        assert!(
            !unknown || fonts.iter().all(|font| font.0 == "sain.ttf"),
            "one mistake, one message:\n{}",
            run.short
        );
    }
    let twice = [("sans.ttf", dossier::fonts()[0].bytes.to_vec())];
    let run = check_project(&project("  polices: polices", &twice));
    assert!(
        run.short.contains("« polices/sans.ttf » est écartée : la famille « Noto Sans » est déjà fournie"),
        "{}",
        run.short
    );
    assert!(!run.documents.is_empty(), "a warning");
}
