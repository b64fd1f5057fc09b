//! `lead-unqualified`: qualified by its status, by nothing else.

use crate::audit::{Cause, Hit, Need, Rule};
use crate::classify::{Case, State};
use crate::model::axis::Stage;
use crate::model::finding::Severity;

pub(super) const RULE: Rule = Rule {
    code: "lead-unqualified",
    group: "classification",
    severity: Severity::Warning,
    on: true,
    about: "the status says qualified, and no completed meeting, quote, demo or open deal shows it",
    action: "set it back, or note what qualified it",
    evidence: &["no_sales"],
    quiet: "leads with a completed needs, demo, quote or pricing talk, a request of their own, or an open deal of their own or in the name of their company",
    cause: Cause::Definitions,
    needs: &[Need::Deals, Need::Activities],
    check,
};

fn check(case: &Case) -> Option<Hit> {
    let qualified =
        matches!(case.meta.axes.stage, Stage::Sql | Stage::Opportunity) && case.is_funnel();
    let shown = case.sales().is_some()
        || case.own_deal(State::Open).is_some()
        || case.own_deal(State::Won).is_some()
        || case.company_deal(State::Open).is_some();
    if !qualified || shown {
        return None;
    }
    let stage = if case.interest().is_some() {
        Stage::Interested
    } else {
        Stage::Engaged
    };
    Some(Hit::stage(case, stage, 85, [case.own("no_sales")]))
}
