//! The services of the environment, by group (domain.md 2.8).

use super::decode::{Spanned, Texte, choix, structure};

choix! {
    /// When a service comes: with the environment, at opening, on request.
    GroupeService { Socle = "socle", Initial = "initial", Additionnel = "additionnel", }
}

structure! {
    /// A service of the environment.
    ServiceEnt {
        id: Texte,
        libelle: Texte,
        groupe: Option<Spanned<GroupeService>>,
        /// By id.
        profils: Vec<Texte>,
    }
}
