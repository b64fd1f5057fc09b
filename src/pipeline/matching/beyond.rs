//! Who is one party in a linked set beyond what sure keys say, for those who go on with the set.

use std::collections::HashMap;
use std::path::Path;

use super::columns::{self, Columns, Named};
use super::read::Reading;
use super::{full, write};
use crate::dedupe::{self, Group, Plan};
use crate::error::Result;
use crate::kit::Finished;
use crate::model::fate::Fate;
use crate::model::matched::{Examples, MatchedPair};
use crate::model::record::{Links, NO_RECORD};
use crate::pipeline::options::{Matching, Options, Progress};
use crate::pipeline::set::Set;
use crate::pipeline::sources::Understood;
use crate::survey::Catalog;
use crate::survey::parts::Numbered;

/// How the records of the files are read for matching.
#[derive(Debug)]
pub(in crate::pipeline) struct Lens {
    columns: Vec<Columns>,
    numbered: Numbered,
    plans: Vec<Plan>,
}

/// What all that records have in common says.
#[derive(Debug, Default)]
pub(in crate::pipeline) struct Beyond {
    /// Records that are one party, so surely that a conversion makes one record of them.
    pub clusters: Vec<Group>,
    /// Pairs of those, and pairs that a person should decide; in order.
    pub pairs: Vec<MatchedPair>,
    comparisons: Vec<String>,
}

impl Lens {
    /// How the files are read, if more is asked for than sure keys. Their mappers are compiled, and stay what they are.
    ///
    /// # Errors
    /// When a plan is wrong or names a column that isn't there, or a file can't be read.
    pub fn of(files: &[Understood], catalog: &Catalog, options: &Options) -> Result<Option<Self>> {
        if options.matching == Matching::Sure {
            return Ok(None);
        }
        let plans = super::plans(&options.plans)?;
        let apart = super::apart(&plans);
        let named = Named {
            id: None,
            ignored: &[],
            apart: &apart,
        };
        columns::check(named, files)?;
        let mut numbered = Numbered::default();
        let mut columns = columns::as_mapped(files, catalog, named, &mut numbered)?;
        // Columns that nobody recognised tell a bit, and nothing is made one record for that.
        columns.iter_mut().for_each(Columns::leave_out_others);
        numbered.others.clear();
        for plan in &plans {
            columns::check_settling(&plan.same, &columns)?;
        }
        Ok(Some(Self {
            columns,
            numbered,
            plans: plans.into_iter().map(Plan::for_merging).collect(),
        }))
    }

    fn reading<'a>(&'a self, files: &'a [Understood], set: &'a Set) -> Reading<'a> {
        Reading::new(files, &self.columns, set, &self.numbered)
    }

    /// Matches the living records of a set whose links are found. `sure` are those that are one party by sure keys.
    ///
    /// # Errors
    /// When the store can't be read.
    pub fn find(
        &self,
        files: &[Understood],
        set: &Set,
        sure: &[Group],
        progress: &dyn Progress,
    ) -> Result<Beyond> {
        let reading = self.reading(files, set);
        let (matched, _) = full::matched(
            &reading,
            &self.plans,
            sure,
            |_| Ok(Examples::default()),
            progress,
        )?;
        let mut clusters = matched.clusters;
        clusters.retain(|cluster| !is_hierarchy(set, cluster));
        Ok(Beyond {
            clusters,
            pairs: matched.pairs,
            comparisons: matched.comparisons,
        })
    }

    /// Writes into a kit the pairs whose parties went in: those to decide, and those that more than sure keys have made
    /// one. Gives how many are to be decided.
    ///
    /// # Errors
    /// When the list can't be written, or the store can't be read.
    pub fn list(
        &self,
        folder: &Path,
        files: &[Understood],
        set: &Set,
        beyond: &Beyond,
        sure: &[Group],
    ) -> Result<(Finished, u64)> {
        let group_of = dedupe::numbered(sure);
        let is_sure = |pair: &MatchedPair| {
            let group = group_of.get(&pair.a);
            group.is_some() && group == group_of.get(&pair.b)
        };
        let went_in = |at: u32| {
            let meta = set.metas.get(at as usize);
            meta.is_some_and(|meta| meta.fate == Fate::Exported)
        };
        let (mut merged, mut open) = (Vec::new(), HashMap::new());
        for pair in &beyond.pairs {
            let (a, b) = (set.survivor(pair.a), set.survivor(pair.b));
            if !went_in(a) || !went_in(b) || is_sure(pair) {
                continue;
            }
            if a == b {
                merged.push(pair);
                continue;
            }
            // Between two parties the pair that says most.
            let best = open.entry((a.min(b), a.max(b))).or_insert(pair);
            if pair.bits > best.bits {
                *best = pair;
            }
        }
        let mut open: Vec<&MatchedPair> = open.into_values().collect();
        let place = |pair: &MatchedPair| (pair.a, pair.b);
        open.sort_by(|x, y| y.bits.total_cmp(&x.bits).then(place(x).cmp(&place(y))));
        merged.sort_by(|x, y| x.bits.total_cmp(&y.bits).then(place(x).cmp(&place(y))));
        let to_decide = open.len() as u64;
        let open = open.into_iter().map(|pair| (false, pair));
        let merged = merged.into_iter().map(|pair| (true, pair));
        let pairs: Vec<(bool, &MatchedPair)> = open.chain(merged).collect();
        let reading = self.reading(files, set);
        let file = write::in_kit(folder, &reading, &pairs, &beyond.comparisons)?;
        Ok((file, to_decide))
    }
}

/// Whether one record of a group stands above another: a parent company, a manager. Then they are two, however alike.
fn is_hierarchy(set: &Set, group: &[u32]) -> bool {
    let above = |links: &Links<u32>| [links.parent, links.manager];
    group.iter().any(|at| {
        let links = set.links.get(*at as usize);
        let above = links.map_or([NO_RECORD; 2], above);
        above.iter().any(|one| one != at && group.contains(one))
    })
}
