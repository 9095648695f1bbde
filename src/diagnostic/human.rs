//! The format of people: the message, the excerpt with the place underlined, the remedy.

use super::{Diagnostic, Diagnostics, Place, Severity};
use crate::locale::Catalogue;
use crate::source::{Sources, Span, floor_boundary};
use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use std::collections::BTreeMap;

/// How many lines a span may cover in an excerpt; a longer one is shown by its first lines.
const EXCERPT_LINES: usize = 4;
/// How many bytes of one line are shown; the lines of a machine-made file can be endless.
const EXCERPT_BYTES: usize = 400;

/// All diagnostics with their excerpts, `colour` or not.
pub fn human(diagnostics: &Diagnostics, sources: &Sources, catalogue: &Catalogue, colour: bool) -> String {
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    let mut out = String::new();
    for diagnostic in diagnostics.sorted(sources) {
        out.push_str(&renderer.render(&[group(diagnostic, sources, catalogue)]));
        out.push_str("\n\n");
    }
    out
}

fn group<'a>(diagnostic: &'a Diagnostic, sources: &'a Sources, catalogue: &Catalogue) -> Group<'a> {
    let name = catalogue.text(diagnostic.severity.name(), None, &[]);
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Info => Level::INFO,
    };
    let title = level.with_name(name).primary_title(diagnostic.message(catalogue)).id(diagnostic.code.name());
    let mut group = match &diagnostic.place {
        Place::Span(_) => title.elements(snippets(diagnostic, sources, catalogue)),
        Place::File(path, at) => {
            let origin = Origin::path(super::escape(path));
            title.element(match at {
                Some(at) => origin.line(at.line).char_column(at.column),
                None => origin,
            })
        }
        Place::Nowhere => Group::with_title(title),
    };
    if let Some(help) = diagnostic.help_text(catalogue) {
        group = group.element(Level::HELP.with_name(catalogue.text("help", None, &[])).message(help));
    }
    group
}

/// One snippet a source: the diagnostic's own first, its place underlined with `^`, the related ones with `-`.
fn snippets<'a>(
    diagnostic: &'a Diagnostic,
    sources: &'a Sources,
    catalogue: &Catalogue,
) -> Vec<Snippet<'a, Annotation<'a>>> {
    let Place::Span(primary) = diagnostic.place else { return Vec::new() };
    let mut marks = vec![(primary, AnnotationKind::Primary, String::new())];
    marks.extend(
        diagnostic.related.iter().map(|related| {
            (related.span, AnnotationKind::Context, diagnostic.label_text(related, catalogue))
        }),
    );
    // Far places of one file make two excerpts, or the whole text between would be handed over.
    let mut windows: BTreeMap<usize, Vec<(Span, AnnotationKind, String)>> = BTreeMap::new();
    for (order, mark) in marks.into_iter().enumerate() {
        windows.insert(order, vec![mark]);
    }
    windows.into_values().map(|marks| snippet(marks, sources)).collect()
}

fn snippet<'a>(
    marks: Vec<(Span, AnnotationKind, String)>,
    sources: &'a Sources,
) -> Snippet<'a, Annotation<'a>> {
    let source = sources.get(marks[0].0.source);
    let first = source.line_col(marks[0].0.start).line;
    let window = source.line_range(first).start..source.line_range(first + EXCERPT_LINES - 1).end;
    let window = window.start..floor_boundary(&source.text, window.end.min(marks[0].0.start + EXCERPT_BYTES));
    let text = source.text[window.clone()].trim_end_matches(['\n', '\r']);
    let mut snippet = Snippet::source(text).line_start(first).path(super::escape(source.path.as_str()));
    for (span, kind, label) in marks {
        let start = (span.start - window.start).min(text.len());
        let end = line_end(text, start, span.end.saturating_sub(window.start));
        let annotation = kind.span(start..end);
        snippet = snippet.annotation(if label.is_empty() { annotation } else { annotation.label(label) });
    }
    snippet
}

/// The end of the mark that starts at `start`: on its line, and at least one character long where there is one.
fn line_end(text: &str, start: usize, end: usize) -> usize {
    let line = text[start..].find(['\n', '\r']).map_or(text.len(), |at| start + at);
    let one = text[start..].chars().next().map_or(start, |c| start + c.len_utf8());
    end.min(line).max(one.min(line))
}
