# Mots de l’ED I-6, Plan d’implantation matérielle, en français de France.

document-ed-i-6 = Plan d’implantation matérielle

# Sections
gestion-technique = Gestion technique
soutien-technique = Soutien technique
ressources-numeriques = Ressources numériques
gestion-de-la-qualite = Gestion de la qualité
protection-des-donnees = Protection des données
diffusion-du-materiel-promotionnel = Diffusion du matériel promotionnel
echeancier-et-moyens = Échéancier et moyens
budget = Budget

# Légendes
tableau-technique = Responsabilités techniques, par domaine
tableau-soutien = Canaux de soutien, du plus proche au plus spécialisé
tableau-couverture-soutien = Canaux ouverts à chaque public, par niveau
tableau-demandes = Demandes de soutien attendues, par vague
tableau-ressources-numeriques = Ressources numériques et leur entretien
tableau-qualite = Indicateurs de qualité, cibles et seuils d’alerte
tableau-actions = Suivi des indicateurs et actions correctives
tableau-de-bord = Tableau de bord de la qualité, à tenir pour chaque année scolaire
tableau-disponibilite = Disponibilité promise et arrêt admis
tableau-donnees-fr = Traitement des données personnelles
tableau-donnees-qc = Traitement des renseignements personnels
tableau-durees = Durées de conservation
tableau-promotion = Plan de diffusion et quantités à imprimer
figure-echeancier = Échéances techniques et diffusion, par mois
tableau-echeancier = Dates de l’échéancier
tableau-moyens = Moyens de chaque responsable
tableau-budget-lignes-fr = Lignes du budget, en euros hors taxes
tableau-budget-lignes-qc = Lignes du budget, en dollars avant taxes
tableau-budget-annees-fr = Dépense par année scolaire et cumul, en euros hors taxes
tableau-budget-annees-qc = Dépense par année scolaire et cumul, en dollars avant taxes
tableau-budget-financeurs-fr = Part de chaque financeur, en euros hors taxes
tableau-budget-financeurs-qc = Part de chaque financeur, en dollars avant taxes

# Gestion technique
domaine-acces = Accès
domaine-hebergement = Hébergement
domaine-maintenance = Maintenance
domaine-securite = Sécurité
exigence = Exigence
echeance = Échéance
moyens-prevus = Ressources
requise-a-l-ouverture = requise à l’ouverture
aucune-exigence = aucune exigence

# Soutien technique
canal = Canal
canal-helpdesk = guichet d’assistance
canal-tutoriel = tutoriel
canal-guide = guide
canal-referent = référent
assure-par = Assuré par
publics = Publics
horaires = Horaires
prise-en-charge = Prise en charge
aucun-canal = aucun canal
sans-soutien = Publics sans canal de soutien
responsables = Responsables
utilisateurs = Utilisateurs
demandes-par-mois = Demandes par mois
demandes-cumulees = Cumul par mois
heures-cumulees = Heures par mois

# Ressources numériques
ressource-numerique = Ressource
ressource-base_donnees = base de données
ressource-contenu = contenu
ressource-multimedia = multimédia
ressource-outil_collaboration = outil de collaboration
volume = Volume
licence = Licence
entretien = Mise à jour

# Qualité
cible = Cible
seuil-alerte = Seuil d’alerte
frequence = Fréquence
origine = Source
action-corrective = Action corrective
a-relever = à relever
disponibilite = Disponibilité
arret-par-an = Arrêt admis par an
arret-par-mois = Arrêt admis par mois

# Données
responsable-traitement = Responsable de traitement
base-legale = Base
finalites = Finalités
dpd = Délégué à la protection des données
rprp = Responsable de la protection des renseignements personnels
sous-traitants = Sous-traitants
mandataires = Mandataires
organisme-responsable = Organisme responsable
efvp = Évaluation des facteurs relatifs à la vie privée
efvp-faite = faite
efvp-en_cours = en cours
efvp-prevue = prévue
efvp-a_faire = à faire
categorie-donnees = Données
duree-conservation = Durée de conservation

# Diffusion
piece = Pièce
vague-concernee = Vague
quantite = Quantité
quantite-calculee = calculée
toutes-les-vagues = toutes les vagues
total-exemplaires = Exemplaires à imprimer

# Échéancier et moyens
frise-promotion = Diffusion
genre-requise = échéance requise à l’ouverture
genre-echeance = autre échéance
genre-diffusion = diffusion d’une pièce
ouverture-de-vague = ouverture d’une vague
aucune-frise = La période est trop longue pour être dessinée : le tableau qui suit en donne les dates.
domaines = Domaines
exigences = Exigences
niveaux-soutien = Soutien
disponibilite-acteur = Disponibilité

# Budget
objet-depense = Objet
financeur = Financeur
assiette = Assiette
assiette-forfait = forfait
assiette-eleve = par élève
assiette-enseignant = par enseignant
assiette-ecole = par école
assiette-jour = par jour
prix-unitaire = Prix unitaire
frequence-unique = une fois
frequence-annuelle = chaque année
montant = Montant
annee-scolaire = Année scolaire
cumul = Cumul
non-chiffre = non chiffré
budget-interne = Le budget figure dans l’édition interne de ce document ; il n’est pas communiqué dans celle-ci.

# Phrases que les données complètent
chiffre-pourcentage-unite = %
chiffre-disponibilite = de disponibilité promise, soit au plus { $heures } h d’arrêt par an
chiffre-demandes = de soutien par mois, une fois { $utilisateurs ->
    [1] un utilisateur raccordé
   *[autres] { $utilisateurs } utilisateurs raccordés
}
chiffre-demandes-unite = { $nombre ->
    [0] demande
    [1] demande
   *[autres] demandes
}
chiffre-exemplaires = à imprimer, pour { $pieces ->
    [1] une pièce
   *[autres] { $pieces } pièces
}
chiffre-exemplaires-unite = { $nombre ->
    [0] exemplaire
    [1] exemplaire
   *[autres] exemplaires
}
chiffre-exigences = { $requises ->
    [tous] { $nombre ->
        [1] requise
       *[autres] toutes requises
    }
    [0] dont aucune n’est requise
    [1] dont une est requise
   *[autres] dont { $requises } sont requises
} à l’ouverture
chiffre-exigences-unite = { $nombre ->
    [0] exigence
    [1] exigence
   *[autres] exigences
}
chiffre-indicateurs = { $nombre ->
    [1] suivi
   *[autres] suivis
}, { $seuils ->
    [tous] { $nombre ->
        [1] avec
       *[autres] chacun avec
    }
    [0] dont aucun n’a
    [1] dont un a
   *[autres] dont { $seuils } ont
} un seuil d’alerte
chiffre-indicateurs-unite = { $nombre ->
    [0] indicateur
    [1] indicateur
   *[autres] indicateurs
}
chiffre-budget-fr = hors taxes, sur { $annees ->
    [1] une année scolaire
   *[autres] { $annees } années scolaires
}
chiffre-budget-qc = avant taxes, sur { $annees ->
    [1] une année scolaire
   *[autres] { $annees } années scolaires
}
chiffre-budget-unite-fr = €
chiffre-budget-unite-qc = $
devise-fr = € HT
devise-qc = $ avant taxes
heures-par-an = { $nombre } h
minutes-par-mois = { $nombre } min
hypothese-demandes = Hypothèse : { $taux } { $pluriel ->
    [0] demande
   *[autres] demandes
} par mois pour 100 utilisateurs.
hypothese-demandes-duree = Hypothèse : { $taux } { $pluriel ->
    [0] demande
   *[autres] demandes
} par mois pour 100 utilisateurs, { $minutes } min par demande.
budget-manquantes = { $nombre ->
    [1] Une ligne n’est pas chiffrée
   *[autres] { $nombre } lignes ne sont pas chiffrées
} : aucune somme ne les compte.
moyens-personnes = { $nombre ->
    [1] 1 personne
   *[autres] { $nombre } personnes
}
moyens-niveaux = { $nombre ->
    [1] Niveau { $niveaux }
   *[autres] Niveaux { $niveaux }
}
moyens-etp = { $nombre } ETP
moyens-heures-mois = { $nombre } h par mois
moyens-heures-annee = { $nombre } h par an
frise-alt = Frise du { $debut } au { $fin } : { $nombre } dates en { $groupes ->
    [1] un groupe
   *[autres] { $groupes } groupes
}. { $ouvertures }Le tableau qui suit donne chaque date.
frise-alt-ouvertures = Ouvertures : { $ouvertures }. {""}
source-plan-materiel = plan d’implantation matérielle, version { $version }
source-demandes = comptes des écoles de chaque vague ; le cumul compte les vagues déjà ouvertes
source-demandes-profils = profils d’usagers et de parents ; le cumul compte les vagues déjà ouvertes
source-disponibilite = calcul sur une année de 365 jours de 24 h
source-promotion = plan de diffusion ; une quantité calculée compte les élèves de la vague plus 5 %, arrondis à la dizaine supérieure
source-budget = prix du plan, version { $version } ; chaque vague paie à partir de l’année de son ouverture
