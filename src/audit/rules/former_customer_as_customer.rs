//! `former-customer-as-customer`: says customer, and was one.

use crate::audit::{Cause, Hit, Need, Rule};
use crate::classify::{Case, State};
use crate::lexicon::Says;
use crate::model::axis::Stage;
use crate::model::finding::Severity;

pub(super) const RULE: Rule = Rule {
    code: "former-customer-as-customer",
    group: "classification",
    severity: Severity::Warning,
    on: true,
    about: "it says customer, but its type, a note or the end of its contract says that it was one",
    action: "set it to former customer, and win it back from there",
    evidence: &["contract_over", "former"],
    quiet: "a contract that ended within the time that the policy allows, a deal that is open, and one won since the contract ended",
    cause: Cause::Definitions,
    needs: &[Need::Deals],
    check,
};

fn check(case: &Case) -> Option<Hit> {
    let company = case.company();
    let says = match case.is_person() {
        true => case.says_stage() == Some(Stage::Customer),
        false => company.is_some_and(|(_, company)| company.says_customer),
    };
    let own_note = case.is_person() && case.notes().any(Says::FORMER);
    let former = company.filter(|(_, company)| company.is_former());
    let open = case
        .own_deal(State::Open)
        .or_else(|| case.company_deal(State::Open));
    if !says || open.is_some() {
        return None;
    }
    let evidence = match former {
        Some((at, company)) if company.contract_over => case.on("contract_over", at),
        Some((at, _)) => case.on("former", at),
        None if own_note => case.own("former"),
        None => return None,
    };
    Some(Hit::stage(case, Stage::FormerCustomer, 88, [evidence]))
}
