//! Job titles.

use super::{Comparison, NOTHING, Seen};
use crate::dedupe::chance::Chances;
use crate::dedupe::faces::Faces;
use crate::dedupe::pool::NONE;

pub(super) const COMPARISON: Comparison = Comparison {
    name: "title",
    about: "job title",
    levels: &["another", "same"],
    against: 1,
};

pub(super) fn compare(faces: &Faces, chances: &Chances, a: u32, b: u32) -> Seen {
    let (x, y) = (faces.title(a), faces.title(b));
    if x == NONE || y == NONE {
        NOTHING
    } else if x == y {
        Seen::with_chance(1, chances.title(x))
    } else {
        Seen::level(0)
    }
}
