//! The pedagogical plan: what ED I-5 sets (domain.md 2.5).

use super::decode::{Spanned, Texte, choix, structure};
use jiff::civil::Date;

choix! {
    /// How far a use goes.
    NatureUsage { Ordinaire = "ordinaire", Expert = "expert", }
}
choix! {
    /// By what learners are put in groups.
    CritereGroupe { Profil = "profil", Niveau = "niveau", Specialisation = "specialisation", }
}
choix! {
    /// The special form of a group.
    Specialisation { Clom = "clom", Eia = "eia", Aucune = "aucune", }
}

structure! {
    /// The whole plan.
    Pedagogie {
        competences: Vec<Competence>,
        activites: Vec<ActivitePedagogique>,
        inscriptions: Vec<Inscription>,
        groupes: Vec<GroupeApprenants>,
        facilitateurs: Vec<Facilitateur>,
        evaluation: Vec<Evaluation>,
        calendrier: Vec<EvenementPedagogique>,
        projets_ecole: Vec<InscriptionProjet>,
    }
}
structure! {
    /// A competence that learners should gain.
    Competence {
        id: Texte,
        libelle: Texte,
        referentiel: Option<Texte>,
        niveau: Option<Texte>,
    }
}
structure! {
    /// An activity in the environment.
    ActivitePedagogique {
        titre: Texte,
        /// By id.
        competences: Vec<Texte>,
        /// A service of the environment, by id.
        service: Option<Texte>,
        /// By id.
        profil: Option<Texte>,
        nature: Option<Spanned<NatureUsage>>,
    }
}
structure! {
    /// How a public gets its accounts.
    Inscription {
        /// A profile, by id.
        public: Texte,
        /// A wave, by id; every wave where nothing is said.
        vague: Option<Texte>,
        procedure: Option<Texte>,
        outil: Option<Texte>,
        source_donnees: Option<Texte>,
        debut: Option<Spanned<Date>>,
        fin: Option<Spanned<Date>>,
        /// An actor, by id.
        responsable: Option<Texte>,
        /// How many were enrolled, once it is known.
        inscrits: Option<Spanned<u32>>,
    }
}
structure! {
    /// A group of learners.
    GroupeApprenants {
        id: Option<Texte>,
        libelle: Texte,
        critere: Spanned<CritereGroupe>,
        specialisation: Option<Spanned<Specialisation>>,
        /// How many learners.
        effectif: Option<Spanned<u32>>,
        /// Actors, by id.
        facilitateurs: Vec<Texte>,
    }
}
structure! {
    /// Who helps a group to learn.
    Facilitateur {
        /// By id.
        acteur: Texte,
        role: Option<Texte>,
        /// How many people facilitate; those of the actor where nothing is said.
        nombre: Option<Spanned<u32>>,
        /// Modules, by id (R34).
        modules_requis: Vec<Texte>,
        modalites: Vec<Texte>,
    }
}
structure! {
    /// How a competence is assessed.
    Evaluation {
        /// By id.
        competence: Texte,
        criteres: Vec<Texte>,
        outil: Option<Texte>,
        retroaction: Option<Texte>,
        moment: Option<Texte>,
    }
}
structure! {
    /// A date of the pedagogical calendar.
    EvenementPedagogique {
        objet: Texte,
        vague: Option<Texte>,
        debut: Spanned<Date>,
        fin: Option<Spanned<Date>>,
    }
}
structure! {
    /// What the project of a school says of the environment.
    InscriptionProjet {
        /// A school, by id.
        etablissement: Texte,
        /// The part of the project that holds it.
        axe: Texte,
        action: Option<Texte>,
        /// When the council of the school adopted it.
        date: Option<Spanned<Date>>,
    }
}
