//! The acronyms and what they stand for.

use super::decode::{Texte, structure};

structure! {
    /// An acronym.
    Sigle {
        sigle: Texte,
        forme: Texte,
        definition: Option<Texte>,
        /// The older acronym that it replaces (R91).
        remplace: Option<Texte>,
    }
}
