//! What the typesetter would refuse is repaired before it: every note here gives a PDF that conforms.

use crate::compile::{Memory, Run, check, compile};
use crate::pdf::{Pdf, assert_conforming};

/// Compiles a note, which has to give a conforming PDF.
fn built(name: &str, note: &str) -> (Run, Pdf) {
    let run = compile(&Memory::new(&[(name, note)]), name);
    let Some(pdf) = &run.pdf else { panic!("{note}:\n{}", run.short) };
    assert_conforming(&pdf.bytes, note);
    let pdf = Pdf::new(&pdf.bytes);
    (run, pdf)
}

/// The code of a section.
fn code(run: &Run, section: &str) -> String {
    let texts = &run.checked.as_ref().expect("a project").project.texts;
    texts[&format!("/notes/{section}.typ")].clone()
}

#[test]
fn a_struck_link_has_one_decoration() {
    for (text, call) in [
        ("~~[a](https://a.fr)~~", "souligne: false"),
        ("~~https://b.fr~~", "souligne: false"),
        ("[~~a~~](https://a.fr)", "barre("),
        ("~~[[#Un]]~~", "souligne: false"),
        ("<u>[[#Un]]</u>", "souligne: false"),
        ("~~a^[voir https://b.fr]~~", "souligne: false"),
        ("~~a[^1]~~\n\n[^1]: voir ~~ceci~~ et https://b.fr", "souligne: false"),
    ] {
        let (run, _) = built("n.md", &format!("# T\n\n{text}\n\n## Un\n\nx\n"));
        let code = code(&run, "contenu");
        assert!(code.contains(call), "{text}:\n{code}");
    }
    let (run, _) = built("n.md", "# T\n\n[a **b**](https://a.fr)\n");
    assert!(!code(&run, "contenu").contains("souligne: false"), "a plain link is underlined");
}

#[test]
fn footnotes_of_the_objective_and_the_questions_are_called() {
    for note in [
        "# T\n\n## Objectif\n\nBut[^1].\n\n## Contenu\n\nx[^1]\n\n[^1]: Renvoi.\n",
        "# T\n\n## Objectif\n\nBut[^1].\n\n[^1]: Renvoi.\n",
        "# T\n\n## Contenu\n\nx\n\n## Questions clés\n\n- Qui[^1] ?\n  - Moi[^1].\n- Quoi ?\n\n[^1]: Renvoi.\n",
    ] {
        let (run, pdf) = built("n.md", note);
        assert!(!run.short.contains("note-de-bas-de-page"), "{note}:\n{}", run.short);
        assert_eq!(pdf.text().matches("Renvoi.").count(), 1, "{note}");
    }
}

#[test]
fn a_title_without_glyphs_has_a_stand_in() {
    for (name, note, title) in [
        ("relever.md", "---\ntitle: 🎯\n---\n\nx\n", "Relever"),
        ("relever.md", "# 学校\n\nx\n", "Relever"),
        ("🎯.md", "x\n", "Fiche pratique"),
        ("🎯.md", "---\ntitle: \"\u{200B}\"\n---\n\nx\n", "Fiche pratique"),
    ] {
        let (_, pdf) = built(name, note);
        assert_eq!(pdf.info("Title").as_deref(), Some(title), "{name}: {note}");
    }
    for heading in ["## 学校", "## *学*校", "## [学校](https://a.fr)", "- ## 学校", "> [!note] 学校\n> x"]
    {
        let (run, _) = built("n.md", &format!("# T\n\n{heading}\n\nx\n"));
        assert!(code(&run, "contenu").contains('□'), "{heading}");
    }
    for heading in ["## 🎯", "## \u{200B}", "## \u{2060}\u{301}"] {
        built("n.md", &format!("# T\n\n{heading}\n\nx\n"));
    }
}

#[test]
fn long_lines_are_lowered_to_their_end() {
    let footnotes = |n: usize| {
        let calls: String = (0..n).map(|i| format!("[^n{i}]")).collect();
        let texts: String = (0..n).map(|i| format!("[^n{i}]: x\n\n")).collect();
        format!("# T\n\nx {calls} fin\n\n{texts}")
    };
    for (what, note) in [
        ("tags", format!("# T\n\nx {}fin\n", "#a ".repeat(80_000))),
        ("calls of a footnote", format!("# T\n\nx {} fin\n\n[^1]: x\n", "[^1]".repeat(80_000))),
        ("footnotes", footnotes(20_000)),
    ] {
        let run = check(&Memory::new(&[("n.md", &note)]), "n.md");
        let code: String = run.checked.expect("a project").project.texts.into_values().collect();
        assert!(code.contains("fin"), "{what}: the end of the line is lost");
    }
}

#[test]
fn a_footnote_of_a_heading_or_a_link_stands_in_brackets() {
    for text in ["## Seuil[^1]", "## Seuil^[Mesuré **hier**.]", "## ^[Mesuré **hier**.]a"] {
        let (run, pdf) = built("n.md", &format!("# T\n\n{text}\n\nx\n\n[^1]: Mesuré **hier**.\n"));
        let printed = pdf.text();
        assert!(printed.contains("(Mesuré hier.)"), "{text}:\n{printed}");
        assert!(!run.short.contains("deplacee"), "{text}:\n{}", run.short);
    }
    // Once: a long note called in many headings would fill the page.
    let (run, pdf) = built("n.md", "# T\n\n## Un[^1]\n\nx\n\n## Deux[^1]\n\nx[^1]\n\n[^1]: Mesuré.\n");
    assert_eq!(pdf.text().matches("Mesuré.").count(), 2, "{}", pdf.text());
    assert!(run.short.contains("n.md:7:8: note-de-bas-de-page-deplacee"), "{}", run.short);
    for title in ["# Relever^[en mars]", "# Relever[^1]"] {
        let (run, pdf) = built("n.md", &format!("{title}\n\nx\n\n[^1]: en mars\n"));
        assert_eq!(pdf.info("Title").as_deref(), Some("Relever (en mars)"));
        assert_eq!(run.short.contains("inutilisee"), title.contains("^["), "{}", run.short);
    }
}

#[test]
fn the_objective_keeps_its_list() {
    let note =
        "# T\n\n## Objectif\n\nSavoir :\n\n- un\n- deux\n\n### Pour qui\n\nTous.\n\n## Contenu\n\nTexte.\n";
    let (run, pdf) = built("n.md", note);
    let objective = code(&run, "objectif");
    for part in ["Savoir", "deux", "Pour qui", "Tous"] {
        assert!(objective.contains(part), "{part}:\n{objective}");
    }
    assert!(!code(&run, "contenu").contains("deux"));
    assert!(pdf.text().contains("Objectif"));
    // Under a lone line, the objective is the next block.
    let (run, _) = built("n.md", "# T\n\nObjectif\n\nSavoir.\n\nLa suite.\n\nÀ retenir\n\nx\n");
    assert!(code(&run, "contenu").contains("La suite"));
}

#[test]
fn a_sentence_opens_no_section() {
    for sentence in [
        "À retenir : le code expire dans 30 jours.",
        "**À retenir : le code expire**",
        "À retenir avant de partir le code de la porte.",
    ] {
        let note = format!("# T\n\n## Objectif\n\nBut.\n\n## Contenu\n\nUn.\n\n{sentence}\n\nDeux.\n");
        let (run, _) = built("n.md", &note);
        let content = code(&run, "contenu");
        assert!(content.contains("retenir") && content.contains("Deux"), "{sentence}:\n{content}");
    }
    // A heading ends what a lone line has opened.
    let (run, _) =
        built("n.md", "# T\n\n## Objectif\n\nBut.\n\n**À retenir**\n\nUn.\n\n### Suite\n\nDeux.\n");
    assert!(code(&run, "contenu").contains("Deux") && code(&run, "retenir").contains("Un"));
}

#[test]
fn titles_of_sections_keep_their_words() {
    let note =
        "# T\n\n## 2. Contenu 2026\n\nUn.\n\n## À retenir\n\nx\n\n## À retenir pour les parents\n\ny\n";
    let (_, pdf) = built("n.md", note);
    let text = pdf.text();
    for words in ["Contenu 2026", "À retenir pour les parents"] {
        assert!(text.contains(words), "{words}:\n{text}");
    }
}

#[test]
fn what_stands_in_the_margin_holds_in_it() {
    let front =
        "---\ntitle: T\ndate: 2026-09-01\nnumero: Annexe 12 bis\npublics: [Accompagnateurs-éducatifs]\n---\n";
    let table = "| a | b | c | d |\n|---|---|---|---|\n| 1 | 2 | 3 | 4 |\n";
    let (_, pdf) = built("n.md", &format!("{front}\n{table}\n## À retenir\n\n{table}"));
    let text = pdf.text();
    for part in ["1er\u{A0}septembre\n2026", "Annexe\n12 bis"] {
        assert!(text.contains(part), "{part}:\n{text}");
    }
}

#[test]
fn a_task_that_is_neither_open_nor_done_has_its_own_mark() {
    let (_, pdf) =
        built("n.md", "# T\n\n- [ ] a\n- [x] b\n- [-] c\n- [>] d\n- [/] e\n- [学] f\n\n1. [-] g\n2. [x] h\n");
    let text = pdf.text();
    for (mark, times) in [("☐", 1), ("☑", 2), ("[-]", 2), ("[>]", 1), ("[/]", 1), ("[□]", 1)] {
        assert_eq!(text.matches(mark).count(), times, "{mark}:\n{text}");
    }
}

#[test]
fn the_stand_in_of_an_image_names_the_file() {
    let (_, pdf) = built("n.md", "# T\n\n![[plan_du-site.png]]\n");
    assert!(pdf.text().contains("plan_du-site.png"), "{}", pdf.text());
}

#[test]
fn columns_of_short_texts_are_as_wide_as_their_text() {
    for (table, widths) in [
        ("| Élève | Responsable |\n|---|---|\n| Un | Mme Durand |\n", "auto, auto, "),
        (
            "| N° | Étape | Responsable de la vague |\n|---|---|---|\n| 1 | Vérifier les listes de la base | Moi |\n",
            "auto, 1fr, auto, ",
        ),
    ] {
        let (run, _) = built("n.md", &format!("# T\n\n{table}"));
        let code = code(&run, "contenu");
        assert!(code.contains(&format!("colonnes: ({widths})")), "{code}");
    }
}

#[test]
fn a_wide_table_stays_clear_of_the_margin_and_of_callouts() {
    let front = "---\ntitle: T\ndate: 2026-09-01\nnumero: 12\npublics: [familles]\nduree: 3 h\n---\n";
    let cell = "lundi prochain, à huit heures trente précises dans la salle";
    let table = format!(
        "| Élève | Responsable | Classe | Date |\n|---|---|---|---|\n{}",
        format!("| Un | Mme Durand | CP | {cell} |\n").repeat(5)
    );
    // Its cells hold on one line only where the table is as wide as the page.
    let lines = |note: &str| {
        let (_, pdf) = built("n.md", note);
        pdf.text().lines().filter(|line| line.contains("lundi") && line.contains("salle")).count()
    };
    assert_eq!(lines(&format!("{front}\n{table}")), 0);
    assert_eq!(lines(&format!("{front}\n{table}\nSuite.\n\n{table}")), 5);
    assert_eq!(lines(&format!("{front}\n{table}\n## À retenir\n\n{table}")), 0);
}

/// A title holds no stand-in: what a plugin would compute in it is left out, and said.
#[test]
fn what_a_plugin_would_compute_is_no_title() {
    for (note, title, places) in [
        ("# Réunion du <% tp.date.now() %>\n\nTexte.\n", "Réunion du", vec!["n.md:1:14: "]),
        ("# <% tp.file.title %>\n\nTexte.\n", "N", vec!["n.md:1:3: "]),
        ("---\r\ntitle: \"<% tp.file.title %>\"\r\n---\r\nTexte.\r\n", "N", vec!["n.md:2:8: "]),
        (
            "---\ntitle: Titre\n---\n## À retenir `= this.x` longtemps\n\nTexte.\n",
            "Titre",
            vec!["n.md:4:14: "],
        ),
    ] {
        let run = compile(&Memory::new(&[("n.md", note)]), "n.md");
        let text = Pdf::new(&run.pdf.unwrap_or_else(|| panic!("{}", run.short)).bytes).text();
        assert!(text.lines().any(|line| line == title), "{title}:\n{text}");
        assert!(!text.contains("<%") && !text.contains("this.x"), "{text}");
        for place in places {
            assert!(run.short.contains(&format!("{place}element-non-compose: ")), "{place}: {}", run.short);
        }
    }
}
