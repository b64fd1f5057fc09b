//! Pairs that are worth a look: on either side of where the same begins, and the weakest within clusters.

use super::engine::Engine;
use super::full;
use super::pair::explained;
use super::read::Reading;
use crate::dedupe::cluster::Link;
use crate::error::Result;
use crate::model::matched::{Band, Examples, PairExplained};
use crate::report;

/// How many pairs of each sort are shown.
const SUREST: usize = 10;
const BORDER: usize = 10;
const WEAKEST: usize = 5;

/// Some pairs of one plan.
///
/// # Errors
/// When the store can't be read.
pub(super) fn of(reading: &Reading, engine: &Engine, show_values: bool) -> Result<Examples> {
    let band = |link: &Link| full::band(engine.plan, f64::from(link.2));
    let of_band = |wanted| {
        let links = engine.links.iter().copied();
        links.filter(move |link| band(link) == wanted)
    };
    let surest = first(of_band(Band::Review), SUREST, |link| -f64::from(link.2));
    let border = first(of_band(Band::Same), BORDER, |link| f64::from(link.2));
    let weakest = engine.weakest().into_iter();
    let weakest = first(weakest, WEAKEST, |link| f64::from(link.2));
    let masked = |text: &str| report::shown(text, show_values);
    let explain = |links: Vec<Link>| {
        let explained = links.into_iter().map(|(x, y, _)| {
            let record = |place| engine.faces.record(place);
            let mut both = [(record(x), x), (record(y), y)];
            both.sort_unstable();
            let [(a, x), (b, y)] = both;
            explained(reading, engine, (a, b), (x, y), &masked)
        });
        explained.collect::<Result<Vec<_>>>()
    };
    Ok(Examples {
        surest: explain(surest)?,
        border: explain(border)?,
        weakest: explain(weakest)?,
    })
}

/// Adds those of a further plan: of each sort so many stay as are shown.
pub(super) fn add(all: &mut Examples, more: Examples) {
    type Rank = fn(&PairExplained) -> f64;
    let lists: [(_, _, _, Rank); 3] = [
        (&mut all.surest, more.surest, SUREST, |pair| -pair.weight),
        (&mut all.border, more.border, BORDER, |pair| pair.weight),
        (&mut all.weakest, more.weakest, WEAKEST, |pair| pair.weight),
    ];
    for (list, more, most, rank) in lists {
        list.extend(more);
        list.sort_by(|a, b| rank(a).total_cmp(&rank(b)));
        list.truncate(most);
    }
}

/// The first by rank, then by place.
fn first(links: impl Iterator<Item = Link>, most: usize, rank: impl Fn(&Link) -> f64) -> Vec<Link> {
    let mut few: Vec<Link> = Vec::with_capacity(most + 1);
    let key = |link: &Link| (rank(link), link.0, link.1);
    for link in links {
        let (of_link, a, b) = key(&link);
        let before = |known: &Link| {
            let (of_known, x, y) = key(known);
            of_known
                .total_cmp(&of_link)
                .then((x, y).cmp(&(a, b)))
                .is_lt()
        };
        let at = few.partition_point(before);
        if at < most {
            few.insert(at, link);
            few.truncate(most);
        }
    }
    few
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_stay_in_order_whatever_the_order_in_which_they_come() {
        let links = [(4, 5, 1.0), (0, 1, 3.0), (2, 3, 1.0), (6, 7, 9.0)];
        let few = |links: Vec<Link>| first(links.into_iter(), 3, |link| -f64::from(link.2));
        let expected = [(6, 7, 9.0), (0, 1, 3.0), (2, 3, 1.0)];
        assert_eq!(few(links.to_vec()), expected);
        assert_eq!(few(links.iter().rev().copied().collect()), expected);
    }
}
