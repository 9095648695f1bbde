//! The profiles: one table for training, activation, change and communication (domain.md 2.7).

use super::decode::{Clef, Decode, Spanned, Texte, choix, structure, table};
use crate::diagnostic::Diagnostics;
use crate::parse::yaml::{Node, Value};

choix! {
    /// The kind of people a profile is.
    FamilleProfil {
        UsagerFinal = "usager_final",
        Parent = "parent",
        AdministrateurEnt = "administrateur_ent",
        FormateurEn = "formateur_en",
        ProfilSpecialise = "profil_specialise",
        Encadrement = "encadrement",
        Partenaire = "partenaire",
    }
}
choix! {
    /// The figure of the schools that a headcount is taken from.
    Assiette {
        Eleves = "eleves",
        Enseignants = "enseignants",
        Ecoles = "ecoles",
        Classes = "classes",
        Responsables = "responsables",
    }
}

structure! {
    /// A profile of people.
    Profil {
        id: Texte,
        libelle: Texte,
        famille: Option<Spanned<FamilleProfil>>,
        /// The actor that people of the profile are, by id.
        acteur: Option<Texte>,
        /// How the change plan and the kit name them.
        public_changement: Option<Texte>,
        effectif: Option<Effectif>,
    }
}

/// How many people a profile has.
#[derive(Debug, Clone)]
pub(crate) enum Effectif {
    /// As many as the schools of each wave say.
    Calcule(Spanned<Assiette>),
    /// So many in each wave, by its id.
    ParVague(Vec<Clef<Spanned<u32>>>),
}

impl Decode for Effectif {
    fn decode(node: &Node, diags: &mut Diagnostics) -> Option<Self> {
        match &node.value {
            Value::Mapping(_) => table(node, diags).map(Self::ParVague),
            _ => Spanned::<Assiette>::decode(node, diags).map(Self::Calcule),
        }
    }
}
