//! Each rule, with a vault that breaks it and one, as near to it as can be, that does not.

use crate::compile::{Memory, check_project, fixtures};

/// A small vault that breaks no rule; a case changes one thing of it.
fn sound() -> Memory {
    let vault = Memory::folder(&fixtures("invalid/accent-illisible"));
    let manifest = vault.text("dossier.yaml").replace("theme:\n  accent: \"#F0C000\"\n", "");
    vault.with("dossier.yaml", manifest.into_bytes())
}

const EMETTEURS: &str = "emetteurs: [org-porteur]";
const MANIFEST: &str = "dossier.yaml";
const CONTEXTE: &str = "donnees/contexte.yaml";
const ECOLES: &str = "donnees/etablissements.yaml";
const VAGUES: &str = "donnees/deploiement.yaml";
const PROJET: &str = "donnees/projet.yaml";

/// The rule, the file, what is replaced in it, by what, the code and place of the finding or nothing.
type Case = (&'static str, &'static str, &'static str, &'static str, Option<&'static str>);

const CASES: &[Case] = &[
    ("R01", VAGUES, "id: v1", "id: Vague 1", Some("2:9: identifiant-invalide")),
    ("R01", MANIFEST, "[org-porteur]", "[org-porteurs]", Some("10:13: reference-morte")),
    ("R01", MANIFEST, "[org-porteur]", "[]", None),
    ("R02", ECOLES, "nom: Les", "noms: X\n    nom: Les", Some("3:5: cle-inconnue")),
    ("R02", ECOLES, "type: primaire", "type: collège", Some("5:11: mot-inconnu")),
    ("R02", ECOLES, "type: primaire", "type: PRIMAIRÉ", None),
    ("R02", CONTEXTE, "[presentiel]", "[\"Présentiel\", HYBRIDE, à distance]", Some("3:38: mot-inconnu")),
    ("R02", CONTEXTE, "[presentiel]", "[\"Présentiel\", HYBRIDE, Distance]", None),
    ("R02", CONTEXTE, "collectivite", "Organisme communautaire", None),
    ("R02", MANIFEST, "statut: brouillon", "statut: Brouillon", None),
    ("R02", MANIFEST, "juridiction: FR", "juridiction: fr", None),
    ("R07", CONTEXTE, "  cadre: [institutionnel]\n", "", Some("2:3: cadre-absent")),
    ("R07", CONTEXTE, "[institutionnel]", "individuel", None),
    ("R08", CONTEXTE, "  type_organisation: collectivite\n", "", Some("2:3: type-d-organisation-absent")),
    ("R08", CONTEXTE, "collectivite", "autre", None),
    ("R09", ECOLES, "postes: 20, ", "", Some("2:9: infrastructure-incomplete")),
    ("R09", ECOLES, "postes: 20, ", "tablettes: 0, ", None),
    // Twelve months to the day are too many, one day less is not.
    ("R09", ECOLES, "2026-01-13", "2025-03-02", Some("7:55: mesure-ancienne")),
    ("R09", ECOLES, "2026-01-13", "2025-03-03", None),
    ("R10", CONTEXTE, "groupe: enseignants", "groupe: parents", Some("2:3: enquete-sans-groupe")),
    // 11 of 40 are 27.5 %; 12 of 40 are the 30 % of the threshold.
    (
        "R10",
        CONTEXTE,
        "groupe: apprenants, sollicites: 40, repondants: 30",
        "groupe: apprenants, sollicites: 40, repondants: 11",
        Some("8:80: enquete-peu-suivie"),
    ),
    (
        "R10",
        CONTEXTE,
        "groupe: apprenants, sollicites: 40, repondants: 30",
        "groupe: apprenants, sollicites: 40, repondants: 12",
        None,
    ),
    (
        "R11",
        CONTEXTE,
        "  enquetes:",
        "  besoins: [{id: b1, nature: technique, enonce: Un accès}]\n  enquetes:",
        Some("5:18: besoin-sans-reponse"),
    ),
    (
        "R11",
        CONTEXTE,
        "  enquetes:",
        "  besoins: [{id: b1, nature: technique, enonce: Un accès, traite_par: ed-i-6}]\n  enquetes:",
        None,
    ),
    (
        "R12",
        CONTEXTE,
        "  enquetes:",
        "  ressources_existantes: [{id: r1, nom: Médiathèque, mobilisable: oui}]\n  enquetes:",
        Some("5:32: ressource-non-reprise"),
    ),
    (
        "R12",
        CONTEXTE,
        "  enquetes:",
        "  ressources_existantes: [{id: r1, nom: Médiathèque, mobilisable: oui, motif: Fermée}]\n  enquetes:",
        None,
    ),
    (
        "R12",
        CONTEXTE,
        "  enquetes:",
        "  ressources_existantes: [{id: r1, nom: Médiathèque, mobilisable: non}]\n  enquetes:",
        None,
    ),
    ("R93", ECOLES, "    nom:", "    uai: 9990001A\n    nom:", Some("3:10: uai-invalide")),
    ("R93", ECOLES, "    nom:", "    uai: 9990001X\n    nom:", None),
    ("R93", PROJET, "    type:", "    siret: \"73282932000075\"\n    type:", Some("6:12: siret-invalide")),
    ("R93", PROJET, "    type:", "    siret: 732 829 320 00074\n    type:", None),
    (
        "R94",
        MANIFEST,
        EMETTEURS,
        "emetteurs: []\nnommage: \"{code}{ref}-{nom}\"",
        Some("11:10: nommage-invalide"),
    ),
    ("R94", MANIFEST, EMETTEURS, "emetteurs: []\nnommage: \"{code}{ref}-{version}.pdf\"", None),
    ("R95", MANIFEST, "statut: brouillon", "statut: définitif", Some("8:11: approbation-absente")),
    ("R95", MANIFEST, "statut: brouillon", "statut: valide", None),
    (
        "R95",
        MANIFEST,
        EMETTEURS,
        "historique:\n  - {version: \"0.10\", date: 2026-01-01}\n  - {version: \"0.1\", date: 2026-02-01}",
        Some("12:15: version-incoherente"),
    ),
    (
        "R95",
        MANIFEST,
        EMETTEURS,
        "historique:\n  - {version: \"0.0.9\", date: 2026-01-01}\n  - {version: \"0.1\", date: 2026-02-01}",
        None,
    ),
];

#[test]
fn each_rule_finds_what_breaks_it_and_nothing_else() {
    let run = check_project(&sound());
    assert_eq!(run.short, "", "the sound vault");
    for (rule, file, old, new, expected) in CASES {
        let vault = sound();
        let text = vault.text(file);
        assert_eq!(text.matches(old).count(), 1, "{rule}: « {old} » stands once in {file}");
        let run = check_project(&vault.with(file, text.replace(old, new).into_bytes()));
        match expected {
            Some(expected) => {
                assert!(
                    run.short.starts_with(&format!("{file}:{expected}: ")),
                    "{rule} {new:?}:\n{}",
                    run.short
                );
                assert_eq!(
                    run.short.lines().count(),
                    1,
                    "{rule} {new:?}: one mistake, one message\n{}",
                    run.short
                );
            }
            None => assert_eq!(run.short, "", "{rule} {new:?}"),
        }
    }
}

/// A mistake of `fixtures/invalid`, and the change of one file after which nothing is found: the folder,
/// the file, what is replaced, by what.
type Mended = (&'static str, &'static str, &'static str, &'static str);

const MENDED: &[Mended] = &[
    // R13
    (
        "modele-de-diffusion-absent",
        ORIENTATIONS,
        "orientations:\n",
        "orientations:\n  modele_diffusion: décentralisé\n",
    ),
    ("modele-mixte-incomplet", ORIENTATIONS, "mixte", "centralise"),
    // R14
    ("plateforme-sans-outil", ORIENTATIONS, "retenue: oui", "retenue: non"),
    ("plateforme-sans-outil", "donnees/diffusion.yaml", "guichet", "preau"),
    ("outil-non-retenu", ORIENTATIONS, "retenue: non", "retenue: oui"),
    // A help desk is there; one does not choose it among platforms.
    ("outil-non-retenu", "donnees/diffusion.yaml", "lms_ent", "assistance"),
    // R15
    ("poids-incorrects", ORIENTATIONS, "poids: 50", "poids: 60"),
    ("poids-incorrects", ORIENTATIONS, "poids: 50", "poids: \"60,00\""),
    ("note-de-grille-absente", ORIENTATIONS, "notes: {acces", "notes: {cout: 0, acces"),
    ("note-hors-echelle", ORIENTATIONS, "cout: 7", "cout: 5"),
    (
        "choix-sans-justification",
        ORIENTATIONS,
        "{cout: 3, acces: 4}",
        "{cout: 3, acces: 4}, justification: Gratuit",
    ),
    // As good as the first: no reason is asked for.
    ("choix-sans-justification", ORIENTATIONS, "{cout: 3, acces: 4}", "{cout: 5, acces: 5}"),
    // R16, R17
    (
        "dimension-sans-evaluation",
        ORIENTATIONS,
        "engagement, indicateur: Publications",
        "efficacite, indicateur: Publications",
    ),
    (
        "apprenants-sans-evaluation",
        ORIENTATIONS,
        "  eval_ena:",
        "  eval_apprenants: [{type: formative}]\n  eval_ena:",
    ),
    ("phase-sans-evaluation", ORIENTATIONS, "indicateur: Avis", "indicateur: Avis, instrument: Sondage"),
    ("usages-non-mesures", ORIENTATIONS, "phase: III", "phase: III, usages: oui"),
    // R18: 23 / 2 = 11.5 is over 10, and the same over 11 groups of 2.09 would be under 6; 23 / 3 = 7.67 is neither.
    ("groupe-hors-bornes", ORIENTATIONS, "nombre: 2", "nombre: 3"),
    ("groupes-incomplets", ORIENTATIONS, "effectif: 196", "effectif: 214"),
    ("groupes-incomplets", ORIENTATIONS, ", effectif: 196", ""),
    // R19
    ("horaires-absents", ORIENTATIONS, "public: Parents", "public: Parents, horaires_formation: Le soir"),
    ("horaires-absents", ORIENTATIONS, "public: Parents", "public: Parents, synchrone: non"),
    ("horaires-absents", ORIENTATIONS, "en_presence", "en_ligne"),
    // R21
    ("acteur-incomplet", ACTEURS, "type: technicien", "type: technicien, taches: Installer"),
    // R30
    ("raci-approbation", ACTEURS, "[chef, dsi]", "[chef]"),
    ("raci-sans-realisation", ACTEURS, "a: [chef]", "r: [chef], a: [chef]"),
    (
        "raci-approbation-concentree",
        ACTEURS,
        "Activité 2, r: [dsi], a: [chef]}",
        "Activité 2, r: [dsi], a: [chef]}\n    - {libelle: Activité 4, r: [dsi], a: [dsi]}",
    ),
    ("raci-consultes-nombreux", ACTEURS, "c: [a1, ", "i: [a1], c: ["),
    // R02: as many answers as people asked, a survey of one day.
    ("valeur-hors-bornes", CONTEXTE, "repondants: 14", "repondants: 4"),
    ("dates-inversees", CONTEXTE, "fin: 2026-01-12", "fin: 2026-01-30"),
    // R20, R22, R23, R24
    ("acteur-sans-fiche", DIFFUSION, "de: referent", "de: dsi"),
    ("flux-sur-soi", DIFFUSION, "vers: dsi", "vers: enseignant"),
    ("flux-sans-service", DIFFUSION, "service: aides", "service: aide"),
    ("flux-sans-outil", DIFFUSION, "outil: telephone", "outil: guichet"),
    (
        "service-sans-flux",
        DIFFUSION,
        "guichet}\n",
        "guichet}\n    - {de: dsi, vers: enseignant, service: visite}\n",
    ),
    ("acteur-isole", ACTEURS, "    type: tuteur\n", "    type: tuteur\n    membres: [enseignant]\n"),
    (
        "outil-isole",
        DIFFUSION,
        "guichet}\n",
        "guichet}\n    - {de: dsi, vers: enseignant, service: aide, outil: forum}\n",
    ),
    // R25: 48 × 50 / 60 = 40 h of 40.
    ("charge-excessive", DIFFUSION, "volume_mensuel: 60", "volume_mensuel: 48"),
    ("fournisseur-unique", DIFFUSION, ", critique: oui", ""),
    (
        "point-de-passage",
        DIFFUSION,
        "vers: referent, service: aide}\n",
        "vers: referent, service: aide}\n    - {de: dsi, vers: referent, service: aide}\n",
    ),
    // R26 to R29
    ("usager-sans-soutien", DIFFUSION, "nature: information", "nature: tutorat"),
    ("sans-moyen-commun", ACTEURS, "[messagerie]", "[messagerie, telephone]"),
    ("ressource-sans-usage", ACTEURS, "{produit: [guide]}", "{produit: [guide], utilise: [guide]}"),
    ("ressource-sans-origine", ACTEURS, "Guide de démarrage", "Guide de démarrage, acquise: oui"),
    (
        "flux-critique-sans-scenario",
        DIFFUSION,
        "  flux:\n",
        "  scenarios: [{titre: Un appel, service: aide}]\n  flux:\n",
    ),
    // R31 to R35: the day before the wave opens.
    ("competence-non-couverte", PEDAGOGIE, "competences: []", "competences: [comp-ecrire]"),
    ("inscription-absente", PEDAGOGIE, "public: aides", "public: eleves"),
    ("inscription-incomplete", PEDAGOGIE, "Import,", "Import, source_donnees: Base,"),
    ("inscription-tardive", PEDAGOGIE, "2026-11-20", "2026-11-08"),
    ("apprenants-hors-groupe", PEDAGOGIE, "effectif: 200", "effectif: 214"),
    ("groupe-sans-facilitateur", PEDAGOGIE, "214}", "214, facilitateurs: [formatrice]}"),
    ("facilitateur-non-forme", FORMATION, "vague: v1", "vague: v1, date: 2026-11-08"),
    ("facilitateur-forme-tard", FORMATION, "2026-11-18", "2026-11-08"),
    ("evaluation-incomplete", PEDAGOGIE, "lignes]", "lignes], outil: Grille, retroaction: Échange"),
    // R36 to R41
    (
        "domaine-sans-exigence",
        MATERIEL,
        "  soutien:\n",
        "    - {domaine: securite, exigence: E, responsable: formatrice, echeance: 2026-10-09, ressources: [R]}\n  soutien:\n",
    ),
    ("exigence-incomplete", MATERIEL, "mois,", "mois, responsable: formatrice, echeance: 2026-10-09,"),
    ("echeance-tardive", MATERIEL, "2026-11-16", "2026-11-08"),
    ("echeance-tardive", MATERIEL, "requise_ouverture: oui", "requise_ouverture: non"),
    ("public-sans-soutien", MATERIEL, "[eleves]", "[eleves], horaires: Le matin, delai: Un jour"),
    ("disponibilite-impossible", MATERIEL, "disponibilite: 995", "disponibilite: 100"),
    ("indicateur-incomplet", MATERIEL, "source: Rapport,", "source: Rapport, action_corrective: Analyse,"),
    ("diffusion-incomplete", MATERIEL, "piece: Plaquette,", "piece: Plaquette, canal: En classe,"),
    (
        "donnees-personnelles-incompletes",
        MATERIEL,
        "  donnees:\n",
        "  donnees:\n    dpd: {fonction: Délégué}\n",
    ),
    ("efvp-absente", MATERIEL, "{statut: a_faire}", "{statut: faite}"),
    ("efvp-tardive", MATERIEL, "2026-06-15", "2026-02-28"),
    // R58: the schools of a wave that names none are not written yet.
    ("ecole-dans-deux-vagues", VAGUES, "etablissements: [e02]", "etablissements: []"),
    ("ecole-sans-vague", VAGUES, "[e01]", "[e01, e02]"),
    ("ecole-sans-vague", VAGUES, "[e01]", "[]"),
    // R59: the day after the phase before ends. R60.
    ("phases-en-desordre", VAGUES, "II: {debut: 2026-06-01", "II: {debut: 2026-07-01"),
    ("rang-en-double", VAGUES, "  - id: v2\n    rang: 1", "  - id: v2\n    rang: 2"),
    ("annee-scolaire-incoherente", VAGUES, "2027-2028", "2026-2027"),
];

const DIFFUSION: &str = "donnees/diffusion.yaml";
const FORMATION: &str = "donnees/formation.yaml";
const MATERIEL: &str = "donnees/materiel.yaml";
const PEDAGOGIE: &str = "donnees/pedagogie.yaml";

const ORIENTATIONS: &str = "donnees/orientations.yaml";
const ACTEURS: &str = "donnees/acteurs.yaml";

/// What is mended is found no more, and nothing else in its place: a value that cannot be read would hide it.
#[test]
fn what_is_mended_is_found_no_more() {
    for (folder, file, old, new) in MENDED {
        let vault = Memory::folder(&fixtures(&format!("invalid/{folder}")));
        let expected = vault.text("attendu.txt");
        let text = vault.text(file);
        assert!(text.contains(old), "{folder}: « {old} » stands in {file}");
        let run = check_project(&vault.with(file, text.replace(old, new).into_bytes()));
        let mended = format!(": {folder}: ");
        let others = |line: &&str| line.contains(&mended) || !expected.contains(*line);
        let found: Vec<&str> = run.short.lines().filter(others).collect();
        assert!(found.is_empty(), "{folder} {new:?}:\n{}", found.join("\n"));
    }
}

/// The rules that other tests hold: sections, notes, links, headings, glyphs, the parts of a fiche, leaks.
const ELSEWHERE: [&str; 7] = ["R03", "R04", "R05", "R06", "R79", "R80", "R88"];

/// A rule has a case that fails and one that passes: of [`CASES`], or a mistake of `fixtures/invalid` that
/// names it and a way to mend it.
#[test]
fn no_rule_is_left_without_a_case() {
    let mended = |rule: &str| {
        MENDED.iter().any(|(folder, ..)| {
            let expected = fixtures(&format!("invalid/{folder}/attendu.txt"));
            let expected = std::fs::read_to_string(expected).expect("an expectation");
            let own = format!(": {folder}: ");
            expected.lines().any(|line| line.contains(&own) && line.ends_with(&format!("({rule})")))
        })
    };
    for rule in dossier::regles().map(|rule| rule.id).filter(|rule| !ELSEWHERE.contains(rule)) {
        let case = |fails: bool| CASES.iter().any(|case| case.0 == rule && case.4.is_some() == fails);
        assert!((case(true) && case(false)) || mended(rule), "{rule} has no case");
    }
}

#[test]
fn the_law_and_the_status_decide_what_a_rule_weighs() {
    let change = |vault: Memory, file: &str, old: &str, new: &str| {
        let text = vault.text(file).replace(old, new);
        vault.with(file, text.into_bytes())
    };
    let wrong = || change(sound(), ECOLES, "    nom:", "    uai: 9990001A\n    nom:");
    assert!(check_project(&wrong()).short.contains("uai-invalide"));
    assert_eq!(check_project(&change(wrong(), MANIFEST, "juridiction: FR", "juridiction: QC")).short, "");
    for (statut, comes_out) in [("brouillon", true), ("relu", false), ("valide", false)] {
        let vault = change(sound(), CONTEXTE, "  type_organisation: collectivite\n", "");
        let vault = change(vault, MANIFEST, "statut: brouillon", &format!("statut: {statut}"));
        let vault = change(vault, MANIFEST, "documents: []", "documents: [ed-i-1]");
        let run = check_project(&vault);
        assert!(run.short.contains("type-d-organisation-absent"), "{statut}");
        assert_eq!(!run.documents.is_empty(), comes_out, "{statut}:\n{}", run.short);
    }
    for (seuils, old) in [("mesure_mois: 1", true), ("mesure_mois: 24", false)] {
        let vault = change(sound(), ECOLES, "2026-01-13", "2025-03-02");
        let vault = change(vault, MANIFEST, "documents: []", &format!("documents: []\nseuils: {{{seuils}}}"));
        assert_eq!(check_project(&vault).short.contains("mesure-ancienne"), old, "{seuils}");
    }
}

/// The messages on a file are these, in that order, and no others.
fn assert_messages(short: &str, file: &str, expected: &[&str]) {
    let found: Vec<&str> = short.lines().filter_map(|line| line.strip_prefix(file)).collect();
    assert_eq!(found.len(), expected.len(), "{short}");
    for (found, expected) in found.iter().zip(expected) {
        assert!(found.starts_with(expected), "{expected}:\n{short}");
    }
}

#[test]
fn five_mistakes_of_a_file_are_five_messages() {
    let text = "etablissements:\n  - id: e01\n    nom: [a]\n    comune: Aubrecourt\n    type: lycée\n    eleves: deux cents\n    infra: {date_mesure: 13/01/2026, postes: -1}\n";
    let run = check_project(&sound().with(ECOLES, text.as_bytes().to_vec()));
    let expected = [
        "2:5: cle-absente: ",
        "3:10: valeur-d-un-autre-genre: ",
        "4:5: cle-inconnue: ",
        "5:11: mot-inconnu: ",
        "6:13: valeur-d-un-autre-genre: ",
        "7:26: valeur-d-un-autre-genre: ",
        "7:46: valeur-d-un-autre-genre: ",
    ];
    assert_messages(&run.short, "donnees/etablissements.yaml:", &expected);
    assert!(run.human.contains("vouliez-vous écrire « commune » ?"), "{}", run.human);
}

#[test]
fn schools_of_a_spreadsheet_are_read_as_strictly() {
    let csv = "id;nom;commune;type;eleves;infra.date_mesure;infra.wifi;infra.debit_mbps\ne01;Les Alisiers;Aubrecourt;Primaire;214;2026-01-13;PARTIEL;12,5\nE02;;Montal;lycee;x;13/01/2026;bon;-\n";
    let vault = sound().without(ECOLES).with("donnees/etablissements.csv", csv.as_bytes().to_vec());
    let run = check_project(&vault);
    let expected = [
        "3:1: cle-absente: ",
        "3:13: mot-inconnu: ",
        "3:19: valeur-d-un-autre-genre: ",
        "3:21: valeur-d-un-autre-genre: ",
        "3:32: mot-inconnu: ",
        "3:36: valeur-d-un-autre-genre: ",
    ];
    assert_messages(&run.short, "donnees/etablissements.csv:", &expected);
}

#[test]
fn what_is_given_twice_is_shown_twice() {
    let school = "  - id: e01\n    nom: N\n    commune: C\n    type: primaire\n    eleves: 1\n    infra: {postes: 1, debit_mbps: 50, plateforme_existante: Aucune}\n";
    let twice = format!("etablissements:\n{school}{school}");
    for (text, places) in [
        (twice.as_str(), ["8:9", "2:9"]),
        (
            "etablissements:\n  - {id: e01, nom: N, commune: C, type: primaire, eleves: 1, nom: M}\n",
            ["2:62", "2:15"],
        ),
    ] {
        let run = check_project(&sound().with(ECOLES, text.as_bytes().to_vec()));
        for place in places {
            let shown = format!("donnees/etablissements.yaml:{place}");
            assert!(run.human.contains(&shown), "{shown} is not shown:\n{}", run.human);
        }
    }
}
