//! The list of what the target has already, against the import files and the ledger.

use std::path::Path;

use super::flaw::Report;
use super::imports::kind_index;
use super::manifest::Manifest;
use super::rows::{EVERY_ROW, Ledger, row_key};
use super::sums::{self, differences};
use super::tables::{cell, each_below, name_rows, number, text};
use crate::error::Result;
use crate::export::Layout;

const EXISTING: &str = "existing.csv";
#[rustfmt::skip]
const HEADER: [&str; 8] = [
    "target", "target_id", "external_id", "result", "found_by", "file", "row", "source_id",
];

/// Checks that the updates are those of the list, and that what it skips is skipped; gives the hashes of the identities
/// that the target has, of organizations and of people. `updates` are the hashes of object and identity of the update
/// files' records.
///
/// # Errors
/// When a file can't be read.
pub(super) fn check(
    kit: &Path,
    manifest: &Manifest,
    ledger: &Ledger,
    layout: &Layout,
    updates: &mut [u64],
    report: &mut Report,
) -> Result<[Vec<u64>; 2]> {
    let mut known: [Vec<u64>; 2] = Default::default();
    let (mut listed, mut skipped) = (Vec::new(), Vec::new());
    each_below(kit, EXISTING, &HEADER, report, |_, record| {
        let (object, identity) = (cell(record, 0), cell(record, 2));
        match cell(record, 3) {
            b"update" => listed.push(sums::hash(&[object, identity])),
            b"skip" if !cell(record, 5).is_empty() => {
                skipped.extend(row(manifest, record));
            }
            _ => {}
        }
        let written = layout.objects.iter();
        let kind = written.filter(|known| known.name.as_bytes() == object);
        for kind in kind
            .map(|object| object.kind)
            .filter(|_| !identity.is_empty())
        {
            if let Some(list) = known.get_mut(kind_index(kind)) {
                list.push(sums::hash(&[identity]));
            }
        }
    })?;
    listed.sort_unstable();
    updates.sort_unstable();
    skipped.sort_unstable();
    let (unknown, lost) = differences(updates, &listed);
    let hash = |record: &csv::ByteRecord| {
        let update = cell(record, 3) == b"update";
        update.then(|| sums::hash(&[cell(record, 0), cell(record, 2)]))
    };
    name_rows(kit, EXISTING, &lost, report, hash, |record| {
        let message = format!(
            "`{}` stands in no update file, or not as often",
            text(record, 2)
        );
        (text(record, 1), message)
    })?;
    report.equal(
        EXISTING,
        "records of the update files that are not in the list",
        unknown.len() as u64,
        0,
    );
    let (wrong, _) = differences(&skipped, &ledger.skipped);
    let hash = |record: &csv::ByteRecord| row(manifest, record);
    name_rows(kit, EXISTING, &wrong, report, hash, |record| {
        let message = format!(
            "`{}:{}` is not skipped in {EVERY_ROW}",
            text(record, 5),
            text(record, 6)
        );
        (text(record, 1), message)
    })?;
    report
        .checked
        .push(format!("{} records that the target has", listed.len()));
    Ok(known)
}

/// The row of the source that a line is about.
fn row(manifest: &Manifest, record: &csv::ByteRecord) -> Option<u64> {
    row_key(manifest, cell(record, 5), number(record, 6))
}
