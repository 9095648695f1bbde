//! Exact decimal numbers: prices, quantities, rates.
//!
//! In: the digits of the YAML. Out: whole ten-thousandths, so that no sum of prices is ever a sum of
//! rounded fractions of two.

use super::decode::{Decode, Spanned, Texte, expected};
use crate::diagnostic::Diagnostics;
use crate::parse::yaml::Node;

/// How many parts a unit has: four decimals, those of a unit price.
pub(crate) const PARTS: i64 = 10_000;
/// The most digits before the decimal sign: ten thousand billion, and no product that could overflow.
const DIGITS: usize = 13;

/// A number from 0 with at most four decimals, in ten-thousandths.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Decimale(i64);

impl Decimale {
    /// A whole number.
    pub(crate) fn entier(number: u32) -> Self {
        Self(i64::from(number) * PARTS)
    }

    /// Reads digits with a point or a comma.
    fn new(text: &str) -> Option<Self> {
        let (whole, fraction) = text.split_once(['.', ',']).unwrap_or((text, "0"));
        let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        let fraction = fraction.trim_end_matches('0');
        if !digits(whole) || whole.len() > DIGITS || fraction.len() > 4 {
            return None;
        }
        let fraction = format!("{fraction:0<4}");
        let fraction: i64 = Some(fraction).filter(|fraction| digits(fraction))?.parse().ok()?;
        Some(Self(whole.parse::<i64>().ok()? * PARTS + fraction))
    }

    /// In ten-thousandths.
    pub(crate) fn parties(self) -> i64 {
        self.0
    }

    /// For a sentence, where the last decimal may be rounded.
    pub(crate) fn approche(self) -> f64 {
        self.0 as f64 / PARTS as f64
    }
}

impl Decode for Spanned<Decimale> {
    fn decode(node: &Node, diags: &mut Diagnostics) -> Option<Self> {
        // Its text as a text has it: a scalar, trimmed.
        let Some(text) = Texte::decode(node, &mut Diagnostics::default()) else {
            return expected(node, "decimale", diags);
        };
        match Decimale::new(&text.value) {
            Some(value) => Some(Self { value, span: node.span }),
            None => expected(node, "decimale", diags),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_decimals_exactly() {
        for (text, expected) in [
            ("2.20", Some(22_000)),
            ("2,2", Some(22_000)),
            ("180", Some(1_800_000)),
            ("0.1", Some(1_000)),
            ("0,0001", Some(1)),
            ("1.50000", Some(15_000)),
            ("1.23456", None),
            ("-1", None),
            ("1e3", None),
            (".5", None),
            ("1.2.3", None),
            ("", None),
            ("99999999999999", None),
            ("٣", None),
        ] {
            assert_eq!(Decimale::new(text).map(Decimale::parties), expected, "{text}");
        }
    }
}
