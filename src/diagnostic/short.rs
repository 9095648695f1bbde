//! The format of editors: `path:line:col: code: message`, one line a diagnostic.

use super::Diagnostics;
use crate::locale::Catalogue;
use crate::source::Sources;

/// All diagnostics, a line each, lines and columns from 1.
pub fn short(diagnostics: &Diagnostics, sources: &Sources, catalogue: &Catalogue) -> String {
    let mut out = String::new();
    for diagnostic in diagnostics.sorted(sources) {
        if let Some((path, at)) = diagnostic.location(sources) {
            out.push_str(&path);
            out.push(':');
            if let Some(at) = at {
                out.push_str(&format!("{}:{}:", at.line, at.column));
            }
            out.push(' ');
        }
        out.push_str(&format!("{}: {}\n", diagnostic.code.name(), diagnostic.message(catalogue)));
    }
    out
}
