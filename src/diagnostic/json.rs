//! The format of programs: one JSON object a line.

use super::{Diagnostic, Diagnostics, Place};
use crate::locale::Catalogue;
use crate::source::{Sources, Span};
use serde::Serialize;

#[derive(Serialize)]
struct Line<'a> {
    code: &'a str,
    severity: &'a str,
    #[serde(flatten)]
    at: At,
    message: String,
    help: Option<String>,
    related: Vec<RelatedLine>,
}

/// A place; lines and columns from 1, columns in characters, the end exclusive.
#[derive(Serialize, Default)]
struct At {
    path: Option<String>,
    line: Option<usize>,
    column: Option<usize>,
    end_line: Option<usize>,
    end_column: Option<usize>,
}

#[derive(Serialize)]
struct RelatedLine {
    #[serde(flatten)]
    at: At,
    message: String,
}

/// All diagnostics, one JSON object a line: code, severity, path, line, column, end_line,
/// end_column, message, help, related.
pub fn json(diagnostics: &Diagnostics, sources: &Sources, catalogue: &Catalogue) -> String {
    let lines = diagnostics.sorted(sources).into_iter().map(|diagnostic| {
        let line = Line {
            code: diagnostic.code.name(),
            severity: diagnostic.severity.name(),
            at: place(diagnostic, sources),
            message: diagnostic.message(catalogue),
            help: diagnostic.help_text(catalogue),
            related: related(diagnostic, sources, catalogue),
        };
        // A structure of texts and numbers always has a JSON form.
        serde_json::to_string(&line).unwrap_or_default() + "\n"
    });
    lines.collect()
}

fn related(diagnostic: &Diagnostic, sources: &Sources, catalogue: &Catalogue) -> Vec<RelatedLine> {
    let lines = diagnostic.related.iter().map(|related| RelatedLine {
        at: span(related.span, sources),
        message: diagnostic.label_text(related, catalogue),
    });
    lines.collect()
}

fn place(diagnostic: &Diagnostic, sources: &Sources) -> At {
    match &diagnostic.place {
        Place::Span(at) => span(*at, sources),
        Place::File(path, at) => At {
            path: Some(path.clone()),
            line: at.map(|at| at.line),
            column: at.map(|at| at.column),
            end_line: at.map(|at| at.line),
            end_column: at.map(|at| at.column),
        },
        Place::Nowhere => At::default(),
    }
}

fn span(span: Span, sources: &Sources) -> At {
    let source = sources.get(span.source);
    let (start, end) = (source.line_col(span.start), source.line_col(span.end));
    At {
        path: Some(source.path.as_str().to_owned()),
        line: Some(start.line),
        column: Some(start.column),
        end_line: Some(end.line),
        end_column: Some(end.column),
    }
}
