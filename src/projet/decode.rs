//! Reads typed values out of a YAML tree, and goes on after a mistake.
//!
//! In: a node. Out: a value, or nothing and a diagnostic at the key or value that is wrong. A
//! structure is read to its end before it is given up, so that one run names all its mistakes.

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::parse::yaml::{Entry, Node, Value};
use crate::source::{Span, fold};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// A value and where it stands.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Spanned<T> {
    pub value: T,
    pub span: Span,
}

/// A text and where it stands.
pub(crate) type Texte = Spanned<String>;

/// A value of the data as prose can name it: `{{ vagues.v2.nom }}`.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Champ<'a> {
    Rien,
    Texte(&'a str),
    Entier(u32),
    Decimal(f64),
    Date(Date),
    OuiNon(bool),
    /// A word of a closed list.
    Mot(&'static str),
    Cles(Vec<(&'static str, Champ<'a>)>),
    Liste(Vec<Champ<'a>>),
}

/// A value that can be read out of a node.
pub(crate) trait Decode: Sized {
    /// Reads a node; nothing where it is of another kind, which is reported.
    fn decode(node: &Node, diags: &mut Diagnostics) -> Option<Self>;

    /// Reads the value of a key. `parent` is the mapping that should have it.
    fn field(entry: Option<&Entry>, key: &str, parent: Span, diags: &mut Diagnostics) -> Option<Self> {
        match given(entry) {
            Some(entry) => Self::decode(&entry.value, diags),
            None => {
                let span = entry.map_or(start_of(parent), |entry| entry.key_span);
                diags.push(Diagnostic::at(Code::KeyMissing, span).arg("cle", key));
                None
            }
        }
    }

    /// The value as prose can name it; nothing for one that prose cannot.
    fn champ(&self) -> Champ<'_> {
        Champ::Rien
    }
}

/// The entry of a key that has a value: an empty text is none.
fn given(entry: Option<&Entry>) -> Option<&Entry> {
    entry.filter(|entry| match &entry.value.value {
        Value::Null => false,
        Value::Scalar { text, .. } => !text.trim().is_empty(),
        _ => true,
    })
}

/// The greatest number that the data may hold: sums of ten thousand of them are exact, and no plan counts
/// more of anything.
const GREATEST: u32 = 10_000_000;

/// The years of a plan: a date outside of them is a slip of the hand.
const YEARS: std::ops::RangeInclusive<i16> = 1900..=2199;

/// The first bytes of a mapping: its whole span would underline a page.
fn start_of(span: Span) -> Span {
    Span::new(span.source, span.start..(span.start + 1).min(span.end))
}

impl<T: Decode> Decode for Option<T> {
    fn decode(node: &Node, diags: &mut Diagnostics) -> Option<Self> {
        T::decode(node, diags).map(Some)
    }

    fn field(entry: Option<&Entry>, _: &str, _: Span, diags: &mut Diagnostics) -> Option<Self> {
        match given(entry) {
            // A mistake was reported; the value is as good as absent.
            Some(entry) => Some(T::decode(&entry.value, diags)),
            None => Some(None),
        }
    }

    fn champ(&self) -> Champ<'_> {
        self.as_ref().map_or(Champ::Rien, T::champ)
    }
}

impl<T: Decode> Decode for Vec<T> {
    /// A list, or one value that stands for a list of one.
    fn decode(node: &Node, diags: &mut Diagnostics) -> Option<Self> {
        match &node.value {
            Value::Sequence(items) => Some(items.iter().filter_map(|item| T::decode(item, diags)).collect()),
            Value::Scalar { .. } => Some(T::decode(node, diags).into_iter().collect()),
            Value::Null => Some(Vec::new()),
            Value::Mapping(_) => expected(node, "liste", diags),
        }
    }

    fn field(entry: Option<&Entry>, _: &str, _: Span, diags: &mut Diagnostics) -> Option<Self> {
        given(entry)
            .map_or(Some(Vec::new()), |entry| Some(Self::decode(&entry.value, diags).unwrap_or_default()))
    }

    fn champ(&self) -> Champ<'_> {
        Champ::Liste(self.iter().map(T::champ).collect())
    }
}

/// Reports a value of another kind than the one a key asks for.
pub(super) fn expected<T>(node: &Node, kind: &str, diags: &mut Diagnostics) -> Option<T> {
    diags.push(Diagnostic::at(Code::TypeExpected, node.span).arg("genre", kind));
    None
}

fn scalar(node: &Node) -> Option<&str> {
    match &node.value {
        Value::Scalar { text, .. } => Some(text.trim()),
        _ => None,
    }
}

impl Decode for Texte {
    fn decode(node: &Node, diags: &mut Diagnostics) -> Option<Self> {
        match scalar(node).filter(|text| !text.is_empty()) {
            Some(text) => Some(Self { value: text.to_owned(), span: node.span }),
            None => expected(node, "texte", diags),
        }
    }

    fn champ(&self) -> Champ<'_> {
        Champ::Texte(&self.value)
    }
}

impl Decode for Spanned<u32> {
    fn decode(node: &Node, diags: &mut Diagnostics) -> Option<Self> {
        match scalar(node).and_then(|text| text.parse().ok()).filter(|value| *value <= GREATEST) {
            Some(value) => Some(Self { value, span: node.span }),
            None => expected(node, "entier", diags),
        }
    }

    fn champ(&self) -> Champ<'_> {
        Champ::Entier(self.value)
    }
}

impl Decode for Spanned<f64> {
    /// A number with a point or a comma, neither negative nor beyond all counting.
    fn decode(node: &Node, diags: &mut Diagnostics) -> Option<Self> {
        let number = scalar(node).and_then(|text| text.replace(',', ".").parse().ok());
        match number.filter(|number: &f64| (0.0..=f64::from(GREATEST)).contains(number)) {
            Some(value) => Some(Self { value, span: node.span }),
            None => expected(node, "nombre", diags),
        }
    }

    fn champ(&self) -> Champ<'_> {
        Champ::Decimal(self.value)
    }
}

impl Decode for Spanned<bool> {
    fn decode(node: &Node, diags: &mut Diagnostics) -> Option<Self> {
        let value = match scalar(node).map(fold).as_deref() {
            Some("true" | "oui") => true,
            Some("false" | "non") => false,
            _ => return expected(node, "oui-non", diags),
        };
        Some(Self { value, span: node.span })
    }

    fn champ(&self) -> Champ<'_> {
        Champ::OuiNon(self.value)
    }
}

impl Decode for Spanned<Date> {
    /// `2026-03-02`, in a year that a plan can have.
    fn decode(node: &Node, diags: &mut Diagnostics) -> Option<Self> {
        let text = scalar(node).filter(|text| text.len() == 10);
        match text.and_then(|text| text.parse::<Date>().ok()).filter(|date| YEARS.contains(&date.year())) {
            Some(value) => Some(Self { value, span: node.span }),
            None => expected(node, "date", diags),
        }
    }

    fn champ(&self) -> Champ<'_> {
        Champ::Date(self.value)
    }
}

/// A key that the author chose, and its value.
#[derive(Debug, Clone)]
pub(crate) struct Clef<T> {
    pub cle: Texte,
    pub valeur: T,
}

/// Reads a mapping whose keys are the author's: ids of things. An entry that is wrong is reported and
/// left out.
pub(super) fn table<T: Decode>(node: &Node, diags: &mut Diagnostics) -> Option<Vec<Clef<T>>> {
    let entries = mapping(node, diags)?;
    let read = entries.iter().filter_map(|entry| {
        let valeur = T::decode(&entry.value, diags)?;
        Some(Clef { cle: Spanned { value: entry.key.clone(), span: entry.key_span }, valeur })
    });
    Some(read.collect())
}

impl<T: Decode> Decode for Vec<Clef<T>> {
    fn decode(node: &Node, diags: &mut Diagnostics) -> Option<Self> {
        table(node, diags)
    }

    fn field(entry: Option<&Entry>, _: &str, _: Span, diags: &mut Diagnostics) -> Option<Self> {
        given(entry)
            .map_or(Some(Vec::new()), |entry| Some(Self::decode(&entry.value, diags).unwrap_or_default()))
    }
}

/// The entries of a mapping; anything else is reported.
pub(super) fn mapping<'n>(node: &'n Node, diags: &mut Diagnostics) -> Option<&'n [Entry]> {
    match &node.value {
        Value::Mapping(entries) => Some(entries),
        _ => expected(node, "cles", diags),
    }
}

/// The entry of a key.
pub(super) fn find<'n>(entries: &'n [Entry], key: &str) -> Option<&'n Entry> {
    entries.iter().find(|entry| fold(&entry.key) == key)
}

/// Reports the keys that are not known, each with the known one that is written most like it.
pub(super) fn unknown(entries: &[Entry], known: &[&str], diags: &mut Diagnostics) {
    let mut firsts: BTreeMap<String, Span> = BTreeMap::new();
    for entry in entries {
        // « Élèves » and « eleves » are one key: the second value would be lost without a word.
        let first = *firsts.entry(fold(&entry.key)).or_insert(entry.key_span);
        if first != entry.key_span {
            let diagnostic = Diagnostic::at(Code::YamlDuplicateKey, entry.key_span).arg("cle", &entry.key);
            diags.push(diagnostic.related(first, "premiere"));
        }
    }
    for entry in entries.iter().filter(|entry| !known.contains(&fold(&entry.key).as_str())) {
        let diagnostic = Diagnostic::at(Code::KeyUnknown, entry.key_span).arg("cle", &entry.key);
        diags.push(match nearest(&entry.key, known.iter().copied()) {
            Some(near) => diagnostic.arg("proche", near).help("aide-proche"),
            // `{prix_ht: 2,20}`: what stands after the comma is read as a key.
            None if entry.key.starts_with(|c: char| c.is_ascii_digit()) => diagnostic.help("aide-virgule"),
            None => diagnostic.arg("connues", known.join(", ")),
        });
    }
}

/// The word of `known` that is written most like `word`, accents and case apart.
pub(crate) fn nearest<'k>(word: &str, known: impl Iterator<Item = &'k str>) -> Option<&'k str> {
    let word = fold(word);
    let scored = known.map(|known| (strsim::jaro_winkler(&word, &fold(known)), known));
    let best = scored.filter(|(score, _)| *score > 0.8).max_by(|a, b| a.0.total_cmp(&b.0));
    best.map(|(_, known)| known)
}

/// A structure and how it is read: its fields are its keys. A field of type `Option` or `Vec` may be
/// absent; any other one is asked for.
macro_rules! structure {
    ($(#[doc = $doc:literal])+ $name:ident { $($(#[doc = $field_doc:literal])* $field:ident: $type:ty,)+ }) => {
        $(#[doc = $doc])+
        #[derive(Debug, Clone)]
        pub(crate) struct $name {
            /// The whole mapping.
            pub span: $crate::source::Span,
            $($(#[doc = $field_doc])* pub $field: $type,)+
        }

        impl $crate::projet::decode::Decode for $name {
            fn decode(
                node: &$crate::parse::yaml::Node,
                diags: &mut $crate::diagnostic::Diagnostics,
            ) -> Option<Self> {
                use $crate::projet::decode::{Decode, find, mapping, unknown};
                let entries = mapping(node, diags)?;
                let key = |name: &'static str| name.trim_start_matches("r#");
                unknown(entries, &[$(key(stringify!($field)),)+], diags);
                $(let $field = {
                    let key = key(stringify!($field));
                    <$type as Decode>::field(find(entries, key), key, node.span, diags)
                };)+
                Some(Self { span: node.span, $($field: $field?,)+ })
            }

            fn champ(&self) -> $crate::projet::decode::Champ<'_> {
                let key = |name: &'static str| name.trim_start_matches("r#");
                $crate::projet::decode::Champ::Cles(vec![
                    $((key(stringify!($field)), $crate::projet::decode::Decode::champ(&self.$field)),)+
                ])
            }
        }
    };
}
pub(super) use structure;

/// A closed list of words; accents and case are tolerated where they are read.
macro_rules! choix {
    ($(#[doc = $doc:literal])+ $name:ident { $($variant:ident = $word:literal,)+ }) => {
        $(#[doc = $doc])+
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub(crate) enum $name { $($variant,)+ }

        impl $name {
            /// Every word, in the order of the list.
            pub(crate) const TOUS: &'static [Self] = &[$(Self::$variant,)+];

            /// The word of the YAML, also the name of its label.
            pub(crate) fn mot(self) -> &'static str {
                match self { $(Self::$variant => $word,)+ }
            }
        }

        impl $crate::projet::decode::Decode for $crate::projet::decode::Spanned<$name> {
            fn decode(
                node: &$crate::parse::yaml::Node,
                diags: &mut $crate::diagnostic::Diagnostics,
            ) -> Option<Self> {
                let words = [$(($word, $name::$variant),)+];
                $crate::projet::decode::word(node, &words, diags)
            }

            fn champ(&self) -> $crate::projet::decode::Champ<'_> {
                $crate::projet::decode::Champ::Mot(self.value.mot())
            }
        }
    };
}
pub(super) use choix;

/// Reads one word of a closed list.
pub(super) fn word<T: Copy>(
    node: &Node,
    words: &[(&'static str, T)],
    diags: &mut Diagnostics,
) -> Option<Spanned<T>> {
    let Some(text) = scalar(node) else { return expected(node, "mot", diags) };
    let wanted = fold(text).replace([' ', '-', '\''], "_");
    if let Some((_, value)) = words.iter().find(|(word, _)| *word == wanted) {
        return Some(Spanned { value: *value, span: node.span });
    }
    let known = || words.iter().map(|(word, _)| *word);
    let diagnostic = Diagnostic::at(Code::WordUnknown, node.span).arg("mot", text);
    let diagnostic = diagnostic.arg("admis", known().collect::<Vec<_>>().join(", "));
    diags.push(match nearest(&wanted, known()) {
        Some(near) => diagnostic.arg("proche", near).help("aide-proche"),
        None => diagnostic,
    });
    None
}
