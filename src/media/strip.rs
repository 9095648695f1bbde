//! Takes out of an image what is no picture: where it was taken, by whom, with what.
//!
//! In: the bytes of a JPEG or PNG. Out: the same image, bit by bit, without its comments and the
//! data of cameras and programs; nothing where the file does not follow its own form.

/// A JPEG with nothing but its picture and its colour profile (ITU-T T.81, annex B): the segments APP0
/// (JFIF), APP2 (the profile) and APP14 (how colours are stored) of what applications may write.
pub(super) fn jpeg(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut out = bytes.get(..2)?.to_vec();
    let mut at = 2;
    loop {
        // A mark may have any number of FF before it.
        while bytes.get(at)? == &0xFF && bytes.get(at + 1)? == &0xFF {
            at += 1;
        }
        let (0xFF, mark) = (*bytes.get(at)?, *bytes.get(at + 1)?) else { return None };
        let length = usize::from(u16::from_be_bytes([*bytes.get(at + 2)?, *bytes.get(at + 3)?]));
        let segment = bytes.get(at..at + 2 + length)?;
        let profile = mark == 0xE2 && segment.get(4..16) == Some(b"ICC_PROFILE\0");
        let application = (0xE0..=0xEF).contains(&mark) && mark != 0xE0 && mark != 0xEE && !profile;
        if !application && mark != 0xFE {
            out.extend_from_slice(segment);
        }
        at += segment.len();
        if mark == 0xDA {
            break;
        }
    }
    out.extend_from_slice(&bytes[at..end_of_scans(bytes, at)?]);
    Some(out)
}

/// Where the picture ends: cameras put a second one, with its own data, after it.
fn end_of_scans(bytes: &[u8], start: usize) -> Option<usize> {
    let mut at = start;
    loop {
        let mark =
            bytes[at..].windows(2).position(|pair| pair[0] == 0xFF && pair[1] != 0 && pair[1] != 0xFF)?;
        at += mark;
        match bytes[at + 1] {
            0xD9 => return Some(at + 2),
            // Restart marks stand alone; the other ones between two scans have a length.
            0xD0..=0xD7 => at += 2,
            _ => {
                let length = u16::from_be_bytes([*bytes.get(at + 2)?, *bytes.get(at + 3)?]);
                at += 2 + usize::from(length);
                bytes.get(at)?;
            }
        }
    }
}

/// The chunks of a PNG that make its picture (PNG specification, 4.7).
const PNG_CHUNKS: [&[u8; 4]; 9] =
    [b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP"];

/// A PNG with nothing but its picture.
pub(super) fn png(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut out = bytes.get(..8)?.to_vec();
    let mut at = 8;
    loop {
        let header = bytes.get(at..at + 8)?;
        let length = u32::from_be_bytes([header[0], header[1], header[2], header[3]]) as usize;
        let chunk = bytes.get(at..at.checked_add(length)?.checked_add(12)?)?;
        if PNG_CHUNKS.iter().any(|kept| header[4..] == kept[..]) {
            out.extend_from_slice(chunk);
        }
        if &header[4..] == b"IEND" {
            return Some(out);
        }
        at += chunk.len();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_the_picture_of_a_jpeg() {
        let picture: &[u8] = b"\xFF\xD8\xFF\xE0\0\x04ab\xFF\xE1\0\x06Exif\xFF\xFE\0\x04me\xFF\xDA\0\x02\x01\xFF\0\x02\xFF\xD0\x03\xFF\xD9after";
        let kept: &[u8] = b"\xFF\xD8\xFF\xE0\0\x04ab\xFF\xDA\0\x02\x01\xFF\0\x02\xFF\xD0\x03\xFF\xD9";
        assert_eq!(jpeg(picture).as_deref(), Some(kept));
        for end in 0..picture.len() - 5 {
            assert_eq!(jpeg(&picture[..end]), None, "{end}");
        }
    }

    #[test]
    fn keeps_the_picture_of_a_png() {
        let chunk = |name: &str, text: &str| {
            [&(text.len() as u32).to_be_bytes(), name.as_bytes(), text.as_bytes(), b"sum!"].concat()
        };
        let parts = [chunk("IHDR", "a"), chunk("tEXt", "me"), chunk("eXIf", "here"), chunk("IEND", "")];
        let picture = [b"\x89PNG\r\n\x1A\n".to_vec(), parts.concat()].concat();
        let kept = [b"\x89PNG\r\n\x1A\n".to_vec(), parts[0].clone(), parts[3].clone()].concat();
        assert_eq!(png(&picture), Some(kept));
        for end in 0..picture.len() {
            assert_eq!(png(&picture[..end]), None, "{end}");
        }
    }
}
