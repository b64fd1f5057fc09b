//! Which records are the same party, by keys that leave no doubt: the same id (unless their parties plainly differ), a
//! conversion or merge that the source itself recorded, or the same e-mail address under the same name.

use std::collections::HashMap;

use crate::model::axis::Kind;
use crate::model::fate::Fate;
use crate::model::key;
use crate::model::record::{FLAG_NAMED, Meta, NO_RECORD};

/// Sets of records that are one party.
#[derive(Debug)]
pub struct Clusters {
    parent: Vec<u32>,
}

/// Living records that have something in common.
pub type Group = Vec<u32>;

/// The records that have an id of their source in common: those that are one party by it, and those whose parties
/// plainly differ, so that the id says nothing.
pub fn by_id(metas: &[Meta]) -> (Vec<Group>, Vec<Group>) {
    groups(metas, |meta| meta.id)
        .into_iter()
        .partition(|group| is_one_party(metas, group))
}

/// Groups the records. `same_id` are those that are one party by their ids; `became` says for each record which other
/// record the source says it became or was merged into.
///
/// Records that are not exported in themselves (unreadable, filtered) stay alone.
pub fn clusters(metas: &[Meta], same_id: &[Group], became: &[(u32, u32)]) -> Clusters {
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
    for group in same_id.iter().chain(&groups(metas, |meta| meta.identity)) {
        clusters.join(group);
    }
    for group in groups(metas, person_email) {
        by_email(metas, &group, &mut clusters);
    }
    clusters
}

/// The groups that come of several lists of groups: two that share a record are one.
pub fn united(records: usize, lists: &[&[Group]]) -> Vec<Group> {
    let mut clusters = Clusters::new(records);
    for group in lists.iter().copied().flatten() {
        clusters.join(group);
    }
    clusters.groups()
}

/// By record that is in a group: the group's place.
pub fn numbered(groups: &[Group]) -> HashMap<u32, usize, foldhash::fast::RandomState> {
    let places = groups.iter().enumerate();
    places
        .flat_map(|(place, group)| group.iter().map(move |at| (*at, place)))
        .collect()
}

fn person_email(meta: &Meta) -> u64 {
    if meta.axes.kind == Kind::Person {
        meta.email
    } else {
        0
    }
}

/// The groups of two and more living records that have a key in common, each sorted.
fn groups(metas: &[Meta], of: fn(&Meta) -> u64) -> Vec<Group> {
    let keyed: Vec<(u64, u32)> = metas
        .iter()
        .enumerate()
        .filter(|(_, meta)| meta.fate == Fate::Exported && of(meta) != key::NONE)
        .filter_map(|(at, meta)| Some((of(meta), u32::try_from(at).ok()?)))
        .collect();
    key::sorted(keyed)
        .chunk_by(|a, b| a.0 == b.0)
        .filter(|group| group.len() > 1)
        .map(|group| group.iter().map(|(_, at)| *at).collect())
        .collect()
}

/// Most different rows that one party is believed to have.
const MOST_FACES: usize = 16;

/// Whether no two rows plainly differ.
fn is_one_party(metas: &[Meta], group: &[u32]) -> bool {
    let mut faces: Vec<&Meta> = Vec::new();
    for meta in group.iter().filter_map(|at| metas.get(*at as usize)) {
        if faces.iter().any(|known| differ(known, meta)) {
            return false;
        }
        if !faces.iter().any(|known| face(known) == face(meta)) {
            faces.push(meta);
        }
        if faces.len() > MOST_FACES {
            return false;
        }
    }
    true
}

/// What two rows of one party may differ in.
fn face(meta: &Meta) -> impl PartialEq {
    (
        meta.axes.kind,
        meta.given,
        meta.family,
        meta.email,
        meta.org_name,
        meta.domain,
    )
}

/// Whether two people have one address and names that agree.
pub fn same_person(a: &Meta, b: &Meta) -> bool {
    let person = |meta: &Meta| meta.axes.kind == Kind::Person;
    person(a) && person(b) && a.email != 0 && a.email == b.email && same_name(a, b)
}

/// Whether two people have names that do not agree.
pub fn other_name(a: &Meta, b: &Meta) -> bool {
    let named = |meta| words(meta).next().is_some();
    named(a) && named(b) && !same_name(a, b)
}

/// Whether two organizations have one domain and one name.
pub fn same_organization(a: &Meta, b: &Meta) -> bool {
    let organization = |meta: &Meta| meta.axes.kind == Kind::Organization;
    let same = |key: fn(&Meta) -> u64| key(a) != 0 && key(a) == key(b);
    organization(a) && organization(b) && same(|meta| meta.domain) && same(|meta| meta.org_name)
}

/// Whether two rows can't be about one party: another name beside another address, or a name without a word in common
/// and no address to compare.
pub fn differ(a: &Meta, b: &Meta) -> bool {
    let other = |key: fn(&Meta) -> u64| key(a) != 0 && key(b) != 0 && key(a) != key(b);
    let same = |key: fn(&Meta) -> u64| key(a) != 0 && key(a) == key(b);
    if a.axes.kind != b.axes.kind || same(|meta| meta.email) {
        return false;
    }
    if a.axes.kind == Kind::Organization {
        return other(|meta| meta.org_name) && !same(|meta| meta.domain);
    }
    other_name(a, b) && other(|meta| meta.email)
        || words(a).next().is_some()
            && words(b).next().is_some()
            && !words(a).any(|word| words(b).any(|other| other == word))
}

/// The words of a person's name.
fn words(meta: &Meta) -> impl Iterator<Item = u32> {
    std::iter::once(meta.given)
        .chain(meta.family)
        .filter(|word| *word != 0)
}

/// The same family name and given name, as far as they are known.
fn same_name(a: &Meta, b: &Meta) -> bool {
    let short = !a.has(FLAG_NAMED) || !b.has(FLAG_NAMED);
    let fits = a.initial == 0 || b.initial == 0 || a.initial == b.initial;
    same_family(a, b) && (a.given == b.given || short && fits)
}

/// Within one address: the same family name (or one of two surnames), and the same given name. A name that is only an
/// initial, or missing, joins where it can mean one person only.
fn by_email(metas: &[Meta], group: &[u32], clusters: &mut Clusters) {
    let member = |at: &u32| metas.get(*at as usize).map(|meta| (*at, meta));
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

    fn join(&mut self, group: &[u32]) {
        for pair in group.windows(2) {
            if let [a, b] = pair {
                self.union(*a, *b);
            }
        }
    }

    /// The clusters of two and more records, each sorted, in the order of their first records.
    pub fn groups(&mut self) -> Vec<Vec<u32>> {
        let len = u32::try_from(self.parent.len()).unwrap_or(NO_RECORD);
        let mut members: Vec<(u32, u32)> = (0..len)
            .map(|at| (self.root(at), at))
            .filter(|(root, at)| root != at)
            .collect();
        members.sort_unstable();
        members
            .chunk_by(|a, b| a.0 == b.0)
            .map(|group| {
                let root = group.iter().take(1).map(|(root, _)| *root);
                root.chain(group.iter().map(|(_, at)| *at)).collect()
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
        clusters(metas, &by_id(metas).0, &[]).groups()
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

    fn with_id(mut meta: Meta) -> Meta {
        meta.id = 7;
        meta
    }

    fn company(name: u64, domain: u64) -> Meta {
        let mut meta = with_id(Meta::new(0, 0, 2));
        meta.axes.kind = Kind::Organization;
        (meta.org_name, meta.domain) = (name, domain);
        meta
    }

    #[test]
    fn an_id_joins_rows_that_may_be_one_party() {
        let ann = || with_id(person("a@x", "ann", &["lee"]));
        for other in [
            ann(),
            with_id(person("b@x", "ann", &["lee"])),
            with_id(person("b@x", "a", &["lee"])),
            with_id(person("a@x", "ann", &["ray"])),
            with_id(person("b@x", "", &[])),
            with_id(Meta::new(0, 0, 3)),
        ] {
            assert_eq!(found(&[ann(), other]), [vec![0, 1]]);
        }
        assert_eq!(found(&[company(1, 2), company(1, 3)]), [vec![0, 1]]);
        assert_eq!(found(&[company(1, 2), company(4, 2)]), [vec![0, 1]]);
    }

    #[test]
    fn an_id_of_parties_that_plainly_differ_joins_nobody() {
        let mut unknown = with_id(person("", "bob", &["ray"]));
        unknown.email = key::NONE;
        let ann = || with_id(person("a@x", "ann", &["lee"]));
        for other in [
            with_id(person("b@x", "bob", &["lee"])),
            with_id(person("b@x", "ann", &["ray"])),
            unknown,
        ] {
            assert!(found(&[ann(), other.clone()]).is_empty());
            assert_eq!(
                found(&[ann(), other, ann()]),
                [vec![0, 2]],
                "same address and name"
            );
        }
        assert!(found(&[company(1, 2), company(4, 5)]).is_empty());
        assert!(found(&[company(1, 0), company(4, 0)]).is_empty());
    }

    #[test]
    fn an_id_of_very_many_different_rows_joins_nobody() {
        let rows: Vec<Meta> = (0..40)
            .map(|at| with_id(person(&format!("{at}@x"), "", &[])))
            .collect();
        assert!(found(&rows).is_empty());
        assert_eq!(by_id(&rows).1.len(), 1);
    }

    #[test]
    fn what_the_source_merged_is_one() {
        let a = person("a@x", "ann", &["lee"]);
        let b = person("b@x", "bob", &["ray"]);
        assert_eq!(clusters(&[a, b], &[], &[(1, 0)]).groups(), [vec![0, 1]]);
    }
}
