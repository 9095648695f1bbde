//! ED I-6, *Plan d'implantation matérielle* (domain.md 2.6): what the environment stands on, who
//! answers for it, by when, at what price.
//!
//! In: the planning data and the notes of its sections. Out: prose of the notes, then the computed
//! tables, section by section.

mod budget;
mod moyens;
mod soutien;

use super::officiel::{Page, Values, chiffre, list, map, optional, phrase, plain, text, word};
use super::{Assemble, Data, DocumentType, Facts, ProjectMaterial, reserved, section};
use crate::analyse::annees::{fin_marche, ouverture};
use crate::analyse::soutien::{arret, quantite};
use crate::projet::annee::AnneeScolaire;
use crate::projet::edition::Masque;
use crate::projet::manifeste::Juridiction;
use crate::projet::materiel::{Contact, Domaine, Donnees, Materiel, Promotion, Technique};

pub(super) static TYPE: DocumentType = DocumentType {
    code: "ed-i-6",
    onglet: "I-6",
    sections: &[
        section("gestion-technique", 1),
        section("soutien-technique", 1),
        section("ressources-numeriques", 1),
        section("gestion-de-la-qualite", 1),
        section("protection-des-donnees", 1),
        section("diffusion-du-materiel-promotionnel", 1),
        section("echeancier-et-moyens", 1),
        reserved(section("budget", 1), Masque::Couts),
    ],
    assemble: Assemble::Project(Facts { values: facts, filled: has_facts }),
};

/// The domains of technical management, in the order of the method.
const DOMAINES: [Domaine; 4] =
    [Domaine::Acces, Domaine::Hebergement, Domaine::Maintenance, Domaine::Securite];

/// Whether the data fill a section without any note.
fn has_facts(slug: &str, material: &ProjectMaterial<'_>) -> bool {
    let in_plan = |has: fn(&Materiel) -> bool| material.projet.materiel.as_ref().is_some_and(has);
    match slug {
        "gestion-technique" => in_plan(|plan| !plan.technique.is_empty()),
        "soutien-technique" => in_plan(|plan| !plan.soutien.is_empty()),
        "ressources-numeriques" => in_plan(|plan| !plan.ressources_numeriques.is_empty()),
        "gestion-de-la-qualite" => in_plan(|plan| !plan.qualite.is_empty()),
        "protection-des-donnees" => in_plan(|plan| plan.donnees.is_some()),
        "diffusion-du-materiel-promotionnel" => in_plan(|plan| !plan.promotion.is_empty()),
        "echeancier-et-moyens" => in_plan(|plan| !plan.technique.is_empty() || !plan.promotion.is_empty()),
        // An edition without prices says so in place of the budget.
        "budget" => masked(material) || in_plan(|plan| !plan.couts.is_empty()),
        _ => false,
    }
}

/// Whether the edition leaves the prices out.
fn masked(material: &ProjectMaterial<'_>) -> bool {
    material.projet.masks(material.edition, Masque::Couts)
}

/// The computed tables and figures.
fn facts(page: &Page<'_, '_>) -> Values {
    let projet = page.material.projet;
    let mut values = Values::from([
        ("juridiction", word(projet.manifeste.dossier.juridiction.value.mot())),
        ("chiffres", key_figures(page)),
        ("sources", sources(page)),
        ("budget", budget::budget(page)),
        ("materiel", Data::None),
    ]);
    if let Some(plan) = &projet.materiel {
        let parts = map([
            ("technique", by_domain(page, plan)),
            ("soutien", soutien::channels(page, plan)),
            ("couverture", soutien::coverage(page, plan)),
            ("demandes", soutien::requests(page, plan)),
            ("ressources", resources(page, plan)),
            ("disponibilite", availability(page, plan)),
            ("qualite", quality(page, plan)),
            ("periodes", periods(page)),
            ("donnees", plan.donnees.as_ref().map_or(Data::None, |donnees| privacy(page, donnees))),
            ("promotion", promotion(page, plan)),
            ("echeancier", moyens::schedule(page, plan)),
            ("moyens", moyens::means(page, plan)),
        ]);
        values.insert("materiel", parts);
    }
    values
}

/// Where the figures of each table come from: without schools or waves, nothing is said of them.
fn sources(page: &Page<'_, '_>) -> Data {
    let projet = page.material.projet;
    let version = || [("version", projet.manifeste.dossier.version.value.clone())];
    let plan = || phrase("source-plan-materiel", version());
    let schools = !projet.etablissements.is_empty();
    let computed = projet
        .materiel
        .iter()
        .flat_map(|plan| &plan.promotion)
        .any(|piece| piece.quantite.is_none() && quantite(piece, &page.material.bilan.vagues).is_some());
    map([
        ("plan", plan()),
        (
            "repartition",
            phrase("source-etablissements", [("date", page.long(projet.manifeste.dossier.date.value))]),
        ),
        ("demandes", phrase(if schools { "source-demandes" } else { "source-demandes-profils" }, [])),
        ("disponibilite", phrase("source-disponibilite", [])),
        ("promotion", if computed { phrase("source-promotion", []) } else { plan() }),
        ("budget", if schools { phrase("source-budget", version()) } else { plan() }),
    ])
}

/// The numbers of « L'essentiel »: three large ones, then small ones.
fn key_figures(page: &Page<'_, '_>) -> Data {
    let bilan = page.material.bilan;
    let Some(plan) = &page.material.projet.materiel else { return Data::List(Vec::new()) };
    let count = |number: usize| page.locale.large(number as u64);
    let mut figures = Vec::new();
    if let Some((target, stop)) = plan.disponibilite.as_ref().and_then(|d| Some((d.value, arret(d.value)?))) {
        let args = [("heures", page.locale.decimal(stop.heures_an, 1))];
        figures.push(chiffre(
            page.locale.decimal(target.approche(), 4),
            Some("chiffre-pourcentage-unite"),
            phrase("chiffre-disponibilite", args),
            false,
        ));
    }
    if let Some(all) = bilan.demandes.last() {
        let args = [
            ("nombre", page.locale.large(all.demandes_cumulees)),
            ("utilisateurs", page.locale.large(all.utilisateurs_cumules)),
        ];
        figures.push(chiffre(
            page.locale.large(all.demandes_cumulees),
            Some("chiffre-demandes-unite"),
            phrase("chiffre-demandes", args),
            false,
        ));
    }
    let copies: u64 = printed(page, plan).filter_map(|piece| quantite(piece, &bilan.vagues)).sum();
    if copies > 0 {
        let pieces = printed(page, plan).count().to_string();
        figures.push(chiffre(
            page.locale.large(copies),
            Some("chiffre-exemplaires-unite"),
            phrase("chiffre-exemplaires", [("pieces", pieces)]),
            false,
        ));
    }
    if !plan.technique.is_empty() {
        let asked = |line: &&Technique| line.requise_ouverture.as_ref().is_some_and(|asked| asked.value);
        let all = plan.technique.len();
        let required = plan.technique.iter().filter(asked).count();
        let args = [("requises", part(required, all)), ("nombre", all.to_string())];
        let reading = phrase("chiffre-exigences", args);
        figures.push(chiffre(count(plan.technique.len()), Some("chiffre-exigences-unite"), reading, false));
    }
    if !plan.qualite.is_empty() {
        let all = plan.qualite.len();
        let alert = plan.qualite.iter().filter(|line| line.seuil_alerte.is_some()).count();
        let args = [("seuils", part(alert, all)), ("nombre", all.to_string())];
        let reading = phrase("chiffre-indicateurs", args);
        figures.push(chiffre(count(plan.qualite.len()), Some("chiffre-indicateurs-unite"), reading, false));
    }
    if !masked(page.material) && !bilan.budget.annees.is_empty() {
        let years = bilan.budget.annees.len().to_string();
        figures.push(chiffre(
            page.locale.amount(bilan.budget.total().0),
            Some(&budget::in_currency(page, "chiffre-budget-unite")),
            phrase(&budget::in_currency(page, "chiffre-budget"), [("annees", years)]),
            false,
        ));
    }
    Data::List(figures)
}

/// How many of a number, as the sentences of the key figures choose their words: all, or so many.
fn part(some: usize, all: usize) -> String {
    if some == all { "tous".to_owned() } else { some.to_string() }
}

/// The technical requirements of each domain, one without any too.
fn by_domain(page: &Page<'_, '_>, plan: &Materiel) -> Data {
    if plan.technique.is_empty() {
        return Data::List(Vec::new());
    }
    list(&DOMAINES, |domaine| {
        let lines: Vec<&Technique> =
            plan.technique.iter().filter(|line| line.domaine.value == *domaine).collect();
        let line = |line: &&Technique| {
            map([
                ("exigence", optional(line.exigence.as_ref())),
                ("responsable", page.some_acteur(line.responsable.as_ref())),
                ("echeance", page.date_short(line.echeance.as_ref())),
                ("requise", Data::Flag(line.requise_ouverture.as_ref().is_some_and(|asked| asked.value))),
                ("ressources", list(&line.ressources, text)),
            ])
        };
        map([("domaine", word(domaine.mot())), ("lignes", list(&lines, line))])
    })
}

fn resources(page: &Page<'_, '_>, plan: &Materiel) -> Data {
    list(&plan.ressources_numeriques, |resource| {
        map([
            ("nom", text(&resource.nom)),
            ("type", resource.r#type.as_ref().map_or(Data::None, |kind| word(kind.value.mot()))),
            ("volume", optional(resource.volume.as_ref())),
            ("licence", optional(resource.licence.as_ref())),
            ("responsable", page.some_acteur(resource.responsable.as_ref())),
            ("mise_a_jour", optional(resource.mise_a_jour.as_ref())),
        ])
    })
}

/// The availability that is promised, and the downtime that it allows.
fn availability(page: &Page<'_, '_>, plan: &Materiel) -> Data {
    let target = plan.disponibilite.as_ref().map(|target| target.value);
    let Some((target, stop)) = target.and_then(|target| Some((target, arret(target)?))) else {
        return Data::None;
    };
    let one = |name: &str, value: f64| phrase(name, [("nombre", page.locale.decimal(value, 1))]);
    map([
        ("cible", phrase("pourcentage", [("nombre", page.locale.decimal(target.approche(), 4))])),
        ("par_an", one("heures-par-an", stop.heures_an)),
        ("par_mois", one("minutes-par-mois", stop.minutes_mois)),
    ])
}

/// The school years in which quality is measured: from the first opening to the end of the contract, or to
/// the last opening.
fn periods(page: &Page<'_, '_>) -> Data {
    let contract =
        page.material.projet.projet.as_ref().and_then(|projet| fin_marche(projet.marche.as_ref()?));
    let waves = &page.material.bilan.vagues;
    let openings = || waves.iter().filter_map(|wave| ouverture(wave.vague)).map(|day| day.value);
    let Some(first) = openings().min().map(AnneeScolaire::of) else { return Data::List(Vec::new()) };
    let last = openings().chain(contract).max().map_or(first, AnneeScolaire::of);
    Data::List((first.0..=last.0).map(|year| plain(AnneeScolaire(year).texte())).collect())
}

fn quality(page: &Page<'_, '_>, plan: &Materiel) -> Data {
    list(&plan.qualite, |line| {
        map([
            ("indicateur", text(&line.indicateur)),
            ("cible", optional(line.cible.as_ref())),
            ("seuil_alerte", optional(line.seuil_alerte.as_ref())),
            ("frequence", optional(line.frequence.as_ref())),
            ("source", optional(line.source.as_ref())),
            ("responsable", page.some_acteur(line.responsable.as_ref())),
            ("action_corrective", optional(line.action_corrective.as_ref())),
        ])
    })
}

/// What is done with personal data; the law of the place says who answers for it.
fn privacy(page: &Page<'_, '_>, donnees: &Donnees) -> Data {
    let contact = |contact: Option<&Contact>| {
        contact.map_or(Data::None, |contact| {
            let parts = [&contact.fonction, &contact.nom, &contact.courriel, &contact.telephone];
            Data::List(parts.into_iter().flatten().map(text).collect())
        })
    };
    let quebec = page.material.projet.manifeste.dossier.juridiction.value == Juridiction::Qc;
    let efvp = donnees.efvp.as_ref().filter(|_| quebec).map_or(Data::None, |efvp| {
        map([("statut", word(efvp.statut.value.mot())), ("date", page.date_short(efvp.date.as_ref()))])
    });
    map([
        ("responsable", page.some_acteur(donnees.responsable_traitement.as_ref())),
        ("base", optional(donnees.base.as_ref())),
        ("finalites", list(&donnees.finalites, text)),
        ("contact", contact(if quebec { donnees.rprp.as_ref() } else { donnees.dpd.as_ref() })),
        ("sous_traitants", Data::List(donnees.sous_traitants.iter().map(|id| page.nom_acteur(id)).collect())),
        (
            "durees",
            list(&donnees.durees, |line| {
                map([("donnees", text(&line.donnees)), ("duree", text(&line.duree))])
            }),
        ),
        ("efvp", efvp),
    ])
}

/// The pieces that are printed.
fn printed<'p>(page: &Page<'_, '_>, plan: &'p Materiel) -> impl Iterator<Item = &'p Promotion> {
    let waves = &page.material.bilan.vagues;
    plan.promotion.iter().filter(move |piece| {
        piece.imprime.as_ref().is_some_and(|printed| printed.value) && quantite(piece, waves).is_some()
    })
}

fn promotion(page: &Page<'_, '_>, plan: &Materiel) -> Data {
    let waves = &page.material.bilan.vagues;
    let lines = list(&plan.promotion, |piece| {
        let copies = quantite(piece, waves);
        let on_paper = piece.imprime.as_ref().map(|printed| printed.value);
        map([
            ("piece", text(&piece.piece)),
            ("public", piece.public.as_ref().map_or(Data::None, |id| page.profil(id))),
            ("canal", optional(piece.canal.as_ref())),
            ("vague", page.vague_nommee(piece.vague.as_ref())),
            ("date", page.date_short(piece.date.as_ref())),
            ("quantite", copies.map_or(Data::None, |copies| plain(page.locale.large(copies)))),
            ("calculee", Data::Flag(piece.quantite.is_none() && copies.is_some())),
            ("imprime", on_paper.map_or(Data::None, Data::Flag)),
        ])
    });
    let copies: u64 = printed(page, plan).filter_map(|piece| quantite(piece, waves)).sum();
    map([
        ("lignes", lines),
        ("total", if copies > 0 { plain(page.locale.large(copies)) } else { Data::None }),
    ])
}
