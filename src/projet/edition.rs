//! The editions of a dossier, and what each one leaves out of the data (domain.md 0.4, R88).
//!
//! In: the whole planning data. Out: the same without what the readers of an edition may not see. It is
//! taken out before anything is computed: no layout and no total can leak it.

use super::Projet;
use super::decode::choix;
use std::borrow::Cow;

choix! {
    /// For whom a document is made.
    Edition { Interne = "interne", Consultation = "consultation", Publique = "publique", }
}
choix! {
    /// What can be left out.
    Masque { Couts = "couts", Scores = "scores", Contacts = "contacts", }
}

impl Edition {
    /// Every edition.
    pub(crate) const ALL: [Self; 3] = [Self::Interne, Self::Consultation, Self::Publique];

    /// The edition of that name.
    pub(crate) fn find(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|edition| edition.mot() == name)
    }
}

impl Projet {
    /// Whether an edition leaves something out. `interne` leaves out what the manifest says, the others
    /// always all of it: a manifest cannot let a price out by what it forgets.
    pub(crate) fn masks(&self, edition: Edition, masque: Masque) -> bool {
        let interne = self.manifeste.editions.as_ref().and_then(|editions| editions.interne.as_ref());
        edition != Edition::Interne
            || interne.is_some_and(|interne| interne.masquer.iter().any(|asked| asked.value == masque))
    }

    /// The data that an edition shows.
    pub(crate) fn masked(&self, edition: Edition) -> Cow<'_, Self> {
        let hides = |masque| self.masks(edition, masque);
        let mut projet = Cow::Borrowed(self);
        if hides(Masque::Couts)
            && let Some(materiel) = &mut projet.to_mut().materiel
        {
            materiel.couts.clear();
        }
        if hides(Masque::Scores)
            && let Some(orientations) = &mut projet.to_mut().orientations
        {
            orientations.plateformes.iter_mut().for_each(|plateforme| plateforme.notes.clear());
        }
        if hides(Masque::Contacts)
            && let Some(donnees) =
                projet.to_mut().materiel.as_mut().and_then(|materiel| materiel.donnees.as_mut())
        {
            for contact in [&mut donnees.dpd, &mut donnees.rprp].into_iter().flatten() {
                (contact.nom, contact.courriel, contact.telephone) = (None, None, None);
            }
        }
        projet
    }
}
