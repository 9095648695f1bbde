//! YAML: the text of a data file or of a front matter, as one tree in which every key and value has its place.
//!
//! In: a text, the bytes of it that are YAML, the limits. Out: a [`Parsed`]: the tree, and every [`Fault`]
//! with its place in the whole text. `012`, `no` and `2026-10-05` stay texts: the decoder knows what it wants.

mod mistake;
mod tree;

use std::ops::Range;

use crate::source::{SourceId, Span, floor_boundary};

/// A YAML value and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Node {
    /// The place of the value, quotes and brackets included, tag and anchor left out. For an alias
    /// the place of the alias; what is inside it then stands where the anchor is.
    pub(crate) span: Span,
    /// The value.
    pub(crate) value: Value,
}

/// What a YAML value is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Value {
    /// Nothing written, `~` or `null`.
    Null,
    /// A text, its escapes and folds resolved; `plain`: without quotes, so that it may be a number or a date.
    Scalar { text: String, plain: bool },
    /// A list.
    Sequence(Vec<Node>),
    /// Keys and values, in the order of the text, no key twice.
    Mapping(Vec<Entry>),
}

/// A key and its value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Entry {
    /// The key, in the normalisation form C.
    pub(crate) key: String,
    /// The place of the key, its quotes included.
    pub(crate) key_span: Span,
    /// The value.
    pub(crate) value: Node,
}

/// How much a text may ask for.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Limits {
    /// Collections inside one another, in the tree and not only in the text.
    pub(crate) depth: usize,
    /// Aliases (`*nom`).
    pub(crate) aliases: usize,
    /// Values in the tree, those that an alias repeats and those kept for an anchor included; keys do not count.
    pub(crate) nodes: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { depth: 32, aliases: 100, nodes: 100_000 }
    }
}

/// Which of the [`Limits`] a text goes over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Limit {
    /// [`Limits::depth`].
    Depth,
    /// [`Limits::aliases`].
    Aliases,
    /// [`Limits::nodes`].
    Nodes,
}

/// Why a text is not a tree, or not the tree its author wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Fault {
    /// The text is not YAML.
    Syntax { span: Span, cause: Cause },
    /// A tab in the indentation.
    Tab { span: Span },
    /// A key twice in one mapping, whatever its quotes and its normalisation; the first one stays in the tree.
    DuplicateKey { key: String, first: Span, second: Span },
    /// A key that is no text: a list, a mapping (`{{ nom }}` without quotes) or nothing; left out of the tree.
    ComplexKey { span: Span },
    /// The key `<<`, which YAML 1.2 no longer has; left out of the tree.
    MergeKey { span: Span },
    /// A tag that is not one of the core schema (`!include`), or not one of such a value; the value stays.
    Tag { span: Span, tag: String },
    /// An alias of an anchor that is not above, or of the very value it stands in; its text stands for it.
    UnknownAlias { span: Span, name: String },
    /// The start of a second document.
    SeveralDocuments { span: Span },
    /// The place where the text goes over a limit.
    Limit { span: Span, limit: Limit, allowed: usize },
}

/// The mistakes that authors make, and what the span of [`Fault::Syntax`] then covers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Cause {
    /// A line without `:` where a key should be; the line.
    MissingColon,
    /// `clé:valeur` without a space; the `:`.
    MissingSpace,
    /// `: ` inside a value without quotes; the `:`.
    ColonInValue,
    /// A quote without its second; the first one.
    UnclosedQuote,
    /// Text after the closing quote, as in `'L'eau'`; the text.
    TextAfterQuote,
    /// A bracket without its second; the first one.
    UnclosedBracket,
    /// Text after the closing bracket, as in `[[note]] et plus`; the text.
    TextAfterBracket,
    /// No comma between two parts of `[…]` or `{…}`; where it was missed.
    MissingComma,
    /// A line indented too little or too much; the line.
    Indentation,
    /// A character that cannot stand there without quotes (`@`, `%`, `>`, the `-` of `clé: - valeur`, a bracket
    /// nobody opened), or nowhere (a control character); between double quotes a backslash as in `"C:\dossier"`.
    Character(char),
    /// Anything else, in the parser's own English words.
    Other(String),
}

/// What a text is.
#[derive(Debug)]
pub(crate) struct Parsed {
    /// The tree, of an empty text [`Value::Null`]; nothing only where a fault stopped the reading.
    pub(crate) root: Option<Node>,
    /// The faults, in the order they were met.
    pub(crate) faults: Vec<Fault>,
}

/// Parses the bytes `range` of the text of `source`. A range that does not fit the text is cut to it.
pub(crate) fn parse(text: &str, source: SourceId, range: Range<usize>, limits: Limits) -> Parsed {
    let text = &text[..floor_boundary(text, range.end)];
    let start = floor_boundary(text, range.start);
    tree::Builder::new(text, Span::new(source, start..start), limits).run()
}

/// Spaces, tabs and line ends.
const BLANKS: [char; 4] = [' ', '\t', '\r', '\n'];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{Source, Sources, VaultPath};

    /// Parses a whole text; whatever comes out has its place in it.
    pub(super) fn parsed(text: &str) -> (Source, Parsed) {
        let path = VaultPath::new("n.yaml").expect("a path");
        let id = Sources::default().add(Source::new(path.clone(), text.to_owned()));
        let parsed = parse(text, id, 0..text.len(), Limits::default());
        assert!(parsed.root.is_some() || !parsed.faults.is_empty(), "{text:?}: neither tree nor fault");
        let source = Source::new(path, text.to_owned());
        if let Some(root) = &parsed.root {
            show(&source, root);
        }
        (source, parsed)
    }

    /// `1:1-1:4`: the line and column of both ends.
    pub(super) fn place(source: &Source, span: Span) -> String {
        assert!(source.text.get(span.range()).is_some(), "{:?}: {span:?}", source.text);
        let (start, end) = (source.line_col(span.start), source.line_col(span.end));
        format!("{}:{}-{}:{}", start.line, start.column, end.line, end.column)
    }

    fn show(source: &Source, node: &Node) -> String {
        let value = match &node.value {
            Value::Null => "~".to_owned(),
            Value::Scalar { text, plain: true } => text.clone(),
            Value::Scalar { text, plain: false } => format!("{text:?}"),
            Value::Sequence(nodes) => {
                let nodes: Vec<String> = nodes.iter().map(|node| show(source, node)).collect();
                format!("[{}]", nodes.join(" "))
            }
            Value::Mapping(entries) => {
                let entry =
                    |e: &Entry| format!("{}@{}={}", e.key, place(source, e.key_span), show(source, &e.value));
                format!("{{{}}}", entries.iter().map(entry).collect::<Vec<_>>().join(" "))
            }
        };
        format!("{value}@{}", place(source, node.span))
    }

    /// Texts and their trees.
    const TREES: &[(&str, &str)] = &[
        ("", "~@1:1-1:1"),
        ("# rien\n", "~@1:1-1:1"),
        ("a:\n", "{a@1:1-1:2=~@1:3-1:3}@1:1-1:3"),
        ("a: 1\nb c: x y # z\n", "{a@1:1-1:2=1@1:4-1:5 b c@2:1-2:4=x y@2:6-2:9}@1:1-2:9"),
        ("'l''été': \"a\\tb\"\n", "{l'été@1:1-1:9=\"a\\tb\"@1:11-1:17}@1:1-1:17"),
        (
            "vagues:\n- id: v1\n  lots:\n    - A\n    -\n- - x\n",
            "{vagues@1:1-1:7=[{id@2:3-2:5=v1@2:7-2:9 lots@3:3-3:7=[A@4:7-4:8 ~@5:6-5:6]@4:5-5:6}@2:3-5:6 \
             [x@6:5-6:6]@6:3-6:6]@2:1-6:6}@1:1-6:6",
        ),
        (
            "a: un\n  deux\nb: |\n  x\n\n  y\n\nc: >-\n  z\n  t",
            "{a@1:1-1:2=un deux@1:4-2:7 b@3:1-3:2=\"x\\n\\ny\\n\"@4:3-6:4 c@8:1-8:2=\"z t\"@9:3-10:4}@1:1-10:4",
        ),
        ("a: \"x\n  y\"", "{a@1:1-1:2=\"x y\"@1:4-2:5}@1:1-2:5"),
        (
            "{a: [1, {b: ~}], 'c': null, d}",
            "{a@1:2-1:3=[1@1:6-1:7 {b@1:10-1:11=~@1:13-1:14}@1:9-1:15]@1:5-1:16 c@1:18-1:21=~@1:23-1:27 \
             d@1:29-1:30=~@1:30-1:30}@1:1-1:31",
        ),
        (
            "é: [œuvre, \"🦀\"]\nb: à\n",
            "{é@1:1-1:2=[œuvre@1:5-1:10 \"🦀\"@1:12-1:15]@1:4-1:16 b@2:1-2:2=à@2:4-2:5}@1:1-2:5",
        ),
        ("a: x\r\nb:\r\n- y\r\n", "{a@1:1-1:2=x@1:4-1:5 b@2:1-2:2=[y@3:3-3:4]@3:1-3:4}@1:1-3:4"),
        ("a: x\rb: |\r  y\r  z\r", "{a@1:1-1:2=x@1:4-1:5 b@2:1-2:2=\"y\\nz\\n\"@3:3-4:4}@1:1-4:4"),
        ("a: &x [1]\nb: *x\n", "{a@1:1-1:2=[1@1:8-1:9]@1:7-1:10 b@2:1-2:2=[1@1:8-1:9]@2:4-2:6}@1:1-2:6"),
        ("- !!str 012\n- ! no\n- 012\n", "[\"012\"@1:9-1:12 \"no\"@2:5-2:7 012@3:3-3:6]@1:1-3:6"),
        (
            "no: 2026-10-05\nnom: Null\n",
            "{no@1:1-1:3=2026-10-05@1:5-1:15 nom@2:1-2:4=Null@2:6-2:10}@1:1-2:10",
        ),
        ("--- # début\na: 1\n...\n", "{a@2:1-2:2=1@2:4-2:5}@2:1-2:5"),
    ];

    #[test]
    fn places_every_key_and_value() {
        for (text, expected) in TREES {
            let (source, parsed) = parsed(text);
            let tree = parsed.root.as_ref().map(|root| show(&source, root));
            assert_eq!((tree.as_deref(), parsed.faults), (Some(*expected), vec![]), "{text:?}");
        }
    }

    #[test]
    fn holds_its_limits() {
        let lines = |line: fn(usize) -> String, count| (0..count).map(line).collect::<String>();
        let laughs =
            lines(|i| format!("a{}: &a{} [{}]\n", i + 1, i + 1, vec![format!("*a{i}"); 9].join(",")), 9);
        for (text, limit, at) in [
            ("[".repeat(100_000), Limit::Depth, 32),
            ("- ".repeat(100_000), Limit::Depth, 64),
            (lines(|i| format!("{}a:\n", " ".repeat(i)), 33), Limit::Depth, 624),
            (format!("a: &a {}{}\nb: [*a]", "[".repeat(31), "]".repeat(31)), Limit::Depth, 73),
            (format!("- &a 1\n{}", "- *a\n".repeat(101)), Limit::Aliases, 509),
            (format!("a0: &a0 [x,x]\n{laughs}"), Limit::Nodes, 215),
            (format!("- &a {}\n- *a\n- *a", "x".repeat(9_000_000)), Limit::Nodes, 9_000_013),
            (lines(|i| format!("- &a{i} x\n"), 100_000), Limit::Nodes, 588_900),
        ] {
            let fault = parsed(&text).1.faults.pop();
            let found = fault.and_then(|fault| match fault {
                Fault::Limit { span, limit, .. } => Some((limit, span.start)),
                _ => None,
            });
            assert_eq!(found, Some((limit, at)), "{text:.40}");
        }
    }

    #[test]
    fn survives_every_prefix() {
        for (text, _) in TREES {
            for (end, _) in text.char_indices() {
                parsed(&text[..end]);
                parsed(&text[end..]);
            }
        }
    }
}
