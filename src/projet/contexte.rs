//! The context of the project: what ED I-1 establishes (domain.md 2.1).

use super::decode::{Spanned, Texte, choix, structure};
use crate::source::Span;
use jiff::civil::Date;

choix! {
    /// In which frame people are trained.
    Cadre { Institutionnel = "institutionnel", Individuel = "individuel", }
}
choix! {
    /// How people are trained.
    Modalite { Presentiel = "presentiel", Distance = "distance", Hybride = "hybride", }
}
choix! {
    /// What kind of organisation the context is.
    TypeContexte {
        Ecole = "ecole",
        Universite = "universite",
        Entreprise = "entreprise",
        OrganismeCommunautaire = "organisme_communautaire",
        Collectivite = "collectivite",
        CentreServicesScolaire = "centre_services_scolaire",
        Autre = "autre",
    }
}
choix! {
    /// What another project does to this one.
    Influence { Favorable = "favorable", Neutre = "neutre", Contraignante = "contraignante", }
}
choix! {
    /// What an existing resource is.
    TypeRessource {
        BibliothequeNumerique = "bibliotheque_numerique",
        SoutienTechnique = "soutien_technique",
        SoutienPedagogique = "soutien_pedagogique",
        Autre = "autre",
    }
}
choix! {
    /// How people were asked.
    Methode { Entretien = "entretien", Questionnaire = "questionnaire", }
}
choix! {
    /// Who was asked.
    Groupe {
        Gestionnaires = "gestionnaires",
        Enseignants = "enseignants",
        Apprenants = "apprenants",
        Parents = "parents",
    }
}
choix! {
    /// The nature of a need or of a constraint.
    Nature {
        Technique = "technique",
        Humain = "humain",
        Logistique = "logistique",
        Institutionnel = "institutionnel",
        Local = "local",
        Culturel = "culturel",
    }
}

structure! {
    /// The whole context.
    Contexte {
        cadre: Vec<Spanned<Cadre>>,
        modalites: Vec<Spanned<Modalite>>,
        type_organisation: Option<Spanned<TypeContexte>>,
        projets_connexes: Vec<ProjetConnexe>,
        ressources_existantes: Vec<RessourceExistante>,
        enquetes: Vec<Enquete>,
        besoins: Vec<Besoin>,
        contraintes: Vec<Besoin>,
        opportunites: Vec<Opportunite>,
    }
}
impl Contexte {
    /// A context of which nothing is said.
    pub(crate) fn empty(span: Span) -> Self {
        Self {
            span,
            cadre: Vec::new(),
            modalites: Vec::new(),
            type_organisation: None,
            projets_connexes: Vec::new(),
            ressources_existantes: Vec::new(),
            enquetes: Vec::new(),
            besoins: Vec::new(),
            contraintes: Vec::new(),
            opportunites: Vec::new(),
        }
    }
}

structure! {
    /// Another project that touches this one.
    ProjetConnexe {
        nom: Texte,
        porteur: Option<Texte>,
        periode: Option<Texte>,
        influence: Option<Spanned<Influence>>,
    }
}
structure! {
    /// A resource or service that is there already.
    RessourceExistante {
        id: Texte,
        nom: Texte,
        r#type: Option<Spanned<TypeRessource>>,
        detenteur: Option<Texte>,
        mobilisable: Option<Spanned<bool>>,
        motif: Option<Texte>,
    }
}
structure! {
    /// A survey.
    Enquete {
        id: Option<Texte>,
        methode: Spanned<Methode>,
        groupe: Spanned<Groupe>,
        sollicites: Spanned<u32>,
        repondants: Spanned<u32>,
        debut: Option<Spanned<Date>>,
        fin: Option<Spanned<Date>>,
        constats: Vec<Texte>,
    }
}
structure! {
    /// A need or a constraint.
    Besoin {
        id: Texte,
        nature: Spanned<Nature>,
        enonce: Texte,
        /// 1 to 3.
        gravite: Option<Spanned<u32>>,
        /// The documents that treat it.
        traite_par: Vec<Texte>,
    }
}
structure! {
    /// An opportunity.
    Opportunite {
        id: Option<Texte>,
        enonce: Texte,
    }
}
