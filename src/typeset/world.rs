//! What Typst may see: one project, the bundled fonts and its own, the library.

use crate::font;
use crate::render::{MAIN, TypstProject};
use std::collections::HashMap;
use std::sync::{Arc, LazyLock};
use typst::diag::{FileError, FileResult, PackageError};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Library, LibraryExt, World};

/// One library and one set of fonts for the whole process: they are keys of Typst's memory.
static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| {
    // Row headers of tables need the feature.
    let features = [Feature::A11yExtras].into_iter().collect();
    LazyHash::new(Library::builder().with_features(features).build())
});

static FONTS: LazyLock<Vec<Font>> =
    LazyLock::new(|| font::files().iter().flat_map(|file| Font::iter(Bytes::new(file.bytes))).collect());

static BOOK: LazyLock<LazyHash<FontBook>> =
    LazyLock::new(|| LazyHash::new(FontBook::from_fonts(FONTS.iter())));

/// A project as Typst's environment.
pub(super) struct ProjectWorld {
    main: FileId,
    sources: HashMap<FileId, Source>,
    images: HashMap<FileId, Bytes>,
    /// The fonts of the project, after the bundled ones; and all of them, where it has any.
    fonts: Vec<Font>,
    book: Option<LazyHash<FontBook>>,
}

impl ProjectWorld {
    pub(super) fn new(project: &TypstProject) -> Result<Self, String> {
        let id = |path: &str| {
            let path = VirtualPath::new(path).map_err(|error| format!("{path}: {error:?}"))?;
            Ok::<FileId, String>(RootedPath::new(VirtualRoot::Project, path).intern())
        };
        let mut sources = HashMap::new();
        for (path, text) in &project.texts {
            let id = id(path)?;
            sources.insert(id, Source::new(id, text.clone()));
        }
        let mut images = HashMap::new();
        for (path, bytes) in &project.images {
            images.insert(id(path)?, Bytes::new(Arc::clone(bytes)));
        }
        let fonts: Vec<Font> =
            project.fonts.values().flat_map(|bytes| Font::iter(Bytes::new(bytes.clone()))).collect();
        let all = || LazyHash::new(FontBook::from_fonts(FONTS.iter().chain(&fonts)));
        let book = (!fonts.is_empty()).then(all);
        Ok(Self { main: id(MAIN)?, sources, images, fonts, book })
    }
}

impl World for ProjectWorld {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        self.book.as_ref().unwrap_or(&BOOK)
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        self.sources.get(&id).cloned().ok_or_else(|| missing(id))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if let Some(bytes) = self.images.get(&id) {
            return Ok(bytes.clone());
        }
        self.sources.get(&id).map(|source| Bytes::from_string(source.clone())).ok_or_else(|| missing(id))
    }

    fn font(&self, index: usize) -> Option<Font> {
        FONTS.get(index).or_else(|| self.fonts.get(index.checked_sub(FONTS.len())?)).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

fn missing(id: FileId) -> FileError {
    match id.root() {
        VirtualRoot::Package(package) => FileError::Package(PackageError::NotFound(package.clone())),
        VirtualRoot::Project => FileError::NotFound(id.vpath().get_without_slash().into()),
    }
}
