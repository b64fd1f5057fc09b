//! What each column of a table holds, decided from the whole column.

use rayon::prelude::*;

use crate::error::Result;
use crate::model::field::Type;
use crate::normalize::{date, id, number};
use crate::read::{Block, Rows, Table, decode, each_row};

/// What was seen in one column.
#[derive(Clone, Debug, Default)]
pub struct ColumnSurvey {
    /// Filled cells.
    pub filled: u64,
    /// Longest text in characters.
    pub longest: usize,
    /// How many of the filled cells look like an e-mail address.
    pub emails: u64,
    /// … like a number.
    pub numbers: u64,
    /// … like a date.
    pub dates: u64,
    /// … like a web address.
    pub urls: u64,
    /// … like a telephone number.
    pub phones: u64,
    /// For dates: which orders of day and month fit.
    pub order: date::Evidence,
    /// For numbers: which signs fit.
    pub locale: number::Evidence,
    /// For ids, and columns that nobody reads: what a spreadsheet has done to numbers.
    pub ids: id::Evidence,
    /// An early filled cell.
    pub example: String,
    /// Whether only parts of the column were looked at.
    pub sampled: bool,
}

/// What was seen in a table.
#[derive(Clone, Debug, Default)]
pub struct Survey {
    /// By column.
    pub columns: Vec<ColumnSurvey>,
    /// Rows below the header.
    pub rows: u64,
}

/// How closely a table is looked at.
#[derive(Clone, Copy, Debug)]
pub enum Closely<'a> {
    /// As far as it takes to tell how dates, numbers and ids are written. The columns at these places are described,
    /// too, from a part of a large table.
    Formats(&'a [usize]),
    /// Every column is described, from all rows.
    All,
}

impl Closely<'_> {
    fn describes(self, column: usize) -> bool {
        match self {
            Self::Formats(described) => described.contains(&column),
            Self::All => true,
        }
    }

    fn is_all(self) -> bool {
        matches!(self, Self::All)
    }
}

/// Looks over a table. `types` says for each column what it is to hold: by it only dates, numbers and ids, and what is
/// not known, need a look at how they are written.
///
/// # Errors
/// When the file can't be read.
pub fn columns(
    table: &Table,
    header_row: u32,
    types: &[Option<Type>],
    closely: Closely,
) -> Result<Survey> {
    let undecided = |at: usize| types.get(at).copied().flatten().is_none_or(undecided);
    let mut wanted: Vec<usize> = (0..types.len())
        .filter(|at| undecided(*at) || closely.describes(*at))
        .collect();
    if !closely.is_all() && table.blocks.len() > SAMPLED {
        let step = table.blocks.len() / SAMPLED;
        let some: Vec<Block> = table.blocks.iter().copied().step_by(step).collect();
        let sample = look_at(table, &some, header_row, types, &wanted, closely)?;
        wanted.retain(|at| {
            sample
                .columns
                .get(*at)
                .is_some_and(|column| !column.is_plain())
        });
        if wanted.is_empty() {
            return Ok(marked(sample));
        }
        let mut whole = look_at(table, &table.blocks, header_row, types, &wanted, closely)?;
        for (at, column) in whole
            .columns
            .iter_mut()
            .enumerate()
            .filter(|(at, _)| !wanted.contains(at))
        {
            if let Some(seen) = sample.columns.get(at) {
                *column = seen.clone();
                column.sampled = true;
            }
        }
        return Ok(whole);
    }
    look_at(table, &table.blocks, header_row, types, &wanted, closely)
}

/// A table of more blocks than this is first looked at here and there: a column that shows nothing but dates that
/// begin with the year, or plain numbers, is not looked at whole. What deviates from that later is read only where it
/// can mean one thing.
const SAMPLED: usize = 24;

fn marked(mut survey: Survey) -> Survey {
    survey
        .columns
        .iter_mut()
        .for_each(|column| column.sampled = true);
    survey
}

fn look_at(
    table: &Table,
    blocks: &[Block],
    header_row: u32,
    types: &[Option<Type>],
    wanted: &[usize],
    closely: Closely,
) -> Result<Survey> {
    let mut survey = Survey {
        columns: vec![ColumnSurvey::default(); types.len()],
        rows: 0,
    };
    let reader = Rows::open(table)?;
    let wave = rayon::current_num_threads() * 2;
    for blocks in blocks.chunks(wave) {
        let look = |bytes: &mut Vec<u8>, block| {
            reader.read(block, bytes)?;
            Ok(look(
                table, block, bytes, header_row, types, wanted, closely,
            ))
        };
        let parts: Vec<Result<Survey>> = blocks.par_iter().map_init(Vec::new, look).collect();
        for part in parts {
            let part = part?;
            survey.rows += part.rows;
            for (whole, part) in survey.columns.iter_mut().zip(part.columns) {
                whole.merge(part);
            }
        }
    }
    Ok(survey)
}

fn look(
    table: &Table,
    block: &Block,
    bytes: &[u8],
    header_row: u32,
    types: &[Option<Type>],
    wanted: &[usize],
    closely: Closely,
) -> Survey {
    let mut part = Survey {
        columns: vec![ColumnSurvey::default(); types.len()],
        rows: 0,
    };
    let described: Vec<usize> = wanted
        .iter()
        .copied()
        .filter(|at| closely.describes(*at))
        .collect();
    each_row(table, block, bytes, |row, _, cells| {
        if row <= header_row {
            return;
        }
        part.rows += 1;
        for &at in wanted {
            let Some(cell) = cells.get(at) else { continue };
            let cell = cell.trim_ascii();
            if cell.is_empty() {
                continue;
            }
            let text = decode(cell, table.encoding).0;
            if let Some(column) = part.columns.get_mut(at) {
                column.see(
                    &text,
                    types.get(at).copied().flatten(),
                    described.contains(&at),
                );
            }
        }
    });
    part
}

fn undecided(ty: Type) -> bool {
    use Type::{Date, Id, Link, Money, Number, Time};
    matches!(ty, Date | Time | Number | Money | Id | Link)
}

impl ColumnSurvey {
    fn is_plain(&self) -> bool {
        self.order.is_year_first_only() && self.locale.is_plain_only()
    }

    pub(super) fn see(&mut self, text: &str, ty: Option<Type>, described: bool) {
        self.filled += 1;
        match ty {
            Some(Type::Date | Type::Time) => self.order.see(text),
            Some(Type::Number | Type::Money) => self.locale.see(text),
            _ => self.ids.see(text),
        }
        if described {
            self.describe(text);
        }
    }

    fn describe(&mut self, text: &str) {
        self.longest = self.longest.max(text.chars().count());
        if self.example.is_empty() {
            self.example = text.to_string();
        }
        let digits = text.bytes().filter(u8::is_ascii_digit).count();
        let letters = text.chars().filter(|c| c.is_alphabetic()).count();
        let marks = text.bytes().filter(|b| b"-/.:".contains(b)).count();
        if text.contains('@') {
            self.emails += 1;
        } else if text.contains("://") || text.starts_with("www.") {
            self.urls += 1;
        } else if (6..=8).contains(&digits.min(8))
            && marks >= 2
            && letters <= 4
            && looks_dated(text)
        {
            self.dates += 1;
            self.order.see(text);
        } else if letters == 0
            && digits > 0
            && text
                .bytes()
                .all(|b| b.is_ascii_digit() || b".,-".contains(&b))
            && (digits < 9 || marks == 0 && digits != 10)
        {
            self.numbers += 1;
        } else if letters <= 3 && (7..=15).contains(&digits) {
            self.phones += 1;
        }
    }

    /// What the column looks like: the kind that most of its filled cells have.
    pub fn seen(&self) -> &'static str {
        let most = self.filled * 4 / 5;
        match () {
            () if self.filled == 0 => "empty",
            () if self.emails > most => "email",
            () if self.urls > most => "url",
            () if self.dates > most => "date",
            () if self.numbers > most => "number",
            () if self.phones > most => "phone",
            () => "text",
        }
    }

    fn merge(&mut self, other: Self) {
        self.filled += other.filled;
        self.longest = self.longest.max(other.longest);
        self.emails += other.emails;
        self.numbers += other.numbers;
        self.dates += other.dates;
        self.urls += other.urls;
        self.phones += other.phones;
        self.order.merge(&other.order);
        self.locale.merge(&other.locale);
        self.ids.merge(&other.ids);
        if self.example.is_empty() {
            self.example = other.example;
        }
    }
}

fn looks_dated(text: &str) -> bool {
    let day = text.split([' ', 'T']).next().unwrap_or_default();
    let parts: Vec<&str> = day.split(['-', '/', '.']).collect();
    parts.len() == 3
        && parts.iter().all(|part| {
            !part.is_empty() && part.len() <= 4 && part.bytes().all(|b| b.is_ascii_digit())
        })
}
