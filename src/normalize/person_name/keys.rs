//! Keys by which two spellings of one name meet.

use super::words::{Unit, folded, units};
use crate::lexicon::{self, fold};

/// Appends the key of a whole family name to a cleared `out`: `de la Cruz Gómez` gives `delacruzgomez`.
pub fn family_key(raw: &str, out: &mut String) {
    out.clear();
    fold(raw, out);
}

/// The keys of each surname in a family name, its particles left out, for those who go by one of two:
/// `de la Cruz Gómez` gives `cruz` and `gomez`, `Smith-Jones` `smith` and `jones`.
pub fn surname_keys(raw: &str) -> Vec<String> {
    let mut keys = Vec::new();
    for unit in units(after_particles(raw)) {
        let joined = split_at_and(unit);
        for name in joined.split(['-', '‐', '/']).map(folded) {
            if name.len() > 1 && !keys.contains(&name) {
                keys.push(name);
            }
        }
    }
    keys
}

/// Appends the key of the first given name to a cleared `out`: `María José` and `MARIA` give `maria`.
pub fn given_key(raw: &str, out: &mut String) {
    out.clear();
    let first = raw
        .split_whitespace()
        .find(|word| lexicon::title(word).is_none());
    fold(first.unwrap_or_default(), out);
}

/// A family name without the particles that it begins with, unless it has nothing else.
fn after_particles(raw: &str) -> &str {
    let mut rest = raw.trim();
    while let Some((word, after)) = rest.split_once(char::is_whitespace) {
        if lexicon::name_particle(word).is_none() {
            break;
        }
        rest = after.trim_start();
    }
    rest
}

/// `Ortega y Gasset` as `Ortega/Gasset`; other units by their head.
fn split_at_and(unit: Unit<'_>) -> String {
    let words: Vec<&str> = unit
        .text
        .split_whitespace()
        .filter(|word| lexicon::name_particle(word).is_none())
        .collect();
    words.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_whole_and_each_surname_have_keys() {
        let mut key = String::new();
        family_key("de la Cruz Gómez", &mut key);
        assert_eq!(key, "delacruzgomez");
        assert_eq!(surname_keys("de la Cruz Gómez"), ["cruz", "gomez"]);
        assert_eq!(surname_keys("Ortega y Gasset"), ["ortega", "gasset"]);
        assert_eq!(surname_keys("SMITH-JONES"), ["smith", "jones"]);
        assert_eq!(surname_keys("van Gogh"), ["gogh"]);
        assert_eq!(surname_keys("Müller"), ["muller"]);
        assert!(surname_keys("").is_empty());
    }

    #[test]
    fn the_first_given_name_is_the_key() {
        let mut key = String::new();
        for (raw, want) in [
            ("María José", "maria"),
            ("MARIA", "maria"),
            ("Dr. Ann", "ann"),
            ("", ""),
        ] {
            given_key(raw, &mut key);
            assert_eq!(key, want);
        }
    }
}
