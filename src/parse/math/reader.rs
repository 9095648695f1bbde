//! Reads the events of a formula as a tree.
//!
//! In: the events of its LaTeX. Out: rows of parts; nothing where an event says more than is known here.

use super::{Grid, Math, Rows, ScriptPlace, Shape};
use pulldown_latex::event::{
    ArrayColumn, ColumnAlignment, Content, DelimiterType, EnvironmentFlow, Event, Font, Grouping, Line,
    ScriptPosition, ScriptType, StateChange, Style, Visual,
};
use std::iter::Peekable;

/// The most parts a formula may have, and how deep they may stand in each other: the typesetter has
/// limits of its own.
const PARTS: usize = 3000;
const DEPTH: usize = 16;

/// Reads the events of a whole formula; one that cannot be read is [`None`] inside.
pub(super) fn read_events<'s>(events: impl Iterator<Item = Option<Event<'s>>>) -> Option<Vec<Math>> {
    let mut reader = Reader { events: Checked { events, sound: true }.peekable(), parts: 0, depth: 0 };
    let (row, stop) = reader.row()?;
    (stop == Stop::End && reader.events.next().is_none()).then_some(row)
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
