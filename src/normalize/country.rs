//! Countries as ISO 3166-1 alpha-2 codes, from codes and names in English, Spanish, Portuguese, French and German.

use std::sync::LazyLock;

use celes::LookupTable;

use super::Reading;
use super::absent::{settle, stands_for_nothing};
use super::code_list::CodeList;

const DATA: &str = include_str!("../../mappings/lexicon/countries.csv");

/// The names of our list, then what the `celes` crate adds: alpha-3 codes, official names and aliases.
static LIST: LazyLock<CodeList> = LazyLock::new(|| {
    let mut list = CodeList::new(DATA);
    for country in celes::Country::get_countries() {
        list.add(country.alpha3, country.alpha2);
        list.add(country.long_name, country.alpha2);
        country
            .aliases
            .iter()
            .for_each(|alias| list.add(alias, country.alpha2));
    }
    list
});

/// Reads a country: an alpha-2 or alpha-3 code or a name becomes the alpha-2 code (`MX`).
///
/// The constituent countries of the United Kingdom count as `GB`. Finding: `country-unreadable`.
pub fn country(raw: &str, out: &mut String) -> Reading {
    out.clear();
    if raw.len() == 2 && name_en(raw).is_some() {
        return Reading::Same;
    }
    let text = raw.trim();
    if text != "NA" && stands_for_nothing(text) {
        return Reading::Placeholder;
    }
    match find(text, out) {
        Some(code) => settle(raw, code, out),
        None => {
            out.clear();
            Reading::Unread("country-unreadable")
        }
    }
}

/// The usual short English name of an alpha-2 code (`United Kingdom`).
pub fn name_en(alpha2: &str) -> Option<&'static str> {
    LIST.name(alpha2)
}

/// The alpha-2 code that `text` names; `scratch` is overwritten.
pub(super) fn find(text: &str, scratch: &mut String) -> Option<&'static str> {
    LIST.find(text, scratch)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::code_list::clashes;
    use super::*;

    fn read(raw: &str) -> String {
        let mut out = String::new();
        match country(raw, &mut out) {
            Reading::Same => raw.to_owned(),
            Reading::Changed => out,
            other => format!("{other:?}"),
        }
    }

    #[test]
    fn names_and_codes_become_alpha_2() {
        let table = [
            ("US", "US USA U.S.A. usa EEUU EE.UU. us"),
            ("GB", "UK GBR England Inglaterra Großbritannien U.K."),
            ("DE", "Deutschland Alemania Germany Allemagne Alemanha DEU"),
            ("MX", "México Mejico MEXICO Mexique Mexiko mex"),
            ("BR", "Brasil Brazil Brésil"),
            ("NL", "Holland Holanda Niederlande"),
            ("NA", "NA Namibia"),
            ("CH", "Suiza Schweiz Suisse"),
            ("XK", "Kosovo"),
        ];
        for (code, raws) in table {
            raws.split(' ')
                .for_each(|raw| assert_eq!(read(raw), code, "{raw}"));
        }
        for (code, raw) in [
            ("US", "Estados Unidos"),
            ("US", "United States of America"),
            ("US", "EE. UU."),
            ("US", "États-Unis"),
            ("KR", " South Korea "),
            ("KR", "Corea del Sur"),
            ("DO", "República Dominicana"),
            ("CI", "Côte d’Ivoire"),
            ("GB", "United Kingdom of Great Britain and Northern Ireland"),
        ] {
            assert_eq!(read(raw), code, "{raw}");
        }
    }

    #[test]
    fn unknown_text_and_placeholders_are_told_apart() {
        assert_eq!(read("Atlantis"), "Unread(\"country-unreadable\")");
        assert_eq!(read("n/a"), "Placeholder");
        assert_eq!(read("東"), "Unread(\"country-unreadable\")");
    }

    #[test]
    fn each_name_stands_for_one_country_and_each_code_has_a_name() {
        assert_eq!(clashes(DATA), Vec::<String>::new());
        assert_eq!(name_en("US"), Some("United States"));
        assert_eq!(name_en("GB"), Some("United Kingdom"));
        assert_eq!(name_en("MX"), Some("Mexico"));
        for country in celes::Country::get_countries() {
            assert!(name_en(country.alpha2).is_some(), "{}", country.alpha2);
        }
    }

    proptest! {
        #[test]
        fn reading_twice_is_reading_once(raw in "\\PC{0,12}") {
            let once = read(&raw);
            if once.len() == 2 { prop_assert_eq!(read(&once), once); }
        }
    }
}
