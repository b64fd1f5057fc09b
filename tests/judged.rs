//! The audit on samples: what it judges without some of the files, and records that move on its ground.

use std::path::{Path, PathBuf};
use std::process::Command;

fn run(arguments: &[&str]) -> (i32, String) {
    let done = Command::new(env!("CARGO_BIN_EXE_xwalk"))
        .args(arguments)
        .output()
        .unwrap();
    let text = String::from_utf8_lossy(&done.stdout).into_owned();
    (done.status.code().unwrap(), text)
}

fn sample(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("samples")
        .join(name)
}

fn summary(inputs: &[&Path]) -> serde_json::Value {
    let mut arguments = vec!["audit", "--format", "json"];
    arguments.extend(inputs.iter().map(|path| path.to_str().unwrap()));
    let (code, text) = run(&arguments);
    assert_eq!(code, 0, "{text}");
    serde_json::from_str(&text).unwrap()
}

fn codes(summary: &serde_json::Value, list: &str) -> Vec<String> {
    let items = summary[list].as_array().unwrap();
    items
        .iter()
        .map(|item| item["code"].as_str().unwrap().to_string())
        .collect()
}

#[test]
fn what_needs_deals_and_tasks_is_not_judged_without_them() {
    let folder = sample("salesforce");
    let whole = summary(&[&folder]);
    let needing = [
        "lead-unqualified",
        "contact-is-prospect",
        "stage-contradicts-deal",
    ];
    assert!(
        needing
            .iter()
            .all(|code| codes(&whole, "findings").contains(&code.to_string()))
    );
    assert!(codes(&whole, "not_judged").is_empty());
    let files =
        ["Account.csv", "Contact.csv", "Lead.csv", "User.csv"].map(|name| folder.join(name));
    let files: Vec<&Path> = files.iter().map(PathBuf::as_path).collect();
    let part = summary(&files);
    for code in needing {
        assert!(
            !codes(&part, "findings").contains(&code.to_string()),
            "{code}"
        );
        assert!(
            codes(&part, "not_judged").contains(&code.to_string()),
            "{code}"
        );
    }
    assert!(codes(&part, "findings").contains(&"organization-as-person".to_string()));
}

/// Rows of the ledger: (declared class, class, reason).
fn ledger(kit: &Path) -> Vec<(String, String, String)> {
    let mut rows = csv::Reader::from_path(kit.join("every-row.csv")).unwrap();
    rows.records()
        .map(|row| {
            let row = row.unwrap();
            let cell = |at: usize| row.get(at).unwrap().to_string();
            (cell(10), cell(11), cell(6))
        })
        .collect()
}

#[test]
fn records_move_where_the_policy_says_so_and_the_ledger_keeps_what_was_declared() {
    let folder = tempfile::tempdir().unwrap();
    let input = sample("salesforce");
    let mut moved = Vec::new();
    for policy in ["never", "confident", "all"] {
        let kit = folder.path().join(policy);
        let (code, text) = run(&[
            "convert",
            input.to_str().unwrap(),
            "--to",
            "hubspot",
            "--reclassify",
            policy,
            "--out",
            kit.to_str().unwrap(),
        ]);
        assert!(code < 2, "{text}");
        let inputs = input.to_str().unwrap();
        let (code, text) = run(&[
            "verify",
            kit.to_str().unwrap(),
            "--inputs",
            inputs,
            "--deep",
        ]);
        assert_eq!(code, 0, "{text}");
        let rows = ledger(&kit);
        let reclassified: Vec<_> = rows
            .iter()
            .filter(|(_, _, reason)| reason.starts_with("reclassified: "))
            .collect();
        for (declared, class, _) in &reclassified {
            assert!(
                !declared.is_empty() && declared != class,
                "{declared} {class}"
            );
        }
        moved.push(reclassified.len());
    }
    assert_eq!(moved[0], 0);
    assert!(moved[1] > 0 && moved[2] > moved[1], "{moved:?}");
}

#[test]
fn a_dry_run_says_what_would_move() {
    let input = sample("salesforce");
    let (code, text) = run(&[
        "convert",
        input.to_str().unwrap(),
        "--to",
        "hubspot",
        "--dry-run",
        "--format",
        "json",
    ]);
    assert!(code < 2, "{text}");
    let outcome: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(outcome["reclassify"], "never");
    assert!(!outcome["moves"].as_array().unwrap().is_empty());
}
