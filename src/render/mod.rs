//! Stage 9: from a document type's template to the main Typst source.
//!
//! In: the template pack and the facts of the registry: which sections a type has, where their
//! fragments stand. Out: the main source of a [`TypstProject`]. Nothing a user wrote passes through
//! here: it stands in `/data.json` and in the fragments.

use crate::documents::DocumentType;
use include_dir::{Dir, File, include_dir};
use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};
use tera::{Context, Tera};

/// The templates and the theme, in the binary.
static PACK: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/templates");

/// All that the typesetter reads to make one document; plain data.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct TypstProject {
    /// The texts, by path from the root: `/main.typ`, `/data.json`, `/notes/…`, `/theme/…`.
    pub texts: BTreeMap<String, String>,
    /// The images, by path from the root.
    pub images: BTreeMap<String, Arc<[u8]>>,
    /// The fonts that the project adds to the bundled ones, by path from the root.
    pub fonts: BTreeMap<String, Arc<[u8]>>,
}

/// The path of the main source of a project.
pub(crate) const MAIN: &str = "/main.typ";
/// The path of its data.
pub(crate) const DATA: &str = "/data.json";

/// The path of what all documents of a project look like. The theme reads this file and not the data: what
/// the typesetter worked out of the theme then serves every document.
pub(crate) const LOOK: &str = "/aspect.json";

/// The path of a section's fragment.
pub(crate) fn fragment_path(slug: &str) -> String {
    format!("/notes/{slug}.typ")
}

/// The template pack of an organisation: texts by their path in its folder, such as
/// `documents/ed-i-1.typ.tera` or `theme/page.typ`. It comes from the command line only.
pub type Pack = BTreeMap<String, String>;

/// Where our own templates stand; a template of a pack extends `maison/documents/…`.
const HOUSE: &str = "maison/";
/// Where those of a pack stand: looked for first.
const GUEST: &str = "modeles/";

/// Our own templates, read once for the process.
static OWN: LazyLock<Result<Tera, String>> = LazyLock::new(|| templates(&Pack::new()));

/// Reads our templates and those of a pack.
fn templates(pack: &Pack) -> Result<Tera, String> {
    let mut tera = Tera::new();
    tera.autoescape_on(vec![".typ.tera"]);
    tera.set_escape_fn(escape);
    tera.set_fallback_prefixes([GUEST, HOUSE]).map_err(|error| error.to_string())?;
    let is_template = |path: &str| path.ends_with(".typ.tera");
    let house = files(&PACK).filter_map(|file| Some((name(file), file.contents_utf8()?)));
    let house =
        house.filter(|(path, _)| is_template(path)).map(|(path, text)| (format!("{HOUSE}{path}"), text));
    let guest = pack.iter().filter(|(path, _)| is_template(path));
    let guest = guest.map(|(path, text)| (format!("{GUEST}{path}"), text.as_str()));
    tera.add_raw_templates(house.chain(guest).collect::<Vec<_>>()).map_err(|error| error.to_string())?;
    Ok(tera)
}

/// Renders the main source of a type of document and puts the theme beside it. Fails only by a
/// mistake of a template, which is said in the error.
pub(crate) fn render(kind: &DocumentType, pack: &Pack) -> Result<TypstProject, String> {
    let made;
    let tera = if pack.is_empty() {
        OWN.as_ref().map_err(String::clone)?
    } else {
        made = templates(pack)?;
        &made
    };
    let mut context = Context::new();
    context.insert("code", kind.code);
    context.insert("onglet", kind.onglet);
    let fragments = kind.sections.iter().map(|section| {
        BTreeMap::from([("nom", section.slug.to_owned()), ("chemin", fragment_path(section.slug))])
    });
    context.insert("fragments", &fragments.collect::<Vec<_>>());
    let template = format!("documents/{}.typ.tera", kind.code);
    let main = tera.render(&template, &context).map_err(|error| error.to_string())?;

    let theme = files(&PACK).filter(|file| file.path().starts_with("theme"));
    let theme = theme.filter_map(|file| Some((format!("/{}", name(file)), file.contents_utf8()?.to_owned())));
    let own = pack.iter().filter(|(path, _)| path.starts_with("theme/") && path.ends_with(".typ"));
    let own = own.map(|(path, text)| (format!("/{path}"), text.clone()));
    let texts = theme.chain(own).chain([(MAIN.to_owned(), main)]).collect();
    Ok(TypstProject { texts, ..TypstProject::default() })
}

fn files<'a>(dir: &'a Dir<'a>) -> impl Iterator<Item = &'a File<'a>> {
    let mut all: Vec<&File<'_>> = dir.files().collect();
    all.extend(dir.dirs().flat_map(|dir| files(dir).collect::<Vec<_>>()));
    all.into_iter()
}

fn name(file: &File<'_>) -> String {
    file.path().to_string_lossy().replace(std::path::MAIN_SEPARATOR, "/")
}

/// Writes a value inside a Typst string literal.
fn escape(text: &str, out: &mut dyn std::io::Write) -> std::io::Result<()> {
    write!(out, "{}", text.replace('\\', "\\\\").replace('"', "\\\""))
}
