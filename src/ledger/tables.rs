//! The CSV files of a kit, row by row.

use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::Path;

use csv::ByteRecord;

use super::flaw::{Flaw, MOST, Report};
use super::sums;
use crate::error::{Error, Result};

const BUFFER: usize = 1 << 20;
const BOM: &[u8] = b"\xef\xbb\xbf";

/// Where a row of a kit's file is.
#[derive(Clone, Copy, Debug)]
pub(super) struct At {
    /// Its number as a spreadsheet shows it; the header is 1.
    pub row: u64,
    /// The physical line on which it begins, from 1.
    pub line: u64,
}

/// Calls `each` for every row, the header included. A file that is not there has none.
///
/// # Errors
/// When the file is there and can't be read.
pub(super) fn each(kit: &Path, name: &str, mut each: impl FnMut(At, &ByteRecord)) -> Result<()> {
    let path = kit.join(name);
    if !path.is_file() {
        return Ok(());
    }
    let fail = |error: &std::io::Error| Error::io(&path, error);
    let mut file =
        BufReader::with_capacity(BUFFER, File::open(&path).map_err(|error| fail(&error))?);
    let start = file.fill_buf().map_err(|error| fail(&error))?;
    let delimiter = delimiter(name, start);
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .terminator(csv::Terminator::Any(b'\n'))
        .buffer_capacity(BUFFER)
        .from_reader(file);
    let mut record = ByteRecord::new();
    let mut row = 0;
    loop {
        match reader.read_byte_record(&mut record) {
            Ok(true) => row += 1,
            Ok(false) => return Ok(()),
            Err(error) => {
                return Err(Error::new(error.to_string(), "").at(path.display().to_string()));
            }
        }
        let line = record.position().map_or(row, csv::Position::line);
        each(At { row, line }, &record);
    }
}

/// Rows to be mended stand in their source's own dialect, which their first header shows.
fn delimiter(name: &str, start: &[u8]) -> u8 {
    if !name.starts_with("rows-to-fix/") {
        return b',';
    }
    let start = start.strip_prefix(BOM).unwrap_or(start);
    let after = start.strip_prefix(b"xwalk_reason").and_then(<[u8]>::first);
    after
        .copied()
        .filter(|byte| *byte != b'\r' && *byte != b'\n')
        .unwrap_or(b',')
}

/// Calls `each` for every row below a header that must be just this one; other rows, and rows of another width, are
/// flaws.
///
/// # Errors
/// When the file is there and can't be read.
pub(super) fn each_below(
    kit: &Path,
    name: &str,
    header: &[&str],
    report: &mut Report,
    mut act: impl FnMut(At, &ByteRecord),
) -> Result<()> {
    let mut flaws = Vec::new();
    let mut count = 0;
    each(kit, name, |at, record| {
        let wrong = if at.row == 1 {
            (record.len() != header.len()
                || header
                    .iter()
                    .enumerate()
                    .any(|(at, name)| cell(record, at) != name.as_bytes()))
            .then_some("the header is not the one it was given")
        } else if record.len() != header.len() {
            Some("the row has not as many cells as the header")
        } else {
            act(at, record);
            None
        };
        if let Some(message) = wrong {
            count += 1;
            if flaws.len() < MOST {
                flaws.push(Flaw::of(name, message).on(at.line, Some(at.row.to_string())));
            }
        }
    })?;
    report.add_first(flaws, count);
    Ok(())
}

/// Adds a flaw for the rows whose hash is among `wanted` (sorted); `say` gives a row's name and what is wrong with it.
///
/// # Errors
/// When the file can't be read.
pub(super) fn name_rows(
    kit: &Path,
    name: &str,
    wanted: &[u64],
    report: &mut Report,
    hash: impl Fn(&ByteRecord) -> Option<u64>,
    say: impl Fn(&ByteRecord) -> (String, String),
) -> Result<()> {
    if wanted.is_empty() {
        return Ok(());
    }
    let mut flaws = Vec::new();
    let mut count = 0;
    each(kit, name, |at, record| {
        let hit =
            at.row > 1 && hash(record).is_some_and(|hash| wanted.binary_search(&hash).is_ok());
        if hit {
            count += 1;
            if flaws.len() < MOST {
                let (label, message) = say(record);
                flaws.push(
                    Flaw::of(name, message).on(at.line, Some(format!("{}, {label}", at.row))),
                );
            }
        }
    })?;
    report.add_first(flaws, count);
    Ok(())
}

/// A cell. Rows are cut at LF alone, so that their lines are counted rightly: the CR before it is on the last cell.
pub(super) fn cell(record: &ByteRecord, at: usize) -> &[u8] {
    let cell = record.get(at).unwrap_or_default();
    if at + 1 < record.len() {
        cell
    } else {
        cell.strip_suffix(b"\r").unwrap_or(cell)
    }
}

/// A cell as text.
pub(super) fn text(record: &ByteRecord, at: usize) -> String {
    String::from_utf8_lossy(cell(record, at)).into_owned()
}

/// A cell as a number.
pub(super) fn number(record: &ByteRecord, at: usize) -> Option<u64> {
    std::str::from_utf8(cell(record, at)).ok()?.parse().ok()
}

/// The hash of some of a row's cells.
pub(super) fn hash_of(record: &ByteRecord, cells: &[usize]) -> u64 {
    let texts: Vec<&[u8]> = cells.iter().map(|at| cell(record, *at)).collect();
    sums::hash(&texts)
}
