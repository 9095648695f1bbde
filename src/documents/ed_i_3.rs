//! ED I-3, *Modèle de diffusion* (domain.md 2.3): who gives which service to whom, and what depends on
//! one actor alone.
//!
//! In: the planning data, its graph, the notes of its sections. Out: the figures of the graph, the table
//! that says the same, the tools, the services with who gives and receives them, the scenarios, the
//! blocking points. What an actor gives and receives is read off the flows.

mod graphe;

use super::officiel::{Page, Values, compte, list, map, optional, phrase, plain, text, word};
use super::{Assemble, Data, DocumentType, Facts, ProjectMaterial, section};
use crate::analyse::graphe::{BilanService, Blocage, Lien, Reseau, Sommet, critique, isoles};
use crate::projet::Projet;
use crate::projet::acteurs::Acteur;
use crate::projet::decode::Texte;
use crate::projet::diffusion::{Diffusion, NatureService, Scenario};
use std::collections::BTreeMap;

pub(super) static TYPE: DocumentType = DocumentType {
    code: "ed-i-3",
    onglet: "I-3",
    sections: &[
        section("lecture-du-graphe", 1),
        section("graphe-de-diffusion", 1),
        section("table-des-flux", 1),
        section("outils-et-plateformes", 1),
        section("catalogue-des-services", 1),
        section("scenarios-d-usage", 1),
        section("points-de-blocage", 1),
    ],
    assemble: Assemble::Project(Facts { values: facts, filled: has_facts }),
};

/// Whether the data fill a section without any note.
fn has_facts(slug: &str, material: &ProjectMaterial<'_>) -> bool {
    let reseau = &material.bilan.reseau;
    let has = |has: fn(&Diffusion) -> bool| material.projet.diffusion.as_ref().is_some_and(has);
    match slug {
        "lecture-du-graphe" | "graphe-de-diffusion" => !reseau.sommets.is_empty(),
        "table-des-flux" => !reseau.liens.is_empty(),
        "outils-et-plateformes" => has(|diffusion| !diffusion.outils.is_empty()),
        "catalogue-des-services" => has(|diffusion| !diffusion.services.is_empty()),
        "scenarios-d-usage" => has(|diffusion| !diffusion.scenarios.is_empty()),
        // A graph without a blocking point is a finding too.
        "points-de-blocage" => !reseau.liens.is_empty(),
        _ => false,
    }
}

/// The computed tables and figures.
fn facts(page: &Page<'_, '_>) -> Values {
    let (projet, reseau) = (page.material.projet, &page.material.bilan.reseau);
    let scenarios = projet.diffusion.as_ref().map_or(&[][..], |diffusion| &diffusion.scenarios);
    let date = page.long(projet.manifeste.dossier.date.value);
    let dated = |name: &str| phrase(name, [("date", date.clone())]);
    BTreeMap::from([
        ("graphes", graphe::figures(page)),
        ("groupes", actors(page)),
        ("flux", list(&reseau.liens, |lien| flow(page, lien))),
        ("outils", tools(page)),
        ("services", services(reseau)),
        ("scenarios", list(scenarios, |scene| scenario(page, scene))),
        ("blocages", list(&reseau.blocages, |blocage| blocking(page, blocage))),
        ("isoles", apart(projet, reseau)),
        ("soutiens", support(reseau)),
        ("chiffres", key_figures(page)),
        (
            "sources",
            map([
                ("repartition", dated("source-etablissements")),
                ("graphe", dated("source-diffusion")),
                ("blocages", phrase("source-blocages", [])),
            ]),
        ),
    ])
}

/// The letter of a tool, by its place: A to Z, then AA.
fn letter(rang: usize) -> String {
    let own = char::from(b'A' + u8::try_from(rang % 26).unwrap_or(0));
    if rang < 26 { own.to_string() } else { format!("{}{own}", letter(rang / 26 - 1)) }
}

fn names(reseau: &Reseau<'_>, sommets: &[usize]) -> Data {
    let found: Vec<&Sommet<'_>> = sommets.iter().filter_map(|rang| reseau.sommets.get(*rang)).collect();
    list(&found, |sommet| text(&sommet.acteur.nom))
}

fn numbers(flux: &[u32]) -> Data {
    plain(flux.iter().map(u32::to_string).collect::<Vec<_>>().join(", "))
}

/// The actors by organisation, and what each gives and receives.
fn actors(page: &Page<'_, '_>) -> Data {
    let (projet, reseau) = (page.material.projet, &page.material.bilan.reseau);
    let mut ids: Vec<&Texte> = Vec::new();
    for sommet in &reseau.sommets {
        if ids.iter().all(|id| id.value != sommet.acteur.organisation.value) {
            ids.push(&sommet.acteur.organisation);
        }
    }
    let hours = |hours: Option<f64>| hours.map_or(Data::None, |hours| page.decimal(hours, 1));
    let line = |sommet: &&Sommet<'_>| {
        map([
            ("nom", text(&sommet.acteur.nom)),
            ("recus", page.integer(u32::try_from(sommet.recus.len()).unwrap_or(u32::MAX))),
            ("rendus", page.integer(u32::try_from(sommet.rendus.len()).unwrap_or(u32::MAX))),
            ("charge", if sommet.charge == 0 { Data::None } else { page.integer(sommet.charge) }),
            ("heures", hours(sommet.heures)),
            ("disponibles", hours(sommet.disponibles)),
            (
                "surcharge",
                Data::Flag(sommet.heures.zip(sommet.disponibles).is_some_and(|(asked, has)| asked > has)),
            ),
        ])
    };
    list(&ids, |id| {
        let own: Vec<&Sommet<'_>> =
            reseau.sommets.iter().filter(|sommet| sommet.acteur.organisation.value == id.value).collect();
        let found = projet.organisations.iter().find(|organisation| organisation.id.value == id.value);
        map([
            ("nom", text(found.map_or(*id, |organisation| &organisation.nom))),
            ("acteurs", list(&own, line)),
        ])
    })
}

fn flow(page: &Page<'_, '_>, lien: &Lien<'_>) -> Data {
    let flux = lien.flux;
    map([
        ("numero", plain(lien.numero.to_string())),
        ("de", page.nom_acteur(&flux.de)),
        ("vers", page.nom_acteur(&flux.vers)),
        ("service", text(lien.service.map_or(&flux.service, |service| &service.libelle))),
        ("nature", lien.service.map_or(Data::None, |service| word(service.nature.value.mot()))),
        ("critique", Data::Flag(lien.critique())),
        ("outil", lien.outil.map_or(Data::None, |outil| text(&outil.nom))),
        ("canal", flux.canal.as_ref().map_or(Data::None, |canal| word(canal.value.mot()))),
        ("volume", page.some_integer(flux.volume_mensuel.as_ref())),
        ("responsable", page.some_acteur(flux.responsable.as_ref())),
    ])
}

fn tools(page: &Page<'_, '_>) -> Data {
    let ranked: Vec<_> = page.material.bilan.reseau.outils.iter().enumerate().collect();
    list(&ranked, |(rang, (outil, flux))| {
        map([
            ("lettre", plain(letter(*rang))),
            ("nom", text(&outil.nom)),
            ("categorie", outil.categorie.as_ref().map_or(Data::None, |kind| word(kind.value.mot()))),
            ("operateur", page.some_acteur(outil.operateur.as_ref())),
            ("flux", if flux.is_empty() { Data::None } else { numbers(flux) }),
        ])
    })
}

/// The services by nature, in the order of the method.
fn services(reseau: &Reseau<'_>) -> Data {
    let mut natures: Vec<NatureService> =
        reseau.services.iter().map(|bilan| bilan.service.nature.value).collect();
    natures.sort();
    natures.dedup();
    let line = |bilan: &&BilanService<'_>| {
        map([
            ("libelle", text(&bilan.service.libelle)),
            ("description", optional(bilan.service.description.as_ref())),
            ("critique", Data::Flag(critique(bilan.service))),
            ("fournisseurs", names(reseau, &bilan.fournisseurs)),
            ("beneficiaires", names(reseau, &bilan.beneficiaires)),
            ("flux", if bilan.flux.is_empty() { Data::None } else { numbers(&bilan.flux) }),
        ])
    };
    list(&natures, |nature| {
        let own: Vec<&BilanService<'_>> =
            reseau.services.iter().filter(|bilan| bilan.service.nature.value == *nature).collect();
        map([("nature", word(nature.mot())), ("lignes", list(&own, line))])
    })
}

fn scenario(page: &Page<'_, '_>, scenario: &Scenario) -> Data {
    let diffusion = page.material.projet.diffusion.as_ref();
    let tool = |id: &Texte| {
        let tools = diffusion.map_or(&[][..], |diffusion| &diffusion.outils);
        text(tools.iter().find(|outil| outil.id.value == id.value).map_or(id, |outil| &outil.nom))
    };
    let service = |id: &Texte| {
        let services = diffusion.map_or(&[][..], |diffusion| &diffusion.services);
        text(services.iter().find(|service| service.id.value == id.value).map_or(id, |found| &found.libelle))
    };
    map([
        ("titre", text(&scenario.titre)),
        ("service", scenario.service.as_ref().map_or(Data::None, service)),
        ("declencheur", optional(scenario.declencheur.as_ref())),
        (
            "etapes",
            list(&scenario.etapes, |etape| {
                map([
                    ("acteur", page.nom_acteur(&etape.acteur)),
                    ("action", text(&etape.action)),
                    ("outil", etape.outil.as_ref().map_or(Data::None, tool)),
                ])
            }),
        ),
        ("resultat", optional(scenario.resultat.as_ref())),
    ])
}

/// A blocking point: why, who would go without, what the actor asks for.
fn blocking(page: &Page<'_, '_>, blocage: &Blocage) -> Data {
    let reseau = &page.material.bilan.reseau;
    let Some(sommet) = reseau.sommets.get(blocage.sommet) else { return Data::None };
    let mut motifs = Vec::new();
    for bilan in blocage.seul_pour.iter().filter_map(|place| reseau.services.get(*place)) {
        let flux = bilan.flux.iter().map(u32::to_string).collect::<Vec<_>>().join(", ");
        let args = [("service", bilan.service.libelle.value.clone()), ("flux", flux)];
        motifs.push(phrase("blocage-seul", args));
    }
    if !blocage.coupes.is_empty() {
        motifs.push(phrase("blocage-coupure", [("nombre", blocage.coupes.len().to_string())]));
    }
    if let Some((heures, disponibles)) = blocage.surcharge {
        let args = [
            ("heures", page.locale.decimal(heures, 1)),
            ("disponibles", page.locale.decimal(disponibles, 1)),
        ];
        motifs.push(phrase("blocage-charge", args));
    }
    map([
        ("acteur", text(&sommet.acteur.nom)),
        ("motifs", Data::List(motifs)),
        ("prives", names(reseau, &blocage.prives(reseau))),
        ("besoins", list(&sommet.acteur.besoins_soutien, text)),
    ])
}

/// What no flow reaches: actors, tools, services.
fn apart(projet: &Projet, reseau: &Reseau<'_>) -> Data {
    let alone: Vec<&Acteur> = if projet.diffusion.is_some() { isoles(projet) } else { Vec::new() };
    let tools: Vec<_> = reseau.outils.iter().filter(|(_, flux)| flux.is_empty()).collect();
    let services: Vec<_> = reseau.services.iter().filter(|bilan| bilan.flux.is_empty()).collect();
    map([
        ("acteurs", list(&alone, |acteur| text(&acteur.nom))),
        ("outils", list(&tools, |(outil, _)| text(&outil.nom))),
        ("services", list(&services, |bilan| text(&bilan.service.libelle))),
    ])
}

/// The support that actors ask for who block nothing: the others are named with their blocking point.
fn support(reseau: &Reseau<'_>) -> Data {
    let blocks = |rang: usize| reseau.blocages.iter().any(|blocage| blocage.sommet == rang);
    let asking = reseau.sommets.iter().enumerate();
    let asking: Vec<&Sommet<'_>> = asking
        .filter(|(rang, sommet)| !sommet.acteur.besoins_soutien.is_empty() && !blocks(*rang))
        .map(|(_, sommet)| sommet)
        .collect();
    list(&asking, |sommet| {
        let besoins = list(&sommet.acteur.besoins_soutien, text);
        map([("acteur", text(&sommet.acteur.nom)), ("besoins", besoins)])
    })
}

/// The numbers of « L'essentiel ».
fn key_figures(page: &Page<'_, '_>) -> Data {
    let reseau = &page.material.bilan.reseau;
    let count = |number: usize| page.locale.integer(u32::try_from(number).unwrap_or(u32::MAX));
    let figure = |value: usize, name: &str, args: Vec<(&'static str, String)>, signal: bool| {
        let unit = format!("{name}-unite");
        compte(count(value), (&unit, value), Data::Phrase(name.to_owned(), args), signal)
    };
    if reseau.liens.is_empty() {
        return Data::List(Vec::new());
    }
    let critical = reseau.liens.iter().filter(|lien| lien.critique()).count();
    let organisations: std::collections::BTreeSet<&str> =
        reseau.sommets.iter().map(|sommet| sommet.acteur.organisation.value.as_str()).collect();
    let deprived: std::collections::BTreeSet<usize> =
        reseau.blocages.iter().flat_map(|blocage| blocage.prives(reseau)).collect();
    let critical_services = reseau.services.iter().filter(|bilan| critique(bilan.service)).count();
    let scenarios = page.material.projet.diffusion.as_ref().map_or(0, |diffusion| diffusion.scenarios.len());
    let blocking = reseau.blocages.len();
    let one = |name: &'static str, number: usize| vec![(name, number.to_string())];
    let mut figures = vec![
        figure(
            reseau.sommets.len(),
            "chiffre-acteurs-graphe",
            one("organisations", organisations.len()),
            false,
        ),
        figure(reseau.liens.len(), "chiffre-flux-graphe", one("critiques", critical), false),
        figure(blocking, "chiffre-blocages", one("prives", deprived.len()), blocking > 0),
        figure(reseau.services.len(), "chiffre-services", one("critiques", critical_services), false),
        figure(reseau.outils.len(), "chiffre-outils", Vec::new(), false),
        figure(scenarios, "chiffre-scenarios", Vec::new(), false),
    ];
    if let Some(sommet) = busiest(reseau) {
        let args = vec![("acteur", sommet.acteur.nom.value.clone())];
        figures.push(figure(sommet.recus.len() + sommet.rendus.len(), "chiffre-sollicite", args, false));
    }
    Data::List(figures)
}

/// The actor with the most flows; of two with as many, the first.
fn busiest<'a, 'r>(reseau: &'r Reseau<'a>) -> Option<&'r Sommet<'a>> {
    let flows = |sommet: &&Sommet<'_>| sommet.recus.len() + sommet.rendus.len();
    reseau.sommets.iter().rev().max_by_key(flows).filter(|sommet| flows(sommet) > 0)
}

#[cfg(test)]
mod tests {
    #[test]
    fn letters_go_on_after_z() {
        let letters: Vec<String> = [0, 25, 26, 27, 51, 52, 701, 702].map(super::letter).to_vec();
        assert_eq!(letters, ["A", "Z", "AA", "AB", "AZ", "BA", "ZZ", "AAA"]);
    }
}
