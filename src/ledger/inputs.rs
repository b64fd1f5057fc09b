//! The inputs, counted again without the code that has converted them.

use std::path::{Path, PathBuf};

use super::columns::{Column, Columns, EVERY_COLUMN};
use super::flaw::{Flaw, MOST, Report};
use super::manifest::{self, Manifest};
use super::rows::{EVERY_ROW, Ledger, key};
use crate::error::Result;
use crate::kit::hex;
use crate::read::{self, Row, Rows, SheetAsked, Table, each_row};

/// Finds the inputs in some folders, and recounts their rows and filled cells.
///
/// # Errors
/// When a file can't be read.
pub(super) fn check(
    folders: &[&Path],
    manifest: &Manifest,
    ledger: &Ledger,
    columns: &Columns,
    progress: &dyn Fn(u64),
    report: &mut Report,
) -> Result<()> {
    let (mut rows, mut cells) = (0, 0);
    for (number, input) in manifest.inputs.iter().enumerate() {
        let table = match find(folders, &input.name, &input.sha256, progress)? {
            Found::It(table) => *table,
            Found::Another => {
                report.add(Flaw::of(
                    &*input.name,
                    "is not the file that the kit was made from: its SHA-256 is another",
                ));
                continue;
            }
            Found::None => {
                let places: Vec<String> = folders
                    .iter()
                    .map(|folder| format!("`{}`", folder.display()))
                    .collect();
                let places = places.join(" or ");
                report.add(Flaw::of(
                    &*input.name,
                    format!("is not in {places}, and the kit was made from it"),
                ));
                continue;
            }
        };
        let counted = recount(&table, number, input, ledger, report)?;
        rows += counted.rows;
        cells += compare(input, &counted, columns.get(&input.name), report);
    }
    read_beside(folders, manifest, progress, report)?;
    for folder in folders {
        beside(folder, manifest, report);
    }
    report.checked.push(format!(
        "the inputs: size, SHA-256, and {rows} rows and {cells} filled cells counted again"
    ));
    Ok(())
}

/// What is found under a name.
enum Found {
    It(Box<Table>),
    /// Only a file with other bytes.
    Another,
    None,
}

/// The file of that name and hash: two folders may have one of the same name.
fn find(folders: &[&Path], name: &str, sha256: &str, progress: &dyn Fn(u64)) -> Result<Found> {
    let mut found = Found::None;
    for path in folders
        .iter()
        .filter_map(|folder| read::locate(folder, name))
    {
        let table = table_of(path, name)?;
        progress(table.size);
        if hex(&table.sha256) == sha256 {
            return Ok(Found::It(Box::new(table)));
        }
        found = Found::Another;
    }
    Ok(found)
}

/// The export of the target and the lists, if they are given, too.
fn read_beside(
    folders: &[&Path],
    manifest: &Manifest,
    progress: &dyn Fn(u64),
    report: &mut Report,
) -> Result<()> {
    let mut same = 0;
    for file in manifest.against.iter().chain(&manifest.do_not_import) {
        if let Found::It(_) = find(folders, &file.name, &file.sha256, progress)? {
            same += 1;
        } else {
            report.skipped.push(format!(
                "`{}`, which was read beside the inputs, is not among what was given; name its folder with `--inputs`, too",
                file.name
            ));
        }
    }
    if same > 0 {
        report.checked.push(format!(
            "{same} files that were read beside the inputs: SHA-256"
        ));
    }
    Ok(())
}

/// The table of that name in a file; of a file that can't be read as tables its size and hash.
fn table_of(path: PathBuf, name: &str) -> Result<Table> {
    let of = |name: &str| read::Input {
        path: path.clone(),
        name: name.to_string(),
    };
    let whole = std::iter::once((name, Vec::new()));
    let of_sheet = read::book_and_sheet(name).map(|(book, sheet)| {
        let sheet = sheet.to_string();
        (book, vec![SheetAsked { book: None, sheet }])
    });
    let named = of_sheet.chain(whole).find_map(|(file, sheets)| {
        let tables = read::tables(&of(file), &sheets).ok()?;
        tables.into_iter().find(|table| table.input.name == name)
    });
    named.map_or_else(|| read::bare(&of(name)), Ok)
}

/// What is in an input.
#[derive(Debug, Default)]
struct Counted {
    /// Rows below the header.
    rows: u64,
    /// Filled cells by column; the last counts those beyond the header.
    filled: Vec<u64>,
    /// Columns of the header.
    columns: usize,
}

fn recount(
    table: &Table,
    number: usize,
    input: &manifest::Input,
    ledger: &Ledger,
    report: &mut Report,
) -> Result<Counted> {
    let width = usize::try_from(input.columns).unwrap_or(0);
    let mut counted = Counted {
        filled: vec![0; width + 1],
        ..Counted::default()
    };
    if input.header_row == 0 {
        return Ok(counted);
    }
    let start = ledger.rows.partition_point(|row| *row < key(number, 0));
    let mut left = ledger
        .rows
        .get(start..)
        .unwrap_or_default()
        .iter()
        .copied()
        .take_while(|row| row >> 32 == number as u64)
        .peekable();
    let parties = input.fate == "parties";
    let (mut lost, mut unknown): (Vec<(u32, u32)>, Vec<u64>) = Default::default();
    let reader = Rows::open(table)?;
    for block in &table.blocks {
        let bytes = reader.bytes(block)?;
        each_row(table, block, &bytes, |row, line, cells| {
            if row == input.header_row {
                counted.columns = cells.len();
                return;
            }
            counted.rows += u64::from(row > input.header_row);
            count_cells(cells, &mut counted.filled);
            let here = key(number, u64::from(row));
            while let Some(other) = left.next_if(|other| *other < here) {
                unknown.push(other);
            }
            if left.next_if_eq(&here).is_none() && parties {
                lost.push((row, line));
            }
        });
    }
    unknown.extend(left);
    missing(input, &lost, &unknown, report);
    Ok(counted)
}

fn count_cells(cells: &Row, filled: &mut [u64]) {
    let last = filled.len().saturating_sub(1);
    for (at, cell) in cells.iter().enumerate() {
        if !cell.trim_ascii().is_empty()
            && let Some(count) = filled.get_mut(at.min(last))
        {
            *count += 1;
        }
    }
}

fn missing(input: &manifest::Input, lost: &[(u32, u32)], unknown: &[u64], report: &mut Report) {
    let flaws = lost.iter().take(MOST).map(|(row, line)| {
        let message = format!("the row has no fate: it does not stand in {EVERY_ROW}");
        Flaw::of(&*input.name, message).on(u64::from(*line), Some(row.to_string()))
    });
    report.add_first(flaws.collect(), lost.len());
    let flaws = unknown.iter().take(MOST).map(|row| {
        Flaw::of(
            EVERY_ROW,
            format!(
                "`{}:{}` is no row of the input",
                input.name,
                row & 0xffff_ffff
            ),
        )
    });
    report.add_first(flaws.collect(), unknown.len());
}

/// Compares what was counted with the books; gives the filled cells.
fn compare(
    input: &manifest::Input,
    counted: &Counted,
    columns: Option<&Vec<Column>>,
    report: &mut Report,
) -> u64 {
    if input.header_row == 0 {
        return 0;
    }
    report.equal(
        &input.name,
        "rows below the header",
        counted.rows,
        input.rows,
    );
    report.equal(
        &input.name,
        "columns",
        counted.columns as u64,
        input.columns,
    );
    if input.fate != "parties" {
        return 0;
    }
    for (at, found) in counted.filled.iter().enumerate() {
        let column = columns
            .into_iter()
            .flatten()
            .find(|column| column.number == at as u64 + 1);
        let (name, stated) = column.map_or(("(beyond the header)", 0), |column| {
            (&column.name, column.filled)
        });
        report.equal(
            EVERY_COLUMN,
            &format!("filled cells of `{}`, column `{name}`", input.name),
            *found,
            stated,
        );
    }
    counted.filled.iter().sum()
}

/// Files that lie beside the inputs are named, not judged.
fn beside(folder: &Path, manifest: &Manifest, report: &mut Report) {
    for other in read::discover(&[folder.to_path_buf()]).unwrap_or_default() {
        let known = |name: &str| {
            let inputs = manifest.inputs.iter().map(|input| &input.name);
            let others = manifest.against.iter().chain(&manifest.do_not_import);
            inputs.chain(others.map(|file| &file.name)).any(|input| {
                let of_sheet = read::book_and_sheet(input).any(|(book, _)| book == name);
                of_sheet || input == name || input.ends_with(&format!("/{name}"))
            })
        };
        if !known(&other.name) {
            report.skipped.push(format!(
                "`{}` lies among the inputs, but the kit was not made from it",
                other.name
            ));
        }
    }
}
