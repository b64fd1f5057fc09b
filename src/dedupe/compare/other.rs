//! Columns that nobody recognised: equal or not.

use super::{Comparison, Seen};
use crate::dedupe::chance::Chances;
use crate::dedupe::faces::Faces;

pub(super) const COMPARISON: Comparison = Comparison {
    name: "other",
    about: "a column that nobody recognised: the same text or another",
    levels: &["another", "same"],
    against: 1,
};

/// Compares the further columns of two records, each at its place in `seen`.
pub(super) fn compare(faces: &Faces, chances: &Chances, a: u32, b: u32, seen: &mut [Seen]) {
    for [kind, x] in faces.others_of(a) {
        let Some([_, y]) = faces.others_of(b).iter().find(|[other, _]| other == kind) else {
            continue;
        };
        if let Some(place) = seen.get_mut(*kind as usize) {
            *place = match x == y {
                true => Seen::with_chance(1, chances.other(*x)),
                false => Seen::level(0),
            };
        }
    }
}
