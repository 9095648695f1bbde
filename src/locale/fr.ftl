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
    .aide-csv = un tableau porte le nom de sa liste : renommez-le, par exemple en « { $proche }.csv »
    .aide-virgule = entre accolades, une virgule sépare les clés : écrivez un nombre avec un point (2.20), un texte entre guillemets
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
csv-vide = le tableau n’a aucune ligne sous son en-tête
    .aide = ajoutez une ligne par élément, ou supprimez le fichier
    .aide-en-tete = écrivez à la première ligne le nom des colonnes, puis une ligne par élément
dossier-sans-fichier = le dossier « { $chemin } », que nomme « { $cle } », n’a aucun fichier { $cle ->
    [donnees] .yaml ni .csv
   *[notes] .md
}
    .aide = corrigez le nom du dossier, ou retirez la clé : le dossier habituel est « { $cle }/ »
csv-trop-long = le fichier a plus de { $limite } lignes
    .aide = séparez-le en plusieurs projets
valeur-d-un-autre-genre = { $genre ->
    [liste] une liste est attendue
    [texte] un texte est attendu
    [entier] un nombre entier positif, d’au plus 10 000 000, est attendu
    [nombre] un nombre positif, d’au plus 10 000 000, est attendu
    [annee-scolaire] une année scolaire est attendue
    [decimale] un nombre d’au plus quatre décimales, sans signe ni unité, est attendu
    [oui-non] « oui » ou « non » est attendu
    [date] une date, de 1900 à 2199, est attendue
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
    [annee-scolaire] écrivez les deux années ainsi : 2026-2027
    [decimale] écrivez le nombre en chiffres, sans unité ni espace : 1250,50
    [oui-non] écrivez oui ou non
    [date] écrivez la date ainsi : 2026-03-02
    [langue] écrivez fr-FR ou fr-CA
    [couleur] écrivez la couleur ainsi, avec ses guillemets : "#0F5B4A"
    [mot] écrivez un seul mot
   *[cles] écrivez « clé: valeur » à chaque ligne, en retrait
}
mot-inconnu = « { $mot } » n’est pas admis ici
    .aide = mots admis : { $admis }
    .aide-proche = vouliez-vous écrire « { $proche } » ? Mots admis : { $admis }
valeur-hors-bornes = { $genre ->
    [intervalle] « { $cle } » vaut { $valeur } : il faut un nombre de { $min } à { $max }
    [moins] « { $cle } » vaut { $valeur } : il faut au moins { $min }
    [plus] « { $cle } » vaut { $valeur }, plus que « { $autre } », qui vaut { $limite }
   *[avenir] la mesure est datée du { $valeur }, après le dossier, daté du { $limite }
} (R02)
    .autre = la limite est ici
    .aide = corrigez l’une des deux valeurs
    .aide-intervalle = corrigez la valeur
dates-inversees = la fin, le { $fin }, est avant le début, le { $debut } (R02)
    .debut = le début est ici
    .aide = corrigez l’une des deux dates
identifiant-invalide = l’identifiant « { $id } » n’est pas admis (R01)
    .aide = écrivez des minuscules sans accent, des chiffres et des tirets
identifiant-en-double = l’identifiant « { $id } » est donné deux fois (R01)
    .premier = il est d’abord donné ici
    .aide = changez l’un des deux
reference-morte = « { $id } » ne désigne rien (R01)
    .aide = corrigez l’identifiant, ou ajoutez ce qu’il désigne
    .aide-proche = vouliez-vous écrire « { $proche } » ?
section-vide = { $nombre ->
    [one] { $document } : une section n’a ni données ni texte (R03) : { $sections }
   *[other] { $document } : { $nombre } sections n’ont ni données ni texte (R03) : { $sections }
}
    .aide = { $nombre ->
        [one] ajoutez une note avec « document: { $document } » et « section: { $noms } », et « neant: oui » si elle n’a pas lieu d’être
       *[other] pour chacune, ajoutez une note avec « document: { $document } », « section: » et son nom ({ $noms }), et « neant: oui » si elle n’a pas lieu d’être
    }
note-non-rattachee = la note n’est rattachée à aucune section (R04)
    .aide = ajoutez « document: » et « section: » dans l’en-tête ; « dossier list sections » les énumère
    .aide-proche = vouliez-vous écrire « section: { $proche } » ?
    .aide-document = vouliez-vous écrire « document: { $proche } » ?
note-hors-des-notes = la note nomme le document { $code } et n’est pas dans « { $dossier } » : aucun document ne la reprend (R04)
    .aide = déplacez-la dans « { $dossier } », ou nommez son dossier dans dossier.yaml, à la clé « notes » (« notes: . » prend tout le coffre)
cadre-absent = il manque « { $cle } » dans le contexte (R07)
    .aide = { $cle ->
    [cadre] sous « contexte: » d’un fichier de données, écrivez « cadre: [institutionnel] » ou « cadre: [individuel] »
   *[modalites] sous « contexte: » d’un fichier de données, écrivez « modalites: [presentiel, distance, hybride] », celles qui conviennent
}
type-d-organisation-absent = il manque « type_organisation » dans le contexte (R08)
    .aide = sous « contexte: » d’un fichier de données, écrivez par exemple « type_organisation: collectivite »
infrastructure-incomplete = l’infrastructure de « { $ecole } » est incomplète : { $parts } (R09)
    .aide = complétez « infra » : « postes » ou « tablettes », « debit_mbps », « plateforme_existante »
mesure-ancienne = la mesure de « { $ecole } » a { $mois } mois au début de la phase I ; la limite est de { $limite } (R09)
    .phase = la phase I commence ici
    .aide = mesurez de nouveau, ou changez « seuils: mesure_mois »
enquete-sans-groupe = aucune enquête auprès des { $groupe } (R10)
    .aide = ajoutez une enquête, ou écartez le constat par une dérogation motivée
enquete-peu-suivie = { $taux } % des { $groupe } ont répondu ; le seuil est de { $limite } % (R10)
    .sollicites = personnes sollicitées
    .aide = relancez l’enquête, ou tenez-en compte dans la synthèse
besoin-sans-reponse = rien ne traite « { $id } » : { $enonce } (R11)
    .aide = ajoutez « traite_par: [ed-i-6/soutien-technique] », ou ce qui y répond
reponse-inconnue = { $genre ->
    [section] « { $document } » n’a pas de section « { $section } »
   *[document] « { $nom } » n’est ni un document du dossier, ni l’identifiant d’un élément
} (R11)
    .aide = écrivez le code d’un document (ed-i-6), document/section (ed-i-6/soutien-technique) ou un identifiant ; « dossier list sections » énumère les sections
    .aide-proche = vouliez-vous écrire « { $proche } » ?
ressource-non-reprise = « { $nom } » est mobilisable et n’est repris nulle part (R12)
    .aide = nommez-la dans « traite_par » d’un besoin, ou donnez un « motif »
modele-de-diffusion-absent = le modèle de diffusion n’est pas dit (R13)
    .aide = écrivez « modele_diffusion: centralise », « decentralise » ou « mixte » dans « orientations »
modele-mixte-incomplet = le modèle est mixte, mais aucun acteur { $cote ->
    [central] du porteur, de l’éducation nationale ou d’un fournisseur
   *[local] d’un établissement, d’une famille ou d’un partenaire
} ne fournit de service (R13)
    .flux = les flux sont décrits ici
    .aide = ajoutez le flux qui manque, ou changez le modèle
plateforme-sans-outil = la plateforme retenue « { $nom } » n’est pas un outil du modèle de diffusion (R14)
    .outils = les outils sont décrits ici
    .aide = ajoutez un outil « id: { $id } » à « diffusion », ou ne retenez pas cette plateforme
outil-non-retenu = l’outil « { $nom } » n’est pas une plateforme retenue (R14)
    .plateformes = les plateformes sont décrites ici
    .ecartee = elle est écartée ici
    .aide = retenez « { $id } » dans « orientations », ou retirez l’outil
poids-incorrects = les poids des critères font { $somme } %, non 100 (R15)
    .aide = corrigez les poids ; les scores sont calculés à proportion
note-de-grille-absente = « { $nom } » n’a pas de note sur « { $critere } » : la plateforme n’est pas classée (R15)
    .critere = le critère est ici
    .aide = ajoutez la note, de 0 à 5
note-hors-echelle = la note de « { $nom } » sur « { $critere } » est { $note } : une note va de 0 à 5 (R15)
    .aide = corrigez la note
choix-sans-justification = « { $nom } » est retenue au rang { $rang }, derrière { $premier }, sans justification (R15)
    .premiere = la première est ici
    .aide = écrivez pourquoi dans « justification »
dimension-sans-evaluation = { $dimension ->
    [efficacite] l’efficacité
    [engagement] l’engagement
   *[pertinence] la pertinence
} de l’environnement n’a pas d’évaluation (R16)
    .aide = ajoutez un indicateur « dimension: { $dimension } » à « eval_ena »
apprenants-sans-evaluation = rien ne dit comment les apprenants sont évalués (R16)
    .aide = ajoutez « eval_apprenants » à « orientations »
phase-sans-evaluation = la phase { $phase } n’a pas d’instrument d’évaluation (R17)
    .sans-instrument = cet indicateur n’a pas d’instrument
    .aide = { $nombre ->
    [0] ajoutez un indicateur « phase: { $phase } » et son instrument à « eval_ena »
   *[autres] donnez un instrument à un indicateur de cette phase
}
usages-non-mesures = { $nombre ->
    [0] rien ne mesure les usages (R17)
   *[autres] les usages ne sont pas mesurés avant la phase IV (R17)
}
    .tardif = cet indicateur vient trop tard, ou n’a pas de phase
    .aide = ajoutez « usages: oui » à un indicateur de la phase III au plus tard
groupe-hors-bornes = { $cote ->
    [min] les groupes « { $groupe } » comptent { $moyenne } apprenants en moyenne ; il en faut { $limite } au moins (R18)
   *[max] les groupes « { $groupe } » comptent { $moyenne } apprenants en moyenne ; il en faut { $limite } au plus (R18)
}
    .limite = la limite est ici
    .aide = changez le nombre de groupes, ou la limite
groupes-incomplets = les groupes réunissent { $effectif } apprenants ; le périmètre en compte { $attendu } (R18)
    .ecoles = les effectifs des écoles sont ici
    .aide = corrigez les effectifs des groupes, ou ajoutez le groupe qui manque
horaires-absents = « { $public } » se réunit en même temps, sans horaires de formation (R19)
    .aide = ajoutez « horaires_formation », ou « synchrone: non »
acteur-incomplet = l’acteur « { $acteur } » n’a pas { $manque ->
    [type] de type
    [taches] de tâche
   *[moyens] de moyen de communication
} (R21)
    .aide = { $manque ->
    [type] ajoutez par exemple « type: gestionnaire »
    [taches] ajoutez au moins une ligne à « taches »
   *[moyens] ajoutez par exemple « moyens_communication: [messagerie, reunion] »
}
raci-approbation = l’activité « { $activite } » a { $nombre ->
    [0] aucune approbation
   *[autres] { $nombre } approbations ({ $acteurs })
} : il en faut une seule (R30)
    .premiere = la première approbation
    .autre = une autre
    .aide = { $nombre ->
    [0] nommez un acteur dans « A »
   *[autres] gardez un seul acteur dans « A », mettez les autres dans « R » ou « C »
}
raci-sans-realisation = personne ne réalise l’activité « { $activite } » (R30)
    .aide = nommez au moins un acteur dans « R »
raci-approbation-concentree = « { $acteur } » approuve { $nombre } activités sur { $total }, plus de la moitié (R30)
    .fiche = l’acteur est ici
    .aide = partagez les approbations, ou écartez le constat par une dérogation motivée
raci-consultes-nombreux = l’activité « { $activite } » consulte { $nombre } acteurs, plus de { $limite } (R30)
    .aide = informez ceux dont l’avis n’est pas attendu
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
point-de-passage = sans « { $acteur } », le lien avec les autres acteurs est rompu pour : { $coupes } (R25)
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
competence-non-couverte = { $genre ->
    [sans_activite] aucune activité ne sert la compétence « { $nom } »
    [sans_evaluation] rien n’évalue la compétence « { $nom } »
   *[sans_rien] aucune activité ne sert la compétence « { $nom } », et rien ne l’évalue
} (R31)
    .aide = nommez « { $id } » dans « competences » d’une activité et dans « competence » d’une évaluation
inscription-absente = aucune inscription n’est prévue pour « { $public } » dans { $vague } (R32)
    .aide = ajoutez dans « pedagogie: inscriptions: » une ligne « public: { $id } » pour cette vague, ou sans « vague » pour toutes
    .vague = la vague qu’il faut servir
inscription-incomplete = l’inscription de « { $public } » n’a pas : { $parts } (R32)
    .aide = complétez ces clés
inscription-tardive = l’inscription de « { $public } » finit le { $fin } : elle doit finir avant l’ouverture de { $vague }, le { $ouverture } (R32)
    .aide = avancez la fin de l’inscription, ou reculez l’ouverture
    .ouverture = l’ouverture de la vague
groupe-sans-facilitateur = personne n’accompagne le groupe « { $nom } » (R33)
    .aide = ajoutez « facilitateurs: » avec l’identifiant d’un acteur
apprenants-hors-groupe = les groupes par { $critere } réunissent { $groupes } apprenants ; les profils en comptent { $attendus } (R33)
    .aide = un apprenant est dans un groupe et un seul de chaque critère : corrigez les effectifs
    .profil = l’effectif de ce profil
facilitateur-non-forme = « { $acteur } » doit avoir suivi « { $module } », dont aucune session n’est datée avant l’ouverture de { $vague } (R34)
    .aide = ajoutez une session de ce module, avec « vague » et « date », avant l’ouverture
    .ouverture = l’ouverture de la vague
facilitateur-forme-tard = « { $acteur } » suit « { $module } » le { $date } : la session doit précéder l’ouverture de { $vague }, le { $ouverture } (R34)
    .aide = avancez la session, ou retirez le module de « modules_requis »
    .session = la session
    .ouverture = l’ouverture de la vague
evaluation-incomplete = l’évaluation de « { $nom } » n’a pas : { $parts } (R35)
    .aide = complétez ces clés
domaine-sans-exigence = le domaine « { $domaine } » n’a aucune exigence (R36)
    .aide = ajoutez dans « technique: » une ligne « domaine: { $domaine } »
exigence-incomplete = l’exigence du domaine « { $domaine } » n’a pas : { $parts } (R36)
    .aide = complétez ces clés
echeance-tardive = l’échéance du { $date }, requise à l’ouverture, n’est pas avant l’ouverture de { $vague } le { $ouverture } (R37)
    .aide = avancez l’échéance, ou écrivez « requise_ouverture: non »
    .ouverture = l’ouverture de la vague
public-sans-soutien = { $genre ->
    [aucun] aucun canal de soutien ne sert « { $profil } »
   *[incomplet] aucun des canaux qui servent « { $profil } » n’a d’horaires et de délai
} (R38)
    .aide = ajoutez « { $id } » aux « publics » d’un canal qui a « horaires » et « delai »
    .canal = un canal qui le sert
indicateur-incomplet = l’indicateur « { $nom } » n’a pas : { $parts } (R39)
    .aide = complétez ces clés
disponibilite-impossible = une disponibilité de plus de 100 % est impossible (R39)
    .aide = écrivez un pourcentage, par exemple 99,5
diffusion-incomplete = la pièce « { $nom } » n’a pas : { $parts } (R40)
    .aide = complétez ces clés ; « imprime: non » dispense de quantité
donnees-personnelles-incompletes = la protection des données ne nomme pas : { $parts } (R41)
    .aide = sous « materiel: donnees: », écrivez « responsable_traitement: … », « dpd: {"{"}fonction: …, courriel: …{"}"} », « sous_traitants: […] »
efvp-absente = l’évaluation des facteurs relatifs à la vie privée n’est ni faite ni datée (R41)
    .aide = ajoutez « efvp: » avec « statut: » et « date: », avant l’acquisition
efvp-tardive = l’évaluation des facteurs relatifs à la vie privée est datée du { $date }, après l’acquisition du { $acquisition } (R41)
    .aide = la loi la demande avant l’acquisition : avancez-la
    .acquisition = le début du marché
ecole-dans-deux-vagues = l’école « { $ecole } » est deux fois dans les vagues (R58)
    .premiere = elle est déjà ici
    .aide = gardez-la dans une seule vague
ecole-sans-vague = l’école « { $ecole } » n’est dans aucune vague (R58)
    .aide = ajoutez « { $id } » aux « etablissements » d’une vague
phases-en-desordre = dans { $vague }, la phase { $phase } commence le { $debut }, { $genre ->
    [fin] avant la fin de la phase { $autre }, le { $limite }
   *[debut] alors que la phase { $autre } commence le { $limite }
} (R59)
    .autre = l’autre date est ici
    .aide = les phases I, II, III et IV se suivent sans se chevaucher : corrigez l’une des deux dates
rang-en-double = deux vagues ont le rang { $rang } (R59)
    .premiere = la première est ici
    .aide = donnez à chaque vague un rang à elle, dans l’ordre des ouvertures
annee-scolaire-incoherente = { $vague } est donnée pour { $annee }, mais ouvre le { $ouverture }, en { $attendue } (R60)
    .ouverture = elle ouvre ici
    .aide = corrigez l’année scolaire, ou la phase III
fuite-possible = { $genre ->
    [prix] un prix
    [score] la notation d’une plateforme
    [courriel] une adresse de courriel
   *[telephone] un numéro de téléphone
} paraît dans l’édition { $edition } : « { $extrait } » (R88)
    .aide = retirez ces mots de la phrase, ou réservez la note à l’édition interne : « publics: [interne] »
    .aide-donnees = retirez ces mots : cette donnée paraît dans toutes les éditions
edition-inconnue = « { $mot } » n’est pas une édition : la note paraîtrait dans toutes
    .aide = écrivez sous « publics » interne, consultation ou publique
    .aide-proche = vouliez-vous écrire « { $proche } » ?
uai-invalide = le code UAI « { $code } » n’est pas valable (R93)
    .aide = un code UAI a sept chiffres et une lettre
    .aide-cle = la lettre de ces sept chiffres est { $cle }
siret-invalide = le SIRET « { $code } » n’est pas valable (R93)
    .aide = un SIRET a quatorze chiffres, dont le dernier contrôle les autres
approbation-absente = un dossier définitif doit avoir un approbateur et une date d’approbation (R95)
    .aide = donnez dans « visas » un « role: approbateur » avec « nom » et « date », ou changez « statut »
limite-depassee = { $genre ->
    [fichier] le fichier « { $nom } » pèse { $taille } Mo ; la limite est de { $limite } Mo (R94)
    [dossier] le dossier pèse { $taille } Mo ; la limite est de { $limite } Mo (R94)
   *[nom] un nom de fichier aurait { $taille } caractères ; la limite est de { $limite } : il devient « { $nom } » (R94)
}
    .aide = réduisez les images les plus lourdes, ou changez « limites »
    .aide-nom = raccourcissez « nommage » ou « reference », ou changez « limites: nom_max »
nommage-invalide = { $genre ->
    [double] deux documents auraient le même nom : « { $champ } »
   *[inconnu] « { $champ } » n’est pas un champ de nommage
}
    .aide = champs admis entre accolades : { $connus }
    .aide-double = ajoutez {"{"}code{"}"} au nommage
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
    [composition] une police du dossier « { $chemin } » ne peut pas être incorporée : { $cause }
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
document-inconnu = { $genre ->
    [fiche] « { $code } » n’est pas un document de dossier
   *[code] le document « { $code } » n’est pas connu
}
    .aide = documents connus : { $connus }
    .aide-fiche = une fiche pratique se compile seule, depuis sa note : dossier build NOTE.md
    .aide-proche = vouliez-vous écrire « { $proche } » ?
commentaire-non-ferme = le commentaire ouvert par « { $marque } » n’est jamais fermé : toute la suite est masquée
    .aide = ajoutez « { $fin } » à la fin du commentaire
commentaires-trop-nombreux = ce passage compte trop de commentaires pour qu’on distingue les suivants du code
    .aide = séparez-le par des lignes vides, ou retirez des commentaires
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
image-ambigue = plusieurs images portent le nom « { $nom } » ; celle qui est imprimée est « { $choix } »
    .aide = précisez le dossier ; les images de ce nom : { $candidats }
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
lien-ambigu = plusieurs { $genre ->
    [note] notes
   *[fichier] fichiers
} portent le nom « { $nom } » ; le lien mène à « { $choix } »
    .aide = précisez le dossier ; ceux de ce nom : { $candidats }
inclusion-en-boucle = l’inclusion revient à son point de départ : { $chaine }
    .aide = supprimez l’une de ces inclusions
    .etape = puis ici
inclusion-demesuree = { $limite ->
    [profondeur] les inclusions s’emboîtent sur plus de { $valeur } niveaux
    [nombre] les notes du dossier comptent plus de { $valeur } inclusions, celles des notes incluses comprises
   *[texte] les inclusions ajoutent plus de { $valeur } Mio de texte
}
    .aide = incluez une partie de la note (![[Note#Titre]]), ou mettez un lien
inclusion-en-ligne = l’inclusion de « { $nom } » se trouve dans un titre, un lien ou un texte mis en forme : son contenu y est mis sur une ligne
    .aide = mettez-la seule sur sa ligne
lien-hors-du-document = { $nombre ->
    [1] un lien mène à ce que le document ne contient pas ({ $noms }) : seul son texte est imprimé
   *[autres] { $nombre } liens mènent à ce que le document ne contient pas ({ $noms }) : seul leur texte est imprimé
}
notes-orphelines = { $nombre ->
    [1] une note n’est liée par aucune autre et n’est d’aucun document : { $noms }
   *[autres] { $nombre } notes ne sont liées par aucune autre et ne sont d’aucun document : { $noms }
}
notes-sans-document = { $nombre ->
    [1] une note de « { $dossier } » ne nomme ni document ni section, et aucune ne l’inclut : { $noms } (R04)
   *[autres] { $nombre } notes de « { $dossier } » ne nomment ni document ni section, et aucune ne les inclut : { $noms } (R04)
}
images-inutilisees = { $nombre ->
    [1] une image n’est montrée par aucune note : { $noms }
   *[autres] { $nombre } images ne sont montrées par aucune note : { $noms }
}
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
note-de-bas-de-page-en-double = la note de bas de page « { $nom } » est écrite deux fois : seule la première est imprimée
    .aide = donnez un autre nom à celle-ci, ici et à son appel
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
    .aide-masquee = les prix, les notations des plateformes et les contacts restent dans l’édition interne
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
    .aide-texte = écrivez un seul texte
    .aide-date = écrivez la date ainsi : 2026-03-02
    .aide-langue = écrivez fr-FR ou fr-CA
    .aide-entier = écrivez un nombre entier
    .aide-oui-non = écrivez oui ou non
tableau-irregulier = la ligne a { $nombre } cellules, le tableau en a { $attendu }
    .aide = ajoutez les tabulations qui manquent
    .aide-barre = écrivez « \| » dans un lien, un code ou une valeur « {"{{"} … {"}}"} », ou ajoutez une colonne au tableau
tableau-non-reconnu = ces lignes ne forment pas un tableau : elles sont imprimées telles quelles
    .aide = laissez une ligne vide au-dessus du tableau ; la ligne de tirets a autant de cellules que la première
html-non-admis = la balise « { $balise } » n’est pas admise : elle est imprimée telle quelle
    .aide = supprimez-la, ou mettez-la en code, entre accents graves ; une comparaison s’écrit avec des espaces : « a < b »
formule-non-composee = la formule « { $source } » ne peut pas être composée : sa source est imprimée
    .aide = vérifiez les accolades et le nom des commandes ; les formules LaTeX courantes sont admises
diagramme-non-dessine = le diagramme ne peut pas être dessiné : son code est imprimé
    .aide = vérifiez sa syntaxe Mermaid ; un diagramme de Gantt commence par une date ; au plus 300 lignes
saut-de-page-impossible = un saut de page n’est possible ni dans une citation, un encadré ou une liste, ni dans une cellule : celui-ci est ignoré
    .aide = placez-le entre deux paragraphes de la page, avant ou après l’ensemble
element-non-compose = { $genre ->
    [image-de-titre] l’image « { $nom } » ne peut pas être montrée dans un titre
    [expression] l’expression de l’extension { $nom } n’est pas calculée
    [media] le fichier « { $nom } » ne peut pas être montré sur une page
   *[bloc-extension] le bloc « { $nom } » dépend d’une extension d’Obsidian
}
    .aide = un cadre en tient lieu sur la page
    .aide-titre = placez-la sous le titre ; le titre n’imprime que son texte de remplacement
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
document-non-demande = { $genre ->
    [only] « { $code } » n’est pas demandé par ce dossier
   *[rien] ce dossier ne demande aucun document
}
    .aide = ajoutez son code à « documents », dans « dossier.yaml » ; « dossier list documents » énumère les codes
autre-edition = « { $chemin } » est de l’édition { $edition } : il n’est pas remplacé par celui d’une autre
    .aide = donnez à chaque édition son dossier par --out
sortie-liee = « { $chemin } » est un lien symbolique : rien n’est écrit par là
    .aide = supprimez le lien, ou nommez un dossier par --out
manifeste-introuvable = ce coffre n’a pas de fichier « dossier.yaml »
    .aide = donnez le dossier qui le contient, ou une note à compiler seule
lecture-impossible = « { $chemin } » ne peut pas être lu : { $cause ->
    [absent] le dossier ou le fichier n’existe pas
    [occupe] un fichier porte déjà ce nom
    [permission] la permission manque
    [plein] le disque est plein
    [lecture-seule] le disque n’accepte que la lecture
    [dossier] un dossier porte déjà ce nom
    [nom] son nom n’est pas écrit en UTF-8
   *[autre] { $cause }
}
    .aide = vérifiez les permissions
    .aide-absent = vérifiez qu’il n’a pas été déplacé ni supprimé, puis relancez la commande
    .aide-nom = renommez-le depuis votre gestionnaire de fichiers
ecriture-impossible = « { $chemin } » ne peut pas être écrit : { $cause ->
    [absent] le dossier ou le fichier n’existe pas
    [occupe] un fichier porte déjà ce nom
    [permission] la permission manque
    [plein] le disque est plein
    [lecture-seule] le disque n’accepte que la lecture
    [dossier] un dossier porte déjà ce nom
    [nom] son nom n’est pas écrit en UTF-8
   *[autre] { $cause }
}
    .aide = vérifiez la place et les permissions ; l’ancien fichier est intact
modele-invalide = le modèle ne peut pas servir : { $cause }
    .aide = corrigez le dossier donné par --modeles
    .aide-vide = ce dossier n’existe pas, ou aucun modèle ne s’y trouve sous documents/, base/ ou theme/
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

regle-completude = avertissement en brouillon
regle-juridiction-fr = France seulement
regle-juridiction-qc = Québec seulement
regle-export = contrôlée à l’export

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
bilan-coffre = Coffre de { $notes ->
    [0] 0 note
    [1] 1 note
   *[autres] { $notes } notes
} : { $orphelines ->
    [0] aucune orpheline
    [1] 1 orpheline
   *[autres] { $orphelines } orphelines
}, { $liens ->
    [0] aucun lien mort
    [1] 1 lien mort
   *[autres] { $liens } liens morts
}, { $images ->
    [0] aucune image inutilisée
    [1] 1 image inutilisée
   *[autres] { $images } images inutilisées
}, { $noms ->
    [0] aucun nom ambigu
    [1] 1 nom ambigu
   *[autres] { $noms } noms ambigus
}
bilan-rien = { $bilan } ; rien n’a été écrit
