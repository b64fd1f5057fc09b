//! The README's commands run, and what it says comes out does.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::sources::{files, read, root};

/// The lines of the blocks of a section that are in a language.
fn lines_in(language: &str, section: &str) -> Vec<String> {
    let text = section_of(&read("README.md"), section);
    let start = format!("```{language}");
    let mut lines = Vec::new();
    let mut within = false;
    for line in text.lines() {
        match line {
            _ if line == start => within = true,
            "```" => within = false,
            _ if within && !line.is_empty() => lines.push(line.to_string()),
            _ => {}
        }
    }
    lines
}

/// The text below a heading of the second rank, up to the next.
fn section_of(text: &str, heading: &str) -> String {
    let start = format!("## {heading}\n");
    let at = text
        .find(&start)
        .unwrap_or_else(|| panic!("README.md has no section `{heading}`"));
    let rest = &text[at + start.len()..];
    rest[..rest.find("\n## ").unwrap_or(rest.len())].to_string()
}

/// Runs a line of the README, `xwalk …`, where the samples lie in `folder`.
fn run(line: &str, folder: &Path) {
    let words = line.split(" #").next().unwrap().split_whitespace();
    let words: Vec<String> = words
        .map(|word| word.trim_matches('\'').to_string())
        .collect();
    let (program, arguments) = words.split_first().unwrap();
    assert!(
        program == "xwalk" || program == "target/release/xwalk",
        "`{line}` runs another program"
    );
    let done = Command::new(env!("CARGO_BIN_EXE_xwalk"))
        .args(arguments)
        .current_dir(folder)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&done.stderr);
    assert!(
        matches!(done.status.code(), Some(0 | 1)),
        "`{line}` ends with {}: {said}",
        done.status
    );
}

/// A folder with the samples in it, as a checkout has them.
fn with_samples() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for path in files("samples").iter().chain(&files("docs")) {
        let copy = folder.path().join(path);
        fs::create_dir_all(copy.parent().unwrap()).unwrap();
        fs::copy(root().join(path), copy).unwrap();
    }
    folder
}

#[test]
fn quick_start_is_two_commands_and_the_first_makes_what_the_readme_lists() {
    let lines = lines_in("sh", "Quick start");
    assert_eq!(lines.len(), 2, "{lines:?}");
    assert_eq!(lines[1], "cargo test --release");
    let line = lines[0]
        .strip_prefix("cargo build --release && ")
        .unwrap_or_else(|| panic!("{}", lines[0]));
    let folder = with_samples();
    run(line, folder.path());
    let kit = folder.path().join("out/hubspot");
    let text = section_of(&read("README.md"), "What comes out");
    let named: Vec<&str> = text
        .lines()
        .filter_map(|line| line.strip_prefix("| `")?.split('`').next())
        .collect();
    assert!(named.len() > 8, "{named:?}");
    for name in named {
        assert!(
            kit.join(name).exists(),
            "the README speaks of `{name}`, the kit has none"
        );
    }
    let line = "xwalk convert samples/salesforce --to hubspot --against samples/hubspot --match full --out out/there";
    run(line, folder.path());
    described_column_by_column(&[kit, folder.path().join("out/there")]);
}

/// Holds the tables of docs/kit.md against the headers of the files of some kits.
fn described_column_by_column(kits: &[PathBuf]) {
    let text = read("docs/kit.md");
    let mut tables = 0;
    for section in text.split("\n### ").skip(1) {
        let name = section.trim_start_matches('`').split('`').next().unwrap();
        let columns: Vec<&str> = section
            .lines()
            .filter_map(|line| line.strip_prefix("| `")?.split('`').next())
            .collect();
        if !columns.is_empty() {
            let kit = kits.iter().find(|kit| kit.join(name).is_file()).unwrap();
            let file = fs::read_to_string(kit.join(name)).unwrap();
            let header = file.trim_start_matches('\u{feff}').lines().next().unwrap();
            assert_eq!(header, columns.join(","), "docs/kit.md and `{name}`");
            tables += 1;
        }
    }
    assert_eq!(tables, 8);
}

#[test]
fn every_command_of_the_readme_runs() {
    let folder = with_samples();
    let lines = lines_in("sh", "Commands");
    assert!(lines.len() > 5, "{lines:?}");
    for line in lines {
        run(&line, folder.path());
    }
}

#[test]
fn the_overlay_of_the_readme_changes_the_profile_that_it_names() {
    let text = lines_in("yaml", "Profiles and overlays").join("\n");
    let base = text
        .strip_prefix("extends: ")
        .and_then(|rest| rest.lines().next())
        .unwrap()
        .to_string();
    let loaded = xwalk::profile::load(&base, &[("readme.yaml".to_string(), text)]);
    assert!(loaded.is_ok(), "{}", loaded.unwrap_err());
}
