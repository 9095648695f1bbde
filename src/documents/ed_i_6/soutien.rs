//! Technical support in ED I-6: its channels, whom they serve, what they will receive.
//!
//! In: the channels and rates of the plan. Out: values of the page.

use super::super::officiel::{Page, list, map, optional, phrase, plain, text, word};
use super::Data;
use crate::projet::materiel::{Materiel, Soutien};

/// The channels by level, from the nearest to the users.
pub(super) fn channels(page: &Page<'_, '_>, plan: &Materiel) -> Data {
    let mut channels: Vec<&Soutien> = plan.soutien.iter().collect();
    channels.sort_by_key(|channel| channel.niveau.value);
    list(&channels, |channel| {
        map([
            ("niveau", plain(channel.niveau.value.to_string())),
            ("canal", word(channel.canal.value.mot())),
            ("acteur", page.some_acteur(channel.acteur.as_ref())),
            ("publics", Data::List(channel.publics.iter().map(|id| page.profil(id)).collect())),
            ("horaires", optional(channel.horaires.as_ref())),
            ("delai", optional(channel.delai.as_ref())),
        ])
    })
}

/// Each profile and the channels that serve it, by level: `niveaux` are the columns, each row has a
/// list of channels a column. `trous` are the profiles that no channel serves.
pub(super) fn coverage(page: &Page<'_, '_>, plan: &Materiel) -> Data {
    let profils = &page.material.projet.profils;
    if profils.is_empty() || plan.soutien.is_empty() {
        return Data::None;
    }
    let mut niveaux: Vec<u32> = plan.soutien.iter().map(|channel| channel.niveau.value).collect();
    niveaux.sort_unstable();
    niveaux.dedup();
    let serves = |channel: &Soutien, id: &str| channel.publics.iter().any(|public| public.value == id);
    let row = |id: &str, name: Data| {
        let cell = |niveau: &u32| {
            let mut channels: Vec<&'static str> = plan
                .soutien
                .iter()
                .filter(|channel| channel.niveau.value == *niveau && serves(channel, id))
                .map(|channel| channel.canal.value.mot())
                .collect();
            channels.dedup();
            list(&channels, |channel| word(channel))
        };
        map([("profil", name), ("canaux", list(&niveaux, cell))])
    };
    let unserved =
        profils.iter().filter(|profil| !plan.soutien.iter().any(|channel| serves(channel, &profil.id.value)));
    map([
        ("niveaux", list(&niveaux, |niveau| plain(niveau.to_string()))),
        ("lignes", list(profils, |profil| row(&profil.id.value, text(&profil.libelle)))),
        ("trous", Data::List(unserved.map(|profil| text(&profil.libelle)).collect())),
    ])
}

/// The requests to expect, wave by wave.
pub(super) fn requests(page: &Page<'_, '_>, plan: &Materiel) -> Data {
    let Some(assistance) = plan.assistance.as_ref().filter(|_| !page.material.bilan.demandes.is_empty())
    else {
        return Data::None;
    };
    let number = |number: Option<u32>| number.map_or(Data::None, |number| page.integer(number));
    let lines = list(&page.material.bilan.demandes, |line| {
        let wave = page.vague(&line.vague).map_or_else(|| line.vague.clone(), Page::wave_name);
        let hours = line.minutes_cumulees.map(|minutes| minutes as f64 / 60.0);
        map([
            ("vague", plain(wave)),
            ("eleves", number(line.eleves)),
            ("enseignants", number(line.enseignants)),
            ("responsables", number(line.responsables)),
            ("utilisateurs", page.integer(line.utilisateurs)),
            ("demandes", plain(page.locale.large(line.demandes))),
            ("cumul", plain(page.locale.large(line.demandes_cumulees))),
            ("heures", hours.map_or(Data::None, |hours| page.decimal(hours, 1))),
        ])
    });
    let rate = assistance.taux_contact.value.approche();
    // French has a plural from two on.
    let plural = u32::from(rate >= 2.0).to_string();
    let rate = page.locale.decimal(rate, 4);
    let hypothesis = match &assistance.duree_min {
        Some(minutes) => {
            let minutes = minutes.value.to_string();
            phrase("hypothese-demandes-duree", [("taux", rate), ("pluriel", plural), ("minutes", minutes)])
        }
        None => phrase("hypothese-demandes", [("taux", rate), ("pluriel", plural)]),
    };
    map([
        ("lignes", lines),
        ("hypothese", hypothesis),
        ("ecoles", Data::Flag(!page.material.projet.etablissements.is_empty())),
        ("durees", Data::Flag(assistance.duree_min.is_some())),
    ])
}
