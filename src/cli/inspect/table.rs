//! One file: its vendor and object, how it is written, and its columns.

use serde::Serialize;

use super::column::{self, Column};
use crate::error::{Error, Result};
use crate::model::axis::Kind;
use crate::model::field;
use crate::profile::schema::{Object, ObjectKind, Profile};
use crate::read::{self, Input, Rows, Table, decode, each_row};
use crate::survey::{self, Catalog, Closely, GENERIC, Header, Match, Recognition};

/// How sure one can be of columns that were matched without knowing what the table is.
const UNKNOWN: f64 = 0.3;
/// Rows that are looked at for ids.
const SAMPLE: usize = 200;

/// What is asked about a file.
pub(super) struct Asked<'a> {
    /// The profiles.
    pub catalog: &'a Catalog<'a>,
    /// The profile that the user named.
    pub from: Option<usize>,
    /// The object that the user named.
    pub object: Option<&'a str>,
    /// Whether examples are shown as they are.
    pub show_values: bool,
}

/// What a file holds.
#[derive(Debug, Serialize)]
pub(super) struct Report {
    /// Its name.
    pub file: String,
    /// The sheet that it is of a workbook.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sheet: Option<String>,
    /// Whether the sheet was passed over; `why` says the reason.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub passed_over: bool,
    /// The profile's name; absent where none fits.
    pub vendor: Option<String>,
    /// The object's name.
    pub object: Option<String>,
    /// `people`, `organizations`, `users`, `opt-outs`, `context: …`.
    pub holds: String,
    /// From 0 to 1.
    pub confidence: f64,
    /// The reason.
    pub why: String,
    /// Another reading that is nearly as good.
    pub doubt: Option<String>,
    /// The usual name of its encoding.
    pub encoding: String,
    /// Whether it begins with a byte order mark.
    pub bom: bool,
    /// `comma`, `semicolon`, `tab`, `pipe`.
    pub delimiter: &'static str,
    /// `lf` or `crlf`.
    pub line_ends: &'static str,
    /// Rows below the header.
    pub rows: u64,
    /// The header's row, from 1; 0 for an empty file.
    pub header_row: u32,
    /// Its columns.
    pub columns: Vec<Column>,
}

/// Looks over a file.
///
/// # Errors
/// When the file can't be read, or is no table of text.
pub(super) fn look(asked: &Asked, table: &Table) -> Result<Report> {
    let input = &table.input;
    if let Some(why) = &table.passed_over {
        let why = why.clone();
        return Ok(Report {
            why,
            ..empty(table)
        });
    }
    let Some(header) = survey::header(table)? else {
        return Ok(empty(table));
    };
    let sample = sample(table, &header)?;
    let found = survey::recognize(
        asked.catalog,
        &header,
        &sample,
        &input.in_folder(),
        asked.from,
        asked.object,
        None,
    );
    if found.is_none() && (asked.from.is_some() || asked.object.is_some()) {
        return Err(no_match(asked, input));
    }
    let (profile, object) = match &found {
        Some(found) => (found.profile, found.object),
        None => generic(asked.catalog.profiles()),
    };
    let columns = columns(asked, table, &header, (profile, object), found.is_some())?;
    Ok(report(asked, table, &header, found, columns))
}

fn no_match(asked: &Asked, input: &Input) -> Error {
    let what = asked.object.unwrap_or("the profile given with `--from`");
    Error::new(
        format!("no header is one of `{what}`, or one that it must have is missing"),
        "leave out `--from` and `--as` to see what the file looks like",
    )
    .at(input.name.clone())
}

/// The first rows below the header.
fn sample(table: &Table, header: &Header) -> Result<Vec<Vec<String>>> {
    let mut rows: Vec<Vec<String>> = Vec::new();
    let reader = Rows::open(table)?;
    for block in &table.blocks {
        let bytes = reader.bytes(block)?;
        each_row(table, block, &bytes, |row, _, cells| {
            if row > header.row && rows.len() < SAMPLE {
                let cells = cells
                    .iter()
                    .map(|cell| decode(cell, table.encoding).0.into_owned());
                rows.push(cells.collect());
            }
        });
        if rows.len() >= SAMPLE {
            break;
        }
    }
    Ok(rows)
}

/// The object that stands in where nothing was recognised.
fn generic(profiles: &[Profile]) -> (usize, usize) {
    let profile = profiles.iter().position(|found| found.name == GENERIC);
    let people = |object: &Object| object.kind == ObjectKind::Party(Kind::Person);
    let object = profile
        .and_then(|at| profiles.get(at))
        .and_then(|found| found.objects.iter().position(people));
    (profile.unwrap_or(0), object.unwrap_or(0))
}

fn columns(
    asked: &Asked,
    table: &Table,
    header: &Header,
    (profile, object): (usize, usize),
    sure: bool,
) -> Result<Vec<Column>> {
    let Some(spec) = asked.catalog.profiles().get(profile) else {
        return Ok(Vec::new());
    };
    let Some(own) = spec.objects.get(object) else {
        return Ok(Vec::new());
    };
    let matched = matches(asked.catalog, spec, (profile, object), header);
    let types: Vec<Option<field::Type>> = matched
        .iter()
        .map(|found| {
            found
                .as_ref()
                .and_then(|(_, column)| survey::field_of(column))
        })
        .map(|name| name.and_then(field::type_of))
        .collect();
    let seen = survey::columns(table, header.row, &types, Closely::All)?;
    let trust = if sure { 1.0 } else { UNKNOWN };
    let names = header
        .names
        .iter()
        .zip(&seen.columns)
        .zip(&matched)
        .enumerate();
    Ok(names
        .map(|(at, ((name, cells), found))| {
            let place = column::Place {
                index: at,
                name,
                profile: spec,
                object: own,
                rows: seen.rows,
                trust,
            };
            column::describe(&place, cells, found.as_ref(), asked.show_values)
        })
        .collect())
}

/// Each header's column in the object, or in one that shares the object's file.
fn matches<'p>(
    catalog: &Catalog<'p>,
    spec: &'p Profile,
    (profile, object): (usize, usize),
    header: &Header,
) -> Vec<Option<(Match, &'p crate::profile::schema::Column)>> {
    let root = spec.objects.get(object).map(|object| object.name.as_str());
    let mut all: Vec<Option<(Match, &crate::profile::schema::Column)>> =
        vec![None; header.names.len()];
    for (at, sharing) in spec.objects.iter().enumerate() {
        if at != object && (sharing.rows_of.is_none() || sharing.rows_of.as_deref() != root) {
            continue;
        }
        let found = catalog.columns(profile, at, header);
        for (slot, hit) in all.iter_mut().zip(found) {
            let column = hit.and_then(|hit| Some((hit, sharing.columns.get(hit.column)?)));
            if at == object || slot.is_none() {
                *slot = column.or(*slot);
            }
        }
    }
    all
}

fn report(
    asked: &Asked,
    table: &Table,
    header: &Header,
    found: Option<Recognition>,
    columns: Vec<Column>,
) -> Report {
    let mut report = Report {
        header_row: header.row,
        columns,
        ..empty(table)
    };
    let all: u64 = table.blocks.iter().map(|block| u64::from(block.rows)).sum();
    report.rows = all.saturating_sub(u64::from(header.above) + 1);
    report.why = "no known header says that it holds people or companies".to_string();
    let Some(found) = found else {
        return report;
    };
    let spec = asked.catalog.profiles().get(found.profile);
    let object = spec.and_then(|spec| spec.objects.get(found.object));
    report.vendor = spec.map(|spec| spec.name.clone());
    report.object = object.map(|object| object.name.clone());
    report.holds = object.map(|object| holds(&object.kind)).unwrap_or_default();
    report.confidence = rounded(found.confidence);
    report.why = found.why;
    report.doubt = found.doubt;
    report
}

/// What an object's rows are, in words.
fn holds(kind: &ObjectKind) -> String {
    match kind {
        ObjectKind::Party(Kind::Person) => "people".to_string(),
        ObjectKind::Party(Kind::Organization) => "organizations".to_string(),
        ObjectKind::User => "users".to_string(),
        ObjectKind::OptOuts => "opt-outs".to_string(),
        ObjectKind::Context(what) => format!("context: {what}"),
    }
}

fn empty(table: &Table) -> Report {
    Report {
        file: table.input.name.clone(),
        sheet: table.sheet.clone(),
        passed_over: table.passed_over.is_some(),
        vendor: None,
        object: None,
        holds: "nothing known".to_string(),
        confidence: 0.0,
        why: "the file is empty".to_string(),
        doubt: None,
        encoding: read::label(table.written_in).to_string(),
        bom: table.dialect.bom,
        delimiter: delimiter(table.dialect.delimiter),
        line_ends: if table.dialect.crlf { "crlf" } else { "lf" },
        rows: 0,
        header_row: 0,
        columns: Vec::new(),
    }
}

fn delimiter(byte: u8) -> &'static str {
    match byte {
        b';' => "semicolon",
        b'\t' => "tab",
        b'|' => "pipe",
        b',' => "comma",
        _ => "other",
    }
}

/// Two decimals are as exact as a guess can be.
pub(super) fn rounded(share: f64) -> f64 {
    (share * 100.0).round() / 100.0
}
