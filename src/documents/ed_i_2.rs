//! ED I-2, *Orientations de l'implantation* (domain.md 2.2): what is decided before anything is built.
//!
//! In: the planning data and the notes of its sections. Out: prose of the notes, then the computed
//! tables, section by section.

mod chiffres;
mod plateformes;

use super::officiel::{Page, Values, list, map, optional, phrase, plain, text, word};
use super::{Assemble, Data, DocumentType, Facts, ProjectMaterial, reponse, section};
use crate::analyse::orientations::{couverture, fournisseurs, moyenne, somme_des_groupes, taille_moyenne};
use crate::projet::acteurs::Acteur;
use crate::projet::contexte::Besoin;
use crate::projet::decode::Spanned;
use crate::projet::orientations::{Dimension, EvalEna, GroupeType, Orientations};
use crate::projet::vagues::NomPhase;
use std::collections::BTreeMap;

pub(super) static TYPE: DocumentType = DocumentType {
    code: "ed-i-2",
    onglet: "I-2",
    sections: &[
        section("rappel-du-contexte", 1),
        section("modele-de-diffusion", 1),
        section("plateformes-et-medias", 1),
        section("acteurs-et-responsabilites", 1),
        section("modalites-et-horaires", 1),
        section("composition-des-groupes", 1),
        section("evaluation-des-apprenants", 1),
        section("evaluation-de-l-ena", 1),
        section("accessibilite-et-participation", 1),
        section("decisions", 1),
    ],
    assemble: Assemble::Project(Facts { values: facts, filled: has_facts }),
};

/// Whether the data fill a section without any note.
fn has_facts(slug: &str, material: &ProjectMaterial<'_>) -> bool {
    let projet = material.projet;
    let has = |has: fn(&Orientations) -> bool| projet.orientations.as_ref().is_some_and(has);
    match slug {
        "rappel-du-contexte" => projet.contexte.is_some(),
        "modele-de-diffusion" => has(|all| all.modele_diffusion.is_some()),
        "plateformes-et-medias" => has(|all| !all.plateformes.is_empty()),
        "acteurs-et-responsabilites" => !projet.acteurs.is_empty(),
        "modalites-et-horaires" => has(|all| !all.diffusion.is_empty()),
        "composition-des-groupes" => has(|all| !all.groupes.is_empty()),
        "evaluation-des-apprenants" => has(|all| !all.eval_apprenants.is_empty()),
        "evaluation-de-l-ena" => has(|all| !all.eval_ena.is_empty()),
        "accessibilite-et-participation" => has(|all| !all.participation.is_empty()),
        "decisions" => projet.manifeste.decisions.iter().any(|decision| decision.of(TYPE.code)),
        _ => false,
    }
}

/// The computed tables.
fn facts(page: &Page<'_, '_>) -> Values {
    let mut values = BTreeMap::from([
        ("rappel", context(page)),
        ("acteurs", actors(page)),
        ("responsabilites", responsibilities(page)),
        ("chiffres", chiffres::key_figures(page)),
        ("sources", sources(page)),
    ]);
    if let Some(orientations) = &page.material.projet.orientations {
        values.extend([
            ("modele", model(page, orientations)),
            ("plateformes", plateformes::choices(orientations)),
            ("grilles", plateformes::grids(page, orientations)),
            ("sensibilite", plateformes::sensitivity(page)),
            ("masque", plateformes::hidden(page)),
            ("diffusion_publics", ways(orientations)),
            ("groupes", groups(page, orientations)),
            ("eval_apprenants", learners(orientations)),
            ("eval_ena", environment(page, orientations)),
            ("couverture", coverage(page, orientations)),
            ("participation", list(&orientations.participation, text)),
        ]);
    }
    values
}

/// Where the figures of each table come from.
fn sources(page: &Page<'_, '_>) -> Data {
    let dossier = &page.material.projet.manifeste.dossier;
    let releve = |name: &str| phrase(name, [("version", dossier.version.value.clone())]);
    map([
        ("repartition", phrase("source-etablissements", [("date", page.long(dossier.date.value))])),
        ("grille", releve("source-grille")),
        ("raci", releve("source-raci")),
        ("groupes", releve("source-orientations")),
        ("couverture", releve("source-orientations")),
    ])
}

/// What the context asks of this document: frame, scope, the needs and constraints it treats.
fn context(page: &Page<'_, '_>) -> Data {
    let projet = page.material.projet;
    let Some(contexte) = &projet.contexte else { return Data::None };
    let all: Vec<&Besoin> = contexte.besoins.iter().chain(&contexte.contraintes).collect();
    let treated: Vec<&Besoin> = all
        .into_iter()
        .filter(|besoin| {
            besoin.traite_par.iter().any(|named| reponse(projet, &named.value).code() == Some(TYPE.code))
        })
        .collect();
    let totaux = &page.material.bilan.totaux;
    let scope = (totaux.ecoles > 0).then(|| {
        let args = [
            ("ecoles", totaux.ecoles.to_string()),
            ("eleves", page.locale.integer(totaux.eleves)),
            (
                "enseignants",
                totaux.enseignants.map_or_else(|| "inconnu".to_owned(), |n| page.locale.integer(n)),
            ),
        ];
        phrase("rappel-perimetre", args)
    });
    map([
        ("cadre", list(&contexte.cadre, |cadre| word(cadre.value.mot()))),
        ("modalites", list(&contexte.modalites, |modalite| word(modalite.value.mot()))),
        (
            "type_organisation",
            contexte.type_organisation.as_ref().map_or(Data::None, |kind| word(kind.value.mot())),
        ),
        ("perimetre", scope.unwrap_or(Data::None)),
        (
            "besoins",
            list(&treated, |besoin| {
                let gravite = besoin.gravite.as_ref();
                map([
                    ("id", plain(besoin.id.value.to_uppercase())),
                    ("enonce", text(&besoin.enonce)),
                    (
                        "gravite",
                        gravite.map_or(Data::None, |gravite| Data::Number(gravite.value.clamp(1, 3).into())),
                    ),
                ])
            }),
        ),
    ])
}

/// The model, why, and who provides services from where.
fn model(page: &Page<'_, '_>, orientations: &Orientations) -> Data {
    let Some(modele) = &orientations.modele_diffusion else { return Data::None };
    let (central, local) = fournisseurs(page.material.projet);
    let names = |acteurs: &[&Acteur]| list(acteurs, |acteur| text(&acteur.nom));
    map([
        ("mot", word(modele.value.mot())),
        ("justification", optional(orientations.justification.as_ref())),
        ("connu", Data::Flag(!central.is_empty() || !local.is_empty())),
        ("central", names(&central)),
        ("local", names(&local)),
    ])
}

/// The actors that the document cites: those it names, else all of them.
fn actors(page: &Page<'_, '_>) -> Data {
    let projet = page.material.projet;
    let named = projet.orientations.as_ref().map_or(&[][..], |orientations| &orientations.acteurs);
    let cited: Vec<&Acteur> = if named.is_empty() {
        projet.acteurs.iter().collect()
    } else {
        named.iter().filter_map(|id| page.acteur(id)).collect()
    };
    list(&cited, |acteur| page.identite_acteur(acteur))
}

/// Each activity with who answers for it and who does it: the RACI of ED I-4 in short.
fn responsibilities(page: &Page<'_, '_>) -> Data {
    let groups = page.activites();
    list(&groups, |group| {
        map([
            ("titre", page.titre_phase(group.phase)),
            (
                "lignes",
                list(&group.activites, |activite| {
                    map([
                        ("libelle", text(&activite.libelle)),
                        ("approuve", page.noms_acteurs(&activite.a)),
                        ("realise", page.noms_acteurs(&activite.r)),
                    ])
                }),
            ),
        ])
    })
}

/// How the environment reaches each public.
fn ways(orientations: &Orientations) -> Data {
    list(&orientations.diffusion, |one| {
        map([
            ("public", text(&one.public)),
            ("modalite", word(one.modalite.value.mot())),
            ("synchrone", one.synchrone.as_ref().map_or(Data::None, |flag| Data::Flag(flag.value))),
            ("acces", optional(one.horaires_acces.as_ref())),
            ("formation", optional(one.horaires_formation.as_ref())),
        ])
    })
}

fn groups(page: &Page<'_, '_>, orientations: &Orientations) -> Data {
    let (nombre, effectif) = somme_des_groupes(orientations);
    let mean = |mean: Option<f64>| mean.map_or(Data::None, |mean| plain(page.locale.fixed(mean, 1)));
    let gap = page.material.bilan.apprenants.map(|expected| {
        let args = [
            ("effectif", page.locale.integer(effectif)),
            ("attendu", page.locale.integer(expected)),
            ("juste", u32::from(effectif == expected).to_string()),
        ];
        phrase("groupes-perimetre", args)
    });
    map([
        ("lignes", list(&orientations.groupes, |groupe| group(page, groupe, mean(taille_moyenne(groupe))))),
        ("nombre", page.integer(nombre)),
        ("effectif", page.integer(effectif)),
        ("moyenne", mean(moyenne(effectif, nombre))),
        ("perimetre", gap.unwrap_or(Data::None)),
    ])
}

fn group(page: &Page<'_, '_>, groupe: &GroupeType, moyenne: Data) -> Data {
    let number = |number: &Option<Spanned<u32>>| page.some_integer(number.as_ref());
    let bound = |bound: &Option<Spanned<u32>>| bound.as_ref().map(|bound| page.locale.integer(bound.value));
    let taille = match (bound(&groupe.effectif_min), bound(&groupe.effectif_max)) {
        (Some(min), Some(max)) if min == max => plain(min),
        (Some(min), Some(max)) => phrase("taille-bornes", [("min", min), ("max", max)]),
        (Some(min), None) => phrase("taille-min", [("min", min)]),
        (None, Some(max)) => phrase("taille-max", [("max", max)]),
        (None, None) => Data::None,
    };
    map([
        ("libelle", text(groupe.libelle.as_ref().unwrap_or(&groupe.id))),
        ("niveau", optional(groupe.niveau.as_ref())),
        ("taille", taille),
        ("nombre", number(&groupe.nombre)),
        ("effectif", number(&groupe.effectif)),
        ("moyenne", moyenne),
        ("diversite", optional(groupe.diversite.as_ref())),
        ("regle", optional(groupe.regle.as_ref())),
    ])
}

fn learners(orientations: &Orientations) -> Data {
    list(&orientations.eval_apprenants, |one| {
        map([
            ("type", word(one.r#type.value.mot())),
            ("instrument", optional(one.instrument.as_ref())),
            ("moment", optional(one.moment.as_ref())),
        ])
    })
}

/// The indicators by dimension, in the order of the method.
fn environment(page: &Page<'_, '_>, orientations: &Orientations) -> Data {
    let of = |dimension: Dimension| -> Vec<&EvalEna> {
        orientations.eval_ena.iter().filter(|one| one.dimension.value == dimension).collect()
    };
    let told: Vec<Dimension> = Dimension::TOUS.iter().copied().filter(|one| !of(*one).is_empty()).collect();
    list(&told, |dimension| {
        let lines = list(&of(*dimension), |one| {
            let usages = one.usages.as_ref().is_some_and(|usages| usages.value);
            map([
                ("indicateur", text(&one.indicateur)),
                ("instrument", optional(one.instrument.as_ref())),
                ("phase", one.phase.as_ref().map_or(Data::None, |phase| page.titre_phase(Some(phase.value)))),
                ("usages", Data::Flag(usages)),
            ])
        });
        map([("dimension", word(dimension.mot())), ("lignes", lines)])
    })
}

/// Which phase assesses what: a number in every cell, and the holes named.
fn coverage(page: &Page<'_, '_>, orientations: &Orientations) -> Data {
    let cases = couverture(orientations);
    if orientations.eval_ena.is_empty() {
        return Data::None;
    }
    let rows = list(Dimension::TOUS, |dimension| {
        let of: Vec<_> = cases.iter().filter(|case| case.dimension == *dimension).collect();
        map([
            ("dimension", word(dimension.mot())),
            (
                "cases",
                list(&of, |case| {
                    map([
                        ("vide", Data::Flag(case.evaluations.is_empty())),
                        (
                            "texte",
                            phrase("couverture-case", [("nombre", case.evaluations.len().to_string())]),
                        ),
                    ])
                }),
            ),
        ])
    });
    let holes: Vec<_> = cases.iter().filter(|case| case.evaluations.is_empty()).collect();
    let filled = cases.len() - holes.len();
    let args = [("remplies", filled.to_string()), ("attendues", cases.len().to_string())];
    let without: Vec<&EvalEna> = orientations.eval_ena.iter().filter(|one| one.phase.is_none()).collect();
    map([
        ("phases", list(NomPhase::TOUS, |phase| page.titre_phase(Some(*phase)))),
        ("lignes", rows),
        ("bilan", phrase("couverture-bilan", args)),
        (
            "trous",
            list(&holes, |case| {
                phrase(
                    &format!("couverture-trou-{}", case.dimension.mot()),
                    [("phase", case.phase.mot().to_uppercase())],
                )
            }),
        ),
        ("sans_phase", list(&without, |one| text(&one.indicateur))),
    ])
}
