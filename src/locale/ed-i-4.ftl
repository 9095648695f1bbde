# Mots de l’ED I-4, Acteurs et rôles.

document-ed-i-4 = Acteurs et rôles

# Sections
liste-des-acteurs = Liste des acteurs par organisation
fiches-des-acteurs = Fiches par acteur
matrice-des-communications = Matrice des communications
matrice-raci = Matrice RACI
besoins-en-soutien = Besoins en soutien

# Légendes des tableaux
tableau-liste-acteurs = Acteurs par organisation
tableau-communications = Moyens de communication que deux acteurs ont en commun
tableau-raci = Qui réalise, approuve, est consulté, est informé
tableau-soutien-attendu = Soutien attendu par chaque acteur
tableau-circulation = Ressources produites et utilisées
suite = suite

# Fiches
sans-organisation = Sans organisation
taches = Tâches
services-recus = Services reçus
services-fournis = Services fournis
ressources = Ressources
moyens-communication = Communication
utilise = Utilise
produit = Produit
aucun = Aucun
aucune = Aucune
fait-effectif = Effectif
fait-etp = Temps dédié
fait-disponible = Disponible
fait-charge = Charge
fait-raci = Activités
moyen-messagerie = messagerie
moyen-forum = forum
moyen-visioconference = visioconférence
moyen-telephone = téléphone
moyen-reunion = réunion
moyen-affichage = affichage
moyen-courrier = courrier
moyen-autre = autre moyen

# Matrices
lettre-messagerie = M
lettre-forum = F
lettre-visioconference = V
lettre-telephone = T
lettre-reunion = R
lettre-affichage = A
lettre-courrier = C
lettre-autre = X
en-gras = en gras, deux acteurs qu’un service relie
soi-meme = l’acteur lui-même
aucun-moyen = aucun moyen commun
sans-canal-titre = Reliés par un service, sans moyen commun
raci-r = réalise
raci-a = approuve, une seule fois par ligne
raci-c = consulté
raci-i = informé
raci-aucun = sans rôle
charge-raci = Charge (R ou A)
sans-role = Sans rôle dans la matrice

# Soutien et ressources
soutien = Soutien attendu
produite-par = Produite par
utilisee-par = Utilisée par
acquise = acquise
etat = État
etat-employee = employée
etat-sans-usage = produite, jamais utilisée
etat-sans-origine = utilisée, jamais produite
etat-inemployee = ni produite ni utilisée

# Phrases que les données complètent
nombre-taches = { $nombre ->
    [0] aucune tâche
    [1] 1 tâche
   *[autres] { $nombre } tâches
}
fait-personnes = { $nombre ->
    [1] 1 personne
   *[autres] { $texte } personnes
}
fait-etp-texte = { $nombre } ETP
fait-heures-mois = { $nombre } h par mois
fait-heures-annee = { $nombre } h par an
fait-raci-aucune = aucune
fait-raci-realise = { $realise ->
    [1] 1 réalisée
   *[autres] { $realise } réalisées
}
fait-raci-approuve = { $approuve ->
    [1] 1 approuvée
   *[autres] { $approuve } approuvées
}
fait-raci-deux = { $realise ->
    [1] 1 réalisée
   *[autres] { $realise } réalisées
}, { $approuve ->
    [1] 1 approuvée
   *[autres] { $approuve } approuvées
}
alerte-seul = Seul à rendre le service critique « { $service } » : sans cet acteur, il manque à { $prives }.
alerte-coupure = Sans cet acteur, le lien avec les autres acteurs est rompu pour : { $coupes }.
alerte-charge = Ses flux demandent { $heures } h par mois ; { $disponibles } h sont disponibles.
echange = { $service } : { $acteurs } (flux{"\u00A0"}{ $numeros }{ $critique ->
    [1] , critique
   *[autres] {""}
})
enumeration = { $debut } et { $fin }
sans-canal = { $a } et { $b }
source-acteurs = acteurs et flux du projet, version { $version }
chiffre-acteurs-organisations = { $nombre ->
    [1] d’une organisation
   *[autres] de { $nombre } organisations
}
chiffre-activites-raci = { $nombre ->
    [0] répartie
    [1] répartie
   *[autres] réparties
} dans la matrice RACI
chiffre-activites-raci-unite = { $nombre ->
    [0] activité
    [1] activité
   *[autres] activités
}
chiffre-flux-services = { $services ->
    [1] d’un service
   *[autres] de { $services } services
}, d’un acteur à un autre
chiffre-flux-services-unite = flux
chiffre-charge-raci = { $nombre ->
    [1] réalisée ou approuvée
   *[autres] réalisées ou approuvées
} par { $roles ->
    [1] le rôle le plus chargé : { $noms }
    [2] chacun des { $roles } rôles les plus chargés : { $noms }
    [3] chacun des { $roles } rôles les plus chargés : { $noms }
   *[autres] chacun des { $roles } rôles les plus chargés
}
chiffre-soutien = { $nombre ->
    [0] exprimé
    [1] exprimé
   *[autres] exprimés
} par les acteurs
chiffre-soutien-unite = { $nombre ->
    [0] besoin
    [1] besoin
   *[autres] besoins
}
chiffre-ressources = { $nombre ->
    [0] produite et jamais utilisée
    [1] produite et jamais utilisée
   *[autres] produites et jamais utilisées
}
chiffre-ressources-unite = { $nombre ->
    [0] ressource
    [1] ressource
   *[autres] ressources
}

# Règles
regle-R21 = Chaque acteur a un type, une tâche et un moyen de communication
regle-R30 = Chaque activité a une seule approbation et au moins une réalisation
