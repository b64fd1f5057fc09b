//! How warm a record is where its source doesn't say: by the glossary's policy.

use std::collections::HashMap;
use std::hash::{BuildHasher, Hasher};

use foldhash::fast::FixedState;

use super::around::Sort;
use super::case::Case;
use super::sight::NO_DAY;
use crate::expression::Facts;
use crate::glossary::Policy;
use crate::model::axis::Temperature;
use crate::model::evidence::Evidence;

/// Tells the temperature that the policy gives a record; what its lines look at is judged once for each combination.
#[derive(Debug)]
pub struct Warmth<'p> {
    policy: &'p Policy,
    known: HashMap<u64, Option<Temperature>, FixedState>,
}

impl<'p> Warmth<'p> {
    /// Tells by a policy.
    pub fn new(policy: &'p Policy) -> Self {
        Self {
            policy,
            known: HashMap::default(),
        }
    }

    /// The temperature by the first line that holds.
    pub fn derived(&mut self, case: &Case) -> Option<Temperature> {
        let facts = CaseFacts {
            case,
            last_day: case.last_day(),
        };
        let lines = &self.policy.temperature;
        let mut hasher = FixedState::with_seed(0).build_hasher();
        for (_, when) in lines {
            when.hash_seen(&facts, &mut hasher);
        }
        let derive = || {
            let mut lines = lines.iter();
            lines
                .find(|(_, when)| when.eval_bool(&facts))
                .map(|(temperature, _)| *temperature)
        };
        *self.known.entry(hasher.finish()).or_insert_with(derive)
    }
}

/// A record and what stands around it, as an expression's facts.
struct CaseFacts<'c, 'w> {
    case: &'c Case<'w>,
    last_day: i32,
}

impl Facts for CaseFacts<'_, '_> {
    fn axis(&self, name: &str) -> &str {
        self.case.meta.axes.value(name)
    }

    fn has_role(&self, role: &str) -> bool {
        self.case.meta.axes.has_role(role)
    }

    fn field(&self, _: &str) -> &str {
        ""
    }

    fn column(&self, _: &str) -> &str {
        ""
    }

    fn declared(&self, class: &str) -> bool {
        self.case.declared() == class
    }

    fn is(&self, _: &str) -> bool {
        false
    }

    fn evidence(&self, name: &str) -> bool {
        Evidence::named(name).is_some_and(|one| self.case.evidence.holds(one))
    }

    fn number(&self, name: &str) -> Option<f64> {
        let as_of = self.case.world.as_of;
        let since = |day: i32| (day != NO_DAY).then(|| f64::from(as_of.saturating_sub(day)));
        match name {
            "score" => (self.case.sight.score >= 0).then(|| f64::from(self.case.sight.score)),
            "responses" => {
                let mut count = 0_u32;
                for activity in self.case.activities() {
                    count += u32::from(activity.sort == Sort::Response && activity.is_done(as_of));
                }
                Some(f64::from(count))
            }
            "days_since_activity" => since(self.last_day),
            "days_in_stage" => since(self.case.sight.entered),
            _ => None,
        }
    }
}
