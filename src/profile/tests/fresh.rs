//! What is made from the code is as the code makes it.

use std::fs;
use std::path::Path;

use super::*;

/// Compares a generated file with what it should be; with `XWALK_BLESS` set, writes it.
fn fresh(path: &str, expected: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    if std::env::var_os("XWALK_BLESS").is_some() {
        fs::write(&path, expected).unwrap();
    }
    let found = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        found == expected,
        "{} is stale: run the tests with XWALK_BLESS=1",
        path.display()
    );
}

#[test]
fn the_json_schema_is_fresh() {
    let text = serde_json::to_string_pretty(&json_schema()).unwrap() + "\n";
    fresh("mappings/profile.schema.json", &text);
}

#[test]
fn the_reference_in_the_docs_is_fresh() {
    let (start, end) = (
        "<!-- reference: made from the code -->\n",
        "<!-- end of the reference -->\n",
    );
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/profile.md");
    let found = fs::read_to_string(path).unwrap();
    let (before, rest) = found.split_once(start).expect("the start of the reference");
    let (_, after) = rest.split_once(end).expect("the end of the reference");
    fresh(
        "docs/profile.md",
        &format!("{before}{start}\n{}\n{end}{after}", reference()),
    );
}

#[test]
fn the_examples_in_the_docs_load() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/profile.md");
    let docs = fs::read_to_string(path).unwrap();
    let blocks: Vec<&str> = docs
        .split("```yaml\n")
        .skip(1)
        .filter_map(|rest| rest.split("```").next())
        .collect();
    assert_eq!(blocks.len(), 8);
    for block in blocks {
        let base = block
            .lines()
            .find_map(|line| line.strip_prefix("extends: "));
        let result = match base {
            Some(base) => load(base, &[("docs.yaml".to_owned(), block.to_owned())]),
            None => load_text(block, "docs.yaml", &[]),
        };
        result.unwrap_or_else(|mistakes| panic!("{mistakes}"));
    }
}
