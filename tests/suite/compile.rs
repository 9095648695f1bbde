//! Runs the library on a vault, in memory or on disk.

use dossier::diagnostic::{Diagnostics, human, short};
use dossier::load::{Disk, Entry, EntryKind, Failure, Files};
use dossier::locale::{Catalogue, Lang};
use dossier::source::{Sources, VaultPath};
use dossier::{Checked, CheckedDocument, Pack, Pdf, Wish};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// A vault in memory.
#[derive(Default)]
pub(crate) struct Memory(BTreeMap<String, Vec<u8>>);

impl Memory {
    pub(crate) fn new(files: &[(&str, &str)]) -> Self {
        Self(files.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec())).collect())
    }

    /// The files of a folder.
    pub(crate) fn folder(root: &Path) -> Self {
        let (disk, mut memory) = (disk(root), Self::default());
        for entry in disk.list().unwrap_or_else(|_| panic!("{} can be listed", root.display())) {
            let bytes = disk.read(&entry.path, u64::MAX - 1).expect("a file");
            memory.0.insert(entry.path.as_str().to_owned(), bytes);
        }
        memory
    }

    /// The text of a file.
    pub(crate) fn text(&self, path: &str) -> String {
        String::from_utf8(self.0[path].clone()).expect("a text")
    }

    pub(crate) fn without(mut self, path: &str) -> Self {
        self.0.remove(path);
        self
    }

    /// The bytes of a file.
    pub(crate) fn bytes(&self, path: &str) -> Vec<u8> {
        self.0[path].clone()
    }

    /// The paths of the files, sorted.
    pub(crate) fn paths(&self) -> Vec<String> {
        self.0.keys().cloned().collect()
    }

    pub(crate) fn with(mut self, path: &str, bytes: Vec<u8>) -> Self {
        self.0.insert(path.to_owned(), bytes);
        self
    }
}

impl Files for Memory {
    fn list(&self) -> Result<Vec<Entry>, Failure> {
        let entry = |path: &String| Some(Entry { path: VaultPath::new(path)?, kind: EntryKind::File });
        Ok(self.0.keys().filter_map(entry).collect())
    }

    fn kind(&self, path: &VaultPath) -> Option<EntryKind> {
        self.0.contains_key(path.as_str()).then_some(EntryKind::File)
    }

    fn read(&self, path: &VaultPath, limit: u64) -> Result<Vec<u8>, Failure> {
        let bytes = self.0.get(path.as_str()).ok_or(Failure::Missing)?;
        if bytes.len() as u64 > limit { Err(Failure::TooLarge) } else { Ok(bytes.clone()) }
    }
}

/// What came of a note.
pub(crate) struct Run {
    pub(crate) checked: Option<Checked>,
    pub(crate) pdf: Option<Pdf>,
    /// The diagnostics in French, in the format of editors.
    pub(crate) short: String,
    pub(crate) errors: bool,
}

/// Checks a note without typesetting it.
pub(crate) fn check(files: &dyn Files, note: &str) -> Run {
    run(files, note, &Wish::default(), false)
}

/// Compiles a note.
pub(crate) fn compile(files: &dyn Files, note: &str) -> Run {
    run(files, note, &Wish::default(), true)
}

/// Compiles a note as a wish says.
pub(crate) fn compile_wished(files: &dyn Files, note: &str, wish: &Wish) -> Run {
    run(files, note, wish, true)
}

/// What came of the project of a vault.
pub(crate) struct ProjectRun {
    /// The code of each document, the name of its file, its PDF.
    pub(crate) documents: Vec<(&'static str, String, Vec<u8>)>,
    pub(crate) short: String,
    pub(crate) errors: bool,
}

/// The documents of a project before they are typeset, and what is said of them.
pub(crate) struct CheckedRun {
    pub(crate) documents: Vec<CheckedDocument>,
    pub(crate) short: String,
    /// The same in the format of people: excerpts, other places, remedies.
    pub(crate) human: String,
}

/// Checks the project of a vault without typesetting it.
pub(crate) fn check_project(files: &dyn Files) -> CheckedRun {
    let (mut sources, mut diags) = (Sources::default(), Diagnostics::default());
    let documents = dossier::check_project(files, &Wish::default(), &Pack::new(), &mut sources, &mut diags);
    let messages = Catalogue::messages(Lang::Fr);
    let (short, human) = (short(&diags, &sources, messages), human(&diags, &sources, messages, false));
    CheckedRun { documents: documents.unwrap_or_default(), short, human }
}

/// Compiles the documents that a manifest asks for.
pub(crate) fn compile_project(files: &dyn Files) -> ProjectRun {
    compile_project_wished(files, &Wish::default())
}

/// Compiles one document of a project: the others, which cost as much, are not typeset.
pub(crate) fn compile_document(files: &dyn Files, code: &str) -> ProjectRun {
    let mut wish = Wish::default();
    wish.only = vec![code.to_owned()];
    compile_project_wished(files, &wish)
}

/// Compiles the documents that a manifest asks for, in an edition.
pub(crate) fn compile_edition(files: &dyn Files, edition: &str) -> ProjectRun {
    let mut wish = Wish::default();
    wish.edition = Some(edition.to_owned());
    compile_project_wished(files, &wish)
}

/// Compiles the documents that a manifest asks for, as a wish says.
pub(crate) fn compile_project_wished(files: &dyn Files, wish: &Wish) -> ProjectRun {
    let (mut sources, mut diags) = (Sources::default(), Diagnostics::default());
    let checked =
        dossier::check_project(files, wish, &Pack::new(), &mut sources, &mut diags).unwrap_or_default();
    let pdfs = dossier::typeset_project(&checked, &Pack::new(), &sources, &mut diags);
    let made = checked.into_iter().zip(pdfs);
    let documents =
        made.filter_map(|(document, pdf)| Some((document.code, document.name, pdf?.bytes))).collect();
    let short = short(&diags, &sources, Catalogue::messages(Lang::Fr));
    ProjectRun { documents, short, errors: diags.has_errors() }
}

fn run(files: &dyn Files, note: &str, wish: &Wish, typeset: bool) -> Run {
    let (mut sources, mut diags) = (Sources::default(), Diagnostics::default());
    let path = VaultPath::new(note).expect("the path of a note");
    let checked = dossier::check_note(files, &path, wish, &Pack::new(), &mut sources, &mut diags);
    let pdf = checked
        .as_ref()
        .filter(|_| typeset)
        .and_then(|checked| dossier::typeset(checked, &Pack::new(), &sources, &mut diags));
    let short = short(&diags, &sources, Catalogue::messages(Lang::Fr));
    Run { checked, pdf, short, errors: diags.has_errors() }
}

/// The folder of the project, as cargo says it when the tests run: a binary kept in a cache may have been
/// compiled for another copy.
pub(crate) fn project() -> PathBuf {
    PathBuf::from(std::env::var("CARGO_MANIFEST_DIR").unwrap_or_else(|_| ".".to_owned()))
}

/// A folder of the fixtures.
pub(crate) fn fixtures(folder: &str) -> PathBuf {
    project().join("fixtures").join(folder)
}

/// The vault that is a folder of the fixtures.
pub(crate) fn disk(folder: &Path) -> Disk {
    Disk::open(folder).unwrap_or_else(|_| panic!("{} is a folder", folder.display()))
}

/// The names in a folder, sorted; those of a kind, by their extensions.
pub(crate) fn names(folder: &Path, extensions: &[&str]) -> Vec<String> {
    let entries = std::fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let names = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let mut names: Vec<String> = names
        .filter(|name| extensions.is_empty() || extensions.iter().any(|end| name.ends_with(end)))
        .collect();
    names.sort();
    names
}

/// Compares with the text of a file; with `ATTENDU=1` in the environment, writes it.
pub(crate) fn assert_expected(path: &Path, found: &str) {
    if std::env::var_os("ATTENDU").is_some() {
        std::fs::write(path, found).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    }
    let expected = std::fs::read_to_string(path).unwrap_or_default();
    assert_eq!(found, expected, "{} (ATTENDU=1 writes it anew)", path.display());
}
