//! Turns the faults of a YAML text into diagnostics.

use super::yaml::{Cause, Fault, Limit};
use crate::diagnostic::{Code, Diagnostic};

/// The diagnostic of a fault, at its place.
pub(crate) fn diagnostic(fault: Fault) -> Diagnostic {
    match fault {
        Fault::Syntax { span, cause } => {
            let (name, detail) = cause_name(cause);
            Diagnostic::at(Code::YamlSyntax, span).arg("cause", name).arg("detail", detail).help(name)
        }
        Fault::Tab { span } => Diagnostic::at(Code::YamlTab, span),
        Fault::DuplicateKey { key, first, second } => {
            Diagnostic::at(Code::YamlDuplicateKey, second).arg("cle", key).related(first, "premiere")
        }
        Fault::ComplexKey { span } => Diagnostic::at(Code::YamlUnsupported, span).arg("genre", "cle"),
        Fault::MergeKey { span } => Diagnostic::at(Code::YamlUnsupported, span).arg("genre", "fusion"),
        Fault::Tag { span, tag } => {
            Diagnostic::at(Code::YamlUnsupported, span).arg("genre", "etiquette").arg("nom", tag)
        }
        Fault::UnknownAlias { span, name } => {
            Diagnostic::at(Code::YamlUnsupported, span).arg("genre", "renvoi").arg("nom", name)
        }
        Fault::SeveralDocuments { span } => {
            Diagnostic::at(Code::YamlUnsupported, span).arg("genre", "documents")
        }
        Fault::Limit { span, limit, allowed } => {
            let name = match limit {
                Limit::Depth => "profondeur",
                Limit::Aliases => "renvois",
                Limit::Nodes => "valeurs",
            };
            Diagnostic::at(Code::YamlLimit, span).arg("genre", name).arg("limite", allowed)
        }
    }
}

/// The name of a cause in the catalogues, also that of its remedy, and the word that fills it.
fn cause_name(cause: Cause) -> (&'static str, String) {
    match cause {
        Cause::MissingColon => ("deux-points", String::new()),
        Cause::MissingSpace => ("espace", String::new()),
        Cause::ColonInValue => ("valeur-deux-points", String::new()),
        Cause::UnclosedQuote => ("guillemet", String::new()),
        Cause::TextAfterQuote => ("apres-guillemet", String::new()),
        Cause::UnclosedBracket => ("crochet", String::new()),
        Cause::TextAfterBracket => ("apres-crochet", String::new()),
        Cause::MissingComma => ("virgule", String::new()),
        Cause::Indentation => ("retrait", String::new()),
        Cause::Character(c) => ("caractere", c.to_string()),
        Cause::Other(message) => ("autre", message),
    }
}
