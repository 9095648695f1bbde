//! The cards of ED I-4: one an actor, five fixed rows, at most four facts in the margin.

use crate::analyse::graphe::{Blocage, Sommet};
use crate::analyse::roles::{Echange, Parts, echanges, produites, utilisees};
use crate::documents::Data;
use crate::documents::officiel::{Page, list, map, phrase, text, word};
use crate::projet::acteurs::{Acteur, Tache, TypeActeur};
use crate::projet::decode::Texte;

/// How many facts the margin of a card holds.
const FAITS: usize = 4;

pub(super) fn cards(page: &Page<'_, '_>) -> Data {
    list(&page.material.projet.acteurs, |acteur| card(page, acteur))
}

fn card(page: &Page<'_, '_>, acteur: &Acteur) -> Data {
    let (fournis, recus) = echanges(page.material.projet, acteur);
    map([
        ("identite", page.identite_acteur(acteur)),
        ("icone", word(icon(acteur))),
        ("faits", facts(page, acteur)),
        ("taches", list(&acteur.taches, |tache| task(page, tache))),
        ("fournis", list(&fournis, |echange| exchange(page, echange))),
        ("recus", list(&recus, |echange| exchange(page, echange))),
        ("utilise", list(utilisees(acteur), |id| resource(page, id))),
        ("produit", list(produites(acteur), |id| resource(page, id))),
        ("moyens", list(&acteur.moyens_communication, |moyen| word(moyen.value.mot()))),
        ("alertes", warnings(page, acteur)),
    ])
}

/// What the drawing shows: one person or several, a tool, a book, a house.
fn icon(acteur: &Acteur) -> &'static str {
    use TypeActeur::*;
    if !acteur.membres.is_empty() {
        return "personnes";
    }
    match acteur.r#type.as_ref().map(|kind| kind.value) {
        Some(Enseignant | Formateur | Tuteur) => "cahier",
        Some(Technicien | Administrateur) => "cle",
        Some(Gestionnaire) => "agenda",
        Some(Parent) => "maison",
        Some(Partenaire) => "bulle",
        Some(Apprenant) | None => "personne",
    }
}

/// What the margin says, where it is known.
fn facts(page: &Page<'_, '_>, acteur: &Acteur) -> Data {
    let fact = |nom: &str, valeur: Data| map([("nom", phrase(nom, [])), ("valeur", valeur)]);
    let mut facts = Vec::new();
    if let Some(effectif) = &acteur.effectif {
        let args = [("nombre", effectif.value.to_string()), ("texte", page.locale.integer(effectif.value))];
        facts.push(fact("fait-effectif", phrase("fait-personnes", args)));
    }
    if let Some(etp) = &acteur.etp {
        facts.push(fact(
            "fait-etp",
            phrase("fait-etp-texte", [("nombre", page.locale.decimal(etp.value, 2))]),
        ));
    }
    let heures = acteur.heures_disponibles.as_ref();
    let hours = |name: &str, hours: f64| phrase(name, [("nombre", page.locale.decimal(hours, 1))]);
    let month =
        heures.and_then(|heures| heures.mois.as_ref()).map(|mois| hours("fait-heures-mois", mois.value));
    let year =
        heures.and_then(|heures| heures.annee.as_ref()).map(|annee| hours("fait-heures-annee", annee.value));
    if let Some(available) = month.or(year) {
        facts.push(fact("fait-disponible", available));
    }
    if let Some(charge) = sommet(page, acteur).and_then(|sommet| sommet.heures) {
        facts.push(fact("fait-charge", hours("fait-heures-mois", charge)));
    }
    facts.extend(raci_fact(page, acteur).map(|text| fact("fait-raci", text)));
    facts.truncate(FAITS);
    Data::List(facts)
}

/// How many activities the actor does and approves.
fn raci_fact(page: &Page<'_, '_>, acteur: &Acteur) -> Option<Data> {
    let raci = page.material.projet.raci.as_ref()?;
    let parts: Vec<Parts> =
        raci.activites.iter().map(|activite| Parts::of(activite, &acteur.id.value)).collect();
    let count = |has: fn(&Parts) -> bool| parts.iter().filter(|parts| has(parts)).count();
    let (realise, approuve) = (count(|parts| parts.realise), count(|parts| parts.approuve));
    let name = match (realise, approuve) {
        (0, 0) => "fait-raci-aucune",
        (_, 0) => "fait-raci-realise",
        (0, _) => "fait-raci-approuve",
        _ => "fait-raci-deux",
    };
    Some(phrase(name, [("realise", realise.to_string()), ("approuve", approuve.to_string())]))
}

/// The actor in the diffusion graph.
fn sommet<'m>(page: &Page<'_, 'm>, acteur: &Acteur) -> Option<&'m Sommet<'m>> {
    page.material.bilan.reseau.sommets.iter().find(|sommet| sommet.acteur.id.value == acteur.id.value)
}

/// Why others depend on the actor alone, or too much, as the graph of ED I-3 tells it.
fn warnings(page: &Page<'_, '_>, acteur: &Acteur) -> Data {
    let reseau = &page.material.bilan.reseau;
    let own = |blocage: &&Blocage| {
        reseau.sommets.get(blocage.sommet).is_some_and(|sommet| sommet.acteur.id.value == acteur.id.value)
    };
    let Some(blocage) = reseau.blocages.iter().find(own) else { return Data::List(Vec::new()) };
    let names = |sommets: &[usize]| {
        let found = sommets.iter().filter_map(|rang| reseau.sommets.get(*rang));
        found.map(|sommet| sommet.acteur.nom.value.as_str()).collect::<Vec<_>>().join(", ")
    };
    let mut told = Vec::new();
    for bilan in blocage.seul_pour.iter().filter_map(|rang| reseau.services.get(*rang)) {
        let args =
            [("service", bilan.service.libelle.value.clone()), ("prives", names(&bilan.beneficiaires))];
        told.push(phrase("alerte-seul", args));
    }
    if !blocage.coupes.is_empty() {
        told.push(phrase("alerte-coupure", [("coupes", names(&blocage.coupes))]));
    }
    if let Some((heures, disponibles)) = blocage.surcharge {
        let args = [
            ("heures", page.locale.decimal(heures, 1)),
            ("disponibles", page.locale.decimal(disponibles, 1)),
        ];
        told.push(phrase("alerte-charge", args));
    }
    Data::List(told)
}

fn task(page: &Page<'_, '_>, tache: &Tache) -> Data {
    let phase = tache.phase.as_ref().map_or(Data::None, |phase| page.titre_phase(Some(phase.value)));
    map([("texte", text(&tache.texte)), ("phase", phase)])
}

/// « Assistance technique : Élève, Parent (flux 3 et 4, critique) ».
fn exchange(page: &Page<'_, '_>, echange: &Echange<'_>) -> Data {
    let diffusion = page.material.projet.diffusion.as_ref();
    let service = diffusion
        .and_then(|diffusion| diffusion.services.iter().find(|own| own.id.value == echange.service.value));
    let critical = service.and_then(|service| service.critique.as_ref()).is_some_and(|flag| flag.value);
    let name = |id: &&Texte| page.acteur(id).map_or(&id.value, |acteur| &acteur.nom.value).clone();
    let others: Vec<String> = echange.autres.iter().map(name).collect();
    let numbers: Vec<String> = echange.flux.iter().map(usize::to_string).collect();
    let args = [
        ("service", service.map_or(&echange.service.value, |service| &service.libelle.value).clone()),
        ("acteurs", others.join(", ")),
        ("numeros", page.enumeration(&numbers)),
        ("critique", u32::from(critical).to_string()),
    ];
    phrase("echange", args)
}

fn resource(page: &Page<'_, '_>, id: &Texte) -> Data {
    let found = page.material.projet.ressources.iter().find(|own| own.id.value == id.value);
    text(found.map_or(id, |ressource| &ressource.nom))
}
