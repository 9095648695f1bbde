//! R95: the status and the version of the manifest hold together.

use super::Examen;
use super::identites::start;
use crate::diagnostic::{Code, Diagnostic};
use crate::projet::manifeste::{Role, Statut};

/// R95: a final dossier has an approver and a date of approval; versions grow, and the last one is
/// that of the dossier.
pub(super) fn statut(examen: &Examen<'_>) -> Vec<Diagnostic> {
    let manifeste = &examen.projet.manifeste;
    let dossier = &manifeste.dossier;
    let mut found = Vec::new();
    let approved = manifeste
        .visas
        .iter()
        .any(|visa| visa.role.value == Role::Approbateur && visa.nom.is_some() && visa.date.is_some());
    if dossier.statut.value == Statut::Definitif && !approved {
        found.push(Diagnostic::at(Code::ApprovalMissing, dossier.statut.span));
    }
    for pair in manifeste.historique.windows(2) {
        if number(&pair[1].version.value) <= number(&pair[0].version.value) {
            let diagnostic = Diagnostic::at(Code::VersionIncoherent, pair[1].version.span);
            let diagnostic = diagnostic.arg("genre", "ordre").arg("version", &pair[1].version.value);
            found.push(diagnostic.related(pair[0].version.span, "precedente"));
        }
    }
    if let Some(last) = manifeste.historique.last().filter(|last| last.version.value != dossier.version.value)
    {
        let diagnostic = Diagnostic::at(Code::VersionIncoherent, dossier.version.span);
        let diagnostic = diagnostic.arg("genre", "derniere").arg("version", &dossier.version.value);
        found.push(diagnostic.related(start(last.version.span), "precedente"));
    }
    found
}

/// A version as numbers: `0.10` comes after `0.9`.
fn number(version: &str) -> Vec<u32> {
    version.split('.').map(|part| part.trim().parse().unwrap_or(0)).collect()
}
