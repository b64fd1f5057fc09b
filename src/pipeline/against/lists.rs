//! The lists of a kit that is made against an export: which records of the target are meant, and where they differ.

use super::super::options::ObjectReport;
use super::super::set::Set;
use super::update::Difference;
use super::{By, Existing};
use crate::export::{Flavour, Layout, push_line};
use crate::model::fate::Fate;
use crate::model::record::NO_RECORD;

/// The records of the target that a kit is about.
pub const EXISTING: (&str, [&str; 8]) = (
    "existing.csv",
    [
        "target",
        "target_id",
        "external_id",
        "result",
        "found_by",
        "file",
        "row",
        "source_id",
    ],
);

/// The cells in which our records and the target's differ.
pub const DIFFERENCES: (&str, [&str; 8]) = (
    "differences.csv",
    [
        "target",
        "target_id",
        "column",
        "in_the_target",
        "in_the_source",
        "result",
        "file",
        "row",
    ],
);

/// The lines of `existing.csv`, and how many they are: every match, what waits for a decision with each record that it
/// may be, and what links of the target lead to.
pub fn existing(existing: &Existing, set: &Set, layout: &Layout) -> (Vec<u8>, u64) {
    let found = &existing.found;
    let pairs = found.pairs.iter().map(|pair| {
        let fate = set.metas.get(pair.ours as usize).map(|meta| meta.fate);
        let result = match fate {
            Some(Fate::Exported) => Some("update"),
            Some(Fate::Skipped) => Some("skip"),
            _ => None,
        };
        (pair.ours, pair.theirs, result, Some(pair.by))
    });
    let held = found
        .held
        .iter()
        .filter(|(ours, _)| !set.created.contains_key(ours))
        .map(|(ours, theirs)| (*ours, *theirs, Some("held"), None));
    let linked = found
        .linked
        .iter()
        .filter(|theirs| existing.identity(**theirs).is_some())
        .map(|theirs| (NO_RECORD, *theirs, Some("linked"), None));
    let mut lines = Vec::new();
    let mut rows = 0;
    for (ours, theirs, result, by) in pairs.chain(held).chain(linked) {
        // What was left out after it was matched is no business of the loader's.
        let Some(result) = result else { continue };
        line(
            existing,
            set,
            layout,
            (ours, theirs),
            (result, by),
            &mut lines,
        );
        rows += 1;
    }
    (lines, rows)
}

fn line(
    existing: &Existing,
    set: &Set,
    layout: &Layout,
    (ours, theirs): (u32, u32),
    (result, by): (&str, Option<By>),
    lines: &mut Vec<u8>,
) {
    let object = existing
        .set
        .metas
        .get(theirs as usize)
        .and_then(|meta| existing.set.boxes.get(usize::from(meta.object)));
    let written = existing.object(theirs);
    let object = written
        .and_then(|at| layout.objects.get(usize::from(at)))
        .map(|object| &object.name)
        .or(object.map(|info| &info.object));
    let mut identity = String::new();
    match result {
        "update" => set.identity(ours, &mut identity),
        _ => identity.push_str(existing.identity(theirs).unwrap_or_default()),
    }
    let (file, row) = place(set, ours);
    let texts = [
        object.map_or("", String::as_str),
        existing.id(theirs),
        &identity,
        result,
        by.map_or("", By::name),
        file,
        &row,
        set.id(ours),
    ];
    push_line(lines, texts, Flavour::Machine);
}

/// Appends a line of `differences.csv`.
pub fn difference(
    existing: &Existing,
    set: &Set,
    layout: &Layout,
    ours: u32,
    difference: &Difference,
    lines: &mut Vec<u8>,
) {
    let object = set
        .metas
        .get(ours as usize)
        .and_then(|meta| layout.objects.get(usize::from(meta.target)));
    let column = object.and_then(|object| object.columns.get(difference.column));
    let (file, row) = place(set, ours);
    let theirs = existing.pair(ours).map_or(NO_RECORD, |pair| pair.theirs);
    let texts = [
        object.map_or("", |object| object.name.as_str()),
        existing.name(theirs),
        column.map_or("", |column| column.header.as_str()),
        &difference.there,
        &difference.ours,
        if difference.kept {
            "kept"
        } else {
            "overwritten"
        },
        file,
        &row,
    ];
    push_line(lines, texts, Flavour::Human);
}

/// File and row of one of our records; empty for one that has none.
fn place(set: &Set, ours: u32) -> (&str, String) {
    match set.metas.get(ours as usize) {
        Some(meta) if meta.row > 0 => (set.table(meta), meta.row.to_string()),
        _ => ("", String::new()),
    }
}

/// Records created, updated, skipped and held, by object.
pub fn summary(existing: &Existing, set: &Set, layout: &Layout) -> Vec<ObjectReport> {
    let mut reports: Vec<ObjectReport> = layout
        .objects
        .iter()
        .map(|object| ObjectReport {
            object: object.name.clone(),
            ..ObjectReport::default()
        })
        .collect();
    for (at, meta) in (0..).zip(&set.metas) {
        let Some(report) = reports.get_mut(usize::from(meta.target)) else {
            continue;
        };
        let stands = meta.survivor == NO_RECORD || meta.survivor == at;
        match (meta.fate, existing.pair(at)) {
            _ if !stands => {}
            (Fate::Exported, None) => report.created += 1,
            (Fate::Exported, Some(_)) => report.updated += 1,
            (Fate::Skipped, _) => report.skipped += 1,
            (Fate::Held, _) => report.held += 1,
            _ => {}
        }
    }
    reports
}
