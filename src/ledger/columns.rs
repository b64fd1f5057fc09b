//! The books of cells: every column's filled cells by fate, and the cells that had no place.

use std::collections::BTreeMap;
use std::path::Path;

use super::flaw::{Flaw, Report};
use super::manifest::Manifest;
use super::tables::{cell, each, each_below, number, text};
use crate::error::Result;
use crate::model::fate::{CELL_FATES, CellFate};

/// The file of columns.
pub(super) const EVERY_COLUMN: &str = "every-column.csv";
const CREATE: &str = "fields-to-create.csv";
/// The cells of its rows before those that count fates.
const BEFORE: [&str; 6] = ["file", "column", "name", "becomes", "written_to", "filled"];
const FILLED: usize = 5;
/// The cell of a field to create that names the source file.
const OF_FILE: usize = 7;

/// The source columns of each file, in its order.
pub(super) type Columns = BTreeMap<String, Vec<Column>>;

/// One source column.
#[derive(Clone, Debug)]
pub(super) struct Column {
    /// Its number, from 1.
    pub number: u64,
    /// Its header.
    pub name: String,
    /// Its filled cells.
    pub filled: u64,
    /// Those that had no place in the target.
    pub kept: u64,
}

/// Checks the books of cells, and gives them back.
///
/// # Errors
/// When a file can't be read.
pub(super) fn check(kit: &Path, manifest: &Manifest, report: &mut Report) -> Result<Columns> {
    let (columns, sums) = read(kit, report)?;
    for ((fate, sum), (name, stated)) in CELL_FATES.iter().zip(sums).zip(&manifest.cells) {
        let name = if fate.name() == name { name } else { "?" };
        report.equal(EVERY_COLUMN, &format!("cells {name}"), sum, *stated);
    }
    for input in &manifest.inputs {
        let filled = columns.get(&input.name).map_or(0, |columns| {
            columns.iter().map(|column| column.filled).sum()
        });
        report.equal(
            EVERY_COLUMN,
            &format!("filled cells of `{}`", input.name),
            filled,
            input.filled_cells,
        );
        report.cells += filled;
        not_loaded(
            kit,
            manifest,
            input.fix_file.as_str(),
            columns.get(&input.name),
            report,
        )?;
    }
    create(kit, &columns, report)?;
    report.checked.push(format!(
        "{} filled cells: one fate each, per column and in the sums",
        report.cells
    ));
    Ok(columns)
}

fn read(kit: &Path, report: &mut Report) -> Result<(Columns, [u64; CELL_FATES.len()])> {
    let header: Vec<&str> = BEFORE
        .into_iter()
        .chain(CELL_FATES.iter().map(|fate| fate.name()))
        .collect();
    let mut columns = Columns::new();
    let mut sums = [0; CELL_FATES.len()];
    let mut flaws = Vec::new();
    each_below(kit, EVERY_COLUMN, &header, report, |at, record| {
        let filled = number(record, FILLED).unwrap_or(0);
        let counts: Vec<u64> = (0..CELL_FATES.len())
            .filter_map(|fate| number(record, FILLED + 1 + fate))
            .collect();
        for (sum, count) in sums.iter_mut().zip(&counts) {
            *sum += count;
        }
        if counts.len() < CELL_FATES.len() || counts.iter().sum::<u64>() != filled {
            let message = format!(
                "{filled} cells are filled, but {} have a fate",
                counts.iter().sum::<u64>()
            );
            let row = format!(
                "{}, {}, column {}",
                at.row,
                text(record, 0),
                text(record, 2)
            );
            flaws.push(Flaw::of(EVERY_COLUMN, message).on(at.line, Some(row)));
        }
        columns.entry(text(record, 0)).or_default().push(Column {
            number: number(record, 1).unwrap_or(0),
            name: text(record, 2),
            filled,
            kept: counts
                .get(CellFate::KeptAside as usize)
                .copied()
                .unwrap_or(0),
        });
    })?;
    let total = flaws.len();
    report.add_first(flaws, total);
    Ok((columns, sums))
}

/// What a new field would hold is what its column has kept aside.
fn create(kit: &Path, columns: &Columns, report: &mut Report) -> Result<()> {
    let mut flaws = Vec::new();
    each(kit, CREATE, |at, record| {
        let (file, name, filled) = (
            text(record, OF_FILE),
            text(record, 1),
            number(record, FILLED),
        );
        let is_it = |column: &&Column| {
            disarmed(&name) == disarmed(&column.name) && filled == Some(column.kept)
        };
        if at.row > 1
            && !file.is_empty()
            && columns
                .get(disarmed(&file))
                .is_none_or(|columns| !columns.iter().any(|column| is_it(&column)))
        {
            let message = format!(
                "no column `{name}` of `{file}` has {} cells without a place",
                filled.unwrap_or(0)
            );
            flaws.push(Flaw::of(CREATE, message).on(at.line, Some(format!("{}, {name}", at.row))));
        }
    })?;
    let total = flaws.len();
    report.add_first(flaws, total);
    Ok(())
}

/// A text without the apostrophe that keeps a spreadsheet from running it.
fn disarmed(text: &str) -> &str {
    text.strip_prefix('\'').unwrap_or(text)
}

/// The cells of a source file that had no place stand in its wide file, column by column.
fn not_loaded(
    kit: &Path,
    manifest: &Manifest,
    fix_file: &str,
    columns: Option<&Vec<Column>>,
    report: &mut Report,
) -> Result<()> {
    let stated: Vec<&Column> = columns
        .into_iter()
        .flatten()
        .filter(|column| column.kept > 0)
        .collect();
    let name = fix_file.replacen("rows-to-fix/", "cells-not-loaded/", 1);
    if !manifest.files.iter().any(|file| file.name == name) {
        let kept = stated.iter().map(|column| column.kept).sum();
        report.equal(&name, "cells without a place", 0, kept);
        return Ok(());
    }
    let mut found = vec![0_u64; stated.len()];
    each(kit, &name, |at, record| {
        let filled = |place: usize| u64::from(at.row > 1 && !cell(record, place + 2).is_empty());
        for (place, count) in found.iter_mut().enumerate() {
            *count += filled(place);
        }
    })?;
    for (column, found) in stated.into_iter().zip(found) {
        report.equal(
            &name,
            &format!("cells of column `{}`", column.name),
            found,
            column.kept,
        );
    }
    Ok(())
}
