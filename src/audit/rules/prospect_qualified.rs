//! `prospect-qualified`: new by its status, qualified by what happened.

use crate::audit::{Cause, Hit, Rule};
use crate::classify::{Case, State};
use crate::model::axis::Stage;
use crate::model::finding::Severity;

pub(super) const RULE: Rule = Rule {
    code: "prospect-qualified",
    group: "classification",
    severity: Severity::Warning,
    on: true,
    about: "the status is new or not contacted, though there is sales evidence or an open deal",
    action: "qualify it",
    evidence: &["sales", "open_deal"],
    quiet: "planned, cancelled and unanswered calls and meetings, e-mails that were only sent, and rows whose status has moved on",
    cause: Cause::Definitions,
    needs: &[],
    check,
};

fn check(case: &Case) -> Option<Hit> {
    let early = case.declared() == "prospect" || case.declared().is_empty() && case.is_funnel();
    let fresh = case.is_new()
        || !case.has_status()
            && matches!(
                case.meta.axes.stage,
                Stage::Known | Stage::Interested | Stage::Mql
            );
    if !case.is_funnel() || !early || !fresh {
        return None;
    }
    let open = case
        .own_deal(State::Open)
        .or_else(|| case.company_deal(State::Open));
    let stage = if open.is_some() {
        Stage::Opportunity
    } else {
        Stage::Sql
    };
    let evidence: Vec<_> = case.sales().into_iter().chain(open).collect();
    (!evidence.is_empty()).then(|| Hit::stage(case, stage, 88, evidence))
}
