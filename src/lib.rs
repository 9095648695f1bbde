//! Compiles notes of an Obsidian vault to official documents, as PDF.
//!
//! # Steps
//! 1. **Load** ([`load`]): lists the vault, reads the note.
//! 2. **Parse** (`parse`): front matter, Markdown, formulas, every part with its place.
//! 3. **Resolve** (`vault`): finds where links and images lead; makes **pictures** (`media`) of the
//!    files that can be shown.
//! 4. **Type** (`projet`), **analyse** (`analyse`), **check** (`regles`): the planning data of a
//!    project, its figures, its consistency. A lone note has none.
//! 5. **Assemble** (`documents`): gives each block its section, each fact its place.
//! 6. **Lower** (`lower`), **render** (`render`): writes the sections as Typst code, repairs what
//!    Typst would refuse, makes the main source from the type's template.
//! 7. **Typeset** (`typeset`): makes the PDF.
//! 8. **Publish** ([`publish`]): writes files that are whole or not there.
//!
//! Every stage takes the [`Diagnostics`] last and goes on after a mistake; this module stops
//! *between* stages when one of them is an error. Only [`load::Disk`], [`publish`] and the command
//! line touch the outside world.

mod analyse;
mod census;
mod checked;
pub mod diagnostic;
mod documents;
mod dossier;
mod fichiers;
mod figures;
mod font;
mod gallery;
pub mod load;
pub mod locale;
mod lower;
mod media;
mod parse;
mod polices;
mod projet;
pub mod publish;
mod regles;
mod render;
mod shelf;
pub mod source;
mod typeset;
mod vault;

pub use census::Census;
pub use checked::Checked;
pub use font::FontFile;
pub use render::{Pack, TypstProject};

use diagnostic::Diagnostics;
use documents::{Assemble, DocumentType, NoteMaterial, ProjectMaterial};
use font::Fonts;
use load::{Files, Listing};
use lower::Lowered;
use parse::metadata::metadata;
use projet::Projet;
use projet::edition::Edition;
use projet::manifeste::Statut;
use shelf::VaultShelf;
use source::{Sources, VaultPath};
use std::sync::Arc;
use vault::{Index, Vault};

/// An official document of a project.
#[non_exhaustive]
pub struct CheckedDocument {
    /// The code of its type.
    pub code: &'static str,
    /// The name of its file, without extension: ASCII, as the manifest's `nommage` says.
    pub name: String,
    /// The document.
    pub checked: Checked,
    /// How large its file and all of them may be.
    limites: fichiers::Limites,
}

/// A PDF and the number of its pages.
#[non_exhaustive]
pub struct Pdf {
    /// The file.
    pub bytes: Vec<u8>,
    /// How many pages it has.
    pub pages: usize,
}

/// Steps 1 to 6 for the note at `path`; nothing when an error was found.
pub fn check(
    files: &dyn Files,
    path: &VaultPath,
    pack: &Pack,
    sources: &mut Sources,
    diags: &mut Diagnostics,
) -> Option<Checked> {
    check_note(files, path, &Wish::default(), pack, sources, diags)
}

/// The same, as the wish asks for.
pub fn check_note(
    files: &dyn Files,
    path: &VaultPath,
    wish: &Wish,
    pack: &Pack,
    sources: &mut Sources,
    diags: &mut Diagnostics,
) -> Option<Checked> {
    let id = load::text(files, path, sources, diags)?;
    let mut note = parse::note::note(sources, id, diags)?;
    if wish.comments {
        parse::comment::annotate(&mut note, &sources.get(id).text);
    }
    let mut note = Arc::new(note);
    let mut metadata = metadata(note.front_matter.as_ref(), diags);

    // A note without links needs no walk over the vault, which may be somebody's whole home.
    let listing = if vault::names_files(&note) { load::list(files, diags)? } else { Listing::default() };
    let index = Index::new(&listing);
    let mut shelf = VaultShelf::new(files, &listing, sources);
    shelf.put(path, &note);
    let vault = Vault { listing: &listing, index: &index, shelf: &mut shelf, diags };
    let mut links = vault::resolve([(path, &note)], vault);
    dossier::annotate_embeds(&mut links, wish.comments, sources);
    dossier::fill_alone(files, (&mut note, &mut metadata), &mut links, diags);
    let pictures = gallery::pictures(files, &links, diags);

    let strict_breaks = shelf::strict_line_breaks(files);
    let material = NoteMaterial { note: &note, metadata: &metadata, links: &links, sources, strict_breaks };
    let kind = documents::note_type();
    let Assemble::Note(assemble) = kind.assemble else { return None };
    let document = assemble(&material, diags);
    let lowered = wish.marked(lower::lower(&document, &pictures, &Fonts::default(), diags));
    if diags.has_errors() {
        return None;
    }
    Checked::new(kind, lowered, &pictures, pack, diags)
}

/// What is asked of a project.
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
pub struct Wish {
    /// The codes of the documents to make; all that the manifest asks for where it is empty.
    pub only: Vec<String>,
    /// One of [`editions`]; the internal one where nothing is said.
    pub edition: Option<String>,
    /// Whether the comments of the notes stand in the margin: a proof, which says at its edge what it is.
    pub comments: bool,
}

impl Wish {
    /// A document that is a proof where the wish asks for one.
    fn marked(&self, mut lowered: Lowered) -> Lowered {
        if self.comments {
            lowered.data["relecture"] = true.into();
        }
        lowered
    }

    fn edition(&self) -> Edition {
        self.edition.as_deref().and_then(Edition::find).unwrap_or(Edition::Interne)
    }
}

/// Steps 1 to 6 for the project of a vault, whose manifest is `dossier.yaml`: the documents that it
/// asks for, or those of the wish, in the order of the dossier. Nothing when an error was found.
pub fn check_project(
    files: &dyn Files,
    wish: &Wish,
    pack: &Pack,
    sources: &mut Sources,
    diags: &mut Diagnostics,
) -> Option<Vec<CheckedDocument>> {
    let (projet, mut resolved) = resolve_project(files, wish, sources, diags)?;
    // What a broken value was left out of would look like a broken reference.
    let registre = if diags.has_errors() {
        regles::Registre::default()
    } else {
        let bilan = analyse::analyse(&projet);
        regles::check(&regles::Examen { projet: &projet, bilan: &bilan }, diags)
    };
    let masked = projet.masked(wish.edition());
    let bilan = analyse::analyse(&masked);
    let variables = documents::variable::Variables::new(&masked, &bilan, &projet);
    for loaded in &mut resolved.loaded.notes {
        variables.fill_sentences(&mut loaded.metadata, diags);
        variables.fill(Arc::make_mut(&mut loaded.note), diags);
    }
    dossier::fill_embeds(&mut resolved.links, &mut |note, diags| variables.fill(note, diags), diags);
    let lowered = lower_project(&masked, &bilan, &resolved, &registre, wish, sources, diags);
    if projet.manifeste.dossier.statut.value == Statut::Definitif {
        diags.finalise();
    }
    if diags.has_errors() {
        return None;
    }
    let limites = fichiers::Limites::new(&projet);
    let checked = lowered.into_iter().map(|(kind, name, lowered)| {
        let mut checked = Checked::new(kind, lowered, &resolved.pictures, pack, diags)?;
        checked.project.images.extend(resolved.logos.files.clone());
        checked.project.fonts.clone_from(&resolved.brought.files);
        checked.polices = resolved.brought.folder;
        Some(CheckedDocument { code: kind.code, name, checked, limites: limites.clone() })
    });
    checked.collect()
}

/// The project of a vault after step 3, but for its planning data.
struct Resolved {
    loaded: dossier::Loaded,
    /// The documents to make, and the names of their files.
    kinds: Vec<(&'static DocumentType, String)>,
    links: vault::Links,
    pictures: media::Pictures,
    logos: gallery::Logos,
    brought: polices::Brought,
    strict_breaks: bool,
}

/// Steps 1 to 4 for a project: its planning data, its notes, where their links lead, the files that they show.
fn resolve_project(
    files: &dyn Files,
    wish: &Wish,
    sources: &mut Sources,
    diags: &mut Diagnostics,
) -> Option<(Projet, Resolved)> {
    let listing = load::list(files, diags)?;
    let mut loaded = dossier::load(files, &listing, sources, diags);
    let projet = projet::decode(loaded.manifeste.as_ref()?, &loaded.donnees, diags);
    let kinds = projet.as_ref().map_or_else(Vec::new, |projet| dossier::wanted(projet, &wish.only, diags));
    loaded.notes = dossier::notes(files, &listing, loaded.manifeste.as_ref(), &kinds, sources, diags);
    dossier::annotate_notes(&mut loaded.notes, wish.comments, sources);
    let projet = projet?;
    let codes: Vec<&'static str> = kinds.iter().map(|kind| kind.code).collect();
    let names = fichiers::names(&projet, &codes, diags);
    dossier::check_theme(&projet, diags);
    let logos = gallery::logos(files, &listing, &projet, diags);
    let brought = polices::brought(files, &listing, &projet, diags);

    let index = Index::new(&listing);
    let mut shelf = VaultShelf::new(files, &listing, sources);
    loaded.notes.iter().for_each(|note| shelf.put(&note.path, &note.note));
    let vault = Vault { listing: &listing, index: &index, shelf: &mut shelf, diags };
    let served = loaded.notes.iter().filter(|note| dossier::serves(note, &kinds));
    let mut links = vault::resolve(served.map(|note| (&note.path, &note.note)), vault);
    let edition = wish.edition();
    dossier::withhold(&mut links, &projet, edition);
    dossier::annotate_embeds(&mut links, wish.comments, sources);
    links.published = dossier::published(&loaded.notes, &projet, edition, &links);
    let pictures = gallery::pictures(files, &links, diags);
    let strict_breaks = shelf::strict_line_breaks(files);
    let kinds = kinds.into_iter().zip(names).collect();
    Some((projet, Resolved { loaded, kinds, links, pictures, logos, brought, strict_breaks }))
}

/// Steps 5 and 6 for the documents of a project, of which `projet` and `bilan` hold what the edition shows.
fn lower_project(
    projet: &Projet,
    bilan: &analyse::Bilan<'_>,
    resolved: &Resolved,
    registre: &regles::Registre,
    wish: &Wish,
    sources: &Sources,
    diags: &mut Diagnostics,
) -> Vec<(&'static DocumentType, String, Lowered)> {
    let Resolved { loaded, kinds, links, pictures, logos, brought, strict_breaks } = resolved;
    let (edition, constats) = (wish.edition(), dossier::constats(registre, sources));
    let leaks = dossier::Recherche::new(edition, projet, sources);
    leaks.iter().for_each(|leaks| leaks.donnees(loaded, diags));
    let mut lowered = Vec::new();
    for (kind, name) in kinds {
        let Assemble::Project(facts) = kind.assemble else { continue };
        let notes = dossier::bound(&loaded.notes, kind, projet, edition, diags);
        leaks.iter().for_each(|leaks| leaks.notes(&notes, links, diags));
        let empreintes = dossier::empreintes(loaded, &notes, links, sources);
        let material = ProjectMaterial {
            projet,
            bilan,
            notes: &notes,
            links,
            logos: &logos.names,
            polices: &brought.polices,
            fonts: &brought.fonts,
            regles: registre.regles,
            constats: &constats,
            export: &registre.export,
            empreintes: &empreintes,
            edition,
            strict_breaks: *strict_breaks,
        };
        let document = facts.assemble(kind, &material, diags);
        let whole = lower::lower(&document, pictures, &brought.fonts, diags);
        lowered.push((*kind, name.clone(), wish.marked(whole)));
    }
    lowered
}

/// Steps 1 to 3 for all the notes of a vault, those of its documents included: what leads nowhere, what
/// nothing leads to. Nothing when the vault cannot be listed.
pub fn census(files: &dyn Files, sources: &mut Sources, diags: &mut Diagnostics) -> Option<Census> {
    census::census(files, sources, diags)
}

/// Step 7; nothing when the typesetter refuses the document.
pub fn typeset(checked: &Checked, pack: &Pack, sources: &Sources, diags: &mut Diagnostics) -> Option<Pdf> {
    typeset_all(&[checked], pack, sources, diags).pop().flatten()
}

/// Step 7 for the documents of a project; a file over the limits of the manifest is reported (R94).
pub fn typeset_project(
    documents: &[CheckedDocument],
    pack: &Pack,
    sources: &Sources,
    diags: &mut Diagnostics,
) -> Vec<Option<Pdf>> {
    let checked: Vec<_> = documents.iter().map(|document| &document.checked).collect();
    let pdfs = typeset_all(&checked, pack, sources, diags);
    let weights = documents.iter().zip(&pdfs).filter_map(|(document, pdf)| {
        Some((document.code, document.name.as_str(), pdf.as_ref()?.bytes.len()))
    });
    let weights: Vec<_> = weights.collect();
    if let Some(document) = documents.first() {
        document.limites.weigh(&weights, diags);
    }
    pdfs
}

/// Step 7 for several documents, side by side; nothing for one that the typesetter refuses.
pub fn typeset_all(
    checked: &[&Checked],
    pack: &Pack,
    sources: &Sources,
    diags: &mut Diagnostics,
) -> Vec<Option<Pdf>> {
    let projects: Vec<&TypstProject> = checked.iter().map(|checked| &checked.project).collect();
    let made = typeset::typeset(&projects).into_iter().zip(checked);
    made.map(|(typeset, checked)| {
        typeset.findings.iter().for_each(|finding| diags.push(checked.said(finding, pack, sources)));
        let pages = typeset.pages;
        typeset.pdf.filter(|_| !diags.has_errors()).map(|bytes| Pdf { bytes, pages })
    })
    .collect()
}

/// The codes of the documents that the program writes, in the order of the dossier.
pub fn documents() -> impl DoubleEndedIterator<Item = &'static str> {
    documents::REGISTRY.iter().map(|kind| kind.code)
}

/// The names of the editions, the internal one first.
pub fn editions() -> impl Iterator<Item = &'static str> {
    Edition::ALL.into_iter().map(Edition::mot)
}

/// The sections that a note can name: the code of the document, the slug, the level of the title.
pub fn sections() -> impl Iterator<Item = (&'static str, &'static str, u8)> {
    let sections = |kind: &'static DocumentType| {
        kind.sections.iter().map(|section| (kind.code, section.slug, section.level))
    };
    documents::REGISTRY.iter().flat_map(move |kind| sections(kind))
}

/// A rule as a reader wants to know it.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct RegleConnue {
    /// Its number.
    pub id: &'static str,
    /// Whether a draft may still break it.
    pub completude: bool,
    /// The law it belongs to, `fr` or `qc`; every law where nothing is said.
    pub juridiction: Option<&'static str>,
    /// Whether it is decided when the files are made.
    pub export: bool,
}

/// The rules, by number.
pub fn regles() -> impl Iterator<Item = RegleConnue> {
    regles::REGLES.iter().map(|regle| RegleConnue {
        id: regle.id,
        completude: regle.completude,
        juridiction: regle.juridiction.map(projet::manifeste::Juridiction::mot),
        export: regle.export,
    })
}

/// The font files that an emitted project needs.
pub fn fonts() -> &'static [FontFile] {
    font::files()
}
