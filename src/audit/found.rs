//! What an audit found: findings, counts, and the numbers of the report.

use serde::Serialize;

use crate::classify::{FACTS, Fact, NO_DAY, NOT_A_ROW};
use crate::model::finding::Severity;

/// A piece of evidence, as `findings.jsonl` has it.
#[derive(Clone, Debug, Serialize)]
pub struct Piece {
    /// What it shows, in a word.
    pub what: &'static str,
    /// The same in words.
    pub about: &'static str,
    /// The source file, empty where it stands on no row.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub file: String,
    /// The row; the header is 1.
    #[serde(skip_serializing_if = "is_zero")]
    pub row: u32,
    /// Its day, ISO 8601.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub date: String,
}

fn is_zero(row: &u32) -> bool {
    *row == 0
}

/// A finding, as `findings.jsonl` has it.
#[derive(Clone, Debug, Serialize)]
pub struct Found {
    /// The source file.
    pub file: String,
    /// The row; the header is 1.
    pub row: u32,
    /// The record's id in its source.
    pub source_id: String,
    /// Vendor and object.
    pub object: String,
    /// `classification`, or what else it is about.
    pub group: &'static str,
    /// The rule.
    pub code: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// How sure it is, from 0 to 1.
    pub confidence: f32,
    /// The class that box and status declare; empty for none.
    pub declared_class: String,
    /// The class that all evidence shows; empty where it is no record of a party.
    pub class: String,
    /// words, definitions, conversion or entry.
    pub cause: &'static str,
    /// What is wrong.
    pub message: &'static str,
    /// What speaks for it.
    pub evidence: Vec<Piece>,
    /// What speaks against it.
    pub against: Vec<Piece>,
    /// What to do.
    pub action: &'static str,
    /// Whose record it is, as the source writes it; for the report's breakdown.
    #[serde(skip)]
    pub owner: String,
    /// The record; for the report.
    #[serde(skip)]
    pub record: u32,
}

/// A fact as a piece of evidence.
pub fn piece(fact: &Fact, table: impl Fn(u16) -> String) -> Piece {
    let known = FACTS.iter().find(|(what, _)| *what == fact.what);
    Piece {
        what: fact.what,
        about: known.map_or("", |(_, about)| about),
        file: if fact.table == NOT_A_ROW {
            String::new()
        } else {
            table(fact.table)
        },
        row: fact.row,
        date: date(fact.day),
    }
}

/// A day as ISO 8601, empty for none.
pub fn date(day: i32) -> String {
    if day == NO_DAY {
        return String::new();
    }
    jiff::civil::date(1970, 1, 1)
        .checked_add(jiff::Span::new().days(i64::from(day)))
        .map_or(String::new(), |date| date.to_string())
}

/// The numbers of an audit.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Summary {
    /// The day as of which everything was judged, ISO 8601.
    pub as_of: String,
    /// The glossary.
    pub glossary: String,
    /// The files: (file, vendor and object, fate, rows).
    pub files: Vec<(String, String, String, u64)>,
    /// Records that were judged.
    pub records: u64,
    /// Records with a finding of the group `classification`.
    pub misclassified: u64,
    /// Records by declared class and class: (declared, class, records).
    pub classes: Vec<(String, String, u64)>,
    /// Findings by rule: (code, group, severity, findings, what is wrong, what to do).
    pub findings: Vec<(String, String, String, u64, String, String)>,
    /// People by stage and temperature: (stage, temperature, records).
    pub funnel: Vec<(String, String, u64)>,
    /// Days in the stage, where the source says when it was entered: (stage, records, median).
    pub time_in_stage: Vec<(String, u64, i32)>,
    /// Rules that were not judged, and the files that they would need: (code, files).
    pub not_judged: Vec<(String, String)>,
    /// Findings of classification by owner: (owner, records judged, records found).
    pub owners: Vec<(String, u64, u64)>,
    /// Findings of classification by lead source: (source, records judged, records found).
    pub sources: Vec<(String, u64, u64)>,
    /// Filled cells by field and kind of party: (field, rows, filled, cells with a problem).
    pub quality: Vec<(String, u64, u64, u64)>,
    /// Where the same evidence stands in different boxes: (evidence, declared class, owner, records).
    pub boxes: Vec<(String, String, String, u64)>,
}
