//! The registry of codes: one line a mistake that a user can make.

use super::Severity;

/// What kind of mistake a code names; it decides the exit code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Class {
    /// The author can mend a file (exit code 1 where it is an error).
    Input,
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
    /// A resource that could serve and is used nowhere (R12).
    ResourceUnused = "ressource-non-reprise", Info, Input;
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
    /// A school code is not valid (R93).
    UaiInvalid = "uai-invalide", Warning, Input;
    /// A company code is not valid (R93).
    SiretInvalid = "siret-invalide", Warning, Input;
    /// A final dossier has no approver or no date of approval (R95).
    ApprovalMissing = "approbation-absente", Error, Input;
    /// The version is not that of the history, or does not grow (R95).
    VersionIncoherent = "version-incoherente", Error, Input;
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
    /// An HTML element that is not on the list.
    HtmlUnknown = "html-non-admis", Warning, Input;
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
