//! A first word that most headers of a table share, as `Person - ` or `property_`.

use super::fold::fold;
use crate::profile::schema::Object;

/// The first word that most headers share (`property_…`, `Person - …`), folded.
pub(super) fn shared_word(names: &[String]) -> Option<String> {
    let first = |name: &String| Some(fold(first_word(name)?.0));
    let mut words: Vec<String> = names.iter().filter_map(first).collect();
    words.sort_unstable();
    // A word that more than half of them begin with stands in the middle.
    let middle = words.get(words.len() / 2)?;
    let count = words.iter().filter(|word| *word == middle).count();
    let filled = names.iter().filter(|name| !name.is_empty()).count();
    (count >= 3 && count * 2 > filled && !middle.is_empty()).then(|| middle.clone())
}

/// A header's first word and the words behind it.
pub(super) fn first_word(name: &str) -> Option<(&str, &str)> {
    let (first, rest) = name.split_at(name.find(|c: char| !c.is_alphanumeric())?);
    let rest = rest.trim_start_matches(|c: char| !c.is_alphanumeric());
    (!rest.is_empty()).then_some((first, rest))
}

/// Whether an object is called by a word, in the singular or the plural: the end may differ (company, companies).
pub(super) fn names_object(object: &Object, word: &str) -> bool {
    let stem = word.get(..word.len().saturating_sub(1)).unwrap_or_default();
    let alike = |name: &String| stem.len() > 2 && name.starts_with(stem);
    let is = |name: String| name == word || alike(&name) && name.len().abs_diff(word.len()) <= 2;
    let labels = object.labels.iter().flat_map(|(_, labels)| labels);
    let mut names = std::iter::once(&object.name).chain(labels);
    names.any(|name| is(fold(name)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_shared_by_more_than_half_of_the_headers() {
        let shared = |names: &[&str]| {
            let names: Vec<String> = names.iter().map(|name| name.to_string()).collect();
            shared_word(&names)
        };
        let word = shared(&["Id", "Contact: Name", "Contact: Mail", "contact_city"]);
        assert_eq!(word.as_deref(), Some("contact"));
        assert_eq!(shared(&["Id", "At", "Is", "A b", "A c", "A d"]), None);
        assert_eq!(shared(&["Contact", "Contacted", "Contacts"]), None);
    }
}
