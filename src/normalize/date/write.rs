//! Canonical dates and moments in a target's format, and as numbers to sort by.

use jiff::fmt::strtime;

use super::calendar::{self, Stamp, Time};
use super::order::Order;
use super::{Zone, text};

/// Whether jiff can write a moment with `pattern`.
pub fn pattern_is_sound(pattern: &str) -> bool {
    let zoned = jiff::Timestamp::UNIX_EPOCH.to_zoned(jiff::tz::TimeZone::UTC);
    strtime::format(pattern, &zoned).is_ok()
}

/// Writes a canonical day with a `strftime` pattern; `iso8601` is the canonical form. What can't be written so is copied.
pub fn write_day(canonical: &str, pattern: &str, out: &mut String) {
    out.clear();
    if is_iso(pattern) || pattern == "%Y-%m-%d" {
        out.push_str(canonical.split('T').next().unwrap_or(canonical));
        return;
    }
    write_moment(canonical, pattern, out);
}

/// Writes a canonical moment in UTC with a `strftime` pattern; `iso8601` is the canonical form. A day without a
/// time is written at midnight where the pattern has a time. What can't be written so is copied.
pub fn write_moment(canonical: &str, pattern: &str, out: &mut String) {
    write_moment_in(canonical, pattern, &Zone::Utc, out);
}

/// Writes a canonical moment as clocks in `zone` show it; a day without a time isn't shifted.
pub fn write_moment_in(canonical: &str, pattern: &str, zone: &Zone, out: &mut String) {
    out.clear();
    let written = if is_iso(pattern) {
        None
    } else {
        formatted(canonical, pattern, zone)
    };
    out.push_str(written.as_deref().unwrap_or(canonical));
}

/// Seconds since 1970-01-01T00:00:00Z of a canonical day (its midnight) or moment.
pub fn seconds(canonical: &str) -> Option<i64> {
    stamp(canonical).map(|(stamp, _)| stamp.seconds())
}

/// Microseconds since 1970-01-01T00:00:00Z of a canonical day (its midnight) or moment.
pub fn micros(canonical: &str) -> Option<i64> {
    stamp(canonical)
        .map(|(stamp, _)| stamp.seconds() * 1_000_000 + i64::from(stamp.time.nanos / 1000))
}

fn is_iso(pattern: &str) -> bool {
    pattern.is_empty() || pattern == "iso8601"
}

/// The stamp, and whether the text has a time.
fn stamp(canonical: &str) -> Option<(Stamp, bool)> {
    if let Some(day) = calendar::iso_day(canonical.as_bytes()) {
        return Some((
            Stamp {
                day,
                time: Time::default(),
            },
            false,
        ));
    }
    if let Some(stamp) = calendar::iso_second(canonical) {
        return Some((stamp, true));
    }
    let parts = text::parts(canonical, Order::Ymd, false).ok()?;
    let stamp = Stamp {
        day: parts.day,
        time: parts.time?,
    };
    Some((stamp.earlier_by(parts.offset?)?, true))
}

fn formatted(canonical: &str, pattern: &str, zone: &Zone) -> Option<String> {
    let (stamp, timed) = stamp(canonical)?;
    let civil = stamp.to_civil()?;
    let zoned = match zone {
        Zone::Named(zone) if timed => civil
            .to_zoned(jiff::tz::TimeZone::UTC)
            .ok()?
            .with_time_zone(zone.clone()),
        _ => civil.to_zoned(jiff::tz::TimeZone::UTC).ok()?,
    };
    strtime::format(pattern, &zoned).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_are_written_as_the_pattern_asks() {
        let mut out = String::new();
        write_day("2024-01-05", "%d/%m/%Y", &mut out);
        assert_eq!(out, "05/01/2024");
        write_day("2024-01-05T10:00:00Z", "iso8601", &mut out);
        assert_eq!(out, "2024-01-05");
        write_moment("2024-01-05T22:30:00Z", "%m/%d/%Y %I:%M %p", &mut out);
        assert_eq!(out, "01/05/2024 10:30 PM");
        write_moment("2024-01-05", "%Y-%m-%d %H:%M", &mut out);
        assert_eq!(out, "2024-01-05 00:00");
        write_moment("soon", "%Y", &mut out);
        assert_eq!(out, "soon");
        let madrid = Zone::named("Europe/Madrid").unwrap();
        write_moment_in("2024-07-05T23:30:00Z", "%Y-%m-%d %H:%M", &madrid, &mut out);
        assert_eq!(out, "2024-07-06 01:30");
    }

    #[test]
    fn sort_keys_are_microseconds() {
        assert_eq!(micros("1970-01-02"), Some(86_400_000_000));
        assert_eq!(micros("1970-01-01T00:00:01.5Z"), Some(1_500_000));
        assert_eq!(seconds("2024-02-29T00:00:00Z"), Some(19_782 * 86_400));
        assert_eq!(micros("yesterday"), None);
    }

    #[test]
    fn broken_patterns_are_told() {
        assert!(pattern_is_sound("%d/%m/%Y %H:%M"));
        assert!(!pattern_is_sound("%"));
    }
}
