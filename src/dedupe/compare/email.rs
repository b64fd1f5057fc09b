//! E-mail addresses: the whole, slips, the same local part elsewhere, colleagues.

use super::{Comparison, NOTHING, Seen};
use crate::dedupe::alike::{similarity, within};
use crate::dedupe::chance::Chances;
use crate::dedupe::faces::Faces;

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
    for &x in faces.emails_of(a) {
        for &y in faces.emails_of(b) {
            let (of_x, of_y) = (faces.address(x), faces.address(y));
            let a_role = of_x.is_role || of_y.is_role;
            if a_role && !faces.organizations {
                continue;
            }
            if x == y {
                return Seen::with_chance(SAME, chances.email(x));
            }
            let seen = if !a_role && of_x.local == of_y.local && of_x.is_telling {
                Seen::with_chance(LOCAL, chances.local(of_x.local))
            } else if !a_role && is_typo(faces, x, y) {
                Seen::level(TYPO)
            } else if of_x.host == of_y.host && !of_x.is_free && !a_role {
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
fn is_typo(faces: &Faces, x: u32, y: u32) -> bool {
    let (tx, ty) = (faces.emails.text(x), faces.emails.text(y));
    let local = |number: u32| faces.locals.text(faces.address(number).local);
    tx.len() >= 8 && within(tx, ty, 2) && similarity(local(x), local(y)) > 0.8
}
