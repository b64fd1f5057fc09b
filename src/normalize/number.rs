//! Numbers and amounts of money as plain decimals (`-1234.56`), from the ways that countries write them.
//!
//! Whether `1.234` is one thousand or one and a bit is decided from the whole column ([`Evidence`]), never from one value.

mod locale;
mod money;
mod shape;

pub use locale::{Decision, Evidence, Locale};
pub use money::{money, money_currency};

use super::Reading;
use super::absent::stands_for_nothing;
use shape::Problem;

/// Reads a number as a plain decimal: no signs for groups, a point, no exponent, no leading zeros; the zeros that
/// end a fraction stay. A canonical number is `Same` under [`Locale::CANONICAL`].
///
/// Percent signs, units and abbreviations (`10k`) aren't read. Findings: `number-unreadable`, `number-ambiguous`.
pub fn number(raw: &str, locale: &Locale, out: &mut String) -> Reading {
    out.clear();
    if is_plain(raw.as_bytes(), locale) {
        return Reading::Same;
    }
    let text = raw.trim();
    if stands_for_nothing(text) {
        return Reading::Placeholder;
    }
    finish(raw, shape::write(text, locale, out), out)
}

/// Turns what writing came to into a reading.
fn finish(raw: &str, written: Result<(), Problem>, out: &mut String) -> Reading {
    let reading = match written {
        Ok(()) if out == raw => Reading::Same,
        Ok(()) => return Reading::Changed,
        Err(Problem::Ambiguous) => Reading::Unread("number-ambiguous"),
        Err(Problem::Unreadable) => Reading::Unread("number-unreadable"),
    };
    out.clear();
    reading
}

/// Whether the bytes are canonical and can't mean anything else in this locale.
fn is_plain(bytes: &[u8], locale: &Locale) -> bool {
    let digits = bytes.strip_prefix(b"-").unwrap_or(bytes);
    let whole = digits.iter().take_while(|b| b.is_ascii_digit()).count();
    let Some((whole, rest)) = digits.split_at_checked(whole) else {
        return false;
    };
    let no_leading_zero = match whole {
        [] => false,
        [b'0'] => true,
        [first, ..] => *first != b'0',
    };
    let minus_zero = whole == b"0" && digits.len() < bytes.len();
    no_leading_zero && !minus_zero && is_plain_fraction(whole.len(), rest, locale)
}

fn is_plain_fraction(whole: usize, rest: &[u8], locale: &Locale) -> bool {
    let Some(fraction) = rest.strip_prefix(b".") else {
        return rest.is_empty();
    };
    let could_be_a_group = fraction.len() == 3 && whole <= 3;
    let point_is_known = locale.sure && locale.decimal == '.';
    !fraction.is_empty()
        && fraction.iter().all(u8::is_ascii_digit)
        && (point_is_known || !could_be_a_group)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const COMMA: Locale = Locale {
        decimal: ',',
        group: Some('.'),
        sure: true,
    };
    const UNSURE: Locale = Locale {
        decimal: '.',
        group: Some(','),
        sure: false,
    };

    fn read(raw: &str, locale: &Locale) -> String {
        let mut out = "left over".to_owned();
        match number(raw, locale, &mut out) {
            Reading::Same => raw.to_owned(),
            Reading::Changed => out,
            other => format!("{other:?}"),
        }
    }

    #[test]
    fn numbers_with_two_separators_read_alike_everywhere() {
        for raw in [
            "1,234.56",
            "1.234,56",
            "1 234,56",
            "1'234.56",
            "1234.56",
            "1234,56",
            "1\u{a0}234,56",
            "1’234.56",
            "+1234.56",
        ] {
            for locale in [Locale::CANONICAL, COMMA, UNSURE] {
                assert_eq!(read(raw, &locale), "1234.56", "{raw}");
            }
        }
        assert_eq!(read("12,34,567.50", &UNSURE), "1234567.50");
        assert_eq!(read("1.234.567", &UNSURE), "1234567");
    }

    #[test]
    fn one_separator_with_three_digits_behind_needs_the_column() {
        assert_eq!(read("1.234", &Locale::CANONICAL), "1.234");
        assert_eq!(read("1,234", &Locale::CANONICAL), "1234");
        assert_eq!(read("1.234", &COMMA), "1234");
        assert_eq!(read("1,234", &COMMA), "1.234");
        assert_eq!(read("1.234", &UNSURE), "Unread(\"number-ambiguous\")");
        assert_eq!(read("1,234", &UNSURE), "Unread(\"number-ambiguous\")");
        assert_eq!(read("0,234", &UNSURE), "0.234");
        assert_eq!(read("1234,567", &UNSURE), "1234.567");
    }

    #[test]
    fn signs_zeros_and_exponents_become_plain() {
        for (raw, plain) in [
            ("007", "7"),
            ("0", "0"),
            ("-0", "0"),
            ("-0.00", "0.00"),
            (".5", "0.5"),
            ("5.", "5"),
            ("−12", "-12"),
            ("12-", "-12"),
            ("1.5E+06", "1500000"),
            ("1.5e-3", "0.0015"),
            ("2E3", "2000"),
            ("-1.25e1", "-12.5"),
            ("1.500", "1.500"),
            ("1e0", "1"),
            ("5.25512E+11", "525512000000"),
            (" 42 ", "42"),
        ] {
            assert_eq!(read(raw, &Locale::CANONICAL), plain, "{raw}");
        }
    }

    #[test]
    fn text_around_a_number_is_not_guessed_at() {
        for raw in [
            "12%",
            "10k",
            "1.2M",
            "5 kg",
            "1,23,45.6",
            "1..2",
            "1,2,3",
            "abc",
            "1-2",
            "$5",
            "1E999",
            "1 2",
            "1.2.3,4,5",
            "٣",
            "(5)",
        ] {
            assert_eq!(
                read(raw, &Locale::CANONICAL),
                "Unread(\"number-unreadable\")",
                "{raw}"
            );
        }
        assert_eq!(read("n/a", &COMMA), "Placeholder");
    }

    proptest! {
        #[test]
        fn reading_twice_is_reading_once(raw in "(\\PC{0,10}|[-+]?[0-9.,' ]{1,12}([eE][-+]?[0-9]{1,2})?)") {
            for locale in [Locale::CANONICAL, COMMA, UNSURE] {
                let once = read(&raw, &locale);
                if !once.starts_with("Unread") && once != "Placeholder" {
                    prop_assert_eq!(read(&once, &Locale::CANONICAL), once);
                }
            }
        }
    }
}
