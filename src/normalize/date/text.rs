//! One date, with or without a time, taken apart.

use super::calendar::{Day, Time};
use super::order::Order;
use super::words;
use crate::normalize::code_list::fold;

/// A date as written.
#[derive(Clone, Copy, Debug)]
pub(super) struct Parts {
    pub day: Day,
    pub time: Option<Time>,
    /// Seconds east of UTC, where the text says so.
    pub offset: Option<i64>,
}

/// Why a text is no date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Problem {
    /// Day first and month first are both possible.
    Ambiguous,
    /// It is no date that exists.
    Unreadable,
}

/// The three numbers of a date, in the order written; `year_first`: `a` is the year, else `y`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Numbers {
    pub a: u32,
    pub b: u32,
    pub c: u32,
    pub year_first: bool,
}

/// The numbers that `text` begins with, if it is a date of numbers.
pub(super) fn numbers(text: &str) -> Option<Numbers> {
    Scan { rest: text }.numbers()
}

/// Takes `text` apart; a date of numbers that ends in the year is read in `order`.
pub(super) fn parts(text: &str, order: Order, sure: bool) -> Result<Parts, Problem> {
    if let Some(parts) = Scan::iso(text) {
        return Ok(parts);
    }
    let mut scan = Scan { rest: text };
    scan.weekday();
    let before = scan;
    let day = match scan.numbers() {
        Some(numbers) => ordered(numbers, order, sure)?,
        None => {
            scan = before;
            scan.compact()
                .or_else(|| scan.day_month_year())
                .or_else(|| scan.month_day_year())
                .ok_or(Problem::Unreadable)?
        }
    };
    let (time, offset) = scan.time_and_zone().ok_or(Problem::Unreadable)?;
    Ok(Parts { day, time, offset })
}

fn ordered(numbers: Numbers, order: Order, sure: bool) -> Result<Day, Problem> {
    let Numbers {
        a,
        b,
        c,
        year_first,
    } = numbers;
    let day = |year: u32, month, day| {
        i32::try_from(year)
            .ok()
            .and_then(|year| Day::new(year, month, day))
    };
    if year_first {
        return day(a, b, c).ok_or(Problem::Unreadable);
    }
    match (day(c, b, a), day(c, a, b)) {
        (Some(only), None) | (None, Some(only)) => Ok(only),
        (None, None) => Err(Problem::Unreadable),
        (Some(dmy), Some(mdy)) if dmy == mdy => Ok(dmy),
        (Some(dmy), Some(_)) if sure && order == Order::Dmy => Ok(dmy),
        (Some(_), Some(mdy)) if sure && order == Order::Mdy => Ok(mdy),
        _ => Err(Problem::Ambiguous),
    }
}

/// Two-digit years as POSIX reads them: 69 to 99 are in the 20th century, 00 to 68 in the 21st.
fn full_year((value, digits): (u32, usize)) -> Option<u32> {
    match digits {
        4 => Some(value),
        2 => Some(if value < 69 {
            2000 + value
        } else {
            1900 + value
        }),
        _ => None,
    }
}

/// What is left of the text.
#[derive(Clone, Copy)]
pub(super) struct Scan<'a> {
    pub(super) rest: &'a str,
}

impl<'a> Scan<'a> {
    pub(super) fn eat(&mut self, c: char) -> bool {
        let rest = self.rest.strip_prefix(c);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    pub(super) fn skip(&mut self, is: impl Fn(char) -> bool) {
        self.rest = self.rest.trim_start_matches(is);
    }

    pub(super) fn spaces(&mut self) {
        self.skip(char::is_whitespace);
    }

    pub(super) fn take(&mut self, is: impl Fn(char) -> bool) -> &'a str {
        let end = self.rest.find(|c| !is(c)).unwrap_or(self.rest.len());
        let (taken, rest) = self.rest.split_at_checked(end).unwrap_or((self.rest, ""));
        self.rest = rest;
        taken
    }

    /// A number of at most nine digits, and how many.
    pub(super) fn number(&mut self) -> Option<(u32, usize)> {
        let digits = self.take(|c| c.is_ascii_digit());
        if digits.len() > 9 {
            return None;
        }
        Some((digits.parse().ok()?, digits.len()))
    }

    /// A number of one or two digits.
    pub(super) fn short(&mut self) -> Option<u32> {
        self.number()
            .filter(|(_, digits)| *digits <= 2)
            .map(|(value, _)| value)
    }

    fn numbers(&mut self) -> Option<Numbers> {
        let (a, digits) = self.number()?;
        let separator = self
            .rest
            .chars()
            .next()
            .filter(|c| matches!(c, '-' | '/' | '.'))?;
        self.eat(separator);
        self.spaces();
        let b = self.short()?;
        self.eat(separator).then_some(())?;
        self.spaces();
        match digits {
            4 => Some(Numbers {
                a,
                b,
                c: self.short()?,
                year_first: true,
            }),
            2 if a > 31 => Some(Numbers {
                a: full_year((a, 2))?,
                b,
                c: self.short()?,
                year_first: true,
            }),
            1 | 2 => Some(Numbers {
                a,
                b,
                c: full_year(self.number()?)?,
                year_first: false,
            }),
            _ => None,
        }
    }

    /// `20240115`, of the years 1900 to 2099.
    fn compact(&mut self) -> Option<Day> {
        let mut scan = *self;
        let (value, 8) = scan.number()? else {
            return None;
        };
        let year = i32::try_from(value / 10_000)
            .ok()
            .filter(|year| (1900..2100).contains(year))?;
        let day = Day::new(year, value / 100 % 100, value % 100)?;
        *self = scan;
        Some(day)
    }

    /// `15 Jan 2024`, `15. Januar 2024`, `15 de enero de 2024`, `15-Jan-24`.
    fn day_month_year(&mut self) -> Option<Day> {
        let mut scan = *self;
        let day = scan.short()?;
        scan.ordinal();
        scan.between();
        let month = scan.month()?;
        scan.between();
        let year = full_year(scan.number()?)?;
        *self = scan;
        Day::new(i32::try_from(year).ok()?, month, day)
    }

    /// `Jan 15, 2024`, `January 15th 2024`.
    fn month_day_year(&mut self) -> Option<Day> {
        let mut scan = *self;
        let month = scan.month()?;
        scan.between();
        let day = scan.short()?;
        scan.ordinal();
        scan.between();
        let year = full_year(scan.number()?)?;
        *self = scan;
        Day::new(i32::try_from(year).ok()?, month, day)
    }

    fn ordinal(&mut self) {
        let mut scan = *self;
        if matches!(
            scan.take(char::is_alphabetic),
            "st" | "nd" | "rd" | "th" | "er" | "º" | "ª"
        ) {
            *self = scan;
        }
    }

    /// Spaces, points, commas, hyphens and the Spanish and Portuguese *de*.
    fn between(&mut self) {
        let gap = |c: char| c.is_whitespace() || matches!(c, '.' | ',' | '-' | '/');
        self.skip(gap);
        let mut scan = *self;
        if matches!(scan.take(char::is_alphabetic), "de" | "del" | "DE" | "De") {
            *self = scan;
            self.skip(gap);
        }
    }

    fn word(&mut self) -> String {
        let mut folded = String::new();
        fold(self.take(char::is_alphabetic), &mut folded);
        folded
    }

    fn month(&mut self) -> Option<u32> {
        words::month(&self.word())
    }

    fn weekday(&mut self) {
        let mut scan = *self;
        if scan.rest.starts_with(|c: char| c.is_ascii_digit()) || !words::is_weekday(&scan.word()) {
            return;
        }
        scan.skip(|c| c.is_whitespace() || matches!(c, ',' | '.'));
        *self = scan;
    }
}
