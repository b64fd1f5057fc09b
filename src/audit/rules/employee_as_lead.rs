//! `employee-as-lead`: one of the company's own people in a funnel box.

use crate::audit::{Cause, Hit, Rule};
use crate::classify::{Case, flag};
use crate::model::axis::Stage;
use crate::model::finding::Severity;

pub(super) const RULE: Rule = Rule {
    code: "employee-as-lead",
    group: "classification",
    severity: Severity::Warning,
    on: true,
    about: "the address is one of the company's own",
    action: "take it out of the funnel",
    evidence: &["own_people"],
    quiet: "addresses whose domain only ends like the company's own, and its people among the contacts",
    cause: Cause::Entry,
    needs: &[],
    check,
};

fn check(case: &Case) -> Option<Hit> {
    let holds = case.is_funnel() && case.shows(flag::OWN_PEOPLE);
    holds.then(|| Hit::stage(case, Stage::Known, 95, [case.own("own_people")]))
}
