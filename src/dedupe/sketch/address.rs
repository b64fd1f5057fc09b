//! Addresses in the parts that tell a door from the next.

use arrayvec::ArrayVec;

use super::{Desk, Item, Sketch, push_word};
use crate::lexicon::{self, Folded, StreetWord};
use crate::model::shown::{Part, Shown};
use crate::normalize;

/// Small words between those of a street's name.
const JOINING: [&str; 22] = [
    "la", "los", "las", "le", "el", "y", "of", "the", "d", "l", "de", "del", "des", "do", "da",
    "dos", "della", "di", "du", "der", "den", "und",
];

/// Ends of German streets that stand in one word with the name.
const TAILS: [&str; 2] = ["strasse", "str"];

/// A street taken apart, in buffers that are filled again and again.
#[derive(Debug, Default)]
pub(super) struct Street {
    house: String,
    words: String,
    folded: Folded,
}

pub(super) fn read(shown: &Shown, sketch: &mut Sketch, desk: &mut Desk) {
    let Desk {
        street,
        text: line,
        other: bare,
        ..
    } = desk;
    line.clear();
    bare.clear();
    let (mut whole, mut code, mut country, mut city) = (None, None, None, None);
    let first = |known: &mut Option<_>, text| {
        known.get_or_insert(text);
    };
    for (part, text) in shown.parts() {
        match part {
            Part::Address => first(&mut whole, text),
            Part::Street => push_word(line, text),
            Part::House => push_word(bare, text),
            Part::PostalCode => first(&mut code, text),
            Part::Country => first(&mut country, text),
            Part::City => first(&mut city, text),
            _ => {}
        }
    }
    street.take_apart(whole.unwrap_or(line));
    if !bare.is_empty() {
        street.house.clear();
        lexicon::fold(bare, &mut street.house);
    }
    sketch.add(Item::Street, &street.words);
    sketch.add(Item::House, &street.house);
    if let Some(code) = code {
        bare.clear();
        postal_code(code, bare);
        sketch.add(Item::PostalCode, bare);
    }
    if let Some(country) = country {
        bare.clear();
        match normalize::country::country(country, bare) {
            normalize::Reading::Changed => sketch.add(Item::Country, bare),
            _ => sketch.add(Item::Country, country),
        }
    }
    if let Some(city) = city {
        sketch.add_folded(Item::City, city, desk);
    }
}

/// Appends a postal code bare; of a ZIP+4 the first five digits.
fn postal_code(code: &str, bare: &mut String) {
    lexicon::fold(code, bare);
    if bare.len() == 9 && bare.bytes().all(|byte| byte.is_ascii_digit()) {
        bare.truncate(5);
    }
}

impl Street {
    /// Takes the street of a line: of several parts the first, with the number from wherever it stands.
    fn take_apart(&mut self, line: &str) {
        self.house.clear();
        self.words.clear();
        let head = line.split(',').next();
        let head = head.filter(|head| head.split_whitespace().nth(1).is_some());
        let head = head.unwrap_or(line);
        self.read(head, true);
        if self.house.is_empty() && head.len() < line.len() {
            self.read(line, false);
        }
    }

    /// Reads the number of the house and, if asked for, the words of the street's own name, without types, directions
    /// and doors.
    fn read(&mut self, line: &str, with_words: bool) {
        // Of several lines the first, as exports write them.
        let line = line.split("  ").next().unwrap_or(line);
        let Self {
            house,
            words,
            folded,
        } = self;
        match line.contains('#') {
            true => folded.set(&line.replace('#', " unit ")),
            false => folded.set(line),
        }
        let mut add = |word: &str| {
            if with_words {
                push_word(words, word);
            }
        };
        let mut late: ArrayVec<&str, 8> = ArrayVec::new();
        let mut named = false;
        let mut all = folded.iter().enumerate();
        while let Some((at, word)) = all.next() {
            let kind = lexicon::street_word(word);
            if kind == Some(StreetWord::Unit) {
                all.next();
            } else if let Some(number) = ordinal(word, kind) {
                add(number);
                named = true;
            } else if is_number(word) {
                match at == 0 {
                    true => house.push_str(word.trim_start_matches('0')),
                    false => {
                        let _ = late.try_push(word);
                    }
                }
            } else if !is_filling(word, kind, at, folded.len()) {
                add(without_tail(word));
                named = true;
            }
        }
        for number in late {
            if house.is_empty() {
                house.push_str(number);
            } else if !named {
                add(number);
                named = true;
            }
        }
    }
}

/// `3` of `third` and `3rd`.
fn ordinal(word: &str, kind: Option<StreetWord>) -> Option<&str> {
    if let Some(StreetWord::Ordinal(number)) = kind {
        return Some(number);
    }
    let number = ["st", "nd", "rd", "th"]
        .iter()
        .find_map(|end| word.strip_suffix(end))?;
    (!number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())).then_some(number)
}

fn is_number(word: &str) -> bool {
    let digits = word.bytes().filter(u8::is_ascii_digit).count();
    digits == word.len() || word.len() <= 5 && word.starts_with(|c: char| c.is_ascii_digit())
}

fn is_filling(word: &str, kind: Option<StreetWord>, at: usize, count: usize) -> bool {
    match kind {
        Some(StreetWord::Type) => at > 0 || count > 1,
        Some(StreetWord::Direction) => count > 2,
        _ => JOINING.contains(&word) || lexicon::name_particle(word).is_some(),
    }
}

fn without_tail(word: &str) -> &str {
    let bare = TAILS.iter().find_map(|tail| word.strip_suffix(tail));
    bare.filter(|bare| bare.len() >= 3).unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_street_are_one() {
        for (line, house, words) in [
            ("221 E. 51st St.", "221", "51"),
            ("C/ Mayor 12, 3º B", "12", "mayor"),
            ("Calle de Alcalá, 45", "45", "alcala"),
            ("435 s. la cienega blvd.", "435", "cienega"),
            ("Hauptstrasse 7", "7", "haupt"),
            ("27 Washington Oak Park", "27", "washington oak park"),
            ("Third Avenue 5 Apt 4", "5", "3"),
        ] {
            let mut found = Street::default();
            found.take_apart(line);
            assert_eq!(
                (found.house.as_str(), found.words.as_str()),
                (house, words),
                "{line}"
            );
        }
    }
}
