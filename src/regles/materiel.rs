//! R36 to R41: what the environment stands on is answered for, in time, and helps everybody.

use super::identites::start;
use super::pedagogie::premiere_ouverture;
use super::{Examen, missing, nom_vague};
use crate::analyse::effectifs::effectif_total;
use crate::analyse::soutien::{arret, quantite};
use crate::diagnostic::{Code, Diagnostic};
use crate::projet::materiel::{Contact, Domaine, Materiel, Soutien, StatutEfvp};

fn plan<'a>(examen: &Examen<'a>) -> Option<&'a Materiel> {
    examen.projet.materiel.as_ref()
}

/// R36: each domain has requirements, each with a responsible, a deadline, resources.
pub(super) fn domaines(examen: &Examen<'_>) -> Vec<Diagnostic> {
    let Some(plan) = plan(examen) else { return Vec::new() };
    let mut found = Vec::new();
    for domaine in [Domaine::Acces, Domaine::Hebergement, Domaine::Maintenance, Domaine::Securite] {
        if !plan.technique.iter().any(|line| line.domaine.value == domaine) {
            let diagnostic = Diagnostic::at(Code::DomainWithoutRequirement, start(plan.span));
            found.push(diagnostic.arg("domaine", domaine.mot()).about(domaine.mot()));
        }
    }
    for line in &plan.technique {
        let parts = missing(&[
            ("exigence", line.exigence.is_some()),
            ("responsable", line.responsable.is_some()),
            ("echeance", line.echeance.is_some()),
            ("ressources", !line.ressources.is_empty()),
        ]);
        if let Some(parts) = parts {
            let domaine = line.domaine.value.mot();
            let diagnostic = Diagnostic::at(Code::RequirementIncomplete, line.domaine.span);
            found.push(diagnostic.arg("domaine", domaine).arg("parts", parts).about(domaine));
        }
    }
    found
}

/// R37: what the opening needs is due before the first one.
pub(super) fn echeances(examen: &Examen<'_>) -> Vec<Diagnostic> {
    let (Some(plan), Some((vague, opening))) = (plan(examen), premiere_ouverture(examen)) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    for line in &plan.technique {
        let asked = line.requise_ouverture.as_ref().is_some_and(|asked| asked.value);
        let Some(due) = line.echeance.as_ref().filter(|due| asked && due.value >= opening.value) else {
            continue;
        };
        let diagnostic = Diagnostic::at(Code::DeadlineLate, due.span)
            .arg("date", due.value)
            .arg("vague", nom_vague(vague))
            .arg("ouverture", opening.value)
            .about(line.domaine.value.mot())
            .about(&vague.id.value);
        found.push(diagnostic.related(opening.span, "ouverture"));
    }
    found
}

/// R38: each profile has a channel of support with hours and a delay. Who gives support asks for none.
pub(super) fn soutien(examen: &Examen<'_>) -> Vec<Diagnostic> {
    let Some(plan) = plan(examen).filter(|plan| !plan.soutien.is_empty()) else { return Vec::new() };
    let mut found = Vec::new();
    for profil in &examen.projet.profils {
        let gives = |channel: &Soutien| {
            let pair = channel.acteur.as_ref().zip(profil.acteur.as_ref());
            pair.is_some_and(|(giver, actor)| giver.value == actor.value)
        };
        let nobody = effectif_total(profil, &examen.bilan.vagues) == Some(0);
        if nobody || plan.soutien.iter().any(gives) {
            continue;
        }
        let serving: Vec<&Soutien> = plan
            .soutien
            .iter()
            .filter(|channel| channel.publics.iter().any(|public| public.value == profil.id.value))
            .collect();
        if serving.iter().any(|channel| channel.horaires.is_some() && channel.delai.is_some()) {
            continue;
        }
        let genre = if serving.is_empty() { "aucun" } else { "incomplet" };
        let diagnostic = Diagnostic::at(Code::SupportMissing, profil.id.span)
            .arg("genre", genre)
            .arg("profil", &profil.libelle.value)
            .arg("id", &profil.id.value)
            .about(&profil.id.value);
        found.push(match serving.first() {
            Some(channel) => diagnostic.related(channel.canal.span, "canal"),
            None => diagnostic,
        });
    }
    found
}

/// R39: an indicator says what is aimed at, how it is measured, who answers, what is then done.
pub(super) fn qualite(examen: &Examen<'_>) -> Vec<Diagnostic> {
    let Some(plan) = plan(examen) else { return Vec::new() };
    let report = |line: &crate::projet::materiel::Qualite| {
        let parts = missing(&[
            ("cible", line.cible.is_some()),
            ("frequence", line.frequence.is_some()),
            ("source", line.source.is_some()),
            ("responsable", line.responsable.is_some()),
            ("action_corrective", line.action_corrective.is_some()),
        ])?;
        let name = &line.indicateur;
        let diagnostic = Diagnostic::at(Code::IndicatorIncomplete, name.span).arg("nom", &name.value);
        Some(diagnostic.arg("parts", parts).about(&name.value))
    };
    let impossible = plan.disponibilite.iter().filter(|target| arret(target.value).is_none());
    let impossible = impossible.map(|target| Diagnostic::at(Code::AvailabilityImpossible, target.span));
    plan.qualite.iter().filter_map(report).chain(impossible).collect()
}

/// R40: a piece of the promotional plan has a public, a channel, a date and, on paper, a quantity.
pub(super) fn diffusion(examen: &Examen<'_>) -> Vec<Diagnostic> {
    let Some(plan) = plan(examen) else { return Vec::new() };
    let report = |line: &crate::projet::materiel::Promotion| {
        let online = line.imprime.as_ref().is_some_and(|printed| !printed.value);
        let parts = missing(&[
            ("public", line.public.is_some()),
            ("canal", line.canal.is_some()),
            ("date", line.date.is_some()),
            ("quantite", online || quantite(line, &examen.bilan.vagues).is_some()),
        ])?;
        let name = &line.piece;
        let diagnostic = Diagnostic::at(Code::PromotionIncomplete, name.span).arg("nom", &name.value);
        Some(diagnostic.arg("parts", parts).about(&name.value))
    };
    plan.promotion.iter().filter_map(report).collect()
}

/// Whether a contact says whom to ask.
fn named(contact: Option<&Contact>) -> bool {
    contact.is_some_and(|contact| {
        [&contact.fonction, &contact.nom, &contact.courriel, &contact.telephone]
            .iter()
            .any(|part| part.is_some())
    })
}

/// R41 in France: the controller, the data protection officer and the processors are named.
pub(super) fn donnees(examen: &Examen<'_>) -> Vec<Diagnostic> {
    let Some(plan) = plan(examen) else { return Vec::new() };
    let donnees = plan.donnees.as_ref();
    let parts = missing(&[
        ("responsable_traitement", donnees.is_some_and(|data| data.responsable_traitement.is_some())),
        ("dpd", named(donnees.and_then(|data| data.dpd.as_ref()))),
        ("sous_traitants", donnees.is_some_and(|data| !data.sous_traitants.is_empty())),
    ]);
    let place = start(donnees.map_or(plan.span, |data| data.span));
    let report = |parts| Diagnostic::at(Code::PrivacyIncomplete, place).arg("parts", parts).about("donnees");
    parts.map(report).into_iter().collect()
}

/// R41 in Québec: the privacy assessment is done, or dated before the acquisition; the person who
/// answers for personal information is named.
pub(super) fn efvp(examen: &Examen<'_>) -> Vec<Diagnostic> {
    let Some(plan) = plan(examen) else { return Vec::new() };
    let donnees = plan.donnees.as_ref();
    let place = start(donnees.map_or(plan.span, |data| data.span));
    let mut found = Vec::new();
    if !named(donnees.and_then(|data| data.rprp.as_ref())) {
        let diagnostic = Diagnostic::at(Code::PrivacyIncomplete, place).arg("parts", "rprp").about("rprp");
        found.push(examen.incomplete(diagnostic));
    }
    let efvp = donnees.and_then(|data| data.efvp.as_ref());
    let done = efvp.is_some_and(|efvp| efvp.statut.value == StatutEfvp::Faite);
    let contract = examen.projet.projet.as_ref().and_then(|projet| projet.marche.as_ref());
    match efvp.and_then(|efvp| efvp.date.as_ref()) {
        Some(date) => {
            if let Some(contract) = contract.filter(|contract| date.value >= contract.debut.value) {
                let diagnostic = Diagnostic::at(Code::PrivacyAssessmentLate, date.span)
                    .arg("date", date.value)
                    .arg("acquisition", contract.debut.value)
                    .about("efvp");
                found.push(diagnostic.related(contract.debut.span, "acquisition"));
            }
        }
        None if done => {}
        None => {
            let place = efvp.map_or(place, |efvp| efvp.statut.span);
            let diagnostic = Diagnostic::at(Code::PrivacyAssessmentMissing, place).about("efvp");
            found.push(examen.incomplete(diagnostic));
        }
    }
    found
}
