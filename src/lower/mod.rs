//! Stage 8: from blocks to Typst code.
//!
//! In: a document and the images it shows. Out: [`Lowered`]: the values of `/data.json`, one code
//! file a section with the map back to the note, the image files. What Typst would refuse is
//! repaired here, before Typst sees it: levels of headings, alternative texts, glyphs.

mod block;
mod callout;
mod embed;
mod inline;
mod legende;
mod math;
mod printed;
mod table;
mod text;
mod writer;

pub(crate) use writer::OffsetMap;

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::documents::{Content, Data, Document, Question};
use crate::font::Fonts;
use crate::locale::{Catalogue, Locale, Typographer};
use crate::media::{Pictures, Subject};
use crate::parse::tree::{Block, Inline};
use crate::source::{SourceId, Span, VaultPath};
use printed::{Call, Copy, Printed};
use std::collections::{BTreeMap, BTreeSet};
use text::Repairs;
use writer::Writer;

/// A section as Typst code.
pub(crate) struct Fragment {
    /// The slug of the section.
    pub slug: &'static str,
    pub code: String,
    pub map: OffsetMap,
}

/// A document as the template engine and the typesetter want it.
pub(crate) struct Lowered {
    pub data: serde_json::Value,
    pub fragments: Vec<Fragment>,
    /// The images shown, by their name in the project, without folder.
    pub images: BTreeMap<String, Shown>,
    /// The diagrams drawn, which no file holds.
    pub diagrams: Pictures,
}

/// An image of the vault on the page.
pub(crate) struct Shown {
    /// What it is made of.
    pub subject: Subject,
    /// Where the note shows it first.
    pub span: Span,
}

/// How many notes a message names.
const NAMED: usize = 5;

/// Lowers a document.
pub(crate) fn lower(
    document: &Document<'_>,
    pictures: &Pictures,
    fonts: &Fonts,
    diags: &mut Diagnostics,
) -> Lowered {
    let mut context = Context::new(document, pictures, fonts, diags);
    let mut fragments = Vec::new();
    for section in &document.sections {
        let mut lowering = Lowering {
            context: &mut context,
            out: Writer::default(),
            levels: Vec::new(),
            base: section.level,
            last_level: None,
            depth: 0,
            decorated: false,
            copy: 0,
            legende: None,
        };
        lowering.out.code("#import \"/theme/note.typ\": *\n#let corps = ");
        match &section.content {
            Content::Blocks(blocks) => lowering.section(blocks),
            Content::Sentence(span, content) => {
                let part = lowering.out.open(*span);
                lowering.inlines(content);
                lowering.out.close(part);
            }
            Content::Questions(questions) => lowering.questions(questions),
        }
        lowering.out.code("\n");
        let (code, map) = lowering.out.finish();
        fragments.push(Fragment { slug: section.slug, code, map });
    }
    let data = context.data();
    context.finish();
    let (images, diagrams) = (context.images, context.diagrams);
    Lowered { data, fragments, images, diagrams }
}

/// The value that only stands for a title that is missing.
const FILE_NAME: &str = "nom_du_fichier";

/// What all sections of a document share.
struct Context<'a> {
    document: &'a Document<'a>,
    pictures: &'a Pictures,
    fonts: &'a Fonts,
    labels: &'static Catalogue,
    diags: &'a mut Diagnostics,
    repairs: Repairs<'a>,
    images: BTreeMap<String, Shown>,
    diagrams: Pictures,
    /// What the document prints: where links lead, which footnotes are called.
    printed: Printed<'a>,
    /// The footnotes whose text is already written.
    written: BTreeSet<Call<'a>>,
    /// Those whose text stands in a heading or a link.
    bracketed: BTreeSet<Call<'a>>,
    /// The links of each note to notes that no document prints: their places, the names of those.
    unpublished: BTreeMap<SourceId, (BTreeSet<Span>, BTreeSet<String>)>,
}

impl<'a> Context<'a> {
    fn new(
        document: &'a Document<'a>,
        pictures: &'a Pictures,
        fonts: &'a Fonts,
        diags: &'a mut Diagnostics,
    ) -> Self {
        let labels = Catalogue::pages(&document.locale);
        let (images, written) = (BTreeMap::new(), BTreeSet::new());
        Self {
            document,
            pictures,
            fonts,
            labels,
            diags,
            repairs: Repairs::new(fonts),
            images,
            diagrams: Pictures::new(),
            printed: Printed::new(document),
            written,
            bracketed: BTreeSet::new(),
            unpublished: BTreeMap::new(),
        }
    }

    fn warn(&mut self, diagnostic: Diagnostic) {
        self.diags.push(diagnostic);
    }

    /// The name of an image in the project; the same picture has one name.
    fn image_name(&mut self, subject: Subject, extension: &str, span: Span) -> String {
        let taken = self.images.iter().find(|(_, taken)| taken.subject == subject);
        if let Some((name, _)) = taken {
            return name.clone();
        }
        let name = format!("{}.{extension}", self.images.len() + 1);
        self.images.insert(name.clone(), Shown { subject, span });
        name
    }

    /// What a diagram is called: what it says.
    fn diagram_alternative(&self, sentence: &str) -> String {
        self.labels.text("diagramme-alternative", None, &[("texte", sentence.to_owned())])
    }

    /// What a page of a file is called.
    fn page_name(&self, file: &str, page: u32) -> String {
        self.labels.text("page-de-fichier", None, &[("nom", file.to_owned()), ("page", page.to_string())])
    }

    /// A label of the page, in the document's language.
    fn label(&self, name: &str) -> String {
        self.labels.text(name, None, &[])
    }

    /// Where the dossier prints a note that this document does not: « voir ED I-3, Modèle de diffusion ».
    fn elsewhere(&self, path: &VaultPath) -> Option<String> {
        let codes = self.document.links.published.get(path)?;
        let code = codes.iter().find(|code| **code != self.document.kind.code)?;
        let title = self.label(&format!("document-{code}"));
        let name = format!("renvoi-{code}");
        let short = self.label(&name);
        let shown = if short == name || short == title { title } else { format!("{short}, {title}") };
        Some(self.typeset(&self.labels.text("voir-document", None, &[("document", shown)])))
    }

    /// Remembers a link to a note that no document prints.
    fn unpublished(&mut self, path: &VaultPath, span: Span) {
        let name = path.name().strip_suffix(".md").unwrap_or(path.name());
        let (spans, names) = self.unpublished.entry(span.source).or_default();
        spans.insert(span);
        names.insert(name.to_owned());
    }

    /// A text of its own: repaired, with the typography of the document.
    fn set(&mut self, text: &str, span: Span, heading: bool) -> String {
        let text = self.repairs.text(text, span, heading);
        self.typeset(&text)
    }

    /// A text with the typography of the document.
    fn typeset(&self, text: &str) -> String {
        Typographer::new(self.document.locale.conventions()).text(text, None).into_owned()
    }

    /// The values of the document, and what every page needs besides: its language, its paper, its words.
    fn data(&mut self) -> serde_json::Value {
        let document = self.document;
        let mut data = self.map(&document.data);
        let (code, region) = document.locale.parts();
        data["langue"] = serde_json::json!({ "code": code, "region": region });
        // Whether the pages are for paper; no edition asks for it yet.
        data["impression"] = false.into();
        self.name_the_untitled(&mut data);
        if data["papier"].is_null() {
            data["papier"] = if document.locale == Locale::FrCa { "us-letter" } else { "a4" }.into();
        }
        let words = self.labels.names().map(|name| (name.to_owned(), self.typeset(&self.label(name)).into()));
        data["libelles"] = serde_json::Value::Object(words.collect());
        data
    }

    /// A title of which nothing can be printed gives way to the name of the file, and that to the
    /// name of the type: a heading and a PDF have a title.
    fn name_the_untitled(&mut self, data: &mut serde_json::Value) {
        let file = self.document.data.get(FILE_NAME);
        if data["titre"].as_str().is_none_or(|title| self.repairs.shows(title)) {
            return;
        }
        let file = match file {
            Some(Data::Plain(name)) => name.as_str(),
            _ => "",
        };
        let title = match self.document.data.get("titre") {
            Some(Data::Text(title)) if self.repairs.shows(file) => {
                self.warn(Diagnostic::at(Code::TitleMissing, title.span).arg("titre", file));
                self.set(file, title.span, true)
            }
            _ => self.label(&format!("document-{}", self.document.kind.code)),
        };
        data["titre"] = title.into();
    }

    fn map(&mut self, map: &BTreeMap<&'static str, Data>) -> serde_json::Value {
        let printed = map.iter().filter(|(name, _)| **name != FILE_NAME);
        let entries = printed.map(|(name, value)| ((*name).to_owned(), self.value(value)));
        serde_json::Value::Object(entries.collect())
    }

    fn value(&mut self, value: &Data) -> serde_json::Value {
        match value {
            Data::Text(text) => self.set(&text.text, text.span, true).into(),
            Data::Plain(text) => self.repairs.unplaced(text).into(),
            Data::Phrase(name, args) => {
                let text = self.labels.text(name, None, args);
                let text = self.repairs.unplaced(&text).into_owned();
                self.typeset(&text).into()
            }
            Data::Decimal(number) => (*number).into(),
            Data::Number(number) => (*number).into(),
            Data::Flag(flag) => (*flag).into(),
            Data::List(values) => values.iter().map(|value| self.value(value)).collect(),
            Data::Map(map) => self.map(map),
            Data::None => serde_json::Value::Null,
        }
    }

    fn finish(&mut self) {
        for footnote in self.printed.uncalled(self.document) {
            self.diags.push(Diagnostic::at(Code::FootnoteUnused, footnote.span).arg("nom", &footnote.label));
        }
        for (spans, names) in std::mem::take(&mut self.unpublished).into_values() {
            let Some(first) = spans.first() else { continue };
            let more = names.len().saturating_sub(NAMED);
            let mut shown: Vec<String> = names.iter().take(NAMED).map(|name| format!("« {name} »")).collect();
            if more > 0 {
                shown.push(format!("+ {more}"));
            }
            let diagnostic = Diagnostic::at(Code::LinkUnpublished, *first).arg("nombre", spans.len());
            self.diags.push(diagnostic.arg("noms", shown.join(", ")));
        }
        self.repairs.report(self.diags);
    }
}

/// One section in the making.
struct Lowering<'c, 'a> {
    context: &'c mut Context<'a>,
    out: Writer,
    /// The levels of the headings open above this place, as written.
    levels: Vec<u8>,
    /// The level of the section's own title.
    base: u8,
    last_level: Option<u8>,
    /// How many quotes, lists and callouts are open around this place.
    depth: usize,
    /// Whether the text around a footnote's call is struck or underlined.
    decorated: bool,
    /// Which copy of its note is being written.
    copy: Copy,
    /// The caption of the table or image that is written next.
    legende: Option<Vec<Inline>>,
}

impl Lowering<'_, '_> {
    fn section(&mut self, blocks: &[&Block]) {
        self.out.code("{\n");
        self.sequence(blocks.iter().copied(), block::Place::Page);
        self.out.code("}");
    }

    /// `((question, answer or none), …)`: the theme makes a table of them.
    fn questions(&mut self, questions: &[Question<'_>]) {
        self.out.code("(\n");
        for question in questions {
            self.out.code("(");
            self.inlines(question.question);
            self.out.code(", ");
            if question.reponse.is_empty() {
                self.out.code("none");
            } else {
                self.content(question.reponse, block::Place::Cell);
            }
            self.out.code("),\n");
        }
        self.out.code(")");
    }
}
