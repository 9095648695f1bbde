//! Brings the pictures of a project together.
//!
//! In: the files of the vault, what the notes show, the logos that the data name. Out: a picture for
//! every file that can be shown, each made once. One that cannot be is a warning at the first place that shows it, and the page
//! gets a stand-in; one that is over a limit is an error.

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::load::{EntryKind, Failure, Files, IMAGE_BYTES, Listing};
use crate::media::{self, Pictures, Subject, Unshowable, Wanted};
use crate::projet::Projet;
use crate::source::{Span, VaultPath};
use crate::vault::Links;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Makes the pictures of what `links` shows.
pub(crate) fn pictures(files: &dyn Files, links: &Links, diags: &mut Diagnostics) -> Pictures {
    let mut shown: BTreeMap<(VaultPath, u32), (Span, Wanted)> = BTreeMap::new();
    for (span, file) in &links.images {
        let wanted = Wanted { width: file.width, height: file.height };
        let entry = shown.entry((file.path.clone(), file.page)).or_insert((*span, wanted));
        entry.1 = entry.1.or(wanted);
    }
    let mut pictures = Pictures::new();
    for ((path, page), (span, wanted)) in shown {
        if let Some(picture) = read(files, &path, page, wanted, span, diags) {
            pictures.insert(Subject::File(path, page), picture);
        }
    }
    pictures
}

/// The logos that the data name.
#[derive(Default)]
pub(crate) struct Logos {
    /// The path in the project of each, by the place that names it.
    pub names: BTreeMap<Span, String>,
    /// The files, by that path.
    pub files: BTreeMap<String, Arc<[u8]>>,
}

/// Reads the logos that the data name. One that cannot be read is reported, and the name of the
/// organisation stands for it.
pub(crate) fn logos(files: &dyn Files, listing: &Listing, projet: &Projet, diags: &mut Diagnostics) -> Logos {
    let mut logos = Logos::default();
    let theme = projet.manifeste.theme.as_ref().and_then(|theme| theme.logo.as_ref());
    // Where the issuer has a logo of its own, that of the theme is not shown; it must be there all the same.
    if let Some(logo) = theme.filter(|_| projet.logo_du_theme().is_none())
        && VaultPath::new(&logo.value).is_none_or(|path| listing.get(&path).is_none())
    {
        diags.push(Diagnostic::at(Code::ImageMissing, logo.span).arg("nom", &logo.value));
    }
    let named = projet.organisations.iter().filter_map(|organisation| organisation.logo.as_ref());
    for logo in named.chain(projet.logo_du_theme()) {
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
        if let Some(picture) = read(files, &path, 1, Wanted::WHOLE, logo.span, diags) {
            let name = format!("/images/logo-{}.{}", logos.files.len() + 1, picture.extension);
            logos.names.insert(logo.span, name.clone());
            logos.files.insert(name, picture.bytes);
        }
    }
    logos
}

/// Reads a file and makes its picture, or reports why there is none.
pub(crate) fn read(
    files: &dyn Files,
    path: &VaultPath,
    page: u32,
    wanted: Wanted,
    span: Span,
    diags: &mut Diagnostics,
) -> Option<media::Picture> {
    let bytes = match files.read(path, IMAGE_BYTES) {
        Ok(bytes) => bytes,
        Err(Failure::TooLarge) => {
            let diagnostic = Diagnostic::at(Code::ImageTooLarge, span).arg("chemin", path);
            diags.push(diagnostic.arg("limite", IMAGE_BYTES >> 20));
            return None;
        }
        Err(_) => {
            diags.push(Diagnostic::at(Code::ImageMissing, span).arg("nom", path));
            return None;
        }
    };
    match media::picture(bytes, page, wanted) {
        Ok(picture) => Some(picture),
        Err(cause) => {
            diags.push(unshowable(cause, path, page, span));
            None
        }
    }
}

fn unshowable(cause: Unshowable, path: &VaultPath, page: u32, span: Span) -> Diagnostic {
    let at = |code| Diagnostic::at(code, span).arg("chemin", path);
    let unreadable = |genre: &str| at(Code::ImageUnreadable).arg("genre", genre);
    match cause {
        Unshowable::TooLarge(width, height) => {
            at(Code::ImageTooLarge).arg("largeur", width).arg("hauteur", height).help("aide-pixels")
        }
        Unshowable::NoPage(pages) => at(Code::PageMissing).arg("page", page).arg("nombre", pages),
        Unshowable::NeedsFile(address) => unreadable("renvoi").arg("adresse", address).help("aide-renvoi"),
        Unshowable::Kind => unreadable("genre").help("aide-genre"),
        Unshowable::Broken => unreadable("fichier").help("aide"),
        Unshowable::TooComplex => unreadable("complexe").help("aide-complexe"),
        Unshowable::Locked => unreadable("chiffre").help("aide-chiffre"),
    }
}
