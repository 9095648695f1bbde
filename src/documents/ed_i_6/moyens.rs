//! The schedule and the means in ED I-6: what is due when, who answers with what.
//!
//! In: the deadlines and responsibles of the plan. Out: a timeline, a table of means.

use super::super::officiel::{Evenement, Page, frise, list, map, optional, phrase, plain, text, word};
use super::{DOMAINES, Data};
use crate::projet::acteurs::Acteur;
use crate::projet::decode::Texte;
use crate::projet::materiel::{Materiel, Technique};

/// The deadlines of each domain, then those of the promotional plan.
pub(super) fn schedule(page: &Page<'_, '_>, plan: &Materiel) -> Data {
    let mut groups = Vec::new();
    for domaine in DOMAINES {
        let lines = plan.technique.iter().filter(|line| line.domaine.value == domaine);
        let event = |line: &Technique| {
            let due = line.echeance.as_ref()?;
            let asked = line.requise_ouverture.as_ref().is_some_and(|asked| asked.value);
            Some(Evenement {
                objet: optional(line.exigence.as_ref()),
                precision: page.some_acteur(line.responsable.as_ref()),
                genre: if asked { "requise" } else { "echeance" },
                debut: due.value,
                fin: None,
            })
        };
        groups.push((phrase(&format!("domaine-{}", domaine.mot()), []), lines.filter_map(event).collect()));
    }
    let pieces = plan.promotion.iter().filter_map(|piece| {
        Some(Evenement {
            objet: text(&piece.piece),
            precision: optional(piece.canal.as_ref()),
            genre: "diffusion",
            debut: piece.date.as_ref()?.value,
            fin: None,
        })
    });
    groups.push((phrase("frise-promotion", []), pieces.collect()));
    frise(page, "figure-echeancier", groups)
}

/// What each responsible has to do, and with what.
pub(super) fn means(page: &Page<'_, '_>, plan: &Materiel) -> Data {
    let mut ids: Vec<&Texte> = Vec::new();
    let named = plan.technique.iter().filter_map(|line| line.responsable.as_ref());
    for id in named.chain(plan.soutien.iter().filter_map(|channel| channel.acteur.as_ref())) {
        if !ids.iter().any(|known| known.value == id.value) {
            ids.push(id);
        }
    }
    list(&ids, |id| {
        let theirs = |named: Option<&Texte>| named.is_some_and(|named| named.value == id.value);
        let lines: Vec<&Technique> =
            plan.technique.iter().filter(|line| theirs(line.responsable.as_ref())).collect();
        let domains: Vec<&'static str> = DOMAINES
            .into_iter()
            .filter(|domaine| lines.iter().any(|line| line.domaine.value == *domaine))
            .map(crate::projet::materiel::Domaine::mot)
            .collect();
        let mut levels: Vec<u32> = plan
            .soutien
            .iter()
            .filter(|channel| theirs(channel.acteur.as_ref()))
            .map(|channel| channel.niveau.value)
            .collect();
        levels.sort_unstable();
        levels.dedup();
        let mut resources: Vec<&Texte> = Vec::new();
        for resource in lines.iter().flat_map(|line| &line.ressources) {
            if !resources.iter().any(|known| known.value == resource.value) {
                resources.push(resource);
            }
        }
        let actor = page.acteur(id);
        map([
            ("acteur", page.nom_acteur(id)),
            ("domaines", list(&domains, |domaine| word(domaine))),
            ("exigences", plain(lines.len().to_string())),
            ("niveaux", levels_told(page, &levels)),
            ("ressources", list(&resources, |resource| text(resource))),
            ("disponibilite", actor.map_or(Data::None, |actor| availability(page, actor))),
        ])
    })
}

/// « Niveaux 2 et 3 ».
fn levels_told(page: &Page<'_, '_>, levels: &[u32]) -> Data {
    let numbers: Vec<String> = levels.iter().map(u32::to_string).collect();
    let args = [("nombre", numbers.len().to_string()), ("niveaux", page.enumeration(&numbers))];
    if numbers.is_empty() { Data::None } else { phrase("moyens-niveaux", args) }
}

/// The people and the hours of an actor, where they are said.
fn availability(page: &Page<'_, '_>, actor: &Acteur) -> Data {
    let people =
        actor.effectif.as_ref().map(|n| phrase("moyens-personnes", [("nombre", n.value.to_string())]));
    let etp = actor.etp.as_ref().map(|n| phrase("moyens-etp", [("nombre", page.locale.decimal(n.value, 2))]));
    let hours = actor.heures_disponibles.as_ref();
    let month = hours.and_then(|hours| hours.mois.as_ref());
    let year = hours.and_then(|hours| hours.annee.as_ref());
    let month = month.map(|n| phrase("moyens-heures-mois", [("nombre", page.locale.decimal(n.value, 1))]));
    let year = year.map(|n| phrase("moyens-heures-annee", [("nombre", page.locale.decimal(n.value, 1))]));
    let parts: Vec<Data> = [people, etp, month, year].into_iter().flatten().collect();
    if parts.is_empty() { Data::None } else { Data::List(parts) }
}
