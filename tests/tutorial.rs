//! The tutorial can't go stale: its files are made, its commands run, and what they print is what it shows.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A block of the page: its language and its text.
fn blocks(page: &str) -> Vec<(String, String)> {
    let parts: Vec<&str> = page.split("```").collect();
    let block = |part: &&str| {
        let (language, text) = part.split_once('\n').unwrap();
        (language.to_string(), text.to_string())
    };
    parts.iter().skip(1).step_by(2).map(block).collect()
}

/// Copies a folder's files.
fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        if path.is_file() {
            fs::copy(&path, to.join(path.file_name().unwrap())).unwrap();
        }
    }
}

/// Writes what a YAML block says where its first line says: a file, its end, or a place within it.
fn write(folder: &Path, block: &str) {
    let (place, text) = block.split_once('\n').unwrap();
    let place = place
        .strip_prefix("# ")
        .unwrap_or_else(|| panic!("{block}"));
    if let Some(name) = place.strip_prefix("at the end of ") {
        let before = fs::read_to_string(folder.join(name)).unwrap();
        fs::write(folder.join(name), format!("{before}\n{text}")).unwrap();
    } else if let Some(rest) = place.strip_prefix("in ") {
        let (name, below) = rest.split_once(", below ").unwrap();
        let before = fs::read_to_string(folder.join(name)).unwrap();
        let below = below.trim_matches('"');
        let line = before.lines().find(|line| line.contains(below)).unwrap();
        fs::write(
            folder.join(name),
            before.replace(line, &format!("{line}\n{}", text.trim_end())),
        )
        .unwrap();
    } else {
        fs::write(folder.join(place), block).unwrap();
    }
}

/// Runs the commands of a block; what the last one printed.
fn run(folder: &Path, block: &str) -> String {
    let mut printed = String::new();
    for line in block.lines() {
        let words: Vec<&str> = line.split_whitespace().collect();
        assert_eq!(words[0], "xwalk", "{line}");
        let done = Command::new(env!("CARGO_BIN_EXE_xwalk"))
            .args(&words[1..])
            .current_dir(folder)
            .output()
            .unwrap();
        printed = String::from_utf8(done.stdout).unwrap();
        let said = String::from_utf8_lossy(&done.stderr);
        assert!(matches!(done.status.code(), Some(0 | 1)), "{line}: {said}");
    }
    printed
}

/// Whether a text is what is shown of it; `…` stands for any lines, or for the rest of one.
fn is_shown(printed: &[&str], shown: &[&str]) -> bool {
    let Some((first, rest)) = shown.split_first() else {
        return printed.is_empty();
    };
    if *first == "…" {
        return (0..=printed.len()).any(|skipped| is_shown(&printed[skipped..], rest));
    }
    let same = |line: &str| match first.strip_suffix('…') {
        Some(start) => line.starts_with(start),
        None => line.trim_end() == first.trim_end(),
    };
    printed.first().is_some_and(|line| same(line)) && is_shown(&printed[1..], rest)
}

#[test]
fn the_tutorial_shows_what_happens() {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let checkout = tempfile::tempdir().unwrap();
    let folder = checkout.path().join("docs/tutorial");
    copy(&root.join("docs/tutorial/export"), &folder.join("export"));
    copy(
        &root.join("samples/hubspot"),
        &checkout.path().join("samples/hubspot"),
    );
    let page = fs::read_to_string(root.join("docs/tutorial.md")).unwrap();
    let mut printed = String::new();
    let mut shown = 0;
    let mut wrong = Vec::new();
    for (language, text) in blocks(&page) {
        match language.as_str() {
            "yaml" => write(&folder, &text),
            "sh" => printed = run(&folder, &text),
            "text" => {
                let lines =
                    |text: &str| -> Vec<String> { text.lines().map(str::to_string).collect() };
                let (real, page) = (lines(&printed), lines(&text));
                let real: Vec<&str> = real.iter().map(String::as_str).collect();
                let page: Vec<&str> = page.iter().map(String::as_str).collect();
                if !is_shown(&real, &page) {
                    wrong.push(format!("shown:\n{text}\nprinted:\n{printed}"));
                }
                shown += 1;
            }
            other => panic!("a block in `{other}`"),
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
    assert!(shown > 8);
    let made = fs::read_to_string(folder.join("kit/0-opt-outs.csv")).unwrap();
    assert_eq!(made.lines().count(), 3);
}

#[test]
fn what_is_shown_is_compared() {
    assert!(is_shown(&["a", "b", "c"], &["a", "…", "c"]));
    assert!(is_shown(&["a", "b 1"], &["a", "b …"]));
    assert!(!is_shown(&["a", "b"], &["a"]));
    assert!(!is_shown(&["a", "b"], &["…", "a"]));
}
