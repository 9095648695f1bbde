//! The registry of codes: one line a mistake that a user can make.

use super::Severity;

/// What kind of mistake a code names; it decides the exit code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Class {
    /// The author can mend a file (exit code 1 where it is an error).
    Input,
    /// A limit of time, memory or expansion is reached (4).
    Limit,
    /// The command line is wrong (2).
    Usage,
    /// The disk, a permission (3).
    Environment,
    /// A bug of ours (5).
    Internal,
}

macro_rules! codes {
    ($($(#[doc = $doc:literal])+ $code:ident = $name:literal, $severity:ident, $class:ident;)+) => {
        /// What is wrong, one code a mistake; shown in kebab-case.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Code {
            $($(#[doc = $doc])+ $code,)+
        }

        impl Code {
            /// Every code, in the order of this registry.
            pub const ALL: &'static [Code] = &[$(Code::$code,)+];

            /// The name shown to users, in kebab-case; also the name of its texts in the catalogues.
            pub fn name(self) -> &'static str {
                match self { $(Code::$code => $name,)+ }
            }

            /// Its usual weight, that of a draft.
            pub fn severity(self) -> Severity {
                match self { $(Code::$code => Severity::$severity,)+ }
            }

            /// What kind of mistake it is.
            pub fn class(self) -> Class {
                match self { $(Code::$code => Class::$class,)+ }
            }
        }
    };
}

impl Code {
    /// Whether it names a repair that only a person can truly make: an error in a final dossier (R05,
    /// design decision 13).
    pub(crate) fn refuses_final(self) -> bool {
        matches!(
            self,
            Self::ImageMissing
                | Self::ImageUnreadable
                | Self::ImageRemote
                | Self::ImageWithoutAlternative
                | Self::LinkNotFound
                | Self::LinkAmbiguous
                | Self::ImageAmbiguous
                | Self::HeadingNotFound
                | Self::BlockNotFound
                | Self::GlyphMissing
                | Self::InvisibleCharacter
                | Self::NotTypeset
                | Self::VariableUnknown
                | Self::VariableFormat
        )
    }
}

codes! {
    /// A file is larger than its budget.
    FileTooLarge = "fichier-trop-gros", Error, Input;
    /// A note is not UTF-8.
    NotUtf8 = "encodage", Error, Input;
    /// A note holds a NUL character.
    NulCharacter = "caractere-nul", Error, Input;
    /// The front matter has no closing `---`.
    FrontMatterUnclosed = "front-matter-non-ferme", Error, Input;
    /// The front matter is longer than its budget.
    FrontMatterTooLong = "front-matter-trop-long", Error, Input;
    /// The front matter is not a list of `key: value` lines.
    FrontMatterShape = "front-matter-sans-cles", Error, Input;
    /// The YAML cannot be read.
    YamlSyntax = "yaml-syntaxe", Error, Input;
    /// A tab indents a YAML line.
    YamlTab = "yaml-tabulation", Error, Input;
    /// A key stands twice in one mapping.
    YamlDuplicateKey = "yaml-cle-en-double", Error, Input;
    /// The YAML goes over a limit of depth, aliases or nodes.
    YamlLimit = "yaml-limite", Error, Input;
    /// A YAML construct the dialect leaves out: a tag, a key that is no text, several documents.
    YamlUnsupported = "yaml-non-admis", Error, Input;
    /// A key of the manifest or of the data that is not known (R02).
    KeyUnknown = "cle-inconnue", Error, Input;
    /// A key that is asked for is absent (R02).
    KeyMissing = "cle-absente", Error, Input;
    /// A top key stands in two data files.
    KeyInTwoFiles = "cle-dans-deux-fichiers", Error, Input;
    /// A quote of a CSV file is never closed.
    CsvQuote = "csv-guillemet", Error, Input;
    /// A row of a CSV file has more or fewer cells than the first one.
    CsvColumns = "csv-colonnes", Error, Input;
    /// A column of a CSV file has no name, or the name of another one.
    CsvHead = "csv-en-tete", Error, Input;
    /// A CSV file has no row below its head, or no head.
    CsvEmpty = "csv-vide", Warning, Input;
    /// A folder that the manifest names has no file of its kind.
    FolderEmpty = "dossier-sans-fichier", Warning, Input;
    /// A CSV file has too many rows.
    CsvTooLong = "csv-trop-long", Error, Input;
    /// A value is of another kind than its key asks for (R02).
    TypeExpected = "valeur-d-un-autre-genre", Error, Input;
    /// A word is not of the list that its key allows (R02).
    WordUnknown = "mot-inconnu", Error, Input;
    /// An id is not in lower case, digits and dashes (R01).
    IdInvalid = "identifiant-invalide", Error, Input;
    /// Two things have the same id (R01).
    IdTwice = "identifiant-en-double", Error, Input;
    /// A reference to an id that nothing has (R01).
    ReferenceDead = "reference-morte", Error, Input;
    /// A section of an official document has neither data nor text (R03).
    SectionEmpty = "section-vide", Error, Input;
    /// A note of the project belongs to no section (R04).
    NoteUnattached = "note-non-rattachee", Warning, Input;
    /// A note names a document, and does not stand where the notes of documents are (R04).
    NoteElsewhere = "note-hors-des-notes", Warning, Input;
    /// The frame of training or its modalities are not said (R07).
    FrameMissing = "cadre-absent", Error, Input;
    /// The kind of organisation is not said (R08).
    OrganisationKindMissing = "type-d-organisation-absent", Error, Input;
    /// The equipment of a school is not described whole (R09).
    InfrastructureIncomplete = "infrastructure-incomplete", Warning, Input;
    /// A measure is too old at the start of phase I (R09).
    MeasureOld = "mesure-ancienne", Warning, Input;
    /// A group of people was not asked (R10).
    SurveyGroupMissing = "enquete-sans-groupe", Warning, Input;
    /// Too few people answered (R10).
    SurveyFewAnswers = "enquete-peu-suivie", Warning, Input;
    /// A need or constraint that nothing treats (R11).
    NeedUntreated = "besoin-sans-reponse", Warning, Input;
    /// Something that should treat a need is no document, section or element (R11).
    AnswerUnknown = "reponse-inconnue", Warning, Input;
    /// A number is out of the bounds of its key, or of another value (R02).
    ValueOutOfBounds = "valeur-hors-bornes", Error, Input;
    /// An end is before its beginning (R02).
    DatesReversed = "dates-inversees", Error, Input;
    /// A resource that could serve and is used nowhere (R12).
    ResourceUnused = "ressource-non-reprise", Info, Input;
    /// The model of diffusion is not said (R13).
    ModelMissing = "modele-de-diffusion-absent", Error, Input;
    /// A mixed model has services from one side only (R13).
    MixedModelOneSided = "modele-mixte-incomplet", Error, Input;
    /// A retained platform is no tool of the diffusion graph (R14).
    PlatformWithoutTool = "plateforme-sans-outil", Error, Input;
    /// A tool of the diffusion graph is not a retained platform (R14).
    ToolNotRetained = "outil-non-retenu", Error, Input;
    /// The weights of the criteria do not make a hundred (R15).
    WeightsSum = "poids-incorrects", Warning, Input;
    /// A platform has no mark on a criterion (R15).
    MarkMissing = "note-de-grille-absente", Warning, Input;
    /// A mark is not between 0 and 5 (R15).
    MarkOffScale = "note-hors-echelle", Warning, Input;
    /// A retained platform is not first, and no reason is given (R15).
    ChoiceUnjustified = "choix-sans-justification", Warning, Input;
    /// A dimension of the environment is not assessed (R16).
    DimensionUnassessed = "dimension-sans-evaluation", Warning, Input;
    /// Nothing is said of how learners are assessed (R16).
    LearnersUnassessed = "apprenants-sans-evaluation", Warning, Input;
    /// A phase has no instrument of assessment (R17).
    PhaseUnassessed = "phase-sans-evaluation", Warning, Input;
    /// What people do is not measured, or too late (R17).
    UseUnmeasured = "usages-non-mesures", Warning, Input;
    /// Groups are on average smaller or larger than they should be (R18).
    GroupSize = "groupe-hors-bornes", Warning, Input;
    /// The groups do not hold the learners in scope (R18).
    GroupsIncomplete = "groupes-incomplets", Warning, Input;
    /// What people do at the same time has no hours (R19).
    HoursMissing = "horaires-absents", Info, Input;
    /// An actor has no type, no task or no means of communication (R21).
    ActorIncomplete = "acteur-incomplet", Error, Input;
    /// An activity has no approval, or several (R30).
    RaciApproval = "raci-approbation", Error, Input;
    /// Nobody does an activity (R30).
    RaciDoerMissing = "raci-sans-realisation", Error, Input;
    /// One actor approves more than half of the activities (R30).
    RaciConcentrated = "raci-approbation-concentree", Warning, Input;
    /// An activity asks many actors for their opinion (R30).
    RaciManyConsulted = "raci-consultes-nombreux", Info, Input;
    /// The graph names an actor that has no record (R20).
    ActorWithoutRecord = "acteur-sans-fiche", Error, Input;
    /// A flow goes from an actor to itself (R22).
    FlowToItself = "flux-sur-soi", Error, Input;
    /// A flow or a scenario names a service that nothing declares (R22).
    FlowServiceUnknown = "flux-sans-service", Error, Input;
    /// A flow or a scenario names a tool that nothing declares (R22).
    FlowToolUnknown = "flux-sans-outil", Error, Input;
    /// A service that no flow gives (R23).
    ServiceWithoutFlow = "service-sans-flux", Warning, Input;
    /// An actor that no flow reaches or leaves (R24).
    ActorIsolated = "acteur-isole", Warning, Input;
    /// A tool that no flow uses (R24).
    ToolIsolated = "outil-isole", Warning, Input;
    /// One actor alone gives a critical service (R25).
    SoleProvider = "fournisseur-unique", Warning, Input;
    /// Without one actor others are cut off (R25).
    CutPoint = "point-de-passage", Warning, Input;
    /// An actor has more to give than hours (R25).
    LoadExcessive = "charge-excessive", Warning, Input;
    /// An end user receives no support (R26).
    UserWithoutSupport = "usager-sans-soutien", Warning, Input;
    /// Two actors joined by a flow have no means of communication in common (R27).
    NoCommonMeans = "sans-moyen-commun", Warning, Input;
    /// A resource is made and nobody uses it (R28).
    ResourceNeverUsed = "ressource-sans-usage", Info, Input;
    /// A resource is used, and neither made nor acquired (R28).
    ResourceNeverMade = "ressource-sans-origine", Info, Input;
    /// A critical service has no usage scenario (R29).
    CriticalFlowWithoutScenario = "flux-critique-sans-scenario", Warning, Input;
    /// A competence has no activity or no assessment (R31).
    CompetenceUncovered = "competence-non-couverte", Warning, Input;
    /// A public of learners has no enrolment in a wave (R32).
    EnrolmentMissing = "inscription-absente", Error, Input;
    /// An enrolment lacks a responsible, a source of data or dates (R32).
    EnrolmentIncomplete = "inscription-incomplete", Error, Input;
    /// An enrolment ends after the opening of its wave (R32).
    EnrolmentLate = "inscription-tardive", Error, Input;
    /// A group of learners has no facilitator (R33).
    GroupWithoutFacilitator = "groupe-sans-facilitateur", Warning, Input;
    /// The groups of a criterion do not hold all learners once (R33).
    LearnersOutOfGroups = "apprenants-hors-groupe", Warning, Input;
    /// No session trains a facilitator before a wave opens (R34).
    FacilitatorUntrained = "facilitateur-non-forme", Error, Input;
    /// A session that a facilitator needs comes after the opening of its wave (R34).
    FacilitatorTrainedLate = "facilitateur-forme-tard", Error, Input;
    /// An assessment lacks criteria, a tool or feedback (R35).
    AssessmentIncomplete = "evaluation-incomplete", Warning, Input;
    /// A domain of technical management has no requirement (R36).
    DomainWithoutRequirement = "domaine-sans-exigence", Error, Input;
    /// A technical requirement lacks a responsible, a deadline or resources (R36).
    RequirementIncomplete = "exigence-incomplete", Error, Input;
    /// A deadline that the opening needs comes after it (R37).
    DeadlineLate = "echeance-tardive", Error, Input;
    /// A profile has no channel of support, or none with hours and a delay (R38).
    SupportMissing = "public-sans-soutien", Warning, Input;
    /// An indicator of quality lacks what makes it useful (R39).
    IndicatorIncomplete = "indicateur-incomplet", Warning, Input;
    /// An availability above a hundred percent is promised (R39).
    AvailabilityImpossible = "disponibilite-impossible", Warning, Input;
    /// A piece of the promotional plan lacks a public, a quantity, a date or a channel (R40).
    PromotionIncomplete = "diffusion-incomplete", Warning, Input;
    /// The block of personal data does not name who answers for them (R41).
    PrivacyIncomplete = "donnees-personnelles-incompletes", Error, Input;
    /// The privacy assessment is neither done nor dated (R41, Québec).
    PrivacyAssessmentMissing = "efvp-absente", Error, Input;
    /// The privacy assessment comes after the acquisition (R41, Québec).
    PrivacyAssessmentLate = "efvp-tardive", Error, Input;
    /// A school stands twice in the waves (R58).
    SchoolInTwoWaves = "ecole-dans-deux-vagues", Error, Input;
    /// A school is in no wave (R58).
    SchoolWithoutWave = "ecole-sans-vague", Error, Input;
    /// The phases of a wave do not follow each other (R59).
    PhasesOutOfOrder = "phases-en-desordre", Error, Input;
    /// Two waves have one rank (R59).
    RankTwice = "rang-en-double", Error, Input;
    /// A wave opens in another school year than its own (R60).
    SchoolYearIncoherent = "annee-scolaire-incoherente", Warning, Input;
    /// A price, a score or a contact stands in the text of an edition that leaves them out (R88).
    Leak = "fuite-possible", Warning, Input;
    /// A note names an edition that is none.
    EditionUnknown = "edition-inconnue", Error, Input;
    /// A school code is not valid (R93).
    UaiInvalid = "uai-invalide", Warning, Input;
    /// A company code is not valid (R93).
    SiretInvalid = "siret-invalide", Warning, Input;
    /// A final dossier has no approver or no date of approval (R95).
    ApprovalMissing = "approbation-absente", Error, Input;
    /// The version is not that of the history, or does not grow (R95).
    VersionIncoherent = "version-incoherente", Error, Input;
    /// A file or the dossier is over a limit of the manifest (R94).
    LimitExceeded = "limite-depassee", Warning, Input;
    /// The pattern of the names of files is not one (R94).
    NamingInvalid = "nommage-invalide", Error, Input;
    /// A waiver of the manifest sets nothing aside.
    WaiverUnused = "derogation-sans-effet", Warning, Input;
    /// The accent of the theme is no colour, or too light for text.
    AccentUnreadable = "accent-illisible", Error, Input;
    /// A font file of the manifest's folder cannot serve.
    FontRefused = "police-refusee", Error, Input;
    /// The manifest asks for a font family that nothing brings.
    FontUnknown = "police-inconnue", Error, Input;
    /// A wanted document is not known.
    DocumentUnknown = "document-inconnu", Error, Input;
    /// A comment `%%` is never closed: it hides all that follows.
    CommentUnclosed = "commentaire-non-ferme", Warning, Input;
    /// Quotes, lists or callouts are nested deeper than the budget.
    NestedTooDeep = "imbrication-excessive", Error, Input;
    /// Quotes, lists or callouts stand deeper in each other than a page can show.
    NestingFlattened = "imbrication-aplatie", Warning, Input;
    /// A path leads out of the vault.
    OutsideVault = "hors-du-coffre", Error, Input;
    /// A file of the vault is a symbolic link.
    SymbolicLink = "lien-symbolique", Error, Input;
    /// An image has more pixels or bytes than its budget.
    ImageTooLarge = "image-trop-grande", Error, Input;
    /// No image of that name.
    ImageMissing = "image-introuvable", Warning, Input;
    /// Several images have that name.
    ImageAmbiguous = "image-ambigue", Warning, Input;
    /// The image cannot be read: truncated, or of an unknown kind.
    ImageUnreadable = "image-illisible", Warning, Input;
    /// A PDF has no page of that number.
    PageMissing = "page-introuvable", Warning, Input;
    /// The image is on the web.
    ImageRemote = "image-distante", Warning, Input;
    /// The image has no alternative text.
    ImageWithoutAlternative = "image-sans-alternative", Warning, Input;
    /// No note of that name.
    LinkNotFound = "lien-introuvable", Warning, Input;
    /// Several notes have that name.
    LinkAmbiguous = "lien-ambigu", Warning, Input;
    /// The note has no heading of that name.
    HeadingNotFound = "titre-introuvable", Warning, Input;
    /// The note has no block of that id.
    BlockNotFound = "bloc-introuvable", Warning, Input;
    /// An embed leads back to the note or part that it stands in.
    EmbedCycle = "inclusion-en-boucle", Error, Input;
    /// A block of text holds more comments than can be told from its code.
    TooManyComments = "commentaires-trop-nombreux", Error, Limit;
    /// The embeds go over a limit of depth, number or text.
    EmbedLimit = "inclusion-demesuree", Error, Limit;
    /// An embed of several blocks stands where only words can: a heading, a link, a styled text.
    EmbedFlattened = "inclusion-en-ligne", Warning, Input;
    /// Links lead to notes that neither the document nor its dossier holds.
    LinkUnpublished = "lien-hors-du-document", Info, Input;
    /// Nothing leads to some notes, which belong to no document.
    NotesOrphan = "notes-orphelines", Info, Input;
    /// Some notes of the project name neither document nor section (R04).
    NotesUnattached = "notes-sans-document", Info, Input;
    /// Nothing shows some images.
    ImagesUnused = "images-inutilisees", Info, Input;
    /// An address of a kind that is not allowed in a document.
    AddressRefused = "adresse-refusee", Warning, Input;
    /// A footnote is called and never written.
    FootnoteNotFound = "note-de-bas-de-page-introuvable", Warning, Input;
    /// A name in `{{ }}` is of no value of the project.
    VariableUnknown = "valeur-inconnue", Warning, Input;
    /// A format in `{{ }}` that its value does not have.
    VariableFormat = "format-inconnu", Warning, Input;
    /// No bundled font has the character.
    GlyphMissing = "glyphe-absent", Warning, Input;
    /// A control or invisible character was left out.
    InvisibleCharacter = "caractere-invisible", Warning, Input;
    /// A heading skips a level.
    HeadingSkipped = "niveau-de-titre-saute", Warning, Input;
    /// A heading has no text.
    HeadingEmpty = "titre-vide", Warning, Input;
    /// A front-matter key looks like one of ours.
    KeyNearMiss = "cle-approchante", Warning, Input;
    /// A front-matter value is not of the kind its key asks for.
    ValueInvalid = "valeur-invalide", Warning, Input;
    /// A line of a table made of tabs has fewer cells than others.
    TableUneven = "tableau-irregulier", Warning, Input;
    /// The lines of a table are read as text.
    TableUnread = "tableau-non-reconnu", Warning, Input;
    /// An HTML element that is not on the list.
    HtmlUnknown = "html-non-admis", Warning, Input;
    /// A formula that cannot be set is shown as its source.
    FormulaUnread = "formule-non-composee", Warning, Input;
    /// A diagram that cannot be drawn is shown as its code.
    DiagramUnread = "diagramme-non-dessine", Warning, Input;
    /// A page break stands where a page cannot end: in a quote, a callout, a list, a cell.
    PageBreakInside = "saut-de-page-impossible", Warning, Input;
    /// A construct that is not typeset yet and has a stand-in.
    NotTypeset = "element-non-compose", Warning, Input;
    /// A tag is followed by text: it may be a word of the sentence, and stays.
    TagInSentence = "etiquette-dans-une-phrase", Warning, Input;
    /// Underlined and struck text cannot be combined.
    DecorationsCombined = "souligne-et-barre", Warning, Input;
    /// The note has no title of its own.
    TitleMissing = "titre-absent", Warning, Input;
    /// A section of the document is missing (R80).
    SectionMissing = "rubrique-absente", Warning, Input;
    /// A section stands twice; the parts were put one after the other.
    SectionTwice = "rubrique-en-double", Warning, Input;
    /// A key question does not end with a question mark (R80).
    QuestionMarkMissing = "question-sans-point", Info, Input;
    /// A key question has no answer where others have one (R80).
    QuestionUnanswered = "question-sans-reponse", Info, Input;
    /// A footnote is called where the page can hold none: in a heading, a link, another footnote.
    FootnoteMisplaced = "note-de-bas-de-page-deplacee", Warning, Input;
    /// A footnote is written and never called.
    FootnoteUnused = "note-de-bas-de-page-inutilisee", Warning, Input;
    /// A footnote is written twice: the first is the one that is printed.
    FootnoteRepeated = "note-de-bas-de-page-en-double", Warning, Input;
    /// The note has no date.
    DateMissing = "date-absente", Info, Input;
    /// The PDF cannot be made from this part of the note.
    TypesettingRefused = "composition-refusee", Error, Input;
    /// The PDF was made, but the typesetter has a doubt about this part of the note.
    TypesettingDoubt = "composition-incertaine", Warning, Input;
    /// The note named on the command line does not exist.
    NoteNotFound = "note-introuvable", Error, Usage;
    /// The file named on the command line is not a note.
    NotANote = "pas-une-note", Error, Usage;
    /// The note named on the command line is outside the vault.
    NoteOutsideVault = "note-hors-du-coffre", Error, Usage;
    /// The vault has no manifest.
    ManifestMissing = "manifeste-introuvable", Error, Usage;
    /// Nothing is to be made: the manifest does not ask for the document, or for any.
    DocumentNotAsked = "document-non-demande", Error, Usage;
    /// A file of another edition has the name of the one to write.
    OtherEdition = "autre-edition", Error, Usage;
    /// The folder of the output is a symbolic link of the vault.
    OutputLinked = "sortie-liee", Error, Environment;
    /// A template or theme of the organisation's pack is wrong.
    TemplateInvalid = "modele-invalide", Error, Usage;
    /// A file cannot be read.
    ReadFailed = "lecture-impossible", Error, Environment;
    /// A file or folder of that name is not one of ours.
    NotOurs = "pas-a-nous", Error, Environment;
    /// A file cannot be written.
    WriteFailed = "ecriture-impossible", Error, Environment;
    /// A bug of the program.
    Internal = "erreur-interne", Error, Internal;
}
