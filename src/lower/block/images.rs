//! Lowers images: as figures of their own, or in a line.

use super::super::Lowering;
use super::super::legende::Genre;
use super::Place;
use crate::diagnostic::{Code, Diagnostic};
use crate::media::Subject;
use crate::parse::tree::{Image, Inline, InlineKind};
use crate::source::Span;

impl Lowering<'_, '_> {
    /// The images of a paragraph that holds nothing else, one below the other.
    pub(super) fn figures(&mut self, content: &[Inline], place: Place) {
        let mut first = true;
        for inline in content {
            if let InlineKind::Image(image) = &inline.kind {
                if !std::mem::take(&mut first) {
                    self.out.code("\n");
                }
                let part = self.out.open(inline.span);
                if self.is_shown(inline.span) && place == Place::Page && self.numbers() {
                    self.own_caption(image, inline.span);
                }
                self.image(image, inline.span, "illustration");
                self.out.close(part);
            }
        }
    }

    /// Whether there is a picture for what stands at that place.
    fn is_shown(&self, span: Span) -> bool {
        let file = self.context.document.links.images.get(&span);
        let subject = file.map(|file| Subject::File(file.path.clone(), file.page));
        subject.is_some_and(|subject| self.context.pictures.contains_key(&subject))
    }

    /// An image, or its stand-in: the text that replaces it, in a frame.
    pub(in crate::lower) fn image(&mut self, image: &Image, span: Span, function: &str) {
        let file = self.context.document.links.images.get(&span);
        let subject = file.map(|file| Subject::File(file.path.clone(), file.page));
        let picture = subject.as_ref().and_then(|subject| self.context.pictures.get(subject));
        let picture = picture.map(|picture| (picture.extension, picture.size));
        let alternative = self.alternative(image, span, picture.is_some());
        let (Some(subject), Some((extension, size))) = (subject, picture) else {
            let label = self.context.label("image-absente");
            self.out.code(if function == "illustration" { "bloc-a-composer(" } else { "a-composer(" });
            self.out.literal(&label);
            self.out.code(", ");
            self.out.literal(&alternative);
            self.out.code(")");
            return self.orphan_caption();
        };
        let name = self.context.image_name(subject, extension, span);
        // The call stands here, not in the theme, so that what Typst says of the file leads to the note.
        self.out.code(&format!("{function}("));
        self.caption(Genre::Figure);
        self.out.code(&format!("image(\"/images/{name}\", alt: "));
        self.out.literal(&alternative);
        self.out.code(")");
        // CSS pixels are 1/96 inch, points 1/72.
        let points = |pixels: u32| format!("{}pt", f64::from(pixels) * 0.75);
        // In a line an image is as high as the text, unless its author says how wide it is.
        let own = size.map(|(width, _)| width).filter(|_| function == "illustration");
        let width = image.width.or(own);
        if let Some(width) = width {
            self.out.code(&format!(", largeur: {}", points(width.min(20_000))));
        }
        if let Some(height) = image.height {
            self.out.code(&format!(", hauteur: {}", points(height.min(20_000))));
        }
        self.out.code(")");
    }

    /// The alternative text: the author's, else the name of the file, with a warning.
    fn alternative(&mut self, image: &Image, span: Span, shown: bool) -> String {
        let name = image.path.rsplit('/').next().unwrap_or(&image.path);
        let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
        let own = image.alternative.trim();
        // A link without a text of its own shows its target, fragment and all.
        let target = own.split('#').next().unwrap_or(own);
        if !own.is_empty() && target != image.path && target != name {
            return self.context.set(own, span, false);
        }
        // What stands for a missing file is its name; what is read for a picture is words.
        let text = if name.to_lowercase().ends_with(".pdf") {
            self.context.page_name(name, image.page.unwrap_or(1))
        } else if shown {
            stem.replace(['_', '-'], " ")
        } else {
            name.to_owned()
        };
        if shown {
            self.context.warn(Diagnostic::at(Code::ImageWithoutAlternative, span).arg("texte", &text));
        }
        let text = self.context.repairs.text(&text, span, false).trim().to_owned();
        if text.is_empty() { self.context.label("image") } else { text }
    }
}

/// Whether a paragraph holds images and nothing else.
pub(super) fn is_figure(content: &[Inline]) -> bool {
    let image = |inline: &Inline| matches!(inline.kind, InlineKind::Image(_));
    let blank = |inline: &Inline| match &inline.kind {
        InlineKind::Text(text) => text.trim().is_empty(),
        InlineKind::SoftBreak | InlineKind::HardBreak => true,
        _ => false,
    };
    content.iter().any(image) && content.iter().all(|inline| image(inline) || blank(inline))
}
