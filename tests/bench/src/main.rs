//! Compiles a project written by `dossier build --emit typst` with Typst alone: same fonts, same
//! standards, nothing else. `plain PROJECT OUT.pdf`

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Library, LibraryExt, World};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

struct Project {
    root: PathBuf,
    main: FileId,
    standard: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    sources: Mutex<HashMap<FileId, Source>>,
}

impl Project {
    fn read(&self, id: FileId) -> FileResult<Vec<u8>> {
        let path = self.root.join(id.vpath().get_without_slash());
        std::fs::read(&path).map_err(|error| FileError::from_io(error, &path))
    }
}

impl World for Project {
    fn library(&self) -> &LazyHash<Library> {
        &self.standard
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        let mut sources = self.sources.lock().expect("no thread failed");
        if let Some(source) = sources.get(&id) {
            return Ok(source.clone());
        }
        let source = Source::new(id, String::from_utf8(self.read(id)?).map_err(|_| FileError::InvalidUtf8)?);
        sources.insert(id, source.clone());
        Ok(source)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.read(id).map(Bytes::new)
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

fn main() {
    let mut arguments = std::env::args().skip(1);
    let (Some(root), Some(out)) = (arguments.next(), arguments.next()) else { panic!("plain PROJECT OUT.pdf") };
    let root = PathBuf::from(root);
    let fonts = fonts(&root.join("fonts"));
    let path = VirtualPath::new("/main.typ").expect("a path");
    let project = Project {
        main: RootedPath::new(VirtualRoot::Project, path).intern(),
        standard: LazyHash::new(Library::builder().with_features([Feature::A11yExtras].into_iter().collect()).build()),
        book: LazyHash::new(FontBook::from_fonts(&fonts)),
        fonts,
        root,
        sources: Mutex::default(),
    };
    let document = typst::compile::<PagedDocument>(&project).output.expect("a document");
    let standards = PdfStandards::new(&[PdfStandard::A_2a, PdfStandard::Ua_1]).expect("standards");
    let pdf = typst_pdf::pdf(&document, &PdfOptions { standards, ..PdfOptions::default() }).expect("a PDF");
    std::fs::write(Path::new(&out), pdf).expect("the PDF is written");
}

fn fonts(folder: &Path) -> Vec<Font> {
    let files = std::fs::read_dir(folder).expect("a folder of fonts").filter_map(Result::ok);
    let mut paths: Vec<PathBuf> = files.map(|file| file.path()).collect();
    paths.sort();
    paths.iter().flat_map(|path| Font::iter(Bytes::new(std::fs::read(path).expect("a font")))).collect()
}
