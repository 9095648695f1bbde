//! How a value of the project is written in prose.
//!
//! In: a value, at most one format, the conventions of the document. Out: its text, or why there is none.

use crate::locale::{Catalogue, Locale};
use crate::projet::decode::Champ;
use crate::source::fold;
use jiff::civil::Date;

/// Why a value has no text.
pub(super) enum Faute {
    /// The key is known and nothing stands there.
    Vide,
    /// No such format for a value of this kind.
    Format(String),
}

/// The formats of dates, the first being the usual one; those of numbers.
const DATES: [&str; 4] = ["date_longue", "date_courte", "mois", "annee"];
const NOMBRES: [&str; 3] = ["entier", "1_decimale", "2_decimales"];
/// The value as the data have it.
const BRUT: &str = "brut";

/// The formats that a value of this kind admits.
pub(super) fn admitted(champ: &Champ<'_>) -> Vec<&'static str> {
    let own: &[&str] = match champ {
        Champ::Date(_) => &DATES,
        Champ::Entier(_) | Champ::Decimal(_) => &NOMBRES,
        _ => &[],
    };
    own.iter().copied().chain([BRUT]).collect()
}

/// Writes a value; `cle` is its key, which names the labels of its words.
pub(super) fn write(
    champ: &Champ<'_>,
    cle: &str,
    format: Option<&str>,
    locale: &Locale,
    labels: &Catalogue,
) -> Result<String, Faute> {
    let name = format.map(|format| fold(format).replace([' ', '-'], "_"));
    let unknown = || Faute::Format(format.unwrap_or_default().to_owned());
    let raw = name.as_deref() == Some(BRUT);
    match champ {
        Champ::Date(date) => match name.as_deref() {
            None | Some("date_longue" | "long" | "longue") => {
                Ok(locale.date_long(date.year(), date.month(), date.day()))
            }
            Some("date_courte" | "court" | "courte") => {
                Ok(locale.date_short(date.year(), date.month(), date.day()))
            }
            Some("mois") => Ok(month(locale, *date)),
            Some("annee") => Ok(date.year().to_string()),
            Some(BRUT) => Ok(date.to_string()),
            Some(_) => Err(unknown()),
        },
        // A year is a name, not a quantity: its thousands are not set apart.
        Champ::Entier(number) if raw || (name.is_none() && cle.starts_with("annee")) => {
            Ok(number.to_string())
        }
        Champ::Decimal(number) if raw => Ok(number.to_string()),
        Champ::Entier(number) => numeral(f64::from(*number), name.as_deref(), 0, locale).ok_or_else(unknown),
        Champ::Decimal(number) => numeral(*number, name.as_deref(), 2, locale).ok_or_else(unknown),
        _ if name.is_some() && !raw => Err(unknown()),
        Champ::Texte(text) if !text.is_empty() => Ok((*text).to_owned()),
        Champ::Mot(mot) if raw => Ok((*mot).to_owned()),
        Champ::Mot(mot) => Ok(label(cle, mot, labels)),
        Champ::OuiNon(flag) => Ok(labels.text(if *flag { "oui" } else { "non" }, None, &[])),
        _ => Err(Faute::Vide),
    }
}

/// A number: with the decimals that it has, at most `usual`, or with those that the format asks for.
fn numeral(number: f64, format: Option<&str>, usual: usize, locale: &Locale) -> Option<String> {
    Some(match format {
        None => locale.decimal(number, usual),
        Some("entier") => locale.decimal(number, 0),
        Some("1_decimale" | "une_decimale") => locale.fixed(number, 1),
        Some("2_decimales" | "deux_decimales") => locale.fixed(number, 2),
        Some(_) => return None,
    })
}

fn month(locale: &Locale, date: Date) -> String {
    let long = locale.date_long(date.year(), date.month(), 2);
    long.trim_start_matches(|c: char| c.is_ascii_digit() || c.is_whitespace()).to_owned()
}

/// The label of a word of a closed list: that of its key, else its own.
fn label(cle: &str, mot: &str, labels: &Catalogue) -> String {
    let own = |name: String| {
        let text = labels.text(&name, None, &[]);
        (text != name).then_some(text)
    };
    own(format!("{cle}-{mot}")).or_else(|| own(format!("mot-{mot}"))).unwrap_or_else(|| mot.replace('_', " "))
}
