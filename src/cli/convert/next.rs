//! Where things are in the kit, and what to do next, in order.

use std::path::{Path, PathBuf};

use crate::cli::output::plain;
use crate::cli::page::{self, Page, WIDTH};
use crate::pipeline::Outcome;

/// What stands beside the import files: (name, what it is).
const BESIDE: [(&str, &str); 10] = [
    (
        "rows-to-fix",
        "rows the target would not take, with the reason; mend and convert again",
    ),
    ("rows-to-decide.csv", "rows that need a person's decision"),
    (
        "matches.csv",
        "pairs that may be one party, and those that were merged as one",
    ),
    (
        "differences.csv",
        "cells that the target and the source fill differently",
    ),
    (
        "existing.csv",
        "which records the target has, and how they were found",
    ),
    ("cells-not-loaded", "cells that have no place in the target"),
    (
        "fields-to-create.csv",
        "fields to make in the target before loading",
    ),
    ("every-row.csv", "what became of every row"),
    ("every-column.csv", "what became of every column"),
    ("findings.jsonl", "everything that was found"),
];

/// Lists what is in the kit.
pub(super) fn kit(page: &mut Page, outcome: &Outcome) {
    let title = match &outcome.out {
        Some(out) => format!("In {}", plain(&out.display().to_string())),
        None => "Would be written".to_string(),
    };
    page.heading(&title);
    let mut rows: Vec<Vec<String>> = outcome
        .outputs
        .iter()
        .map(|output| vec![plain(&output.file), page::of(output.rows, "row")])
        .collect();
    if let Some(out) = &outcome.out {
        let none_waits = outcome.rows_with("held") == 0;
        let there = BESIDE.iter().filter(|(name, _)| {
            out.join(name).exists() && !(none_waits && *name == "rows-to-decide.csv")
        });
        rows.extend(there.map(|(name, about)| vec![(*name).to_string(), (*about).to_string()]));
    }
    page.table(&[], rows, &[], u16::try_from(WIDTH).unwrap_or(80));
    if outcome.opt_outs > 0 {
        let count = page::count(outcome.opt_outs);
        let text = format!("opted-out addresses: {count}, in the file that is loaded first");
        page.item("  ", &text);
    }
}

/// Lists what to do next.
pub(super) fn steps(page: &mut Page, outcome: &Outcome, inputs: &[PathBuf], beside: &[PathBuf]) {
    page.heading("Next");
    let Some(out) = &outcome.out else {
        page.item(
            "  1. ",
            "nothing was written; run again with `--out DIR` instead of `--dry-run`",
        );
        return;
    };
    for (at, step) in list(outcome, out, inputs, beside).iter().enumerate() {
        page.item(&format!("  {}. ", at + 1), step);
    }
}

fn list(outcome: &Outcome, out: &Path, inputs: &[PathBuf], beside: &[PathBuf]) -> Vec<String> {
    let folder = shown(out);
    let mut steps = vec![format!(
        "read {folder}/README.md: what to make and switch off before loading"
    )];
    let mut files = first(out);
    for output in &outcome.outputs {
        let name = plain(&output.file);
        if !files.contains(&name) {
            files.push(name);
        }
    }
    if !files.is_empty() {
        steps.push(format!("load in this order: {}", files.join(", ")));
    }
    let mend = outcome.rows_with("rejected") + outcome.rows_with("unreadable");
    if mend > 0 {
        steps.push(format!(
            "mend {} in {folder}/rows-to-fix and convert that folder",
            page::of(mend, "row")
        ));
    }
    let held = outcome.rows_with("held");
    if held > 0 {
        steps.push(format!(
            "decide on {} in {folder}/rows-to-decide.csv",
            page::of(held, "row")
        ));
    }
    if outcome.to_match > 0 {
        steps.push(format!(
            "look at {} in {folder}/matches.csv that may be one party",
            page::of(outcome.to_match, "pair")
        ));
    }
    let mut proof = match inputs {
        [one] if one.is_dir() => format!(" --inputs {}", shown(one)),
        _ => " --inputs FOLDER-OF-THE-INPUTS".to_string(),
    };
    for path in beside {
        proof.push_str(&format!(" --inputs {}", shown(path)));
    }
    steps.push(format!(
        "`xwalk verify {folder}{proof}` proves that nothing was lost"
    ));
    steps
}

/// The opt-outs, which are loaded first.
fn first(out: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(out).into_iter().flatten().flatten();
    let mut names: Vec<String> = entries
        .map(|entry| plain(&entry.file_name().to_string_lossy()))
        .filter(|name| name.starts_with("0-"))
        .collect();
    names.sort();
    names
}

/// A path as it can be typed in a shell.
fn shown(path: &Path) -> String {
    let text = plain(&path.display().to_string());
    let text = text.trim_end_matches('/');
    let harmless = |c: char| c.is_alphanumeric() || "/._-+@%:,".contains(c);
    if text.chars().all(harmless) {
        return text.to_string();
    }
    format!("'{}'", text.replace('\'', "'\\''"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_with_a_space_is_quoted() {
        assert_eq!(shown(Path::new("my kit/")), "'my kit'");
        assert_eq!(shown(Path::new("out/kit")), "out/kit");
    }

    #[test]
    fn steps_name_only_what_is_to_be_done() {
        let outcome = Outcome {
            rows: vec![("held".to_string(), 2)],
            ..Outcome::default()
        };
        let steps = list(&outcome, Path::new("kit"), &[], &[]);
        assert!(steps.iter().any(|step| step.contains("decide on 2 rows")));
        assert!(!steps.iter().any(|step| step.contains("rows-to-fix")));
    }
}
