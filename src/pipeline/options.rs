//! What a run is asked to do, and what it came to.

use std::path::PathBuf;

use serde::Serialize;

pub use crate::ledger::manifest::{Matching, Policy};
use crate::read::SheetAsked;

/// What a conversion is asked to do.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Files and folders.
    pub inputs: Vec<PathBuf>,
    /// The target's profile: a name or a path.
    pub to: String,
    /// The source's profile, if the user names it.
    pub from: Option<String>,
    /// What single files are: (file name or relative name, object).
    pub hints: Vec<(String, String)>,
    /// Which sheets of workbooks are read; all that are visible where none is asked for.
    pub sheets: Vec<SheetAsked>,
    /// Overlays: (name, text).
    pub overlays: Vec<(String, String)>,
    /// The glossary: a name or a path.
    pub glossary: String,
    /// Which rows move, beside what the profile says.
    pub select: Option<String>,
    /// How far parties are matched.
    pub matching: Matching,
    /// Match plans: (name, text).
    pub plans: Vec<(String, String)>,
    /// Whether records move on the ground of the audit.
    pub reclassify: Policy,
    /// The column for the segment of each record, if they are asked for.
    pub segments: Option<String>,
    /// Only a small closed set, for a test load: about so many rows.
    pub sample: Option<u32>,
    /// Region of phones without a country code, ISO 3166-1 alpha-2.
    pub region: Option<String>,
    /// Exports of what is in the target already: files and folders.
    pub against: Vec<PathBuf>,
    /// Whether what the target holds wins over what the inputs say.
    pub keep_existing: bool,
    /// Lists of addresses, domains, phones and ids whose records are left out.
    pub do_not_import: Vec<PathBuf>,
    /// Where the kit goes; absent for a dry run.
    pub out: Option<PathBuf>,
    /// Whether a kit that is there may be replaced.
    pub force: bool,
    /// Whether the kit's tables are also written as workbooks.
    pub workbooks: bool,
    /// Whether owners go in as the source writes them: it is the target itself.
    pub keep_owners: bool,
}

/// One input file, as it was understood.
#[derive(Clone, Debug, Serialize)]
pub struct FileReport {
    /// Its name.
    pub file: String,
    /// Vendor profile and object, or what it looks like.
    pub object: String,
    /// The reason.
    pub why: String,
    /// Another reading that is nearly as good.
    pub doubt: Option<String>,
    /// `parties`, `context: deals`, `not read: …`.
    pub fate: String,
    /// Rows below the header.
    pub rows: u64,
}

/// One import file of the kit.
#[derive(Clone, Debug, Serialize)]
pub struct OutputReport {
    /// Its name in the kit.
    pub file: String,
    /// Data rows.
    pub rows: u64,
}

/// What became of the records of one object, where the target has some already.
#[derive(Clone, Debug, Default, Serialize)]
pub struct ObjectReport {
    /// The target's object.
    pub object: String,
    /// New to the target.
    pub created: u64,
    /// There, and brought up to date.
    pub updated: u64,
    /// There, and nothing would change.
    pub skipped: u64,
    /// Waiting for a decision.
    pub held: u64,
}

/// A list of what is not to be imported.
#[derive(Clone, Debug, Default, Serialize)]
pub struct ListReport {
    /// Its file.
    pub file: String,
    /// Entries that were understood.
    pub entries: u64,
    /// Those of them that some record matches.
    pub matched: u64,
    /// Entries that are no address, domain, phone number or id.
    pub not_understood: u64,
    /// The rows of the first of them.
    pub rows_not_understood: Vec<u32>,
}

/// What a conversion came to.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Outcome {
    /// The input files.
    pub files: Vec<FileReport>,
    /// The files of the target's export, if one is given.
    pub existing: Vec<FileReport>,
    /// The import files, in load order.
    pub outputs: Vec<OutputReport>,
    /// Rows by fate, in the order of `fate::FATES`: (name, rows).
    pub rows: Vec<(String, u64)>,
    /// Filled cells by fate, in the order of `fate::CELL_FATES`: (name, cells).
    pub cells: Vec<(String, u64)>,
    /// Records that were made from text on others.
    pub created: u64,
    /// Rows by reason of their fate: (fate, reason, rows).
    pub reasons: Vec<(String, String, u64)>,
    /// Findings by code: (code, severity, how many, what it means).
    pub findings: Vec<(String, String, u64, String)>,
    /// Owners: (as the source writes them, what the target is given or empty, records).
    pub owners: Vec<(String, String, u64)>,
    /// Who the owners are, in their order, as the source's users say it; empty where they don't.
    #[serde(skip)]
    pub who: Vec<String>,
    /// Pairs of records that may be one party, for a person to decide.
    pub to_match: u64,
    /// Opted-out addresses in the opt-out file.
    pub opt_outs: u64,
    /// Rows whose class by the glossary is not the declared one: (declared, class, rows).
    pub classes: Vec<(String, String, u64)>,
    /// Rows that the audit would move, or has moved: (declared, class, rule, whether it is sure, rows).
    pub moves: Vec<(String, String, String, bool, u64)>,
    /// Whether they have moved: never, confident, all.
    pub reclassify: Policy,
    /// Records to be loaded by segment, where segments are asked for: (segment, records).
    pub segments: Vec<(String, u64)>,
    /// Where there is an export of the target: what became of the records, by object.
    pub against: Vec<ObjectReport>,
    /// The lists of what is not to be imported.
    pub do_not_import: Vec<ListReport>,
    /// Where the kit is.
    pub out: Option<PathBuf>,
}

impl Outcome {
    /// Rows with a fate.
    pub fn rows_with(&self, fate: &str) -> u64 {
        self.rows
            .iter()
            .filter(|(name, _)| name == fate)
            .map(|(_, rows)| rows)
            .sum()
    }

    /// Whether there is something to look at: rows rejected, held or unreadable.
    pub fn needs_a_look(&self) -> bool {
        ["rejected", "held", "unreadable"]
            .iter()
            .any(|fate| self.rows_with(fate) > 0)
    }
}

/// Told how far a run is; the library itself never talks to the user.
pub trait Progress: Sync {
    /// A step begins; `total` counts what is to be done in it (bytes or rows), 0 if unknown.
    fn step(&self, name: &str, total: u64);
    /// So much more of it is done.
    fn done(&self, count: u64);
}

/// Nobody is told.
#[derive(Debug, Default)]
pub struct Silent;

impl Progress for Silent {
    fn step(&self, _: &str, _: u64) {}
    fn done(&self, _: u64) {}
}
