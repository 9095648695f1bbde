//! Tables of texts as written and as set.

use super::*;

/// `~` is U+00A0 and `_` U+202F in the expected texts, which are unreadable otherwise.
fn shown(text: &str) -> String {
    text.replace(NO_BREAK, "~").replace(NARROW, "_")
}

fn set(conventions: Conventions, nodes: &[&str]) -> Vec<String> {
    let mut typographer = Typographer::new(conventions);
    let next = |i: usize| nodes[i + 1..].iter().find_map(|node| node.chars().next());
    (0..nodes.len()).map(|i| typographer.text(nodes[i], next(i)).into_owned()).collect()
}

const FRANCE: &[(&str, &str)] = &[
    // Marks
    ("Quoi? Vraiment ! Oui; non : si", "Quoi_? Vraiment_! Oui_; non~: si"),
    ("Quoi\u{a0}? Vraiment  !", "Quoi_? Vraiment_!"),
    ("Hein?! Oh!!! (pourquoi?) «Non!»", "Hein_?! Oh_!!! (pourquoi_?) «_Non_!_»"),
    ("ex.: etc. ; 50%; C++: …?", "ex.~: etc._; 50_%_; C++~: …_?"),
    ("? début", "? début"),
    ("Objectif :\nfin", "Objectif~:\nfin"),
    ("Voir https://a.fr/l'x?y=1: fin", "Voir https://a.fr/l'x?y=1~: fin"),
    ("E-RUN: référent", "E-RUN~: référent"),
    ("Contact: a.b@c.fr; d'x@e.fr", "Contact~: a.b@c.fr_; d’x@e.fr"),
    // Quotes and apostrophes
    ("« activables », «interdit»", "«_activables_», «_interdit_»"),
    ("Absence de \"data visualisation\" (\"a\")", "Absence de «_data visualisation_» («_a_»)"),
    ("l'\"école\" d'1 an, l'«été»", "l’«_école_» d’1 an, l’«_été_»"),
    ("\"Quoi?\", dit-il", "«_Quoi_?_», dit-il"),
    ("un \"a \"b\" c\" d", "un «_a «_b_» c_» d"),
    ("un écran 15\" et un 17\"", "un écran 15\" et un 17\""),
    ("le \"mot seul", "le \"mot seul"),
    ("« »", "« »"),
    ("l'index.md d'aujourd'hui", "l’index.md d’aujourd’hui"),
    // Numbers
    ("50% ou 10-15 % (5%)", "50_% ou 10-15_% (5_%)"),
    ("1 250,50 € et 5€", "1_250,50~€ et 5~€"),
    ("12 345 678 élèves, 1\u{a0}250.", "12_345_678 élèves, 1_250."),
    ("100 Mbit/s, 3 km, 20 °C, 5 min.", "100~Mbit/s, 3~km, 20~°C, 5~min."),
    ("de 9 h 30 à 8 h 5", "de 9~h~30 à 8~h~5"),
    // Words kept together
    ("n° 5, N° A, § 3, p. 12, art. L. 1", "n°~5, N°~A, §~3, p.~12, art.~L. 1"),
    ("M. Dupont, MM. X, Mme Roy, Dr No", "M.~Dupont, MM.~X, Mme~Roy, Dr~No"),
    ("le 2 mars, le 1er septembre 2026", "le 2~mars, le 1er~septembre 2026"),
    ("(ED I-1) ou ED I-2", "(ED~I-1) ou ED~I-2"),
];

const QUEBEC: &[(&str, &str)] = &[
    ("Quoi ? Vraiment\u{202f}! Oui; non : si", "Quoi? Vraiment! Oui; non~: si"),
    ("Hein ?! (pourquoi ?) «Non !»", "Hein?! (pourquoi?) «~Non!~»"),
    ("l'\"école\" et «\u{202f}a\u{202f}»", "l’«~école~» et «~a~»"),
    ("50%, 1 250,50 $ et 12\u{202f}000", "50~%, 1~250,50~$ et 12~000"),
    ("8 h 5, 3 km, n° 5, 2 mars", "8~h~5, 3~km, n°~5, 2~mars"),
    ("un :) et ;) - ! non", "un :) et ;) - ! non"),
];

const UNTOUCHED: &[&str] = &[
    "",
    "Un texte sans rien, du tout.",
    "à 10:30, ratio 3:1, C:\\l'a, std::mem, http: ou super :) et :-( ;-)",
    "https://a.fr/?q=l'a&p=50%&r=1;2 www.a.fr/d'a?b o'neil@a.fr",
    "/a/l'b ./l'a note_d'a.md plan.pdf 2026-03-02 k8s E-RUN ED-I-1 a_b :warning: x",
    "01 23 45 67 89, 514 555 1234, SIRET 123 456 789 00012, 0 800 123",
    "en 2026 250 élèves, CM2 250 élèves, ED-I-1 250",
    "2 s’ouvrent, 3 mois, 32 mars, CM2 h, 5 maisons, M. et Mme, p. ex.",
    "a ?b !important a?b:c != [!note]",
    "'mot' 5' les élèves' \"\" 5\" x",
    "\ta\t: b",
];

#[test]
fn tables_hold() {
    for (conventions, table) in [(Conventions::France, FRANCE), (Conventions::Quebec, QUEBEC)] {
        for (input, expected) in table {
            assert_eq!(shown(&set(conventions, &[input])[0]), *expected, "{conventions:?} {input}");
        }
    }
}

#[test]
fn the_rest_is_borrowed() {
    for conventions in [Conventions::France, Conventions::Quebec, Conventions::Aucune] {
        for input in UNTOUCHED {
            let set = Typographer::new(conventions).text(input, None);
            assert!(matches!(set, Cow::Borrowed(_)), "{conventions:?} {input} → {}", shown(&set));
        }
    }
    let aucune = Typographer::new(Conventions::Aucune).text("l'a ?", None);
    assert_eq!(aucune, "l'a ?");
}

#[test]
fn nodes_are_one_text() {
    let table: &[(&[&str], &str)] = &[
        (&["mot", " : suite"], "mot|~: suite"),
        (&["mot ", ": suite"], "mot~|: suite"),
        (&["mot", ": suite"], "mot|~: suite"),
        (&["Quoi ", "?"], "Quoi_|?"),
        (&["Quoi?", "! fin"], "Quoi_?|! fin"),
        (&["«", "mot", "»"], "«_|mot|_»"),
        (&["\"", "mot", "\" fin"], "«_|mot|_» fin"),
        (&["\"mot", "?", "\""], "«_mot|_?|_»"),
        (&["l'", "école", " d", "'été"], "l’|école| d|’été"),
        (&["1", " 250", " €"], "1|_250|~€"),
        (&["50 ", "%", " de 12", " km"], "50_|%| de 12|~km"),
        (&["10 m", "ois, 1 25", "0"], "10 m|ois, 1 25|0"),
        (&["le 2", " mars, n°", " 5 et M. ", "Roy"], "le 2|~mars, n°|~5 et M.~|Roy"),
        (&["ED ", "I-1", " a :", ")"], "ED~|I-1| a :|)"),
    ];
    for (nodes, expected) in table {
        assert_eq!(shown(&set(Conventions::France, nodes).join("|")), *expected, "{nodes:?}");
    }
    assert_eq!(set(Conventions::Quebec, &["mot", " ! ", "non"]), ["mot", "! ", "non"]);
}

#[test]
fn what_is_skipped_counts_as_a_word() {
    let mut france = Typographer::new(Conventions::France);
    assert_eq!(shown(&france.text("«", Some('a'))), "«_");
    france.skip('(');
    assert_eq!(shown(&france.text("» ; ", Some('5'))), "_»_; ");
    france.skip('5');
    assert_eq!(shown(&france.text(" % et", None)), "_% et");
    france.skip('\n');
    assert_eq!(france.text("? l", None), "? l");
}

/// Pieces of random texts: each sign a rule looks at, and the starts of the words it knows.
const PIECES: &[&str] = &[
    " ", " ", " ", "\u{a0}", "\u{202f}", "\n", ";", "!", "?", ":", ".", ",", "…", "%", "€", "$", "«", "»",
    "\"", "\"", "'", "’", "(", ")", "[", "]", "-", "–", "_", "/", "\\", "@", "://", "www.", "1", "25", "300",
    "0", "a", "É", "l", "I-1", "ED", "h", "km", "Mo", "mars", "1er", "n°", "M.", "p.", "http", ".pdf",
];

/// One to three nodes of random pieces.
fn random_nodes(seed: &mut u64) -> Vec<String> {
    let mut draw = |n: u64| {
        *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from((*seed >> 33) % n).expect("a draw is small")
    };
    let nodes = 1 + draw(3);
    let mut node = || (0..draw(9)).map(|_| PIECES[draw(PIECES.len() as u64)]).collect();
    (0..nodes).map(|_| node()).collect()
}

#[test]
fn setting_twice_changes_nothing_more() {
    let inputs = FRANCE.iter().chain(QUEBEC).map(|(input, _)| vec![(*input).to_owned()]);
    let mut seed = 1;
    let random = (0..20_000).map(|_| random_nodes(&mut seed));
    for nodes in inputs.chain(random) {
        for conventions in [Conventions::France, Conventions::Quebec] {
            let once = set(conventions, &nodes.iter().map(String::as_str).collect::<Vec<_>>());
            let twice = set(conventions, &once.iter().map(String::as_str).collect::<Vec<_>>());
            assert_eq!(once, twice, "{conventions:?} {nodes:?}");
        }
    }
}
