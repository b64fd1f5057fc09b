//! Where a table's header is.

use crate::error::Result;
use crate::read::{Rows, Table, decode, each_row};

/// A table's header.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    /// The columns' names, in order, trimmed.
    pub names: Vec<String>,
    /// Its row, from 1.
    pub row: u32,
    /// Rows above it, which are no data.
    pub above: u32,
}

/// How many rows may stand above a header.
const MOST_ABOVE: usize = 12;

/// Finds the header: the first row, unless a few sparse rows (a report's title) stand above a full one.
/// `None` for a table without rows.
///
/// # Errors
/// When the file can't be read.
pub fn header(table: &Table) -> Result<Option<Header>> {
    let mut rows = Vec::new();
    let reader = Rows::open(table)?;
    for block in table.blocks.iter().take(MOST_ABOVE + 2) {
        let bytes = reader.bytes(block)?;
        each_row(table, block, &bytes, |row, _, cells| {
            if rows.len() < MOST_ABOVE + 2 {
                let names: Vec<String> = cells
                    .iter()
                    .map(|cell| decode(cell, table.encoding).0.trim().to_string())
                    .collect();
                rows.push((row, names));
            }
        });
        if rows.len() >= MOST_ABOVE + 2 {
            break;
        }
    }
    let width = rows
        .iter()
        .map(|(_, names)| filled(names))
        .max()
        .unwrap_or(0);
    let at = rows
        .iter()
        .position(|(_, names)| filled(names) * 2 > width || filled(names) > 4)
        .unwrap_or(0);
    Ok(rows.into_iter().nth(at).map(|(row, names)| Header {
        names,
        row,
        above: u32::try_from(at).unwrap_or(0),
    }))
}

fn filled(names: &[String]) -> usize {
    names.iter().filter(|name| !name.is_empty()).count()
}
