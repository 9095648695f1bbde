# Ce qui change au Québec.

encadre-bug = Problème

canal-helpdesk = centre d’assistance
canal-referent = personne-ressource
responsables = Parents
moyens-etp = { $nombre } ETC
