//! States, provinces and other regions as ISO 3166-2 codes, from codes, names and local abbreviations.
//!
//! A row of the list whose code is only a country's is a region in everyday use that ISO 3166-2 has no code for.

use std::collections::{BTreeSet, HashMap};
use std::sync::LazyLock;

use foldhash::fast::FixedState;

use super::Reading;
use super::absent::{settle, stands_for_nothing};
use super::code_list::{Codes, fold, rows};

const DATA: &str = include_str!("../../mappings/lexicon/regions.csv");

/// What people write before a region's name, folded.
const BEFORE: [&str; 13] = [
    "provinciade",
    "provinciadi",
    "provinceof",
    "estadode",
    "estadodo",
    "estadoda",
    "edode",
    "stateof",
    "departamentode",
    "departamentodel",
    "regionde",
    "regiondel",
    "comunidadautonomade",
];

#[derive(Default)]
struct Regions {
    /// Country, colon, folded name → code.
    in_country: Codes,
    /// Folded full name → code, of the names that one country alone has.
    anywhere: Codes,
    names: HashMap<&'static str, &'static str, FixedState>,
    countries: BTreeSet<&'static str>,
}

static REGIONS: LazyLock<Regions> = LazyLock::new(|| {
    let mut regions = Regions::default();
    rows(DATA).for_each(|row| regions.add_code(row.code, row.name));
    for row in rows(DATA) {
        row.names()
            .for_each(|name| regions.add_name(name, row.code));
    }
    rows(DATA).for_each(|row| regions.add_anywhere(row.name, row.code));
    regions
});

impl Regions {
    fn add_code(&mut self, code: &'static str, name: &'static str) {
        let Some((country, part)) = code.split_once('-') else {
            return;
        };
        self.countries.insert(country);
        self.names.insert(code, name);
        self.in_country.insert(key(country, part), code);
        self.in_country.insert(key(country, code), code);
    }

    fn add_name(&mut self, name: &str, code: &'static str) {
        self.in_country
            .entry(key(country_of(code), name))
            .or_insert(code);
    }

    fn add_anywhere(&mut self, name: &str, code: &'static str) {
        let home = country_of(code);
        let elsewhere =
            |country: &&str| *country != home && self.in_country.contains_key(&key(country, name));
        if code != home && !self.countries.iter().any(elsewhere) {
            let mut folded = String::new();
            fold(name, &mut folded);
            self.anywhere.entry(folded).or_insert(code);
        }
    }

    fn find(&self, text: &str, country: &str, scratch: &mut String) -> Option<&'static str> {
        scratch.clear();
        scratch.push_str(country);
        scratch.push(':');
        fold(text, scratch);
        self.in_country
            .get(scratch.as_str())
            .copied()
            .or_else(|| self.find_bare(country, scratch))
    }

    /// Tries again without `Provincia de` and the like.
    fn find_bare(&self, country: &str, scratch: &mut String) -> Option<&'static str> {
        let start = country.len() + 1;
        let folded = scratch.get(start..)?;
        let before = BEFORE.iter().find(|word| folded.starts_with(**word))?;
        scratch.replace_range(start..start + before.len(), "");
        self.in_country.get(scratch.as_str()).copied()
    }
}

/// Reads a region of `country` (alpha-2): a code, name or abbreviation becomes the ISO 3166-2 code (`US-MA`).
///
/// Text stays as it is where the country has no list here, and without a country unless the text is the full
/// name of a region in one country only. Finding: `region-unreadable`, where the country has a list.
pub fn region(raw: &str, country: Option<&str>, out: &mut String) -> Reading {
    out.clear();
    if REGIONS.names.contains_key(raw) {
        return Reading::Same;
    }
    let text = raw.trim();
    if country.is_none_or(|country| country != "MX" || text != "NA") && stands_for_nothing(text) {
        return Reading::Placeholder;
    }
    let reading = match country {
        Some(country) => in_country(raw, country, out),
        None => anywhere(raw, out),
    };
    if reading != Reading::Changed {
        out.clear();
    }
    reading
}

/// The name that goes with an ISO 3166-2 code (`Massachusetts`).
pub fn name(code: &str) -> Option<&'static str> {
    REGIONS.names.get(code).copied()
}

fn in_country(raw: &str, country: &str, out: &mut String) -> Reading {
    let Some(country) = REGIONS.countries.get(country) else {
        return Reading::Same;
    };
    match REGIONS
        .find(raw, country, out)
        .or_else(|| REGIONS.find(bracketed_off(raw)?, country, out))
    {
        Some(code) if code == *country => Reading::Same,
        Some(code) => settle(raw, code, out),
        None => Reading::Unread("region-unreadable"),
    }
}

fn anywhere(raw: &str, out: &mut String) -> Reading {
    fold(raw, out);
    match REGIONS.anywhere.get(out.as_str()) {
        Some(code) => settle(raw, code, out),
        None => Reading::Same,
    }
}

/// The text before a closing bracket, as in `Massachusetts (MA)`.
fn bracketed_off(raw: &str) -> Option<&str> {
    let (before, _) = raw.trim().strip_suffix(')')?.split_once('(')?;
    Some(before)
}

fn country_of(code: &str) -> &str {
    code.split('-').next().unwrap_or(code)
}

fn key(country: &str, name: &str) -> String {
    let mut key = format!("{country}:");
    fold(name, &mut key);
    key
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::code_list::Row;
    use super::*;

    fn read(raw: &str, country: Option<&str>) -> String {
        let mut out = String::new();
        match region(raw, country, &mut out) {
            Reading::Same => raw.to_owned(),
            Reading::Changed => out,
            other => format!("{other:?}"),
        }
    }

    #[test]
    fn names_codes_and_abbreviations_become_the_code_of_their_country() {
        let table = [
            (
                "US",
                "US-MA",
                "MA|Mass.|massachusetts|us-ma|Massachusetts (MA)| State of Massachusetts",
            ),
            ("US", "US-CA", "Calif.|CALIFORNIA|ca"),
            (
                "MX",
                "MX-CMX",
                "CDMX|D.F.|Distrito Federal|México, D.F.|Ciudad de Mexico|CMX",
            ),
            (
                "MX",
                "MX-MEX",
                "Edo. Mex.|Estado de México|México|MEXICO|EDOMEX",
            ),
            ("MX", "MX-JAL", "Jal.|Jalisco|Estado de Jalisco|JA"),
            ("MX", "MX-NAY", "NA|Nay."),
            ("ES", "ES-M", "Madrid|M"),
            ("ES", "ES-MD", "Comunidad de Madrid"),
            ("ES", "ES-BI", "Vizcaya|Bizkaia"),
            ("ES", "ES-CT", "Catalunya|Cataluña|Catalonia"),
            (
                "DE",
                "DE-NW",
                "NRW|Nordrhein-Westfalen|North Rhine-Westphalia",
            ),
            ("BR", "BR-SP", "São Paulo|SP|sao paulo"),
            ("GB", "GB-SRY", "Surrey"),
            ("GB", "GB-ENG", "England|ENG"),
            ("FR", "FR-75C", "Paris|75"),
            ("IT", "IT-25", "Lombardia|Lombardy"),
            ("AR", "AR-C", "CABA|Capital Federal"),
            ("CO", "CO-DC", "Bogotá|Bogotá D.C."),
            ("CL", "CL-RM", "Región Metropolitana|RM"),
            ("AU", "AU-NSW", "NSW|New South Wales"),
            ("CA", "CA-QC", "Québec|Quebec|QC"),
            ("PE", "PE-CUS", "Cuzco|Cusco"),
        ];
        for (country, code, raws) in table {
            raws.split('|')
                .for_each(|raw| assert_eq!(read(raw, Some(country)), code, "{raw}"));
        }
    }

    #[test]
    fn unknown_text_is_a_finding_only_where_the_country_has_a_list() {
        assert_eq!(read("Mordor", Some("US")), "Unread(\"region-unreadable\")");
        assert_eq!(read("Noord-Holland", Some("NL")), "Noord-Holland");
        assert_eq!(read("Greater Manchester", Some("GB")), "Greater Manchester");
        assert_eq!(read("-", Some("US")), "Placeholder");
    }

    #[test]
    fn without_a_country_only_a_full_name_of_one_country_is_read() {
        assert_eq!(read("Massachusetts", None), "US-MA");
        assert_eq!(read("Baden-Württemberg", None), "DE-BW");
        for stays in [
            "MA",
            "Córdoba",
            "La Rioja",
            "Amazonas",
            "México",
            "Calif.",
            "Santander",
            "US-MA",
        ] {
            assert_eq!(read(stays, None), stays);
        }
    }

    #[test]
    fn each_name_stands_for_one_region_of_its_country() {
        for row in rows(DATA) {
            assert_eq!(name(row.code).is_some(), row.code.contains('-'));
            for name in row.names().chain([part(&row)]) {
                assert_eq!(
                    REGIONS.in_country.get(&key(country_of(row.code), name)),
                    Some(&row.code),
                    "{name}"
                );
            }
        }
    }

    fn part(row: &Row) -> &'static str {
        row.code.split_once('-').map_or(row.name, |(_, part)| part)
    }

    proptest! {
        #[test]
        fn reading_twice_is_reading_once(raw in "\\PC{0,12}") {
            for country in [None, Some("US"), Some("MX"), Some("XX")] {
                let once = read(&raw, country);
                if !once.starts_with("Unread") && once != "Placeholder" {
                    prop_assert_eq!(read(&once, country), once);
                }
            }
        }
    }
}
