//! Names of people as words: given and family, whatever column they stand in.

use super::{Item, Sketch};
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

#[derive(Debug, Default)]
struct Words {
    given: Vec<String>,
    family: Vec<String>,
}

pub(super) fn read(shown: &Shown, sketch: &mut Sketch) {
    let mut words = as_written(shown);
    words.given.retain(|word| !is_title(word));
    in_one_column(shown, &mut words);
    sketch.generation = take_generation(&mut words.family).max(take_generation(&mut words.given));
    if let Some(suffix) = shown.of(Part::Suffix).next() {
        let said = generation(Folded::of(suffix).as_str());
        sketch.generation = said.unwrap_or(sketch.generation);
    }
    words.given.extend(folded(&shown.joined(Part::Middle)));
    from_address(sketch, &mut words);
    for word in &words.given {
        sketch.add(Item::Given, word);
    }
    for word in &words.family {
        sketch.add(Item::Family, word);
    }
}

fn folded(text: &str) -> Vec<String> {
    Folded::of(text).iter().map(str::to_string).collect()
}

/// Given and family names from their columns, else from the whole name.
fn as_written(shown: &Shown) -> Words {
    let (given, family) = (shown.joined(Part::Given), shown.joined(Part::Family));
    if !given.is_empty() || !family.is_empty() {
        return Words {
            given: folded(&given),
            family: family_words(&family),
        };
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
        return Words::default();
    }
    let mut given = folded(&name.given);
    given.extend(folded(&name.middle));
    let mut family = family_words(&name.family);
    family.extend(
        folded(&name.suffix)
            .into_iter()
            .filter(|word| generation(word).is_some()),
    );
    Words { given, family }
}

/// The words of a family name without particles, unless it has no others.
fn family_words(text: &str) -> Vec<String> {
    let mut all = folded(text);
    let telling =
        |word: &String| lexicon::name_particle(word).is_none() && !JOINING.contains(&word.as_str());
    if all.iter().any(telling) {
        all.retain(telling);
    }
    all
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
        if words.family.first().is_some_and(|word| is_given(word)) {
            words.given.push(words.family.remove(0));
        }
    } else if words.family.is_empty() && words.given.len() >= 2 && only(Part::Given) {
        let count = words.given.len();
        let last_is_given = words.given.last().is_some_and(|word| is_given(word));
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
fn take_generation(words: &mut Vec<String>) -> u8 {
    let last = words.last().filter(|_| words.len() > 1);
    let Some(found) = last.and_then(|word| generation(word)) else {
        return 0;
    };
    words.pop();
    found
}

/// Fills what is lacking of a name from an address such as `ann.smith@`.
fn from_address(sketch: &Sketch, words: &mut Words) {
    let initials = words.given.iter().all(|word| word.len() == 1);
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
    let like = |word: Option<&String>, part| {
        word.is_some_and(|word| {
            alike::similarity(Word::of(word), Word::of(part), SAME_WORD) > SAME_WORD
        })
    };
    let (given, family) = (words.given.first(), words.family.first());
    match (given, family) {
        (_, Some(_)) if initials && like(family, second) => words.given = vec![first.to_string()],
        (_, Some(_)) if initials && like(family, first) => words.given = vec![second.to_string()],
        (Some(_), None) if like(given, first) => words.family = vec![second.to_string()],
        (Some(_), None) if like(given, second) => words.family = vec![first.to_string()],
        (None, None) => {
            words.given = vec![first.to_string()];
            words.family = vec![second.to_string()];
        }
        _ => {}
    }
}
