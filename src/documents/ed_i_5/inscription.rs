//! Enrolment in ED I-5: procedures by public, people expected and enrolled, projects of schools.
//!
//! In: the enrolments of the plan. Out: values of the page.

use super::super::officiel::{Page, list, map, optional, phrase, text};
use super::Data;
use crate::analyse::pedagogie::attendus;
use crate::projet::etablissements::Etablissement;
use crate::projet::pedagogie::{Inscription, InscriptionProjet, Pedagogie};

/// The enrolments of each public, in the order of the first one.
fn by_public(plan: &Pedagogie) -> Vec<Vec<&Inscription>> {
    let mut found: Vec<Vec<&Inscription>> = Vec::new();
    for line in &plan.inscriptions {
        match found.iter_mut().find(|lines| lines[0].public.value == line.public.value) {
            Some(lines) => lines.push(line),
            None => found.push(vec![line]),
        }
    }
    found
}

/// How each public gets its accounts, and when in each wave.
pub(super) fn procedures(page: &Page<'_, '_>, plan: &Pedagogie) -> Data {
    list(&by_public(plan), |lines| {
        let row = |line: &&Inscription| {
            map([
                ("vague", page.vague_nommee(line.vague.as_ref())),
                ("procedure", optional(line.procedure.as_ref())),
                ("outil", optional(line.outil.as_ref())),
                ("source", optional(line.source_donnees.as_ref())),
                ("periode", page.periode(line.debut.as_ref(), line.fin.as_ref())),
                ("responsable", page.some_acteur(line.responsable.as_ref())),
            ])
        };
        map([("public", page.profil(&lines[0].public)), ("lignes", list(lines, row))])
    })
}

/// Enrolled against expected, public by public.
pub(super) fn headcounts(page: &Page<'_, '_>, plan: &Pedagogie) -> Data {
    let (projet, waves) = (page.material.projet, &page.material.bilan.vagues);
    list(&by_public(plan), |lines| {
        let row = |line: &&Inscription| {
            let expected = attendus(projet, line, waves);
            let enrolled = line.inscrits.as_ref().map(|n| n.value);
            let number = |number: Option<u32>| number.map_or(Data::None, |number| page.integer(number));
            let gap = match (expected, enrolled) {
                (Some(expected), Some(enrolled)) if expected == enrolled => phrase("ecart-nul", []),
                (Some(expected), Some(enrolled)) => {
                    let name = if enrolled < expected { "ecart-manque" } else { "ecart-surplus" };
                    phrase(name, [("nombre", page.locale.integer(expected.abs_diff(enrolled)))])
                }
                _ => Data::None,
            };
            map([
                ("vague", page.vague_nommee(line.vague.as_ref())),
                ("attendus", number(expected)),
                ("inscrits", number(enrolled)),
                ("ecart", gap),
                ("manque", Data::Flag(matches!((expected, enrolled), (Some(e), Some(i)) if i < e))),
            ])
        };
        // A sum only of numbers that are all known.
        let total = |of: &dyn Fn(&Inscription) -> Option<u32>| {
            lines.iter().try_fold(0_u32, |sum, line| Some(sum.saturating_add(of(line)?)))
        };
        let expected = total(&|line| attendus(projet, line, waves));
        let enrolled = total(&|line| line.inscrits.as_ref().map(|n| n.value));
        let number = |number: Option<u32>| number.map_or(Data::None, |number| page.integer(number));
        map([
            ("public", page.profil(&lines[0].public)),
            ("lignes", list(lines, row)),
            ("attendus", number(expected)),
            ("inscrits", number(enrolled)),
        ])
    })
}

/// The projects of schools that hold the environment, and the schools whose project does not.
pub(super) fn school_projects(page: &Page<'_, '_>, plan: &Pedagogie) -> Data {
    if plan.projets_ecole.is_empty() {
        return Data::None;
    }
    let schools = &page.material.projet.etablissements;
    let named = |line: &InscriptionProjet| {
        let found = schools.iter().find(|ecole| ecole.id.value == line.etablissement.value);
        text(found.map_or(&line.etablissement, |ecole| &ecole.nom))
    };
    let row = |line: &InscriptionProjet| {
        map([
            ("ecole", named(line)),
            ("axe", text(&line.axe)),
            ("action", optional(line.action.as_ref())),
            ("date", page.date_short(line.date.as_ref())),
        ])
    };
    let held = |ecole: &&Etablissement| {
        plan.projets_ecole.iter().any(|line| line.etablissement.value == ecole.id.value)
    };
    let missing: Vec<&Etablissement> = schools.iter().filter(|ecole| !held(ecole)).collect();
    let args =
        [("inscrites", (schools.len() - missing.len()).to_string()), ("nombre", schools.len().to_string())];
    map([
        ("lignes", list(&plan.projets_ecole, row)),
        ("bilan", if schools.is_empty() { Data::None } else { phrase("bilan-projets", args) }),
        ("trous", list(&missing, |ecole| text(&ecole.nom))),
    ])
}
