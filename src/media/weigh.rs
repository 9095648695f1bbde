//! Weighs a PDF before it is read: the library that draws its pages keeps whatever it unpacks.
//!
//! In: the bytes of a PDF, then the PDF itself. Out: whether it would take more memory than a page of
//! paper is worth. Honest files are a hundred times below these limits.

use flate2::read::ZlibDecoder;
use hayro::hayro_syntax::content::UntypedIter;
use hayro::hayro_syntax::object::{Name, Object, Stream};
use hayro::hayro_syntax::page::Page;
use hayro::hayro_syntax::{Filter, Pdf};
use memchr::memmem;
use std::io::Read;

/// What one packed stream may hold, and all of them, in bytes.
const STREAM: u64 = 256 << 20;
const STREAMS: u64 = 1 << 30;
/// The most nodes of the tree of pages, which is read by recursion.
const NODES: usize = 1500;
/// The most pixels of an image in the page: a sheet of 1 m² scanned at 400 points to an inch.
const PIXELS: u64 = 300_000_000;
/// The longest stream of those kinds of packing, which nothing here unpacks.
const OTHERWISE_PACKED: usize = 1 << 20;
/// How many states of the pen may be put aside at once.
const STATES: usize = 5000;

/// Whether the packed streams of a file, or its tree of pages, are beyond measure.
pub(super) fn is_heavy(bytes: &[u8]) -> bool {
    let mut nodes = memmem::find_iter(bytes, b"/Kids").count();
    let mut total = 0;
    for found in memmem::find_iter(bytes, b"stream") {
        let start = found + b"stream".len();
        let data = &bytes[start..];
        let data = data.strip_prefix(b"\r").unwrap_or(data);
        let data = data.strip_prefix(b"\n").unwrap_or(data);
        if bytes[..start].ends_with(b"endstream") || !is_packed(data) {
            continue;
        }
        let (length, inside) = unpacked(data);
        total += length;
        nodes += inside;
        if length > STREAM || total > STREAMS || nodes > NODES {
            return true;
        }
    }
    nodes > NODES
}

/// Whether what a PDF holds for a page is beyond measure, once its objects can be read.
pub(super) fn is_excessive(pdf: &Pdf, page: &Page<'_>) -> bool {
    let excessive = pdf.objects().into_iter().any(|object| match object {
        Object::Stream(stream) => is_excessive_stream(&stream),
        _ => false,
    });
    excessive || page.page_stream().is_some_and(is_deep)
}

fn is_excessive_stream(stream: &Stream<'_>) -> bool {
    let filters = stream.filters();
    let otherwise = |filter: &Filter| matches!(filter, Filter::LzwDecode | Filter::RunLengthDecode);
    let packs = |filter: &&Filter| otherwise(filter) || matches!(filter, Filter::FlateDecode);
    if filters.iter().filter(packs).count() > 1 {
        return true;
    }
    if filters.iter().any(otherwise) && stream.raw_data().len() > OTHERWISE_PACKED {
        return true;
    }
    let dict = stream.dict();
    let side = |key: &[u8]| dict.get::<u32>(key).map_or(0, u64::from);
    match dict.get::<Name<'_>>(b"Subtype".as_slice()).as_deref() {
        Some(b"Image") => side(b"Width") * side(b"Height") > PIXELS,
        _ if dict.contains_key(b"BBox".as_slice()) => stream.decoded().is_ok_and(|content| is_deep(&content)),
        _ => false,
    }
}

/// Whether a content puts aside more states than it takes back.
fn is_deep(content: &[u8]) -> bool {
    // Most contents are shorter than what it takes to be deep.
    if content.len() < STATES {
        return false;
    }
    let (mut operations, mut depth) = (UntypedIter::new(content), 0_usize);
    while let Some(operation) = operations.next() {
        match &**operation.operator {
            b"q" => depth += 1,
            b"Q" => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > STATES {
            return true;
        }
    }
    false
}

/// Whether data starts as zlib's do (RFC 1950, 2.2).
fn is_packed(data: &[u8]) -> bool {
    matches!(data, [method, flags, ..] if method & 15 == 8 && u16::from_be_bytes([*method, *flags]) % 31 == 0)
}

/// How long packed data are once unpacked, up to a little over the limit, and how many nodes they hold.
fn unpacked(data: &[u8]) -> (u64, usize) {
    let mut decoder = ZlibDecoder::new(data);
    let mut buffer = vec![0; 64 << 10];
    let (mut length, mut nodes) = (0, 0);
    while let Ok(read @ 1..) = decoder.read(&mut buffer) {
        length += read as u64;
        nodes += memmem::find_iter(&buffer[..read], b"/Kids").count();
        if length > STREAM {
            break;
        }
    }
    (length, nodes)
}
