//! Postal codes stay as they are; one that is too short has lost the zeros at its front.

use std::collections::HashMap;
use std::sync::LazyLock;

use foldhash::fast::FixedState;

use super::Reading;

const DATA: &str = include_str!("../../mappings/lexicon/postal_codes.txt");

/// No postal code begins with more zeros than this (`00042` is in Italy).
const MOST_ZEROS: usize = 3;

/// Country (alpha-2) → how many digits its postal codes have.
static DIGITS: LazyLock<HashMap<&str, usize, FixedState>> = LazyLock::new(|| {
    let lines = DATA.lines().filter_map(|line| line.split_once(' '));
    lines
        .filter_map(|(country, digits)| Some((country, digits.parse().ok()?)))
        .collect()
});

/// Reads a postal code of `country` (alpha-2). Code: `zeros-lost`.
pub fn postal_code(raw: &str, country: Option<&str>) -> Reading {
    let digits = raw.strip_suffix(".0").unwrap_or(raw);
    if !matches!(digits.as_bytes(), [b'1'..=b'9', rest @ ..] if rest.iter().all(u8::is_ascii_digit))
    {
        return Reading::Same;
    }
    let lost = country
        .and_then(|country| DIGITS.get(country))
        .and_then(|wanted| wanted.checked_sub(digits.len()));
    match lost {
        Some(1..=MOST_ZEROS) => Reading::Unread("zeros-lost"),
        _ => Reading::Same,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_without_its_zeros_is_told_by_its_country() {
        for (country, raw) in [
            ("US", "7302"),
            ("US", "601"),
            ("ES", "8001"),
            ("DE", "1067"),
            ("FR", "6000"),
            ("MX", "6600"),
            ("IT", "42"),
            ("BR", "1310100"),
            ("US", "7302.0"),
        ] {
            let read = postal_code(raw, Some(country));
            assert_eq!(read, Reading::Unread("zeros-lost"), "{country} {raw}");
        }
    }

    #[test]
    fn whole_codes_and_those_of_other_countries_stay() {
        for (country, raw) in [
            ("US", "07302"),
            ("US", "10001"),
            ("US", "10001-1234"),
            ("US", "1"),
            ("CH", "8001"),
            ("AT", "1010"),
            ("GB", "M1 1AE"),
            ("NL", "1012 AB"),
            ("AR", "1425"),
            ("XX", "1"),
        ] {
            assert_eq!(
                postal_code(raw, Some(country)),
                Reading::Same,
                "{country} {raw}"
            );
        }
        assert_eq!(postal_code("7302", None), Reading::Same);
    }
}
