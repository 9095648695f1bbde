//! The tools, services and flows of the diffusion graph (domain.md 2.3).

use super::decode::{Spanned, Texte, choix, structure};

choix! {
    /// What a tool is.
    CategorieOutil {
        LmsEnt = "lms_ent",
        Visioconference = "visioconference",
        Forum = "forum",
        Messagerie = "messagerie",
        Assistance = "assistance",
        Autre = "autre",
    }
}
choix! {
    /// The nature of a service.
    NatureService {
        SoutienTechnique = "soutien_technique",
        SoutienPedagogique = "soutien_pedagogique",
        Evaluation = "evaluation",
        Tutorat = "tutorat",
        Formation = "formation",
        Administration = "administration",
        Information = "information",
    }
}

structure! {
    /// The model of diffusion.
    Diffusion {
        outils: Vec<Outil>,
        services: Vec<Service>,
        flux: Vec<Flux>,
        scenarios: Vec<Scenario>,
    }
}
structure! {
    /// A tool or platform.
    Outil {
        id: Texte,
        nom: Texte,
        categorie: Option<Spanned<CategorieOutil>>,
        /// The actor that runs it, by id.
        operateur: Option<Texte>,
    }
}
structure! {
    /// A service that actors give each other.
    Service {
        id: Texte,
        libelle: Texte,
        nature: Spanned<NatureService>,
        /// The environment stops without it.
        critique: Option<Spanned<bool>>,
        description: Option<Texte>,
    }
}
structure! {
    /// A service that goes from one actor to another.
    Flux {
        /// The id of the actor that provides.
        de: Texte,
        /// The id of the actor that receives.
        vers: Texte,
        service: Texte,
        outil: Option<Texte>,
        canal: Option<Spanned<super::acteurs::Moyen>>,
        /// How often in a month, over all who receive.
        volume_mensuel: Option<Spanned<u32>>,
        /// How long it takes once, in minutes of the one who provides.
        duree_min: Option<Spanned<u32>>,
        /// Who answers for it, by the id of an actor.
        responsable: Option<Texte>,
    }
}
structure! {
    /// A scene of use, step by step.
    Scenario {
        titre: Texte,
        /// The service it shows, by id (R29).
        service: Option<Texte>,
        declencheur: Option<Texte>,
        etapes: Vec<Etape>,
        resultat: Option<Texte>,
    }
}
structure! {
    /// A step of a scene.
    Etape {
        acteur: Texte,
        action: Texte,
        outil: Option<Texte>,
    }
}
