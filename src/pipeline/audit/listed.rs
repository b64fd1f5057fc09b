//! Which findings the workbook lists: all of them or, where they are more than people can judge, the surest of each rule.

use std::collections::BTreeMap;

use super::view::View;

/// The most findings that the workbook lists. A sheet of them takes a spreadsheet some seconds to open.
const MOST: u64 = 100_000;

/// The findings of a rule by their confidence in per cent.
type Counts = [u64; 101];

/// How many findings of each rule the workbook still takes.
#[derive(Clone, Debug, Default)]
pub(super) struct Listed {
    rules: BTreeMap<&'static str, Share>,
}

/// The surest findings of a rule: all above a confidence, and the first of those that have it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Share {
    above: usize,
    first: u64,
    listed: u64,
}

impl Listed {
    /// Shares the rows of the workbook among the rules: each gets as many as any other needs.
    pub fn of(view: &View) -> Self {
        let mut found: BTreeMap<&'static str, Counts> = BTreeMap::new();
        for (one, _) in view.records() {
            for (rule, hit) in view.hits(one) {
                let counts = found.entry(rule.code).or_insert([0; 101]);
                if let Some(count) = counts.get_mut(usize::from(hit.confidence)) {
                    *count += 1;
                }
            }
        }
        Self {
            rules: shared(&found, MOST),
        }
    }

    /// How many findings of a rule are listed.
    pub fn count(&self, code: &str) -> u64 {
        self.rules.get(code).map_or(0, |share| share.listed)
    }

    /// Whether the next finding of a rule is listed. To be asked once of each, in the order of the records.
    pub fn takes(&mut self, code: &str, confidence: u8) -> bool {
        let Some(share) = self.rules.get_mut(code) else {
            return false;
        };
        let (confidence, at) = (usize::from(confidence), share.above);
        if confidence == at && share.first > 0 {
            share.first -= 1;
            return true;
        }
        confidence > at
    }
}

fn shared(found: &BTreeMap<&'static str, Counts>, most: u64) -> BTreeMap<&'static str, Share> {
    let mut rules: Vec<(&&str, &Counts, u64)> = found
        .iter()
        .map(|(code, counts)| (code, counts, counts.iter().sum()))
        .collect();
    rules.sort_by_key(|(_, _, all)| *all);
    let (mut room, mut left) = (most, rules.len() as u64);
    let mut shares = BTreeMap::new();
    for (code, counts, all) in rules {
        let listed = all.min(room / left);
        room -= listed;
        left -= 1;
        shares.insert(*code, surest(counts, listed));
    }
    shares
}

fn surest(counts: &Counts, listed: u64) -> Share {
    let mut rest = listed;
    for (confidence, count) in counts.iter().enumerate().rev() {
        if *count >= rest {
            return Share {
                above: confidence,
                first: rest,
                listed,
            };
        }
        rest -= count;
    }
    Share {
        above: 0,
        first: 0,
        listed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counts(of: &[(usize, u64)]) -> Counts {
        let mut counts = [0; 101];
        for (confidence, count) in of {
            counts[*confidence] = *count;
        }
        counts
    }

    #[test]
    fn few_findings_are_all_listed_and_many_share_the_rest() {
        let found = BTreeMap::from([
            ("rare", counts(&[(90, 2), (60, 1)])),
            ("often", counts(&[(95, 4), (80, 40)])),
            ("always", counts(&[(50, 1000)])),
        ]);
        let mut listed = Listed {
            rules: shared(&found, 23),
        };
        assert_eq!(listed.count("rare"), 3);
        assert_eq!(listed.count("often"), 10);
        assert_eq!(listed.count("always"), 10);
        assert_eq!(listed.count("never"), 0);
        let mut taken =
            |code, confidence, of: u64| (0..of).filter(|_| listed.takes(code, confidence)).count();
        assert_eq!(taken("rare", 90, 2) + taken("rare", 60, 1), 3);
        assert_eq!(taken("often", 80, 40), 6);
        assert_eq!(taken("often", 95, 4), 4);
        assert_eq!(taken("always", 50, 1000), 10);
        assert_eq!(taken("never", 50, 1), 0);
    }
}
