//! Stage 10: from Typst sources to PDF.
//!
//! In: a [`TypstProject`]. Out: a PDF that is PDF/A-2a and PDF/UA-1 at once, and what Typst says of
//! the sources, with places in them. The typesetter sees nothing but the project, its fonts and the
//! bundled ones: no file, no network, no system font, no clock.

mod faces;
mod world;

pub(crate) use faces::faces;

use crate::render::TypstProject;
use std::cmp::Reverse;
use std::num::NonZero;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicUsize, Ordering};
use typst::WorldExt;
use typst::diag::{Severity, SourceDiagnostic, Warned};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};
use world::ProjectWorld;

/// How deep the typesetter may nest: its own limits stop it far before this many bytes of stack.
const STACK: usize = 64 << 20;

/// What came of a project.
pub(crate) struct Typeset {
    /// The PDF, where nothing was wrong.
    pub pdf: Option<Vec<u8>>,
    pub pages: usize,
    pub findings: Vec<Finding>,
}

/// What Typst says of a source.
pub(crate) struct Finding {
    pub error: bool,
    /// Typst's own sentence, in English, and what it advises.
    pub message: String,
    /// The places it names, the nearest to the fault first: a path of the project, a byte offset.
    pub places: Vec<(String, usize)>,
}

/// Typesets projects side by side, each thread with a stack that is deep enough for Typst's limits. The
/// results stand in the order of the projects.
pub(crate) fn typeset(projects: &[&TypstProject]) -> Vec<Typeset> {
    let cores = std::thread::available_parallelism().map_or(1, NonZero::get);
    let next = AtomicUsize::new(0);
    let order = longest_first(projects);
    let work = || {
        let mut done = Vec::new();
        while let Some(&(index, project)) = order.get(next.fetch_add(1, Ordering::Relaxed)) {
            // One document that breaks the typesetter leaves the others whole.
            let made = catch_unwind(AssertUnwindSafe(|| compile(project)));
            done.push((index, made.unwrap_or_else(|panic| broken(panic_text(panic.as_ref())))));
        }
        done
    };
    let mut done: Vec<(usize, Typeset)> = std::thread::scope(|scope| {
        let spawn = |_| {
            let builder = std::thread::Builder::new().name("typeset".to_owned()).stack_size(STACK);
            builder.spawn_scoped(scope, work).ok()
        };
        let threads: Vec<_> = (0..cores.min(projects.len())).filter_map(spawn).collect();
        threads.into_iter().filter_map(|thread| thread.join().ok()).flatten().collect()
    });
    done.sort_by_key(|(index, _)| *index);
    let mut done = done.into_iter().peekable();
    let all = (0..projects.len()).map(|index| match done.next_if(|(done, _)| *done == index) {
        Some((_, typeset)) => typeset,
        None => broken("no thread could be had".to_owned()),
    });
    all.collect()
}

/// The projects and their places, those with the most to set first: a long one that starts last keeps one
/// core busy and the others idle.
fn longest_first<'p>(projects: &[&'p TypstProject]) -> Vec<(usize, &'p TypstProject)> {
    let mut order: Vec<_> = projects.iter().copied().enumerate().collect();
    let size = |project: &TypstProject| project.texts.values().map(String::len).sum::<usize>();
    order.sort_by_cached_key(|(index, project)| (Reverse(size(project)), *index));
    order
}

/// The result of a run that a bug of the typesetter ended.
fn broken(message: String) -> Typeset {
    let finding = Finding { error: true, message, places: Vec::new() };
    Typeset { pdf: None, pages: 0, findings: vec![finding] }
}

fn panic_text(panic: &(dyn std::any::Any + Send)) -> String {
    let text = panic.downcast_ref::<String>().map(String::as_str);
    text.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("panic").to_owned()
}

fn compile(project: &TypstProject) -> Typeset {
    let _evict = Evict;
    let world = match ProjectWorld::new(project) {
        Ok(world) => world,
        Err(error) => return broken(error),
    };
    let Warned { output, warnings } = typst::compile::<PagedDocument>(&world);
    let mut findings: Vec<Finding> = warnings.iter().map(|warning| finding(warning, &world)).collect();
    let document = match output {
        Ok(document) => document,
        Err(errors) => {
            findings.extend(errors.iter().map(|error| finding(error, &world)));
            return Typeset { pdf: None, pages: 0, findings };
        }
    };
    let pages = document.pages().len();
    let pdf = options().and_then(|options| {
        typst_pdf::pdf(&document, &options)
            .map_err(|errors| errors.iter().map(|error| finding(error, &world)).collect())
    });
    match pdf {
        Ok(pdf) => Typeset { pdf: Some(pdf), pages, findings },
        Err(errors) => {
            findings.extend(errors);
            Typeset { pdf: None, pages, findings }
        }
    }
}

/// The standards of every PDF to read. The date is that of the document, never that of the clock.
fn options() -> Result<PdfOptions, Vec<Finding>> {
    let standards = PdfStandards::new(&[PdfStandard::A_2a, PdfStandard::Ua_1]);
    match standards {
        Ok(standards) => Ok(PdfOptions { standards, ..PdfOptions::default() }),
        Err(error) => Err(broken(error.message().to_string()).findings),
    }
}

/// Takes the places out of a diagnostic while the world that made it still stands.
fn finding(diagnostic: &SourceDiagnostic, world: &ProjectWorld) -> Finding {
    let spans =
        std::iter::once(diagnostic.span).chain(diagnostic.trace.iter().map(|point| point.span.into()));
    let places = spans.filter_map(|span| {
        let path = span.id()?.vpath().get_with_slash().to_owned();
        Some((path, world.range(span)?.start))
    });
    let hints = diagnostic.hints.iter().map(|hint| hint.v.as_str());
    let message = std::iter::once(diagnostic.message.as_str()).chain(hints).collect::<Vec<_>>().join("; ");
    Finding { error: diagnostic.severity == Severity::Error, message, places: places.collect() }
}

/// Lets the typesetter's memory of past documents go, also after a failure.
struct Evict;

impl Drop for Evict {
    fn drop(&mut self) {
        typst::comemo::evict(8);
    }
}
