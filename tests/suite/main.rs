//! The tests of the whole: one binary, since each one links the typesetter again.

mod architecture; // what may touch what
mod attaques; // code in every field of the data
mod census; // what `check` says of a whole vault
mod cli; // the real binary: exit codes, files, help
mod compile; // runs the library on a vault, in memory or on disk
mod documents; // every fixture of a document: conforming, complete, with the diagnostics it announces
mod dossiers; // broken notes, names and sizes of files, captions
mod editions; // who sees what; what a status and a waiver change
mod embeds; // what embeds bring, and where they would never end
mod fautes; // wrong data of a project: refused at their place, never printed, never lost
mod fonts; // the fonts that a manifest brings
mod graphe; // ED I-3: the figure, its table, what they find
mod injection; // nothing that a user writes is ever code
mod invalid; // one mistake a folder, named at its place
mod libelles; // each word of the pages has one place, and a place that asks for it
mod links; // where links lead, on a screen and on paper
mod lisezmoi; // README.md: what it shows compiles, what it lists is there
mod markdown; // one construct a file: the code it becomes
mod media; // the files that a note shows: printed, or refused at their place
mod passerelle; // ED I-2 and ED I-4 of a small project: golden values, structure, editions
mod pdf; // reads PDFs
mod places; // any string prints as itself, wherever a note may hold one
mod plans; // ED I-5 and ED I-6: golden values, what an edition leaves out
mod regles; // each rule, broken and kept
mod relecture; // comments: in the margin of a proof, nowhere else
mod repairs; // what the typesetter would refuse is repaired before it
mod robustness; // no prefix of any fixture breaks anything
mod sorties; // where the files of a project go
mod valeurs; // values of a project in the text of a note
mod work; // twice the text is twice the work
