//! How likely it is that two different parties have the same value: of names and places by how often it occurs, of
//! addresses and numbers by how many different parties share it. All as logarithms to base 2.

use std::collections::{BTreeMap, HashMap};

use arrayvec::ArrayVec;
use foldhash::fast::FixedState;

use super::compare::{self, Met};
use super::faces::{Email, Faces};
use super::pool::{NONE, at};
use super::sketch::Birth;
use crate::model::key;

/// The chances of every value, by its number in its pool.
#[derive(Debug, Default)]
pub struct Chances {
    /// How many records there are.
    pub records: f64,
    given: Vec<f32>,
    family: Vec<f32>,
    email: Shared,
    local: Vec<f32>,
    phone: Shared,
    host: Shared,
    company: Vec<f32>,
    company_word: Vec<f32>,
    street: Vec<f32>,
    place: Vec<f32>,
    title: Vec<f32>,
    other: Vec<f32>,
    /// For each country, the bits that knowing it takes from each further value that goes with it.
    culture: Vec<f32>,
    /// That two have one date of birth.
    pub birth: f32,
}

/// Where there are few records a value's share is drawn towards a usual one, as if so many more had been seen.
struct Usual {
    share: f64,
    seen: f64,
}

const NAMES_SEEN: f64 = 1000.0;
const GIVEN: Usual = Usual {
    share: 0.0005,
    seen: NAMES_SEEN,
};
const FAMILY: Usual = Usual {
    share: 0.0003,
    seen: NAMES_SEEN,
};
const COMPANY: Usual = Usual {
    share: 0.0003,
    seen: 500.0,
};
const COMPANY_WORD: Usual = Usual {
    share: 0.0005,
    seen: 500.0,
};
const PLACE: Usual = Usual {
    share: 0.001,
    seen: 200.0,
};

/// Of what different parties seldom share: how many others do beside those that were seen.
const FEW_EMAILS: f32 = 0.05;
const FEW_PHONES: f32 = 0.1;
const FEW_HOSTS: f32 = 0.5;

/// So many different parties are told apart behind one value; further ones are counted without a look.
const MOST_FACES: usize = 4;

/// A country takes no more bits from names and places than that.
const MOST_CULTURE: f64 = 5.0;

impl Chances {
    /// The chances in a set of records.
    pub fn of(faces: &Faces) -> Self {
        let records = f64::from(faces.len());
        let named = |faces: &Faces, list: fn(&Faces, u32) -> &[u32]| {
            let mut counts = vec![0_u32; faces.words.pool.len()];
            for word in (0..faces.len()).filter_map(|place| list(faces, place).first()) {
                if let Some(count) = counts.get_mut(*word as usize) {
                    *count += 1;
                }
            }
            counts
        };
        let names = |counts: &[u32], usual: &Usual| {
            let total = counts.iter().map(|count| f64::from(*count)).sum();
            shares(counts.iter().copied(), total, usual)
        };
        let mut streets = vec![0_u32; faces.streets.pool.len()];
        for place in 0..faces.len() {
            if let Some(count) = streets.get_mut(faces.street(place) as usize) {
                *count += 1;
            }
        }
        let companies = (0..faces.len()).filter(|place| !faces.companies_of(*place).is_empty());
        let companies = companies.count() as f64;
        Self {
            records,
            given: names(&named(faces, Faces::given), &GIVEN),
            family: names(&named(faces, Faces::family), &FAMILY),
            email: Shared::of(faces, FEW_EMAILS, |place| {
                faces.emails_of(place).map(|email| email.key)
            }),
            phone: Shared::of(faces, FEW_PHONES, |place| faces.phones_of(place)),
            host: Shared::of(faces, FEW_HOSTS, |place| {
                faces.hosts_of(place).iter().map(|[host, _]| (*host).into())
            }),
            local: shares(faces.locals.counts(), records, &PLACE),
            company: shares(faces.companies.pool.counts(), records, &COMPANY),
            company_word: shares(faces.companies.words.counts(), companies, &COMPANY_WORD),
            street: shares(streets.into_iter(), records, &PLACE),
            place: shares(faces.places.counts(), records, &PLACE),
            title: shares(faces.titles.counts(), records, &PLACE),
            other: shares(faces.others.counts(), records, &PLACE),
            culture: cultures(faces, records),
            birth: births(faces),
        }
    }

    /// Of a word as first given name.
    pub fn given(&self, word: u32) -> f32 {
        at(&self.given, word)
    }

    /// Of a word as first family name.
    pub fn family(&self, word: u32) -> f32 {
        at(&self.family, word)
    }

    /// Of an e-mail address.
    pub fn email(&self, email: Email) -> f32 {
        self.email.chance(email.key)
    }

    /// Of the local part of an address.
    pub fn local(&self, number: u32) -> f32 {
        at(&self.local, number)
    }

    /// Of a telephone number.
    pub fn phone(&self, digits: u64) -> f32 {
        self.phone.chance(digits)
    }

    /// Of a host.
    pub fn host(&self, number: u32) -> f32 {
        self.host.chance(number.into())
    }

    /// Of a company's name.
    pub fn company(&self, number: u32) -> f32 {
        at(&self.company, number)
    }

    /// Of a word in companies' names.
    pub fn company_word(&self, number: u32) -> f32 {
        at(&self.company_word, number)
    }

    /// Of a street.
    pub fn street(&self, number: u32) -> f32 {
        at(&self.street, number)
    }

    /// Of a city or a postal code.
    pub fn place(&self, number: u32) -> f32 {
        at(&self.place, number)
    }

    /// Of a job title.
    pub fn title(&self, number: u32) -> f32 {
        at(&self.title, number)
    }

    /// Of a text in a column that nobody recognised.
    pub fn other(&self, number: u32) -> f32 {
        at(&self.other, number)
    }

    /// What knowing the country of two records takes from each further value that goes with it, in bits.
    pub fn culture(&self, a: u32, b: u32) -> f32 {
        let known = |x, y| at(&self.culture, if x == NONE { y } else { x });
        known(a, b).min(known(b, a))
    }
}

fn shares(counts: impl Iterator<Item = u32>, total: f64, usual: &Usual) -> Vec<f32> {
    let share = |count: u32| (f64::from(count) + usual.share * usual.seen) / (total + usual.seen);
    counts.map(|count| share(count).log2() as f32).collect()
}

/// The chances of values that different parties seldom share.
#[derive(Debug, Default)]
struct Shared {
    /// Of each value that several records have.
    several: HashMap<u64, f32, FixedState>,
    /// Of any other.
    single: f32,
}

impl Shared {
    /// By how many different parties each value is shared beside the first, as a share of all records; `few` more
    /// may share it. `of` gives the values of a record.
    fn of<I: Iterator<Item = u64>>(faces: &Faces, few: f32, of: impl Fn(u32) -> I) -> Self {
        let named = |place: &u32| {
            faces.organizations
                || !faces.given(*place).is_empty()
                || !faces.family(*place).is_empty()
        };
        let places = (0..faces.len()).filter(named);
        let of = &of;
        let having = places.flat_map(|place| of(place).map(move |value| (spread(value), place)));
        let having = key::sorted(having.collect());
        let records = f64::from(faces.len()).max(1.0) as f32;
        let chance = |others: f32| ((others + few) / records).log2();
        let mut met = Met::default();
        let mut several = HashMap::default();
        for having in having.chunk_by(|a, b| a.0 == b.0) {
            if let [(value, _), _, ..] = having {
                let others = others(faces, &mut met, having.iter().map(|(_, place)| *place));
                several.insert(*value, chance(others));
            }
        }
        Self {
            several,
            single: chance(0.0),
        }
    }

    fn chance(&self, value: u64) -> f32 {
        let known = self.several.get(&spread(value));
        known.copied().unwrap_or(self.single)
    }
}

fn spread(value: u64) -> u64 {
    key::of_numbers(&[value])
}

/// How many different parties there are among some records, beside the first.
fn others(faces: &Faces, met: &mut Met, having: impl Iterator<Item = u32>) -> f32 {
    let mut known = ArrayVec::<u32, MOST_FACES>::new();
    let mut further = 0.0;
    for place in having {
        if known.is_full() {
            further += 1.0;
        } else if known
            .iter()
            .all(|other| compare::are_others(faces, met, *other, place))
        {
            known.push(place);
        }
    }
    known.len().saturating_sub(1) as f32 + further
}

/// For each country the bits of knowing it; where a record has none, the average.
fn cultures(faces: &Faces, records: f64) -> Vec<f32> {
    let counts = || faces.countries.counts();
    let known: f64 = counts().map(f64::from).sum();
    if known == 0.0 {
        return vec![0.0];
    }
    let bits = |count: u32| match count {
        0 => 0.0,
        count => (known / f64::from(count)).log2().min(MOST_CULTURE),
    };
    let average: f64 = counts()
        .map(|count| f64::from(count) / known * bits(count))
        .sum();
    let mut all: Vec<f32> = counts().map(|count| bits(count) as f32).collect();
    if let Some(none) = all.first_mut() {
        *none = (average * known / records) as f32;
    }
    all
}

/// The chance that two records have one date of birth: of year and of day, each by how it is spread.
fn births(faces: &Faces) -> f32 {
    let known: Vec<Birth> = (0..faces.len())
        .map(|place| faces.birth(place))
        .filter(|birth| birth.is_known())
        .collect();
    let meet = |part: fn(&Birth) -> u16| {
        let mut counts: BTreeMap<u16, f64> = BTreeMap::new();
        for birth in &known {
            *counts.entry(part(birth)).or_default() += 1.0;
        }
        let total = known.len() as f64;
        match total > 0.0 {
            true => counts
                .values()
                .map(|count| (count / total).powi(2))
                .sum::<f64>(),
            false => 1.0,
        }
    };
    let year = meet(|birth| birth.year % 100).max(1.0 / 60.0);
    let day = meet(|birth| u16::from(birth.month) * 40 + u16::from(birth.day));
    (year * day.clamp(1.0 / 366.0, 1.0)).log2() as f32
}
