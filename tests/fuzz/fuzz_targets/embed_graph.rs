//! Any bytes as a small vault of notes that embed and link each other.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| dossier_parsers::embed_graph::vault(data));
