# Mots de l’ED I-3, Modèle de diffusion, en français de France.

document-ed-i-3 = Modèle de diffusion

# Sections
lecture-du-graphe = Lecture du graphe
graphe-de-diffusion = Graphe de diffusion
table-des-flux = Table équivalente des flux
outils-et-plateformes = Outils et plateformes
catalogue-des-services = Catalogue des services
scenarios-d-usage = Scénarios d’usage
points-de-blocage = Points de blocage et besoins de soutien

# Acteurs
acteur-enseignant = enseignant
acteur-apprenant = apprenant
acteur-tuteur = tuteur
acteur-administrateur = administrateur
acteur-technicien = technicien
acteur-gestionnaire = gestionnaire
acteur-formateur = formateur
acteur-parent = parent
acteur-partenaire = partenaire

# Natures des services, et ce que les lignes du graphe en disent
service-soutien_technique = Soutien technique
service-soutien_pedagogique = Soutien pédagogique
service-evaluation = Évaluation
service-tutorat = Tutorat
service-formation = Formation
service-administration = Administration
service-information = Information
trait-soutien = Soutien et tutorat
trait-formation = Formation
trait-information = Information et évaluation
trait-administration = Administration

# Outils
outil-lms_ent = environnement numérique
outil-visioconference = visioconférence
outil-forum = forum
outil-messagerie = messagerie
outil-assistance = assistance
outil-autre = autre
canal-messagerie = messagerie
canal-forum = forum
canal-visioconference = visioconférence
canal-reunion = en réunion
canal-affichage = affichage
canal-courrier = courrier
canal-autre = autre canal

# Légendes des tableaux et des figures
tableau-lecture = Ce que chaque acteur reçoit et rend
tableau-flux = Les flux du graphe, dans l’ordre de leurs numéros
tableau-outils = Outils, leur lettre dans le graphe et leurs flux
tableau-services = Services, qui les rend et qui les reçoit
tableau-blocages = Points de blocage : ce qui tient à un seul acteur
tableau-soutiens = Autres besoins de soutien exprimés
graphe-titre = Qui rend quel service à qui : { $acteurs } acteurs, { $flux ->
    [1] 1 flux
   *[autres] { $flux } flux
}, { $outils ->
    [0] aucun outil
    [1] 1 outil
   *[autres] { $outils } outils
}
graphe-titre-part = { $part } : { $acteurs } acteurs, { $flux ->
    [1] 1 flux
   *[autres] { $flux } flux
}, { $outils ->
    [0] aucun outil
    [1] 1 outil
   *[autres] { $outils } outils
}
graphe-part-numeros = { $part }, flux { $de } à { $vers }
graphe-alt = Graphe orienté de { $acteurs } acteurs, placés par organisation, et de { $flux } flux numérotés. { $nombre ->
    [0] Aucun flux n’est critique.
    [1] Un flux est critique : { $critiques }.
   *[autres] { $nombre } flux sont critiques : { $critiques }.
} { $sollicite ->
    [aucun] { "" }
   *[autres] Acteur le plus sollicité : { $sollicite }.
} { $bloquants ->
    [0] Aucun point de blocage.
    [1] Un point de blocage : { $blocages }.
   *[autres] { $bloquants } points de blocage : { $blocages }.
} La table équivalente donne les mêmes flux.
graphe-alt-flux = { $numero }, { $service }, de { $de } vers { $vers }

# Légende du graphe
flux-critique = Flux critique
numero-du-flux = Numéro du flux dans la table
acteur-professionnel = Acteur professionnel
usager-final = Usager final
point-de-blocage = Point de blocage
outils-du-graphe = Outils

# Mots des tableaux
flux-recus = Flux reçus
flux-rendus = Flux rendus
volume-par-mois = Volume par mois
heures-par-mois = Heures demandées
heures-disponibles = Heures disponibles
au-dela = au-delà
de-acteur = De
vers-acteur = Vers
service = Service
critique = critique
outil-ou-canal = Outil ou canal
categorie = Catégorie
operateur = Opérateur
flux = Flux
aucun-flux = aucun
rendu-par = Rendu par
recu-par = Reçu par
personne = personne
declencheur = Déclencheur
service-montre = Service
resultat-attendu = Résultat attendu
pourquoi = Pourquoi
sans-lui = Qui en serait privé
soutien-demande = Soutien demandé
aucun-blocage = Aucun service critique ne tient à un seul acteur, aucun acteur n’est seul à relier les autres, aucune charge ne dépasse les heures disponibles.
acteurs-isoles = Acteurs sans flux
outils-isoles = Outils sans flux
services-isoles = Services que personne ne rend
canal-non-dit = non précisé
blocage-seul = Seul à rendre le service critique « { $service } » (flux { $flux })
blocage-coupure = { $nombre ->
    [1] Seul lien d’un acteur avec les autres
   *[autres] Seul lien de { $nombre } acteurs avec les autres
}
blocage-charge = { $heures } h demandées par mois, { $disponibles } h disponibles

# L’essentiel
chiffre-acteurs-graphe = { $organisations ->
    [1] d’une organisation
   *[autres] de { $organisations } organisations
}
chiffre-acteurs-graphe-unite = { $nombre ->
    [1] acteur
   *[autres] acteurs
}
chiffre-flux-graphe = { $critiques ->
    [0] dont aucun critique
    [1] dont 1 critique
   *[autres] dont { $critiques } critiques
}
chiffre-flux-graphe-unite = flux
chiffre-blocages = { $prives ->
    [0] aucun acteur n’est privé de service par un autre
    [1] dont dépend 1 acteur
   *[autres] dont dépendent { $prives } acteurs
}
chiffre-blocages-unite = { $nombre ->
    [0] point de blocage
    [1] point de blocage
   *[autres] points de blocage
}
chiffre-services = { $critiques ->
    [0] dont aucun critique
    [1] dont 1 critique
   *[autres] dont { $critiques } critiques
}
chiffre-services-unite = { $nombre ->
    [0] service
    [1] service
   *[autres] services
}
chiffre-outils = par lesquels passent les flux
chiffre-outils-unite = { $nombre ->
    [0] outil
    [1] outil
   *[autres] outils
}
chiffre-scenarios = qui montrent les services à l’œuvre
chiffre-scenarios-unite = { $nombre ->
    [0] scénario
    [1] scénario
   *[autres] scénarios
}
chiffre-sollicite = reçus ou rendus par l’acteur le plus sollicité : { $acteur }
chiffre-sollicite-unite = flux
source-diffusion = modèle de diffusion du projet, au { $date }
source-blocages = calcul sur les flux : fournisseurs uniques des services critiques, acteurs dont l’absence coupe le graphe, heures demandées et disponibles
