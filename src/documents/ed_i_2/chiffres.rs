//! The key figures of ED I-2, three large ones then small ones, each with its reading.

use crate::analyse::orientations::{couverture, moyenne, somme_des_groupes};
use crate::documents::Data;
use crate::documents::officiel::{Page, chiffre_nomme, phrase, text};
use crate::projet::acteurs::Acteur;
use crate::projet::orientations::{Orientations, UsagePlateforme};
use std::collections::BTreeSet;

pub(super) fn key_figures(page: &Page<'_, '_>) -> Data {
    let Some(orientations) = &page.material.projet.orientations else { return Data::List(Vec::new()) };
    let figures = [
        choice(page, orientations),
        groups(page, orientations),
        assessment(orientations),
        sensitivity(page),
        Some(actors(page, orientations)),
        ways(orientations),
        learners(orientations),
    ];
    Data::List(figures.into_iter().flatten().collect())
}

fn figure(value: String, unit: Option<&str>, strong: Data, reading: Data, signal: bool) -> Data {
    let unit = unit.map_or(Data::None, |unit| phrase(unit, [("nombre", value.clone())]));
    chiffre_nomme(value, unit, strong, reading, signal)
}

/// The score of the winner; where no score is shown, how many platforms are retained.
fn choice(page: &Page<'_, '_>, orientations: &Orientations) -> Option<Data> {
    let scored = page
        .material
        .bilan
        .grilles
        .iter()
        .find(|grille| grille.usage != Some(UsagePlateforme::Interaction) && grille.avance().is_some());
    if let Some(grille) = scored
        && let Some((score, avance)) = grille.avance()
        && let [premier] = grille.premiers()[..]
    {
        let args =
            [("avance", page.locale.fixed(avance, 2)), ("nombre", (grille.candidats.len()).to_string())];
        let reading = phrase("chiffre-grille", args);
        return Some(figure(
            page.locale.fixed(score, 2),
            Some("chiffre-grille-unite"),
            text(&premier.nom),
            reading,
            false,
        ));
    }
    let retained =
        orientations.plateformes.iter().filter(|one| one.retenue.as_ref().is_some_and(|flag| flag.value));
    let (retained, all) = (retained.count(), orientations.plateformes.len());
    (all > 0).then(|| {
        let args = [("nombre", retained.to_string()), ("examinees", all.to_string())];
        figure(retained.to_string(), None, Data::None, phrase("chiffre-plateformes", args), retained == 0)
    })
}

fn groups(page: &Page<'_, '_>, orientations: &Orientations) -> Option<Data> {
    let (nombre, effectif) = somme_des_groupes(orientations);
    let moyenne = moyenne(effectif, nombre)?;
    let args = [("effectif", page.locale.integer(effectif)), ("moyenne", page.locale.decimal(moyenne, 1))];
    let unit = Some("chiffre-groupes-types-unite");
    Some(figure(page.locale.integer(nombre), unit, Data::None, phrase("chiffre-groupes-types", args), false))
}

/// How much of phase × dimension is assessed.
fn assessment(orientations: &Orientations) -> Option<Data> {
    if orientations.eval_ena.is_empty() {
        return None;
    }
    let cases = couverture(orientations);
    let filled = cases.iter().filter(|case| !case.evaluations.is_empty()).count();
    let args = [("attendues", cases.len().to_string())];
    let value = format!("{filled}/{}", cases.len());
    Some(figure(value, None, Data::None, phrase("chiffre-couverture", args), filled == 0))
}

fn sensitivity(page: &Page<'_, '_>) -> Option<Data> {
    let mut compared =
        page.material.bilan.grilles.iter().filter(|grille| grille.avance().is_some()).peekable();
    compared.peek()?;
    let moves: usize = compared.map(|grille| grille.bascules.len()).sum();
    let reading = phrase("chiffre-sensibilite", [("nombre", moves.to_string())]);
    Some(figure(moves.to_string(), None, Data::None, reading, moves > 0))
}

fn actors(page: &Page<'_, '_>, orientations: &Orientations) -> Data {
    let projet = page.material.projet;
    let cited: Vec<&Acteur> = if orientations.acteurs.is_empty() {
        projet.acteurs.iter().collect()
    } else {
        orientations.acteurs.iter().filter_map(|id| page.acteur(id)).collect()
    };
    let count = cited.len();
    let organisations: BTreeSet<&str> =
        cited.iter().map(|acteur| acteur.organisation.value.as_str()).collect();
    let args = [("organisations", organisations.len().to_string())];
    figure(
        count.to_string(),
        Some("chiffre-acteurs-cites-unite"),
        Data::None,
        phrase("chiffre-acteurs-cites", args),
        false,
    )
}

fn ways(orientations: &Orientations) -> Option<Data> {
    let count = orientations.diffusion.len();
    let reading = || phrase("chiffre-publics", [("nombre", count.to_string())]);
    (count > 0)
        .then(|| figure(count.to_string(), Some("chiffre-publics-unite"), Data::None, reading(), false))
}

fn learners(orientations: &Orientations) -> Option<Data> {
    let count = orientations.eval_ena.len();
    let reading = || {
        phrase("chiffre-indicateurs-ena", [("instruments", orientations.eval_apprenants.len().to_string())])
    };
    (count > 0).then(|| {
        figure(count.to_string(), Some("chiffre-indicateurs-ena-unite"), Data::None, reading(), false)
    })
}
