//! Cases as folders: `input/`, the command in `args`, the kit's files that count in `files`, and each of them as it is
//! expected in `expected/`. `XWALK_BLESS=1` writes what comes out there; read it before it is committed.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The folders of the cases, sorted.
fn cases() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut cases: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    cases.retain(|path| path.join("args").is_file());
    cases.sort();
    cases
}

#[test]
fn every_case_comes_out_as_expected() {
    let found: Vec<String> = cases().iter().flat_map(|case| differences(case)).collect();
    assert!(cases().len() >= 12, "cases are missing");
    assert!(
        found.is_empty(),
        "{}\nif that is right: XWALK_BLESS=1 cargo test --test cases",
        found.join("\n")
    );
}

/// What a case's kit holds otherwise than expected.
fn differences(case: &Path) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    let kit = folder.path().join("kit");
    run(case, &kit);
    let files = fs::read_to_string(case.join("files")).unwrap();
    let mut found = Vec::new();
    for file in files.lines() {
        let read = |path: PathBuf| {
            fs::read(path).map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
        };
        let (made, expected) = (read(kit.join(file)), case.join("expected").join(file));
        let Ok(made) = made else {
            found.push(format!("{}: the kit has no `{file}`", case.display()));
            continue;
        };
        if std::env::var_os("XWALK_BLESS").is_some() {
            fs::create_dir_all(expected.parent().unwrap()).unwrap();
            fs::write(&expected, &made).unwrap();
        } else if read(expected.clone()).unwrap_or_default() != made {
            found.push(first_difference(&expected, &made));
        }
    }
    found
}

/// Runs the command of a case; it may find something to look at, but it must be able to run.
fn run(case: &Path, kit: &Path) {
    let args = fs::read_to_string(case.join("args")).unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_xwalk"))
        .args(args.split_whitespace())
        .arg("--out")
        .arg(kit)
        .current_dir(case)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(
        matches!(output.status.code(), Some(0 | 1)),
        "{}: {said}",
        case.display()
    );
}

fn first_difference(expected: &Path, made: &str) -> String {
    let before = fs::read_to_string(expected).unwrap_or_default();
    let (mut old, mut new) = (before.lines(), made.lines());
    let mut line = 1;
    loop {
        let pair = (old.next(), new.next());
        if pair.0 != pair.1 || pair.0.is_none() {
            return format!(
                "{}:{line}: expected {:?}, got {:?}",
                expected.display(),
                pair.0,
                pair.1
            );
        }
        line += 1;
    }
}
