//! Matching, step by step: pairs that have a key in common, what they come to, clusters.

use rayon::prelude::*;

use crate::dedupe::block::{self, Candidate, Found};
use crate::dedupe::chance::Chances;
use crate::dedupe::cluster::{self, Link};
use crate::dedupe::compare::{self, FAMILY, FIXED, GIVEN, IDENTIFIER, Met, NOTHING, Seen};
use crate::dedupe::keys::is_weak;
use crate::dedupe::learn::{self, Lessons, SAMPLE};
use crate::dedupe::weigh::{Model, NEVER, Sum, Weighed, is_never};
use crate::dedupe::{Faces, Plan};

/// Pairs that one thread compares at a time.
const CHUNK: usize = 8192;
/// Pairs that are compared together, comparison by comparison: few enough that all of them stay in the processor's memory.
const TOGETHER: usize = 128;

/// Sums of the same weights in another order differ by less, in bits.
const ROUNDED: f64 = 1e-6;

/// What a sure key weighs, in bits: more than what records happen to differ in.
const SURE: f32 = 40.0;

/// Records of one kind of party, matched. They are called by their places in [`Faces`].
#[derive(Debug)]
pub struct Engine<'a> {
    /// The records.
    pub faces: &'a Faces,
    /// The plan.
    pub plan: &'a Plan,
    /// How many identifiers are compared.
    pub identifiers: usize,
    /// Those of them whose equal values settle it.
    settling: Vec<u16>,
    /// Records that are one party, two and more.
    pub clusters: Vec<Vec<u32>>,
    /// Pairs of the review band and above, with their weights in bits; in order.
    pub links: Vec<Link>,
    /// What each blocking key found, by its number.
    pub found: Vec<Found>,
    /// Pairs that were compared.
    pub compared: u64,
    /// What the levels tell.
    pub model: Model,
    chances: Chances,
}

/// Room to compare pairs in.
#[derive(Debug, Default)]
struct Desk {
    /// Pairs that nothing rules out, each with whether it was found by a key that proves little.
    open: Vec<(u32, u32, bool)>,
    /// Those of them that can be one party by their names, too.
    pairs: Vec<(u32, u32)>,
    /// Of each whether the names stand in swapped columns.
    are_swapped: Vec<bool>,
    /// What the comparisons of the pairs came to.
    seen: Vec<Seen>,
    sum: Sum,
    met: Met,
}

/// One pair's evidence.
#[derive(Debug)]
pub struct Account {
    /// What each comparison came to.
    pub seen: Vec<Seen>,
    /// What each tells.
    pub sum: Sum,
}

impl<'a> Engine<'a> {
    /// Matches records of one kind of party. `identifiers` and `others` are how many further columns there are, `settling`
    /// the identifiers whose equal values settle it; `sure` are records, by their numbers outside, that are one party by
    /// keys that leave no doubt.
    pub fn new(
        faces: &'a Faces,
        plan: &'a Plan,
        identifiers: usize,
        others: usize,
        settling: Vec<u16>,
        sure: &[Vec<u32>],
    ) -> Self {
        let chances = Chances::of(faces);
        let model = Model::of(plan, identifiers, others, &chances);
        let (candidates, found) = candidates(faces, plan);
        let mut engine = Self {
            faces,
            plan,
            identifiers,
            settling,
            clusters: Vec::new(),
            links: Vec::new(),
            found,
            compared: candidates.len() as u64,
            model,
            chances,
        };
        engine.learn(&candidates);
        engine.links = engine.links(&candidates);
        drop(candidates);
        engine.add_sure(sure);
        engine.clusters = engine.clusters();
        engine
    }

    fn learn(&mut self, candidates: &[Candidate]) {
        // Every so-and-so-many-th in order of content: as good as random.
        let step = candidates.len().div_ceil(SAMPLE).max(1);
        let sample = candidates.iter().step_by(step).map(|pair| pair.places());
        let sample: Vec<(u32, u32)> = sample.collect();
        let random = learn::random_pairs(self.faces.len());
        let (width, identifiers) = (self.model.width(), self.identifiers);
        let lessons = |pairs: &[(u32, u32)]| {
            let parts: Vec<Lessons> = pairs
                .par_chunks(CHUNK)
                .map(|pairs| Lessons::of(self.faces, &self.chances, pairs, width, identifiers))
                .collect();
            let mut all = Lessons::default();
            parts.into_iter().for_each(|part| all.append(part));
            all
        };
        let scale = candidates.len() as f64 / sample.len().max(1) as f64;
        let (sample, random) = (lessons(&sample), lessons(&random));
        learn::learn(
            &mut self.model,
            self.chances.records,
            &sample,
            scale,
            &random,
        );
    }

    /// The pairs of the review band and above, in order.
    fn links(&self, candidates: &[Candidate]) -> Vec<Link> {
        let parts: Vec<Vec<Link>> = candidates
            .par_chunks(CHUNK)
            .map_init(Desk::default, |desk, chunk| {
                let mut links = Vec::new();
                for pairs in chunk.chunks(TOGETHER) {
                    let pairs = pairs.iter().map(|pair| {
                        let (a, b) = pair.places();
                        (a, b, is_weak(pair.key()))
                    });
                    let least = self.plan.bands.review;
                    self.weigh(pairs, least, desk, |a, b, bits| {
                        let bits = bits as f32;
                        if f64::from(bits) >= least {
                            links.push((a, b, bits));
                        }
                    });
                }
                links
            })
            .collect();
        parts.concat()
    }

    /// Records that are one party by sure keys are one here, too.
    fn add_sure(&mut self, sure: &[Vec<u32>]) {
        let mut places: Vec<(u32, u32)> = (0..self.faces.len())
            .map(|place| (self.faces.record(place), place))
            .collect();
        places.sort_unstable();
        let place = |record: &u32| {
            let found = places
                .binary_search_by_key(record, |(record, _)| *record)
                .ok()?;
            places.get(found).map(|(_, place)| *place)
        };
        let mut more: Vec<Link> = Vec::new();
        for cluster in sure {
            let mut members: Vec<u32> = cluster.iter().filter_map(place).collect();
            members.sort_unstable();
            for (at, a) in members.iter().enumerate() {
                let later = members.iter().skip(at + 1).take(MOST_SURE);
                let may = later.filter(|b| !is_never(self.faces, *a, **b));
                more.extend(may.map(|b| (*a, *b, SURE)));
            }
        }
        self.links.append(&mut more);
        // Of two links between the same records the stronger stays.
        self.links
            .par_sort_unstable_by(|a, b| (a.0, a.1).cmp(&(b.0, b.1)).then(b.2.total_cmp(&a.2)));
        self.links.dedup_by_key(|link| (link.0, link.1));
    }

    fn clusters(&self) -> Vec<Vec<u32>> {
        let mut desk = Desk::default();
        let mut weigh = |a: u32, b: u32| self.known_weight(a, b, &mut desk);
        cluster::clusters(&self.links, self.plan.bands.same, &mut weigh)
    }

    /// The weight of a pair: that of its link, if it has one.
    fn known_weight(&self, a: u32, b: u32, desk: &mut Desk) -> f64 {
        let (a, b) = (a.min(b), a.max(b));
        let known = self
            .links
            .binary_search_by_key(&(a, b), |link| (link.0, link.1));
        match known.ok().and_then(|at| self.links.get(at)) {
            Some(link) => f64::from(link.2),
            None => self.weight(a, b, desk),
        }
    }

    /// Of each cluster its weakest pair; of a large one the weakest of its first records.
    pub fn weakest(&self) -> Vec<Link> {
        let weakest = self
            .clusters
            .par_iter()
            .map_init(Desk::default, |desk, cluster| {
                let members = cluster.get(..MOST_SURE).unwrap_or(cluster);
                let pairs = members.iter().enumerate().flat_map(|(at, a)| {
                    let later = members.iter().skip(at + 1);
                    later.map(|b| (*a.min(b), *a.max(b)))
                });
                let links = pairs.map(|(a, b)| (a, b, self.known_weight(a, b, desk) as f32));
                links.min_by(|x, y| x.2.total_cmp(&y.2).then((x.0, x.1).cmp(&(y.0, y.1))))
            });
        weakest.flatten_iter().collect()
    }

    /// The weight of a pair in bits.
    fn weight(&self, a: u32, b: u32, desk: &mut Desk) -> f64 {
        let mut weight = NEVER;
        self.weigh(std::iter::once((a, b, false)), NEVER, desk, |_, _, bits| {
            weight = bits;
        });
        weight
    }

    /// Gives the weights in bits of those pairs that can be one party, and can come to `least`. With each pair comes
    /// whether it was found by a key that proves little.
    fn weigh(
        &self,
        pairs: impl Iterator<Item = (u32, u32, bool)>,
        least: f64,
        desk: &mut Desk,
        mut take: impl FnMut(u32, u32, f64),
    ) {
        desk.open.clear();
        desk.open
            .extend(pairs.filter(|(a, b, _)| !is_never(self.faces, *a, *b)));
        // What the names are compared by is then on its way for all of them.
        let touch =
            |seen, &(a, b, _): &(u32, u32, bool)| seen ^ self.faces.touch(a) ^ self.faces.touch(b);
        std::hint::black_box(desk.open.iter().fold(0, touch));
        desk.pairs.clear();
        desk.are_swapped.clear();
        desk.seen.clear();
        for &(a, b, weak) in &desk.open {
            let start = desk.seen.len();
            desk.seen.resize(start + self.model.width(), NOTHING);
            let seen = desk.seen.get_mut(start..).unwrap_or_default();
            let is_swapped = compare::names(self.faces, &self.chances, &mut desk.met, (a, b), seen);
            if weak && have_other_names(seen) || self.is_hopeless(seen, a, b) {
                desk.seen.truncate(start);
            } else {
                desk.pairs.push((a, b));
                desk.are_swapped.push(is_swapped);
            }
        }
        compare::contacts(self.faces, &self.chances, &desk.pairs, &mut desk.seen);
        self.leave_out_below(least, desk);
        compare::rest(
            self.faces,
            &self.chances,
            &desk.pairs,
            self.identifiers,
            &mut desk.seen,
        );
        let outcomes = desk.seen.chunks_exact(self.model.width().max(1));
        let pairs = desk.pairs.iter().zip(&desk.are_swapped);
        for ((&(a, b), is_swapped), seen) in pairs.zip(outcomes) {
            let weighed = self.weighed(a, b, seen, *is_swapped);
            let bits = self.model.weigh(&weighed, &mut desk.sum);
            let bits = match self.is_settled(seen) {
                true => bits.max(f64::from(SURE)),
                false => bits,
            };
            let by_name = self.plan.more_than_names && !self.model.says_more(&desk.sum);
            let bits = match by_name {
                true => bits.min(self.plan.bands.same),
                false => bits,
            };
            take(a, b, bits);
        }
    }

    /// Leaves out pairs that can't come to so many bits any more, whatever the comparisons say that are left.
    fn leave_out_below(&self, least: f64, desk: &mut Desk) {
        if least <= NEVER || self.faces.organizations {
            return;
        }
        let width = self.model.width();
        let mut kept = 0;
        for at in 0..desk.pairs.len() {
            let (Some(&(a, b)), Some(&is_swapped)) = (desk.pairs.get(at), desk.are_swapped.get(at))
            else {
                continue;
            };
            let place = at * width..(at + 1) * width;
            let seen = desk.seen.get(place.clone()).unwrap_or_default();
            let weighed = self.weighed(a, b, seen, is_swapped);
            let may = |at| compare::is_there(self.faces, a, b, at);
            if may(FIXED) || self.model.at_most(&weighed, may) >= least - ROUNDED {
                desk.seen.copy_within(place, kept * width);
                desk.pairs.swap(at, kept);
                desk.are_swapped.swap(at, kept);
                kept += 1;
            }
        }
        desk.pairs.truncate(kept);
        desk.are_swapped.truncate(kept);
        desk.seen.truncate(kept * width);
    }

    /// Whether an identifier agrees that the plan says settles it.
    fn is_settled(&self, seen: &[Seen]) -> bool {
        let top = IDENTIFIER.levels.len() - 1;
        let agrees = |number: &u16| {
            seen.get(FIXED + usize::from(*number))
                .is_some_and(|seen| usize::from(seen.level) == top)
        };
        self.settling.iter().any(agrees)
    }

    fn weighed<'s>(&self, a: u32, b: u32, seen: &'s [Seen], is_swapped: bool) -> Weighed<'s> {
        let countries = (self.faces.country(a), self.faces.country(b));
        Weighed {
            seen,
            is_swapped,
            culture: self.chances.culture(countries.0, countries.1),
        }
    }

    /// Whether another given name settles it: nothing that is shared counts then, and there is no birth and no number
    /// that could.
    fn is_hopeless(&self, seen: &[Seen], a: u32, b: u32) -> bool {
        let faces = self.faces;
        let born = |place| faces.birth(place).is_known();
        let numbered = |place| !faces.identifiers_of(place).is_empty();
        self.plan.rules.another_given_name
            && seen.get(GIVEN).is_some_and(|seen| seen.level == 0)
            && !(born(a) && born(b))
            && !(numbered(a) && numbered(b))
    }

    /// The weight of a pair in bits, sure keys among what counts.
    pub fn weight_of(&self, a: u32, b: u32) -> f64 {
        self.known_weight(a, b, &mut Desk::default())
    }

    /// All evidence on a pair.
    pub fn account(&self, a: u32, b: u32) -> Account {
        let mut seen = vec![NOTHING; self.model.width()];
        let is_swapped = compare::names(
            self.faces,
            &self.chances,
            &mut Met::default(),
            (a, b),
            &mut seen,
        );
        compare::contacts(self.faces, &self.chances, &[(a, b)], &mut seen);
        compare::rest(
            self.faces,
            &self.chances,
            &[(a, b)],
            self.identifiers,
            &mut seen,
        );
        let mut sum = Sum::default();
        self.model
            .weigh(&self.weighed(a, b, &seen, is_swapped), &mut sum);
        Account { seen, sum }
    }
}

/// Of so many records with one sure key each is linked with each; of more each with so many that follow.
const MOST_SURE: usize = 60;

fn have_other_names(seen: &[Seen]) -> bool {
    let other = |at: usize| seen.get(at).is_some_and(|seen| seen.level == 0);
    other(GIVEN) || other(FAMILY)
}

/// Pairs that have a key in common, in order, and what each key found.
fn candidates(faces: &Faces, plan: &Plan) -> (Vec<Candidate>, Vec<Found>) {
    let last = plan.keys.iter().map(|blocked| usize::from(blocked.number));
    let mut found = vec![Found::default(); last.max().map_or(0, |last| last + 1)];
    let mut all = Vec::new();
    // As many keys at a time as there are threads, so that not all of their blocks are in memory at once.
    for keys in plan.keys.chunks(rayon::current_num_threads()) {
        let of_keys: Vec<(Vec<Candidate>, Found)> = keys
            .par_iter()
            .map(|blocked| block::of_key(faces, blocked, plan.pairs_a_record))
            .collect();
        for (blocked, (pairs, of_key)) in keys.iter().zip(of_keys) {
            all.extend(pairs);
            if let Some(place) = found.get_mut(usize::from(blocked.number)) {
                *place = of_key;
            }
        }
    }
    all.par_sort_unstable();
    (block::united(all, &mut found), found)
}
