//! R58 to R60: each school is in one wave, phases follow each other, a wave opens in its school year.

use super::{Examen, nom_vague};
use crate::analyse::annees::ouverture;
use crate::diagnostic::{Code, Diagnostic};
use crate::projet::annee::AnneeScolaire;
use crate::projet::vagues::{Phases, Vague};
use crate::source::Span;
use std::collections::BTreeMap;

/// R58: each school is in one wave, where there are waves.
pub(super) fn ecoles(examen: &Examen<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut firsts: BTreeMap<&str, Span> = BTreeMap::new();
    let schools = examen.projet.etablissements.iter().rev();
    let names: BTreeMap<&str, &str> =
        schools.map(|ecole| (ecole.id.value.as_str(), ecole.nom.value.as_str())).collect();
    for id in examen.projet.vagues.iter().flat_map(|vague| &vague.etablissements) {
        if let Some(first) = firsts.get(id.value.as_str()) {
            let name = names.get(id.value.as_str()).copied().unwrap_or(&id.value);
            let diagnostic = Diagnostic::at(Code::SchoolInTwoWaves, id.span).arg("ecole", name);
            found.push(diagnostic.about(&id.value).related(*first, "premiere"));
        } else {
            firsts.insert(&id.value, id.span);
        }
    }
    // The schools of waves that name none are not written yet.
    if !firsts.is_empty() {
        for ecole in &examen.bilan.sans_vague {
            let diagnostic = Diagnostic::at(Code::SchoolWithoutWave, ecole.id.span);
            let diagnostic = diagnostic.arg("ecole", &ecole.nom.value).arg("id", &ecole.id.value);
            found.push(examen.incomplete(diagnostic.about(&ecole.id.value)));
        }
    }
    found
}

/// R59: the phases of a wave follow each other, each wave has its own rank.
pub(super) fn phases(examen: &Examen<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut ranks: BTreeMap<u32, Span> = BTreeMap::new();
    for vague in &examen.projet.vagues {
        if let Some(first) = ranks.get(&vague.rang.value) {
            let diagnostic = Diagnostic::at(Code::RankTwice, vague.rang.span).arg("rang", vague.rang.value);
            found.push(diagnostic.about(&vague.id.value).related(*first, "premiere"));
        } else {
            ranks.insert(vague.rang.value, vague.rang.span);
        }
        found.extend(vague.phases.iter().flat_map(|phases| overlaps(vague, phases)));
    }
    found
}

/// The phases that begin before the one before them has ended, or begun where its end is not said.
fn overlaps(vague: &Vague, phases: &Phases) -> Vec<Diagnostic> {
    let named = [("I", &phases.i), ("II", &phases.ii), ("III", &phases.iii), ("IV", &phases.iv)];
    let known: Vec<_> =
        named.into_iter().filter_map(|(name, phase)| phase.as_ref().map(|phase| (name, phase))).collect();
    let pairs = known.windows(2).filter_map(|pair| {
        let [(before, earlier), (name, later)] = pair else { return None };
        // An end before its own beginning is reported as that.
        let end = earlier.fin.as_ref().filter(|end| end.value >= earlier.debut.value);
        let limit = end.unwrap_or(&earlier.debut);
        (later.debut.value <= limit.value).then(|| {
            Diagnostic::at(Code::PhasesOutOfOrder, later.debut.span)
                .arg("genre", if end.is_some() { "fin" } else { "debut" })
                .arg("vague", nom_vague(vague))
                .arg("phase", name)
                .arg("debut", later.debut.value)
                .arg("autre", before)
                .arg("limite", limit.value)
                .about(&vague.id.value)
                .related(limit.span, "autre")
        })
    });
    pairs.collect()
}

/// R60: a wave opens in the school year that it is said to be of.
pub(super) fn annees(examen: &Examen<'_>) -> Vec<Diagnostic> {
    let report = |vague: &Vague| {
        let said = vague.annee_scolaire.as_ref()?;
        let Some(year) = AnneeScolaire::new(&said.value) else {
            return Some(Diagnostic::at(Code::TypeExpected, said.span).arg("genre", "annee-scolaire"));
        };
        let opening = ouverture(vague)?;
        let true_year = AnneeScolaire::of(opening.value);
        (true_year != year).then(|| {
            Diagnostic::at(Code::SchoolYearIncoherent, said.span)
                .arg("vague", nom_vague(vague))
                .arg("annee", year.texte())
                .arg("ouverture", opening.value)
                .arg("attendue", true_year.texte())
                .about(&vague.id.value)
                .related(opening.span, "ouverture")
        })
    };
    examen.projet.vagues.iter().filter_map(report).collect()
}
