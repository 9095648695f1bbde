//! A page of a PDF, as an image: a conforming PDF may hold no other one.
//!
//! In: the bytes of a PDF and the number of a page, from 1. Out: the page, drawn at the resolution
//! of print; or why it cannot be. Text whose font the file does not bring is drawn with ours.

use super::{CSS_DPI, Picture, Unshowable, raster, weigh};
use crate::font;
use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_interpret::font::{FontData, FontQuery, StandardFont};
use hayro::hayro_syntax::{LoadPdfError, Pdf};
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{RenderCache, RenderSettings};
use image::{DynamicImage, RgbaImage};
use std::sync::Arc;

/// The resolution, in pixels to an inch, and the most pixels of a side: a larger page is drawn smaller.
const DPI: f64 = 220.0;
const SIDE: f64 = 2800.0;
/// A page smaller or longer than this, in points, is no page of paper.
const POINTS: std::ops::Range<f32> = 1.0..15_000.0;
/// From this size on, in bytes, a page is worth a try as a photo: it is a scan.
const SCAN: usize = 1 << 20;

pub(super) fn page(bytes: Vec<u8>, number: u32) -> Result<Picture, Unshowable> {
    if weigh::is_heavy(&bytes) {
        return Err(Unshowable::TooComplex);
    }
    let pdf = Pdf::new(bytes).map_err(|error| match error {
        LoadPdfError::Decryption(_) => Unshowable::Locked,
        LoadPdfError::Invalid => Unshowable::Broken,
    })?;
    let pages = pdf.pages();
    let count = pages.len();
    if count == 0 {
        return Err(Unshowable::Broken);
    }
    let index = usize::try_from(number).ok().and_then(|number| number.checked_sub(1));
    let page = index.and_then(|index| pages.get(index)).ok_or(Unshowable::NoPage(count))?;
    if weigh::is_excessive(&pdf, page) {
        return Err(Unshowable::TooComplex);
    }
    let (width, height) = page.render_dimensions();
    if !POINTS.contains(&width) || !POINTS.contains(&height) {
        return Err(Unshowable::Broken);
    }
    let longest = f64::from(width.max(height));
    let scale = (DPI / 72.0).min(SIDE / longest) as f32;
    let settings = InterpreterSettings { font_resolver: Arc::new(ours), ..InterpreterSettings::default() };
    let render =
        RenderSettings { x_scale: scale, y_scale: scale, bg_color: WHITE, ..RenderSettings::default() };
    let pixmap = hayro::render(page, &RenderCache::new(), &settings, &render);
    let (across, down) = (u32::from(pixmap.width()), u32::from(pixmap.height()));
    let pixels = pixmap.data_as_u8_slice().to_vec();
    let image = RgbaImage::from_raw(across, down, pixels).ok_or(Unshowable::Broken)?;
    // The paper is white: nothing shows through.
    let image = DynamicImage::from(DynamicImage::from(image).into_rgb8());
    let css = |points: f32| (f64::from(points) / 72.0 * CSS_DPI).round() as u32;
    let size = Some((css(width).max(1), css(height).max(1)));
    let sharp = raster::png(image.clone(), None).ok_or(Unshowable::Broken)?;
    let photo = (sharp.len() > SCAN).then(|| raster::jpeg(image, None)).flatten();
    let (extension, bytes) = match photo {
        Some(photo) if photo.len() * 2 < sharp.len() => ("jpg", photo),
        _ => ("png", sharp),
    };
    Ok(Picture { extension, size, bytes: bytes.into() })
}

/// The bundled font nearest to one that a PDF names and does not hold.
fn ours(query: &FontQuery) -> Option<(FontData, u32)> {
    use StandardFont as S;
    let name = match query {
        FontQuery::Standard(font) => match font {
            S::Helvetica => "NotoSans-Regular.ttf",
            S::HelveticaBold => "NotoSans-Bold.ttf",
            S::HelveticaOblique => "NotoSans-Italic.ttf",
            S::HelveticaBoldOblique => "NotoSans-BoldItalic.ttf",
            S::TimesRoman => "LibertinusSerif-Regular.otf",
            S::TimesBold => "LibertinusSerif-Bold.otf",
            S::TimesItalic => "LibertinusSerif-Italic.otf",
            S::TimesBoldItalic => "LibertinusSerif-BoldItalic.otf",
            S::CourierBold | S::CourierBoldOblique => "DejaVuSansMono-Bold.ttf",
            S::Courier | S::CourierOblique | S::ZapfDingBats | S::Symbol => "DejaVuSansMono.ttf",
        },
        FontQuery::Fallback(font) => match (font.is_fixed_pitch, font.is_serif, font.is_bold) {
            (true, _, true) => "DejaVuSansMono-Bold.ttf",
            (true, _, false) => "DejaVuSansMono.ttf",
            (_, true, true) => "LibertinusSerif-Bold.otf",
            (_, true, false) => "LibertinusSerif-Regular.otf",
            (_, false, true) => "NotoSans-Bold.ttf",
            (_, false, false) => "NotoSans-Regular.ttf",
        },
    };
    let file = font::files().iter().find(|file| file.name == name)?;
    Some((Arc::new(file.bytes), 0))
}
