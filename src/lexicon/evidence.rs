//! Headers that tell of evidence: words of a header to the canonical field that it holds.

use std::sync::LazyLock;

use super::lists::entries;

/// So many words may stand in a header beside those that are known.
const STRANGERS: usize = 1;
/// A word of an entry as long as this is also found inside a longer one: `lastinvoice` in `lastinvoicedate`.
const LONG: usize = 10;

/// What must stand in a header, each in one of its words, and what that says.
pub(super) struct Entry {
    pub says: &'static str,
    pub words: Vec<Vec<&'static str>>,
    /// Whether no other words may stand there.
    pub alone: bool,
}

static ENTRIES: LazyLock<Vec<Entry>> =
    LazyLock::new(|| table(include_str!("../../mappings/lexicon/evidence_headers.csv")));

/// The entries of a list of headers' words, in its order; its sets are put in where they are named.
pub(super) fn table(text: &'static str) -> Vec<Entry> {
    let lines = || entries(text).filter_map(|line| line.split_once(','));
    let set = |name: &str| lines().find(|(says, _)| name.starts_with('@') && *says == name);
    let any = |word: &'static str| match set(word) {
        Some((_, words)) => words.split(' ').collect(),
        None => vec![word],
    };
    lines()
        .filter(|(says, _)| !says.starts_with('@'))
        .map(|(says, words)| Entry {
            says,
            words: words.trim_start_matches('=').split(' ').map(any).collect(),
            alone: words.starts_with('='),
        })
        .collect()
}

/// The canonical field that a header tells of by its words, each folded by [`fold`](super::fold): of several, the one
/// with the most words.
pub fn evidence_header(words: &[String]) -> Option<&'static str> {
    let stands = |any: &Vec<&str>| any.iter().any(|word| words.iter().any(|w| is(word, w)));
    let holds = |entry: &&Entry| entry.words.iter().all(stands);
    let found: Vec<&Entry> = ENTRIES.iter().filter(holds).collect();
    if found.iter().any(|entry| entry.says == "none") {
        return None;
    }
    let telling = found.iter().filter(|entry| entry.says != "beside");
    let best = telling.max_by_key(|entry| entry.words.len())?;
    let known = |word: &&String| {
        let mut entries = found.iter().flat_map(|entry| entry.words.iter().flatten());
        entries.any(|w| is(w, word))
    };
    let strangers = words.len() - words.iter().filter(known).count();
    (strangers <= STRANGERS).then_some(best.says)
}

/// Whether a header's word is an entry's.
pub(super) fn is(entry: &str, word: &str) -> bool {
    match entry.strip_suffix('*') {
        Some(start) => word.starts_with(start),
        None => word == entry || entry.len() >= LONG && word.contains(entry),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::field::type_of;

    /// Flags that are no fields: what the party is to the company.
    const FLAGS: [&str; 3] = ["is_competitor", "is_partner", "is_supplier"];

    #[test]
    fn every_line_names_a_field_and_folded_words_and_stands_in_order() {
        let text = include_str!("../../mappings/lexicon/evidence_headers.csv");
        let lines: Vec<&str> = entries(text).collect();
        assert!(lines.is_sorted_by(|a, b| a < b));
        let sets = lines.iter().filter(|line| line.starts_with('@')).count();
        assert_eq!(lines.len(), ENTRIES.len() + sets);
        for Entry { says, words, .. } in ENTRIES.iter() {
            assert!(
                ["beside", "none", "temperature"].contains(says)
                    || FLAGS.contains(says)
                    || type_of(says).is_some(),
                "{says}"
            );
            for word in words.iter().flatten() {
                let bare = word.strip_suffix('*').unwrap_or(word);
                let folded = bare
                    .bytes()
                    .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
                assert!(folded && !bare.is_empty(), "{word}");
            }
        }
    }
}
