//! The structure tree of a tagged PDF. In: the tree and the pieces of the pages. Out: elements with their text in
//! logical order, artifacts left out.

use super::content::Piece;
use super::lines::{Token, Wraps, join};
use lopdf::{Dictionary, Document, Object, ObjectId, decode_text_string};
use std::borrow::Cow;
use std::collections::HashMap;

/// Elements that stand in a line. All others are blocks: their text has lines of its own.
const INLINE: [&str; 18] = [
    "Annot",
    "BibEntry",
    "Code",
    "Em",
    "FENote",
    "Form",
    "Formula",
    "LBody",
    "Lbl",
    "Link",
    "Note",
    "Quote",
    "Reference",
    "Ruby",
    "Span",
    "Strong",
    "Sub",
    "Warichu",
];

/// Deeper than any document, so that a tree with a loop ends in a message.
const DEPTH: usize = 200;

#[derive(Debug, Clone, Default)]
pub(crate) struct Element {
    /// The standard type, through the role map of the file.
    pub(crate) kind: String,
    /// The type as the file writes it: `Strong`, where `kind` says `Span`.
    pub(crate) tag: String,
    pub(crate) alt: Option<String>,
    pub(crate) actual_text: Option<String>,
    pub(crate) scope: Option<String>,
    /// All text under it: one line for each block, spaces as the author wrote them.
    pub(crate) text: String,
    pub(crate) children: Vec<Element>,
    /// It holds marked content itself, not only through its children.
    direct: bool,
}

impl Element {
    /// All elements of the kind under this one, in logical order.
    pub(crate) fn find_all(&self, kind: &str) -> Vec<&Element> {
        let below = |child| -> Vec<&Element> {
            let child: &Element = child;
            let own = Some(child).filter(|child| child.kind == kind);
            own.into_iter().chain(child.find_all(kind)).collect()
        };
        self.children.iter().flat_map(below).collect()
    }

    /// One line for each element: kind (the file's own tag, where another), scope, alternative text, and the text of
    /// those that hold text themselves.
    pub(crate) fn outline(&self) -> String {
        let mut out = String::new();
        self.write_outline(0, &mut out);
        out
    }

    fn write_outline(&self, depth: usize, out: &mut String) {
        let mut line = format!("{:1$}{2}", "", 2 * depth, self.kind);
        if self.tag != self.kind {
            line += &format!("({})", self.tag);
        }
        let attributes = [("scope", &self.scope), ("alt", &self.alt), ("actual", &self.actual_text)];
        for (name, value) in attributes.into_iter().filter_map(|(name, value)| Some((name, value.as_ref()?)))
        {
            line += &format!(" {name}={value:?}");
        }
        if self.direct && !self.text.is_empty() {
            line += &format!(" {:?}", shortened(&self.text));
        }
        out.push_str(&line);
        out.push('\n');
        for child in &self.children {
            child.write_outline(depth + 1, out);
        }
    }
}

fn shortened(text: &str) -> Cow<'_, str> {
    match text.char_indices().nth(72) {
        Some((end, _)) => Cow::Owned(format!("{}…", &text[..end])),
        None => Cow::Borrowed(text),
    }
}

/// The tree, if the file has one; its root is of the kind `StructTreeRoot`. The pieces learn their blocks.
pub(super) fn read(document: &Document, pages: &[ObjectId], pieces: &mut [Piece]) -> Option<Element> {
    let root = document.catalog().ok()?.get_deref(b"StructTreeRoot", document).ok()?.as_dict().ok()?;
    let mut content: HashMap<_, Vec<_>> = HashMap::new();
    for piece in &*pieces {
        if let Some(mcid) = piece.mcid {
            content.entry((piece.page, mcid)).or_default().push(piece);
        }
    }
    let roles = root.get_deref(b"RoleMap", document).and_then(Object::as_dict).ok();
    let pages = pages.iter().zip(0..).map(|(id, page)| (*id, page)).collect();
    let mut tree = Tree { document, roles, pages, content, blocks: HashMap::new() };
    let (element, _) = tree.element(root, &Place::default());
    let blocks = tree.blocks;
    for piece in pieces {
        piece.block = piece.mcid.and_then(|mcid| blocks.get(&(piece.page, mcid)).copied());
    }
    Some(element)
}

struct Tree<'a> {
    document: &'a Document,
    roles: Option<&'a Dictionary>,
    pages: HashMap<ObjectId, usize>,
    /// By page and number of the marked content: its pieces, and the block that it is found to belong to.
    content: HashMap<(usize, i64), Vec<&'a Piece>>,
    blocks: HashMap<(usize, i64), usize>,
}

/// Where an element stands, as far as its children take it over.
#[derive(Default)]
struct Place {
    page: Option<usize>,
    block: usize,
    depth: usize,
}

impl<'a> Tree<'a> {
    fn element(&mut self, dict: &Dictionary, above: &Place) -> (Element, Vec<Token<'a>>) {
        assert!(above.depth < DEPTH, "the structure tree is deeper than {DEPTH} elements: it has a loop");
        let tag = dict.get(b"S").or(dict.get(b"Type")).and_then(Object::as_name).unwrap_or_default();
        let text_of = |key| decode_text_string(dict.get_deref(key, self.document).ok()?).ok();
        let mut element = Element {
            kind: self.standard(tag),
            tag: String::from_utf8_lossy(tag).into_owned(),
            alt: text_of(b"Alt"),
            actual_text: text_of(b"ActualText"),
            scope: self.scope(dict),
            ..Element::default()
        };
        let inline = INLINE.contains(&element.kind.as_str());
        let place = Place {
            page: self.page_of(dict).or(above.page),
            // Any number will do that no other block has.
            block: if inline { above.block } else { std::ptr::from_ref(dict).addr() },
            depth: above.depth + 1,
        };
        let mut tokens = Vec::new();
        for kid in self.list(dict, b"K") {
            self.add_kid(kid, &place, &mut element, &mut tokens);
        }
        if let Some(actual) = &element.actual_text {
            let pieces = tokens.iter().filter_map(|token| match token {
                Token::Piece(piece) => Some(piece.as_ref().clone()),
                _ => None,
            });
            let piece = Piece::replacing(&pieces.collect::<Vec<_>>(), actual.clone());
            tokens = piece.map(|piece| Token::Piece(Cow::Owned(piece))).into_iter().collect();
        }
        element.text = join(tokens.iter().cloned(), Wraps::Undone);
        if !inline {
            tokens.insert(0, Token::Edge);
            tokens.push(Token::Edge);
        }
        (element, tokens)
    }

    /// A child is marked content (a number, or a reference with its page), an annotation, or an element.
    fn add_kid(&mut self, kid: &Object, place: &Place, element: &mut Element, tokens: &mut Vec<Token<'a>>) {
        let (page, mcid) = match kid {
            Object::Integer(mcid) => (place.page, *mcid),
            Object::Dictionary(dict) if dict.has_type(b"OBJR") => return,
            Object::Dictionary(dict) if dict.has_type(b"MCR") => {
                let mcid = dict.get(b"MCID").and_then(Object::as_i64).expect("marked content has no number");
                (self.page_of(dict).or(place.page), mcid)
            }
            Object::Dictionary(dict) => {
                let (child, below) = self.element(dict, place);
                // A label at the start names what follows; in a line it is the call of a note.
                let label = child.kind == "Lbl" && tokens.is_empty();
                tokens.extend(below);
                tokens.extend(label.then_some(Token::Label));
                return element.children.push(child);
            }
            other => panic!("the structure tree holds {other:?}"),
        };
        let page = page.unwrap_or_else(|| panic!("marked content {mcid} names no page"));
        let pieces = self.content.get(&(page, mcid)).map(Vec::as_slice).unwrap_or_default();
        element.direct |= !pieces.is_empty();
        self.blocks.insert((page, mcid), place.block);
        tokens.extend(pieces.iter().map(|piece| Token::Piece(Cow::Borrowed(*piece))));
    }

    fn standard(&self, tag: &[u8]) -> String {
        let mut kind = tag;
        // A role may lead to a role; a loop ends somewhere in it.
        for _ in 0..8 {
            match self.roles.and_then(|roles| roles.get(kind).and_then(Object::as_name).ok()) {
                Some(role) => kind = role,
                None => break,
            }
        }
        String::from_utf8_lossy(kind).into_owned()
    }

    fn page_of(&self, dict: &Dictionary) -> Option<usize> {
        self.pages.get(&dict.get(b"Pg").ok()?.as_reference().ok()?).copied()
    }

    fn scope(&self, dict: &Dictionary) -> Option<String> {
        let mut attributes = self.list(dict, b"A").into_iter().filter_map(|object| object.as_dict().ok());
        let scope = attributes.find_map(|list| list.get(b"Scope").ok()?.as_name().ok())?;
        Some(String::from_utf8_lossy(scope).into_owned())
    }

    /// An entry that is one object or an array of them.
    fn list<'d>(&self, dict: &'d Dictionary, key: &[u8]) -> Vec<&'d Object>
    where
        'a: 'd,
    {
        let resolve = |object: &'d Object| self.document.dereference(object).ok().map(|(_, object)| object);
        match dict.get_deref(key, self.document) {
            Ok(Object::Array(list)) => list.iter().filter_map(resolve).collect(),
            Ok(object) => vec![object],
            Err(_) => Vec::new(),
        }
    }
}
