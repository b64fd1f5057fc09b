//! `owner-gone`: whoever answers for the record is not there any more.

use crate::audit::{Cause, Hit, Need, Rule};
use crate::classify::Case;
use crate::classify::around::Owner;
use crate::model::finding::Severity;

pub(super) const RULE: Rule = Rule {
    code: "owner-gone",
    group: "ownership",
    severity: Severity::Warning,
    on: true,
    about: "the owner is a user who is no longer active, or whom the users file does not have",
    action: "give it to somebody who works here",
    evidence: &["owner_left", "owner_unknown"],
    quiet: "rows without an owner, rows that a queue or a team owns, owners that are written as names, and leads that were converted",
    cause: Cause::Conversion,
    needs: &[Need::Users],
    check,
};

fn check(case: &Case) -> Option<Hit> {
    let (what, confidence) = match case.world.around.owner(case.meta) {
        Owner::There => return None,
        Owner::Left => ("owner_left", 95),
        Owner::Unknown => ("owner_unknown", 85),
    };
    (!case.is_converted()).then(|| Hit::declared(confidence, [case.own(what)]))
}
