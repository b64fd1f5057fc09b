//! Lists of codes with the names people write for them, read from the CSV files in `mappings/lexicon`.
//!
//! A row is `code,name,alternatives`; the alternatives are separated by `|`. Names are compared blind to
//! case, accents, spaces and punctuation.

use std::collections::HashMap;

use foldhash::fast::FixedState;

/// A map from a key to a row's code, with the same hash in every run.
pub(super) type Codes = HashMap<String, &'static str, FixedState>;

/// One row of a list.
pub(super) struct Row {
    /// The standard's code.
    pub code: &'static str,
    /// The usual name.
    pub name: &'static str,
    alternatives: &'static str,
}

impl Row {
    /// What else the name is written as.
    pub fn alternatives(&self) -> impl Iterator<Item = &'static str> {
        self.alternatives.split('|').filter(|text| !text.is_empty())
    }

    /// The name and its alternatives.
    pub fn names(&self) -> impl Iterator<Item = &'static str> {
        std::iter::once(self.name).chain(self.alternatives())
    }
}

/// The rows of a list, less its header line.
pub(super) fn rows(data: &'static str) -> impl Iterator<Item = Row> {
    data.lines().skip(1).filter_map(|line| {
        let mut cells = line.splitn(3, ',');
        Some(Row {
            code: cells.next()?,
            name: cells.next()?,
            alternatives: cells.next()?,
        })
    })
}

/// Codes by folded name.
#[derive(Default)]
pub(super) struct CodeList {
    by_key: Codes,
    names: HashMap<&'static str, &'static str, FixedState>,
}

impl CodeList {
    /// The list in `data`: codes are keys themselves and win over names.
    pub fn new(data: &'static str) -> Self {
        let mut list = Self::default();
        for row in rows(data) {
            list.add(row.code, row.code);
            list.names.insert(row.code, row.name);
        }
        for row in rows(data) {
            row.names().for_each(|name| list.add(name, row.code));
        }
        list
    }

    /// Lets `name` stand for `code`, unless it stands for something already.
    pub fn add(&mut self, name: &str, code: &'static str) {
        let mut key = String::new();
        fold(name, &mut key);
        if !key.is_empty() {
            self.by_key.entry(key).or_insert(code);
        }
    }

    /// The code that `raw` names; `scratch` is overwritten.
    pub fn find(&self, raw: &str, scratch: &mut String) -> Option<&'static str> {
        scratch.clear();
        fold(raw, scratch);
        self.by_key.get(scratch.as_str()).copied()
    }

    /// The usual name of a code.
    pub fn name(&self, code: &str) -> Option<&'static str> {
        self.names.get(code).copied()
    }
}

/// Appends the ASCII letters (lower case) and digits that `text` comes to.
pub(super) fn fold(text: &str, out: &mut String) {
    for c in text.chars() {
        if c.is_ascii() {
            push(c, out);
        } else if c.is_alphanumeric() {
            deunicode::deunicode_char(c)
                .unwrap_or_default()
                .chars()
                .for_each(|c| push(c, out));
        }
    }
}

fn push(c: char, out: &mut String) {
    if c.is_ascii_alphanumeric() {
        out.push(c.to_ascii_lowercase());
    }
}

/// Names that stand for two codes of one list, for the tests of each list.
#[cfg(test)]
pub(super) fn clashes(data: &'static str) -> Vec<String> {
    let mut seen: Codes = Codes::default();
    let mut found = Vec::new();
    for row in rows(data) {
        for name in row.names().chain([row.code]) {
            let mut key = String::new();
            fold(name, &mut key);
            let other = *seen.entry(key.clone()).or_insert(row.code);
            if other != row.code && !key.is_empty() {
                found.push(format!("{name}: {other} {}", row.code));
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folding_is_blind_to_case_accents_and_punctuation() {
        let mut out = String::new();
        fold("Côte d’Ivoire & São-Tomé 2€", &mut out);
        assert_eq!(out, "cotedivoiresaotome2");
    }
}
