//! 64-bit keys of texts, for joins in memory. Stable within a run, never written out.

use std::hash::{BuildHasher, Hasher};

use foldhash::quality::FixedState;

/// No key: the text was absent.
pub const NONE: u64 = 0;

const SEED: u64 = 0x7877_616c_6b00_0001;

/// The key of a text within a space; never [`NONE`].
pub fn of(space: u32, text: &str) -> u64 {
    let mut hasher = FixedState::with_seed(SEED).build_hasher();
    hasher.write_u32(space);
    hasher.write(text.as_bytes());
    hasher.finish().max(1)
}

/// The key of numbers in their order; never [`NONE`].
pub fn of_numbers(numbers: &[u64]) -> u64 {
    let mut hasher = FixedState::with_seed(SEED).build_hasher();
    numbers.iter().for_each(|number| hasher.write_u64(*number));
    hasher.finish().max(1)
}

/// A 32-bit key of a text, for comparing words within a small group; never 0.
pub fn small(text: &str) -> u32 {
    let wide = of(u32::MAX, text);
    u32::try_from(wide >> 32).unwrap_or(1).max(1)
}

/// Sorts pairs of a key and a record. Keys are spread evenly, so their first bits nearly put each in its place, and
/// only the few that share them are compared.
pub fn sorted(pairs: Vec<(u64, u32)>) -> Vec<(u64, u32)> {
    let bits = pairs.len().max(2).next_power_of_two().trailing_zeros();
    let begins_with = |key: u64| usize::try_from(key >> (u64::BITS - bits)).unwrap_or(usize::MAX);
    let mut next = vec![0_usize; 1 << bits];
    for (key, _) in &pairs {
        if let Some(count) = next.get_mut(begins_with(*key)) {
            *count += 1;
        }
    }
    let mut before = 0;
    for slot in &mut next {
        before += std::mem::replace(slot, before);
    }
    let mut sorted = vec![(NONE, 0); pairs.len()];
    for pair in pairs {
        let place = next.get_mut(begins_with(pair.0));
        let slot = place.and_then(|place| {
            let slot = sorted.get_mut(*place);
            *place += 1;
            slot
        });
        if let Some(slot) = slot {
            *slot = pair;
        }
    }
    // Each place now says where the pairs end that begin with its bits.
    let mut start = 0;
    for end in next {
        if let Some(alike) = sorted.get_mut(start..end).filter(|alike| alike.len() > 1) {
            alike.sort_unstable();
        }
        start = end;
    }
    sorted
}

/// The form in which two spellings of one id are equal: an 18-character id whose last three
/// characters are the checksum of the capitals before them is cut to 15.
///
/// Source of the checksum: the published case-safe form of 15-character ids (each of three groups of
/// five characters gives a letter for the pattern of its capitals).
pub fn id(text: &str) -> &str {
    match (text.len(), text.get(..15), text.get(15..)) {
        (18, Some(head), Some(tail))
            if checksum(head).is_some_and(|sum| sum == tail.as_bytes()) =>
        {
            head
        }
        _ => text,
    }
}

fn checksum(head: &str) -> Option<[u8; 3]> {
    const LETTERS: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";
    let mut sum = [0; 3];
    for (group, letter) in head.as_bytes().chunks(5).zip(&mut sum) {
        let mut bits = 0;
        for (at, byte) in group.iter().enumerate() {
            if !byte.is_ascii_alphanumeric() {
                return None;
            }
            bits |= usize::from(byte.is_ascii_uppercase()) << at;
        }
        *letter = *LETTERS.get(bits)?;
    }
    Some(sum)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_of_15_and_18_characters_are_one() {
        assert_eq!(id("001D000000IRFmaIAH"), "001D000000IRFma");
        assert_eq!(id("001D000000IRFma"), "001D000000IRFma");
    }

    #[test]
    fn an_18_character_text_with_another_ending_stays() {
        assert_eq!(id("001D000000IRFmaXXX"), "001D000000IRFmaXXX");
        assert_eq!(id("ñ01D000000IRFmaIAH"), "ñ01D000000IRFmaIAH");
    }

    #[test]
    fn pairs_are_sorted_whatever_their_keys() {
        let hashed = |at: u32| of(1, &(at % 70).to_string());
        let small = |at: u32| u64::from(at * 7 % 13);
        for len in [0, 1, 2, 3, 64, 100] {
            for key in [&hashed as &dyn Fn(u32) -> u64, &small] {
                let pairs: Vec<_> = (0..len).map(|at| (key(at), len - at)).collect();
                let mut expected = pairs.clone();
                expected.sort_unstable();
                assert_eq!(sorted(pairs), expected);
            }
        }
    }

    #[test]
    fn keys_differ_by_space() {
        assert_ne!(of(1, "a"), of(2, "a"));
    }

    #[test]
    fn numbers_tell_by_their_order() {
        assert_eq!(of_numbers(&[1, 2]), of_numbers(&[1, 2]));
        assert_ne!(of_numbers(&[1, 2]), of_numbers(&[2, 1]));
        assert_ne!(of_numbers(&[1, 2]), of_numbers(&[1, 2, 3]));
    }
}
