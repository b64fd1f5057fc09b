//! How warm a record is where its source doesn't say: by the glossary's policy.

use super::around::Sort;
use super::case::Case;
use super::sight::NO_DAY;
use crate::expression::Facts;
use crate::glossary::Policy;
use crate::model::axis::Temperature;
use crate::model::evidence::Evidence;

/// The temperature that the policy gives a record, by the first line that holds.
pub fn derived(case: &Case, policy: &Policy) -> Option<Temperature> {
    let facts = CaseFacts(case);
    let mut lines = policy.temperature.iter();
    lines
        .find(|(_, when)| when.eval_bool(&facts))
        .map(|(temperature, _)| *temperature)
}

/// A record and what stands around it, as an expression's facts.
struct CaseFacts<'c, 'w>(&'c Case<'w>);

impl Facts for CaseFacts<'_, '_> {
    fn axis(&self, name: &str) -> &str {
        self.0.meta.axes.value(name)
    }

    fn has_role(&self, role: &str) -> bool {
        self.0.meta.axes.has_role(role)
    }

    fn field(&self, _: &str) -> &str {
        ""
    }

    fn column(&self, _: &str) -> &str {
        ""
    }

    fn declared(&self, class: &str) -> bool {
        self.0.declared() == class
    }

    fn is(&self, _: &str) -> bool {
        false
    }

    fn evidence(&self, name: &str) -> bool {
        Evidence::named(name).is_some_and(|one| self.0.evidence.holds(one))
    }

    fn number(&self, name: &str) -> Option<f64> {
        let as_of = self.0.world.as_of;
        let since = |day: i32| (day != NO_DAY).then(|| f64::from(as_of.saturating_sub(day)));
        match name {
            "score" => (self.0.sight.score >= 0).then(|| f64::from(self.0.sight.score)),
            "responses" => {
                let mut count = 0_u32;
                for activity in self.0.activities() {
                    count += u32::from(activity.sort == Sort::Response && activity.is_done(as_of));
                }
                Some(f64::from(count))
            }
            "days_since_activity" => since(self.0.last_day()),
            "days_in_stage" => since(self.0.sight.entered),
            _ => None,
        }
    }
}
