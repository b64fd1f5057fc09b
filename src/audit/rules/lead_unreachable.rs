//! `lead-unreachable`: in a funnel box, with no way to reach it.

use crate::audit::{Cause, Hit, Rule};
use crate::classify::{Case, flag};
use crate::model::finding::Severity;

pub(super) const RULE: Rule = Rule {
    code: "lead-unreachable",
    group: "reach",
    severity: Severity::Info,
    on: true,
    about: "there is no usable address, number or postal address",
    action: "find one, or let it go",
    evidence: &["unreachable"],
    quiet: "rows with any one of a usable address, number or postal address, and rows outside of the funnel",
    cause: Cause::Entry,
    needs: &[],
    check,
};

fn check(case: &Case) -> Option<Hit> {
    let holds = case.is_funnel() && !case.shows(flag::REACHABLE);
    holds.then(|| Hit::declared(90, [case.own("unreachable")]))
}
