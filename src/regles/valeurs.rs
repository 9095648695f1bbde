//! R02, its values: numbers within their bounds, ends after beginnings.
//!
//! In: the planning data. Out: what cannot be, at its place. A share above a hundred percent or a period
//! that ends before it begins would be printed in an official document as if it were a fact.

use super::Examen;
use crate::diagnostic::{Code, Diagnostic};
use crate::projet::Projet;
use crate::projet::decode::Spanned;
use jiff::civil::Date;

/// R02: every number is one that its key can have, every period ends after it begins.
pub(super) fn bornes(examen: &Examen<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (key, value, min, max) in nombres(examen.projet) {
        if !(min..=max).contains(&value.value) {
            let diagnostic = Diagnostic::at(Code::ValueOutOfBounds, value.span)
                .arg("genre", if max == u32::MAX { "moins" } else { "intervalle" });
            let diagnostic = diagnostic.arg("cle", key).arg("valeur", value.value);
            found.push(diagnostic.arg("min", min).arg("max", max).help("aide-intervalle"));
        }
    }
    for ((key, value), (other, limit)) in paires(examen.projet) {
        if value.value > limit.value {
            let diagnostic = Diagnostic::at(Code::ValueOutOfBounds, value.span).arg("genre", "plus");
            let diagnostic = diagnostic.arg("cle", key).arg("valeur", value.value).arg("autre", other);
            found.push(diagnostic.arg("limite", limit.value).related(limit.span, "autre"));
        }
    }
    for (debut, fin) in periodes(examen.projet) {
        if fin.value < debut.value {
            let diagnostic = Diagnostic::at(Code::DatesReversed, fin.span).arg("fin", fin.value);
            found.push(diagnostic.arg("debut", debut.value).related(debut.span, "debut"));
        }
    }
    found.extend(a_venir(examen.projet));
    found.extend(taux(examen.projet));
    found
}

/// The whole numbers that have bounds: the key, the value, the least, the greatest.
fn nombres(projet: &Projet) -> Vec<(&'static str, &Spanned<u32>, u32, u32)> {
    let mut all = Vec::new();
    let mut add = |key, value: Option<_>, min, max| all.extend(value.map(|value| (key, value, min, max)));
    if let Some(limites) = &projet.manifeste.limites {
        add("nom_max", limites.nom_max.as_ref(), 8, 200);
    }
    if let Some(marche) = projet.projet.as_ref().and_then(|identite| identite.marche.as_ref()) {
        // Twenty years: the greatest length of a public contract, and more.
        add("duree_mois", Some(&marche.duree_mois), 1, 240);
        marche.reconductions.iter().for_each(|one| add("duree_mois", Some(&one.duree_mois), 1, 240));
    }
    for criteres in projet.etablissements.iter().filter_map(|ecole| ecole.criteres.as_ref()) {
        add("demande_implication", criteres.demande_implication.as_ref(), 0, 5);
        add("existant_usages", criteres.existant_usages.as_ref(), 0, 5);
        add("technique", criteres.technique.as_ref(), 0, 5);
        add("fonctionnel", criteres.fonctionnel.as_ref(), 0, 5);
    }
    let needs = projet.contexte.iter().flat_map(|one| one.besoins.iter().chain(&one.contraintes));
    needs.for_each(|need| add("gravite", need.gravite.as_ref(), 1, 3));
    for groupe in projet.orientations.iter().flat_map(|orientations| &orientations.groupes) {
        add("nombre", groupe.nombre.as_ref(), 1, u32::MAX);
    }
    for soutien in projet.materiel.iter().flat_map(|materiel| &materiel.soutien) {
        add("niveau", Some(&soutien.niveau), 0, 3);
    }
    projet.modules.iter().for_each(|module| add("capacite", module.capacite.as_ref(), 1, u32::MAX));
    all
}

/// A number and its key.
type Nomme<'a> = (&'static str, &'a Spanned<u32>);

/// The numbers that another one bounds: the smaller one, then its limit.
fn paires(projet: &Projet) -> Vec<(Nomme<'_>, Nomme<'_>)> {
    let surveys = projet.contexte.iter().flat_map(|contexte| &contexte.enquetes);
    let surveys =
        surveys.map(|survey| (("repondants", &survey.repondants), ("sollicites", &survey.sollicites)));
    let groups = projet.orientations.iter().flat_map(|orientations| &orientations.groupes);
    let groups = groups.filter_map(|group| {
        let (min, max) = (group.effectif_min.as_ref()?, group.effectif_max.as_ref()?);
        Some((("effectif_min", min), ("effectif_max", max)))
    });
    surveys.chain(groups).collect()
}

/// The periods: their beginning and their end.
fn periodes(projet: &Projet) -> Vec<(&Spanned<Date>, &Spanned<Date>)> {
    let phases = projet.vagues.iter().filter_map(|vague| vague.phases.as_ref());
    let phases = phases.flat_map(|phases| [&phases.i, &phases.ii, &phases.iii, &phases.iv]).flatten();
    let phases = phases.filter_map(|phase| Some((&phase.debut, phase.fin.as_ref()?)));
    let surveys = projet.contexte.iter().flat_map(|contexte| &contexte.enquetes);
    let surveys = surveys.filter_map(|survey| Some((survey.debut.as_ref()?, survey.fin.as_ref()?)));
    let events = projet.pedagogie.iter().flat_map(|plan| &plan.calendrier);
    let events = events.filter_map(|event| Some((&event.debut, event.fin.as_ref()?)));
    let enrolments = projet.pedagogie.iter().flat_map(|plan| &plan.inscriptions);
    let enrolments = enrolments.filter_map(|line| Some((line.debut.as_ref()?, line.fin.as_ref()?)));
    phases.chain(surveys).chain(events).chain(enrolments).collect()
}

/// Measures of a day that the dossier has not reached: it would tell the future as a fact.
fn a_venir(projet: &Projet) -> Vec<Diagnostic> {
    let today = &projet.manifeste.dossier.date;
    let measures =
        projet.etablissements.iter().filter_map(|ecole| ecole.infra.as_ref()?.date_mesure.as_ref());
    let later = measures.filter(|measure| measure.value > today.value);
    later
        .map(|measure| {
            let diagnostic = Diagnostic::at(Code::ValueOutOfBounds, measure.span).arg("genre", "avenir");
            let diagnostic = diagnostic.arg("cle", "date_mesure").arg("valeur", measure.value);
            diagnostic.arg("limite", today.value).related(today.span, "autre")
        })
        .collect()
}

/// The threshold of answers, a share.
fn taux(projet: &Projet) -> Option<Diagnostic> {
    let seuil =
        projet.manifeste.seuils.as_ref()?.taux_reponse.as_ref().filter(|seuil| seuil.value > 100.0)?;
    let diagnostic = Diagnostic::at(Code::ValueOutOfBounds, seuil.span).arg("genre", "intervalle");
    let diagnostic = diagnostic.arg("cle", "taux_reponse").arg("valeur", seuil.value);
    Some(diagnostic.arg("min", 0).arg("max", 100).help("aide-intervalle"))
}
