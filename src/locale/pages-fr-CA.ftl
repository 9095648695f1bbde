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
