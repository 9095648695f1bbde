//! Words in a width: lines that hold.
//!
//! In: a text, its size, a width, in points. Out: its lines; a word that is too long is cut.

use crate::font::Fonts;

/// The size of a name, that of all other words, and the steps of their lines.
pub(super) const NOM: f64 = 9.5;
pub(super) const PETIT: f64 = 8.0;
pub(super) const PAS_NOM: f64 = 11.5;
pub(super) const PAS_PETIT: f64 = 10.0;

/// A size and weight of words, and the fonts that print them.
#[derive(Clone, Copy)]
pub(super) struct Style<'f> {
    pub fonts: &'f Fonts,
    pub corps: f64,
    pub gras: bool,
}

impl<'f> Style<'f> {
    pub(super) fn nom(fonts: &'f Fonts) -> Self {
        Self { fonts, corps: NOM, gras: true }
    }

    /// The words under a name.
    pub(super) fn precision(fonts: &'f Fonts) -> Self {
        Self { fonts, corps: PETIT, gras: false }
    }

    /// The name of a group, a number, a warning.
    pub(super) fn mention(fonts: &'f Fonts) -> Self {
        Self { fonts, corps: PETIT, gras: true }
    }

    pub(super) fn largeur(self, texte: &str) -> f64 {
        self.fonts.width(texte, self.gras) * self.corps
    }
}

/// The lines of a text that are at most this wide.
pub(super) fn lignes(texte: &str, style: Style<'_>, place: f64) -> Vec<String> {
    let mut lignes: Vec<String> = Vec::new();
    for mot in texte.split_whitespace().flat_map(|mot| morceaux(mot, style, place)) {
        match lignes.last_mut() {
            Some(ligne) if style.largeur(&format!("{ligne} {mot}")) <= place => {
                ligne.push(' ');
                ligne.push_str(&mot);
            }
            _ => lignes.push(mot),
        }
    }
    lignes
}

/// A word, or its parts where it is too long: after its hyphens first, then anywhere.
fn morceaux(mot: &str, style: Style<'_>, place: f64) -> Vec<String> {
    if style.largeur(mot) <= place {
        return vec![mot.to_owned()];
    }
    let mut morceaux = vec![String::new()];
    for part in mot.split_inclusive('-') {
        if style.largeur(part) > place {
            for signe in part.chars() {
                ajoute(&mut morceaux, &signe.to_string(), style, place);
            }
        } else {
            ajoute(&mut morceaux, part, style, place);
        }
    }
    morceaux.retain(|morceau| !morceau.is_empty());
    morceaux
}

fn ajoute(morceaux: &mut Vec<String>, suite: &str, style: Style<'_>, place: f64) {
    match morceaux.last_mut() {
        Some(dernier) if style.largeur(&format!("{dernier}{suite}")) <= place => dernier.push_str(suite),
        _ => morceaux.push(suite.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cuts_where_it_must() {
        let fonts = Fonts::default();
        let style = Style { fonts: &fonts, corps: 10.0, gras: true };
        let lines = |texte, place| lignes(texte, style, place);
        assert_eq!(lines("Chef de projet", 200.0), ["Chef de projet"]);
        assert_eq!(lines("Chef de projet", 50.0), ["Chef de", "projet"]);
        assert_eq!(lines("  ", 50.0), [""; 0]);
        assert_eq!(lines("Administrateur-coordonnateur", 100.0), ["Administrateur-", "coordonnateur"]);
        // A word without a hyphen loses no sign.
        let cut = lines("Anticonstitutionnellement", 40.0);
        assert!(cut.len() > 2);
        assert_eq!(cut.concat(), "Anticonstitutionnellement");
        // Even a width that holds no sign gives every sign a line.
        assert_eq!(lines("abc", 0.0), ["a", "b", "c"]);
    }
}
