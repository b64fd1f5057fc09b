//! Which matches are written: those with a cell that would change, and those whose identity the target has to learn
//! because something that is loaded points at them.

use super::super::resolve;
use super::super::set::Set;
use super::Existing;
use super::update::slots;
use crate::export::{Layout, LinkSlot};
use crate::link;
use crate::model::fate::Fate;
use crate::model::record::{Links, NO_RECORD};

/// Gives every match its fate; `changed` are those of which a cell would change, sorted.
pub fn settle(existing: &mut Existing, set: &mut Set, layout: &Layout, changed: &[u32]) {
    let mut written: Vec<bool> = set
        .metas
        .iter()
        .map(|meta| meta.fate == Fate::Exported)
        .collect();
    for pair in &existing.found.pairs {
        if changed.binary_search(&pair.ours).is_err()
            && let Some(written) = written.get_mut(pair.ours as usize)
        {
            *written = false;
        }
    }
    let mut open: Vec<u32> = (0..)
        .zip(&written)
        .filter(|(_, written)| **written)
        .map(|(at, _)| at)
        .collect();
    let mut linked = Vec::new();
    while let Some(at) = open.pop() {
        for target in pointed_at(existing, set, layout, at) {
            match target {
                Target::Ours(ours) => {
                    let known = existing
                        .pair(ours)
                        .is_some_and(|pair| existing.identity(pair.theirs).is_some());
                    if let Some(written) = written.get_mut(ours as usize)
                        && !*written
                        && !known
                    {
                        *written = true;
                        open.push(ours);
                    }
                }
                Target::Theirs(theirs) => linked.push(theirs),
            }
        }
    }
    linked.sort_unstable();
    linked.dedup();
    existing.found.linked = linked;
    let update = set.reason("updates what the target has");
    let skip = set.reason("the target has it, and nothing would change");
    for pair in &existing.found.pairs {
        let goes = written.get(pair.ours as usize) == Some(&true);
        if let Some(meta) = set.metas.get_mut(pair.ours as usize) {
            (meta.fate, meta.reason) = match goes {
                true => (Fate::Exported, update),
                false => (Fate::Skipped, skip),
            };
        }
    }
    resolve::follow(set);
}

/// A record that a link leads to.
enum Target {
    /// One of ours, whether the target has it or not.
    Ours(u32),
    /// One of the target's that is none of ours.
    Theirs(u32),
}

/// What the line of a record points at: our link, else the one that the target holds.
fn pointed_at(existing: &Existing, set: &Set, layout: &Layout, at: u32) -> Vec<Target> {
    let Some(meta) = set.metas.get(at as usize) else {
        return Vec::new();
    };
    let pick = |links: Option<&Links<u32>>, slot: LinkSlot| match slot {
        LinkSlot::Organization => links.map_or(NO_RECORD, |links| links.organization),
        LinkSlot::Parent => links.map_or(NO_RECORD, |links| links.parent),
        LinkSlot::Manager => links.map_or(NO_RECORD, |links| links.manager),
    };
    let mut found = Vec::new();
    for slot in slots(layout, meta.target) {
        let ours = pick(set.links.get(at as usize), slot);
        let theirs = existing.pair(at).map_or(NO_RECORD, |pair| {
            pick(existing.set.links.get(pair.theirs as usize), slot)
        });
        if link::is_found(ours) {
            found.push(Target::Ours(ours));
        }
        if link::is_found(theirs) {
            found.push(match existing.ours(theirs) {
                Some(ours) => Target::Ours(ours),
                None => Target::Theirs(theirs),
            });
        }
    }
    found
}
