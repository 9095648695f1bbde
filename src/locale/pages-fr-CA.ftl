# Ce qui change au Québec.

encadre-bug = Problème

canal-helpdesk = centre d’assistance
canal-referent = personne-ressource
responsables = Parents
moyens-etp = { $nombre } ETC
scenarios-d-usage = Scénarios d’utilisation
usager-final = Utilisateur final
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
