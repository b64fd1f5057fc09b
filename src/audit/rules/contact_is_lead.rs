//! `contact-is-lead`: a contact with sales evidence.

use crate::audit::{Cause, Hit, Need, Rule};
use crate::classify::{Case, State};
use crate::model::axis::Stage;
use crate::model::finding::Severity;

pub(super) const RULE: Rule = Rule {
    code: "contact-is-lead",
    group: "classification",
    severity: Severity::Warning,
    on: false,
    about: "a contact has sales evidence or an open deal of its own",
    action: "open a deal for it, or qualify it as a lead",
    evidence: &["open_deal", "sales"],
    quiet: "people of an organization that is a customer, whose new need is a deal and no lead, and converted leads",
    cause: Cause::Definitions,
    needs: &[Need::Activities],
    check,
};

fn check(case: &Case) -> Option<Hit> {
    let boxed = case.is_person() && case.declared() == "contact" && !case.is_converted();
    if !boxed || case.has("customer_organization") {
        return None;
    }
    let evidence = case.own_deal(State::Open).or_else(|| case.sales())?;
    Some(Hit::stage(case, Stage::Sql, 70, [evidence]))
}
