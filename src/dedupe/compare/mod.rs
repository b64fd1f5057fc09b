//! Comparisons as ordered levels, from what speaks against to what speaks for one party. What is missing on either side
//! is no evidence.

mod address;
mod birth;
mod company;
mod domain;
mod email;
mod gender;
mod identifier;
mod other;
mod person_name;
mod phone;
mod title;

use super::chance::Chances;
use super::faces::Faces;
use super::pool::NONE;

pub use company::SIBLING;
pub use person_name::Met;

/// The level of what is missing.
pub const MISSING: u8 = u8::MAX;

/// What one comparison of two records came to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Seen {
    /// Its level, from 0; [`MISSING`] where one of the two has nothing to compare.
    pub level: u8,
    /// The chance of as much among different parties (log2), where the values tell; else not a number.
    pub chance: f32,
}

/// Nothing to compare.
pub const NOTHING: Seen = Seen {
    level: MISSING,
    chance: f32::NAN,
};

impl Seen {
    fn level(level: u8) -> Self {
        Self {
            level,
            chance: f32::NAN,
        }
    }

    fn with_chance(level: u8, chance: f32) -> Self {
        Self { level, chance }
    }

    /// Whether there was something to compare.
    #[inline]
    pub fn is_there(self) -> bool {
        self.level != MISSING
    }

    /// Whether it came to that level or a higher one.
    #[inline]
    pub fn reaches(self, level: u8) -> bool {
        self.is_there() && self.level >= level
    }

    /// Of two outcomes the one that says more.
    fn or_better(self, other: Self) -> Self {
        let better = !self.is_there()
            || other.level > self.level
            || other.level == self.level && other.chance < self.chance;
        if other.is_there() && better {
            other
        } else {
            self
        }
    }
}

/// What is compared, and by which levels.
#[derive(Debug)]
pub struct Comparison {
    /// Its name, as plans and reports write it.
    pub name: &'static str,
    /// What is compared.
    pub about: &'static str,
    /// Its levels, from what speaks against to what speaks for one party.
    pub levels: &'static [&'static str],
    /// The levels below this one never speak for one party.
    pub against: u8,
}

/// Place of the given name among the comparisons.
pub const GIVEN: usize = 0;
/// Place of the family name.
pub const FAMILY: usize = 1;
/// Place of the e-mail address.
pub const EMAIL: usize = 2;
/// Place of the telephone number.
pub const PHONE: usize = 3;
/// Place of the address.
pub const ADDRESS: usize = 4;
/// Place of the company's name.
pub const COMPANY: usize = 5;
/// Place of the domain.
pub const DOMAIN: usize = 6;
/// Place of the date of birth.
pub const BIRTH: usize = 7;
/// Place of the job title.
pub const TITLE: usize = 8;
/// Place of the gender.
pub const GENDER: usize = 9;
/// How many comparisons there are besides those of identifiers and further columns.
pub const FIXED: usize = 10;

/// The comparisons, in their places; behind them one for each identifier and for each further column.
pub const COMPARISONS: [&Comparison; FIXED] = [
    &person_name::GIVEN,
    &person_name::FAMILY,
    &email::COMPARISON,
    &phone::COMPARISON,
    &address::COMPARISON,
    &company::COMPARISON,
    &domain::COMPARISON,
    &birth::COMPARISON,
    &title::COMPARISON,
    &gender::COMPARISON,
];

/// The comparison of each identifier.
pub const IDENTIFIER: &Comparison = &identifier::COMPARISON;
/// The comparison of each column that nobody recognised.
pub const OTHER: &Comparison = &other::COMPARISON;

/// The comparison at a place, where there are so many identifiers.
pub fn comparison(at: usize, identifiers: usize) -> &'static Comparison {
    match COMPARISONS.get(at) {
        Some(comparison) => comparison,
        None if at < FIXED + identifiers => IDENTIFIER,
        None => OTHER,
    }
}

/// Compares the names of two records: whether they stand in swapped columns.
#[inline]
pub fn names(
    faces: &Faces,
    chances: &Chances,
    met: &mut Met,
    (a, b): (u32, u32),
    seen: &mut [Seen],
) -> bool {
    let [given, family, ..] = seen else {
        return false;
    };
    if faces.organizations {
        return false;
    }
    let found = person_name::compare(faces, chances, met, a, b);
    (*given, *family) = (found.given, found.family);
    found.is_swapped
}

/// Compares e-mail addresses and telephone numbers of pairs of records; `seen` has for each pair a place for each
/// comparison.
///
/// One comparison after the other is made of all pairs: what it looks up is then on its way for several pairs at a time,
/// and comparing is mostly waiting for memory.
pub fn contacts(faces: &Faces, chances: &Chances, pairs: &[(u32, u32)], seen: &mut [Seen]) {
    let width = seen.len() / pairs.len().max(1);
    let mut each = Each { pairs, width, seen };
    each.set(EMAIL, |a, b| email::compare(faces, chances, a, b));
    each.set(PHONE, |a, b| phone::compare(faces, chances, a, b));
}

/// Compares all but names, addresses and numbers, likewise; the last places are for `identifiers` and further columns.
pub fn rest(
    faces: &Faces,
    chances: &Chances,
    pairs: &[(u32, u32)],
    identifiers: usize,
    seen: &mut [Seen],
) {
    let width = seen.len() / pairs.len().max(1);
    let mut each = Each { pairs, width, seen };
    each.set(ADDRESS, |a, b| address::compare(faces, chances, a, b));
    each.set(COMPANY, |a, b| company::compare(faces, chances, a, b));
    each.set(DOMAIN, |a, b| domain::compare(faces, chances, a, b));
    each.set(BIRTH, |a, b| {
        birth::compare(faces.birth(a), faces.birth(b), chances)
    });
    each.set(TITLE, |a, b| title::compare(faces, chances, a, b));
    each.set(GENDER, |a, b| gender::compare(faces, a, b));
    for ((a, b), seen) in each.pairs() {
        let (_, more) = seen.split_at_mut(FIXED.min(seen.len()));
        let (numbers, others) = more.split_at_mut(identifiers.min(more.len()));
        identifier::compare(faces, chances, a, b, numbers);
        other::compare(faces, chances, a, b, others);
    }
}

/// Whether two people both have what a comparison looks at; beyond the fixed ones, any identifier.
pub fn is_there(faces: &Faces, a: u32, b: u32, at: usize) -> bool {
    let both = |has: &dyn Fn(u32) -> bool| has(a) && has(b);
    let either = |has: &dyn Fn(u32) -> bool| has(a) || has(b);
    match at {
        ADDRESS => both(&|place| {
            faces.street(place) != NONE
                || faces.city(place) != NONE
                || faces.postal_code(place) != NONE
        }),
        COMPANY => both(&|place| !faces.companies_of(place).is_empty()),
        DOMAIN => either(&|place| !faces.hosts_of(place).is_empty()),
        BIRTH => both(&|place| faces.birth(place).is_known()),
        TITLE => both(&|place| faces.title(place) != NONE),
        GENDER => both(&|place| faces.gender(place) != 0),
        FIXED => both(&|place| !faces.identifiers_of(place).is_empty()),
        _ => true,
    }
}

/// Pairs, each with a place for each of its comparisons.
struct Each<'a> {
    pairs: &'a [(u32, u32)],
    width: usize,
    seen: &'a mut [Seen],
}

impl Each<'_> {
    fn pairs(&mut self) -> impl Iterator<Item = ((u32, u32), &mut [Seen])> {
        let seen = self.seen.chunks_exact_mut(self.width.max(1));
        self.pairs.iter().copied().zip(seen)
    }

    /// Makes the comparison at a place.
    fn set(&mut self, at: usize, compare: impl Fn(u32, u32) -> Seen) {
        for ((a, b), seen) in self.pairs() {
            if let Some(place) = seen.get_mut(at) {
                *place = compare(a, b);
            }
        }
    }
}

/// Whether two records have names so different that they are hardly one party.
pub fn are_others(faces: &Faces, met: &mut Met, a: u32, b: u32) -> bool {
    if faces.organizations {
        company::are_others(faces, a, b)
    } else {
        person_name::are_others(faces, met, a, b)
    }
}
