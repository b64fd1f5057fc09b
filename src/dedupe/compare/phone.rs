//! Telephone numbers, by number and not by column.

use super::{Comparison, NOTHING, Seen};
use crate::dedupe::chance::Chances;
use crate::dedupe::faces::Faces;

pub(super) const COMPARISON: Comparison = Comparison {
    name: "phone",
    about: "telephone numbers of all kinds, each with each; one without its country or area code is the same",
    levels: &["another", "one digit another", "same"],
    against: 1,
};

const SAME: u8 = 2;

/// A number has at least seven digits from here on: so many at the end tell it.
const TELLING: u64 = 1_000_000;

pub(super) fn compare(faces: &Faces, chances: &Chances, a: u32, b: u32) -> Seen {
    let mut best = NOTHING;
    for x in faces.phones_of(a) {
        for y in faces.phones_of(b) {
            let seen = match likeness(x, y) {
                SAME => Seen::with_chance(SAME, chances.phone(x).max(chances.phone(y))),
                level => Seen::level(level),
            };
            best = best.or_better(seen);
        }
    }
    best
}

/// The level of two numbers.
fn likeness(x: u64, y: u64) -> u8 {
    if x == y {
        return SAME;
    }
    let (short, long) = (x.min(y), x.max(y));
    if short < TELLING {
        return 0;
    }
    let end = long % 10_u64.pow(short.ilog10() + 1);
    match end == short {
        true => SAME,
        false => u8::from(is_slip(short, end)),
    }
}

/// Whether one digit is another, or two neighbours are swapped.
fn is_slip(x: u64, y: u64) -> bool {
    // The one leaves a difference of one digit and zeros, the other of nine times that.
    let mut apart = x.abs_diff(y);
    let mut below = 1;
    while apart.is_multiple_of(10) {
        apart /= 10;
        below *= 10;
    }
    if apart > 81 || apart > 9 && !apart.is_multiple_of(9) {
        return false;
    }
    let (x, y) = (x / below, y / below);
    let swapped = |number: u64| number / 100 * 100 + number % 10 * 10 + number / 10 % 10;
    x / 10 == y / 10 || swapped(x) == y
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_alike_by_their_digits() {
        for (x, y, level) in [
            (4_401_137_656_824, 4_401_137_656_824, 2),
            (4_401_137_656_824, 1_137_656_824, 2),
            (656_824, 1_656_824, 0),
            (34_612_345_671, 34_612_345_611, 1),
            (34_612_345_671, 34_612_354_671, 1),
            (34_612_345_671, 34_612_345_681, 1),
            (34_612_345_671, 34_612_354_681, 0),
            (14_155_550_199, 14_155_550_200, 0),
            (14_155_550_190, 14_155_550_109, 1),
        ] {
            assert_eq!((likeness(x, y), likeness(y, x)), (level, level), "{x} {y}");
        }
    }
}
