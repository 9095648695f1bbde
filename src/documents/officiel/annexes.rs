//! The last pages of an official document: glossary, register of rules, traceability.
//!
//! In: the acronyms, what the rules found, the fingerprints. Out: the values `glossaire`, `registre`,
//! `tracabilite`.

use super::*;
use crate::parse::tree::{Inline, InlineKind};
use crate::parse::walk::walk;
use crate::projet::edition::Edition;
use crate::projet::manifeste::Derogation;

/// What a rule found as the register prints it: a capital, the apostrophe of print, and without the rule's
/// code, which has its column.
fn sentence(message: &str, regle: &str) -> String {
    let message =
        message.strip_suffix(&format!("({regle})")).unwrap_or(message).trim_end().replace('\'', "’");
    let mut letters = message.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

impl Page<'_, '_> {
    /// The glossary, the register of rules, the traceability: of the last two, other editions print nothing.
    pub(super) fn ends(&self) -> Values {
        let interne = self.material.edition == Edition::Interne;
        let empreintes = if interne { self.material.empreintes } else { &[] };
        let tracabilite = list(empreintes, |print| {
            map([
                ("section", phrase(print.section.unwrap_or("tracabilite-donnees"), [])),
                ("source", plain(print.path.as_str())),
                ("sha256", plain(print.sha256.clone())),
            ])
        });
        BTreeMap::from([
            ("glossaire", self.acronyms()),
            ("registre", self.register(interne)),
            ("tracabilite", tracabilite),
        ])
    }

    /// What the rules found and what was set aside. Counts of what an edition does not show would be false,
    /// or tell too much.
    fn register(&self, interne: bool) -> Data {
        let constats = if interne { self.material.constats } else { &[] };
        let export = if interne { self.material.export } else { &[] };
        let derogations: &[_] = if interne { &self.material.projet.manifeste.derogations } else { &[] };
        let count =
            |gravite: &str| constats.iter().filter(|constat| constat.gravite == gravite).count().to_string();
        let args = [
            ("regles", self.material.regles.to_string()),
            ("erreurs", count("erreur")),
            ("avertissements", count("avertissement")),
            ("notes", count("note")),
        ];
        let export =
            list(export, |id| map([("regle", plain(*id)), ("enonce", phrase(&format!("regle-{id}"), []))]));
        let constats = list(constats, |constat| {
            map([
                ("regle", plain(constat.regle)),
                ("gravite", plain(constat.gravite)),
                ("constat", plain(sentence(&constat.message, constat.regle))),
                ("lieu", constat.lieu.clone().map_or(Data::None, plain)),
            ])
        });
        map([
            ("bilan", if interne { phrase("registre-bilan", args) } else { Data::None }),
            ("export", export),
            ("constats", constats),
            ("derogations", list(derogations, |derogation| self.waiver(derogation))),
        ])
    }

    fn waiver(&self, derogation: &Derogation) -> Data {
        map([
            ("regle", text(&derogation.regle)),
            ("objet", derogation.objet.as_ref().map_or(Data::None, |id| self.nom_objet(id))),
            ("motif", text(&derogation.motif)),
            ("auteur", optional(derogation.auteur.as_ref())),
            ("date", self.date_short(derogation.date.as_ref())),
        ])
    }

    /// The acronyms that the notes use, in alphabetical order.
    fn acronyms(&self) -> Data {
        let used = words(self.material);
        let mut sigles: Vec<_> = self
            .material
            .projet
            .sigles
            .iter()
            .filter(|sigle| used.contains(sigle.sigle.value.as_str()))
            .collect();
        sigles.sort_by(|a, b| a.sigle.value.cmp(&b.sigle.value));
        list(&sigles, |sigle| {
            map([
                ("sigle", text(&sigle.sigle)),
                ("forme", text(&sigle.forme)),
                ("definition", optional(sigle.definition.as_ref())),
            ])
        })
    }
}

/// The words of the notes of a document, hyphens kept, by which its acronyms are found.
fn words<'a>(material: &ProjectMaterial<'a>) -> BTreeSet<&'a str> {
    let mut used = BTreeSet::new();
    let mut take = |inline: &'a Inline| {
        if let InlineKind::Text(text) = &inline.kind {
            used.extend(text.split(|c: char| !c.is_alphanumeric() && c != '-'));
        }
    };
    for bound in material.notes {
        walk(&bound.note.blocks, &mut take);
        material.links.embedded(bound.note).into_iter().for_each(|part| walk(part.blocks(), &mut take));
    }
    used
}
