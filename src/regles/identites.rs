//! R01 and R93: ids, references, official codes.

use super::renvois::{Famille, familles};
use super::{Examen, advice, plans};
use crate::diagnostic::{Code, Diagnostic};
use crate::projet::decode::Texte;
use crate::source::Span;
use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

/// R01: ids are unique and in kebab-case; every reference leads to something.
pub(super) fn references(examen: &Examen<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for Famille { ids, renvois } in familles(examen.projet) {
        found.extend(twice(&ids));
        let invalid = ids.iter().filter(|id| !is_kebab(&id.value));
        found.extend(invalid.map(|id| Diagnostic::at(Code::IdInvalid, id.span).arg("id", &id.value)));
        found.extend(dead(renvois.into_iter(), &ids));
    }
    let acteurs = examen.projet.acteurs.iter().map(|acteur| &acteur.id);
    let either: Vec<&Texte> = acteurs.chain(examen.projet.organisations.iter().map(|own| &own.id)).collect();
    found.extend(twice(&examen.projet.sigles.iter().map(|one| &one.sigle).collect::<Vec<_>>()));
    found.extend(dead(plans::responsables(examen.projet).into_iter(), &either));
    found
}

fn twice(ids: &[&Texte]) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut firsts: BTreeMap<&str, Span> = BTreeMap::new();
    for id in ids {
        match firsts.entry(&id.value) {
            Entry::Vacant(place) => {
                place.insert(id.span);
            }
            Entry::Occupied(first) => {
                let diagnostic = Diagnostic::at(Code::IdTwice, id.span).arg("id", &id.value);
                found.push(diagnostic.related(*first.get(), "premier"));
            }
        }
    }
    found
}

fn dead<'a>(references: impl Iterator<Item = &'a Texte>, ids: &[&Texte]) -> Vec<Diagnostic> {
    let known: BTreeSet<&str> = ids.iter().map(|id| id.value.as_str()).collect();
    let unknown = references.filter(|reference| !known.contains(reference.value.as_str()));
    let report = |(rank, reference): (usize, &Texte)| {
        let diagnostic = Diagnostic::at(Code::ReferenceDead, reference.span).arg("id", &reference.value);
        match advice(rank, &reference.value, &known) {
            Some(near) => diagnostic.arg("proche", near).help("aide-proche"),
            None => diagnostic,
        }
    };
    unknown.enumerate().map(report).collect()
}

/// Lower-case ASCII letters and digits, joined by single dashes.
fn is_kebab(id: &str) -> bool {
    let part =
        |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
    id.split('-').all(part)
}

/// R93: the UAI has seven digits and its key, the SIRET passes Luhn's sum.
pub(super) fn codes(examen: &Examen<'_>) -> Vec<Diagnostic> {
    let uai = examen.projet.etablissements.iter().filter_map(|ecole| ecole.uai.as_ref());
    let siret = examen.projet.organisations.iter().filter_map(|organisation| organisation.siret.as_ref());
    let bad = |code: Code, text: &Texte| {
        Diagnostic::at(code, text.span).arg("code", &text.value).about(&text.value)
    };
    let uai = uai.filter(|uai| !is_uai(&uai.value)).map(|uai| match key(&uai.value) {
        Some(key) => bad(Code::UaiInvalid, uai).arg("cle", key).help("aide-cle"),
        None => bad(Code::UaiInvalid, uai),
    });
    let siret = siret.filter(|siret| !is_siret(&siret.value)).map(|siret| bad(Code::SiretInvalid, siret));
    uai.chain(siret).collect()
}

/// The key of the seven digits of a UAI: the number modulo 23, in the alphabet without I, O and Q.
fn key(uai: &str) -> Option<char> {
    let digits = uai.get(..7).filter(|digits| digits.bytes().all(|b| b.is_ascii_digit()))?;
    let number: usize = digits.parse().ok()?;
    "ABCDEFGHJKLMNPRSTUVWXYZ".chars().nth(number % 23)
}

fn is_uai(uai: &str) -> bool {
    uai.len() == 8 && key(uai).is_some_and(|key| uai.ends_with(key))
}

/// Fourteen digits whose sum, every second one doubled from the right, is a multiple of ten.
fn is_siret(siret: &str) -> bool {
    let digits: Vec<u32> =
        siret.chars().filter(|c| !c.is_whitespace()).filter_map(|c| c.to_digit(10)).collect();
    let all = siret.chars().all(|c| c.is_ascii_digit() || c.is_whitespace());
    let doubled = |(i, digit): (usize, &u32)| {
        if i % 2 == 1 { digit * 2 - if *digit > 4 { 9 } else { 0 } } else { *digit }
    };
    let sum: u32 = digits.iter().rev().enumerate().map(doubled).sum();
    all && digits.len() == 14 && sum.is_multiple_of(10)
}

/// Where a list of things begins, for what is missing from it.
pub(super) fn start(span: Span) -> Span {
    Span::new(span.source, span.start..(span.start + 1).min(span.end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn checks_official_codes() {
        // 9990001 modulo 23 is 9990001 - 23 * 434347 = 20, the letter X.
        assert!(is_uai("9990001X") && !is_uai("9990001A") && !is_uai("999001X"));
        // 73282932000074, from the right: 4+0+0+2+9+8+3 = 26, and 7, 0, 0, 3, 2, 2, 7 doubled, nine taken
        // from what has two digits: 5+0+0+6+4+4+5 = 24. Together 50.
        assert!(is_siret("73282932000074") && is_siret("732 829 320 00074") && !is_siret("73282932000075"));
        for (id, expected) in [("org-cc", true), ("e01", true), ("E01", false), ("a--b", false), ("é", false)]
        {
            assert_eq!(is_kebab(id), expected, "{id}");
        }
    }
}
