//! What is wrong with the words of the command line, said in the user's language.

use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use dossier::locale::Catalogue;

/// Prints the help or the mistake that clap found; gives the exit code.
pub(super) fn report(error: &Error, catalogue: &Catalogue) -> u8 {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            super::report::print(&error.render().to_string());
            return 0;
        }
        _ => {}
    }
    let argument = context(error, ContextKind::InvalidArg).unwrap_or_default();
    let value = context(error, ContextKind::InvalidValue).unwrap_or_default();
    let text = |id: &str, args: &[(&'static str, String)]| catalogue.text(id, None, args);
    let message = match error.kind() {
        ErrorKind::UnknownArgument => text("usage-inconnu", &[("argument", argument)]),
        ErrorKind::InvalidSubcommand => {
            let command = context(error, ContextKind::InvalidSubcommand).unwrap_or_default();
            text("usage-commande-inconnue", &[("argument", command)])
        }
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            text("usage-commande", &[])
        }
        ErrorKind::MissingRequiredArgument => text("usage-manquant", &[("argument", argument)]),
        ErrorKind::InvalidValue if value.is_empty() => {
            text("usage-valeur-manquante", &[("argument", argument)])
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let allowed = context(error, ContextKind::ValidValue).unwrap_or_default();
            text("usage-valeur", &[("argument", argument), ("valeur", value), ("admises", allowed)])
        }
        _ => text("usage-autre", &[]),
    };
    eprintln!("{}: {message}", text("error", &[]));
    let near = context(error, ContextKind::SuggestedArg)
        .or_else(|| context(error, ContextKind::SuggestedSubcommand));
    let near = near.or_else(|| context(error, ContextKind::SuggestedValue));
    if let Some(near) = near {
        eprintln!("  = {}: {}", text("help", &[]), text("usage-proche", &[("proche", near)]));
    }
    eprintln!("  = {}: {}", text("help", &[]), text("usage-aide", &[]));
    2
}

fn context(error: &Error, kind: ContextKind) -> Option<String> {
    match error.get(kind)? {
        ContextValue::String(text) => Some(text.clone()),
        ContextValue::Strings(texts) => Some(texts.join(", ")),
        ContextValue::StyledStr(text) => Some(text.to_string()),
        _ => None,
    }
}
