//! One construct a file of `fixtures/markdown`: it compiles as PDF/A-2a and PDF/UA-1, and becomes
//! the code of its snapshot.

use crate::compile::{compile, disk, fixtures, names};
use crate::pdf::assert_conforming;
use std::fmt::Write;

#[test]
fn each_construct_becomes_the_code_of_its_snapshot() {
    let folder = fixtures("markdown");
    for note in names(&folder, &[".md"]) {
        let run = compile(&disk(&folder), &note);
        let checked = run.checked.unwrap_or_else(|| panic!("{note}:\n{}", run.short));
        let pdf = run.pdf.unwrap_or_else(|| panic!("{note}:\n{}", run.short));
        assert_conforming(&pdf.bytes, &note);
        let mut snapshot = run.short.clone();
        for (path, code) in checked.project.texts.iter().filter(|(path, _)| path.starts_with("/notes/")) {
            // An empty section says nothing of the construct.
            if code.lines().count() > 3 {
                write!(snapshot, "\n// {path}\n{code}").expect("a text grows");
            }
        }
        insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false }, {
            insta::assert_snapshot!(note.trim_end_matches(".md"), snapshot);
        });
    }
}
