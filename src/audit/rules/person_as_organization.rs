//! `person-as-organization`: an individual in a box for organizations.

use crate::audit::{Cause, Hit, Rule};
use crate::classify::{Case, flag};
use crate::model::axis::{Kind, Stage};
use crate::model::finding::Severity;

pub(super) const RULE: Rule = Rule {
    code: "person-as-organization",
    group: "classification",
    severity: Severity::Warning,
    on: true,
    about: "the organization is named like an individual and has nothing that only an organization has",
    action: "make it a person",
    evidence: &["individual"],
    quiet: "rows with a legal form, website, domain, tax number, head count, industry or people of their own",
    cause: Cause::Entry,
    needs: &[],
    check,
};

fn check(case: &Case) -> Option<Hit> {
    let has_people = case.world.has_people(case.at);
    let proven = case.shows(flag::ESTABLISHED) || has_people;
    if case.is_person() || !case.shows(flag::INDIVIDUAL) || proven {
        return None;
    }
    // A row that is one with an organization is one itself.
    let mut alike = case.world.like(case.at);
    if alike.any(|other| case.world.shows(other, flag::ESTABLISHED)) {
        return None;
    }
    let (_, company) = case.company()?;
    let bought = company.proof.is_some();
    let stage = match (bought, case.meta.axes.stage) {
        (true, _) => Stage::Customer,
        (false, Stage::Known) if case.interest().is_some() => Stage::Interested,
        (false, Stage::Customer) => Stage::Known,
        (false, stage) => stage,
    };
    let confidence = if company.deals { 75 } else { 85 };
    Some(Hit::kind(
        case,
        Kind::Person,
        stage,
        confidence,
        [case.own("individual")],
    ))
}
