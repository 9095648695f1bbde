//! Stage 6: the rules of consistency, one file a family, one line a rule in [`REGLES`].
//!
//! In: the planning data, its figures, what the documents hold. Out: diagnostics at their places,
//! and the [`Registre`] that the internal edition prints. A rule is a function that finds; what its
//! finding weighs is decided here, by the status of the dossier, its jurisdiction and its waivers.

mod acteurs;
mod contexte;
mod diffusion;
pub(crate) mod fuites;
mod identites;
mod manifeste;
mod materiel;
mod orientations;
mod pedagogie;
mod plans;
mod renvois;
mod vagues;
mod valeurs;

use crate::analyse::Bilan;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::projet::Projet;
use crate::projet::decode::nearest;
use crate::projet::manifeste::{Derogation, Juridiction, Statut};
use std::collections::BTreeSet;

/// A rule of domain.md 3.
pub(crate) struct Regle {
    /// Its number there, also the name of its statement (`regle-R07`) in the catalogue of pages.
    pub id: &'static str,
    /// Whether it asks for something that a draft may still lack.
    pub completude: bool,
    /// Where it applies; everywhere when nothing is said.
    pub juridiction: Option<Juridiction>,
    /// Finds what breaks it; nothing for a rule that another stage holds.
    pub verifie: Option<fn(&Examen<'_>) -> Vec<Diagnostic>>,
    /// Whether it is decided only when the files are made (design decision 13).
    pub export: bool,
}

const fn regle(id: &'static str, verifie: fn(&Examen<'_>) -> Vec<Diagnostic>) -> Regle {
    Regle { id, completude: false, juridiction: None, verifie: Some(verifie), export: false }
}

/// A rule held while the input is read or the notes are set.
const fn ailleurs(id: &'static str) -> Regle {
    Regle { id, completude: false, juridiction: None, verifie: None, export: false }
}

/// A rule that the register cannot know yet: it names it, and the command reports it.
const fn export(id: &'static str) -> Regle {
    Regle { export: true, ..ailleurs(id) }
}

const fn complete(regle: Regle) -> Regle {
    Regle { completude: true, ..regle }
}

const fn france(regle: Regle) -> Regle {
    Regle { juridiction: Some(Juridiction::Fr), ..regle }
}

const fn quebec(regle: Regle) -> Regle {
    Regle { juridiction: Some(Juridiction::Qc), ..regle }
}

/// Every rule, by number; one that two laws word differently has a line for each.
pub(crate) static REGLES: &[Regle] = &[
    regle("R01", identites::references),
    regle("R02", valeurs::bornes),
    ailleurs("R03"),
    ailleurs("R04"),
    ailleurs("R05"),
    ailleurs("R06"),
    complete(regle("R07", contexte::cadre)),
    complete(regle("R08", contexte::type_organisation)),
    regle("R09", contexte::infrastructure),
    regle("R10", contexte::enquetes),
    regle("R11", contexte::besoins),
    regle("R12", contexte::ressources),
    complete(regle("R13", orientations::modele)),
    regle("R14", orientations::outils),
    regle("R15", orientations::grille),
    regle("R16", orientations::evaluations),
    regle("R17", orientations::phases),
    regle("R18", orientations::groupes),
    regle("R19", orientations::horaires),
    regle("R20", diffusion::fiches),
    complete(regle("R21", acteurs::fiches)),
    regle("R22", diffusion::flux),
    regle("R23", diffusion::services),
    regle("R24", diffusion::isoles),
    regle("R25", diffusion::blocages),
    regle("R26", diffusion::soutien),
    regle("R27", diffusion::moyens),
    regle("R28", diffusion::ressources),
    regle("R29", diffusion::scenarios),
    complete(regle("R30", acteurs::raci)),
    regle("R31", pedagogie::competences),
    regle("R32", pedagogie::inscriptions),
    regle("R33", pedagogie::groupes),
    regle("R34", pedagogie::facilitateurs),
    regle("R35", pedagogie::evaluations),
    complete(regle("R36", materiel::domaines)),
    regle("R37", materiel::echeances),
    regle("R38", materiel::soutien),
    regle("R39", materiel::qualite),
    regle("R40", materiel::diffusion),
    france(complete(regle("R41", materiel::donnees))),
    quebec(regle("R41", materiel::efvp)),
    regle("R58", vagues::ecoles),
    regle("R59", vagues::phases),
    regle("R60", vagues::annees),
    ailleurs("R79"),
    ailleurs("R80"),
    export(fuites::REGLE),
    france(regle("R93", identites::codes)),
    export("R94"),
    regle("R95", manifeste::statut),
];

/// What a rule sees.
pub(crate) struct Examen<'a> {
    pub projet: &'a Projet,
    pub bilan: &'a Bilan<'a>,
}

impl Examen<'_> {
    /// A finding about what a draft may still lack, of a rule that also finds contradictions.
    fn incomplete(&self, found: Diagnostic) -> Diagnostic {
        let draft = self.projet.manifeste.dossier.statut.value == Statut::Brouillon;
        if draft { found.softened() } else { found }
    }
}

/// The name of `known` that is written most like one that leads nowhere, the `rank`th of its rule: a list
/// of which every name is wrong needs no advice for each.
fn advice<'k>(rank: usize, name: &str, known: &BTreeSet<&'k str>) -> Option<&'k str> {
    (rank < 100).then(|| nearest(name, known.iter().copied())).flatten()
}

/// The names of the parts that are missing, as a message lists them.
fn missing(parts: &[(&str, bool)]) -> Option<String> {
    let names: Vec<&str> = parts.iter().filter(|(_, there)| !there).map(|(name, _)| *name).collect();
    (!names.is_empty()).then(|| names.join(", "))
}

/// The name of a wave, as a message says it.
fn nom_vague(vague: &crate::projet::vagues::Vague) -> String {
    let own = vague.nom.as_ref().map(|nom| format!("« {} »", nom.value));
    own.unwrap_or_else(|| format!("« {} »", vague.id.value))
}

/// What came of the rules.
#[derive(Debug, Default)]
pub(crate) struct Registre {
    /// How many rules the jurisdiction has.
    pub regles: usize,
    /// Those that are decided when the files are made.
    pub export: Vec<&'static str>,
    /// What each rule found, in the order of the rules.
    pub constats: Vec<(&'static str, Diagnostic)>,
}

/// Runs every rule that the jurisdiction has. What a waiver of the manifest sets aside, with its
/// reason, is not reported: the whole of a rule, or what it finds about one thing (`objet`, an id).
pub(crate) fn check(examen: &Examen<'_>, diags: &mut Diagnostics) -> Registre {
    let manifeste = &examen.projet.manifeste;
    let draft = manifeste.dossier.statut.value == Statut::Brouillon;
    let mut registre = Registre::default();
    let mut used = vec![false; manifeste.derogations.len()];
    for regle in REGLES {
        if regle.juridiction.is_some_and(|juridiction| juridiction != manifeste.dossier.juridiction.value) {
            continue;
        }
        registre.regles += 1;
        if regle.export {
            registre.export.push(regle.id);
            let waivers = manifeste.derogations.iter().zip(&mut used);
            waivers
                .filter(|(waiver, _)| waiver.regle.value.eq_ignore_ascii_case(regle.id))
                .for_each(|(_, used)| *used = true);
        }
        let Some(verifie) = regle.verifie else { continue };
        for found in verifie(examen) {
            let covers = |derogation: &Derogation| derogation.covers(regle.id, &found.objets);
            if let Some(waiver) = manifeste.derogations.iter().position(covers) {
                used[waiver] = true;
                continue;
            }
            let found = if regle.completude && draft { found.softened() } else { found };
            registre.constats.push((regle.id, found.clone()));
            diags.push(found);
        }
    }
    for (derogation, _) in manifeste.derogations.iter().zip(used).filter(|(_, used)| !used) {
        let known = || REGLES.iter().map(|regle| regle.id);
        let diagnostic = Diagnostic::at(Code::WaiverUnused, derogation.regle.span);
        let diagnostic = diagnostic.arg("regle", &derogation.regle.value);
        diags.push(match known().any(|id| id.eq_ignore_ascii_case(&derogation.regle.value)) {
            true => diagnostic,
            false => diagnostic.help("aide-inconnue"),
        });
    }
    registre
}
