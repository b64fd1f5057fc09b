//! What the words of a header say of its column: the part that it plays in telling parties apart.

use std::sync::LazyLock;

use super::evidence::{Entry, is, table};
use super::lists::entries;
use crate::model::axis::Kind;
use crate::model::shown::Part;

/// What a header says of its column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Says {
    /// The part that it plays.
    Part(Part),
    /// A number that only one party has, and which.
    Identifier(&'static str),
    /// Something that has no name here, or somebody else's: evidence of its own.
    Other,
    /// No evidence of who the party is.
    Nothing,
}

static ENTRIES: LazyLock<Vec<Entry>> =
    LazyLock::new(|| table(include_str!("../../mappings/lexicon/header_words.csv")));
static KINDS: LazyLock<Vec<(Kind, Vec<&str>)>> = LazyLock::new(|| {
    let lines = entries(include_str!("../../mappings/lexicon/party_kinds.csv"));
    lines
        .filter_map(|line| {
            let (kind, words) = line.split_once(',')?;
            Some((Kind::named(kind)?, words.split(' ').collect()))
        })
        .collect()
});

/// What a header may say of its column by its words, folded and without numbers: the likeliest first.
pub fn header_says(words: &[String]) -> Vec<Says> {
    let mut found: Vec<&Entry> = ENTRIES.iter().filter(|entry| holds(entry, words)).collect();
    if found.iter().any(|entry| entry.says == "another") {
        return vec![Says::Other];
    }
    found.sort_by_key(|entry| std::cmp::Reverse(entry.words.len()));
    found.iter().map(|entry| said(entry.says)).collect()
}

/// What kind of party a cell says, by a folded text.
pub fn party_kind(folded: &str) -> Option<Kind> {
    let mut kinds = KINDS.iter();
    let found = kinds.find(|(_, words)| words.contains(&folded));
    found.map(|(kind, _)| *kind)
}

fn said(name: &'static str) -> Says {
    match (Part::named(name), name.split_once(':')) {
        (Some(part), _) => Says::Part(part),
        (None, Some((_, number))) => Says::Identifier(number),
        (None, None) if name == "nothing" => Says::Nothing,
        (None, None) => Says::Other,
    }
}

/// Whether all words of an entry stand in a header, each for itself or all of them written as one.
fn holds(entry: &Entry, words: &[String]) -> bool {
    let stands = |any: &Vec<&str>| words.iter().any(|word| any.iter().any(|w| is(w, word)));
    let as_one = |word: &String| entry.words.len() > 1 && is_joined(&entry.words, word);
    let known = |word: &String| {
        let mut all = entry.words.iter().flatten();
        all.any(|w| is(w, word)) || as_one(word)
    };
    (entry.words.iter().all(stands) || words.iter().any(as_one))
        && (!entry.alone || words.iter().all(known))
}

/// Whether a word is put together from one of each of these, in their order.
fn is_joined(sets: &[Vec<&str>], word: &str) -> bool {
    let Some((first, rest)) = sets.split_first() else {
        return word.is_empty();
    };
    first.iter().any(|part| {
        let rest_of = word.strip_prefix(part.trim_end_matches('*'));
        rest_of.is_some_and(|left| is_joined(rest, left))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    fn first(header: &str) -> Option<Says> {
        let words: Vec<String> = header.split(' ').map(str::to_string).collect();
        header_says(&words).first().copied()
    }

    #[test]
    fn every_line_says_something_known_in_folded_words_and_once() {
        let text = include_str!("../../mappings/lexicon/header_words.csv");
        let mut lines = HashSet::new();
        assert!(entries(text).all(|line| lines.insert(line)));
        let sets = lines.iter().filter(|line| line.starts_with('@')).count();
        assert_eq!(lines.len(), ENTRIES.len() + sets);
        for entry in ENTRIES.iter() {
            let known = ["another", "nothing", "other"].contains(&entry.says);
            assert!(known || said(entry.says) != Says::Other, "{}", entry.says);
            for word in entry.words.iter().flatten() {
                let bare = word.strip_suffix('*').unwrap_or(word);
                let folded = bare.bytes().all(|b| b.is_ascii_lowercase());
                assert!(folded && !bare.is_empty(), "{word}");
            }
        }
    }

    #[test]
    fn the_most_words_count_and_then_the_first_line() {
        let part = |part| Some(Says::Part(part));
        assert_eq!(first("phone"), part(Part::Phone));
        assert_eq!(first("phone type"), Some(Says::Nothing));
        assert_eq!(first("company phone"), part(Part::Phone));
        assert_eq!(first("primary name last"), part(Part::Family));
        assert_eq!(first("tax id number"), Some(Says::Identifier("tax")));
        assert_eq!(first("tax id country"), Some(Says::Nothing));
        assert_eq!(first("street number"), part(Part::House));
    }

    #[test]
    fn words_written_as_one_are_words() {
        assert_eq!(first("firstname"), Some(Says::Part(Part::Given)));
        assert_eq!(first("streetnumber"), Some(Says::Part(Part::House)));
        assert_eq!(first("yearly"), None);
    }

    #[test]
    fn what_must_stand_alone_does() {
        assert_eq!(first("by"), Some(Says::Part(Part::BirthYear)));
        assert_eq!(first("checked by"), None);
        assert_eq!(first("nombre"), Some(Says::Part(Part::FullName)));
        assert_eq!(first("program name"), None);
    }

    #[test]
    fn what_is_somebody_elses_is_not_the_partys() {
        assert_eq!(first("mother maiden name"), Some(Says::Other));
        assert_eq!(first("emergency phone"), Some(Says::Other));
    }

    #[test]
    fn a_cell_says_the_kind() {
        assert_eq!(party_kind("organization"), Some(Kind::Organization));
        assert_eq!(party_kind("person"), Some(Kind::Person));
        assert_eq!(party_kind("steakhouse"), None);
    }
}
