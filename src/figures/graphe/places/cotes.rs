//! By which sides edges leave and arrive, and which go round.
//!
//! In: an order. Out: the sides of each edge, and the ways round what stands between two nodes of a
//! column, each on a track of its own.

use super::super::ordre::Ordre;

/// On which side of a node an edge stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::figures::graphe) enum Cote {
    Gauche,
    Droite,
    Haut,
    Bas,
}

/// How an edge runs.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::figures::graphe) enum Chemin {
    /// From column to column.
    Travers,
    /// Up or down between two neighbours.
    Droit,
    /// Round what stands between, at this x.
    Detour(f64),
}

/// A way round what stands between: whether on the right, and which of those there.
pub(super) type Tour = (bool, usize);

/// How each edge leaves and arrives, and the way round (to the right, which track) of those that need one.
pub(super) fn sides(ordre: &Ordre) -> (Vec<Option<Tour>>, Vec<(Cote, Cote)>) {
    let last = ordre.colonnes.len().saturating_sub(1);
    let mut detours: Vec<Option<Tour>> = vec![None; ordre.bouts.len()];
    let mut sides = Vec::new();
    let mut round: Vec<(usize, usize)> = Vec::new();
    for (e, (de, vers)) in ordre.bouts.iter().enumerate() {
        let (a, b) = (ordre.colonne_de[*de], ordre.colonne_de[*vers]);
        sides.push(if a < b {
            (Cote::Droite, Cote::Gauche)
        } else if a > b {
            (Cote::Gauche, Cote::Droite)
        } else if ordre.voisins(*de, *vers) {
            if ordre.rang(*de) < ordre.rang(*vers) {
                (Cote::Bas, Cote::Haut)
            } else {
                (Cote::Haut, Cote::Bas)
            }
        } else {
            round.push((ordre.rang(*de).abs_diff(ordre.rang(*vers)), e));
            (Cote::Droite, Cote::Droite)
        });
    }
    round.sort_unstable();
    let mut taken: Vec<(usize, bool, usize, usize, usize)> = Vec::new();
    for (_, e) in round {
        let (de, vers) = ordre.bouts[e];
        let c = ordre.colonne_de[de];
        let cost = |right: bool| {
            let outer = if right { c == last } else { c == 0 };
            10 * ordre.sortants(de, vers, right) + if outer { 5 } else { 0 }
        };
        let right = cost(true) <= cost(false);
        let (p, q) = (ordre.rang(de).min(ordre.rang(vers)), ordre.rang(de).max(ordre.rang(vers)));
        let free = |track: &usize| {
            !taken.iter().any(|(column, side, used, from, to)| {
                (*column, *side, *used) == (c, right, *track) && *from <= q && p <= *to
            })
        };
        let track = (0..).find(free).unwrap_or(0);
        taken.push((c, right, track, p, q));
        detours[e] = Some((right, track));
        let side = if right { Cote::Droite } else { Cote::Gauche };
        sides[e] = (side, side);
    }
    (detours, sides)
}
