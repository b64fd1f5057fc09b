//! `organization-as-person`: a company in a person's name fields.

use crate::audit::{Cause, Hit, Rule};
use crate::classify::{Case, flag};
use crate::model::axis::Kind;
use crate::model::finding::Severity;

pub(super) const RULE: Rule = Rule {
    code: "organization-as-person",
    group: "classification",
    severity: Severity::Warning,
    on: true,
    about: "the name fields hold the name of a company",
    action: "make it an organization, and look for the person",
    evidence: &["company_name"],
    quiet: "people who are named like a company (`Paris Hilton` at Hilton), and a family name that is also a legal form after a given name",
    cause: Cause::Entry,
    needs: &[],
    check,
};

fn check(case: &Case) -> Option<Hit> {
    let holds = case.is_person() && case.shows(flag::COMPANY_NAME) && !case.is_converted();
    let evidence = holds.then(|| case.own("company_name"))?;
    Some(Hit::kind(
        case,
        Kind::Organization,
        case.meta.axes.stage,
        90,
        [evidence],
    ))
}
