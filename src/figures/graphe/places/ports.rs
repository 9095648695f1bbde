//! Where edges stand along the sides of nodes.
//!
//! In: the heights. Out: for each edge how far it is from the middle of its side, at both ends, in the
//! order of where they lead.

use super::super::texte::Style;
use super::super::{MM, Point};
use super::{BORD, Chemin, Cote, PORT, Places};

impl Places<'_> {
    /// The edges on a side of a node, as (edge, whether it leaves).
    pub(super) fn ports(&self, noeud: usize, cote: Cote) -> Vec<(usize, bool)> {
        let mut ports = Vec::new();
        for (e, (de, vers)) in self.ordre.bouts.iter().enumerate() {
            if *de == noeud && self.cotes[e].0 == cote {
                ports.push((e, true));
            }
            if *vers == noeud && self.cotes[e].1 == cote {
                ports.push((e, false));
            }
        }
        ports
    }

    /// The places of edges along the sides of nodes, in the order of where they lead.
    pub(super) fn set_ports(&mut self) {
        for n in 0..self.textes.len() {
            for cote in [Cote::Gauche, Cote::Droite] {
                let ports = self.ports(n, cote);
                let mut keyed: Vec<(f64, usize, bool)> =
                    ports.iter().map(|(e, leaves)| (self.towards(n, *e, cote), *e, *leaves)).collect();
                keyed.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
                let usable = self.textes[n].hauteur - 4.4 * MM;
                self.spread(&keyed, usable, PORT.1, 0.0);
            }
            for cote in [Cote::Haut, Cote::Bas] {
                let ports = self.ports(n, cote);
                let keyed: Vec<(f64, usize, bool)> =
                    ports.iter().map(|(e, leaves)| (0.0, *e, *leaves)).collect();
                let Some((_, e, _)) = keyed.first() else { continue };
                let (de, vers) = self.ordre.bouts[*e];
                let (usable, shift) = self.clear_width(de, vers);
                self.spread(&keyed, usable, 11.0 * MM, shift);
            }
        }
    }

    /// Along the facing sides of two neighbours: how wide edges may stand, and around where.
    fn clear_width(&self, a: usize, b: usize) -> (f64, f64) {
        let usable = self.large - 11.0 * MM;
        let low = if self.ordre.rang(a) > self.ordre.rang(b) { a } else { b };
        let high = if low == a { b } else { a };
        let groupe = self.ordre.groupe_de[low];
        if groupe == self.ordre.groupe_de[high] {
            return if self.textes[low].alerte.is_empty() {
                (usable, 0.0)
            } else {
                (usable - 4.0 * MM, -2.0 * MM)
            };
        }
        let title = self.titres[groupe]
            .iter()
            .map(|ligne| Style::mention(self.fonts).largeur(ligne))
            .fold(0.0, f64::max);
        let start = title - BORD + 2.0 * MM;
        let end = self.large - 5.5 * MM;
        ((end - start).max(0.0), (start + end) / 2.0 - self.large / 2.0)
    }

    fn spread(&mut self, keyed: &[(f64, usize, bool)], usable: f64, step: f64, shift: f64) {
        let gaps = keyed.len().saturating_sub(1) as f64;
        let step = if gaps > 0.0 { step.min(usable / gaps) } else { 0.0 };
        for (i, (_, e, leaves)) in keyed.iter().enumerate() {
            let place = shift + (i as f64 - gaps / 2.0) * step;
            if *leaves { self.decalages[*e].0 = place } else { self.decalages[*e].1 = place }
        }
    }

    /// Where an edge on a side of a node leads: the smaller, the higher it stands.
    fn towards(&self, n: usize, e: usize, cote: Cote) -> f64 {
        const FAR: f64 = 1e6;
        let (de, vers) = self.ordre.bouts[e];
        let other = if de == n { vers } else { de };
        let c = self.ordre.colonne_de[n];
        if let Chemin::Detour(_) = self.chemins[e] {
            // The way to what is near is inside the way to what is far.
            let away = self.node_y(other) - self.node_y(n);
            return if away < 0.0 { -FAR - away } else { FAR - away };
        }
        let next = if cote == Cote::Droite { c + 1 } else { c.saturating_sub(1) };
        self.y(e, next) + self.offset(e, next)
    }

    /// The points where edges leave and arrive.
    pub(super) fn set_ends(&mut self) {
        for e in 0..self.chemins.len() {
            let (de, vers) = self.ordre.bouts[e];
            let start = self.end(de, self.cotes[e].0, self.decalages[e].0);
            let end = self.end(vers, self.cotes[e].1, self.decalages[e].1);
            self.bouts[e] = (start, end);
        }
    }

    fn end(&self, n: usize, cote: Cote, decalage: f64) -> Point {
        let boite = self.boite(n);
        let milieu = boite.milieu();
        // A round corner draws back.
        let rayon = self.rayon(n);
        let flat = boite.hauteur / 2.0 - rayon;
        let into = (decalage.abs() - flat).max(0.0);
        let back = rayon - (rayon * rayon - into * into).max(0.0).sqrt();
        match cote {
            Cote::Gauche => Point { x: boite.x + back, y: milieu.y + decalage },
            Cote::Droite => Point { x: boite.droite() - back, y: milieu.y + decalage },
            Cote::Haut => Point { x: milieu.x + decalage, y: boite.y },
            Cote::Bas => Point { x: milieu.x + decalage, y: boite.bas() },
        }
    }

    /// The ends of an edge from column to column at one height, where both nodes have a side there.
    pub(in crate::figures::graphe) fn level(&self, e: usize, y: f64) -> Option<(Point, Point)> {
        let at = |n: usize, cote: Cote| {
            let decalage = y - self.node_y(n);
            let reach = self.textes[n].hauteur / 2.0 - 1.6 * MM;
            (decalage.abs() <= reach).then(|| self.end(n, cote, decalage))
        };
        let (de, vers) = self.ordre.bouts[e];
        Some((at(de, self.cotes[e].0)?, at(vers, self.cotes[e].1)?))
    }
}
