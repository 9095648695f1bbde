//! The faces of a font file, as Typst names them and as far as it can print them.
//!
//! In: the bytes of a file that [`font::inspect`] accepted. Out: its faces.

use crate::font::{self, FontBytes, OwnFace};
use std::ops::RangeInclusive;
use typst::foundations::Bytes;
use typst::text::{Font, FontStyle};

/// The faces of a font file; none where Typst cannot use it.
pub(crate) fn faces(bytes: &FontBytes) -> Vec<OwnFace> {
    let face = |font: Font| {
        let info = font.info();
        OwnFace {
            family: info.family.clone(),
            weight: info.variant.weight.to_number(),
            upright: info.variant.style == FontStyle::Normal,
            covered: ranges(info.coverage.iter()),
            widths: font::widths(bytes, font.index()),
        }
    };
    Font::iter(Bytes::new(bytes.clone())).map(face).collect()
}

/// Sorted numbers as ranges.
fn ranges(numbers: impl Iterator<Item = u32>) -> Vec<RangeInclusive<u32>> {
    let mut ranges: Vec<RangeInclusive<u32>> = Vec::new();
    for number in numbers {
        match ranges.last_mut().filter(|range| range.end() + 1 == number) {
            Some(range) => *range = *range.start()..=number,
            None => ranges.push(number..=number),
        }
    }
    ranges
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn joins_neighbours() {
        for (numbers, expected) in
            [(&[][..], vec![]), (&[3], vec![3..=3]), (&[3, 4, 5, 9, 11, 12], vec![3..=5, 9..=9, 11..=12])]
        {
            assert_eq!(ranges(numbers.iter().copied()), expected);
        }
    }
}
