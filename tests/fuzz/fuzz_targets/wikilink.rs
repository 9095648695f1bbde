//! Any text as what stands in a link: no panic, no place outside of it.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &str| dossier_parsers::wikilink(data));
