//! `lead-and-contact`: in a funnel box, and a contact already.

use crate::audit::{Cause, Hit, Rule};
use crate::classify::Case;
use crate::model::axis::Stage;
use crate::model::finding::Severity;

pub(super) const RULE: Rule = Rule {
    code: "lead-and-contact",
    group: "classification",
    severity: Severity::Warning,
    on: true,
    about: "the same person has a contact row",
    action: "merge it into the contact, with its activities",
    evidence: &["contact_row"],
    quiet: "leads that were properly converted, another person at the same address (a shared mailbox), and a namesake with another number",
    cause: Cause::Conversion,
    needs: &[],
    check,
};

fn check(case: &Case) -> Option<Hit> {
    if !case.is_funnel() {
        return None;
    }
    let other = case
        .others
        .iter()
        .copied()
        .find(|other| case.world.is_contact(*other))?;
    let stage = case
        .world
        .metas
        .get(other as usize)
        .map_or(Stage::Known, |meta| meta.axes.stage);
    let stage = match stage {
        Stage::Customer | Stage::FormerCustomer => stage,
        _ => Stage::Known,
    };
    Some(Hit::stage(case, stage, 95, [case.on("contact_row", other)]))
}
