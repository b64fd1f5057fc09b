//! Clusters: records that hang together by pairs that are the same; loose or contradictory ones are taken apart by
//! average linkage over all their pairs.

use std::collections::HashSet;

use foldhash::fast::FixedState;

use super::weigh::NEVER;

/// Groups of more records are taken apart by asking for ever more evidence.
const LARGEST: usize = 60;
/// A pair weighs at most so much for and against when groups are taken apart, in bits.
const MOST: f64 = 12.0;
/// Two groups are one if their pairs weigh more on average: what speaks against needs more than what is merely missing.
const CUT: f64 = -2.0;
/// So many bits more are asked for at a time.
const STEP: f64 = 2.0;
/// Nothing more is asked for beyond that.
const ENOUGH: f64 = 60.0;

/// Two records and the weight of their pair.
pub type Link = (u32, u32, f32);

/// Groups of records that hang together by links of at least `same` bits; records without a link are in none.
/// `weigh` gives the weight of any pair. Groups and their members are in order.
pub fn clusters(
    links: &[Link],
    same: f64,
    weigh: &mut dyn FnMut(u32, u32) -> f64,
) -> Vec<Vec<u32>> {
    let enough = |need: f64| move |link: &&Link| f64::from(link.2) > need;
    let mut groups = Vec::new();
    let mut need = same;
    let mut open = components(links.iter().filter(enough(need)));
    while !open.is_empty() {
        let (large, fit): (Vec<_>, Vec<_>) =
            open.into_iter().partition(|group| group.len() > LARGEST);
        groups.extend(fit);
        need += STEP;
        if need > ENOUGH {
            groups.extend(large);
            break;
        }
        let members: HashSet<u32, FixedState> = large.into_iter().flatten().collect();
        let inside = |link: &&Link| members.contains(&link.0) && members.contains(&link.1);
        open = components(links.iter().filter(inside).filter(enough(need)));
    }
    let mut clusters: Vec<Vec<u32>> = groups
        .iter()
        .flat_map(|group| parted(group, weigh))
        .collect();
    clusters.retain(|cluster| cluster.len() > 1);
    clusters.sort_unstable();
    clusters
}

/// Connected components, each sorted.
fn components<'a>(links: impl Iterator<Item = &'a Link>) -> Vec<Vec<u32>> {
    let links: Vec<[u32; 2]> = links.map(|(a, b, _)| [*a, *b]).collect();
    let last = links.iter().flatten().max();
    let mut parents: Vec<u32> = (0..=last.copied().unwrap_or(0)).collect();
    for [a, b] in &links {
        let (x, y) = (root(&mut parents, *a), root(&mut parents, *b));
        set(&mut parents, x.max(y), x.min(y));
    }
    let members = links.into_iter().flatten();
    let mut rooted: Vec<(u32, u32)> = members
        .map(|member| (root(&mut parents, member), member))
        .collect();
    rooted.sort_unstable();
    rooted.dedup();
    rooted
        .chunk_by(|a, b| a.0 == b.0)
        .map(|group| group.iter().map(|(_, member)| *member).collect())
        .collect()
}

fn root(parents: &mut [u32], from: u32) -> u32 {
    let mut at = from;
    loop {
        let above = parents.get(at as usize).copied().unwrap_or(at);
        if above == at {
            break;
        }
        at = above;
    }
    set(parents, from, at);
    at
}

fn set(parents: &mut [u32], of: u32, parent: u32) {
    if let Some(place) = parents.get_mut(of as usize) {
        *place = parent;
    }
}

/// Takes a group apart by average linkage.
fn parted(group: &[u32], weigh: &mut dyn FnMut(u32, u32) -> f64) -> Vec<Vec<u32>> {
    if group.len() < 3 || group.len() > LARGEST {
        return vec![group.to_vec()];
    }
    let mut parts: Vec<Vec<u32>> = group.iter().map(|record| vec![*record]).collect();
    // Between each two parts: the sum of their pairs' weights.
    let mut sums: Vec<Vec<f64>> = Vec::with_capacity(group.len());
    for (at, a) in group.iter().enumerate() {
        let before = group.iter().take(at);
        sums.push(before.map(|b| bounded(weigh(*b, *a))).collect());
    }
    while let Some((one, other)) = nearest(&parts, &sums) {
        join(&mut parts, &mut sums, one, other);
    }
    parts.iter_mut().for_each(|part| part.sort_unstable());
    parts
}

/// What can't be one party is never put together; any other weight is bounded.
fn bounded(weight: f64) -> f64 {
    match weight > NEVER {
        true => weight.clamp(-MOST, MOST),
        false => f64::NEG_INFINITY,
    }
}

fn between(sums: &[Vec<f64>], a: usize, b: usize) -> f64 {
    let row = sums.get(a.max(b)).and_then(|row| row.get(a.min(b)));
    row.copied().unwrap_or_default()
}

/// The two parts whose pairs weigh most on average, if that is enough: the first before the second.
fn nearest(parts: &[Vec<u32>], sums: &[Vec<f64>]) -> Option<(usize, usize)> {
    let mut best: Option<(f64, usize, usize)> = None;
    for (one, a) in parts.iter().enumerate() {
        for (other, b) in parts.iter().enumerate().skip(one + 1) {
            let mean = between(sums, one, other) / (a.len() * b.len()) as f64;
            if best.is_none_or(|(most, _, _)| mean > most) {
                best = Some((mean, one, other));
            }
        }
    }
    best.filter(|(mean, _, _)| *mean > CUT)
        .map(|(_, one, other)| (one, other))
}

/// Joins the second part to the first; those behind it move up.
fn join(parts: &mut Vec<Vec<u32>>, sums: &mut Vec<Vec<f64>>, one: usize, other: usize) {
    for third in (0..parts.len()).filter(|third| *third != one && *third != other) {
        let more = between(sums, other, third);
        let place = sums
            .get_mut(one.max(third))
            .and_then(|row| row.get_mut(one.min(third)));
        if let Some(sum) = place {
            *sum += more;
        }
    }
    let joined = parts.remove(other);
    if let Some(part) = parts.get_mut(one) {
        part.extend(joined);
    }
    sums.remove(other);
    for row in sums.iter_mut().skip(other) {
        if other < row.len() {
            row.remove(other);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chain_with_a_contradiction_is_parted() {
        let links = [(0, 1, 9.0), (1, 2, 8.0), (2, 3, 9.0), (5, 6, 4.0)];
        let weight = |a: u32, b: u32| match (a, b) {
            (0, 1) | (2, 3) => 9.0,
            (1, 2) => 8.0,
            (5, 6) => 4.0,
            _ => -12.0,
        };
        let mut weigh = weight;
        let found = clusters(&links, 0.0, &mut weigh);
        assert_eq!(found, [vec![0, 1], vec![2, 3], vec![5, 6]]);
    }

    #[test]
    fn what_can_not_be_one_party_is_never_joined_by_a_third() {
        let links = [(0, 1, 40.0), (1, 2, 40.0)];
        let mut weigh = |a: u32, b: u32| if (a, b) == (0, 2) { NEVER } else { 40.0 };
        assert_eq!(clusters(&links, 0.0, &mut weigh), [vec![0, 1]]);
    }

    #[test]
    fn what_hangs_together_stays_together() {
        let links = [(0, 1, 9.0), (1, 2, 8.0)];
        let mut weigh = |_: u32, _: u32| 3.0;
        assert_eq!(clusters(&links, 0.0, &mut weigh), [vec![0, 1, 2]]);
        let mut weigh = |_: u32, _: u32| 3.0;
        assert!(clusters(&links, 10.0, &mut weigh).is_empty());
    }
}
