//! `contact-is-prospect`: a contact whose only record is interest.

use crate::audit::{Cause, Hit, Need, Rule};
use crate::classify::{Case, NO_DAY, flag};
use crate::model::axis::Stage;
use crate::model::finding::Severity;

pub(super) const RULE: Rule = Rule {
    code: "contact-is-prospect",
    group: "classification",
    severity: Severity::Warning,
    on: true,
    about: "interest is all that is on record: no completed task, no deal, no organization that is one",
    action: "move it to the prospects",
    evidence: &["interest"],
    quiet: "anyone with a completed task, a deal, a role, sales evidence, or an organization that has any of them; a contact with no record at all",
    cause: Cause::Words,
    needs: &[Need::Deals, Need::Activities],
    check,
};

fn check(case: &Case) -> Option<Hit> {
    if !case.is_person()
        || case.declared() != "contact"
        || case.is_converted()
        || case
            .others
            .iter()
            .any(|other| case.world.is_converted(*other))
    {
        return None;
    }
    let dealings = case.contact().is_some()
        || case.has("dealings")
        || case.has("sales")
        || [
            "supplier",
            "partner",
            "competitor",
            "own_people",
            "customer_organization",
            "former_customer_organization",
        ]
        .iter()
        .any(|name| case.has(name));
    let company = case.company();
    let theirs = company.is_none_or(|(at, company)| {
        !company.deals
            && !company.says_customer
            && !company.says_former
            && !case.world.has_any_role(at)
    });
    let bought = case.shows(flag::CUSTOMER_NUMBER) || case.sight.invoiced != NO_DAY;
    let says = match case.says_stage() {
        Some(Stage::Customer) => bought,
        Some(Stage::FormerCustomer) => true,
        _ => false,
    };
    // What is no person's row is for another rule to say.
    let nobody = case.shows(flag::COMPANY_NAME)
        || case.shows(flag::ROLE_MAILBOX) && case.shows(flag::NAMELESS);
    if dealings || !theirs || says || nobody || case.meta.axes.roles.0 != 0 {
        return None;
    }
    let interest = case.interest()?;
    Some(Hit::stage(case, Stage::Interested, 82, [interest]))
}
