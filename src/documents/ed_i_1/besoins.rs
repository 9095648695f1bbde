//! The needs and constraints of ED I-1, and what answers them in the dossier.

use crate::documents::officiel::{Page, list, map, phrase, plain, text, word};
use crate::documents::{DOSSIER, Data, Reponse, reponse};
use crate::locale::Catalogue;
use crate::projet::contexte::{Besoin, Contexte, Nature};
use crate::projet::decode::Texte;

/// Needs or constraints in groups of one nature, in the order of the method.
pub(super) fn by_nature(page: &Page<'_, '_>, besoins: &[Besoin]) -> Data {
    let mut natures: Vec<Nature> = besoins.iter().map(|besoin| besoin.nature.value).collect();
    natures.sort();
    natures.dedup();
    list(&natures, |nature| {
        let lines: Vec<&Besoin> = besoins.iter().filter(|besoin| besoin.nature.value == *nature).collect();
        map([("nature", word(nature.mot())), ("lignes", list(&lines, |besoin| need(page, besoin)))])
    })
}

fn need(page: &Page<'_, '_>, besoin: &Besoin) -> Data {
    map([
        ("id", plain(besoin.id.value.to_uppercase())),
        ("enonce", text(&besoin.enonce)),
        (
            "gravite",
            besoin
                .gravite
                .as_ref()
                .map_or(Data::None, |gravite| Data::Number(gravite.value.clamp(1, 3).into())),
        ),
        ("traite_par", list(&besoin.traite_par, |named| answer(page, named))),
    ])
}

/// What treats a need: a document by its title, a section with its number, an element by its name;
/// what does not exist as it is written.
fn answer(page: &Page<'_, '_>, named: &Texte) -> Data {
    let pages = Catalogue::pages(&page.locale);
    let document = |code: &str| pages.text(&format!("renvoi-{code}"), None, &[]);
    match reponse(page.material.projet, &named.value) {
        Reponse::Document { code, section: None } => phrase(&format!("renvoi-{code}"), []),
        Reponse::Document { code, section: Some(section) } => {
            phrase("renvoi-a-venir", [("document", document(code)), ("section", section)])
        }
        Reponse::Section { code, numero, slug } => {
            let title = pages.text(slug, None, &[]);
            phrase("renvoi-section", [("document", document(code)), ("numero", numero), ("titre", title)])
        }
        Reponse::Element { nom, code } => {
            phrase("renvoi-element", [("nom", nom.value.clone()), ("document", document(code))])
        }
        Reponse::Inconnue { .. } | Reponse::SectionInconnue { .. } => text(named),
    }
}

/// Need by document: in each cell the sections that treat it, « oui » for a whole document.
pub(super) fn answers(page: &Page<'_, '_>, contexte: &Contexte) -> Data {
    let projet = page.material.projet;
    let all: Vec<&Besoin> = contexte.besoins.iter().chain(&contexte.contraintes).collect();
    let found = |besoin: &Besoin| -> Vec<Reponse<'_>> {
        besoin.traite_par.iter().map(|named| reponse(projet, &named.value)).collect()
    };
    let used = |code: &str| all.iter().any(|besoin| found(besoin).iter().any(|one| one.code() == Some(code)));
    let columns: Vec<&str> = DOSSIER.into_iter().filter(|code| used(code)).collect();
    if columns.is_empty() {
        return Data::None;
    }
    let cell = |besoin: &Besoin, code: &str| {
        let of = found(besoin).into_iter().filter(|one| one.code() == Some(code)).collect::<Vec<_>>();
        let sections: Vec<String> = of
            .iter()
            .filter_map(|one| match one {
                Reponse::Section { numero, .. } => Some(numero.clone()),
                _ => None,
            })
            .collect();
        match (of.is_empty(), sections.is_empty()) {
            (true, _) => Data::None,
            (false, true) => phrase("reponse-entiere", []),
            (false, false) => phrase("reponse-sections", [("sections", sections.join(", "))]),
        }
    };
    let holes: Vec<&&Besoin> =
        all.iter().filter(|besoin| found(besoin).iter().all(|one| one.code().is_none())).collect();
    map([
        ("documents", list(&columns, |code| phrase(&format!("renvoi-court-{code}"), []))),
        ("legende", list(&columns, |code| phrase(&format!("renvoi-long-{code}"), []))),
        (
            "lignes",
            list(&all, |besoin| {
                map([
                    ("id", plain(besoin.id.value.to_uppercase())),
                    ("enonce", text(&besoin.enonce)),
                    ("cellules", list(&columns, |code| cell(besoin, code))),
                ])
            }),
        ),
        ("trous", list(&holes, |besoin| plain(besoin.id.value.to_uppercase()))),
    ])
}
