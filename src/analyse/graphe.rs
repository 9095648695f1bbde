//! The diffusion graph in figures (domain.md 2.3, 2.14): who gives how much, on whom all depends, who
//! stands apart.
//!
//! In: a [`Projet`]. Out: a [`Reseau`]. A flow keeps the number that it has in the data, also where
//! another cannot be read; one whose ends are not known, or are one, is in no figure.

use crate::projet::Projet;
use crate::projet::acteurs::Acteur;
use crate::projet::decode::Texte;
use crate::projet::diffusion::{Flux, Outil, Service};
use std::collections::{BTreeMap, BTreeSet};

/// The actors and the flows between them.
#[derive(Debug, Default)]
pub(crate) struct Reseau<'a> {
    /// The actors of the graph, in the order of the data. A collective one without a flow of its own is
    /// the sum of its members, not one more.
    pub sommets: Vec<Sommet<'a>>,
    pub liens: Vec<Lien<'a>>,
    pub services: Vec<BilanService<'a>>,
    /// The tools, each with its flows.
    pub outils: Vec<(&'a Outil, Vec<u32>)>,
    /// The actors on whom something depends, in the order of the data.
    pub blocages: Vec<Blocage>,
}

/// An actor of the graph.
#[derive(Debug)]
pub(crate) struct Sommet<'a> {
    pub acteur: &'a Acteur,
    /// The numbers of the flows that it receives, and that it gives.
    pub recus: Vec<u32>,
    pub rendus: Vec<u32>,
    /// How often in a month it gives: the volume of its flows, else how many people receive.
    pub charge: u32,
    /// The hours of a month that its flows take, where they say how long; those that it has.
    pub heures: Option<f64>,
    pub disponibles: Option<f64>,
}

/// A flow between two actors of the graph, by their places in it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Lien<'a> {
    pub numero: u32,
    pub flux: &'a Flux,
    pub de: usize,
    pub vers: usize,
    /// Nothing where its service is not known.
    pub service: Option<&'a Service>,
    pub outil: Option<&'a Outil>,
}

impl Lien<'_> {
    /// Whether the environment stops without it.
    pub(crate) fn critique(&self) -> bool {
        self.service.is_some_and(critique)
    }
}

/// A service and who gives it to whom.
#[derive(Debug)]
pub(crate) struct BilanService<'a> {
    pub service: &'a Service,
    /// Places in [`Reseau::sommets`], each once, in the order of the data.
    pub fournisseurs: Vec<usize>,
    pub beneficiaires: Vec<usize>,
    pub flux: Vec<u32>,
}

/// An actor without whom others get nothing, or who has too much to give.
#[derive(Debug, PartialEq)]
pub(crate) struct Blocage {
    /// Its place in [`Reseau::sommets`].
    pub sommet: usize,
    /// The critical services that nobody else gives, as places in [`Reseau::services`].
    pub seul_pour: Vec<usize>,
    /// The actors that no path joins to the others without it.
    pub coupes: Vec<usize>,
    /// The hours asked of it, and those that it has.
    pub surcharge: Option<(f64, f64)>,
}

impl Blocage {
    /// Who has to do without, in the order of the data.
    pub(crate) fn prives(&self, reseau: &Reseau<'_>) -> Vec<usize> {
        let services = self.seul_pour.iter().filter_map(|s| reseau.services.get(*s));
        let mut prives: Vec<usize> = services.flat_map(|bilan| bilan.beneficiaires.clone()).collect();
        prives.extend(&self.coupes);
        prives.sort_unstable();
        prives.dedup();
        prives.retain(|sommet| *sommet != self.sommet);
        prives
    }
}

pub(crate) fn critique(service: &Service) -> bool {
    service.critique.as_ref().is_some_and(|critique| critique.value)
}

/// Computes the graph; empty where the project has no model of diffusion.
pub(crate) fn reseau(projet: &Projet) -> Reseau<'_> {
    let Some(diffusion) = projet.diffusion.as_ref() else { return Reseau::default() };
    let ends = diffusion.flux.iter().flat_map(|flux| [flux.de.value.as_str(), flux.vers.value.as_str()]);
    let ends: BTreeSet<&str> = ends.collect();
    let in_graph = |acteur: &&Acteur| acteur.membres.is_empty() || ends.contains(acteur.id.value.as_str());
    let mut acteurs: Vec<&Acteur> = projet.acteurs.iter().filter(in_graph).collect();
    // A second record of an id is a mistake (R01), not a second actor.
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    acteurs.retain(|acteur| seen.insert(&acteur.id.value));
    let places: BTreeMap<&str, usize> =
        acteurs.iter().enumerate().map(|(rang, acteur)| (acteur.id.value.as_str(), rang)).collect();
    let place = |id: &Texte| places.get(id.value.as_str()).copied();
    let service = |id: &str| diffusion.services.iter().find(|service| service.id.value == id);
    let outil = |id: &str| diffusion.outils.iter().find(|outil| outil.id.value == id);
    let mut liens: Vec<Lien<'_>> = Vec::new();
    for (flux, numero) in diffusion.flux.iter().zip(1..) {
        let (Some(de), Some(vers)) = (place(&flux.de), place(&flux.vers)) else { continue };
        let outil = flux.outil.as_ref().and_then(|id| outil(&id.value));
        if de != vers {
            liens.push(Lien { numero, flux, de, vers, service: service(&flux.service.value), outil });
        }
    }
    let sommets: Vec<Sommet<'_>> =
        acteurs.iter().enumerate().map(|(rang, acteur)| sommet(rang, acteur, &liens, &acteurs)).collect();
    let services = diffusion.services.iter().map(|service| bilan_service(service, &liens)).collect();
    let used = |outil: &Outil| {
        let by = liens.iter().filter(|lien| lien.outil.is_some_and(|used| used.id.value == outil.id.value));
        by.map(|lien| lien.numero).collect()
    };
    let outils = diffusion.outils.iter().map(|outil| (outil, used(outil))).collect();
    let mut reseau = Reseau { sommets, liens, services, outils, blocages: Vec::new() };
    let around = voisins(&reseau);
    reseau.blocages = (0..reseau.sommets.len()).filter_map(|rang| blocage(&reseau, &around, rang)).collect();
    reseau
}

fn sommet<'a>(rang: usize, acteur: &'a Acteur, liens: &[Lien<'a>], acteurs: &[&'a Acteur]) -> Sommet<'a> {
    let rendus = || liens.iter().filter(move |lien| lien.de == rang);
    let volume = |lien: &Lien<'_>| {
        let people = acteurs.get(lien.vers).and_then(|acteur| acteur.effectif.as_ref());
        lien.flux.volume_mensuel.as_ref().or(people).map_or(0, |volume| volume.value)
    };
    let hours = |lien: &Lien<'_>| {
        let (volume, minutes) = (lien.flux.volume_mensuel.as_ref()?, lien.flux.duree_min.as_ref()?);
        Some(f64::from(volume.value) * f64::from(minutes.value) / 60.0)
    };
    let heures: Vec<f64> = rendus().filter_map(hours).collect();
    let available = acteur.heures_disponibles.as_ref();
    let month = available.and_then(|available| available.mois.as_ref()).map(|mois| mois.value);
    let year = || available.and_then(|available| available.annee.as_ref()).map(|annee| annee.value / 12.0);
    Sommet {
        acteur,
        recus: liens.iter().filter(|lien| lien.vers == rang).map(|lien| lien.numero).collect(),
        rendus: rendus().map(|lien| lien.numero).collect(),
        charge: rendus().map(volume).fold(0, u32::saturating_add),
        heures: (!heures.is_empty()).then(|| heures.iter().sum()),
        disponibles: month.or_else(year),
    }
}

fn bilan_service<'a>(service: &'a Service, liens: &[Lien<'a>]) -> BilanService<'a> {
    let own: Vec<&Lien<'_>> =
        liens.iter().filter(|lien| lien.flux.service.value == service.id.value).collect();
    let each = |end: fn(&Lien<'_>) -> usize| {
        let mut ends: Vec<usize> = own.iter().map(|lien| end(lien)).collect();
        ends.sort_unstable();
        ends.dedup();
        ends
    };
    BilanService {
        service,
        fournisseurs: each(|lien| lien.de),
        beneficiaires: each(|lien| lien.vers),
        flux: own.iter().map(|lien| lien.numero).collect(),
    }
}

fn blocage(reseau: &Reseau<'_>, around: &[Vec<usize>], rang: usize) -> Option<Blocage> {
    let alone =
        |(_, bilan): &(usize, &BilanService<'_>)| critique(bilan.service) && bilan.fournisseurs == [rang];
    let seul_pour = reseau.services.iter().enumerate().filter(alone).map(|(place, _)| place).collect();
    let sommet = reseau.sommets.get(rang)?;
    let surcharge =
        sommet.heures.zip(sommet.disponibles).filter(|(heures, disponibles)| heures > disponibles);
    let blocage = Blocage { sommet: rang, seul_pour, coupes: coupes(around, rang), surcharge };
    let blocks = !blocage.seul_pour.is_empty() || !blocage.coupes.is_empty() || blocage.surcharge.is_some();
    blocks.then_some(blocage)
}

/// Whom the loss of an actor cuts off: of the parts into which its own part of the graph then falls, all
/// but the largest (of two as large, the one with the first actor stays the graph).
fn coupes(around: &[Vec<usize>], sans: usize) -> Vec<usize> {
    let near = around.get(sans).map_or(&[][..], Vec::as_slice);
    // Who has one neighbour joins nobody to nobody.
    if near.len() < 2 {
        return Vec::new();
    }
    let mut seen = vec![false; around.len()];
    let mut parts: Vec<Vec<usize>> = Vec::new();
    for start in near {
        if seen[*start] {
            continue;
        }
        let mut part = Vec::new();
        let mut waiting = vec![*start];
        while let Some(sommet) = waiting.pop() {
            if sommet == sans || std::mem::replace(&mut seen[sommet], true) {
                continue;
            }
            part.push(sommet);
            waiting.extend(&around[sommet]);
        }
        part.sort_unstable();
        parts.push(part);
    }
    parts.sort_by(|a, b| b.len().cmp(&a.len()).then(a.cmp(b)));
    let mut coupes: Vec<usize> = parts.into_iter().skip(1).flatten().collect();
    coupes.sort_unstable();
    coupes
}

/// The neighbours of each actor, whatever the direction of the flows.
fn voisins(reseau: &Reseau<'_>) -> Vec<Vec<usize>> {
    let mut around = vec![Vec::new(); reseau.sommets.len()];
    for lien in &reseau.liens {
        around[lien.de].push(lien.vers);
        around[lien.vers].push(lien.de);
    }
    for near in &mut around {
        near.sort_unstable();
        near.dedup();
    }
    around
}

/// The actors without a flow, neither their own nor one of a collective that they are in, in the order of
/// the data; a collective is not alone where one of its members is not.
pub(crate) fn isoles(projet: &Projet) -> Vec<&Acteur> {
    let flux = projet.diffusion.iter().flat_map(|diffusion| &diffusion.flux);
    let ends: BTreeSet<&str> =
        flux.flat_map(|flux| [flux.de.value.as_str(), flux.vers.value.as_str()]).collect();
    let acts = |id: &Texte| ends.contains(id.value.as_str());
    let collectives = projet.acteurs.iter().filter(|acteur| acts(&acteur.id));
    let members: BTreeSet<&str> =
        collectives.flat_map(|acteur| &acteur.membres).map(|id| id.value.as_str()).collect();
    let alone = |acteur: &&Acteur| {
        let own = acts(&acteur.id) || members.contains(acteur.id.value.as_str());
        !own && !acteur.membres.iter().any(acts)
    };
    projet.acteurs.iter().filter(alone).collect()
}

#[cfg(test)]
mod tests;
