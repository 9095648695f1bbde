//! The matrices of ED I-4: who can reach whom through what, who does and who answers.
//!
//! Everything in a cell is a word or a letter. The columns come all at once; the theme splits a matrix
//! that is wider than its page.

use crate::analyse::roles::{Parts, canaux_communs, charge, relies};
use crate::documents::Data;
use crate::documents::officiel::{Page, list, map, phrase, text, word};
use crate::projet::acteurs::{Acteur, Moyen};

/// The channels that every two actors share.
pub(super) fn communications(page: &Page<'_, '_>) -> Data {
    let projet = page.material.projet;
    let acteurs: Vec<&Acteur> = projet.acteurs.iter().collect();
    let used = |moyen: &Moyen| {
        let has = |acteur: &&Acteur| acteur.moyens_communication.iter().any(|own| own.value == *moyen);
        acteurs.iter().any(has)
    };
    let moyens: Vec<Moyen> = Moyen::TOUS.iter().copied().filter(used).collect();
    let cell = |a: &Acteur, b: &Acteur| {
        let shared = canaux_communs(a, b);
        map([
            ("soi", Data::Flag(a.id.value == b.id.value)),
            ("relies", Data::Flag(relies(projet, a, b))),
            ("moyens", list(&shared, |moyen| word(moyen.mot()))),
        ])
    };
    let row = |acteur: &&Acteur| {
        map([("nom", text(&acteur.nom)), ("cases", list(&acteurs, |other| cell(acteur, other)))])
    };
    let pairs = acteurs.iter().enumerate().flat_map(|(i, a)| acteurs[i + 1..].iter().map(move |b| (*a, *b)));
    let deaf: Vec<(&Acteur, &Acteur)> =
        pairs.filter(|(a, b)| relies(projet, a, b) && canaux_communs(a, b).is_empty()).collect();
    map([
        ("colonnes", list(&acteurs, |acteur| text(&acteur.nom))),
        ("moyens", list(&moyens, |moyen| word(moyen.mot()))),
        ("lignes", list(&acteurs, row)),
        (
            "sans_canal",
            list(&deaf, |(a, b)| {
                phrase("sans-canal", [("a", a.nom.value.clone()), ("b", b.nom.value.clone())])
            }),
        ),
    ])
}

/// The activities by phase, a column an actor that has a part in one, and the load of each.
pub(super) fn raci(page: &Page<'_, '_>) -> Data {
    let projet = page.material.projet;
    let Some(raci) = projet.raci.as_ref().filter(|raci| !raci.activites.is_empty()) else {
        return Data::None;
    };
    let takes_part = |acteur: &&Acteur| {
        raci.activites.iter().any(|activite| !Parts::of(activite, &acteur.id.value).aucune())
    };
    let (present, absent): (Vec<&Acteur>, Vec<&Acteur>) = projet.acteurs.iter().partition(takes_part);
    let letters = |parts: Parts| {
        let all = [(parts.realise, "r"), (parts.approuve, "a"), (parts.consulte, "c"), (parts.informe, "i")];
        Data::List(all.into_iter().filter(|(has, _)| *has).map(|(_, letter)| word(letter)).collect())
    };
    let groups = page.activites();
    map([
        ("colonnes", list(&present, |acteur| text(&acteur.nom))),
        (
            "groupes",
            list(&groups, |group| {
                let lines = list(&group.activites, |activite| {
                    let cells = list(&present, |acteur| letters(Parts::of(activite, &acteur.id.value)));
                    map([("libelle", text(&activite.libelle)), ("cases", cells)])
                });
                map([("titre", page.titre_phase(group.phase)), ("lignes", lines)])
            }),
        ),
        (
            "charges",
            list(&present, |acteur| {
                Data::Number(i64::try_from(charge(raci, &acteur.id.value)).unwrap_or(i64::MAX))
            }),
        ),
        ("absents", list(&absent, |acteur| text(&acteur.nom))),
    ])
}
