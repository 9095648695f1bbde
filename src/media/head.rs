//! Reads what a file is, without decoding it.
//!
//! In: the bytes of a file. Out: its kind and its size in pixels, or why it cannot be shown. The
//! kind is told by the bytes, never by the name.

use super::{PIXELS, SIDE, Unshowable};
use image::{ImageFormat, ImageReader};
use std::io::Cursor;

/// What a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Head {
    /// SVG.
    Drawing,
    /// PDF.
    Pages,
    /// Pixels, of that kind.
    Raster(ImageFormat),
}

/// Reads the head of the file and looks for its end.
pub(super) fn head(bytes: &[u8]) -> Result<Head, Unshowable> {
    if is_svg(bytes) {
        return if closes_svg(bytes) { Ok(Head::Drawing) } else { Err(Unshowable::Broken) };
    }
    // Readers accept what comes before the mark (ISO 32000-1, annex H.3, note 13).
    if bytes[..bytes.len().min(1024)].windows(5).any(|mark| mark == b"%PDF-") {
        return Ok(Head::Pages);
    }
    let format = image::guess_format(bytes).map_err(|_| Unshowable::Kind)?;
    let whole = match format {
        ImageFormat::Png => ends_png(bytes),
        ImageFormat::Jpeg => ends_jpeg(bytes),
        ImageFormat::Gif => bytes.trim_ascii_end().ends_with(b";"),
        ImageFormat::WebP => ends_webp(bytes),
        ImageFormat::Bmp => true,
        _ => return Err(Unshowable::Kind),
    };
    let (width, height) = size(bytes, format).ok_or(Unshowable::Broken)?;
    if width.max(height) > SIDE || u64::from(width) * u64::from(height) > PIXELS {
        return Err(Unshowable::TooLarge(width, height));
    }
    if !whole || width == 0 || height == 0 {
        return Err(Unshowable::Broken);
    }
    Ok(Head::Raster(format))
}

fn size(bytes: &[u8], format: ImageFormat) -> Option<(u32, u32)> {
    if format == ImageFormat::Bmp {
        return size_bmp(bytes);
    }
    ImageReader::with_format(Cursor::new(bytes), format).into_dimensions().ok()
}

/// The size that a bitmap states; a height below zero says that its first line is the top one.
fn size_bmp(bytes: &[u8]) -> Option<(u32, u32)> {
    let number = |at: usize| bytes.get(at..at + 4).map(|b| i32::from_le_bytes([b[0], b[1], b[2], b[3]]));
    Some((u32::try_from(number(18)?).ok()?, number(22)?.unsigned_abs()))
}

fn is_svg(bytes: &[u8]) -> bool {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(1024)]);
    let head = head.trim_start_matches('\u{FEFF}').trim_start();
    head.starts_with('<') && head.contains("<svg")
}

fn closes_svg(bytes: &[u8]) -> bool {
    let tail = &bytes[bytes.len().saturating_sub(256)..];
    let tail = String::from_utf8_lossy(tail);
    tail.contains("</svg>") || tail.trim_end().ends_with("/>")
}

/// Whether the chunks of a PNG follow each other up to `IEND` (PNG specification, 5.3).
fn ends_png(bytes: &[u8]) -> bool {
    let mut at = 8;
    while let Some(header) = bytes.get(at..at + 8) {
        if &header[4..] == b"IEND" {
            return true;
        }
        let length = u32::from_be_bytes([header[0], header[1], header[2], header[3]]) as usize;
        at = at.saturating_add(length).saturating_add(12);
    }
    false
}

/// Whether a JPEG has its end mark; cameras write padding after it.
fn ends_jpeg(bytes: &[u8]) -> bool {
    bytes[bytes.len() / 2..].windows(2).any(|pair| pair == [0xFF, 0xD9])
}

/// Whether a WebP is as long as its head says (RIFF).
fn ends_webp(bytes: &[u8]) -> bool {
    let length = bytes.get(4..8).map(|b| u32::from_le_bytes([b[0], b[1], b[2], b[3]]) as usize);
    length.is_some_and(|length| bytes.len() >= length.saturating_add(8))
}
