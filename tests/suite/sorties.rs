//! Where the files of a project go: never in the place of another edition, never through a link.

use assert_cmd::Command;
use std::path::Path;

const MANIFEST: &str = "dossier:\n  titre: Essai\n  reference: ESS\n  langue: fr-FR\n  juridiction: FR\n  date: 2026-03-02\n  statut: brouillon\n  version: \"0.1\"\ndocuments: [ed-i-4]\n";

fn project(manifest: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("dossier.yaml"), manifest).expect("a manifest");
    folder
}

fn build(folder: &Path, args: &[&str]) -> (i32, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_dossier"));
    command.current_dir(folder).env_clear().args(["build", "--format", "short"]).args(args);
    let output = command.output().expect("the program runs");
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (output.status.code().unwrap_or(-1), text(&output.stdout) + &text(&output.stderr))
}

#[test]
fn an_edition_never_takes_the_place_of_another() {
    let folder = project(MANIFEST);
    let file = folder.path().join("depot/ESS_ed-i-4_v0.1.pdf");
    assert_eq!(build(folder.path(), &["--out", "depot", "--edition", "publique"]).0, 0);
    let public = std::fs::read(&file).expect("a PDF");
    let (code, err) = build(folder.path(), &["--out", "depot"]);
    assert_eq!(code, 2, "{err}");
    assert!(err.contains("autre-edition: « depot/ESS_ed-i-4_v0.1.pdf » est de l’édition publique"), "{err}");
    assert!(std::fs::read(&file).expect("a PDF") == public, "the file is untouched");
    assert_eq!(
        build(folder.path(), &["--out", "depot", "--edition", "publique"]).0,
        0,
        "its own is replaced"
    );
}

#[test]
fn the_sources_of_an_edition_have_their_folder() {
    let folder = project(MANIFEST);
    assert_eq!(build(folder.path(), &["--emit", "typst"]).0, 0);
    let data = |path: &str| std::fs::read_to_string(folder.path().join(path).join("data.json"));
    let internal = data("sortie/typst/ed-i-4").expect("the data");
    assert_eq!(build(folder.path(), &["--emit", "typst", "--edition", "publique"]).0, 0);
    assert_eq!(data("sortie/typst/ed-i-4").expect("the data"), internal);
    assert!(data("sortie/typst/publique/ed-i-4").expect("the data") != internal);
}

#[test]
fn a_document_that_is_not_asked_for_is_said_so() {
    let folder = project(MANIFEST);
    let (code, err) = build(folder.path(), &["--only", "ed-i-1"]);
    assert_eq!(code, 2, "{err}");
    assert!(err.contains("document-non-demande: « ed-i-1 » n’est pas demandé par ce dossier"), "{err}");
    let folder = project(&MANIFEST.replace("[ed-i-4]", "[]"));
    let (code, err) = build(folder.path(), &[]);
    assert_eq!(code, 2, "{err}");
    assert!(err.contains("document-non-demande: ce dossier ne demande aucun document"), "{err}");
    assert!(!folder.path().join("sortie").exists());
}

#[test]
fn a_folder_in_the_place_of_a_file_is_named_in_french() {
    let folder = project(MANIFEST);
    std::fs::create_dir_all(folder.path().join("sortie/interne/ESS_ed-i-4_v0.1.pdf/x")).expect("a folder");
    let (code, err) = build(folder.path(), &[]);
    assert_eq!(code, 3, "{err}");
    assert!(err.contains("un dossier porte déjà ce nom"), "{err}");
}

#[cfg(unix)]
#[test]
fn nothing_is_written_through_a_link_of_the_vault() {
    for link in ["sortie", "sortie/interne"] {
        let (folder, elsewhere) = (project(MANIFEST), tempfile::tempdir().expect("a folder"));
        let link = folder.path().join(link);
        std::fs::create_dir_all(link.parent().expect("a parent")).expect("a folder");
        std::os::unix::fs::symlink(elsewhere.path(), &link).expect("a link");
        let (code, err) = build(folder.path(), &[]);
        assert_eq!(code, 3, "{err}");
        assert!(err.contains("sortie-liee: "), "{err}");
        assert_eq!(std::fs::read_dir(elsewhere.path()).expect("a folder").count(), 0);
    }
}
