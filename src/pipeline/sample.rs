//! A small closed set for a test load: every value of every picklist, the longest texts, and all links whole.

use std::collections::{BTreeMap, HashSet};

use super::resolve::{close, drop_others, living, with_party};
use super::set::Set;
use crate::error::Result;
use crate::export::{From, Layout};
use crate::model::record::NO_RECORD;

/// Chooses about `size` records: for each column of the target the first record with each value of a short list, and
/// the record with the longest text; then from the beginning; then what those point at. The others are left out.
pub fn choose(set: &mut Set, layout: &Layout, size: u32) -> Result<()> {
    let survivors = living(set);
    let mut firsts: BTreeMap<(u8, usize, String), u32> = BTreeMap::new();
    let mut longest: BTreeMap<(u8, usize), (usize, u32)> = BTreeMap::new();
    for at in &survivors {
        let target = set
            .metas
            .get(*at as usize)
            .map_or(u8::MAX, |meta| meta.target);
        let Some(object) = layout.objects.get(usize::from(target)) else {
            continue;
        };
        with_party(set, *at, true, |party| {
            for (number, column) in object.columns.iter().enumerate() {
                match &column.from {
                    From::Conditions { list, .. } => {
                        let found = list.iter().find(|value| {
                            value.when.as_ref().is_none_or(|when| when.eval_bool(party))
                        });
                        if let Some(value) = found {
                            firsts
                                .entry((target, number, value.value.clone()))
                                .or_insert(*at);
                        }
                    }
                    From::Fields { fields, values, .. } => {
                        let text = fields
                            .iter()
                            .map(|field| party.text(*field))
                            .find(|text| !text.is_empty())
                            .unwrap_or("");
                        if !values.is_empty() || !column.picklist.is_empty() {
                            firsts
                                .entry((target, number, text.to_string()))
                                .or_insert(*at);
                        }
                        let best = longest.entry((target, number)).or_insert((0, *at));
                        if text.len() > best.0 {
                            *best = (text.len(), *at);
                        }
                    }
                    _ => {}
                }
            }
        })?;
    }
    let mut chosen: HashSet<u32> = firsts
        .into_values()
        .chain(longest.into_values().map(|(_, at)| at))
        .collect();
    for at in &survivors {
        if chosen.len() >= size as usize {
            break;
        }
        chosen.insert(*at);
    }
    let keep = close(set, &survivors, &chosen, false);
    let reason = set.reason("not in the sample");
    drop_others(set, &survivors, &keep, reason);
    for links in &mut set.links {
        for target in [
            &mut links.organization,
            &mut links.parent,
            &mut links.manager,
        ] {
            if crate::link::is_found(*target) && !keep.contains(target) {
                *target = NO_RECORD;
            }
        }
    }
    Ok(())
}
