//! Stage 4: the planning data, typed, one file a concept.
//!
//! In: the manifest and the trees of `donnees/`. Out: a [`Projet`], every value with its place. A
//! word of the YAML is the word of the field, of the template and of the rule. What can be computed
//! has no key here.
#![expect(
    dead_code,
    reason = "the macros write the list of words and the place of every type, asked for or not"
)]

pub(crate) mod acteurs;
pub(crate) mod annee;
pub(crate) mod contexte;
pub(crate) mod couleur;
pub(crate) mod decimale;
pub(crate) mod decode;
pub(crate) mod diffusion;
pub(crate) mod edition;
pub(crate) mod etablissements;
pub(crate) mod formation;
pub(crate) mod glossaire;
pub(crate) mod manifeste;
pub(crate) mod materiel;
pub(crate) mod organisations;
pub(crate) mod orientations;
pub(crate) mod pedagogie;
pub(crate) mod profils;
pub(crate) mod services;
pub(crate) mod vagues;

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::parse::yaml::{Entry, Node, Value};
use crate::source::{Span, fold};
use decode::{Champ, Decode, mapping, unknown};
use std::collections::BTreeMap;

/// The top keys of the data files and the type of each: a line here is all that a new concept needs.
macro_rules! donnees {
    ($($(#[doc = $doc:literal])+ $key:ident: $type:ty,)+) => {
        /// The planning data of a project.
        #[derive(Debug, Clone)]
        pub(crate) struct Projet {
            pub manifeste: manifeste::Manifeste,
            $($(#[doc = $doc])+ pub $key: $type,)+
        }

        /// The keys that may stand at the top of a data file.
        const TOP: &[&str] = &[$(stringify!($key),)+];

        /// Reads the values of the top keys; one that is wrong is as good as absent, once reported.
        fn typed(
            manifeste: Option<manifeste::Manifeste>,
            top: &BTreeMap<String, &Entry>,
            nowhere: Option<Span>,
            diags: &mut Diagnostics,
        ) -> Option<Projet> {
            $(let $key = read::<$type>(top, stringify!($key), nowhere, diags).unwrap_or_default();)+
            Some(Projet { manifeste: manifeste?, $($key,)+ })
        }

        impl Projet {
            /// The data as prose can name them: the keys of the manifest, then those of the data files.
            pub(crate) fn champs(&self) -> Vec<(&'static str, Champ<'_>)> {
                let mut champs = match self.manifeste.champ() {
                    Champ::Cles(champs) => champs,
                    _ => Vec::new(),
                };
                champs.extend([$((stringify!($key), self.$key.champ()),)+]);
                champs
            }
        }
    };
}

donnees! {
    /// What the project is.
    projet: Option<organisations::Identite>,
    /// Who carries it.
    organisations: Vec<organisations::Organisation>,
    /// Where it takes place.
    etablissements: Vec<etablissements::Etablissement>,
    /// In what order.
    vagues: Vec<vagues::Vague>,
    /// What was there before (ED I-1).
    contexte: Option<contexte::Contexte>,
    /// Who acts.
    acteurs: Vec<acteurs::Acteur>,
    /// What actors use and make.
    ressources: Vec<acteurs::Ressource>,
    /// Who does, approves, is asked, is told.
    raci: Option<acteurs::Raci>,
    /// Who is trained, served, told.
    profils: Vec<profils::Profil>,
    /// What was decided (ED I-2).
    orientations: Option<orientations::Orientations>,
    /// Who gives which service to whom (ED I-3).
    diffusion: Option<diffusion::Diffusion>,
    /// How learning goes on (ED I-5).
    pedagogie: Option<pedagogie::Pedagogie>,
    /// What it stands on (ED I-6).
    materiel: Option<materiel::Materiel>,
    /// The services of the environment.
    services_ent: Vec<services::ServiceEnt>,
    /// The training modules.
    modules: Vec<formation::Module>,
    /// When they take place.
    sessions: Vec<formation::Session>,
    /// The acronyms.
    sigles: Vec<glossaire::Sigle>,
}

impl Projet {
    /// The logo of the theme, which the first issuer has where it has none of its own.
    pub(crate) fn logo_du_theme(&self) -> Option<&decode::Texte> {
        let issuer = self.manifeste.emetteurs.first()?;
        let issuer = self.organisations.iter().find(|organisation| organisation.id.value == issuer.value)?;
        let theme = self.manifeste.theme.as_ref()?;
        theme.logo.as_ref().filter(|_| issuer.logo.is_none())
    }
}

/// The list that a table of that name may hold; else the one whose name is written most like it.
pub(crate) fn list_named(name: &str) -> Result<(), Option<&'static str>> {
    if TOP.contains(&fold(name).as_str()) { Ok(()) } else { Err(decode::nearest(name, TOP.iter().copied())) }
}

/// Reads the data of a project; `donnees` are the trees of the data files, in the order of their
/// paths. What is missing or wrong is reported at its place.
pub(crate) fn decode(manifeste: &Node, donnees: &[Node], diags: &mut Diagnostics) -> Option<Projet> {
    let manifeste = manifeste::Manifeste::decode(manifeste, diags);
    let mut top: BTreeMap<String, &Entry> = BTreeMap::new();
    for tree in donnees {
        // A file that is begun and empty has no mistake.
        if tree.value == Value::Null {
            continue;
        }
        let Some(entries) = mapping(tree, diags) else { continue };
        unknown(entries, TOP, diags);
        for entry in entries {
            // A key lives in one file only: two halves of a list would hide each other.
            match top.get(&fold(&entry.key)) {
                // Twice in one file, which is reported as such.
                Some(first) if first.key_span.source == entry.key_span.source => {}
                Some(first) => {
                    let diagnostic =
                        Diagnostic::at(Code::KeyInTwoFiles, entry.key_span).arg("cle", &entry.key);
                    diags.push(diagnostic.related(first.key_span, "premiere"));
                }
                None => drop(top.insert(fold(&entry.key), entry)),
            }
        }
    }
    let nowhere = donnees.first().map(|tree| tree.span);
    // A manifest that cannot be read must not hide the mistakes of the data.
    typed(manifeste, &top, nowhere, diags)
}

fn read<T: Decode>(
    top: &BTreeMap<String, &Entry>,
    key: &str,
    nowhere: Option<Span>,
    diags: &mut Diagnostics,
) -> Option<T> {
    T::field(top.get(key).copied(), key, nowhere?, diags)
}
