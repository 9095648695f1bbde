//! The command line: arguments, one file a command, printing.
//!
//! In: the words of the command line and the environment. Out: an exit code: 0 fine; 1 the author
//! can mend a file; 2 usage; 3 the environment; 4 a limit; 5 a bug of ours.

mod args;
mod build;
mod list;
mod note;
mod report;
mod usage;
mod write;

use dossier::diagnostic::{Class, Code, Diagnostic, Diagnostics, Place, Severity};
use dossier::locale::{Catalogue, Lang};
use dossier::source::Sources;
use report::{Format, Report};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::ExitCode;

/// Runs the command that the process was started with.
pub(crate) fn run() -> ExitCode {
    let words: Vec<std::ffi::OsString> = std::env::args_os().collect();
    let catalogue = Catalogue::messages(args::language(&words, |name| std::env::var(name).ok()));
    // A bug is reported below, in the user's language, instead of by the runtime.
    std::panic::set_hook(Box::new(|_| {}));
    let code = match catch_unwind(AssertUnwindSafe(|| dispatch(&words, catalogue))) {
        Ok(code) => code,
        Err(panic) => bug(panic.as_ref(), catalogue),
    };
    ExitCode::from(code)
}

fn dispatch(words: &[std::ffi::OsString], catalogue: &Catalogue) -> u8 {
    let matches = match args::command(catalogue).try_get_matches_from(words) {
        Ok(matches) => matches,
        Err(error) => return usage::report(&error, catalogue),
    };
    match matches.subcommand() {
        Some(("build", matches)) => build::build(matches, catalogue),
        Some(("check", matches)) => build::check(matches, catalogue),
        Some(("list", matches)) => list::list(matches, catalogue),
        _ => 2,
    }
}

fn bug(panic: &(dyn std::any::Any + Send), catalogue: &Catalogue) -> u8 {
    let text =
        panic.downcast_ref::<String>().map(String::as_str).or_else(|| panic.downcast_ref::<&str>().copied());
    let mut diags = Diagnostics::default();
    let diagnostic = Diagnostic::new(Code::Internal, Place::Nowhere);
    diags.push(diagnostic.arg("cause", text.unwrap_or("panic")).arg("extrait", ""));
    Report::new(catalogue, Format::Human).diagnostics(&diags, &Sources::default());
    5
}

/// The exit code of what was found: 0 without errors, else that of the gravest.
fn exit_code(diags: &Diagnostics) -> u8 {
    let errors = diags.iter().filter(|diagnostic| diagnostic.severity == Severity::Error);
    let codes = errors.map(|diagnostic| match diagnostic.code.class() {
        Class::Internal => 5,
        Class::Limit => 4,
        Class::Environment => 3,
        Class::Usage => 2,
        _ => 1,
    });
    codes.max().unwrap_or(0)
}

/// The language named by a word such as `fr`, `en_GB.UTF-8`.
fn lang(word: &str) -> Option<Lang> {
    match word.get(..2)?.to_ascii_lowercase().as_str() {
        "fr" => Some(Lang::Fr),
        "en" => Some(Lang::En),
        _ => None,
    }
}
