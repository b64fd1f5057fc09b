//! Words of addresses that tell little of a street.

use std::collections::HashMap;
use std::sync::LazyLock;

use foldhash::fast::FixedState;

use super::lists::entries;

/// What a word of an address is, where it is no part of the street's own name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StreetWord {
    /// `street`, `calle`.
    Type,
    /// `north`, `sw`.
    Direction,
    /// `apt`, `piso`: what follows it is a door.
    Unit,
    /// `first`: a number.
    Ordinal(&'static str),
}

static WORDS: LazyLock<HashMap<&str, StreetWord, FixedState>> = LazyLock::new(|| {
    let text = include_str!("../../mappings/lexicon/street_words.txt");
    entries(text).filter_map(entry).collect()
});

fn entry(line: &'static str) -> Option<(&'static str, StreetWord)> {
    let mut parts = line.split(' ');
    let (kind, word) = (parts.next()?, parts.next()?);
    let word_is = match kind {
        "type" => StreetWord::Type,
        "direction" => StreetWord::Direction,
        "unit" => StreetWord::Unit,
        "ordinal" => StreetWord::Ordinal(parts.next()?),
        _ => return None,
    };
    Some((word, word_is))
}

/// What a folded word of an address is, where it is no part of the street's own name.
pub fn street_word(folded: &str) -> Option<StreetWord> {
    WORDS.get(folded).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_says_what_its_word_is() {
        let text = include_str!("../../mappings/lexicon/street_words.txt");
        for line in entries(text) {
            assert!(entry(line).is_some(), "{line}");
        }
        assert_eq!(street_word("calle"), Some(StreetWord::Type));
        assert_eq!(street_word("third"), Some(StreetWord::Ordinal("3")));
        assert_eq!(street_word("mayor"), None);
    }
}
