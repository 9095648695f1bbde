//! Nothing that a user writes is ever code: it prints as itself, and the generated code holds
//! nothing but calls and literals.

use crate::compile::{Memory, check, compile};
use crate::pdf::{Pdf, assert_conforming};
use proptest::prelude::*;
use std::sync::LazyLock;
use typst::syntax::{SyntaxKind, SyntaxNode};

/// What an attacker would try: Typst, Tera, HTML, paths.
pub(crate) const ATTACKS: &[&str] = &[
    "#import \"@preview/x:0.1.0\": *",
    "#eval(\"1+1\")",
    "#set page(fill: red)",
    "#read(\"/etc/passwd\")",
    "{{ get_env(name=\"HOME\") }}",
    "{% include \"/etc/passwd\" %}",
    "@label <label> $x^2$x",
    "\\ // /* */ ~ -- ...",
    "\" + read(\"/etc/passwd\") + \"",
    "]#panic()[",
    "#{ while true {} }",
    "$#eval(\"1+1\")$",
    "$$\\text{\"#panic()}$$",
    "$\\frac{a}{\"]#x[}$",
];

#[test]
fn attacks_print_as_themselves() {
    for attack in ATTACKS {
        let quoted = serde_json::to_string(attack).expect("a JSON string is YAML too");
        // In code, where the dialect reads nothing, in the title and in a name.
        let note = format!(
            "---\ntitle: {quoted}\norganisation: {quoted}\npublics: [{quoted}]\n---\n\n```{attack}\n{attack}\n```\n"
        );
        let run = compile(&Memory::new(&[("note.md", &note)]), "note.md");
        let checked = run.checked.unwrap_or_else(|| panic!("{attack}:\n{}", run.short));
        for (path, code) in &checked.project.texts {
            if path.starts_with("/notes/") {
                assert_only_calls(code, attack);
            }
        }
        let pdf = Pdf::new(&run.pdf.unwrap_or_else(|| panic!("{attack}:\n{}", run.short)).bytes);
        let printed = squeezed(&pdf.text());
        assert!(
            printed.matches(&squeezed(attack)).count() >= 2,
            "{attack} is not printed as itself in {printed}"
        );
    }
}

/// Without spaces and quotes, which typography changes.
pub(crate) fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && !"\"'«»’".contains(*c)).collect()
}

/// The kinds of nodes that the code of a note may hold.
pub(crate) fn assert_only_calls(code: &str, what: &str) {
    let root = typst::syntax::parse(code);
    assert!(root.errors_and_warnings().0.is_empty(), "{what}: the code does not parse:\n{code}");
    walk(&root, &mut |node| {
        use SyntaxKind::{
            Args, Array, Auto, Bool, Code, CodeBlock, Colon, Comma, Eq, Float, FuncCall, Hash, Ident, Import,
            Int, LeftBrace, LeftParen, Let, LetBinding, Markup, ModuleImport, Named, None, Numeric, Parbreak,
            Parenthesized, RightBrace, RightParen, Space, Star, Str,
        };
        let allowed = [
            Args,
            Array,
            Auto,
            Bool,
            Code,
            CodeBlock,
            Colon,
            Comma,
            Eq,
            FuncCall,
            Hash,
            Ident,
            Import,
            Int,
            LeftBrace,
            LeftParen,
            Let,
            LetBinding,
            Markup,
            ModuleImport,
            Named,
            None,
            Numeric,
            Parbreak,
            Parenthesized,
            RightBrace,
            RightParen,
            Space,
            Star,
            Str,
            Float,
        ];
        assert!(allowed.contains(&node.kind()), "{what}: a node of kind {:?} in:\n{code}", node.kind());
    });
}

fn walk(node: &SyntaxNode, visit: &mut dyn FnMut(&SyntaxNode)) {
    visit(node);
    node.children().for_each(|child| walk(child, visit));
}

/// Formulas, with what would be code in one of Typst.
const FORMULAS: &[&str] = &[
    "$\\text{#eval(\"1\")}$",
    "$\\mathrm{\"#panic()\"}$",
    "$$\\begin{cases}\"a & #b \\\\ @c & \\unknown\\end{cases}$$",
    "$\\operatorname{#import \"x\"}(x)$",
    "$\\left\\{\\frac{\\#}{\\$}\\right.$",
    "$\\def\\x{#x}\\x$",
    "$a\\!b \\hspace{-3cm} c$",
    "$x^{\\vec{y}}_{\\sqrt[#]{\\_}}$",
];

/// Text made of the marks of all the languages involved.
fn hostile() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[a-zé ]{1,8}",
        "[#$@<>\\[\\]{}()*_`~^|!%=+\\-\\\\\"'/:.;,&0-9]{1,6}",
        "\\$[a-z0-9^_{}+=,#\"@ ]{1,10}\\$",
        proptest::sample::select(FORMULAS).prop_map(str::to_owned),
        Just("\n".to_owned()),
        Just("\n\n".to_owned()),
        proptest::sample::select(ATTACKS).prop_map(str::to_owned),
        any::<char>().prop_map(String::from),
    ];
    proptest::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

/// The main source of a note of another title.
static MAIN_OF_ANOTHER: LazyLock<String> = LazyLock::new(|| {
    let other = check(&Memory::new(&[("note.md", "---\ntitle: Autre\n---\n")]), "note.md");
    other.checked.expect("a project").project.texts["/main.typ"].clone()
});

proptest! {
    #![proptest_config(ProptestConfig { cases: 4000, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever stands in a note, the code made of it parses and holds nothing but calls and literals.
    #[test]
    fn any_note_becomes_calls_and_literals(text in hostile()) {
        let run = check(&Memory::new(&[("note.md", &text)]), "note.md");
        prop_assert!(!run.short.contains("erreur-interne"), "{}", run.short);
        if let Some(checked) = run.checked {
            for (_, code) in checked.project.texts.iter().filter(|(path, _)| path.starts_with("/notes/")) {
                assert_only_calls(code, &text);
            }
        }
    }

    /// Whatever stands in a value of the front matter, the data is JSON and the main source is ours.
    #[test]
    fn any_title_stays_data(text in hostile()) {
        let note = format!("---\ntitle: {}\n---\n", serde_json::to_string(&text).expect("JSON"));
        let run = check(&Memory::new(&[("note.md", &note)]), "note.md");
        if let Some(checked) = run.checked {
            let data: serde_json::Value = serde_json::from_str(&checked.project.texts["/data.json"]).expect("JSON");
            prop_assert!(data["titre"].is_string());
            prop_assert_eq!(&checked.project.texts["/main.typ"], &*MAIN_OF_ANOTHER);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    /// What was repaired is accepted by the typesetter and its standards.
    #[test]
    fn any_note_gives_a_pdf_or_an_error_at_its_place(text in hostile()) {
        let run = compile(&Memory::new(&[("note.md", &text)]), "note.md");
        prop_assert!(!run.short.contains("erreur-interne"), "{:?}\n{}", text, run.short);
        prop_assert_eq!(run.pdf.is_some(), !run.errors, "{:?}\n{}", text, run.short);
        if let Some(pdf) = run.pdf {
            assert_conforming(&pdf.bytes, &text);
        }
    }
}
