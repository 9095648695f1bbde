//! Diagnostics: what is wrong with the input, where, and what mends it.
//!
//! In: a [`Code`], the places it is about, the words that fill its text. Out: a [`Diagnostic`],
//! collected in [`Diagnostics`] and shown by one renderer a format. The texts themselves stand
//! in the catalogues of `locale`, under the name of the code.

mod code;
mod human;
mod json;
mod short;

pub use code::{Class, Code};
pub use human::human;
pub use json::json;
pub use short::short;

use crate::locale::Catalogue;
use crate::source::{LineCol, Sources, Span};
use std::collections::HashMap;

/// The most of a user's words that a message repeats, in characters; the excerpt shows the rest.
const ARGUMENT_CHARS: usize = 240;

/// How much a diagnostic weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Severity {
    /// Good to know; nothing was changed.
    Info,
    /// Something was repaired or left out; the document comes out all the same.
    Warning,
    /// No document comes out.
    Error,
}

impl Severity {
    /// The name in a catalogue and in the JSON format.
    pub fn name(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// A second place that explains the first one.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Related {
    /// Where.
    pub span: Span,
    /// The attribute of the code's message that says what stands there.
    pub label: &'static str,
}

/// Where a diagnostic points.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Place {
    /// A part of a source.
    Span(Span),
    /// A file that could not become a source, and the line and column where that showed, when known.
    File(String, Option<LineCol>),
    /// Nothing the user wrote.
    Nowhere,
}

/// One mistake, at its place.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Diagnostic {
    /// What is wrong.
    pub code: Code,
    /// How much it weighs here; a code has a usual weight, a document's status can change it.
    pub severity: Severity,
    /// Where.
    pub place: Place,
    /// The words that fill the message, by name.
    pub args: Vec<(&'static str, String)>,
    /// The attribute of the code's message that says what mends it.
    pub help: Option<&'static str>,
    /// Other places that explain it.
    pub related: Vec<Related>,
    /// The ids of what it is about, by which a waiver of the manifest finds it.
    pub(crate) objets: Vec<String>,
}

impl Diagnostic {
    /// A diagnostic of the code's usual weight, with its usual remedy (`aide`).
    pub fn new(code: Code, place: Place) -> Self {
        let severity = code.severity();
        Self {
            code,
            severity,
            place,
            args: Vec::new(),
            help: Some("aide"),
            related: Vec::new(),
            objets: Vec::new(),
        }
    }

    /// The same at a part of a source.
    pub fn at(code: Code, span: Span) -> Self {
        Self::new(code, Place::Span(span))
    }

    /// Adds a word of the message.
    #[must_use]
    pub fn arg(mut self, name: &'static str, value: impl ToString) -> Self {
        self.args.push((name, value.to_string()));
        self
    }

    /// The same as a warning: a draft may still lack what an official document has.
    #[must_use]
    pub(crate) fn softened(self) -> Self {
        Self { severity: self.severity.min(Severity::Warning), ..self }
    }

    /// Names something that it is about, by its id.
    #[must_use]
    pub(crate) fn about(mut self, id: impl ToString) -> Self {
        self.objets.push(id.to_string());
        self
    }

    /// Chooses another remedy of the code.
    #[must_use]
    pub fn help(mut self, attribute: &'static str) -> Self {
        self.help = Some(attribute);
        self
    }

    /// Adds a place that explains the mistake.
    #[must_use]
    pub fn related(mut self, span: Span, label: &'static str) -> Self {
        self.related.push(Related { span, label });
        self
    }

    /// The sentence that says what is wrong, in the catalogue's language, on one line, safe for a terminal.
    pub fn message(&self, catalogue: &Catalogue) -> String {
        catalogue.text(self.code.name(), None, &self.escaped_args())
    }

    /// The sentence that says what mends it.
    pub fn help_text(&self, catalogue: &Catalogue) -> Option<String> {
        let attribute = self.help?;
        catalogue.attribute(self.code.name(), attribute, &self.escaped_args())
    }

    /// The file and the line, as the register of a document prints them.
    pub(crate) fn lieu(&self, sources: &Sources) -> Option<String> {
        let (path, at) = self.location(sources)?;
        Some(at.map_or_else(|| path.clone(), |at| format!("{path}:{}", at.line)))
    }

    fn label_text(&self, related: &Related, catalogue: &Catalogue) -> String {
        catalogue.attribute(self.code.name(), related.label, &self.escaped_args()).unwrap_or_default()
    }

    fn escaped_args(&self) -> Vec<(&'static str, String)> {
        self.args.iter().map(|(name, value)| (*name, clip(&escape(value)))).collect()
    }

    fn location(&self, sources: &Sources) -> Option<(String, Option<LineCol>)> {
        match &self.place {
            Place::Span(span) => {
                let source = sources.get(span.source);
                Some((escape(source.path.as_str()), Some(source.line_col(span.start))))
            }
            Place::File(path, at) => Some((escape(path), *at)),
            Place::Nowhere => None,
        }
    }
}

/// Everything found in one run, in the order it was found.
#[derive(Debug, Default)]
pub struct Diagnostics {
    all: Vec<Diagnostic>,
    /// Those of each code and place, by their index: the same one is kept once.
    known: HashMap<(Code, Place), Vec<usize>>,
}

impl Diagnostics {
    /// Adds one; the same mistake at the same place is kept once.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        let same = self.known.entry((diagnostic.code, diagnostic.place.clone())).or_default();
        if !same.iter().any(|&index| self.all[index] == diagnostic) {
            same.push(self.all.len());
            self.all.push(diagnostic);
        }
    }

    /// All of them, by file and place, errors included.
    pub fn sorted(&self, sources: &Sources) -> Vec<&Diagnostic> {
        let mut all: Vec<&Diagnostic> = self.all.iter().collect();
        all.sort_by_cached_key(|diagnostic| match diagnostic.location(sources) {
            Some((path, at)) => (path, at),
            None => (String::new(), None),
        });
        all
    }

    /// Makes errors of the warnings (`--strict`).
    pub fn harden(&mut self) {
        for diagnostic in &mut self.all {
            if diagnostic.severity == Severity::Warning {
                diagnostic.severity = Severity::Error;
            }
        }
    }

    /// Makes errors of the repairs that a final dossier may not have.
    pub(crate) fn finalise(&mut self) {
        for diagnostic in &mut self.all {
            if diagnostic.code.refuses_final() && diagnostic.severity == Severity::Warning {
                diagnostic.severity = Severity::Error;
            }
        }
    }

    /// How many have that weight.
    pub fn count(&self, severity: Severity) -> usize {
        self.all.iter().filter(|diagnostic| diagnostic.severity == severity).count()
    }

    /// Whether one is an error, so that nothing may be written.
    pub fn has_errors(&self) -> bool {
        self.all.iter().any(|diagnostic| diagnostic.severity == Severity::Error)
    }

    /// Whether that mistake was found at that place.
    pub(crate) fn has(&self, code: Code, place: &Place) -> bool {
        self.known.contains_key(&(code, place.clone()))
    }

    /// All of them, to put elsewhere.
    pub(crate) fn into_iter(self) -> impl Iterator<Item = Diagnostic> {
        self.all.into_iter()
    }

    /// All of them, in the order they were found.
    pub fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        self.all.iter()
    }
}

/// Whether a character can change how a terminal or a reader shows the text around it:
/// controls, bidirectional marks, invisible characters.
pub(crate) fn is_deceptive(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}

/// The start of a text that is too long for a message.
fn clip(text: &str) -> String {
    match text.char_indices().nth(ARGUMENT_CHARS) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

/// The text with its deceptive characters shown as `\u{…}`, line ends as spaces.
pub(crate) fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' | '\r' | '\t' => safe.push(' '),
            c if is_deceptive(c) => safe.extend(c.escape_unicode()),
            c => safe.push(c),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shows_deceptive_characters() {
        for (text, expected) in [
            ("a\u{1b}[31m", "a\\u{1b}[31m"),
            ("a\u{202E}b", "a\\u{202e}b"),
            ("un\ndeux", "un deux"),
            ("é « à »", "é « à »"),
        ] {
            assert_eq!(escape(text), expected);
        }
    }
}
