//! What treats a need: the answer that `traite_par` names.
//!
//! In: `ed-i-6`, `ed-i-6/soutien-technique`, or the id of an element. Out: the document, its section
//! with its number, the element with the document that describes it; or what was probably meant.

use super::{DOSSIER, DocumentType, find};
use crate::projet::Projet;
use crate::projet::decode::{Texte, nearest};
use crate::source::fold;

/// What a need is treated by.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Reponse<'a> {
    /// A whole document of the dossier; `section` is one of a document that is still to come, as written.
    Document { code: &'static str, section: Option<String> },
    /// A section of a document.
    Section { code: &'static str, numero: String, slug: &'static str },
    /// An element, by its name, and the document that describes it.
    Element { nom: &'a Texte, code: &'static str },
    /// Nothing of that name; the nearest one.
    Inconnue { proche: Option<String> },
    /// A document without that section; the nearest reference.
    SectionInconnue { code: &'static str, section: String, proche: Option<String> },
}

impl Reponse<'_> {
    /// The document that treats the need; nothing for one that does not exist.
    pub(crate) fn code(&self) -> Option<&'static str> {
        match self {
            Self::Document { code, .. } | Self::Section { code, .. } | Self::Element { code, .. } => {
                Some(code)
            }
            Self::Inconnue { .. } | Self::SectionInconnue { .. } => None,
        }
    }
}

/// What a reference leads to.
pub(crate) fn reponse<'a>(projet: &'a Projet, reference: &str) -> Reponse<'a> {
    let (document, section) = match reference.split_once('/') {
        Some((document, section)) => (fold(document.trim()), Some(fold(section.trim()))),
        None => (fold(reference.trim()), None),
    };
    let Some(code) = DOSSIER.into_iter().find(|code| *code == document) else {
        let elements = elements(projet);
        if let Some((_, nom, code)) = elements.iter().find(|(id, _, _)| id.value == reference) {
            return Reponse::Element { nom, code };
        }
        let ids = elements.iter().map(|(id, _, _)| id.value.as_str());
        let near = match section {
            Some(section) => nearest(&document, DOSSIER.into_iter()).map(|near| format!("{near}/{section}")),
            None => nearest(reference, DOSSIER.into_iter().chain(ids)).map(str::to_owned),
        };
        return Reponse::Inconnue { proche: near };
    };
    let (Some(section), Some(kind)) = (&section, find(code)) else {
        return Reponse::Document { code, section };
    };
    match numbered(kind).into_iter().find(|(slug, _)| slug == section) {
        Some((slug, numero)) => Reponse::Section { code, numero, slug },
        None => {
            let near = nearest(section, kind.sections.iter().map(|section| section.slug));
            let proche = near.map(|near| format!("{code}/{near}"));
            Reponse::SectionInconnue { code, section: section.clone(), proche }
        }
    }
}

/// The sections of a document with the numbers that its pages give them.
fn numbered(kind: &DocumentType) -> Vec<(&'static str, String)> {
    let mut counters = [0_u32; 3];
    let number = |section: &super::SectionType| {
        let level = usize::from(section.level).clamp(1, counters.len());
        counters[level - 1] += 1;
        counters[level..].fill(0);
        let parts = counters[..level].iter().map(u32::to_string);
        (section.slug, parts.collect::<Vec<_>>().join("."))
    };
    kind.sections.iter().map(number).collect()
}

/// The elements that can treat a need: id, name, the document that describes them.
fn elements(projet: &Projet) -> Vec<(&Texte, &Texte, &'static str)> {
    let mut found: Vec<(&Texte, &Texte, &'static str)> = Vec::new();
    found.extend(projet.modules.iter().map(|one| (&one.id, &one.intitule, "plan-formation")));
    found.extend(projet.services_ent.iter().map(|one| (&one.id, &one.libelle, "schema-deploiement")));
    found.extend(projet.acteurs.iter().map(|one| (&one.id, &one.nom, "ed-i-4")));
    found.extend(projet.ressources.iter().map(|one| (&one.id, &one.nom, "ed-i-4")));
    if let Some(diffusion) = &projet.diffusion {
        found.extend(diffusion.services.iter().map(|one| (&one.id, &one.libelle, "ed-i-3")));
        found.extend(diffusion.outils.iter().map(|one| (&one.id, &one.nom, "ed-i-3")));
    }
    if let Some(orientations) = &projet.orientations {
        found.extend(orientations.plateformes.iter().map(|one| (&one.id, &one.nom, "ed-i-2")));
    }
    if let Some(pedagogie) = &projet.pedagogie {
        found.extend(pedagogie.competences.iter().map(|one| (&one.id, &one.libelle, "ed-i-5")));
        let groups = pedagogie.groupes.iter();
        found.extend(groups.filter_map(|one| Some((one.id.as_ref()?, &one.libelle, "ed-i-5"))));
    }
    if let Some(contexte) = &projet.contexte {
        found.extend(contexte.ressources_existantes.iter().map(|one| (&one.id, &one.nom, "ed-i-1")));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sections_have_the_numbers_of_the_pages() {
        let kind = find("ed-i-1").expect("ED I-1");
        let numbers = numbered(kind);
        let of = |slug: &str| numbers.iter().find(|(own, _)| *own == slug).map(|(_, number)| number.as_str());
        assert_eq!(
            (of("objet-et-perimetre"), of("connexions"), of("projets-et-cours-connexes"), of("contraintes")),
            (Some("1"), Some("4.2"), Some("5"), Some("8.2"))
        );
    }
}
