//! Gender.

use super::{Comparison, NOTHING, Seen};
use crate::dedupe::faces::Faces;

pub(super) const COMPARISON: Comparison = Comparison {
    name: "gender",
    about: "gender",
    levels: &["another", "same"],
    against: 1,
};

pub(super) fn compare(faces: &Faces, a: u32, b: u32) -> Seen {
    match (faces.gender(a), faces.gender(b)) {
        (0, _) | (_, 0) => NOTHING,
        (x, y) => Seen::level(u8::from(x == y)),
    }
}
