//! The fonts that a manifest brings: a folder of the vault, the families of the two voices.
//!
//! In: `theme.polices`, `theme.texte`, `theme.titres`. Out: [`Brought`]: the closed set of fonts of the
//! project, the files that the typesetter gets, the names that the theme asks for. What cannot serve
//! is reported at the key.

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::documents::Polices;
use crate::font::{self, FontBytes, Fonts, OwnFace, Unusable};
use crate::load::{self, EntryKind, FONT_BYTES, Failure, Files, Listing};
use crate::projet::Projet;
use crate::projet::decode::{Texte, nearest};
use crate::source::{Span, VaultPath};
use crate::typeset;
use std::collections::BTreeMap;

/// The kinds of files that a fonts folder is read for.
const EXTENSIONS: [&str; 3] = ["ttf", "otf", "ttc"];
/// The most files of a fonts folder.
const MOST_FILES: usize = 64;

/// What a manifest brings.
#[derive(Default)]
pub(crate) struct Brought {
    pub fonts: Fonts,
    pub polices: Polices,
    /// The files, by their path in the project.
    pub files: BTreeMap<String, FontBytes>,
    /// Where the manifest names their folder.
    pub folder: Option<Span>,
}

/// Reads the fonts folder of the manifest and finds the families that it names.
pub(crate) fn brought(
    files: &dyn Files,
    listing: &Listing,
    projet: &Projet,
    diags: &mut Diagnostics,
) -> Brought {
    let Some(theme) = &projet.manifeste.theme else { return Brought::default() };
    let mut faces = Vec::new();
    let mut kept = BTreeMap::new();
    // A family of a file that was refused is not unknown.
    let mut whole = true;
    if let Some(folder) = &theme.polices {
        let paths = inside(listing, folder, diags);
        whole = !paths.is_empty();
        for path in paths {
            let Some((bytes, own)) = usable(files, listing, &path, folder, diags) else {
                whole = false;
                continue;
            };
            let name = format!("/fonts/projet-{:02}.{}", kept.len() + 1, path.extension());
            kept.insert(name, bytes);
            faces.extend(own);
        }
    }
    let mut own: Vec<String> = faces.iter().map(|face| face.family.clone()).collect();
    own.sort_by_key(|family| family.to_lowercase());
    own.dedup_by_key(|family| family.to_lowercase());
    let mut voice = |asked: Option<&Texte>| asked.and_then(|asked| family(asked, &own, whole, diags));
    let (texte, titres) = (voice(theme.texte.as_ref()), voice(theme.titres.as_ref()));
    let polices = Polices { texte: texte.clone(), titres, autres: own };
    let folder = theme.polices.as_ref().map(|folder| folder.span);
    Brought { fonts: Fonts::new(faces, texte.as_deref()), polices, files: kept, folder }
}

/// The font files of a folder, in the order of their paths.
fn inside(listing: &Listing, folder: &Texte, diags: &mut Diagnostics) -> Vec<VaultPath> {
    let written = folder.value.trim_end_matches('/');
    let Some(path) = VaultPath::new(written) else {
        diags.push(Diagnostic::at(Code::OutsideVault, folder.span).arg("chemin", &folder.value));
        return Vec::new();
    };
    if listing.get(&path) == Some(EntryKind::Link) {
        diags.push(Diagnostic::at(Code::SymbolicLink, folder.span).arg("chemin", &path));
        return Vec::new();
    }
    let below = format!("{path}/");
    let within = listing.paths().filter(|path| path.as_str().starts_with(&below));
    let fonts = within.filter(|path| EXTENSIONS.contains(&path.extension().as_str()));
    let fonts: Vec<VaultPath> = fonts.cloned().collect();
    if fonts.is_empty() || fonts.len() > MOST_FILES {
        let genre = if fonts.is_empty() { "vide" } else { "trop" };
        let diagnostic = Diagnostic::at(Code::FontRefused, folder.span).arg("chemin", &folder.value);
        diags.push(diagnostic.arg("genre", genre).arg("limite", MOST_FILES).help("aide-dossier"));
        return Vec::new();
    }
    fonts
}

/// The bytes and the faces of a font file that can serve.
fn usable(
    files: &dyn Files,
    listing: &Listing,
    path: &VaultPath,
    folder: &Texte,
    diags: &mut Diagnostics,
) -> Option<(FontBytes, Vec<OwnFace>)> {
    let refused = |genre: &str| {
        let diagnostic = Diagnostic::at(Code::FontRefused, folder.span).arg("chemin", path);
        diagnostic.arg("genre", genre).arg("limite", FONT_BYTES >> 20)
    };
    if listing.get(path) == Some(EntryKind::Link) {
        diags.push(Diagnostic::at(Code::SymbolicLink, folder.span).arg("chemin", path));
        return None;
    }
    let bytes = match files.read(path, FONT_BYTES) {
        Ok(bytes) => FontBytes::from(bytes),
        Err(Failure::TooLarge) => {
            diags.push(refused("taille").help("aide-taille"));
            return None;
        }
        Err(failure) => {
            diags.push(load::failed(path.as_str(), &failure, FONT_BYTES));
            return None;
        }
    };
    match font::inspect(&bytes) {
        Ok(()) => {}
        Err(Unusable::Licence) => {
            diags.push(refused("licence").help("aide-licence"));
            return None;
        }
        Err(Unusable::Corrupt) => {
            diags.push(refused("illisible"));
            return None;
        }
    }
    let faces = typeset::faces(&bytes);
    if faces.is_empty() {
        diags.push(refused("illisible"));
        return None;
    }
    // Two files of one family would each hide what the other one has.
    let bundled = |face: &OwnFace| font::BUNDLED.iter().any(|name| name.eq_ignore_ascii_case(&face.family));
    if let Some(face) = faces.iter().find(|face| bundled(face)) {
        diags.push(refused("fournie").arg("famille", &face.family).softened().help("aide-fournie"));
        return None;
    }
    Some((bytes, faces))
}

/// The family that a key asks for, written as its fonts write it; `whole` when no font was refused.
fn family(asked: &Texte, own: &[String], whole: bool, diags: &mut Diagnostics) -> Option<String> {
    let known = || font::BUNDLED.into_iter().chain(own.iter().map(String::as_str));
    let wanted = asked.value.to_lowercase();
    let found = known().find(|family| family.to_lowercase() == wanted);
    if found.is_none() && whole {
        let diagnostic = Diagnostic::at(Code::FontUnknown, asked.span).arg("famille", &asked.value);
        let diagnostic = diagnostic.arg("connues", known().collect::<Vec<_>>().join(", "));
        diags.push(match nearest(&asked.value, known()) {
            Some(near) => diagnostic.arg("proche", near).help("aide-proche"),
            None => diagnostic,
        });
    }
    found.map(str::to_owned)
}
