//! The nodes and the grounds of their groups, in their places.
//!
//! In: the places. Out: what is drawn of nodes and groups. Two parts of a group in two columns stand on
//! one ground where nothing is in the way.

use super::super::texte::{PAS_PETIT, Style};
use super::super::{Boite, Carte, Fond, Graphe};
use super::{BORD, Places, SOUS_TITRE, Texte};

impl Places<'_> {
    pub(in crate::figures::graphe) fn cartes(&self, graphe: &Graphe) -> Vec<Carte> {
        let carte = |(n, texte): (usize, &Texte)| Carte {
            id: graphe.noeuds[n].id.clone(),
            boite: self.boite(n),
            nom: texte.nom.clone(),
            precision: texte.precision.clone(),
            alerte: texte.alerte.clone(),
            usager: texte.usager,
            rayon: self.rayon(n),
        };
        self.textes.iter().enumerate().map(carte).collect()
    }

    /// The grounds of the groups, and those that join the two parts of a group in two columns.
    pub(in crate::figures::graphe) fn fonds(&self, graphe: &Graphe) -> Vec<Fond> {
        let mut fonds: Vec<(usize, Fond)> = Vec::new();
        for (g, nom) in self.titres.iter().enumerate() {
            let nodes = (0..self.textes.len()).filter(|n| self.ordre.groupe_de[*n] == g);
            let boites: Vec<Boite> = nodes.map(|n| self.boite(n)).collect();
            let Some(first) = boites.first() else { continue };
            let top = boites.iter().map(|boite| boite.y).fold(f64::MAX, f64::min);
            let bottom = boites.iter().map(Boite::bas).fold(0.0, f64::max);
            let boite =
                Boite { x: first.x, y: top, largeur: first.largeur, hauteur: bottom - top }.elargie(BORD);
            let wide = nom.iter().map(|ligne| Style::mention(self.fonts).largeur(ligne)).fold(0.0, f64::max);
            let high = nom.len() as f64 * PAS_PETIT;
            let titre = Boite { x: boite.x, y: boite.y - SOUS_TITRE - high, largeur: wide, hauteur: high };
            fonds.push((g, Fond { boite, nom: nom.clone(), titre }));
        }
        for g in 0..fonds.len() {
            let groupe = &graphe.groupes[fonds[g].0];
            let Some(parent) = groupe.suite_de.as_ref() else { continue };
            let parent = fonds.iter().position(|(p, _)| graphe.groupes[*p].id == *parent);
            if let Some(bridge) = parent.and_then(|parent| join(&mut fonds, g, parent)) {
                let nothing = Boite { largeur: 0.0, hauteur: 0.0, ..bridge };
                fonds.push((fonds[g].0, Fond { boite: bridge, nom: Vec::new(), titre: nothing }));
            }
        }
        fonds.into_iter().map(|(_, fond)| fond).collect()
    }
}

/// Joins a part of a group to the ground of the rest, in the column on its left: the rest is made as
/// high as the part, where nothing stands in the way, and the part needs no name of its own.
fn join(fonds: &mut [(usize, Fond)], part: usize, rest: usize) -> Option<Boite> {
    let (own, other) = (fonds[part].1.boite, fonds[rest].1.boite);
    let between = |fond: &Fond| {
        let x = fond.boite.x + fond.boite.largeur / 2.0;
        x > other.droite() && x < own.x
    };
    if other.droite() >= own.x || fonds.iter().any(|(_, fond)| between(fond)) {
        return None;
    }
    let (top, bottom) = (own.y.min(other.y), own.bas().max(other.bas()));
    let grown = Boite { y: top, hauteur: bottom - top, ..other };
    let met = |(i, (_, fond)): (usize, &(usize, Fond))| {
        i != rest && (fond.boite.touche(&grown) || (!fond.nom.is_empty() && fond.titre.touche(&grown)))
    };
    // Its own name would have to move: it is above the ground.
    if top < other.y || fonds.iter().enumerate().any(met) {
        return None;
    }
    fonds[rest].1.boite = grown;
    fonds[part].1.nom.clear();
    fonds[part].1.titre = Boite { largeur: 0.0, hauteur: 0.0, ..own };
    // The two overlap by a hair, so that no line shows between them.
    Some(Boite {
        x: other.droite() - 0.5,
        y: own.y,
        largeur: own.x - other.droite() + 1.0,
        hauteur: own.hauteur,
    })
}
