//! School years, and the last day of a contract.
//!
//! In: dates, the words `2026-2027`. Out: a year that can be counted and compared.

use crate::projet::organisations::Marche;
use crate::projet::vagues::Vague;
use jiff::civil::Date;

/// The month in which a school year begins: August, when the schools of Québec open.
const RENTREE: i8 = 8;

/// A school year, by the calendar year in which it begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct AnneeScolaire(pub i16);

impl AnneeScolaire {
    /// The year of a day.
    pub(crate) fn of(date: Date) -> Self {
        Self(if date.month() >= RENTREE { date.year() } else { date.year() - 1 })
    }

    /// Reads `2026-2027`.
    pub(crate) fn new(text: &str) -> Option<Self> {
        let (first, second) = text.split_once('-')?;
        let first: i16 = first.trim().parse().ok().filter(|first| (1..9999).contains(first))?;
        (second.trim().parse() == Ok(first + 1)).then_some(Self(first))
    }

    /// `2026-2027`.
    pub(crate) fn texte(self) -> String {
        format!("{}-{}", self.0, self.0 + 1)
    }
}

/// The day on which a wave opens: the first one of its phase III.
pub(crate) fn ouverture(vague: &Vague) -> Option<Date> {
    vague.phases.as_ref()?.iii.as_ref().map(|phase| phase.debut.value)
}

/// The school year in which a wave opens: that of its phase III, else the one it is said to be of.
pub(crate) fn annee_ouverture(vague: &Vague) -> Option<AnneeScolaire> {
    let said = || AnneeScolaire::new(&vague.annee_scolaire.as_ref()?.value);
    ouverture(vague).map(AnneeScolaire::of).or_else(said)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_school_years() {
        assert_eq!(AnneeScolaire::new("2026-2027"), Some(AnneeScolaire(2026)));
        for text in ["2026-2028", "2026", "2026/2027", "9999-10000", "a-b"] {
            assert_eq!(AnneeScolaire::new(text), None, "{text}");
        }
        let of = |year, month, day| AnneeScolaire::of(jiff::civil::date(year, month, day)).texte();
        assert_eq!((of(2026, 11, 9), of(2030, 2, 28)), ("2026-2027".to_owned(), "2029-2030".to_owned()));
        assert_eq!(of(2027, 8, 30), "2027-2028");
    }
}
