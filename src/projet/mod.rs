//! Stage 4: the planning data, typed, one file a concept.
//!
//! In: the manifest and the trees of `donnees/`. Out: a [`Projet`], every value with its place. A
//! word of the YAML is the word of the field, of the template and of the rule. What can be computed
//! has no key here.
#![expect(dead_code, reason = "the model has keys that only later documents read")]

pub(crate) mod contexte;
pub(crate) mod couleur;
pub(crate) mod decode;
pub(crate) mod etablissements;
pub(crate) mod glossaire;
pub(crate) mod manifeste;
pub(crate) mod organisations;
pub(crate) mod vagues;

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::parse::yaml::{Entry, Node};
use crate::source::{Span, fold};
use decode::{Champ, Decode, mapping, unknown};
use std::collections::BTreeMap;

/// The planning data of a project.
#[derive(Debug)]
pub(crate) struct Projet {
    pub manifeste: manifeste::Manifeste,
    pub projet: Option<organisations::Identite>,
    pub organisations: Vec<organisations::Organisation>,
    pub etablissements: Vec<etablissements::Etablissement>,
    pub vagues: Vec<vagues::Vague>,
    pub contexte: Option<contexte::Contexte>,
    pub sigles: Vec<glossaire::Sigle>,
}

/// The keys that may stand at the top of a data file.
const TOP: [&str; 6] = ["projet", "organisations", "etablissements", "vagues", "contexte", "sigles"];

/// Reads the data of a project; `donnees` are the trees of the data files, in the order of their
/// paths. What is missing or wrong is reported at its place.
pub(crate) fn decode(manifeste: &Node, donnees: &[Node], diags: &mut Diagnostics) -> Option<Projet> {
    let manifeste = manifeste::Manifeste::decode(manifeste, diags);
    let mut top: BTreeMap<String, &Entry> = BTreeMap::new();
    for tree in donnees {
        let Some(entries) = mapping(tree, diags) else { continue };
        unknown(entries, &TOP, diags);
        for entry in entries {
            // A key lives in one file only: two halves of a list would hide each other.
            match top.get(&fold(&entry.key)) {
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
    let projet = Projet {
        projet: read(&top, "projet", nowhere, diags).flatten(),
        organisations: read(&top, "organisations", nowhere, diags).unwrap_or_default(),
        etablissements: read(&top, "etablissements", nowhere, diags).unwrap_or_default(),
        vagues: read(&top, "vagues", nowhere, diags).unwrap_or_default(),
        contexte: read(&top, "contexte", nowhere, diags).flatten(),
        sigles: read(&top, "sigles", nowhere, diags).unwrap_or_default(),
        manifeste: manifeste?,
    };
    Some(projet)
}

impl Projet {
    /// The data as prose can name them: the keys of the manifest, then those of the data files.
    pub(crate) fn champs(&self) -> Vec<(&'static str, Champ<'_>)> {
        let mut champs = match self.manifeste.champ() {
            Champ::Cles(champs) => champs,
            _ => Vec::new(),
        };
        champs.extend([
            ("projet", self.projet.champ()),
            ("organisations", self.organisations.champ()),
            ("etablissements", self.etablissements.champ()),
            ("vagues", self.vagues.champ()),
            ("contexte", self.contexte.champ()),
            ("sigles", self.sigles.champ()),
        ]);
        champs
    }
}

fn read<T: Decode>(
    top: &BTreeMap<String, &Entry>,
    key: &str,
    nowhere: Option<Span>,
    diags: &mut Diagnostics,
) -> Option<T> {
    T::field(top.get(key).copied(), key, nowhere?, diags)
}
