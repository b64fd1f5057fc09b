//! The results of matching as files: the clusters, the pairs with their evidence, and the pairs that a person should look at.

use std::collections::HashSet;
use std::path::Path;

use super::read::{Desk, Reading};
use super::{DedupeAsked, DedupeSummary};
use crate::error::{Error, Result};
use crate::export::{Flavour, push_line};
use crate::kit::{Finished, Sink};
use crate::model::axis::Kind;
use crate::model::matched::{Band, Level, Matched, MatchedPair};
use crate::model::shown::{Part, Shown};
use crate::pipeline::assemble;
use crate::pipeline::options::Progress;
use crate::report::{self, FileRead, MatchReport, in_a_sheet};

/// Name of the list of all rows with their clusters.
const CLUSTERS: &str = "clusters.csv";
/// Name of the list of pairs.
const PAIRS: &str = "pairs.csv";
/// Name of the list of pairs that a person should decide.
const REVIEW: &str = "review.csv";
/// Name of the list of pairs in a kit.
const MATCHES: &str = "matches.csv";
/// Name of the page for people.
const REPORT: &str = "report.html";
/// Name of the numbers.
const SUMMARY: &str = "summary.json";

/// The files by which a folder of results is known.
pub(super) const FILES: [&str; 3] = [CLUSTERS, PAIRS, SUMMARY];

/// What people know a record by: the header, and the parts that hold it, the first filled one of which counts.
const KNOWN_BY: [(&str, &[Part]); 4] = [
    ("email", &[Part::Email]),
    ("phone", &[Part::Phone]),
    ("company", &[Part::Company]),
    ("city", &[Part::City, Part::Address]),
];

/// Whether a place among the records is a row of its table: not one above the header.
pub(super) fn is_row(reading: &Reading, at: u32) -> bool {
    let meta = reading.set.metas.get(at as usize);
    meta.is_some_and(|meta| {
        let file = reading.files.get(usize::from(meta.table));
        file.is_some_and(|file| meta.row > file.header.row)
    })
}

/// Writes the results into a folder.
///
/// # Errors
/// When they can't be written, or the store can't be read.
pub(super) fn write(
    folder: &Path,
    reading: &Reading,
    matched: &Matched,
    summary: &DedupeSummary,
    progress: &dyn Progress,
) -> Result<()> {
    let rows = Rows {
        reading,
        ids: Ids::of(reading)?,
    };
    clusters(folder, &rows, matched, progress)?;
    pairs(folder, &rows, matched)?;
    review(folder, &rows, matched)?;
    let text =
        serde_json::to_vec_pretty(summary).map_err(|error| Error::new(error.to_string(), ""))?;
    let mut sink = Sink::create(folder, SUMMARY)?;
    sink.write(&text, 1)?;
    sink.finish().map(|_| ())
}

/// Writes the report for people.
///
/// # Errors
/// When it can't be written.
pub(super) fn report(
    folder: &Path,
    matched: &Matched,
    summary: &DedupeSummary,
    asked: &DedupeAsked,
) -> Result<()> {
    let files = summary.files.iter().map(|one| FileRead {
        file: &one.file.file,
        object: match one.unrecognised {
            true => "",
            false => &one.file.object,
        },
        rows: one.file.rows,
        columns: one.columns.len(),
        telling: one
            .columns
            .iter()
            .filter(|(_, part)| !part.is_empty())
            .count(),
    });
    let page = report::matches(&MatchReport {
        matched,
        records: summary.records,
        parties: summary.parties,
        files: files.collect(),
        lang: asked.lang,
        show_values: asked.show_values,
    })?;
    let mut sink = Sink::create(folder, REPORT)?;
    sink.write(page.as_bytes(), 1)?;
    sink.finish().map(|_| ())
}

/// The ids of a column that the user named, one behind the other.
struct Ids {
    text: String,
    ends: Vec<usize>,
}

impl Ids {
    /// The ids of all records, if there is such a column.
    fn of(reading: &Reading) -> Result<Option<Self>> {
        if reading.columns.iter().all(|columns| columns.id.is_none()) {
            return Ok(None);
        }
        let mut desk = Desk::default();
        let mut ids = Self {
            text: String::new(),
            ends: Vec::with_capacity(reading.set.metas.len()),
        };
        for (at, _) in (0..).zip(&reading.set.metas) {
            ids.text.push_str(&reading.id(at, &mut desk)?);
            ids.ends.push(ids.text.len());
        }
        Ok(Some(ids))
    }

    fn get(&self, at: u32) -> &str {
        let at = at as usize;
        let start = at.checked_sub(1).and_then(|before| self.ends.get(before));
        let end = self.ends.get(at).copied().unwrap_or_default();
        let id = self.text.get(start.copied().unwrap_or_default()..end);
        id.unwrap_or_default()
    }
}

/// The rows, with their ids.
struct Rows<'a> {
    reading: &'a Reading<'a>,
    ids: Option<Ids>,
}

impl Rows<'_> {
    /// Id, file and row of a record, as cells.
    fn place(&self, at: u32) -> [String; 3] {
        let set = self.reading.set;
        let id = self
            .ids
            .as_ref()
            .map_or_else(|| set.id(at), |ids| ids.get(at));
        let meta = set.metas.get(at as usize);
        let file = meta.map_or("", |meta| set.table(meta));
        let row = meta.map_or(0, |meta| meta.row);
        [text(id), text(file), row.to_string()]
    }
}

/// A text from the inputs as a cell that no spreadsheet runs.
fn text(text: &str) -> String {
    in_a_sheet(text).into_owned()
}

/// A list that is being written.
struct List {
    sink: Sink,
    lines: csv::Writer<Vec<u8>>,
}

impl List {
    fn begin(folder: &Path, name: &str, header: &[&str]) -> Result<Self> {
        let mut list = Self {
            sink: Sink::create(folder, name)?,
            lines: csv::Writer::from_writer(Vec::new()),
        };
        list.put(header, 0)?;
        Ok(list)
    }

    fn add(&mut self, cells: &[impl AsRef<[u8]>]) -> Result<()> {
        self.put(cells, 1)
    }

    fn put(&mut self, cells: &[impl AsRef<[u8]>], rows: u64) -> Result<()> {
        let bad = |error: String| Error::new(error, "");
        self.lines
            .write_record(cells)
            .map_err(|error| bad(error.to_string()))?;
        let lines = std::mem::replace(&mut self.lines, csv::Writer::from_writer(Vec::new()));
        let bytes = lines.into_inner().map_err(|error| bad(error.to_string()))?;
        self.sink.write(&bytes, rows)
    }

    fn finish(self) -> Result<()> {
        self.sink.finish().map(|_| ())
    }
}

/// Every row with its cluster, in the order of the inputs.
fn clusters(folder: &Path, rows: &Rows, matched: &Matched, progress: &dyn Progress) -> Result<()> {
    let header = ["source_id", "file", "row", "cluster", "band"];
    let mut list = List::begin(folder, CLUSTERS, &header)?;
    let all = rows.reading.set.metas.len();
    let mut first_of: Vec<u32> = (0..).take(all).collect();
    for cluster in &matched.clusters {
        let first = cluster.iter().min().copied().unwrap_or_default();
        for at in cluster {
            if let Some(slot) = first_of.get_mut(*at as usize) {
                *slot = first;
            }
        }
    }
    let several: HashSet<u32> = matched
        .clusters
        .iter()
        .filter(|cluster| cluster.len() > 1)
        .flatten()
        .copied()
        .collect();
    let doubted = matched
        .pairs
        .iter()
        .filter(|pair| pair.band == Band::Review);
    let doubted: HashSet<u32> = doubted.flat_map(|pair| [pair.a, pair.b]).collect();
    let mut number_of = vec![0_u64; all];
    let mut last = 0;
    for (at, first) in (0..).zip(&first_of) {
        if !is_row(rows.reading, at) {
            continue;
        }
        let number = number_of.get_mut(*first as usize);
        let number = number.map_or(0, |number| {
            if *number == 0 {
                last += 1;
                *number = last;
            }
            *number
        });
        let band = match () {
            () if several.contains(&at) => Band::Same,
            () if doubted.contains(&at) => Band::Review,
            () => Band::Different,
        };
        let [id, file, row] = rows.place(at);
        list.add(&[&id, &file, &row, &number.to_string(), band.name()])?;
        progress.done(1);
    }
    list.finish()
}

/// Every pair with what each comparison says.
fn pairs(folder: &Path, rows: &Rows, matched: &Matched) -> Result<()> {
    let fixed = [
        "a",
        "file_a",
        "row_a",
        "b",
        "file_b",
        "row_b",
        "weight",
        "probability",
        "band",
    ];
    let comparisons: Vec<String> = matched.comparisons.iter().map(|name| text(name)).collect();
    let mut header = fixed.to_vec();
    header.extend(comparisons.iter().map(String::as_str));
    let mut list = List::begin(folder, PAIRS, &header)?;
    for pair in &matched.pairs {
        let mut cells: Vec<String> = [rows.place(pair.a), rows.place(pair.b)].concat();
        cells.extend(weight(pair));
        cells.push(pair.band.name().to_string());
        for number in 0..comparisons.len() {
            let mut levels = pair.levels.iter();
            let found = levels.find(|level| usize::from(level.comparison) == number);
            cells.push(found.map_or(String::new(), said));
        }
        list.add(&cells)?;
    }
    list.finish()
}

fn weight(pair: &MatchedPair) -> [String; 2] {
    [
        format!("{:.2}", pair.bits),
        format!("{:.4}", pair.probability()),
    ]
}

/// `exact +6.2`.
fn said(level: &Level) -> String {
    format!("{} {:+.1}", level.level, level.bits)
}

/// The pairs that a person should decide, the likeliest first, with what people know both records by side by side.
fn review(folder: &Path, rows: &Rows, matched: &Matched) -> Result<()> {
    let header = side_by_side();
    let header: Vec<&str> = header.iter().map(String::as_str).collect();
    let mut list = List::begin(folder, REVIEW, &header)?;
    let doubted = matched
        .pairs
        .iter()
        .filter(|pair| pair.band == Band::Review);
    let mut doubted: Vec<&MatchedPair> = doubted.collect();
    doubted.sort_by(|a, b| b.bits.total_cmp(&a.bits));
    let mut sides = Sides::default();
    for pair in doubted {
        list.add(&sides.cells(rows, pair, &matched.comparisons)?)?;
    }
    list.finish()
}

/// The header of a list of pairs with what people know both records by.
fn side_by_side() -> Vec<String> {
    let mut header: Vec<String> = ["a", "file_a", "row_a", "b", "file_b", "row_b"]
        .map(str::to_string)
        .to_vec();
    header.extend(["weight", "probability"].map(str::to_string));
    for name in std::iter::once("name").chain(KNOWN_BY.map(|(name, _)| name)) {
        header.extend([format!("{name}_a"), format!("{name}_b")]);
    }
    header.push("why".to_string());
    header
}

/// Room to show two records in.
#[derive(Default)]
struct Sides {
    desk: Desk,
    a: Shown,
    b: Shown,
}

impl Sides {
    /// The line of a pair under [`side_by_side`]; `comparisons` are the names of the run's.
    fn cells(
        &mut self,
        rows: &Rows,
        pair: &MatchedPair,
        comparisons: &[String],
    ) -> Result<Vec<String>> {
        rows.reading.show(pair.a, &mut self.desk, &mut self.a)?;
        rows.reading.show(pair.b, &mut self.desk, &mut self.b)?;
        let (a, b) = (&self.a, &self.b);
        let mut cells: Vec<String> = [rows.place(pair.a), rows.place(pair.b)].concat();
        cells.extend(weight(pair));
        cells.extend([text(&name(a)), text(&name(b))]);
        for (_, parts) in KNOWN_BY {
            cells.extend([text(&known(a, parts)), text(&known(b, parts))]);
        }
        cells.push(text(&why(pair, comparisons)));
        Ok(cells)
    }
}

/// Writes into a kit the pairs that more than sure keys bring together: those to decide, the likeliest first, then those
/// that were merged, the least sure first.
///
/// # Errors
/// When it can't be written, or the store can't be read.
pub(super) fn in_kit(
    folder: &Path,
    reading: &Reading,
    pairs: &[(bool, &MatchedPair)],
    comparisons: &[String],
) -> Result<Finished> {
    let rows = Rows { reading, ids: None };
    let header = side_by_side();
    let header = std::iter::once("result").chain(header.iter().map(String::as_str));
    let mut sink = assemble::sink(folder, MATCHES, &header.collect::<Vec<_>>(), true)?;
    let mut sides = Sides::default();
    let mut line = Vec::new();
    for (merged, pair) in pairs {
        let result = if *merged { "merged" } else { "to decide" };
        let cells = sides.cells(&rows, pair, comparisons)?;
        let cells = std::iter::once(result).chain(cells.iter().map(String::as_str));
        line.clear();
        // The texts among the cells are made harmless already; numbers stay numbers.
        push_line(&mut line, cells, Flavour::Machine);
        sink.write(&line, 1)?;
    }
    sink.finish()
}

/// What a record is called.
fn name(shown: &Shown) -> String {
    let company = || {
        shown
            .of(Part::Company)
            .next()
            .unwrap_or_default()
            .to_string()
    };
    if shown.kind == Some(Kind::Organization) {
        return company();
    }
    let parts = [Part::Given, Part::Middle, Part::Family, Part::Suffix];
    let parts: Vec<&str> = parts.into_iter().flat_map(|part| shown.of(part)).collect();
    match parts.is_empty() {
        true => known(shown, &[Part::FullName, Part::NativeName]),
        false => parts.join(" "),
    }
}

/// All texts of the first of these parts that has one.
fn known(shown: &Shown, parts: &[Part]) -> String {
    let texts = |part: &Part| shown.of(*part).collect::<Vec<_>>().join("; ");
    let mut found = parts.iter().map(texts);
    found.find(|texts| !texts.is_empty()).unwrap_or_default()
}

/// The comparisons that have something to say, with their weights.
fn why(pair: &MatchedPair, comparisons: &[String]) -> String {
    let said = pair.levels.iter().map(|level| {
        let name = comparisons.get(usize::from(level.comparison));
        format!("{}: {}", name.map_or("", String::as_str), said(level))
    });
    said.collect::<Vec<_>>().join("; ")
}
