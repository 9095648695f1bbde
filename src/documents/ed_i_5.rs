//! ED I-5, *Plan d'implantation pédagogique* (domain.md 2.5): what is learnt, who enrols, who helps,
//! how it is assessed, when.
//!
//! In: the planning data and the notes of its sections. Out: prose of the notes, then the computed
//! tables, section by section.

mod inscription;

use super::officiel::{
    Evenement, Page, Values, chiffre, frise, list, map, optional, phrase, plain, text, word,
};
use super::{Assemble, Data, DocumentType, Facts, ProjectMaterial, section};
use crate::analyse::pedagogie::{Couverture, apprenants, charge, couverture, criteres, groupes};
use crate::projet::decode::Texte;
use crate::projet::pedagogie::{GroupeApprenants, Inscription, Pedagogie};

pub(super) static TYPE: DocumentType = DocumentType {
    code: "ed-i-5",
    onglet: "I-5",
    sections: &[
        section("integration-a-la-base-de-connaissances", 1),
        section("inscription", 1),
        section("groupes-d-apprenants", 1),
        section("facilitateurs", 1),
        section("evaluation-des-apprentissages", 1),
        section("calendrier-pedagogique", 1),
        section("inscription-au-projet-d-ecole", 1),
    ],
    assemble: Assemble::Project(Facts { values: facts, filled: has_facts }),
};

/// Whether the data fill a section without any note.
fn has_facts(slug: &str, material: &ProjectMaterial<'_>) -> bool {
    let Some(plan) = &material.projet.pedagogie else { return false };
    match slug {
        "integration-a-la-base-de-connaissances" => {
            !plan.competences.is_empty() || !plan.activites.is_empty()
        }
        "inscription" => !plan.inscriptions.is_empty(),
        "groupes-d-apprenants" => !plan.groupes.is_empty(),
        "facilitateurs" => !plan.facilitateurs.is_empty(),
        "evaluation-des-apprentissages" => !plan.evaluation.is_empty(),
        "calendrier-pedagogique" => {
            !plan.calendrier.is_empty() || plan.inscriptions.iter().any(|line| line.debut.is_some())
        }
        "inscription-au-projet-d-ecole" => !plan.projets_ecole.is_empty(),
        _ => false,
    }
}

/// The computed tables and figures.
fn facts(page: &Page<'_, '_>) -> Values {
    let dossier = &page.material.projet.manifeste.dossier;
    let version = dossier.version.value.clone();
    let date = [("date", page.long(dossier.date.value))];
    let schools = !page.material.projet.etablissements.is_empty();
    let mut values = Values::from([
        ("chiffres", key_figures(page)),
        (
            "sources",
            map([
                ("plan", phrase("source-plan-pedagogique", [("version", version)])),
                ("repartition", phrase("source-etablissements", date)),
                (
                    "effectifs",
                    phrase(if schools { "source-effectifs" } else { "source-effectifs-profils" }, []),
                ),
                ("charge", phrase("source-charge", [])),
            ]),
        ),
        ("pedagogie", Data::None),
    ]);
    if let Some(plan) = &page.material.projet.pedagogie {
        let parts = map([
            ("competences", competences(plan)),
            ("activites", activities(page, plan)),
            ("couverture", coverage(plan)),
            ("inscriptions", inscription::procedures(page, plan)),
            ("effectifs", inscription::headcounts(page, plan)),
            ("groupes", groups(page, plan)),
            ("facilitateurs", facilitators(page, plan)),
            ("evaluation", assessment(plan)),
            ("calendrier", calendar(page, plan)),
            ("projets", inscription::school_projects(page, plan)),
        ]);
        values.insert("pedagogie", parts);
    }
    values
}

/// The numbers of « L'essentiel »: three large ones, then small ones.
fn key_figures(page: &Page<'_, '_>) -> Data {
    let (projet, bilan) = (page.material.projet, page.material.bilan);
    let Some(plan) = &projet.pedagogie else { return Data::List(Vec::new()) };
    let count = |number: usize| page.locale.large(number as u64);
    let mut figures = Vec::new();
    if let Some(learners) = apprenants(projet, &bilan.vagues) {
        let args = [("vagues", bilan.vagues.len().to_string())];
        figures.push(chiffre(
            page.locale.integer(learners),
            Some("chiffre-apprenants-unite"),
            phrase("chiffre-apprenants", args),
            false,
        ));
    }
    let covered = couverture(plan);
    if !covered.is_empty() {
        let complete = covered.iter().filter(|line| line.complete()).count();
        let args = [("couvertes", part(complete, covered.len())), ("nombre", covered.len().to_string())];
        let reading = phrase("chiffre-competences", args);
        let hole = complete < covered.len();
        figures.push(chiffre(count(covered.len()), Some("chiffre-competences-unite"), reading, hole));
    }
    if let Some((ratio, names)) = heaviest(page, plan) {
        let args = [("fonctions", names.len().to_string()), ("acteurs", page.enumeration(&names))];
        figures.push(chiffre(
            page.locale.decimal(ratio, 1),
            Some("chiffre-charge-unite"),
            phrase("chiffre-charge", args),
            false,
        ));
    }
    let dated = |line: &&Inscription| {
        line.debut.is_some() && line.responsable.is_some() && line.source_donnees.is_some()
    };
    let helped = |line: &&GroupeApprenants| !line.facilitateurs.is_empty();
    for (number, complete, name) in [
        (plan.activites.len(), plan.activites.len(), "chiffre-activites"),
        (plan.inscriptions.len(), plan.inscriptions.iter().filter(dated).count(), "chiffre-inscriptions"),
        (plan.groupes.len(), plan.groupes.iter().filter(helped).count(), "chiffre-groupes"),
    ] {
        if number > 0 {
            let args = [("nombre", number.to_string()), ("complets", part(complete, number))];
            figures.push(chiffre(
                count(number),
                Some(&format!("{name}-unite")),
                phrase(name, args),
                complete < number,
            ));
        }
    }
    Data::List(figures)
}

/// How many of a number, as the sentences of the key figures choose their words: all, or so many.
fn part(some: usize, all: usize) -> String {
    if some == all { "tous".to_owned() } else { some.to_string() }
}

/// The most learners that one facilitator has, and the names of all functions that have as many.
fn heaviest(page: &Page<'_, '_>, plan: &Pedagogie) -> Option<(f64, Vec<String>)> {
    let projet = page.material.projet;
    let loads: Vec<_> = plan
        .facilitateurs
        .iter()
        .filter_map(|line| Some((charge(projet, plan, line).par_personne()?, &line.acteur)))
        .collect();
    let most = loads.iter().map(|(load, _)| *load).max_by(f64::total_cmp)?;
    let name = |id: &Texte| page.acteur(id).map_or(&id.value, |acteur| &acteur.nom.value).clone();
    // As many as far as the page tells: to the tenth.
    let shown = page.locale.decimal(most, 1);
    let same = loads.iter().filter(|(load, _)| page.locale.decimal(*load, 1) == shown);
    Some((most, same.map(|(_, id)| name(id)).collect()))
}

/// The name of a competence by its id; an unknown one as it is written.
fn competence(plan: &Pedagogie, id: &Texte) -> Data {
    let found = plan.competences.iter().find(|competence| competence.id.value == id.value);
    text(found.map_or(id, |competence| &competence.libelle))
}

fn competences(plan: &Pedagogie) -> Data {
    list(&plan.competences, |line| {
        map([
            ("libelle", text(&line.libelle)),
            ("referentiel", optional(line.referentiel.as_ref())),
            ("niveau", optional(line.niveau.as_ref())),
        ])
    })
}

fn activities(page: &Page<'_, '_>, plan: &Pedagogie) -> Data {
    list(&plan.activites, |line| {
        map([
            ("titre", text(&line.titre)),
            ("competences", list(&line.competences, |id| competence(plan, id))),
            ("service", line.service.as_ref().map_or(Data::None, |id| page.service(id))),
            ("profil", line.profil.as_ref().map_or(Data::None, |id| page.profil(id))),
            ("nature", line.nature.as_ref().map_or(Data::None, |nature| word(nature.value.mot()))),
        ])
    })
}

/// Each competence with what serves and what assesses it, and what is missing in words.
fn coverage(plan: &Pedagogie) -> Data {
    let covered = couverture(plan);
    let state = |line: &Couverture<'_>| match (line.activites.is_empty(), line.evaluations.is_empty()) {
        (false, false) => "complete",
        (true, false) => "sans_activite",
        (false, true) => "sans_evaluation",
        (true, true) => "sans_rien",
    };
    let row = |line: &Couverture<'_>| {
        map([
            ("competence", text(&line.competence.libelle)),
            (
                "activites",
                list(&line.activites, |activite| {
                    map([
                        ("titre", text(&activite.titre)),
                        ("nature", activite.nature.as_ref().map_or(Data::None, |n| word(n.value.mot()))),
                    ])
                }),
            ),
            (
                "evaluations",
                list(&line.evaluations, |evaluation| {
                    map([
                        ("outil", optional(evaluation.outil.as_ref())),
                        ("moment", optional(evaluation.moment.as_ref())),
                    ])
                }),
            ),
            ("etat", word(state(line))),
        ])
    };
    let holes: Vec<&Couverture<'_>> = covered.iter().filter(|line| !line.complete()).collect();
    let args =
        [("couvertes", (covered.len() - holes.len()).to_string()), ("nombre", covered.len().to_string())];
    map([
        ("lignes", list(&covered, row)),
        ("bilan", phrase("bilan-couverture", args)),
        ("trous", list(&holes, |line| text(&line.competence.libelle))),
    ])
}

/// The groups by criterion, with the learners that they put together.
fn groups(page: &Page<'_, '_>, plan: &Pedagogie) -> Data {
    let (projet, bilan) = (page.material.projet, page.material.bilan);
    let expected = apprenants(projet, &bilan.vagues);
    list(&criteres(plan), |critere| {
        let of: Vec<&GroupeApprenants> =
            plan.groupes.iter().filter(|groupe| groupe.critere.value == *critere).collect();
        let row = |groupe: &&GroupeApprenants| {
            let kind = groupe.specialisation.as_ref();
            map([
                ("libelle", text(&groupe.libelle)),
                ("specialisation", kind.map_or(Data::None, |kind| word(kind.value.mot()))),
                ("effectif", page.some_integer(groupe.effectif.as_ref())),
                ("facilitateurs", page.noms_acteurs(&groupe.facilitateurs)),
            ])
        };
        let total = groupes(plan, *critere);
        let args = expected.map(|expected| [("nombre", page.locale.integer(expected))]);
        map([
            ("critere", word(critere.mot())),
            ("lignes", list(&of, row)),
            ("total", total.map_or(Data::None, |total| page.integer(total))),
            ("attendus", args.map_or(Data::None, |args| phrase("groupes-attendus", args))),
            ("ecart", Data::Flag(total.is_some() && expected.is_some() && total != expected)),
        ])
    })
}

fn facilitators(page: &Page<'_, '_>, plan: &Pedagogie) -> Data {
    list(&plan.facilitateurs, |line| {
        let charge = charge(page.material.projet, plan, line);
        let number = |number: Option<u32>| number.map_or(Data::None, |number| page.integer(number));
        map([
            ("acteur", page.nom_acteur(&line.acteur)),
            ("role", optional(line.role.as_ref())),
            ("modalites", list(&line.modalites, text)),
            ("modules", Data::List(line.modules_requis.iter().map(|id| page.module(id)).collect())),
            ("nombre", number(charge.nombre)),
            ("groupes", plain(charge.groupes.to_string())),
            ("apprenants", number(charge.apprenants)),
            ("par_personne", charge.par_personne().map_or(Data::None, |ratio| page.decimal(ratio, 1))),
        ])
    })
}

fn assessment(plan: &Pedagogie) -> Data {
    list(&plan.evaluation, |line| {
        map([
            ("competence", competence(plan, &line.competence)),
            ("criteres", list(&line.criteres, text)),
            ("outil", optional(line.outil.as_ref())),
            ("retroaction", optional(line.retroaction.as_ref())),
            ("moment", optional(line.moment.as_ref())),
        ])
    })
}

/// Enrolments and dates of the plan, wave by wave; what is of no wave comes first.
fn calendar(page: &Page<'_, '_>, plan: &Pedagogie) -> Data {
    let waves = &page.material.bilan.vagues;
    let ids = waves.iter().map(|wave| Some(wave.vague.id.value.as_str()));
    let known = |id: &str| waves.iter().any(|wave| wave.vague.id.value == id);
    let mut groups = Vec::new();
    for id in [None].into_iter().chain(ids) {
        let here = |named: Option<&Texte>| {
            named.map(|named| named.value.as_str()).filter(|named| known(named)) == id
        };
        let enrolled = plan.inscriptions.iter().filter(|line| here(line.vague.as_ref())).filter_map(|line| {
            let start = line.debut.as_ref().or(line.fin.as_ref())?;
            Some(Evenement {
                objet: page.profil(&line.public),
                precision: page.some_acteur(line.responsable.as_ref()),
                genre: "inscription",
                debut: start.value,
                fin: line.fin.as_ref().map(|fin| fin.value).filter(|fin| *fin >= start.value),
            })
        });
        let dates = plan.calendrier.iter().filter(|line| here(line.vague.as_ref())).map(|line| Evenement {
            objet: text(&line.objet),
            precision: phrase("frise-pour-tous", []),
            genre: "evenement",
            debut: line.debut.value,
            fin: line.fin.as_ref().map(|fin| fin.value).filter(|fin| *fin >= line.debut.value),
        });
        let title = match waves.iter().find(|wave| Some(wave.vague.id.value.as_str()) == id) {
            Some(wave) => plain(Page::wave_name(wave)),
            None => phrase("frise-toutes-les-vagues", []),
        };
        groups.push((title, enrolled.chain(dates).collect()));
    }
    frise(page, "figure-calendrier", groups)
}
