//! Which things have ids, and where each is named: the table of R01.
//!
//! In: the planning data. Out: one [`Famille`] a kind of thing. A new kind is a function and a line of
//! [`familles`]; a new place that names a thing is a line in the function of its kind.

use super::plans;
use crate::projet::Projet;
use crate::projet::decode::Texte;
use crate::projet::profils::Effectif;

/// The things of a kind, and every place that names one.
pub(super) struct Famille<'a> {
    pub ids: Vec<&'a Texte>,
    pub renvois: Vec<&'a Texte>,
}

/// Every kind whose ids and references R01 holds. Those of the diffusion graph have rules of their own
/// (R20, R22).
pub(super) fn familles(projet: &Projet) -> Vec<Famille<'_>> {
    let mut all = vec![
        organisations(projet),
        etablissements(projet),
        vagues(projet),
        besoins(projet),
        acteurs(projet),
        ressources(projet),
        profils(projet),
        criteres(projet),
        plateformes(projet),
        groupes(projet),
    ];
    all.extend(plans::familles(projet));
    all
}

fn organisations(projet: &Projet) -> Famille<'_> {
    let manifeste = &projet.manifeste;
    let mut renvois: Vec<&Texte> = manifeste.emetteurs.iter().collect();
    renvois.extend(manifeste.visas.iter().filter_map(|visa| visa.organisation.as_ref()));
    renvois.extend(manifeste.liste_diffusion.iter().filter_map(|person| person.organisation.as_ref()));
    renvois.extend(projet.acteurs.iter().map(|acteur| &acteur.organisation));
    renvois.extend(plans::organisations(projet));
    Famille { ids: projet.organisations.iter().map(|own| &own.id).collect(), renvois }
}

fn etablissements(projet: &Projet) -> Famille<'_> {
    let members = projet.vagues.iter().flat_map(|vague| &vague.etablissements);
    Famille {
        ids: projet.etablissements.iter().map(|ecole| &ecole.id).collect(),
        renvois: members.chain(plans::etablissements(projet)).collect(),
    }
}

fn vagues(projet: &Projet) -> Famille<'_> {
    let counted = projet.profils.iter().filter_map(|profil| match &profil.effectif {
        Some(Effectif::ParVague(vagues)) => Some(vagues.iter().map(|vague| &vague.cle)),
        _ => None,
    });
    Famille {
        ids: projet.vagues.iter().map(|vague| &vague.id).collect(),
        renvois: counted.flatten().chain(plans::vagues(projet)).collect(),
    }
}

fn besoins(projet: &Projet) -> Famille<'_> {
    let contexte = projet.contexte.iter();
    let all = contexte.flat_map(|contexte| contexte.besoins.iter().chain(&contexte.contraintes));
    Famille { ids: all.map(|besoin| &besoin.id).collect(), renvois: Vec::new() }
}

fn acteurs(projet: &Projet) -> Famille<'_> {
    let mut renvois: Vec<&Texte> = projet.acteurs.iter().flat_map(|acteur| &acteur.membres).collect();
    for activite in projet.raci.iter().flat_map(|raci| &raci.activites) {
        renvois.extend([&activite.r, &activite.a, &activite.c, &activite.i].into_iter().flatten());
    }
    renvois.extend(projet.profils.iter().filter_map(|profil| profil.acteur.as_ref()));
    renvois.extend(projet.orientations.iter().flat_map(|orientations| &orientations.acteurs));
    renvois.extend(plans::acteurs(projet));
    Famille { ids: projet.acteurs.iter().map(|acteur| &acteur.id).collect(), renvois }
}

fn ressources(projet: &Projet) -> Famille<'_> {
    let used = projet.acteurs.iter().filter_map(|acteur| acteur.ressources.as_ref());
    Famille {
        ids: projet.ressources.iter().map(|ressource| &ressource.id).collect(),
        renvois: used.flat_map(|own| own.utilise.iter().chain(&own.produit)).collect(),
    }
}

fn profils(projet: &Projet) -> Famille<'_> {
    Famille { ids: projet.profils.iter().map(|profil| &profil.id).collect(), renvois: plans::profils(projet) }
}

fn criteres(projet: &Projet) -> Famille<'_> {
    let all = || projet.orientations.iter();
    let marks = all().flat_map(|orientations| &orientations.plateformes).flat_map(|one| &one.notes);
    Famille {
        ids: all().flat_map(|orientations| &orientations.criteres).map(|critere| &critere.id).collect(),
        renvois: marks.map(|note| &note.cle).collect(),
    }
}

fn plateformes(projet: &Projet) -> Famille<'_> {
    let all = projet.orientations.iter().flat_map(|orientations| &orientations.plateformes);
    Famille { ids: all.map(|one| &one.id).collect(), renvois: Vec::new() }
}

fn groupes(projet: &Projet) -> Famille<'_> {
    let all = projet.orientations.iter().flat_map(|orientations| &orientations.groupes);
    Famille { ids: all.map(|groupe| &groupe.id).collect(), renvois: Vec::new() }
}
