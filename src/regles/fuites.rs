//! R88: what a text says that only the internal edition may: prices, scores, contacts.
//!
//! In: a text that an edition prints. Out: what looks like a leak, and where. It looks at shapes, not at
//! meaning: a person judges what it finds.

use std::ops::Range;

/// The rule that this module holds.
pub(crate) const REGLE: &str = "R88";

/// What looks like a leak: `prix`, `score`, `courriel` or `telephone`, and its place in the text.
pub(crate) fn fuites(text: &str) -> Vec<(&'static str, Range<usize>)> {
    let mut found: Vec<(&'static str, Range<usize>)> =
        text.match_indices('@').filter_map(|(at, _)| Some(("courriel", courriel(text, at)?))).collect();
    let mut at = 0;
    while let Some(start) = text[at..].find(|c: char| c.is_ascii_digit()).map(|i| at + i) {
        let end = nombre(text, start);
        let glued = text[..start].ends_with(|c: char| c.is_alphanumeric() || "_/@".contains(c));
        let phone = Some(start).filter(|_| !glued).and_then(|start| telephone(text, start));
        if let Some(phone) = phone {
            at = phone.end;
            found.push(("telephone", phone));
            continue;
        }
        if !glued {
            found.extend(prix(text, start..end).map(|range| ("prix", range)));
            found.extend(score(text, start..end).map(|range| ("score", range)));
        }
        at = end;
    }
    found.sort_by_key(|(_, range)| range.start);
    found
}

/// The spaces that French puts inside a number and before a unit.
const SPACES: [char; 3] = [' ', '\u{A0}', '\u{202F}'];

/// The end of the number that starts at `start`: digits, with one space, point or comma between two.
fn nombre(text: &str, start: usize) -> usize {
    let mut end = start;
    let mut rest = text[start..].char_indices().peekable();
    while let Some((i, c)) = rest.next() {
        let next = rest.peek().is_some_and(|(_, next)| next.is_ascii_digit());
        if c.is_ascii_digit() || (next && (SPACES.contains(&c) || ".,".contains(c))) {
            end = start + i + c.len_utf8();
        } else {
            break;
        }
    }
    end
}

/// The address around an at sign.
fn courriel(text: &str, at: usize) -> Option<Range<usize>> {
    let local = |c: char| c.is_alphanumeric() || "._%+-".contains(c);
    let domain = |c: char| c.is_alphanumeric() || ".-".contains(c);
    let start = text[..at].char_indices().rev().take_while(|(_, c)| local(*c)).last()?.0;
    let after = &text[at + 1..];
    let end = after.find(|c: char| !domain(c)).unwrap_or(after.len());
    let name = after[..end].trim_end_matches(['.', '-']);
    let (host, top) = name.rsplit_once('.')?;
    (!host.is_empty() && top.chars().count() >= 2).then(|| start..at + 1 + name.len())
}

/// A telephone number of France, of North America, or with the code of a country.
fn telephone(text: &str, start: usize) -> Option<Range<usize>> {
    let plus = text[..start].ends_with('+');
    let mut groups: Vec<usize> = vec![0];
    let mut end = start;
    for (i, c) in text[start..].char_indices() {
        if c.is_ascii_digit() {
            *groups.last_mut()? += 1;
            end = start + i + 1;
        } else if (SPACES.contains(&c) || ".-()".contains(c)) && groups.len() < 8 {
            if groups.last() != Some(&0) {
                groups.push(0);
            }
        } else {
            break;
        }
    }
    if text[end..].starts_with(char::is_alphanumeric) {
        return None;
    }
    groups.retain(|digits| *digits > 0);
    let france = text[start..].starts_with('0') && matches!(groups[..], [10] | [2, 2, 2, 2, 2]);
    let america = matches!(groups[..], [3, 3, 4] | [1, 3, 3, 4]);
    let abroad = plus && (8..=15).contains(&groups.iter().sum::<usize>());
    (france || america || abroad).then(|| start - usize::from(plus)..end)
}

/// A number with a currency, or with the words of a price.
fn prix(text: &str, number: Range<usize>) -> Option<Range<usize>> {
    if text[..number.start].trim_end_matches(SPACES).ends_with(['€', '$']) {
        return Some(number);
    }
    let after = text[number.end..].trim_start_matches(SPACES);
    let from = text.len() - after.len();
    let signs = ["€", "$", "k€", "K€", "M€", "k$", "M$"];
    if let Some(sign) = signs.iter().find(|sign| after.starts_with(**sign)) {
        return Some(number.start..from + sign.len());
    }
    let word = &after[..after.find(|c: char| !c.is_alphabetic()).unwrap_or(after.len())];
    let money = ["euro", "euros", "EUR", "HT", "TTC", "dollar", "dollars"];
    money.contains(&word).then(|| number.start..from + word.len())
}

/// A mark on the scale of the platforms: « 4,2/5 », « 4 sur 5 ».
fn score(text: &str, number: Range<usize>) -> Option<Range<usize>> {
    let value: f64 = text[number.clone()].replace(',', ".").parse().ok()?;
    let after = text[number.end..].trim_start_matches(SPACES);
    let after = after.strip_prefix('/').or_else(|| after.strip_prefix("sur "))?.trim_start_matches(SPACES);
    let rest = after.strip_prefix('5')?;
    let whole = !rest.starts_with(|c: char| c.is_alphanumeric() || c == '/');
    let more =
        rest.strip_prefix([',', '.']).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    (value <= 5.0 && whole && !more).then(|| number.start..text.len() - rest.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sees_what_an_edition_leaves_out() {
        for (text, expected) in [
            ("920 € HT par jour", vec![("prix", "920 €")]),
            ("1\u{202F}250,50\u{A0}$ ; 3 k€", vec![("prix", "1\u{202F}250,50\u{A0}$"), ("prix", "3 k€")]),
            ("$920, puis 12 euros", vec![("prix", "920"), ("prix", "12 euros")]),
            ("dpd@ac.example.", vec![("courriel", "dpd@ac.example")]),
            ("le 03 53 01 00 42.", vec![("telephone", "03 53 01 00 42")]),
            ("+33 3 53 01 00 42", vec![("telephone", "+33 3 53 01 00 42")]),
            ("418-555-0199 ou 0353010042", vec![("telephone", "418-555-0199"), ("telephone", "0353010042")]),
            ("4,2/5 et 4 sur 5", vec![("score", "4,2/5"), ("score", "4 sur 5")]),
            ("le 4/5/2026, 3 écoles sur 5, 9/5, 4/50", vec![]),
            ("2026-NUM-04, SIRET 000 000 018 00010, 9990001X", vec![]),
            ("99,5 %, 1 334 élèves, de 8 h à 18 h, le 2 mars 2026", vec![]),
            ("@moi, a@b, 12 HTML", vec![]),
        ] {
            let found: Vec<_> = fuites(text).into_iter().map(|(genre, at)| (genre, &text[at])).collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
