# Mots de l’ED I-5, Plan d’implantation pédagogique, en français de France.

document-ed-i-5 = Plan d’implantation pédagogique

# Sections
integration-a-la-base-de-connaissances = Intégration à la base de connaissances
inscription = Inscription
groupes-d-apprenants = Groupes d’apprenants
facilitateurs = Facilitateurs
evaluation-des-apprentissages = Évaluation des apprentissages
calendrier-pedagogique = Calendrier pédagogique
inscription-au-projet-d-ecole = Inscription au projet d’école

# Légendes
tableau-competences = Compétences visées
tableau-activites = Activités, compétences servies et services utilisés
tableau-couverture = Couverture des compétences par les activités et les évaluations
tableau-inscriptions = Procédures d’inscription, par public et par vague
tableau-effectifs = Personnes attendues et personnes inscrites
tableau-groupes = Groupes d’apprenants, par critère
tableau-facilitateurs = Rôle et préparation des facilitateurs
tableau-charge = Apprenants par facilitateur
tableau-evaluation = Évaluation des apprentissages, par compétence
figure-calendrier = Inscriptions et rendez-vous pédagogiques, par mois et par vague
tableau-calendrier = Dates du calendrier pédagogique
tableau-projets-ecole = Projets d’école qui portent l’environnement

# Intégration
competence = Compétence
referentiel = Référentiel
niveau-vise = Niveau visé
activites = Activités
competences-servies = Compétences
service-utilise = Service
profil = Profil
nature-usage = Usage
usage-ordinaire = ordinaire
usage-expert = expert
evaluation = Évaluation
couverture = Couverture
couverture-complete = complète
couverture-sans_activite = sans activité
couverture-sans_evaluation = sans évaluation
couverture-sans_rien = sans activité ni évaluation
aucune-activite = aucune activité
aucune-evaluation = aucune évaluation
a-couvrir = Compétences à couvrir

# Inscription
procedure = Procédure
source-des-donnees = Source des données
periode-inscription = Période
attendus = Attendus
inscrits = Inscrits
ecart = Écart
a-venir = à venir
ecart-nul = aucun

# Groupes
critere-profil = Par profil
critere-niveau = Par niveau
critere-specialisation = Par spécialisation
specialisation = Spécialisation
specialisation-clom = cours en ligne ouvert aux masses (CLOM)
specialisation-eia = enseignement individualisé (EIA)
specialisation-aucune = aucune
total-groupes = Total des groupes

# Facilitateurs
facilitateur = Facilitateur
modalites-intervention = Modalités
modules-requis = Modules requis
aucun-module = aucun
nombre-personnes = Personnes
groupes-suivis = Groupes suivis
par-personne = Par personne

# Évaluation
criteres = Critères
retroaction = Rétroaction

# Calendrier
genre-inscription = inscription
genre-evenement = rendez-vous pédagogique
public-ou-objet = Public ou rendez-vous
frise-pour-tous = équipes de la vague
frise-toutes-les-vagues = Toutes les vagues

# Projet d’école
axe = Axe du projet
action = Action
adopte-le = Adopté le
sans-projet = Écoles dont le projet ne le porte pas encore

# Phrases que les données complètent
chiffre-apprenants = à inscrire, en { $vagues ->
    [1] une vague
   *[autres] { $vagues } vagues
}
chiffre-apprenants-unite = { $nombre ->
    [0] apprenant
    [1] apprenant
   *[autres] apprenants
}
chiffre-competences = { $nombre ->
    [1] visée
   *[autres] visées
}, { $couvertes ->
    [tous] { $nombre ->
        [1] avec
       *[autres] toutes avec
    }
    [0] dont aucune n’a
    [1] dont une a
   *[autres] dont { $couvertes } ont
} une activité et une évaluation
chiffre-competences-unite = { $nombre ->
    [0] compétence
    [1] compétence
   *[autres] compétences
}
chiffre-charge = par personne pour { $fonctions ->
    [1] la fonction la plus chargée
   *[autres] les fonctions les plus chargées
} : { $acteurs }
chiffre-charge-unite = { $nombre ->
    [0] apprenant
    [1] apprenant
   *[autres] apprenants
}
chiffre-activites = { $nombre ->
    [1] prévue
   *[autres] prévues
} avec les services de l’environnement
chiffre-activites-unite = { $nombre ->
    [0] activité
    [1] activité
   *[autres] activités
}
chiffre-inscriptions = { $complets ->
    [tous] { $nombre ->
        [1] datée
       *[autres] datées
    }, avec un responsable et une source
    [0] sans que la date, le responsable et la source soient tous connus
    [1] dont une est datée, avec un responsable et une source
   *[autres] dont { $complets } sont datées, avec un responsable et une source
}
chiffre-inscriptions-unite = { $nombre ->
    [0] inscription
    [1] inscription
   *[autres] inscriptions
}
chiffre-groupes = d’apprenants, { $complets ->
    [tous] { $nombre ->
        [1] avec ses facilitateurs
       *[autres] chacun avec ses facilitateurs
    }
    [0] sans facilitateur
    [1] dont un a des facilitateurs
   *[autres] dont { $complets } ont des facilitateurs
}
chiffre-groupes-unite = { $nombre ->
    [0] groupe
    [1] groupe
   *[autres] groupes
}
bilan-couverture = { $couvertes ->
    [0] Aucune compétence
    [1] 1 compétence
   *[autres] { $couvertes } compétences
} sur { $nombre } { $couvertes ->
    [0] n’a
    [1] a
   *[autres] ont
} une activité et une évaluation.
bilan-projets = { $inscrites ->
    [0] Aucune école
    [1] 1 école
   *[autres] { $inscrites } écoles
} sur { $nombre } { $inscrites ->
    [0] n’a
    [1] a
   *[autres] ont
} inscrit l’environnement dans le projet d’école.
groupes-attendus = { $nombre } apprenants attendus
ecart-manque = { $nombre } à inscrire
ecart-surplus = { $nombre } de plus
source-plan-pedagogique = plan d’implantation pédagogique, version { $version }
source-effectifs = effectifs des profils dans les écoles de chaque vague
source-effectifs-profils = effectifs des profils du projet
source-charge = groupes du plan ; un apprenant compte une fois, pour le critère qui en réunit le plus
