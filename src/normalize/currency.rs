//! Currencies as ISO 4217 codes, from codes, names and symbols.

use std::sync::LazyLock;

use super::Reading;
use super::absent::{settle, stands_for_nothing};
use super::code_list::{CodeList, Codes, rows};

const DATA: &str = include_str!("../../mappings/lexicon/currencies.csv");

static NAMES: LazyLock<CodeList> = LazyLock::new(|| CodeList::new(DATA));

static SYMBOLS: LazyLock<Codes> = LazyLock::new(|| {
    let symbols = |row: super::code_list::Row| {
        row.alternatives()
            .filter(|text| is_symbol(text))
            .map(|text| (text.to_uppercase(), row.code))
            .collect::<Vec<_>>()
    };
    rows(DATA).flat_map(symbols).collect()
});

/// Reads a currency: a code, a name in five languages or an unmistakable symbol becomes the ISO 4217 code (`EUR`).
///
/// `$`, `¥` and `kr` belong to several currencies and stay unread. Finding: `currency-unreadable`.
pub fn currency(raw: &str, out: &mut String) -> Reading {
    out.clear();
    if is_code(raw) {
        return Reading::Same;
    }
    let text = raw.trim();
    if stands_for_nothing(text) {
        return Reading::Placeholder;
    }
    match find(text, out).or_else(|| labelled(text)) {
        Some(code) => settle(raw, code, out),
        None => {
            out.clear();
            Reading::Unread("currency-unreadable")
        }
    }
}

/// The usual English name of a code (`Mexican Peso`).
pub fn name(code: &str) -> Option<&'static str> {
    NAMES.name(code)
}

/// The code that a symbol, code or name stands for; `scratch` is overwritten.
pub(super) fn find(text: &str, scratch: &mut String) -> Option<&'static str> {
    if is_symbol(text) {
        return SYMBOLS
            .get(text.to_uppercase().replace(' ', "").as_str())
            .copied();
    }
    NAMES.find(text, scratch)
}

/// Symbols are compared as they stand, because folding would take their signs away.
fn is_symbol(text: &str) -> bool {
    text.chars().any(|c| matches!(c, '$' | '/')) || !text.chars().any(char::is_alphanumeric)
}

fn is_code(text: &str) -> bool {
    text.len() == 3 && NAMES.name(text).is_some()
}

/// The code at either end of a label such as `USD - U.S. Dollar` or `Euro (EUR)`.
fn labelled(text: &str) -> Option<&'static str> {
    let known = |word: &str| {
        is_code(word)
            .then(|| iso_currency::Currency::from_code(word))
            .flatten()
            .map(|c| c.code())
    };
    let mut words = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    known(words.next()?).or_else(|| known(words.next_back()?))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::code_list::clashes;
    use super::*;

    fn read(raw: &str) -> String {
        let mut out = String::new();
        match currency(raw, &mut out) {
            Reading::Same => raw.to_owned(),
            Reading::Changed => out,
            other => format!("{other:?}"),
        }
    }

    #[test]
    fn codes_names_and_symbols_become_iso_4217() {
        for (code, raws) in [
            ("USD", "USD|usd|US$|US Dollar|USD - U.S. Dollar|dólares"),
            ("EUR", "€|Euro|euros|EUR|Euro (EUR)"),
            (
                "MXN",
                "MX$|Mexican Peso|peso mexicano|M.N.|mxn|MXN - Mexican Peso",
            ),
            ("GBP", "£|Pound Sterling|British Pound"),
            ("BRL", "R$|real|BRL"),
            ("PEN", "S/|S/.|soles"),
        ] {
            raws.split('|')
                .for_each(|raw| assert_eq!(read(raw), code, "{raw}"));
        }
    }

    #[test]
    fn symbols_of_several_currencies_stay_unread() {
        for raw in ["$", "¥", "kr", "doubloons"] {
            assert_eq!(read(raw), "Unread(\"currency-unreadable\")", "{raw}");
        }
        assert_eq!(read("-"), "Placeholder");
    }

    #[test]
    fn each_name_stands_for_one_currency() {
        let clashes: Vec<String> = clashes(DATA)
            .into_iter()
            .filter(|clash| !clash.contains('$') && !clash.contains('/'))
            .collect();
        assert_eq!(clashes, Vec::<String>::new());
    }

    proptest! {
        #[test]
        fn reading_twice_is_reading_once(raw in "\\PC{0,12}") {
            let once = read(&raw);
            if once.len() == 3 { prop_assert_eq!(read(&once), once); }
        }
    }
}
