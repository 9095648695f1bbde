//! Counts the work of the parsers on notes of a pattern that is known to slow parsers down.
//!
//! Out: a line a pattern: the work for N marks, for 2N marks, whether the note is refused, the pattern. The work is
//! the number of branches taken, of the dependencies too; the compiler counts them under the flags of
//! the suite's test. No clock: the figures are those of the text, whatever else the machine does.

use std::sync::atomic::{AtomicU64, Ordering};

/// How many marks.
const MARKS: usize = 4000;

static WORK: AtomicU64 = AtomicU64::new(0);

/// The compiler calls it at every branch.
#[unsafe(no_mangle)]
extern "C" fn __sanitizer_cov_trace_pc_guard(_: *mut u32) {
    WORK.fetch_add(1, Ordering::Relaxed);
}

/// The compiler calls it once a module.
#[unsafe(no_mangle)]
extern "C" fn __sanitizer_cov_trace_pc_guard_init(_: *mut u32, _: *mut u32) {}

/// What comes first, what is repeated, what is repeated after it as many times, what ends the note.
type Pattern = (&'static str, &'static str, &'static str, &'static str);

/// The patterns of the parsers that others wrote, then those of our own marks.
const PATTERNS: &[Pattern] = &[
    ("", "> ", "", "a"),
    ("", "- ", "", "a"),
    ("", "> - ", "", "a"),
    ("", "- a\n", "", ""),
    ("", "> a\n", "", ""),
    ("", "[", "", ""),
    ("", "[", "]", ""),
    ("", "](", "", ""),
    ("", "[a](", "", ""),
    ("", "[a](<b", "", ""),
    ("", "[a](b \"", "", ""),
    ("", "[ (](", "", ""),
    ("", "![[]()", "", ""),
    ("", "![a](", "", ""),
    ("", "a**b", "", ""),
    ("", "*a **a ", "b** b* ", ""),
    ("", "*a _b ", "", ""),
    ("", "_a ", "", ""),
    ("", "a_ ", "", ""),
    ("", "*a_ ", "", ""),
    ("", "**x [a*b**c*](d) ", "", ""),
    ("", "~~a ", "", ""),
    ("", "<!-- <", "", ""),
    ("", "<!--", "", ""),
    ("", "<?", "", ""),
    ("", "<!A ", "", ""),
    ("", "<![CDATA[", "", ""),
    ("", "<b>", "", ""),
    ("", "<b a=\"", "", ""),
    ("", "<p>x\n", "", ""),
    ("", "<p>&", "", ""),
    ("", "&amp", "", ""),
    ("", "\\", "", ""),
    ("", "```\n", "", ""),
    ("", "a|b\n", "", ""),
    ("a|b\n-|-\n", "a|b|\n", "", ""),
    ("", "| a | b |\n|---|---|\n| c | d |\n\n", "", ""),
    ("[a]: /b\n\n", "[a] ", "", ""),
    ("", "[a]: /b\n", "", "[a]"),
    ("", "a\n=\n", "", ""),
    ("", "# a\n", "", ""),
    ("", "a\tb\nc\td\n\n", "", ""),
    ("", "://http", "", ""),
    ("", "a@b ", "", ""),
    ("", "[^", "", ""),
    ("", "[^a] ", "", "\n\n[^a]: b"),
    ("", "a[^b] ", "", "\n\n[^b]: c\n  d"),
    ("", "[^a]: b\n", "", ""),
    ("", "^[", "", ""),
    ("", "^[a] ", "", ""),
    ("", "$a ", "", ""),
    ("", "$$a ", "", ""),
    ("", "$a_{b}$ ", "", ""),
    ("$", "{", "}", "$"),
    ("", "==a ", "", ""),
    ("", "==a==", "", ""),
    ("", "[[a|", "", ""),
    ("", "[[a", "]]", ""),
    ("", "![[", "", ""),
    ("", "![[a.png|10]] ", "", ""),
    ("", "{{ a.b ", "", ""),
    ("", "{{ a.b }} ", "", ""),
    ("", "|{{ a.b \\| c ", "", ""),
    ("", "#a ", "", ""),
    ("", "a ^b\n\n", "", ""),
    ("", "> [!note] a\n> b\n\n", "", ""),
    ("> [!note] a\n", "> b ^c\n", "", ""),
    ("", "- [ ] a\n", "", ""),
    ("", "%%a%% ", "", ""),
    ("", "%%a! b%%\n\nc\n\n", "", ""),
    ("mot\n", "%% ![[a]] %%\n", "", ""),
    ("", " ", "%%a%%", ""),
    ("a", " ", "%%a%%", ""),
    ("", "<!-- a --> ", "", ""),
    ("", "<%", "", ""),
    ("---\na: [", "[", "", "\n---\n"),
    ("---\na:\n", "  - b\n", "", "---\n"),
];

/// A paragraph that is read anew at each of its comments: beyond a limit, it is refused.
const REFUSED: Pattern = ("", "%%`%% ", "", "");
/// How many marks are enough to be over that limit.
const MANY: usize = 20_000;

fn main() {
    let all = PATTERNS.iter().map(|pattern| (pattern, MARKS));
    for (pattern, marks) in all.chain([(&REFUSED, MANY)]) {
        // What is made once is made before.
        work(pattern, 1);
        let ((once, _), (twice, refused)) = (work(pattern, marks), work(pattern, 2 * marks));
        println!("{once}\t{twice}\t{refused}\t{pattern:?}");
    }
    for (name, vault) in VAULTS {
        resolved(*vault, 1);
        println!("{}\t{}\tfalse\t{name}", resolved(*vault, LINKS), resolved(*vault, 2 * LINKS));
    }
    let growing = |n: usize| (1..n).map(|i| format!("{} a ", "`".repeat(i))).collect::<String>();
    // The text has the square of its marks.
    let ((once, _), (twice, refused)) = (count(&growing(500)), count(&growing(707)));
    println!("{once}\t{twice}\t{refused}\tbackticks in growing runs");
}

/// A vault, of so many marks.
type Vault = fn(usize) -> Vec<(String, String)>;

/// A root note, and what its links and embeds lead to.
const VAULTS: &[(&str, Vault)] = &[
    ("each block of a note, embedded", |n| {
        two(n, |i| format!("![[b#^x{i}]]\n\n"), |i| format!("mot ^x{i}\n\n"))
    }),
    ("each heading of a note, embedded", |n| {
        two(n, |i| format!("![[b#T{i}]]\n\n"), |i| format!("# T{i}\n\nmot\n\n"))
    }),
    ("each heading of a note, linked", |n| two(n, |i| format!("[[b#T{i}]] "), |i| format!("# T{i}\n\n"))),
    ("links to headings that are not there", |n| {
        two(n, |i| format!("[[b#A{i}]] "), |i| format!("# T{i}\n\n"))
    }),
    ("links to notes, each by its name", |n| {
        let root = (0..n).map(|i| format!("[[n{i}]] ![[N{i}.md]]\n\n")).collect();
        let notes = (0..n).map(|i| (format!("d{}/n{i}.md", i % 7), "mot".to_owned()));
        std::iter::once(("a.md".to_owned(), root)).chain(notes).collect()
    }),
    ("links to notes that are not there", |n| {
        two(n, |i| format!("[[absente-{i}]] "), |i| format!("mot{i} "))
    }),
    ("notes that embed the next one, sixteen deep", |n| {
        let root = "![[n0]]\n\n".repeat(n);
        let next = |i: usize| if i < 14 { format!("mot\n\n![[n{}]]", i + 1) } else { "mot".to_owned() };
        let notes = (0..15).map(|i| (format!("n{i}.md"), next(i)));
        std::iter::once(("a.md".to_owned(), root)).chain(notes).collect()
    }),
];

/// How many links, embeds or notes a vault has; those of a dossier are at most 10,000 embeds.
const LINKS: usize = 300;

/// A note of marks, and the note that they lead to.
fn two(n: usize, root: fn(usize) -> String, other: fn(usize) -> String) -> Vec<(String, String)> {
    let text = |line: fn(usize) -> String| (0..n).map(line).collect();
    vec![("a.md".to_owned(), text(root)), ("b.md".to_owned(), text(other))]
}

fn resolved(vault: Vault, marks: usize) -> u64 {
    let notes = vault(marks);
    let before = WORK.load(Ordering::Relaxed);
    dossier_parsers::embed_graph::resolved(&notes);
    WORK.load(Ordering::Relaxed) - before
}

fn work((first, mark, after, last): &Pattern, times: usize) -> (u64, bool) {
    count(&format!("{first}{}{}{last}", mark.repeat(times), after.repeat(times)))
}

fn count(text: &str) -> (u64, bool) {
    let before = WORK.load(Ordering::Relaxed);
    let refused = dossier_parsers::read(text);
    (WORK.load(Ordering::Relaxed) - before, refused)
}
