# Ce qui change au Québec.

encadre-bug = Problème

# Nos propres mots disent le féminin et le masculin, ou ni l’un ni l’autre.
type-enseignant = Personnel enseignant
type-apprenant = Apprenante ou apprenant
type-tuteur = Tutrice ou tuteur
type-administrateur = Administratrice ou administrateur
type-technicien = Personnel technique
type-formateur = Formatrice ou formateur
acteur-enseignant = personnel enseignant
acteur-apprenant = apprenante ou apprenant
acteur-tuteur = tutrice ou tuteur
acteur-administrateur = administration
acteur-technicien = personnel technique
acteur-formateur = formatrice ou formateur
groupe-enseignants = Personnel enseignant
apprenants = Apprenantes et apprenants
groupes-d-apprenants = Groupes
tableau-groupes = Groupes, par critère
tableau-groupes-types = Composition des groupes
chiffre-groupes = { $complets ->
    [tous] { $nombre ->
        [1] avec ses facilitatrices et facilitateurs
       *[autres] chacun avec ses facilitatrices et facilitateurs
    }
    [0] sans facilitatrice ni facilitateur
    [1] dont un a des facilitatrices ou des facilitateurs
   *[autres] dont { $complets } ont des facilitatrices ou des facilitateurs
}
groupe-apprenants = Apprenantes et apprenants
enseignants = Personnel enseignant
utilisateurs = Personnes raccordées
facilitateurs = Facilitatrices et facilitateurs
facilitateur = Facilitatrice ou facilitateur
tableau-facilitateurs = Rôle et préparation des facilitatrices et des facilitateurs
evaluation-des-apprenants = Évaluation des apprenantes et des apprenants
tableau-eval-apprenants = Évaluation des apprenantes et des apprenants
tableau-charge = Apprenantes et apprenants, par facilitatrice ou facilitateur
chiffre-apprenants-unite = { $nombre ->
    [0] personne
    [1] personne
   *[autres] personnes
}
chiffre-enseignants = en enseignement, à former et à accompagner
chiffre-enseignants-unite = { $nombre ->
    [0] personne
    [1] personne
   *[autres] personnes
}
assiette-enseignant = par personne enseignante
rappel-perimetre = { $ecoles ->
    [1] 1 école
   *[autres] { $ecoles } écoles
}, { $eleves } élèves{ $enseignants ->
    [inconnu] {""}
   *[autres] , { $enseignants } membres du personnel enseignant
}
groupes-perimetre = { $juste ->
    [1] Les groupes réunissent les { $attendu } apprenantes et apprenants du périmètre.
   *[autres] Les groupes réunissent { $effectif } apprenantes et apprenants ; le périmètre en compte { $attendu }.
}
chiffre-groupes-types = pour { $effectif } apprenantes et apprenants, soit { $moyenne } en moyenne
chiffre-indicateurs-ena = pour l’environnement ; { $instruments ->
    [0] aucune évaluation prévue pour les apprenantes et les apprenants
    [1] 1 évaluation prévue pour les apprenantes et les apprenants
   *[autres] { $instruments } évaluations prévues pour les apprenantes et les apprenants
}
inscrits = Inscriptions
chiffre-charge = à suivre par facilitatrice ou facilitateur, pour { $fonctions ->
    [1] la fonction la plus chargée
   *[autres] les fonctions les plus chargées
} : { $acteurs }
chiffre-charge-unite = { $nombre ->
    [0] personne
    [1] personne
   *[autres] personnes
}
groupes-attendus = { $nombre } apprenantes et apprenants attendus
source-charge = groupes du plan ; chaque personne compte une fois, pour le critère qui en réunit le plus
chiffre-demandes = de soutien par mois, une fois { $utilisateurs ->
    [1] une personne raccordée
   *[autres] { $utilisateurs } personnes raccordées
}
hypothese-demandes = Hypothèse : { $taux } { $pluriel ->
    [0] demande
   *[autres] demandes
} par mois pour 100 personnes raccordées.
hypothese-demandes-duree = Hypothèse : { $taux } { $pluriel ->
    [0] demande
   *[autres] demandes
} par mois pour 100 personnes raccordées, { $minutes } min par demande.
dpd = Déléguée ou délégué à la protection des données
regle-R10 = Les gestionnaires, le personnel enseignant, les apprenantes et les apprenants sont consultés, et répondent
regle-R16 = L’efficacité, l’engagement et la pertinence sont évalués ; les apprenantes et les apprenants aussi
regle-R18 = Les groupes ont la taille prévue et réunissent toutes les apprenantes et tous les apprenants
regle-R32 = Chaque public a une inscription complète, close avant l’ouverture
regle-R33 = Chaque personne est dans un groupe, chaque groupe a une facilitatrice ou un facilitateur
regle-R34 = Chaque facilitatrice, chaque facilitateur est formé avant l’ouverture de sa vague

canal-helpdesk = centre d’assistance
canal-referent = personne-ressource
responsables = Parents
moyens-etp = { $nombre } ETC
scenarios-d-usage = Scénarios d’utilisation
usager-final = Utilisatrice ou utilisateur final
inscription-au-projet-d-ecole = Inscription au projet éducatif
bilan-projets = { $inscrites ->
    [0] Aucune école
    [1] 1 école
   *[autres] { $inscrites } écoles
} sur { $nombre } { $inscrites ->
    [0] n’a
    [1] a
   *[autres] ont
} inscrit l’environnement dans le projet éducatif.
tableau-projets-ecole = Projets éducatifs qui portent l’environnement
sans-projet = Écoles dont le projet éducatif ne le porte pas encore
