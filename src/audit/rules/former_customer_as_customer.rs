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
    cause: Cause::Definitions,
    needs: &[Need::Deals],
    check,
};

fn check(case: &Case) -> Option<Hit> {
    let (at, company) = case.company()?;
    let says = match case.is_person() {
        true => case.says_stage() == Some(Stage::Customer),
        false => company.says_customer,
    };
    let own_note = case.is_person() && case.sight.says.any(Says::FORMER);
    let open = case
        .own_deal(State::Open)
        .or_else(|| case.company_deal(State::Open));
    if !says || open.is_some() || !(company.is_former() || own_note) {
        return None;
    }
    let evidence = match (company.contract_over, own_note) {
        (true, _) => case.on("contract_over", at),
        (false, true) => case.own("former"),
        (false, false) => case.on("former", at),
    };
    Some(Hit::stage(case, Stage::FormerCustomer, 88, [evidence]))
}
