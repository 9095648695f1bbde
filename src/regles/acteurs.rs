//! R21 and R30: each actor has what its record asks for, each activity somebody who answers for it.

use super::Examen;
use crate::analyse::roles::Parts;
use crate::diagnostic::{Code, Diagnostic};
use crate::projet::acteurs::{Activite, Raci};
use crate::projet::decode::Texte;

/// The most actors that one activity asks for their opinion without a remark.
const CONSULTES: usize = 5;

/// R21: an actor has a type, a task and a means of communication.
pub(super) fn fiches(examen: &Examen<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for acteur in &examen.projet.acteurs {
        let missing = [
            ("type", acteur.r#type.is_none()),
            ("taches", acteur.taches.is_empty()),
            ("moyens", acteur.moyens_communication.is_empty()),
        ];
        for (part, _) in missing.into_iter().filter(|(_, missing)| *missing) {
            let diagnostic = Diagnostic::at(Code::ActorIncomplete, acteur.id.span).arg("manque", part);
            found.push(diagnostic.arg("acteur", &acteur.nom.value).about(&acteur.id.value));
        }
    }
    found
}

/// R30: one approval and somebody who does it for each activity; approvals shared; few opinions asked.
pub(super) fn raci(examen: &Examen<'_>) -> Vec<Diagnostic> {
    let Some(raci) = &examen.projet.raci else { return Vec::new() };
    let mut found: Vec<Diagnostic> = raci.activites.iter().flat_map(activite).collect();
    found.extend(concentration(examen, raci));
    found
}

fn activite(activite: &Activite) -> Vec<Diagnostic> {
    let report = |code: Code| {
        let diagnostic = Diagnostic::at(code, activite.libelle.span);
        let all = [&activite.r, &activite.a, &activite.c, &activite.i].into_iter().flatten();
        all.fold(diagnostic.arg("activite", &activite.libelle.value), |found, id| found.about(&id.value))
    };
    let mut found = Vec::new();
    match &activite.a[..] {
        [] => found.push(report(Code::RaciApproval).arg("nombre", 0)),
        [_] => {}
        [first, others @ ..] => {
            let names: Vec<&str> = activite.a.iter().map(|id| id.value.as_str()).collect();
            let diagnostic =
                report(Code::RaciApproval).arg("nombre", names.len()).arg("acteurs", names.join(", "));
            let diagnostic = diagnostic.related(first.span, "premiere");
            found.push(others.iter().fold(diagnostic, |found, id| found.related(id.span, "autre")));
        }
    }
    if activite.r.is_empty() {
        found.push(report(Code::RaciDoerMissing));
    }
    if activite.c.len() > CONSULTES {
        found.push(report(Code::RaciManyConsulted).arg("nombre", activite.c.len()).arg("limite", CONSULTES));
    }
    found
}

/// An actor that approves more than half of the activities.
fn concentration(examen: &Examen<'_>, raci: &Raci) -> Vec<Diagnostic> {
    let all = raci.activites.len();
    // Of one or two activities, one is half or more.
    if all < 3 {
        return Vec::new();
    }
    let approved = |id: &Texte| {
        let parts = raci.activites.iter().map(|activite| Parts::of(activite, &id.value));
        parts.filter(|parts| parts.approuve).count()
    };
    let many = examen.projet.acteurs.iter().filter(|acteur| approved(&acteur.id) * 2 > all);
    let report = |acteur: &crate::projet::acteurs::Acteur| {
        let id = &acteur.id;
        let first = raci.activites.iter().flat_map(|activite| &activite.a).find(|own| own.value == id.value);
        let diagnostic = Diagnostic::at(Code::RaciConcentrated, first.unwrap_or(id).span);
        let diagnostic = diagnostic.arg("acteur", &acteur.nom.value).arg("nombre", approved(id));
        diagnostic.arg("total", all).about(&id.value).related(id.span, "fiche")
    };
    many.map(report).collect()
}
