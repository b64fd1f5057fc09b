//! What `xwalk explain` says, a file for each case in `tests/explain/`: its first line is the command, run in the
//! checkout, the rest what it prints. `XWALK_BLESS=1` writes that; read it before it is committed.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn run(words: &str) -> Output {
    Command::new(env!("CARGO_BIN_EXE_xwalk"))
        .args(words.split_whitespace())
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .env("COLUMNS", "100")
        .output()
        .unwrap()
}

/// What a command prints: its data, or what it complains of.
fn printed(words: &str) -> String {
    let output = run(words);
    let text = match output.status.code() {
        Some(0) => output.stdout,
        _ => output.stderr,
    };
    String::from_utf8(text).unwrap()
}

fn cases() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/explain");
    let entries = fs::read_dir(folder).unwrap();
    let mut cases: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    cases.retain(|path| path.extension().is_some_and(|end| end == "txt"));
    cases.sort();
    cases
}

#[test]
fn every_explanation_reads_as_expected() {
    let mut wrong = Vec::new();
    for case in cases() {
        let text = fs::read_to_string(&case).unwrap();
        let (command, expected) = text.split_once('\n').unwrap();
        let words = command.strip_prefix("$ xwalk ").unwrap();
        let found = printed(words);
        if std::env::var_os("XWALK_BLESS").is_some() {
            fs::write(&case, format!("{command}\n{found}")).unwrap();
        } else if found != expected {
            wrong.push(format!("{}:\n{found}", case.display()));
        }
    }
    assert!(cases().len() > 10, "cases are missing");
    assert!(
        wrong.is_empty(),
        "{}\nif that is right: XWALK_BLESS=1 cargo test --test explain",
        wrong.join("\n")
    );
}

#[test]
fn every_explanation_is_given_to_programs_too() {
    for case in cases() {
        let text = fs::read_to_string(&case).unwrap();
        let words = text
            .lines()
            .next()
            .unwrap()
            .strip_prefix("$ xwalk ")
            .unwrap();
        let output = run(&format!("{words} --format json"));
        if output.status.success() {
            let value: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
            assert!(value.is_object() || value.is_array(), "{words}");
        }
    }
}

#[test]
fn values_are_masked_unless_they_are_asked_for() {
    let words = "explain record tests/audit/lead-is-customer/input --row Lead.csv:2";
    let masked = printed(words);
    assert!(!masked.contains("marta.gomez") && !masked.contains("Marta"));
    let shown = printed(&format!("{words} --show-values"));
    assert!(shown.contains("marta.gomez@laurel.example"));
    let words = "explain column tests/audit/lead-is-customer/input/Lead.csv LastName";
    assert!(!printed(words).contains("Gómez"));
    assert!(printed(&format!("{words} --show-values")).contains("Gómez"));
}
