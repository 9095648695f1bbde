//! Reads formulas.
//!
//! In: LaTeX, as it stands between dollars. Out: a tree of what it means, in which a user's text is
//! only ever a character, a number or a word; or nothing, where it says more than is known here.

use pulldown_latex::event::{
    ArrayColumn, ColumnAlignment, Content, DelimiterType, EnvironmentFlow, Event, Font, Grouping, Line,
    ScriptPosition, ScriptType, StateChange, Style, Visual,
};
use pulldown_latex::{Parser, Storage};
use std::iter::Peekable;

/// The longest formula, in bytes, the most parts it may have, and how deep they may stand in each
/// other: the typesetter has limits of its own.
const BYTES: usize = 4000;
const PARTS: usize = 3000;
const DEPTH: usize = 16;

/// A formula and the text it was written as.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Formula {
    pub source: String,
    /// Between two dollars: on a line of its own.
    pub display: bool,
    /// What it means; nothing where it cannot be read.
    pub content: Option<Vec<Math>>,
}

/// A part of a formula.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Math {
    /// A letter or sign, by itself.
    Sign(char),
    /// A relation of two characters.
    Relation(String),
    Number(String),
    /// Words, set upright.
    Words(String),
    /// The name of a function, such as `sin`.
    Function(String),
    /// A space, in em.
    Space(f32),
    Row(Vec<Math>),
    /// One over the other, with a line between or not.
    Fraction {
        line: bool,
        over: Box<Math>,
        under: Box<Math>,
    },
    Root {
        index: Option<Box<Math>>,
        of: Box<Math>,
    },
    Scripts {
        base: Box<Math>,
        low: Option<Box<Math>>,
        high: Option<Box<Math>>,
        place: ScriptPlace,
    },
    Struck(Box<Math>),
    /// Between two marks as high as what they hold.
    Fenced(Option<char>, Vec<Math>, Option<char>),
    /// A mark that is larger than its line, in em.
    Large(char, f32),
    Styled(&'static str, Vec<Math>),
    /// Set as on a line of its own, in the text, or as a script.
    Sized(&'static str, Vec<Math>),
    Grid(Grid),
}

/// Where the scripts of a part stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ScriptPlace {
    Beside,
    Above,
    /// Above on a line of its own, beside in the text.
    Free,
}

/// Rows of cells.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Grid {
    pub shape: Shape,
    pub rows: Rows,
    /// The rules of a table: after which row, after which column.
    pub rules: (Vec<usize>, Vec<usize>),
}

/// Rows of cells, each of which is parts one after the other.
pub(crate) type Rows = Vec<Vec<Vec<Math>>>;

/// How the cells of a grid stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    /// Columns, all to the left, the middle or the right.
    Columns(&'static str),
    /// A brace on the left, or on the right.
    Cases(bool),
    /// Lines that share the places of `&`.
    Lines,
}

/// Reads a formula.
pub(crate) fn formula(source: &str, display: bool) -> Formula {
    let source = source.trim();
    let content = if source.len() > BYTES { None } else { read(source) };
    // On a line of its own, lines need no environment.
    let content = content.or_else(|| {
        let lines = display && source.len() <= BYTES && !source.contains("\\begin");
        lines.then(|| read(&format!("\\begin{{aligned}}{source}\\end{{aligned}}"))).flatten()
    });
    Formula { source: source.to_owned(), display, content: content.filter(|content| !content.is_empty()) }
}

/// What authors use that the reader lacks, in its own terms: the number of an equation, names of places.
const MACROS: &str = r"\def\tag#1{\qquad\mathrm{(#1)}}\def\label#1{}\def\nonumber{}\def\notag{}";

fn read(source: &str) -> Option<Vec<Math>> {
    let source = format!("{MACROS}{source}");
    // A reader of somebody else's: whatever it does, the note stands.
    let read = std::panic::catch_unwind(|| {
        let storage = Storage::new();
        let events = Parser::new(&source, &storage).map_while(|event| Some(event.ok()));
        let mut reader = Reader { events: Checked { events, sound: true }.peekable(), parts: 0, depth: 0 };
        let (row, stop) = reader.row()?;
        (stop == Stop::End && reader.events.next().is_none()).then_some(row)
    });
    read.ok().flatten()
}

/// The events up to the first mistake, which ends the formula as [`None`] inside.
struct Checked<I> {
    events: I,
    sound: bool,
}

impl<'s, I: Iterator<Item = Option<Event<'s>>>> Iterator for Checked<I> {
    type Item = Option<Event<'s>>;

    fn next(&mut self) -> Option<Self::Item> {
        let next = if self.sound { self.events.next() } else { None };
        self.sound = !matches!(next, Some(None));
        next
    }
}

/// What ends a row.
#[derive(Debug, PartialEq)]
enum Stop {
    End,
    Cell,
    /// A new line, with a rule after it or not.
    Line(bool),
}

struct Reader<'s, I: Iterator<Item = Option<Event<'s>>>> {
    events: Peekable<I>,
    parts: usize,
    depth: usize,
}

impl<'s, I: Iterator<Item = Option<Event<'s>>>> Reader<'s, I> {
    fn row(&mut self) -> Option<(Vec<Math>, Stop)> {
        let mut row = Vec::new();
        loop {
            match self.events.peek() {
                None => return Some((row, Stop::End)),
                Some(None) => return None,
                Some(Some(Event::End)) => {
                    self.events.next();
                    return Some((row, Stop::End));
                }
                Some(Some(Event::EnvironmentFlow(flow))) => {
                    let stop = match flow {
                        EnvironmentFlow::Alignment => Stop::Cell,
                        EnvironmentFlow::NewLine { horizontal_lines, .. } => {
                            Stop::Line(!horizontal_lines.is_empty())
                        }
                        EnvironmentFlow::StartLines { .. } => {
                            self.events.next();
                            continue;
                        }
                    };
                    self.events.next();
                    return Some((row, stop));
                }
                Some(Some(Event::StateChange(change))) => {
                    let change = *change;
                    self.events.next();
                    // It holds for the rest of the group.
                    self.enter()?;
                    let (rest, stop) = self.row()?;
                    self.depth -= 1;
                    row.extend(changed(change, rest));
                    return Some((row, stop));
                }
                Some(Some(_)) => row.push(self.element()?),
            }
        }
    }

    fn enter(&mut self) -> Option<()> {
        self.depth += 1;
        (self.depth <= DEPTH).then_some(())
    }

    /// The next part: exactly one.
    fn element(&mut self) -> Option<Math> {
        self.parts += 1;
        if self.parts > PARTS {
            return None;
        }
        self.enter()?;
        let element = match self.events.next()?? {
            Event::Content(content) => self.content(content),
            Event::Begin(grouping) => self.group(grouping),
            Event::Visual(visual) => self.visual(visual),
            Event::Script { ty, position } => self.scripts(ty, position),
            Event::Space { width, height: None, depth: None } => {
                let em = width.map_or(0.0, |width| em(&width.to_string()));
                Some(Math::Space(em.clamp(-2.0, 10.0)))
            }
            Event::StateChange(_) | Event::Space { .. } | Event::End | Event::EnvironmentFlow(_) => None,
        };
        self.depth -= 1;
        element
    }

    fn content(&mut self, content: Content<'_>) -> Option<Math> {
        Some(match content {
            Content::Text(text) => Math::Words(text.replace("&nbsp;", "\u{A0}")),
            Content::Number(number) => self.number(number),
            Content::Function(name) => Math::Function(name.to_owned()),
            // The letter, not the sign of a millionth.
            Content::Ordinary { content: 'µ', .. } => Math::Sign('μ'),
            Content::Ordinary { content, .. }
            | Content::LargeOp { content, .. }
            | Content::BinaryOp { content, .. }
            | Content::Punctuation(content) => Math::Sign(content),
            Content::Relation { content, .. } => {
                let mut buffer = [0; 8];
                let text = std::str::from_utf8(content.encode_utf8_to_buf(&mut buffer)).ok()?;
                let mut chars = text.chars();
                match (chars.next()?, chars.next()) {
                    (one, None) => Math::Sign(one),
                    _ => Math::Relation(text.to_owned()),
                }
            }
            Content::Delimiter { content, size: None, .. } => Math::Sign(content),
            Content::Delimiter { content, ty: DelimiterType::Fence, .. } => Math::Sign(content),
            Content::Delimiter { content, size: Some(size), .. } => {
                use pulldown_latex::event::DelimiterSize::{BIG, BIGG, Big, Bigg};
                Math::Large(
                    content,
                    match size {
                        Big => 1.2,
                        BIG => 1.8,
                        Bigg => 2.4,
                        BIGG => 3.0,
                    },
                )
            }
        })
    }

    /// A number; those that follow it, with spaces between, are its thousands.
    fn number(&mut self, first: &str) -> Math {
        let mut number = first.to_owned();
        let thousands = |text: &str| text.len() >= 3 && text.as_bytes()[..3].iter().all(u8::is_ascii_digit);
        while let Some(Some(Event::Content(Content::Number(next)))) = self.events.peek() {
            if !thousands(next) {
                break;
            }
            number.push('\u{202F}');
            number.push_str(next);
            self.events.next();
        }
        // Two commas or more make a list, one a decimal number.
        if number.matches(',').count() < 2 {
            return Math::Number(number);
        }
        let mut row = Vec::new();
        for (i, part) in number.split(',').enumerate() {
            if i > 0 {
                row.push(Math::Sign(','));
            }
            if !part.is_empty() {
                row.push(Math::Number(part.to_owned()));
            }
        }
        Math::Row(row)
    }

    fn visual(&mut self, visual: Visual) -> Option<Math> {
        Some(match visual {
            Visual::SquareRoot => Math::Root { index: None, of: Box::new(self.element()?) },
            Visual::Root => {
                let of = Box::new(self.element()?);
                Math::Root { index: Some(Box::new(self.element()?)), of }
            }
            Visual::Fraction(width) => {
                let line = width.is_none_or(|width| width.value != 0.0);
                let over = Box::new(self.element()?);
                Math::Fraction { line, over, under: Box::new(self.element()?) }
            }
            Visual::Negation => Math::Struck(Box::new(self.element()?)),
        })
    }

    fn scripts(&mut self, ty: ScriptType, position: ScriptPosition) -> Option<Math> {
        let base = Box::new(self.element()?);
        let first = Some(Box::new(self.element()?));
        let (low, high) = match ty {
            ScriptType::Subscript => (first, None),
            ScriptType::Superscript => (None, first),
            ScriptType::SubSuperscript => (first, Some(Box::new(self.element()?))),
        };
        let place = match position {
            ScriptPosition::Right => ScriptPlace::Beside,
            ScriptPosition::AboveBelow => ScriptPlace::Above,
            ScriptPosition::Movable => ScriptPlace::Free,
        };
        Some(Math::Scripts { base, low, high, place })
    }

    fn group(&mut self, grouping: Grouping) -> Option<Math> {
        let shape = match grouping {
            Grouping::Normal => {
                let (row, stop) = self.row()?;
                // `1{,}5`: the comma of a number.
                let comma = matches!(row.as_slice(), [Math::Sign(',')]);
                let row = if comma { Math::Number(",".to_owned()) } else { Math::Row(row) };
                return (stop == Stop::End).then_some(row);
            }
            Grouping::LeftRight(open, close) => {
                let (row, stop) = self.row()?;
                return (stop == Stop::End).then_some(Math::Fenced(open, row, close));
            }
            Grouping::Array(columns) => return self.array(&columns),
            Grouping::Matrix { alignment } | Grouping::SubArray { alignment } => {
                Shape::Columns(aligned(alignment))
            }
            Grouping::Cases { left } => Shape::Cases(left),
            Grouping::Equation { .. }
            | Grouping::Align { .. }
            | Grouping::Aligned
            | Grouping::Alignat { .. }
            | Grouping::Alignedat { .. }
            | Grouping::Gather { .. }
            | Grouping::Gathered
            | Grouping::Multline
            | Grouping::Split => Shape::Lines,
        };
        let (rows, _) = self.rows()?;
        Some(Math::Grid(Grid { shape, rows, rules: Default::default() }))
    }

    /// A table, with the rules between its columns and rows.
    fn array(&mut self, columns: &[ArrayColumn]) -> Option<Math> {
        let mut alignments = columns.iter().filter_map(|column| match column {
            ArrayColumn::Column(alignment) => Some(aligned(*alignment)),
            ArrayColumn::Separator(_) => None,
        });
        let shape = Shape::Columns(
            alignments.next().filter(|first| alignments.all(|a| a == *first)).unwrap_or("center"),
        );
        let (mut count, mut rules) = (0, Vec::new());
        for column in columns {
            match column {
                ArrayColumn::Column(_) => count += 1,
                ArrayColumn::Separator(Line::Solid | Line::Dashed) => rules.push(count),
            }
        }
        rules.retain(|rule| (1..count).contains(rule));
        let (rows, lines) = self.rows()?;
        Some(Math::Grid(Grid { shape, rows, rules: (lines, rules) }))
    }

    /// The cells up to the end of the group, and after which rows a rule stands.
    fn rows(&mut self) -> Option<(Rows, Vec<usize>)> {
        let (mut rows, mut rules, mut cells) = (Vec::new(), Vec::new(), Vec::new());
        loop {
            let (cell, stop) = self.row()?;
            cells.push(cell);
            match stop {
                Stop::Cell => {}
                Stop::Line(rule) => {
                    rows.push(std::mem::take(&mut cells));
                    if rule {
                        rules.push(rows.len());
                    }
                }
                Stop::End => break,
            }
        }
        if cells.iter().any(|cell| !cell.is_empty()) {
            rows.push(cells);
        }
        rules.retain(|rule| *rule < rows.len());
        (!rows.is_empty()).then_some((rows, rules))
    }
}

fn changed(change: StateChange, rest: Vec<Math>) -> Vec<Math> {
    match change {
        StateChange::Font(Some(font)) => vec![Math::Styled(style(font), rest)],
        // Colours carry no meaning on paper that a reader could be sure of.
        StateChange::Font(None) | StateChange::Color(_) => rest,
        StateChange::Style(style) => vec![Math::Sized(
            match style {
                Style::Display => "display",
                Style::Text => "inline",
                Style::Script => "script",
                Style::ScriptScript => "sscript",
            },
            rest,
        )],
    }
}

/// The styles of a font, by the names of the theme.
fn style(font: Font) -> &'static str {
    match font {
        Font::Bold => "gras",
        Font::BoldItalic | Font::BoldSymbol => "gras-italique",
        Font::Italic | Font::DoubleStruckItalic => "italique",
        Font::UpRight => "droit",
        Font::DoubleStruck => "ajoure",
        Font::Script => "cursif",
        Font::BoldScript => "cursif-gras",
        Font::Fraktur => "gothique",
        Font::BoldFraktur => "gothique-gras",
        Font::Monospace => "chasse-fixe",
        Font::SansSerif | Font::SansSerifItalic => "lineale",
        Font::BoldSansSerif | Font::SansSerifBoldItalic => "lineale-grasse",
    }
}

fn aligned(alignment: ColumnAlignment) -> &'static str {
    match alignment {
        ColumnAlignment::Left => "left",
        ColumnAlignment::Center => "center",
        ColumnAlignment::Right => "right",
    }
}

/// A length in em, from one in a unit of paper: a formula is set at about 11 points.
fn em(length: &str) -> f32 {
    let digits = length.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let value: f32 = digits.parse().unwrap_or(0.0);
    match &length[digits.len()..] {
        "em" | "mu" => value,
        "ex" => value * 0.43,
        "mm" => value * 72.0 / 25.4 / 11.0,
        "cm" => value * 720.0 / 25.4 / 11.0,
        "in" => value * 72.0 / 11.0,
        _ => value / 11.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_is_known_and_nothing_else() {
        for (source, readable) in [
            ("x^2", true),
            (r"\frac{1}{2}", true),
            (r"\begin{cases}1 & \text{si } x\\ 2\end{cases}", true),
            (r"E = mc^2 \tag{1}", true),
            (r"\inconnu{x}", false),
            (r"\frac{1}{2", false),
            ("", false),
            ("   ", false),
            ("}", false),
            (r"\end{cases}", false),
            (r"\def\a{\a\a}\a", false),
            (&"{".repeat(40), false),
            (&format!("{}x{}", "{".repeat(40), "}".repeat(40)), false),
            (&"x".repeat(5000), false),
            (&format!("x{}", "^{x".repeat(30) + &"}".repeat(30)), false),
        ] {
            assert_eq!(formula(source, false).content.is_some(), readable, "{source}");
        }
    }

    #[test]
    fn lines_need_no_environment_on_a_line_of_their_own() {
        assert!(formula(r"a &= b \\ c &= d", true).content.is_some());
        assert!(formula(r"a &= b \\ c &= d", false).content.is_none());
    }

    #[test]
    fn a_decimal_comma_is_part_of_its_number() {
        let number = |text: &str| Math::Number(text.to_owned());
        for (source, expected) in [
            ("3,14", vec![number("3,14")]),
            ("12 500", vec![number("12\u{202F}500")]),
            ("1 2", vec![number("1"), number("2")]),
            (
                "1,2,3",
                vec![Math::Row(vec![
                    number("1"),
                    Math::Sign(','),
                    number("2"),
                    Math::Sign(','),
                    number("3"),
                ])],
            ),
        ] {
            assert_eq!(formula(source, false).content, Some(expected), "{source}");
        }
    }
}
