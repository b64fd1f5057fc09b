//! Large sets of rows, as sorted 64-bit hashes.

use std::hash::{BuildHasher, Hasher};

/// The hash of some texts, the same in every run.
pub(super) fn hash(texts: &[&[u8]]) -> u64 {
    let mut hasher = foldhash::quality::FixedState::with_seed(7).build_hasher();
    for text in texts {
        hasher.write_usize(text.len());
        hasher.write(text);
    }
    hasher.finish()
}

/// What is in one sorted list and not in the other, as often as it is there more.
pub(super) fn differences(a: &[u64], b: &[u64]) -> (Vec<u64>, Vec<u64>) {
    let (mut only_a, mut only_b) = (Vec::new(), Vec::new());
    let (mut left, mut right) = (a.iter().peekable(), b.iter().peekable());
    loop {
        match (left.peek(), right.peek()) {
            (Some(x), Some(y)) if x == y => {
                left.next();
                right.next();
            }
            (Some(x), Some(y)) if x < y => only_a.extend(left.next()),
            (Some(_), None) => only_a.extend(left.next()),
            (_, Some(_)) => only_b.extend(right.next()),
            (None, None) => return (only_a, only_b),
        }
    }
}

/// What stands in a sorted list more than once, each once.
pub(super) fn repeated(sorted: &[u64]) -> Vec<u64> {
    let mut found: Vec<u64> = sorted
        .windows(2)
        .filter_map(|pair| match pair {
            [a, b] if a == b => Some(*a),
            _ => None,
        })
        .collect();
    found.dedup();
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn differences_count_how_often() {
        assert_eq!(
            differences(&[1, 2, 2, 5], &[2, 3]),
            (vec![1, 2, 5], vec![3])
        );
        assert_eq!(repeated(&[1, 2, 2, 2, 3]), [2]);
    }

    #[test]
    fn where_texts_end_matters() {
        assert_ne!(hash(&[b"ab", b"c"]), hash(&[b"a", b"bc"]));
    }
}
