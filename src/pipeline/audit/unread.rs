//! Statuses and types that nothing can read, so that the company can say what they mean.

use std::collections::HashMap;

use super::view::texts;
use crate::audit::Unread;
use crate::classify::{Sight, World, flag};
use crate::error::Result;
use crate::model::axis::Kind;
use crate::model::fate::Fate;
use crate::pipeline::set::Set;

/// How many of each list are told.
const MOST: usize = 20;

/// The statuses of people and the types of organizations that nothing can read, most frequent first.
///
/// # Errors
/// When the records can't be read.
pub(super) fn find(set: &Set, world: &World) -> Result<Vec<Unread>> {
    let status = |sight: &Sight| match sight.has(flag::UNREAD_STATUS) {
        true if !world.says_converted(sight) => sight.status,
        _ => 0,
    };
    let kind = |sight: &Sight| match sight.has(flag::TYPE_READ) || world.says_customer_type(sight) {
        true => 0,
        false => sight.unread_type,
    };
    let mut all = of(set, world, Kind::Person, "status", "status", status)?;
    all.extend(of(
        set,
        world,
        Kind::Organization,
        "type",
        "organization.type",
        kind,
    )?);
    Ok(all)
}

fn of(
    set: &Set,
    world: &World,
    kind: Kind,
    list: &'static str,
    field: &str,
    key: impl Fn(&Sight) -> u32,
) -> Result<Vec<Unread>> {
    let mut counts: HashMap<u32, u64> = HashMap::new();
    for (meta, sight) in set.metas.iter().zip(world.sights) {
        if meta.axes.kind == kind && meta.fate == Fate::Exported && key(sight) != 0 {
            *counts.entry(key(sight)).or_default() += 1;
        }
    }
    let words = texts(set, world.sights, field, |sight| {
        Some(key(sight)).filter(|key| counts.contains_key(key))
    })?;
    let mut all: Vec<Unread> = words
        .into_iter()
        .map(|(key, word)| Unread {
            list,
            word,
            records: counts.get(&key).copied().unwrap_or(0),
        })
        .collect();
    all.sort_by(|a, b| (b.records, &a.word).cmp(&(a.records, &b.word)));
    all.truncate(MOST);
    Ok(all)
}
