//! The heights in the columns: nothing nearer than it may be, edges as level as they can be.
//!
//! In: the sizes of all things. Out: the middle of each in its column, by least squares.

use super::super::MM;
use super::super::ordre::Objet;
use super::{BORD, Chemin, Places};

impl Places<'_> {
    /// What is above the first thing of a column, and below the last.
    fn ends(&self, colonne: &[Objet]) -> (f64, f64) {
        let above = match colonne.first() {
            Some(Objet::Noeud(n)) => {
                self.title_height(self.ordre.groupe_de[*n]) + BORD + self.textes[*n].hauteur / 2.0
            }
            _ => 3.0 * MM,
        };
        let below = match colonne.last() {
            Some(Objet::Noeud(n)) => BORD + self.textes[*n].hauteur / 2.0,
            _ => 3.0 * MM,
        };
        (above, below)
    }

    /// The least distance between the middles of the things of a column that follow each other.
    fn separations(&self, c: usize) -> Vec<f64> {
        let colonne = &self.ordre.colonnes[c];
        let e = self.espacement;
        let mut gaps: Vec<f64> = colonne.windows(2).map(|pair| self.gap(colonne, pair, e)).collect();
        // Room for the numbers of edges between neighbours, three a row.
        let nodes: Vec<usize> =
            (0..colonne.len()).filter(|rang| matches!(colonne[*rang], Objet::Noeud(_))).collect();
        for pair in nodes.windows(2) {
            let (Objet::Noeud(a), Objet::Noeud(b)) = (colonne[pair[0]], colonne[pair[1]]) else { continue };
            let between = self.straight_between(a, b);
            if between > 0 {
                let same = self.ordre.groupe_de[a] == self.ordre.groupe_de[b];
                let title = if same { 0.0 } else { self.title_height(self.ordre.groupe_de[b]) + BORD };
                let need = (7.0 * MM + 6.0 * MM * (between as f64 / 3.0).ceil()) * e + title;
                let count = (pair[1] - pair[0]) as f64;
                for gap in &mut gaps[pair[0]..pair[1]] {
                    *gap = gap.max(need / count);
                }
            }
        }
        let halves = colonne.windows(2).map(|pair| (self.height(pair[0]) + self.height(pair[1])) / 2.0);
        halves.zip(gaps).map(|(half, gap)| half + gap).collect()
    }

    fn straight_between(&self, a: usize, b: usize) -> usize {
        let joins = |e: &usize| {
            let bouts = self.ordre.bouts[*e];
            self.chemins[*e] == Chemin::Droit && (bouts == (a, b) || bouts == (b, a))
        };
        (0..self.chemins.len()).filter(joins).count()
    }

    /// The room between two things, from edge to edge.
    fn gap(&self, colonne: &[Objet], pair: &[Objet], e: f64) -> f64 {
        let [above, below] = pair else { return 0.0 };
        let group_above = |at: usize| {
            colonne.iter().take(at).rev().find_map(|objet| match objet {
                Objet::Noeud(n) => Some(self.ordre.groupe_de[*n]),
                Objet::Passage(_) => None,
            })
        };
        match (above, below) {
            (Objet::Noeud(a), Objet::Noeud(b)) if self.ordre.groupe_de[*a] == self.ordre.groupe_de[*b] => {
                6.0 * MM * e
            }
            (Objet::Noeud(_), Objet::Noeud(b)) => {
                BORD * 2.0 + 2.6 * MM * e + self.title_height(self.ordre.groupe_de[*b])
            }
            (Objet::Noeud(_), Objet::Passage(_)) => BORD + 2.6 * MM * e,
            (Objet::Passage(_), Objet::Noeud(b)) => {
                let at = colonne.iter().position(|objet| objet == below).unwrap_or(0);
                let own = self.ordre.groupe_de[*b];
                let inside = group_above(at) == Some(own);
                BORD + 2.6 * MM * e + if inside { 0.0 } else { self.title_height(own) }
            }
            (Objet::Passage(_), Objet::Passage(_)) => 5.6 * MM * e,
        }
    }

    /// The heights: packed first, then each column moved to where its edges are level, again and again.
    pub(super) fn set_heights(&mut self) {
        const ROUNDS: usize = 4;
        const SWEEPS: usize = 12;
        let separations: Vec<Vec<f64>> =
            (0..self.ordre.colonnes.len()).map(|c| self.separations(c)).collect();
        let ends: Vec<(f64, f64)> = self.ordre.colonnes.iter().map(|colonne| self.ends(colonne)).collect();
        let need =
            ends.iter().zip(&separations).map(|((above, below), s)| above + s.iter().sum::<f64>() + below);
        self.hauteur = need.fold(0.0, f64::max);
        for ((above, below), separations) in ends.iter().zip(&separations) {
            let spare = self.hauteur - above - below - separations.iter().sum::<f64>();
            let step = spare / (separations.len() + 1) as f64;
            let mut y = above + step / 2.0;
            let mut column = vec![y];
            for s in separations {
                y += s + step;
                column.push(y);
            }
            self.ys.push(column);
        }
        for _ in 0..ROUNDS {
            self.set_ports();
            for sweep in 0..SWEEPS {
                for i in 0..self.ys.len() {
                    let c = if sweep % 2 == 0 { i } else { self.ys.len() - 1 - i };
                    let wishes = self.wishes(c);
                    let bounds = (ends[c].0, self.hauteur - ends[c].1);
                    self.ys[c] = level(&wishes, &separations[c], bounds);
                }
            }
        }
        self.set_ports();
    }

    /// Where each thing of a column would stand, and how much it wants to.
    fn wishes(&self, c: usize) -> Vec<(f64, f64)> {
        let colonne = &self.ordre.colonnes[c];
        let mut wishes: Vec<(f64, f64)> = self.ys[c].iter().map(|y| (0.02 * y, 0.02)).collect();
        let mut add = |rang: usize, wish: f64, weight: f64| {
            wishes[rang].0 += wish * weight;
            wishes[rang].1 += weight;
        };
        for e in 0..self.chemins.len() {
            let (a, b) = self.ordre.etendue(e);
            if a == b || c < a || c > b {
                continue;
            }
            let own = |objet: &Objet| match objet {
                Objet::Noeud(n) => self.ordre.bouts[e].0 == *n || self.ordre.bouts[e].1 == *n,
                Objet::Passage(passing) => *passing == e,
            };
            let Some(rang) = colonne.iter().position(own) else { continue };
            let here = self.offset(e, c);
            for other in [c.checked_sub(1), Some(c + 1)].into_iter().flatten().filter(|o| (a..=b).contains(o))
            {
                let passages = usize::from(c > a && c < b) + usize::from(other > a && other < b);
                let weight = [1.0, 2.0, 6.0][passages];
                add(rang, self.y(e, other) + self.offset(e, other) - here, weight);
            }
        }
        wishes.into_iter().map(|(sum, weight)| (sum / weight, weight)).collect()
    }
}

/// The heights nearest to the wishes that keep the separations and the bounds: least squares over a
/// chain, by pooling neighbours whose wishes are out of order.
fn level(wishes: &[(f64, f64)], separations: &[f64], bounds: (f64, f64)) -> Vec<f64> {
    let mut sums = vec![0.0];
    for s in separations {
        sums.push(sums.last().copied().unwrap_or(0.0) + s);
    }
    // Each pool: its mean, its weight, how many it holds.
    let mut pools: Vec<(f64, f64, usize)> = Vec::new();
    for ((wish, weight), sum) in wishes.iter().zip(&sums) {
        let mut pool = (wish - sum, *weight, 1);
        while let Some(previous) = pools.pop_if(|previous| previous.0 > pool.0) {
            let weight = previous.1 + pool.1;
            pool = ((previous.0 * previous.1 + pool.0 * pool.1) / weight, weight, previous.2 + pool.2);
        }
        pools.push(pool);
    }
    let highest = (bounds.1 - sums.last().copied().unwrap_or(0.0)).max(bounds.0);
    let flat =
        pools.iter().flat_map(|(mean, _, count)| std::iter::repeat_n(mean.clamp(bounds.0, highest), *count));
    flat.zip(&sums).map(|(z, sum)| z + sum).collect()
}

#[cfg(test)]
mod tests {
    use super::level;

    #[test]
    fn levels_a_column() {
        // Two that both want 10, at least 4 apart: 8 and 12. A third that wants 30 is free.
        assert_eq!(
            level(&[(10.0, 1.0), (10.0, 1.0), (30.0, 1.0)], &[4.0, 4.0], (0.0, 40.0)),
            [8.0, 12.0, 30.0]
        );
        // The heavier moves less: (3 × 10 + 1 × 6) / 4 = 9, then 9 and 13.
        assert_eq!(level(&[(10.0, 3.0), (10.0, 1.0)], &[4.0], (0.0, 40.0)), [9.0, 13.0]);
        // Bounds hold.
        assert_eq!(level(&[(-5.0, 1.0), (50.0, 1.0)], &[4.0], (2.0, 20.0)), [2.0, 20.0]);
    }
}
