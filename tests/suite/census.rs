//! What `check` says of a whole vault.

use crate::compile::Memory;
use crate::links::MANIFEST;
use dossier::Census;
use dossier::diagnostic::{Diagnostics, short};
use dossier::load::Files;
use dossier::locale::{Catalogue, Lang};
use dossier::source::Sources;

fn census(files: &dyn Files) -> (Census, String) {
    let (mut sources, mut diags) = (Sources::default(), Diagnostics::default());
    let census = dossier::census(files, &mut sources, &mut diags).expect("a vault");
    (census, short(&diags, &sources, Catalogue::messages(Lang::Fr)))
}

#[test]
fn what_leads_nowhere_and_what_nothing_leads_to_is_named() {
    let files = Memory::new(&[
        ("dossier.yaml", MANIFEST),
        ("donnees/o.yaml", "organisations:\n  - {id: o, nom: O, type: commune, logo: img/logo.png}\n"),
        ("notes/a.md", "---\ndocument: ed-i-1\nsection: synthese\n---\n[[b]] ![[c]] ![[vu.png]] [[Rien]]\n"),
        ("notes/b.md", "[[b]] [[a#Absent]] [[Deux]]\n"),
        ("notes/c.md", "---\nvoir: \"[[d|texte]]\"\ncover: couverture.jpg\n---\n![[nulle.png]] ![[a#^x]]\n"),
        ("d.md", "`[[e]]` %% [[e]] ![[cache.png]] %%\n"),
        ("e.md", ""),
        ("x/Deux.md", "[[y/Deux]]"),
        ("y/Deux.md", ""),
        ("img/logo.png", ""),
        ("img/vu.png", ""),
        ("couverture.jpg", ""),
        ("cache.png", ""),
        ("toile.png", ""),
        ("t.canvas", "{\"nodes\":[{\"file\":\"toile.png\"}]}"),
    ]);
    let (census, short) = census(&files);
    assert_eq!(census.notes, 7);
    assert_eq!(census.orphans, ["e.md"], "{short}");
    assert_eq!(census.unattached, ["notes/b.md"], "{short}");
    assert_eq!(census.unused_images, ["cache.png"], "{short}");
    assert_eq!((census.dead_links, census.ambiguous_names), (4, 1), "{short}");
    for expected in [
        "notes/a.md:5:26: lien-introuvable: ",
        "notes/b.md:1:7: titre-introuvable: ",
        "notes/b.md:1:20: lien-ambigu: ",
        "notes/c.md:5:1: image-introuvable: ",
        "notes/c.md:5:16: bloc-introuvable: ",
        "notes-orphelines: une note n’est liée par aucune autre et n’est d’aucun document : « e.md »",
        "notes-sans-document: une note de « notes/ » ne nomme ni document ni section, et aucune ne l’inclut : « notes/b.md » (R04)",
        "images-inutilisees: une image n’est montrée par aucune note : « cache.png »",
    ] {
        assert!(short.contains(expected), "{expected}\n{short}");
    }
}

/// An image is found as a note is, and the doubt said with all that have its name.
#[test]
fn an_image_that_several_folders_have_is_named_with_them() {
    let files = Memory::new(&[
        ("a/n.md", "![[plan.png]] ![[b/plan.png]] ![x](../b/PLAN.png)\n"),
        ("n.md", "| a |\n|---|\n| ![[plan.png\\|200]] |\n\n[^1]: ![[R\u{e9}seau.png]]\n\n[^1]\r\n"),
        ("a/plan.png", ""),
        ("b/plan.png", ""),
        ("b/Re\u{301}seau.png", ""),
        ("c/R\u{e9}seau.png", ""),
    ]);
    let (census, short) = census(&files);
    assert_eq!((census.dead_links, census.ambiguous_names), (0, 3), "{short}");
    for expected in [
        "a/n.md:1:1: image-ambigue: plusieurs images portent le nom « plan.png » ; celle qui est imprimée est « a/plan.png »",
        "n.md:3:3: image-ambigue: plusieurs images portent le nom « plan.png » ; celle qui est imprimée est « a/plan.png »",
        "n.md:5:7: image-ambigue: ",
    ] {
        assert!(short.contains(expected), "{expected}\n{short}");
    }
}

/// The folder of the notes is the one that the manifest names.
#[test]
fn the_manifest_says_where_the_notes_of_documents_are() {
    let files = Memory::new(&[
        ("dossier.yaml", "notes: prose\n"),
        ("prose/a.md", "[[b]]\n"),
        ("notes/b.md", "[[a]]\n"),
    ]);
    let (census, short) = census(&files);
    assert_eq!(census.unattached, ["prose/a.md"], "{short}");
    assert!(short.contains("« prose/ »"), "{short}");
}

#[test]
fn many_orphans_are_one_message() {
    let mut files = Memory::default();
    for i in 0..2000 {
        files = files.with(&format!("n{i:04}.md"), b"Seule.".to_vec());
    }
    let (census, short) = census(&files);
    assert_eq!(census.orphans.len(), 2000);
    assert_eq!(
        short,
        "notes-orphelines: 2000 notes ne sont liées par aucune autre et ne sont d’aucun document : « n0000.md », « n0001.md », « n0002.md », « n0003.md », « n0004.md », + 1995\n"
    );
}
