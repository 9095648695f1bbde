//! When waves open, and the last day of a contract.
//!
//! In: the phases of a wave, the length of a contract. Out: days and school years.

use crate::projet::annee::AnneeScolaire;
use crate::projet::decode::Spanned;
use crate::projet::organisations::Marche;
use crate::projet::vagues::Vague;
use jiff::civil::Date;

/// The day on which a wave opens: the first one of its phase III.
pub(crate) fn ouverture(vague: &Vague) -> Option<&Spanned<Date>> {
    Some(&vague.phases.as_ref()?.iii.as_ref()?.debut)
}

/// The school year in which a wave opens: that of its phase III, else the one it is said to be of.
pub(crate) fn annee_ouverture(vague: &Vague) -> Option<AnneeScolaire> {
    let said = || AnneeScolaire::new(&vague.annee_scolaire.as_ref()?.value);
    ouverture(vague).map(|day| AnneeScolaire::of(day.value)).or_else(said)
}

/// The last day of a contract, its firm renewals included.
pub(crate) fn fin_marche(marche: &Marche) -> Option<Date> {
    let firm =
        marche.reconductions.iter().filter(|renewal| renewal.ferme.as_ref().is_none_or(|firm| firm.value));
    let months = firm.map(|renewal| i64::from(renewal.duree_mois.value)).sum::<i64>()
        + i64::from(marche.duree_mois.value);
    let end = marche.debut.value.checked_add(jiff::Span::new().try_months(months).ok()?).ok()?;
    end.yesterday().ok()
}
