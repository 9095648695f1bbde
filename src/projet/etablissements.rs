//! The schools and their equipment (domain.md 2.1, 4).

use super::decode::{Spanned, Texte, choix, structure};
use jiff::civil::Date;

choix! {
    /// The level of a school.
    TypeEtablissement {
        Maternelle = "maternelle",
        Elementaire = "elementaire",
        Primaire = "primaire",
        Secondaire = "secondaire",
    }
}
choix! {
    /// How far wireless network covers a school.
    Wifi { Aucun = "aucun", Partiel = "partiel", Complet = "complet", }
}

structure! {
    /// A school.
    Etablissement {
        id: Texte,
        uai: Option<Texte>,
        nom: Texte,
        commune: Texte,
        zone: Option<Texte>,
        r#type: Spanned<TypeEtablissement>,
        classes: Option<Spanned<u32>>,
        eleves: Spanned<u32>,
        enseignants: Option<Spanned<u32>>,
        /// Accounts of those who answer for the pupils.
        responsables: Option<Spanned<u32>>,
        infra: Option<Infra>,
        criteres: Option<Criteres>,
        travaux: Vec<Travaux>,
    }
}
structure! {
    /// What a school has.
    Infra {
        postes: Option<Spanned<u32>>,
        tablettes: Option<Spanned<u32>>,
        tni: Option<Spanned<u32>>,
        wifi: Option<Spanned<Wifi>>,
        /// Down, in Mbit/s.
        debit_mbps: Option<Spanned<f64>>,
        date_mesure: Option<Spanned<Date>>,
        plateforme_existante: Option<Texte>,
    }
}
structure! {
    /// The four criteria of priority, 0 to 5 (domain.md 2.8).
    Criteres {
        demande_implication: Option<Spanned<u32>>,
        existant_usages: Option<Spanned<u32>>,
        technique: Option<Spanned<u32>>,
        fonctionnel: Option<Spanned<u32>>,
    }
}
structure! {
    /// Works in a school.
    Travaux {
        objet: Texte,
        echeance: Option<Spanned<Date>>,
    }
}
