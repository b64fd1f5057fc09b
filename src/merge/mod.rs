//! One cluster, one survivor: which record stands for the party, and what it takes over from the others.

use crate::model::axis::{Stage, Temperature};
use crate::model::record::{Axes, FLAG_OPTED_OUT, Meta};

/// Sorts a cluster so that its survivor comes first: a record that the source declares a contact and that was not
/// converted, then the newest, then the smallest id. `id` gives a record's id as text.
pub fn rank(metas: &[Meta], cluster: &mut [u32], contact: Option<u8>, id: impl Fn(u32) -> String) {
    let key = |at: u32| {
        let meta = metas.get(at as usize);
        let box_ = meta.map_or(3, |meta| {
            u8::from(Some(meta.declared) != contact) + 2 * u8::from(meta.axes.converted)
        });
        let modified = meta.map_or(i64::MIN, |meta| meta.modified);
        (box_, std::cmp::Reverse(modified), id(at), at)
    };
    cluster.sort_by_cached_key(|at| key(*at));
}

/// The axes of a party: per axis the survivor's value, else the first that another member has; converted as the
/// survivor is. `cluster` is ranked.
pub fn axes(metas: &[Meta], cluster: &[u32]) -> Axes {
    let mut members = cluster.iter().filter_map(|at| metas.get(*at as usize));
    let Some(first) = members.next() else {
        return Axes::default();
    };
    let mut axes = first.axes;
    for other in members {
        axes = with(axes, other.axes);
    }
    axes
}

/// The axes of a record and what it takes over from another of its party.
pub fn with(mut axes: Axes, other: Axes) -> Axes {
    if axes.stage == Stage::Known {
        axes.stage = other.stage;
    }
    if axes.temperature == Temperature::Unknown {
        axes.temperature = other.temperature;
    }
    axes.roles = axes.roles.with(other.roles);
    axes
}

/// Whether any member of the party has opted out of e-mail.
pub fn opted_out(metas: &[Meta], cluster: &[u32]) -> bool {
    cluster
        .iter()
        .filter_map(|at| metas.get(*at as usize))
        .any(|meta| meta.has(FLAG_OPTED_OUT))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn meta(declared: u8, converted: bool, modified: i64) -> Meta {
        let mut meta = Meta::new(0, 0, 2);
        meta.declared = declared;
        meta.axes.converted = converted;
        meta.modified = modified;
        meta
    }

    #[test]
    fn contact_before_lead_then_newest_then_smallest_id() {
        let metas = [
            meta(1, true, 9),
            meta(2, false, 9),
            meta(1, false, 1),
            meta(1, false, 5),
            meta(1, false, 5),
        ];
        let mut cluster = vec![0, 1, 2, 3, 4];
        rank(&metas, &mut cluster, Some(1), |at| format!("{}", 9 - at));
        assert_eq!(cluster, [4, 3, 2, 1, 0]);
    }
}
