//! The orientations of the implantation: what ED I-2 decides (domain.md 2.2).

use super::decode::{Clef, Spanned, Texte, choix, structure};
use super::vagues::NomPhase;

choix! {
    /// Who provides the services.
    ModeleDiffusion { Centralise = "centralise", Decentralise = "decentralise", Mixte = "mixte", }
}
choix! {
    /// What a platform is for.
    UsagePlateforme { Diffusion = "diffusion", Interaction = "interaction", }
}
choix! {
    /// Where people take part.
    ModaliteDiffusion { EnLigne = "en_ligne", EnPresence = "en_presence", Hybride = "hybride", }
}
choix! {
    /// How learners are assessed.
    TypeEvaluation { Formative = "formative", Sommative = "sommative", Automatisee = "automatisee", }
}
choix! {
    /// What of the environment is assessed.
    Dimension { Efficacite = "efficacite", Engagement = "engagement", Pertinence = "pertinence", }
}

structure! {
    /// All orientations.
    Orientations {
        /// Asked for by R13.
        modele_diffusion: Option<Spanned<ModeleDiffusion>>,
        justification: Option<Texte>,
        plateformes: Vec<Plateforme>,
        criteres: Vec<Critere>,
        /// The actors that the document cites, by id; all of them where nothing is said.
        acteurs: Vec<Texte>,
        diffusion: Vec<Diffuse>,
        groupes: Vec<GroupeType>,
        eval_apprenants: Vec<EvalApprenants>,
        eval_ena: Vec<EvalEna>,
        participation: Vec<Texte>,
    }
}
structure! {
    /// A platform that was looked at.
    Plateforme {
        /// That of the tool of ED I-3 where it is retained (R14).
        id: Texte,
        nom: Texte,
        usage: Option<Spanned<UsagePlateforme>>,
        retenue: Option<Spanned<bool>>,
        /// 0 to 5, by the id of the criterion.
        notes: Vec<Clef<Spanned<f64>>>,
        justification: Option<Texte>,
    }
}
structure! {
    /// A criterion of the grid.
    Critere {
        id: Texte,
        libelle: Texte,
        /// In percent.
        poids: Spanned<f64>,
    }
}
structure! {
    /// How and when the environment reaches a public.
    Diffuse {
        modalite: Spanned<ModaliteDiffusion>,
        public: Texte,
        horaires_acces: Option<Texte>,
        horaires_formation: Option<Texte>,
        /// People take part at the same time (R19).
        synchrone: Option<Spanned<bool>>,
    }
}
structure! {
    /// A kind of group of learners.
    GroupeType {
        id: Texte,
        libelle: Option<Texte>,
        effectif_min: Option<Spanned<u32>>,
        effectif_max: Option<Spanned<u32>>,
        niveau: Option<Texte>,
        diversite: Option<Texte>,
        regle: Option<Texte>,
        /// How many groups there are.
        nombre: Option<Spanned<u32>>,
        /// How many learners they hold in all.
        effectif: Option<Spanned<u32>>,
    }
}
structure! {
    /// How learners are assessed.
    EvalApprenants {
        r#type: Spanned<TypeEvaluation>,
        instrument: Option<Texte>,
        moment: Option<Texte>,
    }
}
structure! {
    /// How the environment is assessed.
    EvalEna {
        dimension: Spanned<Dimension>,
        indicateur: Texte,
        instrument: Option<Texte>,
        phase: Option<Spanned<NomPhase>>,
        /// It measures what people do with the environment (R17).
        usages: Option<Spanned<bool>>,
    }
}
