//! Embeds: what they bring, where they would never end, how much they may grow.

use crate::compile::{Memory, check, compile, compile_project};
use crate::pdf::{Pdf, assert_conforming};

#[test]
fn a_cycle_is_named_with_every_step() {
    for (files, expected) in [
        (
            &[("n.md", "Texte.\n\n![[n]]")][..],
            "n.md:3:1: inclusion-en-boucle: l’inclusion revient à son point de départ : n.md:3 → n.md:3\n",
        ),
        (
            &[("n.md", "![[a/B#^x]]"), ("a/B.md", "# B\n\n> ![[C]]\n\n^x"), ("C.md", "\n![[n|n]]")],
            "n.md:1:1: inclusion-en-boucle: l’inclusion revient à son point de départ : n.md:1 → a/B.md:3 → C.md:2 → n.md:1\n",
        ),
        (
            &[("n.md", "## A\n\nTexte.\n\n![[#A]]")],
            "n.md:5:1: inclusion-en-boucle: l’inclusion revient à son point de départ : n.md:5 → n.md:5\n",
        ),
        // The note itself is no part of the loop: it starts where the loop does.
        (
            &[("n.md", "![[B]]"), ("B.md", "![[C]]"), ("C.md", "![[B]]")],
            "B.md:1:1: inclusion-en-boucle: l’inclusion revient à son point de départ : B.md:1 → C.md:1 → B.md:1\n",
        ),
        (
            &[("n.md", "Texte[^1].\n\n[^1]: ![[n]]")],
            "n.md:3:7: inclusion-en-boucle: l’inclusion revient à son point de départ : n.md:3 → n.md:3\n",
        ),
    ] {
        let run = check(&Memory::new(files), "n.md");
        assert!(run.short.contains(expected), "{files:?}:\n{}", run.short);
        assert!(run.checked.is_none());
    }
}

#[test]
fn a_part_may_embed_another_part_of_its_own_note() {
    let note = "## A\n\n![[#B]]\n\n## B\n\nLe mot ^x\n\n## C\n\n![[#^x]]";
    let run = compile(&Memory::new(&[("n.md", note)]), "n.md");
    let text = text(&run.pdf.expect("a PDF").bytes);
    assert_eq!(text.matches("Le mot").count(), 3, "{text}");
}

#[test]
fn embeds_have_a_limit_of_depth_number_and_text() {
    // Sixteen embeds in each other are admitted, seventeen are not.
    let chain = |last: usize| {
        let note = |i: usize| {
            (format!("n{i}.md"), if i < last { format!("![[n{}]]", i + 1) } else { "Fin.".to_owned() })
        };
        (0..=last).map(note).collect::<Vec<_>>()
    };
    // Ten embeds of ten embeds, eight times over: a hundred million.
    let fan = |levels: usize| {
        let note = |i: usize| {
            (
                format!("n{i}.md"),
                if i < levels { format!("![[n{}]]\n\n", i + 1).repeat(10) } else { "Fin.".to_owned() },
            )
        };
        (0..=levels).map(note).collect::<Vec<_>>()
    };
    // Four thousand bytes, ten thousand times: forty million, over 32 MiB.
    let long = |times: usize| {
        vec![("n0.md".to_owned(), "![[n1]]\n\n".repeat(times)), ("n1.md".to_owned(), "mot ".repeat(1000))]
    };
    for (files, expected) in [
        (chain(16), ""),
        (chain(17), "n0.md:1:1: inclusion-demesuree: les inclusions s’emboîtent sur plus de 16 niveaux\n"),
        (fan(8), "n0.md:1:1: inclusion-demesuree: les notes du dossier comptent plus de 10000 inclusions"),
        (long(9_000), "inclusion-demesuree: les inclusions ajoutent plus de 32 Mio de texte\n"),
    ] {
        let mut vault = Memory::default();
        for (path, text) in &files {
            vault = vault.with(path, text.clone().into_bytes());
        }
        let run = check(&vault, "n0.md");
        assert!(run.short.contains(expected), "{}", run.short);
        assert_eq!(run.checked.is_none(), !expected.is_empty(), "{}", run.short);
    }
}

#[test]
fn deep_notes_embedded_deep_fit_the_stack() {
    let mut vault = Memory::default();
    for i in 0..=16 {
        let quote = "> ".repeat(23);
        let text = if i < 16 { format!("{quote}![[n{}]]", i + 1) } else { "Le fond.".to_owned() };
        vault = vault.with(&format!("n{i}.md"), text.into_bytes());
    }
    let run = compile(&vault, "n0.md");
    let text = text(&run.pdf.unwrap_or_else(|| panic!("{}", run.short)).bytes);
    assert!(text.contains("Le fond."), "{text}");
}

#[test]
fn the_same_note_twice_keeps_its_footnotes_apart() {
    let vault = Memory::new(&[
        ("n.md", "Un[^1].\n\n![[B]]\n\n![[B]]\n\n[^1]: De la fiche."),
        ("B.md", "Deux[^1] et encore[^1], vers [[#^fin]].\n\nLa fin. ^fin\n\n[^1]: De la note."),
    ]);
    let run = compile(&vault, "n.md");
    let pdf = run.pdf.unwrap_or_else(|| panic!("{}", run.short));
    assert_conforming(&pdf.bytes, "twice");
    let text = text(&pdf.bytes);
    assert_eq!((text.matches("De la fiche.").count(), text.matches("De la note.").count()), (1, 2), "{text}");
    let code = run.checked.expect("a project").project.texts["/notes/contenu.typ"].clone();
    // Each copy links to its own end.
    for copy in ["-1\"", "-2\""] {
        let marks = code.lines().filter(|line| line.contains("repere(") && line.contains(copy)).count();
        let links = code.lines().filter(|line| line.contains("lien-interne(") && line.contains(copy)).count();
        assert_eq!((marks, links), (1, 1), "{copy}:\n{code}");
    }
}

#[test]
fn names_with_accents_are_found_however_they_are_written() {
    let vault = Memory::new(&[
        ("n.md", "![[Re\u{301}seau]]\n\n![[R\u{e9}ception#E\u{301}tape]]"),
        ("a/R\u{e9}seau.md", "Le réseau."),
        ("b/Re\u{301}ception.md", "## \u{c9}tape\n\nLa réception."),
    ]);
    let text = text(&compile(&vault, "n.md").pdf.expect("a PDF").bytes);
    assert!(text.contains("Le réseau.") && text.contains("La réception."), "{text}");
}

#[test]
fn what_is_wrong_in_an_embedded_note_is_said_of_it() {
    let vault = Memory::new(&[
        ("n.md", "![[B#Un]]"),
        ("B.md", "## Un\n\nVers [[Rien]] et \u{1F3AF}.\n\n## Deux\n\nVers [[Nulle part]]."),
    ]);
    let run = compile(&vault, "n.md");
    assert!(run.short.contains("B.md:3:6: lien-introuvable: aucune note nommée « Rien »"), "{}", run.short);
    assert!(run.short.contains("B.md:3:18: glyphe-absent: "), "{}", run.short);
    assert!(!run.short.contains("Nulle part"), "{}", run.short);
}

#[test]
fn a_note_that_cannot_be_read_stops_what_embeds_it() {
    let vault = Memory::new(&[("n.md", "![[B]]")]).with("B.md", b"caf\xe9".to_vec());
    let run = compile(&vault, "n.md");
    assert!(run.short.contains("B.md:1:4: encodage: ") && run.pdf.is_none(), "{}", run.short);
    // A link to it alone does not.
    let vault = Memory::new(&[("n.md", "[[B#Titre]]")]).with("B.md", b"caf\xe9".to_vec());
    assert!(compile(&vault, "n.md").pdf.is_some());
}

#[test]
fn a_path_out_of_the_vault_is_refused() {
    for path in ["../../etc/passwd", "/etc/passwd", "..\\x", "C:\\x", "file:///etc/passwd"] {
        let run = check(&Memory::new(&[("n.md", &format!("![[{path}]]"))]), "n.md");
        assert!(
            run.short.contains("n.md:1:1: hors-du-coffre: ") && run.checked.is_none(),
            "{path}: {}",
            run.short
        );
    }
    // From the root of the vault, as Obsidian's « absolute path in vault ».
    let run = check(&Memory::new(&[("a/n.md", "![[/b/B]]"), ("b/B.md", "Oui.")]), "a/n.md");
    assert!(run.checked.is_some(), "{}", run.short);
    let drawing = r#"<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>"#;
    for image in ["![[/b/plan.svg|Plan]]", "![Plan](/b/plan.svg)"] {
        let run = check(&Memory::new(&[("a/n.md", image), ("b/plan.svg", drawing)]), "a/n.md");
        assert!(run.checked.is_some() && !run.short.contains("hors-du-coffre"), "{}", run.short);
    }
}

/// The text of a PDF, its spaces those of a keyboard.
fn text(bytes: &[u8]) -> String {
    Pdf::new(bytes).text().replace(['\u{202F}', '\u{A0}'], " ")
}

#[test]
fn what_is_embedded_has_its_values_and_its_comments() {
    let files = [
        ("dossier.yaml", crate::links::MANIFEST),
        ("notes/a.md", "---\ndocument: ed-i-1\nsection: synthese\n---\n![[c#Un]]\n"),
        (
            "notes/c.md",
            "# Un\n\nÉtat : {{ dossier.reference }}, {{ dossier.rien }}.%% à revoir %%\n\n# Deux\n\n{{ dossier.nul }}\n",
        ),
    ];
    let run = compile_project(&Memory::new(&files));
    let (_, _, bytes) = run.documents.into_iter().next().unwrap_or_else(|| panic!("{}", run.short));
    let printed = text(&bytes);
    assert!(printed.contains("État : ESS, "), "{printed}");
    assert!(run.short.contains("notes/c.md:3:33: ") && !run.short.contains("dossier.nul"), "{}", run.short);
    assert!(!printed.contains("à revoir"), "{printed}");
}

#[test]
fn a_note_that_starts_with_a_caption_is_the_end_of_a_link() {
    let run = compile_project(&Memory::new(&[
        ("dossier.yaml", crate::links::MANIFEST),
        ("notes/a.md", "---\ndocument: ed-i-1\nsection: synthese\n---\nVoir [[c]] et [[d]].\n\n![[d]]\n"),
        (
            "notes/c.md",
            "---\ndocument: ed-i-1\nsection: consequences\n---\nTableau : Durées\n\n| a | b |\n|---|---|\n| 1 | 2 |\n",
        ),
        ("notes/d.md", "| a | b |\n|---|---|\n| 1 | 2 |\n\nTableau : Durées\n"),
    ]));
    let (_, _, bytes) = run.documents.into_iter().next().unwrap_or_else(|| panic!("{}", run.short));
    assert_conforming(&bytes, "captions");
    assert_eq!(Pdf::new(&bytes).links().len(), 0, "no address");
}
