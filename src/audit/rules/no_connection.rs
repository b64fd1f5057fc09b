//! `no-connection`: bought or collected, and nothing since.

use crate::audit::{Cause, Hit, Need, Rule};
use crate::classify::{Case, flag};
use crate::model::finding::Severity;

pub(super) const RULE: Rule = Rule {
    code: "no-connection",
    group: "connection",
    severity: Severity::Info,
    on: true,
    about: "the row was bought or collected: no interest, dealings or activity",
    action: "do not write to it without a legal ground",
    evidence: &["collected"],
    quiet: "collected rows with interest, dealings or a completed activity since, and rows that came in by themselves",
    cause: Cause::Entry,
    needs: &[Need::Activities],
    check,
};

fn check(case: &Case) -> Option<Hit> {
    let collected = case.is_person() && case.shows(flag::COLLECTED);
    let something = ["interest", "sales", "dealings", "activity"]
        .iter()
        .any(|name| case.has(name));
    (collected && !something).then(|| Hit::declared(80, [case.own("collected")]))
}
