//! Who is one party by keys that leave no doubt, and which people share an address under other names.

use std::collections::HashMap;

use super::read::Reading;
use crate::dedupe;
use crate::model::key;
use crate::model::matched::{Band, Level, Matched, MatchedPair};
use crate::pipeline::linked;

/// What a sure key weighs, in bits.
const SURE: f32 = 20.0;
/// An address that more people share says nothing of any two of them.
const MOST_AT_ONE_ADDRESS: usize = 8;

/// Matches the records.
pub(super) fn matched(reading: &Reading) -> Matched {
    let clusters = linked::parties(reading.set);
    let mut pairs: Vec<MatchedPair> = Vec::new();
    for cluster in &clusters {
        if let Some((first, rest)) = cluster.split_first() {
            pairs.extend(rest.iter().map(|other| pair(*first, *other, Band::Same)));
        }
    }
    pairs.extend(shared_addresses(reading, &clusters));
    pairs.sort_by_key(|pair| (pair.a, pair.b));
    Matched {
        comparisons: vec!["sure key".to_string()],
        clusters,
        pairs,
    }
}

fn pair(a: u32, b: u32, band: Band) -> MatchedPair {
    let (level, bits) = match band {
        Band::Same => ("equal", SURE),
        _ => ("address under another name", 0.0),
    };
    MatchedPair {
        a: a.min(b),
        b: a.max(b),
        bits,
        band,
        levels: vec![Level {
            comparison: 0,
            level,
            bits,
        }],
    }
}

/// People with one address and names that do not agree: a shared mailbox, or one person of two names.
fn shared_addresses(reading: &Reading, clusters: &[Vec<u32>]) -> Vec<MatchedPair> {
    let metas = &reading.set.metas;
    let mut cluster_of = HashMap::new();
    for (number, cluster) in clusters.iter().enumerate() {
        cluster_of.extend(cluster.iter().map(|at| (*at, number)));
    }
    let mut keyed: Vec<(u64, u32)> = (0..)
        .zip(metas)
        .filter(|(at, meta)| reading.is_living(*at) && meta.email != key::NONE)
        .map(|(at, meta)| (meta.email, at))
        .collect();
    keyed.sort_unstable();
    let apart = |a: u32, b: u32| {
        let one = cluster_of
            .get(&a)
            .is_some_and(|one| cluster_of.get(&b) == Some(one));
        let metas = (metas.get(a as usize), metas.get(b as usize));
        !one && matches!(metas, (Some(a), Some(b)) if dedupe::other_name(a, b))
    };
    let few = |group: &&[(u64, u32)]| group.len() <= MOST_AT_ONE_ADDRESS;
    keyed
        .chunk_by(|a, b| a.0 == b.0)
        .filter(few)
        .flat_map(|group| group.iter().zip(group.iter().skip(1)))
        .map(|((_, a), (_, b))| (*a, *b))
        .filter(|(a, b)| apart(*a, *b))
        .map(|(a, b)| pair(a, b, Band::Review))
        .collect()
}
