//! Amounts of money: a number with or without its currency.

use super::locale::Locale;
use super::shape;
use crate::normalize::Reading;
use crate::normalize::absent::stands_for_nothing;
use crate::normalize::currency;

/// Signs and words of money that several currencies share: they may stand beside an amount and name no currency.
const SHARED: [&str; 12] = [
    "$", "¥", "￥", "kr", "kr.", "peso", "pesos", "dollar", "dollars", "dólar", "dólares", "franc",
];

/// Reads an amount as a plain decimal without its currency: `$1,200.50`, `1.200,50 EUR`, `(1,200.00)` in brackets is negative.
///
/// Findings: `number-unreadable`, `number-ambiguous`.
pub fn money(raw: &str, locale: &Locale, out: &mut String) -> Reading {
    out.clear();
    if super::is_plain(raw.as_bytes(), locale) {
        return Reading::Same;
    }
    let text = raw.trim();
    if stands_for_nothing(text) {
        return Reading::Placeholder;
    }
    let Some(amount) = Amount::new(text).filter(|amount| amount.beside_fits(out)) else {
        out.clear();
        return Reading::Unread("number-unreadable");
    };
    out.clear();
    super::finish(
        raw,
        shape::write_signed(amount.negative, amount.digits, locale, out),
        out,
    )
}

/// The currency that stands beside an amount, as an ISO 4217 code; none for `$` alone, which many share.
pub fn money_currency(raw: &str) -> Option<&'static str> {
    let amount = Amount::new(raw.trim())?;
    let mut scratch = String::new();
    [amount.before, amount.behind]
        .into_iter()
        .find_map(|text| code(text, &mut scratch))
}

/// An amount taken apart.
struct Amount<'a> {
    negative: bool,
    before: &'a str,
    digits: &'a str,
    behind: &'a str,
}

impl<'a> Amount<'a> {
    fn new(text: &'a str) -> Option<Self> {
        let inner = text
            .strip_prefix('(')
            .and_then(|text| text.strip_suffix(')'));
        let bracketed = inner.is_some();
        let text = inner.unwrap_or(text).trim();
        let first = first_digit(text)?;
        let last = text.rfind(|c: char| c.is_ascii_digit())?;
        let (before, rest) = text.split_at_checked(first)?;
        let (digits, behind) = rest.split_at_checked(last + 1 - first)?;
        let (minus, before) = without_minus(before);
        let (minus_behind, behind) = without_minus(behind);
        let signs = u8::from(bracketed) + u8::from(minus) + u8::from(minus_behind);
        (signs <= 1).then_some(Self {
            negative: signs == 1,
            before,
            digits,
            behind,
        })
    }

    /// Whether only a currency stands on either side, and the same one on both.
    fn beside_fits(&self, scratch: &mut String) -> bool {
        match (self.before, self.behind) {
            ("", "") => true,
            (one, "") | ("", one) => is_shared(one) || code(one, scratch).is_some(),
            (before, behind) => match (code(before, scratch), code(behind, scratch)) {
                (Some(one), Some(other)) => one == other,
                (Some(_), None) => is_shared(behind),
                (None, Some(_)) => is_shared(before),
                (None, None) => false,
            },
        }
    }
}

/// Where the number begins; a point or comma before the first digit belongs to it unless it ends an abbreviation.
fn first_digit(text: &str) -> Option<usize> {
    let digit = text.find(|c: char| c.is_ascii_digit())?;
    let before = text.get(..digit)?;
    let Some(bare) = before.strip_suffix(['.', ',']) else {
        return Some(digit);
    };
    Some(if bare.ends_with(|c: char| c.is_alphabetic() || c == '/') {
        digit
    } else {
        bare.len()
    })
}

fn without_minus(text: &str) -> (bool, &str) {
    let text = text.trim();
    let rest = text
        .strip_prefix(['-', '−'])
        .or_else(|| text.strip_suffix(['-', '−']));
    match rest {
        Some(rest) => (true, rest.trim()),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    }
}

fn code(text: &str, scratch: &mut String) -> Option<&'static str> {
    if text.is_empty() || is_shared(text) {
        None
    } else {
        currency::find(text, scratch)
    }
}

fn is_shared(text: &str) -> bool {
    SHARED
        .iter()
        .any(|shared| shared.eq_ignore_ascii_case(text))
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

    fn read(raw: &str, locale: &Locale) -> String {
        let mut out = "left over".to_owned();
        match money(raw, locale, &mut out) {
            Reading::Same => raw.to_owned(),
            Reading::Changed => out,
            other => format!("{other:?}"),
        }
    }

    #[test]
    fn currencies_beside_amounts_are_taken_off_and_told() {
        for (raw, amount, currency) in [
            ("$1,200.50", "1200.50", None),
            ("€ 1200", "1200", Some("EUR")),
            ("£5", "5", Some("GBP")),
            ("R$ 1.200,50", "1200.50", Some("BRL")),
            ("MX$1,200", "1200", Some("MXN")),
            ("US$ 99.90", "99.90", Some("USD")),
            ("USD 1,200", "1200", Some("USD")),
            ("1200 eur", "1200", Some("EUR")),
            ("$1,200.00 MXN", "1200.00", Some("MXN")),
            ("S/. 100", "100", Some("PEN")),
            ("Rs.500", "500", Some("INR")),
            ("500 pesos", "500", None),
            ("1200", "1200", None),
            ("$.50", "0.50", None),
            ("1500 M.N.", "1500", Some("MXN")),
        ] {
            assert_eq!(read(raw, &Locale::CANONICAL), amount, "{raw}");
            assert_eq!(money_currency(raw), currency, "{raw}");
        }
        assert_eq!(read("1.200 EUR", &COMMA), "1200");
        assert_eq!(
            read("1.200 EUR", &Locale::default()),
            "Unread(\"number-ambiguous\")"
        );
    }

    #[test]
    fn ledgers_write_negatives_in_four_ways() {
        for raw in [
            "(1,200.00)",
            "-$1,200.00",
            "$-1,200.00",
            "1,200.00-",
            "($1,200.00)",
            "-1200.00",
        ] {
            assert_eq!(read(raw, &Locale::CANONICAL), "-1200.00", "{raw}");
        }
    }

    #[test]
    fn abbreviated_and_mixed_amounts_stay_unread() {
        for raw in [
            "1.2M",
            "10k",
            "$5-10",
            "about 500",
            "5 USD EUR",
            "USD 5 EUR",
            "(-5)",
            "€",
            "free",
            "$5 per month",
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
        fn reading_twice_is_reading_once(raw in "(\\PC{0,10}|[$€(]?[-+]?[0-9.,' ]{1,12}( USD|[)])?)") {
            for locale in [Locale::CANONICAL, COMMA, Locale::default()] {
                let once = read(&raw, &locale);
                if !once.starts_with("Unread") && once != "Placeholder" {
                    prop_assert_eq!(read(&once, &Locale::CANONICAL), once);
                }
            }
        }
    }
}
