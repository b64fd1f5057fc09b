//! Matching, step by step: pairs that have a key in common, what they come to, clusters.

use rayon::prelude::*;

use crate::dedupe::block::{self, Candidate, Found};
use crate::dedupe::chance::Chances;
use crate::dedupe::cluster::{self, Link};
use crate::dedupe::compare::{self, GIVEN, NOTHING, Seen};
use crate::dedupe::learn::{self, Lessons, RANDOM, SAMPLE};
use crate::dedupe::weigh::{Model, NEVER, Sum, Weighed, is_never};
use crate::dedupe::{Faces, Plan};

/// Pairs that one thread compares at a time.
const CHUNK: usize = 8192;

/// What matching came to. Records are called by their places in [`Faces`].
#[derive(Debug)]
pub struct Matched {
    /// Records that are one party, two and more.
    pub clusters: Vec<Vec<u32>>,
    /// Pairs of the review band and above, with their weights in bits.
    pub links: Vec<Link>,
    /// What each key of the plan found.
    pub found: Vec<Found>,
    /// Pairs that were compared.
    pub compared: u64,
    /// What the levels tell.
    pub model: Model,
    /// How likely each value is.
    pub chances: Chances,
}

/// Room to compare a pair in.
#[derive(Debug, Default)]
struct Desk {
    seen: Vec<Seen>,
    sum: Sum,
}

/// One pair's evidence.
#[derive(Debug)]
pub struct Account {
    /// What each comparison came to.
    pub seen: Vec<Seen>,
    /// What each tells.
    pub sum: Sum,
    /// The weight of the pair in bits.
    pub bits: f64,
}

/// Matches records of one kind of party. `identifiers` and `others` are how many further columns there are.
pub fn matched(faces: &Faces, plan: &Plan, identifiers: usize, others: usize) -> Matched {
    let chances = Chances::of(faces);
    let mut model = Model::of(plan, identifiers, others, &chances);
    let (candidates, found) = candidates(faces, plan);
    learn(faces, &chances, &candidates, &mut model);
    let links = links(faces, &chances, &model, &candidates, plan);
    let mut desk = Desk::default();
    let mut weigh = |a: u32, b: u32| {
        let (a, b) = (a.min(b), a.max(b));
        let known = links.binary_search_by_key(&(a, b), |link| (link.0, link.1));
        match known.ok().and_then(|at| links.get(at)) {
            Some(link) => f64::from(link.2),
            None => weight(faces, &chances, &model, (a, b), &mut desk),
        }
    };
    let clusters = cluster::clusters(&links, plan.bands.same, &mut weigh);
    Matched {
        clusters,
        links,
        found,
        compared: candidates.len() as u64,
        model,
        chances,
    }
}

/// Pairs that have a key in common, in order, and what each key found.
fn candidates(faces: &Faces, plan: &Plan) -> (Vec<Candidate>, Vec<Found>) {
    let of_keys: Vec<(Vec<Candidate>, Found)> = plan
        .keys
        .par_iter()
        .map(|blocked| block::of_key(faces, blocked))
        .collect();
    let last = plan
        .keys
        .iter()
        .map(|blocked| usize::from(blocked.number))
        .max();
    let mut found = vec![Found::default(); last.map_or(0, |last| last + 1)];
    let mut all = Vec::with_capacity(of_keys.iter().map(|(pairs, _)| pairs.len()).sum());
    for (blocked, (pairs, of_key)) in plan.keys.iter().zip(of_keys) {
        all.extend(pairs);
        if let Some(place) = found.get_mut(usize::from(blocked.number)) {
            *place = of_key;
        }
    }
    all.par_sort_unstable();
    (block::united(all, &mut found), found)
}

fn learn(faces: &Faces, chances: &Chances, candidates: &[Candidate], model: &mut Model) {
    // Every so-and-so-many-th in order of content: as good as random.
    let step = candidates.len().div_ceil(SAMPLE).max(1);
    let sample: Vec<(u32, u32)> = candidates
        .iter()
        .step_by(step)
        .map(|pair| pair.places())
        .collect();
    let random = learn::random_pairs(faces.len());
    debug_assert!(random.len() <= RANDOM);
    let (width, identifiers) = (model.width(), model.identifiers());
    let lessons = |pairs: &[(u32, u32)]| {
        let parts: Vec<Lessons> = pairs
            .par_chunks(CHUNK)
            .map(|pairs| Lessons::of(faces, chances, pairs, width, identifiers))
            .collect();
        let mut all = Lessons::default();
        parts.into_iter().for_each(|part| all.append(part));
        all
    };
    let scale = candidates.len() as f64 / sample.len().max(1) as f64;
    learn::learn(
        model,
        chances.records,
        &lessons(&sample),
        scale,
        &lessons(&random),
    );
}

/// The pairs of the review band and above, in order.
fn links(
    faces: &Faces,
    chances: &Chances,
    model: &Model,
    candidates: &[Candidate],
    plan: &Plan,
) -> Vec<Link> {
    let parts: Vec<Vec<Link>> = candidates
        .par_chunks(CHUNK)
        .map_init(Desk::default, |desk, pairs| {
            let weighed = pairs.iter().map(|pair| pair.places()).map(|(a, b)| {
                let bits = weight(faces, chances, model, (a, b), desk);
                (a, b, bits as f32)
            });
            weighed
                .filter(|link| f64::from(link.2) >= plan.bands.review)
                .collect()
        })
        .collect();
    parts.concat()
}

/// The weight of a pair in bits.
fn weight(
    faces: &Faces,
    chances: &Chances,
    model: &Model,
    (a, b): (u32, u32),
    desk: &mut Desk,
) -> f64 {
    if is_never(faces, a, b) {
        return NEVER;
    }
    desk.seen.clear();
    desk.seen.resize(model.width(), NOTHING);
    let is_swapped = compare::names(faces, chances, a, b, &mut desk.seen);
    if is_hopeless(faces, &desk.seen, a, b) {
        return NEVER;
    }
    compare::rest(faces, chances, a, b, model.identifiers(), &mut desk.seen);
    let pair = Weighed {
        seen: &desk.seen,
        is_swapped,
        culture: chances.culture(faces.country(a), faces.country(b)),
    };
    model.weigh(&pair, &mut desk.sum)
}

/// Whether another given name settles it: nothing that is shared counts then, and there is no birth and no number that
/// could.
fn is_hopeless(faces: &Faces, seen: &[Seen], a: u32, b: u32) -> bool {
    seen.get(GIVEN).is_some_and(|seen| seen.level == 0)
        && !(faces.birth(a).is_known() && faces.birth(b).is_known())
        && (faces.identifiers_of(a).is_empty() || faces.identifiers_of(b).is_empty())
}

/// All evidence on a pair.
pub fn account(faces: &Faces, matched: &Matched, a: u32, b: u32) -> Account {
    let model = &matched.model;
    let mut seen = vec![NOTHING; model.width()];
    let is_swapped = compare::names(faces, &matched.chances, a, b, &mut seen);
    compare::rest(
        faces,
        &matched.chances,
        a,
        b,
        model.identifiers(),
        &mut seen,
    );
    let mut sum = Sum::default();
    let pair = Weighed {
        seen: &seen,
        is_swapped,
        culture: matched.chances.culture(faces.country(a), faces.country(b)),
    };
    let bits = model.weigh(&pair, &mut sum);
    let bits = if is_never(faces, a, b) { NEVER } else { bits };
    Account { seen, sum, bits }
}
