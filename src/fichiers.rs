//! The files of a dossier (R94): their names, their sizes.
//!
//! In: `nommage` and `limites` of the manifest, the codes of the documents, in the end their PDFs. Out: a name
//! a document, ASCII letters, digits, dots, dashes and underscores; what goes over a limit is reported.

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};
use crate::projet::Projet;
use crate::source::{Span, fold};

/// The rule that this module holds.
const REGLE: &str = "R94";
/// The usual pattern of names.
const PATTERN: &str = "{ref}_{code}_v{version}";
/// What a pattern may name.
const KNOWN: [&str; 3] = ["ref", "code", "version"];
/// The longest name, its extension included, in characters.
const NAME_CHARS: u32 = 60;
/// The largest file and the largest dossier, in megabytes.
const FILE_MB: f64 = 10.0;
const DOSSIER_MB: f64 = 50.0;

/// A limit of size and where the manifest sets it.
#[derive(Debug, Clone, Copy)]
struct Limit {
    megabytes: f64,
    place: Option<Span>,
}

impl Limit {
    fn exceeded(self, bytes: usize) -> bool {
        bytes as f64 > self.megabytes * 1e6
    }
}

/// The limits of size of a dossier.
#[derive(Debug, Clone)]
pub(crate) struct Limites {
    fichier: Limit,
    dossier: Limit,
    /// What waivers of the rule set aside: everything (`None`), or what is about an id.
    derogations: Vec<Option<String>>,
}

impl Limites {
    pub(crate) fn new(projet: &Projet) -> Self {
        let given = projet.manifeste.limites.as_ref();
        let limit = |given: Option<&crate::projet::decode::Spanned<f64>>, usual| Limit {
            megabytes: given.map_or(usual, |given| given.value),
            place: given.map(|given| given.span),
        };
        let waivers = projet.manifeste.derogations.iter();
        let waivers = waivers.filter(|waiver| waiver.regle.value.eq_ignore_ascii_case(REGLE));
        Self {
            fichier: limit(given.and_then(|given| given.fichier_mo.as_ref()), FILE_MB),
            dossier: limit(given.and_then(|given| given.dossier_mo.as_ref()), DOSSIER_MB),
            derogations: waivers
                .map(|waiver| waiver.objet.as_ref().map(|objet| objet.value.clone()))
                .collect(),
        }
    }

    fn waived(&self, objet: &str) -> bool {
        self.derogations.iter().any(|waiver| waiver.as_ref().is_none_or(|id| id.eq_ignore_ascii_case(objet)))
    }

    /// Reports what is too large: each file by its document's code, then all of them together.
    pub(crate) fn weigh(&self, files: &[(&str, &str, usize)], diags: &mut Diagnostics) {
        for (code, name, bytes) in files {
            if self.fichier.exceeded(*bytes) && !self.waived(code) {
                diags.push(
                    over("fichier", self.fichier, *bytes).arg("nom", format!("{name}.pdf")).about(code),
                );
            }
        }
        let total = files.iter().map(|(_, _, bytes)| bytes).sum();
        if self.dossier.exceeded(total) && !self.waived("dossier") {
            diags.push(over("dossier", self.dossier, total).arg("nom", "").about("dossier"));
        }
    }
}

fn over(genre: &str, limit: Limit, bytes: usize) -> Diagnostic {
    let place = limit.place.map_or(Place::Nowhere, Place::Span);
    let number = |megabytes: f64| {
        // Enough digits to tell the two apart.
        let text = if megabytes < 10.0 { format!("{megabytes:.2}") } else { format!("{megabytes:.1}") };
        text.trim_end_matches('0').trim_end_matches('.').replace('.', ",")
    };
    let diagnostic = Diagnostic::new(Code::LimitExceeded, place).arg("genre", genre);
    diagnostic.arg("taille", number(bytes as f64 / 1e6)).arg("limite", number(limit.megabytes))
}

/// The name of each document's file, without extension, as `nommage` says.
pub(crate) fn names(projet: &Projet, codes: &[&str], diags: &mut Diagnostics) -> Vec<String> {
    let manifeste = &projet.manifeste;
    let pattern = manifeste.nommage.as_ref().map_or(PATTERN, |nommage| nommage.value.as_str());
    let pattern = pattern.strip_suffix(".pdf").unwrap_or(pattern);
    let place = manifeste.nommage.as_ref().map(|nommage| nommage.span);
    for unknown in fields(pattern).filter_map(|(_, field)| field).filter(|field| !KNOWN.contains(field)) {
        let Some(place) = place else { continue };
        let diagnostic = Diagnostic::at(Code::NamingInvalid, place).arg("genre", "inconnu");
        diags.push(
            diagnostic
                .arg("champ", unknown)
                .arg("connus", KNOWN.map(|known| format!("{{{known}}}")).join(", ")),
        );
    }
    let limit = manifeste.limites.as_ref().and_then(|limites| limites.nom_max.as_ref());
    let longest = limit.map_or(NAME_CHARS, |limit| limit.value).max(8) as usize;
    let limites = Limites::new(projet);
    let mut names: Vec<String> = Vec::new();
    for code in codes {
        let whole = name(projet, pattern, code);
        let short: String = whole.chars().take(longest - ".pdf".len()).collect();
        if short != whole && !limites.waived(code) {
            let span = limit.map(|limit| limit.span).or(place);
            let diagnostic = Diagnostic::new(Code::LimitExceeded, span.map_or(Place::Nowhere, Place::Span));
            let diagnostic = diagnostic.arg("genre", "nom").arg("nom", format!("{short}.pdf"));
            let length = whole.chars().count() + ".pdf".len();
            diags.push(diagnostic.arg("taille", length).arg("limite", longest).help("aide-nom").about(code));
        }
        // Two documents of one name: the second would take the place of the first.
        if let (true, Some(place)) = (names.contains(&short), place.or(limit.map(|limit| limit.span))) {
            let diagnostic = Diagnostic::at(Code::NamingInvalid, place).arg("genre", "double");
            diags.push(diagnostic.arg("champ", format!("{short}.pdf")).help("aide-double"));
        }
        names.push(short);
    }
    names
}

/// The name that a pattern gives to a document; never empty, never hidden.
fn name(projet: &Projet, pattern: &str, code: &str) -> String {
    let dossier = &projet.manifeste.dossier;
    let mut name = String::new();
    for (text, field) in fields(pattern) {
        name.push_str(text);
        match field {
            Some("ref") => name.push_str(&dossier.reference.value),
            Some("code") => name.push_str(code),
            Some("version") => name.push_str(&dossier.version.value),
            _ => {}
        }
    }
    let name = ascii(&name);
    let name = name.trim_start_matches(['.', '-']);
    if name.trim_matches(['.', '_', '-']).is_empty() { code.to_owned() } else { name.to_owned() }
}

/// The parts of a pattern: a text, then the name between braces that follows it.
fn fields(pattern: &str) -> impl Iterator<Item = (&str, Option<&str>)> {
    let mut rest = Some(pattern);
    std::iter::from_fn(move || {
        let text = rest?;
        let Some((before, (field, after))) =
            text.split_once('{').and_then(|(before, after)| Some((before, after.split_once('}')?)))
        else {
            rest = None;
            return Some((text, None));
        };
        rest = Some(after);
        Some((before, Some(field)))
    })
}

fn ascii(name: &str) -> String {
    let plain = |c: char| -> String {
        let kept = |c: char| c.is_ascii_alphanumeric() || ".-_".contains(c);
        if kept(c) {
            return c.to_string();
        }
        let folded = fold(&c.to_string());
        let folded = if c.is_uppercase() { folded.to_uppercase() } else { folded };
        folded.chars().filter(|c| kept(*c)).collect()
    };
    name.chars().map(|c| if c.is_whitespace() { "-".to_owned() } else { plain(c) }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_patterns() {
        for (pattern, expected) in [
            ("", vec![("", None)]),
            ("{ref}_{code}", vec![("", Some("ref")), ("_", Some("code")), ("", None)]),
            ("a{b", vec![("a{b", None)]),
            ("}{x}", vec![("}", Some("x")), ("", None)]),
        ] {
            assert_eq!(fields(pattern).collect::<Vec<_>>(), expected, "{pattern}");
        }
    }

    #[test]
    fn writes_names_in_ascii() {
        for (name, expected) in
            [("Été à Lisière v0.4", "Ete-a-Lisiere-v0.4"), ("../a/b", "..ab"), ("n°\u{202E}1", "n1")]
        {
            assert_eq!(ascii(name), expected);
        }
    }
}
