//! What ED I-5, ED I-6, the services and the training modules give ids to, and what they name: their
//! part of R01.
//!
//! In: the planning data. Out: ids by kind, references by the kind that they name.

use super::renvois::Famille;
use crate::projet::Projet;
use crate::projet::decode::Texte;

/// The kinds that only these files have.
pub(super) fn familles(projet: &Projet) -> Vec<Famille<'_>> {
    let plan = || projet.pedagogie.iter();
    let activities = || plan().flat_map(|plan| &plan.activites);
    let competences = plan().flat_map(|plan| &plan.competences).map(|one| &one.id).collect();
    let assessed = plan().flat_map(|plan| &plan.evaluation).map(|one| &one.competence);
    let learnt = activities().flat_map(|one| &one.competences).chain(assessed).collect();
    let services = projet.services_ent.iter().map(|one| &one.id).collect();
    let used = activities().filter_map(|one| one.service.as_ref()).collect();
    let modules = projet.modules.iter().map(|one| &one.id).collect();
    let required = plan().flat_map(|plan| &plan.facilitateurs).flat_map(|one| &one.modules_requis);
    let held = projet.sessions.iter().map(|one| &one.module).chain(required).collect();
    let groups = plan().flat_map(|plan| &plan.groupes).filter_map(|one| one.id.as_ref()).collect();
    vec![
        Famille { ids: competences, renvois: learnt },
        Famille { ids: services, renvois: used },
        Famille { ids: modules, renvois: held },
        Famille { ids: groups, renvois: Vec::new() },
    ]
}

/// The actors that they name.
pub(super) fn acteurs(projet: &Projet) -> Vec<&Texte> {
    let mut found: Vec<&Texte> = Vec::new();
    if let Some(plan) = &projet.pedagogie {
        found.extend(plan.inscriptions.iter().filter_map(|one| one.responsable.as_ref()));
        found.extend(plan.groupes.iter().flat_map(|one| &one.facilitateurs));
        found.extend(plan.facilitateurs.iter().map(|one| &one.acteur));
    }
    if let Some(plan) = &projet.materiel {
        found.extend(plan.technique.iter().filter_map(|one| one.responsable.as_ref()));
        found.extend(plan.soutien.iter().filter_map(|one| one.acteur.as_ref()));
    }
    found.extend(projet.modules.iter().flat_map(|one| &one.formateurs));
    found.extend(projet.sessions.iter().flat_map(|one| &one.formateurs));
    found
}

/// The profiles that they name.
pub(super) fn profils(projet: &Projet) -> Vec<&Texte> {
    let mut found: Vec<&Texte> = Vec::new();
    if let Some(plan) = &projet.pedagogie {
        found.extend(plan.activites.iter().filter_map(|one| one.profil.as_ref()));
        found.extend(plan.inscriptions.iter().map(|one| &one.public));
    }
    if let Some(plan) = &projet.materiel {
        found.extend(plan.soutien.iter().flat_map(|one| &one.publics));
        found.extend(plan.promotion.iter().filter_map(|one| one.public.as_ref()));
    }
    found.extend(projet.services_ent.iter().flat_map(|one| &one.profils));
    found.extend(projet.modules.iter().flat_map(|one| &one.profils));
    found
}

/// The waves that they name.
pub(super) fn vagues(projet: &Projet) -> Vec<&Texte> {
    let mut found: Vec<&Texte> = Vec::new();
    if let Some(plan) = &projet.pedagogie {
        found.extend(plan.inscriptions.iter().filter_map(|one| one.vague.as_ref()));
        found.extend(plan.calendrier.iter().filter_map(|one| one.vague.as_ref()));
    }
    let pieces = projet.materiel.iter().flat_map(|plan| &plan.promotion);
    found.extend(pieces.filter_map(|one| one.vague.as_ref()));
    found.extend(projet.sessions.iter().filter_map(|one| one.vague.as_ref()));
    found
}

/// The organisations that they name.
pub(super) fn organisations(projet: &Projet) -> Vec<&Texte> {
    let payers = projet.materiel.iter().flat_map(|plan| &plan.couts);
    let payers = payers.filter_map(|one| one.financeur.as_ref());
    payers.chain(projet.modules.iter().filter_map(|one| one.responsable.as_ref())).collect()
}

/// Those who may be an actor or an organisation.
pub(super) fn responsables(projet: &Projet) -> Vec<&Texte> {
    let plan = || projet.materiel.iter();
    let kept = plan().flat_map(|plan| &plan.ressources_numeriques).filter_map(|one| one.responsable.as_ref());
    kept.chain(plan().flat_map(|plan| &plan.qualite).filter_map(|one| one.responsable.as_ref())).collect()
}

/// The schools that they name.
pub(super) fn etablissements(projet: &Projet) -> Vec<&Texte> {
    let projects = projet.pedagogie.iter().flat_map(|plan| &plan.projets_ecole);
    projects.map(|one| &one.etablissement).collect()
}
