//! `test-record`: a row that somebody typed to try something out.

use crate::audit::{Becomes, Cause, Hit, Rule};
use crate::classify::{Case, flag};
use crate::model::finding::Severity;

pub(super) const RULE: Rule = Rule {
    code: "test-record",
    group: "classification",
    severity: Severity::Warning,
    on: true,
    about: "the name or the address was made up to try something out",
    action: "delete it, or leave it behind",
    evidence: &["test"],
    quiet: "people whose family name is such a word (`Anna Test` at a firm's own domain), and companies that test things for a living",
    cause: Cause::Entry,
    needs: &[],
    check,
};

fn check(case: &Case) -> Option<Hit> {
    let evidence = case.shows(flag::TEST).then(|| case.own("test"))?;
    Some(Hit {
        becomes: Becomes::Nothing,
        ..Hit::declared(95, [evidence])
    })
}
