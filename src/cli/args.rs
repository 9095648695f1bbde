//! The words of the command line, in the user's language.

use super::lang;
use clap::builder::{PossibleValuesParser, ValueParser};
use clap::{Arg, ArgAction, Command};
use dossier::locale::{Catalogue, Lang};
use std::ffi::OsString;

/// The language of messages: `--lang`, then the environment, then French. It is needed before the
/// words are read, since the help is written in it.
pub(super) fn language(words: &[OsString], environment: impl Fn(&str) -> Option<String>) -> Lang {
    let words: Vec<&str> = words.iter().filter_map(|word| word.to_str()).collect();
    let given = words.iter().enumerate().find_map(|(i, word)| match word.strip_prefix("--lang") {
        Some("") => words.get(i + 1).copied(),
        Some(rest) => rest.strip_prefix('='),
        None => None,
    });
    let set = || {
        ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().filter_map(&environment).find(|value| !value.is_empty())
    };
    given.and_then(lang).or_else(|| set().as_deref().and_then(lang)).unwrap_or_default()
}

/// The whole command line.
pub(super) fn command(catalogue: &Catalogue) -> Command {
    let text = |id: &str| catalogue.text(id, None, &[]);
    Command::new("dossier")
        .version(env!("CARGO_PKG_VERSION"))
        .about(text("cmd-propos"))
        .subcommand_required(true)
        .disable_help_subcommand(true)
        .disable_help_flag(true)
        .disable_version_flag(true)
        .help_template(format!(
            "{{about}}\n\n{} {{usage}}\n\n{}\n{{subcommands}}\n\n{}\n{{options}}\n\n{}\n",
            text("cmd-usage"),
            text("cmd-commandes"),
            text("cmd-options"),
            text("cmd-plus")
        ))
        .override_usage(format!("dossier {} …", "<build|check|list>"))
        .arg(help(catalogue))
        .arg(
            Arg::new("version")
                .long("version")
                .short('V')
                .action(ArgAction::Version)
                .help(text("cmd-version")),
        )
        .arg(language_option(catalogue))
        .subcommand(build(catalogue))
        .subcommand(check(catalogue))
        .subcommand(list(catalogue))
}

fn build(catalogue: &Catalogue) -> Command {
    let text = |id: &str| catalogue.text(id, None, &[]);
    sub("build", "NOTE|DIR", catalogue)
        .about(text("cmd-build"))
        .arg(note("cmd-build-note", catalogue))
        .arg(folder("out", "cmd-out", catalogue))
        .arg(only(catalogue))
        .arg(edition(catalogue))
        .arg(folder("vault", "cmd-vault", catalogue))
        .arg(folder("modeles", "cmd-modeles", catalogue))
        .arg(choice("emit", "pdf|typst", ["pdf", "typst"].into(), "cmd-emit", catalogue).default_value("pdf"))
        .arg(
            Arg::new("commentaires")
                .long("avec-commentaires")
                .action(ArgAction::SetTrue)
                .help(text("cmd-commentaires")),
        )
        .arg(format(catalogue))
        .arg(strict(catalogue))
}

fn check(catalogue: &Catalogue) -> Command {
    sub("check", "NOTE|DIR", catalogue)
        .about(catalogue.text("cmd-check", None, &[]))
        .arg(note("cmd-check-note", catalogue))
        .arg(only(catalogue))
        .arg(edition(catalogue))
        .arg(folder("vault", "cmd-vault", catalogue))
        .arg(folder("modeles", "cmd-modeles", catalogue))
        .arg(format(catalogue))
        .arg(strict(catalogue))
}

fn list(catalogue: &Catalogue) -> Command {
    let values: PossibleValuesParser = ["documents", "sections", "regles", "codes"].into();
    let what = Arg::new("quoi")
        .value_name("documents|sections|regles|codes")
        .required(true)
        .hide_possible_values(true);
    sub("list", "documents|sections|regles|codes", catalogue)
        .about(catalogue.text("cmd-list", None, &[]))
        .arg(what.value_parser(values).help(catalogue.text("cmd-list-quoi", None, &[])))
}

/// A command with our own help page: clap's words are English.
fn sub(name: &'static str, argument: &str, catalogue: &Catalogue) -> Command {
    let text = |id: &str| catalogue.text(id, None, &[]);
    Command::new(name)
        .disable_help_flag(true)
        .help_template(format!(
            "{{about}}\n\n{} {{usage}}\n\n{}\n{{positionals}}\n\n{}\n{{options}}\n",
            text("cmd-usage"),
            text("cmd-arguments"),
            text("cmd-options")
        ))
        .override_usage(format!("dossier {name} <{argument}> [options]"))
        .arg(help(catalogue))
        .arg(language_option(catalogue))
}

fn help(catalogue: &Catalogue) -> Arg {
    Arg::new("help").long("help").short('h').action(ArgAction::Help).help(catalogue.text(
        "cmd-help",
        None,
        &[],
    ))
}

fn note(id: &str, catalogue: &Catalogue) -> Arg {
    let parser: ValueParser = clap::value_parser!(std::path::PathBuf);
    Arg::new("note").value_name("NOTE|DIR").value_parser(parser).help(catalogue.text(id, None, &[]))
}

fn only(catalogue: &Catalogue) -> Arg {
    let arg = Arg::new("only").long("only").value_name("CODE").action(ArgAction::Append).value_delimiter(',');
    let codes: Vec<&str> = dossier::documents().collect();
    arg.value_parser(PossibleValuesParser::new(codes)).hide_possible_values(true).help(catalogue.text(
        "cmd-only",
        None,
        &[],
    ))
}

fn edition(catalogue: &Catalogue) -> Arg {
    let names = PossibleValuesParser::new(dossier::editions().collect::<Vec<_>>());
    choice("edition", "NOM", names, "cmd-edition", catalogue)
}

fn folder(name: &'static str, id: &str, catalogue: &Catalogue) -> Arg {
    let parser: ValueParser = clap::value_parser!(std::path::PathBuf);
    Arg::new(name).long(name).value_name("DIR").value_parser(parser).help(catalogue.text(id, None, &[]))
}

fn choice(
    name: &'static str,
    shown: &'static str,
    values: PossibleValuesParser,
    id: &str,
    catalogue: &Catalogue,
) -> Arg {
    let arg = Arg::new(name).long(name).value_name(shown).value_parser(values);
    arg.hide_possible_values(true).hide_default_value(true).help(catalogue.text(id, None, &[]))
}

fn format(catalogue: &Catalogue) -> Arg {
    let values: PossibleValuesParser = ["human", "short", "json"].into();
    choice("format", "human|short|json", values, "cmd-format", catalogue).default_value("human")
}

fn language_option(catalogue: &Catalogue) -> Arg {
    choice("lang", "fr|en", ["fr", "en"].into(), "cmd-lang", catalogue)
}

fn strict(catalogue: &Catalogue) -> Arg {
    Arg::new("strict").long("strict").action(ArgAction::SetTrue).help(catalogue.text("cmd-strict", None, &[]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chooses_a_language() {
        for (words, environment, expected) in [
            (vec!["dossier"], None, Lang::Fr),
            (vec!["dossier"], Some("en_GB.UTF-8"), Lang::En),
            (vec!["dossier"], Some("C"), Lang::Fr),
            (vec!["dossier", "--lang", "en"], Some("fr_FR"), Lang::En),
            (vec!["dossier", "--lang=fr"], Some("en_US"), Lang::Fr),
        ] {
            let words: Vec<OsString> = words.into_iter().map(OsString::from).collect();
            let found = language(&words, |name| environment.filter(|_| name == "LANG").map(str::to_owned));
            assert_eq!(found, expected, "{words:?} {environment:?}");
        }
    }
}
