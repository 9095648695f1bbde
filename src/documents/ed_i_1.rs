//! ED I-1, *Rapport de contexte* (domain.md 2.1): the real conditions, before anything is designed.
//!
//! In: the planning data and the notes of its sections. Out: prose of the notes, then the computed
//! tables, section by section.

mod besoins;
mod debits;

use super::officiel::{Page, Values, chiffre, list, map, optional, phrase, plain, text, word};
use super::{Assemble, Data, DocumentType, Facts, ProjectMaterial, reponse, section};
use crate::analyse::{Reponse, taux};
use crate::projet::contexte::{Besoin, Contexte, Enquete};
use crate::projet::decode::Texte;
use std::collections::BTreeMap;

pub(super) static TYPE: DocumentType = DocumentType {
    code: "ed-i-1",
    onglet: "I-1",
    sections: &[
        section("objet-et-perimetre", 1),
        section("cadre-de-formation", 1),
        section("organisation", 1),
        section("infrastructure", 1),
        section("equipements", 2),
        section("connexions", 2),
        section("plateformes", 2),
        section("projets-et-cours-connexes", 1),
        section("ressources-et-services", 1),
        section("enquetes-et-entretiens", 1),
        section("synthese", 1),
        section("besoins", 2),
        section("contraintes", 2),
        section("opportunites", 2),
        section("consequences", 1),
    ],
    assemble: Assemble::Project(Facts { values: facts, filled: has_facts }),
};

/// Whether the data fill a section without any note.
fn has_facts(slug: &str, material: &ProjectMaterial<'_>) -> bool {
    let projet = material.projet;
    let in_context = |has: fn(&Contexte) -> bool| projet.contexte.as_ref().is_some_and(has);
    match slug {
        "cadre-de-formation" => in_context(|contexte| !contexte.cadre.is_empty()),
        "organisation" => !projet.organisations.is_empty(),
        "infrastructure" | "equipements" | "connexions" | "plateformes" => !projet.etablissements.is_empty(),
        "projets-et-cours-connexes" => in_context(|contexte| !contexte.projets_connexes.is_empty()),
        "ressources-et-services" => in_context(|contexte| !contexte.ressources_existantes.is_empty()),
        "enquetes-et-entretiens" => in_context(|contexte| !contexte.enquetes.is_empty()),
        "synthese" | "besoins" => in_context(|contexte| !contexte.besoins.is_empty()),
        "contraintes" => in_context(|contexte| !contexte.contraintes.is_empty()),
        "opportunites" => in_context(|contexte| !contexte.opportunites.is_empty()),
        _ => false,
    }
}

/// The computed tables and figures.
fn facts(page: &Page<'_, '_>) -> Values {
    let projet = page.material.projet;
    let empty = Contexte::empty(projet.manifeste.span);
    let contexte = projet.contexte.as_ref().unwrap_or(&empty);
    BTreeMap::from([
        (
            "organisations",
            list(&projet.organisations, |organisation| {
                map([("nom", text(&organisation.nom)), ("type", word(organisation.r#type.value.mot()))])
            }),
        ),
        ("contexte", context(page, contexte)),
        ("reponses", besoins::answers(page, contexte)),
        ("debits", debits::bandwidths(page)),
        ("plateformes", platforms(page)),
        ("chiffres", key_figures(page, contexte)),
        ("sources", sources(page)),
    ])
}

/// Where the figures of each table come from.
fn sources(page: &Page<'_, '_>) -> Data {
    let dossier = &page.material.projet.manifeste.dossier;
    let date = page.long(dossier.date.value);
    let dated = |name: &str| phrase(name, [("date", date.clone())]);
    let seuil = page.locale.decimal(page.material.projet.manifeste.seuil_reponse(), 0);
    let releve = || phrase("source-releve", [("version", dossier.version.value.clone())]);
    map([
        ("repartition", dated("source-etablissements")),
        ("equipements", dated("source-etablissements")),
        ("plateformes", dated("source-etablissements")),
        ("connexions", dated("source-mesures")),
        ("debits", dated("source-mesures")),
        ("enquetes", phrase("source-enquetes", [("seuil", seuil)])),
        ("besoins", releve()),
        ("contraintes", releve()),
    ])
}

/// The numbers of « L'essentiel »: three large ones, four small ones, each with its reading.
fn key_figures(page: &Page<'_, '_>, contexte: &Contexte) -> Data {
    let bilan = page.material.bilan;
    let mut figures = if bilan.totaux.ecoles > 0 { school_figures(page) } else { Vec::new() };
    if let Some(ratio) = bilan.totaux.eleves_par_appareil() {
        figures.push(chiffre(
            page.locale.decimal(ratio, 1),
            Some("chiffre-appareils-unite"),
            phrase("chiffre-appareils", []),
            false,
        ));
    }
    let total = |of: fn(&Reponse) -> u32| bilan.reponses.iter().map(of).fold(0, u32::saturating_add);
    if let Some(rate) = taux(total(|reponse| reponse.repondants), total(|reponse| reponse.sollicites)) {
        figures.push(chiffre(
            page.locale.decimal(rate, 0),
            Some("chiffre-reponses-unite"),
            phrase("chiffre-reponses", []),
            false,
        ));
    }
    let all: Vec<&Besoin> = contexte.besoins.iter().chain(&contexte.contraintes).collect();
    if !all.is_empty() {
        let answered = |besoin: &&&Besoin| {
            let mut named = besoin.traite_par.iter();
            named.any(|named| reponse(page.material.projet, &named.value).code().is_some())
        };
        let without = all.len() - all.iter().filter(answered).count();
        let reading = phrase("chiffre-besoins", [("sans", count(page, without))]);
        figures.push(chiffre(count(page, all.len()), None, reading, without > 0));
    }
    Data::List(figures)
}

/// The key figures of the schools: how many, their pupils, the slow ones, their teachers.
fn school_figures(page: &Page<'_, '_>) -> Vec<Data> {
    let (bilan, totaux) = (page.material.bilan, &page.material.bilan.totaux);
    let args =
        [("communes", page.locale.integer(totaux.communes)), ("vagues", count(page, bilan.vagues.len()))];
    let ecoles = page.locale.integer(totaux.ecoles);
    let mut figures =
        vec![chiffre(ecoles, Some("chiffre-ecoles-unite"), phrase("chiffre-ecoles", args), false)];
    let classes = totaux.classes.map_or_else(|| "inconnu".to_owned(), |n| page.locale.integer(n));
    let reading = phrase("chiffre-eleves", [("classes", classes)]);
    figures.push(chiffre(page.locale.integer(totaux.eleves), Some("chiffre-eleves-unite"), reading, false));
    if totaux.debits {
        let slow = bilan.sous_seuil.len();
        let seuil = page.locale.decimal(page.material.projet.manifeste.seuil_debit(), 1);
        let reading = phrase("chiffre-debit", [("seuil", seuil)]);
        figures.push(chiffre(count(page, slow), Some("chiffre-debit-unite"), reading, slow > 0));
    }
    figures.extend(totaux.enseignants.map(|number| {
        let number = page.locale.integer(number);
        chiffre(number, Some("chiffre-enseignants-unite"), phrase("chiffre-enseignants", []), false)
    }));
    figures
}

fn count(page: &Page<'_, '_>, number: usize) -> String {
    page.locale.integer(u32::try_from(number).unwrap_or(u32::MAX))
}

/// The platforms in use, each with its schools, in the order of the first one.
fn platforms(page: &Page<'_, '_>) -> Data {
    let mut found: Vec<(&Texte, Vec<&Texte>, u32)> = Vec::new();
    for ecole in &page.material.projet.etablissements {
        let Some(name) = ecole.infra.as_ref().and_then(|infra| infra.plateforme_existante.as_ref()) else {
            continue;
        };
        match found.iter_mut().find(|(known, _, _)| known.value == name.value) {
            Some((_, ecoles, eleves)) => {
                ecoles.push(&ecole.nom);
                *eleves = eleves.saturating_add(ecole.eleves.value);
            }
            None => found.push((name, vec![&ecole.nom], ecole.eleves.value)),
        }
    }
    list(&found, |(name, ecoles, eleves)| {
        map([
            ("plateforme_existante", text(name)),
            ("ecoles", page.integer(u32::try_from(ecoles.len()).unwrap_or(u32::MAX))),
            ("eleves", page.integer(*eleves)),
            ("etablissements", list(ecoles, |nom| text(nom))),
        ])
    })
}

fn context(page: &Page<'_, '_>, contexte: &Contexte) -> Data {
    map([
        ("cadre", list(&contexte.cadre, |cadre| word(cadre.value.mot()))),
        ("modalites", list(&contexte.modalites, |modalite| word(modalite.value.mot()))),
        (
            "type_organisation",
            contexte.type_organisation.as_ref().map_or(Data::None, |kind| word(kind.value.mot())),
        ),
        (
            "projets_connexes",
            list(&contexte.projets_connexes, |projet| {
                map([
                    ("nom", text(&projet.nom)),
                    ("porteur", optional(projet.porteur.as_ref())),
                    ("periode", optional(projet.periode.as_ref())),
                    (
                        "influence",
                        projet.influence.as_ref().map_or(Data::None, |influence| word(influence.value.mot())),
                    ),
                ])
            }),
        ),
        (
            "ressources_existantes",
            list(&contexte.ressources_existantes, |ressource| {
                map([
                    ("nom", text(&ressource.nom)),
                    ("type", ressource.r#type.as_ref().map_or(Data::None, |kind| word(kind.value.mot()))),
                    ("detenteur", optional(ressource.detenteur.as_ref())),
                    (
                        "mobilisable",
                        ressource.mobilisable.as_ref().map_or(Data::None, |flag| Data::Flag(flag.value)),
                    ),
                    ("motif", optional(ressource.motif.as_ref())),
                ])
            }),
        ),
        ("enquetes", list(&contexte.enquetes, |enquete| survey(page, enquete))),
        ("besoins", besoins::by_nature(page, &contexte.besoins)),
        ("contraintes", besoins::by_nature(page, &contexte.contraintes)),
        (
            "opportunites",
            list(&contexte.opportunites, |item| {
                let id = item.id.as_ref().map_or(Data::None, |id| plain(id.value.to_uppercase()));
                map([("id", id), ("enonce", text(&item.enonce))])
            }),
        ),
    ])
}

fn survey(page: &Page<'_, '_>, enquete: &Enquete) -> Data {
    let (asked, answered) = (enquete.sollicites.value, enquete.repondants.value);
    let rate = taux(answered, asked);
    let low = rate.is_some_and(|rate| rate < page.material.projet.manifeste.seuil_reponse());
    map([
        ("groupe", word(enquete.groupe.value.mot())),
        ("methode", word(enquete.methode.value.mot())),
        ("periode", page.periode(enquete.debut.as_ref(), enquete.fin.as_ref())),
        ("sollicites", page.integer(asked)),
        ("repondants", page.integer(answered)),
        (
            "taux",
            rate.map_or(Data::None, |rate| phrase("pourcentage", [("nombre", page.locale.decimal(rate, 0))])),
        ),
        ("sous_seuil", Data::Flag(low)),
        ("constats", list(&enquete.constats, text)),
    ])
}
