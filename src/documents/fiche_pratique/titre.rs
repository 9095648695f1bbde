//! The title of a fiche: its front matter, its first heading, or the name of its file.
//!
//! In: a note and its headings. Out: a text with its place.

use super::*;

/// The author's own title of a section, where it says more than « À retenir » and the like: it is
/// printed instead.
pub(super) fn longer_title(block: &Block, note: &Note) -> Option<Text> {
    let (BlockKind::Heading(_, content) | BlockKind::Paragraph(content)) = &block.kind else { return None };
    let text = whole_text(content, note);
    let name = name_of(&text);
    // Digits before the words are its number, those after say more.
    let words = text.trim_start_matches(|c: char| !c.is_alphabetic());
    let usual = is_usual(&name) && !words.contains(|c: char| c.is_numeric());
    (!usual).then(|| Text { text: text.trim().trim_end_matches(':').trim().to_owned(), span: block.span })
}

/// Whether a name says no more than which section it is.
pub(super) fn is_usual(name: &str) -> bool {
    NAMES.iter().any(|(known, _)| name == known.trim_end_matches('*'))
        || ["facteurs cles de succes", "questions cles a se poser"].contains(&name)
}

/// The text of a title, which is no line of the page: the footnotes called in it stand in brackets.
pub(super) fn whole_text(content: &[Inline], note: &Note) -> String {
    let mut text = plain_text(content);
    walk_inlines(content, &mut |inline| {
        let words = match &inline.kind {
            InlineKind::Footnote(content) => plain_text(content),
            InlineKind::FootnoteCall(label) => {
                let mut words = Vec::new();
                let named = note.footnotes.iter().find(|footnote| footnote.label == *label);
                walk_blocks(named.map_or(&[], |footnote| &footnote.blocks), &mut |block| {
                    if let BlockKind::Paragraph(content) | BlockKind::Heading(_, content) = &block.kind {
                        words.push(plain_text(content));
                    }
                });
                words.join(" ")
            }
            _ => return,
        };
        if !words.is_empty() {
            text = format!("{} ({words})", text.trim_end());
        }
    });
    text
}

/// The title: that of the front matter, else the first heading, else the name of the file.
pub(super) fn title(material: &NoteMaterial<'_>, heading: Option<&Block>, diags: &mut Diagnostics) -> Text {
    if let Some(title) = &material.metadata.title {
        let text = without_scripts(&title.text);
        if text.len() < title.text.len() {
            diags.push(not_computed("Templater", title.span));
        }
        if !text.trim().is_empty() {
            return Text { text, span: title.span };
        }
    }
    if let Some(Block { span, kind: BlockKind::Heading(_, content), .. }) = heading {
        report_scripts(content, diags);
        let text = whole_text(content, material.note);
        if !text.trim().is_empty() {
            return Text { text, span: *span };
        }
    }
    let span = Span::new(material.note.source, 0..0);
    let text = file_name(material);
    diags.push(Diagnostic::at(Code::TitleMissing, span).arg("titre", &text));
    Text { text, span }
}

/// The name of the file, as a title.
pub(super) fn file_name(material: &NoteMaterial<'_>) -> String {
    let stem = material.sources.get(material.note.source).path.stem();
    let text = words_of(stem);
    let mut letters = text.chars();
    letters.next().map(|c| c.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// A name of a file without the signs that stand for spaces; one between two digits belongs to a date.
fn words_of(name: &str) -> String {
    let letters: Vec<char> = name.chars().collect();
    let digit = |i: Option<usize>| i.and_then(|i| letters.get(i)).is_some_and(char::is_ascii_digit);
    let word = |(i, &c): (usize, &char)| match c {
        '_' => ' ',
        '-' if !(digit(i.checked_sub(1)) && digit(Some(i + 1))) => ' ',
        c => c,
    };
    letters.iter().enumerate().map(word).collect()
}

/// Reports what a plugin would compute in a title, which has no place for a stand-in.
pub(super) fn report_scripts(content: &[Inline], diags: &mut Diagnostics) {
    walk_inlines(content, &mut |inline| {
        if let InlineKind::Placeholder(Unsupported::Expression, plugin) = &inline.kind {
            diags.push(not_computed(plugin, inline.span));
        }
    });
}

fn not_computed(plugin: &str, span: Span) -> Diagnostic {
    let genre = Unsupported::Expression.name();
    Diagnostic::at(Code::NotTypeset, span).arg("genre", genre).arg("nom", plugin)
}

/// A title without Templater's `<% … %>`.
fn without_scripts(title: &str) -> String {
    let (mut kept, mut rest) = (String::new(), title);
    while let Some((before, after)) = rest.split_once("<%") {
        let Some((_, after)) = after.split_once("%>") else { break };
        kept.push_str(before);
        rest = after;
    }
    kept + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_names_of_files() {
        for (name, expected) in [
            ("2026-03-02", "2026-03-02"),
            ("2026-03-02-reunion_de-rentree", "2026-03-02 reunion de rentree"),
            ("ed-i-1", "ed i 1"),
            ("-1-", " 1 "),
        ] {
            assert_eq!(words_of(name), expected, "{name}");
        }
    }

    #[test]
    fn leaves_scripts_out_of_titles() {
        for (title, expected) in [
            ("Réunion", "Réunion"),
            ("Réunion du <% a %>, suite <% b %>", "Réunion du , suite "),
            ("<% a %>", ""),
            ("5 <% 6", "5 <% 6"),
        ] {
            assert_eq!(without_scripts(title), expected);
        }
    }
}
