//! The actors in an official document: their names, and who answers for what.
//!
//! In: the actors, organisations and RACI of the planning data. Out: the values that several documents
//! print of them.

use super::{Data, Page, list, map, phrase, text, word};
use crate::locale::Catalogue;
use crate::projet::acteurs::{Acteur, Activite};
use crate::projet::decode::Texte;
use crate::projet::organisations::Organisation;
use crate::projet::vagues::NomPhase;

/// The activities of a phase; those of none come last.
pub(in crate::documents) struct ActivitesDePhase<'a> {
    pub phase: Option<NomPhase>,
    pub activites: Vec<&'a Activite>,
}

impl<'a> Page<'a, '_> {
    pub(in crate::documents) fn acteur(&self, id: &Texte) -> Option<&'a Acteur> {
        self.material.projet.acteurs.iter().find(|acteur| acteur.id.value == id.value)
    }

    pub(in crate::documents) fn noms_acteurs(&self, ids: &[Texte]) -> Data {
        list(ids, |id| self.nom_acteur(id))
    }

    /// « 1, 2 et 5 ».
    pub(in crate::documents) fn enumeration(&self, items: &[String]) -> String {
        Catalogue::pages(&self.locale).enumeration(items)
    }

    /// The organisation of an actor.
    pub(in crate::documents) fn organisation_de(&self, acteur: &Acteur) -> Option<&'a Organisation> {
        self.material.projet.organisations.iter().find(|own| own.id.value == acteur.organisation.value)
    }

    /// An actor, its organisation, its type, and what a collective one is made of.
    pub(in crate::documents) fn identite_acteur(&self, acteur: &Acteur) -> Data {
        let organisation = self.organisation_de(acteur);
        map([
            ("nom", text(&acteur.nom)),
            ("organisation", organisation.map_or(Data::None, |own| text(&own.nom))),
            ("type", acteur.r#type.as_ref().map_or(Data::None, |kind| word(kind.value.mot()))),
            ("membres", self.noms_acteurs(&acteur.membres)),
        ])
    }

    /// The activities of the RACI by phase, in the order of the method, then of the data.
    pub(in crate::documents) fn activites(&self) -> Vec<ActivitesDePhase<'a>> {
        let all = || self.material.projet.raci.iter().flat_map(|raci| &raci.activites);
        let of = |phase: Option<NomPhase>| ActivitesDePhase {
            phase,
            activites: all().filter(|one| one.phase.as_ref().map(|own| own.value) == phase).collect(),
        };
        let mut groups: Vec<_> = NomPhase::TOUS.iter().copied().map(Some).map(of).collect();
        groups.push(of(None));
        groups.retain(|group| !group.activites.is_empty());
        groups
    }

    /// The title of a phase; that of the activities of none.
    pub(in crate::documents) fn titre_phase(&self, phase: Option<NomPhase>) -> Data {
        phrase(
            &phase.map_or_else(|| "phase-toutes".to_owned(), |phase| format!("phase-{}-titre", phase.mot())),
            [],
        )
    }
}
