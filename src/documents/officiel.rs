//! The common block of every official document (domain.md 1): identity, signatures, history, key
//! figures by wave, glossary, register of rules, traceability.
//!
//! In: the planning data. Out: the values of `/data.json` that all official documents share.

mod acteurs;
mod annexes;
mod ecoles;
mod frise;
mod noms;
mod sections;

pub(super) use frise::{Evenement, frise};
pub(super) use sections::document;

use super::{Data, DocumentType, ProjectMaterial};
use crate::analyse::annees::fin_marche;
use crate::analyse::{BilanVague, Totaux, debit, sous_seuil, taux};
use crate::locale::{Catalogue, Locale};
use crate::parse::metadata::Text;
use crate::projet::couleur::{Couleur, Teintes};
use crate::projet::decode::{Spanned, Texte};
use crate::projet::etablissements::Etablissement;
use crate::projet::manifeste::{Decision, Destinataire, Papier, Statut, Version, Visa};
use crate::projet::organisations::Organisation;
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

/// A group of values under their names.
pub(super) type Values = BTreeMap<&'static str, Data>;

pub(super) fn map<const N: usize>(values: [(&'static str, Data); N]) -> Data {
    Data::Map(BTreeMap::from(values))
}

/// A text of the data, which gets the typography of the document.
pub(super) fn text(texte: &Texte) -> Data {
    Data::Text(Text { text: texte.value.clone(), span: texte.span })
}

pub(super) fn optional(texte: Option<&Texte>) -> Data {
    texte.map_or(Data::None, text)
}

/// A sentence of the catalogue of pages.
pub(super) fn phrase<const N: usize>(name: &str, args: [(&'static str, String); N]) -> Data {
    Data::Phrase(name.to_owned(), args.to_vec())
}

/// A word of a closed list, whose label the theme looks up.
pub(super) fn word(word: &'static str) -> Data {
    plain(word)
}

pub(super) fn plain(text: impl Into<String>) -> Data {
    Data::Plain(text.into())
}

pub(super) fn list<T>(items: &[T], item: impl Fn(&T) -> Data) -> Data {
    Data::List(items.iter().map(item).collect())
}

/// A number of « L’essentiel »: its value, its unit (a sentence), what it says.
pub(super) fn chiffre(valeur: String, unite: Option<&str>, lecture: Data, signal: bool) -> Data {
    let unite = unite.map_or(Data::None, |unite| phrase(unite, [("nombre", valeur.clone())]));
    chiffre_nomme(valeur, unite, Data::None, lecture, signal)
}

/// The same, of things that are counted: the unit agrees with their number.
pub(super) fn compte(valeur: String, unite: (&str, usize), lecture: Data, signal: bool) -> Data {
    let (name, number) = unite;
    let unite = phrase(name, [("nombre", number.to_string())]);
    chiffre_nomme(valeur, unite, Data::None, lecture, signal)
}

/// The same, with a name that stands before its reading, in bold.
pub(super) fn chiffre_nomme(valeur: String, unite: Data, fort: Data, lecture: Data, signal: bool) -> Data {
    map([
        ("valeur", plain(valeur)),
        ("unite", unite),
        ("fort", fort),
        ("lecture", lecture),
        ("signal", Data::Flag(signal)),
    ])
}

/// What begins the keyword that names the edition of a file.
const EDITION: &str = "édition ";

/// What an official document prints with: its language, its words.
pub(super) struct Page<'a, 'm> {
    pub material: &'m ProjectMaterial<'a>,
    pub locale: Locale,
}

impl<'a, 'm> Page<'a, 'm> {
    pub(super) fn new(material: &'m ProjectMaterial<'a>) -> Self {
        let langue = &material.projet.manifeste.dossier.langue.value;
        Self { material, locale: Locale::new(langue).unwrap_or(Locale::FrFr) }
    }

    pub(super) fn integer(&self, number: u32) -> Data {
        plain(self.locale.integer(number))
    }

    /// A whole number that may be missing.
    pub(super) fn some_integer(&self, number: Option<&Spanned<u32>>) -> Data {
        number.map_or(Data::None, |number| self.integer(number.value))
    }

    pub(super) fn decimal(&self, number: f64, places: usize) -> Data {
        plain(self.locale.decimal(number, places))
    }

    pub(super) fn long(&self, date: Date) -> String {
        self.locale.date_long(date.year(), date.month(), date.day())
    }

    pub(super) fn short(&self, date: Date) -> String {
        self.locale.date_short(date.year(), date.month(), date.day())
    }

    pub(super) fn date_short(&self, date: Option<&Spanned<Date>>) -> Data {
        date.map_or(Data::None, |date| plain(self.short(date.value)))
    }

    /// The name of an organisation, by its id.
    fn organisation(&self, id: Option<&Texte>) -> Data {
        let organisations = &self.material.projet.organisations;
        let found =
            id.and_then(|id| organisations.iter().find(|organisation| organisation.id.value == id.value));
        found.map_or(Data::None, |organisation| text(&organisation.nom))
    }

    /// The values that every official document has; `titre` is its title.
    pub(super) fn common(&self, kind: &DocumentType, titre: &str) -> Values {
        let numero = kind.onglet;
        let manifeste = &self.material.projet.manifeste;
        let dossier = &manifeste.dossier;
        let date = dossier.date.value;
        let day = [
            ("annee", i64::from(date.year())),
            ("mois", i64::from(date.month())),
            ("jour", i64::from(date.day())),
        ];
        let nom = self.material.projet.projet.as_ref().map_or(&dossier.titre, |projet| &projet.nom);
        let open = ![Statut::Definitif, Statut::Valide].contains(&dossier.statut.value);
        let args =
            [("numero", numero.to_owned()), ("titre", titre.to_owned()), ("projet", nom.value.clone())];
        let mut values = BTreeMap::from([
            ("titre", plain(titre)),
            ("titre_complet", phrase("titre-complet", args)),
            ("surtitre", phrase("surtitre", [("numero", numero.to_owned())])),
            ("sous_titre", text(dossier.sous_titre.as_ref().unwrap_or(&dossier.titre))),
            ("projet", map([("nom", text(nom))])),
            ("reference", plain(self.reference(numero))),
            ("version", text(&dossier.version)),
            ("statut", if open { phrase(&statut_label(dossier.statut.value), []) } else { Data::None }),
            ("edition", word(self.material.edition.mot())),
            ("date", Data::Map(day.into_iter().map(|(name, value)| (name, Data::Number(value))).collect())),
            ("date_longue", plain(self.long(date))),
            ("description", Data::None),
            // By which a file says of which edition it is: another one never takes its place.
            ("mots_cles", Data::List(vec![plain(format!("{EDITION}{}", self.material.edition.mot()))])),
            ("theme", self.theme()),
            // A type may have figures and sources of its own, or none.
            ("chiffres", Data::List(Vec::new())),
            ("sources", map([])),
            ("liste_tableaux", Data::Flag(true)),
            ("liste_figures", Data::Flag(true)),
        ]);
        values.extend(self.people(kind.code));
        values.extend(self.schools());
        values.extend(self.ends());
        values.insert("cartouche", self.cartouche(numero, titre));
        values
    }

    /// The colours and the fonts of the organisation, where the manifest gives any.
    fn theme(&self) -> Data {
        let given = self.material.projet.manifeste.theme.as_ref();
        let accent = given.and_then(|theme| theme.accent.0.as_ref());
        let teintes = accent.and_then(|accent| Teintes::new(Couleur::new(&accent.value)?));
        let teinte = |of: fn(&Teintes) -> Couleur| {
            teintes.as_ref().map_or(Data::None, |teintes| plain(of(teintes).hex()))
        };
        let polices = self.material.polices;
        let famille = |famille: &Option<String>| famille.clone().map_or(Data::None, plain);
        given.map_or(Data::None, |_| {
            map([
                ("accent", teinte(|teintes| teintes.accent)),
                ("accent_moyen", teinte(|teintes| teintes.moyen)),
                ("accent_clair", teinte(|teintes| teintes.clair)),
                ("texte", famille(&polices.texte)),
                ("titres", famille(&polices.titres)),
                ("polices", list(&polices.autres, |famille| plain(famille.clone()))),
            ])
        })
    }

    /// Who issues, signs, receives; the versions; the decisions that the document of that code asks for.
    fn people(&self, document: &str) -> Values {
        let projet = self.material.projet;
        let manifeste = &projet.manifeste;
        let issuer =
            |id: &Texte| projet.organisations.iter().find(|organisation| organisation.id.value == id.value);
        let decisions: Vec<_> = manifeste.decisions.iter().filter(|decision| decision.of(document)).collect();
        let emetteurs: Vec<_> = manifeste.emetteurs.iter().filter_map(issuer).collect();
        BTreeMap::from([
            ("auteurs", list(&emetteurs, |organisation| text(&organisation.nom))),
            ("organisation", emetteurs.first().map_or(Data::None, |organisation| text(&organisation.nom))),
            ("emetteurs", list(&emetteurs, |organisation| self.issuer(organisation))),
            ("visas", list(&manifeste.visas, |visa| self.visa(visa))),
            ("historique", list(&manifeste.historique, |version| self.version(version))),
            ("liste_diffusion", list(&manifeste.liste_diffusion, |person| self.recipient(person))),
            ("decisions", list(&decisions, |decision| self.decision(decision))),
        ])
    }

    fn issuer(&self, organisation: &Organisation) -> Data {
        let code =
            |name: &str, code: &Option<Texte>| code.as_ref().map(|code| format!("{name} {}", code.value));
        let identifiant = code("SIRET", &organisation.siret).or_else(|| code("NEQ", &organisation.neq));
        map([
            ("nom", text(&organisation.nom)),
            ("adresse", optional(organisation.adresse.as_ref())),
            ("identifiant", identifiant.map_or(Data::None, plain)),
            ("logo", self.logo(organisation)),
        ])
    }

    fn visa(&self, visa: &Visa) -> Data {
        map([
            ("role", word(visa.role.value.mot())),
            ("nom", optional(visa.nom.as_ref())),
            ("fonction", optional(visa.fonction.as_ref())),
            ("organisation", self.organisation(visa.organisation.as_ref())),
            ("date", self.date_short(visa.date.as_ref())),
        ])
    }

    fn version(&self, version: &Version) -> Data {
        map([
            ("version", text(&version.version)),
            ("date", self.date_short(Some(&version.date))),
            ("auteur", optional(version.auteur.as_ref())),
            ("objet", optional(version.objet.as_ref())),
        ])
    }

    fn recipient(&self, person: &Destinataire) -> Data {
        map([
            ("nom", text(&person.nom)),
            ("fonction", optional(person.fonction.as_ref())),
            ("organisation", self.organisation(person.organisation.as_ref())),
        ])
    }

    fn decision(&self, decision: &Decision) -> Data {
        map([
            ("objet", text(&decision.objet)),
            ("qui", optional(decision.qui.as_ref())),
            ("avant", self.date_short(decision.avant.as_ref())),
        ])
    }

    /// The path in the project of the logo of an issuer, where its file could be read; that of the theme
    /// is for the first one.
    fn logo(&self, issuer: &Organisation) -> Data {
        let projet = self.material.projet;
        let first = projet.manifeste.emetteurs.first().is_some_and(|id| id.value == issuer.id.value);
        let logo = issuer.logo.as_ref().or_else(|| projet.logo_du_theme().filter(|_| first));
        let path = logo.and_then(|logo| self.material.logos.get(&logo.span));
        path.map_or(Data::None, |path| plain(path.clone()))
    }

    /// What the document is cited by: that of the dossier and its own number.
    fn reference(&self, numero: &str) -> String {
        format!("{}-ED-{numero}", self.material.projet.manifeste.dossier.reference.value)
    }

    /// The identification table.
    fn cartouche(&self, numero: &str, titre: &str) -> Data {
        let projet = self.material.projet;
        let dossier = &projet.manifeste.dossier;
        let line = |name: &str, content: Data| map([("rubrique", phrase(name, [])), ("contenu", content)]);
        let args = [
            ("titre", titre.to_owned()),
            ("version", dossier.version.value.clone()),
            ("date", self.long(dossier.date.value)),
        ];
        let mut lines = vec![
            line("cartouche-document", phrase("cartouche-identite", args)),
            line("cartouche-reference", plain(self.reference(numero))),
            line("cartouche-statut", phrase(&statut_label(dossier.statut.value), [])),
        ];
        let identite = projet.projet.as_ref();
        if let Some(perimetre) = identite.and_then(|projet| projet.perimetre.as_ref()) {
            lines.push(line("cartouche-perimetre", text(perimetre)));
        }
        if let Some(marche) = identite.and_then(|projet| projet.marche.as_ref()) {
            let end = fin_marche(marche);
            let args = [
                ("reference", marche.reference.value.clone()),
                ("debut", self.long(marche.debut.value)),
                ("fin", end.map(|date| self.long(date)).unwrap_or_default()),
            ];
            lines.push(line("cartouche-marche", phrase("cartouche-marche-texte", args)));
        }
        Data::List(lines)
    }
}

fn statut_label(statut: Statut) -> String {
    format!("statut-{}", statut.mot())
}

/// The paper of the documents: that of the manifest, else that of the jurisdiction.
pub(super) fn paper(material: &ProjectMaterial<'_>) -> Option<&'static str> {
    material.projet.manifeste.dossier.papier.as_ref().map(|papier| match papier.value {
        Papier::A4 => "a4",
        Papier::Lettre => "us-letter",
    })
}
