//! The budget in ED I-6: what is paid, by whom, in which school year.
//!
//! In: the amounts of the analysis. Out: values of the page; nothing in an edition that leaves prices
//! out, whose data have none.

use super::super::officiel::{Page, list, map, optional, phrase, plain, text, word};
use super::{Data, masked};
use crate::analyse::annees::AnneeScolaire;
use crate::analyse::budget::{Budget, Centimes, LigneBudget};
use crate::projet::decimale::Decimale;
use crate::projet::manifeste::Juridiction;

/// The name of a sentence in the currency of the place.
pub(super) fn in_currency(page: &Page<'_, '_>, name: &str) -> String {
    let quebec = page.material.projet.manifeste.dossier.juridiction.value == Juridiction::Qc;
    format!("{name}-{}", if quebec { "qc" } else { "fr" })
}

fn money(page: &Page<'_, '_>, amount: Centimes) -> Data {
    plain(page.locale.amount(amount.0))
}

/// A unit price: two decimals, more where it has them.
fn price(page: &Page<'_, '_>, price: Decimale) -> Data {
    let parts = price.parties();
    if parts % 100 == 0 {
        return money(page, Centimes(i128::from(parts / 100)));
    }
    let digits = format!("{:04}", parts % 10_000);
    let whole = page.locale.large(u64::try_from(parts / 10_000).unwrap_or(0));
    plain(format!("{whole},{}", digits.trim_end_matches('0')))
}

pub(super) fn budget(page: &Page<'_, '_>) -> Data {
    let budget = &page.material.bilan.budget;
    let hidden = masked(page.material);
    let amounts = budget.lignes.iter().filter(|_| !hidden).count();
    map([
        ("masque", Data::Flag(hidden)),
        (
            "lignes",
            if hidden { Data::List(Vec::new()) } else { list(&budget.lignes, |ligne| line(page, ligne)) },
        ),
        ("annees", if hidden { Data::List(Vec::new()) } else { years(page, budget) }),
        ("financeurs", if hidden { Data::List(Vec::new()) } else { payers(page, budget) }),
        ("total", if amounts == 0 { Data::None } else { money(page, budget.total()) }),
        ("devise", phrase(&in_currency(page, "devise"), [])),
        (
            "manquantes",
            match budget.non_chiffrees() {
                0 => Data::None,
                missing => phrase("budget-manquantes", [("nombre", missing.to_string())]),
            },
        ),
    ])
}

fn line(page: &Page<'_, '_>, ligne: &LigneBudget<'_>) -> Data {
    let cout = ligne.cout;
    let quantity = cout.quantite.as_ref().map(|n| plain(page.locale.decimal(n.value.approche(), 4)));
    map([
        ("objet", text(&cout.objet)),
        ("financeur", page.some_acteur(cout.financeur.as_ref())),
        ("assiette", word(cout.assiette.value.mot())),
        ("quantite", quantity.unwrap_or(Data::None)),
        ("prix", price(page, cout.prix_ht.value)),
        ("frequence", word(cout.frequence.value.mot())),
        ("annee", optional(cout.annee.as_ref())),
        ("montant", ligne.total().map_or(Data::None, |total| money(page, total))),
    ])
}

/// A line a year: what it costs, what all costs up to its end.
fn years(page: &Page<'_, '_>, budget: &Budget<'_>) -> Data {
    list(&budget.annees, |annee| {
        map([
            ("annee", plain(annee.texte())),
            ("montant", money(page, budget.annee(*annee))),
            ("cumul", money(page, budget.cumul(*annee))),
        ])
    })
}

/// Who pays how much in each year.
fn payers(page: &Page<'_, '_>, budget: &Budget<'_>) -> Data {
    list(&budget.financeurs(), |payer| {
        let part = |annee: &AnneeScolaire| budget.part(*payer, *annee);
        let paid: Vec<&AnneeScolaire> =
            budget.annees.iter().filter(|annee| part(annee) != Centimes::default()).collect();
        let named = budget
            .lignes
            .iter()
            .filter_map(|ligne| ligne.cout.financeur.as_ref())
            .find(|id| Some(id.value.as_str()) == *payer);
        let line = |annee: &&AnneeScolaire| {
            map([("annee", plain(annee.texte())), ("montant", money(page, part(annee)))])
        };
        map([
            ("financeur", page.some_acteur(named)),
            ("annees", list(&paid, line)),
            ("total", money(page, budget.annees.iter().map(part).sum())),
        ])
    })
}
