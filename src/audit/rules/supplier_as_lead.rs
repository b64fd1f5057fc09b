//! `supplier-as-lead`: a supplier's person in a funnel box.

use crate::audit::{Cause, Hit, Rule};
use crate::classify::Case;
use crate::model::axis::Stage;
use crate::model::finding::Severity;

pub(super) const RULE: Rule = Rule {
    code: "supplier-as-lead",
    group: "classification",
    severity: Severity::Warning,
    on: true,
    about: "the person works at a supplier, or a note says so, and nothing shows a sale",
    action: "take it out of the funnel; it stays a contact",
    evidence: &["supplier"],
    quiet: "suppliers with sales evidence of their own, and people who work elsewhere",
    cause: Cause::Definitions,
    needs: &[],
    check,
};

fn check(case: &Case) -> Option<Hit> {
    if !case.is_funnel() || !case.has("supplier") || case.has("sales") {
        return None;
    }
    let employer = case
        .employer
        .filter(|(at, _)| case.world.has_role(*at, "supplier"));
    let evidence = match employer {
        Some((at, _)) => vec![case.on("supplier", at)],
        None => vec![case.own("supplier")],
    };
    let confidence = if employer.is_some() { 90 } else { 75 };
    Some(Hit::stage(case, Stage::Known, confidence, evidence).against(case.interest()))
}
