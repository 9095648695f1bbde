//! What the orientations come to: which phase assesses what, how large the groups are, who provides
//! services from where (domain.md 2.2).

use super::{BilanVague, Totaux, pedagogie};
use crate::projet::Projet;
use crate::projet::acteurs::Acteur;
use crate::projet::organisations::TypeOrganisation;
use crate::projet::orientations::{Dimension, EvalEna, GroupeType, Orientations};
use crate::projet::vagues::NomPhase;

/// What a phase assesses of a dimension.
pub(crate) struct Case<'a> {
    pub dimension: Dimension,
    pub phase: NomPhase,
    pub evaluations: Vec<&'a EvalEna>,
}

/// Every dimension in every phase, dimension by dimension.
pub(crate) fn couverture(orientations: &Orientations) -> Vec<Case<'_>> {
    let case = |dimension: Dimension, phase: NomPhase| {
        let of = |evaluation: &&EvalEna| {
            evaluation.dimension.value == dimension
                && evaluation.phase.as_ref().is_some_and(|own| own.value == phase)
        };
        Case { dimension, phase, evaluations: orientations.eval_ena.iter().filter(of).collect() }
    };
    let row = |dimension: &Dimension| NomPhase::TOUS.iter().map(|phase| case(*dimension, *phase)).collect();
    Dimension::TOUS.iter().flat_map(|dimension: &Dimension| -> Vec<Case<'_>> { row(dimension) }).collect()
}

/// How many learners a group of that kind has on average.
pub(crate) fn taille_moyenne(groupe: &GroupeType) -> Option<f64> {
    moyenne(groupe.effectif.as_ref()?.value, groupe.nombre.as_ref()?.value)
}

/// So many people in so many groups.
pub(crate) fn moyenne(effectif: u32, nombre: u32) -> Option<f64> {
    (nombre > 0).then(|| f64::from(effectif) / f64::from(nombre))
}

/// The groups and the learners of all kinds that say both.
pub(crate) fn somme_des_groupes(orientations: &Orientations) -> (u32, u32) {
    let known = orientations
        .groupes
        .iter()
        .filter_map(|groupe| Some((groupe.nombre.as_ref()?.value, groupe.effectif.as_ref()?.value)));
    known.fold((0, 0), |(nombre, effectif), one| {
        (nombre.saturating_add(one.0), effectif.saturating_add(one.1))
    })
}

/// The learners in scope: the pupils of the schools; without schools, the people of the profiles that
/// learn, as ED I-5 counts them. Nothing where neither is said.
pub(crate) fn apprenants(projet: &Projet, totaux: &Totaux, vagues: &[BilanVague<'_>]) -> Option<u32> {
    if totaux.eleves > 0 {
        return Some(totaux.eleves);
    }
    pedagogie::apprenants(projet, vagues).filter(|apprenants| *apprenants > 0)
}

/// The actors that provide a service: those of the organisations that carry the project, then those
/// where it takes place.
pub(crate) fn fournisseurs(projet: &Projet) -> (Vec<&Acteur>, Vec<&Acteur>) {
    let flux = projet.diffusion.iter().flat_map(|diffusion| &diffusion.flux);
    let provides = |acteur: &&Acteur| flux.clone().any(|flux| flux.de.value == acteur.id.value);
    projet.acteurs.iter().filter(provides).partition(|acteur| central(projet, acteur))
}

fn central(projet: &Projet, acteur: &Acteur) -> bool {
    let own = projet.organisations.iter().find(|own| own.id.value == acteur.organisation.value);
    own.is_some_and(|own| {
        use TypeOrganisation::{EducationNationale, Fournisseur, Porteur};
        [Porteur, EducationNationale, Fournisseur].contains(&own.r#type.value)
    })
}
