//! How values are written.

use super::tree::*;
use crate::profile::schema::Formats;
use crate::yaml::Checking;
use crate::yaml::Node;

pub(in crate::profile) fn formats(node: Option<&Node>, checking: &mut Checking) -> Formats {
    let list = |key: &str| node.map(|node| texts(node, key)).unwrap_or_default();
    let patterns = |key: &str| {
        list(key)
            .into_iter()
            .filter(|p| p != "iso8601")
            .collect::<Vec<_>>()
    };
    let boolean = list("boolean");
    let yes_no = |at: usize, default: &str| {
        boolean
            .get(at)
            .cloned()
            .unwrap_or_else(|| default.to_owned())
    };
    let formats = Formats {
        datetime: patterns("datetime"),
        date: patterns("date"),
        date_order: text_or(node, "date_order", "column"),
        number: text_or(node, "number", "column"),
        boolean: (yes_no(0, "true"), yes_no(1, "false")),
        list: text_or(node, "list", ";"),
        empty: list("empty"),
        timezone: text_or(node, "timezone", "UTC"),
        country: text_or(node, "country", "name"),
        region: text_or(node, "region", "name"),
        phone_region: text_or(node, "phone_region", ""),
    };
    check_patterns(node, &formats, checking);
    formats
}

fn check_patterns(node: Option<&Node>, formats: &Formats, checking: &mut Checking) {
    let sample = jiff::civil::date(2026, 11, 21)
        .at(12, 30, 0, 0)
        .to_zoned(jiff::tz::TimeZone::UTC);
    let Ok(sample) = sample else { return };
    for (key, patterns) in [("datetime", &formats.datetime), ("date", &formats.date)] {
        let Some(at) = node.and_then(|node| node.get(key)) else {
            continue;
        };
        for pattern in patterns {
            let written = jiff::fmt::strtime::format(pattern, &sample);
            if !pattern.contains('%') || written.is_err() {
                checking.wrong(
                    at,
                    format!("`{pattern}` is no pattern of dates"),
                    "write it like \"%d/%m/%Y %H:%M\", or iso8601",
                );
            }
        }
    }
}
