//! The order in each column: where nodes stand, and between which of them edges pass.
//!
//! In: a graph in its own order. Out: a few orders that cross little. An edge that goes further than
//! the next column has a passage in each column between. The nodes of a group stay together.

use super::Graphe;

/// What stands in a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Objet {
    Noeud(usize),
    /// The place where an edge goes through.
    Passage(usize),
}

/// An order of all columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Ordre {
    pub colonnes: Vec<Vec<Objet>>,
    /// Of each node: its column, its group.
    pub colonne_de: Vec<usize>,
    pub groupe_de: Vec<usize>,
    /// The ends of each edge.
    pub bouts: Vec<(usize, usize)>,
}

/// What a crossing costs here, beside a line that is one place longer.
const CROISEMENT: f64 = 10.0;

/// Orders worth drawing, the one that promises most first.
pub(super) fn ordres(graphe: &Graphe) -> Vec<Ordre> {
    /// From this many edges on, fewer starts and fewer drawings: each takes longer.
    const MANY: usize = 40;
    let (starts, kept) = if graphe.aretes.len() < MANY { (6, 3) } else { (2, 1) };
    let premier = premier(graphe);
    let mut found: Vec<(f64, Ordre)> = Vec::new();
    for depart in 0..starts {
        let mut ordre = premier.clone();
        for (c, colonne) in ordre.colonnes.iter_mut().enumerate() {
            let turned = match depart / 2 {
                0 => false,
                1 => true,
                _ => c % 2 == 1,
            };
            if turned {
                colonne.reverse();
            }
        }
        let (cout, mut ordre) = ameliore(ordre, depart % 2 == 1);
        upright(&mut ordre, graphe);
        if found.iter().all(|(_, known)| *known != ordre) {
            found.push((cout, ordre));
        }
    }
    found.sort_by(|a, b| a.0.total_cmp(&b.0));
    found.truncate(kept);
    found.into_iter().map(|(_, ordre)| ordre).collect()
}

/// Of an order and its mirror image, which cost the same, the one with those who lead above.
fn upright(ordre: &mut Ordre, graphe: &Graphe) {
    let mut below = 0_i64;
    for colonne in &ordre.colonnes {
        let levels: Vec<i64> = colonne
            .iter()
            .filter_map(|objet| match objet {
                Objet::Noeud(n) => Some(i64::from(graphe.noeuds[*n].niveau)),
                Objet::Passage(_) => None,
            })
            .collect();
        for (i, above) in levels.iter().enumerate() {
            below += levels[i + 1..].iter().map(|level| (level - above).signum()).sum::<i64>();
        }
    }
    if below < 0 {
        ordre.colonnes.iter_mut().for_each(|colonne| colonne.reverse());
    }
}

/// Nodes by group and name, passages after them.
fn premier(graphe: &Graphe) -> Ordre {
    let group = |id: &str| graphe.groupes.iter().position(|groupe| groupe.id == id).unwrap_or(0);
    let groupe_de: Vec<usize> = graphe.noeuds.iter().map(|noeud| group(&noeud.groupe)).collect();
    let wanted = |g: &usize| graphe.groupes.get(*g).map_or(0, |groupe| groupe.colonne);
    let mut used: Vec<usize> = groupe_de.iter().map(wanted).collect();
    used.sort_unstable();
    used.dedup();
    let column = |g: &usize| used.iter().position(|colonne| *colonne == wanted(g)).unwrap_or(0);
    let colonne_de: Vec<usize> = groupe_de.iter().map(column).collect();
    let node = |id: &str| graphe.noeuds.iter().position(|noeud| noeud.id == id).unwrap_or(0);
    let bouts: Vec<(usize, usize)> =
        graphe.aretes.iter().map(|arete| (node(&arete.de), node(&arete.vers))).collect();
    let mut colonnes: Vec<Vec<Objet>> = vec![Vec::new(); used.len()];
    for (c, colonne) in colonnes.iter_mut().enumerate() {
        let mut nodes: Vec<usize> = (0..graphe.noeuds.len()).filter(|n| colonne_de[*n] == c).collect();
        nodes.sort_by_key(|n| (groupe_de[*n], *n));
        colonne.extend(nodes.into_iter().map(Objet::Noeud));
        let through = |(de, vers): &(usize, usize)| {
            let (a, b) = (colonne_de[*de].min(colonne_de[*vers]), colonne_de[*de].max(colonne_de[*vers]));
            a < c && c < b
        };
        let passing = (0..bouts.len()).filter(|e| through(&bouts[*e]));
        colonne.extend(passing.map(Objet::Passage));
    }
    Ordre { colonnes, colonne_de, groupe_de, bouts }
}

impl Ordre {
    /// The first and the last column of an edge.
    pub(super) fn etendue(&self, arete: usize) -> (usize, usize) {
        let (de, vers) = self.bouts[arete];
        let (a, b) = (self.colonne_de[de], self.colonne_de[vers]);
        (a.min(b), a.max(b))
    }

    /// The place of a node in its column.
    pub(super) fn rang(&self, noeud: usize) -> usize {
        let colonne = &self.colonnes[self.colonne_de[noeud]];
        colonne.iter().position(|objet| *objet == Objet::Noeud(noeud)).unwrap_or(0)
    }

    /// Whether two nodes of one column have none between them: a straight line joins them.
    pub(super) fn voisins(&self, a: usize, b: usize) -> bool {
        let (p, q) = (self.rang(a), self.rang(b));
        let between = self.colonnes[self.colonne_de[a]].get(p.min(q) + 1..p.max(q)).unwrap_or_default();
        !between.iter().any(|objet| matches!(objet, Objet::Noeud(_)))
    }

    /// How many lines leave between two nodes of a column, on one side.
    pub(super) fn sortants(&self, a: usize, b: usize, droite: bool) -> usize {
        let recherche = Recherche::new(self.clone());
        let (p, q) = (self.rang(a), self.rang(b));
        recherche.sortants(self.colonne_de[a], p.min(q), p.max(q), droite)
    }

    /// Whether the nodes of each group of a column stand together.
    fn groupes_entiers(&self, c: usize) -> bool {
        let mut seen: Vec<usize> = Vec::new();
        for objet in &self.colonnes[c] {
            let Objet::Noeud(n) = objet else { continue };
            let groupe = self.groupe_de[*n];
            if seen.last() != Some(&groupe) {
                if seen.contains(&groupe) {
                    return false;
                }
                seen.push(groupe);
            }
        }
        true
    }
}

/// An order that is being made better.
struct Recherche {
    ordre: Ordre,
    /// The edges of each gap between two columns; those inside each column.
    intervalles: Vec<Vec<usize>>,
    internes: Vec<Vec<usize>>,
    /// The place of each node in its column.
    noeuds: Vec<usize>,
    /// The place of each edge in each of its columns: that of its node, or of its passage.
    aretes: Vec<Vec<usize>>,
}

impl Recherche {
    fn new(ordre: Ordre) -> Self {
        let (columns, edges) = (ordre.colonnes.len(), ordre.bouts.len());
        let within = |e: &usize, gap: usize| {
            let (a, b) = ordre.etendue(*e);
            a <= gap && gap < b
        };
        let gaps = columns.saturating_sub(1);
        let intervalles = (0..gaps).map(|gap| (0..edges).filter(|e| within(e, gap)).collect()).collect();
        let inside = |c: usize| (0..edges).filter(|e| ordre.etendue(*e) == (c, c)).collect();
        let internes = (0..columns).map(inside).collect();
        let noeuds = vec![0; ordre.colonne_de.len()];
        let aretes = vec![vec![0; columns]; edges];
        let mut recherche = Self { ordre, intervalles, internes, noeuds, aretes };
        for c in 0..columns {
            recherche.releve(c);
        }
        recherche
    }

    /// Takes down the places of a column after a change.
    fn releve(&mut self, c: usize) {
        for (rang, objet) in self.ordre.colonnes[c].iter().enumerate() {
            match objet {
                Objet::Noeud(n) => self.noeuds[*n] = rang,
                Objet::Passage(e) => self.aretes[*e][c] = rang,
            }
        }
        let gaps = [c.checked_sub(1), Some(c)].into_iter().flatten();
        for e in gaps.filter_map(|gap| self.intervalles.get(gap)).flatten() {
            let (de, vers) = self.ordre.bouts[*e];
            if let Some(n) = [de, vers].into_iter().find(|n| self.ordre.colonne_de[*n] == c) {
                self.aretes[*e][c] = self.noeuds[n];
            }
        }
    }

    /// What a column and the gaps beside it cost; more than `borne` as soon as it is known to be more.
    fn cout(&self, c: usize, borne: f64) -> f64 {
        let mut cout = self.cout_colonne(c);
        for gap in [c.checked_sub(1), Some(c)].into_iter().flatten() {
            cout += self.cout_intervalle(gap, borne - cout);
        }
        cout
    }

    fn cout_entier(&self) -> f64 {
        let gaps = (0..self.intervalles.len()).map(|gap| self.cout_intervalle(gap, f64::MAX));
        let columns = (0..self.internes.len()).map(|c| self.cout_colonne(c));
        gaps.chain(columns).sum()
    }

    /// Crossings between two columns, and how far up or down the lines go.
    fn cout_intervalle(&self, gap: usize, borne: f64) -> f64 {
        let Some(edges) = self.intervalles.get(gap) else { return 0.0 };
        let ends: Vec<(usize, usize)> =
            edges.iter().map(|e| (self.aretes[*e][gap], self.aretes[*e][gap + 1])).collect();
        let place = |rang: usize, c: usize| (rang as f64 + 0.5) / self.ordre.colonnes[c].len() as f64;
        let mut cout: f64 = ends.iter().map(|(a, b)| 2.0 * (place(*a, gap) - place(*b, gap + 1)).abs()).sum();
        for (i, a) in ends.iter().enumerate() {
            let crossed =
                ends[i + 1..].iter().filter(|b| (a.0 < b.0 && a.1 > b.1) || (a.0 > b.0 && a.1 < b.1));
            cout += CROISEMENT * crossed.count() as f64;
            if cout > borne {
                break;
            }
        }
        cout
    }

    /// What the edges inside a column cost: between neighbours nothing but what passes there; else they
    /// go round, across all that leaves on that side.
    fn cout_colonne(&self, c: usize) -> f64 {
        let colonne = &self.ordre.colonnes[c];
        let mut cout = 0.0;
        for e in &self.internes[c] {
            let (de, vers) = self.ordre.bouts[*e];
            let (p, q) = (self.noeuds[de].min(self.noeuds[vers]), self.noeuds[de].max(self.noeuds[vers]));
            let between = colonne.get(p + 1..q).unwrap_or_default();
            cout += if between.iter().any(|objet| matches!(objet, Objet::Noeud(_))) {
                let least = self.sortants(c, p, q, false).min(self.sortants(c, p, q, true));
                CROISEMENT * least as f64 + 6.0 + (q - p) as f64
            } else {
                CROISEMENT * between.len() as f64
            };
        }
        // A passage inside a group is read as belonging to it.
        let group = |objet: &Objet| match objet {
            Objet::Noeud(n) => Some(self.ordre.groupe_de[*n]),
            Objet::Passage(_) => None,
        };
        let mut above = None;
        let mut waiting = 0.0;
        for objet in colonne {
            match group(objet) {
                None => waiting += 2.0,
                own => {
                    cout += if own == above { waiting } else { 0.0 };
                    (above, waiting) = (own, 0.0);
                }
            }
        }
        cout
    }

    fn sortants(&self, c: usize, p: usize, q: usize, droite: bool) -> usize {
        let gap = if droite { Some(c) } else { c.checked_sub(1) };
        let edges = gap.and_then(|gap| self.intervalles.get(gap)).map_or(&[][..], Vec::as_slice);
        edges.iter().filter(|e| (p + 1..q).contains(&self.aretes[**e][c])).count()
    }

    /// The column in another order.
    fn remplace(&mut self, c: usize, colonne: Vec<Objet>) {
        self.ordre.colonnes[c] = colonne;
        self.releve(c);
    }
}

/// Moves one thing at a time, and whole groups, as long as that helps.
fn ameliore(ordre: Ordre, a_rebours: bool) -> (f64, Ordre) {
    const PASSES: usize = 8;
    let mut columns: Vec<usize> = (0..ordre.colonnes.len()).collect();
    if a_rebours {
        columns.reverse();
    }
    let mut recherche = Recherche::new(ordre);
    for _ in 0..PASSES {
        let mut better = false;
        for c in &columns {
            better |= deplace_groupes(&mut recherche, *c);
            better |= deplace_objets(&mut recherche, *c);
        }
        if !better {
            break;
        }
    }
    (recherche.cout_entier(), recherche.ordre)
}

/// Less than this is no gain: sums of floats differ in their last bits.
const GAIN: f64 = 1e-6;

fn deplace_objets(recherche: &mut Recherche, c: usize) -> bool {
    let mut better = false;
    let count = recherche.ordre.colonnes[c].len();
    for de in 0..count {
        let kept = recherche.ordre.colonnes[c].clone();
        let mut lowest = recherche.cout(c, f64::MAX);
        let mut best = kept.clone();
        for vers in (0..count).filter(|vers| *vers != de) {
            let mut tried = kept.clone();
            let objet = tried.remove(de);
            tried.insert(vers, objet);
            recherche.ordre.colonnes[c].clone_from(&tried);
            if !recherche.ordre.groupes_entiers(c) {
                continue;
            }
            recherche.releve(c);
            let cout = recherche.cout(c, lowest);
            if cout < lowest - GAIN {
                (lowest, best) = (cout, tried);
                better = true;
            }
        }
        recherche.remplace(c, best);
    }
    better
}

/// Exchanges two groups that follow each other, or turns one upside down.
fn deplace_groupes(recherche: &mut Recherche, c: usize) -> bool {
    let mut better = false;
    let count = runs(&recherche.ordre, c).len();
    for i in 0..count {
        for exchange in [true, false] {
            let kept = recherche.ordre.colonnes[c].clone();
            let before = recherche.cout(c, f64::MAX);
            let parts = runs(&recherche.ordre, c);
            let mut parts: Vec<Vec<Objet>> =
                parts.into_iter().map(|(start, end)| kept[start..end].to_vec()).collect();
            if !exchange {
                parts[i].reverse();
            } else if i + 1 < count {
                parts.swap(i, i + 1);
            }
            recherche.remplace(c, parts.concat());
            if recherche.ordre.groupes_entiers(c) && recherche.cout(c, before) < before - GAIN {
                better = true;
            } else {
                recherche.remplace(c, kept);
            }
        }
    }
    better
}

/// The runs of a column: each group with what passes after its first node.
fn runs(ordre: &Ordre, c: usize) -> Vec<(usize, usize)> {
    let colonne = &ordre.colonnes[c];
    let mut starts: Vec<usize> = vec![0];
    let mut groupe = None;
    for (rang, objet) in colonne.iter().enumerate() {
        let Objet::Noeud(n) = objet else { continue };
        let own = Some(ordre.groupe_de[*n]);
        if groupe.is_some() && groupe != own {
            starts.push(rang);
        }
        groupe = own;
    }
    let ends = starts.iter().skip(1).copied().chain([colonne.len()]);
    starts.iter().copied().zip(ends).collect()
}
