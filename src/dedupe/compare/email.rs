//! E-mail addresses: the whole, slips, the same local part elsewhere, colleagues.

use arrayvec::{ArrayString, ArrayVec};

use super::{Comparison, NOTHING, Seen};
use crate::dedupe::chance::Chances;
use crate::dedupe::faces::{Email, Faces};

pub(super) const COMPARISON: Comparison = Comparison {
    name: "e-mail",
    about: "e-mail addresses, each with each; a role's mailbox says nothing of a person",
    levels: &[
        "another at the company",
        "another",
        "same local part",
        "typo",
        "same",
    ],
    against: 2,
};

const COLLEAGUE: u8 = 0;
const OTHER: u8 = 1;
const LOCAL: u8 = 2;
const TYPO: u8 = 3;
const SAME: u8 = 4;

pub(super) fn compare(faces: &Faces, chances: &Chances, a: u32, b: u32) -> Seen {
    let mut best = NOTHING;
    for x in faces.emails_of(a) {
        for y in faces.emails_of(b) {
            let a_role = x.is_role() || y.is_role();
            if a_role && !faces.organizations {
                continue;
            }
            if x.key == y.key {
                return Seen::with_chance(SAME, chances.email(x));
            }
            let seen = if !a_role && x.local == y.local && x.is_telling() {
                Seen::with_chance(LOCAL, local_chance(faces, chances, (a, b), x.local))
            } else if !a_role && is_typo(faces, x, y) {
                Seen::level(TYPO)
            } else if x.host() == y.host() && !x.is_free() && !a_role {
                Seen::level(COLLEAGUE)
            } else {
                Seen::level(OTHER)
            };
            if !best.is_there() || seen.level > best.level {
                best = seen;
            }
        }
    }
    best
}

/// Two slips in a long address, the local part of which is still much the same.
fn is_typo(faces: &Faces, x: Email, y: Email) -> bool {
    x.may_be_within(y, 2)
        && faces.emails.are_long(x.number, y.number, 8)
        && faces.emails.within(x.number, y.number, 2)
        && faces.locals.similarity(x.local, y.local, 0.8) > 0.8
}

/// How likely two of one name come to the same local part by it (log2), and how much less with each digit.
const NAMED: f32 = -5.3;
const DIGIT: f32 = -2.3;

/// The chance of a local part among different people: one that is made of the name tells little beside the name.
fn local_chance(faces: &Faces, chances: &Chances, (a, b): (u32, u32), local: u32) -> f32 {
    let text = faces.locals.text(local);
    let common = chances.local(local);
    if !is_made_of_name(faces, a, text) && !is_made_of_name(faces, b, text) {
        return common;
    }
    let digits = text.bytes().filter(u8::is_ascii_digit).count().min(6);
    common.max(NAMED + DIGIT * digits as f32)
}

/// Whether a local part is nothing but words of a name, their beginnings and initials.
fn is_made_of_name(faces: &Faces, place: u32, local: &str) -> bool {
    let words = faces.given(place).iter().chain(faces.family(place));
    let words: ArrayVec<&str, 8> = words
        .take(8)
        .map(|word| faces.words.pool.text(*word))
        .collect();
    let mut letters = ArrayString::<40>::new();
    for letter in local.chars().filter(char::is_ascii_alphabetic).take(40) {
        letters.push(letter);
    }
    !letters.is_empty() && consumed(&letters, &words, 3)
}

/// Whether a text can be cut into at most so many pieces, each a word, its first three letters and more, or its initial.
fn consumed(text: &str, words: &[&str], pieces: u8) -> bool {
    if text.is_empty() {
        return true;
    }
    let common = |word: &str| {
        text.bytes()
            .zip(word.bytes())
            .take_while(|(a, b)| a == b)
            .count()
    };
    pieces > 0
        && words.iter().any(|word| {
            let most = common(word);
            let takes = |len: usize| {
                let rest = text.get(len..);
                rest.is_some_and(|rest| consumed(rest, words, pieces - 1))
            };
            (3..=most).rev().any(takes)
                || most == word.len() && most > 0 && takes(most)
                || most > 0 && takes(1)
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_local_part_made_of_a_name_is_told() {
        let words = ["ryan", "garcia", "lopez"];
        for made in [
            "ryangarcia",
            "rgarcia",
            "garciar",
            "ryang",
            "ryan",
            "garcialopez",
            "ryangar",
        ] {
            assert!(consumed(made, &words, 3), "{made}");
        }
        for own in ["bluebird", "ryanair", "rockstar"] {
            assert!(!consumed(own, &words, 3), "{own}");
        }
    }
}
