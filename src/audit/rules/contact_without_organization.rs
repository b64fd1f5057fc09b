//! `contact-without-organization`: a contact without its organization, which is on file.

use crate::audit::{Cause, Hit, Need, Rule};
use crate::classify::{Case, How, flag};
use crate::model::finding::Severity;

pub(super) const RULE: Rule = Rule {
    code: "contact-without-organization",
    group: "classification",
    severity: Severity::Warning,
    on: true,
    about: "no organization is linked, though one on file has the domain of the address",
    action: "link it",
    evidence: &["domain"],
    quiet: "addresses at mail providers, professional bodies and domains that several organizations share, and a company name on the row that is another one",
    cause: Cause::Entry,
    needs: &[Need::Employers],
    check,
};

fn check(case: &Case) -> Option<Hit> {
    let boxed = case.declared() == "contact" && case.is_person() && !case.is_converted();
    if !boxed
        || case.shows(flag::ORGANIZATION_LINK)
        || matches!(case.employer, Some((_, How::Link)))
    {
        return None;
    }
    let at = case.world.at_domain(case.at)?;
    Some(Hit::declared(88, [case.on("domain", at)]))
}
