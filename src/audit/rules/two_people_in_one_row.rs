//! `two-people-in-one-row`: two people in the fields of one.

use crate::audit::{Cause, Hit, Rule};
use crate::classify::{Case, flag};
use crate::model::finding::Severity;

pub(super) const RULE: Rule = Rule {
    code: "two-people-in-one-row",
    group: "classification",
    severity: Severity::Warning,
    on: true,
    about: "the name fields name two people",
    action: "make a row for each",
    evidence: &["two_people"],
    quiet: "double family names (`Ramón y Cajal`), double given names, and companies with a sign between two names",
    cause: Cause::Entry,
    needs: &[],
    check,
};

fn check(case: &Case) -> Option<Hit> {
    let holds = case.is_person() && case.shows(flag::TWO_PEOPLE) && !case.shows(flag::COMPANY_NAME);
    holds.then(|| Hit::declared(88, [case.own("two_people")]))
}
