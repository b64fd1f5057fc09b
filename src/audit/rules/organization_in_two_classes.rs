//! `organization-in-two-classes`: one organization, said to be two things.

use crate::audit::{Cause, Hit, Rule};
use crate::classify::{Case, flag};
use crate::model::axis::{Kind, Stage};
use crate::model::finding::Severity;

pub(super) const RULE: Rule = Rule {
    code: "organization-in-two-classes",
    group: "classification",
    severity: Severity::Warning,
    on: true,
    about: "another row has the same organization as a customer",
    action: "merge the two, and let the customer stand",
    evidence: &["customer_row"],
    quiet: "a parent and its subsidiary, organizations of the same name with nothing else in common, and other legal forms",
    cause: Cause::Definitions,
    needs: &[],
    check,
};

fn check(case: &Case) -> Option<Hit> {
    let world = case.world;
    let customer = |at: &u32| {
        world.company(*at).is_some_and(|company| {
            company.is_customer() || company.says_customer && !company.is_former()
        })
    };
    if case.is_person() {
        let nameless = case.shows(flag::COMPANY_NAME)
            || case.shows(flag::NAMELESS) && !case.shows(flag::ROLE_MAILBOX);
        let (at, _) = case
            .employer
            .filter(|(at, _)| nameless && case.is_funnel() && customer(at))?;
        let hit = Hit::kind(
            case,
            Kind::Organization,
            Stage::Customer,
            85,
            [case.on("customer_row", at)],
        );
        return Some(hit);
    }
    let (_, company) = case.company()?;
    let stage = case.meta.axes.stage;
    let prospect = case.shows(flag::TYPE_PROSPECT)
        || matches!(
            stage,
            Stage::Interested | Stage::Engaged | Stage::Mql | Stage::Sql | Stage::Opportunity
        );
    if company.says_customer || !prospect {
        return None;
    }
    let other = world
        .like(case.at)
        .find(|other| customer(other) && world.same_company(case.at, *other))?;
    Some(Hit::stage(
        case,
        Stage::Customer,
        90,
        [case.on("customer_row", other)],
    ))
}
