//! The project and the organisations that carry it (domain.md 4, `projet.yaml`).

use super::decode::{Spanned, Texte, choix, structure};
use jiff::civil::Date;

choix! {
    /// What an organisation is in the project (domain.md 2.4).
    TypeOrganisation {
        Porteur = "porteur",
        EducationNationale = "education_nationale",
        Fournisseur = "fournisseur",
        Etablissement = "etablissement",
        Famille = "famille",
        Partenaire = "partenaire",
    }
}

structure! {
    /// The project.
    Identite {
        nom: Texte,
        acronyme_env: Option<Texte>,
        solution: Option<Texte>,
        url_portail: Option<Texte>,
        perimetre: Option<Texte>,
        marche: Option<Marche>,
        cadre_juridique: Vec<Texte>,
    }
}
structure! {
    /// The contract.
    Marche {
        reference: Texte,
        debut: Spanned<Date>,
        duree_mois: Spanned<u32>,
        reconductions: Vec<Reconduction>,
    }
}
structure! {
    /// A renewal of the contract.
    Reconduction {
        duree_mois: Spanned<u32>,
        ferme: Option<Spanned<bool>>,
    }
}
structure! {
    /// An organisation.
    Organisation {
        id: Texte,
        nom: Texte,
        r#type: Spanned<TypeOrganisation>,
        adresse: Option<Texte>,
        siret: Option<Texte>,
        neq: Option<Texte>,
        logo: Option<Texte>,
    }
}
