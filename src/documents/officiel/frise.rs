//! A timeline: what happens when, in groups, over the months of the project.
//!
//! In: groups of events with their dates. Out: the values of a drawing (in months from its left edge)
//! and of the table that says the same. Events of a group that would touch stand on several ranks.

use super::noms::ouvertures;
use super::*;

/// The longest drawing, in months; what lies beyond is told by the table alone.
const MONTHS: i64 = 120;
/// The width of the drawing and the room of a number beside its mark, in millimetres.
const WIDTH: f64 = 130.0;
const MARK: f64 = 8.0;
/// The room of the name and date of an opening, in millimetres a letter.
const LETTER: f64 = 1.75;
/// The most ranks of a group on one page; a longer group goes on under the same title.
const RANKS: usize = 20;

/// Something with a date.
pub(in crate::documents) struct Evenement {
    pub objet: Data,
    /// Of whom, for what: a second fact of the table.
    pub precision: Data,
    /// The word of its kind, which has its own form and label.
    pub genre: &'static str,
    pub debut: Date,
    pub fin: Option<Date>,
}

/// The drawing of some groups of events, by their titles; `name` is the sentence of its caption.
/// Nothing where nothing has a date.
pub(in crate::documents) fn frise(
    page: &Page<'_, '_>,
    name: &str,
    mut groupes: Vec<(Data, Vec<Evenement>)>,
) -> Data {
    groupes.retain(|(_, events)| !events.is_empty());
    for (_, events) in &mut groupes {
        events.sort_by_key(|event| (event.debut, event.fin));
    }
    let opened: Vec<(String, Date)> =
        ouvertures(&page.material.bilan.vagues).map(|(_, name, date)| (name, date)).collect();
    let days = |event: &Evenement| [event.debut, event.fin.unwrap_or(event.debut)];
    let dates = || groupes.iter().flat_map(|(_, events)| events).flat_map(days);
    let all = || dates().chain(opened.iter().map(|(_, date)| *date));
    let (Some(first), Some(last)) = (dates().next().and(all().min()), all().max()) else {
        return Data::None;
    };
    let scale = Echelle { debut: month(first), mois: month(last) - month(first) + 1 };
    let mut number = 0;
    let mut numbered = Vec::new();
    for (title, events) in groupes {
        let events: Vec<(i64, Evenement)> = events
            .into_iter()
            .map(|event| {
                number += 1;
                (number, event)
            })
            .collect();
        numbered.push((title, events));
    }
    let mut kinds: Vec<&'static str> = Vec::new();
    for (_, event) in numbered.iter().flat_map(|(_, events)| events) {
        if !kinds.contains(&event.genre) {
            kinds.push(event.genre);
        }
    }
    map([
        ("titre", phrase(name, [])),
        ("genres", Data::List(kinds.into_iter().map(plain).collect())),
        ("dessin", if scale.mois <= MONTHS { drawing(page, &scale, &numbered, &opened) } else { Data::None }),
        ("alt", told(page, first, last, &numbered, &opened)),
        ("groupes", list(&numbered, |(title, events)| table(page, title, events))),
    ])
}

/// A month, counted from the first year.
fn month(date: Date) -> i64 {
    i64::from(date.year()) * 12 + i64::from(date.month()) - 1
}

/// The axis: its first month, how many it has.
struct Echelle {
    debut: i64,
    mois: i64,
}

impl Echelle {
    /// Where a day begins (or ends, with `after` one), in months from the left edge.
    fn x(&self, date: Date, after: i8) -> f64 {
        let part = f64::from(date.day() - 1 + after) / f64::from(date.days_in_month());
        (month(date) - self.debut) as f64 + part
    }

    /// How many months a length in millimetres is.
    fn months(&self, length: f64) -> f64 {
        length * self.mois as f64 / WIDTH
    }
}

/// A number for drawing, to the hundredth.
fn hundredth(value: f64) -> Data {
    Data::Decimal((value * 100.0).round() / 100.0)
}

/// The first rank whose last thing ends before `x`; takes it up to `end`.
fn rank(ranks: &mut Vec<f64>, x: f64, end: f64) -> usize {
    let free = ranks.iter().position(|taken| *taken <= x).unwrap_or_else(|| {
        ranks.push(0.0);
        ranks.len() - 1
    });
    ranks[free] = end;
    free
}

fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// The values of the drawing: the axis, the groups, the openings of the waves.
fn drawing(
    page: &Page<'_, '_>,
    scale: &Echelle,
    groupes: &[(Data, Vec<(i64, Evenement)>)],
    opened: &[(String, Date)],
) -> Data {
    let drawn = groupes.iter().flat_map(|(title, events)| ranked(scale, title, events));
    let (openings, ranks) = openings(page, scale, opened);
    map([
        ("mois", Data::Number(scale.mois)),
        ("lettres", letters(scale)),
        ("annees", years(scale)),
        ("groupes", Data::List(drawn.collect())),
        ("ouvertures", Data::List(openings)),
        ("rangs_ouvertures", Data::Number(count(ranks))),
    ])
}

/// The events of a group on their ranks, cut where a page has no more of them.
fn ranked(scale: &Echelle, title: &Data, events: &[(i64, Evenement)]) -> Vec<Data> {
    let mut ranks = Vec::new();
    let mut items: Vec<Vec<Data>> = Vec::new();
    for (number, event) in events {
        let x = scale.x(event.debut, 0);
        let end = event.fin.map(|fin| scale.x(fin, 1));
        // A long bar has its number inside, a short one or a day beside it.
        let taken = (x + scale.months(MARK)).max(end.unwrap_or(x) + scale.months(MARK * 0.2));
        let rank = rank(&mut ranks, x, taken);
        let item = map([
            ("rang", Data::Number(count(rank % RANKS))),
            ("x", hundredth(x)),
            ("fin", end.map_or(Data::None, hundredth)),
            ("numero", plain(number.to_string())),
            ("genre", word(event.genre)),
        ]);
        items.resize_with(ranks.len().div_ceil(RANKS), Vec::new);
        items[rank / RANKS].push(item);
    }
    let parts = items.into_iter().enumerate().map(|(part, items)| {
        let rows = (ranks.len() - part * RANKS).min(RANKS);
        map([("titre", title.clone()), ("rangs", Data::Number(count(rows))), ("items", Data::List(items))])
    });
    parts.collect()
}

/// The labels of the openings, and on how many ranks they stand.
fn openings(page: &Page<'_, '_>, scale: &Echelle, opened: &[(String, Date)]) -> (Vec<Data>, usize) {
    let mut ranks = Vec::new();
    let labels = opened.iter().map(|(name, date)| {
        let label = format!("{name}, {}", page.short(*date));
        let x = scale.x(*date, 0);
        let room = scale.months(label.chars().count() as f64 * LETTER + 4.0);
        // A label that would leave the drawing on the right stands to the left of its line.
        let left = x + room > scale.mois as f64 && x >= room;
        let (from, to) = if left { (x - room, x) } else { (x, x + room) };
        let rank = rank(&mut ranks, from, to);
        map([
            ("x", hundredth(x)),
            ("texte", plain(label)),
            ("rang", Data::Number(count(rank))),
            ("a_gauche", Data::Flag(left)),
        ])
    });
    (labels.collect(), ranks.len())
}

/// The initials of the months, where there is room for them.
fn letters(scale: &Echelle) -> Data {
    const INITIALS: [&str; 12] = ["J", "F", "M", "A", "M", "J", "J", "A", "S", "O", "N", "D"];
    if scale.months(2.6) > 1.0 {
        return Data::List(Vec::new());
    }
    let of = |month: i64| INITIALS[usize::try_from(month.rem_euclid(12)).unwrap_or(0)];
    Data::List((scale.debut..scale.debut + scale.mois).map(|month| plain(of(month))).collect())
}

/// The school years, each from its first month on the axis.
fn years(scale: &Echelle) -> Data {
    let mut found = Vec::new();
    for i in 0..scale.mois {
        let month = scale.debut + i;
        // September begins a school year on an axis of months.
        if i == 0 || month.rem_euclid(12) == 8 {
            let begun = month.div_euclid(12);
            found.push((i, if month.rem_euclid(12) >= 8 { begun } else { begun - 1 }));
        }
    }
    let ends = found.iter().skip(1).map(|(i, _)| *i).chain([scale.mois]).collect::<Vec<_>>();
    let bands = found.iter().zip(ends).map(|((i, year), end)| {
        map([
            ("x", Data::Number(*i)),
            ("mois", Data::Number(end - i)),
            ("texte", plain(format!("{year}-{}", year + 1))),
            // In a short band, the calendar year of its first month: a single August is of 2026.
            ("annee", plain((scale.debut + i).div_euclid(12).to_string())),
        ])
    });
    Data::List(bands.collect())
}

/// What a reader who does not see the drawing is told of it.
fn told(
    page: &Page<'_, '_>,
    first: Date,
    last: Date,
    groupes: &[(Data, Vec<(i64, Evenement)>)],
    opened: &[(String, Date)],
) -> Data {
    let pages = Catalogue::pages(&page.locale);
    let openings: Vec<String> =
        opened.iter().map(|(name, date)| format!("{name}, {}", page.long(*date))).collect();
    let openings = if openings.is_empty() {
        String::new()
    } else {
        pages.text("frise-alt-ouvertures", None, &[("ouvertures", openings.join(" ; "))])
    };
    let events: usize = groupes.iter().map(|(_, events)| events.len()).sum();
    let args = [
        ("debut", page.long(first)),
        ("fin", page.long(last)),
        ("nombre", events.to_string()),
        ("groupes", groupes.len().to_string()),
        ("ouvertures", openings),
    ];
    phrase("frise-alt", args)
}

fn table(page: &Page<'_, '_>, title: &Data, events: &[(i64, Evenement)]) -> Data {
    let row = |(number, event): &(i64, Evenement)| {
        let date = match event.fin.filter(|fin| *fin != event.debut) {
            Some(fin) => {
                phrase("periode-enquete", [("debut", page.short(event.debut)), ("fin", page.short(fin))])
            }
            None => plain(page.short(event.debut)),
        };
        map([
            ("numero", plain(number.to_string())),
            ("objet", event.objet.clone()),
            ("precision", event.precision.clone()),
            ("genre", word(event.genre)),
            ("date", date),
        ])
    };
    map([("titre", title.clone()), ("lignes", list(events, row))])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn things_that_would_touch_take_ranks_of_their_own() {
        let mut ranks = Vec::new();
        let placed: Vec<usize> = [(0.0, 2.0), (1.0, 3.0), (2.0, 4.0), (2.5, 3.0), (3.0, 9.0)]
            .into_iter()
            .map(|(x, end)| rank(&mut ranks, x, end))
            .collect();
        assert_eq!(placed, [0, 1, 0, 2, 1]);
    }

    #[test]
    fn a_short_year_is_called_by_its_first_month() {
        // A single August belongs to the school year 2025-2026, and is of 2026.
        let scale = Echelle { debut: month(jiff::civil::date(2026, 8, 1)), mois: 3 };
        let Data::List(bands) = years(&scale) else { panic!("a list of years") };
        let told: Vec<_> = bands
            .iter()
            .map(|band| match band {
                Data::Map(values) => match (values.get("texte"), values.get("annee")) {
                    (Some(Data::Plain(texte)), Some(Data::Plain(annee))) => (texte.as_str(), annee.as_str()),
                    _ => panic!("words"),
                },
                _ => panic!("a year"),
            })
            .collect();
        assert_eq!(told, [("2025-2026", "2026"), ("2026-2027", "2026")]);
    }

    #[test]
    fn days_have_their_place_on_the_axis() {
        let scale = Echelle { debut: month(jiff::civil::date(2026, 3, 1)), mois: 12 };
        // 1 March is the left edge; 30 April ends where May begins; 16 June is 15 days of 30 into the fourth month.
        assert_eq!(scale.x(jiff::civil::date(2026, 3, 1), 0), 0.0);
        assert_eq!(scale.x(jiff::civil::date(2026, 4, 30), 1), 2.0);
        assert_eq!(scale.x(jiff::civil::date(2026, 6, 16), 0), 3.5);
    }
}
