//! A workbook as it comes back: saved by another program, with columns moved and rows sorted. Lines are found by the
//! headers of the columns and known by what stands in them.

use std::path::Path;

use super::form::{
    APPROVED, CHANGE, COMMENT, GOES_TO, LINE, OBJECT, OPEN, OWNER, RULE, SOURCE, STATUS, VALUE,
};
use crate::error::{Error, Result};
use crate::profile::schema::Line;
use crate::read::{self, Input, Rows, SHEET_MARK, Table, decode, each_row};
use crate::survey::fold;

/// The rows in which a header is looked for.
const MOST_ABOVE: usize = 10;

/// A workbook that came back.
#[derive(Debug, Default)]
pub struct Returned {
    /// The source's profile that it names.
    pub source: Option<String>,
    /// Its lines.
    pub given: Vec<Given>,
    /// What is wrong in it, with its place and the way out.
    pub mistakes: Vec<String>,
}

/// A line that came back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    /// Where it stands: workbook and sheet.
    pub sheet: String,
    /// Its row.
    pub row: u32,
    /// Which line it is.
    pub line: Line,
    /// Whether it is approved.
    pub approved: bool,
    /// What it said.
    pub rule: String,
    /// Where it went.
    pub to: String,
    /// What it is to be instead; empty for no change.
    pub change: String,
    /// The remark.
    pub comment: String,
}

impl Given {
    /// A place in its row, as messages name it.
    pub fn place(&self, column: &str) -> String {
        place(&self.sheet, self.row, column)
    }
}

fn place(sheet: &str, row: u32, column: &str) -> String {
    format!("{sheet}, row {row}, column `{column}`")
}

/// Reads a workbook.
///
/// # Errors
/// When it can't be read, or no sheet in it is one of xwalk's. What is wrong in its lines is among its mistakes.
pub fn read(path: &Path) -> Result<Returned> {
    let name = path.file_name().unwrap_or(path.as_os_str());
    let input = Input {
        path: path.to_path_buf(),
        name: name.to_string_lossy().into_owned(),
    };
    let mut found = Returned::default();
    let mut known = false;
    for table in read::tables(&input, &[])? {
        known |= sheet(&table, &mut found)?;
    }
    if !known {
        return Err(Error::new(
            format!("no sheet has the columns `{STATUS}`, `{CHANGE}` and `{COMMENT}`"),
            "give a workbook that `xwalk profile workbook` has written, with its headers as they were",
        )
        .at(input.name));
    }
    twice(&mut found);
    Ok(found)
}

/// Reads a sheet; whether it is one with lines.
fn sheet(table: &Table, found: &mut Returned) -> Result<bool> {
    let rows = rows(table)?;
    for (_, cells) in &rows {
        if let [label, name, ..] = cells.as_slice()
            && fold(label) == fold(SOURCE)
        {
            found.source = Some(name.clone());
        }
    }
    let named = |cells: &[String], name: &str| {
        let name = fold(name);
        cells.iter().position(|cell| fold(cell) == name)
    };
    let is_header = |cells: &[String]| {
        let all = [STATUS, CHANGE, COMMENT];
        all.iter().all(|name| named(cells, name).is_some())
    };
    let mut above = rows.iter().take(MOST_ABOVE);
    let Some(at) = above.position(|(_, cells)| is_header(cells)) else {
        return Ok(false);
    };
    let header = rows.get(at).map(|(_, cells)| cells.as_slice());
    let reader = Reader {
        sheet: sheet_name(table),
        at: |name| named(header.unwrap_or_default(), name),
    };
    for (row, cells) in rows.iter().skip(at + 1) {
        if cells.iter().any(|cell| !cell.is_empty()) {
            match reader.given(*row, cells) {
                Ok(given) => found.given.push(given),
                Err(mistakes) => found.mistakes.extend(mistakes),
            }
        }
    }
    Ok(true)
}

/// How messages call a sheet.
fn sheet_name(table: &Table) -> String {
    match (table.input.name.rsplit_once(SHEET_MARK), &table.sheet) {
        (Some((book, sheet)), _) => format!("{book}, sheet `{sheet}`"),
        (None, Some(sheet)) => format!("{}, sheet `{sheet}`", table.input.name),
        (None, None) => table.input.name.clone(),
    }
}

fn rows(table: &Table) -> Result<Vec<(u32, Vec<String>)>> {
    let mut rows = Vec::new();
    let reader = Rows::open(table)?;
    for block in &table.blocks {
        let bytes = reader.bytes(block)?;
        each_row(table, block, &bytes, |row, _, cells| {
            let cells = cells.iter();
            let cells = cells.map(|cell| decode(cell, table.encoding).0.trim().to_string());
            rows.push((row, cells.collect()));
        });
    }
    Ok(rows)
}

/// Reads the lines of a sheet by its header.
struct Reader<F: Fn(&str) -> Option<usize>> {
    sheet: String,
    at: F,
}

impl<F: Fn(&str) -> Option<usize>> Reader<F> {
    fn given(&self, row: u32, cells: &[String]) -> std::result::Result<Given, Vec<String>> {
        let cell = |name: &str| {
            let text = (self.at)(name).and_then(|at| cells.get(at));
            text.cloned().unwrap_or_default()
        };
        let mut mistakes = Vec::new();
        let mut wrong = |column: &str, what: String| {
            mistakes.push(format!("{}: {what}", place(&self.sheet, row, column)));
        };
        let status = cell(STATUS).to_lowercase();
        let approved = status == APPROVED;
        if !approved && !matches!(status.as_str(), "" | OPEN) {
            let given = cell(STATUS);
            let what = format!(
                "`{given}` is no status; choose `{OPEN}` or `{APPROVED}`, and say the rest under `{COMMENT}`"
            );
            wrong(STATUS, what);
        }
        let mut key = |name: &str| {
            let text = cell(name);
            if text.is_empty() {
                let what = "it is empty, so nobody can tell which line this is; copy it from the workbook as it was, or delete the row";
                wrong(name, what.to_string());
            }
            text
        };
        let line = match ((self.at)(OWNER), (self.at)(VALUE)) {
            (Some(_), _) => Line::Owner(key(OWNER)),
            (None, Some(_)) => Line::Value {
                object: key(OBJECT),
                column: key(LINE),
                value: key(VALUE),
            },
            (None, None) => Line::Column {
                object: key(OBJECT),
                column: key(LINE),
            },
        };
        if !mistakes.is_empty() {
            return Err(mistakes);
        }
        Ok(Given {
            sheet: self.sheet.clone(),
            row,
            line,
            approved,
            rule: cell(RULE),
            to: cell(GOES_TO),
            change: cell(CHANGE),
            comment: cell(COMMENT),
        })
    }
}

/// A line that stands twice and is not the same both times is a mistake; else it is one.
fn twice(found: &mut Returned) {
    let mut once: Vec<Given> = Vec::new();
    for given in std::mem::take(&mut found.given) {
        let Some(first) = once.iter().find(|first| first.line == given.line) else {
            once.push(given);
            continue;
        };
        let said = |given: &Given| (given.approved, given.change.clone(), given.comment.clone());
        if said(first) != said(&given) {
            found.mistakes.push(format!(
                "{}: the same line stands in row {}, with another verdict; keep one of them",
                given.place(STATUS),
                first.row
            ));
        }
    }
    found.given = once;
}
