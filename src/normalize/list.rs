//! Lists in one cell: items joined by `;`, each once, in their first order.

use std::collections::HashSet;

use foldhash::fast::FixedState;

use super::Reading;
use super::absent::{settle, stands_for_nothing};

/// What stands between the items of a canonical list.
pub const SEPARATOR: char = ';';

/// Reads a list whose items are separated by `separator` or `;`: trimmed, without empty and repeated items.
///
/// A canonical list can't hold an item with a `;` in it, so that sign always separates. No findings.
pub fn list(raw: &str, separator: &str, out: &mut String) -> Reading {
    out.clear();
    if stands_for_nothing(raw.trim()) {
        return Reading::Placeholder;
    }
    let mut seen: HashSet<&str, FixedState> = HashSet::default();
    let mut joined = std::mem::take(out);
    for item in split(raw, separator).filter(|item| !item.is_empty()) {
        if seen.insert(item) {
            if !joined.is_empty() {
                joined.push(SEPARATOR);
            }
            joined.push_str(item);
        }
    }
    finish(raw, joined, out)
}

/// The items of a canonical list.
pub fn items(canonical: &str) -> impl Iterator<Item = &str> {
    canonical
        .split(SEPARATOR)
        .map(str::trim)
        .filter(|item| !item.is_empty())
}

fn split<'a>(raw: &'a str, separator: &'a str) -> impl Iterator<Item = &'a str> {
    let separator = if separator.is_empty() { ";" } else { separator };
    raw.split(separator)
        .flat_map(|part| part.split(SEPARATOR))
        .map(str::trim)
}

fn finish(raw: &str, joined: String, out: &mut String) -> Reading {
    if stands_for_nothing(&joined) {
        return Reading::Placeholder;
    }
    if joined == raw {
        return settle(raw, &joined, out);
    }
    *out = joined;
    Reading::Changed
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(raw: &str, separator: &str) -> String {
        let mut out = String::new();
        match list(raw, separator, &mut out) {
            Reading::Same => raw.to_owned(),
            Reading::Changed => out,
            other => format!("{other:?}"),
        }
    }

    #[test]
    fn items_are_trimmed_and_kept_once() {
        assert_eq!(read("a, b,,a ,c", ","), "a;b;c");
        assert_eq!(read("vip;2024", ";"), "vip;2024");
        assert_eq!(read("vip ::: * myContacts", ":::"), "vip;* myContacts");
        assert_eq!(read("one two", ""), "one two");
        assert_eq!(read(" , ,", ","), "Placeholder");
        assert_eq!(read("n/a", ","), "Placeholder");
    }

    #[test]
    fn items_of_a_canonical_list_come_back() {
        assert_eq!(items("a;b c").collect::<Vec<_>>(), ["a", "b c"]);
        assert_eq!(items("").count(), 0);
    }

    proptest! {
        #[test]
        fn reading_twice_is_reading_once(raw in "[ab,; |é]{0,16}", separator in "[,;|]") {
            let once = read(&raw, &separator);
            if once != "Placeholder" {
                let mut out = String::new();
                prop_assert_eq!(list(&once, &separator, &mut out), Reading::Same);
            }
        }
    }
}
