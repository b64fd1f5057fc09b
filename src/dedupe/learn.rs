//! What the levels tell in these records: m by expectation maximisation over pairs that have a key in common, u over
//! pairs drawn at fixed distances in the order of content (Winkler 2000; Herzog, Scheuren and Winkler 2007, ch. 9).
//! What is shipped holds on small data, and what is learned stays within sight of it.

use super::chance::Chances;
use super::compare::{self, Met, NOTHING, Seen};
use super::faces::Faces;
use super::weigh::{Model, Sum, Weighed, is_never};

/// Rounds of expectation and maximisation; the figures hardly move after the fourth.
const ROUNDS: usize = 6;
/// The shipped shares of one party count as if so many pairs had been seen.
const SHIPPED_M: f64 = 60.0;
/// The shipped shares of two parties likewise.
const SHIPPED_U: f64 = 2000.0;
/// A learned share is at most so many times the shipped one, or so many times less.
const FAR: f64 = 8.0;
/// Before anything is learned so many pairs a record are one party.
const EXPECTED: f64 = 0.3;
/// At least and at most so many pairs a record are.
const LEAST_EXPECTED: f64 = 0.02;
const MOST_EXPECTED: f64 = 3.0;
/// Pairs that are so unlikely to be one party teach nothing of it.
const UNLIKELY: f64 = 1e-4;

/// So many pairs are drawn at random.
pub const RANDOM: usize = 100_000;
/// Of the pairs that have a key in common at most so many are learned from.
pub const SAMPLE: usize = 60_000;

/// Compared pairs to learn from.
#[derive(Clone, Debug, Default)]
pub struct Lessons {
    /// Outcomes of all comparisons, pair after pair.
    seen: Vec<Seen>,
    /// Of each pair: whether names are swapped, the country's bits, whether it can't be one party.
    pairs: Vec<(bool, f32, bool)>,
}

impl Lessons {
    /// Compares pairs; `width` and `identifiers` are those of the model.
    pub fn of(
        faces: &Faces,
        chances: &Chances,
        pairs: &[(u32, u32)],
        width: usize,
        identifiers: usize,
    ) -> Self {
        let mut lessons = Self {
            seen: vec![NOTHING; width * pairs.len()],
            pairs: Vec::with_capacity(pairs.len()),
        };
        let outcomes = lessons.seen.chunks_exact_mut(width.max(1));
        let mut met = Met::default();
        for (&(a, b), seen) in pairs.iter().zip(outcomes) {
            let is_swapped = compare::names(faces, chances, &mut met, (a, b), seen);
            let culture = chances.culture(faces.country(a), faces.country(b));
            lessons
                .pairs
                .push((is_swapped, culture, is_never(faces, a, b)));
        }
        compare::contacts(faces, chances, pairs, &mut lessons.seen);
        compare::rest(faces, chances, pairs, identifiers, &mut lessons.seen);
        lessons
    }

    /// Adds further lessons behind these.
    pub fn append(&mut self, mut more: Self) {
        self.seen.append(&mut more.seen);
        self.pairs.append(&mut more.pairs);
    }

    fn each(&self, width: usize) -> impl Iterator<Item = (Weighed<'_>, bool)> {
        let outcomes = self.seen.chunks_exact(width.max(1));
        outcomes
            .zip(&self.pairs)
            .map(|(seen, &(is_swapped, culture, never))| {
                let weighed = Weighed {
                    seen,
                    is_swapped,
                    culture,
                };
                (weighed, never)
            })
    }
}

/// Pairs at fixed distances in the order of content: as good as random, and the same for the same records.
pub fn random_pairs(records: u32) -> Vec<(u32, u32)> {
    let mut pairs = Vec::new();
    let mut distance = 1;
    while distance < records && pairs.len() < RANDOM {
        let left = RANDOM - pairs.len();
        pairs.extend(
            (0..records - distance)
                .map(|at| (at, at + distance))
                .take(left),
        );
        distance += (records / 97).max(1);
    }
    pairs
}

/// How likely a pair of such a weight is one party.
pub fn probability(bits: f64) -> f64 {
    1.0 / (1.0 + (-bits).exp2())
}

/// Learns from candidates, of which each stands for `scale` of them, and from random pairs.
pub fn learn(model: &mut Model, records: f64, candidates: &Lessons, scale: f64, random: &Lessons) {
    let all = (records * (records - 1.0) / 2.0).max(1.0);
    let shipped: Vec<(Vec<f64>, Vec<f64>)> = model
        .weights
        .iter()
        .map(|weights| (weights.m.clone(), weights.u.clone()))
        .collect();
    let odds = |share: f64| (share / (1.0 - share)).log2();
    let mut expected = (EXPECTED / records).clamp(1e-12, 0.2);
    for _ in 0..ROUNDS {
        model.prior = odds(expected);
        let mut counts: Vec<(Vec<f64>, Vec<f64>)> = shipped
            .iter()
            .map(|(m, u)| {
                let times = |list: &[f64], by: f64| list.iter().map(|share| share * by).collect();
                (times(m, SHIPPED_M), times(u, SHIPPED_U))
            })
            .collect();
        let matches = scale * expect(model, candidates, random, scale, &mut counts);
        for ((weights, (m, u)), (shipped_m, _)) in
            model.weights.iter_mut().zip(&counts).zip(&shipped)
        {
            let bounded = m.iter().zip(shipped_m).map(|(count, shipped)| {
                let share = count / m.iter().sum::<f64>();
                share.clamp(shipped / FAR, shipped * FAR)
            });
            weights.m = normed(&bounded.collect::<Vec<f64>>());
            weights.u = normed(u);
            weights.settle();
        }
        let most = (MOST_EXPECTED / records).min(0.2);
        expected = ((matches + 1.0) / all).clamp((LEAST_EXPECTED / records).min(most), most);
    }
    model.prior = odds(expected);
}

fn normed(list: &[f64]) -> Vec<f64> {
    let total: f64 = list.iter().sum();
    list.iter().map(|share| share / total).collect()
}

/// Adds each pair to the counts of its levels, by how likely it is one party: how many are.
fn expect(
    model: &Model,
    candidates: &Lessons,
    random: &Lessons,
    scale: f64,
    counts: &mut [(Vec<f64>, Vec<f64>)],
) -> f64 {
    let mut sum = Sum::default();
    let mut likely = |pair: &Weighed, never: bool| match never {
        true => 0.0,
        false => probability(model.weigh(pair, &mut sum)),
    };
    let add = |list: &mut Vec<f64>, seen: &Seen, by: f64| {
        if let Some(count) = list.get_mut(usize::from(seen.level)) {
            *count += by;
        }
    };
    let mut matches = 0.0;
    for (pair, never) in candidates.each(model.width()) {
        let share = likely(&pair, never);
        if share < UNLIKELY {
            continue;
        }
        matches += share;
        for ((m, _), seen) in counts.iter_mut().zip(pair.seen) {
            add(m, seen, share * scale);
        }
    }
    for (pair, never) in random.each(model.width()) {
        let share = 1.0 - likely(&pair, never);
        for ((_, u), seen) in counts.iter_mut().zip(pair.seen) {
            add(u, seen, share);
        }
    }
    matches
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn random_pairs_are_all_pairs_of_few_records() {
        let mut pairs = random_pairs(5);
        pairs.sort_unstable();
        assert_eq!(pairs.len(), 10);
        pairs.dedup();
        assert_eq!(pairs.len(), 10);
        assert_eq!(random_pairs(1_000_000).len(), RANDOM);
        assert!(random_pairs(1).is_empty());
    }
}
