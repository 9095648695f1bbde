//! How many people a profile has in each wave: one definition for training, support, enrolment.
//!
//! In: a profile and a wave with its schools. Out: a number, or nothing where the data do not say it.

use super::BilanVague;
use crate::projet::etablissements::Etablissement;
use crate::projet::profils::{Assiette, Effectif, Profil};

/// The figure of some schools; nothing where one of them does not say it.
pub(crate) fn somme(ecoles: &[&Etablissement], assiette: Assiette) -> Option<u32> {
    let figure = |ecole: &&Etablissement| match assiette {
        Assiette::Eleves => Some(ecole.eleves.value),
        Assiette::Enseignants => ecole.enseignants.as_ref().map(|n| n.value),
        Assiette::Ecoles => Some(1),
        Assiette::Classes => ecole.classes.as_ref().map(|n| n.value),
        Assiette::Responsables => ecole.responsables.as_ref().map(|n| n.value),
    };
    ecoles.iter().map(figure).try_fold(0_u32, |sum, figure| Some(sum.saturating_add(figure?)))
}

/// How many people of a profile a wave has.
pub(crate) fn effectif(profil: &Profil, vague: &BilanVague<'_>) -> Option<u32> {
    match profil.effectif.as_ref()? {
        Effectif::Calcule(assiette) => somme(&vague.ecoles, assiette.value),
        Effectif::ParVague(table) => {
            let of_wave = table.iter().find(|entry| entry.cle.value == vague.vague.id.value);
            of_wave.map(|entry| entry.valeur.value)
        }
    }
}

/// How many people of a profile all waves have, those that say it.
pub(crate) fn effectif_total(profil: &Profil, vagues: &[BilanVague<'_>]) -> Option<u32> {
    let known: Vec<u32> = vagues.iter().filter_map(|vague| effectif(profil, vague)).collect();
    (!known.is_empty()).then(|| known.iter().fold(0, |sum: u32, n| sum.saturating_add(*n)))
}
