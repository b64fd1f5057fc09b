//! `partner-as-lead`: a partner's person in a funnel box.

use crate::audit::{Cause, Hit, Rule};
use crate::classify::Case;
use crate::model::axis::Stage;
use crate::model::finding::Severity;

pub(super) const RULE: Rule = Rule {
    code: "partner-as-lead",
    group: "classification",
    severity: Severity::Warning,
    on: true,
    about: "the person works at a partner, or a note says so, and nothing shows a sale",
    action: "take it out of the funnel; it stays a contact",
    evidence: &["partner"],
    quiet: "a partner with sales evidence of its own, and a note in which the word means something else, such as `managing partner`",
    cause: Cause::Definitions,
    needs: &[],
    check,
};

fn check(case: &Case) -> Option<Hit> {
    if !case.is_funnel() || !case.has("partner") || case.has("sales") {
        return None;
    }
    let employer = case
        .employer
        .filter(|(at, _)| case.world.has_role(*at, "partner"));
    let evidence = match employer {
        Some((at, _)) => vec![case.on("partner", at)],
        None => vec![case.own("partner")],
    };
    let confidence = if employer.is_some() { 90 } else { 75 };
    Some(Hit::stage(case, Stage::Known, confidence, evidence).against(case.interest()))
}
