//! R07 to R12: the context is said, measured, asked, and answered.

use super::Examen;
use super::identites::start;
use crate::analyse::taux;
use crate::diagnostic::{Code, Diagnostic};
use crate::documents::{Reponse, reponse};
use crate::projet::contexte::{Contexte, Groupe};
use crate::source::Span;

fn contexte<'a>(examen: &Examen<'a>) -> Option<&'a Contexte> {
    examen.projet.contexte.as_ref()
}

/// Where to point when the whole context is missing: the manifest.
fn place(examen: &Examen<'_>) -> Span {
    start(contexte(examen).map_or(examen.projet.manifeste.span, |contexte| contexte.span))
}

/// Whether the dossier tells its context: it has one, or asks for the document of it.
fn tells(examen: &Examen<'_>) -> bool {
    let asked = examen.projet.manifeste.documents.iter().any(|code| code.value == "ed-i-1");
    asked || contexte(examen).is_some()
}

/// R07: the frame and the modalities are both said.
pub(super) fn cadre(examen: &Examen<'_>) -> Vec<Diagnostic> {
    if !tells(examen) {
        return Vec::new();
    }
    let missing = |name: &str| Diagnostic::at(Code::FrameMissing, place(examen)).arg("cle", name);
    let mut found = Vec::new();
    if contexte(examen).is_none_or(|contexte| contexte.cadre.is_empty()) {
        found.push(missing("cadre"));
    }
    if contexte(examen).is_none_or(|contexte| contexte.modalites.is_empty()) {
        found.push(missing("modalites"));
    }
    found
}

/// R08: the kind of organisation is said.
pub(super) fn type_organisation(examen: &Examen<'_>) -> Vec<Diagnostic> {
    let said = contexte(examen).is_some_and(|contexte| contexte.type_organisation.is_some());
    if said || !tells(examen) {
        Vec::new()
    } else {
        vec![Diagnostic::at(Code::OrganisationKindMissing, place(examen))]
    }
}

/// R09: equipment, connection and platform of each school; measures younger at the start of phase I than
/// the threshold of the manifest, in months.
pub(super) fn infrastructure(examen: &Examen<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for ecole in &examen.projet.etablissements {
        let infra = ecole.infra.as_ref();
        let parts = [
            ("equipements", infra.is_some_and(|infra| infra.postes.is_some() || infra.tablettes.is_some())),
            ("connexions", infra.is_some_and(|infra| infra.debit_mbps.is_some())),
            ("plateformes", infra.is_some_and(|infra| infra.plateforme_existante.is_some())),
        ];
        let missing: Vec<&str> = parts.iter().filter(|(_, there)| !there).map(|(name, _)| *name).collect();
        if !missing.is_empty() {
            let diagnostic = Diagnostic::at(Code::InfrastructureIncomplete, ecole.id.span);
            let diagnostic = diagnostic.about(&ecole.id.value);
            found.push(diagnostic.arg("ecole", &ecole.nom.value).arg("parts", missing.join(", ")));
        }
    }
    found.extend(old_measures(examen));
    found
}

fn old_measures(examen: &Examen<'_>) -> Vec<Diagnostic> {
    let limit = examen.projet.manifeste.age_mesure();
    let mut found = Vec::new();
    for wave in &examen.bilan.vagues {
        let Some(phase) = wave.vague.phases.as_ref().and_then(|phases| phases.i.as_ref()) else { continue };
        for ecole in &wave.ecoles {
            let Some(measure) = ecole.infra.as_ref().and_then(|infra| infra.date_mesure.as_ref()) else {
                continue;
            };
            let (then, now) = (measure.value, phase.debut.value);
            let months = (i32::from(now.year()) - i32::from(then.year())) * 12 + i32::from(now.month())
                - i32::from(then.month());
            let months = months - i32::from(now.day() < then.day());
            if u32::try_from(months).is_ok_and(|months| months >= limit) {
                let diagnostic =
                    Diagnostic::at(Code::MeasureOld, measure.span).arg("ecole", &ecole.nom.value);
                let diagnostic = diagnostic.arg("mois", months).arg("limite", limit);
                let diagnostic = diagnostic.about(&ecole.id.value).about(&wave.vague.id.value);
                found.push(diagnostic.related(phase.debut.span, "phase"));
            }
        }
    }
    found
}

/// R10: managers, teachers and learners were asked, and answered.
pub(super) fn enquetes(examen: &Examen<'_>) -> Vec<Diagnostic> {
    let Some(contexte) = contexte(examen) else { return Vec::new() };
    let mut found = Vec::new();
    for groupe in [Groupe::Gestionnaires, Groupe::Enseignants, Groupe::Apprenants] {
        if !contexte.enquetes.iter().any(|enquete| enquete.groupe.value == groupe) {
            let diagnostic = Diagnostic::at(Code::SurveyGroupMissing, place(examen));
            found.push(diagnostic.arg("groupe", groupe.mot()).about(groupe.mot()));
        }
    }
    let limit = examen.projet.manifeste.seuil_reponse();
    for enquete in &contexte.enquetes {
        let rate = taux(enquete.repondants.value, enquete.sollicites.value);
        if let Some(rate) = rate.filter(|rate| *rate < limit) {
            let diagnostic = Diagnostic::at(Code::SurveyFewAnswers, enquete.repondants.span);
            let diagnostic =
                diagnostic.arg("groupe", enquete.groupe.value.mot()).arg("taux", format!("{rate:.0}"));
            let diagnostic = diagnostic.about(enquete.groupe.value.mot());
            let diagnostic = enquete.id.iter().fold(diagnostic, |found, id| found.about(&id.value));
            found.push(
                diagnostic
                    .arg("limite", format!("{limit:.0}"))
                    .related(enquete.sollicites.span, "sollicites"),
            );
        }
    }
    found
}

/// R11: something treats each need and each constraint, and it exists.
pub(super) fn besoins(examen: &Examen<'_>) -> Vec<Diagnostic> {
    let Some(contexte) = contexte(examen) else { return Vec::new() };
    let mut found = Vec::new();
    for besoin in contexte.besoins.iter().chain(&contexte.contraintes) {
        if besoin.traite_par.is_empty() {
            let diagnostic = Diagnostic::at(Code::NeedUntreated, besoin.id.span)
                .arg("id", &besoin.id.value)
                .arg("enonce", &besoin.enonce.value);
            found.push(diagnostic.about(&besoin.id.value));
        }
        for named in &besoin.traite_par {
            let diagnostic = Diagnostic::at(Code::AnswerUnknown, named.span).about(&besoin.id.value);
            let (diagnostic, near) = match reponse(examen.projet, &named.value) {
                Reponse::Inconnue { proche } => {
                    (diagnostic.arg("genre", "document").arg("nom", &named.value), proche)
                }
                Reponse::SectionInconnue { code, section, proche } => {
                    let diagnostic = diagnostic.arg("genre", "section").arg("document", code);
                    (diagnostic.arg("section", section), proche)
                }
                _ => continue,
            };
            found.push(match near {
                Some(near) => diagnostic.arg("proche", near).help("aide-proche"),
                None => diagnostic,
            });
        }
    }
    found
}

/// R12: a resource that could serve does, or it is said why not.
pub(super) fn ressources(examen: &Examen<'_>) -> Vec<Diagnostic> {
    let Some(contexte) = contexte(examen) else { return Vec::new() };
    let needs: Vec<&str> = contexte
        .besoins
        .iter()
        .chain(&contexte.contraintes)
        .flat_map(|besoin| &besoin.traite_par)
        .map(|text| text.value.as_str())
        .collect();
    let usable = contexte.ressources_existantes.iter().filter(|ressource| {
        ressource.mobilisable.as_ref().is_some_and(|usable| usable.value) && ressource.motif.is_none()
    });
    let unused = usable.filter(|ressource| !needs.contains(&ressource.id.value.as_str()));
    unused
        .map(|ressource| {
            Diagnostic::at(Code::ResourceUnused, ressource.id.span)
                .arg("nom", &ressource.nom.value)
                .about(&ressource.id.value)
        })
        .collect()
}
