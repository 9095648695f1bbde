//! ED I-1, *Rapport de contexte* (domain.md 2.1): the real conditions, before anything is designed.
//!
//! In: the planning data and the notes of its sections. Out: prose of the notes, then the computed
//! tables, section by section.

use super::officiel::{Page, Values, chiffre, document, list, map, optional, phrase, plain, text, word};
use super::{Assemble, DOSSIER, Data, Document, DocumentType, ProjectMaterial, Reponse, reponse, section};
use crate::analyse::{BilanVague, debit};
use crate::diagnostic::Diagnostics;
use crate::locale::Catalogue;
use crate::projet::contexte::{Besoin, Contexte, Enquete, Nature};
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
    assemble: Assemble::Project(assemble),
};

fn assemble<'a>(material: &ProjectMaterial<'a>, diags: &mut Diagnostics) -> Document<'a> {
    let page = Page::new(material);
    document(&page, &TYPE, facts(&page), &|slug| has_facts(slug, material), diags)
}

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
        ("reponses", answers(page, contexte)),
        ("debits", bandwidths(page)),
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
    let (projet, bilan) = (page.material.projet, page.material.bilan);
    let totaux = &bilan.totaux;
    let communes: std::collections::BTreeSet<&str> =
        projet.etablissements.iter().map(|ecole| ecole.commune.value.as_str()).collect();
    let count = |number: usize| page.locale.integer(u32::try_from(number).unwrap_or(u32::MAX));
    let mut figures = Vec::new();
    if totaux.ecoles > 0 {
        let args = [("communes", count(communes.len())), ("vagues", count(bilan.vagues.len()))];
        figures.push(chiffre(
            page.locale.integer(totaux.ecoles),
            Some("chiffre-ecoles-unite"),
            phrase("chiffre-ecoles", args),
            false,
        ));
        let args = [("classes", page.locale.integer(totaux.classes))];
        figures.push(chiffre(
            page.locale.integer(totaux.eleves),
            Some("chiffre-eleves-unite"),
            phrase("chiffre-eleves", args),
            false,
        ));
        let slow = bilan.sous_seuil.len();
        let args = [("seuil", page.locale.decimal(projet.manifeste.seuil_debit(), 1))];
        figures.push(chiffre(
            count(slow),
            Some("chiffre-debit-unite"),
            phrase("chiffre-debit", args),
            slow > 0,
        ));
        figures.push(chiffre(
            page.locale.integer(totaux.enseignants),
            Some("chiffre-enseignants-unite"),
            phrase("chiffre-enseignants", []),
            false,
        ));
    }
    if let Some(ratio) = totaux.eleves_par_appareil() {
        figures.push(chiffre(
            page.locale.decimal(ratio, 1),
            Some("chiffre-appareils-unite"),
            phrase("chiffre-appareils", []),
            false,
        ));
    }
    let asked: u32 = bilan.reponses.iter().map(|reponse| reponse.sollicites).sum();
    let answered: u32 = bilan.reponses.iter().map(|reponse| reponse.repondants).sum();
    if asked > 0 {
        let rate = f64::from(answered) * 100.0 / f64::from(asked);
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
            besoin.traite_par.iter().any(|named| reponse(projet, &named.value).code().is_some())
        };
        let without = all.len() - all.iter().filter(answered).count();
        figures.push(chiffre(
            count(all.len()),
            None,
            phrase("chiffre-besoins", [("sans", count(without))]),
            without > 0,
        ));
    }
    Data::List(figures)
}

/// The bars of the bandwidth chart: one figure, or one a wave where a page could not hold them all.
fn bandwidths(page: &Page<'_, '_>) -> Data {
    /// The most bars of one figure: those of a page.
    const BARS: usize = 40;
    let seuil = page.material.projet.manifeste.seuil_debit();
    let waves: Vec<(&BilanVague<'_>, Vec<f64>)> = page
        .material
        .bilan
        .vagues
        .iter()
        .map(|wave| (wave, wave.ecoles.iter().filter_map(|ecole| debit(ecole)).collect::<Vec<f64>>()))
        .filter(|(_, known)| !known.is_empty())
        .collect();
    let Some(highest) = waves.iter().flat_map(|(_, known)| known.iter().copied()).reduce(f64::max) else {
        return Data::None;
    };
    let bars: usize = waves.iter().map(|(wave, _)| wave.ecoles.len()).sum();
    let refs: Vec<&(&BilanVague<'_>, Vec<f64>)> = waves.iter().collect();
    let figures = if bars <= BARS {
        vec![chart(page, phrase("graphe-debits", []), &refs)]
    } else {
        let one = |wave: &&(&BilanVague<'_>, Vec<f64>)| {
            chart(page, phrase("graphe-debits-vague", [("nom", Page::wave_name(wave.0))]), &[*wave])
        };
        refs.iter().map(one).collect()
    };
    let step = scale_step(highest.max(seuil));
    let maximum = (highest.max(seuil) / step).ceil() * step;
    let marks = (0..=5).map(|i| f64::from(i) * step).filter(|mark| *mark <= maximum);
    let marks = marks.map(|mark| map([("valeur", number(mark)), ("texte", page.decimal(mark, 1))]));
    let limit = [("nombre", page.locale.decimal(seuil, 1))];
    map([
        ("figures", Data::List(figures)),
        (
            "echelle",
            map([
                ("maximum", number(maximum)),
                ("graduations", Data::List(marks.collect())),
                ("seuil", map([("valeur", number(seuil)), ("texte", phrase("seuil-debit", limit))])),
            ]),
        ),
    ])
}

/// A round step such that five of them hold the highest value.
fn scale_step(highest: f64) -> f64 {
    let raw = (highest / 5.0).max(0.1);
    let power = 10_f64.powf(raw.log10().floor());
    [1.0, 2.0, 2.5, 5.0, 10.0]
        .into_iter()
        .map(|round| round * power)
        .find(|step| *step >= raw - 1e-9)
        .unwrap_or(raw)
}

/// A number for drawing, to the tenth.
fn number(value: f64) -> Data {
    Data::Decimal((value * 10.0).round() / 10.0)
}

fn chart(page: &Page<'_, '_>, title: Data, waves: &[&(&BilanVague<'_>, Vec<f64>)]) -> Data {
    let seuil = page.material.projet.manifeste.seuil_debit();
    let pages = Catalogue::pages(&page.locale);
    let spread = |(wave, known): &(&BilanVague<'_>, Vec<f64>)| {
        let (low, high) =
            known.iter().fold((f64::MAX, 0.0), |(low, high): (f64, f64), n| (low.min(*n), high.max(*n)));
        let args = [
            ("nom", Page::wave_name(wave)),
            ("min", page.locale.decimal(low, 1)),
            ("max", page.locale.decimal(high, 1)),
        ];
        pages.text("graphe-debits-alt-vague", None, &args)
    };
    let told: Vec<String> = waves.iter().map(|wave| spread(wave)).collect();
    let slow = waves.iter().flat_map(|(_, known)| known).filter(|debit| **debit < seuil).count();
    let bars: usize = waves.iter().map(|(wave, _)| wave.ecoles.len()).sum();
    let args = [
        ("nombre", bars.to_string()),
        ("vagues", told.join(" ; ")),
        ("seuil", page.locale.decimal(seuil, 1)),
        ("sous", slow.to_string()),
    ];
    let group = |wave: &BilanVague<'_>| {
        let bars = list(&wave.ecoles, |ecole| {
            map([
                ("nom", text(&ecole.nom)),
                ("debit_mbps", debit(ecole).map_or(Data::None, |debit| page.decimal(debit, 1))),
                ("valeur", debit(ecole).map_or(Data::None, number)),
                ("sous_seuil", Data::Flag(debit(ecole).is_some_and(|debit| debit < seuil))),
            ])
        });
        map([("titre", plain(Page::wave_name(wave))), ("barres", bars)])
    };
    let groups = waves.iter().map(|(wave, _)| group(wave)).collect();
    map([("titre", title), ("alt", phrase("graphe-debits-alt", args)), ("groupes", Data::List(groups))])
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
        ("besoins", by_nature(page, &contexte.besoins)),
        ("contraintes", by_nature(page, &contexte.contraintes)),
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
    let rate = (asked > 0).then(|| f64::from(answered) * 100.0 / f64::from(asked));
    let low = rate.is_some_and(|rate| rate < page.material.projet.manifeste.seuil_reponse());
    let period = match (&enquete.debut, &enquete.fin) {
        (Some(start), Some(end)) => {
            phrase("periode-enquete", [("debut", page.short(start.value)), ("fin", page.short(end.value))])
        }
        (start, end) => page.date_short(start.as_ref().or(end.as_ref())),
    };
    map([
        ("groupe", word(enquete.groupe.value.mot())),
        ("methode", word(enquete.methode.value.mot())),
        ("periode", period),
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

/// Needs or constraints in groups of one nature, in the order of the method.
fn by_nature(page: &Page<'_, '_>, besoins: &[Besoin]) -> Data {
    let mut natures: Vec<Nature> = besoins.iter().map(|besoin| besoin.nature.value).collect();
    natures.sort();
    natures.dedup();
    list(&natures, |nature| {
        let lines: Vec<&Besoin> = besoins.iter().filter(|besoin| besoin.nature.value == *nature).collect();
        map([("nature", word(nature.mot())), ("lignes", list(&lines, |besoin| need(page, besoin)))])
    })
}

fn need(page: &Page<'_, '_>, besoin: &Besoin) -> Data {
    map([
        ("id", plain(besoin.id.value.to_uppercase())),
        ("enonce", text(&besoin.enonce)),
        (
            "gravite",
            besoin
                .gravite
                .as_ref()
                .map_or(Data::None, |gravite| Data::Number(gravite.value.clamp(1, 3).into())),
        ),
        ("traite_par", list(&besoin.traite_par, |named| answer(page, named))),
    ])
}

/// What treats a need: a document by its title, a section with its number, an element by its name;
/// what does not exist as it is written.
fn answer(page: &Page<'_, '_>, named: &Texte) -> Data {
    let pages = Catalogue::pages(&page.locale);
    let document = |code: &str| pages.text(&format!("renvoi-{code}"), None, &[]);
    match reponse(page.material.projet, &named.value) {
        Reponse::Document { code, section: None } => phrase(&format!("renvoi-{code}"), []),
        Reponse::Document { code, section: Some(section) } => {
            phrase("renvoi-a-venir", [("document", document(code)), ("section", section)])
        }
        Reponse::Section { code, numero, slug } => {
            let title = pages.text(slug, None, &[]);
            phrase("renvoi-section", [("document", document(code)), ("numero", numero), ("titre", title)])
        }
        Reponse::Element { nom, code } => {
            phrase("renvoi-element", [("nom", nom.value.clone()), ("document", document(code))])
        }
        Reponse::Inconnue { .. } | Reponse::SectionInconnue { .. } => text(named),
    }
}

/// Need by document: in each cell the sections that treat it, « oui » for a whole document.
fn answers(page: &Page<'_, '_>, contexte: &Contexte) -> Data {
    let projet = page.material.projet;
    let all: Vec<&Besoin> = contexte.besoins.iter().chain(&contexte.contraintes).collect();
    let found = |besoin: &Besoin| -> Vec<Reponse<'_>> {
        besoin.traite_par.iter().map(|named| reponse(projet, &named.value)).collect()
    };
    let used = |code: &str| all.iter().any(|besoin| found(besoin).iter().any(|one| one.code() == Some(code)));
    let columns: Vec<&str> = DOSSIER.into_iter().filter(|code| used(code)).collect();
    if columns.is_empty() {
        return Data::None;
    }
    let cell = |besoin: &Besoin, code: &str| {
        let of = found(besoin).into_iter().filter(|one| one.code() == Some(code)).collect::<Vec<_>>();
        let sections: Vec<String> = of
            .iter()
            .filter_map(|one| match one {
                Reponse::Section { numero, .. } => Some(numero.clone()),
                _ => None,
            })
            .collect();
        match (of.is_empty(), sections.is_empty()) {
            (true, _) => Data::None,
            (false, true) => phrase("reponse-entiere", []),
            (false, false) => phrase("reponse-sections", [("sections", sections.join(", "))]),
        }
    };
    let holes: Vec<&&Besoin> =
        all.iter().filter(|besoin| found(besoin).iter().all(|one| one.code().is_none())).collect();
    map([
        ("documents", list(&columns, |code| phrase(&format!("renvoi-court-{code}"), []))),
        ("legende", list(&columns, |code| phrase(&format!("renvoi-long-{code}"), []))),
        (
            "lignes",
            list(&all, |besoin| {
                map([
                    ("id", plain(besoin.id.value.to_uppercase())),
                    ("enonce", text(&besoin.enonce)),
                    ("cellules", list(&columns, |code| cell(besoin, code))),
                ])
            }),
        ),
        ("trous", list(&holes, |besoin| plain(besoin.id.value.to_uppercase()))),
    ])
}
