//! Names of people: swapped columns, initials, nicknames, compound names, two surnames.

use super::{Comparison, MISSING, Seen};
use crate::dedupe::alike::{Letters, Word, edits, is_typo};
use crate::dedupe::chance::Chances;
use crate::dedupe::faces::Faces;

pub(super) const GIVEN: Comparison = Comparison {
    name: "given name",
    about: "first name, with nicknames, initials and compound names",
    levels: &[
        "another",
        "faintly alike",
        "initial",
        "typo",
        "nickname",
        "first of several",
        "same",
    ],
    against: 1,
};

pub(super) const FAMILY: Comparison = Comparison {
    name: "family name",
    about: "family name, of two surnames the first or both",
    levels: &[
        "another",
        "faintly alike",
        "one of two",
        "typo",
        "first of two",
        "same",
    ],
    against: 1,
};

// Levels of given names.
const OTHER: u8 = 0;
const FAINT: u8 = 1;
const INITIAL: u8 = 2;
const TYPO: u8 = 3;
const NICKNAME: u8 = 4;
const FIRST: u8 = 5;
const SAME: u8 = 6;
// Levels of family names, where they differ from those.
const ONE_OF_TWO: u8 = 2;
const FIRST_SURNAME: u8 = 4;
const SAME_SURNAME: u8 = 5;

/// What comparing pairs of single words came to, for when they meet again, as frequent names do over and over.
#[derive(Debug, Default)]
pub struct Met {
    given: Levels,
    family: Levels,
}

/// Levels of pairs of words, each pair in the one place that its numbers lead to; the last one there counts.
#[derive(Debug, Default)]
struct Levels {
    places: Vec<u64>,
    asked: u32,
}

impl Levels {
    /// So many places, as a power of two: as much as fits beside the names in a processor's memory.
    const PLACES: u32 = 15;
    /// Numbers of more bits are not kept.
    const BITS: u32 = 28;
    /// Room is made when so many pairs were asked for: who compares few needs none.
    const WORTH_IT: u32 = 100;

    fn of(&mut self, x: u32, y: u32, level: impl FnOnce() -> u8) -> u8 {
        if (x | y) >> Self::BITS != 0 {
            return level();
        }
        if self.places.is_empty() {
            self.asked += 1;
            if self.asked < Self::WORTH_IT {
                return level();
            }
            self.places.resize(1 << Self::PLACES, 0);
        }
        let pair = (u64::from(x) << Self::BITS | u64::from(y)) << u8::BITS;
        // Fibonacci hashing (Knuth, The Art of Computer Programming 3, 6.4).
        let place = pair.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> (u64::BITS - Self::PLACES);
        let Some(known) = self.places.get_mut(place as usize) else {
            return level();
        };
        let mask = u64::from(u8::MAX);
        if *known & !mask != pair {
            *known = pair | u64::from(level());
        }
        (*known & mask) as u8
    }
}

/// What comparing two names came to.
pub(super) struct Names {
    pub given: Seen,
    pub family: Seen,
    pub is_swapped: bool,
}

pub(super) fn compare(faces: &Faces, chances: &Chances, met: &mut Met, a: u32, b: u32) -> Names {
    let (ga, gb, fa, fb) = (
        faces.given(a),
        faces.given(b),
        faces.family(a),
        faces.family(b),
    );
    let (mut given, mut family) = (
        given_level(faces, met, ga, gb),
        family_level(faces, met, fa, fb),
    );
    let (mut rare_given, mut rare_family) = (
        chances.given(first(ga)).max(chances.given(first(gb))),
        chances.family(first(fa)).max(chances.family(first(fb))),
    );
    let good = |level: u8| level >= TYPO && level != MISSING;
    let bad = |level: u8| level == OTHER || level == MISSING;
    let mut is_swapped = false;
    if (bad(given) || bad(family)) && !good(given) && !good(family) {
        let (as_given, as_family) = (
            family_level(faces, met, ga, fb),
            family_level(faces, met, fa, gb),
        );
        let both = good(as_given) && (good(as_family) || as_family == MISSING)
            || good(as_family) && as_given == MISSING;
        let neither = given == OTHER && family == OTHER;
        if both || neither && (good(as_given) || good(as_family)) {
            is_swapped = true;
            given = match as_given {
                SAME_SURNAME => SAME,
                FIRST_SURNAME => FIRST,
                ONE_OF_TWO => TYPO,
                level => level,
            };
            family = as_family;
            let either = |word| chances.given(word).max(chances.family(word));
            rare_given = chances.given(first(ga)).max(either(first(fb)));
            rare_family = chances.family(first(fa)).max(either(first(gb)));
        }
    }
    let seen = |level, chance| match good(level) {
        true => Seen::with_chance(level, chance),
        false => Seen::level(level),
    };
    Names {
        given: seen(given, rare_given),
        family: seen(family, rare_family),
        is_swapped,
    }
}

fn first(words: &[u32]) -> u32 {
    words.first().copied().unwrap_or_default()
}

fn glued(faces: &Faces, words: &[u32]) -> String {
    words
        .iter()
        .map(|word| faces.words.pool.text(*word))
        .collect()
}

/// Which letters the glued words have: whether gluing them is worth it.
fn glued_letters(faces: &Faces, words: &[u32]) -> Letters {
    let letters = words.iter().map(|word| faces.words.pool.letters(*word));
    letters.fold(Letters::default(), Letters::joined)
}

fn given_level(faces: &Faces, met: &mut Met, a: &[u32], b: &[u32]) -> u8 {
    match (a, b) {
        ([], _) | (_, []) => MISSING,
        _ if a == b => SAME,
        ([x], [y]) => met.given.of(*x, *y, || other_given_level(faces, a, b)),
        _ => other_given_level(faces, a, b),
    }
}

/// The level of given names that are not equal.
fn other_given_level(faces: &Faces, a: &[u32], b: &[u32]) -> u8 {
    let (x, y) = (first(a), first(b));
    let (tx, ty) = (faces.words.pool.text(x), faces.words.pool.text(y));
    if x == y && tx.len() > 1 {
        return FIRST;
    }
    if tx.len() == 1 || ty.len() == 1 {
        return if tx.as_bytes().first() == ty.as_bytes().first() {
            INITIAL
        } else {
            OTHER
        };
    }
    if a.len() != b.len()
        && glued_letters(faces, a) == glued_letters(faces, b)
        && glued(faces, a) == glued(faces, b)
    {
        return FIRST;
    }
    if faces.words.same_given(x, y) {
        return NICKNAME;
    }
    if faces.words.is_given(x) && faces.words.is_given(y) {
        return known_level(faces, (a, x, tx), (b, y, ty));
    }
    let words = &faces.words.pool;
    let alike = words.similarity(x, y, 0.75);
    let sounds = faces.words.sound(x) == faces.words.sound(y);
    if words.is_typo(x, y) || alike >= 0.9 || sounds && alike >= 0.75 {
        TYPO
    } else if have_another_in_common(a, b, x, y) {
        FAINT
    } else if is_initials(faces, tx, b) || is_initials(faces, ty, a) {
        INITIAL
    } else if alike >= 0.82
        || tx.len() >= 3 && ty.starts_with(tx)
        || ty.len() >= 3 && tx.starts_with(ty)
    {
        FAINT
    } else {
        OTHER
    }
}

/// Two names that are both known are no slip of each other (`Maria`, `Mario`), unless they sound alike and end alike.
fn known_level(
    faces: &Faces,
    (a, x, tx): (&[u32], u32, &str),
    (b, y, ty): (&[u32], u32, &str),
) -> u8 {
    let end = |text: &str| text.bytes().last();
    let same_end = end(tx) == end(ty) || !(tx.ends_with('a') || ty.ends_with('a'));
    let sounds = faces.words.sound(x) == faces.words.sound(y);
    if sounds && same_end && faces.words.pool.similarity(x, y, 0.8) >= 0.8 {
        TYPO
    } else if have_another_in_common(a, b, x, y) {
        FAINT
    } else {
        OTHER
    }
}

/// Whether a further given name of one is a name of the other.
fn have_another_in_common(a: &[u32], b: &[u32], x: u32, y: u32) -> bool {
    let (more_a, more_b) = (
        a.get(1..).unwrap_or_default(),
        b.get(1..).unwrap_or_default(),
    );
    more_a.contains(&y) || more_b.contains(&x) || more_a.iter().any(|word| more_b.contains(word))
}

/// Whether a word of two letters is the initials of a compound name: `jm` of `Jose Manuel`.
fn is_initials(faces: &Faces, word: &str, of: &[u32]) -> bool {
    let letters = || {
        of.iter()
            .filter_map(|name| faces.words.pool.text(*name).chars().next())
    };
    word.len() == 2 && of.len() > 1 && letters().eq(word.chars())
}

fn family_level(faces: &Faces, met: &mut Met, a: &[u32], b: &[u32]) -> u8 {
    match (a, b) {
        ([], _) | (_, []) => MISSING,
        _ if a == b => SAME_SURNAME,
        ([x, ..], [y, ..]) if x == y => FIRST_SURNAME,
        ([x], [y]) => met.family.of(*x, *y, || other_family_level(faces, a, b)),
        _ => other_family_level(faces, a, b),
    }
}

/// The level of family names that begin with different words.
fn other_family_level(faces: &Faces, a: &[u32], b: &[u32]) -> u8 {
    let (x, y) = (first(a), first(b));
    let text = |word: u32| faces.words.pool.text(word);
    let several = a.len() + b.len() > 2;
    if several && let Some(level) = glued_level(faces, a, b) {
        return level;
    }
    if a.iter()
        .any(|word| text(*word).len() > 1 && b.contains(word))
    {
        return ONE_OF_TWO;
    }
    let (tx, ty) = (text(x), text(y));
    let words = &faces.words.pool;
    let alike = words.similarity(x, y, 0.75);
    let sounds = faces.words.sound(x) == faces.words.sound(y);
    if words.is_typo(x, y) || alike >= 0.92 || sounds && alike >= 0.75 {
        TYPO
    } else if several
        && a.iter()
            .any(|word| b.iter().any(|other| words.is_typo(*word, *other)))
    {
        ONE_OF_TWO
    } else if alike >= 0.8
        || tx.len() == 1 && ty.starts_with(tx)
        || ty.len() == 1 && tx.starts_with(ty)
    {
        FAINT
    } else {
        OTHER
    }
}

/// Two surnames against one that is both, or against two that are parted elsewhere.
fn glued_level(faces: &Faces, a: &[u32], b: &[u32]) -> Option<u8> {
    let (of_a, of_b) = (glued_letters(faces, a), glued_letters(faces, b));
    if !of_a.may_be_within(of_b, edits(of_a, of_b)) {
        return None;
    }
    let (whole_a, whole_b) = (glued(faces, a), glued(faces, b));
    if whole_a == whole_b {
        return Some(SAME_SURNAME);
    }
    is_typo(Word::of(&whole_a), Word::of(&whole_b)).then_some(TYPO)
}

/// Whether two people have names that one person hardly has.
pub(super) fn are_others(faces: &Faces, met: &mut Met, a: u32, b: u32) -> bool {
    let (ga, gb, fa, fb) = (
        faces.given(a),
        faces.given(b),
        faces.family(a),
        faces.family(b),
    );
    let given = given_level(faces, met, ga, gb);
    let swapped = |met: &mut Met| {
        let level = family_level(faces, met, ga, fb);
        level >= TYPO && level != MISSING
    };
    if given == OTHER {
        return !swapped(met) || family_level(faces, met, fa, fb) != OTHER;
    }
    given != SAME && family_level(faces, met, fa, fb) == OTHER
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_level_is_that_of_its_pair() {
        let mut levels = Levels::default();
        let level = |x: u32, y: u32| ((x * 3 + y) % 7) as u8;
        for _ in 0..3 {
            for (x, y) in (1..300).flat_map(|x| (1..300).map(move |y| (x, y))) {
                assert_eq!(levels.of(x, y, || level(x, y)), level(x, y));
            }
        }
        // The last pair is still there; numbers that are too large never are.
        assert_eq!(levels.of(299, 299, || 99), level(299, 299));
        assert_eq!(levels.of(1 << 30, 6, || 99), 99);
    }
}
