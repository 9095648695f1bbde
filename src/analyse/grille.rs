//! The grid of platforms: weighted scores, ranks, and how much they hang on the weights (domain.md 2.2).
//!
//! In: the criteria and the platforms of the orientations. Out: one [`Grille`] for each use, since a
//! place to publish and a place to talk do not compete.

use crate::projet::orientations::{Critere, Orientations, Plateforme, UsagePlateforme};

/// How far a weight is moved to see whether the winner holds, in points of percent.
const ECART: f64 = 10.0;
/// Two scores nearer than this are the same.
const EGALITE: f64 = 1e-9;

/// The platforms of one use, compared.
#[derive(Debug)]
pub(crate) struct Grille<'a> {
    pub usage: Option<UsagePlateforme>,
    /// In the order of the data.
    pub candidats: Vec<Candidat<'a>>,
    /// The weights whose move by ten points changes the winner.
    pub bascules: Vec<Bascule<'a>>,
}

/// A platform and what it comes to.
#[derive(Debug)]
pub(crate) struct Candidat<'a> {
    pub plateforme: &'a Plateforme,
    /// From 0 to 5; nothing where a criterion has no mark.
    pub score: Option<f64>,
    /// From 1; two that are equal share it.
    pub rang: Option<usize>,
}

/// A weight that decides the winner.
#[derive(Debug)]
pub(crate) struct Bascule<'a> {
    pub critere: &'a Critere,
    /// Its weight in percent, before and after the move.
    pub de: f64,
    pub vers: f64,
    /// The winners after the move.
    pub premiers: Vec<&'a Plateforme>,
}

impl<'a> Grille<'a> {
    /// The platforms of the first rank.
    pub(crate) fn premiers(&self) -> Vec<&'a Plateforme> {
        self.candidats.iter().filter(|one| one.rang == Some(1)).map(|one| one.plateforme).collect()
    }

    /// The best score and how far the next platform is behind it; nothing without two scores.
    pub(crate) fn avance(&self) -> Option<(f64, f64)> {
        let mut scores: Vec<f64> = self.candidats.iter().filter_map(|one| one.score).collect();
        scores.sort_by(|a, b| b.total_cmp(a));
        Some((*scores.first()?, scores.first()? - scores.get(1)?))
    }
}

/// The grid of each use, in the order of the method; platforms whose use is not said come last.
pub(crate) fn grilles<'a>(orientations: &'a Orientations) -> Vec<Grille<'a>> {
    let poids = poids(&orientations.criteres);
    let mut usages: Vec<Option<UsagePlateforme>> = UsagePlateforme::TOUS.iter().copied().map(Some).collect();
    usages.push(None);
    let of = |usage: Option<UsagePlateforme>| -> Vec<&'a Plateforme> {
        let same = |one: &&Plateforme| one.usage.as_ref().map(|usage| usage.value) == usage;
        orientations.plateformes.iter().filter(same).collect()
    };
    let grille = |usage| {
        let plateformes = of(usage);
        let scores: Vec<Option<f64>> =
            plateformes.iter().map(|one| score(one, &orientations.criteres, &poids)).collect();
        let candidat = |(plateforme, score): (&&'a Plateforme, &Option<f64>)| Candidat {
            plateforme,
            score: *score,
            rang: score.map(|own| rang(own, &scores)),
        };
        let candidats = plateformes.iter().zip(&scores).map(candidat).collect();
        Grille { usage, candidats, bascules: bascules(&orientations.criteres, &poids, &plateformes) }
    };
    usages.into_iter().map(grille).filter(|grille| !grille.candidats.is_empty()).collect()
}

/// The weights in percent of their sum, so that a score stays on the scale of the marks.
fn poids(criteres: &[Critere]) -> Vec<f64> {
    let somme: f64 = criteres.iter().map(|critere| critere.poids.value).sum();
    criteres
        .iter()
        .map(|critere| if somme > 0.0 { critere.poids.value * 100.0 / somme } else { 0.0 })
        .collect()
}

/// The mark of a platform on a criterion.
pub(crate) fn note(plateforme: &Plateforme, critere: &Critere) -> Option<f64> {
    let own = plateforme.notes.iter().find(|note| note.cle.value == critere.id.value);
    own.map(|note| note.valeur.value)
}

fn score(plateforme: &Plateforme, criteres: &[Critere], poids: &[f64]) -> Option<f64> {
    if poids.iter().sum::<f64>() <= 0.0 {
        return None;
    }
    let parts = criteres.iter().zip(poids).map(|(critere, poids)| Some(note(plateforme, critere)? * poids));
    Some(parts.sum::<Option<f64>>()? / 100.0)
}

/// One more than those that are better.
fn rang(own: f64, scores: &[Option<f64>]) -> usize {
    scores.iter().flatten().filter(|score| **score > own + EGALITE).count() + 1
}

/// The winners under some weights.
fn premiers<'a>(criteres: &[Critere], poids: &[f64], plateformes: &[&'a Plateforme]) -> Vec<&'a Plateforme> {
    let scores: Vec<Option<f64>> = plateformes.iter().map(|one| score(one, criteres, poids)).collect();
    let first = |score: &Option<f64>| score.is_some_and(|own| rang(own, &scores) == 1);
    plateformes.iter().zip(&scores).filter(|(_, score)| first(score)).map(|(one, _)| *one).collect()
}

/// Moves each weight up, then down, the others keeping their proportions, and keeps the moves after
/// which one that was first no longer is.
fn bascules<'a>(criteres: &'a [Critere], poids: &[f64], plateformes: &[&'a Plateforme]) -> Vec<Bascule<'a>> {
    let before = premiers(criteres, poids, plateformes);
    let mut found = Vec::new();
    for (i, critere) in criteres.iter().enumerate() {
        // A weight that is alone leaves nothing whose proportions could be kept.
        if poids[i] >= 100.0 - EGALITE {
            continue;
        }
        for vers in [poids[i] + ECART, poids[i] - ECART].map(|vers| vers.clamp(0.0, 100.0)) {
            let reste = (100.0 - vers) / (100.0 - poids[i]);
            let moved: Vec<f64> = poids
                .iter()
                .enumerate()
                .map(|(j, poids)| if i == j { vers } else { poids * reste })
                .collect();
            let after = premiers(criteres, &moved, plateformes);
            let holds = |one: &&Plateforme| after.iter().any(|other| other.id.value == one.id.value);
            if !before.iter().all(holds) {
                found.push(Bascule { critere, de: poids[i], vers, premiers: after });
            }
        }
    }
    found
}
