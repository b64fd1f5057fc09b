//! `role-mailbox-as-person`: the mailbox of a role, taken for a person.

use crate::audit::{Cause, Hit, Rule};
use crate::classify::{Case, flag};
use crate::model::finding::Severity;

pub(super) const RULE: Rule = Rule {
    code: "role-mailbox-as-person",
    group: "classification",
    severity: Severity::Warning,
    on: true,
    about: "the address is that of a role, and the name fields name nobody",
    action: "keep the address on the organization, or name the person behind it",
    evidence: &["role_mailbox", "nameless"],
    quiet: "a role's address beside a human name, and people whose own address only begins like a role",
    cause: Cause::Entry,
    needs: &[],
    check,
};

fn check(case: &Case) -> Option<Hit> {
    let holds = case.is_person()
        && case.shows(flag::ROLE_MAILBOX)
        && (case.shows(flag::NAMELESS) || case.shows(flag::COMPANY_NAME));
    holds.then(|| Hit::declared(85, [case.own("role_mailbox"), case.own("nameless")]))
}
