//! Any text as a front matter: no panic, no place outside of it.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &str| dossier_parsers::front_matter(data));
