//! `stale`: nothing has happened for long.

use crate::audit::{Cause, Hit, Need, Rule};
use crate::classify::{Case, Fact, NO_DAY};
use crate::model::finding::Severity;

pub(super) const RULE: Rule = Rule {
    code: "stale",
    group: "age",
    severity: Severity::Info,
    on: true,
    about: "nothing has happened for longer than the policy allows",
    action: "ask whether it is still wanted, or archive it",
    evidence: &["no_activity"],
    quiet: "rows with an activity, a response or a closed deal within the time that the policy allows, rows without any day, and rows outside of the funnel",
    cause: Cause::Entry,
    needs: &[Need::Activities],
    check,
};

fn check(case: &Case) -> Option<Hit> {
    let last = case.last_day();
    let limit = case.world.months_before(case.world.policy.active_months);
    let silent = case.is_funnel() && last != NO_DAY && last < limit;
    silent.then(|| {
        Hit::declared(
            80,
            [Fact {
                day: last,
                ..case.own("no_activity")
            }],
        )
    })
}
