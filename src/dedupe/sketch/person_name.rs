//! Names of people as words: given and family, whatever column they stand in.

use super::memo::{Made, Memo};
use super::{Desk, Item, Sketch, push_word};
use crate::dedupe::alike::{self, Word};
use crate::lexicon::{self, Folded};
use crate::model::shown::{Part, Shown};
use crate::normalize::person_name;

/// What tells father from son, folded.
const GENERATIONS: [(&str, u8); 14] = [
    ("jr", 2),
    ("junior", 2),
    ("jnr", 2),
    ("sr", 1),
    ("senior", 1),
    ("snr", 1),
    ("i", 1),
    ("ii", 2),
    ("iii", 3),
    ("iv", 4),
    ("filho", 2),
    ("2nd", 2),
    ("3rd", 3),
    ("neto", 3),
];

/// Small words of family names that tell nothing, beside the lexicon's particles.
const JOINING: [&str; 11] = [
    "y", "i", "e", "la", "los", "las", "le", "el", "do", "dos", "da",
];

/// From this similarity on, a word of an address is taken for a word of the name.
const SAME_WORD: f64 = 0.88;

/// Where a word begins and ends.
type Place = (usize, usize);

/// The words of a name, in buffers that are filled again and again.
#[derive(Debug, Default)]
pub(super) struct Words {
    text: String,
    given: Vec<Place>,
    family: Vec<Place>,
    folded: Folded,
    /// Room for family names of several columns.
    both: String,
}

impl Words {
    fn clear(&mut self) {
        self.text.clear();
        self.given.clear();
        self.family.clear();
    }

    fn word(&self, (start, end): Place) -> &str {
        self.text.get(start..end).unwrap_or_default()
    }

    fn each<'a>(&'a self, places: &'a [Place]) -> impl DoubleEndedIterator<Item = &'a str> {
        places.iter().map(|place| self.word(*place))
    }

    /// Keeps a folded word.
    fn keep(text: &mut String, word: &str) -> Place {
        let start = text.len();
        text.push_str(word);
        (start, text.len())
    }

    /// Adds words with a space between each two.
    fn add(text: &mut String, places: &mut Vec<Place>, words: &str) {
        let words = words.split(' ').filter(|word| !word.is_empty());
        places.extend(words.map(|word| Self::keep(text, word)));
    }

    /// Adds the folded words of given names, without titles.
    fn add_given(&mut self, text: &str, memo: &mut Memo) {
        let folded = &mut self.folded;
        let words = memo.of(Made::Given, text, |out| {
            folded.set(text);
            let names = folded.iter().filter(|word| !is_title(word));
            names.for_each(|word| push_word(out, word));
        });
        Self::add(&mut self.text, &mut self.given, words);
    }

    /// Adds the words of family names without particles, unless there are no others.
    fn add_family(&mut self, text: &str, memo: &mut Memo) {
        let folded = &mut self.folded;
        let words = memo.of(Made::Family, text, |out| {
            folded.set(text);
            let telling =
                |word: &&str| lexicon::name_particle(word).is_none() && !JOINING.contains(word);
            match folded.iter().any(|word| telling(&word)) {
                true => folded
                    .iter()
                    .filter(telling)
                    .for_each(|word| push_word(out, word)),
                false => out.push_str(folded.as_str()),
            }
        });
        Self::add(&mut self.text, &mut self.family, words);
    }
}

pub(super) fn read(shown: &Shown, sketch: &mut Sketch, desk: &mut Desk) {
    let Desk {
        name: words, memo, ..
    } = desk;
    words.clear();
    as_written(shown, words, memo);
    in_one_column(shown, words);
    sketch.generation = take_generation(&words.text, &mut words.family)
        .max(take_generation(&words.text, &mut words.given));
    if let Some(suffix) = shown.of(Part::Suffix).next() {
        let said = generation(Folded::of(suffix).as_str());
        sketch.generation = said.unwrap_or(sketch.generation);
    }
    for middle in shown.of(Part::Middle) {
        words.folded.set(middle);
        Words::add(&mut words.text, &mut words.given, words.folded.as_str());
    }
    from_address(sketch, words);
    for word in words.each(&words.given) {
        sketch.add(Item::Given, word);
    }
    for word in words.each(&words.family) {
        sketch.add(Item::Family, word);
    }
}

/// Given and family names from their columns, else from the whole name.
fn as_written(shown: &Shown, words: &mut Words, memo: &mut Memo) {
    // Surnames of two columns are one family name: a particle may stand in a column of its own.
    let mut family = std::mem::take(&mut words.both);
    family.clear();
    for (part, text) in shown.parts() {
        match part {
            Part::Given => words.add_given(text, memo),
            Part::Family => push_word(&mut family, text),
            _ => {}
        }
    }
    words.add_family(&family, memo);
    words.both = family;
    let is_apart = |part| shown.of(part).next().is_some();
    if is_apart(Part::Given) || is_apart(Part::Family) {
        return;
    }
    let native = || {
        shown
            .of(Part::NativeName)
            .next()
            .map(|name| Folded::of(name).as_str().to_string())
    };
    let full = shown
        .of(Part::FullName)
        .next()
        .map(str::to_string)
        .or_else(native);
    let mut name = person_name::PersonName::default();
    if !full.is_some_and(|full| person_name::split(&full, &mut name)) {
        return;
    }
    words.add_given(&name.given, memo);
    words.add_given(&name.middle, memo);
    words.add_family(&name.family, memo);
    let suffix = Folded::of(&name.suffix);
    for word in suffix.iter().filter(|word| generation(word).is_some()) {
        words.family.push(Words::keep(&mut words.text, word));
    }
}

fn is_title(word: &str) -> bool {
    lexicon::title(word) == Some(lexicon::Title::Always) && !is_given(word)
}

/// Whether a folded word is known as a given name.
pub(in crate::dedupe) fn is_given(word: &str) -> bool {
    lexicon::given_name_iberian(word)
        || lexicon::given_name_more(word)
        || lexicon::given_name_other(word)
        || lexicon::short_given_name(word)
}

/// A whole name in the column of one of its halves.
fn in_one_column(shown: &Shown, words: &mut Words) {
    let only = |part| shown.of(part).next().is_some();
    if words.given.is_empty() && words.family.len() >= 2 && only(Part::Family) {
        if words.each(&words.family).next().is_some_and(is_given) {
            words.given.push(words.family.remove(0));
        }
    } else if words.family.is_empty() && words.given.len() >= 2 && only(Part::Given) {
        let count = words.given.len();
        let last_is_given = words.each(&words.given).next_back().is_some_and(is_given);
        if !last_is_given || count == 2 {
            let kept = if count >= 4 { count - 2 } else { count - 1 };
            words.family = words.given.split_off(kept);
        }
    }
}

fn generation(word: &str) -> Option<u8> {
    let known = GENERATIONS.iter().find(|(known, _)| *known == word);
    known.map(|(_, generation)| *generation)
}

/// Takes the generation off the end of a name.
fn take_generation(text: &str, words: &mut Vec<Place>) -> u8 {
    let last = words.last().filter(|_| words.len() > 1);
    let last = last.and_then(|(start, end)| text.get(*start..*end));
    let Some(found) = last.and_then(generation) else {
        return 0;
    };
    words.pop();
    found
}

/// Fills what is lacking of a name from an address such as `ann.smith@`.
fn from_address(sketch: &Sketch, words: &mut Words) {
    let initials = words.each(&words.given).all(|word| word.len() == 1);
    if !initials && !words.family.is_empty() {
        return;
    }
    let Some(address) = sketch.of_kind(Item::Email).next() else {
        return;
    };
    let local = address.split_once('@').map_or(address, |(local, _)| local);
    if lexicon::role_mailbox(local) {
        return;
    }
    let parts: Vec<&str> = local
        .split(['.', '_', '-', '+'])
        .map(|part| part.trim_matches(|c: char| c.is_ascii_digit()))
        .filter(|part| !part.is_empty())
        .collect();
    let [first, second] = parts[..] else {
        return;
    };
    if first.len() < 2 || second.len() < 2 {
        return;
    }
    let like = |word: Option<&str>, part| {
        word.is_some_and(|word| {
            alike::similarity(Word::of(word), Word::of(part), SAME_WORD) > SAME_WORD
        })
    };
    let given = words.each(&words.given).next();
    let family = words.each(&words.family).next();
    let (new_given, new_family) = match (given, family) {
        (_, Some(_)) if initials && like(family, second) => (Some(first), None),
        (_, Some(_)) if initials && like(family, first) => (Some(second), None),
        (Some(_), None) if like(given, first) => (None, Some(second)),
        (Some(_), None) if like(given, second) => (None, Some(first)),
        (None, None) => (Some(first), Some(second)),
        _ => (None, None),
    };
    if let Some(word) = new_given {
        words.given.clear();
        words.given.push(Words::keep(&mut words.text, word));
    }
    if let Some(word) = new_family {
        words.family.push(Words::keep(&mut words.text, word));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn items(parts: &[(Part, &str)]) -> Vec<(Item, String)> {
        let mut shown = Shown::default();
        for (part, text) in parts {
            shown.add(*part, text);
        }
        let (mut sketch, mut desk) = (Sketch::default(), Desk::default());
        read(&shown, &mut sketch, &mut desk);
        let items = sketch.items();
        items.map(|(item, text)| (item, text.to_string())).collect()
    }

    #[test]
    fn family_names_of_two_columns_are_one() {
        let family = |word: &str| (Item::Family, word.to_string());
        let given = (Item::Given, "ana".to_string());
        assert_eq!(
            items(&[
                (Part::Given, "Dr. Ana"),
                (Part::Family, "de la"),
                (Part::Family, "Cruz Vega")
            ]),
            [given, family("cruz"), family("vega")]
        );
        assert_eq!(
            items(&[(Part::Family, "de la")]),
            [family("de"), family("la")]
        );
    }
}
