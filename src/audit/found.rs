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

/// The numbers of an audit; lists are sorted, most first where there is no order of their own.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Summary {
    /// The day as of which everything was judged, ISO 8601.
    pub as_of: String,
    /// The glossary.
    pub glossary: String,
    /// The files.
    pub files: Vec<Read>,
    /// Records that were judged.
    pub records: u64,
    /// Records with a finding of the group `classification`.
    pub misclassified: u64,
    /// Records by declared class and class.
    pub classes: Vec<Flow>,
    /// Findings by rule.
    pub findings: Vec<ByRule>,
    /// What to do first: at most ten, most harm first.
    pub todo: Vec<Todo>,
    /// Rules that were not judged, and the files that they would need.
    pub not_judged: Vec<NotJudged>,
    /// People by stage, in the order of the stages.
    pub funnel: Vec<InStage>,
    /// Cells by file and field, in the order of files and columns.
    pub quality: Vec<Quality>,
    /// Records by owner.
    pub owners: Vec<Share>,
    /// Records by lead source.
    pub sources: Vec<Share>,
    /// Where the same evidence stands in different boxes.
    pub boxes: Vec<Boxed>,
    /// Records by segment, in the order of the segments.
    pub segments: Vec<InSegment>,
    /// Statuses of people and types of organizations that nothing can read, each list most frequent first.
    pub unread: Vec<Unread>,
    /// Whether some record says that consent was given; if none does, unknown consent sets nobody apart.
    pub consents_recorded: bool,
}

/// A status or type that nothing can read.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Unread {
    /// `status` or `type`: the list of a glossary's `words` that it belongs to.
    pub list: &'static str,
    /// It, as it is written.
    pub word: String,
    /// How many records have it.
    pub records: u64,
}

/// The part of a glossary that says what such words mean, each meaning left to be chosen.
pub fn words_to_say(unread: &[Unread]) -> String {
    let mut yaml = String::from("words:");
    let mut list = "";
    for one in unread {
        if one.list != list {
            list = one.list;
            yaml += &format!("\n  {list}:");
        }
        let word = serde_json::to_string(&one.word).unwrap_or_default();
        let records = match one.records {
            1 => "1 record".to_string(),
            many => format!("{many} records"),
        };
        yaml += &format!("\n    {word}: CHOOSE  # {records}");
    }
    yaml
}

/// A file of the inputs.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Read {
    /// Its name.
    pub file: String,
    /// Vendor and object.
    pub object: String,
    /// `parties`, `context: deals`, `not read: …`.
    pub fate: String,
    /// Rows below the header.
    pub rows: u64,
}

/// How many records of a declared class are of a class.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Flow {
    /// What box and status declare; empty for nothing.
    pub declared: String,
    /// What all evidence shows; empty for no record of a party.
    pub class: String,
    /// How many.
    pub records: u64,
}

/// The findings of a rule.
#[derive(Clone, Debug, Serialize)]
pub struct ByRule {
    /// The rule.
    pub code: &'static str,
    /// `classification`, or what else it is about.
    pub group: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// How many findings.
    pub findings: u64,
    /// How many of them, the surest, are rows of the workbook.
    pub listed: u64,
    /// What is wrong.
    pub about: &'static str,
    /// What to do.
    pub action: &'static str,
}

/// A thing to do.
#[derive(Clone, Debug, Serialize)]
pub struct Todo {
    /// The rule whose findings it mends.
    pub code: &'static str,
    /// How many.
    pub findings: u64,
    /// How much harm they do together: see [`harm`].
    pub harm: u64,
    /// What to do.
    pub action: &'static str,
    /// The file that holds most of them.
    pub file: String,
}

/// The harm that a finding does, in hundredths: its severity (info 1, warning 3, error 9; where consent is
/// concerned 9), twice that where it makes a record another thing than it is, by how sure it is in per cent.
pub fn harm(severity: Severity, group: &str, moves: bool, confidence: u8) -> u64 {
    let severity = match severity {
        _ if group == "consent" => 9,
        Severity::Info => 1,
        Severity::Warning => 3,
        Severity::Error => 9,
    };
    severity * (u64::from(moves) + 1) * u64::from(confidence)
}

/// A rule that was not judged.
#[derive(Clone, Debug, Serialize)]
pub struct NotJudged {
    /// The rule.
    pub code: &'static str,
    /// The files that it would need, or the links of files that lead nowhere.
    pub needs: Vec<&'static str>,
}

/// What a rule that was not judged misses, in words.
pub fn missing(need: &str) -> String {
    match need.starts_with("links ") {
        true => format!("no {need} are read (`xwalk inspect` shows the columns)"),
        false => format!("no {need} file"),
    }
}

/// The people of a stage.
#[derive(Clone, Debug, Default, Serialize)]
pub struct InStage {
    /// The stage.
    pub stage: &'static str,
    /// How many people.
    pub people: u64,
    /// How many of each temperature, in the order of the temperatures.
    pub temperatures: Vec<u64>,
    /// Of how many it is known when they came to the stage.
    pub timed: u64,
    /// Their median days in it; none where nobody's is known.
    pub median_days: Option<i32>,
}

/// The cells of a field in a file.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Quality {
    /// The file.
    pub file: String,
    /// The canonical field.
    pub field: String,
    /// How many cells there are for it.
    pub cells: u64,
    /// Those that are filled.
    pub filled: u64,
    /// Remarks on them: unreadable, placeholder, damaged…
    pub problems: u64,
}

/// A share of the records.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Share {
    /// Whose or of what; empty for nobody's and nothing.
    pub name: String,
    /// How many records.
    pub records: u64,
    /// Those with a finding of the group `classification`.
    pub misclassified: u64,
}

/// People for whom the same evidence speaks, in one box.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Boxed {
    /// The strongest evidence on them.
    pub evidence: &'static str,
    /// Whose they are.
    pub owner: String,
    /// What box and status declare.
    pub declared: String,
    /// How many.
    pub records: u64,
}

/// The records of a segment.
#[derive(Clone, Debug, Default, Serialize)]
pub struct InSegment {
    /// The segment.
    pub segment: &'static str,
    /// How many records.
    pub records: u64,
    /// How many of each temperature, in the order of the temperatures.
    pub temperatures: Vec<u64>,
    /// How many of each owner, most first.
    pub owners: Vec<Owned>,
}

/// How many records an owner has.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Owned {
    /// The owner; empty for nobody.
    pub owner: String,
    /// How many.
    pub records: u64,
}
