//! Lowers formulas: calls of the theme, whose texts are literals.

use super::writer::Writer;
use crate::font;
use crate::parse::math::{Formula, Grid, Math, ScriptPlace, Shape};
use unicode_normalization::UnicodeNormalization;

/// Writes a formula, on a line of its own where `block`; false, and nothing written, where it cannot
/// be read or a sign of it has no glyph.
pub(super) fn formula(formula: &Formula, block: bool, out: &mut Writer) -> bool {
    let Some(content) = formula.content.as_deref().filter(|content| content.iter().all(printable)) else {
        return false;
    };
    out.code("formule(");
    out.literal(&formula.source);
    out.code(if block { ", bloc: true, " } else { ", " });
    // In the text, what was meant for a line of its own keeps its size.
    let sized = formula.display && !block;
    out.code(if sized { "m-taille(\"display\", " } else { "" });
    row(content, out);
    out.code(if sized { "))" } else { ")" });
    true
}

/// Whether every character of a part has a glyph.
fn printable(math: &Math) -> bool {
    let text = |text: &str| text.chars().all(font::covers_math);
    let all = |parts: &[Math]| parts.iter().all(printable);
    let maybe = |part: &Option<Box<Math>>| part.as_deref().is_none_or(printable);
    match math {
        Math::Sign(c) | Math::Large(c, _) => font::covers_math(*c),
        Math::Relation(t) | Math::Number(t) | Math::Words(t) | Math::Function(t) => text(t),
        Math::Space(_) => true,
        Math::Row(parts) | Math::Styled(_, parts) | Math::Sized(_, parts) => all(parts),
        Math::Fraction { over, under, .. } => printable(over) && printable(under),
        Math::Root { index, of } => maybe(index) && printable(of),
        Math::Scripts { base, low, high, .. } => printable(base) && maybe(low) && maybe(high),
        Math::Struck(of) => printable(of),
        Math::Fenced(open, parts, close) => {
            open.is_none_or(font::covers_math) && close.is_none_or(font::covers_math) && all(parts)
        }
        Math::Grid(grid) => grid.rows.iter().flatten().all(|cell| all(cell)),
    }
}

/// Parts one after the other, as one expression.
fn row(parts: &[Math], out: &mut Writer) {
    match parts {
        [] => out.code("none"),
        [one] => math(one, out),
        parts => {
            out.code("{\n");
            for part in parts {
                math(part, out);
                out.code("\n");
            }
            out.code("}");
        }
    }
}

fn math(part: &Math, out: &mut Writer) {
    match part {
        Math::Sign(c) => call("m-signe", &c.to_string(), out),
        Math::Relation(text) => call("m-relation", text, out),
        Math::Number(text) => call("m-nombre", text, out),
        Math::Words(text) => call("m-mots", text, out),
        Math::Function(name) => call("m-fonction", name, out),
        // A number below zero would be an operation.
        Math::Space(em) if *em < 0.0 => out.code(&format!("m-recul({:.3}em)", em.abs())),
        Math::Space(em) => out.code(&format!("m-espace({:.3}em)", em.abs())),
        Math::Row(parts) => row(parts, out),
        Math::Fraction { line, over, under } => {
            out.code(if *line { "m-fraction(" } else { "m-pile(" });
            math(over, out);
            out.code(", ");
            math(under, out);
            out.code(")");
        }
        Math::Root { index, of } => {
            out.code("m-racine(");
            math(of, out);
            if let Some(index) = index {
                out.code(", indice: ");
                math(index, out);
            }
            out.code(")");
        }
        Math::Scripts { base, low, high, place } => {
            scripts(base, low.as_deref(), high.as_deref(), *place, out);
        }
        Math::Struck(of) => struck(of, out),
        Math::Fenced(open, parts, close) => {
            out.code("m-cloture(");
            fence(*open, out);
            out.code(", ");
            fence(*close, out);
            out.code(", ");
            row(parts, out);
            out.code(")");
        }
        Math::Large(c, em) => {
            out.code(&format!("m-haut({em:.1}em, "));
            out.literal(&c.to_string());
            out.code(")");
        }
        Math::Styled(style, parts) => {
            out.code(&format!("m-style(\"{style}\", "));
            row(parts, out);
            out.code(")");
        }
        Math::Sized(size, parts) => {
            out.code(&format!("m-taille(\"{size}\", "));
            row(parts, out);
            out.code(")");
        }
        Math::Grid(grid) => cells(grid, out),
    }
}

fn call(function: &str, text: &str, out: &mut Writer) {
    out.code(function);
    out.code("(");
    out.literal(text);
    out.code(")");
}

fn fence(mark: Option<char>, out: &mut Writer) {
    match mark {
        Some(c) => out.literal(&c.to_string()),
        None => out.code("none"),
    }
}

/// The marks that stand over or under a letter, each with the accent that the typesetter draws.
const ACCENTS: [(char, char); 12] = [
    ('→', '\u{20D7}'),
    ('←', '\u{20D6}'),
    ('↔', '\u{20E1}'),
    ('^', '\u{302}'),
    ('~', '\u{303}'),
    ('˙', '\u{307}'),
    ('¨', '\u{308}'),
    ('ˇ', '\u{30C}'),
    ('˘', '\u{306}'),
    ('´', '\u{301}'),
    ('`', '\u{300}'),
    ('˚', '\u{30A}'),
];

/// What is drawn over or under a part, by the name that the theme gives it.
fn mark_over(high: &Math) -> Option<&'static str> {
    match high {
        Math::Sign('‾' | '¯' | '―') => Some("m-ligne-dessus"),
        Math::Sign('⏞') => Some("m-accolade-dessus"),
        Math::Sign('⏜') => Some("m-arc-dessus"),
        _ => None,
    }
}

fn mark_under(low: &Math) -> Option<&'static str> {
    match low {
        Math::Sign('_' | '‾' | '̲') => Some("m-ligne-dessous"),
        Math::Sign('⏟') => Some("m-accolade-dessous"),
        _ => None,
    }
}

fn scripts(base: &Math, low: Option<&Math>, high: Option<&Math>, place: ScriptPlace, out: &mut Writer) {
    if place == ScriptPlace::Above {
        let accent = match (low, high) {
            (None, Some(Math::Sign(c))) => ACCENTS.iter().find(|(mark, _)| mark == c),
            _ => None,
        };
        if let Some((_, accent)) = accent {
            out.code("m-accent(");
            math(base, out);
            out.code(", ");
            out.literal(&accent.to_string());
            return out.code(")");
        }
        let mark = match (low, high) {
            (None, Some(high)) => mark_over(high),
            (Some(low), None) => mark_under(low),
            _ => None,
        };
        if let Some(mark) = mark {
            out.code(mark);
            out.code("(");
            math(base, out);
            return out.code(")");
        }
    }
    out.code(match place {
        ScriptPlace::Beside => "m-indices(",
        ScriptPlace::Above => "m-dessus(",
        ScriptPlace::Free => "m-bornes(",
    });
    math(base, out);
    for (name, script) in [("bas", low), ("haut", high)] {
        if let Some(script) = script {
            out.code(&format!(", {name}: "));
            math(script, out);
        }
    }
    out.code(")");
}

/// A struck sign is a sign of its own where there is one, such as ≠.
fn struck(of: &Math, out: &mut Writer) {
    if let Math::Sign(c) = of {
        let composed: String = [*c, '\u{338}'].into_iter().nfc().collect();
        let mut chars = composed.chars();
        if let (Some(c), None) = (chars.next(), chars.next())
            && font::covers_math(c)
        {
            return call("m-signe", &composed, out);
        }
    }
    out.code("m-barre(");
    math(of, out);
    out.code(")");
}

fn cells(grid: &Grid, out: &mut Writer) {
    match grid.shape {
        Shape::Columns(alignment) => {
            out.code(&format!("m-tableau(aligne: {alignment}, filets: ("));
            numbers(&grid.rules.0, out);
            out.code(", ");
            numbers(&grid.rules.1, out);
            out.code("), ");
        }
        Shape::Cases(left) => out.code(if left { "m-cas(" } else { "m-cas(droite: true, " }),
        Shape::Lines => out.code("m-lignes("),
    }
    let columns = grid.rows.iter().map(Vec::len).max().unwrap_or(0);
    for cells in &grid.rows {
        out.code("(");
        for at in 0..columns {
            row(cells.get(at).map(Vec::as_slice).unwrap_or_default(), out);
            out.code(", ");
        }
        out.code("), ");
    }
    out.code(")");
}

fn numbers(numbers: &[usize], out: &mut Writer) {
    out.code("(");
    for number in numbers {
        out.code(&format!("{number}, "));
    }
    out.code(")");
}
