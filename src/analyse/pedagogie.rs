//! What follows from the pedagogical plan: which competences are covered, how many learners each
//! facilitator has, how many people should be enrolled.
//!
//! In: the plan of ED I-5, the waves with their schools. Out: figures, each with what it comes from.

use super::BilanVague;
use super::effectifs::{effectif, effectif_total};
use crate::projet::Projet;
use crate::projet::acteurs::TypeActeur;
use crate::projet::pedagogie::{
    ActivitePedagogique, Competence, CritereGroupe, Evaluation, Facilitateur, Inscription, Pedagogie,
};
use crate::projet::profils::{Assiette, Effectif, Profil};

/// What a competence has.
#[derive(Debug)]
pub(crate) struct Couverture<'a> {
    pub competence: &'a Competence,
    pub activites: Vec<&'a ActivitePedagogique>,
    pub evaluations: Vec<&'a Evaluation>,
}

impl Couverture<'_> {
    /// Whether it has an activity and an assessment.
    pub(crate) fn complete(&self) -> bool {
        !self.activites.is_empty() && !self.evaluations.is_empty()
    }
}

/// Each competence with the activities that serve it and the ways in which it is assessed.
pub(crate) fn couverture(plan: &Pedagogie) -> Vec<Couverture<'_>> {
    let of = |competence| {
        let id = |competence: &Competence| competence.id.value.clone();
        let own = id(competence);
        let serves =
            |activite: &&ActivitePedagogique| activite.competences.iter().any(|named| named.value == own);
        Couverture {
            competence,
            activites: plan.activites.iter().filter(serves).collect(),
            evaluations: plan
                .evaluation
                .iter()
                .filter(|evaluation| evaluation.competence.value == own)
                .collect(),
        }
    };
    plan.competences.iter().map(of).collect()
}

/// Whether a profile is that of learners: its actor learns, or it counts pupils.
pub(crate) fn apprend(projet: &Projet, profil: &Profil) -> bool {
    let acteur = profil
        .acteur
        .as_ref()
        .and_then(|id| projet.acteurs.iter().find(|acteur| acteur.id.value == id.value));
    let learns =
        acteur.and_then(|acteur| acteur.r#type.as_ref()).map(|kind| kind.value == TypeActeur::Apprenant);
    let pupils =
        matches!(&profil.effectif, Some(Effectif::Calcule(assiette)) if assiette.value == Assiette::Eleves);
    learns.unwrap_or(pupils)
}

/// How many learners all waves have.
pub(crate) fn apprenants(projet: &Projet, vagues: &[BilanVague<'_>]) -> Option<u32> {
    let learners = projet.profils.iter().filter(|profil| apprend(projet, profil));
    let known: Vec<u32> = learners.filter_map(|profil| effectif_total(profil, vagues)).collect();
    (!known.is_empty()).then(|| known.iter().fold(0, |sum: u32, n| sum.saturating_add(*n)))
}

/// The learners that groups of a criterion put together; nothing where a group does not say how many.
pub(crate) fn groupes(plan: &Pedagogie, critere: CritereGroupe) -> Option<u32> {
    let mut of = plan.groupes.iter().filter(|groupe| groupe.critere.value == critere).peekable();
    of.peek()?;
    of.try_fold(0_u32, |sum, groupe| Some(sum.saturating_add(groupe.effectif.as_ref()?.value)))
}

/// The criteria by which there are groups, in the order of the method.
pub(crate) fn criteres(plan: &Pedagogie) -> Vec<CritereGroupe> {
    let mut criteres: Vec<CritereGroupe> = plan.groupes.iter().map(|groupe| groupe.critere.value).collect();
    criteres.sort();
    criteres.dedup();
    criteres
}

/// What a facilitator takes on.
#[derive(Debug, PartialEq)]
pub(crate) struct Charge {
    /// How many people facilitate.
    pub nombre: Option<u32>,
    pub groupes: usize,
    /// The learners of their groups. A learner is in one group of each criterion: those of the criterion
    /// that gives the most are counted, never those of two.
    pub apprenants: Option<u32>,
}

impl Charge {
    /// Learners for one person.
    pub(crate) fn par_personne(&self) -> Option<f64> {
        let nombre = self.nombre.filter(|nombre| *nombre > 0)?;
        Some(f64::from(self.apprenants?) / f64::from(nombre))
    }
}

/// What a facilitator takes on.
pub(crate) fn charge(projet: &Projet, plan: &Pedagogie, facilitateur: &Facilitateur) -> Charge {
    let id = &facilitateur.acteur.value;
    let acteur = projet.acteurs.iter().find(|acteur| acteur.id.value == *id);
    let nombre = facilitateur.nombre.as_ref().or_else(|| acteur?.effectif.as_ref()).map(|n| n.value);
    let theirs =
        || plan.groupes.iter().filter(|groupe| groupe.facilitateurs.iter().any(|named| named.value == *id));
    let of = |critere: CritereGroupe| {
        let known = theirs().filter(|groupe| groupe.critere.value == critere);
        let known: Vec<u32> = known.filter_map(|groupe| groupe.effectif.as_ref()).map(|n| n.value).collect();
        (!known.is_empty()).then(|| known.iter().fold(0, |sum: u32, n| sum.saturating_add(*n)))
    };
    let apprenants = criteres(plan).into_iter().filter_map(of).max();
    Charge { nombre, groupes: theirs().count(), apprenants }
}

/// How many people an enrolment should have: those of its profile, in its wave or in all.
pub(crate) fn attendus(projet: &Projet, inscription: &Inscription, vagues: &[BilanVague<'_>]) -> Option<u32> {
    let profil = projet.profils.iter().find(|profil| profil.id.value == inscription.public.value)?;
    match &inscription.vague {
        None => effectif_total(profil, vagues),
        Some(id) => effectif(profil, vagues.iter().find(|vague| vague.vague.id.value == id.value)?),
    }
}
