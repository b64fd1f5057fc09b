//! The distinct values of each column of a table, counted.

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::error::Result;
use crate::read::{Block, Rows, Table, decode, each_row};

/// So many distinct values of a column are told apart; of more, those that came first.
pub const MOST: usize = 1000;

/// What stands in one column.
#[derive(Clone, Debug, Default)]
pub struct Values {
    /// Filled cells.
    pub filled: u64,
    /// Each value: how many cells hold it.
    pub counts: BTreeMap<String, u64>,
    /// Whether there are more than are counted.
    pub more: bool,
    /// The first filled cell.
    pub example: String,
}

impl Values {
    fn add(&mut self, value: &str, cells: u64) {
        if let Some(count) = self.counts.get_mut(value) {
            *count += cells;
        } else if self.counts.len() < MOST {
            self.counts.insert(value.to_string(), cells);
        } else {
            self.more = true;
        }
    }

    /// Adds what stands further down, or in another table.
    pub fn merge(&mut self, other: &Self) {
        self.filled += other.filled;
        self.more |= other.more;
        for (value, cells) in &other.counts {
            self.add(value, *cells);
        }
        if self.example.is_empty() {
            self.example.clone_from(&other.example);
        }
    }
}

/// A part of a table's rows: their number, and what stands in each column.
#[derive(Clone, Debug, Default)]
pub struct Part {
    /// Rows.
    pub rows: u64,
    /// By column.
    pub columns: Vec<Values>,
}

impl Part {
    fn merge(&mut self, other: &Self) {
        self.rows += other.rows;
        for (whole, part) in self.columns.iter_mut().zip(&other.columns) {
            whole.merge(part);
        }
    }
}

/// Counts the values of each of so many columns below the header, apart for each of so many parts of the rows; `part`
/// says to which a row belongs, if to any.
///
/// # Errors
/// When the file can't be read.
pub fn values(
    table: &Table,
    header_row: u32,
    columns: usize,
    parts: usize,
    part: &(dyn Fn(u32) -> usize + Sync),
) -> Result<Vec<Part>> {
    let none = Part {
        rows: 0,
        columns: vec![Values::default(); columns],
    };
    let none = vec![none; parts];
    let mut found = none.clone();
    let reader = Rows::open(table)?;
    let look = |block: &Block, bytes: &[u8]| {
        let mut seen = none.clone();
        each_row(table, block, bytes, |row, _, cells| {
            let Some(seen) = seen.get_mut(part(row)).filter(|_| row > header_row) else {
                return;
            };
            seen.rows += 1;
            for (values, cell) in seen.columns.iter_mut().zip(cells.iter()) {
                let cell = cell.trim_ascii();
                if cell.is_empty() {
                    continue;
                }
                let text = decode(cell, table.encoding).0;
                values.filled += 1;
                values.add(&text, 1);
                if values.example.is_empty() {
                    values.example = text.into_owned();
                }
            }
        });
        seen
    };
    let wave = rayon::current_num_threads() * 2;
    for blocks in table.blocks.chunks(wave) {
        let look = |block: &Block| Ok(look(block, &reader.bytes(block)?));
        let seen: Vec<Result<Vec<Part>>> = blocks.par_iter().map(look).collect();
        for seen in seen {
            for (whole, part) in found.iter_mut().zip(&seen?) {
                whole.merge(part);
            }
        }
    }
    Ok(found)
}
