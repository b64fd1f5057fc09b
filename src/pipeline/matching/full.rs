//! Who is one party by all that records have in common.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::engine::{self, Engine};
use super::examples;
use super::read::Reading;
use crate::dedupe::block;
use crate::dedupe::cluster::Link;
use crate::dedupe::compare::{COMPARISONS, FIXED, comparison};
use crate::dedupe::keys::KEYS;
use crate::dedupe::{Faces, Group, Plan, Sketch, sketch};
use crate::error::Result;
use crate::model::matched::{
    Band, Examples, KeyFound, Level, Matched, MatchedPair, PlanUsed, Shares, Told,
};
use crate::model::shown::{Part, Shown};
use crate::pipeline::options::Progress;

/// Matches the records, people and organizations apart, each by its plan. `sure` are those that are one party by sure keys;
/// `show` gives some pairs with their evidence.
///
/// # Errors
/// When the store can't be read.
pub(super) fn matched(
    reading: &Reading,
    plans: &[Plan],
    sure: &[Group],
    show: impl Fn(&Engine) -> Result<Examples>,
    progress: &dyn Progress,
) -> Result<(Matched, Evidence)> {
    let numbered = reading.numbered;
    let fixed = COMPARISONS
        .iter()
        .map(|comparison| comparison.name.to_string());
    let more = numbered.identifiers.iter().chain(&numbered.others);
    let mut all = Matched {
        comparisons: fixed.chain(more.cloned()).collect(),
        ..Matched::default()
    };
    let (all_faces, evidence) = faces(reading, plans, progress)?;
    for ((faces, plan), number) in all_faces.into_iter().zip(0..) {
        progress.step("matching", u64::from(faces.len()));
        let others = numbered.others.len();
        let identifiers = numbered.identifiers.len();
        let settling = reading.settling(plan);
        let engine = Engine::new(&faces, plan, identifiers, others, settling, sure);
        all.compared += engine.compared;
        all.keys.extend(keys_found(&engine));
        let found = engine
            .clusters
            .iter()
            .map(|cluster| records(&faces, cluster));
        all.clusters.extend(found);
        let pair = |link: &Link| pair(&engine, number, *link);
        all.pairs.par_extend(engine.links.par_iter().map(pair));
        all.plans.push(used(&engine));
        examples::add(&mut all.examples, show(&engine)?);
    }
    all.clusters.sort_unstable();
    all.pairs.par_sort_unstable_by_key(|pair| (pair.a, pair.b));
    Ok((all, evidence))
}

/// What each blocking key found, where it found something.
fn keys_found(engine: &Engine) -> Vec<KeyFound> {
    let found = KEYS.iter().zip(&engine.found);
    let found = found.filter(|(_, found)| found.pairs + found.left_out > 0);
    found
        .map(|(key, found)| KeyFound {
            plan: engine.plan.name.clone(),
            key: key.name,
            pairs: found.pairs,
            alone: found.alone,
            largest: found.largest as u64,
            left_out: found.left_out,
        })
        .collect()
}

/// The plan, with what its levels tell before and after these records.
fn used(engine: &Engine) -> PlanUsed {
    let plan = engine.plan;
    let told = engine
        .model
        .weights
        .iter()
        .enumerate()
        .map(|(at, weights)| {
            let compared = match plan.comparisons.get(at) {
                Some(compared) => compared,
                None if at < FIXED + engine.identifiers => &plan.identifier,
                None => &plan.other,
            };
            let total = |of: fn(&Shares) -> f64| compared.levels.iter().map(of).sum::<f64>();
            let (m, u) = (total(|level| level.m), total(|level| level.u));
            let names = compared.comparison.levels.iter();
            let shares = compared.levels.iter().zip(weights.m.iter().zip(&weights.u));
            let told = names.zip(shares).map(|(level, (shipped, learned))| Told {
                level,
                shipped: Shares {
                    m: shipped.m / m,
                    u: shipped.u / u,
                },
                learned: Shares {
                    m: *learned.0,
                    u: *learned.1,
                },
            });
            told.collect()
        });
    PlanUsed {
        name: plan.name.clone(),
        same: plan.bands.same,
        told: told.collect(),
    }
}

/// How many records show each part.
pub(super) type Evidence = BTreeMap<Part, u64>;

/// What one thread has read.
#[derive(Debug, Default)]
struct Sketched {
    /// Sketches, of which the first so many are of records; the others are used again.
    sketches: Vec<(u32, Sketch)>,
    filled: usize,
    evidence: Vec<(Part, u64)>,
    desk: sketch::Desk,
}

impl Sketched {
    fn add(&mut self, at: u32, shown: &Shown) {
        if self.filled == self.sketches.len() {
            self.sketches.push((0, Sketch::default()));
        }
        if let Some((record, sketch)) = self.sketches.get_mut(self.filled) {
            *record = at;
            sketch.read(shown, &mut self.desk);
            self.filled += 1;
        }
        let parts = shown.parts().map(|(part, _)| part);
        for (place, part) in parts.clone().enumerate() {
            if parts.clone().take(place).any(|before| before == part) {
                continue;
            }
            match self.evidence.iter_mut().find(|(known, _)| *known == part) {
                Some((_, records)) => *records += 1,
                None => self.evidence.push((part, 1)),
            }
        }
    }
}

/// The records of each plan's kind of party, and what they show.
pub(super) fn faces<'p>(
    reading: &Reading,
    plans: &'p [Plan],
    progress: &dyn Progress,
) -> Result<(Vec<(Faces, &'p Plan)>, Evidence)> {
    let new = |plan: &'p Plan| (Faces::new(plan.organizations), plan);
    let mut faces: Vec<(Faces, &Plan)> = plans.iter().map(new).collect();
    let mut evidence = Evidence::new();
    progress.step("reading the evidence", reading.set.metas.len() as u64);
    reading.each(
        progress,
        Sketched::default,
        |at, shown, part: &mut Sketched| part.add(at, shown),
        |part| {
            for (at, sketch) in part.sketches.iter().take(part.filled) {
                let of_kind =
                    |(faces, _): &&mut (Faces, &Plan)| faces.organizations == sketch.organization;
                if let Some((faces, _)) = faces.iter_mut().find(of_kind) {
                    faces.add(*at, sketch);
                }
            }
            part.filled = 0;
            for (part, records) in part.evidence.drain(..) {
                *evidence.entry(part).or_default() += records;
            }
            Ok(())
        },
    )?;
    for (faces, plan) in &mut faces {
        block::check(faces.len() as usize)?;
        if !plan.rules.generations {
            faces.forget_generations();
        }
        faces.close();
    }
    faces.retain(|(faces, _)| !faces.is_empty());
    Ok((faces, evidence))
}

/// The numbers of a cluster's records outside, in order.
fn records(faces: &Faces, cluster: &[u32]) -> Vec<u32> {
    let mut records: Vec<u32> = cluster.iter().map(|place| faces.record(*place)).collect();
    records.sort_unstable();
    records
}

/// A pair with its evidence.
fn pair(engine: &Engine, plan: u8, (a, b, bits): Link) -> MatchedPair {
    let (x, y) = (engine.faces.record(a), engine.faces.record(b));
    MatchedPair {
        a: x.min(y),
        b: x.max(y),
        bits,
        band: band(engine.plan, f64::from(bits)),
        plan,
        levels: levels(&engine.account(a, b), engine.identifiers),
    }
}

/// The band of a weight.
pub(super) fn band(plan: &Plan, bits: f64) -> Band {
    match bits {
        bits if bits > plan.bands.same => Band::Same,
        bits if bits >= plan.bands.review => Band::Review,
        _ => Band::Different,
    }
}

/// What each comparison says that has something to say.
fn levels(account: &engine::Account, identifiers: usize) -> Vec<Level> {
    let counted = account.seen.iter().zip(&account.sum.counted).zip(0_u16..);
    let there = counted.filter(|((seen, _), _)| seen.is_there());
    there
        .map(|((seen, bits), at)| {
            let levels = comparison(usize::from(at), identifiers).levels;
            let level = levels.get(usize::from(seen.level));
            Level {
                comparison: at,
                level: level.copied().unwrap_or_default(),
                bits: *bits as f32,
            }
        })
        .collect()
}
