//! Brings the parts of a project together: manifest, data files, bound notes, fingerprints.
//!
//! In: a vault that has a `dossier.yaml`. Out: the trees of its data and its notes, those of each
//! document in the order of their sections, their fingerprints. It knows the stages' nouns, not their
//! order.

mod ailleurs;
mod donnees;
mod editions;
mod fuites;
mod valeurs;

pub(crate) use donnees::folder;
pub(crate) use editions::{bound, published, serves, withhold};
pub(crate) use fuites::Recherche;
pub(crate) use valeurs::{annotate_embeds, annotate_notes, fill_alone, fill_embeds};

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place, Severity};
use crate::documents::{self, BoundNote, Constat, DocumentType, Empreinte};
use crate::load::{self, EntryKind, Files, Listing};
use crate::locale::{Catalogue, Lang};
use crate::parse::metadata::{Metadata, metadata};
use crate::parse::note::{Note, front_matter, note, split};
use crate::parse::yaml::Node;
use crate::projet::Projet;
use crate::projet::couleur::{Couleur, Teintes};
use crate::projet::decode::{Texte, nearest};
use crate::publish::sha256;
use crate::regles::Registre;
use crate::source::{SourceId, Sources, VaultPath, fold};
use crate::vault::Links;
use donnees::{below, report_empty, trees};
use std::collections::BTreeSet;
use std::sync::Arc;

/// The manifest of a project, at the root of its vault.
pub(crate) const MANIFEST: &str = "dossier.yaml";

/// What was read of a project.
pub(crate) struct Loaded {
    pub manifeste: Option<Node>,
    /// The trees of the data files, in the order of their paths.
    pub donnees: Vec<Node>,
    pub notes: Vec<LoadedNote>,
    /// The fingerprints of the manifest and of the data, which every document prints.
    files: Vec<Empreinte>,
}

/// A note of the project.
pub(crate) struct LoadedNote {
    pub path: VaultPath,
    pub note: Arc<Note>,
    pub metadata: Metadata,
}

/// Reads the manifest and the data files of `donnees/`, or of the folder that it names.
pub(crate) fn load(
    files: &dyn Files,
    listing: &Listing,
    sources: &mut Sources,
    diags: &mut Diagnostics,
) -> Loaded {
    let mut read = Vec::new();
    if !has_manifest(listing) {
        listing.report_shut(MANIFEST, diags);
    }
    let (manifeste, donnees) = trees(files, listing, sources, &mut read, diags);
    if !has_manifest(listing) {
        diags.push(Diagnostic::new(Code::ManifestMissing, Place::Nowhere));
    }
    let files = read.into_iter().map(|id| empreinte(sources, None, id)).collect();
    Loaded { manifeste, donnees, notes: Vec::new(), files }
}

/// Reads the notes of `notes/`, or of the folder that the manifest names. What is wrong with one that no
/// wanted document uses, or may use, is a warning: one bad note never sinks the dossier.
pub(crate) fn notes(
    files: &dyn Files,
    listing: &Listing,
    manifeste: Option<&Node>,
    kinds: &[&DocumentType],
    sources: &mut Sources,
    diags: &mut Diagnostics,
) -> Vec<LoadedNote> {
    let mut loaded = Vec::new();
    let folder = folder(manifeste, "notes", diags);
    listing.report_shut(&folder, diags);
    let wanted = |code: &str| kinds.iter().any(|kind| kind.code == fold(code));
    let paths: Vec<&VaultPath> = below(listing, &folder, &["md"]).collect();
    if paths.is_empty() {
        report_empty(manifeste, "notes", diags);
    }
    for path in paths {
        let mut found = Diagnostics::default();
        let id = load::text(files, path, sources, &mut found);
        if id.is_some_and(|id| stands_alone(sources, id, &mut found)) {
            found.into_iter().for_each(|diagnostic| diags.push(diagnostic));
            continue;
        }
        let read = id.and_then(|id| note(sources, id, &mut found));
        let read = read.map(|note| (metadata(note.front_matter.as_ref(), &mut found), note));
        let used = match (&read, id) {
            (Some((metadata, _)), _) => metadata.document.as_ref().is_some_and(|named| wanted(&named.text)),
            (None, Some(id)) => claimed(&sources.get(id).text).is_some_and(wanted),
            // What a link leads to is never read. A file that gives nothing may be of any document.
            (None, None) if listing.get(path) == Some(EntryKind::Link) => false,
            (None, None) => files
                .read(path, load::NOTE_BYTES)
                .map_or(true, |bytes| claimed(&String::from_utf8_lossy(&bytes)).is_some_and(wanted)),
        };
        for diagnostic in found.into_iter() {
            diags.push(if used { diagnostic } else { diagnostic.softened() });
        }
        if let Some((metadata, note)) = read {
            report_binding(&metadata, diags);
            loaded.push(LoadedNote { path: path.clone(), note: Arc::new(note), metadata });
        }
    }
    ailleurs::elsewhere(files, listing, &folder, sources, diags);
    loaded
}

/// Reports what a note that names a document or a section says wrongly of where it belongs.
fn report_binding(metadata: &Metadata, diags: &mut Diagnostics) {
    if metadata.document.is_some() {
        editions::check(metadata, diags);
    }
    let unknown = metadata.document.as_ref().filter(|named| documents::find(&fold(&named.text)).is_none());
    let alone = metadata.section.as_ref().filter(|_| metadata.document.is_none());
    if let Some(key) = unknown.or(alone) {
        let diagnostic = Diagnostic::at(Code::NoteUnattached, key.span);
        let codes = documents::REGISTRY.iter().map(|kind| kind.code);
        diags.push(match unknown.and_then(|named| nearest(&named.text, codes)) {
            Some(near) => diagnostic.arg("proche", near).help("aide-document"),
            None => diagnostic,
        });
    }
}

/// The document that a note names in a front matter that cannot be read: the value on its line `document:`.
fn claimed(text: &str) -> Option<&str> {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let lines = text.strip_prefix("---").map(str::lines).into_iter().flatten().skip(1);
    let head = lines.take_while(|line| !line.trim_end().eq("---"));
    let mut values = head.filter_map(|line| line.trim_start().strip_prefix("document"));
    let value = values.find_map(|rest| rest.trim_start().strip_prefix(':'))?;
    let value = value.split(" #").next().unwrap_or(value);
    Some(value.trim_matches(|c: char| c.is_whitespace() || "\"'[]".contains(c)))
}

fn has_manifest(listing: &Listing) -> bool {
    VaultPath::new(MANIFEST).is_some_and(|path| listing.get(&path).is_some())
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

/// Refuses an accent that is no colour, or in which text could not be read.
pub(crate) fn check_theme(projet: &Projet, diags: &mut Diagnostics) {
    let Some(accent) = projet.manifeste.theme.as_ref().and_then(|theme| theme.accent.0.as_ref()) else {
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
    let unknown = |asked: &Texte| {
        let diagnostic = Diagnostic::at(Code::DocumentUnknown, asked.span).arg("code", &asked.value);
        let diagnostic =
            diagnostic.arg("genre", "code").arg("connus", known().collect::<Vec<_>>().join(", "));
        match nearest(&asked.value, known()) {
            Some(near) => diagnostic.arg("proche", near).help("aide-proche"),
            None => diagnostic,
        }
    };
    for asked in &projet.manifeste.documents {
        match documents::find(&asked.value).map(|kind| &kind.assemble) {
            Some(documents::Assemble::Project(_)) => codes.push(&asked.value),
            Some(documents::Assemble::Note(_)) => {
                let diagnostic = Diagnostic::at(Code::DocumentUnknown, asked.span).arg("code", &asked.value);
                diags.push(diagnostic.arg("genre", "fiche").help("aide-fiche"));
            }
            None => diags.push(unknown(asked)),
        }
    }
    let decisions = projet.manifeste.decisions.iter().flat_map(|decision| &decision.documents);
    decisions
        .filter(|asked| documents::find(&asked.value).is_none())
        .for_each(|asked| diags.push(unknown(asked)));
    let kinds = documents::REGISTRY.iter().copied();
    let kept = |kind: &&DocumentType| {
        codes.contains(&kind.code) && (only.is_empty() || only.iter().any(|code| code == kind.code))
    };
    kinds.filter(kept).collect()
}

/// The fingerprints of the files that a document is made of: its notes in their order, then the data.
/// A note that they embed follows the first one that does.
pub(crate) fn empreintes(
    loaded: &Loaded,
    notes: &[BoundNote<'_>],
    links: &Links,
    sources: &Sources,
) -> Vec<Empreinte> {
    let mut known: BTreeSet<SourceId> = notes.iter().map(|bound| bound.note.source).collect();
    let mut all = Vec::new();
    for bound in notes {
        all.push(empreinte(sources, Some(bound.section), bound.note.source));
        let embedded = links.embedded(bound.note);
        all.extend(
            embedded
                .into_iter()
                .filter(|part| known.insert(part.source()))
                .map(|part| empreinte(sources, Some(bound.section), part.source())),
        );
    }
    all.into_iter().chain(loaded.files.iter().cloned()).collect()
}

fn empreinte(sources: &Sources, section: Option<&'static str>, id: SourceId) -> Empreinte {
    let source = sources.get(id);
    Empreinte { section, path: source.path.clone(), sha256: sha256(source.text.as_bytes()) }
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
        message: diagnostic.message(messages),
        lieu: diagnostic.lieu(sources),
    };
    registre.constats.iter().map(constat).collect()
}

#[cfg(test)]
mod tests {
    use super::claimed;

    #[test]
    fn finds_the_document_of_a_broken_front_matter() {
        for (text, expected) in [
            ("---\ntitle: [\ndocument: ed-i-1\n---\n", Some("ed-i-1")),
            ("---\r\ndocument : \"ed-i-1\" # ici\r\n", Some("ed-i-1")),
            ("\u{FEFF}---\ndocument: [ed-i-1]\n", Some("ed-i-1")),
            ("---\ntitle: [\n---\n\ndocument: ed-i-1\n", None),
            ("document: ed-i-1\n", None),
            ("", None),
        ] {
            assert_eq!(claimed(text), expected, "{text:?}");
        }
    }
}
