//! `conversion-unfinished`: converted, yet its status is open.

use crate::audit::{Cause, Hit, Rule};
use crate::classify::{Case, State};
use crate::model::axis::Stage;
use crate::model::finding::Severity;

pub(super) const RULE: Rule = Rule {
    code: "conversion-unfinished",
    group: "classification",
    severity: Severity::Warning,
    on: true,
    about: "the conversion is flagged or its ids are there, yet the status is open",
    action: "close the lead, or undo the conversion",
    evidence: &["conversion", "status", "won_deal"],
    quiet: "converted leads whose status is closed, and rows without a status of their own",
    cause: Cause::Conversion,
    needs: &[],
    check,
};

fn check(case: &Case) -> Option<Hit> {
    if !case.is_person() {
        return None;
    }
    if case.is_unfinished() {
        return Some(Hit::stage(
            case,
            Stage::Known,
            95,
            [case.own("conversion"), case.own("status")],
        ));
    }
    let bought = case
        .own_deal(State::Won)
        .or_else(|| case.company_deal(State::Won));
    let says = case.says_stage() == Some(Stage::Customer) && case.is_unreached();
    let bought = bought.filter(|_| says)?;
    Some(Hit::stage(
        case,
        Stage::Customer,
        90,
        [bought, case.own("status")],
    ))
}
