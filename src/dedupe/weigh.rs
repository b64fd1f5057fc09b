//! Match weights (Fellegi and Sunter 1969, in bits): how strongly the levels of all comparisons speak for one party.
//! Evidence with one cause counts once.

use arrayvec::ArrayVec;

use super::chance::Chances;
use super::compare::{
    ADDRESS, BIRTH, COMPANY, DOMAIN, EMAIL, FAMILY, FIXED, GENDER, GIVEN, PHONE, SIBLING, Seen,
    TITLE,
};
use super::faces::Faces;
use super::plan::{Compared, Plan, Rules};

/// What a pair is weighed with that can't be one party.
pub const NEVER: f64 = -30.0;

/// Swapped columns are rare.
const SWAPPED: f64 = -3.0;

/// No single level tells more than so many bits against.
const MOST_AGAINST: f64 = -12.0;

/// Less tells nothing by itself, in bits.
const SAYS_SOMETHING: f64 = 2.0;

/// No chance is smaller (log2).
const LEAST_CHANCE: f64 = -29.9;

/// Where a value's own chance tells, it counts so much, and its level's the rest: between them lies what is right for
/// frequent values (see the ablations in `docs/matching.md`).
const OF_VALUE: f64 = 0.7;

/// Below the top level a value's chance never goes below so much of its level's (log2 of 0.3).
const LEAST_OF_LEVEL: f64 = -1.737;

/// How much one comparison tells, level by level.
#[derive(Clone, Debug)]
pub struct Weights {
    /// Shares among pairs that are one party.
    pub m: Vec<f64>,
    /// Shares among pairs that are two.
    pub u: Vec<f64>,
    log_m: Vec<f64>,
    log_u: Vec<f64>,
    most: f64,
    against: u8,
    /// Whether a value's own chance is moderated by its level's.
    moderated: bool,
    /// Whether every level may take a value's own chance as it is.
    free: bool,
}

impl Weights {
    fn of(compared: &Compared, at: usize) -> Self {
        let norm = |list: Vec<f64>| {
            let total: f64 = list.iter().sum();
            list.iter().map(|share| share / total).collect::<Vec<f64>>()
        };
        let mut weights = Self {
            m: norm(compared.levels.iter().map(|level| level.m).collect()),
            u: norm(compared.levels.iter().map(|level| level.u).collect()),
            log_m: Vec::new(),
            log_u: Vec::new(),
            most: compared.most,
            against: compared.comparison.against,
            moderated: matches!(at, GIVEN | FAMILY | ADDRESS | COMPANY | TITLE),
            free: matches!(at, PHONE | EMAIL),
        };
        weights.settle();
        weights
    }

    /// Takes over changed shares.
    pub fn settle(&mut self) {
        self.log_m = self.m.iter().map(|share| share.log2()).collect();
        self.log_u = self.u.iter().map(|share| share.log2()).collect();
    }

    /// The weight of what was seen, in bits.
    #[inline]
    pub fn weight(&self, seen: Seen) -> f64 {
        let level = usize::from(seen.level);
        let (Some(&m), Some(&u)) = (self.log_m.get(level), self.log_u.get(level)) else {
            return 0.0;
        };
        let chance = match f64::from(seen.chance) {
            none if none.is_nan() => u,
            own => {
                let own = match self.moderated {
                    true => own * OF_VALUE + u * (1.0 - OF_VALUE),
                    false => own,
                };
                let is_top = level + 1 == self.m.len();
                if is_top || self.free {
                    own
                } else {
                    own.max(u + LEAST_OF_LEVEL)
                }
            }
        };
        if self.most <= 0.0 {
            return 0.0;
        }
        let most = if seen.level < self.against {
            0.0
        } else {
            self.most
        };
        (m - chance.max(LEAST_CHANCE)).clamp(MOST_AGAINST, most)
    }
}

/// What all weights of a pair come to.
#[derive(Clone, Debug, Default)]
pub struct Sum {
    /// Of each comparison what it tells by itself.
    pub alone: Vec<f64>,
    /// Of each comparison what it counts beside the others.
    pub counted: Vec<f64>,
    /// What swapped columns count.
    pub swapped: f64,
    /// What counts for names and places that go together in a country.
    pub culture: f64,
}

/// The weights of all comparisons.
#[derive(Clone, Debug)]
pub struct Model {
    /// Of each comparison: the fixed ones, identifiers, further columns.
    pub weights: Vec<Weights>,
    /// What the number of records alone tells: that two are hardly one party.
    pub prior: f64,
    organizations: bool,
    rules: Rules,
    identifiers: usize,
    others_most: f64,
    log_records: f64,
}

impl Model {
    /// The weights of a plan, before anything is learned.
    pub fn of(plan: &Plan, identifiers: usize, others: usize, chances: &Chances) -> Self {
        let fixed = plan.comparisons.iter();
        let numbers = std::iter::repeat_n(&plan.identifier, identifiers);
        let more = std::iter::repeat_n(&plan.other, others);
        let all = fixed.chain(numbers).chain(more).enumerate();
        Self {
            weights: all
                .map(|(at, compared)| Weights::of(compared, at))
                .collect(),
            prior: 0.0,
            organizations: plan.organizations,
            rules: plan.rules,
            identifiers,
            others_most: plan.others_most,
            log_records: chances.records.max(1.0).log2(),
        }
    }

    /// How many places an outcome has.
    pub fn width(&self) -> usize {
        self.weights.len()
    }

    /// How many identifiers there are.
    pub fn identifiers(&self) -> usize {
        self.identifiers
    }

    /// The weight of a pair in bits: the logarithm of the odds that it is one party.
    pub fn weigh(&self, pair: &Weighed, sum: &mut Sum) -> f64 {
        let alone = self.weights.iter().zip(pair.seen);
        sum.alone.clear();
        sum.alone
            .extend(alone.map(|(weights, seen)| weights.weight(*seen)));
        sum.counted.clear();
        sum.counted.extend_from_slice(&sum.alone);
        sum.swapped = if pair.is_swapped { SWAPPED } else { 0.0 };
        sum.culture = self.culture(pair);
        match self.organizations {
            true if self.rules.one_cause => fold_organization(pair, sum),
            true => {}
            false => self.fold_person(pair, sum),
        }
        self.bound_others(sum);
        self.prior + sum.swapped + sum.culture + sum.counted.iter().sum::<f64>()
    }

    /// The most that a pair of people can come to of which no more than names, addresses and numbers are compared. `may`
    /// says of each further comparison whether both have what it looks at.
    pub fn at_most(&self, pair: &Weighed, may: impl Fn(usize) -> bool) -> f64 {
        let weight = |at: usize| {
            let seen = pair.seen.get(at).zip(self.weights.get(at));
            seen.map_or(0.0, |(seen, weights)| weights.weight(*seen))
        };
        let most = |at: usize| match self.weights.get(at) {
            Some(weights) if may(at) => weights.most,
            _ => 0.0,
        };
        let together = [ADDRESS, COMPANY, DOMAIN].map(most).into_iter();
        let together: f64 = match self.rules.one_cause {
            true => together.fold(0.0, f64::max),
            false => together.sum(),
        };
        let swapped = if pair.is_swapped { SWAPPED } else { 0.0 };
        self.prior
            + swapped
            + self.culture(pair)
            + [GIVEN, FAMILY, EMAIL].map(weight).iter().sum::<f64>()
            + weight(PHONE).max(0.0)
            + together
            + [BIRTH, TITLE, GENDER].map(most).iter().sum::<f64>()
            + self.others_most
    }

    /// What counts for names and places that go together in a country.
    fn culture(&self, pair: &Weighed) -> f64 {
        match self.rules.one_country {
            true => -f64::from(self.bound(pair).saturating_sub(1)) * f64::from(pair.culture),
            false => 0.0,
        }
    }

    /// Whether more than names and titles speaks for one party.
    pub fn says_more(&self, sum: &Sum) -> bool {
        let names: &[usize] = match self.organizations {
            true => &[COMPANY],
            false => &[GIVEN, FAMILY, TITLE, GENDER],
        };
        let all = sum.alone.iter().take(FIXED + self.identifiers).enumerate();
        let mut more = all.filter(|(at, _)| !names.contains(at));
        more.any(|(_, bits)| *bits > SAYS_SOMETHING)
    }

    /// How much agrees that goes together within a country: it tells the country once, not each time.
    fn bound(&self, pair: &Weighed) -> u8 {
        let agree = |at: usize, level| pair.seen.get(at).is_some_and(|seen| seen.reaches(level));
        let place = u8::from(agree(ADDRESS, 1));
        match self.organizations {
            true => place,
            false => place + u8::from(agree(GIVEN, 3)) + u8::from(agree(FAMILY, 3)),
        }
    }

    /// Address, company, domain and a shared number have one cause: people live or work together.
    fn fold_person(&self, pair: &Weighed, sum: &mut Sum) {
        let seen = |at: usize| {
            pair.seen
                .get(at)
                .copied()
                .unwrap_or(super::compare::NOTHING)
        };
        let is_other = |at: usize| seen(at).level == 0;
        let mut together = ArrayVec::<usize, 4>::new();
        together.extend([ADDRESS, COMPANY]);
        if !seen(EMAIL).reaches(3) {
            together.push(DOMAIN);
        }
        // A number that others have, too, is that of a house or an office.
        let chance = f64::from(seen(PHONE).chance);
        if chance + self.log_records >= 0.0 {
            together.push(PHONE);
        }
        if self.rules.one_cause {
            strongest(&mut sum.counted, &together);
            if seen(EMAIL).reaches(3) {
                set(&mut sum.counted, DOMAIN, 0.0);
            }
        }
        if self.rules.another_birth && is_other(BIRTH) && seen(ADDRESS).reaches(3) {
            at_most_nothing(&mut sum.counted, &together);
        }
        if self.rules.another_given_name && is_other(GIVEN) {
            at_most_nothing(&mut sum.counted, &[EMAIL, PHONE, ADDRESS, COMPANY, DOMAIN]);
        }
    }

    /// All further columns together tell little.
    fn bound_others(&self, sum: &mut Sum) {
        let others = sum.counted.get_mut(FIXED + self.identifiers..);
        let others = others.unwrap_or_default();
        let total: f64 = others.iter().sum();
        if total.abs() > self.others_most {
            let scale = self.others_most / total.abs();
            others.iter_mut().for_each(|other| *other *= scale);
        }
    }
}

/// A company's domain and addresses follow from its name; its number and its door are one place.
fn fold_organization(pair: &Weighed, sum: &mut Sum) {
    let level = pair.seen.get(COMPANY).map_or(0, |seen| seen.level);
    let counted = &mut sum.counted;
    if level == SIBLING {
        let name = get(counted, COMPANY).min(0.0);
        set(counted, COMPANY, name);
        set(counted, DOMAIN, 0.0);
        set(counted, EMAIL, 0.0);
    } else {
        strongest_and_against(counted, &[DOMAIN, EMAIL, COMPANY]);
    }
    if level <= SIBLING {
        strongest_and_against(counted, &[PHONE, ADDRESS]);
    }
}

fn get(counted: &[f64], at: usize) -> f64 {
    counted.get(at).copied().unwrap_or_default()
}

fn set(counted: &mut [f64], at: usize, weight: f64) {
    if let Some(place) = counted.get_mut(at) {
        *place = weight;
    }
}

/// Of evidence with one cause the strongest counts; where nothing speaks for it, the strongest against.
fn strongest(counted: &mut [f64], together: &[usize]) {
    let key = |at: &&usize| {
        let weight = get(counted, **at);
        if weight > 0.0 {
            (true, weight)
        } else {
            (false, -weight)
        }
    };
    let by = |a: &&usize, b: &&usize| {
        let (a, b) = (key(a), key(b));
        a.0.cmp(&b.0).then(a.1.total_cmp(&b.1))
    };
    let Some(&first) = together.iter().max_by(|a, b| by(a, b)) else {
        return;
    };
    for &at in together.iter().filter(|at| **at != first) {
        set(counted, at, 0.0);
    }
}

/// Of evidence with one cause, of which each part can fail, the strongest counts and all that speaks against it.
fn strongest_and_against(counted: &mut [f64], together: &[usize]) {
    let mut best: Option<usize> = None;
    for &at in together {
        let weight = get(counted, at);
        if weight > best.map_or(0.0, |best| get(counted, best)) {
            best = Some(at);
        }
    }
    for &at in together {
        if Some(at) != best && get(counted, at) > 0.0 {
            set(counted, at, 0.0);
        }
    }
}

/// What is shared counts nothing where it would speak for one party.
fn at_most_nothing(counted: &mut [f64], shared: &[usize]) {
    if shared.iter().map(|at| get(counted, *at)).sum::<f64>() > 0.0 {
        for &at in shared {
            set(counted, at, 0.0);
        }
    }
}

/// Two records, compared.
#[derive(Clone, Copy, Debug)]
pub struct Weighed<'a> {
    /// What each comparison came to.
    pub seen: &'a [Seen],
    /// Whether the names stand in swapped columns.
    pub is_swapped: bool,
    /// Bits that knowing the country takes from each further value that goes with it.
    pub culture: f32,
}

/// Whether two records can't be one party, whatever agrees: father and son, or what the plan keeps apart.
pub fn is_never(faces: &Faces, a: u32, b: u32) -> bool {
    let (x, y) = (faces.generation(a), faces.generation(b));
    let generations = x != 0 && y != 0 && x != y;
    let apart = |[kind, value]: &[u32; 2]| {
        let others = faces.aparts_of(b).iter();
        let mut others = others.filter(|[other, _]| other == kind);
        others.any(|[_, other]| other != value)
    };
    generations || faces.aparts_of(a).iter().any(apart)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::dedupe::compare::{COMPARISONS, MISSING, NOTHING};
    use crate::dedupe::plan::{self, PEOPLE};

    /// Any outcome of the comparison at a place: missing, or a level with a chance of its own or without.
    fn seen(at: usize) -> impl Strategy<Value = Seen> {
        let levels = COMPARISONS.get(at).map_or(2, |one| one.levels.len());
        let levels = u8::try_from(levels).unwrap();
        let level = prop_oneof![Just(MISSING), 0..levels, Just(levels - 1)];
        let chance = prop_oneof![Just(f32::NAN), Just(-29.0), -25.0_f32..0.0];
        (level, chance).prop_map(|(level, chance)| match level {
            MISSING => NOTHING,
            level => Seen { level, chance },
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(600) })]

        #[test]
        fn no_pair_comes_to_more_than_is_foretold(
            seen in (0..=FIXED).map(seen).collect::<Vec<_>>(),
            is_swapped: bool,
            culture in 0.0_f32..5.0,
            records in 1.0_f64..1e7,
            without in 0..6_usize,
        ) {
            let mut plan = plan::load(PEOPLE).unwrap();
            let left_out = plan::Rules::NAMES.get(without).map(|name| name.to_string());
            plan.rules = plan::Rules::without(left_out.as_slice());
            let mut chances = Chances::default();
            chances.records = records;
            let model = Model::of(&plan, 0, 1, &chances);
            let weighed = |seen| Weighed { seen, is_swapped, culture };
            let bits = model.weigh(&weighed(&seen), &mut Sum::default());
            let mut early = seen.clone();
            let later = early.iter_mut().enumerate();
            later.filter(|(at, _)| *at > PHONE).for_each(|(_, seen)| *seen = NOTHING);
            let may = |at: usize| seen.get(at).is_some_and(|seen| seen.is_there());
            let most = model.at_most(&weighed(&early), may);
            prop_assert!(bits <= most + 1e-6, "{bits} {most} {seen:?}");
        }
    }
}
