//! The real binary: exit codes, files, help, languages.

use assert_cmd::Command;
use std::path::Path;

const NOTE: &str = "---\ntitle: Une fiche\ndate: 2026-03-02\nobjectif: Essayer.\n---\n\n## Facteurs clés\n\n- Un\n\n## Questions clés\n\n- Qui ?\n\n## À retenir\n\nTout.\n";

fn dossier(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_dossier"));
    command.current_dir(folder).env_clear().env("TZ", "UTC");
    command
}

fn folder_with(note: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("note.md"), note).expect("a note");
    folder
}

fn output(command: &mut Command) -> (i32, String, String) {
    let output = command.output().expect("the program runs");
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (output.status.code().unwrap_or(-1), text(&output.stdout), text(&output.stderr))
}

#[test]
fn builds_beside_the_note() {
    let folder = folder_with(NOTE);
    let (code, out, err) = output(dossier(folder.path()).args(["build", "note.md"]));
    assert_eq!((code, err.as_str()), (0, ""), "{out}");
    assert!(out.starts_with("note.pdf (1 page, "), "{out}");
    assert!(std::fs::read(folder.path().join("note.pdf")).expect("a PDF").starts_with(b"%PDF-1.7"));
}

#[test]
fn gives_the_same_bytes_in_two_time_zones() {
    let folder = folder_with(NOTE);
    let build = |zone: &str, out: &str| {
        let (code, _, err) = output(
            dossier(folder.path())
                .env("TZ", zone)
                .env("LC_ALL", "tr_TR.UTF-8")
                .args(["build", "note.md", "--out", out]),
        );
        assert_eq!(code, 0, "{err}");
        std::fs::read(folder.path().join(out).join("note.pdf")).expect("a PDF")
    };
    assert!(build("Pacific/Auckland", "a") == build("America/Montreal", "b"));
}

#[test]
fn writes_nothing_where_there_are_errors() {
    let folder = folder_with("---\ntitle: \"Une\n---\n");
    std::fs::write(folder.path().join("note.pdf"), "ancien").expect("an old file");
    let (code, out, err) = output(dossier(folder.path()).args(["build", "note.md"]));
    assert_eq!((code, out.as_str()), (1, ""));
    assert!(err.contains("erreur[yaml-syntaxe]") && err.contains("note.md:2:8"), "{err}");
    assert!(err.contains("rien n’a été écrit"), "{err}");
    assert_eq!(std::fs::read_to_string(folder.path().join("note.pdf")).expect("the old file"), "ancien");
    assert_eq!(std::fs::read_dir(folder.path()).expect("a folder").count(), 2, "no temporary file stays");
}

#[test]
fn strict_makes_errors_of_warnings() {
    let folder = folder_with(&NOTE.replace("Tout.", "Tout. [[Rien]]"));
    assert_eq!(output(dossier(folder.path()).args(["check", "note.md"])).0, 0);
    assert_eq!(output(dossier(folder.path()).args(["check", "note.md", "--strict"])).0, 1);
    assert_eq!(output(dossier(folder.path()).args(["build", "note.md", "--strict"])).0, 1);
    assert!(!folder.path().join("note.pdf").exists());
}

#[test]
fn json_has_one_object_a_line() {
    let folder = folder_with(&NOTE.replace("Tout.", "Tout. [[Rien]]"));
    let (_, out, err) = output(dossier(folder.path()).args(["check", "note.md", "--format", "json"]));
    assert_eq!(err, "");
    let line: serde_json::Value = serde_json::from_str(out.trim()).expect("JSON");
    let expected = serde_json::json!({
        "code": "lien-introuvable", "severity": "warning", "path": "note.md", "line": 17, "column": 7,
        "end_line": 17, "end_column": 15, "message": "aucune note nommée « Rien » dans ce coffre",
        "help": "corrigez le nom, ou créez la note", "related": []
    });
    assert_eq!(line, expected);
}

#[test]
fn speaks_english_when_asked() {
    let folder = folder_with(&NOTE.replace("Tout.", "Tout. [[Rien]]"));
    for (arguments, environment) in [(vec!["--lang", "en"], "fr_FR.UTF-8"), (vec![], "en_GB.UTF-8")] {
        let (_, _, err) = output(
            dossier(folder.path()).env("LANG", environment).args(["check", "note.md"]).args(arguments),
        );
        assert!(err.starts_with("warning[lien-introuvable]: no note"), "{err}");
    }
}

#[test]
fn usage_mistakes_exit_with_two() {
    let folder = folder_with(NOTE);
    std::fs::write(folder.path().join("image.png"), "x").expect("a file");
    std::fs::create_dir(folder.path().join("autre")).expect("a folder");
    for (arguments, said) in [
        (vec!["biuld"], "commande inconnue : « biuld »"),
        (vec!["build"], "ce coffre n’a pas de fichier « dossier.yaml »"),
        (vec!["build", "--nope", "note.md"], "argument inconnu : « --nope »"),
        (vec!["build", "note.md", "--emit", "html"], "valeurs admises : pdf, typst"),
        (vec!["build", "absente.md"], "la note « absente.md » n’existe pas"),
        (vec!["build", "image.png"], "« image.png » n’est pas une note"),
        (vec!["build", "note.md", "--vault", "autre"], "n’est pas dans le coffre"),
        (vec![], "choisissez une commande"),
    ] {
        let (code, out, err) = output(dossier(folder.path()).args(&arguments));
        assert_eq!((code, out.as_str()), (2, ""), "{arguments:?}: {err}");
        assert!(err.contains(said), "{arguments:?}: {err}");
    }
}

#[cfg(unix)]
#[test]
fn an_output_folder_that_cannot_be_made_exits_with_three() {
    let folder = folder_with(NOTE);
    std::fs::write(folder.path().join("plein"), "a file, not a folder").expect("a file");
    let (code, _, err) = output(dossier(folder.path()).args(["build", "note.md", "--out", "plein"]));
    assert_eq!(code, 3, "{err}");
    assert!(err.contains("erreur[ecriture-impossible]"), "{err}");
    assert!(!err.contains("os error"), "the cause is in French: {err}");
}

#[cfg(unix)]
#[test]
fn links_are_not_followed() {
    let outside = tempfile::tempdir().expect("a folder");
    std::fs::write(outside.path().join("secret.png"), "secret").expect("a file");
    let folder = folder_with(&NOTE.replace("Tout.", "![[secret.png|Un plan]]"));
    std::os::unix::fs::symlink(outside.path().join("secret.png"), folder.path().join("secret.png"))
        .expect("a link");
    std::os::unix::fs::symlink(folder.path().join("note.md"), folder.path().join("autre.md"))
        .expect("a link");
    let (code, _, err) = output(dossier(folder.path()).args(["build", "note.md"]));
    assert_eq!(code, 1, "{err}");
    assert!(err.contains("erreur[lien-symbolique]") && err.contains("note.md:17:1"), "{err}");
    let (code, _, err) = output(dossier(folder.path()).args(["build", "autre.md"]));
    assert_eq!(code, 1, "{err}");
    assert!(err.contains("erreur[lien-symbolique]"), "{err}");
}

#[test]
fn emits_a_project_that_stands_alone() {
    let folder = folder_with(NOTE);
    std::fs::create_dir(folder.path().join(".obsidian")).expect("a folder");
    let (code, out, err) = output(dossier(folder.path()).args(["build", "note.md", "--emit", "typst"]));
    assert_eq!(code, 0, "{err}");
    let root = folder.path().join("sortie/typst/fiche-pratique");
    assert!(out.contains("sortie/typst/fiche-pratique"), "{out}");
    for file in [
        "main.typ",
        "data.json",
        "notes/retenir.typ",
        "theme/page.typ",
        "fonts/NotoSans-Regular.ttf",
        "COMMANDE.txt",
    ] {
        assert!(root.join(file).is_file(), "{file} is missing");
    }
    let command = std::fs::read_to_string(root.join("COMMANDE.txt")).expect("a text");
    assert!(
        command.contains("--pdf-standard a-2a,ua-1") && command.contains("--features a11y-extras"),
        "{command}"
    );
}

#[test]
fn lists_the_registries() {
    let folder = folder_with(NOTE);
    let (_, out, _) = output(dossier(folder.path()).args(["list", "documents"]));
    assert!(out.contains("fiche-pratique") && out.contains("Fiche pratique"), "{out}");
    let (_, out, _) = output(dossier(folder.path()).args(["list", "codes"]));
    assert!(
        out.lines().any(|line| line.starts_with("lien-introuvable ") && line.ends_with("avertissement")),
        "{out}"
    );
}

#[test]
fn helps_in_the_language_of_the_user() {
    let folder = folder_with(NOTE);
    let (code, out, _) = output(dossier(folder.path()).args(["build", "--help"]));
    assert_eq!(code, 0);
    insta::assert_snapshot!(out);
}

#[test]
fn what_others_made_is_not_replaced() {
    let folder = folder_with(NOTE);
    std::fs::write(folder.path().join("note.pdf"), "%PDF-1.4 le plan de l'architecte").expect("a file");
    let (code, _, err) = output(dossier(folder.path()).args(["build", "note.md"]));
    assert_eq!(code, 3, "{err}");
    assert!(err.contains("erreur[pas-a-nous]"), "{err}");
    let (code, _, err) =
        output(dossier(folder.path()).args(["build", "note.md", "--emit", "typst", "--out", "."]));
    assert_eq!(code, 3, "{err}");
    assert!(!folder.path().join("main.typ").exists());
    // Its own PDF is replaced.
    for _ in 0..2 {
        assert_eq!(output(dossier(folder.path()).args(["build", "note.md", "--out", "sortie"])).0, 0);
    }
}

#[test]
fn a_template_pack_overrides_one_block() {
    let folder = folder_with(NOTE);
    let templates = folder.path().join("modeles/documents");
    std::fs::create_dir_all(&templates).expect("a folder");
    let template = templates.join("fiche-pratique.typ.tera");
    let text = "{% extends \"maison/documents/fiche-pratique.typ.tera\" %}\n{% block retenir %}#par[Mention de la maison.]{% endblock %}\n";
    std::fs::write(&template, text).expect("a template");
    let build = |folder: &Path| {
        output(dossier(folder).args(["build", "note.md", "--modeles", "modeles", "--out", "o"]))
    };
    let (code, _, err) = build(folder.path());
    assert_eq!(code, 0, "{err}");
    let pdf = crate::pdf::Pdf::new(&std::fs::read(folder.path().join("o/note.pdf")).expect("a PDF"));
    assert!(pdf.text().contains("Mention de la maison.") && !pdf.text().contains("Tout."), "{}", pdf.text());
    // A template that cannot be read names itself, and nothing is written.
    std::fs::write(&template, "{% extends \"maison/documents/fiche-pratique.typ.tera\" %}{% block %}")
        .expect("a template");
    let (code, _, err) = build(folder.path());
    assert_eq!(code, 2, "{err}");
    assert!(err.contains("erreur[modele-invalide]") && err.contains("fiche-pratique.typ.tera"), "{err}");
    // One whose code fails when it is typeset is its author's to mend, not a bug of ours.
    let failing = "{% extends \"maison/documents/fiche-pratique.typ.tera\" %}\n{% block retenir %}#read(\"/etc/passwd\"){% endblock %}\n";
    std::fs::write(&template, failing).expect("a template");
    let (code, _, err) = build(folder.path());
    assert_eq!(code, 2, "{err}");
    assert!(err.contains("erreur[modele-invalide]") && err.contains("file not found"), "{err}");
}

#[test]
fn a_check_of_a_vault_ends_with_its_counts() {
    let folder = folder_with("[[Rien]] et [[autre]]\n");
    std::fs::write(folder.path().join("autre.md"), "").expect("a note");
    std::fs::write(folder.path().join("dossier.yaml"), "dossier: {}\n").expect("a manifest");
    let (_, out, err) = output(dossier(folder.path()).args(["check", "."]));
    assert_eq!(out, "");
    assert!(
        err.ends_with(
            "Coffre de 2 notes : 1 orpheline, 1 lien mort, aucune image inutilisée, aucun nom ambigu\n"
        ),
        "{err}"
    );
    let (_, _, err) = output(dossier(folder.path()).args(["check", ".", "--lang", "en"]));
    assert!(
        err.ends_with("Vault of 2 notes: 1 orphan, 1 dead link, no unused images, no ambiguous names\n"),
        "{err}"
    );
    let (_, out, _) = output(dossier(folder.path()).args(["check", ".", "--format", "json"]));
    let lines: Vec<serde_json::Value> = out
        .lines()
        .map(|line| serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}")))
        .collect();
    let summary = &lines.last().expect("a line")["summary"];
    assert_eq!(summary["orphan_notes"], serde_json::json!(["note.md"]));
    assert_eq!((&summary["dead_links"], &summary["notes"]), (&1.into(), &2.into()));
}
