//! Codes of findings: each one that a room gives is described, and each one described is given.

use std::collections::BTreeSet;

use regex::Regex;
use xwalk::audit::RULES;
use xwalk::audit::segment::SEGMENTS;
use xwalk::model::finding::KINDS;

use crate::sources::{read, sources};

/// Kebab-case texts in the rooms that are no codes.
const NO_CODES: [&str; 5] = ["dry-run", "e-mail", "many-to-one", "one-way", "opt-outs"];

/// Where codes are described, and where text is written for people.
const APART: [&str; 2] = ["src/model/finding.rs", "src/cli/"];

/// The kebab-case texts in code; strings that hold more than that are prose.
fn kebab(code: &str) -> BTreeSet<String> {
    let literal = Regex::new(r#""([a-z]+(?:-[a-z]+)+)""#).unwrap();
    literal
        .captures_iter(code)
        .map(|found| found[1].to_string())
        .collect()
}

fn used() -> BTreeSet<String> {
    let rooms = sources();
    let rooms = rooms.iter().filter(|source| {
        !source.is_tests() && !APART.iter().any(|apart| source.path.starts_with(apart))
    });
    rooms
        .flat_map(|source| kebab(source.code()))
        .filter(|text| !NO_CODES.contains(&text.as_str()))
        .collect()
}

#[test]
fn every_code_that_a_room_gives_is_described() {
    let kinds = KINDS.iter().map(|kind| kind.code);
    let rules = RULES.iter().map(|rule| rule.code);
    let segments = SEGMENTS.iter().map(|segment| segment.name);
    let known: BTreeSet<&str> = kinds.chain(rules).chain(segments).collect();
    let used = used();
    let unknown: Vec<&String> = used
        .iter()
        .filter(|code| !known.contains(code.as_str()))
        .collect();
    assert!(
        unknown.is_empty(),
        "no finding, rule or segment: {unknown:?}"
    );
}

#[test]
fn every_code_that_is_described_is_given_by_a_room() {
    let used = used();
    let hyphenated = KINDS
        .iter()
        .map(|kind| kind.code)
        .filter(|code| code.contains('-'));
    let idle: Vec<&str> = hyphenated.filter(|code| !used.contains(*code)).collect();
    assert!(idle.is_empty(), "no room gives {idle:?}");
}

#[test]
fn nothing_outside_tests_may_panic_by_unwrapping() {
    let manifest = read("Cargo.toml");
    for lint in ["unwrap_used", "expect_used", "panic", "indexing_slicing"] {
        assert!(
            manifest.contains(&format!("{lint} = \"warn\"")),
            "Cargo.toml must warn of `{lint}`"
        );
    }
    let call = Regex::new(r"\.unwrap\(\)|\.expect\(").unwrap();
    for source in sources().iter().filter(|source| !source.is_tests()) {
        let lines = source
            .code()
            .lines()
            .enumerate()
            .filter(|(_, line)| !line.trim_start().starts_with("//"));
        let found: Vec<usize> = lines
            .filter(|(_, line)| call.is_match(line))
            .map(|(at, _)| at + 1)
            .collect();
        assert!(found.is_empty(), "{}: lines {found:?}", source.path);
    }
}
