//! Dates of birth in parts, since each part can be wrong by itself.

use crate::model::shown::{Part, Shown};

/// A date of birth; a part that is not known is 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Birth {
    /// Four digits; two where only two are written.
    pub year: u16,
    /// 1 to 12, or what stands in its place.
    pub month: u8,
    /// 1 to 31, or what stands in its place.
    pub day: u8,
}

impl Birth {
    /// Whether anything is known of it.
    pub fn is_known(self) -> bool {
        self != Self::default()
    }
}

/// The date of birth that a record shows.
pub(super) fn read(shown: &Shown) -> Birth {
    let whole = shown.of(Part::Birth).find_map(from_text);
    whole.unwrap_or_else(|| from_parts(shown))
}

fn from_parts(shown: &Shown) -> Birth {
    let number = |part| {
        let text = shown.of(part).next()?;
        text.parse::<u16>().ok()
    };
    let small = |part| {
        let number = number(part).unwrap_or(0).min(99);
        u8::try_from(number).unwrap_or(0)
    };
    match number(Part::BirthYear) {
        Some(year) if year > 0 => Birth {
            year,
            month: small(Part::BirthMonth),
            day: small(Part::BirthDay),
        },
        _ => Birth::default(),
    }
}

const MONTHS: [&str; 12] = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
];

/// A date as the survey wrote it (`1985-02-01`), or one that no calendar knows, as near as it can be read:
/// `19851301`, `1/2/85`, `1 Feb 1985`, `1985`.
fn from_text(text: &str) -> Option<Birth> {
    let text = text.to_lowercase();
    let day = text.split_once('t').map_or(text.as_str(), |(day, _)| day);
    let day = if day.len() == 10 { day } else { &text };
    let parts: Vec<&str> = day
        .split(|c: char| !c.is_alphanumeric())
        .filter(|part| !part.is_empty())
        .collect();
    let (year, month, day) = match parts.as_slice() {
        [whole] if whole.len() == 8 => {
            (whole.get(..4)?, number(whole.get(4..6)?)?, whole.get(6..)?)
        }
        [year] if year.len() == 4 => (*year, 0, "0"),
        [year, month, day, ..] if year.len() == 4 => (*year, number(month)?, *day),
        [a, b, year, ..] => match (named_month(a), named_month(b)) {
            (Some(month), _) => (*year, month, *b),
            (_, Some(month)) => (*year, month, *a),
            _ if number(a)? > 12 => (*year, number(b)?, *a),
            _ => (*year, number(a)?, *b),
        },
        _ => return None,
    };
    let small = |number: u16| u8::try_from(number.min(99)).unwrap_or(0);
    Some(Birth {
        year: number(year)?,
        month: small(month),
        day: small(number(day)?),
    })
}

fn number(text: &str) -> Option<u16> {
    text.parse().ok()
}

fn named_month(text: &str) -> Option<u16> {
    let at = MONTHS.iter().position(|month| text.starts_with(month))?;
    u16::try_from(at + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_in_parts() {
        let read = |text| from_text(text).map(|b| (b.year, b.month, b.day));
        assert_eq!(read("1985-02-01"), Some((1985, 2, 1)));
        assert_eq!(read("1985-02-01T00:00:00Z"), Some((1985, 2, 1)));
        assert_eq!(read("19851342"), Some((1985, 13, 42)));
        assert_eq!(read("13/2/85"), Some((85, 2, 13)));
        assert_eq!(read("1 Oct 1985"), Some((1985, 10, 1)));
        assert_eq!(read("1985"), Some((1985, 0, 0)));
        assert_eq!(read("soon"), None);
    }
}
