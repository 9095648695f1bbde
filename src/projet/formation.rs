//! The training modules and their sessions (domain.md 2.7), which the rules of facilitators read.

use super::decode::{Spanned, Texte, choix, structure};
use jiff::civil::Date;

choix! {
    /// The five families of the training plan.
    FamilleModule {
        Presentation = "presentation",
        UsagePedagogique = "usage_pedagogique",
        UsageCommunication = "usage_communication",
        UsageAdministratif = "usage_administratif",
        MiseAJour = "mise_a_jour",
    }
}
choix! {
    /// What a module is about.
    Dominante { Technique = "technique", Pedagogique = "pedagogique", Mixte = "mixte", }
}

structure! {
    /// A training module.
    Module {
        id: Texte,
        intitule: Texte,
        famille: Option<Spanned<FamilleModule>>,
        /// By id.
        profils: Vec<Texte>,
        /// Actors that deliver it, by id.
        formateurs: Vec<Texte>,
        /// The organisation in charge, by id.
        responsable: Option<Texte>,
        dominante: Option<Spanned<Dominante>>,
        duree_h: Option<Spanned<f64>>,
        capacite: Option<Spanned<u32>>,
        obligatoire_avant_ouverture: Option<Spanned<bool>>,
    }
}
structure! {
    /// A session of a module.
    Session {
        /// By id.
        module: Texte,
        /// By id.
        vague: Option<Texte>,
        date: Option<Spanned<Date>>,
        lieu: Option<Texte>,
        /// Actors, by id.
        formateurs: Vec<Texte>,
    }
}
