//! ED I-3: the diffusion graph as a figure that is told, the table that says the same, what they find.

use crate::compile::{Memory, compile_document, disk, fixtures};
use crate::pdf::{Pdf, assert_conforming};
use std::fmt::Write;

/// The PDF of ED I-3 of a project.
fn ed_i_3(files: &dyn dossier::load::Files) -> (Pdf, String) {
    let run = compile_document(files, "ed-i-3");
    let found = run.documents.into_iter().find(|(code, _, _)| *code == "ed-i-3");
    let (_, _, bytes) = found.unwrap_or_else(|| panic!("{}", run.short));
    assert_conforming(&bytes, "ed-i-3");
    (Pdf::new(&bytes), run.short)
}

fn plain(text: &str) -> String {
    text.replace(['\u{202F}', '\u{A0}'], " ").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The golden values of Lisière; their calculation by hand stands in its `LISEZMOI.md`.
#[test]
fn lisiere_has_its_graph() {
    let (pdf, short) = ed_i_3(&disk(&fixtures("lisiere")));
    for (code, what) in [
        // Who alone gives a critical service, and whom its loss cuts off.
        ("fournisseur-unique", "Soutien pédagogique"),
        ("point-de-passage", "Conseillers pédagogiques (CPC, CPD)"),
    ] {
        let found: Vec<&str> = short.lines().filter(|line| line.contains(&format!(": {code}: "))).collect();
        assert!(found.len() == 1 && found[0].contains("E-RUN") && found[0].contains(what), "{code}: {short}");
    }
    let text = plain(&pdf.logical_text());
    for value in [
        "15 acteurs",
        "28 flux",
        "1 point de blocage",
        // The two who receive the support, the one whom only the E-RUN join to the others.
        "dont dépendent 3 acteurs",
        // The DSI: 3 received, 5 given, 6 + 22 + 4 + 4 + 1 = 37 h of 60.
        "Direction des systèmes d’information (DSI) 3 5 200 37 60",
        // The E-RUN: 2, 4, 60 + 24 + 4 + 2 = 90 times, 65 h of 80.
        "(E-RUN) 2 4 90 65 80",
        "Seul à rendre le service critique « Soutien pédagogique » (flux 20, 21)",
        "Seul lien d’un acteur avec les autres",
        "Référent ENT de l’école, Enseignant",
        "Les comptes de l’élève et de ses parents fonctionnent sous trois jours ouvrés",
    ] {
        assert!(text.contains(value), "« {value} » is not in {text}");
    }
    let titles: Vec<String> =
        pdf.bookmarks().into_iter().filter(|(depth, _)| *depth == 0).map(|(_, title)| title).collect();
    for title in
        ["1 Lecture du graphe", "3 Table équivalente des flux", "7 Points de blocage et besoins de soutien"]
    {
        assert!(titles.iter().any(|found| found == title), "{title} is not in {titles:?}");
    }
}

#[test]
fn the_figure_is_one_and_told() {
    let (pdf, _) = ed_i_3(&disk(&fixtures("lisiere")));
    let structure = pdf.structure();
    let told = |figure: &&crate::pdf::Element| {
        figure.alt.as_deref().is_some_and(|alt| alt.contains("Graphe orienté"))
    };
    let figures = structure.find_all("Figure");
    let graphs: Vec<_> = figures.iter().copied().filter(|figure| told(&figure)).collect();
    assert_eq!(graphs.len(), 1);
    let alt = plain(graphs[0].alt.as_deref().unwrap_or_default());
    for part in [
        "15 acteurs",
        "28 flux",
        "9 flux sont critiques",
        "20, Soutien pédagogique, de Enseignants référents pour les usages du numérique (E-RUN) vers Enseignant",
        "Acteur le plus sollicité : Direction des systèmes d’information (DSI)",
        "Un point de blocage",
    ] {
        assert!(alt.contains(part), "« {part} » is not in « {alt} »");
    }
    // Nothing of the drawing is read out beside its alternative.
    assert!(graphs[0].find_all("P").is_empty() && graphs[0].find_all("H2").is_empty());
    // The table: a head a column, a head a row, one row a flow.
    let heads = structure.find_all("TH");
    for number in 1..=28 {
        let row = heads.iter().filter(|head| head.text.trim() == number.to_string());
        assert_eq!(row.filter(|head| head.scope.as_deref() == Some("Row")).count(), 1, "flow {number}");
    }
}

/// A project of `acteurs` actors in five organisations and of `flux` flows of three natures.
fn project(acteurs: usize, flux: usize) -> Memory {
    let manifest = "dossier:\n  titre: Essai\n  reference: ESS\n  langue: fr-FR\n  juridiction: FR\n  date: 2026-03-02\n  statut: brouillon\n  version: \"0.1\"\ndocuments: [ed-i-3]\n";
    let kinds = ["porteur", "fournisseur", "education_nationale", "etablissement", "famille"];
    let mut data = "organisations:\n".to_owned();
    for (i, kind) in kinds.iter().enumerate() {
        writeln!(data, "  - {{id: o{i}, nom: Organisation {kind}, type: {kind}}}").expect("a text");
    }
    data.push_str("acteurs:\n");
    for n in 0..acteurs {
        let kind = ["gestionnaire", "formateur", "enseignant"][n % 3];
        writeln!(data, "  - {{id: a{n}, nom: Acteur numéro {n}, organisation: o{}, type: {kind}}}", n % 5)
            .expect("a text");
    }
    data.push_str("diffusion:\n  outils: [{id: t, nom: Outil}]\n  services:\n");
    for (i, nature) in ["soutien_technique", "formation", "information"].iter().enumerate() {
        writeln!(data, "    - {{id: s{i}, libelle: Service {nature}, nature: {nature}}}").expect("a text");
    }
    data.push_str("  flux:\n");
    for f in 0..flux {
        let (de, vers) = (f % acteurs, (f * 7 + 1 + f / acteurs) % acteurs);
        let vers = if vers == de { (vers + 1) % acteurs } else { vers };
        writeln!(data, "    - {{de: a{de}, vers: a{vers}, service: s{}, outil: t}}", f % 3).expect("a text");
    }
    Memory::new(&[("dossier.yaml", manifest), ("donnees/d.yaml", &data)])
}

fn graphs(pdf: &Pdf) -> Vec<String> {
    let structure = pdf.structure();
    let alts = structure.find_all("Figure").into_iter().filter_map(|figure| figure.alt.clone());
    alts.filter(|alt| alt.contains("Graphe orienté")).collect()
}

#[test]
fn too_many_flows_for_one_picture_are_split_by_nature() {
    // Sixty flows, twenty of each nature: three pictures, and the table has them all.
    let (pdf, _) = ed_i_3(&project(30, 60));
    let alts = graphs(&pdf);
    assert_eq!(alts.len(), 3);
    assert!(alts.iter().all(|alt| plain(alt).contains("20 flux")), "{alts:?}");
    let heads = pdf.structure().find_all("TH").iter().filter(|head| head.text.trim() == "60").count();
    assert_eq!(heads, 1);
    // Thirty fit in one.
    assert_eq!(graphs(&ed_i_3(&project(12, 30)).0).len(), 1);
}

#[test]
fn a_model_without_flows_has_no_picture() {
    let (pdf, short) = ed_i_3(&project(2, 0));
    assert!(graphs(&pdf).is_empty());
    assert!(short.contains("acteur-isole"), "{short}");
}

#[test]
fn names_made_of_code_and_names_without_end_are_drawn() {
    let name = "#import {{ x }} $y$ <b> *z*";
    let long = "Anticonstitutionnellement".repeat(6);
    let files = project(3, 3);
    let data = files.text("donnees/d.yaml");
    let data = data.replace("Acteur numéro 1", &format!("'{name}'")).replace("Acteur numéro 2", &long);
    let files = files.with("donnees/d.yaml", data.into_bytes());
    let (pdf, _) = ed_i_3(&files);
    let printed: String = pdf.text().chars().filter(|c| !c.is_whitespace()).collect();
    assert!(printed.matches("#import{{x}}$y$<b>*z*").count() >= 3, "{printed}");
    assert!(printed.contains(&long), "{printed}");
}
