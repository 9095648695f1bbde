//! R13 to R19: the orientations are decided, agree with the diffusion graph, and are assessed.

use super::Examen;
use super::identites::start;
use crate::analyse::grille::{Grille, note};
use crate::analyse::orientations::{fournisseurs, somme_des_groupes, taille_moyenne};
use crate::diagnostic::{Code, Diagnostic};
use crate::projet::diffusion::{CategorieOutil, Outil};
use crate::projet::orientations::{Dimension, ModaliteDiffusion, ModeleDiffusion, Orientations, Plateforme};
use crate::projet::vagues::NomPhase;

/// The scale of the marks.
const NOTES: std::ops::RangeInclusive<f64> = 0.0..=5.0;

fn orientations<'a>(examen: &Examen<'a>) -> Option<&'a Orientations> {
    examen.projet.orientations.as_ref()
}

/// Whether the dossier decides orientations: it has some, or asks for the document of them.
fn decides(examen: &Examen<'_>) -> bool {
    let asked = examen.projet.manifeste.documents.iter().any(|code| code.value == "ed-i-2");
    asked || orientations(examen).is_some()
}

/// R13: the model is said; a mixed one has services from the centre and from the place.
pub(super) fn modele(examen: &Examen<'_>) -> Vec<Diagnostic> {
    if !decides(examen) {
        return Vec::new();
    }
    let all = orientations(examen);
    let Some(modele) = all.and_then(|all| all.modele_diffusion.as_ref()) else {
        let place = start(all.map_or(examen.projet.manifeste.span, |all| all.span));
        return vec![Diagnostic::at(Code::ModelMissing, place).about("modele_diffusion")];
    };
    let diffusion = examen.projet.diffusion.as_ref().filter(|diffusion| !diffusion.flux.is_empty());
    let Some(diffusion) = diffusion.filter(|_| modele.value == ModeleDiffusion::Mixte) else {
        return Vec::new();
    };
    let (central, local) = fournisseurs(examen.projet);
    let sides = [("central", central.is_empty()), ("local", local.is_empty())];
    let missing = sides.into_iter().filter(|(_, missing)| *missing);
    let report = |(side, _)| {
        let diagnostic = Diagnostic::at(Code::MixedModelOneSided, modele.span).arg("cote", side);
        diagnostic.about(side).related(start(diffusion.flux[0].span), "flux")
    };
    missing.map(report).collect()
}

fn retenue(plateforme: &Plateforme) -> bool {
    plateforme.retenue.as_ref().is_some_and(|flag| flag.value)
}

/// A tool that is a platform or a medium: one chooses it in ED I-2. A help desk or a telephone is there.
fn se_choisit(outil: &Outil) -> bool {
    use CategorieOutil::{Forum, LmsEnt, Messagerie, Visioconference};
    let kind = outil.categorie.as_ref().map(|kind| kind.value);
    kind.is_some_and(|kind| [LmsEnt, Visioconference, Forum, Messagerie].contains(&kind))
}

/// R14: the platforms that are retained are the tools of the diffusion graph.
pub(super) fn outils(examen: &Examen<'_>) -> Vec<Diagnostic> {
    let (Some(all), Some(diffusion)) = (orientations(examen), &examen.projet.diffusion) else {
        return Vec::new();
    };
    let (Some(first), Some(tool)) = (all.plateformes.first(), diffusion.outils.first()) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    for one in all.plateformes.iter().filter(|one| retenue(one)) {
        if !diffusion.outils.iter().any(|outil| outil.id.value == one.id.value) {
            let diagnostic =
                Diagnostic::at(Code::PlatformWithoutTool, one.id.span).arg("nom", &one.nom.value);
            let diagnostic = diagnostic.arg("id", &one.id.value).about(&one.id.value);
            found.push(diagnostic.related(start(tool.span), "outils"));
        }
    }
    for outil in diffusion.outils.iter().filter(|outil| se_choisit(outil)) {
        let one = all.plateformes.iter().find(|one| one.id.value == outil.id.value);
        if !one.is_some_and(retenue) {
            let diagnostic =
                Diagnostic::at(Code::ToolNotRetained, outil.id.span).arg("nom", &outil.nom.value);
            let diagnostic = diagnostic.arg("id", &outil.id.value).about(&outil.id.value);
            let place = one.map_or_else(|| start(first.span), |one| one.id.span);
            found.push(diagnostic.related(place, if one.is_some() { "ecartee" } else { "plateformes" }));
        }
    }
    found
}

/// R15: the weights make a hundred, every platform is marked on every criterion, and the choice follows
/// the marks or says why not.
pub(super) fn grille(examen: &Examen<'_>) -> Vec<Diagnostic> {
    let Some(all) = orientations(examen).filter(|all| !all.criteres.is_empty()) else { return Vec::new() };
    let mut found = Vec::new();
    let somme: f64 = all.criteres.iter().map(|critere| critere.poids.value).sum();
    if (somme - 100.0).abs() > 0.01 {
        let sum = format!("{somme:.2}").trim_end_matches('0').trim_end_matches('.').replace('.', ",");
        let diagnostic = Diagnostic::at(Code::WeightsSum, all.criteres[0].poids.span).arg("somme", sum);
        found.push(all.criteres.iter().fold(diagnostic, |found, critere| found.about(&critere.id.value)));
    }
    for one in &all.plateformes {
        for critere in &all.criteres {
            if note(one, critere).is_none() {
                let diagnostic = Diagnostic::at(Code::MarkMissing, one.id.span).arg("nom", &one.nom.value);
                let diagnostic = diagnostic.arg("critere", &critere.libelle.value);
                let diagnostic = diagnostic.about(&one.id.value).about(&critere.id.value);
                found.push(diagnostic.related(critere.id.span, "critere"));
            }
        }
        for own in one.notes.iter().filter(|own| !NOTES.contains(&own.valeur.value)) {
            let diagnostic = Diagnostic::at(Code::MarkOffScale, own.valeur.span).arg("nom", &one.nom.value);
            let critere = all.criteres.iter().find(|critere| critere.id.value == own.cle.value);
            let name = critere.map_or(&own.cle, |critere| &critere.libelle);
            let mark = own.valeur.value.to_string().replace('.', ",");
            let diagnostic = diagnostic.arg("critere", &name.value).arg("note", mark);
            found.push(diagnostic.about(&one.id.value).about(&own.cle.value));
        }
    }
    found.extend(examen.bilan.grilles.iter().flat_map(choix));
    found
}

/// The platforms of a grid that are retained, not first, and without a reason.
fn choix(grille: &Grille<'_>) -> Vec<Diagnostic> {
    let chosen = grille.candidats.iter().filter(|one| {
        retenue(one.plateforme)
            && one.plateforme.justification.is_none()
            && one.rang.is_some_and(|rang| rang > 1)
    });
    let report = |one: &crate::analyse::grille::Candidat<'_>| {
        let own = one.plateforme;
        let firsts = grille.premiers();
        let names: Vec<&str> = firsts.iter().map(|first| first.nom.value.as_str()).collect();
        let diagnostic = Diagnostic::at(Code::ChoiceUnjustified, own.id.span).arg("nom", &own.nom.value);
        let diagnostic =
            diagnostic.arg("rang", one.rang.unwrap_or_default()).arg("premier", names.join(", "));
        let diagnostic = diagnostic.about(&own.id.value);
        firsts.iter().fold(diagnostic, |found, first| found.related(first.id.span, "premiere"))
    };
    chosen.map(report).collect()
}

/// R16: the environment is assessed for what it does, for whom it holds, for what it is worth; learners too.
pub(super) fn evaluations(examen: &Examen<'_>) -> Vec<Diagnostic> {
    let Some(all) = orientations(examen) else { return Vec::new() };
    let assessed = |dimension: &Dimension| all.eval_ena.iter().any(|one| one.dimension.value == *dimension);
    let missing = Dimension::TOUS.iter().filter(|dimension| !assessed(dimension));
    let report = |dimension: &Dimension| {
        let diagnostic = Diagnostic::at(Code::DimensionUnassessed, start(all.span));
        diagnostic.arg("dimension", dimension.mot()).about(dimension.mot())
    };
    let mut found: Vec<Diagnostic> = missing.map(report).collect();
    if all.eval_apprenants.is_empty() {
        found.push(Diagnostic::at(Code::LearnersUnassessed, start(all.span)).about("eval_apprenants"));
    }
    found
}

/// R17: each phase has an instrument, and what people do is measured from phase III on at the latest.
pub(super) fn phases(examen: &Examen<'_>) -> Vec<Diagnostic> {
    let Some(all) = orientations(examen).filter(|all| !all.eval_ena.is_empty()) else { return Vec::new() };
    let mut found = Vec::new();
    for phase in NomPhase::TOUS {
        let of =
            || all.eval_ena.iter().filter(|one| one.phase.as_ref().is_some_and(|own| own.value == *phase));
        if !of().any(|one| one.instrument.is_some()) {
            let diagnostic = Diagnostic::at(Code::PhaseUnassessed, start(all.span))
                .arg("phase", phase.mot().to_uppercase());
            let diagnostic = diagnostic.arg("nombre", of().count()).about(phase.mot());
            found.push(
                of().fold(diagnostic, |found, one| found.related(one.indicateur.span, "sans-instrument")),
            );
        }
    }
    let measures = || all.eval_ena.iter().filter(|one| one.usages.as_ref().is_some_and(|flag| flag.value));
    let in_time = |phase: NomPhase| phase <= NomPhase::Iii;
    if !measures().any(|one| one.phase.as_ref().is_some_and(|phase| in_time(phase.value))) {
        let diagnostic =
            Diagnostic::at(Code::UseUnmeasured, start(all.span)).arg("nombre", measures().count());
        let diagnostic = diagnostic.about("usages");
        found.push(measures().fold(diagnostic, |found, one| found.related(one.indicateur.span, "tardif")));
    }
    found
}

/// R18: groups are as large as they are meant to be, and hold every learner in scope.
pub(super) fn groupes(examen: &Examen<'_>) -> Vec<Diagnostic> {
    let Some(all) = orientations(examen).filter(|all| !all.groupes.is_empty()) else { return Vec::new() };
    let mut found = Vec::new();
    for groupe in &all.groupes {
        let Some(mean) = taille_moyenne(groupe) else { continue };
        let low = groupe.effectif_min.as_ref().filter(|min| mean < f64::from(min.value));
        let high = groupe.effectif_max.as_ref().filter(|max| mean > f64::from(max.value));
        for (side, bound) in [("min", low), ("max", high)] {
            let Some(bound) = bound else { continue };
            let place = groupe.effectif.as_ref().map_or(groupe.id.span, |effectif| effectif.span);
            let diagnostic =
                Diagnostic::at(Code::GroupSize, place).arg("cote", side).arg("limite", bound.value);
            let mean = format!("{mean:.1}").replace('.', ",");
            let name = &groupe.libelle.as_ref().unwrap_or(&groupe.id).value;
            let diagnostic = diagnostic.arg("moyenne", mean).arg("groupe", name).about(&groupe.id.value);
            found.push(diagnostic.related(bound.span, "limite"));
        }
    }
    // A group whose learners are not counted leaves the sum open.
    let counted = all.groupes.iter().all(|groupe| groupe.effectif.is_some() && groupe.nombre.is_some());
    let (_, sum) = somme_des_groupes(all);
    if let Some(expected) = examen.bilan.apprenants.filter(|expected| counted && *expected != sum) {
        let diagnostic = Diagnostic::at(Code::GroupsIncomplete, start(all.groupes[0].span));
        let diagnostic = diagnostic.arg("effectif", sum).arg("attendu", expected);
        let diagnostic = all.groupes.iter().fold(diagnostic, |found, groupe| found.about(&groupe.id.value));
        found.push(match examen.projet.etablissements.first() {
            Some(ecole) => diagnostic.related(start(ecole.span), "ecoles"),
            None => diagnostic,
        });
    }
    found
}

/// R19: what people do at the same time has hours.
pub(super) fn horaires(examen: &Examen<'_>) -> Vec<Diagnostic> {
    let Some(all) = orientations(examen) else { return Vec::new() };
    let together = all.diffusion.iter().filter(|one| match &one.synchrone {
        Some(flag) => flag.value,
        None => one.modalite.value == ModaliteDiffusion::EnPresence,
    });
    let without = together.filter(|one| one.horaires_formation.is_none());
    without
        .map(|one| {
            Diagnostic::at(Code::HoursMissing, one.public.span)
                .arg("public", &one.public.value)
                .about(&one.public.value)
        })
        .collect()
}
