//! Numbers that only one party has: tax numbers, passports, licences.

use super::{Comparison, NOTHING, Seen};
use crate::dedupe::chance::Chances;
use crate::dedupe::faces::Faces;

pub(super) const COMPARISON: Comparison = Comparison {
    name: "identifier",
    about: "a number that only one party has, with or without a country's letters before it",
    levels: &["another", "typo", "same"],
    against: 1,
};

const TYPO: u8 = 1;
const SAME: u8 = 2;

/// As many different parties have one number, by mistake.
const BY_MISTAKE: f64 = 0.05;
const MOST: f64 = 1e-4;

/// Compares the identifiers of two records, each at its place in `seen`.
pub(super) fn compare(faces: &Faces, chances: &Chances, a: u32, b: u32, seen: &mut [Seen]) {
    for [kind, x] in faces.identifiers_of(a) {
        for [_, y] in faces
            .identifiers_of(b)
            .iter()
            .filter(|[other, _]| other == kind)
        {
            if let Some(place) = seen.get_mut(*kind as usize) {
                *place = place.or_better(values(faces, chances, *x, *y));
            }
        }
    }
}

fn values(faces: &Faces, chances: &Chances, x: u32, y: u32) -> Seen {
    let (tx, ty) = (faces.identifiers.text(x), faces.identifiers.text(y));
    let bare = |text: &'_ str| {
        text.trim_start_matches(|c: char| c.is_ascii_alphabetic())
            .len()
    };
    let same_number = || {
        let (bx, by) = (tx.get(tx.len() - bare(tx)..), ty.get(ty.len() - bare(ty)..));
        bx == by && bare(tx) >= 6
    };
    if x == y || same_number() {
        let chance = (BY_MISTAKE / chances.records.max(1.0)).min(MOST);
        return Seen::with_chance(SAME, chance.log2() as f32);
    }
    let edits = if tx.len() >= 8 { 2 } else { 1 };
    match tx.len() >= 5 && faces.identifiers.within(x, y, edits) {
        true => Seen::level(TYPO),
        false => NOTHING.or_better(Seen::level(0)),
    }
}
