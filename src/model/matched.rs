//! What came of comparing records: who is one party, and what says so.

use serde::Serialize;

/// How sure it is that two records are one party.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Band {
    /// They are.
    Same,
    /// A person should decide.
    Review,
    /// They are not.
    Different,
}

impl Band {
    /// Its name in files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Review => "review",
            Self::Different => "different",
        }
    }
}

/// What one comparison says of two records.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Level {
    /// The comparison, an index into those of the run.
    pub comparison: u16,
    /// How alike they are in it, as in `exact`.
    pub level: &'static str,
    /// What that weighs, in bits; below 0 it speaks against.
    pub bits: f32,
}

/// Two records that were compared.
#[derive(Clone, Debug, PartialEq)]
pub struct MatchedPair {
    /// The first, by its place among the records of the run.
    pub a: u32,
    /// The second.
    pub b: u32,
    /// The weight of all evidence, in bits.
    pub bits: f32,
    /// What it comes to.
    pub band: Band,
    /// What each comparison says that has something to say.
    pub levels: Vec<Level>,
}

impl MatchedPair {
    /// How likely it is that they are one party, from 0 to 1; the weight counts what was likely beforehand, too.
    pub fn probability(&self) -> f64 {
        1.0 / (1.0 + (-f64::from(self.bits)).exp2())
    }
}

/// What a blocking key found.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct KeyFound {
    /// Which kind of party its plan matches.
    pub plan: String,
    /// The key.
    pub key: &'static str,
    /// Pairs that have it in common.
    pub pairs: u64,
    /// Those of them that no other key found.
    pub alone: u64,
    /// The largest block whose records were compared.
    pub largest: u64,
    /// Blocks left out because they were larger.
    pub left_out: u64,
}

/// Who is one party.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Matched {
    /// What each blocking key found, where it found something.
    pub keys: Vec<KeyFound>,
    /// How many pairs were compared.
    pub compared: u64,
    /// The names of the comparisons, in the order in which they are shown.
    pub comparisons: Vec<String>,
    /// The records that are one party, each cluster and all of them sorted; a record that stands alone needs no cluster.
    pub clusters: Vec<Vec<u32>>,
    /// The pairs of the bands `same` and `review`, and those of `different` that are worth showing; sorted.
    pub pairs: Vec<MatchedPair>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_bits_are_even_odds() {
        let of = |bits| MatchedPair {
            a: 0,
            b: 1,
            bits,
            band: Band::Review,
            levels: Vec::new(),
        };
        assert!((of(0.0).probability() - 0.5).abs() < 1e-9);
        assert!(of(10.0).probability() > 0.999 && of(-10.0).probability() < 0.001);
    }
}
