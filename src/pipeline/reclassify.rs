//! What the audit says of records that are converted: which would move and, if the policy says so, their move; and
//! their segments, if they are asked for.

use std::collections::BTreeMap;

use super::audit::{self, Asked, Judged};
use super::first_pass::Gathered;
use super::options::{Options, Policy, Progress};
use super::set::Set;
use super::sources::Understood;
use crate::audit::Becomes;
use crate::classify::World;
use crate::classify::around::Sort;
use crate::dedupe::Group;
use crate::error::Result;
use crate::glossary::Glossary;
use crate::model::record::Axes;
use crate::survey::Catalog;

/// A finding is sure enough to move a record by itself, in per cent.
const CONFIDENT: u8 = 90;

/// A record that the audit would move.
struct Move {
    record: u32,
    axes: Axes,
    class: u8,
    code: &'static str,
    confident: bool,
}

/// How many records the audit would move: from class to class, by which rule, and whether a careful policy would.
pub type Moves = BTreeMap<(String, String, &'static str, bool), u64>;

/// Finds what the audit would move, and moves it where the policy says so. `parties` are the records that are one. Records keep the class that their source
/// declares; what they are routed by, their axes and the reason change. Where segments are asked for, each row is given
/// its own.
///
/// # Errors
/// When a file can't be read.
#[allow(clippy::too_many_arguments, reason = "a set in all its parts")]
pub fn apply(
    set: &mut Set,
    files: &[Understood],
    catalog: &Catalog,
    gathered: &Gathered,
    glossary: &Glossary,
    parties: Vec<Group>,
    options: &Options,
    progress: &dyn Progress,
) -> Result<Moves> {
    let asked = Asked {
        options: options.clone(),
        ..Asked::default()
    };
    let (moves, segments) = audit::with_world(
        &asked,
        glossary,
        files,
        catalog,
        set,
        gathered,
        parties,
        progress,
        |set, world| {
            let judged = audit::judge(&asked, set, world, glossary, progress);
            let segments = match options.segments {
                Some(_) => audit::segments(&asked, set, world, glossary, &judged),
                None => Vec::new(),
            };
            (moves(set, world, judged), segments)
        },
    )?;
    set.segments = segments;
    let mut counts = Moves::new();
    for one in moves {
        let Some(meta) = set.metas.get(one.record as usize) else {
            continue;
        };
        let (from, to) = (set.class(meta.declared), set.class(one.class));
        let key = (from.to_string(), to.to_string(), one.code, one.confident);
        *counts.entry(key).or_default() += 1;
        let moved = match options.reclassify {
            Policy::Never => false,
            Policy::Confident => one.confident,
            Policy::All => true,
        };
        if moved {
            let reason = set.reason(&format!("reclassified: {}", one.code));
            if let Some(meta) = set.metas.get_mut(one.record as usize) {
                meta.axes = one.axes;
                meta.moved = one.class;
                meta.reason = reason;
            }
        }
    }
    Ok(counts)
}

fn moves(set: &Set, world: &World, judged: Vec<Judged>) -> Vec<Move> {
    judged
        .into_iter()
        .filter_map(|one| {
            let meta = set.metas.get(one.record as usize)?;
            let class = one.routed_by.filter(|class| *class != meta.declared)?;
            let (rule, axes, confidence) = one.hits.iter().find_map(|(rule, hit)| {
                let said = rule.group == "classification";
                match &hit.becomes {
                    Becomes::Axes(axes) if said => Some((*rule, *axes, hit.confidence)),
                    _ => None,
                }
            })?;
            // A company in a person's fields has to be typed anew: its cells stand under the wrong headings.
            let same_kind = axes.kind == meta.axes.kind;
            // What deals and cases point at stays where they can point.
            let funnel = matches!(set.class(class), "lead" | "prospect");
            let pointed_at = world.around.deals_of(one.record).next().is_some()
                || (world.around.activities_of(one.record)).any(|other| other.sort == Sort::Case);
            (same_kind && !(funnel && pointed_at)).then_some(Move {
                record: one.record,
                axes,
                class,
                code: rule.code,
                confident: confidence >= CONFIDENT,
            })
        })
        .collect()
}
