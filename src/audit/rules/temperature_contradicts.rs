//! `temperature-contradicts`: hot, and ruled out or silent.

use crate::audit::{Cause, Hit, Rule};
use crate::classify::{Case, Fact, NO_DAY, flag};
use crate::model::axis::{Stage, Temperature};
use crate::model::finding::Severity;

pub(super) const RULE: Rule = Rule {
    code: "temperature-contradicts",
    group: "classification",
    severity: Severity::Warning,
    on: true,
    about: "it is said to be hot, and is disqualified or had no activity for long",
    action: "cool it down, or write to it",
    evidence: &["no_activity", "status"],
    quiet: "hot rows with a recent activity, rows without any day, and a temperature that the glossary works out",
    cause: Cause::Definitions,
    needs: &[],
    check,
};

fn check(case: &Case) -> Option<Hit> {
    let own = match case.shows(flag::TEMPERATURE_CLAIMED) {
        true => case.meta.axes.temperature,
        false => case.sight.beside_temperature,
    };
    if own != Temperature::Hot {
        return None;
    }
    if case.meta.axes.stage == Stage::Disqualified || case.shows(flag::RULED_OUT) {
        return Some(Hit::declared(92, [case.own("status")]));
    }
    let last = case.last_day();
    let limit = case.world.months_before(case.world.policy.inactive_months);
    let silent = last != NO_DAY && last < limit;
    let evidence = Fact {
        day: last,
        ..case.own("no_activity")
    };
    silent.then(|| Hit::declared(85, [evidence]))
}
