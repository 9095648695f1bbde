# Ce qui change au Québec.

encadre-bug = Problème
