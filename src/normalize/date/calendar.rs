//! Days, times and the arithmetic of the proleptic Gregorian calendar, and the fast reading of ISO 8601.

/// A day that exists, in the years 1 to 9999.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Day {
    pub year: i32,
    pub month: u32,
    pub day: u32,
}

/// A time of day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Time {
    pub hour: u32,
    pub minute: u32,
    pub second: u32,
    /// Billionths of a second.
    pub nanos: u32,
}

/// A day and a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stamp {
    pub day: Day,
    pub time: Time,
}

impl Day {
    pub fn new(year: i32, month: u32, day: u32) -> Option<Self> {
        let exists = (1..=9999).contains(&year) && day >= 1 && day <= days_in(year, month);
        exists.then_some(Self { year, month, day })
    }

    pub fn write(self, out: &mut String) {
        let year = self.year.unsigned_abs();
        push_two(out, year / 100);
        push_two(out, year % 100);
        out.push('-');
        push_two(out, self.month);
        out.push('-');
        push_two(out, self.day);
    }

    /// Days since 1970-01-01. Method: Howard Hinnant, chrono-compatible low-level date algorithms (2013).
    pub fn number(self) -> i64 {
        let (month, day) = (i64::from(self.month), i64::from(self.day));
        let year = i64::from(self.year) - i64::from(month <= 2);
        let era = year.div_euclid(400);
        let of_era = year.rem_euclid(400);
        let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
        era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
    }

    /// The day with this number of days since 1970-01-01.
    pub fn numbered(number: i64) -> Option<Self> {
        let shifted = number + 719_468;
        let (era, of_era) = (shifted.div_euclid(146_097), shifted.rem_euclid(146_097));
        let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year + year / 4 - year / 100);
        let shifted_month = (5 * of_year + 2) / 153;
        let day = of_year - (153 * shifted_month + 2) / 5 + 1;
        let month = if shifted_month < 10 {
            shifted_month + 3
        } else {
            shifted_month - 9
        };
        let year = year + era * 400 + i64::from(month <= 2);
        Self::new(
            i32::try_from(year).ok()?,
            u32::try_from(month).ok()?,
            u32::try_from(day).ok()?,
        )
    }
}

impl Time {
    pub fn new(hour: u32, minute: u32, second: u32, nanos: u32) -> Option<Self> {
        (hour < 24 && minute < 60 && second < 60).then_some(Self {
            hour,
            minute,
            second,
            nanos,
        })
    }

    pub fn from_civil(time: jiff::civil::Time) -> Option<Self> {
        let part = |value: i8| u32::try_from(value).ok();
        let nanos = u32::try_from(time.subsec_nanosecond()).ok()?;
        Self::new(
            part(time.hour())?,
            part(time.minute())?,
            part(time.second())?,
            nanos,
        )
    }
}

impl Stamp {
    /// Seconds since 1970-01-01, the fraction left off.
    pub fn seconds(self) -> i64 {
        let Time {
            hour,
            minute,
            second,
            ..
        } = self.time;
        self.day.number() * 86_400 + i64::from(hour * 3600 + minute * 60 + second)
    }

    pub fn earlier_by(self, seconds: i64) -> Option<Self> {
        let total = self.seconds() - seconds;
        let rest = u32::try_from(total.rem_euclid(86_400)).ok()?;
        let time = Time::new(rest / 3600, rest / 60 % 60, rest % 60, self.time.nanos)?;
        Some(Self {
            day: Day::numbered(total.div_euclid(86_400))?,
            time,
        })
    }

    pub fn to_civil(self) -> Option<jiff::civil::DateTime> {
        let Self { day, time } = self;
        let part = |value: u32| i8::try_from(value).ok();
        let date = jiff::civil::Date::new(
            i16::try_from(day.year).ok()?,
            part(day.month)?,
            part(day.day)?,
        )
        .ok()?;
        let nanos = i32::try_from(time.nanos).ok()?;
        let time = jiff::civil::Time::new(
            part(time.hour)?,
            part(time.minute)?,
            part(time.second)?,
            nanos,
        )
        .ok()?;
        Some(date.to_datetime(time))
    }

    /// Appends `YYYY-MM-DDTHH:MM:SSZ`, with a fraction if it isn't zero.
    pub fn write(self, out: &mut String) {
        self.day.write(out);
        let Time {
            hour,
            minute,
            second,
            nanos,
        } = self.time;
        for (sign, value) in [('T', hour), (':', minute), (':', second)] {
            out.push(sign);
            push_two(out, value);
        }
        if nanos > 0 {
            out.push_str(format!(".{nanos:09}").trim_end_matches('0'));
        }
        out.push('Z');
    }
}

fn days_in(year: i32, month: u32) -> u32 {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        4 | 6 | 9 | 11 => 30,
        2 => 28 + u32::from(leap),
        1..=12 => 31,
        _ => 0,
    }
}

/// The day that `YYYY-MM-DD` names.
pub(super) fn iso_day(bytes: &[u8]) -> Option<Day> {
    let &[y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = bytes else {
        return None;
    };
    let year = two(y1, y2)? * 100 + two(y3, y4)?;
    Day::new(i32::try_from(year).ok()?, two(m1, m2)?, two(d1, d2)?)
}

/// The moment that a text begins with as `YYYY-MM-DDTHH:MM:SS`, or with a space for the `T`, and what follows.
pub(super) fn iso_start(text: &str) -> Option<(Stamp, &str)> {
    let (start, rest) = text.split_at_checked(19)?;
    let (day, time) = start.as_bytes().split_at_checked(10)?;
    let &[b'T' | b' ', h1, h2, b':', m1, m2, b':', s1, s2] = time else {
        return None;
    };
    let time = Time::new(two(h1, h2)?, two(m1, m2)?, two(s1, s2)?, 0)?;
    Some((
        Stamp {
            day: iso_day(day)?,
            time,
        },
        rest,
    ))
}

/// The moment that `YYYY-MM-DDTHH:MM:SSZ` names.
pub(super) fn iso_second(text: &str) -> Option<Stamp> {
    iso_start(text)
        .filter(|(_, rest)| *rest == "Z" && text.as_bytes().get(10) == Some(&b'T'))
        .map(|(stamp, _)| stamp)
}

/// `YYYY-MM-DDTHH:MM:SS` of a moment in UTC that names it with a fraction of zero: `….000Z`, `….000+0000`.
pub(super) fn iso_whole_second(text: &str) -> Option<&str> {
    let (_, rest) = iso_start(text)?;
    let fraction = ["Z", "+0000", "+00:00"]
        .iter()
        .find_map(|zone| rest.strip_suffix(zone))?;
    let zeros = fraction.strip_prefix('.')?;
    let whole = !zeros.is_empty() && zeros.bytes().all(|b| b == b'0');
    text.get(..19)
        .filter(|second| whole && second.as_bytes().get(10) == Some(&b'T'))
}

fn push_two(out: &mut String, value: u32) {
    for digit in [value / 10, value % 10] {
        out.extend(char::from_digit(digit, 10));
    }
}

fn two(tens: u8, ones: u8) -> Option<u32> {
    let (tens, ones) = (tens.wrapping_sub(b'0'), ones.wrapping_sub(b'0'));
    (tens < 10 && ones < 10).then(|| u32::from(tens) * 10 + u32::from(ones))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_day_of_four_centuries_comes_back_from_its_number() {
        let first = Day::new(1800, 1, 1).unwrap().number();
        for number in first..first + 146_097 {
            assert_eq!(Day::numbered(number).unwrap().number(), number);
        }
        assert_eq!(Day::new(1970, 1, 1).unwrap().number(), 0);
        assert_eq!(Day::new(2024, 2, 29).unwrap().number(), 19_782);
    }

    #[test]
    fn only_days_that_exist_are_read() {
        assert!(iso_day(b"2024-02-29").is_some());
        for raw in [
            "2023-02-29",
            "2024-13-01",
            "2024-00-10",
            "2024-04-31",
            "0000-01-01",
            "2024-1-01",
            "2024/01/01",
        ] {
            assert!(iso_day(raw.as_bytes()).is_none(), "{raw}");
        }
    }
}
