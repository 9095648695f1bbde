//! The figures of the graph: one, or one a kind of service where one picture would hold too many flows.
//!
//! In: the graph of the project. Out: the places of everything, in points, for the theme to draw, the
//! title and the alternative of each figure.

use super::{busiest, letter};
use crate::analyse::graphe::{Lien, Reseau, Sommet};
use crate::documents::Data;
use crate::documents::officiel::{Page, list, map, phrase, plain, word};
use crate::figures::graphe::{self, Arete, Boite, Feuille, Fond, Graphe, Groupe, MM, Noeud, Plan, Point};
use crate::locale::Catalogue;
use crate::parse::metadata::Text;
use crate::projet::acteurs::{Acteur, TypeActeur};
use crate::projet::decode::Texte;
use crate::projet::diffusion::NatureService;
use crate::projet::manifeste::{Juridiction, Papier};
use crate::projet::organisations::TypeOrganisation;

/// The most flows of one picture, where a part of them says something of its own; and at all.
const FLUX: usize = 30;
const PLEIN: usize = 60;
/// The margins of a landscape page, both sides and both ends, and what title, caption and legend take.
const COTES: f64 = 30.0 * MM;
const BOUTS: f64 = 40.0 * MM;
const TITRES: f64 = 54.0 * MM;

/// The look of the line of a flow: services that are read alike are drawn alike.
fn trait_de(nature: Option<NatureService>) -> &'static str {
    use NatureService::{
        Administration, Evaluation, Formation, Information, SoutienPedagogique, SoutienTechnique, Tutorat,
    };
    match nature {
        Some(SoutienTechnique | SoutienPedagogique | Tutorat) => "soutien",
        Some(Formation) => "formation",
        Some(Administration) => "administration",
        Some(Evaluation | Information) | None => "information",
    }
}

/// The looks, in the order of the legend.
const TRAITS: [&str; 4] = ["soutien", "formation", "information", "administration"];

pub(super) fn figures(page: &Page<'_, '_>) -> Data {
    let reseau = &page.material.bilan.reseau;
    let parts = parts(page, reseau.liens.iter().collect());
    let whole = parts.len() == 1;
    list(&parts, |(part, liens)| figure(page, if whole { None } else { part.as_deref() }, liens))
}

/// The flows of each figure, and what they are: all of them, or those that are drawn alike, or those of
/// one nature; of one nature that no picture holds, so many each.
fn parts<'r, 'a>(page: &Page<'_, '_>, all: Vec<&'r Lien<'a>>) -> Vec<(Option<String>, Vec<&'r Lien<'a>>)> {
    if all.len() <= FLUX {
        return if all.is_empty() { Vec::new() } else { vec![(None, all)] };
    }
    let pages = Catalogue::pages(&page.locale);
    let mut parts = Vec::new();
    for look in TRAITS {
        let alike: Vec<&Lien<'_>> =
            all.iter().filter(|lien| trait_de(nature(lien)) == look).copied().collect();
        if alike.len() <= FLUX {
            parts.push((pages.text(&format!("trait-{look}"), None, &[]), alike));
            continue;
        }
        let mut natures: Vec<Option<NatureService>> = alike.iter().map(|lien| nature(lien)).collect();
        natures.sort();
        natures.dedup();
        for own in natures {
            let part: Vec<&Lien<'_>> = alike.iter().filter(|lien| nature(lien) == own).copied().collect();
            let name = own.map_or(format!("trait-{look}"), |own| format!("service-{}", own.mot()));
            let name = pages.text(&name, None, &[]);
            if part.len() <= PLEIN {
                parts.push((name, part));
                continue;
            }
            for some in part.chunks(FLUX) {
                let number = |lien: Option<&&Lien<'_>>| lien.map_or(0, |lien| lien.numero).to_string();
                let args =
                    [("part", name.clone()), ("de", number(some.first())), ("vers", number(some.last()))];
                parts.push((pages.text("graphe-part-numeros", None, &args), some.to_vec()));
            }
        }
    }
    parts.retain(|(_, liens)| !liens.is_empty());
    parts.into_iter().map(|(name, liens)| (Some(name), liens)).collect()
}

/// The sheets that a figure may stand on: the paper of the dossier on its side, then upright, for the
/// few columns of one or two organisations, then twice as large.
fn sheets(page: &Page<'_, '_>) -> [Feuille; 3] {
    let sheet = |width: f64, height: f64| Feuille {
        largeur: width * MM - COTES,
        hauteur: height * MM - BOUTS - TITRES,
    };
    if letter_paper(page) {
        [sheet(279.4, 215.9), sheet(215.9, 279.4), sheet(431.8, 279.4)]
    } else {
        [sheet(297.0, 210.0), sheet(210.0, 297.0), sheet(420.0, 297.0)]
    }
}

fn letter_paper(page: &Page<'_, '_>) -> bool {
    let dossier = &page.material.projet.manifeste.dossier;
    match &dossier.papier {
        Some(papier) => papier.value == Papier::Lettre,
        None => dossier.juridiction.value == Juridiction::Qc,
    }
}

/// A figure of some of the flows. The whole graph shows every actor, a part of it those that it joins.
fn figure(page: &Page<'_, '_>, part: Option<&str>, liens: &[&Lien<'_>]) -> Data {
    let reseau = &page.material.bilan.reseau;
    let shown = |rang: usize| part.is_none() || liens.iter().any(|lien| lien.de == rang || lien.vers == rang);
    let sommets: Vec<usize> = (0..reseau.sommets.len()).filter(|rang| shown(*rang)).collect();
    let graphe = graph(page, &sommets, liens);
    let sheets = sheets(page);
    let plan = graphe::plan(&graphe, &sheets, page.material.fonts);
    let tools = liens.iter().filter_map(|lien| lien.outil).map(|outil| outil.id.value.as_str());
    let tools: std::collections::BTreeSet<&str> = tools.collect();
    let looks: Vec<&str> =
        TRAITS.into_iter().filter(|look| liens.iter().any(|lien| trait_de(nature(lien)) == *look)).collect();
    let args = [
        ("acteurs", sommets.len().to_string()),
        ("flux", liens.len().to_string()),
        ("outils", tools.len().to_string()),
    ];
    let titre = match part {
        None => phrase("graphe-titre", args),
        Some(part) => {
            let [acteurs, flux, outils] = args;
            phrase("graphe-titre-part", [("part", part.to_owned()), acteurs, flux, outils])
        }
    };
    let size = |value: f64| Data::Decimal(value);
    let sheet = plan.feuille.map_or_else(
        || size((plan.largeur + COTES).max(sheets[2].largeur + COTES)),
        |sheet| size(sheets[sheet].largeur + COTES),
    );
    let high = plan.feuille.map_or_else(
        || (plan.hauteur + BOUTS + TITRES).max(sheets[2].hauteur + BOUTS + TITRES),
        |sheet| sheets[sheet].hauteur + BOUTS + TITRES,
    );
    map([
        ("titre", titre),
        ("alt", alternative(page, &sommets, liens)),
        ("page", map([("largeur", sheet), ("hauteur", size(high))])),
        ("largeur", size(plan.largeur)),
        ("hauteur", size(plan.hauteur)),
        ("fonds", list(&plan.fonds, |fond| ground(page, fond))),
        ("noeuds", cards(reseau, &plan)),
        ("aretes", edges(reseau, liens, &plan)),
        ("traits", list(&looks, |look| plain(*look))),
        ("critique", Data::Flag(liens.iter().any(|lien| lien.critique()))),
        ("usagers", Data::Flag(plan.cartes.iter().any(|carte| carte.usager))),
        ("blocages", Data::Flag(plan.cartes.iter().any(|carte| !carte.alerte.is_empty()))),
        ("outils", legend(reseau, &tools)),
    ])
}

fn nature(lien: &Lien<'_>) -> Option<NatureService> {
    lien.service.map(|service| service.nature.value)
}

/// The letters of the tools of a figure.
fn legend(reseau: &Reseau<'_>, tools: &std::collections::BTreeSet<&str>) -> Data {
    let ranked = reseau.outils.iter().enumerate();
    let used: Vec<_> = ranked.filter(|(_, (outil, _))| tools.contains(outil.id.value.as_str())).collect();
    list(&used, |(rang, (outil, _))| {
        map([("lettre", plain(letter(*rang))), ("nom", super::text(&outil.nom))])
    })
}

/// The column of an organisation: who carries the project, who sells, who teaches, the schools, the others.
fn column(kind: Option<TypeOrganisation>) -> usize {
    match kind {
        Some(TypeOrganisation::Porteur) => 0,
        Some(TypeOrganisation::Fournisseur) => 1,
        Some(TypeOrganisation::EducationNationale) => 2,
        Some(TypeOrganisation::Etablissement) => 3,
        Some(TypeOrganisation::Famille | TypeOrganisation::Partenaire) | None => 4,
    }
}

/// What the picture is made of, in the terms of its geometry.
fn graph(page: &Page<'_, '_>, sommets: &[usize], liens: &[&Lien<'_>]) -> Graphe {
    let (projet, reseau) = (page.material.projet, &page.material.bilan.reseau);
    let pages = Catalogue::pages(&page.locale);
    let mut graphe = Graphe::default();
    for sommet in sommets.iter().filter_map(|rang| reseau.sommets.get(*rang)) {
        let acteur = sommet.acteur;
        let own = &acteur.organisation.value;
        let organisation = projet.organisations.iter().find(|organisation| organisation.id.value == *own);
        let kind = organisation.map(|organisation| organisation.r#type.value);
        let nom = organisation.map_or(own, |organisation| &organisation.nom.value);
        // The pupils stand beside their school, with the families.
        let beside = kind == Some(TypeOrganisation::Etablissement) && is(acteur, TypeActeur::Apprenant);
        let id = if beside { format!("{own}/") } else { own.clone() };
        let colonne = if beside { column(None) } else { column(kind) };
        let suite_de = beside.then(|| own.clone());
        if graphe.groupes.iter().all(|groupe| groupe.id != id) {
            graphe.groupes.push(Groupe { id: id.clone(), nom: nom.clone(), colonne, suite_de });
        }
        graphe.noeuds.push(node(pages, reseau, sommet, id));
    }
    let id = |rang: usize| reseau.sommets.get(rang).map(|sommet| sommet.acteur.id.value.clone());
    let edge = |lien: &&Lien<'_>| {
        let (de, vers) = (id(lien.de)?, id(lien.vers)?);
        Some(Arete { numero: lien.numero, de, vers, outil: lien.outil.is_some() })
    };
    graphe.aretes = liens.iter().filter_map(edge).collect();
    graphe
}

fn is(acteur: &Acteur, kind: TypeActeur) -> bool {
    acteur.r#type.as_ref().is_some_and(|own| own.value == kind)
}

fn node(pages: &Catalogue, reseau: &Reseau<'_>, sommet: &Sommet<'_>, groupe: String) -> Noeud {
    let acteur = sommet.acteur;
    let blocks = reseau.blocages.iter().any(|blocage| {
        reseau.sommets.get(blocage.sommet).is_some_and(|other| other.acteur.id.value == acteur.id.value)
    });
    let usager = [TypeActeur::Enseignant, TypeActeur::Apprenant, TypeActeur::Parent];
    let usager = usager.into_iter().any(|kind| is(acteur, kind));
    let kind = acteur.r#type.as_ref().map(|kind| format!("acteur-{}", kind.value.mot()));
    Noeud {
        id: acteur.id.value.clone(),
        nom: acteur.nom.value.clone(),
        precision: kind.map_or_else(String::new, |kind| pages.text(&kind, None, &[])),
        alerte: blocks.then(|| pages.text("point-de-blocage", None, &[])),
        groupe,
        niveau: if is(acteur, TypeActeur::Gestionnaire) { 0 } else { 1 + u8::from(usager) },
        usager,
    }
}

/// A line of a name, with the typography of the document.
fn line(texte: &str, of: &Texte) -> Data {
    Data::Text(Text { text: texte.to_owned(), span: of.span })
}

fn number(name: &'static str, value: f64) -> (&'static str, Data) {
    (name, Data::Decimal(value))
}

fn placed<const N: usize>(boite: &Boite, more: [(&'static str, Data); N]) -> Data {
    let mut values = std::collections::BTreeMap::from([
        number("x", boite.x),
        number("y", boite.y),
        number("largeur", boite.largeur),
        number("hauteur", boite.hauteur),
    ]);
    values.extend(more);
    Data::Map(values)
}

fn ground(page: &Page<'_, '_>, fond: &Fond) -> Data {
    let place = page.material.projet.manifeste.dossier.titre.span;
    let nom = list(&fond.nom, |nom| Data::Text(Text { text: nom.clone(), span: place }));
    placed(&fond.boite, [("nom", nom), ("titre", placed(&fond.titre, []))])
}

fn cards(reseau: &Reseau<'_>, plan: &Plan) -> Data {
    list(&plan.cartes, |carte| {
        let found = reseau.sommets.iter().find(|sommet| sommet.acteur.id.value == carte.id);
        let Some(sommet) = found else { return Data::None };
        placed(
            &carte.boite,
            [
                ("nom", list(&carte.nom, |nom| line(nom, &sommet.acteur.nom))),
                ("precision", list(&carte.precision, |word| plain(word.clone()))),
                ("alerte", list(&carte.alerte, |word| plain(word.clone()))),
                ("usager", Data::Flag(carte.usager)),
                number("rayon", carte.rayon),
            ],
        )
    })
}

fn edges(reseau: &Reseau<'_>, liens: &[&Lien<'_>], plan: &Plan) -> Data {
    list(&plan.traces, |trace| {
        let Some(lien) = liens.iter().find(|lien| lien.numero == trace.numero) else { return Data::None };
        let point = |point: &Point| Data::List(vec![Data::Decimal(point.x), Data::Decimal(point.y)]);
        let rang = lien
            .outil
            .and_then(|used| reseau.outils.iter().position(|(outil, _)| outil.id.value == used.id.value));
        map([
            ("numero", plain(trace.numero.to_string())),
            ("points", list(&trace.points, point)),
            ("pastille", placed(&trace.pastille, [])),
            ("trait", word(trait_de(nature(lien)))),
            ("critique", Data::Flag(lien.critique())),
            ("outil", rang.map_or(Data::None, |rang| plain(letter(rang)))),
        ])
    })
}

/// What the picture says, in words: how much, what is critical, who is asked most, who blocks.
fn alternative(page: &Page<'_, '_>, sommets: &[usize], liens: &[&Lien<'_>]) -> Data {
    let reseau = &page.material.bilan.reseau;
    let pages = Catalogue::pages(&page.locale);
    let name = |rang: usize| reseau.sommets.get(rang).map_or("", |sommet| sommet.acteur.nom.value.as_str());
    let told = |lien: &&&Lien<'_>| {
        let service = lien.service.map_or("", |service| service.libelle.value.as_str());
        let args = [
            ("numero", lien.numero.to_string()),
            ("service", service.to_owned()),
            ("de", name(lien.de).to_owned()),
            ("vers", name(lien.vers).to_owned()),
        ];
        pages.text("graphe-alt-flux", None, &args)
    };
    let critical: Vec<String> = liens.iter().filter(|lien| lien.critique()).map(|lien| told(&lien)).collect();
    let blocking: Vec<&str> = reseau
        .blocages
        .iter()
        .map(|blocage| blocage.sommet)
        .filter(|rang| sommets.contains(rang))
        .map(name)
        .collect();
    let busy = busiest(reseau).filter(|_| liens.len() == reseau.liens.len());
    let args = [
        ("acteurs", sommets.len().to_string()),
        ("flux", liens.len().to_string()),
        ("critiques", critical.join(" ; ")),
        ("nombre", critical.len().to_string()),
        ("sollicite", busy.map_or_else(String::new, |sommet| sommet.acteur.nom.value.clone())),
        ("blocages", blocking.join(", ")),
        ("bloquants", blocking.len().to_string()),
    ];
    phrase("graphe-alt", args)
}
