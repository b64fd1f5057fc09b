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
    /// The plan by which they were compared, an index into those of the run.
    pub plan: u8,
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

/// How much a level tells.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shares {
    /// Its share among pairs that are one party.
    pub m: f64,
    /// Its share among pairs that are two.
    pub u: f64,
}

impl Shares {
    /// What that weighs, in bits; below 0 it speaks against.
    pub fn bits(self) -> f64 {
        (self.m / self.u).log2()
    }
}

/// A level of a comparison: what it tells.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Told {
    /// The level.
    pub level: &'static str,
    /// What it tells before anything is learned.
    pub shipped: Shares,
    /// What it tells in these records.
    pub learned: Shares,
}

/// A plan by which records were matched, and what it learned from them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PlanUsed {
    /// Its name.
    pub name: String,
    /// Pairs of more bits are the same.
    pub same: f64,
    /// What the levels of each comparison tell, in the order of the run's comparisons.
    pub told: Vec<Vec<Told>>,
}

/// One comparison of a pair.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Step {
    /// What is compared.
    pub comparison: String,
    /// What the first record shows of it.
    pub a: String,
    /// What the second does.
    pub b: String,
    /// How alike they are in it; empty where one of them shows nothing.
    pub level: &'static str,
    /// What that tells by itself, in bits.
    pub alone: f64,
    /// What of that counts beside the others: evidence with one cause counts once.
    pub counted: f64,
}

/// Why two records are one party or not.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PairExplained {
    /// The first: file, row and id.
    pub a: (String, u32, String),
    /// The second.
    pub b: (String, u32, String),
    /// The comparisons.
    pub steps: Vec<Step>,
    /// What the number of records alone tells, in bits: that any two are hardly one party.
    pub before: f64,
    /// What swapped given and family name count.
    pub swapped: f64,
    /// What names and places that go together in a country count twice otherwise.
    pub culture: f64,
    /// Whether something rules it out: father and son, or what the plan keeps apart.
    pub ruled_out: bool,
    /// The weight of it all in bits.
    pub weight: f64,
    /// From more bits on they are the same.
    pub same: f64,
    /// How likely it is that they are one party.
    pub probability: f64,
    /// The band of that weight.
    pub band: &'static str,
    /// Whether they ended up in one cluster.
    pub together: bool,
}

/// Pairs that are worth a look, with all their evidence.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Examples {
    /// The surest of those to decide, the surest first.
    pub surest: Vec<PairExplained>,
    /// Those that are only just the same, the least sure first.
    pub border: Vec<PairExplained>,
    /// Of the clusters with the weakest pairs those pairs, the weakest first.
    pub weakest: Vec<PairExplained>,
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
    /// The plans that had records.
    pub plans: Vec<PlanUsed>,
    /// Some pairs with all their evidence, where they were asked for.
    pub examples: Examples,
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
            plan: 0,
            levels: Vec::new(),
        };
        assert!((of(0.0).probability() - 0.5).abs() < 1e-9);
        assert!(of(10.0).probability() > 0.999 && of(-10.0).probability() < 0.001);
    }
}
