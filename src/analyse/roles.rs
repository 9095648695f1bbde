//! What follows from the actors: the services each gives and gets, the channels two of them share, who
//! carries the activities, which resources nobody uses (domain.md 2.4).
//!
//! In: the planning data. Out: derived facts, none of which has a key that a user could write.

use crate::projet::Projet;
use crate::projet::acteurs::{Acteur, Activite, Moyen, Raci, Ressource};
use crate::projet::decode::Texte;
use crate::projet::diffusion::Flux;

/// A service that an actor gives or gets, over all the flows that carry it.
#[derive(Debug)]
pub(crate) struct Echange<'a> {
    /// The id of the service.
    pub service: &'a Texte,
    /// The actors at the other end, by id.
    pub autres: Vec<&'a Texte>,
    /// The numbers of the flows in the graph of ED I-3, from 1.
    pub flux: Vec<usize>,
}

/// What an actor provides, then what it receives, in the order of the flows.
pub(crate) fn echanges<'a>(projet: &'a Projet, acteur: &Acteur) -> (Vec<Echange<'a>>, Vec<Echange<'a>>) {
    let own = |id: &Texte| id.value == acteur.id.value;
    (
        groupes(projet, |flux| own(&flux.de).then_some(&flux.vers)),
        groupes(projet, |flux| own(&flux.vers).then_some(&flux.de)),
    )
}

/// The flows that have another end for somebody, by service.
fn groupes<'a>(projet: &'a Projet, autre: impl Fn(&'a Flux) -> Option<&'a Texte>) -> Vec<Echange<'a>> {
    let mut found: Vec<Echange<'a>> = Vec::new();
    let flux = projet.diffusion.iter().flat_map(|diffusion| &diffusion.flux);
    for (numero, flux) in (1..).zip(flux) {
        let Some(autre) = autre(flux) else { continue };
        match found.iter_mut().find(|echange| echange.service.value == flux.service.value) {
            Some(echange) => {
                if !echange.autres.iter().any(|known| known.value == autre.value) {
                    echange.autres.push(autre);
                }
                echange.flux.push(numero);
            }
            None => found.push(Echange { service: &flux.service, autres: vec![autre], flux: vec![numero] }),
        }
    }
    found
}

/// The means by which two actors can both be reached, in the order of the list of means.
pub(crate) fn canaux_communs(a: &Acteur, b: &Acteur) -> Vec<Moyen> {
    let has =
        |acteur: &Acteur, moyen: Moyen| acteur.moyens_communication.iter().any(|own| own.value == moyen);
    Moyen::TOUS.iter().copied().filter(|moyen| has(a, *moyen) && has(b, *moyen)).collect()
}

/// Whether a service goes from one of two actors to the other.
pub(crate) fn relies(projet: &Projet, a: &Acteur, b: &Acteur) -> bool {
    let mut flux = projet.diffusion.iter().flat_map(|diffusion| &diffusion.flux);
    flux.any(|flux| {
        let ends = (flux.de.value.as_str(), flux.vers.value.as_str());
        ends == (a.id.value.as_str(), b.id.value.as_str())
            || ends == (b.id.value.as_str(), a.id.value.as_str())
    })
}

/// The parts that an actor has in an activity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Parts {
    pub realise: bool,
    pub approuve: bool,
    pub consulte: bool,
    pub informe: bool,
}

impl Parts {
    /// The parts of the actor of that id.
    pub(crate) fn of(activite: &Activite, id: &str) -> Self {
        let among = |ids: &[Texte]| ids.iter().any(|own| own.value == id);
        Self {
            realise: among(&activite.r),
            approuve: among(&activite.a),
            consulte: among(&activite.c),
            informe: among(&activite.i),
        }
    }

    /// Whether the actor carries the activity: does it, answers for it, or both.
    pub(crate) fn charge(self) -> bool {
        self.realise || self.approuve
    }

    pub(crate) fn aucune(self) -> bool {
        self == Self::default()
    }
}

/// How many activities an actor carries.
pub(crate) fn charge(raci: &Raci, id: &str) -> usize {
    raci.activites.iter().filter(|activite| Parts::of(activite, id).charge()).count()
}

/// A resource and the actors that make it and use it.
#[derive(Debug)]
pub(crate) struct Circulation<'a> {
    pub ressource: &'a Ressource,
    pub produite: Vec<&'a Acteur>,
    pub utilisee: Vec<&'a Acteur>,
}

impl Circulation<'_> {
    /// Made, and used by nobody.
    pub(crate) fn sans_usage(&self) -> bool {
        !self.produite.is_empty() && self.utilisee.is_empty()
    }

    /// Used, and neither made by somebody nor bought.
    pub(crate) fn sans_origine(&self) -> bool {
        let bought = self.ressource.acquise.as_ref().is_some_and(|bought| bought.value);
        self.produite.is_empty() && !self.utilisee.is_empty() && !bought
    }
}

/// Where each resource comes from and goes to, in the order of the data.
pub(crate) fn circulations(projet: &Projet) -> Vec<Circulation<'_>> {
    let among = |ids: &[Texte], ressource: &Ressource| ids.iter().any(|id| id.value == ressource.id.value);
    let circulation = |ressource| {
        let who = |get: fn(&Acteur) -> &[Texte]| -> Vec<&Acteur> {
            projet.acteurs.iter().filter(|acteur| among(get(acteur), ressource)).collect()
        };
        Circulation { ressource, produite: who(produites), utilisee: who(utilisees) }
    };
    projet.ressources.iter().map(circulation).collect()
}

/// The resources that an actor makes, by id.
pub(crate) fn produites(acteur: &Acteur) -> &[Texte] {
    acteur.ressources.as_ref().map_or(&[], |ressources| &ressources.produit)
}

/// The resources that an actor uses, by id.
pub(crate) fn utilisees(acteur: &Acteur) -> &[Texte] {
    acteur.ressources.as_ref().map_or(&[], |ressources| &ressources.utilise)
}
