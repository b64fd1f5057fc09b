//! Dates as `YYYY-MM-DD` and points in time as RFC 3339 in UTC, from the many ways people and systems write them.
//!
//! Whether `03/04/2024` is in March or April is decided from the whole column ([`Evidence`]), never from one value.

mod calendar;
mod clock;
mod order;
mod text;
mod words;
mod write;

use jiff::fmt::strtime::BrokenDownTime;
use jiff::tz::TimeZone;

pub use order::{Decision, Evidence, Order};
pub use write::{micros, pattern_is_sound, seconds, write_day, write_moment, write_moment_in};

use super::Reading;
use super::absent::stands_for_nothing;
use calendar::{Day, Stamp, Time};
use text::{Parts, Problem};

/// The zone of a moment written without one.
#[derive(Clone, Debug, Default)]
pub enum Zone {
    /// Coordinated universal time.
    #[default]
    Utc,
    /// A zone of the IANA database.
    Named(TimeZone),
}

impl Zone {
    /// The zone called `name`: `UTC` or an IANA name such as `Europe/Madrid`.
    pub fn named(name: &str) -> Option<Self> {
        match name {
            "UTC" | "Z" | "GMT" | "Etc/UTC" => Some(Self::Utc),
            _ => TimeZone::get(name).ok().map(Self::Named),
        }
    }
}

/// How a column writes its dates.
#[derive(Clone, Debug)]
pub struct DateFormat {
    /// The order of day, month and year in dates of numbers that end in the year.
    pub order: Order,
    /// Whether the order is known; if not, values that both orders fit stay unread.
    pub sure: bool,
    /// `strftime` patterns from the profile, tried before anything but ISO 8601.
    pub patterns: Vec<String>,
    /// The zone of moments written without one.
    pub timezone: Zone,
}

impl Default for DateFormat {
    /// ISO 8601 in UTC; values that could be read day first or month first stay unread.
    fn default() -> Self {
        Self {
            order: Order::Ymd,
            sure: false,
            patterns: Vec::new(),
            timezone: Zone::Utc,
        }
    }
}

/// Reads a date as `YYYY-MM-DD`; a time beside it is left off and never shifts the day.
///
/// Findings: `date-ambiguous`, `date-unreadable`.
pub fn day(raw: &str, format: &DateFormat, out: &mut String) -> Reading {
    out.clear();
    if calendar::iso_day(raw.as_bytes()).is_some() {
        return Reading::Same;
    }
    match read(raw, format) {
        Ok(parts) => finish(raw, out, |out| parts.day.write(out)),
        Err(reading) => reading,
    }
}

/// Reads a point in time as `YYYY-MM-DDTHH:MM:SSZ`, with a fraction of seconds if it isn't zero; a value
/// without a time becomes `YYYY-MM-DD` and is never shifted.
///
/// Findings: `date-ambiguous`, `date-unreadable`.
pub fn moment(raw: &str, format: &DateFormat, out: &mut String) -> Reading {
    out.clear();
    if calendar::iso_day(raw.as_bytes()).is_some() || calendar::iso_second(raw).is_some() {
        return Reading::Same;
    }
    if let Some(second) = calendar::iso_whole_second(raw) {
        out.push_str(second);
        out.push('Z');
        return Reading::Changed;
    }
    let parts = match read(raw, format) {
        Ok(parts) => parts,
        Err(reading) => return reading,
    };
    let Some(time) = parts.time else {
        return finish(raw, out, |out| parts.day.write(out));
    };
    match in_utc(parts.day, time, parts.offset, &format.timezone) {
        Some(stamp) => finish(raw, out, |out| stamp.write(out)),
        None => Reading::Unread("date-unreadable"),
    }
}

fn finish(raw: &str, out: &mut String, write: impl FnOnce(&mut String)) -> Reading {
    write(out);
    if out == raw {
        out.clear();
        return Reading::Same;
    }
    Reading::Changed
}

fn read(raw: &str, format: &DateFormat) -> Result<Parts, Reading> {
    let text = raw.trim();
    if stands_for_nothing(text) || text.starts_with("0000-00-00") || text.starts_with("00/00/0000")
    {
        return Err(Reading::Placeholder);
    }
    if let Some(parts) = format
        .patterns
        .iter()
        .find_map(|pattern| by_pattern(text, pattern))
    {
        return Ok(parts);
    }
    text::parts(text, format.order, format.sure).map_err(|problem| match problem {
        Problem::Ambiguous => Reading::Unread("date-ambiguous"),
        Problem::Unreadable => Reading::Unread("date-unreadable"),
    })
}

fn by_pattern(text: &str, pattern: &str) -> Option<Parts> {
    let read = BrokenDownTime::parse(pattern, text).ok()?;
    let date = read.to_date().ok()?;
    let day = Day::new(
        i32::from(date.year()),
        u32::try_from(date.month()).ok()?,
        u32::try_from(date.day()).ok()?,
    )?;
    let time = read
        .hour()
        .and_then(|_| read.to_time().ok())
        .and_then(Time::from_civil);
    Some(Parts {
        day,
        time,
        offset: read.offset().map(|offset| i64::from(offset.seconds())),
    })
}

/// The moment in UTC; of a local time that the clock shows twice the earlier one, of one that it skips the later.
fn in_utc(day: Day, time: Time, offset: Option<i64>, zone: &Zone) -> Option<Stamp> {
    let local = Stamp { day, time };
    match (offset, zone) {
        (Some(offset), _) => local.earlier_by(offset),
        (None, Zone::Utc) => Some(local),
        (None, Zone::Named(zone)) => {
            let offset = zone
                .to_ambiguous_timestamp(local.to_civil()?)
                .compatible()
                .ok()?;
            let shift = local.seconds() - offset.as_second();
            local.earlier_by(shift)
        }
    }
}

#[cfg(test)]
mod tests;
