//! The tree: the parser's events put together, each limit held before anything grows.
//!
//! In: a text, its limits. Out: a [`Parsed`].

use std::collections::HashMap;
use std::collections::hash_map::Entry as Seen;
use std::ops::Range;

use serde_yaml::granit_parser::{Event, Parser, ScalarStyle, Span as Mark, StructureStyle, Tag, options};
use unicode_normalization::{UnicodeNormalization, is_nfc};

use super::{BLANKS, Entry, Fault, Limit, Limits, Node, Parsed, Value, mistake};
use crate::source::{Span, floor_boundary};

/// A tree under construction. Its offsets are those of the whole text.
pub(super) struct Builder<'t> {
    pub(super) text: &'t str,
    pub(super) base: usize,
    pub(super) limits: Limits,
    nodes: usize,
    aliases: usize,
    anchors: HashMap<usize, Node>,
    pub(super) open: Vec<Frame>,
    root: Option<Node>,
    pub(super) faults: Vec<Fault>,
    /// The place of the last event.
    pub(super) last: Span,
}

/// A collection whose end has not come yet.
pub(super) struct Frame {
    pub(super) span: Span,
    anchor: usize,
    pub(super) flow: bool,
    value: Value,
    /// Of a mapping: the keys so far, and what it waits for.
    seen: HashMap<String, Span>,
    key: Key,
}

/// What a mapping waits for: a key, the value of a key, or a value that nobody will see.
#[derive(Default)]
enum Key {
    #[default]
    Awaited,
    Known(String, Span),
    Refused,
}

impl<'t> Builder<'t> {
    /// A builder for the YAML that starts at `start` and ends with the text.
    pub(super) fn new(text: &'t str, start: Span, limits: Limits) -> Self {
        let (anchors, open, faults) = (HashMap::new(), Vec::new(), Vec::new());
        let base = start.start;
        Self { text, base, limits, nodes: 0, aliases: 0, anchors, open, root: None, faults, last: start }
    }

    /// Reads the text to its end, or to the fault that ends the reading.
    pub(super) fn run(mut self) -> Parsed {
        let start = self.last;
        let options = options! {
            emit_comments: false,
            emit_unresolved_aliases: true,
            flow_nesting_limit: self.limits.depth,
            block_nesting_limit: self.limits.depth,
        };
        for event in Parser::new_from_str_with_options(&self.text[self.base..], options) {
            let step = match event {
                Ok((event, mark)) => self.take(event, &mark),
                Err(error) => Err(self.explain(&error)),
            };
            if let Err(fault) = step {
                self.stop(fault);
                return Parsed { root: None, faults: self.faults };
            }
        }
        let root = self.root.unwrap_or(Node { span: start, value: Value::Null });
        Parsed { root: Some(root), faults: self.faults }
    }

    /// Takes one event; an error is a fault that ends the reading.
    fn take(&mut self, event: Event<'_>, mark: &Mark) -> Result<(), Fault> {
        let span = self.span(mark);
        match event {
            Event::DocumentStart(..) if self.root.is_some() => return Err(Fault::SeveralDocuments { span }),
            Event::Scalar(text, style, anchor, tag) => {
                self.check_tag(tag.as_deref(), |core| core != "seq" && core != "map", mark);
                let as_text = tag.is_some_and(|tag| is_bang(&tag) || tag.core_suffix() == Some("str"));
                let plain = style == ScalarStyle::Plain && !as_text;
                self.finish(Node { span: self.scalar_span(span), value: scalar(&text, plain) }, anchor)?;
            }
            Event::SequenceStart(style, anchor, tag) => {
                self.check_tag(tag.as_deref(), |core| core == "seq", mark);
                self.begin(span, style, anchor, Value::Sequence(Vec::new()))?;
            }
            Event::MappingStart(style, anchor, tag) => {
                self.check_tag(tag.as_deref(), |core| core == "map", mark);
                self.begin(span, style, anchor, Value::Mapping(Vec::new()))?;
            }
            Event::SequenceEnd | Event::MappingEnd => {
                if let Some(Frame { span: start, anchor, value, .. }) = self.open.pop() {
                    let span = if span.range().is_empty() { start } else { start.to(span) };
                    self.finish(Node { span, value }, anchor)?;
                }
            }
            Event::Alias(id) => self.alias(id, span)?,
            Event::UnresolvedAlias(_) => self.unknown_alias(span)?,
            _ => {}
        }
        self.last = span;
        Ok(())
    }

    /// Bytes of this text as a span.
    pub(super) fn here(&self, range: Range<usize>) -> Span {
        Span::new(self.last.source, range)
    }

    /// The parser's place, in the whole text.
    fn span(&self, mark: &Mark) -> Span {
        let bytes = mark.byte_range().unwrap_or_default();
        let at = |offset: usize| floor_boundary(self.text, self.base + offset);
        Span::new(self.last.source, at(bytes.start)..at(bytes.end))
    }

    /// The place of a scalar: without the line ends of a block; where nothing is written, after the `:`.
    fn scalar_span(&self, span: Span) -> Span {
        let text = &self.text[span.range()];
        let colon = usize::from(text.is_empty() && self.text[span.start..].starts_with(':'));
        span.part(colon, colon + text.trim_end_matches(BLANKS).len())
    }

    /// Reports a tag that is not one of the core schema for such a value.
    fn check_tag(&mut self, tag: Option<&Tag>, fits: fn(&str) -> bool, mark: &Mark) {
        if tag.is_some_and(|tag| !is_bang(tag) && !tag.core_suffix().is_some_and(fits)) {
            let span = self.span(&mark.tag_span().unwrap_or(*mark));
            self.faults.push(Fault::Tag { span, tag: self.text[span.range()].to_owned() });
        }
    }

    /// Opens a collection.
    fn begin(&mut self, span: Span, style: StructureStyle, anchor: usize, value: Value) -> Result<(), Fault> {
        let flow = style == StructureStyle::Flow;
        let mut start = span.start;
        if !flow && matches!(value, Value::Sequence(_)) {
            let in_mapping = self.open.last().is_some_and(|frame| matches!(frame.value, Value::Mapping(_)));
            let line = mistake::line(self.text, start).start;
            if in_mapping && line < start && self.text[line..].starts_with('-') {
                start = line;
            }
            self.check_tab(start);
        }
        self.within(self.open.len() + 1, Limit::Depth, span)?;
        let span = Span::new(span.source, start..span.end.max(start));
        self.open.push(Frame { span, anchor, flow, value, seen: HashMap::new(), key: Key::Awaited });
        Ok(())
    }

    /// Puts a complete value in its place, and keeps a copy of it where it has an anchor.
    fn finish(&mut self, node: Node, anchor: usize) -> Result<(), Fault> {
        if anchor != 0 {
            self.count(measure(&node).1, node.span)?;
            self.anchors.insert(anchor, node.clone());
        }
        self.place(node)
    }

    /// Puts a complete value in its place: the root, an item, a key, the value of a key.
    fn place(&mut self, node: Node) -> Result<(), Fault> {
        let span = node.span;
        if let Some(frame) = self.open.last_mut() {
            frame.span = frame.span.to(span);
            match (&mut frame.value, std::mem::take(&mut frame.key)) {
                (Value::Mapping(_), Key::Awaited) => {
                    frame.key = read_key(node, self.text, &mut frame.seen, &mut self.faults);
                    if !frame.flow {
                        self.check_tab(span.start);
                    }
                    return Ok(());
                }
                (Value::Mapping(entries), Key::Known(key, key_span)) => {
                    entries.push(Entry { key, key_span, value: node });
                }
                (Value::Sequence(nodes), _) => nodes.push(node),
                _ => {}
            }
        } else {
            self.root = Some(node);
        }
        self.count(1, span)
    }

    /// Puts a copy of an anchor's value in the place of its alias.
    fn alias(&mut self, id: usize, span: Span) -> Result<(), Fault> {
        self.aliases += 1;
        self.within(self.aliases, Limit::Aliases, span)?;
        let Some(node) = self.anchors.get(&id) else { return self.unknown_alias(span) };
        let (height, cost) = measure(node);
        self.within(self.open.len() + height, Limit::Depth, span)?;
        self.within(self.nodes + cost, Limit::Nodes, span)?;
        self.nodes += cost - 1;
        let value = node.value.clone();
        self.place(Node { span, value })
    }

    /// Reports an alias that means nothing; its own text stands for it.
    fn unknown_alias(&mut self, span: Span) -> Result<(), Fault> {
        let text = self.text[span.range()].to_owned();
        self.faults.push(Fault::UnknownAlias { span, name: text.chars().skip(1).collect() });
        self.place(Node { span, value: Value::Scalar { text, plain: false } })
    }

    /// Counts nodes.
    fn count(&mut self, nodes: usize, span: Span) -> Result<(), Fault> {
        self.nodes += nodes;
        self.within(self.nodes, Limit::Nodes, span)
    }

    /// Holds a limit.
    fn within(&self, amount: usize, limit: Limit, span: Span) -> Result<(), Fault> {
        let allowed = match limit {
            Limit::Depth => self.limits.depth,
            Limit::Aliases => self.limits.aliases,
            Limit::Nodes => self.limits.nodes,
        };
        if amount <= allowed { Ok(()) } else { Err(Fault::Limit { span, limit, allowed }) }
    }
}

/// In a copy, each so many bytes of a text count as one more node.
const LONG_TEXT: usize = 256;

/// How many collections are inside one another in a node, and what a copy of it costs, in nodes.
fn measure(node: &Node) -> (usize, usize) {
    let deeper = |sum: (usize, usize), of: &Node, key: &str| {
        let (height, cost) = measure(of);
        (sum.0.max(height + 1), sum.1 + cost + key.len() / LONG_TEXT)
    };
    match &node.value {
        Value::Null => (0, 1),
        Value::Scalar { text, .. } => (0, 1 + text.len() / LONG_TEXT),
        Value::Sequence(nodes) => nodes.iter().fold((1, 1), |sum, node| deeper(sum, node, "")),
        Value::Mapping(entries) => {
            entries.iter().fold((1, 1), |sum, entry| deeper(sum, &entry.value, &entry.key))
        }
    }
}

/// Whether a tag is the lone `!`, which makes a text of a scalar.
fn is_bang(tag: &Tag) -> bool {
    tag.original_handle().is_empty() && tag.suffix() == "!"
}

/// The value of a scalar.
fn scalar(text: &str, plain: bool) -> Value {
    match text {
        "" | "~" | "null" if plain => Value::Null,
        _ => Value::Scalar { text: text.to_owned(), plain },
    }
}

/// A node as the key of its mapping, or refused with a fault.
fn read_key(node: Node, text: &str, seen: &mut HashMap<String, Span>, faults: &mut Vec<Fault>) -> Key {
    let span = node.span;
    let key = match node.value {
        Value::Scalar { text, plain: true } if text == "<<" => {
            faults.push(Fault::MergeKey { span });
            return Key::Refused;
        }
        Value::Scalar { text, .. } => text,
        Value::Null if !span.range().is_empty() => text[span.range()].to_owned(),
        _ => {
            let colon = usize::from(span.range().is_empty() && text[..span.start].ends_with(':'));
            faults.push(Fault::ComplexKey { span: Span::new(span.source, span.start - colon..span.end) });
            return Key::Refused;
        }
    };
    let key = if is_nfc(&key) { key } else { key.nfc().collect() };
    match seen.entry(key.clone()) {
        Seen::Vacant(place) => {
            place.insert(span);
            Key::Known(key, span)
        }
        Seen::Occupied(first) => {
            faults.push(Fault::DuplicateKey { key, first: *first.get(), second: span });
            Key::Refused
        }
    }
}
