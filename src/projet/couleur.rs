//! The colours of an organisation: one accent is given, its tints are computed and checked.
//!
//! In: a colour as `#RRGGBB`. Out: the accent and its two tints, or nothing where text in it could
//! not be read.

/// A colour, by its three channels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Couleur([u8; 3]);

/// The accent and the tints that the theme needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Teintes {
    pub accent: Couleur,
    /// Bars and secondary fills.
    pub moyen: Couleur,
    /// The ground under accent.
    pub clair: Couleur,
}

/// The least contrast of text on its ground (WCAG 2.1, 1.4.3).
const TEXT: f64 = 4.5;
/// The least contrast of a drawing on its ground (WCAG 2.1, 1.4.11).
const DRAWING: f64 = 3.0;
const WHITE: Couleur = Couleur([255; 3]);

impl Couleur {
    /// Reads `#RRGGBB`.
    pub(crate) fn new(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6 && digits.is_ascii())?;
        let channel = |at: usize| u8::from_str_radix(&digits[at..at + 2], 16).ok();
        Some(Self([channel(0)?, channel(2)?, channel(4)?]))
    }

    /// The colour as `#RRGGBB`.
    pub(crate) fn hex(self) -> String {
        let [red, green, blue] = self.0;
        format!("#{red:02X}{green:02X}{blue:02X}")
    }

    /// The colour with that share of white.
    fn lighter(self, white: f64) -> Self {
        let channel = |channel: u8| (f64::from(channel) + (255.0 - f64::from(channel)) * white).round() as u8;
        Self(self.0.map(channel))
    }

    /// Relative luminance (WCAG 2.1).
    fn luminance(self) -> f64 {
        let linear = |channel: u8| {
            let value = f64::from(channel) / 255.0;
            if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        let [red, green, blue] = self.0.map(linear);
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    /// The contrast with another colour, 1 to 21 (WCAG 2.1).
    pub(crate) fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// Its contrast on white, for a message.
    pub(crate) fn on_white(self) -> f64 {
        self.contrast(WHITE)
    }
}

impl Teintes {
    /// The tints of an accent; nothing where it is too light for text on white or on its own pale
    /// tint, or its middle tint too light for a drawing.
    pub(crate) fn new(accent: Couleur) -> Option<Self> {
        let teintes = Self { accent, moyen: accent.lighter(0.22), clair: accent.lighter(0.86) };
        let readable = accent.on_white() >= TEXT && accent.contrast(teintes.clair) >= TEXT;
        (readable && teintes.moyen.on_white() >= DRAWING).then_some(teintes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn computes_tints() {
        let accent = Couleur::new("#0F5B4A").expect("a colour");
        // The look's brief gives 8.0 for this accent on white.
        assert!((accent.on_white() - 8.0).abs() < 0.05, "{}", accent.on_white());
        let teintes = Teintes::new(accent).expect("tints");
        // 15 + (255 - 15) × 0.22 = 67.8; 91 + 164 × 0.22 = 127.1; 74 + 181 × 0.22 = 113.8.
        assert_eq!((teintes.accent.hex(), teintes.moyen.hex()), ("#0F5B4A".to_owned(), "#447F72".to_owned()));
        assert_eq!(Teintes::new(Couleur::new("#F0C000").expect("a colour")), None);
        for text in ["0F5B4A", "#0F5B4", "#0F5B4G", "#éééé"] {
            assert_eq!(Couleur::new(text), None, "{text}");
        }
    }
}
