//! What the front matter of a note says of the document it becomes.
//!
//! In: the mapping of the front matter. Out: the values of the keys that the program knows, each
//! with its place. Any other key is the author's own affair; one that looks like a misspelt key of
//! ours is reported.

use super::yaml::{Node, Value};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::locale::Locale;
use crate::source::Span;
use jiff::civil::Date;

/// A text of the front matter and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Text {
    pub text: String,
    pub span: Span,
}

/// The keys of a note that the program reads.
#[derive(Debug, Default)]
pub(crate) struct Metadata {
    pub title: Option<Text>,
    pub aliases: Vec<Text>,
    pub description: Option<Text>,
    pub tags: Vec<Text>,
    pub numero: Option<Text>,
    pub objectif: Option<Text>,
    pub phase: Vec<Text>,
    pub publics: Vec<Text>,
    pub duree: Option<Text>,
    pub version: Option<Text>,
    pub reference: Option<Text>,
    pub organisation: Option<Text>,
    pub auteurs: Vec<Text>,
    pub statut: Option<Text>,
    pub date: Option<Date>,
    pub langue: Option<Locale>,
    /// The document and the section that the note belongs to.
    pub document: Option<Text>,
    pub section: Option<Text>,
    /// Its rank among the notes of its section; a note without one comes last.
    pub ordre: Option<i64>,
    /// The conclusion of its section, which stands under the title.
    pub chapo: Option<Text>,
    /// Whether the section has nothing to say, and says so.
    pub neant: bool,
}

impl Metadata {
    /// What is printed as a sentence: the title, the objective, the conclusion of a section.
    pub(crate) fn sentences(&mut self) -> impl Iterator<Item = &mut Text> {
        [&mut self.title, &mut self.objectif, &mut self.chapo].into_iter().flatten()
    }
}

/// The keys that are known, ours and Obsidian's (Obsidian help, Properties), by which a near miss is told.
const KEYS: [&str; 31] = [
    "title",
    "aliases",
    "alias",
    "description",
    "tags",
    "tag",
    "cssclasses",
    "cssclass",
    "publish",
    "permalink",
    "image",
    "cover",
    "numero",
    "objectif",
    "phase",
    "publics",
    "duree",
    "version",
    "reference",
    "organisation",
    "auteur",
    "auteurs",
    "statut",
    "date",
    "langue",
    "lang",
    "document",
    "section",
    "ordre",
    "chapo",
    "neant",
];

/// Reads the known keys; a value of the wrong kind is reported and left out.
pub(crate) fn metadata(front_matter: Option<&Node>, diags: &mut Diagnostics) -> Metadata {
    let mut metadata = Metadata::default();
    let Some(Node { value: Value::Mapping(entries), .. }) = front_matter else { return metadata };
    for entry in entries {
        let value = &entry.value;
        let mut one = || text(value, &entry.key, diags);
        match entry.key.as_str() {
            "title" => metadata.title = one(),
            "description" => metadata.description = one(),
            "numero" => metadata.numero = one(),
            "objectif" => metadata.objectif = one(),
            "duree" => metadata.duree = one(),
            "version" => metadata.version = one(),
            "reference" => metadata.reference = one(),
            "organisation" => metadata.organisation = one(),
            "statut" => metadata.statut = one(),
            "aliases" | "alias" => metadata.aliases = texts(value, &entry.key, diags),
            "tags" | "tag" => metadata.tags = texts(value, &entry.key, diags),
            "phase" => metadata.phase = texts(value, &entry.key, diags),
            "publics" => metadata.publics = texts(value, &entry.key, diags),
            "auteur" | "auteurs" => metadata.auteurs = texts(value, &entry.key, diags),
            "date" => metadata.date = date(value, diags),
            "document" => metadata.document = one(),
            "section" => metadata.section = one(),
            "chapo" => metadata.chapo = one(),
            "ordre" => metadata.ordre = integer(value, diags),
            "neant" => metadata.neant = yes(value, &entry.key, diags),
            "langue" | "lang" => metadata.langue = language(value, diags),
            key => {
                if let Some(near) = near_miss(key) {
                    let diagnostic = Diagnostic::at(Code::KeyNearMiss, entry.key_span);
                    diags.push(diagnostic.arg("cle", key).arg("proche", near));
                }
            }
        }
    }
    metadata
}

/// The known key that differs from `key` by a letter or two, accents and case apart.
fn near_miss(key: &str) -> Option<&'static str> {
    if KEYS.contains(&key) || key.chars().count() < 4 {
        return None;
    }
    let folded = crate::source::fold(key);
    let distance = |known: &&&str| strsim::osa_distance(&folded, known);
    let near = KEYS.iter().filter(|known| known.len() >= 4).min_by_key(distance)?;
    // Two letters apart only in a long word: « image » and « usage » are two words.
    let allowed = if folded.chars().count() >= 7 { 2 } else { 1 };
    let french_title = folded == "titre" && *near == "title";
    (strsim::osa_distance(&folded, near) <= allowed || french_title).then_some(near)
}

fn text(node: &Node, key: &str, diags: &mut Diagnostics) -> Option<Text> {
    match &node.value {
        Value::Scalar { text, .. } if !text.trim().is_empty() => {
            Some(Text { text: unlinked(text.trim()), span: node.span })
        }
        Value::Null | Value::Scalar { .. } => None,
        Value::Sequence(items) if items.len() == 1 => text(&items[0], key, diags),
        _ => {
            diags.push(Diagnostic::at(Code::ValueInvalid, node.span).arg("cle", key).help("aide-texte"));
            None
        }
    }
}

/// A list of texts, or one text that stands for a list of one.
fn texts(node: &Node, key: &str, diags: &mut Diagnostics) -> Vec<Text> {
    match &node.value {
        Value::Sequence(items) => items.iter().filter_map(|item| text(item, key, diags)).collect(),
        _ => text(node, key, diags).into_iter().collect(),
    }
}

/// A text with its links, `[[Note|text]]`, as they read in Obsidian: without their brackets.
fn unlinked(text: &str) -> String {
    let (mut shown, mut rest) = (String::new(), text);
    while let Some((before, (link, after))) =
        rest.split_once("[[").and_then(|(before, after)| Some((before, after.split_once("]]")?)))
    {
        // Of two openings, the last one opens the link.
        let (outside, link) = link.rsplit_once("[[").map_or(("", link), |(outside, link)| (outside, link));
        let words = link.split_once('|').map_or(link, |(_, words)| words).trim();
        shown.push_str(before);
        if !outside.is_empty() {
            shown.push_str("[[");
            shown.push_str(outside);
        }
        shown.push_str(if words.is_empty() { "[[]]" } else { words });
        rest = after;
    }
    shown + rest
}

/// A date as Obsidian writes it, `2026-03-02`, or a date and time of which the time is left out.
fn date(node: &Node, diags: &mut Diagnostics) -> Option<Date> {
    let text = text(node, "date", diags)?;
    let day = text.text.split(['T', ' ']).next().unwrap_or_default();
    let date = Some(day).filter(|day| day.len() == 10).and_then(|day| day.parse::<Date>().ok());
    // A PDF date has four digits for its year.
    let date = date.filter(|date| date.year() > 0);
    if date.is_none() {
        diags.push(Diagnostic::at(Code::ValueInvalid, node.span).arg("cle", "date").help("aide-date"));
    }
    date
}

/// Whether the value is a yes; one that is neither yes nor no is reported, and none.
fn yes(node: &Node, key: &str, diags: &mut Diagnostics) -> bool {
    let Some(text) = text(node, key, diags) else { return false };
    match crate::source::fold(&text.text).as_str() {
        "oui" | "yes" | "true" => true,
        "non" | "no" | "false" => false,
        _ => {
            diags.push(Diagnostic::at(Code::ValueInvalid, node.span).arg("cle", key).help("aide-oui-non"));
            false
        }
    }
}

fn integer(node: &Node, diags: &mut Diagnostics) -> Option<i64> {
    let text = text(node, "ordre", diags)?;
    let number = text.text.parse().ok();
    if number.is_none() {
        diags.push(Diagnostic::at(Code::ValueInvalid, node.span).arg("cle", "ordre").help("aide-entier"));
    }
    number
}

fn language(node: &Node, diags: &mut Diagnostics) -> Option<Locale> {
    let text = text(node, "langue", diags)?;
    let locale = Locale::new(&text.text);
    if locale.is_none() {
        diags.push(Diagnostic::at(Code::ValueInvalid, node.span).arg("cle", "langue").help("aide-langue"));
    }
    locale
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_links_as_words() {
        for (text, expected) in [
            ("[[Note]]", "Note"),
            ("[[Note|les mots]]", "les mots"),
            ("Savoir [[Guide#Titre|faire]] et [[Dire]].", "Savoir faire et Dire."),
            ("[[a [[b]]", "[[a b"),
            ("[[]] [[a", "[[]] [[a"),
            ("a]] b", "a]] b"),
        ] {
            assert_eq!(unlinked(text), expected, "{text}");
        }
    }

    #[test]
    fn finds_near_misses() {
        for (key, expected) in [
            ("titre", Some("title")),
            ("Publics", Some("publics")),
            ("public", Some("publics")),
            ("versoin", Some("version")),
            ("durée", Some("duree")),
            ("acronyme", None),
            ("contexte", None),
            ("usage", None),
            ("name", None),
            ("created", None),
            ("phase", None),
        ] {
            assert_eq!(near_miss(key), expected, "{key}");
        }
    }
}
