//! `without-consent`: opted out, and still in a funnel box.

use crate::audit::{Cause, Hit, Rule};
use crate::classify::{Case, flag};
use crate::model::finding::Severity;

pub(super) const RULE: Rule = Rule {
    code: "without-consent",
    group: "consent",
    severity: Severity::Info,
    on: true,
    about: "it has opted out of e-mail, and stands where people are written to",
    action: "keep it out of every mailing",
    evidence: &["declared"],
    quiet: "rows that merely have not opted in, and rows outside of the funnel",
    cause: Cause::Entry,
    needs: &[],
    check,
};

fn check(case: &Case) -> Option<Hit> {
    let holds = case.is_funnel() && case.shows(flag::OPTED_OUT);
    holds.then(|| Hit::declared(90, [case.own("declared")]))
}
