//! The rules of the audit on small exports, one folder for each: `input/`, and in `expected.txt` the rows on which the
//! rule holds, each with the class that the record is, and those on which it stays quiet.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use xwalk::audit::{RULES, rule};
use xwalk::pipeline::{Asked, Options, Silent, audit};

/// Rows of files, and the class of each; `quiet` where the rule does not hold.
type Rows = BTreeMap<String, String>;

fn folder(code: &str) -> PathBuf {
    [env!("CARGO_MANIFEST_DIR"), "tests/audit", code]
        .iter()
        .collect()
}

fn expected(code: &str) -> Rows {
    let text = fs::read_to_string(folder(code).join("expected.txt")).unwrap_or_default();
    let lines = text.lines().map(|line| line.split_whitespace());
    lines
        .map(|mut words| {
            let row = words.next().unwrap_or_default().to_string();
            (row, words.next().unwrap_or_default().to_string())
        })
        .collect()
}

/// The rows on which the rule holds, with their classes.
fn found(code: &str) -> Rows {
    let out = tempfile::tempdir().unwrap();
    let asked = Asked {
        options: Options {
            inputs: vec![folder(code).join("input")],
            ..Options::default()
        },
        rules: vec![(code.to_string(), true)],
        out: Some(out.path().join("audit")),
        ..Asked::default()
    };
    audit(&asked, &Silent).unwrap_or_else(|error| panic!("{code}: {error}"));
    let text = fs::read_to_string(out.path().join("audit/findings.jsonl")).unwrap();
    let named = rule(code).map_or(&[][..], |rule| rule.evidence);
    let mut rows = Rows::new();
    for line in text.lines() {
        let hit: serde_json::Value = serde_json::from_str(line).unwrap();
        if hit["code"] != code {
            continue;
        }
        for piece in hit["evidence"].as_array().unwrap() {
            let what = piece["what"].as_str().unwrap();
            assert!(named.contains(&what), "{code} names no `{what}`");
        }
        let class = match hit["class"].as_str().unwrap() {
            "" => "-",
            class => class,
        };
        let file = hit["file"].as_str().unwrap().rsplit('/').next().unwrap();
        rows.insert(format!("{file}:{}", hit["row"]), class.to_string());
    }
    rows
}

#[test]
fn each_rule_holds_where_it_is_expected_and_nowhere_else() {
    let mut wrong = Vec::new();
    for rule in RULES {
        let expected = expected(rule.code);
        let found = found(rule.code);
        for (row, class) in &expected {
            let said = found.get(row).map_or("quiet", String::as_str);
            if said != class {
                wrong.push(format!(
                    "{}/{row}: {class} expected, {said} found",
                    rule.code
                ));
            }
        }
        let beside = found.keys().filter(|row| !expected.contains_key(*row));
        wrong.extend(beside.map(|row| format!("{}/{row}: found, and not expected", rule.code)));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn each_row_that_is_named_is_there() {
    for rule in RULES {
        for row in expected(rule.code).keys() {
            let (file, row) = row.split_once(':').unwrap();
            let text = fs::read_to_string(folder(rule.code).join("input").join(file));
            let lines = text.unwrap_or_else(|error| panic!("{}/{file}: {error}", rule.code));
            assert!(
                row.parse::<usize>().unwrap() <= lines.lines().count(),
                "{}/{file} has no row {row}",
                rule.code
            );
        }
    }
}
