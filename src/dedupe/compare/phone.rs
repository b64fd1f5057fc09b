//! Telephone numbers, by number and not by column.

use super::{Comparison, NOTHING, Seen};
use crate::dedupe::alike::{Word, within};
use crate::dedupe::chance::Chances;
use crate::dedupe::faces::Faces;

pub(super) const COMPARISON: Comparison = Comparison {
    name: "phone",
    about: "telephone numbers of all kinds, each with each; one without its country or area code is the same",
    levels: &["another", "one digit another", "same"],
    against: 1,
};

const SAME: u8 = 2;

/// So many digits at the end tell a number.
const TELLING: usize = 7;

pub(super) fn compare(faces: &Faces, chances: &Chances, a: u32, b: u32) -> Seen {
    let mut best = NOTHING;
    for &x in faces.phones_of(a) {
        for &y in faces.phones_of(b) {
            let seen = if x == y {
                Seen::with_chance(SAME, chances.phone(x))
            } else if are_far(faces, x, y) {
                Seen::level(0)
            } else {
                let (tx, ty) = (faces.phones.text(x), faces.phones.text(y));
                let (short, long) = if tx.len() < ty.len() {
                    (tx, ty)
                } else {
                    (ty, tx)
                };
                if short.len() >= TELLING && long.ends_with(short) {
                    Seen::with_chance(SAME, chances.phone(x).max(chances.phone(y)))
                } else {
                    Seen::level(u8::from(is_near(short, long)))
                }
            };
            best = best.or_better(seen);
        }
    }
    best
}

/// Whether two digits that the shorter number has are nowhere in the longer one: that is more than a slip.
fn are_far(faces: &Faces, x: u32, y: u32) -> bool {
    let (x, y) = (faces.phones.letters(x), faces.phones.letters(y));
    let (short, long) = if x.len() < y.len() { (x, y) } else { (y, x) };
    short.without(long) > 1
}

fn is_near(short: &str, long: &str) -> bool {
    if short.len() < TELLING {
        return false;
    }
    let end = long.get(long.len() - short.len()..).unwrap_or_default();
    // One slip leaves either the beginning or the end as it was.
    let same_start = short.get(..3) == end.get(..3);
    let same_end = short.get(short.len() - 3..) == end.get(end.len() - 3..);
    (same_start || same_end) && within(Word::of(short), Word::of(end), 1)
}
