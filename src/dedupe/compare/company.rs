//! Names of companies: their telling words, acronyms, and siblings (`Acme Foods`, `Acme Motors`).

use super::{Comparison, NOTHING, Seen};
use crate::dedupe::chance::Chances;
use crate::dedupe::faces::Faces;
use crate::dedupe::pool::NONE;

pub(super) const COMPARISON: Comparison = Comparison {
    name: "company",
    about: "companies' names without legal forms, word by word, rare words telling more",
    levels: &[
        "another",
        "a word for another",
        "rare words",
        "one within the other",
        "typo",
        "same",
    ],
    against: 2,
};

const OTHER: u8 = 0;
/// A word stands for another on both sides: most likely two companies of one kind.
pub const SIBLING: u8 = 1;
const RARE_WORDS: u8 = 2;
const WITHIN: u8 = 3;
const TYPO: u8 = 4;
const SAME: u8 = 5;

/// Nothing is rarer than one in a million (log2).
const RAREST: f32 = -19.93;
/// No chance of a likeness in letters alone, or of an acronym, is smaller than one in a thousand (log2).
const LOOSE: f32 = -9.97;
/// Words in common that tell so many bits are rare.
const TELLING: f32 = 5.0;

pub(super) fn compare(faces: &Faces, chances: &Chances, a: u32, b: u32) -> Seen {
    let mut best = NOTHING;
    for &x in faces.companies_of(a) {
        for &y in faces.companies_of(b) {
            best = best.or_better(names(faces, chances, x, y));
        }
    }
    best
}

fn names(faces: &Faces, chances: &Chances, x: u32, y: u32) -> Seen {
    let common = chances.company(x).max(chances.company(y));
    if x == y || faces.stem_of_company(x) == faces.stem_of_company(y) {
        return Seen::with_chance(SAME, common);
    }
    let shared = Shared::of(faces, chances, x, y);
    let chance = (-shared.bits).max(RAREST);
    if shared.bits / shared.more.max(0.1) >= 0.95 {
        Seen::with_chance(SAME, chance.max(common))
    } else if faces.companies.glued_len(x) >= 5 && faces.companies.is_typo(x, y) {
        Seen::with_chance(TYPO, chance.max(common))
    } else if is_acronym(faces, x, y) || is_acronym(faces, y, x) {
        Seen::with_chance(WITHIN, common.max(LOOSE))
    } else if shared.left_x == 0 || shared.left_y == 0 || shared.bits / shared.less.max(0.1) >= 0.9
    {
        Seen::with_chance(WITHIN, chance)
    } else if shared.bits > 0.0 && shared.left_x <= 2 && shared.left_y <= 2 {
        Seen::level(SIBLING)
    } else if shared.bits / shared.more.max(0.1) >= 0.8 {
        Seen::with_chance(TYPO, chance.max(common))
    } else if shared.bits >= TELLING {
        Seen::with_chance(RARE_WORDS, chance)
    } else if faces.companies.similarity(x, y, 0.92) >= 0.92 {
        Seen::with_chance(RARE_WORDS, common.max(LOOSE))
    } else {
        Seen::level(OTHER)
    }
}

/// What two names have in common.
struct Shared {
    /// Bits that the common words tell.
    bits: f32,
    /// Bits of the name that tells less, and of the one that tells more.
    less: f32,
    more: f32,
    /// Words of either that the other lacks.
    left_x: usize,
    left_y: usize,
}

impl Shared {
    fn of(faces: &Faces, chances: &Chances, x: u32, y: u32) -> Self {
        let (wx, wy) = (faces.companies.words_of(x), faces.companies.words_of(y));
        let bits = |word: u32| -chances.company_word(word);
        let (mut used, mut hits, mut common) = (0_u64, 0, 0.0);
        for &word in wx {
            let free = |(at, other): &(usize, &u32)| {
                used >> at & 1 == 0 && same_word(faces, word, **other)
            };
            if let Some((at, other)) = wy.iter().take(64).enumerate().find(free) {
                used |= 1 << at;
                hits += 1;
                common += bits(word).min(bits(*other));
            }
        }
        let all = |words: &[u32]| words.iter().map(|word| bits(*word)).sum::<f32>();
        let (of_x, of_y) = (all(wx), all(wy));
        Self {
            bits: common,
            less: of_x.min(of_y),
            more: of_x.max(of_y),
            left_x: wx.len() - hits,
            left_y: wy.len() - hits,
        }
    }
}

fn same_word(faces: &Faces, x: u32, y: u32) -> bool {
    let words = &faces.companies.words;
    x == y || words.is_typo(x, y) || words.are_long(x, y, 3) && words.similarity(x, y, 0.92) >= 0.92
}

fn is_acronym(faces: &Faces, short: u32, long: u32) -> bool {
    (2..=6).contains(&faces.companies.glued_len(short))
        && faces.companies.words_of(long).len() >= 2
        && faces
            .companies
            .glued(short)
            .chars()
            .eq(faces.companies.acronym(long))
}

/// Whether two organizations have names without a word in common, or doors of different numbers.
pub(super) fn are_others(faces: &Faces, a: u32, b: u32) -> bool {
    let (Some(&x), Some(&y)) = (faces.companies_of(a).first(), faces.companies_of(b).first())
    else {
        return false;
    };
    if x == y {
        return false;
    }
    let door = |place| faces.street(place) != NONE && faces.house(place) != NONE;
    if door(a) && door(b) && faces.house(a) != faces.house(b) {
        return true;
    }
    let words = faces.companies.words_of(y);
    !faces
        .companies
        .words_of(x)
        .iter()
        .any(|word| words.contains(word))
        && faces.companies.similarity(x, y, 0.85) < 0.85
}
