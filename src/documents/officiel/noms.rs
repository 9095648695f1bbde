//! The names of what data refer to by id.
//!
//! In: an id. Out: the name as a value of the page; the id itself where nothing has it, which R01
//! reports.

use super::*;
use crate::analyse::annees::ouverture;
use crate::projet::contexte::Groupe;
use crate::projet::vagues::Vague;

/// The name of the first thing that has the id.
fn named<'t, T>(
    things: &'t [T],
    id: &str,
    of: impl Fn(&'t T) -> (&'t Texte, &'t Texte),
) -> Option<&'t Texte> {
    things.iter().map(of).find(|(own, _)| own.value == id).map(|(_, name)| name)
}

impl<'a> Page<'a, '_> {
    /// The name of an actor or of an organisation.
    pub(in crate::documents) fn nom_acteur(&self, id: &Texte) -> Data {
        let projet = self.material.projet;
        let acteur = named(&projet.acteurs, &id.value, |acteur| (&acteur.id, &acteur.nom));
        let found = acteur.or_else(|| {
            named(&projet.organisations, &id.value, |organisation| (&organisation.id, &organisation.nom))
        });
        text(found.unwrap_or(id))
    }

    /// An actor that may not be said.
    pub(in crate::documents) fn some_acteur(&self, id: Option<&'a Texte>) -> Data {
        id.map_or(Data::None, |id| self.nom_acteur(id))
    }

    /// A profile.
    pub(in crate::documents) fn profil(&self, id: &'a Texte) -> Data {
        let found = named(&self.material.projet.profils, &id.value, |profil| (&profil.id, &profil.libelle));
        text(found.unwrap_or(id))
    }

    /// A module, by its title.
    pub(in crate::documents) fn module(&self, id: &'a Texte) -> Data {
        let found = named(&self.material.projet.modules, &id.value, |module| (&module.id, &module.intitule));
        text(found.unwrap_or(id))
    }

    /// A service of the environment.
    pub(in crate::documents) fn service(&self, id: &'a Texte) -> Data {
        let services = &self.material.projet.services_ent;
        let found = named(services, &id.value, |service| (&service.id, &service.libelle));
        text(found.unwrap_or(id))
    }

    /// The wave of that id.
    pub(in crate::documents) fn vague(&self, id: &str) -> Option<&BilanVague<'a>> {
        self.material.bilan.vagues.iter().find(|wave| wave.vague.id.value == id)
    }

    /// The name of a wave: its own, else its rank; every wave where none is said.
    pub(in crate::documents) fn vague_nommee(&self, id: Option<&Texte>) -> Data {
        match id {
            None => phrase("toutes-les-vagues", []),
            Some(id) => match self.vague(&id.value) {
                Some(wave) => plain(Self::wave_name(wave)),
                None => text(id),
            },
        }
    }

    /// What a waiver is about, by the name it has on the pages: a wave, a group of people, anything with an
    /// id and a name.
    pub(in crate::documents) fn nom_objet(&self, id: &Texte) -> Data {
        let projet = self.material.projet;
        if let Some(groupe) = Groupe::TOUS.iter().find(|groupe| groupe.mot() == id.value) {
            return phrase(&format!("groupe-{}", groupe.mot()), []);
        }
        if let Some(wave) = self.vague(&id.value) {
            return plain(Self::wave_name(wave));
        }
        let named = named(&projet.etablissements, &id.value, |one| (&one.id, &one.nom))
            .or_else(|| named(&projet.acteurs, &id.value, |one| (&one.id, &one.nom)))
            .or_else(|| named(&projet.organisations, &id.value, |one| (&one.id, &one.nom)))
            .or_else(|| named(&projet.ressources, &id.value, |one| (&one.id, &one.nom)))
            .or_else(|| named(&projet.profils, &id.value, |one| (&one.id, &one.libelle)))
            .or_else(|| named(&projet.modules, &id.value, |one| (&one.id, &one.intitule)));
        let needs = projet.contexte.iter().flat_map(|one| one.besoins.iter().chain(&one.contraintes));
        let enonce = || needs.into_iter().find(|one| one.id.value == id.value).map(|one| &one.enonce);
        text(named.or_else(enonce).unwrap_or(id))
    }

    /// A period: two dates, one, or nothing.
    pub(in crate::documents) fn periode(
        &self,
        debut: Option<&Spanned<Date>>,
        fin: Option<&Spanned<Date>>,
    ) -> Data {
        match (debut, fin) {
            (Some(start), Some(end)) => {
                let args = [("debut", self.short(start.value)), ("fin", self.short(end.value))];
                phrase("periode-enquete", args)
            }
            (start, end) => self.date_short(start.or(end)),
        }
    }
}

/// The waves with a day of opening.
pub(super) fn ouvertures<'v>(waves: &'v [BilanVague<'v>]) -> impl Iterator<Item = (&'v Vague, String, Date)> {
    waves.iter().filter_map(|wave| Some((wave.vague, Page::wave_name(wave), ouverture(wave.vague)?.value)))
}
