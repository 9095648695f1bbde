# Messages en français. Un code par message ; `.aide` dit comment corriger.

error = erreur
warning = avertissement
info = note
help = aide{"\u00A0"}

fichier-trop-gros = le fichier dépasse la limite de { $limite } Mio
    .aide = séparez-le en plusieurs fichiers
encodage = le fichier n’est pas en UTF-8 : l’octet { $octet }, en position { $position }, n’y a pas de sens
    .aide = il est sans doute en { $encodage } ; enregistrez-le en UTF-8 depuis votre éditeur
caractere-nul = la note contient un caractère nul (U+0000)
    .aide = supprimez-le ; si le fichier n’est pas un texte, ce n’est pas une note
front-matter-non-ferme = l’en-tête ouvert par « --- » n’est jamais fermé
    .aide = ajoutez une ligne « --- » après la dernière propriété
front-matter-trop-long = l’en-tête dépasse { $limite } Kio
    .aide = gardez dans l’en-tête les propriétés de la note, et le texte dans la note
front-matter-sans-cles = l’en-tête n’est pas une suite de lignes « clé: valeur »
    .aide = écrivez par exemple « title: Préparer l’ouverture »
yaml-syntaxe = YAML illisible : { $cause ->
    [deux-points] il manque « : » après la clé
    [espace] il manque une espace après « : »
    [valeur-deux-points] la valeur contient « : »
    [guillemet] ce guillemet n’est jamais fermé
    [apres-guillemet] il y a du texte après le guillemet fermant
    [crochet] ce crochet n’est jamais fermé
    [apres-crochet] il y a du texte après le crochet fermant
    [virgule] il manque une virgule
    [retrait] le retrait de la ligne ne correspond à aucune clé
    [caractere] « { $detail } » ne peut pas commencer une valeur sans guillemets
   *[autre] { $detail }
}
    .deux-points = une propriété s’écrit « clé: valeur »
    .espace = écrivez « clé: valeur », avec une espace
    .valeur-deux-points = mettez la valeur entre guillemets doubles
    .guillemet = ajoutez le guillemet fermant
    .apres-guillemet = mettez toute la valeur entre guillemets doubles ; une apostrophe n’y gêne pas
    .crochet = ajoutez le crochet fermant
    .apres-crochet = mettez toute la valeur entre guillemets doubles
    .virgule = séparez les éléments par des virgules
    .retrait = alignez la clé sur les clés voisines
    .caractere = mettez la valeur entre guillemets doubles
    .autre = relisez la ligne et celle qui précède
yaml-tabulation = une tabulation sert de retrait
    .aide = remplacez-la par des espaces : YAML n’admet pas les tabulations
yaml-cle-en-double = la clé « { $cle } » figure deux fois
    .premiere = la première est ici
    .aide = supprimez l’une des deux
yaml-limite = { $genre ->
    [profondeur] les listes et les clés s’emboîtent sur plus de { $limite } niveaux
    [renvois] plus de { $limite } renvois (*nom)
   *[valeurs] plus de { $limite } valeurs, celles que les renvois répètent comprises
}
    .aide = écrivez les valeurs une par une
yaml-non-admis = { $genre ->
    [cle] la clé n’est pas un texte
    [fusion] la clé de fusion « << » n’est pas admise
    [etiquette] le type « { $nom } » n’est pas admis
    [renvoi] le renvoi « *{ $nom } » ne mène à rien
   *[documents] un second document commence ici
}
    .aide = écrivez des clés et des valeurs simples ; mettez entre guillemets un texte qui commence par un signe
cle-inconnue = la clé « { $cle } » n’est pas connue
    .aide = clés connues ici : { $connues }
    .aide-proche = vouliez-vous écrire « { $proche } » ?
cle-absente = il manque la clé « { $cle } »
    .aide = ajoutez-la
cle-dans-deux-fichiers = la clé « { $cle } » figure dans deux fichiers de données
    .premiere = la première est ici
    .aide = réunissez les deux dans un seul fichier
csv-guillemet = ce guillemet n’est jamais fermé, ou il y a du texte après le guillemet fermant
    .aide = fermez-le avant le séparateur ; un guillemet dans une cellule se double : ""
csv-colonnes = la ligne a { $nombre } cellules, l’en-tête en a { $attendu }
    .aide = complétez la ligne, ou mettez entre guillemets une cellule qui contient le séparateur
csv-en-tete = la colonne « { $nom } » n’a pas de nom, ou porte celui d’une autre
    .aide = donnez à chaque colonne un nom à elle
csv-trop-long = le fichier a plus de { $limite } lignes
    .aide = séparez-le en plusieurs projets
valeur-d-un-autre-genre = { $genre ->
    [liste] une liste est attendue
    [texte] un texte est attendu
    [entier] un nombre entier est attendu
    [nombre] un nombre est attendu
    [decimale] un nombre d’au plus quatre décimales, sans signe, est attendu
    [oui-non] « oui » ou « non » est attendu
    [date] une date est attendue
    [langue] une langue est attendue
    [couleur] une couleur est attendue
    [mot] un mot est attendu
   *[cles] une suite de clés est attendue
}
    .aide = { $genre ->
    [liste] écrivez un élément par ligne, après un tiret
    [texte] écrivez un texte, entre guillemets s’il commence par un signe
    [entier] écrivez le nombre en chiffres, sans unité
    [nombre] écrivez le nombre en chiffres, sans unité
    [decimale] écrivez le nombre en chiffres, sans unité ni espace : 1250,50
    [oui-non] écrivez oui ou non
    [date] écrivez la date ainsi : 2026-03-02
    [langue] écrivez fr-FR ou fr-CA
    [couleur] écrivez la couleur ainsi : "#0F5B4A"
    [mot] écrivez un seul mot
   *[cles] écrivez « clé: valeur » à chaque ligne, en retrait
}
mot-inconnu = « { $mot } » n’est pas admis ici
    .aide = mots admis : { $admis }
    .aide-proche = vouliez-vous écrire « { $proche } » ? Mots admis : { $admis }
identifiant-invalide = l’identifiant « { $id } » n’est pas admis (R01)
    .aide = écrivez des minuscules sans accent, des chiffres et des tirets
identifiant-en-double = l’identifiant « { $id } » est donné deux fois (R01)
    .premier = il est donné ici
    .aide = changez l’un des deux
reference-morte = « { $id } » ne désigne rien (R01)
    .aide = corrigez l’identifiant, ou ajoutez ce qu’il désigne
    .aide-proche = vouliez-vous écrire « { $proche } » ?
section-vide = la section « { $section } » n’a ni données ni texte (R03)
    .aide = ajoutez une note avec « section: { $slug } », ou « neant: oui » si elle n’a pas lieu d’être
note-non-rattachee = la note n’est rattachée à aucune section (R04)
    .aide = ajoutez « document: » et « section: » dans l’en-tête ; « dossier list sections » les énumère
    .aide-proche = vouliez-vous écrire « section: { $proche } » ?
cadre-absent = il manque « { $cle } » dans le contexte (R07)
    .aide = { $cle ->
    [cadre] écrivez « cadre: [institutionnel] » ou « cadre: [individuel] »
   *[modalites] écrivez « modalites: [presentiel, distance, hybride] », celles qui conviennent
}
type-d-organisation-absent = il manque « type_organisation » dans le contexte (R08)
    .aide = écrivez par exemple « type_organisation: collectivite »
infrastructure-incomplete = l’infrastructure de « { $ecole } » est incomplète : { $parts } (R09)
    .aide = complétez « infra »
mesure-ancienne = la mesure de « { $ecole } » a { $mois } mois au début de la phase I ; la limite est de { $limite } (R09)
    .phase = la phase I commence ici
    .aide = mesurez de nouveau, ou changez « seuils: mesure_mois »
enquete-sans-groupe = aucune enquête auprès des { $groupe } (R10)
    .aide = ajoutez une enquête, ou dites dans une note pourquoi il n’y en a pas
enquete-peu-suivie = { $taux } % des { $groupe } ont répondu ; le seuil est de { $limite } % (R10)
    .sollicites = personnes sollicitées
    .aide = relancez l’enquête, ou tenez-en compte dans la synthèse
besoin-sans-reponse = rien ne traite « { $id } » : { $enonce } (R11)
    .aide = ajoutez « traite_par: [ed-i-6] », ou le document qui y répond
ressource-non-reprise = « { $nom } » est mobilisable et n’est repris nulle part (R12)
    .aide = nommez-la dans « traite_par » d’un besoin, ou donnez un « motif »
acteur-sans-fiche = { $genre ->
    [flux] le flux { $nom } nomme « { $id } », qui n’a pas de fiche
    [outil] l’outil « { $nom } » a pour opérateur « { $id } », qui n’a pas de fiche
   *[scenario] le scénario « { $nom } » nomme « { $id } », qui n’a pas de fiche
} parmi les acteurs (R20)
    .fiches = les fiches des acteurs
    .aide = ajoutez sa fiche aux acteurs, ou corrigez le nom
    .aide-proche = la fiche « { $proche } » existe
flux-sur-soi = le flux { $numero } part de « { $id } » et y revient (R22)
    .depart = acteur qui rend le service
    .aide = un flux va d’un acteur à un autre : corrigez « de » ou « vers »
flux-sans-service = { $genre ->
    [flux] le flux { $nom }
   *[scenario] le scénario « { $nom } »
} nomme le service « { $id } », qui n’est pas déclaré (R22)
    .aide = déclarez-le dans « diffusion.services », ou corrigez le nom
    .aide-proche = le service « { $proche } » existe
flux-sans-outil = { $genre ->
    [flux] le flux { $nom }
   *[scenario] le scénario « { $nom } »
} nomme l’outil « { $id } », qui n’est pas déclaré (R22)
    .aide = déclarez-le dans « diffusion.outils », ou corrigez le nom
    .aide-proche = l’outil « { $proche } » existe
service-sans-flux = personne ne rend le service « { $service } » ni ne le reçoit (R23)
    .aide = ajoutez un flux qui le rend, ou retirez le service
acteur-isole = aucun flux ne relie « { $acteur } » aux autres acteurs (R24)
    .graphe = le modèle de diffusion
    .aide = ajoutez un flux qu’il rend ou reçoit, ou retirez sa fiche
outil-isole = aucun flux ne passe par l’outil « { $outil } » (R24)
    .aide = nommez-le dans un flux, ou retirez l’outil
fournisseur-unique = « { $acteur } » est seul à rendre le service critique « { $service } » ; en son absence, il manque à : { $prives } (R25)
    .service = service critique
    .aide = prévoyez un second acteur qui rend ce service
point-de-passage = sans « { $acteur } », plus rien ne relie aux autres : { $coupes } (R25)
    .aide = ajoutez un flux qui passe par un autre acteur
charge-excessive = les flux de « { $acteur } » demandent { $heures } h par mois ; il en a { $disponibles } (R25)
    .disponibilite = heures disponibles
    .aide = répartissez ses services, ou revoyez le volume et la durée de ses flux
usager-sans-soutien = « { $acteur } » ne reçoit aucun service de soutien (R26)
    .aide = ajoutez un flux de soutien technique, de soutien pédagogique ou de tutorat qui va vers lui
sans-moyen-commun = flux { $numero } : « { $de } » et « { $vers } » n’ont aucun moyen de communication en commun (R27)
    .depart = acteur qui rend le service
    .arrivee = acteur qui le reçoit
    .aide = ajoutez un moyen commun aux deux fiches
ressource-sans-usage = « { $ressource } » est produite et personne ne l’utilise (R28)
    .aide = nommez-la dans « utilise » d’un acteur, ou cessez de la produire
ressource-sans-origine = « { $ressource } » est utilisée, mais personne ne la produit (R28)
    .aide = nommez-la dans « produit » d’un acteur, ou dites « acquise: oui »
flux-critique-sans-scenario = le service critique « { $service } » n’a pas de scénario d’usage (flux { $numeros }) (R29)
    .aide = ajoutez un scénario qui nomme ce service
uai-invalide = le code UAI « { $code } » n’est pas valable (R93)
    .aide = un code UAI a sept chiffres et une lettre
    .aide-cle = la lettre de ces sept chiffres est { $cle }
siret-invalide = le SIRET « { $code } » n’est pas valable (R93)
    .aide = un SIRET a quatorze chiffres, dont le dernier contrôle les autres
approbation-absente = un dossier définitif a un approbateur et une date (R95)
    .aide = complétez « visas », ou changez « statut »
derogation-sans-effet = la dérogation à { $regle } n’écarte aucun constat
    .aide = retirez-la, ou donnez dans « objet » l’identifiant de ce qu’elle concerne
    .aide-inconnue = aucune règle n’a ce numéro ; « dossier list regles » les énumère
version-incoherente = { $genre ->
    [ordre] la version « { $version } » n’est pas supérieure à la précédente (R95)
   *[derniere] la version « { $version } » n’est pas la dernière de l’historique (R95)
}
    .precedente = l’historique a celle-ci
    .aide = complétez « historique »
accent-illisible = la couleur « { $couleur } » est trop claire pour du texte : contraste de { $contraste } sur blanc
    .aide = choisissez une couleur plus foncée : un contraste de 4,5 au moins sur blanc, et sur sa teinte claire
police-refusee = { $genre ->
    [vide] le dossier de polices « { $chemin } » n’a aucun fichier .ttf, .otf ou .ttc
    [trop] le dossier de polices « { $chemin } » a plus de { $limite } fichiers
    [taille] la police « { $chemin } » dépasse { $limite } Mio
    [licence] la licence de la police « { $chemin } » interdit de l’incorporer à un PDF
    [fournie] la police « { $chemin } » est écartée : la famille « { $famille } » est déjà fournie
   *[illisible] la police « { $chemin } » ne peut pas être lue
}
    .aide = le fichier est incomplet ou n’est pas une police : copiez-le de nouveau
    .aide-dossier = nommez dans « polices » un dossier du coffre qui contient vos fichiers de police, et eux seuls
    .aide-taille = retirez-la du dossier, ou prenez-en une version réduite
    .aide-licence = retirez-la du dossier, et demandez une licence qui permet l’incorporation
    .aide-fournie = retirez le fichier du dossier
police-inconnue = aucune police de la famille « { $famille } »
    .aide = familles disponibles : { $connues } ; les autres s’ajoutent par un dossier nommé dans « polices »
    .aide-proche = vouliez-vous écrire « { $proche } » ? Familles disponibles : { $connues }
document-inconnu = le document « { $code } » n’est pas connu
    .aide = documents connus : { $connus }
    .aide-proche = vouliez-vous écrire « { $proche } » ?
commentaire-non-ferme = le commentaire ouvert par « { $marque } » n’est jamais fermé : toute la suite est masquée
    .aide = ajoutez « { $fin } » à la fin du commentaire
imbrication-excessive = les citations et les listes s’emboîtent sur plus de { $limite } niveaux
    .aide = réduisez les retraits ou les « > »
imbrication-aplatie = au-delà de { $limite } niveaux, citations, listes et encadrés sont mis à la suite
    .aide = réduisez les retraits ou les « > »
hors-du-coffre = le chemin « { $chemin } » mène hors du coffre
    .aide = copiez le fichier dans le coffre et nommez-le par son nom
lien-symbolique = « { $chemin } » est un lien symbolique, qui n’est jamais suivi
    .aide = remplacez-le par une copie du fichier
image-trop-grande = l’image « { $chemin } » est trop grande
    .aide = réduisez-la sous { $limite } Mio
    .aide-pixels = elle mesure { $largeur } × { $hauteur } pixels ; ramenez-la sous 64 millions de pixels et 30 000 de côté
image-introuvable = aucune image nommée « { $nom } » dans ce coffre
    .aide = ajoutez l’image, ou corrigez son nom
    .aide-proche = le fichier « { $proche } » existe
image-illisible = { $genre ->
    [renvoi] le dessin « { $chemin } » fait appel à un autre fichier : « { $adresse } »
    [complexe] « { $chemin } » est trop complexe pour être imprimé
    [chiffre] le fichier « { $chemin } » est protégé par un mot de passe
   *[fichier] l’image « { $chemin } » ne peut pas être lue
}
    .aide = le fichier est incomplet ou abîmé : copiez-le ou enregistrez-le de nouveau
    .aide-genre = convertissez-la en PNG, JPEG, GIF, WebP, BMP, SVG ou PDF
    .aide-renvoi = incorporez ce fichier au dessin dans le logiciel qui l’a fait, ou exportez le dessin en PNG
    .aide-complexe = exportez-en une image PNG depuis le logiciel qui l’a fait
    .aide-chiffre = enregistrez-en une copie sans mot de passe
page-introuvable = le fichier « { $chemin } » n’a pas de page { $page } ; pages du fichier : { $nombre }
    .aide = écrivez par exemple ![[plan.pdf#page=1]]
image-distante = l’image est sur le Web : « { $adresse } »
    .aide = téléchargez-la dans le coffre : rien n’est lu hors de lui
image-sans-alternative = l’image n’a pas de texte de remplacement ; le nom du fichier en tient lieu : « { $texte } »
    .aide = écrivez ce que montre l’image : ![[plan.png|Plan du premier étage]]
lien-introuvable = aucune note nommée « { $nom } » dans ce coffre
    .aide = corrigez le nom, ou créez la note
    .aide-proche = la note « { $proche } » existe
lien-ambigu = plusieurs notes portent le nom « { $nom } » ; le lien mène à « { $choix } »
    .aide = précisez le dossier ; les notes de ce nom : { $candidats }
titre-introuvable = la note n’a pas de titre « { $nom } »
    .aide = corrigez le titre visé
    .aide-proche = le titre « { $proche } » existe
bloc-introuvable = la note n’a pas de bloc « { $nom } »
    .aide = ajoutez ce repère à la fin du bloc visé
    .aide-proche = le bloc « { $proche } » existe
adresse-refusee = l’adresse « { $adresse } » n’est pas admise dans un document ; seul le texte est gardé
    .aide = une adresse commence par https:, http:, mailto: ou tel:, sans espace
note-de-bas-de-page-introuvable = la note de bas de page « { $nom } » est appelée, mais son texte manque
    .aide = ajoutez une ligne « [^{ $nom }]: texte de la note »
note-de-bas-de-page-deplacee = la note de bas de page « { $nom } » est appelée dans un titre, un lien ou une autre note : elle n’y est pas imprimée
    .aide = appelez-la dans le texte
note-de-bas-de-page-inutilisee = la note de bas de page « { $nom } » n’est jamais appelée : elle n’est pas imprimée
    .aide = appelez-la par [^{ $nom }], ou supprimez-la
valeur-inconnue = { $genre ->
    [sans-projet] « { $nom } » est une valeur d’un projet, et cette note n’est d’aucun projet
    [illisible] « { $nom } » est une valeur du projet, dont les données ne peuvent pas être lues
    [groupe] « { $chemin } » est un groupe de valeurs, et non une valeur
    [masquee] « { $nom } » n’est pas montré par cette édition
    [vide] « { $nom } » n’a pas de valeur dans les données du projet
   *[chemin] le projet n’a pas de valeur « { $nom } »
}
    .aide = les noms sont les clés et les identifiants des données, séparés par des points
    .aide-proche = « { $proche } » existe
    .aide-noms = les noms possibles à cet endroit : { $noms }
    .aide-groupe = ajoutez un point et l’un de ces noms : { $noms }
    .aide-masquee = les prix, les notes des plateformes et les contacts restent dans l’édition interne
    .aide-vide = renseignez la donnée, ou écrivez la phrase sans elle
    .aide-sans-projet = placez la note dans le coffre d’un projet, qui a un fichier dossier.yaml, ou écrivez la valeur
    .aide-illisible = lancez « dossier check » sur le coffre, et corrigez ce qu’il signale
format-inconnu = « { $nom } » ne peut pas s’écrire au format « { $format } »
    .aide = les formats de cette valeur : { $admis }
glyphe-absent = { $autres ->
    [0] aucune police n’a le caractère « { $caractere } » ({ $code }) ; occurrences : { $nombre }
   *[autres] { $autres } autres caractères n’ont pas de police ; occurrences : { $nombre }
}
    .aide = remplacez-le par un mot ; un carré en tient lieu sur la page, et rien dans un titre
    .aide-autres = un carré en tient lieu sur la page, et rien dans un titre
caractere-invisible = un caractère invisible ({ $code }) est écarté ; occurrences : { $nombre }
    .aide = supprimez-le : il peut changer ce qui se lit
niveau-de-titre-saute = le titre passe du niveau { $precedent } au niveau { $niveau } ; il est ramené au niveau { $attendu }
    .aide = retirez des « # »
titre-vide = le titre n’a pas de texte : il n’est pas imprimé
    .aide = écrivez le titre, ou supprimez la ligne
cle-approchante = la propriété « { $cle } » n’est pas connue
    .aide = vouliez-vous écrire « { $proche } » ?
valeur-invalide = la valeur de « { $cle } » ne peut pas servir : elle est ignorée
    .aide-texte = écrivez un texte
    .aide-date = écrivez la date ainsi : 2026-03-02
    .aide-langue = écrivez fr-FR ou fr-CA
    .aide-entier = écrivez un nombre entier
tableau-irregulier = la ligne a { $nombre } cellules, le tableau en a { $attendu }
    .aide = ajoutez les tabulations qui manquent
    .aide-barre = écrivez « \| » dans un lien ou un code, ou ajoutez une colonne au tableau
html-non-admis = la balise « { $balise } » n’est pas admise : elle est imprimée telle quelle
    .aide = supprimez-la, ou mettez-la en code, entre accents graves
element-non-compose = { $genre ->
    [embed] l’inclusion de « { $nom } » n’est pas encore composée
    [media] le fichier « { $nom } » ne peut pas être montré sur une page
    [formule] la formule « { $nom } » n’est pas encore composée
    [diagramme] le diagramme n’est pas encore dessiné
   *[bloc-extension] le bloc « { $nom } » dépend d’une extension d’Obsidian
}
    .aide = un cadre en tient lieu sur la page
etiquette-dans-une-phrase = l’étiquette « #{ $etiquette } » est suivie de texte : elle est imprimée telle quelle
    .aide = mettez-la à la fin de la ligne pour l’écarter de la page, ou écrivez le mot sans « # »
souligne-et-barre = un texte ne peut pas être souligné et barré à la fois : seule la première marque est gardée
    .aide = gardez l’une des deux
titre-absent = la fiche n’a pas de titre ; le nom du fichier en tient lieu : « { $titre } »
    .aide = ajoutez « title: … » dans l’en-tête, ou commencez la note par « # Titre »
rubrique-absente = { $rubrique ->
    [objectif] il manque l’objectif de la fiche
    [facteurs] il manque les facteurs clés de succès
    [questions] il manque les questions clés à se poser
    [toutes] la note n’a aucune rubrique de fiche : elle est imprimée telle quelle
   *[retenir] il manque ce qui est à retenir
} (R80)
    .aide = { $rubrique ->
    [objectif] ajoutez « objectif: … » dans l’en-tête, ou un titre « ## Objectif »
    [facteurs] ajoutez un titre « ## Facteurs clés de succès »
    [questions] ajoutez un titre « ## Questions clés à se poser »
   *[retenir] ajoutez un titre « ## À retenir »
}
    .aide-aucune = une fiche a des titres « ## Objectif », « ## Facteurs clés de succès », « ## Questions clés à se poser » et « ## À retenir »
rubrique-en-double = la rubrique « { $rubrique ->
    [objectif] Objectif
    [contenu] Contenu
    [facteurs] Facteurs clés de succès
    [questions] Questions clés à se poser
   *[retenir] À retenir
} » est ouverte deux fois : les deux textes sont mis à la suite
    .premiere = la première est ici
    .aide = réunissez-les
question-sans-point = la question n’a pas de point d’interrogation (R80)
    .aide = terminez-la par « ? »
question-sans-reponse = la question n’a pas de réponse, alors que d’autres en ont (R80)
    .aide = écrivez la réponse sous la question, en retrait
date-absente = la note n’a pas de date ; le PDF porte celle du 1er janvier 1970
    .aide = ajoutez « date: 2026-03-02 » dans l’en-tête
composition-refusee = « { $extrait } » ne peut pas être composé : { $cause }
    .aide = simplifiez ce passage
composition-incertaine = « { $extrait } » est composé avec une réserve : { $cause }
    .aide = vérifiez ce passage dans le PDF
note-introuvable = la note « { $chemin } » n’existe pas
    .aide = vérifiez le chemin
pas-une-note = « { $chemin } » n’est pas une note
    .aide = une note est un fichier .md ou .txt
note-hors-du-coffre = la note « { $chemin } » n’est pas dans le coffre « { $coffre } »
    .aide = changez --vault, ou la note
manifeste-introuvable = ce coffre n’a pas de fichier « dossier.yaml »
    .aide = donnez le dossier qui le contient, ou une note à compiler seule
lecture-impossible = « { $chemin } » ne peut pas être lu : { $cause }
    .aide = vérifiez les permissions
    .aide-absent = le fichier n’existe plus
ecriture-impossible = « { $chemin } » ne peut pas être écrit : { $cause }
    .aide = vérifiez la place et les permissions ; l’ancien fichier est intact
modele-invalide = le modèle ne peut pas servir : { $cause }
    .aide = corrigez le dossier donné par --modeles
pas-a-nous = « { $chemin } » existe déjà et n’est pas une production de ce programme : il n’est pas remplacé
    .aide = déplacez-le, ou choisissez un autre dossier par --out
    .aide-dossier = choisissez un dossier vide par --out
erreur-interne = ceci est une erreur du programme, non de votre note : { $cause }
    .aide = signalez-la avec la note qui la provoque ; rien n’a été écrit

# La ligne de commande.
cmd-propos = Compile des notes Obsidian en documents officiels (PDF)
cmd-build = Compile une note en fiche pratique, ou les documents d’un coffre
cmd-check = Vérifie une note ou un coffre sans rien écrire
cmd-list = Énumère les documents, leurs sections, les règles ou les codes de message
cmd-build-note = La note à compiler (.md ou .txt), ou le coffre ; par défaut, le dossier courant
cmd-only = Seulement ces documents (codes séparés par des virgules)
cmd-edition = Édition : interne, consultation ou publique
cmd-check-note = La note à vérifier (.md ou .txt), ou le coffre ; par défaut, le dossier courant
cmd-out = Dossier de sortie
cmd-vault = Racine du coffre
cmd-modeles = Dossier de modèles d’une organisation
cmd-commentaires = Met les commentaires des notes en marge, dans un fichier de relecture
cmd-emit = Ce qui est écrit : pdf ou typst
cmd-format = Forme des messages : human, short ou json
cmd-strict = Compte les avertissements comme des erreurs
cmd-lang = Langue des messages : fr ou en
cmd-list-quoi = Ce qui est énuméré : documents, sections, regles ou codes
cmd-help = Affiche cette aide
cmd-version = Affiche la version
cmd-usage = Usage :
cmd-commandes = Commandes :
cmd-arguments = Arguments :
cmd-options = Options :
cmd-plus = « dossier COMMANDE --help » détaille une commande.

usage-inconnu = argument inconnu : « { $argument } »
usage-commande-inconnue = commande inconnue : « { $argument } »
usage-manquant = il manque : { $argument }
usage-valeur = « { $valeur } » n’est pas admis pour { $argument } ; valeurs admises : { $admises }
usage-valeur-manquante = il manque une valeur à { $argument }
usage-commande = choisissez une commande : build, check ou list
usage-autre = ligne de commande incorrecte
usage-aide = « dossier --help » affiche l’aide
usage-proche = vouliez-vous écrire « { $proche } » ?

ecrit = { $chemin } ({ $pages ->
    [1] 1 page
   *[autres] { $pages } pages
}, { $ko } ko)
emis = Projet Typst : { $chemin }
bilan = { $erreurs ->
    [0] aucune erreur
    [1] 1 erreur
   *[autres] { $erreurs } erreurs
}, { $avertissements ->
    [0] aucun avertissement
    [1] 1 avertissement
   *[autres] { $avertissements } avertissements
}
bilan-rien = { $bilan } ; rien n’a été écrit
