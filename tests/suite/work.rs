//! Twice the text is twice the work: the parsers on the patterns that are known to slow parsers down.

use std::path::Path;
use std::process::Command;

/// The compiler's own counter, at every branch.
const COUNTED: &str = "-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=3 \
                       -Cllvm-args=-sanitizer-coverage-trace-pc-guard";

/// What `tests/parsers` prints, a line a pattern. It is built beside this binary, from what the program was built from.
fn counts() -> String {
    let binary = std::env::current_exe().expect("a path");
    let target = binary.ancestors().nth(3).expect("a target directory").join("parsers");
    let run = Command::new(std::env::var_os("CARGO").unwrap_or("cargo".into()))
        .args(["run", "--quiet", "--locked", "--offline", "--target", &host(), "--manifest-path"])
        .arg(Path::new(&crate::compile::project()).join("tests/parsers/Cargo.toml"))
        .env("CARGO_TARGET_DIR", target)
        .env("RUSTFLAGS", COUNTED)
        .env_remove("CARGO_ENCODED_RUSTFLAGS")
        .output()
        .expect("cargo runs");
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    String::from_utf8(run.stdout).expect("UTF-8")
}

/// The name of this machine's target: flags are then those of the program, not of build scripts.
fn host() -> String {
    let run = Command::new("rustc").arg("-vV").output().expect("rustc runs");
    let said = String::from_utf8(run.stdout).expect("UTF-8");
    said.lines().find_map(|line| line.strip_prefix("host: ")).expect("a host").to_owned()
}

#[test]
fn twice_the_marks_are_twice_the_work() {
    let counts = counts();
    let mut refused = Vec::new();
    for line in counts.lines() {
        let [once, twice, over, pattern] = line.split('\t').collect::<Vec<_>>()[..] else {
            panic!("{line}");
        };
        let [once, twice] = [once, twice].map(|count| count.parse::<f64>().expect("a count"));
        assert!(once > 10_000.0, "nothing was counted: {line}");
        assert!(twice / once < 2.5, "{:.2} times the work: {pattern}", twice / once);
        if over == "true" {
            refused.push(pattern);
        }
    }
    assert!(counts.lines().count() > 70, "{counts}");
    // Quotes and lists in each other, YAML in YAML, and the paragraph that is read anew at each comment.
    assert_eq!(refused.len(), 5, "{refused:?}");
}
