//! Eight bytes looked at in one step.

const ONES: u64 = u64::from_le_bytes([1; 8]);

/// The place of the first byte of a little-endian word that is one of `wanted`.
#[inline]
fn find_in_word<const N: usize>(word: u64, wanted: [u8; N]) -> Option<usize> {
    let found = wanted.into_iter().fold(0, |found, byte| {
        found | zero_byte(word ^ (ONES * u64::from(byte)))
    });
    (found != 0).then(|| found.trailing_zeros() as usize / 8)
}

/// What a look at the first bytes found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Near {
    /// The first byte that is wanted stands here.
    At(usize),
    /// None of this many bytes is wanted.
    Beyond(usize),
}

/// Most cells end within so many bytes; beyond them a search by greater steps is worth its call.
const NEAR: usize = 32;

/// Looks at the first bytes only.
#[inline]
pub(super) fn near<const N: usize>(bytes: &[u8], wanted: [u8; N]) -> Near {
    let (words, _) = bytes.as_chunks::<8>();
    let words = words.iter().take(NEAR / 8);
    let seen = words.len() * 8;
    for (at, word) in words.enumerate() {
        if let Some(found) = find_in_word(u64::from_le_bytes(*word), wanted) {
            return Near::At(at * 8 + found);
        }
    }
    Near::Beyond(seen)
}

/// The place of the first quote.
#[inline]
pub(super) fn find_quote(bytes: &[u8]) -> Option<usize> {
    match near(bytes, [b'"']) {
        Near::At(found) => Some(found),
        Near::Beyond(seen) => memchr::memchr(b'"', bytes.get(seen..)?).map(|found| seen + found),
    }
}

/// Not zero if a byte of the word is zero; the lowest bit that is set is in the first such byte. Source: "Determine if a
/// word has a zero byte" in Sean Anderson's Bit Twiddling Hacks.
#[inline]
fn zero_byte(word: u64) -> u64 {
    word.wrapping_sub(ONES) & !word & (ONES << 7)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_first_is_found(bytes: [u8; 8], a: u8, b in 0..3u8) {
            let wanted = |byte: &u8| [a, b].contains(byte);
            let found = find_in_word(u64::from_le_bytes(bytes), [a, b]);
            prop_assert_eq!(found, bytes.iter().position(wanted));
        }

        #[test]
        fn quotes_near_and_far_are_found(before in 0..60usize, behind in 0..60usize) {
            let bytes = [vec![b'x'; before], vec![b'"'], vec![b'y'; behind]].concat();
            prop_assert_eq!(find_quote(&bytes), Some(before));
            prop_assert_eq!(find_quote(&bytes[..before]), None);
        }
    }
}
