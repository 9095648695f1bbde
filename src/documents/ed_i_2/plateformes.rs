//! The platforms of ED I-2: the grid of each use, what was chosen and why, how much the choice hangs on
//! the weights.
//!
//! Where an edition masks the scores, only the choice and its reason are left: no mark, no rank, and
//! the order is that of the data.

use crate::analyse::grille::{Bascule, Grille, note};
use crate::documents::Data;
use crate::documents::officiel::{Page, list, map, optional, phrase, plain, text, word};
use crate::projet::edition::{Edition, Masque};
use crate::projet::orientations::{Orientations, Plateforme};

/// Whether the reader sees no score because the edition leaves them out.
pub(super) fn hidden(page: &Page<'_, '_>) -> Data {
    let projet = page.material.projet;
    Data::Flag(
        page.material.edition != Edition::Interne || projet.masks(page.material.edition, Masque::Scores),
    )
}

/// Each platform: what it is for, whether it is retained, why.
pub(super) fn choices(orientations: &Orientations) -> Data {
    list(&orientations.plateformes, |one| {
        map([
            ("nom", text(&one.nom)),
            ("usage", one.usage.as_ref().map_or(Data::None, |usage| word(usage.value.mot()))),
            ("retenue", one.retenue.as_ref().map_or(Data::None, |flag| Data::Flag(flag.value))),
            ("justification", optional(one.justification.as_ref())),
        ])
    })
}

/// The grids that have a mark.
fn graded<'m, 'a>(page: &Page<'a, 'm>) -> Vec<&'m Grille<'a>> {
    let marked = |grille: &&Grille<'_>| grille.candidats.iter().any(|one| !one.plateforme.notes.is_empty());
    page.material.bilan.grilles.iter().filter(marked).collect()
}

/// Criteria in rows, platforms in columns, then the score and the rank of each.
pub(super) fn grids(page: &Page<'_, '_>, orientations: &Orientations) -> Data {
    if orientations.criteres.is_empty() {
        return Data::List(Vec::new());
    }
    list(&graded(page), |grille| {
        let rows = list(&orientations.criteres, |critere| {
            let marks = list(&grille.candidats, |one| {
                note(one.plateforme, critere).map_or(Data::None, |note| page.decimal(note, 1))
            });
            map([
                ("critere", text(&critere.libelle)),
                ("poids", phrase("pourcentage", [("nombre", page.locale.decimal(critere.poids.value, 1))])),
                ("notes", marks),
            ])
        });
        let total: f64 = orientations.criteres.iter().map(|critere| critere.poids.value).sum();
        let score = |score: Option<f64>| score.map_or(Data::None, |score| plain(page.locale.fixed(score, 2)));
        map([
            ("usage", grille.usage.map_or(Data::None, |usage| word(usage.mot()))),
            (
                "candidats",
                list(&grille.candidats, |one| {
                    let retenue = one.plateforme.retenue.as_ref().is_some_and(|flag| flag.value);
                    map([("nom", text(&one.plateforme.nom)), ("retenue", Data::Flag(retenue))])
                }),
            ),
            ("lignes", rows),
            ("poids", phrase("pourcentage", [("nombre", page.locale.decimal(total, 1))])),
            ("scores", list(&grille.candidats, |one| score(one.score))),
            ("rangs", list(&grille.candidats, |one| one.rang.map_or(Data::None, |rang| rank(grille, rang)))),
            ("lecture", reading(page, grille)),
        ])
    })
}

/// « 1er », « 2e ex æquo ».
fn rank(grille: &Grille<'_>, rang: usize) -> Data {
    let equals = grille.candidats.iter().filter(|one| one.rang == Some(rang)).count();
    phrase("rang", [("rang", rang.to_string()), ("egaux", u32::from(equals > 1).to_string())])
}

/// Names, one after the other.
fn names(plateformes: &[&Plateforme]) -> String {
    plateformes.iter().map(|one| one.nom.value.as_str()).collect::<Vec<_>>().join(", ")
}

/// Who is first, with what, and how far before the second.
fn reading(page: &Page<'_, '_>, grille: &Grille<'_>) -> Data {
    let premiers = grille.premiers();
    let Some((score, avance)) = grille.avance() else { return Data::None };
    let args = [
        ("premier", names(&premiers)),
        ("nombre", premiers.len().to_string()),
        ("score", page.locale.fixed(score, 2)),
        ("avance", page.locale.fixed(avance, 2)),
    ];
    phrase("grille-lecture", args)
}

/// The moves of a weight that change a winner, each in a sentence.
pub(super) fn sensitivity(page: &Page<'_, '_>) -> Data {
    let compared: Vec<_> = graded(page).into_iter().filter(|grille| grille.avance().is_some()).collect();
    if compared.is_empty() {
        return Data::None;
    }
    let sentence = |grille: &Grille<'_>, bascule: &Bascule<'_>| {
        let before = grille.premiers();
        let gained =
            bascule.premiers.iter().any(|one| !before.iter().any(|old| old.id.value == one.id.value));
        let args = [
            ("critere", bascule.critere.libelle.value.clone()),
            ("de", page.locale.decimal(bascule.de, 1)),
            ("vers", page.locale.decimal(bascule.vers, 1)),
            ("premier", names(&bascule.premiers)),
            ("gagne", u32::from(gained).to_string()),
        ];
        phrase("sensibilite-bascule", args)
    };
    let moves: Vec<Data> = compared
        .iter()
        .flat_map(|grille| grille.bascules.iter().map(move |bascule| (*grille, bascule)))
        .map(|(grille, bascule)| sentence(grille, bascule))
        .collect();
    let args = [("nombre", moves.len().to_string())];
    map([("bilan", phrase("sensibilite-bilan", args)), ("bascules", Data::List(moves))])
}
