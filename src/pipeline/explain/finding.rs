//! A line of `findings.jsonl`, told in full, with the rows that it names where the inputs are at hand.

use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::rule::AboutRule;
use super::{rule, shown};
use crate::error::{Error, Result};
use crate::pipeline::Options;
use crate::read::{self, Rows, Table, decode, each_row};
use crate::survey;

/// A piece of evidence, as it was written down.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct Said {
    /// What it shows, in a word.
    pub what: String,
    /// The same in words.
    pub about: String,
    /// The source file, empty where it stands on no row.
    pub file: String,
    /// The row.
    pub row: u32,
    /// Its day.
    pub date: String,
}

/// A finding, as it was written down.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct Line {
    /// The source file.
    pub file: String,
    /// The row.
    pub row: u32,
    /// The record's id.
    pub source_id: String,
    /// Vendor and object.
    pub object: String,
    /// The rule.
    pub code: String,
    /// How much it matters.
    pub severity: String,
    /// How sure it is, from 0 to 1.
    pub confidence: f32,
    /// The class that box and status declare.
    pub declared_class: String,
    /// The class that all evidence shows.
    pub class: String,
    /// Why the record is where it is, in a word.
    pub cause: String,
    /// What is wrong.
    pub message: String,
    /// What speaks for it.
    pub evidence: Vec<Said>,
    /// What speaks against it.
    pub against: Vec<Said>,
    /// What to do.
    pub action: String,
}

/// A row that a finding names, with its filled cells: column and value.
#[derive(Clone, Debug, Serialize)]
pub struct RowShown {
    /// The file.
    pub file: String,
    /// The row.
    pub row: u32,
    /// The filled cells.
    pub cells: Vec<(String, String)>,
}

/// A finding, told in full.
#[derive(Clone, Debug, Serialize)]
pub struct FindingExplained {
    /// What was written down.
    pub finding: Line,
    /// What its cause means.
    pub cause_means: &'static str,
    /// The rule.
    pub rule: AboutRule,
    /// The rows that it names: the record's own first. None where the inputs are not given.
    pub rows: Vec<RowShown>,
}

/// Tells the finding on a line of a file; `inputs` are the files that were audited, if its rows are to be shown.
///
/// # Errors
/// When the file has no such line, the line is no finding of an audit, or the inputs don't hold its rows.
pub fn finding(
    path: &Path,
    number: usize,
    inputs: &Options,
    show_values: bool,
) -> Result<FindingExplained> {
    let found = line(path, number)?;
    let place = format!("{}:{number}", path.display());
    let told: Line = serde_json::from_str(&found).map_err(|error| {
        Error::new(
            format!("not a finding ({error})"),
            "name a line of an audit's `findings.jsonl`",
        )
        .at(place.clone())
    })?;
    let rule = rule(&told.code, "staged").map_err(|_| {
        let message = match told.code.as_str() {
            "" => "not a finding of an audit".to_string(),
            code => format!("`{code}` is no finding of an audit"),
        };
        let way_out = "name a line of the `findings.jsonl` that `xwalk audit` wrote";
        Error::new(message, way_out).at(place)
    })?;
    let rows = if inputs.inputs.is_empty() {
        Vec::new()
    } else {
        rows(&told, inputs, show_values)?
    };
    let causes = crate::audit::CAUSES;
    let cause = causes.iter().find(|cause| cause.name() == told.cause);
    Ok(FindingExplained {
        cause_means: cause.map_or(rule.cause_means, |cause| cause.about()),
        finding: told,
        rule,
        rows,
    })
}

fn line(path: &Path, number: usize) -> Result<String> {
    let file = File::open(path).map_err(|error| Error::io(path, &error))?;
    let mut count = 0;
    for line in BufReader::new(file).lines() {
        let line = line.map_err(|error| Error::io(path, &error))?;
        count += 1;
        if count == number {
            return Ok(line);
        }
    }
    let way_out = match count {
        0 => "the file is empty".to_string(),
        _ => format!("its lines are 1 to {count}"),
    };
    Err(Error::new(format!("there is no line {number}"), way_out).at(path.display().to_string()))
}

/// The rows that a finding names, its own first, each once.
fn rows(told: &Line, inputs: &Options, show: bool) -> Result<Vec<RowShown>> {
    let evidence = told.evidence.iter().chain(&told.against);
    let mut places = vec![(told.file.as_str(), told.row)];
    for piece in evidence.filter(|piece| piece.row > 0) {
        if !places.contains(&(&piece.file, piece.row)) {
            places.push((&piece.file, piece.row));
        }
    }
    let mut tables = Vec::new();
    for input in read::discover(&inputs.inputs)? {
        // What can't be read holds no row that was judged.
        tables.extend(read::tables(&input, &inputs.sheets).unwrap_or_default());
    }
    places
        .into_iter()
        .map(|(file, row)| cells(&tables, file, row, show))
        .collect()
}

fn cells(tables: &[Table], file: &str, wanted: u32, show: bool) -> Result<RowShown> {
    let missing = || {
        let way_out = "give the files that were audited with `--inputs`";
        Error::new(
            format!("the inputs have no row {wanted} of `{file}`"),
            way_out,
        )
    };
    let table = tables.iter().find(|table| table.input.name == file);
    let table = table.ok_or_else(missing)?;
    let header = survey::header(table)?.ok_or_else(missing)?;
    let reader = Rows::open(table)?;
    let mut found = None;
    for block in &table.blocks {
        let bytes = reader.bytes(block)?;
        each_row(table, block, &bytes, |row, _, cells| {
            if row == wanted && found.is_none() {
                let cells = cells
                    .iter()
                    .map(|cell| decode(cell, table.encoding).0.into_owned());
                found = Some(cells.collect::<Vec<_>>());
            }
        });
        if found.is_some() {
            break;
        }
    }
    let named = header.names.into_iter().zip(found.ok_or_else(missing)?);
    Ok(RowShown {
        file: file.to_string(),
        row: wanted,
        cells: named
            .filter(|(_, cell)| !cell.trim().is_empty())
            .map(|(name, cell)| (name, shown(&cell, show)))
            .collect(),
    })
}
