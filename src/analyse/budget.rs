//! The budget: what each line costs in each school year, in cents, exactly.
//!
//! In: the lines of ED I-6, the waves with their schools, the end of the contract. Out: amounts by
//! line and year. A line that schools multiply is paid by each wave from the year it opens; its
//! amount is rounded to the cent once, and sums are sums of cents.

use super::BilanVague;
use super::annees::{AnneeScolaire, annee_ouverture, fin_marche};
use super::effectifs::somme;
use crate::projet::Projet;
use crate::projet::decimale::{Decimale, PARTS};
use crate::projet::etablissements::Etablissement;
use crate::projet::materiel::{AssietteCout, Cout, Frequence};
use crate::projet::profils::Assiette;
use std::collections::{BTreeMap, BTreeSet};

/// An amount, in cents.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Centimes(pub i128);

impl std::iter::Sum for Centimes {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        Self(amounts.map(|amount| amount.0).sum())
    }
}

/// The budget of a project.
#[derive(Debug, Default)]
pub(crate) struct Budget<'a> {
    pub annees: Vec<AnneeScolaire>,
    pub lignes: Vec<LigneBudget<'a>>,
}

/// A line of the budget.
#[derive(Debug)]
pub(crate) struct LigneBudget<'a> {
    pub cout: &'a Cout,
    /// What it costs in each year that it is paid; nothing where no number says how many.
    pub montants: Option<BTreeMap<AnneeScolaire, Centimes>>,
}

impl LigneBudget<'_> {
    /// What it costs in a year.
    pub(crate) fn montant(&self, annee: AnneeScolaire) -> Centimes {
        self.montants.as_ref().and_then(|montants| montants.get(&annee)).copied().unwrap_or_default()
    }

    /// What it costs in all.
    pub(crate) fn total(&self) -> Option<Centimes> {
        self.montants.as_ref().map(|montants| montants.values().copied().sum())
    }
}

impl<'a> Budget<'a> {
    /// What a year costs.
    pub(crate) fn annee(&self, annee: AnneeScolaire) -> Centimes {
        self.lignes.iter().map(|ligne| ligne.montant(annee)).sum()
    }

    /// What all costs up to the end of a year.
    pub(crate) fn cumul(&self, annee: AnneeScolaire) -> Centimes {
        self.annees.iter().filter(|other| **other <= annee).map(|annee| self.annee(*annee)).sum()
    }

    /// What all costs.
    pub(crate) fn total(&self) -> Centimes {
        self.lignes.iter().filter_map(LigneBudget::total).sum()
    }

    /// The lines without a number: they are in no sum.
    pub(crate) fn non_chiffrees(&self) -> usize {
        self.lignes.iter().filter(|ligne| ligne.montants.is_none()).count()
    }

    /// The ids of those who pay, in the order of the lines; nothing for lines that name nobody.
    pub(crate) fn financeurs(&self) -> Vec<Option<&'a str>> {
        let mut found = Vec::new();
        for ligne in &self.lignes {
            let financeur = ligne.cout.financeur.as_ref().map(|id| id.value.as_str());
            if !found.contains(&financeur) {
                found.push(financeur);
            }
        }
        found
    }

    /// What somebody pays in a year.
    pub(crate) fn part(&self, financeur: Option<&str>, annee: AnneeScolaire) -> Centimes {
        let theirs =
            |ligne: &&LigneBudget<'_>| ligne.cout.financeur.as_ref().map(|id| id.value.as_str()) == financeur;
        self.lignes.iter().filter(theirs).map(|ligne| ligne.montant(annee)).sum()
    }
}

/// Computes the budget.
pub(crate) fn budget<'a>(projet: &'a Projet, vagues: &[BilanVague<'a>]) -> Budget<'a> {
    let couts = projet.materiel.iter().flat_map(|materiel| &materiel.couts);
    let calendrier = Calendrier::new(projet, vagues);
    let lignes: Vec<LigneBudget<'a>> =
        couts.map(|cout| LigneBudget { cout, montants: calendrier.montants(cout) }).collect();
    let paid: BTreeSet<AnneeScolaire> =
        lignes.iter().filter_map(|ligne| ligne.montants.as_ref()).flat_map(BTreeMap::keys).copied().collect();
    let annees = match (paid.first(), paid.last()) {
        (Some(first), Some(last)) => (first.0..=last.0).map(AnneeScolaire).collect(),
        _ => Vec::new(),
    };
    Budget { annees, lignes }
}

/// When schools open, and until when one pays.
struct Calendrier<'a> {
    /// The schools that open in each year.
    ouvertures: BTreeMap<AnneeScolaire, Vec<&'a Etablissement>>,
    debut: AnneeScolaire,
    fin: AnneeScolaire,
}

impl<'a> Calendrier<'a> {
    fn new(projet: &'a Projet, vagues: &[BilanVague<'a>]) -> Self {
        let marche = projet.projet.as_ref().and_then(|identite| identite.marche.as_ref());
        let start = marche.map_or(projet.manifeste.dossier.date.value, |marche| marche.debut.value);
        let start = AnneeScolaire::of(start);
        let mut ouvertures: BTreeMap<AnneeScolaire, Vec<&Etablissement>> = BTreeMap::new();
        for vague in vagues {
            if let Some(annee) = annee_ouverture(vague.vague) {
                ouvertures.entry(annee).or_default().extend(&vague.ecoles);
            }
        }
        // Without waves, all schools open at once.
        if vagues.is_empty() && !projet.etablissements.is_empty() {
            ouvertures.insert(start, projet.etablissements.iter().collect());
        }
        let debut = ouvertures.keys().next().copied().unwrap_or(start);
        let last = ouvertures.keys().next_back().copied().unwrap_or(start);
        let end = marche.and_then(fin_marche).map_or(last, AnneeScolaire::of);
        Self { ouvertures, debut, fin: end.max(last) }
    }

    /// What a line costs in each year; nothing where no number says how many.
    fn montants(&self, cout: &Cout) -> Option<BTreeMap<AnneeScolaire, Centimes>> {
        let said = cout.annee.as_ref().and_then(|annee| AnneeScolaire::new(&annee.value));
        let first = said.unwrap_or(self.debut);
        let yearly = cout.frequence.value == Frequence::Annuelle;
        let years = |from: AnneeScolaire| from.0..=(if yearly { self.fin.0.max(from.0) } else { from.0 });
        let price = cout.prix_ht.value;
        let assiette = match cout.assiette.value {
            AssietteCout::Eleve => Some(Assiette::Eleves),
            AssietteCout::Enseignant => Some(Assiette::Enseignants),
            AssietteCout::Ecole => Some(Assiette::Ecoles),
            AssietteCout::Forfait | AssietteCout::Jour => None,
        };
        let quantity = match (&cout.quantite, cout.assiette.value) {
            (Some(quantity), _) => Some(quantity.value),
            (None, AssietteCout::Forfait) => Some(Decimale::entier(1)),
            (None, _) => None,
        };
        if let Some(quantity) = quantity {
            let amount = produit(quantity, price);
            return Some(years(first).map(|year| (AnneeScolaire(year), amount)).collect());
        }
        let assiette = assiette.filter(|_| !self.ouvertures.is_empty())?;
        // A year that is said for a single payment takes the schools of all waves.
        if let (Some(year), false) = (said, yearly) {
            let all: Vec<&Etablissement> = self.ouvertures.values().flatten().copied().collect();
            let count = Decimale::entier(somme(&all, assiette)?);
            return Some(BTreeMap::from([(year, produit(count, price))]));
        }
        let mut montants = BTreeMap::new();
        for year in years(first).chain(self.ouvertures.keys().map(|annee| annee.0)) {
            let year = AnneeScolaire(year);
            let pays = |opened: AnneeScolaire| if yearly { opened <= year } else { opened == year };
            let schools: Vec<&Etablissement> = self
                .ouvertures
                .iter()
                .filter(|(opened, _)| pays(**opened) && (said.is_none() || year >= first))
                .flat_map(|(_, schools)| schools.iter().copied())
                .collect();
            let amount = produit(Decimale::entier(somme(&schools, assiette)?), price);
            if amount != Centimes::default() {
                montants.insert(year, amount);
            }
        }
        Some(montants)
    }
}

/// A number times a price, to the nearest cent.
fn produit(nombre: Decimale, prix: Decimale) -> Centimes {
    let parts = i128::from(PARTS);
    let exact = i128::from(nombre.parties()) * i128::from(prix.parties());
    // Of `PARTS` squared a unit, a hundredth is a cent.
    let cent = parts * parts / 100;
    Centimes((exact + cent / 2) / cent)
}
