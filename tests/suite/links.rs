//! Links: where they lead on the pages, on a screen and on paper.

use crate::compile::{Memory, check, compile, compile_project};
use crate::pdf::{Pdf, assert_conforming};
use dossier::Pack;
use dossier::diagnostic::Diagnostics;
use dossier::source::Sources;

/// A manifest that asks for ED I-1 and, once there are such, other documents.
pub(crate) const MANIFEST: &str = "dossier:\n  titre: Essai\n  reference: ESS\n  langue: fr-FR\n  juridiction: FR\n  date: 2026-03-02\n  statut: brouillon\n  version: \"0.1\"\ndocuments: [ed-i-1]\n";

#[test]
fn on_paper_a_place_has_its_page_and_an_address_its_footnote() {
    let note = "## Début\n\nVoir [[#Fin]] et [le site](https://exemple.fr/a), <https://exemple.fr/b>.\n\n<div style=\"page-break-after: always\"></div>\n\n## Fin\n\nVers [[#Fin|ici]], [l’aide](mailto:aide@exemple.fr).\n";
    let mut checked = check(&Memory::new(&[("n.md", note)]), "n.md").checked.expect("a project");
    let print = |checked: &dossier::Checked| {
        let pdf = dossier::typeset(checked, &Pack::new(), &Sources::default(), &mut Diagnostics::default());
        let pdf = pdf.expect("a PDF");
        assert_conforming(&pdf.bytes, "links");
        spaced(&pdf.bytes)
    };
    let screen = print(&checked);
    assert!(!screen.contains("(p.") && !screen.contains("exemple.fr/a"), "{screen}");
    let data = checked.project.texts.get_mut("/aspect.json").expect("the look");
    assert!(data.contains("\"impression\":false"), "{data}");
    *data = data.replace("\"impression\":false", "\"impression\":true");
    let paper = print(&checked);
    // The page is said once: « ici » is on its own page.
    assert_eq!(paper.matches("(p. 2)").count(), 1, "{paper}");
    assert!(paper.contains("Fin (p. 2)"), "{paper}");
    for (address, times) in [("https://exemple.fr/a", 1), ("https://exemple.fr/b", 1), ("aide@exemple.fr", 1)]
    {
        assert_eq!(paper.matches(address).count(), times, "{address}: {paper}");
    }
}

#[test]
fn a_link_leads_to_the_section_that_another_note_fills() {
    let files = Memory::new(&[
        ("dossier.yaml", MANIFEST),
        (
            "notes/a.md",
            "---\ndocument: ed-i-1\nsection: objet-et-perimetre\n---\nVoir [[b]], [[b#Le fond|le fond]], [[c]], [[d]].\n",
        ),
        (
            "notes/b.md",
            "---\ndocument: ed-i-1\nsection: consequences\n---\nTexte de b.\n\n## Le fond\n\n![[c]]\n",
        ),
        ("notes/c.md", "Texte de c.\n"),
        ("notes/d.md", "Texte de d.\n"),
    ]);
    let run = compile_project(&files);
    let (_, _, bytes) = run.documents.into_iter().next().unwrap_or_else(|| panic!("{}", run.short));
    assert_conforming(&bytes, "a project");
    let text = spaced(&bytes);
    assert!(text.contains("Voir b, le fond, c, d.") && !text.contains("Texte de d"), "{text}");
    assert!(
        run.short.contains("notes/a.md:5:43: lien-hors-du-document: un lien mène à ce que le document ne contient pas (« d »)"),
        "{}",
        run.short
    );
    // The sources of the document are all named: the embedded note too, the other one not.
    assert!(text.contains("notes/c.md") && !text.contains("notes/d.md"), "{text}");
}

#[test]
fn what_another_document_prints_is_named_by_its_title() {
    let manifest = MANIFEST.replace("[ed-i-1]", "[ed-i-1, ed-i-3]");
    let files = Memory::new(&[
        ("dossier.yaml", &manifest),
        (
            "notes/a.md",
            "---\ndocument: ed-i-1\nsection: objet-et-perimetre\n---\nComme [[b|le modèle]] le montre, et [[c]].\n",
        ),
        ("notes/b.md", "---\ndocument: ed-i-3\nsection: lecture-du-graphe\n---\n![[c]]\n"),
        ("notes/c.md", "Texte de c.\n"),
    ]);
    let run = compile_project(&files);
    let (code, _, bytes) = run.documents.into_iter().next().unwrap_or_else(|| panic!("{}", run.short));
    assert_eq!(code, "ed-i-1");
    let text = spaced(&bytes);
    let renvoi = "(voir ED I-3, Modèle de diffusion)";
    assert!(text.contains(&format!("Comme le modèle {renvoi} le montre, et c {renvoi}.")), "{text}");
    assert!(!run.short.contains("lien-hors-du-document"), "{}", run.short);
}

#[test]
fn what_an_edition_leaves_out_is_embedded_in_no_other() {
    let files = Memory::new(&[
        ("dossier.yaml", MANIFEST),
        (
            "notes/a.md",
            "---\ndocument: ed-i-1\nsection: objet-et-perimetre\n---\nAvant.\n\n![[secret]]\n\nAprès, voir [[secret|la note]].\n",
        ),
        ("notes/secret.md", "---\npublics: [interne]\n---\nLe montant.\n"),
    ]);
    for (edition, shown) in [("interne", true), ("publique", false)] {
        let run = crate::compile::compile_edition(&files, edition);
        let (_, _, bytes) = run.documents.into_iter().next().unwrap_or_else(|| panic!("{}", run.short));
        let text = spaced(&bytes);
        assert_eq!(text.contains("Le montant"), shown, "{edition}: {text}");
        assert!(text.contains("Avant.") && text.contains("Après, voir la note."), "{edition}: {text}");
        assert!(!text.contains("Inclusion absente"), "{edition}: {text}");
    }
}

#[test]
fn a_name_of_several_notes_leads_where_obsidian_leads() {
    for (from, link, expected) in [
        ("c/n.md", "[[Plan]]", "le lien mène à « Plan.md »"),
        ("c/n.md", "[[d/Plan]]", ""),
        ("c/n.md", "[[/Plan]]", ""),
        ("c/n.md", "[[Notes]]", "le lien mène à « c/Notes.md »"),
        ("n.md", "[[notes]]", "le lien mène à « c/Notes.md »"),
        ("n.md", "![[Notes]]", "le lien mène à « c/Notes.md »"),
        ("n.md", "[x](d/e/Notes)", ""),
    ] {
        let files = Memory::new(&[
            (from, link),
            ("Plan.md", "1"),
            ("c/Plan.md", "2"),
            ("c/d/Plan.md", "3"),
            ("c/Notes.md", "4"),
            ("d/e/Notes.md", "5"),
        ]);
        let run = compile(&files, from);
        let said = run.short.contains(": lien-ambigu: ");
        assert_eq!(said, !expected.is_empty(), "{link} in {from}:\n{}", run.short);
        assert!(
            run.short.contains(expected) && !run.short.contains("introuvable"),
            "{link} in {from}:\n{}",
            run.short
        );
    }
}

/// The text of a PDF, its spaces those of a keyboard.
fn spaced(bytes: &[u8]) -> String {
    let text = Pdf::new(bytes).logical_text().replace(['\u{202F}', '\u{A0}'], " ").replace('\u{200B}', "");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
