//! From keys to records: which record each link points at, which organization a name means, and no link in circles.

mod cycles;
mod names;

use std::collections::HashMap;

pub use cycles::cut_cycles;
pub use names::{ByName, by_name};

use crate::model::fate::Fate;
use crate::model::key;
use crate::model::record::{Links, Meta, NO_RECORD};

/// The link names a record that is not in the files.
pub const DANGLING: u32 = u32::MAX - 1;

/// The link names a record of a kind that it can't lead to.
pub const OF_OTHER_KIND: u32 = u32::MAX - 2;

/// The records by the keys of their ids and identities.
#[derive(Debug, Default)]
pub struct Index {
    by_key: HashMap<u64, u32, foldhash::fast::RandomState>,
}

impl Index {
    /// Indexes the records that can be pointed at. Of several with one id the first counts, as they are one party; a
    /// row that was left out, as one that was mended, only where no other has its id.
    pub fn new(metas: &[Meta]) -> Self {
        let mut by_key = HashMap::with_capacity_and_hasher(metas.len(), Default::default());
        for left_out in [false, true] {
            for (at, meta) in metas.iter().enumerate() {
                if meta.fate == Fate::Unreadable || (meta.fate == Fate::Filtered) != left_out {
                    continue;
                }
                let Ok(at) = u32::try_from(at) else { continue };
                for key in [meta.id, meta.identity] {
                    if key != key::NONE {
                        by_key.entry(key).or_insert(at);
                    }
                }
            }
        }
        Self { by_key }
    }

    /// The record with that id or identity.
    pub fn get(&self, key: u64) -> Option<u32> {
        self.by_key.get(&key).copied()
    }

    fn find(&self, key: u64) -> u32 {
        if key == key::NONE {
            return NO_RECORD;
        }
        self.by_key.get(&key).copied().unwrap_or(DANGLING)
    }

    /// The records that a record's links point at; [`DANGLING`] where there is none.
    pub fn resolve(&self, links: &Links<u64>) -> Links<u32> {
        Links {
            organization: self.find(links.organization),
            parent: self.find(links.parent),
            manager: self.find(links.manager),
            became_person: self.find(links.became_person),
            became_organization: self.find(links.became_organization),
            merged_into: self.find(links.merged_into),
        }
    }
}

/// Whether a link was found.
pub fn is_found(link: u32) -> bool {
    link < OF_OTHER_KIND
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mended_row_is_found_before_the_one_that_it_replaces() {
        let mut metas = [Meta::new(0, 0, 2), Meta::new(1, 0, 2), Meta::new(0, 0, 3)];
        for (meta, id) in metas.iter_mut().zip([7, 7, 8]) {
            meta.id = id;
        }
        metas[0].fate = Fate::Filtered;
        metas[2].fate = Fate::Filtered;
        let index = Index::new(&metas);
        assert_eq!((index.find(7), index.find(8)), (1, 2));
        assert_eq!(index.find(9), DANGLING);
    }
}
