# Ce qui change au Québec.

encadre-bug = Problème
scenarios-d-usage = Scénarios d’utilisation
usager-final = Utilisateur final
