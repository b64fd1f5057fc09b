//! Headers that tell of evidence: words of a header to the canonical field that it holds.

use std::sync::LazyLock;

use super::lists::entries;

/// So many words may stand in a header beside those that are known.
const STRANGERS: usize = 1;
/// A word of an entry as long as this is also found inside a longer one: `lastinvoice` in `lastinvoicedate`.
const LONG: usize = 10;

/// Words that must all stand in a header, and what they say.
struct Entry {
    says: &'static str,
    words: Vec<&'static str>,
}

static ENTRIES: LazyLock<Vec<Entry>> = LazyLock::new(|| {
    let lines = entries(include_str!("../../mappings/lexicon/evidence_headers.csv"));
    let entry = |(says, words): (&'static str, &'static str)| Entry {
        says,
        words: words.split(' ').collect(),
    };
    lines
        .filter_map(|line| line.split_once(','))
        .map(entry)
        .collect()
});

/// The canonical field that a header tells of by its words, each folded by [`fold`](super::fold): of several, the one
/// with the most words.
pub fn evidence_header(words: &[String]) -> Option<&'static str> {
    let holds = |entry: &&Entry| {
        entry
            .words
            .iter()
            .all(|word| words.iter().any(|w| is(word, w)))
    };
    let found: Vec<&Entry> = ENTRIES.iter().filter(holds).collect();
    if found.iter().any(|entry| entry.says == "none") {
        return None;
    }
    let telling = found.iter().filter(|entry| entry.says != "beside");
    let best = telling.max_by_key(|entry| entry.words.len())?;
    let known = |word: &&String| {
        found
            .iter()
            .any(|entry| entry.words.iter().any(|w| is(w, word)))
    };
    let strangers = words.len() - words.iter().filter(known).count();
    (strangers <= STRANGERS).then_some(best.says)
}

/// Whether a header's word is an entry's.
fn is(entry: &str, word: &str) -> bool {
    match entry.strip_suffix('*') {
        Some(start) => word.starts_with(start),
        None => word == entry || entry.len() >= LONG && word.contains(entry),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::field::type_of;

    #[test]
    fn every_line_names_a_field_and_folded_words_and_stands_in_order() {
        let text = include_str!("../../mappings/lexicon/evidence_headers.csv");
        let lines: Vec<&str> = entries(text).collect();
        assert!(lines.is_sorted_by(|a, b| a < b));
        assert_eq!(lines.len(), ENTRIES.len());
        for Entry { says, words } in ENTRIES.iter() {
            assert!(
                ["beside", "none", "temperature"].contains(says) || type_of(says).is_some(),
                "{says}"
            );
            for word in words {
                let bare = word.strip_suffix('*').unwrap_or(word);
                let folded = bare
                    .bytes()
                    .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
                assert!(folded && !bare.is_empty(), "{word}");
            }
        }
    }
}
