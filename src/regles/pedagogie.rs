//! R31 to R35: what is taught is assessed, learners are enrolled, grouped, helped in time.

use super::{Examen, missing, nom_vague};
use crate::analyse::annees::ouverture;
use crate::analyse::effectifs::effectif;
use crate::analyse::pedagogie::{apprenants, apprend, couverture, criteres, groupes as reunis};
use crate::diagnostic::{Code, Diagnostic};
use crate::projet::decode::{Spanned, Texte};
use crate::projet::formation::Session;
use crate::projet::pedagogie::{Facilitateur, Inscription, Pedagogie};
use crate::projet::vagues::Vague;
use jiff::civil::Date;

fn plan<'a>(examen: &Examen<'a>) -> Option<&'a Pedagogie> {
    examen.projet.pedagogie.as_ref()
}

/// R31: each competence has an activity and an assessment.
pub(super) fn competences(examen: &Examen<'_>) -> Vec<Diagnostic> {
    let Some(plan) = plan(examen) else { return Vec::new() };
    let holes = couverture(plan).into_iter().filter(|line| !line.complete());
    let report = |line: crate::analyse::pedagogie::Couverture<'_>| {
        let genre = match (line.activites.is_empty(), line.evaluations.is_empty()) {
            (true, true) => "sans_rien",
            (true, false) => "sans_activite",
            _ => "sans_evaluation",
        };
        let id = &line.competence.id;
        Diagnostic::at(Code::CompetenceUncovered, id.span)
            .arg("genre", genre)
            .arg("nom", &line.competence.libelle.value)
            .arg("id", &id.value)
            .about(&id.value)
    };
    holes.map(report).collect()
}

/// R32: each public of learners has an enrolment in each wave, whole, that ends before it opens.
pub(super) fn inscriptions(examen: &Examen<'_>) -> Vec<Diagnostic> {
    let Some(plan) = plan(examen) else { return Vec::new() };
    let mut found = Vec::new();
    for profil in examen.projet.profils.iter().filter(|profil| apprend(examen.projet, profil)) {
        for wave in &examen.bilan.vagues {
            let serves = |line: &&Inscription| {
                let all = line.vague.as_ref().is_none_or(|id| id.value == wave.vague.id.value);
                line.public.value == profil.id.value && all
            };
            if effectif(profil, wave) == Some(0) || plan.inscriptions.iter().any(|line| serves(&line)) {
                continue;
            }
            let diagnostic = Diagnostic::at(Code::EnrolmentMissing, profil.id.span)
                .arg("public", &profil.libelle.value)
                .arg("id", &profil.id.value)
                .arg("vague", nom_vague(wave.vague))
                .about(&profil.id.value)
                .about(&wave.vague.id.value)
                .related(wave.vague.id.span, "vague");
            found.push(examen.incomplete(diagnostic));
        }
    }
    for line in &plan.inscriptions {
        found.extend(incomplete(examen, line));
        found.extend(late(examen, line));
    }
    found
}

/// The name of the public of an enrolment.
fn public<'a>(examen: &Examen<'a>, line: &'a Inscription) -> &'a str {
    let known = examen.projet.profils.iter().find(|profil| profil.id.value == line.public.value);
    known.map_or(&line.public.value, |profil| &profil.libelle.value)
}

fn incomplete(examen: &Examen<'_>, line: &Inscription) -> Option<Diagnostic> {
    let parts = missing(&[
        ("procedure", line.procedure.is_some()),
        ("source_donnees", line.source_donnees.is_some()),
        ("debut", line.debut.is_some()),
        ("fin", line.fin.is_some()),
        ("responsable", line.responsable.is_some()),
    ])?;
    let diagnostic = Diagnostic::at(Code::EnrolmentIncomplete, line.public.span)
        .arg("public", public(examen, line))
        .arg("parts", parts)
        .about(&line.public.value);
    Some(examen.incomplete(diagnostic))
}

/// An enrolment that does not end before its wave opens; one of all waves, before the first of them.
fn late(examen: &Examen<'_>, line: &Inscription) -> Option<Diagnostic> {
    let end = line.fin.as_ref()?;
    let concerned = examen
        .projet
        .vagues
        .iter()
        .filter(|vague| line.vague.as_ref().is_none_or(|id| id.value == vague.id.value));
    let (opening, wave) =
        concerned.filter_map(|vague| Some((ouverture(vague)?, vague))).min_by_key(|(day, _)| day.value)?;
    (end.value >= opening.value).then(|| {
        Diagnostic::at(Code::EnrolmentLate, end.span)
            .arg("public", public(examen, line))
            .arg("fin", end.value)
            .arg("vague", nom_vague(wave))
            .arg("ouverture", opening.value)
            .about(&line.public.value)
            .about(&wave.id.value)
            .related(opening.span, "ouverture")
    })
}

/// R33: the groups of a criterion hold all learners once, and somebody facilitates each.
pub(super) fn groupes(examen: &Examen<'_>) -> Vec<Diagnostic> {
    let Some(plan) = plan(examen) else { return Vec::new() };
    let mut found = Vec::new();
    for groupe in plan.groupes.iter().filter(|groupe| groupe.facilitateurs.is_empty()) {
        let diagnostic = Diagnostic::at(Code::GroupWithoutFacilitator, groupe.libelle.span)
            .arg("nom", &groupe.libelle.value);
        found.push(groupe.id.iter().fold(diagnostic, |found, id| found.about(&id.value)));
    }
    let learner = examen.projet.profils.iter().find(|profil| apprend(examen.projet, profil));
    let (Some(expected), Some(learner)) = (apprenants(examen.projet, &examen.bilan.vagues), learner) else {
        return found;
    };
    for critere in criteres(plan) {
        let Some(held) = reunis(plan, critere).filter(|held| *held != expected) else { continue };
        let first = plan.groupes.iter().find(|groupe| groupe.critere.value == critere);
        let Some(first) = first else { continue };
        let diagnostic = Diagnostic::at(Code::LearnersOutOfGroups, first.critere.span)
            .arg("critere", critere.mot())
            .arg("groupes", held)
            .arg("attendus", expected)
            .about(critere.mot());
        found.push(diagnostic.related(learner.id.span, "profil"));
    }
    found
}

/// R34: each facilitator has completed the modules that are required before a wave opens.
pub(super) fn facilitateurs(examen: &Examen<'_>) -> Vec<Diagnostic> {
    let Some(plan) = plan(examen) else { return Vec::new() };
    let mut found = Vec::new();
    for line in &plan.facilitateurs {
        for module in &line.modules_requis {
            found.extend(trained(examen, line, module));
        }
    }
    found
}

/// A module that trains a facilitator too late. Its sessions of a wave all come before that wave opens;
/// a wave without any has been served by those of the waves before it.
fn trained(examen: &Examen<'_>, line: &Facilitateur, module: &Texte) -> Vec<Diagnostic> {
    let known = examen.projet.modules.iter().find(|known| known.id.value == module.value);
    let title = known.map_or(&module.value, |known| &known.intitule.value);
    let actor = examen.projet.acteurs.iter().find(|acteur| acteur.id.value == line.acteur.value);
    let actor = actor.map_or(&line.acteur.value, |acteur| &acteur.nom.value);
    let finding = |code, vague: &Vague| {
        Diagnostic::at(code, module.span)
            .arg("acteur", actor)
            .arg("module", title)
            .arg("vague", nom_vague(vague))
            .about(&line.acteur.value)
            .about(&module.value)
            .about(&vague.id.value)
    };
    // A module that is not known is named by R01.
    if known.is_none() {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut served = false;
    for wave in &examen.bilan.vagues {
        let Some(opening) = ouverture(wave.vague) else { continue };
        let of_wave = |session: &&Session| {
            let here = session.vague.as_ref().is_none_or(|id| id.value == wave.vague.id.value);
            session.module.value == module.value && here
        };
        let dates = examen.projet.sessions.iter().filter(of_wave).filter_map(|session| session.date.as_ref());
        match dates.max_by_key(|date| date.value) {
            Some(last) if last.value >= opening.value => {
                let diagnostic = finding(Code::FacilitatorTrainedLate, wave.vague)
                    .arg("date", last.value)
                    .arg("ouverture", opening.value);
                found.push(diagnostic.related(last.span, "session").related(opening.span, "ouverture"));
                served = true;
            }
            Some(_) => served = true,
            None if served => {}
            None => {
                let diagnostic = finding(Code::FacilitatorUntrained, wave.vague);
                found.push(examen.incomplete(diagnostic.related(opening.span, "ouverture")));
                break;
            }
        }
    }
    found
}

/// R35: each assessment has criteria, a tool and feedback.
pub(super) fn evaluations(examen: &Examen<'_>) -> Vec<Diagnostic> {
    let Some(plan) = plan(examen) else { return Vec::new() };
    let report = |line: &crate::projet::pedagogie::Evaluation| {
        let parts = missing(&[
            ("criteres", !line.criteres.is_empty()),
            ("outil", line.outil.is_some()),
            ("retroaction", line.retroaction.is_some()),
        ])?;
        let known = plan.competences.iter().find(|known| known.id.value == line.competence.value);
        let name = known.map_or(&line.competence.value, |known| &known.libelle.value);
        let diagnostic = Diagnostic::at(Code::AssessmentIncomplete, line.competence.span).arg("nom", name);
        Some(diagnostic.arg("parts", parts).about(&line.competence.value))
    };
    plan.evaluation.iter().filter_map(report).collect()
}

/// The wave that opens first, and its day.
pub(super) fn premiere_ouverture<'a>(examen: &Examen<'a>) -> Option<(&'a Vague, &'a Spanned<Date>)> {
    let opened = examen.projet.vagues.iter().filter_map(|vague| Some((vague, ouverture(vague)?)));
    opened.min_by_key(|(_, day)| day.value)
}
