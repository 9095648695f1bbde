//! Wrong data of a project: refused at their place, never printed, never lost.

use crate::compile::{Memory, ProjectRun, check_project, compile_edition, compile_project};
use dossier::load::{Entry, EntryKind, Failure, Files};
use dossier::source::VaultPath;

const MANIFEST: &str = "dossier:\n  titre: Essai\n  reference: ESS\n  langue: fr-FR\n  juridiction: FR\n  date: 2026-03-02\n  statut: brouillon\n  version: \"0.1\"\ndocuments: []\n";

fn data(text: &str) -> ProjectRun {
    compile_project(&Memory::new(&[("dossier.yaml", MANIFEST), ("donnees/d.yaml", text)]))
}

/// What is said of data, less the lines about what a draft lacks.
fn assert_refused(text: &str, expected: &str) {
    let run = data(text);
    assert!(run.short.contains(expected), "{text}\n{}", run.short);
    assert!(run.errors, "{text}\n{}", run.short);
}

#[test]
fn refuses_numbers_that_nothing_can_have() {
    let ecole = |more: &str| {
        format!(
            "etablissements:\n  - {{id: e1, nom: É, commune: C, type: primaire, eleves: 10, infra: {{{more}}}}}\n"
        )
    };
    for (text, expected) in [
        (ecole("debit_mbps: -200"), "un nombre positif, d’au plus 10 000 000, est attendu"),
        (ecole("debit_mbps: 1e300"), "un nombre positif, d’au plus 10 000 000, est attendu"),
        (ecole("postes: 4294967295"), "un nombre entier positif, d’au plus 10 000 000, est attendu"),
        (ecole("date_mesure: 2026-03-03"), "après le dossier, daté du 2026-03-02"),
        (ecole("date_mesure: 0001-01-01"), "une date, de 1900 à 2199, est attendue"),
        (
            "contexte: {besoins: [{id: b, nature: local, enonce: E, gravite: 9}]}\n".to_owned(),
            "« gravite » vaut 9 : il faut un nombre de 1 à 3",
        ),
        (
            "projet: {nom: N, marche: {reference: R, debut: 2026-03-01, duree_mois: 90000}}\n".to_owned(),
            "« duree_mois » vaut 90000 : il faut un nombre de 1 à 240",
        ),
        (
            "orientations: {groupes: [{id: g, effectif_min: 50, effectif_max: 30, nombre: 0}]}\n".to_owned(),
            "« effectif_min » vaut 50, plus que « effectif_max », qui vaut 30",
        ),
        (
            "orientations: {groupes: [{id: g, nombre: 0}]}\n".to_owned(),
            "« nombre » vaut 0 : il faut au moins 1",
        ),
    ] {
        assert_refused(&text, expected);
    }
}

#[test]
fn refuses_dates_that_go_back() {
    for (text, expected) in [
        (
            "pedagogie: {calendrier: [{objet: O, debut: 2026-11-20, fin: 2026-11-09}]}\n",
            "d.yaml:1:61: dates-inversees: la fin, le 2026-11-09, est avant le début, le 2026-11-20",
        ),
        (
            "vagues: [{id: v, rang: 1, phases: {I: {debut: 2026-06-30, fin: 2026-03-02}}}]\n",
            "dates-inversees: la fin, le 2026-03-02",
        ),
        (
            "vagues: [{id: v, rang: 1, phases: {III: {debut: 2026-06-30}, IV: {debut: 2026-06-30}}}]\n",
            "la phase IV commence le 2026-06-30, alors que la phase III commence le 2026-06-30",
        ),
        ("vagues: [{id: v, rang: 1, annee_scolaire: 2026/27}]\n", "une année scolaire est attendue"),
    ] {
        assert_refused(text, expected);
    }
}

#[test]
fn refuses_what_one_value_would_hide() {
    for (text, expected) in [
        (
            "etablissements: [{id: e1, nom: É, commune: A, Commune: B, type: primaire, eleves: 10}]\n",
            "d.yaml:1:47: yaml-cle-en-double: la clé « Commune » figure deux fois",
        ),
        ("sigles: [{sigle: TNI, forme: a}, {sigle: TNI, forme: b}]\n", "identifiant-en-double"),
        ("sigles: [{sigle: TNI, forme: \" \"}]\n", "il manque la clé « forme »"),
        ("acteurs: []\nActeurs: []\n", "d.yaml:2:1: yaml-cle-en-double"),
    ] {
        assert_refused(text, expected);
    }
}

#[test]
fn a_table_has_the_name_of_its_list() {
    for (name, near) in [("ecoles", "etablissements"), ("organisation", "organisations")] {
        let path = format!("donnees/{name}.csv");
        let run = check_project(&Memory::new(&[("dossier.yaml", MANIFEST), (&path, "id;nom\na;b\n")]));
        assert!(run.short.contains(&format!("{path}:1:1: cle-inconnue: ")), "{}", run.short);
        assert!(run.human.contains(&format!("renommez-le, par exemple en « {near}.csv »")), "{}", run.human);
    }
}

#[test]
fn an_empty_data_file_has_no_mistake() {
    for text in ["", "\n# À remplir\n", "vagues:\nacteurs:\n"] {
        let run = data(text);
        assert!(!run.short.contains("donnees/"), "{text:?}\n{}", run.short);
    }
}

#[test]
fn a_manifest_has_a_language_of_the_program_and_no_fiche() {
    for (old, new, expected) in [
        ("langue: fr-FR", "langue: en-US", "dossier.yaml:4:11: valeur-d-un-autre-genre: une langue"),
        ("reference: ESS", "reference: ''", "dossier.yaml:3:3: cle-absente: il manque la clé « reference »"),
        (
            "documents: []",
            "documents: [fiche-pratique]",
            "dossier.yaml:9:13: document-inconnu: « fiche-pratique » n’est pas un document de dossier",
        ),
        (
            "documents: []",
            "documents: []\ntheme: {logo: logos/nul.svg}",
            "dossier.yaml:10:15: image-introuvable: aucune image nommée « logos/nul.svg »",
        ),
    ] {
        let run = compile_project(&Memory::new(&[("dossier.yaml", &MANIFEST.replace(old, new))]));
        assert!(run.short.contains(expected), "{new}\n{}", run.short);
    }
}

/// A vault with something that cannot be read.
struct Shut(Memory, &'static str, EntryKind);

impl Files for Shut {
    fn list(&self) -> Result<Vec<Entry>, Failure> {
        let shut = VaultPath::new(self.1).map(|path| Entry { path, kind: self.2 });
        Ok(self.0.list()?.into_iter().chain(shut).collect())
    }

    fn kind(&self, path: &VaultPath) -> Option<EntryKind> {
        self.0.kind(path)
    }

    fn read(&self, path: &VaultPath, limit: u64) -> Result<Vec<u8>, Failure> {
        if path.as_str() == self.1 {
            Err(Failure::System("permission".to_owned()))
        } else {
            self.0.read(path, limit)
        }
    }
}

#[test]
fn what_cannot_be_read_is_never_left_out_in_silence() {
    let files = || Memory::new(&[("dossier.yaml", MANIFEST), ("donnees/d.yaml", "vagues: []\n")]);
    for (path, kind, expected) in [
        ("notes/materiel", EntryKind::Closed, "notes/materiel: lecture-impossible: "),
        ("donnees", EntryKind::Closed, "donnees: lecture-impossible: "),
        ("notes/\u{FFFD}.md", EntryKind::Nameless, "son nom n’est pas écrit en UTF-8"),
        ("notes/a.md", EntryKind::File, "notes/a.md: lecture-impossible: "),
    ] {
        let run = compile_project(&Shut(files(), path, kind));
        assert!(run.short.contains(expected) && run.errors, "{path}\n{}", run.short);
    }
    // What no document is made of may be closed.
    let run = compile_project(&Shut(files(), "brouillons", EntryKind::Closed));
    assert!(!run.errors, "{}", run.short);
}

#[test]
fn a_leak_is_named_where_it_stands() {
    let manifest = MANIFEST.replace("documents: []", "documents: [ed-i-1]");
    let note = "---\ndocument: ed-i-1\nsection: objet-et-perimetre\n---\n\n> [!info] Coût\n> Le jour vaut **920 €**.\n\n| a |\n|---|\n| [écrire](mailto:a@b.example) |\n\n%% 3 € entre nous %%\n\nAppel[^1].\n\n[^1]: Au 03 53 01 00 42, noté 4/5.\n";
    let data = "contexte:\n  opportunites:\n    - enonce: Un don de 500 euros\nmateriel:\n  couts: []\n";
    let files = Memory::new(&[("dossier.yaml", &manifest), ("donnees/d.yaml", data), ("notes/a.md", note)]);
    let run = compile_edition(&files, "publique");
    let found: Vec<&str> = run.short.lines().filter(|line| line.contains(": fuite-possible: ")).collect();
    let places: Vec<String> =
        found.iter().map(|line| line.split(": ").next().unwrap_or_default().to_owned()).collect();
    assert_eq!(
        places,
        [
            "donnees/d.yaml:3:25",
            "notes/a.md:7:18",
            "notes/a.md:11:19",
            "notes/a.md:17:10",
            "notes/a.md:17:31"
        ],
        "{}",
        run.short
    );
    assert!(!run.errors, "a person judges: {}", run.short);
    let waived = manifest + "derogations: [{regle: R88, motif: Rien de secret.}]\n";
    for (manifest, edition) in [(waived.as_str(), "publique"), (MANIFEST, "interne")] {
        let files =
            Memory::new(&[("dossier.yaml", manifest), ("donnees/d.yaml", data), ("notes/a.md", note)]);
        let run = compile_edition(&files, edition);
        assert!(!run.short.contains("fuite-possible"), "{}", run.short);
        assert!(!run.short.contains("derogation-sans-effet"), "{}", run.short);
    }
}

/// The first school says its teachers and its tablets, the second one does not.
const ECOLES: &str = "etablissements:\n  - {id: e1, nom: Un, commune: C, type: primaire, classes: 4, eleves: 80, enseignants: 5, infra: {postes: 3, tablettes: 7}}\n  - {id: e2, nom: Deux, commune: C, type: primaire, classes: 2, eleves: 40, infra: {postes: 2}}\n";

#[test]
fn a_sum_of_which_a_part_is_not_said_is_none() {
    let manifest = MANIFEST.replace("documents: []", "documents: [ed-i-1]");
    let note = "---\ndocument: ed-i-1\nsection: objet-et-perimetre\n---\n\n{{ totaux.classes }}, {{ totaux.tablettes }}, {{ totaux.enseignants }}\n";
    let files = Memory::new(&[("dossier.yaml", &manifest), ("donnees/d.yaml", ECOLES), ("notes/a.md", note)]);
    let run = check_project(&files);
    let unknown: Vec<&str> = run.short.lines().filter(|line| line.contains("valeur-inconnue")).collect();
    assert_eq!(
        unknown,
        [
            "notes/a.md:6:47: valeur-inconnue: « totaux.enseignants » n’a pas de valeur dans les données du projet"
        ],
        "{}",
        run.short
    );
    let document = run.documents.first().expect("a document");
    let data: serde_json::Value =
        serde_json::from_str(&document.checked.project.texts["/data.json"]).expect("the data");
    // 4 + 2 classes, 3 + 2 computers, 7 tablets; no interactive board and no Wi-Fi is said of any school.
    let totaux = &data["totaux"];
    for (key, expected) in [("classes", "6"), ("postes", "5"), ("tablettes", "7"), ("eleves", "120")] {
        assert_eq!(totaux[key], expected, "{key}: {totaux}");
    }
    for key in ["enseignants", "tni", "wifi"] {
        assert!(totaux[key].is_null(), "{key}: {totaux}");
    }
    let figures = data["chiffres"].to_string();
    assert!(!figures.contains("enseignant") && !figures.contains("Mbit/s"), "{figures}");
}

/// Each group is asked five thousand million times, which no count of 32 bits holds.
#[test]
fn a_sum_of_answers_stays_a_number() {
    let manifest = MANIFEST.replace("documents: []", "documents: [ed-i-1]");
    let survey = |groupe: &str| {
        format!(
            "    - {{methode: questionnaire, groupe: {groupe}, sollicites: 10000000, repondants: 10000000}}\n"
        )
        .repeat(500)
    };
    let data = format!("contexte:\n  enquetes:\n{}{}", survey("parents"), survey("enseignants"));
    let files = Memory::new(&[("dossier.yaml", &manifest), ("donnees/d.yaml", &data)]);
    let run = check_project(&files);
    assert_eq!(run.documents.len(), 1, "{}", run.short);
}
