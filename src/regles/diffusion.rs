//! R20 and R22 to R29: the diffusion graph is whole, and nobody is left alone in it.

use super::identites::start;
use super::{Examen, advice};
use crate::analyse::graphe::{self, Reseau, critique};
use crate::analyse::roles::circulations;
use crate::diagnostic::{Code, Diagnostic};
use crate::projet::acteurs::{Acteur, TypeActeur};
use crate::projet::decode::Texte;
use crate::projet::diffusion::{Diffusion, NatureService};
use crate::projet::organisations::TypeOrganisation;
use std::collections::BTreeSet;

fn diffusion<'a>(examen: &Examen<'a>) -> Option<&'a Diffusion> {
    examen.projet.diffusion.as_ref()
}

/// The names of some actors of the graph, as a message lists them.
fn noms(reseau: &Reseau<'_>, sommets: &[usize]) -> String {
    let names = sommets.iter().filter_map(|rang| reseau.sommets.get(*rang));
    names.map(|sommet| sommet.acteur.nom.value.as_str()).collect::<Vec<_>>().join(", ")
}

/// Where a name stands that leads nowhere: the kind of place and its number or title.
type Lieu<'a> = (&'static str, String, &'a Texte);

/// R20: whoever the graph names has a record.
pub(super) fn fiches(examen: &Examen<'_>) -> Vec<Diagnostic> {
    let Some(diffusion) = diffusion(examen) else { return Vec::new() };
    let mut named: Vec<Lieu<'_>> = Vec::new();
    for (flux, numero) in diffusion.flux.iter().zip(1..) {
        let ends = [Some(&flux.de), Some(&flux.vers), flux.responsable.as_ref()];
        named.extend(ends.into_iter().flatten().map(|id| ("flux", numero.to_string(), id)));
    }
    for outil in &diffusion.outils {
        named.extend(outil.operateur.as_ref().map(|id| ("outil", outil.nom.value.clone(), id)));
    }
    for scenario in &diffusion.scenarios {
        let title = &scenario.titre.value;
        named.extend(scenario.etapes.iter().map(|etape| ("scenario", title.clone(), &etape.acteur)));
    }
    let acteurs = &examen.projet.acteurs;
    let known = acteurs.iter().map(|acteur| acteur.id.value.as_str()).collect();
    let report = |diagnostic: Diagnostic| match acteurs.first() {
        Some(first) => diagnostic.related(start(first.span), "fiches"),
        None => diagnostic,
    };
    absent(Code::ActorWithoutRecord, named, &known).into_iter().map(report).collect()
}

/// A name that leads nowhere, and the one that is nearest.
fn unknown(code: Code, (genre, nom, id): &Lieu<'_>, near: Option<&str>) -> Diagnostic {
    let diagnostic = Diagnostic::at(code, id.span).arg("genre", genre).arg("nom", nom).arg("id", &id.value);
    let diagnostic = diagnostic.about(&id.value);
    match near {
        Some(near) => diagnostic.arg("proche", near).help("aide-proche"),
        None => diagnostic,
    }
}

/// R22: a flow goes from one actor to another; its service and its tool exist.
pub(super) fn flux(examen: &Examen<'_>) -> Vec<Diagnostic> {
    let Some(diffusion) = diffusion(examen) else { return Vec::new() };
    let mut found = Vec::new();
    let (mut services, mut outils): (Vec<Lieu<'_>>, Vec<Lieu<'_>>) = (Vec::new(), Vec::new());
    for (flux, numero) in diffusion.flux.iter().zip(1..) {
        let numero: u32 = numero;
        if flux.de.value == flux.vers.value {
            let diagnostic = Diagnostic::at(Code::FlowToItself, flux.vers.span).arg("numero", numero);
            found.push(
                diagnostic.arg("id", &flux.de.value).about(&flux.de.value).related(flux.de.span, "depart"),
            );
        }
        services.push(("flux", numero.to_string(), &flux.service));
        outils.extend(flux.outil.as_ref().map(|id| ("flux", numero.to_string(), id)));
    }
    for scenario in &diffusion.scenarios {
        let title = || scenario.titre.value.clone();
        services.extend(scenario.service.as_ref().map(|id| ("scenario", title(), id)));
        let tools = scenario.etapes.iter().filter_map(|etape| etape.outil.as_ref());
        outils.extend(tools.map(|id| ("scenario", title(), id)));
    }
    let known = diffusion.services.iter().map(|service| service.id.value.as_str()).collect();
    found.extend(absent(Code::FlowServiceUnknown, services, &known));
    let known = diffusion.outils.iter().map(|outil| outil.id.value.as_str()).collect();
    found.extend(absent(Code::FlowToolUnknown, outils, &known));
    found
}

/// The names that are none of `known`.
fn absent(code: Code, named: Vec<Lieu<'_>>, known: &BTreeSet<&str>) -> Vec<Diagnostic> {
    let missing = named.into_iter().filter(|(_, _, id)| !known.contains(id.value.as_str()));
    missing.enumerate().map(|(rank, lieu)| unknown(code, &lieu, advice(rank, &lieu.2.value, known))).collect()
}

/// R23: a service is given by someone, to someone.
pub(super) fn services(examen: &Examen<'_>) -> Vec<Diagnostic> {
    let unused = examen.bilan.reseau.services.iter().filter(|bilan| bilan.flux.is_empty());
    let report = |service: &crate::projet::diffusion::Service| {
        let diagnostic = Diagnostic::at(Code::ServiceWithoutFlow, service.id.span);
        diagnostic.arg("service", &service.libelle.value).about(&service.id.value)
    };
    unused.map(|bilan| report(bilan.service)).collect()
}

/// R24: no actor and no tool stands apart.
pub(super) fn isoles(examen: &Examen<'_>) -> Vec<Diagnostic> {
    let Some(diffusion) = diffusion(examen) else { return Vec::new() };
    let report = |acteur: &Acteur| {
        let diagnostic = Diagnostic::at(Code::ActorIsolated, acteur.id.span);
        let diagnostic = diagnostic.arg("acteur", &acteur.nom.value).about(&acteur.id.value);
        diagnostic.related(start(diffusion.span), "graphe")
    };
    let mut found: Vec<Diagnostic> = graphe::isoles(examen.projet).into_iter().map(report).collect();
    let unused = examen.bilan.reseau.outils.iter().filter(|(_, flux)| flux.is_empty());
    found.extend(unused.map(|(outil, _)| {
        let diagnostic = Diagnostic::at(Code::ToolIsolated, outil.id.span);
        diagnostic.arg("outil", &outil.nom.value).about(&outil.id.value)
    }));
    found
}

/// R25: nothing depends on one actor alone, and nobody has more to give than hours.
pub(super) fn blocages(examen: &Examen<'_>) -> Vec<Diagnostic> {
    let reseau = &examen.bilan.reseau;
    let mut found = Vec::new();
    for blocage in &reseau.blocages {
        let Some(sommet) = reseau.sommets.get(blocage.sommet) else { continue };
        let acteur = sommet.acteur;
        let at = |code: Code| {
            Diagnostic::at(code, acteur.id.span).arg("acteur", &acteur.nom.value).about(&acteur.id.value)
        };
        for bilan in blocage.seul_pour.iter().filter_map(|place| reseau.services.get(*place)) {
            let diagnostic = at(Code::SoleProvider).arg("service", &bilan.service.libelle.value);
            let diagnostic = diagnostic.arg("prives", noms(reseau, &bilan.beneficiaires));
            found.push(diagnostic.about(&bilan.service.id.value).related(bilan.service.id.span, "service"));
        }
        if !blocage.coupes.is_empty() {
            let diagnostic = at(Code::CutPoint);
            found.push(diagnostic.arg("coupes", noms(reseau, &blocage.coupes)));
        }
        if let Some((heures, disponibles)) = blocage.surcharge {
            let hours = |hours: f64| format!("{hours:.1}").replace('.', ",").replace(",0", "");
            let diagnostic = at(Code::LoadExcessive).arg("heures", hours(heures));
            let diagnostic = diagnostic.arg("disponibles", hours(disponibles));
            let place = acteur.heures_disponibles.as_ref().map(|available| start(available.span));
            found.push(match place {
                Some(place) => diagnostic.related(place, "disponibilite"),
                None => diagnostic,
            });
        }
    }
    found
}

/// R26: each kind of end user receives some support.
pub(super) fn soutien(examen: &Examen<'_>) -> Vec<Diagnostic> {
    let reseau = &examen.bilan.reseau;
    let supported = |rang: usize| {
        let received = reseau.liens.iter().filter(|lien| lien.vers == rang).filter_map(|lien| lien.service);
        received.into_iter().any(|service| {
            use NatureService::{SoutienPedagogique, SoutienTechnique, Tutorat};
            [SoutienPedagogique, SoutienTechnique, Tutorat].contains(&service.nature.value)
        })
    };
    let mut found = Vec::new();
    for (rang, sommet) in reseau.sommets.iter().enumerate() {
        if usager(examen, sommet.acteur) && !supported(rang) {
            let diagnostic = Diagnostic::at(Code::UserWithoutSupport, sommet.acteur.id.span);
            let diagnostic = diagnostic.arg("acteur", &sommet.acteur.nom.value);
            found.push(diagnostic.about(&sommet.acteur.id.value));
        }
    }
    found
}

/// A pupil, a teacher, a parent, the head of a school.
fn usager(examen: &Examen<'_>, acteur: &Acteur) -> bool {
    let of_a_school = || {
        let own = |organisation: &&crate::projet::organisations::Organisation| {
            organisation.id.value == acteur.organisation.value
        };
        let organisation = examen.projet.organisations.iter().find(own);
        organisation.is_some_and(|found| found.r#type.value == TypeOrganisation::Etablissement)
    };
    match acteur.r#type.as_ref().map(|kind| kind.value) {
        Some(TypeActeur::Apprenant | TypeActeur::Enseignant | TypeActeur::Parent) => true,
        Some(TypeActeur::Gestionnaire | TypeActeur::Administrateur) => of_a_school(),
        _ => false,
    }
}

/// R27: two actors between whom something goes have a means in common.
pub(super) fn moyens(examen: &Examen<'_>) -> Vec<Diagnostic> {
    let reseau = &examen.bilan.reseau;
    let mut found = Vec::new();
    for lien in &reseau.liens {
        let (Some(de), Some(vers)) = (reseau.sommets.get(lien.de), reseau.sommets.get(lien.vers)) else {
            continue;
        };
        let (de, vers) = (de.acteur, vers.acteur);
        let common = de
            .moyens_communication
            .iter()
            .any(|moyen| vers.moyens_communication.iter().any(|other| other.value == moyen.value));
        // An actor without any means is R21.
        let said = !de.moyens_communication.is_empty() && !vers.moyens_communication.is_empty();
        if said && !common {
            let diagnostic =
                Diagnostic::at(Code::NoCommonMeans, lien.flux.de.span).arg("numero", lien.numero);
            let diagnostic = diagnostic.arg("de", &de.nom.value).arg("vers", &vers.nom.value);
            let diagnostic = diagnostic.about(&de.id.value).about(&vers.id.value);
            found.push(diagnostic.related(de.id.span, "depart").related(vers.id.span, "arrivee"));
        }
    }
    found
}

/// R28: what is made serves, and what serves is made or was acquired.
pub(super) fn ressources(examen: &Examen<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for one in circulations(examen.projet) {
        let code = match (one.sans_usage(), one.sans_origine()) {
            (true, _) => Code::ResourceNeverUsed,
            (_, true) => Code::ResourceNeverMade,
            _ => continue,
        };
        let id = &one.ressource.id;
        let diagnostic = Diagnostic::at(code, id.span).arg("ressource", &one.ressource.nom.value);
        found.push(diagnostic.about(&id.value));
    }
    found
}

/// R29: a critical flow is shown at work.
pub(super) fn scenarios(examen: &Examen<'_>) -> Vec<Diagnostic> {
    let Some(diffusion) = diffusion(examen) else { return Vec::new() };
    let mut found = Vec::new();
    for bilan in &examen.bilan.reseau.services {
        let id = &bilan.service.id.value;
        let mut shown = diffusion.scenarios.iter().filter_map(|scenario| scenario.service.as_ref());
        if critique(bilan.service) && !bilan.flux.is_empty() && !shown.any(|service| service.value == *id) {
            let numbers: Vec<String> = bilan.flux.iter().map(u32::to_string).collect();
            let diagnostic = Diagnostic::at(Code::CriticalFlowWithoutScenario, bilan.service.id.span);
            let diagnostic = diagnostic.arg("service", &bilan.service.libelle.value);
            let diagnostic = diagnostic.arg("numeros", numbers.join(", "));
            found.push(diagnostic.about(id));
        }
    }
    found
}
