//! `placeholder-data`: cells that must be filled were filled with something.

use crate::audit::{Cause, Hit, Rule};
use crate::classify::{Case, flag};
use crate::model::finding::Severity;

pub(super) const RULE: Rule = Rule {
    code: "placeholder-data",
    group: "completeness",
    severity: Severity::Warning,
    on: true,
    about: "instead of a name, or of two of name, address, number and company, it has texts that stand for nothing",
    action: "find out who it is, or delete it",
    evidence: &["placeholders"],
    quiet: "rows with one such text beside a name, rows that say the same elsewhere (a second number, a first name), what programs write for nothing (`NULL`), cells of signs only where a cell may be empty, the addresses of roles, and leads that were converted",
    cause: Cause::Entry,
    needs: &[],
    check,
};

fn check(case: &Case) -> Option<Hit> {
    // A role's address that names nobody is said to be one.
    let role = case.shows(flag::ROLE_MAILBOX) && case.shows(flag::NAMELESS);
    let holds = case.shows(flag::PLACEHOLDERS) && !role && !case.is_converted();
    holds.then(|| Hit::declared(85, [case.own("placeholders")]))
}
