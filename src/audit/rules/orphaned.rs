//! `orphaned`: what the record belongs to is not there.

use crate::audit::{Cause, Hit, Need, Rule};
use crate::classify::{Case, Fact};
use crate::link;
use crate::model::finding::Severity;
use crate::model::record::FLAG_DELETED;

pub(super) const RULE: Rule = Rule {
    code: "orphaned",
    group: "links",
    severity: Severity::Warning,
    on: true,
    about: "its organization, the organization above it or its manager was deleted, or is not in the files",
    action: "link it to one that is there, or let it go with what it belonged to",
    evidence: &["deleted", "dangling"],
    quiet: "links into files that the set does not have, links to a row that lives on in another, people who stand where an organization is meant, and leads that were converted",
    cause: Cause::Conversion,
    needs: &[Need::Linked],
    check,
};

fn check(case: &Case) -> Option<Hit> {
    if case.is_converted() {
        return None;
    }
    let links = case.world.links.get(case.at as usize)?;
    let judged = case.world.around.joined(case.meta);
    let links = [
        (links.organization, judged.organization),
        (links.parent, judged.parent),
        (links.manager, judged.manager),
    ];
    let lost = links.map(|(target, judged)| lost(case, target, judged));
    let evidence: Vec<Fact> = lost.into_iter().flatten().collect();
    (!evidence.is_empty()).then(|| Hit::declared(90, evidence))
}

/// What shows that a link leads nowhere; `judged` where all that it may point at is in the set.
fn lost(case: &Case, target: u32, judged: bool) -> Option<Fact> {
    if target == link::DANGLING {
        return judged.then(|| case.own("dangling"));
    }
    let deleted = case.world.metas.get(target as usize)?.has(FLAG_DELETED);
    let lives_on = case.world.links.get(target as usize)?.merged_into;
    (deleted && !link::is_found(lives_on)).then(|| case.on("deleted", target))
}
