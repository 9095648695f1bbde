//! The files that a note shows: printed as they are meant, without what is no picture, or refused at
//! the place that shows them.

use crate::compile::{Memory, Run, check, compile, fixtures};
use crate::pdf::{Pdf, assert_conforming};
use dossier::Pack;
use dossier::diagnostic::{Diagnostics, short};
use dossier::locale::{Catalogue, Lang};
use dossier::source::{Source, Sources, VaultPath};
use image::{DynamicImage, ImageFormat, Rgb, RgbImage};
use std::io::Cursor;

/// A note that shows one file.
fn shown(name: &str, bytes: Vec<u8>) -> Memory {
    Memory::new(&[("n.md", &format!("# T\n\n![[{name}|Une image]]\n"))]).with(name, bytes)
}

fn built(name: &str, bytes: Vec<u8>) -> (Run, Vec<u8>) {
    let run = compile(&shown(name, bytes), "n.md");
    let pdf = run.pdf.as_ref().unwrap_or_else(|| panic!("{name}:\n{}", run.short)).bytes.clone();
    assert_conforming(&pdf, name);
    (run, pdf)
}

/// The first image of the project.
fn image_of(run: &Run) -> (String, Vec<u8>) {
    let images = &run.checked.as_ref().expect("a project").project.images;
    let (path, bytes) = images.iter().next().unwrap_or_else(|| panic!("no image:\n{}", run.short));
    (path.clone(), bytes.to_vec())
}

fn annex(name: &str) -> Vec<u8> {
    std::fs::read(fixtures("markdown/annexes").join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// An image of which no two pixels are alike, as a camera makes them.
fn photo(width: u32, height: u32) -> DynamicImage {
    let mut seed = 1_u32;
    let pixel = |x: u32, y: u32| {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let noise = (seed >> 28) as u8;
        Rgb([(x * 200 / width) as u8 + noise, (y * 200 / height) as u8 + noise, 90 + noise])
    };
    RgbImage::from_fn(width, height, pixel).into()
}

fn encoded(image: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    image.write_to(&mut bytes, format).expect("an image");
    bytes.into_inner()
}

fn holds(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|part| part == text.as_bytes())
}

#[test]
fn a_photo_says_nothing_of_who_took_it_and_where() {
    let photo = annex("tourne.jpg");
    for secret in ["Exif", "Camille Auteur", "Prise par Camille"] {
        assert!(holds(&photo, secret), "{secret} is in the fixture");
    }
    // Upright already, the photo is not written anew: only what is no picture goes.
    let mut upright = photo.clone();
    let orientation = upright.windows(8).position(|part| part == [0x12, 1, 3, 0, 1, 0, 0, 0]);
    upright[orientation.expect("an orientation") + 8] = 1;
    let text = |key: &str, text: &str| {
        let chunk = [key.as_bytes(), b"\0", text.as_bytes()].concat();
        let sum = crc(&[b"tEXt".as_slice(), &chunk].concat());
        [&(chunk.len() as u32).to_be_bytes(), b"tEXt".as_slice(), &chunk, &sum.to_be_bytes()].concat()
    };
    let mut png = annex("plan.png");
    let before_data = png.windows(4).position(|part| part == b"IDAT").expect("data") - 4;
    png.splice(before_data..before_data, text("Author", "Camille Auteur"));
    for (name, bytes) in [("a.jpg", photo), ("b.jpg", upright), ("c.png", png)] {
        let (run, pdf) = built(name, bytes);
        let (path, image) = image_of(&run);
        for (what, bytes) in [(path.as_str(), &image), ("the PDF", &pdf)] {
            for secret in ["Exif", "Camille", "GPS"] {
                assert!(!holds(bytes, secret), "{name}: {secret} is in {what}");
            }
        }
        assert!(run.errors || run.short.lines().count() <= 2, "{}", run.short);
    }
}

/// The checksum of a chunk (PNG specification, annex D).
fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0, |crc, byte| {
        (0..8).fold(
            crc ^ u32::from(*byte),
            |c: u32, _| if c & 1 == 1 { 0xEDB8_8320 ^ (c >> 1) } else { c >> 1 },
        )
    })
}

#[test]
fn a_photo_stands_upright() {
    let (run, _) = built("a.jpg", annex("tourne.jpg"));
    let (_, bytes) = image_of(&run);
    let image = image::load_from_memory(&bytes).expect("an image").into_rgb8();
    assert_eq!(image.dimensions(), (240, 120), "stored as 120 × 240, shown turned");
    let [red, green, _] = image.get_pixel(20, 20).0;
    assert!(green > red, "the block at the top left is green");
    let [red, green, _] = image.get_pixel(200, 80).0;
    assert!(red > green, "the triangle at the right is red");
}

#[test]
fn a_large_photo_has_the_pixels_of_print() {
    let bytes = encoded(&photo(5472, 3648), ImageFormat::Jpeg);
    let (run, pdf) = built("a.jpg", bytes.clone());
    let (path, image) = image_of(&run);
    assert_eq!(path, "/images/1.jpg");
    let image = image::load_from_memory(&image).expect("an image");
    // 170 mm at 300 pixels to an inch: 2008 pixels; 3648 × 2008 / 5472 = 1339.
    assert_eq!((image.width(), image.height()), (2008, 1339));
    assert!(pdf.len() < bytes.len() / 3, "{} bytes of {}", pdf.len(), bytes.len());
    // The bytes are the same on every run.
    assert_eq!(image_of(&check(&shown("a.jpg", bytes.clone()), "n.md")), image_of(&run));
    let note = Memory::new(&[("n.md", "# T\n\n![[a.jpg|Petite|96]]\n\n![[a.jpg|Moyenne|192]]\n")]);
    let run = check(&note.with("a.jpg", bytes), "n.md");
    let images = &run.checked.as_ref().expect("a project").project.images;
    assert_eq!(images.len(), 1, "shown twice, made once");
    // 192 CSS pixels are two inches: 600 pixels.
    assert_eq!(image::load_from_memory(&image_of(&run).1).expect("an image").width(), 600);
}

#[test]
fn what_is_no_whole_image_has_a_stand_in() {
    let names = [
        "tourne.jpg",
        "cmjn.jpg",
        "plan.png",
        "entrelace.png",
        "seize-bits.png",
        "cour.webp",
        "cour.bmp",
        "anime.gif",
        "dessin.svg",
        "plan.pdf",
    ];
    for name in names {
        let bytes = annex(name);
        for part in 0..12 {
            let cut = bytes.len() * part / 12;
            let run = compile(&shown(name, bytes[..cut].to_vec()), "n.md");
            assert!(run.pdf.is_some(), "{name} up to {cut}:\n{}", run.short);
            let refused = run.short.contains("n.md:3:1: image-illisible: ");
            let shows = !run.checked.expect("a project").project.images.is_empty();
            assert_ne!(refused, shows, "{name} up to {cut}");
            assert!(refused || name == "plan.pdf", "{name} up to {cut} of {} is shown", bytes.len());
        }
        // A byte that is wrong may be seen or not; it never breaks the page.
        for part in 1..16 {
            let mut bytes = bytes.clone();
            let at = bytes.len() * part / 16;
            bytes[at] ^= 0x55;
            let run = compile(&shown(name, bytes), "n.md");
            assert!(run.pdf.is_some(), "{name} with a wrong byte at {at}:\n{}", run.short);
        }
    }
}

#[test]
fn says_how_to_mend_what_cannot_be_shown() {
    let avif = b"\0\0\0\x20ftypavif\0\0\0\0avifmif1miafMA1B".to_vec();
    let heic = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic".to_vec();
    let svg = "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><image href='b.png' width='9' height='9'/></svg>";
    for (name, bytes, expected) in [
        ("a.avif", avif, "image-illisible: l’image « a.avif » ne peut pas être lue"),
        ("a.heic", heic, "image-illisible: l’image « a.heic » ne peut pas être lue"),
        (
            "a.pdf",
            annex("protege.pdf"),
            "image-illisible: le fichier « a.pdf » est protégé par un mot de passe",
        ),
        (
            "a.svg",
            svg.into(),
            "image-illisible: le dessin « a.svg » fait appel à un autre fichier : « b.png »",
        ),
        ("a.png", b"MZ, a program".to_vec(), "image-illisible: l’image « a.png » ne peut pas être lue"),
    ] {
        let (run, pdf) = built(name, bytes);
        assert!(run.short.contains(&format!("n.md:3:1: {expected}\n")), "{name}:\n{}", run.short);
        assert!(Pdf::new(&pdf).text().contains("Image absente"), "{name} has a stand-in");
    }
}

#[test]
fn bombs_are_refused_by_their_heads() {
    // Heads that state 60,000 × 60,000 pixels, and no pixels.
    let mut png = annex("plan.png");
    png[16..24].copy_from_slice(&[0, 0, 0xEA, 0x60, 0, 0, 0xEA, 0x60]);
    let sum = crc(&png[12..29]);
    png[29..33].copy_from_slice(&sum.to_be_bytes());
    let mut bmp = annex("cour.bmp");
    bmp[18..26].copy_from_slice(&[0x60, 0xEA, 0, 0, 0x60, 0xEA, 0, 0]);
    let mut gif = annex("anime.gif");
    gif[6..10].copy_from_slice(&[0x60, 0xEA, 0x60, 0xEA]);
    for (name, bytes) in [("a.png", png), ("a.bmp", bmp), ("a.gif", gif)] {
        let run = check(&shown(name, bytes), "n.md");
        assert!(run.short.contains("n.md:3:1: image-trop-grande: "), "{name}:\n{}", run.short);
        assert!(run.checked.is_none(), "{name} is over a limit: nothing is written");
    }
}

#[test]
fn what_the_typesetter_refuses_is_said_at_the_link() {
    let run = check(&shown("a.svg", annex("dessin.svg")), "n.md");
    let mut checked = run.checked.expect("a project");
    // A drawing that was sound when it was checked.
    checked.project.images.insert("/images/1.svg".to_owned(), b"<svg".as_slice().into());
    let (mut sources, mut diags) = (Sources::default(), Diagnostics::default());
    let text = "# T\n\n![[a.svg|Une image]]\n".to_owned();
    sources.add(Source::new(VaultPath::new("n.md").expect("a path"), text));
    assert!(dossier::typeset(&checked, &Pack::new(), &sources, &mut diags).is_none());
    let short = short(&diags, &sources, Catalogue::messages(Lang::Fr));
    assert!(short.starts_with("n.md:3:1: composition-refusee: « ![[a.svg|Une image]] »"), "{short}");
}

#[test]
fn the_kind_of_a_file_is_told_by_its_bytes() {
    let (run, _) = built("a.png", annex("tourne.jpg"));
    assert_eq!(image_of(&run).0, "/images/1.jpg");
    let (run, _) = built("a.jpg", annex("plan.pdf"));
    assert_eq!(image_of(&run).0, "/images/1.png");
}

/// A PDF of these objects, the first being its catalogue.
fn pdf_of(objects: &[Vec<u8>]) -> Vec<u8> {
    let mut bytes = b"%PDF-1.7\n".to_vec();
    let mut places = Vec::new();
    for (rank, object) in objects.iter().enumerate() {
        places.push(bytes.len());
        bytes.extend(format!("{} 0 obj\n", rank + 1).bytes());
        bytes.extend(object);
        bytes.extend(b"\nendobj\n");
    }
    let start = bytes.len();
    bytes.extend(format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).bytes());
    places.iter().for_each(|at| bytes.extend(format!("{at:010} 00000 n \n").bytes()));
    let trailer = format!("trailer\n<</Size {}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n", objects.len() + 1);
    bytes.extend(trailer.bytes());
    bytes
}

fn stream(dict: &str, data: &[u8]) -> Vec<u8> {
    let head = format!("<<{dict}/Length {}>>stream\n", data.len());
    [head.as_bytes(), data, b"\nendstream"].concat()
}

/// A PDF of one page; `more` are the objects from the fifth on.
fn page_of(media_box: &str, resources: &str, content: &[u8], more: &[Vec<u8>]) -> Vec<u8> {
    let page =
        format!("<</Type/Page/Parent 2 0 R/MediaBox[{media_box}]/Contents 4 0 R/Resources<<{resources}>>>>");
    let first = [
        b"<</Type/Catalog/Pages 2 0 R>>".to_vec(),
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>".to_vec(),
        page.into_bytes(),
        stream("", content),
    ];
    pdf_of(&[&first, more].concat())
}

/// A page that would take more memory or time than a page is worth is refused before it is drawn.
#[test]
fn a_page_of_a_pdf_made_to_exhaust_is_refused() {
    let a4 = "0 0 595 842";
    let image = |side: u32| {
        let dict =
            format!("/Subtype/Image/Width {side}/Height {side}/BitsPerComponent 1/ColorSpace/DeviceGray");
        let resources = "/XObject<</I 5 0 R>>";
        page_of(a4, resources, b"595 0 0 842 0 0 cm /I Do", &[stream(&dict, b"\xAA")])
    };
    let packed = |length: usize| {
        let mut encoder = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
        std::io::copy(&mut std::io::Read::take(std::io::repeat(b' '), length as u64), &mut encoder)
            .expect("zeros");
        let data = encoder.finish().expect("packed");
        page_of(a4, "", b"", &[stream("/Filter/FlateDecode", &data)])
    };
    let tree = |nodes: usize| {
        let mut objects = vec![b"<</Type/Catalog/Pages 2 0 R>>".to_vec()];
        objects
            .extend((0..nodes).map(|i| format!("<</Type/Pages/Kids[{} 0 R]/Count 1>>", i + 3).into_bytes()));
        objects.push(b"<</Type/Page/MediaBox[0 0 595 842]>>".to_vec());
        pdf_of(&objects)
    };
    // A form that shows the next one ten times, four deep: ten thousand squares.
    let form = |next: usize| {
        let dict = format!("/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F {next} 0 R>>>>");
        stream(&dict, &b"/F Do ".repeat(10))
    };
    let mut forms: Vec<Vec<u8>> = (6..10).map(form).collect();
    forms.push(stream("/Subtype/Form/BBox[0 0 9 9]", b"0 0 9 9 re f"));
    let twice = stream("/Filter[/FlateDecode/FlateDecode]", b"x");
    let (broken, complex) = ("ne peut pas être lue", "est trop complexe pour être imprimé");
    for (name, bytes, expected) in [
        ("a page of a kilometre", page_of("0 0 9000000 842", "", b"", &[]), Some(broken)),
        ("an image", image(3000), None),
        ("an image without end", image(40_000), Some(complex)),
        ("a stream", packed(1 << 20), None),
        ("a stream without end", packed(300 << 20), Some(complex)),
        ("a stream packed twice", page_of(a4, "", b"", &[twice]), Some(complex)),
        ("a tree of pages", tree(50), None),
        ("a tree of pages without end", tree(9000), Some(complex)),
        ("states", page_of(a4, "", &b"q ".repeat(4000), &[]), None),
        ("states without end", page_of(a4, "", &b"q ".repeat(6000), &[]), Some(complex)),
        ("forms in each other", page_of(a4, "/XObject<</F 5 0 R>>", b"/F Do", &forms), None),
    ] {
        let run = check(&shown("x.pdf", bytes), "n.md");
        let refused = run.short.contains("n.md:3:1: image-illisible");
        assert_eq!(refused, expected.is_some(), "{name}: {}", run.short);
        assert!(expected.is_none_or(|text| run.short.contains(text)), "{name}: {}", run.short);
    }
}
