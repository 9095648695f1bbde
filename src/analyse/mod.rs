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
use crate::projet::etablissements::Etablissement;
use crate::projet::vagues::Vague;

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

/// Sums over schools.
#[derive(Debug, Default, Clone, Copy, PartialEq)]
pub(crate) struct Totaux {
    pub ecoles: u32,
    pub classes: u32,
    pub eleves: u32,
    pub enseignants: u32,
    pub postes: u32,
    pub tablettes: u32,
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
        let mut totaux = Self::default();
        for ecole in ecoles {
            let infra = |get: fn(&crate::projet::etablissements::Infra) -> Option<u32>| {
                ecole.infra.as_ref().and_then(get).unwrap_or(0)
            };
            totaux.ecoles += 1;
            totaux.classes = totaux.classes.saturating_add(ecole.classes.as_ref().map_or(0, |n| n.value));
            totaux.eleves = totaux.eleves.saturating_add(ecole.eleves.value);
            totaux.enseignants =
                totaux.enseignants.saturating_add(ecole.enseignants.as_ref().map_or(0, |n| n.value));
            totaux.postes =
                totaux.postes.saturating_add(infra(|infra| infra.postes.as_ref().map(|n| n.value)));
            totaux.tablettes =
                totaux.tablettes.saturating_add(infra(|infra| infra.tablettes.as_ref().map(|n| n.value)));
        }
        totaux
    }

    /// Pupils for one device, computer or tablet; nothing where there is none.
    pub(crate) fn eleves_par_appareil(&self) -> Option<f64> {
        let appareils = self.postes.saturating_add(self.tablettes);
        (appareils > 0).then(|| f64::from(self.eleves) / f64::from(appareils))
    }
}

/// Computes all figures.
pub(crate) fn analyse(projet: &Projet) -> Bilan<'_> {
    let ecole = |id: &str| projet.etablissements.iter().find(|ecole| ecole.id.value == id);
    let mut rangs: Vec<&Vague> = projet.vagues.iter().collect();
    rangs.sort_by_key(|vague| vague.rang.value);
    let vagues: Vec<BilanVague<'_>> = rangs
        .into_iter()
        .map(|vague| {
            let ecoles: Vec<_> = vague.etablissements.iter().filter_map(|id| ecole(&id.value)).collect();
            BilanVague { vague, totaux: Totaux::of(&ecoles), ecoles }
        })
        .collect();
    let in_a_wave = |wanted: &Etablissement| {
        projet.vagues.iter().flat_map(|vague| &vague.etablissements).any(|id| id.value == wanted.id.value)
    };
    let all: Vec<&Etablissement> = projet.etablissements.iter().collect();
    let seuil = projet.manifeste.seuil_debit();
    let mut sous_seuil: Vec<(f64, &Etablissement)> = all
        .iter()
        .filter_map(|ecole| Some((debit(ecole)?, *ecole)))
        .filter(|(debit, _)| *debit < seuil)
        .collect();
    sous_seuil.sort_by(|a, b| a.0.total_cmp(&b.0));
    let budget = budget::budget(projet, &vagues);
    let demandes = soutien::demandes(projet, &vagues);
    let totaux = Totaux::of(&all);
    Bilan {
        totaux,
        budget,
        demandes,
        grilles: projet.orientations.as_ref().map(grille::grilles).unwrap_or_default(),
        apprenants: orientations::apprenants(projet, &totaux),
        vagues,
        sans_vague: all.iter().copied().filter(|ecole| !in_a_wave(ecole)).collect(),
        sous_seuil: sous_seuil.into_iter().map(|(_, ecole)| ecole).collect(),
        reponses: reponses(projet),
        reseau: graphe::reseau(projet),
    }
}

/// The bandwidth of a school, in Mbit/s.
pub(crate) fn debit(ecole: &Etablissement) -> Option<f64> {
    ecole.infra.as_ref()?.debit_mbps.as_ref().map(|debit| debit.value)
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
