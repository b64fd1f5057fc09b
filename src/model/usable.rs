//! Which of the target's required columns a record can fill.

/// How many required columns are told of.
pub const MOST: u32 = 16;
/// Of a column that is made of several fields, so many are told apart.
const RANKS: u64 = 7;

/// For each required column four bits: which of its fields is the first filled one, and whether the column takes that
/// one's value. The larger number is the one that decides for a party: an earlier field, and of one field a value that
/// the column takes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Usable(u64);

impl Usable {
    /// Whatever is required can be filled.
    pub const ALL: Self = Self(u64::MAX);

    /// Notes the first filled field of column `slot` by its place among the column's fields.
    pub fn set(&mut self, slot: u32, rank: usize, takes: bool) {
        let before = RANKS.saturating_sub(rank as u64).max(1);
        self.0 |= (before << 1 | u64::from(takes)) << (slot * 4);
    }

    /// Whether column `slot` can be filled.
    pub fn fills(self, slot: u32) -> bool {
        self.0 >> (slot * 4) & 1 == 1
    }

    /// What is left where column `slot` stays empty.
    pub fn without(self, slot: u32) -> Self {
        Self(self.0 & !(15 << (slot * 4)))
    }

    /// What two records of one party can fill.
    pub fn or(self, other: Self) -> Self {
        let slots = (0..MOST).map(|slot| 15 << (slot * 4));
        Self(slots.fold(0, |bits, mask| bits | (self.0 & mask).max(other.0 & mask)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(rank: usize, takes: bool) -> Usable {
        let mut usable = Usable::default();
        usable.set(3, rank, takes);
        usable
    }

    #[test]
    fn the_first_filled_field_of_a_party_decides() {
        assert!(one(1, true).fills(3) && !one(1, true).fills(2));
        assert!(!one(0, false).or(one(1, true)).fills(3));
        assert!(one(1, false).or(one(0, true)).fills(3));
        assert!(one(0, false).or(one(0, true)).fills(3));
        assert!(Usable::default().or(one(9, true)).fills(3));
        assert!(!Usable::ALL.without(15).fills(15) && Usable::ALL.fills(15));
    }
}
