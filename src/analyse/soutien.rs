//! What support and print need: allowed downtime, requests to expect, copies to print.
//!
//! In: the rates and targets of ED I-6, the waves with their schools. Out: numbers, each rounded once.

use super::BilanVague;
use super::effectifs::{effectif, somme};
use crate::projet::Projet;
use crate::projet::decimale::{Decimale, PARTS};
use crate::projet::materiel::Promotion;
use crate::projet::profils::{Assiette, FamilleProfil};

/// The minutes of a year of 365 days, at all hours.
const MINUTES_AN: i64 = 365 * 24 * 60;

/// How long a service may stand still: minutes a year, tenths of a minute kept for smaller units.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Arret {
    pub heures_an: f64,
    pub minutes_mois: f64,
}

/// The downtime that an availability in percent allows; nothing above a hundred.
pub(crate) fn arret(disponibilite: Decimale) -> Option<Arret> {
    let whole = 100 * PARTS;
    let lost = whole.checked_sub(disponibilite.parties()).filter(|lost| *lost >= 0)?;
    // Exact up to here: one division, one rounding.
    let minutes = (MINUTES_AN * lost) as f64 / whole as f64;
    Some(Arret { heures_an: minutes / 60.0, minutes_mois: minutes / 12.0 })
}

/// What support receives from a wave.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Demandes {
    /// The id of the wave.
    pub vague: String,
    pub eleves: Option<u32>,
    pub enseignants: Option<u32>,
    pub responsables: Option<u32>,
    pub utilisateurs: u32,
    /// Requests a month of the wave, rounded up.
    pub demandes: u64,
    /// Users, and requests a month, of this wave and those before it.
    pub utilisateurs_cumules: u64,
    pub demandes_cumulees: u64,
    /// Minutes a month for the requests of this wave and those before it, where a request has a length.
    pub minutes_cumulees: Option<u64>,
}

/// The requests of each wave, by rank, where a contact rate is said. The users of a wave are the
/// accounts of its schools: pupils, teachers, those who answer for pupils; without schools, the people
/// of its end-user and parent profiles.
pub(crate) fn demandes(projet: &Projet, vagues: &[BilanVague<'_>]) -> Vec<Demandes> {
    let Some(assistance) = projet.materiel.as_ref().and_then(|materiel| materiel.assistance.as_ref()) else {
        return Vec::new();
    };
    let rate = assistance.taux_contact.value;
    let mut before = 0_u64;
    let mut found = Vec::new();
    for vague in vagues {
        let of = |assiette| if vague.ecoles.is_empty() { None } else { somme(&vague.ecoles, assiette) };
        let [eleves, enseignants, responsables] =
            [of(Assiette::Eleves), of(Assiette::Enseignants), of(Assiette::Responsables)];
        let users = if vague.ecoles.is_empty() {
            profile_users(projet, vague)
        } else {
            [eleves, enseignants, responsables].iter().flatten().fold(0, |sum: u32, n| sum.saturating_add(*n))
        };
        before += u64::from(users);
        let cumulative = requests(before, rate);
        found.push(Demandes {
            vague: vague.vague.id.value.clone(),
            eleves,
            enseignants,
            responsables,
            utilisateurs: users,
            demandes: requests(u64::from(users), rate),
            utilisateurs_cumules: before,
            demandes_cumulees: cumulative,
            minutes_cumulees: assistance
                .duree_min
                .as_ref()
                .map(|minutes| cumulative.saturating_mul(u64::from(minutes.value))),
        });
    }
    found
}

fn profile_users(projet: &Projet, vague: &BilanVague<'_>) -> u32 {
    let families = [FamilleProfil::UsagerFinal, FamilleProfil::Parent];
    let users = projet
        .profils
        .iter()
        .filter(|profil| profil.famille.as_ref().is_some_and(|famille| families.contains(&famille.value)));
    users.filter_map(|profil| effectif(profil, vague)).fold(0, u32::saturating_add)
}

/// Users by the requests a month of a hundred of them, rounded up.
fn requests(users: u64, rate: Decimale) -> u64 {
    let hundred = 100 * i128::from(PARTS);
    let exact = i128::from(users) * i128::from(rate.parties());
    u64::try_from((exact + hundred - 1) / hundred).unwrap_or(u64::MAX)
}

/// The copies of a printed piece for some pupils: 5 % more, rounded up to ten.
pub(crate) fn tirage(eleves: u32) -> u64 {
    (u64::from(eleves) * 105).div_ceil(1000) * 10
}

/// The copies of a piece: those that are said, else, for a printed one, those of its wave, or of each
/// wave where it names none.
pub(crate) fn quantite(promotion: &Promotion, vagues: &[BilanVague<'_>]) -> Option<u64> {
    if let Some(said) = &promotion.quantite {
        return Some(said.value.into());
    }
    if !promotion.imprime.as_ref().is_some_and(|printed| printed.value) {
        return None;
    }
    let concerned =
        |vague: &&BilanVague<'_>| promotion.vague.as_ref().is_none_or(|id| id.value == vague.vague.id.value);
    let copies: Vec<u64> = vagues.iter().filter(concerned).map(|vague| tirage(vague.totaux.eleves)).collect();
    Some(copies.iter().sum()).filter(|copies| *copies > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn allows_downtime() {
        let percent = |tenths: u32| Decimale::entier(tenths);
        // 99 %: 1 % of 365 × 24 h = 87,6 h a year; 1 % of 365 × 24 × 60 / 12 = 43 800 min is 438 min a month.
        assert_eq!(arret(percent(99)), Some(Arret { heures_an: 87.6, minutes_mois: 438.0 }));
        assert_eq!(arret(percent(100)), Some(Arret { heures_an: 0.0, minutes_mois: 0.0 }));
        assert_eq!(arret(percent(101)), None);
    }

    #[test]
    fn prints_enough() {
        // 626 × 1,05 = 657,3; 1 334 × 1,05 = 1 400,7; 1 119 × 1,05 = 1 174,95; 200 × 1,05 = 210 exactly.
        for (eleves, copies) in [(626, 660), (1334, 1410), (1119, 1180), (200, 210), (0, 0), (1, 10)] {
            assert_eq!(tirage(eleves), copies, "{eleves}");
        }
    }

    #[test]
    fn rounds_requests_up_once() {
        // 1 000 × 7 / 100 = 70 exactly, which a sum of fractions of two would make 71 of 0,07.
        assert_eq!(requests(1000, Decimale::entier(7)), 70);
        assert_eq!(requests(1001, Decimale::entier(7)), 71);
        assert_eq!(requests(0, Decimale::entier(7)), 0);
    }
}
