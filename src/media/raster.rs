//! Images made of pixels.
//!
//! In: the bytes of an image, its kind and size, the size at which it is printed. Out: a JPEG or PNG
//! that is upright and has no more pixels than paper shows. What is so already stays as it is, bit by
//! bit, without the data that is no picture.

use super::{Picture, Unshowable, Wanted, strip};
use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::metadata::Orientation;
use image::{DynamicImage, ExtendedColorType, ImageDecoder, ImageEncoder, ImageFormat, ImageReader, Limits};
use std::io::Cursor;

/// The quality of a JPEG that is written anew.
const QUALITY: u8 = 88;
/// Above this part of its size, an image is not made smaller: little would be won.
const WORTH: f64 = 0.85;
/// The memory that an image may take, decoded: that of the largest allowed one, of 16 bits.
const MEMORY: u64 = 512 << 20;

/// An image and what its file says beside the pixels.
struct Decoded {
    image: DynamicImage,
    orientation: Orientation,
    profile: Option<Vec<u8>>,
    /// Whether the file stores its colours as the page can take them.
    plain: bool,
}

pub(super) fn raster(bytes: &[u8], format: ImageFormat, wanted: Wanted) -> Result<Picture, Unshowable> {
    let Decoded { mut image, orientation, profile, plain } = decode(bytes, format)?;
    let upright = orientation == Orientation::NoTransforms;
    image.apply_orientation(orientation);
    let size = (image.width(), image.height());
    let scale = wanted.scale(size);
    if upright && plain && scale > WORTH {
        let kept = match format {
            ImageFormat::Jpeg => strip::jpeg(bytes).map(|bytes| ("jpg", bytes)),
            ImageFormat::Png => strip::png(bytes).map(|bytes| ("png", bytes)),
            _ => None,
        };
        if let Some((extension, bytes)) = kept {
            return Ok(Picture { extension, size: Some(size), bytes: bytes.into() });
        }
    }
    if scale <= WORTH {
        let side = |pixels: u32| ((f64::from(pixels) * scale).round() as u32).max(1);
        image = image.thumbnail_exact(side(size.0), side(size.1));
    }
    // A photo stays one; a screenshot or a scheme keeps its sharp edges.
    let photo = format == ImageFormat::Jpeg || (format == ImageFormat::WebP && lossy(bytes));
    let (extension, bytes) = if photo && !image.color().has_alpha() {
        ("jpg", jpeg(image, profile))
    } else {
        ("png", png(image, profile))
    };
    let bytes = bytes.ok_or(Unshowable::Broken)?;
    Ok(Picture { extension, size: Some(size), bytes: bytes.into() })
}

/// Whether an image inside a drawing, which stays as it is, can be decoded and printed.
pub(super) fn is_sound(bytes: &[u8], format: ImageFormat) -> bool {
    format != ImageFormat::Bmp && !four_inks(bytes) && decode(bytes, format).is_ok()
}

fn decode(bytes: &[u8], format: ImageFormat) -> Result<Decoded, Unshowable> {
    if format == ImageFormat::Bmp {
        let image = bitmap(bytes).ok_or(Unshowable::Broken)?;
        return Ok(Decoded { image, orientation: Orientation::NoTransforms, profile: None, plain: false });
    }
    let broken = |_| Unshowable::Broken;
    let mut decoder = ImageReader::with_format(Cursor::new(bytes), format).into_decoder().map_err(broken)?;
    let mut limits = Limits::default();
    limits.max_alloc = Some(MEMORY);
    decoder.set_limits(limits).map_err(broken)?;
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let stored = decoder.original_color_type();
    let cmyk = stored == ExtendedColorType::Cmyk8 || (format == ImageFormat::Jpeg && four_inks(bytes));
    let profile = decoder.icc_profile().ok().flatten().filter(|profile| !cmyk && !profile.is_empty());
    let image = DynamicImage::from_decoder(decoder).map_err(broken)?;
    let deep = image.color().bytes_per_pixel() / image.color().channel_count() > 1;
    Ok(Decoded { image, orientation, profile, plain: !cmyk && !deep })
}

/// Whether the frame of a JPEG has four parts: CMYK, which a PDF/A without a print profile refuses.
fn four_inks(bytes: &[u8]) -> bool {
    let mut at = 2;
    while let Some([0xFF, mark, high, low, rest @ ..]) = bytes.get(at..) {
        if matches!(mark, 0xC0..=0xCF) && ![0xC4, 0xC8, 0xCC].contains(mark) {
            return rest.get(5) == Some(&4);
        }
        at += 2 + usize::from(u16::from_be_bytes([*high, *low]));
    }
    false
}

/// Whether a WebP holds a lossy picture.
fn lossy(bytes: &[u8]) -> bool {
    !bytes.windows(4).take(4096).any(|mark| mark == b"VP8L")
}

fn bitmap(bytes: &[u8]) -> Option<DynamicImage> {
    use zune_bmp::zune_core::{bytestream::ZCursor, colorspace::ColorSpace, options::DecoderOptions};
    let options = DecoderOptions::default().set_max_width(super::SIDE as usize);
    let options = options.set_max_height(super::SIDE as usize);
    let mut decoder = zune_bmp::BmpDecoder::new_with_options(ZCursor::new(bytes), options);
    let pixels = decoder.decode().ok()?;
    let (width, height) = decoder.dimensions()?;
    let (width, height) = (u32::try_from(width).ok()?, u32::try_from(height).ok()?);
    match decoder.colorspace()? {
        ColorSpace::RGB => image::RgbImage::from_raw(width, height, pixels).map(DynamicImage::from),
        ColorSpace::RGBA => image::RgbaImage::from_raw(width, height, pixels).map(DynamicImage::from),
        ColorSpace::Luma => image::GrayImage::from_raw(width, height, pixels).map(DynamicImage::from),
        _ => None,
    }
}

pub(super) fn jpeg(image: DynamicImage, profile: Option<Vec<u8>>) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    let mut encoder = JpegEncoder::new_with_quality(&mut out, QUALITY);
    if let Some(profile) = profile {
        encoder.set_icc_profile(profile).ok()?;
    }
    let grey = image.color().channel_count() == 1;
    let image = if grey { DynamicImage::from(image.into_luma8()) } else { image.into_rgb8().into() };
    image.write_with_encoder(encoder).ok()?;
    Some(out)
}

/// A PNG of at most 8 bits a colour.
pub(super) fn png(image: DynamicImage, profile: Option<Vec<u8>>) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    let mut encoder = PngEncoder::new_with_quality(&mut out, CompressionType::Default, FilterType::Adaptive);
    if let Some(profile) = profile {
        encoder.set_icc_profile(profile).ok()?;
    }
    let image: DynamicImage = match (image.color().channel_count(), image.color().has_alpha()) {
        (1, _) => image.into_luma8().into(),
        (_, true) => image.into_rgba8().into(),
        _ => image.into_rgb8().into(),
    };
    image.write_with_encoder(encoder).ok()?;
    Some(out)
}
