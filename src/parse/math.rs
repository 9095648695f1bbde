//! Reads formulas.
//!
//! In: LaTeX, as it stands between dollars. Out: a tree of what it means, in which a user's text is
//! only ever a character, a number or a word; or nothing, where it says more than is known here.

mod reader;

use pulldown_latex::{Parser, Storage};
use reader::read_events;

/// The longest formula, in bytes.
const BYTES: usize = 4000;

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

/// What authors use that the reader lacks, in its own terms: the number of an equation, names of places,
/// a second name of the script letters.
const MACROS: &str =
    r"\def\tag#1{\qquad\mathrm{(#1)}}\def\label#1{}\def\nonumber{}\def\notag{}\def\mathscr{\mathcal}";

fn read(source: &str) -> Option<Vec<Math>> {
    // The star puts its index below; the reader takes it for the name of the operator.
    let source = format!("{MACROS}{}", source.replace(r"\operatorname*", r"\operatorname"));
    // A reader of somebody else's: whatever it does, the note stands.
    let read = std::panic::catch_unwind(|| {
        let storage = Storage::new();
        read_events(Parser::new(&source, &storage).map_while(|event| Some(event.ok())))
    });
    read.ok().flatten()
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
    fn other_names_of_what_is_known() {
        for (source, same) in
            [(r"\operatorname*{argmax}_x f", r"\operatorname{argmax}_x f"), (r"\mathscr{L}", r"\mathcal{L}")]
        {
            assert!(formula(source, false).content.is_some(), "{source}");
            assert_eq!(formula(source, false).content, formula(same, false).content, "{source}");
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
