//! The material plan: what ED I-6 sets (domain.md 2.6).

use super::decimale::Decimale;
use super::decode::{Spanned, Texte, choix, structure};
use jiff::civil::Date;

choix! {
    /// What of technical management a line is about.
    Domaine {
        Acces = "acces",
        Hebergement = "hebergement",
        Maintenance = "maintenance",
        Securite = "securite",
    }
}
choix! {
    /// By what help comes.
    CanalSoutien {
        Helpdesk = "helpdesk",
        Tutoriel = "tutoriel",
        Guide = "guide",
        Telephone = "telephone",
        Referent = "referent",
    }
}
choix! {
    /// What a digital resource is.
    TypeRessourceNumerique {
        BaseDonnees = "base_donnees",
        Contenu = "contenu",
        Multimedia = "multimedia",
        OutilCollaboration = "outil_collaboration",
    }
}
choix! {
    /// What a price is multiplied by.
    AssietteCout {
        Forfait = "forfait",
        Eleve = "eleve",
        Enseignant = "enseignant",
        Ecole = "ecole",
        Jour = "jour",
    }
}
choix! {
    /// How often a price is due.
    Frequence { Unique = "unique", Annuelle = "annuelle", }
}
choix! {
    /// How far the privacy assessment is (Québec, Loi sur l'accès, art. 63.5).
    StatutEfvp { Faite = "faite", EnCours = "en_cours", Prevue = "prevue", AFaire = "a_faire", }
}

structure! {
    /// The whole plan.
    Materiel {
        technique: Vec<Technique>,
        soutien: Vec<Soutien>,
        assistance: Option<Assistance>,
        ressources_numeriques: Vec<RessourceNumerique>,
        /// The availability that is promised, in percent.
        disponibilite: Option<Spanned<Decimale>>,
        qualite: Vec<Qualite>,
        donnees: Option<Donnees>,
        promotion: Vec<Promotion>,
        couts: Vec<Cout>,
    }
}
structure! {
    /// A technical requirement.
    Technique {
        domaine: Spanned<Domaine>,
        exigence: Option<Texte>,
        /// An actor, by id.
        responsable: Option<Texte>,
        echeance: Option<Spanned<Date>>,
        ressources: Vec<Texte>,
        /// It must stand before the first opening (R37).
        requise_ouverture: Option<Spanned<bool>>,
    }
}
structure! {
    /// A channel of technical support.
    Soutien {
        /// 0 to 3.
        niveau: Spanned<u32>,
        canal: Spanned<CanalSoutien>,
        /// An actor, by id.
        acteur: Option<Texte>,
        /// Profiles, by id.
        publics: Vec<Texte>,
        horaires: Option<Texte>,
        /// How soon somebody takes the request.
        delai: Option<Texte>,
    }
}
structure! {
    /// What support is expected to receive.
    Assistance {
        /// Requests a month for a hundred users.
        taux_contact: Spanned<Decimale>,
        /// Minutes a request.
        duree_min: Option<Spanned<u32>>,
    }
}
structure! {
    /// A digital resource.
    RessourceNumerique {
        nom: Texte,
        r#type: Option<Spanned<TypeRessourceNumerique>>,
        volume: Option<Texte>,
        licence: Option<Texte>,
        responsable: Option<Texte>,
        mise_a_jour: Option<Texte>,
    }
}
structure! {
    /// An indicator of quality.
    Qualite {
        indicateur: Texte,
        cible: Option<Texte>,
        seuil_alerte: Option<Texte>,
        frequence: Option<Texte>,
        source: Option<Texte>,
        responsable: Option<Texte>,
        action_corrective: Option<Texte>,
    }
}
structure! {
    /// The protection of personal data.
    Donnees {
        /// An organisation by id, or its name and function.
        responsable_traitement: Option<Texte>,
        base: Option<Texte>,
        finalites: Vec<Texte>,
        /// FR: délégué à la protection des données.
        dpd: Option<Contact>,
        /// QC: responsable de la protection des renseignements personnels.
        rprp: Option<Contact>,
        sous_traitants: Vec<Texte>,
        durees: Vec<Duree>,
        efvp: Option<Efvp>,
    }
}
structure! {
    /// Whom to ask: a function, and the person and addresses that only the internal edition prints.
    Contact {
        fonction: Option<Texte>,
        nom: Option<Texte>,
        courriel: Option<Texte>,
        telephone: Option<Texte>,
    }
}
structure! {
    /// How long some data are kept.
    Duree {
        donnees: Texte,
        duree: Texte,
    }
}
structure! {
    /// The privacy assessment of Québec.
    Efvp {
        statut: Spanned<StatutEfvp>,
        date: Option<Spanned<Date>>,
    }
}
structure! {
    /// A piece of the promotional plan.
    Promotion {
        piece: Texte,
        /// A profile, by id.
        public: Option<Texte>,
        canal: Option<Texte>,
        /// Copies of all waves; computed from the pupils of its wave where it is printed and nothing is said.
        quantite: Option<Spanned<u32>>,
        imprime: Option<Spanned<bool>>,
        date: Option<Spanned<Date>>,
        vague: Option<Texte>,
    }
}
structure! {
    /// A line of the budget, which only the internal edition has.
    Cout {
        objet: Texte,
        /// An organisation, by id.
        financeur: Option<Texte>,
        assiette: Spanned<AssietteCout>,
        /// How many, where the schools do not say.
        quantite: Option<Spanned<Decimale>>,
        /// In euros or dollars, before tax.
        prix_ht: Spanned<Decimale>,
        frequence: Spanned<Frequence>,
        /// The school year of a single payment, or the first one of a yearly one, `2026-2027`; that of each
        /// opening where the schools say how many, of the first opening otherwise.
        annee: Option<Texte>,
    }
}
