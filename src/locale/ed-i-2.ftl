# Mots de l’ED I-2, Orientations de l’implantation.

document-ed-i-2 = Orientations de l’implantation

# Sections
rappel-du-contexte = Rappel du contexte
modele-de-diffusion = Modèle de diffusion et justification
plateformes-et-medias = Plateformes et médias
acteurs-et-responsabilites = Acteurs et responsabilités
modalites-et-horaires = Modalités et horaires
composition-des-groupes = Composition des groupes
evaluation-des-apprenants = Évaluation des apprenants
evaluation-de-l-ena = Évaluation de l’environnement
accessibilite-et-participation = Accessibilité et participation
decisions = Décisions

# Légendes des tableaux
tableau-rappel = Ce que le contexte fixe
tableau-besoins-traites = Besoins et contraintes auxquels ce document répond
tableau-modele = Modèle de diffusion retenu
tableau-choix = Plateformes examinées et décision
tableau-grille = Grille d’évaluation
tableau-acteurs = Acteurs engagés dans l’implantation
tableau-responsabilites = Activités : qui approuve, qui réalise
tableau-modalites = Modalités et horaires par public
tableau-groupes-types = Composition des groupes d’apprenants
tableau-regles-groupes = Constitution et diversité des groupes
tableau-eval-apprenants = Évaluation des apprenants
tableau-eval-ena = Indicateurs de l’évaluation de l’environnement
tableau-couverture-ena = Couverture de l’évaluation, par dimension et par phase
tableau-decisions = Décisions demandées

# Contexte et modèle
perimetre = Périmètre
enonce = Énoncé
modele = Modèle
modele-centralise = Centralisé
modele-decentralise = Décentralisé
modele-mixte = Mixte
sens-centralise = les services viennent des organisations qui portent le projet
sens-decentralise = les services sont rendus sur place, par les établissements et leurs partenaires
sens-mixte = des services viennent des organisations qui portent le projet, d’autres sont rendus sur place
justification = Justification
services-centraux = Acteurs centraux
services-locaux = Acteurs locaux
aucun-acteur = aucun acteur

# Plateformes
usage = Usage
usage-diffusion = Diffusion
usage-interaction = Interaction
usage-autre = Usage non précisé
choix = Décision
retenue = Retenue
ecartee = Écartée
critere = Critère
poids = Poids
score = Score, sur 5
rang-titre = Rang
sensibilite = Sensibilité aux poids
scores-masques = Les notes et le classement ne figurent pas dans cette édition. Chaque décision est motivée ci-dessous.
non-note = –
precision-grille = Notes de 0 à 5. Score : moyenne des notes, pondérée par les poids.
precision-non-note = – : critère non noté ; la plateforme n’est pas classée.

# Acteurs
type-enseignant = Enseignant
type-apprenant = Apprenant
type-tuteur = Tuteur
type-administrateur = Administrateur
type-technicien = Technicien
type-gestionnaire = Gestionnaire
type-formateur = Formateur
type-parent = Parent
type-partenaire = Partenaire
membres = Membres
approuve = Approuve
realise = Réalise
phase-i-titre = Phase{"\u00A0"}I
phase-ii-titre = Phase{"\u00A0"}II
phase-iii-titre = Phase{"\u00A0"}III
phase-iv-titre = Phase{"\u00A0"}IV
phase-toutes = Toutes les phases
renvoi-raci = La matrice complète, avec les acteurs consultés et informés, est dans l’ED I-4.

# Modalités et groupes
modalite = Modalité
diffusion-en_ligne = En ligne
diffusion-en_presence = En présence
diffusion-hybride = Hybride
horaires-acces = Horaires d’accès
horaires-formation = Horaires de formation
synchrone = en même temps
asynchrone = chacun à son heure
libre = accès libre
groupe-type = Type de groupe
taille = Taille prévue
nombre-groupes = Groupes
taille-moyenne = Taille moyenne
regle-constitution = Règle de constitution
diversite = Diversité

# Évaluations
type-evaluation = Type
eval-formative = Formative
eval-sommative = Sommative
eval-automatisee = Automatisée
instrument = Instrument
dimension = Dimension
dimension-efficacite = Efficacité
dimension-engagement = Engagement
dimension-pertinence = Pertinence
mesure-usages = mesure des usages
trous = À couvrir ou à justifier
aucun-trou = Chaque dimension est évaluée à chaque phase.
sans-phase = Sans phase à ce jour

# Phrases que les données complètent
rappel-perimetre = { $ecoles ->
    [1] 1 école
   *[autres] { $ecoles } écoles
}, { $eleves } élèves{ $enseignants ->
    [inconnu] {""}
   *[autres] , { $enseignants } enseignants
}
grille-lecture = { $nombre ->
    [1] { $premier } arrive en tête avec { $score } sur 5 ; écart avec la plateforme suivante :{"\u00A0"}{ $avance }.
   *[autres] Premières à égalité avec { $score } sur 5 : { $premier }.
}
rang = { $rang ->
    [1] 1er
   *[autres] { $rang }e
}{ $egaux ->
    [1] {" "}ex æquo
   *[autres] {""}
}
sensibilite-bilan = { $nombre ->
    [0] Déplacer le poids d’un critère de dix points, les autres gardant leurs proportions, ne change aucune première place.
    [1] Déplacer le poids d’un critère de dix points, les autres gardant leurs proportions, change la première place dans un cas :
   *[autres] Déplacer le poids d’un critère de dix points, les autres gardant leurs proportions, change la première place dans { $nombre } cas :
}
sensibilite-bascule = { $critere }, de { $de } à { $vers } % : { $premier } { $gagne ->
    [1] passe en tête
   *[autres] reste en tête, sans égalité
}
groupes-perimetre = { $juste ->
    [1] Les groupes réunissent les { $attendu } apprenants du périmètre.
   *[autres] Les groupes réunissent { $effectif } apprenants ; le périmètre en compte { $attendu }.
}
taille-bornes = { $min } à { $max }
taille-min = { $min } au moins
taille-max = { $max } au plus
couverture-case = { $nombre ->
    [0] aucun
    [1] 1 indicateur
   *[autres] { $nombre } indicateurs
}
couverture-bilan = { $remplies } cases sur { $attendues } sont couvertes.
couverture-trou-efficacite = efficacité en phase{"\u00A0"}{ $phase }
couverture-trou-engagement = engagement en phase{"\u00A0"}{ $phase }
couverture-trou-pertinence = pertinence en phase{"\u00A0"}{ $phase }
source-grille = grille d’évaluation du projet, version { $version }
source-raci = matrice RACI du projet, version { $version }
source-orientations = orientations du projet, version { $version }
chiffre-grille = en tête de { $nombre } plateformes comparées, avec { $avance } d’avance
chiffre-grille-unite = sur 5
chiffre-plateformes = { $nombre ->
    [0] aucune plateforme n’est retenue, sur { $examinees } examinées
    [1] plateforme retenue, sur { $examinees } examinées
   *[autres] plateformes retenues, sur { $examinees } examinées
}
chiffre-groupes-types = pour { $effectif } apprenants, soit { $moyenne } en moyenne
chiffre-groupes-types-unite = { $nombre ->
    [1] groupe
   *[autres] groupes
}
chiffre-couverture = cases de l’évaluation couvertes : trois dimensions, quatre phases
chiffre-sensibilite = { $nombre ->
    [0] poids dont un écart de dix points changerait la première place
    [1] poids dont un écart de dix points change la première place
   *[autres] déplacements de poids qui changent la première place
}
chiffre-acteurs-cites = { $organisations ->
    [1] d’une organisation
   *[autres] de { $organisations } organisations
}
chiffre-acteurs-cites-unite = { $nombre ->
    [0] acteur
    [1] acteur
   *[autres] acteurs
}
chiffre-publics = dont les modalités et les horaires sont fixés
chiffre-publics-unite = { $nombre ->
    [1] public
   *[autres] publics
}
chiffre-indicateurs-ena = pour l’environnement ; { $instruments ->
    [0] aucune évaluation prévue pour les apprenants
    [1] 1 évaluation prévue pour les apprenants
   *[autres] { $instruments } évaluations prévues pour les apprenants
}
chiffre-indicateurs-ena-unite = { $nombre ->
    [1] indicateur
   *[autres] indicateurs
}

# Règles
regle-R13 = Le modèle de diffusion est dit, et les services le suivent
regle-R14 = Les plateformes retenues sont les outils du modèle de diffusion
regle-R15 = La grille des plateformes est complète, et le choix la suit ou se justifie
regle-R16 = L’efficacité, l’engagement et la pertinence sont évalués, les apprenants aussi
regle-R17 = Chaque phase a un instrument d’évaluation ; les usages sont mesurés dès la phase III
regle-R18 = Les groupes ont la taille prévue et réunissent tous les apprenants
regle-R19 = Ce qui se fait en même temps a des horaires
