//! School years.
//!
//! In: a day, the words `2026-2027`. Out: a year that can be counted and compared.

use super::decode::{Decode, Spanned, Texte, expected};
use crate::diagnostic::Diagnostics;
use crate::parse::yaml::Node;
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
        let first: i16 = first.trim().parse().ok().filter(|first| (1900..2200).contains(first))?;
        (second.trim().parse() == Ok(first + 1)).then_some(Self(first))
    }

    /// `2026-2027`.
    pub(crate) fn texte(self) -> String {
        format!("{}-{}", self.0, self.0 + 1)
    }
}

impl Decode for Spanned<AnneeScolaire> {
    fn decode(node: &Node, diags: &mut Diagnostics) -> Option<Self> {
        let text = Texte::decode(node, &mut Diagnostics::default());
        match text.and_then(|text| AnneeScolaire::new(&text.value)) {
            Some(value) => Some(Self { value, span: node.span }),
            None => expected(node, "annee-scolaire", diags),
        }
    }
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
