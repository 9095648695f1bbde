//! The registry of callouts: Obsidian's thirteen kinds, their other names, their shape on the page.

/// A kind of callout: its name and aliases (Obsidian help, Callouts).
pub(crate) struct CalloutKind {
    /// The name that the theme knows.
    pub name: &'static str,
    pub aliases: &'static [&'static str],
}

const fn kind(name: &'static str, aliases: &'static [&'static str]) -> CalloutKind {
    CalloutKind { name, aliases }
}

pub(crate) const KINDS: [CalloutKind; 13] = [
    kind("note", &[]),
    kind("abstract", &["summary", "tldr"]),
    kind("info", &[]),
    kind("todo", &[]),
    kind("tip", &["hint", "important"]),
    kind("success", &["check", "done"]),
    kind("question", &["help", "faq"]),
    kind("warning", &["caution", "attention"]),
    kind("failure", &["fail", "missing"]),
    kind("danger", &["error"]),
    kind("bug", &[]),
    kind("example", &[]),
    kind("quote", &["cite"]),
];

/// The kind that a name or an alias means; nothing for a name of the author's own, which Obsidian
/// shows in the style of a note.
pub(crate) fn find(name: &str) -> Option<&'static CalloutKind> {
    KINDS.iter().find(|kind| kind.name == name || kind.aliases.contains(&name))
}
