//! `dossier.yaml`: what the dossier is, who answers for it, what is made of it.

use super::decode::{Champ, Decode, Spanned, Texte, choix, structure};
use super::edition::Masque;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::parse::yaml::{Entry, Node, Value};
use crate::source::{Span, fold};
use jiff::civil::Date;

choix! {
    /// How far a dossier is (domain.md 1). Only `brouillon` softens rules of completeness; only
    /// `definitif` makes errors of repairs.
    Statut { Brouillon = "brouillon", Relu = "relu", Valide = "valide", Definitif = "definitif", }
}
choix! {
    /// Whose law applies.
    Juridiction { Fr = "fr", Qc = "qc", }
}
choix! {
    /// The paper of the documents.
    Papier { A4 = "a4", Lettre = "lettre", }
}
choix! {
    /// What a person who signs answers for.
    Role { Redacteur = "redacteur", Verificateur = "verificateur", Approbateur = "approbateur", }
}

structure! {
    /// The manifest of a project.
    Manifeste {
        dossier: Dossier,
        emetteurs: Vec<Texte>,
        documents: Vec<Texte>,
        editions: Option<Editions>,
        nommage: Option<Texte>,
        limites: Option<Limites>,
        seuils: Option<Seuils>,
        visas: Vec<Visa>,
        historique: Vec<Version>,
        liste_diffusion: Vec<Destinataire>,
        decisions: Vec<Decision>,
        derogations: Vec<Derogation>,
        theme: Option<Theme>,
        donnees: Option<Texte>,
        notes: Option<Texte>,
    }
}
structure! {
    /// The identity of the dossier.
    Dossier {
        id: Option<Texte>,
        titre: Texte,
        sous_titre: Option<Texte>,
        reference: Texte,
        langue: Langue,
        juridiction: Spanned<Juridiction>,
        papier: Option<Spanned<Papier>>,
        date: Spanned<Date>,
        statut: Spanned<Statut>,
        version: Texte,
    }
}
structure! {
    /// The editions, by what each leaves out.
    Editions {
        interne: Option<EditionVoulue>,
        consultation: Option<EditionVoulue>,
        publique: Option<EditionVoulue>,
    }
}
structure! {
    /// What an edition leaves out.
    EditionVoulue {
        masquer: Vec<Spanned<Masque>>,
    }
}
structure! {
    /// Limits of the files of a dossier.
    Limites {
        /// In megabytes.
        fichier_mo: Option<Spanned<f64>>,
        /// In megabytes.
        dossier_mo: Option<Spanned<f64>>,
        /// In characters.
        nom_max: Option<Spanned<u32>>,
    }
}
structure! {
    /// The thresholds of rules.
    Seuils {
        /// Bandwidth of a school, in Mbit/s (R09).
        debit_mbps: Option<Spanned<f64>>,
        /// Response rate of a survey, in percent (R10).
        taux_reponse: Option<Spanned<f64>>,
        /// Age of a measure at the opening of phase I, in months (R09).
        mesure_mois: Option<Spanned<u32>>,
    }
}
structure! {
    /// Who signs.
    Visa {
        role: Spanned<Role>,
        nom: Option<Texte>,
        fonction: Option<Texte>,
        organisation: Option<Texte>,
        date: Option<Spanned<Date>>,
    }
}
structure! {
    /// A version of the dossier.
    Version {
        version: Texte,
        date: Spanned<Date>,
        auteur: Option<Texte>,
        objet: Option<Texte>,
    }
}
structure! {
    /// Who receives the dossier.
    Destinataire {
        nom: Texte,
        fonction: Option<Texte>,
        organisation: Option<Texte>,
    }
}
structure! {
    /// A decision asked of the reader.
    Decision {
        objet: Texte,
        qui: Option<Texte>,
        avant: Option<Spanned<Date>>,
        /// The codes of the documents that ask for it; all of them where nothing is said.
        documents: Vec<Texte>,
    }
}
structure! {
    /// A rule set aside, with its written reason.
    Derogation {
        regle: Texte,
        objet: Option<Texte>,
        motif: Texte,
        auteur: Option<Texte>,
        date: Option<Spanned<Date>>,
    }
}
structure! {
    /// The look of an organisation.
    Theme {
        /// Its colour, `#RRGGBB`; the tints are computed.
        accent: Accent,
        logo: Option<Texte>,
        /// A folder of the vault, whose font files are added to the bundled ones.
        polices: Option<Texte>,
        /// The family of texts; bundled, or of the folder.
        texte: Option<Texte>,
        /// That of titles, leads and key figures.
        titres: Option<Texte>,
    }
}

impl Decision {
    /// Whether the document of that code asks for it.
    pub(crate) fn of(&self, code: &str) -> bool {
        self.documents.is_empty() || self.documents.iter().any(|named| named.value == code)
    }
}

/// The language of the pages, one of those that the program has the words of.
#[derive(Debug, Clone)]
pub(crate) struct Langue {
    pub value: String,
}

impl Decode for Langue {
    fn decode(node: &Node, diags: &mut Diagnostics) -> Option<Self> {
        let Texte { value, span } = Texte::decode(node, diags)?;
        if ["fr", "fr-fr", "fr-ca"].contains(&fold(&value).replace('_', "-").as_str()) {
            return Some(Self { value });
        }
        diags.push(Diagnostic::at(Code::TypeExpected, span).arg("genre", "langue"));
        None
    }

    fn champ(&self) -> Champ<'_> {
        Champ::Texte(&self.value)
    }
}

/// The colour of an organisation as it is written, if it is.
#[derive(Debug, Clone)]
pub(crate) struct Accent(pub Option<Texte>);

impl Decode for Accent {
    fn decode(node: &Node, diags: &mut Diagnostics) -> Option<Self> {
        Texte::decode(node, diags).map(|texte| Self(Some(texte)))
    }

    /// Without quotes `#0F5B4A` is a comment and the key is empty, which no other message would tell.
    fn field(entry: Option<&Entry>, _: &str, _: Span, diags: &mut Diagnostics) -> Option<Self> {
        Some(Self(entry.and_then(|entry| {
            if entry.value.value == Value::Null {
                diags.push(Diagnostic::at(Code::TypeExpected, entry.key_span).arg("genre", "couleur"));
                return None;
            }
            Texte::decode(&entry.value, diags)
        })))
    }

    fn champ(&self) -> Champ<'_> {
        self.0.champ()
    }
}

impl Derogation {
    /// Whether it sets aside what a rule finds about the things of those ids.
    pub(crate) fn covers(&self, regle: &str, objets: &[String]) -> bool {
        let named = |objet: &Texte| objets.iter().any(|id| id.eq_ignore_ascii_case(&objet.value));
        self.regle.value.eq_ignore_ascii_case(regle) && self.objet.as_ref().is_none_or(named)
    }
}

impl Manifeste {
    /// The least bandwidth of a school, in Mbit/s.
    pub(crate) fn seuil_debit(&self) -> f64 {
        self.seuils.as_ref().and_then(|seuils| seuils.debit_mbps.as_ref()).map_or(20.0, |seuil| seuil.value)
    }

    /// The least response rate of a survey, in percent.
    pub(crate) fn seuil_reponse(&self) -> f64 {
        self.seuils.as_ref().and_then(|seuils| seuils.taux_reponse.as_ref()).map_or(30.0, |seuil| seuil.value)
    }

    /// The greatest age of a measure at the start of phase I, in months.
    pub(crate) fn age_mesure(&self) -> u32 {
        self.seuils.as_ref().and_then(|seuils| seuils.mesure_mois.as_ref()).map_or(12, |seuil| seuil.value)
    }
}
