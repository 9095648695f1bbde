//! Words: the messages of the program, the labels of the pages, the typography of the documents.
//!
//! In: the name of a text and the words that fill it. Out: the sentence in the language asked for.
//! Messages come in French and English ([`Lang`]); pages in the conventions of their [`Locale`].

mod typography;

pub(crate) use typography::{Conventions, Typographer};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use std::sync::LazyLock;
use unic_langid::LanguageIdentifier;

/// The language of messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum Lang {
    /// French, the default.
    #[default]
    Fr,
    /// English.
    En,
}

/// The language and conventions of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Locale {
    /// French of France.
    FrFr,
    /// French of Canada.
    FrCa,
    /// Another language, as its BCP 47 tag: labels in French, the text's own typography.
    Other(String),
}

impl Locale {
    /// Reads a language tag such as `fr-CA`, any case, `_` tolerated; nothing when it is not one.
    pub fn new(tag: &str) -> Option<Self> {
        let id: LanguageIdentifier = tag.replace('_', "-").parse().ok()?;
        // A language is two or three letters (ISO 639): `francais` is a word, not a tag.
        if !(2..=3).contains(&id.language.as_str().len()) {
            return None;
        }
        Some(match (id.language.as_str(), id.region.as_ref().map(unic_langid::subtags::Region::as_str)) {
            ("fr", Some("CA")) => Self::FrCa,
            ("fr", _) => Self::FrFr,
            _ => Self::Other(id.to_string()),
        })
    }

    /// Its language and region, as Typst's `text(lang:, region:)` and the PDF's `/Lang` want them.
    pub fn parts(&self) -> (&str, Option<&str>) {
        match self {
            Self::FrFr => ("fr", Some("FR")),
            Self::FrCa => ("fr", Some("CA")),
            Self::Other(tag) => {
                let mut parts = tag.split('-');
                let language = parts.next().unwrap_or("und");
                (language, parts.find(|part| part.len() == 2))
            }
        }
    }

    /// The typography its texts get.
    pub(crate) fn conventions(&self) -> Conventions {
        match self {
            Self::FrFr => Conventions::France,
            Self::FrCa => Conventions::Quebec,
            Self::Other(_) => Conventions::Aucune,
        }
    }

    /// A date as a sentence has it: `1er septembre 2026`; the month from 1 to 12.
    pub fn date_long(&self, year: i16, month: i8, day: i8) -> String {
        let month = usize::try_from(month).ok().and_then(|month| MONTHS.get(month.checked_sub(1)?));
        let day = if day == 1 { "1er".to_owned() } else { day.to_string() };
        format!("{day}\u{A0}{}\u{A0}{year}", month.unwrap_or(&""))
    }
}

impl Locale {
    /// A date in a table: `02/03/2026`, or `2026-03-02` in Québec (OQLF).
    pub(crate) fn date_short(&self, year: i16, month: i8, day: i8) -> String {
        match self {
            Self::FrFr => format!("{day:02}/{month:02}/{year:04}"),
            _ => format!("{year:04}-{month:02}-{day:02}"),
        }
    }

    /// A whole number, its thousands apart.
    pub(crate) fn integer(&self, number: u32) -> String {
        self.grouped(&number.to_string())
    }

    /// A large whole number.
    pub(crate) fn large(&self, number: u64) -> String {
        self.grouped(&number.to_string())
    }

    /// An amount of money, in cents: two decimals, no sign of currency.
    pub(crate) fn amount(&self, cents: i128) -> String {
        let cents = cents.max(0);
        format!("{},{:02}", self.grouped(&(cents / 100).to_string()), cents % 100)
    }

    /// Digits by three.
    fn grouped(&self, digits: &str) -> String {
        let space = if *self == Self::FrCa { '\u{A0}' } else { '\u{202F}' };
        let mut out = String::new();
        for (i, digit) in digits.chars().enumerate() {
            if i > 0 && (digits.len() - i).is_multiple_of(3) {
                out.push(space);
            }
            out.push(digit);
        }
        out
    }

    /// A number with all its `places` decimals, so that a column of them is aligned; not negative.
    pub(crate) fn fixed(&self, number: f64, places: usize) -> String {
        let text = format!("{:.places$}", number.max(0.0));
        let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
        let whole = whole.parse().map_or_else(|_| whole.to_owned(), |whole| self.integer(whole));
        if fraction.is_empty() { whole } else { format!("{whole},{fraction}") }
    }

    /// A number with at most `places` decimals after a comma, without zeros at its end; not negative.
    pub(crate) fn decimal(&self, number: f64, places: usize) -> String {
        let text = self.fixed(number, places);
        match text.split_once(',') {
            Some((whole, fraction)) if fraction.bytes().all(|digit| digit == b'0') => whole.to_owned(),
            Some(_) => text.trim_end_matches('0').to_owned(),
            None => text,
        }
    }
}

const MONTHS: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];

/// The words of the pages: those of every document, of the official ones, of each that has its own.
const PAGES: &[&str] = &[
    include_str!("pages.ftl"),
    include_str!("officiel.ftl"),
    include_str!("ed-i-2.ftl"),
    include_str!("ed-i-3.ftl"),
    include_str!("ed-i-4.ftl"),
    include_str!("ed-i-5.ftl"),
    include_str!("ed-i-6.ftl"),
];

/// What Québec says otherwise.
const QUEBEC_PAGES: &str = include_str!("pages-fr-CA.ftl");

/// The texts of one language.
pub struct Catalogue {
    bundle: FluentBundle<FluentResource>,
    /// The resources, from which the names of the texts are read.
    resources: Vec<&'static str>,
}

impl Catalogue {
    /// The messages of the program, read once for the process.
    pub fn messages(lang: Lang) -> &'static Self {
        static FRENCH: LazyLock<Catalogue> =
            LazyLock::new(|| Catalogue::new("fr", &[include_str!("fr.ftl")]));
        static ENGLISH: LazyLock<Catalogue> =
            LazyLock::new(|| Catalogue::new("en", &[include_str!("en.ftl")]));
        match lang {
            Lang::Fr => &FRENCH,
            Lang::En => &ENGLISH,
        }
    }

    /// The words printed on the pages of a document; read once for the process, since every document,
    /// figure and value in prose asks for some.
    pub fn pages(locale: &Locale) -> &'static Self {
        static FRANCE: LazyLock<Catalogue> = LazyLock::new(|| Catalogue::new("fr-FR", PAGES));
        static QUEBEC: LazyLock<Catalogue> =
            LazyLock::new(|| Catalogue::new("fr-CA", &[PAGES, &[QUEBEC_PAGES]].concat()));
        match locale {
            Locale::FrCa => &QUEBEC,
            _ => &FRANCE,
        }
    }

    /// A later resource overrides the texts of an earlier one.
    fn new(language: &str, resources: &[&'static str]) -> Self {
        let id: LanguageIdentifier = language.parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![id]);
        // Isolation marks would stand in messages and in pages as invisible characters.
        bundle.set_use_isolating(false);
        for resource in resources {
            // The catalogues are our own and tested: what could be read of a broken one is still used.
            let resource = FluentResource::try_new((*resource).to_owned()).unwrap_or_else(|(read, _)| read);
            bundle.add_resource_overriding(resource);
        }
        Self { bundle, resources: resources.to_vec() }
    }

    /// The names of the texts that need no word to fill them.
    pub(crate) fn names(&self) -> impl Iterator<Item = &'static str> {
        let lines = self.resources.iter().flat_map(|resource| resource.lines());
        let entries = lines.filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()));
        entries
            .filter(|line| !line.contains("{ $"))
            .filter_map(|line| line.split_once(" ="))
            .map(|(name, _)| name)
    }

    /// The text of that name, or of its attribute. A missing text is shown as its name: a test
    /// holds the catalogues complete.
    pub fn text(&self, id: &str, attribute: Option<&str>, args: &[(&'static str, String)]) -> String {
        self.find(id, attribute, args).unwrap_or_else(|| id.to_owned())
    }

    /// « A, B et C ».
    pub fn enumeration(&self, items: &[String]) -> String {
        match items {
            [] => String::new(),
            [only] => only.clone(),
            [first @ .., last] => {
                self.text("enumeration", None, &[("debut", first.join(", ")), ("fin", last.clone())])
            }
        }
    }

    /// An attribute of the text of that name, where it has one.
    pub fn attribute(&self, id: &str, attribute: &str, args: &[(&'static str, String)]) -> Option<String> {
        self.find(id, Some(attribute), args)
    }

    fn find(&self, id: &str, attribute: Option<&str>, args: &[(&'static str, String)]) -> Option<String> {
        let message = self.bundle.get_message(id)?;
        let pattern = match attribute {
            None => message.value()?,
            Some(name) => message.get_attribute(name)?.value(),
        };
        let mut values = FluentArgs::new();
        for (name, value) in args {
            // A plain number selects the variants [0], [1]; `001` is a name.
            let number = (value.len() < 10).then(|| value.parse::<u32>().ok()).flatten();
            match number.filter(|number| number.to_string() == *value) {
                Some(number) => values.set(*name, number),
                None => values.set(*name, value.as_str()),
            }
        }
        Some(self.bundle.format_pattern(pattern, Some(&values), &mut Vec::new()).into_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Code;

    #[test]
    fn every_code_has_both_texts() {
        for lang in [Lang::Fr, Lang::En] {
            let catalogue = Catalogue::messages(lang);
            for code in Code::ALL {
                assert!(catalogue.find(code.name(), None, &[]).is_some(), "{lang:?}: {}", code.name());
            }
        }
    }

    #[test]
    fn writes_numbers_and_dates() {
        let france = Locale::FrFr;
        assert_eq!(
            (france.integer(0), france.integer(999), france.integer(1_234_567)),
            ("0".into(), "999".into(), "1\u{202F}234\u{202F}567".into())
        );
        assert_eq!(
            (france.decimal(5.76, 1), france.decimal(12.0, 1), france.decimal(0.25, 2)),
            ("5,8".into(), "12".into(), "0,25".into())
        );
        assert_eq!(
            (france.amount(3_093_680), Locale::FrCa.amount(100_005), france.amount(0)),
            ("30\u{202F}936,80".into(), "1\u{A0}000,05".into(), "0,00".into())
        );
        assert_eq!(
            (Locale::FrCa.integer(3079), Locale::FrCa.date_short(2026, 3, 2)),
            ("3\u{A0}079".into(), "2026-03-02".into())
        );
    }

    #[test]
    fn reads_language_tags() {
        for (tag, expected) in [
            ("fr", Some(Locale::FrFr)),
            ("fr_ca", Some(Locale::FrCa)),
            ("en-GB", Some(Locale::Other("en-GB".to_owned()))),
            ("francais", None),
            ("??", None),
        ] {
            assert_eq!(Locale::new(tag), expected, "{tag}");
        }
    }
}
