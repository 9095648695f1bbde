//! What a page says. In: its content stream. Out: pieces of text in the order they are drawn, each with its place
//! on the page and its marked content.

use super::font::{Font, float};
use lopdf::content::{Content, Operation};
use lopdf::{Dictionary, Document, Object, ObjectId, decode_text_string};
use std::collections::HashMap;
use std::rc::Rc;

/// The text of one drawing operator.
#[derive(Debug, Clone)]
pub(super) struct Piece {
    pub(super) text: String,
    pub(super) page: usize,
    /// The marked content around it; none for an artifact.
    pub(super) mcid: Option<i64>,
    /// The block of the structure tree that this content belongs to, once the tree is read.
    pub(super) block: Option<usize>,
    pub(super) start: (f64, f64),
    pub(super) end: (f64, f64),
    /// The way the text runs, and the height of its type, in points.
    pub(super) direction: (f64, f64),
    pub(super) size: f64,
}

impl Piece {
    /// `text` in the place of all the pieces.
    pub(super) fn replacing(pieces: &[Piece], text: String) -> Option<Piece> {
        Some(Piece { text, end: pieces.last()?.end, ..pieces.first()?.clone() })
    }
}

/// A transformation as PDF writes it: `[a b c d e f]`.
type Matrix = [f64; 6];

const IDENTITY: Matrix = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];

/// `inner` first, then `outer`.
fn concat(inner: Matrix, outer: Matrix) -> Matrix {
    let [a, b, c, d, e, f] = outer;
    let through = |x: f64, y: f64| (a * x + c * y, b * x + d * y);
    let ((xa, ya), (xc, yc)) = (through(inner[0], inner[1]), through(inner[2], inner[3]));
    let (xe, ye) = through(inner[4], inner[5]);
    [xa, ya, xc, yc, xe + e, ye + f]
}

#[derive(Clone)]
struct State {
    ctm: Matrix,
    font: Option<Rc<Font>>,
    size: f64,
    char_space: f64,
    word_space: f64,
    stretch: f64,
    leading: f64,
    rise: f64,
}

/// An open `BMC` or `BDC`.
struct Mark {
    artifact: bool,
    mcid: Option<i64>,
    actual_text: Option<String>,
    /// Where its pieces begin.
    first: usize,
}

pub(super) type Fonts = HashMap<ObjectId, Rc<Font>>;

pub(super) struct Reader<'a> {
    document: &'a Document,
    fonts: &'a mut Fonts,
    page: usize,
    state: State,
    saved: Vec<State>,
    text_matrix: Matrix,
    line_matrix: Matrix,
    marks: Vec<Mark>,
    pieces: Vec<Piece>,
}

/// The pieces of one page, in the order of its content stream.
pub(super) fn read(document: &Document, fonts: &mut Fonts, page: usize, id: ObjectId) -> Vec<Piece> {
    let state = State {
        ctm: IDENTITY,
        font: None,
        size: 0.0,
        char_space: 0.0,
        word_space: 0.0,
        stretch: 1.0,
        leading: 0.0,
        rise: 0.0,
    };
    let (saved, marks, pieces) = (Vec::new(), Vec::new(), Vec::new());
    let (text_matrix, line_matrix) = (IDENTITY, IDENTITY);
    let mut reader = Reader { document, fonts, page, state, saved, text_matrix, line_matrix, marks, pieces };
    let resources = inherited(document, id, b"Resources").and_then(|object| object.as_dict().ok());
    reader.run(&document.get_page_content(id), resources.unwrap_or(&Dictionary::new()));
    reader.pieces
}

/// An entry of a page that it may have from the nodes above it.
pub(super) fn inherited<'a>(document: &'a Document, page: ObjectId, key: &[u8]) -> Option<&'a Object> {
    let mut node = document.get_dictionary(page).ok()?;
    loop {
        match node.get_deref(key, document) {
            Ok(object) => return Some(object),
            Err(_) => node = node.get_deref(b"Parent", document).ok()?.as_dict().ok()?,
        }
    }
}

impl Reader<'_> {
    fn run(&mut self, content: &[u8], resources: &Dictionary) {
        let content = Content::decode_strict(content)
            .unwrap_or_else(|error| panic!("the content of page {} cannot be read: {error}", self.page + 1));
        for Operation { operator, operands } in &content.operations {
            match operator.as_str() {
                "BMC" | "BDC" => self.open_mark(operands, resources),
                "EMC" => self.close_mark(),
                "Tf" => self.set_font(operands, resources),
                "Do" => self.draw_object(operands, resources),
                "Tj" | "TJ" | "'" | "\"" => self.show(operator, operands),
                _ => self.set_state(operator, &operands.iter().map(float).collect::<Vec<_>>()),
            }
        }
    }

    fn set_state(&mut self, operator: &str, numbers: &[f64]) {
        match (operator, numbers) {
            ("q", _) => self.saved.push(self.state.clone()),
            ("Q", _) => self.state = self.saved.pop().expect("a Q of a content stream has no q"),
            ("cm", &[a, b, c, d, e, f]) => self.state.ctm = concat([a, b, c, d, e, f], self.state.ctm),
            ("Tc", &[space]) => self.state.char_space = space,
            ("Tw", &[space]) => self.state.word_space = space,
            ("Tz", &[percent]) => self.state.stretch = percent / 100.0,
            ("TL", &[leading]) => self.state.leading = leading,
            ("Ts", &[rise]) => self.state.rise = rise,
            ("BT", _) => self.set_line(IDENTITY),
            ("Tm", &[a, b, c, d, e, f]) => self.set_line([a, b, c, d, e, f]),
            ("Td", &[x, y]) => self.move_line(x, y),
            ("TD", &[x, y]) => {
                self.state.leading = -y;
                self.move_line(x, y);
            }
            ("T*", _) => self.move_line(0.0, -self.state.leading),
            _ => {}
        }
    }

    fn set_line(&mut self, matrix: Matrix) {
        (self.text_matrix, self.line_matrix) = (matrix, matrix);
    }

    fn move_line(&mut self, x: f64, y: f64) {
        self.set_line(concat([1.0, 0.0, 0.0, 1.0, x, y], self.line_matrix));
    }

    fn set_font(&mut self, operands: &[Object], resources: &Dictionary) {
        let [Object::Name(name), size] = operands else { return };
        self.state.size = float(size);
        let entry = resources.get_deref(b"Font", self.document).and_then(Object::as_dict);
        let entry =
            entry.and_then(|fonts| fonts.get(name)).expect("a font of a page is not in its resources");
        let (id, object) = self.document.dereference(entry).expect("a font of a page is missing");
        let read = || Rc::new(Font::new(self.document, object.as_dict().expect("a font is no dictionary")));
        self.state.font = Some(match id {
            Some(id) => Rc::clone(self.fonts.entry(id).or_insert_with(read)),
            None => read(),
        });
    }

    /// A form is read where it is drawn; an image has no text.
    fn draw_object(&mut self, operands: &[Object], resources: &Dictionary) {
        let objects = resources.get_deref(b"XObject", self.document).and_then(Object::as_dict);
        let name = operands.first().and_then(|name| name.as_name().ok()).unwrap_or_default();
        let form =
            objects.and_then(|objects| objects.get_deref(name, self.document)).and_then(Object::as_stream);
        let form = form.expect("an object that a page draws is missing");
        if form.dict.get(b"Subtype").and_then(Object::as_name).is_ok_and(|subtype| subtype == b"Form") {
            let content = form.get_plain_content().expect("a form of a page cannot be inflated");
            let before = self.state.clone();
            let matrix = form.dict.get_deref(b"Matrix", self.document).and_then(Object::as_array);
            if let Some(&[a, b, c, d, e, f]) =
                matrix.ok().map(|m| m.iter().map(float).collect::<Vec<_>>()).as_deref()
            {
                self.state.ctm = concat([a, b, c, d, e, f], self.state.ctm);
            }
            let own = form.dict.get_deref(b"Resources", self.document).and_then(Object::as_dict);
            self.run(&content, own.unwrap_or(resources));
            self.state = before;
        }
    }

    fn open_mark(&mut self, operands: &[Object], resources: &Dictionary) {
        let artifact = matches!(operands.first(), Some(Object::Name(tag)) if tag == b"Artifact");
        let properties = match operands.get(1) {
            Some(Object::Dictionary(properties)) => Some(properties),
            Some(Object::Name(name)) => {
                let lists = resources.get_deref(b"Properties", self.document).and_then(Object::as_dict);
                lists.and_then(|lists| lists.get_deref(name, self.document)).and_then(Object::as_dict).ok()
            }
            _ => None,
        };
        self.marks.push(Mark {
            artifact,
            mcid: properties.and_then(|list| list.get(b"MCID").and_then(Object::as_i64).ok()),
            actual_text: properties.and_then(|list| decode_text_string(list.get(b"ActualText").ok()?).ok()),
            first: self.pieces.len(),
        });
    }

    fn close_mark(&mut self) {
        let mark = self.marks.pop().expect("an EMC of a content stream has no BMC or BDC");
        if let Some(text) = mark.actual_text
            && let Some(piece) = Piece::replacing(&self.pieces[mark.first..], text)
        {
            self.pieces.truncate(mark.first);
            self.pieces.push(piece);
        }
    }

    fn show(&mut self, operator: &str, operands: &[Object]) {
        if let ("\"", [word, char, _]) = (operator, operands) {
            (self.state.word_space, self.state.char_space) = (float(word), float(char));
        }
        if matches!(operator, "'" | "\"") {
            self.move_line(0.0, -self.state.leading);
        }
        let parts = match operands.last() {
            Some(Object::Array(parts)) => parts.as_slice(),
            _ => operands,
        };
        let font = self.state.font.clone().expect("a page shows text before it sets a font");
        let state = &self.state;
        let (mut text, mut width) = (String::new(), 0.0);
        for part in parts {
            if let Object::String(string, _) = part {
                for glyph in font.glyphs(string) {
                    text.push_str(glyph.text);
                    let space = state.char_space + if glyph.is_space { state.word_space } else { 0.0 };
                    width += (glyph.advance * state.size + space) * state.stretch;
                }
            } else if operator == "TJ" {
                width -= float(part) / 1000.0 * state.size * state.stretch;
            }
        }
        self.place(text, width);
    }

    /// Puts a piece where the text matrix stands, and moves that on by `width`.
    fn place(&mut self, text: String, width: f64) {
        let before =
            concat([1.0, 0.0, 0.0, 1.0, 0.0, self.state.rise], concat(self.text_matrix, self.state.ctm));
        self.text_matrix = concat([1.0, 0.0, 0.0, 1.0, width, 0.0], self.text_matrix);
        let after = concat([1.0, 0.0, 0.0, 1.0, width, 0.0], before);
        let length = before[0].hypot(before[1]).max(f64::MIN_POSITIVE);
        let artifact = self.marks.iter().any(|mark| mark.artifact);
        let mcid = self.marks.iter().rev().find_map(|mark| mark.mcid);
        self.pieces.push(Piece {
            text,
            page: self.page,
            mcid: if artifact { None } else { mcid },
            block: None,
            start: (before[4], before[5]),
            end: (after[4], after[5]),
            direction: (before[0] / length, before[1] / length),
            size: self.state.size * before[2].hypot(before[3]),
        });
    }
}
