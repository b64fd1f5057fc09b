//! Phone numbers: E.164, with an extension as in RFC 3966 (`+13125550123;ext=12`).

mod assigned;
mod direct;
mod prefix;
mod shape;

use std::borrow::Cow;
use std::fmt::Write;
use std::sync::LazyLock;

use rlibphonenumber::{PHONE_NUMBER_UTIL, ParseError, PhoneNumber, Region};

use self::shape::Shape;
use super::Reading;
use crate::lexicon;

/// Reads phone numbers, for one default region.
#[derive(Clone, Copy, Debug, Default)]
pub struct PhoneReader {
    default: Option<Region>,
}

impl PhoneReader {
    /// A reader for numbers without a country code in `region` (ISO 3166-1 alpha-2); an unknown region
    /// counts as none.
    pub fn new(region: Option<&str>) -> Self {
        Self {
            default: region.and_then(known_region),
        }
    }

    /// Reads one cell; `region`, the country of this record, wins over the default.
    ///
    /// Codes: `phone-damaged` (a spreadsheet's `5.2E+11`), `phone-several`, `phone-no-region` (neither a
    /// country code nor a region), `zeros-lost` (an assigned number behind a zero), `phone-doubtful` (its length is
    /// possible, but no such number is assigned), `phone-unreadable`.
    pub fn read(&self, raw: &str, region: Option<&str>, out: &mut String) -> Reading {
        out.clear();
        let region = region.and_then(known_region).or(self.default);
        let text = shape::trimmed(raw);
        let digits = match shape::of(text) {
            Shape::Placeholder => return Reading::Placeholder,
            Shape::Unread(code) => return Reading::Unread(code),
            Shape::Worded if text.is_empty() || lexicon::placeholder(text) => {
                return Reading::Placeholder;
            }
            Shape::Worded => {
                if let Some((digits, extension)) = shape::with_extension(text)
                    && let Some((code, national)) = direct::number(&digits, region)
                {
                    out.extend(["+", code, national, ";ext=", extension]);
                    return finished(raw, out);
                }
                return parsed(raw, text, region, out);
            }
            Shape::Digits(digits) => {
                let digits = prefix::with_plus(digits, region);
                prefix::without_retired_prefix(digits, region)
            }
        };
        if let Some((code, national)) = direct::number(&digits, region) {
            out.extend(["+", code, national]);
            return finished(raw, out);
        }
        match parsed(raw, digits.as_str(), region, out) {
            Reading::Unread(_) if lacks_zero(digits.as_str(), region) => {
                Reading::Unread("zeros-lost")
            }
            reading => reading,
        }
    }
}

/// Whether digits are an assigned number behind a zero. Where the zero is only dialled they are so without it, but in
/// some countries, as Italy, it belongs to the number.
fn lacks_zero(digits: &str, region: Option<Region>) -> bool {
    let whole = || PHONE_NUMBER_UTIL.parse(format!("0{digits}"), region).ok();
    region.is_some()
        && digits.starts_with(|c: char| matches!(c, '1'..='9'))
        && whole().is_some_and(|number| assigned::is_assigned(&number, region))
}

/// The regions by their two letters, so that none is searched for.
static REGIONS: LazyLock<Vec<Option<Region>>> = LazyLock::new(|| {
    let letters = b'A'..=b'Z';
    let codes = letters
        .clone()
        .flat_map(|a| letters.clone().map(move |b| [a, b]));
    codes
        .map(|code| find_region(std::str::from_utf8(&code).ok()?))
        .collect()
});

fn known_region(code: &str) -> Option<Region> {
    let &[a, b] = code.as_bytes() else {
        return find_region(code);
    };
    if !a.is_ascii_uppercase() || !b.is_ascii_uppercase() {
        return find_region(code);
    }
    let at = usize::from(a - b'A') * 26 + usize::from(b - b'A');
    REGIONS.get(at).copied().flatten()
}

fn find_region(code: &str) -> Option<Region> {
    let region = Region::from_code(code).ok()?;
    PHONE_NUMBER_UTIL
        .get_country_code_for_region(region)
        .map(|_| region)
}

/// The canonical form is in `out`: says whether the cell was just that.
fn finished(raw: &str, out: &mut String) -> Reading {
    if out == raw {
        out.clear();
        return Reading::Same;
    }
    Reading::Changed
}

/// Reads through the library's parser: prefixes, carriers, letters and extensions of all countries.
fn parsed(raw: &str, text: &str, region: Option<Region>, out: &mut String) -> Reading {
    if region.is_none() && !text.contains(['+', '\u{ff0b}']) {
        let dialable = text.bytes().filter(u8::is_ascii_digit).count() >= 5;
        return Reading::Unread(if dialable {
            "phone-no-region"
        } else {
            "phone-unreadable"
        });
    }
    let number = match PHONE_NUMBER_UTIL.parse(text, region) {
        Ok(number) => number,
        Err(ParseError::InvalidCountryCode) if region.is_none() && !text.starts_with('+') => {
            return Reading::Unread("phone-no-region");
        }
        Err(_) => return Reading::Unread("phone-unreadable"),
    };
    if !assigned::is_assigned(&number, region) {
        let possible = number.is_possible_with_reason().is_ok();
        return Reading::Unread(if possible {
            "phone-doubtful"
        } else {
            "phone-unreadable"
        });
    }
    write_number(&number, out);
    finished(raw, out)
}

fn write_number(number: &PhoneNumber, out: &mut String) {
    let _ = write!(out, "+{}", number.country_code);
    if number.italian_leading_zero() {
        let zeros = usize::try_from(number.number_of_leading_zeros()).unwrap_or(1);
        out.extend(std::iter::repeat_n('0', zeros.min(10)));
    }
    let _ = write!(out, "{}", number.national_number);
    if let Some(extension) = number.extension.as_deref().filter(|e| !e.is_empty()) {
        let plain: Cow<str> = match extension.bytes().all(|b| b.is_ascii_digit()) {
            true => Cow::Borrowed(extension),
            false => Cow::Owned(PHONE_NUMBER_UTIL.normalize_digits_only(extension)),
        };
        let _ = write!(out, ";ext={plain}");
    }
}

#[cfg(test)]
mod tests;
