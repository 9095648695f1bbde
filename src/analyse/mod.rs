//! Stage 5: everything that can be computed from the planning data.
//!
//! In: a [`Projet`]. Out: a [`Bilan`]: one definition of every figure, for tables, key figures and
//! rules alike (domain.md 2.14).

pub(crate) mod annees;
pub(crate) mod budget;
pub(crate) mod effectifs;
pub(crate) mod graphe;
pub(crate) mod grille;
pub(crate) mod orientations;
pub(crate) mod pedagogie;
pub(crate) mod roles;
pub(crate) mod soutien;

use crate::projet::Projet;
use crate::projet::contexte::Groupe;
use crate::projet::decode::Spanned;
use crate::projet::etablissements::{Etablissement, Infra, Wifi};
use crate::projet::profils::Assiette;
use crate::projet::vagues::Vague;
use effectifs::somme;
use std::collections::{BTreeMap, BTreeSet};

/// The figures of a project.
#[derive(Debug)]
pub(crate) struct Bilan<'a> {
    pub totaux: Totaux,
    /// The waves by rank, each with its schools in the order of the wave.
    pub vagues: Vec<BilanVague<'a>>,
    /// The schools of no wave, in the order of the data.
    pub sans_vague: Vec<&'a Etablissement>,
    /// The schools whose bandwidth is known and below the threshold, slowest first.
    pub sous_seuil: Vec<&'a Etablissement>,
    pub reponses: Vec<Reponse>,
    pub budget: budget::Budget<'a>,
    pub demandes: Vec<soutien::Demandes>,
    /// The platforms, compared; nothing where the marks are masked or missing.
    pub grilles: Vec<grille::Grille<'a>>,
    /// The learners in scope, where that is known.
    pub apprenants: Option<u32>,
    pub reseau: graphe::Reseau<'a>,
}

/// Sums over schools. A sum of which a part is not said is none: it would be smaller than the truth.
#[derive(Debug, Default, Clone, Copy, PartialEq)]
pub(crate) struct Totaux {
    pub ecoles: u32,
    pub classes: Option<u32>,
    pub eleves: u32,
    pub enseignants: Option<u32>,
    /// Devices: a school that says some kinds has none of the others. Nothing where no school says a kind.
    pub postes: Option<u32>,
    pub tablettes: Option<u32>,
    pub tni: Option<u32>,
    /// The schools with Wi-Fi everywhere; nothing where no school says what it has.
    pub wifi_complets: Option<u32>,
    /// Whether a bandwidth is known.
    pub debits: bool,
    /// The towns, each once.
    pub communes: u32,
}

/// The figures of a wave.
#[derive(Debug)]
pub(crate) struct BilanVague<'a> {
    pub vague: &'a Vague,
    pub ecoles: Vec<&'a Etablissement>,
    pub totaux: Totaux,
}

/// How many people of a group answered, over all surveys.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Reponse {
    pub groupe: Groupe,
    pub sollicites: u32,
    pub repondants: u32,
}

impl Totaux {
    /// The sums of some schools.
    pub(crate) fn of(ecoles: &[&Etablissement]) -> Self {
        let devices = |get: fn(&Infra) -> Option<&Spanned<u32>>| {
            let said = ecoles.iter().filter_map(|ecole| Some(get(ecole.infra.as_ref()?)?.value));
            said.reduce(u32::saturating_add)
        };
        let wifi: Vec<Wifi> =
            ecoles.iter().filter_map(|ecole| Some(ecole.infra.as_ref()?.wifi.as_ref()?.value)).collect();
        let full = wifi.iter().filter(|wifi| **wifi == Wifi::Complet).count();
        let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        let communes: BTreeSet<&str> = ecoles.iter().map(|ecole| ecole.commune.value.as_str()).collect();
        Self {
            ecoles: count(ecoles.len()),
            classes: somme(ecoles, Assiette::Classes),
            eleves: somme(ecoles, Assiette::Eleves).unwrap_or(0),
            enseignants: somme(ecoles, Assiette::Enseignants),
            postes: devices(|infra| infra.postes.as_ref()),
            tablettes: devices(|infra| infra.tablettes.as_ref()),
            tni: devices(|infra| infra.tni.as_ref()),
            wifi_complets: (!wifi.is_empty()).then(|| count(full)),
            debits: ecoles.iter().any(|ecole| debit(ecole).is_some()),
            communes: count(communes.len()),
        }
    }

    /// Pupils for one device, computer or tablet; nothing where there is none.
    pub(crate) fn eleves_par_appareil(&self) -> Option<f64> {
        let appareils = self.postes.unwrap_or(0).saturating_add(self.tablettes.unwrap_or(0));
        (appareils > 0).then(|| f64::from(self.eleves) / f64::from(appareils))
    }
}

/// Computes all figures.
pub(crate) fn analyse(projet: &Projet) -> Bilan<'_> {
    let all: Vec<&Etablissement> = projet.etablissements.iter().collect();
    // The first of an id that two have, which R01 reports.
    let by_id: BTreeMap<&str, &Etablissement> =
        all.iter().rev().map(|ecole| (ecole.id.value.as_str(), *ecole)).collect();
    let mut rangs: Vec<&Vague> = projet.vagues.iter().collect();
    rangs.sort_by_key(|vague| vague.rang.value);
    let vagues: Vec<BilanVague<'_>> = rangs
        .into_iter()
        .map(|vague| {
            let known = vague.etablissements.iter().filter_map(|id| by_id.get(id.value.as_str()).copied());
            let ecoles: Vec<_> = known.collect();
            BilanVague { vague, totaux: Totaux::of(&ecoles), ecoles }
        })
        .collect();
    let placed = projet.vagues.iter().flat_map(|vague| &vague.etablissements);
    let placed: BTreeSet<&str> = placed.map(|id| id.value.as_str()).collect();
    let seuil = projet.manifeste.seuil_debit();
    let mut lentes: Vec<&Etablissement> =
        all.iter().copied().filter(|ecole| sous_seuil(ecole, seuil)).collect();
    lentes.sort_by(|a, b| debit(a).unwrap_or(0.0).total_cmp(&debit(b).unwrap_or(0.0)));
    let budget = budget::budget(projet, &vagues);
    let demandes = soutien::demandes(projet, &vagues);
    let totaux = Totaux::of(&all);
    Bilan {
        totaux,
        budget,
        demandes,
        grilles: projet.orientations.as_ref().map(grille::grilles).unwrap_or_default(),
        apprenants: orientations::apprenants(projet, &totaux, &vagues),
        vagues,
        sans_vague: all.iter().copied().filter(|ecole| !placed.contains(ecole.id.value.as_str())).collect(),
        sous_seuil: lentes,
        reponses: reponses(projet),
        reseau: graphe::reseau(projet),
    }
}

/// The bandwidth of a school, in Mbit/s.
pub(crate) fn debit(ecole: &Etablissement) -> Option<f64> {
    ecole.infra.as_ref()?.debit_mbps.as_ref().map(|debit| debit.value)
}

/// Whether the bandwidth of a school is known, and below the threshold.
pub(crate) fn sous_seuil(ecole: &Etablissement, seuil: f64) -> bool {
    debit(ecole).is_some_and(|debit| debit < seuil)
}

/// How many of a hundred; nothing where there is nobody.
pub(crate) fn taux(part: u32, tout: u32) -> Option<f64> {
    (tout > 0).then(|| f64::from(part) * 100.0 / f64::from(tout))
}

/// One line a group that was asked, in the order of the method.
fn reponses(projet: &Projet) -> Vec<Reponse> {
    let enquetes = projet.contexte.iter().flat_map(|contexte| &contexte.enquetes);
    let mut reponses: Vec<Reponse> = Vec::new();
    for enquete in enquetes {
        let groupe = enquete.groupe.value;
        let (sollicites, repondants) = (enquete.sollicites.value, enquete.repondants.value);
        match reponses.iter_mut().find(|reponse| reponse.groupe == groupe) {
            Some(reponse) => {
                reponse.sollicites = reponse.sollicites.saturating_add(sollicites);
                reponse.repondants = reponse.repondants.saturating_add(repondants);
            }
            None => reponses.push(Reponse { groupe, sollicites, repondants }),
        }
    }
    reponses.sort_by_key(|reponse| reponse.groupe);
    reponses
}
