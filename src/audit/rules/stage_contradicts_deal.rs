//! `stage-contradicts-deal`: its stage says one thing, its deals another.

use crate::audit::{Cause, Hit, Need, Rule};
use crate::classify::{Case, Company, NO_DAY, State, flag};
use crate::model::axis::Stage;
use crate::model::finding::Severity;

pub(super) const RULE: Rule = Rule {
    code: "stage-contradicts-deal",
    group: "classification",
    severity: Severity::Warning,
    on: true,
    about: "it says customer without a won deal, an invoice or a customer number; or says prospect or lead with a won deal",
    action: "set the stage that the deals show",
    evidence: &[
        "won_deal",
        "no_proof",
        "open_deal",
        "invoice",
        "contract",
        "customer_number",
    ],
    quiet: "a customer with an invoice, a contract or a customer number, converted leads, former customers, and a deal of another person at the same organization",
    cause: Cause::Conversion,
    needs: &[Need::Deals],
    check,
};

fn check(case: &Case) -> Option<Hit> {
    let won = case.own_deal(State::Won);
    if case.is_funnel() {
        let won = case.row_deal(State::Won);
        let won = won?;
        return Some(Hit::stage(case, Stage::Customer, 92, [won]));
    }
    let company = case.company().map(|(_, company)| company);
    let says = match case.is_person() {
        true => case.says_stage() == Some(Stage::Customer),
        false => company.is_some_and(|company| company.says_customer),
    };
    let proven = won.is_some()
        || case.shows(flag::CUSTOMER_NUMBER)
        || case.sight.invoiced != NO_DAY
        || company.is_some_and(|company| company.proof.is_some());
    let former = company.is_some_and(Company::is_former);
    if !case.is_person() {
        let early = matches!(
            case.meta.axes.stage,
            Stage::Interested | Stage::Engaged | Stage::Mql | Stage::Sql | Stage::Opportunity
        ) || case.shows(flag::TYPE_PROSPECT);
        let company = company?;
        if early && company.has_won && !company.says_customer {
            return Some(Hit::stage(case, Stage::Customer, 90, case.proof()));
        }
    }
    if !says || proven || former || case.is_converted() {
        return None;
    }
    let open = case
        .own_deal(State::Open)
        .or_else(|| case.company_deal(State::Open));
    let stage = match open {
        Some(_) => Stage::Opportunity,
        None => Stage::Interested,
    };
    Some(
        Hit::stage(
            case,
            stage,
            85,
            [case.own("no_proof")].into_iter().chain(open),
        )
        .against(case.contact())
        .because(Cause::Definitions),
    )
}
