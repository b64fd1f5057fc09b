//! Pairs of records that are worth comparing: those that have a key in common, unless too many have it.

use super::faces::Faces;
use super::plan::Blocked;
use crate::error::{Error, Result};
use crate::model::key;

/// What a key found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// Pairs that have it in common.
    pub pairs: u64,
    /// Those of them that no other key found.
    pub alone: u64,
    /// Blocks left out because they were too large.
    pub left_out: u64,
    /// The largest block whose records were compared.
    pub largest: usize,
}

/// Blocks of so many records are compared whatever they give: one party may well have that many.
const SMALL: usize = 10;

/// Two records, the first in order before the second, and the number of the key that they have in common: 29, 29 and 5
/// bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Candidate(u64);

/// Checks that a pair of so many records can be told from every other.
///
/// # Errors
/// When there are too many.
pub fn check(records: usize) -> Result<()> {
    match records <= Candidate::MOST_RECORDS as usize {
        true => Ok(()),
        false => Err(Error::new(
            format!(
                "{records} records of one kind of party are too many to match: at most {} can be",
                Candidate::MOST_RECORDS
            ),
            "match them in parts, such as country by country",
        )),
    }
}

impl Candidate {
    const PLACE: u32 = 29;
    const KEY: u32 = 5;

    /// More records can't be told apart.
    const MOST_RECORDS: u32 = 1 << Self::PLACE;

    fn new(a: u32, b: u32, key: u8) -> Self {
        let places = u64::from(a) << Self::PLACE | u64::from(b);
        Self(places << Self::KEY | u64::from(key))
    }

    /// The two records.
    #[inline]
    pub fn places(self) -> (u32, u32) {
        let mask = u64::from(Self::MOST_RECORDS - 1);
        let second = self.0 >> Self::KEY & mask;
        ((self.0 >> (Self::KEY + Self::PLACE)) as u32, second as u32)
    }

    /// The number of the key; of several keys the smallest.
    pub fn key(self) -> usize {
        (self.0 & ((1 << Self::KEY) - 1)) as usize
    }

    fn is_same_pair(self, other: Self) -> bool {
        self.0 >> Self::KEY == other.0 >> Self::KEY
    }
}

/// The pairs of one key, beyond those of small blocks at most so many a record.
pub fn of_key(faces: &Faces, blocked: &Blocked, pairs_a_record: usize) -> (Vec<Candidate>, Found) {
    let mut keyed: Vec<(u64, u32)> = Vec::new();
    let mut keys = Vec::new();
    for place in 0..faces.len() {
        blocked.key.each(faces, place, &mut keys);
        keyed.extend(keys.iter().map(|key| (*key, place)));
    }
    let keyed = key::sorted(keyed);
    let blocks = || {
        keyed
            .chunk_by(|a, b| a.0 == b.0)
            .filter(|block| block.len() > 1)
    };
    let bound = (faces.len() as usize).saturating_mul(pairs_a_record);
    let largest = largest(blocks().map(<[_]>::len), bound, blocked.most);
    let mut found = Found::default();
    let mut pairs = Vec::new();
    for block in blocks() {
        if block.len() > largest {
            found.left_out += 1;
            continue;
        }
        found.largest = found.largest.max(block.len());
        for (at, (_, a)) in block.iter().enumerate() {
            let later = block.get(at + 1..).unwrap_or_default();
            pairs.extend(
                later
                    .iter()
                    .map(|(_, b)| Candidate::new(*a, *b, blocked.number)),
            );
        }
    }
    found.pairs = pairs.len() as u64;
    (pairs, found)
}

/// The largest size of blocks with which the pairs stay within a bound, or that of small ones.
fn largest(sizes: impl Iterator<Item = usize>, bound: usize, most: usize) -> usize {
    let mut of_size = vec![0_usize; most + 1];
    for size in sizes {
        if let Some(count) = of_size.get_mut(size) {
            *count += 1;
        }
    }
    let mut pairs = 0;
    for (size, count) in of_size.iter().enumerate() {
        pairs += count * size * size.saturating_sub(1) / 2;
        if pairs > bound && size > SMALL {
            return size.saturating_sub(1);
        }
    }
    most
}

/// Each pair once, from sorted candidates of all keys; counts what each key found alone.
pub fn united(mut sorted: Vec<Candidate>, found: &mut [Found]) -> Vec<Candidate> {
    for same in sorted.chunk_by(|a, b| a.is_same_pair(*b)) {
        if let [only] = same
            && let Some(found) = found.get_mut(only.key())
        {
            found.alone += 1;
        }
    }
    sorted.dedup_by(|a, b| a.is_same_pair(*b));
    sorted.shrink_to_fit();
    sorted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pair_and_its_key_fit_in_one_number() {
        let last = Candidate::MOST_RECORDS - 1;
        let candidate = Candidate::new(last - 1, last, 18);
        assert_eq!(candidate.places(), (last - 1, last));
        assert_eq!(candidate.key(), 18);
    }

    #[test]
    fn more_records_than_a_pair_can_name_are_refused() {
        assert!(check(1 << 29).is_ok());
        let error = check((1 << 29) + 1).unwrap_err().to_string();
        assert!(error.contains("536870913 records"), "{error}");
    }

    #[test]
    fn what_one_key_finds_alone_is_counted() {
        let mut found = [Found::default(); 2];
        let all = vec![
            Candidate::new(0, 1, 0),
            Candidate::new(0, 1, 1),
            Candidate::new(0, 2, 1),
        ];
        let united = united(all, &mut found);
        assert_eq!(united.len(), 2);
        assert_eq!((found[0].alone, found[1].alone), (0, 1));
    }

    #[test]
    fn large_blocks_go_first_when_there_are_too_many_pairs() {
        assert_eq!(largest([2, 2, 90].into_iter(), 6000, 100), 100);
        assert_eq!(largest([2, 2, 90].into_iter(), 300, 100), 89);
        assert_eq!(largest([2, 101].into_iter(), 6000, 100), 100);
        assert_eq!(largest([9, 10, 11].into_iter(), 1, 100), 10);
    }
}
