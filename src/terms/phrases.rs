//! What is said, in five languages.

use std::sync::LazyLock;

static PHRASES: LazyLock<Vec<csv::StringRecord>> =
    LazyLock::new(|| rows(include_str!("../../mappings/terms/phrases.csv")));
static AXES: LazyLock<Vec<csv::StringRecord>> =
    LazyLock::new(|| rows(include_str!("../../mappings/terms/axes.csv")));

/// The rows of a list, its header first.
pub(super) fn rows(text: &str) -> Vec<csv::StringRecord> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(text.as_bytes());
    reader.records().filter_map(Result::ok).collect()
}

/// The cell of the row that begins with `key`, in the column of a language, else in that of English.
pub(super) fn cell<'a>(
    rows: &'a [csv::StringRecord],
    key: &[&str],
    language: &str,
) -> Option<&'a str> {
    let header = rows.first()?;
    let base = language.split('-').next().unwrap_or(language);
    let at = |name: &str| header.iter().position(|cell| cell == name);
    let row = rows
        .iter()
        .find(|row| key.iter().zip(row.iter()).all(|(key, cell)| *key == cell))?;
    row.get(at(language).or_else(|| at(base)).or_else(|| at("en"))?)
}

/// A phrase; names in braces are filled in.
pub(super) fn say(language: &str, key: &str, filled: &[(&str, &str)]) -> String {
    let mut text = cell(&PHRASES, &[key], language).unwrap_or(key).to_owned();
    for (name, value) in filled {
        text = text.replace(&format!("{{{name}}}"), value);
    }
    text
}

/// What a value of an axis is called.
pub(super) fn axis_value(language: &str, axis: &str, value: &str) -> String {
    let found = cell(&AXES, &[axis, value], language);
    found.unwrap_or(value).to_owned()
}
