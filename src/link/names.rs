//! Organizations that stand as text on people.

use crate::model::axis::Kind;
use crate::model::fate::Fate;
use crate::model::key;
use crate::model::record::{FLAG_OWN_NAME, Meta};

/// What the text of an organization on a person means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ByName {
    /// This record.
    Found(u32),
    /// Several records have the name, and no domain tells which is meant.
    Ambiguous,
    /// None has it.
    Unknown,
}

/// For each of the people in `wanted`, which organization its text names: the records of that name (apart from case,
/// accents and legal form); among several those with the domain of the person's business address; and only if one
/// is left. `survivor` gives the record that stands for a record.
pub fn by_name(
    metas: &[Meta],
    wanted: &[u32],
    survivor: impl Fn(u32) -> u32,
) -> Vec<(u32, ByName)> {
    let is_one = |at: u32| {
        let meta = metas.get(at as usize);
        meta.is_some_and(|meta| meta.axes.kind == Kind::Organization)
    };
    let mut named: Vec<(u64, u32)> = metas
        .iter()
        .enumerate()
        .filter(|(_, meta)| meta.axes.kind == Kind::Organization && meta.org_name != key::NONE)
        .filter(|(_, meta)| matches!(meta.fate, Fate::Exported | Fate::Merged))
        .filter_map(|(at, meta)| Some((meta.org_name, survivor(u32::try_from(at).ok()?))))
        // A row may have been merged into a person.
        .filter(|(_, at)| is_one(*at))
        .collect();
    named.sort_unstable();
    named.dedup();
    let domain = |at: u32| metas.get(at as usize).map_or(key::NONE, |meta| meta.domain);
    wanted
        .iter()
        .filter_map(|at| Some((*at, metas.get(*at as usize)?)))
        .filter(|(_, meta)| meta.org_name != key::NONE && !meta.has(FLAG_OWN_NAME))
        .map(|(at, meta)| {
            let from = named.partition_point(|(name, _)| *name < meta.org_name);
            let fits: Vec<u32> = named
                .iter()
                .skip(from)
                .take_while(|(name, _)| *name == meta.org_name)
                .map(|(_, org)| *org)
                .collect();
            let same: Vec<u32> = fits
                .iter()
                .copied()
                .filter(|org| meta.domain != key::NONE && domain(*org) == meta.domain)
                .collect();
            (at, choose(&fits, &same))
        })
        .collect()
}

fn choose(fits: &[u32], same_domain: &[u32]) -> ByName {
    match (fits, same_domain) {
        ([], _) => ByName::Unknown,
        (_, [one]) | ([one], _) => ByName::Found(*one),
        _ => ByName::Ambiguous,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn meta(kind: Kind, name: u64, domain: u64) -> Meta {
        let mut meta = Meta::new(0, 0, 2);
        meta.axes.kind = kind;
        meta.org_name = name;
        meta.domain = domain;
        meta
    }

    #[test]
    fn an_organization_that_was_merged_into_a_person_is_none() {
        let mut merged = meta(Kind::Organization, 7, 0);
        merged.fate = Fate::Merged;
        let metas = [meta(Kind::Person, 7, 0), merged, meta(Kind::Person, 0, 0)];
        let found = by_name(&metas, &[0], |at| if at == 1 { 2 } else { at });
        assert_eq!(found, [(0, ByName::Unknown)]);
    }

    #[test]
    fn a_domain_tells_two_organizations_of_one_name_apart() {
        let org = |domain| meta(Kind::Organization, 7, domain);
        let metas = [
            org(1),
            org(2),
            meta(Kind::Person, 7, 2),
            meta(Kind::Person, 7, 3),
            meta(Kind::Person, 8, 2),
        ];
        let found = by_name(&metas, &[2, 3, 4], |at| at);
        assert_eq!(
            found,
            [
                (2, ByName::Found(1)),
                (3, ByName::Ambiguous),
                (4, ByName::Unknown)
            ]
        );
    }
}
