//! Domains of websites and addresses, also against the name of a company.

use super::{Comparison, NOTHING, Seen};
use crate::dedupe::chance::Chances;
use crate::dedupe::faces::Faces;

pub(super) const COMPARISON: Comparison = Comparison {
    name: "domain",
    about: "domains of website and e-mail, providers' left out; of a person also against the company's name",
    levels: &["another", "same name at another suffix", "same"],
    against: 1,
};

const NAMED_ALIKE: u8 = 1;
const SAME: u8 = 2;

/// Names alike are twice as common as one (log2).
const TWICE: f32 = 1.0;

pub(super) fn compare(faces: &Faces, chances: &Chances, a: u32, b: u32) -> Seen {
    let mut best = NOTHING;
    for &[x, of_x] in faces.hosts_of(a) {
        for &[y, of_y] in faces.hosts_of(b) {
            let seen = if x == y {
                Seen::with_chance(SAME, chances.host(x))
            } else if named_alike(faces, of_x, of_y) {
                Seen::with_chance(NAMED_ALIKE, chances.host(x).max(chances.host(y)) + TWICE)
            } else {
                Seen::level(0)
            };
            best = best.or_better(seen);
        }
    }
    if !best.is_there() && !faces.organizations {
        best =
            against_company(faces, chances, a, b).or_better(against_company(faces, chances, b, a));
    }
    best
}

/// Whether the stems of two hosts are alike.
fn named_alike(faces: &Faces, x: u32, y: u32) -> bool {
    x == y || faces.stem_pool.are_long(x, y, 6) && faces.stem_pool.is_typo(x, y)
}

fn against_company(faces: &Faces, chances: &Chances, a: u32, b: u32) -> Seen {
    for &[host, stem] in faces.hosts_of(a) {
        for &company in faces.companies_of(b) {
            if stem == faces.stem_of_company(company) {
                let chance = chances.company(company).max(chances.host(host));
                return Seen::with_chance(NAMED_ALIKE, chance);
            }
        }
    }
    NOTHING
}
