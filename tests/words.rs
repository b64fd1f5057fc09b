//! A company's own words: what the audit finds by them, and asks for where it has none.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

const OURS: &str = "samples/own-words/ours.yaml";

fn ran(arguments: &[&str]) -> String {
    let mut program = Command::new(env!("CARGO_BIN_EXE_xwalk"));
    program.current_dir(env!("CARGO_MANIFEST_DIR"));
    let done = program.args(arguments).output().unwrap();
    let said = String::from_utf8_lossy(&done.stderr);
    assert!(done.status.success(), "{arguments:?}: {said}");
    String::from_utf8(done.stdout).unwrap()
}

/// What an audit of files finds, as `file:row code`, and its summary.
fn found(inputs: &str, glossary: &str) -> (Vec<String>, Value) {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("audit");
    let out = out.to_str().unwrap();
    ran(&["audit", inputs, "--glossary", glossary, "--out", out]);
    let read = |name: &str| fs::read_to_string(Path::new(out).join(name)).unwrap();
    let line = |line: &str| -> String {
        let found: Value = serde_json::from_str(line).unwrap();
        let text = |key: &str| found[key].as_str().unwrap().to_string();
        format!("{}:{} {}", text("file"), found["row"], text("code"))
    };
    let findings = read("findings.jsonl").lines().map(line).collect();
    let summary = serde_json::from_str(&read("summary.json")).unwrap();
    assert!(read("report.html").contains("CHOOSE"), "no words to say");
    (findings, summary)
}

#[test]
fn rows_are_found_by_the_words_of_the_glossary() {
    let (without, _) = found("samples/own-words", "staged");
    assert_eq!(
        without,
        ["Lead.csv:3 partner-as-lead", "Lead.csv:4 partner-as-lead"]
    );
    let (with, _) = found("samples/own-words", OURS);
    let expected = [
        "Lead.csv:2 lead-is-customer",
        "Lead.csv:3 lead-is-customer",
        "Lead.csv:4 supplier-as-lead",
        "Lead.csv:5 lead-unqualified",
        "Lead.csv:6 lead-is-customer",
        "Lead.csv:7 supplier-as-lead",
    ];
    assert_eq!(with, expected);
}

#[test]
fn what_nothing_can_read_is_told_as_it_is_written_into_a_glossary() {
    let unread = |summary: &Value| -> Vec<String> {
        let all = summary["unread"].as_array().unwrap().iter();
        all.map(|one| format!("{} {} {}", one["list"], one["word"], one["records"]))
            .collect()
    };
    let (_, summary) = found("samples/own-words", OURS);
    assert_eq!(
        unread(&summary),
        ["\"status\" \"Rondando\" 2", "\"type\" \"Vecindario\" 1"]
    );
    let said = ran(&["audit", "samples/own-words", "--glossary", OURS]);
    let words = "  words:\n    status:\n      \"Rondando\": CHOOSE  # 2 records\n    type:\n      \"Vecindario\": CHOOSE  # 1 record\n";
    assert!(said.contains(words), "{said}");
    let pasted: String = words
        .lines()
        .map(|line| format!("{}\n", &line[2..]))
        .collect();
    let glossary = format!("glossary: ours\nextends: staged\n{pasted}");
    let refused = xwalk::glossary::load_text(&glossary, "ours.yaml").unwrap_err();
    assert!(
        refused.to_string().contains("is never `CHOOSE`"),
        "{refused}"
    );
    let chosen = glossary
        .replacen("CHOOSE", "engaged", 1)
        .replacen("CHOOSE", "partner", 1);
    let loaded = xwalk::glossary::load_text(&chosen, "ours.yaml").unwrap();
    assert!(loaded.words.status("rondando").is_some());
    assert!(loaded.words.kind("vecindario").is_some());
}

#[test]
fn a_status_that_the_profile_lists_means_what_the_glossary_says() {
    let folder = tempfile::tempdir().unwrap();
    let lead = "Id,FirstName,LastName,Company,Email,Status,LeadSource,CreatedDate\n00Q5g00000y0001AAA,Marta,Gómez,Haya,marta@haya.example,Qualified,Web,2024-05-01T09:00:00.000Z\n";
    let task = "Id,WhoId,Subject,Status,IsClosed,ActivityDate\n00T5g00000y0001AAA,00Q5g00000y0001AAA,Call,Completed,true,2024-06-01\n";
    let ours =
        "glossary: ours\nextends: staged\nwords:\n  status: {QUALIFIED: engaged, Otro: sql}\n";
    let account = "Id,Name,Website,BillingCity,CreatedDate\n0015g00000y0001AAA,Otra,otra.example,Lugo,2024-01-01T09:00:00.000Z\n";
    let deal = "Id,AccountId,Name,StageName,IsClosed,IsWon,CloseDate\n0065g00000y0001AAA,0015g00000y0001AAA,Otra,Closed Lost,true,false,2024-03-01\n";
    for (name, text) in [
        ("Lead.csv", lead),
        ("Task.csv", task),
        ("Account.csv", account),
        ("Opportunity.csv", deal),
        ("ours.yaml", ours),
    ] {
        fs::write(folder.path().join(name), text).unwrap();
    }
    let at = |name: &str| folder.path().join(name).display().to_string();
    let findings = |glossary: &str| {
        let said = ran(&[
            "audit",
            &at("Lead.csv"),
            &at("Task.csv"),
            &at("Account.csv"),
            &at("Opportunity.csv"),
            "--glossary",
            glossary,
            "--format",
            "json",
        ]);
        let summary: Value = serde_json::from_str(&said).unwrap();
        let all = summary["findings"].as_array().unwrap().clone();
        all.iter()
            .map(|one| one["code"].to_string())
            .collect::<Vec<_>>()
    };
    assert_eq!(findings("staged"), ["\"lead-unqualified\""]);
    assert_eq!(findings(&at("ours.yaml")), [""; 0]);
}
