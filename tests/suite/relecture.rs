//! Comments: in the margin of a proof, nowhere else.

use crate::compile::{Memory, compile, compile_project_wished, compile_wished};
use crate::pdf::{Pdf, assert_conforming};
use dossier::Wish;

/// A note with a comment wherever one can stand; each says `SECRET` and its number.
const NOTE: &str = "---
title: Relecture
date: 2026-03-02
document: ed-i-1
section: objet-et-perimetre
---

Avant %%SECRET1%% après.

%%
SECRET2

```
avec du code SECRET3
```
%%

Un texte <!-- SECRET4 --> fin, `%%code gardé%%`.

<!-- SECRET5
sur deux lignes -->

- un %%SECRET6%% élément

| a | b |
|---|---|
| x %%SECRET7%% | y |

> [!info] Titre %%SECRET8%%
> corps <!-- SECRET9 -->

## Rubrique %%SECRETA%%

Voir[^1].

[^1]: Note %%SECRETB%% du bas.

<div>Un bloc <!-- SECRETC --> de HTML</div>

![[absente.png|Plan]] %%SECRETD%%

Fin. %%SECRETE jamais fermé
";

const MARKS: &str = "123456789ABCDE";

fn proof() -> Wish {
    let mut wish = Wish::default();
    wish.comments = true;
    wish
}

#[test]
fn without_the_option_no_comment_is_anywhere_in_what_is_made() {
    let run = compile(&Memory::new(&[("n.md", NOTE)]), "n.md");
    let bytes = run.pdf.expect("a PDF").bytes;
    let everything = Pdf::new(&bytes).everything();
    assert!(everything.contains("<rdf:li xml:lang=\"x-default\">Relecture"), "the metadata are read");
    assert!(!everything.contains("SECRET"), "a comment is in the PDF");
    let text = Pdf::new(&bytes).text();
    assert!(text.contains("%%code gardé%%") && !text.contains("SECRET"), "{text}");
    for (path, text) in run.checked.expect("a project").project.texts {
        assert!(!text.contains("SECRET"), "a comment is in {path}");
    }
    assert!(!run.short.contains("SECRET"), "{}", run.short);
}

#[test]
fn a_proof_shows_each_comment_once_and_says_what_it_is() {
    let run = compile_wished(&Memory::new(&[("n.md", NOTE)]), "n.md", &proof());
    let bytes = run.pdf.unwrap_or_else(|| panic!("{}", run.short)).bytes;
    assert_conforming(&bytes, "a proof");
    let pdf = Pdf::new(&bytes);
    let text = pdf.text();
    for mark in MARKS.chars() {
        assert_eq!(text.matches(&format!("SECRET{mark}")).count(), 1, "SECRET{mark} in:\n{text}");
    }
    assert!(text.contains("RELECTURE"), "{text}");
    assert!(pdf.bookmarks().iter().all(|(_, title)| !title.contains("SECRET")));
    assert_eq!(pdf.text_outside(), Vec::<String>::new());
    // 210 mm and the strip of 54 mm, in points.
    assert_eq!(pdf.page_size(0).0, 748.35);
}

/// Where a comment has no line of its own to stand beside: it stands beside the nearest one.
const PLACES: [(&str, &str); 17] = [
    ("heading", "# Titre %%SECRET%%\n\nTexte.\n"),
    ("heading alone", "## À retenir %%SECRET%%\n"),
    ("before a heading", "%%SECRET%%\n\n# Titre\n"),
    ("callout title", "> [!note] Titre %%SECRET%%\n"),
    ("callout title and body", "> [!note] Titre <!-- SECRET -->\n> Corps.\n"),
    ("fence", "Texte.\n\n%%\n~~~\ncode\n~~~\n\nSECRET\n```\n%%\n\n```\nautre\n```\n"),
    ("blocks", "Un.\n\n%% Deux\n\n- trois\n\n> [!note] SECRET\n\n| a |\n|---|\n%%\n\nQuatre.\n"),
    ("code", "```\ncode\n```\n\n%%SECRET%%\n"),
    ("formula", "$$x$$ %%SECRET%%\n"),
    ("image", "![[a.png]]\n%%SECRET%%\n"),
    ("embed", "![[autre]] %%SECRET%%\n"),
    ("in the embedded", "![[commente]]\n"),
    ("section name", "Texte.\n\nÀ retenir %%SECRET%%\n\nFin.\n"),
    ("objective", "Objectif : lire %%SECRET%%\n\nFin.\n"),
    ("caption", "Tableau : Relevé %%SECRET%%\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"),
    ("unused footnote", "Texte.\n\n[^1]: Seule %%SECRET%%\n"),
    ("question", "## Questions clés à se poser\n\n- Qui ? %%SECRET%%\n  - Moi\n"),
];

#[test]
fn a_comment_is_in_the_margin_wherever_it_stands() {
    for (place, body) in PLACES {
        for ends in ["\n", "\r\n"] {
            let note = format!("---\ntitle: Relecture\ndate: 2026-03-02\n---\n{body}").replace('\n', ends);
            let files = Memory::new(&[
                ("n.md", &note),
                ("autre.md", "Inclus.\n"),
                ("commente.md", "## Inclus\n\nTexte %%SECRET%%.\n"),
            ]);
            let run = compile_wished(&files, "n.md", &proof());
            let bytes = run.pdf.unwrap_or_else(|| panic!("{place}: {}", run.short)).bytes;
            assert_conforming(&bytes, place);
            let text = Pdf::new(&bytes).text();
            assert_eq!(text.matches("SECRET").count(), 1, "{place}:\n{text}");
            let run = compile(&files, "n.md");
            let bytes = run.pdf.unwrap_or_else(|| panic!("{place}: {}", run.short)).bytes;
            assert!(!Pdf::new(&bytes).everything().contains("SECRET"), "{place}");
        }
    }
}

#[test]
fn many_comments_of_a_page_stand_clear_of_each_other() {
    let body = "mot %%un commentaire de plusieurs mots qui tient sur deux lignes%% ".repeat(20);
    let run = compile_wished(&Memory::new(&[("n.md", &body)]), "n.md", &proof());
    let text = Pdf::new(&run.pdf.expect("a PDF").bytes).text();
    assert_eq!(text.matches("deux lignes").count(), 20, "{text}");
    assert!(!run.short.contains("composition-incertaine"), "{}", run.short);
}

#[test]
fn the_documents_of_a_project_have_proofs_too() {
    let files = Memory::new(&[
        (
            "dossier.yaml",
            "dossier: {titre: Essai, reference: E, langue: fr-FR, juridiction: FR, date: 2026-03-02, \
            statut: brouillon, version: '1'}\ndocuments: [ed-i-1]\n",
        ),
        ("notes/n.md", NOTE),
    ]);
    for (wish, shown) in [(proof(), true), (Wish::default(), false)] {
        let run = compile_project_wished(&files, &wish);
        let (_, _, bytes) = run.documents.into_iter().next().unwrap_or_else(|| panic!("{}", run.short));
        let pdf = Pdf::new(&bytes);
        assert_eq!(pdf.everything().contains("SECRET"), shown);
        assert_eq!(pdf.text().contains("RELECTURE"), shown);
    }
}
