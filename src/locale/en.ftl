# Messages in English. One code a message; `.aide` says how to mend it.

error = error
warning = warning
info = note
help = help

fichier-trop-gros = the file is over the limit of { $limite } MiB
    .aide = split it into several files
encodage = the file is not UTF-8: byte { $octet } at position { $position } makes no sense there
    .aide = it is probably in { $encodage }; save it as UTF-8 from your editor
caractere-nul = the note holds a null character (U+0000)
    .aide = delete it; if the file is not text, it is not a note
front-matter-non-ferme = the front matter opened by “---” is never closed
    .aide = add a line “---” after the last property
front-matter-trop-long = the front matter is over { $limite } KiB
    .aide = keep the properties in the front matter, and the text in the note
front-matter-sans-cles = the front matter is not a list of “key: value” lines
    .aide = write for example “title: Preparing the opening”
yaml-syntaxe = unreadable YAML: { $cause ->
    [deux-points] “:” is missing after the key
    [espace] a space is missing after “:”
    [valeur-deux-points] the value contains “:”
    [guillemet] this quotation mark is never closed
    [apres-guillemet] there is text after the closing quotation mark
    [crochet] this bracket is never closed
    [apres-crochet] there is text after the closing bracket
    [virgule] a comma is missing
    [retrait] the indentation of the line matches no key
    [caractere] “{ $detail }” cannot stand here without quotation marks
   *[autre] { $detail }
}
    .deux-points = a property is written “key: value”
    .espace = write “key: value”, with a space
    .valeur-deux-points = put the value between double quotation marks
    .guillemet = add the closing quotation mark
    .apres-guillemet = put the whole value between double quotation marks, where an apostrophe does no harm
    .crochet = add the closing bracket
    .apres-crochet = put the whole value between double quotation marks
    .virgule = separate the items with commas
    .retrait = align the key with the keys next to it
    .caractere = put the value between double quotation marks
    .autre = check this line and the one before it
yaml-tabulation = a tab is used as indentation
    .aide = replace it with spaces: YAML does not allow tabs there
yaml-cle-en-double = the key “{ $cle }” appears twice
    .premiere = the first one is here
    .aide = delete one of the two
yaml-limite = { $genre ->
    [profondeur] lists and keys are nested more than { $limite } levels deep
    [renvois] there are more than { $limite } aliases (*name)
   *[valeurs] there are more than { $limite } values, counting those that aliases repeat
}
    .aide = write the values one by one
yaml-non-admis = { $genre ->
    [cle] the key is not a text
    [fusion] the merge key “<<” is not allowed
    [etiquette] the type “{ $nom }” is not allowed
    [renvoi] the alias “*{ $nom }” leads nowhere
   *[documents] a second document starts here
}
    .aide = write plain keys and values; put a text that starts with a sign between quotation marks
cle-inconnue = the key “{ $cle }” is not known
    .aide = keys known here: { $connues }
    .aide-proche = did you mean “{ $proche }”?
    .aide-csv = a table has the name of its list: rename it, for example to “{ $proche }.csv”
    .aide-virgule = between braces, a comma separates keys: write a number with a point (2.20), a text in quotes
cle-absente = the key “{ $cle }” is missing
    .aide = add it
cle-dans-deux-fichiers = the key “{ $cle }” stands in two data files
    .premiere = the first one is here
    .aide = put both in one file
csv-guillemet = this quote is never closed, or text follows the closing one
    .aide = close it before the separator; double a quote inside a cell: ""
csv-colonnes = the row has { $nombre } cells, the head has { $attendu }
    .aide = complete the row, or quote a cell that holds the separator
csv-en-tete = the column “{ $nom }” has no name, or that of another one
    .aide = give each column a name of its own
csv-vide = the table has no row below its head
    .aide = add a row for each item, or delete the file
    .aide-en-tete = write the names of the columns on the first line, then a row for each item
dossier-sans-fichier = the folder “{ $chemin }”, which “{ $cle }” names, has no { $cle ->
    [donnees] .yaml or .csv
   *[notes] .md
} file
    .aide = mend the name of the folder, or take the key out: the usual folder is “{ $cle }/”
csv-trop-long = the file has more than { $limite } rows
    .aide = split it in several projects
valeur-d-un-autre-genre = { $genre ->
    [liste] a list is expected
    [texte] a text is expected
    [entier] a whole number from 0 to 10,000,000 is expected
    [nombre] a number from 0 to 10,000,000 is expected
    [annee-scolaire] a school year is expected
    [decimale] a number of at most four decimals, without a sign or a unit, is expected
    [oui-non] “oui” or “non” is expected
    [date] a date, from 1900 to 2199, is expected
    [langue] a language is expected
    [couleur] a colour is expected
    [mot] a word is expected
   *[cles] keys are expected
}
    .aide = { $genre ->
    [liste] write one item a line, after a dash
    [texte] write a text, in quotes if it starts with a sign
    [entier] write the number in figures, without a unit
    [nombre] write the number in figures, without a unit
    [annee-scolaire] write both years: 2026-2027
    [decimale] write the number in figures, without unit or space: 1250.50
    [oui-non] write oui or non
    [date] write the date as 2026-03-02
    [langue] write fr-FR or fr-CA
    [couleur] write the colour as "#0F5B4A", with its quotes
    [mot] write one word
   *[cles] write “key: value” on each line, indented
}
mot-inconnu = “{ $mot }” is not allowed here
    .aide = allowed words: { $admis }
    .aide-proche = did you mean “{ $proche }”? Allowed words: { $admis }
valeur-hors-bornes = { $genre ->
    [intervalle] “{ $cle }” is { $valeur }: a number from { $min } to { $max } is needed
    [moins] “{ $cle }” is { $valeur }: at least { $min } is needed
    [plus] “{ $cle }” is { $valeur }, more than “{ $autre }”, which is { $limite }
   *[avenir] the measure is dated { $valeur }, after the dossier, dated { $limite }
} (R02)
    .autre = the limit is here
    .aide = mend one of the two values
    .aide-intervalle = mend the value
dates-inversees = the end, { $fin }, is before the beginning, { $debut } (R02)
    .debut = the beginning is here
    .aide = mend one of the two dates
identifiant-invalide = the id “{ $id }” is not allowed (R01)
    .aide = use lower-case letters without accents, digits and dashes
identifiant-en-double = the id “{ $id }” is given twice (R01)
    .premier = it is first given here
    .aide = change one of them
reference-morte = “{ $id }” names nothing (R01)
    .aide = correct the id, or add what it names
    .aide-proche = did you mean “{ $proche }”?
section-vide = { $nombre ->
    [one] { $document }: a section has neither data nor text (R03): { $sections }
   *[other] { $document }: { $nombre } sections have neither data nor text (R03): { $sections }
}
    .aide = { $nombre ->
        [one] add a note with “document: { $document }” and “section: { $noms }”, and “neant: oui” if it does not apply
       *[other] for each, add a note with “document: { $document }”, “section:” and its name ({ $noms }), and “neant: oui” if it does not apply
    }
note-non-rattachee = the note belongs to no section (R04)
    .aide = add “document:” and “section:” to the front matter; “dossier list sections” lists them
    .aide-proche = did you mean “section: { $proche }”?
    .aide-document = did you mean “document: { $proche }”?
note-hors-des-notes = the note names the document { $code } and is not in “{ $dossier }”: no document has it (R04)
    .aide = move it into “{ $dossier }”, or name its folder in dossier.yaml, under the key “notes” (“notes: .” takes the whole vault)
cadre-absent = “{ $cle }” is missing from the context (R07)
    .aide = { $cle ->
    [cadre] under “contexte:” of a data file, write “cadre: [institutionnel]” or “cadre: [individuel]”
   *[modalites] under “contexte:” of a data file, write “modalites: [presentiel, distance, hybride]”, those that apply
}
type-d-organisation-absent = “type_organisation” is missing from the context (R08)
    .aide = under “contexte:” of a data file, write for instance “type_organisation: collectivite”
infrastructure-incomplete = the equipment of “{ $ecole }” is incomplete: { $parts } (R09)
    .aide = complete “infra”: “postes” or “tablettes”, “debit_mbps”, “plateforme_existante”
mesure-ancienne = the measure of “{ $ecole }” is { $mois } months old at the start of phase I; the limit is { $limite } (R09)
    .phase = phase I starts here
    .aide = measure again, or change “seuils: mesure_mois”
enquete-sans-groupe = no survey of the { $groupe } (R10)
    .aide = add a survey, or set the finding aside by a waiver with its reason
enquete-peu-suivie = { $taux } % of the { $groupe } answered; the threshold is { $limite } % (R10)
    .sollicites = people asked
    .aide = ask again, or account for it in the synthesis
besoin-sans-reponse = nothing treats “{ $id }”: { $enonce } (R11)
    .aide = add “traite_par: [ed-i-6/soutien-technique]”, or what answers it
reponse-inconnue = { $genre ->
    [section] “{ $document }” has no section “{ $section }”
   *[document] “{ $nom }” is neither a document of the dossier nor the id of an element
} (R11)
    .aide = write the code of a document (ed-i-6), document/section (ed-i-6/soutien-technique) or an id; “dossier list sections” lists the sections
    .aide-proche = did you mean “{ $proche }”?
ressource-non-reprise = “{ $nom }” could serve and is used nowhere (R12)
    .aide = name it in “traite_par” of a need, or give a “motif”
modele-de-diffusion-absent = the model of diffusion is not said (R13)
    .aide = write “modele_diffusion: centralise”, “decentralise” or “mixte” in “orientations”
modele-mixte-incomplet = the model is mixed, but no actor of { $cote ->
    [central] the leading body, the education authority or a supplier
   *[local] a school, a family or a partner
} provides a service (R13)
    .flux = the flows are here
    .aide = add the missing flow, or change the model
plateforme-sans-outil = the retained platform “{ $nom }” is no tool of the diffusion model (R14)
    .outils = the tools are here
    .aide = add a tool “id: { $id }” to “diffusion”, or do not retain this platform
outil-non-retenu = the tool “{ $nom }” is not a retained platform (R14)
    .plateformes = the platforms are here
    .ecartee = it is rejected here
    .aide = retain “{ $id }” in “orientations”, or remove the tool
poids-incorrects = the weights of the criteria make { $somme } %, not 100 (R15)
    .aide = correct the weights; scores are computed in proportion
note-de-grille-absente = “{ $nom }” has no mark on “{ $critere }”: the platform is not ranked (R15)
    .critere = the criterion is here
    .aide = add the mark, from 0 to 5
note-hors-echelle = the mark of “{ $nom }” on “{ $critere }” is { $note }: a mark goes from 0 to 5 (R15)
    .aide = correct the mark
choix-sans-justification = “{ $nom }” is retained at rank { $rang }, behind { $premier }, without a reason (R15)
    .premiere = the first one is here
    .aide = write why in “justification”
dimension-sans-evaluation = the { $dimension ->
    [efficacite] efficiency
    [engagement] engagement
   *[pertinence] relevance
} of the environment is not assessed (R16)
    .aide = add an indicator “dimension: { $dimension }” to “eval_ena”
apprenants-sans-evaluation = nothing says how learners are assessed (R16)
    .aide = add “eval_apprenants” to “orientations”
phase-sans-evaluation = phase { $phase } has no instrument of assessment (R17)
    .sans-instrument = this indicator has no instrument
    .aide = { $nombre ->
    [0] add an indicator “phase: { $phase }” and its instrument to “eval_ena”
   *[other] give an instrument to an indicator of this phase
}
usages-non-mesures = { $nombre ->
    [0] nothing measures use (R17)
   *[other] use is not measured before phase IV (R17)
}
    .tardif = this indicator comes too late, or has no phase
    .aide = add “usages: oui” to an indicator of phase III at the latest
groupe-hors-bornes = the groups “{ $groupe }” have { $moyenne } learners on average; { $cote ->
    [min] at least { $limite } are wanted (R18)
   *[max] at most { $limite } are wanted (R18)
}
    .limite = the limit is here
    .aide = change the number of groups, or the limit
groupes-incomplets = the groups hold { $effectif } learners; the scope counts { $attendu } (R18)
    .ecoles = the headcounts of the schools are here
    .aide = correct the headcounts of the groups, or add the missing one
horaires-absents = “{ $public }” meets at the same time, without training hours (R19)
    .aide = add “horaires_formation”, or “synchrone: non”
acteur-incomplet = the actor “{ $acteur }” has no { $manque ->
    [type] type
    [taches] task
   *[moyens] means of communication
} (R21)
    .aide = { $manque ->
    [type] add for instance “type: gestionnaire”
    [taches] add at least one line to “taches”
   *[moyens] add for instance “moyens_communication: [messagerie, reunion]”
}
raci-approbation = the activity “{ $activite }” has { $nombre ->
    [0] no approval
   *[other] { $nombre } approvals ({ $acteurs })
}: just one is wanted (R30)
    .premiere = the first approval
    .autre = another one
    .aide = { $nombre ->
    [0] name an actor in “A”
   *[other] keep one actor in “A”, put the others in “R” or “C”
}
raci-sans-realisation = nobody does the activity “{ $activite }” (R30)
    .aide = name at least one actor in “R”
raci-approbation-concentree = “{ $acteur }” approves { $nombre } activities of { $total }, more than half (R30)
    .fiche = the actor is here
    .aide = share the approvals, or set the finding aside by a waiver with its reason
raci-consultes-nombreux = the activity “{ $activite }” asks { $nombre } actors for their opinion, more than { $limite } (R30)
    .aide = inform those whose opinion is not needed
acteur-sans-fiche = { $genre ->
    [flux] flow { $nom } names “{ $id }”, which has no record
    [outil] the tool “{ $nom }” is run by “{ $id }”, which has no record
   *[scenario] the scenario “{ $nom }” names “{ $id }”, which has no record
} among the actors (R20)
    .fiches = the records of the actors
    .aide = add its record to the actors, or correct the name
    .aide-proche = the record “{ $proche }” exists
flux-sur-soi = flow { $numero } leaves “{ $id }” and comes back to it (R22)
    .depart = the actor that gives the service
    .aide = a flow goes from one actor to another: correct “de” or “vers”
flux-sans-service = { $genre ->
    [flux] flow { $nom }
   *[scenario] the scenario “{ $nom }”
} names the service “{ $id }”, which is not declared (R22)
    .aide = declare it in “diffusion.services”, or correct the name
    .aide-proche = the service “{ $proche }” exists
flux-sans-outil = { $genre ->
    [flux] flow { $nom }
   *[scenario] the scenario “{ $nom }”
} names the tool “{ $id }”, which is not declared (R22)
    .aide = declare it in “diffusion.outils”, or correct the name
    .aide-proche = the tool “{ $proche }” exists
service-sans-flux = nobody gives or receives the service “{ $service }” (R23)
    .aide = add a flow that gives it, or remove the service
acteur-isole = no flow joins “{ $acteur }” to the other actors (R24)
    .graphe = the model of diffusion
    .aide = add a flow that it gives or receives, or remove its record
outil-isole = no flow goes through the tool “{ $outil }” (R24)
    .aide = name it in a flow, or remove the tool
fournisseur-unique = “{ $acteur }” alone gives the critical service “{ $service }”; without it, these go without: { $prives } (R25)
    .service = critical service
    .aide = provide a second actor that gives this service
point-de-passage = without “{ $acteur }”, nothing joins these to the others: { $coupes } (R25)
    .aide = add a flow that goes through another actor
charge-excessive = the flows of “{ $acteur }” ask for { $heures } h a month; it has { $disponibles } (R25)
    .disponibilite = hours available
    .aide = share out its services, or review the volume and duration of its flows
usager-sans-soutien = “{ $acteur }” receives no support service (R26)
    .aide = add a flow of technical support, pedagogical support or tutoring towards it
sans-moyen-commun = flow { $numero }: “{ $de }” and “{ $vers }” have no means of communication in common (R27)
    .depart = the actor that gives the service
    .arrivee = the actor that receives it
    .aide = add a common means to both records
ressource-sans-usage = “{ $ressource }” is made and nobody uses it (R28)
    .aide = name it in “utilise” of an actor, or stop making it
ressource-sans-origine = “{ $ressource }” is used, but nobody makes it (R28)
    .aide = name it in “produit” of an actor, or say “acquise: oui”
flux-critique-sans-scenario = the critical service “{ $service }” has no usage scenario (flows: { $numeros }) (R29)
    .aide = add a scenario that names this service
competence-non-couverte = { $genre ->
    [sans_activite] no activity serves the competence “{ $nom }”
    [sans_evaluation] nothing assesses the competence “{ $nom }”
   *[sans_rien] no activity serves the competence “{ $nom }”, and nothing assesses it
} (R31)
    .aide = name “{ $id }” in “competences” of an activity and in “competence” of an assessment
inscription-absente = no enrolment is planned for “{ $public }” in { $vague } (R32)
    .aide = add a line “public: { $id }” under “pedagogie: inscriptions:” for this wave, or without “vague” for all
    .vague = the wave to serve
inscription-incomplete = the enrolment of “{ $public }” lacks: { $parts } (R32)
    .aide = fill in these keys
inscription-tardive = the enrolment of “{ $public }” ends on { $fin }: it must end before the opening of { $vague } on { $ouverture } (R32)
    .aide = end the enrolment earlier, or open later
    .ouverture = the opening of the wave
groupe-sans-facilitateur = nobody facilitates the group “{ $nom }” (R33)
    .aide = add “facilitateurs:” with the id of an actor
apprenants-hors-groupe = the groups by { $critere } hold { $groupes } learners; the profiles count { $attendus } (R33)
    .aide = a learner is in exactly one group of each criterion: correct the headcounts
    .profil = the headcount of this profile
facilitateur-non-forme = “{ $acteur }” must have taken “{ $module }”, which has no dated session before the opening of { $vague } (R34)
    .aide = add a session of this module, with “vague” and “date”, before the opening
    .ouverture = the opening of the wave
facilitateur-forme-tard = “{ $acteur }” takes “{ $module }” on { $date }: the session must come before the opening of { $vague } on { $ouverture } (R34)
    .aide = hold the session earlier, or take the module out of “modules_requis”
    .session = the session
    .ouverture = the opening of the wave
evaluation-incomplete = the assessment of “{ $nom }” lacks: { $parts } (R35)
    .aide = fill in these keys
domaine-sans-exigence = the domain “{ $domaine }” has no requirement (R36)
    .aide = add a line “domaine: { $domaine }” under “technique:”
exigence-incomplete = the requirement of the domain “{ $domaine }” lacks: { $parts } (R36)
    .aide = fill in these keys
echeance-tardive = the deadline of { $date }, needed by the opening, is not before the opening of { $vague } on { $ouverture } (R37)
    .aide = bring the deadline forward, or write “requise_ouverture: non”
    .ouverture = the opening of the wave
public-sans-soutien = { $genre ->
    [aucun] no channel of support serves “{ $profil }”
   *[incomplet] none of the channels that serve “{ $profil }” has hours and a delay
} (R38)
    .aide = add “{ $id }” to the “publics” of a channel that has “horaires” and “delai”
    .canal = a channel that serves it
indicateur-incomplet = the indicator “{ $nom }” lacks: { $parts } (R39)
    .aide = fill in these keys
disponibilite-impossible = an availability of more than 100 % is impossible (R39)
    .aide = write a percentage, such as 99.5
diffusion-incomplete = the piece “{ $nom }” lacks: { $parts } (R40)
    .aide = fill in these keys; “imprime: non” needs no quantity
donnees-personnelles-incompletes = the protection of data does not name: { $parts } (R41)
    .aide = under “materiel: donnees:” write “responsable_traitement: …”, “dpd: {"{"}fonction: …, courriel: …{"}"}”, “sous_traitants: […]”
efvp-absente = the privacy impact assessment is neither done nor dated (R41)
    .aide = add “efvp:” with “statut:” and “date:”, before the acquisition
efvp-tardive = the privacy impact assessment is dated { $date }, after the acquisition of { $acquisition } (R41)
    .aide = the law asks for it before the acquisition: hold it earlier
    .acquisition = the start of the contract
ecole-dans-deux-vagues = the school “{ $ecole }” stands twice in the waves (R58)
    .premiere = it is here already
    .aide = keep it in one wave
ecole-sans-vague = the school “{ $ecole }” is in no wave (R58)
    .aide = add “{ $id }” to the “etablissements” of a wave
phases-en-desordre = in { $vague }, phase { $phase } begins on { $debut }, { $genre ->
    [fin] before the end of phase { $autre }, { $limite }
   *[debut] while phase { $autre } begins on { $limite }
} (R59)
    .autre = the other date is here
    .aide = phases I, II, III and IV follow each other and do not overlap: mend one of the two dates
rang-en-double = two waves have rank { $rang } (R59)
    .premiere = the first one is here
    .aide = give each wave a rank of its own, in the order of the openings
annee-scolaire-incoherente = { $vague } is said to be of { $annee }, but opens on { $ouverture }, in { $attendue } (R60)
    .ouverture = it opens here
    .aide = mend the school year, or phase III
fuite-possible = { $genre ->
    [prix] a price
    [score] a score of a platform
    [courriel] an e-mail address
   *[telephone] a telephone number
} stands in the { $edition } edition: “{ $extrait }” (R88)
    .aide = take these words out of the sentence, or keep the note in the internal edition: “publics: [interne]”
    .aide-donnees = take these words out: this value stands in every edition
edition-inconnue = “{ $mot }” is no edition: the note would stand in all of them
    .aide = write interne, consultation or publique under “publics”
    .aide-proche = did you mean “{ $proche }”?
uai-invalide = the UAI code “{ $code }” is not valid (R93)
    .aide = a UAI code has seven digits and a letter
    .aide-cle = the letter of these seven digits is { $cle }
siret-invalide = the SIRET “{ $code }” is not valid (R93)
    .aide = a SIRET has fourteen digits, the last of which checks the others
approbation-absente = a final dossier must have an approver and a date of approval (R95)
    .aide = give “visas” a “role: approbateur” with “nom” and “date”, or change “statut”
limite-depassee = { $genre ->
    [fichier] the file “{ $nom }” weighs { $taille } MB; the limit is { $limite } MB (R94)
    [dossier] the dossier weighs { $taille } MB; the limit is { $limite } MB (R94)
   *[nom] a file name would have { $taille } characters; the limit is { $limite }: it becomes “{ $nom }” (R94)
}
    .aide = reduce the heaviest images, or change “limites”
    .aide-nom = shorten “nommage” or “reference”, or change “limites: nom_max”
nommage-invalide = { $genre ->
    [double] two documents would have the same name: “{ $champ }”
   *[inconnu] “{ $champ }” is not a field of “nommage”
}
    .aide = fields between braces: { $connus }
    .aide-double = add {"{"}code{"}"} to the pattern
derogation-sans-effet = the waiver of { $regle } sets nothing aside
    .aide = take it out, or give in “objet” the id of what it is about
    .aide-inconnue = no rule has that number; “dossier list regles” lists them
version-incoherente = { $genre ->
    [ordre] the version “{ $version }” is not above the one before (R95)
   *[derniere] the version “{ $version }” is not the last of the history (R95)
}
    .precedente = the history has this one
    .aide = complete “historique”
accent-illisible = the colour “{ $couleur }” is too light for text: contrast of { $contraste } on white
    .aide = choose a darker colour: a contrast of 4.5 at least on white, and on its pale tint
police-refusee = { $genre ->
    [vide] the fonts folder “{ $chemin }” has no .ttf, .otf or .ttc file
    [trop] the fonts folder “{ $chemin }” has more than { $limite } files
    [taille] the font “{ $chemin }” is larger than { $limite } MiB
    [licence] the licence of the font “{ $chemin }” forbids to embed it in a PDF
    [fournie] the font “{ $chemin }” is left out: the family “{ $famille }” is already there
    [composition] a font of the folder “{ $chemin }” cannot be embedded: { $cause }
   *[illisible] the font “{ $chemin }” cannot be read
}
    .aide = the file is incomplete or no font: copy it again
    .aide-dossier = name in “polices” a folder of the vault that holds your font files, and nothing else
    .aide-taille = take it out of the folder, or find a smaller version of it
    .aide-licence = take it out of the folder, and ask for a licence that allows embedding
    .aide-fournie = take the file out of the folder
police-inconnue = no font of the family “{ $famille }”
    .aide = available families: { $connues }; others are added by a folder named in “polices”
    .aide-proche = did you mean “{ $proche }”? Available families: { $connues }
document-inconnu = { $genre ->
    [fiche] “{ $code }” is no document of a dossier
   *[code] the document “{ $code }” is not known
}
    .aide = known documents: { $connus }
    .aide-fiche = a fiche pratique is compiled alone, from its note: dossier build NOTE.md
    .aide-proche = did you mean “{ $proche }”?
commentaire-non-ferme = the comment opened by “{ $marque }” is never closed: everything after it is hidden
    .aide = add “{ $fin }” at the end of the comment
commentaires-trop-nombreux = this passage has too many comments to tell the next ones from code
    .aide = part it by blank lines, or take comments out
imbrication-excessive = quotes and lists are nested more than { $limite } levels deep
    .aide = reduce the indentation or the number of “>”
imbrication-aplatie = beyond { $limite } levels, quotes, lists and callouts are put one after the other
    .aide = reduce the indents or the “>”
hors-du-coffre = the path “{ $chemin }” leads out of the vault
    .aide = copy the file into the vault and refer to it by its name
lien-symbolique = “{ $chemin }” is a symbolic link, and these are never followed
    .aide = replace it with a copy of the file
image-trop-grande = the image “{ $chemin }” is too large
    .aide = bring it under { $limite } MiB
    .aide-pixels = it measures { $largeur } × { $hauteur } pixels; bring it under 64 million pixels and 30,000 a side
image-introuvable = no image named “{ $nom }” in this vault
    .aide = add the image, or correct its name
    .aide-proche = the file “{ $proche }” exists
image-ambigue = several images are named “{ $nom }”; the one printed is “{ $choix }”
    .aide = add the folder; the images of that name: { $candidats }
image-illisible = { $genre ->
    [renvoi] the drawing “{ $chemin }” needs another file: “{ $adresse }”
    [complexe] “{ $chemin }” is too complex to be printed
    [chiffre] the file “{ $chemin }” asks for a password
   *[fichier] the image “{ $chemin }” cannot be read
}
    .aide = the file is incomplete or damaged: copy it or save it again
    .aide-genre = convert it to PNG, JPEG, GIF, WebP, BMP, SVG or PDF
    .aide-renvoi = embed that file in the drawing with the program that made it, or export the drawing as PNG
    .aide-complexe = export it as a PNG image from the program that made it
    .aide-chiffre = save a copy without a password
page-introuvable = the file “{ $chemin }” has no page { $page }; pages in the file: { $nombre }
    .aide = write for instance ![[plan.pdf#page=1]]
image-distante = the image is on the web: “{ $adresse }”
    .aide = download it into the vault: nothing outside it is read
image-sans-alternative = the image has no alternative text; its file name stands in for it: “{ $texte }”
    .aide = write what the image shows: ![[plan.png|Plan of the first floor]]
lien-introuvable = no note named “{ $nom }” in this vault
    .aide = correct the name, or create the note
    .aide-proche = the note “{ $proche }” exists
lien-ambigu = several { $genre ->
    [note] notes
   *[fichier] files
} are named “{ $nom }”; the link leads to “{ $choix }”
    .aide = add the folder; those of that name: { $candidats }
inclusion-en-boucle = the embed leads back to where it started: { $chaine }
    .aide = remove one of these embeds
    .etape = then here
inclusion-demesuree = { $limite ->
    [profondeur] embeds are nested more than { $valeur } levels deep
    [nombre] the notes of the dossier have more than { $valeur } embeds, those of the embedded notes included
   *[texte] embeds add more than { $valeur } MiB of text
}
    .aide = embed a part of the note (![[Note#Heading]]), or link to it
inclusion-en-ligne = the embed of “{ $nom }” stands in a heading, a link or a styled text: its content is put on one line there
    .aide = put it alone on its line
lien-hors-du-document = { $nombre ->
    [1] a link leads to what the document does not hold ({ $noms }): only its text is printed
   *[autres] { $nombre } links lead to what the document does not hold ({ $noms }): only their text is printed
}
notes-orphelines = { $nombre ->
    [1] no other note links to one note, which is in no document: { $noms }
   *[autres] no other note links to { $nombre } notes, which are in no document: { $noms }
}
notes-sans-document = { $nombre ->
    [1] one note of “{ $dossier }” names neither document nor section, and none embeds it: { $noms } (R04)
   *[autres] { $nombre } notes of “{ $dossier }” name neither document nor section, and none embeds them: { $noms } (R04)
}
images-inutilisees = { $nombre ->
    [1] no note shows one image: { $noms }
   *[autres] no note shows { $nombre } images: { $noms }
}
titre-introuvable = the note has no heading “{ $nom }”
    .aide = correct the heading in the link
    .aide-proche = the heading “{ $proche }” exists
bloc-introuvable = the note has no block “{ $nom }”
    .aide = add this id at the end of the block that the link is for
    .aide-proche = the block “{ $proche }” exists
adresse-refusee = the address “{ $adresse }” is not allowed in a document; only its text is kept
    .aide = an address starts with https:, http:, mailto: or tel:, and has no space
note-de-bas-de-page-introuvable = the footnote “{ $nom }” is called, but its text is missing
    .aide = add a line “[^{ $nom }]: text of the footnote”
note-de-bas-de-page-deplacee = the footnote “{ $nom }” is called in a heading, a link or another footnote: it is not printed there
    .aide = call it in the text
note-de-bas-de-page-inutilisee = the footnote “{ $nom }” is never called: it is not printed
    .aide = call it with [^{ $nom }], or delete it
note-de-bas-de-page-en-double = the footnote “{ $nom }” is written twice: only the first is printed
    .aide = give this one another name, here and where it is called
valeur-inconnue = { $genre ->
    [sans-projet] “{ $nom }” is a value of a project, and this note belongs to none
    [illisible] “{ $nom }” is a value of the project, whose data cannot be read
    [groupe] “{ $chemin }” is a group of values, not a value
    [masquee] “{ $nom }” is not shown by this edition
    [vide] “{ $nom }” has no value in the data of the project
   *[chemin] the project has no value “{ $nom }”
}
    .aide = names are the keys and ids of the data, with points between them
    .aide-proche = “{ $proche }” exists
    .aide-noms = the names possible here: { $noms }
    .aide-groupe = add a point and one of these names: { $noms }
    .aide-masquee = prices, scores of platforms and contacts stay in the internal edition
    .aide-vide = fill in the datum, or write the sentence without it
    .aide-sans-projet = put the note in the vault of a project, which has a file dossier.yaml, or write the value
    .aide-illisible = run “dossier check” on the vault and mend what it reports
format-inconnu = “{ $nom }” cannot be written in the format “{ $format }”
    .aide = the formats of this value: { $admis }
glyphe-absent = { $autres ->
    [0] no font has the character “{ $caractere }” ({ $code }); occurrences: { $nombre }
   *[autres] { $autres } other characters have no font; occurrences: { $nombre }
}
    .aide = replace it with a word; a square stands in for it on the page, and nothing in a heading
    .aide-autres = a square stands in for each on the page, and nothing in a heading
caractere-invisible = an invisible character ({ $code }) is left out; occurrences: { $nombre }
    .aide = delete it: it can change what people read
niveau-de-titre-saute = the heading goes from level { $precedent } to level { $niveau }; it is brought back to level { $attendu }
    .aide = remove some “#”
titre-vide = the heading has no text: it is not printed
    .aide = write the heading, or delete the line
cle-approchante = the property “{ $cle }” is not known
    .aide = did you mean “{ $proche }”?
valeur-invalide = the value of “{ $cle }” cannot be used: it is ignored
    .aide-texte = write one text only
    .aide-date = write the date like this: 2026-03-02
    .aide-langue = write fr-FR or fr-CA
    .aide-entier = write a whole number
    .aide-oui-non = write yes or no
tableau-irregulier = the row has { $nombre } cells, the table has { $attendu }
    .aide = add the missing tabs
    .aide-barre = write “\|” inside a link, code or a value “{"{{"} … {"}}"}”, or add a column to the table
tableau-non-reconnu = these lines make no table: they are printed as they are
    .aide = leave a blank line above the table; the row of dashes has as many cells as the first one
html-non-admis = the tag “{ $balise }” is not allowed: it is printed as it is
    .aide = delete it, or make it code, between backticks; a comparison is written with spaces: “a < b”
formule-non-composee = the formula “{ $source }” cannot be set: its source is printed
    .aide = check the braces and the names of the commands; the usual LaTeX formulas are known
diagramme-non-dessine = the diagram cannot be drawn: its code is printed
    .aide = check its Mermaid syntax; a Gantt chart starts with a date; 300 lines at most
saut-de-page-impossible = a page break is possible neither in a quote, a callout or a list nor in a cell: this one is ignored
    .aide = put it between two paragraphs of the page, before or after the whole
element-non-compose = { $genre ->
    [image-de-titre] the image “{ $nom }” cannot be shown in a heading
    [expression] the expression of the plugin { $nom } is not computed
    [media] the file “{ $nom }” cannot be shown on a page
   *[bloc-extension] the block “{ $nom }” depends on an Obsidian plugin
}
    .aide = a frame stands in for it on the page
    .aide-titre = put it under the heading, which prints its alternative text only
etiquette-dans-une-phrase = the tag “#{ $etiquette }” is followed by text: it is printed as it is
    .aide = put it at the end of the line to keep it off the page, or write the word without “#”
souligne-et-barre = a text cannot be both underlined and struck through: only the first mark is kept
    .aide = keep one of the two
titre-absent = the document has no title; the file name stands in for it: “{ $titre }”
    .aide = add “title: …” to the front matter, or start the note with “# Title”
rubrique-absente = { $rubrique ->
    [objectif] the objective of the document is missing
    [facteurs] the key success factors are missing
    [questions] the key questions are missing
    [toutes] the note has none of the sections of a “fiche pratique”: it is printed as it is
   *[retenir] what to remember is missing
} (R80)
    .aide = { $rubrique ->
    [objectif] add “objectif: …” to the front matter, or a heading “## Objectif”
    [facteurs] add a heading “## Facteurs clés de succès”
    [questions] add a heading “## Questions clés à se poser”
   *[retenir] add a heading “## À retenir”
}
    .aide-aucune = a “fiche pratique” has the headings “## Objectif”, “## Facteurs clés de succès”, “## Questions clés à se poser” and “## À retenir”
rubrique-en-double = the section “{ $rubrique ->
    [objectif] Objectif
    [contenu] Contenu
    [facteurs] Facteurs clés de succès
    [questions] Questions clés à se poser
   *[retenir] À retenir
}” is opened twice: the two texts are put one after the other
    .premiere = the first one is here
    .aide = join them
question-sans-point = the question has no question mark (R80)
    .aide = end it with “?”
question-sans-reponse = the question has no answer, while others have one (R80)
    .aide = write the answer under the question, indented
date-absente = the note has no date; the PDF is dated 1 January 1970
    .aide = add “date: 2026-03-02” to the front matter
composition-refusee = “{ $extrait }” cannot be typeset: { $cause }
    .aide = simplify this passage
composition-incertaine = “{ $extrait }” is typeset with a reservation: { $cause }
    .aide = check this passage in the PDF
note-introuvable = the note “{ $chemin }” does not exist
    .aide = check the path
pas-une-note = “{ $chemin }” is not a note
    .aide = a note is a .md or .txt file
note-hors-du-coffre = the note “{ $chemin }” is not in the vault “{ $coffre }”
    .aide = change --vault, or the note
document-non-demande = { $genre ->
    [only] “{ $code }” is not asked for by this dossier
   *[rien] this dossier asks for no document
}
    .aide = add its code to “documents” in “dossier.yaml”; “dossier list documents” lists the codes
autre-edition = “{ $chemin }” is of the { $edition } edition: that of another one does not replace it
    .aide = give each edition its own folder with --out
sortie-liee = “{ $chemin }” is a symbolic link: nothing is written through it
    .aide = delete the link, or name a folder with --out
manifeste-introuvable = this vault has no “dossier.yaml” file
    .aide = give the folder that holds it, or a note to compile alone
lecture-impossible = “{ $chemin }” cannot be read: { $cause ->
    [absent] the folder or the file does not exist
    [occupe] a file has that name already
    [permission] the permission is missing
    [plein] the disk is full
    [lecture-seule] the disk is read-only
    [dossier] a folder has that name already
    [nom] its name is not written in UTF-8
   *[autre] { $cause }
}
    .aide = check the permissions
    .aide-absent = check that it was not moved or deleted, then run the command again
    .aide-nom = rename it in your file manager
ecriture-impossible = “{ $chemin }” cannot be written: { $cause ->
    [absent] the folder or the file does not exist
    [occupe] a file has that name already
    [permission] the permission is missing
    [plein] the disk is full
    [lecture-seule] the disk is read-only
    [dossier] a folder has that name already
    [nom] its name is not written in UTF-8
   *[autre] { $cause }
}
    .aide = check the free space and the permissions; the old file is untouched
modele-invalide = the template cannot be used: { $cause }
    .aide = correct the folder given by --modeles
    .aide-vide = this folder does not exist, or has no template in documents/, base/ or theme/
pas-a-nous = “{ $chemin }” exists and was not made by this program: it is not replaced
    .aide = move it, or choose another folder with --out
    .aide-dossier = choose an empty folder with --out
erreur-interne = this is a bug in the program, not a mistake in your note: { $cause }
    .aide = report it with the note that causes it; nothing was written

# The command line.
cmd-propos = Compiles Obsidian notes into official documents (PDF)
cmd-build = Compiles a note to a fiche pratique, or the documents of a vault
cmd-check = Checks a note or a vault and writes nothing
cmd-list = Lists documents, their sections, rules or message codes
cmd-build-note = The note to compile (.md or .txt), or the vault; the current folder by default
cmd-only = These documents only (codes, separated by commas)
cmd-edition = Edition: interne, consultation or publique
cmd-check-note = The note to check (.md or .txt), or the vault; the current folder by default
cmd-out = Output folder
cmd-vault = Root of the vault
cmd-modeles = Folder of an organisation’s templates
cmd-commentaires = Puts the comments of notes in the margin, in a file for proofreading
cmd-emit = What is written: pdf or typst
cmd-format = Form of the messages: human, short or json
cmd-strict = Counts warnings as errors
cmd-lang = Language of the messages: fr or en
cmd-list-quoi = What is listed: documents, sections, regles or codes
cmd-help = Shows this help
cmd-version = Shows the version
cmd-usage = Usage:
cmd-commandes = Commands:
cmd-arguments = Arguments:
cmd-options = Options:
cmd-plus = “dossier COMMAND --help” describes one command.

usage-inconnu = unknown argument: “{ $argument }”
usage-commande-inconnue = unknown command: “{ $argument }”
usage-manquant = missing: { $argument }
usage-valeur = “{ $valeur }” is not allowed for { $argument }; allowed values: { $admises }
usage-valeur-manquante = { $argument } needs a value
usage-commande = choose a command: build, check or list
usage-autre = incorrect command line
usage-aide = “dossier --help” shows the help
usage-proche = did you mean “{ $proche }”?

regle-completude = a warning in a draft
regle-juridiction-fr = France only
regle-juridiction-qc = Québec only
regle-export = decided when the files are made

ecrit = { $chemin } ({ $pages ->
    [1] 1 page
   *[autres] { $pages } pages
}, { $ko } kB)
emis = Typst project: { $chemin }
bilan = { $erreurs ->
    [0] no errors
    [1] 1 error
   *[autres] { $erreurs } errors
}, { $avertissements ->
    [0] no warnings
    [1] 1 warning
   *[autres] { $avertissements } warnings
}
bilan-coffre = Vault of { $notes ->
    [1] 1 note
   *[autres] { $notes } notes
}: { $orphelines ->
    [0] no orphans
    [1] 1 orphan
   *[autres] { $orphelines } orphans
}, { $liens ->
    [0] no dead links
    [1] 1 dead link
   *[autres] { $liens } dead links
}, { $images ->
    [0] no unused images
    [1] 1 unused image
   *[autres] { $images } unused images
}, { $noms ->
    [0] no ambiguous names
    [1] 1 ambiguous name
   *[autres] { $noms } ambiguous names
}
bilan-rien = { $bilan }; nothing was written
