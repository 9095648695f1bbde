//! The waves and their phases (domain.md 2.8); ED I-1 reads their schools and the start of phase I.

use super::decode::{Spanned, Texte, choix, structure};
use jiff::civil::Date;

choix! {
    /// A phase of the method, by its numeral.
    NomPhase { I = "i", Ii = "ii", Iii = "iii", Iv = "iv", }
}

structure! {
    /// A wave.
    Vague {
        id: Texte,
        nom: Option<Texte>,
        rang: Spanned<u32>,
        annee_scolaire: Option<Texte>,
        etablissements: Vec<Texte>,
        phases: Option<Phases>,
    }
}
structure! {
    /// The four phases, in the capitals that the method gives them.
    Phases {
        i: Option<Phase>,
        ii: Option<Phase>,
        iii: Option<Phase>,
        iv: Option<Phase>,
    }
}
structure! {
    /// A phase.
    Phase {
        debut: Spanned<Date>,
        fin: Option<Spanned<Date>>,
    }
}
