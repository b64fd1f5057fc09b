//! `lead-is-customer`: in a funnel box, and works at a customer.

use crate::audit::{Cause, Hit, Rule};
use crate::classify::{Case, How};
use crate::lexicon::Says;
use crate::model::axis::Stage;
use crate::model::finding::Severity;

pub(super) const RULE: Rule = Rule {
    code: "lead-is-customer",
    group: "classification",
    severity: Severity::Warning,
    on: true,
    about: "the person works at an organization that is a customer already, or a note says so in the company's own words",
    action: "convert it into a contact of that organization; a new need is a deal",
    evidence: &[
        "link",
        "domain",
        "name",
        "won_deal",
        "invoice",
        "contract",
        "customer_number",
        "customer",
    ],
    quiet: "a subsidiary that is an organization of its own, an organization that only says customer, addresses at mail providers, and former customers",
    cause: Cause::Definitions,
    needs: &[],
    check,
};

fn check(case: &Case) -> Option<Hit> {
    if !case.is_funnel() {
        return None;
    }
    if !case
        .company()
        .is_some_and(|(_, company)| company.is_customer())
    {
        let said = case
            .notes()
            .any(Says::CUSTOMER)
            .then(|| case.own("customer"))?;
        return Some(Hit::stage(case, Stage::Customer, 75, [said]).against(case.sales()));
    }
    let evidence = case.works_at().into_iter().chain(case.proof());
    let confidence = match case.employer {
        Some((_, How::Domain)) => 85,
        _ => 92,
    };
    Some(Hit::stage(case, Stage::Customer, confidence, evidence).against(case.sales()))
}
