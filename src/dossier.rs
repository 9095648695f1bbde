//! Brings the parts of a project together: manifest, data files, bound notes, fingerprints.
//!
//! In: a vault that has a `dossier.yaml`. Out: the trees of its data and its notes, those of each
//! document in the order of their sections, the names of its files. It knows the stages' nouns, not
//! their order.

use crate::analyse::analyse;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place, Severity};
use crate::documents::variable::{self, Variables};
use crate::documents::{self, BoundNote, Constat, DocumentType, Empreinte};
use crate::gallery;
use crate::load::{self, EntryKind, Files, Listing};
use crate::locale::{Catalogue, Lang};
use crate::media::Wanted;
use crate::parse::csv::csv;
use crate::parse::metadata::{Metadata, metadata};
use crate::parse::note::{Note, front_matter, note, split};
use crate::parse::yaml::{self, Node};
use crate::projet::couleur::{Couleur, Teintes};
use crate::projet::decode::nearest;
use crate::projet::edition::Edition;
use crate::projet::{self, Projet};
use crate::publish::sha256;
use crate::regles::Registre;
use crate::source::{SourceId, Sources, Span, VaultPath, fold};
use std::collections::BTreeMap;

/// The manifest of a project, at the root of its vault.
const MANIFEST: &str = "dossier.yaml";

/// What was read of a project.
pub(crate) struct Loaded {
    pub manifeste: Option<Node>,
    /// The trees of the data files, in the order of their paths.
    pub donnees: Vec<Node>,
    pub notes: Vec<LoadedNote>,
    /// The sources of the manifest and of the data.
    files: Vec<SourceId>,
}

/// A note of the project.
pub(crate) struct LoadedNote {
    pub note: Note,
    pub metadata: Metadata,
}

/// Reads the manifest, the data files of `donnees/` and the notes of `notes/`. A note that cannot be
/// read is a warning here: what a wanted document lacks for it is said of the document.
pub(crate) fn load(
    files: &dyn Files,
    listing: &Listing,
    sources: &mut Sources,
    diags: &mut Diagnostics,
) -> Loaded {
    let mut read = Vec::new();
    let (manifeste, donnees) = trees(files, listing, sources, &mut read, diags);
    let mut loaded = Loaded { manifeste, donnees, notes: Vec::new(), files: read };
    if !has_manifest(listing) {
        diags.push(Diagnostic::new(Code::ManifestMissing, Place::Nowhere));
        return loaded;
    }
    for path in below(listing, "notes/", &["md"]) {
        let mut found = Diagnostics::default();
        let id = load::text(files, path, sources, &mut found);
        if id.is_some_and(|id| stands_alone(sources, id, &mut found)) {
            found.into_iter().for_each(|diagnostic| diags.push(diagnostic));
            continue;
        }
        let read = id.and_then(|id| note(sources, id, &mut found));
        let read = read.map(|note| (metadata(note.front_matter.as_ref(), &mut found), note));
        for diagnostic in found.into_iter() {
            let softened = read.is_none() && diagnostic.severity == Severity::Error;
            diags.push(if softened {
                Diagnostic { severity: Severity::Warning, ..diagnostic }
            } else {
                diagnostic
            });
        }
        if let Some((metadata, note)) = read {
            let unknown =
                metadata.document.as_ref().filter(|named| documents::find(&fold(&named.text)).is_none());
            let alone = metadata.section.as_ref().filter(|_| metadata.document.is_none());
            if let Some(key) = unknown.or(alone) {
                diags.push(Diagnostic::at(Code::NoteUnattached, key.span));
            }
            loaded.notes.push(LoadedNote { note, metadata });
        }
    }
    loaded
}

fn has_manifest(listing: &Listing) -> bool {
    VaultPath::new(MANIFEST).is_some_and(|path| listing.get(&path).is_some())
}

/// The trees of the manifest and of the data files; nothing where there is no manifest.
fn trees(
    files: &dyn Files,
    listing: &Listing,
    sources: &mut Sources,
    read: &mut Vec<SourceId>,
    diags: &mut Diagnostics,
) -> (Option<Node>, Vec<Node>) {
    let mut donnees = Vec::new();
    let Some(manifest) = VaultPath::new(MANIFEST).filter(|path| listing.get(path).is_some()) else {
        return (None, donnees);
    };
    let manifeste = tree(files, &manifest, sources, read, diags);
    for path in below(listing, "donnees/", &["yaml", "yml"]) {
        donnees.extend(tree(files, path, sources, read, diags));
    }
    for path in below(listing, "donnees/", &["csv"]) {
        let id = load::text(files, path, sources, diags);
        read.extend(id);
        donnees.extend(id.and_then(|id| csv(sources, id, diags)));
    }
    (manifeste, donnees)
}

/// Whether a note can be of no document: a sound front matter, or none, that has nothing of the key
/// `document`. Its text is then not read, only what its keys may have meant.
fn stands_alone(sources: &Sources, id: SourceId, diags: &mut Diagnostics) -> bool {
    let text = &sources.get(id).text;
    let split = split(text);
    if split.unclosed.is_some() {
        return false;
    }
    let Some(range) = split.front_matter else { return true };
    if text[range.clone()].to_lowercase().contains("document") {
        return false;
    }
    let mut found = Diagnostics::default();
    let Ok(head) = front_matter(text, id, range, &mut found) else { return false };
    let metadata = metadata(head.as_ref(), &mut found);
    if metadata.document.is_some() || metadata.section.is_some() {
        return false;
    }
    found.into_iter().for_each(|diagnostic| diags.push(diagnostic));
    true
}

/// Puts the values of the project around a lone note in the place of their names, where the vault
/// is one of a project. What is wrong with its data is no affair of the note.
pub(crate) fn fill_alone(files: &dyn Files, note: &mut Note, diags: &mut Diagnostics) {
    let (mut sources, mut unheard) = (Sources::default(), Diagnostics::default());
    let listing = load::list(files, &mut unheard).unwrap_or_default();
    let (manifeste, donnees) = trees(files, &listing, &mut sources, &mut Vec::new(), &mut unheard);
    match manifeste.and_then(|manifeste| projet::decode(&manifeste, &donnees, &mut unheard)) {
        Some(projet) => {
            let masked = projet.masked(Edition::Interne);
            Variables::new(&masked, &analyse(&masked), &projet).fill(note, diags);
        }
        None => variable::report(note, has_manifest(&listing), diags),
    }
}

fn below<'a>(
    listing: &'a Listing,
    folder: &'a str,
    extensions: &'a [&'a str],
) -> impl Iterator<Item = &'a VaultPath> {
    let inside = listing.paths().filter(move |path| path.as_str().starts_with(folder));
    inside.filter(move |path| extensions.contains(&path.extension().as_str()))
}

/// The tree of a YAML file; its faults are reported.
fn tree(
    files: &dyn Files,
    path: &VaultPath,
    sources: &mut Sources,
    read: &mut Vec<SourceId>,
    diags: &mut Diagnostics,
) -> Option<Node> {
    let id = load::text(files, path, sources, diags)?;
    read.push(id);
    crate::parse::data(sources, id, yaml::Limits::default(), diags)
}

/// The logos that the data name: their path in the project by their place, and their bytes by that
/// path. One that cannot be read is reported, and the name of the organisation stands for it.
pub(crate) fn logos(
    files: &dyn Files,
    listing: &Listing,
    projet: &Projet,
    diags: &mut Diagnostics,
) -> (BTreeMap<Span, String>, BTreeMap<String, Vec<u8>>) {
    let (mut names, mut images) = (BTreeMap::new(), BTreeMap::new());
    for logo in projet.organisations.iter().filter_map(|organisation| organisation.logo.as_ref()) {
        let Some(path) = VaultPath::new(&logo.value) else {
            diags.push(Diagnostic::at(Code::OutsideVault, logo.span).arg("chemin", &logo.value));
            continue;
        };
        match listing.get(&path) {
            Some(EntryKind::Link) => {
                diags.push(Diagnostic::at(Code::SymbolicLink, logo.span).arg("chemin", &path));
                continue;
            }
            Some(_) => {}
            None => {
                diags.push(Diagnostic::at(Code::ImageMissing, logo.span).arg("nom", &logo.value));
                continue;
            }
        }
        if let Some(picture) = gallery::read(files, &path, 1, Wanted::WHOLE, logo.span, diags) {
            let name = format!("/images/logo-{}.{}", images.len() + 1, picture.extension);
            names.insert(logo.span, name.clone());
            images.insert(name, picture.bytes);
        }
    }
    (names, images)
}

/// Refuses an accent that is no colour, or in which text could not be read.
pub(crate) fn check_theme(projet: &Projet, diags: &mut Diagnostics) {
    let Some(accent) = projet.manifeste.theme.as_ref().and_then(|theme| theme.accent.as_ref()) else {
        return;
    };
    match Couleur::new(&accent.value) {
        None => diags.push(Diagnostic::at(Code::TypeExpected, accent.span).arg("genre", "couleur")),
        Some(colour) if Teintes::new(colour).is_none() => {
            let contrast = format!("{:.1}", colour.on_white()).replace('.', ",");
            let diagnostic =
                Diagnostic::at(Code::AccentUnreadable, accent.span).arg("couleur", &accent.value);
            diags.push(diagnostic.arg("contraste", contrast));
        }
        Some(_) => {}
    }
}

/// The documents that the manifest asks for, or those of `only`; a code that is not known is reported.
pub(crate) fn wanted(
    projet: &Projet,
    only: &[String],
    diags: &mut Diagnostics,
) -> Vec<&'static DocumentType> {
    let mut codes: Vec<&str> = Vec::new();
    let known = || documents::REGISTRY.iter().map(|kind| kind.code);
    for asked in &projet.manifeste.documents {
        if documents::find(&asked.value).is_some() {
            codes.push(&asked.value);
            continue;
        }
        let diagnostic = Diagnostic::at(Code::DocumentUnknown, asked.span).arg("code", &asked.value);
        let diagnostic = diagnostic.arg("connus", known().collect::<Vec<_>>().join(", "));
        diags.push(match nearest(&asked.value, known()) {
            Some(near) => diagnostic.arg("proche", near).help("aide-proche"),
            None => diagnostic,
        });
    }
    let kinds = documents::REGISTRY.iter().copied();
    let kept = |kind: &&DocumentType| {
        codes.contains(&kind.code) && (only.is_empty() || only.iter().any(|code| code == kind.code))
    };
    kinds.filter(kept).collect()
}

/// The notes of a document, by section, then `ordre`, then path; a note that names the document and
/// no section of it is reported (R04). A note whose `publics` name editions is left out of the others, one
/// of a section that an edition leaves out too.
pub(crate) fn bound<'a>(
    notes: &'a [LoadedNote],
    kind: &DocumentType,
    projet: &Projet,
    edition: Edition,
    diags: &mut Diagnostics,
) -> Vec<BoundNote<'a>> {
    let mut bound = Vec::new();
    for loaded in notes {
        let metadata = &loaded.metadata;
        let Some(document) = metadata.document.as_ref().filter(|document| fold(&document.text) == kind.code)
        else {
            continue;
        };
        let mut editions = metadata.publics.iter().filter_map(|named| Edition::find(&fold(&named.text)));
        if editions.clone().next().is_some() && !editions.any(|named| named == edition) {
            continue;
        }
        let named = metadata.section.as_ref();
        let slug =
            named.and_then(|named| kind.sections.iter().find(|section| section.slug == fold(&named.text)));
        match slug {
            Some(section) if section.reserve.is_some_and(|masque| projet.masks(edition, masque)) => {}
            Some(section) => bound.push((loaded, section.slug)),
            None => {
                let span = named.map_or(document.span, |named| named.span);
                let near = named
                    .and_then(|named| nearest(&named.text, kind.sections.iter().map(|section| section.slug)));
                let diagnostic = Diagnostic::at(Code::NoteUnattached, span);
                diags.push(match near {
                    Some(near) => diagnostic.arg("proche", near).help("aide-proche"),
                    None => diagnostic,
                });
            }
        }
    }
    let rank = |slug: &str| kind.sections.iter().position(|section| section.slug == slug);
    // The notes come in the order of their paths, which a stable sort keeps.
    bound.sort_by_key(|(loaded, slug)| (rank(slug), loaded.metadata.ordre.unwrap_or(i64::MAX)));
    bound
        .into_iter()
        .map(|(loaded, section)| BoundNote { note: &loaded.note, metadata: &loaded.metadata, section })
        .collect()
}

/// The fingerprints of the files that a document is made of: its notes in their order, then the data.
pub(crate) fn empreintes(loaded: &Loaded, notes: &[BoundNote<'_>], sources: &Sources) -> Vec<Empreinte> {
    let print = |section, id: SourceId| {
        let source = sources.get(id);
        Empreinte { section, path: source.path.clone(), sha256: sha256(source.text.as_bytes()) }
    };
    let notes = notes.iter().map(|bound| print(Some(bound.section), bound.note.source));
    notes.chain(loaded.files.iter().map(|id| print(None, *id))).collect()
}

/// What the rules found, as the register prints it. The pages are in French.
pub(crate) fn constats(registre: &Registre, sources: &Sources) -> Vec<Constat> {
    let messages = Catalogue::messages(Lang::Fr);
    let constat = |(regle, diagnostic): &(&'static str, Diagnostic)| Constat {
        regle,
        gravite: match diagnostic.severity {
            Severity::Error => "erreur",
            Severity::Warning => "avertissement",
            Severity::Info => "note",
        },
        message: diagnostic.message(&messages),
        lieu: diagnostic.lieu(sources),
    };
    registre.constats.iter().map(constat).collect()
}

/// The name of a document's file, as `nommage` says: ASCII letters, digits, dots, dashes, underscores.
pub(crate) fn file_name(projet: &Projet, code: &str) -> String {
    let dossier = &projet.manifeste.dossier;
    let pattern =
        projet.manifeste.nommage.as_ref().map_or("{ref}_{code}_v{version}", |nommage| nommage.value.as_str());
    let pattern = pattern.strip_suffix(".pdf").unwrap_or(pattern);
    let name = pattern.replace("{ref}", &dossier.reference.value).replace("{code}", code);
    let name = name.replace("{version}", &dossier.version.value);
    let ascii = fold_ascii(&name);
    let longest = projet.manifeste.limites.as_ref().and_then(|limites| limites.nom_max.as_ref());
    let longest = longest.map_or(60, |limit| limit.value as usize).max(8);
    let name: String = ascii.chars().take(longest - 4).collect();
    if name.trim_matches(['.', '_', '-']).is_empty() {
        code.to_owned()
    } else {
        name.trim_start_matches('.').to_owned()
    }
}

fn fold_ascii(name: &str) -> String {
    let plain = |c: char| -> String {
        let kept = |c: char| c.is_ascii_alphanumeric() || ".-_".contains(c);
        if kept(c) { c.to_string() } else { fold(&c.to_string()).chars().filter(|c| kept(*c)).collect() }
    };
    let letters = name.chars().map(|c| if c.is_whitespace() { "-".to_owned() } else { plain(c) });
    letters.collect()
}
