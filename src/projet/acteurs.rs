//! The actors, what they use and make, who answers for what (domain.md 2.4).
//!
//! One table of actors serves every document. The services that an actor receives or provides are
//! derived from the flows: they have no key here.

use super::decode::{Decode, Spanned, Texte, choix, expected, structure};
use super::vagues::NomPhase;
use crate::diagnostic::Diagnostics;
use crate::parse::yaml::{Node, Value};
use crate::source::Span;

choix! {
    /// What an actor is in the environment.
    TypeActeur {
        Enseignant = "enseignant",
        Apprenant = "apprenant",
        Tuteur = "tuteur",
        Administrateur = "administrateur",
        Technicien = "technicien",
        Gestionnaire = "gestionnaire",
        Formateur = "formateur",
        Parent = "parent",
        Partenaire = "partenaire",
    }
}
choix! {
    /// By what an actor can be reached.
    Moyen {
        Messagerie = "messagerie",
        Forum = "forum",
        Visioconference = "visioconference",
        Telephone = "telephone",
        Reunion = "reunion",
        Affichage = "affichage",
        Courrier = "courrier",
        Autre = "autre",
    }
}

structure! {
    /// An actor: a function, never a person.
    Acteur {
        id: Texte,
        nom: Texte,
        /// The id of its organisation.
        organisation: Texte,
        /// Asked for by R21.
        r#type: Option<Spanned<TypeActeur>>,
        taches: Vec<Tache>,
        ressources: Option<RessourcesActeur>,
        moyens_communication: Vec<Spanned<Moyen>>,
        /// How many people hold the function.
        effectif: Option<Spanned<u32>>,
        /// Full-time equivalents.
        etp: Option<Spanned<f64>>,
        heures_disponibles: Option<HeuresDisponibles>,
        /// The actors that a collective one is made of, by id.
        membres: Vec<Texte>,
        besoins_soutien: Vec<Texte>,
        /// May train without having been trained (R46).
        habilite: Option<Spanned<bool>>,
    }
}
structure! {
    /// What an actor uses and makes, by the ids of resources.
    RessourcesActeur {
        utilise: Vec<Texte>,
        produit: Vec<Texte>,
    }
}
structure! {
    /// The hours that all who hold the function can give to the project.
    HeuresDisponibles {
        mois: Option<Spanned<f64>>,
        annee: Option<Spanned<f64>>,
    }
}
structure! {
    /// Something that actors use or make.
    Ressource {
        id: Texte,
        nom: Texte,
        description: Option<Texte>,
        /// Bought or already there: nobody has to make it (R28).
        acquise: Option<Spanned<bool>>,
    }
}
structure! {
    /// Who does, approves, is asked, is told.
    Raci {
        activites: Vec<Activite>,
    }
}
structure! {
    /// An activity and its actors, by id.
    Activite {
        libelle: Texte,
        phase: Option<Spanned<NomPhase>>,
        r: Vec<Texte>,
        a: Vec<Texte>,
        c: Vec<Texte>,
        i: Vec<Texte>,
    }
}

/// A task of an actor, written as a text or with the phase it belongs to.
#[derive(Debug, Clone)]
pub(crate) struct Tache {
    pub span: Span,
    pub texte: Texte,
    pub phase: Option<Spanned<NomPhase>>,
}

structure! {
    /// A task with its phase.
    TacheDetaillee {
        texte: Texte,
        phase: Option<Spanned<NomPhase>>,
    }
}

impl Decode for Tache {
    fn decode(node: &Node, diags: &mut Diagnostics) -> Option<Self> {
        match &node.value {
            Value::Scalar { .. } => {
                Texte::decode(node, diags).map(|texte| Self { span: node.span, texte, phase: None })
            }
            Value::Mapping(_) => {
                let TacheDetaillee { span, texte, phase } = TacheDetaillee::decode(node, diags)?;
                Some(Self { span, texte, phase })
            }
            Value::Sequence(_) | Value::Null => expected(node, "texte", diags),
        }
    }
}
