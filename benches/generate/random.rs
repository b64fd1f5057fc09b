//! Small deterministic random numbers: SplitMix64 (Steele, Lea, Flood 2014), integers only, so alike on every platform.

/// A stream of random numbers.
#[derive(Clone)]
pub struct Random(u64);

impl Random {
    /// The stream of row `index` of `table`: any row can be made again without the rows before it.
    pub fn of(seed: u64, table: u64, index: u64) -> Self {
        let mut start = Self(seed ^ table.wrapping_mul(0xA076_1D64_78BD_642F));
        let mixed = start.next() ^ index.wrapping_mul(0xE703_7ED1_A0B4_28DB);
        Self(mixed)
    }

    /// The next 64 random bits.
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number below `n`; 0 where `n` is 0.
    pub fn below(&mut self, n: u64) -> u64 {
        (u128::from(self.next()).wrapping_mul(u128::from(n)) >> 64) as u64
    }

    /// A number below `n`, the small ones more often.
    pub fn low(&mut self, n: u64) -> u64 {
        self.below(n).min(self.below(n))
    }

    /// True `in_10_000` times out of ten thousand.
    pub fn chance(&mut self, in_10_000: u64) -> bool {
        self.below(10_000) < in_10_000
    }

    /// One of a list, each alike; empty where the list is.
    pub fn pick(&mut self, list: &[&'static str]) -> &'static str {
        let at = self.below(list.len() as u64) as usize;
        list.get(at).copied().unwrap_or_default()
    }

    /// One of a list, the first ones more often, as names are.
    pub fn pick_low(&mut self, list: &[&'static str]) -> &'static str {
        let at = self.low(list.len() as u64) as usize;
        list.get(at).copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn first_numbers_are_those_of_the_reference() {
        let mut random = Random(1_234_567);
        assert_eq!(random.next(), 6_457_827_717_110_365_317);
        assert_eq!(random.next(), 3_203_168_211_198_807_973);
    }
}
