//! From the checked tree to the plan.

use super::{Bands, Blocked, Compared, Plan, Rules, Shares};
use crate::dedupe::compare::{COMPARISONS, Comparison, IDENTIFIER, OTHER};
use crate::dedupe::keys::KEYS;
use crate::yaml::tree::{entries, name, text, texts_of};
use crate::yaml::{Checking, Node, nearest};

/// Reads the whole file; nothing where something is missing, which has been told.
pub(super) fn plan(root: &Node, checking: &mut Checking) -> Option<Plan> {
    known_names(root, checking);
    let bands = bands(root.get("bands")?, checking)?;
    let comparisons: Vec<Option<Compared>> = COMPARISONS
        .iter()
        .map(|comparison| compared(root, comparison, checking))
        .collect();
    let identifier = compared(root, IDENTIFIER, checking);
    let other = compared(root, OTHER, checking);
    let list = |key| root.get(key).map(texts_of).unwrap_or_default();
    let without = list("without");
    for name in &without {
        if !Rules::NAMES.contains(&name.as_str()) {
            let node = root.get("without").unwrap_or(root);
            unknown_name("rule", name, node, Rules::NAMES.into_iter(), checking);
        }
    }
    Some(Plan {
        name: text(root, "plan"),
        organizations: text(root, "of") == "organizations",
        bands,
        more_than_names: false,
        comparisons: comparisons.into_iter().collect::<Option<_>>()?,
        identifier: identifier?,
        other: other?,
        others_most: number(root, "unknown_columns")?,
        keys: keys(root, checking),
        pairs_a_record: text(root, "pairs_a_record").parse().ok()?,
        rules: Rules::without(&without),
        same: list("same"),
        apart: list("apart"),
    })
}

fn number(node: &Node, key: &str) -> Option<f64> {
    text(node, key).parse().ok()
}

fn bands(node: &Node, checking: &mut Checking) -> Option<Bands> {
    let bands = Bands {
        same: number(node, "same")?,
        review: number(node, "review")?,
        merge: number(node, "merge")?,
    };
    for (low, high, below, above) in [
        ("review", "same", bands.review, bands.same),
        ("same", "merge", bands.same, bands.merge),
    ] {
        if below > above {
            checking.wrong(
                node,
                format!("`{low}` is above `{high}`"),
                format!("lower `{low}`, or raise `{high}`"),
            );
        }
    }
    Some(bands)
}

/// Every comparison that a plan may name.
fn all() -> impl Iterator<Item = &'static Comparison> + Clone {
    COMPARISONS.into_iter().chain([IDENTIFIER, OTHER])
}

fn known_names(root: &Node, checking: &mut Checking) {
    for (key, node) in entries(root, "comparisons") {
        let called = name(key);
        let Some(comparison) = all().find(|known| known.name == called) else {
            unknown("comparison", key, all().map(|known| known.name), checking);
            continue;
        };
        for (level, shares) in entries(node, "levels") {
            if !comparison.levels.contains(&name(level).as_str()) {
                unknown("level", level, comparison.levels.iter().copied(), checking);
            }
            for key in ["m", "u"] {
                let share = number(shares, key);
                if share.is_some_and(|share| share <= 0.0 || share > 1.0) {
                    checking.wrong(
                        shares.get(key).unwrap_or(shares),
                        format!("`{key}` is a share, between 0 and 1"),
                        "write it like 0.05; for what never happens a very small one",
                    );
                }
            }
        }
    }
}

fn unknown(
    what: &str,
    node: &Node,
    known: impl Iterator<Item = &'static str> + Clone,
    checking: &mut Checking,
) {
    unknown_name(what, &name(node), node, known, checking);
}

fn unknown_name(
    what: &str,
    called: &str,
    node: &Node,
    known: impl Iterator<Item = &'static str> + Clone,
    checking: &mut Checking,
) {
    let way_out = nearest(called, known.clone()).map_or_else(
        || format!("there are {}", known.collect::<Vec<_>>().join(", ")),
        |meant| format!("did you mean `{meant}`?"),
    );
    checking.wrong(node, format!("no {what} `{called}`"), way_out);
}

fn compared(
    root: &Node,
    comparison: &'static Comparison,
    checking: &mut Checking,
) -> Option<Compared> {
    let all = root.get("comparisons")?;
    let lacks = |what: String, checking: &mut Checking| {
        let way_out = "add it, or extend `people` or `organizations`, which have all";
        checking.wrong(all, what, way_out);
        None
    };
    let Some(node) = all.get(comparison.name) else {
        return lacks(format!("no line for `{}`", comparison.name), checking);
    };
    let mut levels = Vec::new();
    for level in comparison.levels {
        let Some(shares) = node.get("levels").and_then(|levels| levels.get(level)) else {
            let what = format!("`{}` has no line for the level `{level}`", comparison.name);
            return lacks(what, checking);
        };
        levels.push(Shares {
            m: number(shares, "m")?,
            u: number(shares, "u")?,
        });
    }
    Some(Compared {
        comparison,
        levels,
        most: number(node, "most")?,
    })
}

fn keys(root: &Node, checking: &mut Checking) -> Vec<Blocked> {
    let mut keys = Vec::new();
    for (key, most) in entries(root, "keys") {
        let called = name(key);
        let found = KEYS.iter().zip(0..).find(|(known, _)| known.name == called);
        match found {
            Some((key, number)) => keys.push(Blocked {
                key,
                number,
                most: name(most).parse().unwrap_or(0),
            }),
            None => unknown(
                "blocking key",
                key,
                KEYS.iter().map(|known| known.name),
                checking,
            ),
        }
    }
    keys.sort_by_key(|key| key.number);
    keys
}
