//! ED I-4, *Acteurs et rôles* (domain.md 2.4): who acts, with what, through what, and who answers.
//!
//! In: the planning data and the notes of its sections. Out: prose of the notes, then a card for each
//! actor and the matrices, all derived from the same tables as the other documents.

mod fiches;
mod matrices;

use super::officiel::{Page, Values, compte, document, list, map, phrase, text, word};
use super::{Assemble, Data, Document, DocumentType, ProjectMaterial, section};
use crate::analyse::roles::{Circulation, charge, circulations};
use crate::diagnostic::Diagnostics;
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
    assemble: Assemble::Project(assemble),
};

fn assemble<'a>(material: &ProjectMaterial<'a>, diags: &mut Diagnostics) -> Document<'a> {
    let page = Page::new(material);
    document(&page, &TYPE, facts(&page), &|slug| has_facts(slug, material), diags)
}

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
        compte(value.to_string(), (unit, value), reading, signal)
    };
    if projet.acteurs.is_empty() {
        return Data::List(Vec::new());
    }
    let activites = projet.raci.as_ref().map_or(&[][..], |raci| &raci.activites);
    let flux = projet.diffusion.as_ref().map_or(0, |diffusion| diffusion.flux.len());
    let services = projet.diffusion.as_ref().map_or(0, |diffusion| diffusion.services.len());
    let busiest = projet.raci.as_ref().and_then(|raci| {
        let loads = projet.acteurs.iter().map(|acteur| (charge(raci, &acteur.id.value), acteur));
        // The first of those that carry as much.
        loads.rev().max_by_key(|(load, _)| *load).filter(|(load, _)| *load > 0)
    });
    let needs: usize = projet.acteurs.iter().map(|acteur| acteur.besoins_soutien.len()).sum();
    let unused = circulations(projet).iter().filter(|one| one.sans_usage()).count();
    let organisations = [("nombre", projet.organisations.len().to_string())];
    let mut figures = vec![
        figure(
            projet.acteurs.len(),
            "chiffre-acteurs-cites-unite",
            phrase("chiffre-acteurs-organisations", organisations),
            false,
        ),
        figure(activites.len(), "chiffre-activites-raci-unite", phrase("chiffre-activites-raci", []), false),
        figure(
            flux,
            "chiffre-flux-services-unite",
            phrase("chiffre-flux-services", [("services", services.to_string())]),
            false,
        ),
    ];
    if let Some((load, acteur)) = busiest {
        let args = [("nom", acteur.nom.value.clone())];
        figures.push(figure(
            load,
            "chiffre-activites-raci-unite",
            phrase("chiffre-charge-raci", args),
            false,
        ));
    }
    figures.push(figure(needs, "chiffre-soutien-unite", phrase("chiffre-soutien", []), false));
    figures.push(figure(unused, "chiffre-ressources-unite", phrase("chiffre-ressources", []), unused > 0));
    Data::List(figures)
}
