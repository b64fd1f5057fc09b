//! Which records are the same party, by keys that leave no doubt: the same id, a conversion or merge that the
//! source itself recorded, or the same e-mail address under the same name.

use crate::model::axis::Kind;
use crate::model::fate::Fate;
use crate::model::record::{FLAG_NAMED, Meta, NO_RECORD};

/// Sets of records that are one party.
#[derive(Debug)]
pub struct Clusters {
    parent: Vec<u32>,
}

/// Groups the records. `became` says for each record which other record the source says it became or was merged into.
///
/// Records that are not exported in themselves (unreadable, filtered) stay alone.
pub fn clusters(metas: &[Meta], became: &[(u32, u32)]) -> Clusters {
    let mut clusters = Clusters::new(metas.len());
    let alive = |at: u32| {
        metas
            .get(at as usize)
            .is_some_and(|meta| meta.fate == Fate::Exported)
    };
    for &(from, to) in became {
        if alive(from) && alive(to) {
            clusters.union(from, to);
        }
    }
    for key in [|meta: &Meta| meta.id, |meta: &Meta| meta.identity] {
        for group in groups(metas, key) {
            for pair in group.windows(2) {
                if let [a, b] = pair {
                    clusters.union(a.1, b.1);
                }
            }
        }
    }
    for group in groups(metas, person_email) {
        by_email(metas, &group, &mut clusters);
    }
    clusters
}

fn person_email(meta: &Meta) -> u64 {
    if meta.axes.kind == Kind::Person {
        meta.email
    } else {
        0
    }
}

/// The groups of two and more living records that have a key in common: (key, record), sorted.
fn groups(metas: &[Meta], key: fn(&Meta) -> u64) -> Vec<Vec<(u64, u32)>> {
    let mut keyed: Vec<(u64, u32)> = metas
        .iter()
        .enumerate()
        .filter(|(_, meta)| meta.fate == Fate::Exported && key(meta) != 0)
        .filter_map(|(at, meta)| Some((key(meta), u32::try_from(at).ok()?)))
        .collect();
    keyed.sort_unstable();
    keyed
        .chunk_by(|a, b| a.0 == b.0)
        .filter(|group| group.len() > 1)
        .map(<[(u64, u32)]>::to_vec)
        .collect()
}

/// Within one address: the same family name (or one of two surnames), and the same given name. A name that is only an
/// initial, or missing, joins where it can mean one person only.
fn by_email(metas: &[Meta], group: &[(u64, u32)], clusters: &mut Clusters) {
    let member = |at: &(u64, u32)| metas.get(at.1 as usize).map(|meta| (at.1, meta));
    let members: Vec<(u32, &Meta)> = group.iter().filter_map(member).collect();
    let full = |meta: &Meta| meta.has(FLAG_NAMED);
    for (at, (a, first)) in members.iter().enumerate() {
        for (b, second) in members.iter().skip(at + 1) {
            if same_family(first, second) && first.given == second.given {
                clusters.union(*a, *b);
            }
        }
    }
    for (short, meta) in members.iter().filter(|(_, meta)| !full(meta)) {
        let fits: Vec<(u32, u32)> = members
            .iter()
            .filter(|(_, other)| full(other) && same_family(meta, other))
            .filter(|(_, other)| meta.initial == 0 || meta.initial == other.initial)
            .map(|(at, other)| (other.given, *at))
            .collect();
        let one = fits
            .iter()
            .all(|fit| Some(fit.0) == fits.first().map(|first| first.0));
        if let Some((_, other)) = fits.first().filter(|_| one) {
            clusters.union(*short, *other);
        }
    }
}

fn same_family(a: &Meta, b: &Meta) -> bool {
    let ([whole_a, ..], [whole_b, ..]) = (a.family, b.family);
    if whole_a == 0 || whole_b == 0 {
        return whole_a == whole_b && a.given == b.given;
    }
    whole_a == whole_b
        || a.family
            .iter()
            .skip(1)
            .any(|part| *part != 0 && *part == whole_b)
        || b.family
            .iter()
            .skip(1)
            .any(|part| *part != 0 && *part == whole_a)
}

impl Clusters {
    fn new(len: usize) -> Self {
        Self {
            parent: (0..u32::try_from(len).unwrap_or(u32::MAX)).collect(),
        }
    }

    fn root(&mut self, mut at: u32) -> u32 {
        loop {
            let Some(&up) = self.parent.get(at as usize) else {
                return at;
            };
            if up == at {
                return at;
            }
            let above = self.parent.get(up as usize).copied().unwrap_or(up);
            if let Some(slot) = self.parent.get_mut(at as usize) {
                *slot = above;
            }
            at = above;
        }
    }

    fn union(&mut self, a: u32, b: u32) {
        let (a, b) = (self.root(a), self.root(b));
        let (low, high) = (a.min(b), a.max(b));
        if let Some(slot) = self.parent.get_mut(high as usize) {
            *slot = low;
        }
    }

    /// The clusters of two and more records, each sorted, in the order of their first records.
    pub fn groups(&mut self) -> Vec<Vec<u32>> {
        let len = u32::try_from(self.parent.len()).unwrap_or(NO_RECORD);
        let mut members: Vec<(u32, u32)> = (0..len).map(|at| (self.root(at), at)).collect();
        members.sort_unstable();
        members
            .chunk_by(|a, b| a.0 == b.0)
            .filter(|group| group.len() > 1)
            .map(|group| group.iter().map(|(_, at)| *at).collect())
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::key;

    fn person(email: &str, given: &str, family: &[&str]) -> Meta {
        let mut meta = Meta::new(0, 0, 2);
        meta.email = key::of(1, email);
        if !given.is_empty() {
            meta.given = key::small(given);
            meta.initial = given.as_bytes()[0];
            if given.len() > 1 {
                meta.flags |= FLAG_NAMED;
            }
        }
        for (slot, word) in meta.family.iter_mut().zip(family) {
            *slot = key::small(word);
        }
        meta
    }

    fn found(metas: &[Meta]) -> Vec<Vec<u32>> {
        clusters(metas, &[]).groups()
    }

    #[test]
    fn one_of_two_surnames_is_the_same_person() {
        let long = person("a@x", "ana", &["garcialopez", "garcia", "lopez"]);
        let short = person("a@x", "ana", &["garcia", "garcia"]);
        assert_eq!(found(&[long, short]), [vec![0, 1]]);
    }

    #[test]
    fn a_shared_family_mailbox_is_two_people() {
        let ann = person("a@x", "ann", &["lee"]);
        let bob = person("a@x", "bob", &["lee"]);
        assert!(found(&[ann, bob]).is_empty());
    }

    #[test]
    fn an_initial_joins_where_it_can_mean_one_person_only() {
        let john = person("a@x", "john", &["lee"]);
        let jane = person("a@x", "jane", &["lee"]);
        let j = person("a@x", "j", &["lee"]);
        assert_eq!(found(&[john.clone(), j.clone()]), [vec![0, 1]]);
        assert!(found(&[john, jane, j]).is_empty());
    }

    #[test]
    fn what_the_source_merged_is_one() {
        let a = person("a@x", "ann", &["lee"]);
        let b = person("b@x", "bob", &["ray"]);
        assert_eq!(clusters(&[a, b], &[(1, 0)]).groups(), [vec![0, 1]]);
    }
}
