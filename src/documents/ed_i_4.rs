//! ED I-4, *Acteurs et rôles* (domain.md 2.4): who acts, with what, through what, and who answers.
//!
//! In: the planning data and the notes of its sections. Out: prose of the notes, then a card for each
//! actor and the matrices, all derived from the same tables as the other documents.

mod fiches;
mod matrices;

use super::officiel::{Page, Values, chiffre, list, map, phrase, text, word};
use super::{Assemble, Data, DocumentType, Facts, ProjectMaterial, section};
use crate::analyse::roles::{Circulation, charge, circulations};
use crate::projet::acteurs::Acteur;
use std::collections::BTreeMap;

pub(super) static TYPE: DocumentType = DocumentType {
    code: "ed-i-4",
    onglet: "I-4",
    sections: &[
        section("liste-des-acteurs", 1),
        section("fiches-des-acteurs", 1),
        section("matrice-des-communications", 1),
        section("matrice-raci", 1),
        section("besoins-en-soutien", 1),
    ],
    assemble: Assemble::Project(Facts { values: facts, filled: has_facts }),
};

/// Whether the data fill a section without any note.
fn has_facts(slug: &str, material: &ProjectMaterial<'_>) -> bool {
    let projet = material.projet;
    match slug {
        "liste-des-acteurs" | "fiches-des-acteurs" => !projet.acteurs.is_empty(),
        "matrice-des-communications" => projet.acteurs.len() > 1,
        "matrice-raci" => projet.raci.as_ref().is_some_and(|raci| !raci.activites.is_empty()),
        "besoins-en-soutien" => projet.acteurs.iter().any(|acteur| !acteur.besoins_soutien.is_empty()),
        _ => false,
    }
}

/// The computed tables.
fn facts(page: &Page<'_, '_>) -> Values {
    let version = || [("version", page.material.projet.manifeste.dossier.version.value.clone())];
    let date = [("date", page.long(page.material.projet.manifeste.dossier.date.value))];
    BTreeMap::from([
        ("organisations", organisations(page)),
        ("fiches", fiches::cards(page)),
        ("communications", matrices::communications(page)),
        ("raci", matrices::raci(page)),
        ("soutien", support(page)),
        ("circulation", resources(page)),
        ("chiffres", key_figures(page)),
        (
            "sources",
            map([
                ("repartition", phrase("source-etablissements", date)),
                ("acteurs", phrase("source-acteurs", version())),
                ("raci", phrase("source-raci", version())),
            ]),
        ),
    ])
}

/// The actors of each organisation; those of an organisation that nothing has come last.
fn organisations(page: &Page<'_, '_>) -> Data {
    let projet = page.material.projet;
    let of = |id: &str| -> Vec<&Acteur> {
        projet.acteurs.iter().filter(|acteur| acteur.organisation.value == id).collect()
    };
    let group = |nom: Data, kind: Data, acteurs: &[&Acteur]| {
        let lines = list(acteurs, |acteur| {
            let tasks = acteur.taches.len().to_string();
            map([
                ("identite", page.identite_acteur(acteur)),
                ("effectif", page.some_integer(acteur.effectif.as_ref())),
                ("taches", phrase("nombre-taches", [("nombre", tasks)])),
            ])
        });
        map([("nom", nom), ("type", kind), ("acteurs", lines)])
    };
    let known = |id: &str| projet.organisations.iter().any(|own| own.id.value == id);
    let lost: Vec<&Acteur> =
        projet.acteurs.iter().filter(|acteur| !known(&acteur.organisation.value)).collect();
    let mut groups: Vec<Data> = projet
        .organisations
        .iter()
        .map(|own| (own, of(&own.id.value)))
        .filter(|(_, acteurs)| !acteurs.is_empty())
        .map(|(own, acteurs)| group(text(&own.nom), word(own.r#type.value.mot()), &acteurs))
        .collect();
    if !lost.is_empty() {
        groups.push(group(phrase("sans-organisation", []), Data::None, &lost));
    }
    Data::List(groups)
}

/// What each actor asks for.
fn support(page: &Page<'_, '_>) -> Data {
    let asking: Vec<&Acteur> =
        page.material.projet.acteurs.iter().filter(|acteur| !acteur.besoins_soutien.is_empty()).collect();
    list(&asking, |acteur| {
        map([("nom", text(&acteur.nom)), ("besoins", list(&acteur.besoins_soutien, text))])
    })
}

/// The resources, who makes and who uses them; those that are made for nobody, or used and made by nobody.
fn resources(page: &Page<'_, '_>) -> Data {
    let all = circulations(page.material.projet);
    let names = |acteurs: &[&Acteur]| list(acteurs, |acteur| text(&acteur.nom));
    let state = |one: &Circulation<'_>| match (one.sans_usage(), one.sans_origine()) {
        (true, _) => "sans-usage",
        (_, true) => "sans-origine",
        _ if one.produite.is_empty() && one.utilisee.is_empty() => "inemployee",
        _ => "employee",
    };
    list(&all, |one| {
        let bought = one.ressource.acquise.as_ref().is_some_and(|bought| bought.value);
        map([
            ("nom", text(&one.ressource.nom)),
            ("produite", names(&one.produite)),
            ("acquise", Data::Flag(bought)),
            ("utilisee", names(&one.utilisee)),
            ("etat", word(state(one))),
        ])
    })
}

/// The numbers of « L'essentiel ».
fn key_figures(page: &Page<'_, '_>) -> Data {
    let projet = page.material.projet;
    let figure = |value: usize, unit: &str, reading: Data, signal: bool| {
        chiffre(page.locale.large(value as u64), Some(unit), reading, signal)
    };
    let number = |value: usize| ("nombre", value.to_string());
    if projet.acteurs.is_empty() {
        return Data::List(Vec::new());
    }
    let activites = projet.raci.as_ref().map_or(&[][..], |raci| &raci.activites);
    let flux = projet.diffusion.as_ref().map_or(0, |diffusion| diffusion.flux.len());
    let services = projet.diffusion.as_ref().map_or(0, |diffusion| diffusion.services.len());
    let needs: usize = projet.acteurs.iter().map(|acteur| acteur.besoins_soutien.len()).sum();
    let unused = circulations(projet).iter().filter(|one| one.sans_usage()).count();
    // Those that nobody comes from are not in the table either.
    let organisations = projet
        .organisations
        .iter()
        .filter(|own| projet.acteurs.iter().any(|a| a.organisation.value == own.id.value));
    let mut figures = vec![
        figure(
            projet.acteurs.len(),
            "chiffre-acteurs-cites-unite",
            phrase("chiffre-acteurs-organisations", [number(organisations.count())]),
            false,
        ),
        figure(
            activites.len(),
            "chiffre-activites-raci-unite",
            phrase("chiffre-activites-raci", [number(activites.len())]),
            false,
        ),
        figure(
            flux,
            "chiffre-flux-services-unite",
            phrase("chiffre-flux-services", [("services", services.to_string())]),
            false,
        ),
    ];
    if let Some((load, names)) = busiest(page) {
        let args = [number(load), ("roles", names.len().to_string()), ("noms", page.enumeration(&names))];
        figures.push(figure(
            load,
            "chiffre-activites-raci-unite",
            phrase("chiffre-charge-raci", args),
            false,
        ));
    }
    let reading = phrase("chiffre-soutien", [number(needs)]);
    figures.push(figure(needs, "chiffre-soutien-unite", reading, false));
    let reading = phrase("chiffre-ressources", [number(unused)]);
    figures.push(figure(unused, "chiffre-ressources-unite", reading, unused > 0));
    Data::List(figures)
}

/// The largest load of the RACI, and the names of all who carry it.
fn busiest(page: &Page<'_, '_>) -> Option<(usize, Vec<String>)> {
    let projet = page.material.projet;
    let raci = projet.raci.as_ref()?;
    let load = |acteur: &Acteur| charge(raci, &acteur.id.value);
    let most = projet.acteurs.iter().map(load).max().filter(|most| *most > 0)?;
    let carriers = projet.acteurs.iter().filter(|acteur| load(acteur) == most);
    Some((most, carriers.map(|acteur| acteur.nom.value.clone()).collect()))
}
