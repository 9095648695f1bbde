//! Reads what an image file is, without decoding it.
//!
//! In: the bytes of a file. Out: its kind and its size in pixels, or why it cannot be shown. The
//! kind is told by the bytes, never by the name.

use image::{ImageFormat, ImageReader};
use std::io::Cursor;

/// The most pixels of an image (design, Budgets).
const PIXELS: u64 = 64_000_000;
/// The longest side of an image, in pixels.
const SIDE: u32 = 30_000;

/// An image that a page can show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Picture {
    /// The extension under which the typesetter reads it.
    pub extension: &'static str,
    /// Width and height in pixels; nothing for a drawing, which has no pixels.
    pub size: Option<(u32, u32)>,
}

/// Why a file cannot be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unshowable {
    /// Not an image, or of a kind that has to be converted first.
    Kind,
    /// The end of the file is missing.
    Truncated,
    /// Too many pixels: width and height.
    TooLarge(u32, u32),
}

/// Reads the head of the file and looks for its end.
pub(crate) fn picture(bytes: &[u8]) -> Result<Picture, Unshowable> {
    if is_svg(bytes) {
        return if closes_svg(bytes) {
            Ok(Picture { extension: "svg", size: None })
        } else {
            Err(Unshowable::Truncated)
        };
    }
    let format = image::guess_format(bytes).map_err(|_| Unshowable::Kind)?;
    let (extension, whole) = match format {
        ImageFormat::Png => ("png", ends_png(bytes)),
        ImageFormat::Jpeg => ("jpg", ends_jpeg(bytes)),
        ImageFormat::Gif => ("gif", bytes.trim_ascii_end().ends_with(b";")),
        ImageFormat::WebP => ("webp", ends_webp(bytes)),
        _ => return Err(Unshowable::Kind),
    };
    let reader = ImageReader::with_format(Cursor::new(bytes), format);
    let Ok((width, height)) = reader.into_dimensions() else { return Err(Unshowable::Truncated) };
    if width.max(height) > SIDE || u64::from(width) * u64::from(height) > PIXELS {
        return Err(Unshowable::TooLarge(width, height));
    }
    if !whole || width == 0 || height == 0 {
        return Err(Unshowable::Truncated);
    }
    Ok(Picture { extension, size: Some((width, height)) })
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
