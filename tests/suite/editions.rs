//! What a project shows to whom, and what its status and its waivers change.

use crate::compile::{Memory, compile_edition, compile_project};
use crate::pdf::Pdf;

/// A manifest with that status, asking for ED I-1, and more lines.
fn manifest(statut: &str, more: &str) -> String {
    format!(
        "dossier:\n  titre: Essai\n  reference: ESS\n  langue: fr-FR\n  juridiction: FR\n  date: 2026-03-02\n  statut: {statut}\n  version: \"0.1\"\ndocuments: [ed-i-1]\n{more}"
    )
}

const NOTES: [(&str, &str); 2] = [
    ("notes/a.md", "---\ndocument: ed-i-1\nsection: objet-et-perimetre\n---\nPour tous.\n"),
    (
        "notes/b.md",
        "---\ndocument: ed-i-1\nsection: consequences\npublics: [interne, consultation]\n---\nEntre nous.\n",
    ),
];

#[test]
fn an_edition_prints_the_notes_of_its_readers() {
    let manifest = manifest("brouillon", "");
    let files = Memory::new(&[("dossier.yaml", &manifest), NOTES[0], NOTES[1]]);
    for (edition, inner, register) in
        [("interne", true, true), ("consultation", true, false), ("publique", false, false)]
    {
        let run = compile_edition(&files, edition);
        let (_, _, bytes) = run.documents.into_iter().next().unwrap_or_else(|| panic!("{}", run.short));
        let text = Pdf::new(&bytes).text();
        assert!(text.contains("Pour tous."), "{edition}: {text}");
        assert_eq!(text.contains("Entre nous."), inner, "{edition}: {text}");
        assert_eq!(text.contains("Registre des contrôles"), register, "{edition}: {text}");
        assert_eq!(text.contains("Traçabilité"), register, "{edition}: {text}");
    }
}

#[test]
fn a_waiver_sets_aside_what_is_about_its_object() {
    let contexte = "contexte:\n  besoins:\n    - {id: b1, nature: technique, enonce: Un accès sûr}\n    - {id: b2, nature: humain, enonce: Une aide proche}\n";
    let waiver = "derogations:\n  - {regle: R11, objet: B1, motif: Traité par le département.}\n";
    for (more, reported) in [("", vec!["b1", "b2"]), (waiver, vec!["b2"])] {
        let manifest = manifest("brouillon", more);
        let run = compile_project(&Memory::new(&[
            ("dossier.yaml", &manifest),
            ("donnees/contexte.yaml", contexte),
        ]));
        let found: Vec<&str> = ["b1", "b2"]
            .into_iter()
            .filter(|id| run.short.contains(&format!("rien ne traite « {id} »")))
            .collect();
        assert_eq!(found, reported, "{}", run.short);
        assert!(!run.short.contains("derogation-sans-effet"), "{}", run.short);
    }
}

#[test]
fn a_final_dossier_refuses_what_only_a_person_can_mend() {
    let visas = "visas:\n  - {role: approbateur, nom: Ada, date: 2026-03-01}\n";
    let contexte =
        "contexte: {cadre: institutionnel, modalites: [hybride], type_organisation: ecole, enquetes: []}\n";
    // Every section says that it has nothing to say; one of them all the same has a broken link.
    let notes: Vec<(String, String)> = dossier::sections()
        .filter(|(code, ..)| *code == "ed-i-1")
        .map(|(code, slug, _)| {
            (format!("notes/{slug}.md"), format!("---\ndocument: {code}\nsection: {slug}\nneant: oui\n---\n"))
        })
        .collect();
    let link = "---\ndocument: ed-i-1\nsection: consequences\n---\nVoir [[Absente]].\n";
    for (statut, comes_out) in [("valide", true), ("definitif", false)] {
        let manifest = manifest(statut, visas);
        let mut files = Memory::new(&[("dossier.yaml", &manifest), ("donnees/contexte.yaml", contexte)]);
        for (path, text) in &notes {
            files = files.with(path, text.clone().into_bytes());
        }
        let run = compile_project(&files.with("notes/lien.md", link.as_bytes().to_vec()));
        assert!(run.short.contains("notes/lien.md:5:6: lien-introuvable"), "{}", run.short);
        assert_eq!(!run.documents.is_empty(), comes_out, "{statut}:\n{}", run.short);
        assert_eq!(run.errors, !comes_out, "{statut}:\n{}", run.short);
    }
}
