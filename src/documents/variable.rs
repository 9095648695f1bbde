//! The values of the project that prose names: `{{ vagues.v2.ouverture | date_longue }}`.
//!
//! In: the planning data, what was computed from them, a note. Out: the note with the values in
//! place of their names, as text that is never a mark of the dialect. A name of nothing stays in
//! the note, where it is printed as a stand-in, and is reported.

mod format;

use crate::analyse::annees::{fin_marche, ouverture};
use crate::analyse::{Bilan, Totaux};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::locale::{Catalogue, Locale};
use crate::parse::metadata::Metadata;
use crate::parse::note::Note;
use crate::parse::tree::{Block, BlockKind, Inline, InlineKind, Variable};
use crate::parse::variable::variables;
use crate::projet::Projet;
use crate::projet::decode::{Champ, nearest};
use crate::source::{Span, fold};
use format::Faute;

/// The keys by which the items of a list are named, in this order.
const IDS: [&str; 3] = ["id", "sigle", "num"];

/// The keys that say what an item of a list is called, in this order.
const NAMES: [&str; 6] = ["nom", "libelle", "titre", "forme", "objet", "texte"];

/// How many names a message proposes.
const PROPOSED: usize = 12;

/// The values that prose can name.
pub(crate) struct Variables<'a> {
    racine: Champ<'a>,
    /// The data before the edition left anything out of them: only to say so.
    entieres: Champ<'a>,
    locale: Locale,
}

impl<'a> Variables<'a> {
    /// The values of a project as an edition shows it: its data, by their keys and ids, then what is
    /// computed from them. `whole` is the project with all its data.
    pub(crate) fn new(projet: &'a Projet, bilan: &Bilan<'a>, whole: &'a Projet) -> Self {
        let dossier = &projet.manifeste.dossier;
        let locale = Locale::new(&dossier.langue.value).unwrap_or(Locale::FrFr);
        let mut champs = projet.champs();
        champs.push(("totaux", Champ::Cles(totaux(&bilan.totaux))));
        let mut racine = Champ::Cles(champs);
        for wave in &bilan.vagues {
            let Some(Champ::Cles(cles)) = at_mut(&mut racine, &["vagues", &wave.vague.id.value]) else {
                continue;
            };
            cles.extend(totaux(&wave.totaux));
            if let Some(day) = ouverture(wave.vague) {
                cles.push(("ouverture", Champ::Date(day.value)));
            }
        }
        let marche = projet.projet.as_ref().and_then(|projet| projet.marche.as_ref());
        let fin = marche.and_then(fin_marche);
        if let (Some(fin), Some(Champ::Cles(cles))) = (fin, at_mut(&mut racine, &["projet", "marche"])) {
            cles.push(("fin", Champ::Date(fin)));
        }
        Self { racine, entieres: Champ::Cles(whole.champs()), locale }
    }

    /// Puts the values in the place of their names in a note.
    pub(crate) fn fill(&self, note: &mut Note, diags: &mut Diagnostics) {
        each(note, &mut |variable, span| self.written(variable, span, diags));
    }

    /// Puts the values in the place of their names in the sentences of a front matter.
    pub(crate) fn fill_sentences(&self, metadata: &mut Metadata, diags: &mut Diagnostics) {
        each_in_sentences(metadata, &mut |variable, span| self.written(variable, span, diags));
    }

    fn written(&self, variable: &Variable, span: Span, diags: &mut Diagnostics) -> Option<String> {
        match self.value(variable, span) {
            Ok(text) => Some(text),
            Err(diagnostic) => {
                diags.push(diagnostic.arg("nom", &variable.chemin));
                None
            }
        }
    }

    fn value(&self, variable: &Variable, span: Span) -> Result<String, Box<Diagnostic>> {
        let unknown = |genre| Diagnostic::at(Code::VariableUnknown, span).arg("genre", genre);
        let keys: Vec<String> = variable.chemin.split('.').map(fold).collect();
        let holds = |root| descend(root, &keys).is_some_and(|champ| *champ != Champ::Rien);
        if holds(&self.entieres) && !holds(&self.racine) {
            return Err(Box::new(unknown("masquee").help("aide-masquee")));
        }
        let mut champ = &self.racine;
        for (depth, key) in keys.iter().enumerate() {
            let Some(found) = child(champ, key) else {
                return Err(Box::new(self.propose(unknown("chemin"), champ, &keys, depth)));
            };
            champ = found;
        }
        let cle = keys.last().map_or("", String::as_str);
        let labels = Catalogue::pages(&self.locale);
        let items = match champ {
            // As the data have it: an id is an id.
            Champ::Liste(items) if variable.format.as_deref().map(fold).as_deref() == Some("brut") => {
                let thing = |item: &&Champ<'_>| matches!(item, Champ::Cles(_) | Champ::Liste(_));
                (!items.iter().any(|item| thing(&item))).then(|| items.iter().collect())
            }
            Champ::Liste(items) => items.iter().map(|item| self.item(item, cle)).collect(),
            _ => Some(vec![champ]),
        };
        let Some(items) = items.filter(|_| !matches!(champ, Champ::Cles(_))) else {
            let group = unknown("groupe").arg("chemin", keys.join(".")).arg("noms", proposed(champ));
            return Err(Box::new(group.help("aide-groupe")));
        };
        let mut written = Vec::new();
        for item in items {
            let text = format::write(item, cle, variable.format.as_deref(), &self.locale, labels);
            written.push(text.map_err(|faute| {
                match faute {
                    Faute::Vide => unknown("vide").help("aide-vide"),
                    Faute::Format(format) => Diagnostic::at(Code::VariableFormat, span)
                        .arg("format", format)
                        .arg("admis", format::admitted(item).join(", ")),
                }
            })?);
        }
        if written.is_empty() {
            return Err(Box::new(unknown("vide").help("aide-vide")));
        }
        Ok(labels.enumeration(&written))
    }

    /// What an item of the list under `cle` is called: a thing by its name, the id of one by the name of
    /// that one, a value by itself. Nothing for a thing without a name.
    fn item<'c>(&'c self, item: &'c Champ<'a>, cle: &str) -> Option<&'c Champ<'a>> {
        let thing = match item {
            Champ::Texte(id) => child(&self.racine, cle).and_then(|list| child(list, &fold(id))),
            _ => Some(item),
        };
        match thing {
            Some(Champ::Cles(cles)) => {
                let named = |name: &str| cles.iter().find(|(key, _)| *key == name).map(|(_, champ)| champ);
                NAMES.iter().filter_map(|name| named(name)).find(|champ| matches!(champ, Champ::Texte(_)))
            }
            Some(Champ::Liste(_)) => None,
            _ => Some(item),
        }
    }

    /// Adds the nearest name to the message for a key that nothing has, else the names that are there.
    fn propose(&self, unknown: Diagnostic, champ: &Champ<'_>, keys: &[String], depth: usize) -> Diagnostic {
        let known = names(champ);
        let Some(near) = nearest(&keys[depth], known.iter().map(String::as_str)) else {
            return if known.is_empty() {
                unknown
            } else {
                unknown.arg("noms", proposed(champ)).help("aide-noms")
            };
        };
        let mut path = keys.to_vec();
        near.clone_into(&mut path[depth]);
        // The mended path is named as far as it leads to something.
        let led = (depth + 1..=path.len())
            .rev()
            .find(|&end| descend(&self.racine, &path[..end]).is_some())
            .unwrap_or(depth + 1);
        unknown.arg("proche", path[..led].join(".")).help("aide-proche")
    }
}

/// Reports the names in a note that belongs to no project; `unread` where there is one that cannot
/// be read.
pub(crate) fn report(note: &mut Note, unread: bool, diags: &mut Diagnostics) {
    each(note, &mut |variable, span| report_one(variable, span, unread, diags));
}

/// Reports the names in the sentences of a front matter, where there are no values.
pub(crate) fn report_sentences(metadata: &mut Metadata, unread: bool, diags: &mut Diagnostics) {
    each_in_sentences(metadata, &mut |variable, span| report_one(variable, span, unread, diags));
}

fn report_one(variable: &Variable, span: Span, unread: bool, diags: &mut Diagnostics) -> Option<String> {
    let (genre, help) =
        if unread { ("illisible", "aide-illisible") } else { ("sans-projet", "aide-sans-projet") };
    let diagnostic = Diagnostic::at(Code::VariableUnknown, span).arg("genre", genre).help(help);
    diags.push(diagnostic.arg("nom", &variable.chemin));
    None
}

/// Whether a note names any value.
pub(crate) fn any(note: &Note) -> bool {
    any_in(&note.blocks) || note.footnotes.iter().any(|footnote| any_in(&footnote.blocks))
}

/// Whether the sentences of a front matter name any value.
pub(crate) fn any_in_sentences(metadata: &mut Metadata) -> bool {
    metadata.sentences().any(|text| text.text.contains("{{"))
}

fn any_in(blocks: &[Block]) -> bool {
    let mut any = false;
    crate::parse::walk::walk(blocks, &mut |inline| any |= matches!(inline.kind, InlineKind::Variable(_)));
    any
}

fn totaux(totaux: &Totaux) -> Vec<(&'static str, Champ<'static>)> {
    vec![
        ("ecoles", Champ::Entier(totaux.ecoles)),
        ("classes", totaux.classes.map_or(Champ::Rien, Champ::Entier)),
        ("eleves", Champ::Entier(totaux.eleves)),
        ("enseignants", totaux.enseignants.map_or(Champ::Rien, Champ::Entier)),
        ("postes", totaux.postes.map_or(Champ::Rien, Champ::Entier)),
        ("tablettes", totaux.tablettes.map_or(Champ::Rien, Champ::Entier)),
    ]
}

/// What identifies an item of a list.
fn id<'c>(item: &'c Champ<'_>) -> Option<&'c str> {
    let Champ::Cles(cles) = item else { return None };
    IDS.iter().find_map(|id| cles.iter().find(|(key, _)| key == id)).and_then(|(_, value)| match value {
        Champ::Texte(text) => Some(*text),
        _ => None,
    })
}

fn child<'c, 'a>(champ: &'c Champ<'a>, key: &str) -> Option<&'c Champ<'a>> {
    match champ {
        Champ::Cles(cles) => cles.iter().find(|(name, _)| fold(name) == key).map(|(_, champ)| champ),
        Champ::Liste(items) => items.iter().find(|item| id(item).is_some_and(|id| fold(id) == key)),
        _ => None,
    }
}

/// What stands at the end of a path.
fn descend<'c, 'a>(root: &'c Champ<'a>, keys: &[String]) -> Option<&'c Champ<'a>> {
    keys.iter().try_fold(root, |champ, key| child(champ, key))
}

fn at_mut<'c, 'a>(champ: &'c mut Champ<'a>, keys: &[&str]) -> Option<&'c mut Champ<'a>> {
    let Some((key, rest)) = keys.split_first() else { return Some(champ) };
    let found = match champ {
        Champ::Cles(cles) => cles.iter_mut().find(|(name, _)| name == key).map(|(_, champ)| champ),
        Champ::Liste(items) => items.iter_mut().find(|item| id(item) == Some(key)),
        _ => None,
    };
    at_mut(found?, rest)
}

/// The names that may follow, those of nothing left out.
fn names(champ: &Champ<'_>) -> Vec<String> {
    match champ {
        Champ::Cles(cles) => {
            let some = cles.iter().filter(|(_, champ)| !matches!(champ, Champ::Rien));
            some.map(|(name, _)| (*name).to_owned()).collect()
        }
        Champ::Liste(items) => items.iter().filter_map(|item| id(item).map(str::to_owned)).collect(),
        _ => Vec::new(),
    }
}

/// The first names that may follow, for a message.
fn proposed(champ: &Champ<'_>) -> String {
    names(champ).into_iter().take(PROPOSED).collect::<Vec<_>>().join(", ")
}

/// Calls `value` on every name in a note, and puts the text that it gives in its place.
fn each(note: &mut Note, value: &mut dyn FnMut(&Variable, Span) -> Option<String>) {
    blocks(&mut note.blocks, value);
    note.footnotes.iter_mut().for_each(|footnote| blocks(&mut footnote.blocks, value));
}

/// A front matter has no place for a stand-in: there the name of nothing stays as it is typed.
fn each_in_sentences(metadata: &mut Metadata, value: &mut dyn FnMut(&Variable, Span) -> Option<String>) {
    for sentence in metadata.sentences() {
        let whole = Inline::new(sentence.span, InlineKind::Text(sentence.text.clone()));
        let words = variables(vec![whole]).into_iter().map(|inline| match inline.kind {
            InlineKind::Text(text) => text,
            InlineKind::Variable(name) => value(&name, inline.span).unwrap_or_else(|| name.to_string()),
            _ => String::new(),
        });
        sentence.text = words.collect();
    }
}

fn blocks(all: &mut [Block], value: &mut dyn FnMut(&Variable, Span) -> Option<String>) {
    for block in all {
        match &mut block.kind {
            BlockKind::Paragraph(content) | BlockKind::Heading(_, content) => inlines(content, value),
            BlockKind::List(list) => list.items.iter_mut().for_each(|item| blocks(&mut item.blocks, value)),
            BlockKind::Quote(inner) => blocks(inner, value),
            BlockKind::Callout(callout) => {
                inlines(&mut callout.title, value);
                blocks(&mut callout.body, value);
            }
            BlockKind::Table(table) => {
                let cells = table.head.iter_mut().chain(table.rows.iter_mut().flatten());
                cells.for_each(|cell| blocks(&mut cell.blocks, value));
            }
            BlockKind::Code(_)
            | BlockKind::Diagram(_)
            | BlockKind::Rule
            | BlockKind::PageBreak
            | BlockKind::Placeholder(..) => {}
        }
    }
}

fn inlines(all: &mut [Inline], value: &mut dyn FnMut(&Variable, Span) -> Option<String>) {
    for inline in all {
        let span = inline.span;
        match &mut inline.kind {
            InlineKind::Variable(variable) => {
                if let Some(text) = value(variable, span) {
                    inline.kind = InlineKind::Literal(text);
                }
            }
            InlineKind::Styled(_, content) | InlineKind::Link(_, content) | InlineKind::Footnote(content) => {
                inlines(content, value);
            }
            InlineKind::Blocks(inner) => blocks(inner, value),
            _ => {}
        }
    }
}
