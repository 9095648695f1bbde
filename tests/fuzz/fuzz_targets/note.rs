//! Any text as a note: no panic, no place outside of it.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &str| dossier_parsers::note(data));
