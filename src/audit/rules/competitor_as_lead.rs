//! `competitor-as-lead`: a competitor's person in a funnel box.

use crate::audit::{Cause, Hit, Rule};
use crate::classify::Case;
use crate::model::axis::Stage;
use crate::model::finding::Severity;

pub(super) const RULE: Rule = Rule {
    code: "competitor-as-lead",
    group: "classification",
    severity: Severity::Warning,
    on: true,
    about: "the person works at a competitor, or a note says so, and nothing shows a sale",
    action: "take it out of the funnel; it stays a contact",
    evidence: &["competitor"],
    quiet: "competitors with sales evidence of their own, and people who work elsewhere",
    cause: Cause::Definitions,
    needs: &[],
    check,
};

fn check(case: &Case) -> Option<Hit> {
    if !case.is_funnel() || !case.has("competitor") || case.has("sales") {
        return None;
    }
    let employer = case
        .employer
        .filter(|(at, _)| case.world.has_role(*at, "competitor"));
    let evidence = match employer {
        Some((at, _)) => vec![case.on("competitor", at)],
        None => vec![case.own("competitor")],
    };
    let confidence = if employer.is_some() { 90 } else { 75 };
    Some(Hit::stage(case, Stage::Known, confidence, evidence).against(case.interest()))
}
