//! Makes the pictures of a document: files of the vault turned into what the typesetter can print.
//!
//! In: the bytes of a file, the page of it that is shown, the size at which it is printed. Out: a
//! [`Picture`]: an image that is whole, upright, without the data that a camera writes in it, of no
//! more pixels than paper shows; or an [`Unshowable`], why there is none. The same file always gives
//! the same bytes. Nothing here reads another file.

mod diagram;
mod drawing;
mod guard;
mod head;
mod page;
mod raster;
mod strip;
mod weigh;

use crate::source::VaultPath;
pub(crate) use diagram::diagram;

use head::Head;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The most pixels of an image (design, Budgets).
pub(crate) const PIXELS: u64 = 64_000_000;
/// The longest side of an image, in pixels.
pub(crate) const SIDE: u32 = 30_000;

/// The printed resolution, in pixels to an inch, and that of the sizes that authors write.
const PRINT_DPI: f64 = 300.0;
const CSS_DPI: f64 = 96.0;
/// The longest printed side of an image: the width of an A4 page between its margins, which is also
/// the height at which the theme stops.
const LONGEST: f64 = 170.0 / 25.4;

/// An image that a page can show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Picture {
    /// The extension under which the typesetter reads it.
    pub extension: &'static str,
    /// Its own width and height in CSS pixels; nothing for a drawing, which says its size itself.
    pub size: Option<(u32, u32)>,
    /// Shared by all the documents that show it.
    pub bytes: Arc<[u8]>,
}

/// The size at which an image is asked for, in CSS pixels; nothing where the author leaves it to the image.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Wanted {
    pub width: Option<u32>,
    pub height: Option<u32>,
}

impl Wanted {
    /// An image that nobody gave a size.
    pub(crate) const WHOLE: Wanted = Wanted { width: None, height: None };

    /// The size that serves for both.
    pub(crate) fn or(self, other: Wanted) -> Wanted {
        let larger = |a: Option<u32>, b: Option<u32>| Some(a?.max(b?));
        Wanted { width: larger(self.width, other.width), height: larger(self.height, other.height) }
    }

    /// By how much the sides of an image may be divided without a loss that paper shows: at most 1.
    fn scale(self, (width, height): (u32, u32)) -> f64 {
        let (width, height) = (f64::from(width), f64::from(height));
        let page = LONGEST * PRINT_DPI / width.max(height);
        let asked = |css: u32, side: f64| f64::from(css) / CSS_DPI * PRINT_DPI / side;
        let across = self.width.map_or(page, |css| asked(css, width));
        let down = self.height.map_or(across, |css| asked(css, height));
        across.max(down).min(page).min(1.0)
    }
}

/// Why a file cannot be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Unshowable {
    /// Not an image, or of a kind that has to be converted first.
    Kind,
    /// The end of the file is missing, or what it holds is broken.
    Broken,
    /// Too many pixels: width and height.
    TooLarge(u32, u32),
    /// A drawing that needs another file, by its address.
    NeedsFile(String),
    /// More parts than a drawing or a page may have, or more time than it may take.
    TooComplex,
    /// A PDF that asks for a password.
    Locked,
    /// A PDF without that page; how many it has.
    NoPage(usize),
}

/// What a picture is made of.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Subject {
    /// A file of the vault, and the page of it where it has pages.
    File(VaultPath, u32),
    /// The code of a diagram.
    Diagram(String),
}

/// The pictures of a project: those that can be shown.
pub(crate) type Pictures = BTreeMap<Subject, Picture>;

/// Makes the picture of a file, of its page `number` where it is a PDF.
pub(crate) fn picture(bytes: Vec<u8>, number: u32, wanted: Wanted) -> Result<Picture, Unshowable> {
    match head::head(&bytes)? {
        Head::Drawing => guard::guard(move || drawing::drawing(&bytes))?,
        Head::Pages => guard::guard(move || page::page(bytes, number))?,
        Head::Raster(format) => guard::guard(move || raster::raster(&bytes, format, wanted))?,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_what_paper_shows() {
        // 170 mm at 300 pixels to an inch: 170 / 25.4 × 300 = 2007.9 pixels.
        for (wanted, size, expected) in [
            (Wanted::WHOLE, (1000, 500), 1.0),
            (Wanted::WHOLE, (4016, 3000), 0.5),
            // 96 CSS pixels are one inch, 300 pixels.
            (Wanted { width: Some(96), height: None }, (600, 400), 0.5),
            (Wanted { width: Some(9600), height: None }, (4016, 10), 0.5),
            (Wanted { width: Some(96), height: Some(96) }, (600, 300), 1.0),
        ] {
            let scale = wanted.scale(size);
            assert!((scale - expected).abs() < 0.001, "{wanted:?} {size:?}: {scale}");
        }
    }

    #[test]
    fn the_larger_of_two_sizes_serves_both() {
        let small = Wanted { width: Some(80), height: None };
        assert_eq!(small.or(Wanted { width: Some(90), height: None }).width, Some(90));
        assert_eq!(small.or(Wanted::WHOLE), Wanted::WHOLE);
    }
}
