//! The segment of each record, on its way into the import files.

use super::set::Set;
use crate::audit::segment::{Consent, SEGMENTS, Segment, Standing, of_party, segment};
use crate::model::fate::Fate;
use crate::model::record::FLAG_OPTED_OUT;

/// No segment: the record was not judged.
pub const NONE: u8 = u8::MAX;

/// From rows to parties: each record is given the segment of all its rows, and whoever has opted out on any of them, or
/// in the target, must not be addressed.
pub fn settle(set: &mut Set) {
    let of = |at: &u32| set.segments.get(*at as usize).copied();
    let parties = set.clusters.iter().filter_map(|(survivor, members)| {
        let known = members.iter().filter_map(of).filter(|at| *at != NONE);
        let place = of_party(known.map(usize::from))?;
        Some((*survivor, u8::try_from(place).ok()?))
    });
    let parties: Vec<(u32, u8)> = parties.collect();
    for (survivor, place) in parties {
        if let Some(known) = set.segments.get_mut(survivor as usize) {
            *known = place;
        }
    }
    let out = segment(&Standing {
        consent: Consent::No,
        ..Standing::default()
    });
    let out = u8::try_from(out).unwrap_or(NONE);
    for (known, meta) in set.segments.iter_mut().zip(&set.metas) {
        if *known != NONE && meta.has(FLAG_OPTED_OUT) {
            *known = out;
        }
    }
}

/// The segments that have records to be loaded, and how many.
pub fn counts(set: &Set) -> Vec<(&'static Segment, u64)> {
    let mut counts = vec![0; SEGMENTS.len()];
    for (at, meta) in set.segments.iter().zip(&set.metas) {
        let count = counts.get_mut(usize::from(*at));
        if let Some(count) = count.filter(|_| meta.fate == Fate::Exported) {
            *count += 1;
        }
    }
    let all = SEGMENTS.iter().zip(counts);
    all.filter(|(_, count)| *count > 0).collect()
}
