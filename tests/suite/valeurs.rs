//! Values of a project in the text of a note: `{{ totaux.eleves }}`.

use crate::compile::{Memory, check, compile, compile_edition, compile_project, disk, fixtures};
use crate::pdf::Pdf;

/// The demo vault with one more note, compiled by itself.
fn in_the_demo(body: &str) -> (String, String) {
    let root = fixtures("lisiere");
    let mut files = Memory::default();
    for path in [
        "dossier.yaml",
        "donnees/projet.yaml",
        "donnees/etablissements.yaml",
        "donnees/deploiement.yaml",
        "donnees/glossaire.yaml",
    ] {
        files = files.with(path, std::fs::read(root.join(path)).expect("a file of the demo"));
    }
    let note = format!("---\ntitle: Essai\ndate: 2026-03-02\n---\n\n{body}\n");
    let run = compile(&files.with("essai.md", note.into_bytes()), "essai.md");
    let pdf = run.pdf.unwrap_or_else(|| panic!("{}", run.short));
    (Pdf::new(&pdf.bytes).logical_text(), run.short)
}

#[test]
fn a_value_is_written_as_the_document_writes_it() {
    // The figures are those of the demo's LISEZMOI.md; the contract: 24 + 12 + 12 months from 2026-03-01.
    for (name, expected) in [
        ("totaux.eleves", "3\u{202F}079"),
        ("totaux.ecoles", "24"),
        ("vagues.v2.eleves", "1\u{202F}334"),
        ("vagues.v2.ouverture", "8\u{A0}novembre\u{A0}2027"),
        ("vagues.v2.ouverture | date_courte", "08/11/2027"),
        ("vagues.v2.phases.I.debut | mois", "janvier\u{A0}2027"),
        ("vagues.v2.ouverture | année", "2027"),
        ("vagues.v2.ouverture | brut", "2027-11-08"),
        ("vagues.v2.annee_scolaire", "2027-2028"),
        ("etablissements.e01.nom", "Les Alisiers"),
        ("etablissements.E02.type", "élémentaire"),
        ("etablissements.e01.infra.debit_mbps", "200"),
        ("etablissements.e01.infra.debit_mbps | 2 décimales", "200,00"),
        ("projet.nom", "Lisière"),
        ("projet.marche.fin", "28\u{A0}février\u{A0}2030"),
        ("projet.marche.fin | date courte", "28/02/2030"),
        ("dossier.version", "0.4"),
        ("dossier.statut", "Projet"),
        ("organisations.org-cc-rives.siret", "00000001800010"),
        ("sigles.TNI.forme", "tableau numérique interactif"),
        ("vagues.v1.etablissements", "Les Alisiers, Jean-Farge, Le Moulin-Neuf et Les Tilleuls"),
        ("vagues.v1.etablissements | brut", "e01, e02, e03 et e04"),
        ("etablissements.e18.travaux", "Raccordement à la fibre et bornes Wi-Fi"),
    ] {
        let (text, short) = in_the_demo(&format!("Valeur : [{{{{ {name} }}}}]."));
        assert!(text.contains(&format!("[{expected}].")), "{name}: {text}\n{short}");
        assert!(!short.contains("valeur-inconnue") && !short.contains("format-inconnu"), "{name}: {short}");
    }
}

#[test]
fn a_value_stands_in_any_text_but_code_and_addresses() {
    let body = "\
## Titre de {{ projet.nom }}

**Gras {{ projet.nom }}**, ==surligné {{ projet.nom }}==, [lien {{ projet.nom }}](https://a.example/{{x.y}}),
note^[En bas {{ projet.nom }}.], appel[^1], `code {{ projet.nom }}`, https://b.example/{{x.y}}

| Tête {{ projet.nom }} | Date |
| --- | --- |
| {{ projet.nom }} | le {{ vagues.v2.ouverture \\| date_courte }} |

> [!info] Encadré {{ projet.nom }}
> - Élément {{ projet.nom }}

[^1]: Texte {{ projet.nom }}.

```
bloc {{ projet.nom }}
```";
    let (text, short) = in_the_demo(body);
    for expected in [
        "Titre de Lisière",
        "Gras Lisière",
        "surligné Lisière",
        "lien Lisière",
        "En bas Lisière.",
        "Tête Lisière",
        "le 08/11/2027",
        "Encadré Lisière",
        "Élément Lisière",
        "Texte Lisière.",
        "code {{ projet.nom }}",
        "bloc {{ projet.nom }}",
        "https://b.example/{{x.y}}",
    ] {
        assert!(text.contains(expected), "{expected} is missing:\n{text}");
    }
    assert!(!short.contains("valeur-inconnue"), "{short}");
}

#[test]
fn a_value_stands_in_the_sentences_of_a_front_matter() {
    let manifest = "dossier: {titre: Essai, reference: E, langue: fr-FR, juridiction: FR, date: 2026-03-02, \
        statut: brouillon, version: '1'}\ndocuments: [ed-i-1]\n";
    let fiche = "---\ntitle: Aider {{ projet.nom }}\nobjectif: Aider {{ projet.nom }} et {{ projet.non }}.\n---\n\nTexte.\n";
    let note = "---\ndocument: ed-i-1\nsection: synthese\nchapo: Peu pour {{ projet.nom }}.\n---\n\nTexte.\n";
    let files = Memory::new(&[
        ("dossier.yaml", manifest),
        ("donnees/projet.yaml", "projet: {nom: Lisière}\n"),
        ("fiche.md", fiche),
        ("notes/n.md", note),
    ]);
    let run = compile(&files, "fiche.md");
    let text = Pdf::new(&run.pdf.expect("a PDF").bytes).logical_text();
    assert!(text.contains("Aider Lisière et {{ projet.non }}."), "{text}");
    assert!(run.short.contains("fiche.md:3:37: valeur-inconnue: "), "{}", run.short);
    let run = compile_project(&files);
    let (_, _, bytes) = run.documents.into_iter().next().unwrap_or_else(|| panic!("{}", run.short));
    assert!(Pdf::new(&bytes).logical_text().contains("Peu pour Lisière."), "{}", run.short);
    let alone = check(&Memory::new(&[("fiche.md", fiche)]), "fiche.md");
    let message = "fiche.md:2:14: valeur-inconnue: « projet.nom » est une valeur d’un projet";
    assert!(alone.short.contains(message), "{}", alone.short);
}

#[test]
fn a_value_is_text_and_never_a_mark() {
    let manifest = "dossier: {titre: Essai, reference: E, langue: fr-FR, juridiction: FR, date: 2026-03-02, \
        statut: brouillon, version: '1'}\nemetteurs: []\ndocuments: []\n";
    let hostile = "**g** [[x]] {{ projet.nom }} #panic() %%c%% == <b>";
    let files = Memory::new(&[
        ("dossier.yaml", manifest),
        ("donnees/projet.yaml", &format!("projet: {{nom: \"{hostile}\"}}\n")),
        ("n.md", "---\ntitle: Essai\n---\n\nAvant {{ projet.nom }} après."),
    ]);
    let run = compile(&files, "n.md");
    let text = Pdf::new(&run.pdf.expect("a PDF").bytes).logical_text();
    assert!(text.contains(&format!("Avant {hostile} après.")), "{text}");
}

#[test]
fn a_name_of_nothing_is_printed_and_reported_with_the_nearest_one() {
    for (name, message) in [
        ("totaux.eleve", "le projet n’a pas de valeur « totaux.eleve »"),
        ("vagues.v1", "« vagues.v1 » est un groupe de valeurs, et non une valeur"),
        ("etablissements.e01.travaux", "« etablissements.e01.travaux » n’a pas de valeur dans les données"),
        (
            "vagues.v1.etablissements | mois",
            "« vagues.v1.etablissements » ne peut pas s’écrire au format « mois »",
        ),
        ("organisations.org-dsden.neq", "« organisations.org-dsden.neq » n’a pas de valeur dans les données"),
        ("totaux.eleves | mois", "« totaux.eleves » ne peut pas s’écrire au format « mois »"),
    ] {
        let (text, short) = in_the_demo(&format!("Valeur : {{{{ {name} }}}}."));
        assert!(short.contains("essai.md:6:10: ") && short.contains(message), "{name}: {short}");
        assert!(
            text.replace('\u{A0}', " ").contains(&format!("Valeur inconnue : {{{{ {name} }}}}")),
            "{name}: {text}"
        );
    }
}

#[test]
fn a_note_of_no_project_says_so() {
    let run = check(&Memory::new(&[("n.md", "Il y a {{ totaux.eleves }} élèves, le {{date}}.")]), "n.md");
    assert!(
        run.short.contains("n.md:1:8: valeur-inconnue: « totaux.eleves » est une valeur d’un projet"),
        "{}",
        run.short
    );
    assert!(!run.errors);
    let broken = Memory::new(&[("n.md", "{{ totaux.eleves }}"), ("dossier.yaml", "dossier: [")]);
    let run = check(&broken, "n.md");
    assert!(
        run.short.contains("n.md:1:1: valeur-inconnue: « totaux.eleves » est une valeur du projet, dont"),
        "{}",
        run.short
    );
}

#[test]
fn a_name_of_nothing_stops_a_final_dossier() {
    let folder = fixtures("invalid/valeur-inconnue");
    assert!(!compile_project(&disk(&folder)).errors);
    let mut files = Memory::default();
    for path in [
        "dossier.yaml",
        "donnees/projet.yaml",
        "donnees/etablissements.yaml",
        "donnees/deploiement.yaml",
        "donnees/contexte.yaml",
        "notes/objet.md",
    ] {
        let text = std::fs::read_to_string(folder.join(path)).expect("a file of the fixture");
        files = files.with(path, text.replace("statut: brouillon", "statut: definitif").into_bytes());
    }
    let run = compile_project(&files);
    assert!(run.errors && run.short.contains("valeur-inconnue"), "{}", run.short);
}

#[test]
fn a_value_that_an_edition_leaves_out_is_not_in_it() {
    let files = Memory::new(&[
        (
            "dossier.yaml",
            "dossier: {titre: Essai, reference: E, langue: fr-FR, juridiction: FR, date: 2026-03-02, \
            statut: brouillon, version: '1'}\ndocuments: [ed-i-1]\n",
        ),
        ("donnees/materiel.yaml", "materiel: {donnees: {dpd: {fonction: Déléguée, nom: Zélie Untel}}}\n"),
        (
            "notes/n.md",
            "---\ndocument: ed-i-1\nsection: objet-et-perimetre\n---\nNom : {{ materiel.donnees.dpd.nom }}.\n",
        ),
    ]);
    for (edition, printed) in [("interne", true), ("publique", false)] {
        let run = compile_edition(&files, edition);
        let (_, _, bytes) = run.documents.into_iter().next().unwrap_or_else(|| panic!("{}", run.short));
        assert_eq!(Pdf::new(&bytes).text().contains("Zélie Untel"), printed, "{edition}");
        let message = "notes/n.md:5:7: valeur-inconnue: « materiel.donnees.dpd.nom » n’est pas montré par cette édition";
        assert_eq!(run.short.contains(message), !printed, "{}", run.short);
    }
}
