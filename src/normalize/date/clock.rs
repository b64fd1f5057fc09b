//! The time and the zone behind a date.

use super::calendar::{self, Stamp, Time};
use super::text::{Parts, Scan};

impl<'a> Scan<'a> {
    /// What systems write: an ISO date, seconds, perhaps a fraction and a zone.
    pub(super) fn iso(text: &'a str) -> Option<Parts> {
        let (Stamp { day, time }, rest) = calendar::iso_start(text)?;
        let mut scan = Scan { rest };
        let nanos = scan.fraction()?;
        scan.spaces();
        let offset = scan.zone()?;
        scan.rest.is_empty().then_some(Parts {
            day,
            time: Some(Time { nanos, ..time }),
            offset,
        })
    }

    /// The rest of the text: nothing, or a time and perhaps a zone.
    pub(super) fn time_and_zone(&mut self) -> Option<(Option<Time>, Option<i64>)> {
        if self.rest.is_empty() {
            return Some((None, None));
        }
        let marked = self.eat('T') || self.eat('t');
        let apart = self.rest.len();
        self.skip(|c| c.is_whitespace() || c == ',');
        (marked || self.rest.len() < apart).then_some(())?;
        let time = self.time()?;
        self.spaces();
        let offset = self.zone()?;
        self.rest.is_empty().then_some((Some(time), offset))
    }

    fn time(&mut self) -> Option<Time> {
        let (hour, digits) = self.number()?;
        let (hour, minute, second) = match digits {
            6 => (hour / 10_000, hour / 100 % 100, hour % 100),
            4 => (hour / 100, hour % 100, 0),
            1 | 2 => self.minute_and_second(hour)?,
            _ => return None,
        };
        let nanos = self.fraction()?;
        let hour = self.half_of_day(hour, digits <= 2)?;
        Time::new(hour, minute, second, nanos)
    }

    fn minute_and_second(&mut self, hour: u32) -> Option<(u32, u32, u32)> {
        if !self.eat(':') {
            let follows = self.rest.trim_start().starts_with(['a', 'A', 'p', 'P']);
            return follows.then_some((hour, 0, 0));
        }
        let (minute, 2) = self.number()? else {
            return None;
        };
        if !self.eat(':') {
            return Some((hour, minute, 0));
        }
        let (second, 2) = self.number()? else {
            return None;
        };
        Some((hour, minute, second))
    }

    /// Billionths from up to nine digits after a point or comma; further digits are left off.
    fn fraction(&mut self) -> Option<u32> {
        let follows = |rest: &str| {
            rest.starts_with(['.', ',']) && rest.chars().nth(1).is_some_and(|c| c.is_ascii_digit())
        };
        if !follows(self.rest) {
            return Some(0);
        }
        self.skip(|c| matches!(c, '.' | ','));
        let digits = self.take(|c| c.is_ascii_digit());
        let nine = digits.bytes().chain(std::iter::repeat(b'0')).take(9);
        Some(nine.fold(0, |value, digit| value * 10 + u32::from(digit - b'0')))
    }

    /// Turns the hour of a 12-hour clock into that of a 24-hour clock: `AM`, `pm`, `a. m.`, `p.m.`.
    fn half_of_day(&mut self, hour: u32, allowed: bool) -> Option<u32> {
        let mut scan = *self;
        scan.spaces();
        let first = scan.rest.chars().next().map(|c| c.to_ascii_lowercase());
        let Some(half @ ('a' | 'p')) = first else {
            return Some(hour);
        };
        scan.rest = scan.rest.get(1..)?;
        scan.skip(|c| c.is_whitespace() || c == '.');
        (scan.eat('m') || scan.eat('M')).then_some(())?;
        scan.eat('.');
        *self = scan;
        match (half, hour) {
            (_, 0 | 13..) => None,
            _ if !allowed => None,
            ('a', _) => Some(hour % 12),
            _ => Some(hour % 12 + 12),
        }
    }

    /// `Z`, `UTC`, `+0200`, `-03:00`, `GMT+02`, with or without a name in brackets behind.
    fn zone(&mut self) -> Option<Option<i64>> {
        if self.rest.is_empty() {
            return Some(None);
        }
        let name = self.take(|c| c.is_ascii_alphabetic());
        matches!(name, "" | "Z" | "z" | "UTC" | "GMT").then_some(())?;
        let offset = match self.rest.chars().next() {
            Some(sign @ ('+' | '-')) if !matches!(name, "Z" | "z") => {
                self.eat(sign);
                self.hours()? * if sign == '-' { -1 } else { 1 }
            }
            _ if name.is_empty() => return None,
            _ => 0,
        };
        self.bracketed();
        Some(Some(offset))
    }

    /// The seconds that `hh`, `hhmm` or `hh:mm` come to.
    fn hours(&mut self) -> Option<i64> {
        let (value, digits) = self.number()?;
        let (hours, minutes) = match digits {
            4 => (value / 100, value % 100),
            1 | 2 if self.eat(':') => (value, self.short()?),
            1 | 2 => (value, 0),
            _ => return None,
        };
        (hours <= 14 && minutes < 60).then(|| i64::from(hours * 3600 + minutes * 60))
    }

    fn bracketed(&mut self) {
        let rest = self.rest.trim();
        if (rest.starts_with('[') && rest.ends_with(']'))
            || (rest.starts_with('(') && rest.ends_with(')'))
        {
            self.rest = "";
        }
    }
}
