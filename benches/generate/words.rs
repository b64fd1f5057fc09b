//! The word lists of `benches/words/`, one set a language, and the places of each country.

use std::collections::BTreeMap;

/// The words of one language.
pub struct Words(BTreeMap<&'static str, Vec<&'static str>>);

/// A town.
pub struct Place {
    /// Its name.
    pub city: &'static str,
    /// State, province or county, as people write it.
    pub region: &'static str,
    /// Postal code: `#` stands for a digit, `@` for a capital.
    pub postal: &'static str,
}

impl Words {
    /// The words of `en`, `es`, `pt` or `de`.
    pub fn of(language: &str) -> Self {
        Self::parse(match language {
            "es" => include_str!("../words/es.txt"),
            "pt" => include_str!("../words/pt.txt"),
            "de" => include_str!("../words/de.txt"),
            _ => include_str!("../words/en.txt"),
        })
    }

    fn parse(text: &'static str) -> Self {
        let lines = text.lines().filter_map(|line| line.split_once(':'));
        Self(lines.map(|(key, list)| (key, items(list))).collect())
    }

    /// The list under a key; empty where the language has none.
    pub fn list(&self, key: &str) -> &[&'static str] {
        self.0.get(key).map_or(&[], Vec::as_slice)
    }
}

/// The places of a country (ISO 3166 alpha-2).
pub fn places(country: &str) -> Vec<Place> {
    let lines = include_str!("../words/places.txt").lines();
    lines.filter_map(|line| place(line, country)).collect()
}

fn place(line: &'static str, country: &str) -> Option<Place> {
    let mut cells = line.split(';').map(str::trim);
    if cells.next()? != country {
        return None;
    }
    Some(Place {
        city: cells.next()?,
        region: cells.next()?,
        postal: cells.next()?,
    })
}

/// Items between commas; a comma inside quotes is part of the item.
fn items(list: &'static str) -> Vec<&'static str> {
    let mut quoted = false;
    list.split(|letter| {
        quoted ^= letter == '"';
        letter == ',' && !quoted
    })
    .map(|item| item.trim().trim_matches('"'))
    .collect()
}
