# Mots des documents officiels, en français de France.

document-ed-i-1 = Rapport de contexte

# Courant de la page
ne-vaut-pas-decision = ne vaut pas décision
neant = Néant
non-renseigne = non renseigné
colonnes-omises = Non renseigné
source = Source
tableau = Tableau
figure = Figure
rubrique = Rubrique
oui = oui
non = non

# Mots de plusieurs documents
acteur = Acteur
activite = Activité
outil = Outil
effectif = Effectif
apprenants = Apprenants
moment = Moment
responsable = Responsable
niveau = Niveau
canal-telephone = téléphone
public = Public
indicateur = Indicateur
en-ligne = en ligne
nature = Nature

# Couverture
reference = Référence
version-titre = Version
date = Date
edition = Édition
edition-interne = interne
edition-consultation = consultation
edition-publique = publique
phrase-projet = Document de travail soumis au comité de pilotage ; il ne vaut pas décision.
phrase-definitif = Document définitif, approuvé par les signataires du cartouche.

# Cartouche
cartouche = Cartouche
visas = Visas
role = Rôle
role-redacteur = Rédaction
role-verificateur = Vérification
role-approbateur = Approbation
nom = Nom
fonction = Fonction
visa = Visa
visa-recu = Visa reçu
a-recueillir = À recueillir
a-signer = À signer
a-designer = À désigner
diffusion = Diffusion
destinataire = Destinataire
historique = Versions
numero = N°
objet = Objet

# L’essentiel
essentiel = L’essentiel
repartition = Répartition par vague
vague = Vague et ouverture
ecoles = Écoles
classes = Classes
eleves = Élèves
enseignants = Enseignants
part-eleves = Part des élèves
total = Total
decisions-attendues = Décisions attendues
decision = Décision
avis = Avis
qui-decide = Qui décide
avant-le = Avant le
a-planifier = À planifier
aucune-decision = Aucune décision n’est demandée au lecteur.

# Sommaire
sommaire = Sommaire
liste-tableaux = Tableaux
liste-figures = Figures

# Sections
objet-et-perimetre = Objet et périmètre
cadre-de-formation = Cadre de formation
organisation = Organisation
infrastructure = Infrastructure technologique
equipements = Équipements
connexions = Connexions
plateformes = Plateformes
projets-et-cours-connexes = Projets et cours connexes
ressources-et-services = Ressources et services mobilisables
enquetes-et-entretiens = Enquêtes et entretiens
synthese = Synthèse
besoins = Besoins
contraintes = Contraintes
opportunites = Opportunités
consequences = Conséquences pour la suite

# Légendes des tableaux
tableau-cadre = Cadre et modalités de formation
tableau-organisation = Organisations engagées dans le projet
tableau-equipements = Équipements par école et par vague
tableau-connexions = Débit mesuré et travaux prévus, par école
tableau-plateformes = Plateformes déjà utilisées dans les écoles
tableau-projets = Projets et cours connexes, et leur influence
tableau-ressources = Ressources et services déjà présents
tableau-enquetes = Enquêtes menées et taux de réponse
tableau-constats = Constats tirés des enquêtes
tableau-besoins = Besoins recensés et documents qui les traitent
tableau-contraintes = Contraintes recensées et documents qui les traitent
tableau-opportunites = Opportunités à saisir

# Cadre et organisation
cadre = Cadre
cadre-institutionnel = institutionnel
cadre-individuel = individuel
modalites = Modalités
modalite-presentiel = présentiel
modalite-distance = à distance
modalite-hybride = hybride
type-organisation = Type d’organisation
contexte-ecole = école
contexte-universite = université
contexte-entreprise = entreprise
contexte-organisme_communautaire = organisme communautaire
contexte-collectivite = collectivité
contexte-centre_services_scolaire = centre de services scolaire
contexte-autre = autre
organisation-porteur = Porteur
organisation-education_nationale = Éducation nationale
organisation-fournisseur = Fournisseur
organisation-etablissement = Établissement
organisation-famille = Familles
organisation-partenaire = Partenaire

# Infrastructure
ecole = École
commune = Commune
postes = Postes
tablettes = Tablettes
tni = TNI
eleves-par-appareil = Élèves par appareil
wifi = Wi-Fi
wifi-aucun = aucun
wifi-partiel = partiel
wifi-complet = complet
ensemble = Ensemble des écoles
debit = Débit (Mbit/s)
au-regard-du-seuil = Au regard du seuil
suffisant = suffisant
sous-le-seuil = sous le seuil
date-mesure = Mesuré le
travaux = Travaux
aucuns-travaux = aucun
plateforme = Plateforme
aucune-plateforme = Aucune
ecoles-concernees = Écoles concernées

# Projets, ressources, enquêtes
projet = Projet
porteur = Porteur
periode = Période
influence = Influence
influence-favorable = favorable
influence-neutre = neutre
influence-contraignante = contraignante
ressource = Ressource
type = Type
ressource-bibliotheque_numerique = bibliothèque numérique
ressource-soutien_technique = soutien technique
ressource-soutien_pedagogique = soutien pédagogique
ressource-autre = autre
detenteur = Détenteur
mobilisable = Mobilisable
groupe = Groupe
groupe-gestionnaires = Gestionnaires
groupe-enseignants = Enseignants
groupe-apprenants = Apprenants
groupe-parents = Parents
methode = Méthode
methode-entretien = entretien
methode-questionnaire = questionnaire
sollicites = Sollicités
repondants = Répondants
taux = Taux
constats = Constats

# Synthèse
besoin = Besoin
contrainte = Contrainte
opportunite = Opportunité
gravite = Gravité
gravite-1 = faible
gravite-2 = moyenne
gravite-3 = forte
traite-par = Traité par
non-traite = non traité
nature-technique = Technique
nature-humain = Humain
nature-logistique = Logistique
nature-institutionnel = Institutionnel
nature-local = Local
nature-culturel = Culturel

# Annexes
glossaire = Glossaire
sigle = Sigle
sens = Sens
registre = Registre des contrôles
controle-a-l-export = Contrôlé à l’export
regle = Règle
constat = Constat
lieu = Lieu
gravite-erreur = Erreur
gravite-avertissement = Avertissement
gravite-note = Note
derogations = Dérogations
motif = Motif
tracabilite = Traçabilité
section = Section
source-titre = Origine
empreinte = Empreinte SHA-256

# Phrases que les données complètent
lisiere-phrase = Un arbre par école ; plus l’effectif est grand, plus il est haut. { $essences }.
lisiere-alt = Une ligne de { $nombre } arbres, un par école, dans l’ordre des vagues : { $groupes }. La hauteur suit l’effectif.
lisiere-groupe = { $nom } ({ $essence })
lisiere-essence-0 = rond
lisiere-essence-1 = peuplier
lisiere-essence-2 = sapin
sans-vague = Sans vague à ce jour
vague-titre = { $nom }, ouverture le { $date }
vague-sous-total = { $nom } : { $nombre ->
    [1] 1 école
   *[autres] { $nombre } écoles
}
total-ecoles = { $nombre ->
    [1] 1 école
   *[autres] { $nombre } écoles
}, { $communes ->
    [1] 1 commune
   *[autres] { $communes } communes
}
total-wifi = { $nombre ->
    [0] aucun complet
    [1] 1 complet
   *[autres] { $nombre } complets
}
total-debit-inconnu = Aucun débit relevé
total-debit = { $nombre ->
    [0] Aucune école sous le seuil de { $seuil } Mbit/s
    [1] 1 école sous le seuil de { $seuil } Mbit/s
   *[autres] { $nombre } écoles sous le seuil de { $seuil } Mbit/s
}
pourcentage = { $nombre } %
surtitre = Élément de documentation { $numero }
titre-complet = ED { $numero }, { $titre }, { $projet }
cartouche-document = Document
cartouche-identite = { $titre }, version { $version } du { $date }
cartouche-reference = Référence
cartouche-perimetre = Périmètre
cartouche-marche = Marché
cartouche-marche-texte = { $reference }, du { $debut } au { $fin }
cartouche-statut = Statut
statut-brouillon = Projet
statut-relu = Projet relu
statut-valide = Validé
statut-definitif = Définitif
graphe-debits = Débit descendant par école, en Mbit/s
graphe-debits-vague = Débit descendant par école, en Mbit/s : { $nom }
graphe-debits-alt = Diagramme en barres du débit de { $nombre } écoles, par vague. { $vagues }. Seuil : { $seuil } Mbit/s ; { $sous ->
    [0] aucune école
    [1] 1 école
   *[autres] { $sous } écoles
} au-dessous.
graphe-debits-alt-vague = { $nom } : de { $min } à { $max } Mbit/s
seuil-debit = Seuil : { $nombre } Mbit/s
chiffre-ecoles = { $communes ->
    [1] 1 commune
   *[autres] { $communes } communes
}{ $vagues ->
    [0] {""}
    [1] , 1 vague
   *[autres] , { $vagues } vagues
}
chiffre-ecoles-unite = { $nombre ->
    [1] école
   *[autres] écoles
}
chiffre-eleves = { $classes ->
    [inconnu] dans le périmètre
    [1] dans 1 classe
   *[autres] dans { $classes } classes
}
chiffre-eleves-unite = { $nombre ->
    [0] élève
    [1] élève
   *[autres] élèves
}
chiffre-debit = sous le seuil de { $seuil } Mbit/s
chiffre-debit-unite = { $nombre ->
    [0] école
    [1] école
   *[autres] écoles
}
chiffre-enseignants = à former et à accompagner
chiffre-enseignants-unite = { $nombre ->
    [0] enseignant
    [1] enseignant
   *[autres] enseignants
}
chiffre-appareils = pour un poste ou une tablette
chiffre-appareils-unite = { $nombre ->
    [0] élève
    [1] élève
   *[autres] élèves
}
chiffre-reponses = des personnes sollicitées ont répondu aux enquêtes
chiffre-reponses-unite = %
chiffre-besoins = besoins et contraintes recensés, { $sans ->
    [0] tous traités
   *[autres] dont { $sans } sans réponse à ce jour
}
registre-constat = { $constat }
registre-bilan = { $regles } règles : { $erreurs ->
    [0] aucune erreur
    [1] 1 erreur
   *[autres] { $erreurs } erreurs
}, { $avertissements ->
    [0] aucun avertissement
    [1] 1 avertissement
   *[autres] { $avertissements } avertissements
}, { $notes ->
    [0] aucune note
    [1] 1 note
   *[autres] { $notes } notes
}. Ce qui tient au fichier lui-même est contrôlé à l’export.
tracabilite-donnees = Données
periode-enquete = du { $debut } au { $fin }
source-etablissements = établissements du projet, au { $date }
source-mesures = mesures relevées dans les écoles, au { $date }
source-enquetes = enquêtes du projet ; seuil de lecture : { $seuil } % de réponses
source-releve = relevé du projet, version { $version }

# Renvois aux documents du dossier
renvoi-ed-i-1 = ED I-1
renvoi-ed-i-2 = ED I-2
renvoi-ed-i-3 = ED I-3
renvoi-ed-i-4 = ED I-4
renvoi-ed-i-5 = ED I-5
renvoi-ed-i-6 = ED I-6
renvoi-plan-formation = Plan de formation
renvoi-schema-deploiement = Schéma de déploiement
renvoi-plan-changement = Plan de conduite du changement
renvoi-matrice = Matrice thématique
renvoi-fiches = Fiches pratiques
renvoi-kit = Kit de communication
renvoi-section = { $document }, { $numero } { $titre }
renvoi-a-venir = { $document }, section « { $section } »
renvoi-element = { $nom } ({ $document })
renvoi-court-ed-i-1 = I-1
renvoi-court-ed-i-2 = I-2
renvoi-court-ed-i-3 = I-3
renvoi-court-ed-i-4 = I-4
renvoi-court-ed-i-5 = I-5
renvoi-court-ed-i-6 = I-6
renvoi-court-plan-formation = PF
renvoi-court-schema-deploiement = SD
renvoi-court-plan-changement = CC
renvoi-court-matrice = MT
renvoi-court-fiches = FP
renvoi-court-kit = KC
renvoi-long-ed-i-1 = I-1 : Rapport de contexte
renvoi-long-ed-i-2 = I-2 : Orientations de l’implantation
renvoi-long-ed-i-3 = I-3 : Modèle de diffusion
renvoi-long-ed-i-4 = I-4 : Acteurs et rôles
renvoi-long-ed-i-5 = I-5 : Plan d’implantation pédagogique
renvoi-long-ed-i-6 = I-6 : Plan d’implantation matérielle
renvoi-long-plan-formation = PF : Plan de formation
renvoi-long-schema-deploiement = SD : Schéma de déploiement
renvoi-long-plan-changement = CC : Plan de conduite du changement
renvoi-long-matrice = MT : Matrice thématique
renvoi-long-fiches = FP : Fiches pratiques
renvoi-long-kit = KC : Kit de communication
reponse-entiere = oui
reponse-sections = § { $sections }
tableau-reponses = Documents et sections qui traitent chaque besoin et chaque contrainte
besoin-ou-contrainte = Besoin ou contrainte
sans-reponse-a-ce-jour = Sans réponse à ce jour
reponse-lecture = « oui » : le document entier.
lecture-sections = « § » : ses sections.

# Règles
regle-R01 = Les identifiants sont uniques ; chaque renvoi mène à quelque chose
regle-R02 = Chaque clé, chaque mot et chaque valeur sont admis
regle-R03 = Chaque section demandée a des données ou un texte
regle-R04 = Chaque note est rattachée à une section
regle-R05 = Chaque lien mène à une note du coffre
regle-R06 = Les titres ne sautent pas de niveau
regle-R07 = Le cadre et les modalités de formation sont dits
regle-R08 = Le type d’organisation est dit
regle-R09 = L’infrastructure de chaque école est décrite, et mesurée peu avant la phase I
regle-R10 = Les gestionnaires, les enseignants et les apprenants sont consultés, et répondent
regle-R11 = Chaque besoin, chaque contrainte a une réponse
regle-R12 = Chaque ressource mobilisable est reprise, ou son abandon motivé
regle-R20 = Chaque acteur du graphe a sa fiche
regle-R22 = Chaque flux va d’un acteur à un autre, par un service et un outil déclarés
regle-R23 = Chaque service est rendu et reçu
regle-R24 = Aucun acteur, aucun outil n’est isolé
regle-R25 = Rien ne dépend d’un seul acteur ; nul n’a plus à faire que d’heures
regle-R26 = Chaque usager final reçoit un soutien
regle-R27 = Deux acteurs reliés ont un moyen de communication commun
regle-R28 = Ce qui est produit sert ; ce qui sert est produit ou acquis
regle-R29 = Chaque flux critique a un scénario d’usage
regle-R31 = Chaque compétence visée a une activité et une évaluation
regle-R32 = Chaque public d’apprenants a une inscription complète, close avant l’ouverture
regle-R33 = Chaque apprenant est dans un groupe, chaque groupe a un facilitateur
regle-R34 = Chaque facilitateur est formé avant l’ouverture de sa vague
regle-R35 = Chaque évaluation a des critères, un outil et une rétroaction
regle-R36 = L’accès, l’hébergement, la maintenance et la sécurité ont des exigences complètes
regle-R37 = Les échéances requises à l’ouverture la précèdent
regle-R38 = Chaque public a un canal de soutien, avec des horaires et un délai
regle-R39 = Chaque indicateur de qualité est complet
regle-R40 = Chaque pièce du plan de diffusion a un public, une quantité, une date et un canal
regle-R41 = La protection des données nomme ceux qui en répondent, selon la loi du lieu
regle-R58 = Chaque école est dans une seule vague
regle-R59 = Les vagues et leurs phases se suivent
regle-R60 = Chaque vague ouvre dans son année scolaire
regle-R79 = Chaque caractère a une police
regle-R80 = Chaque fiche a ses rubriques
regle-R88 = Hors de l’édition interne, aucun texte ne donne de prix, de notation ni de contact
regle-R93 = Les codes UAI et SIRET sont valables
regle-R94 = Les fichiers ont un nom conforme et une taille admise
regle-R95 = Le statut et la version sont cohérents

# Mots des données, là où une note en cite un
mot-elementaire = élémentaire
mot-education_nationale = Éducation nationale
mot-redacteur = rédacteur
mot-verificateur = vérificateur
mot-bibliotheque_numerique = bibliothèque numérique
