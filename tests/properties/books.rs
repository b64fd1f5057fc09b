//! The books of a kit, counted again with nothing but the `csv` crate: every row and every filled cell of the inputs
//! has one fate, and what stands in the import files is what the ledger says.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use xwalk::profile::schema::Profile;

use super::tables::Table;

/// How many rows and cells had each fate.
pub type Fates = BTreeMap<String, u64>;

/// A table of a kit: its header, and its rows.
pub struct Sheet {
    /// The names of its columns.
    pub header: Vec<String>,
    /// Its rows.
    pub rows: Vec<Vec<String>>,
}

impl Sheet {
    /// Reads a file of a kit.
    pub fn read(path: &Path) -> Self {
        let bytes = fs::read(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let mut lines =
            cells(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes), b',').into_iter();
        Self {
            header: lines.next().unwrap_or_default(),
            rows: lines.collect(),
        }
    }

    /// The place of a column.
    pub fn at(&self, name: &str) -> usize {
        self.header
            .iter()
            .position(|header| header == name)
            .unwrap_or_else(|| panic!("no column `{name}` in {:?}", self.header))
    }

    /// The cells of a column.
    pub fn column(&self, name: &str) -> impl Iterator<Item = &str> {
        let at = self.at(name);
        self.rows.iter().map(move |row| row[at].as_str())
    }
}

fn cells(text: &[u8], delimiter: u8) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .from_reader(text);
    let record = |record: csv::ByteRecord| {
        record
            .iter()
            .map(|cell| String::from_utf8_lossy(cell).into_owned())
            .collect()
    };
    reader
        .byte_records()
        .map(|line| record(line.unwrap()))
        .collect()
}

/// The filled cells of a table by column; the last counts those beyond the header. And its rows, header and all.
pub fn recount(table: &Table) -> (Vec<u64>, usize) {
    let mut filled = vec![0; table.headers.len() + 1];
    let (mut rows, mut from) = (0, 0);
    let mut header_seen = false;
    let ends: Vec<_> = table
        .broken
        .iter()
        .cloned()
        .chain(std::iter::once(table.text.len()..table.text.len()))
        .collect();
    for broken in ends {
        for line in cells(&table.text[from..broken.start], table.delimiter) {
            rows += 1;
            let is_header = !header_seen && line.len() == table.headers.len();
            header_seen |= is_header;
            for (at, _) in line
                .iter()
                .enumerate()
                .filter(|(_, cell)| !is_header && !cell.trim_ascii().is_empty())
            {
                filled[at.min(table.headers.len())] += 1;
            }
        }
        if !broken.is_empty() {
            rows += 1;
            filled[0] += 1;
        }
        from = broken.end;
    }
    (filled, rows)
}

/// Checks a kit against its inputs, and tells how many rows and cells had each fate.
pub fn balance(kit: &Path, tables: &[Table], target: &Profile) -> Fates {
    let ledger = Sheet::read(&kit.join("every-row.csv"));
    let mut fates = every_row(&ledger, tables);
    fates.extend(every_column(kit, tables));
    let identities = super::imports::check(kit, &ledger, target);
    let manifest: serde_json::Value =
        serde_json::from_slice(&fs::read(kit.join("manifest.json")).unwrap()).unwrap();
    let created = manifest["created"].as_u64().unwrap();
    let made = identities
        .iter()
        .filter(|identity| identity.starts_with("created:"))
        .count() as u64;
    assert_eq!(made, created, "organizations that were created");
    assert_eq!(
        identities.len() as u64,
        of(&fates, "exported") + created,
        "exported rows and created records"
    );
    set_aside(kit, &fates);
    fates
}

/// Counts rows and cells by fate; each row and each filled cell has one.
pub fn rows_and_cells(kit: &Path, tables: &[Table]) -> Fates {
    let mut fates = every_row(&Sheet::read(&kit.join("every-row.csv")), tables);
    fates.extend(every_column(kit, tables));
    set_aside(kit, &fates);
    fates
}

/// How many had a fate.
pub fn of(fates: &Fates, fate: &str) -> u64 {
    fates.get(fate).copied().unwrap_or(0)
}

/// Every row of every table stands in the ledger once, and nothing else does.
fn every_row(ledger: &Sheet, tables: &[Table]) -> Fates {
    let mut expected: Vec<(String, u32)> = Vec::new();
    for table in tables.iter().filter(|table| table.object != "staff") {
        expected.extend(table.rows.iter().map(|row| (table.name.clone(), *row)));
    }
    let place = |(file, row): (&str, &str)| (file.to_string(), row.parse().unwrap());
    let mut found: Vec<(String, u32)> = ledger
        .column("file")
        .zip(ledger.column("row"))
        .map(place)
        .collect();
    expected.sort();
    found.sort();
    assert_eq!(found, expected, "rows in the ledger");
    let mut fates = Fates::new();
    for fate in ledger.column("fate") {
        *fates.entry(fate.to_string()).or_default() += 1;
    }
    survivors(ledger);
    fates
}

/// A merged row stands under the identity of an exported one, and names its place.
fn survivors(ledger: &Sheet) {
    let (file, row, fate) = (ledger.at("file"), ledger.at("row"), ledger.at("fate"));
    let (identity, survivor) = (ledger.at("external_id"), ledger.at("survivor"));
    let exported: BTreeMap<String, &String> = ledger
        .rows
        .iter()
        .filter(|line| line[fate] == "exported")
        .map(|line| (format!("{}:{}", line[file], line[row]), &line[identity]))
        .collect();
    for line in ledger.rows.iter() {
        match line[fate].as_str() {
            "merged" => assert_eq!(
                exported.get(&line[survivor]),
                Some(&&line[identity]),
                "the survivor of {line:?}"
            ),
            "exported" => assert!(
                !line[identity].is_empty() && line[survivor].is_empty(),
                "{line:?}"
            ),
            // The target knows it, perhaps by an identity.
            "skipped" => assert!(!line[ledger.at("reason")].is_empty(), "{line:?}"),
            _ => assert!(
                line[identity].is_empty() && !line[ledger.at("reason")].is_empty(),
                "{line:?}"
            ),
        }
    }
}

/// Every filled cell is counted in its column, under one fate.
fn every_column(kit: &Path, tables: &[Table]) -> Fates {
    let sheet = Sheet::read(&kit.join("every-column.csv"));
    let first = sheet.at("filled") + 1;
    let mut fates = Fates::new();
    for table in tables.iter().filter(|table| table.object != "staff") {
        let (filled, rows) = recount(table);
        assert_eq!(
            rows,
            table.rows.len() + 1,
            "rows of `{}`, by the csv crate",
            table.name
        );
        for (at, expected) in filled.iter().enumerate() {
            let number = (at + 1).to_string();
            let line = sheet
                .rows
                .iter()
                .find(|line| line[0] == table.name && line[1] == number);
            let Some(line) = line else {
                assert_eq!(
                    (*expected, at),
                    (0, table.headers.len()),
                    "column {number} of `{}` is not listed",
                    table.name
                );
                continue;
            };
            let counts: Vec<u64> = line[first..]
                .iter()
                .map(|count| count.parse().unwrap())
                .collect();
            assert_eq!(
                line[first - 1],
                expected.to_string(),
                "filled cells of `{}` in `{}`",
                line[2],
                table.name
            );
            assert_eq!(
                counts.iter().sum::<u64>(),
                *expected,
                "fates of `{}` in `{}`: {line:?}",
                line[2],
                table.name
            );
            for (fate, count) in sheet.header[first..].iter().zip(counts) {
                *fates.entry(fate.clone()).or_default() += count;
            }
        }
    }
    fates
}

/// What was set aside stands in the files for it.
fn set_aside(kit: &Path, fates: &Fates) {
    let filled =
        |row: &Vec<String>| row.iter().skip(2).filter(|cell| !cell.is_empty()).count() as u64;
    let kept: u64 = sheets(&kit.join("cells-not-loaded"))
        .iter()
        .flat_map(|sheet| &sheet.rows)
        .map(filled)
        .sum();
    assert_eq!(
        kept,
        of(fates, "kept_aside"),
        "cells that stand in cells-not-loaded"
    );
    assert_eq!(
        rows_to_fix(kit),
        of(fates, "rejected") + of(fates, "unreadable"),
        "rows to fix"
    );
    let decide = Sheet::read(&kit.join("rows-to-decide.csv")).rows.len() as u64;
    assert_eq!(decide, of(fates, "held"), "rows to decide on");
}

/// Rows that are to be mended; their files have the dialects of the inputs, so their places are what is counted.
fn rows_to_fix(kit: &Path) -> u64 {
    let manifest: serde_json::Value =
        serde_json::from_slice(&fs::read(kit.join("manifest.json")).unwrap()).unwrap();
    let files = manifest["files"].as_array().unwrap().iter();
    let fix = files.filter(|file| file["name"].as_str().unwrap().starts_with("rows-to-fix/"));
    fix.map(|file| file["rows"].as_u64().unwrap()).sum()
}

fn sheets(folder: &Path) -> Vec<Sheet> {
    let Ok(entries) = fs::read_dir(folder) else {
        return Vec::new();
    };
    entries
        .map(|entry| Sheet::read(&entry.unwrap().path()))
        .collect()
}

/// The texts that stand more than once.
pub fn twice<'t>(texts: impl Iterator<Item = &'t str>) -> BTreeSet<&'t str> {
    let mut seen = BTreeSet::new();
    texts.filter(|text| !seen.insert(*text)).collect()
}
