//! The ledger of rows against the manifest, the id map, and the rows set aside.

use std::path::Path;

use super::flaw::{Flaw, MOST, Report};
use super::manifest::Manifest;
use super::sums::{self, differences, repeated};
use super::tables::{cell, each, each_below, hash_of, name_rows, number, text};
use crate::error::Result;
use crate::model::fate::{FATES, Fate};

/// The ledger's file.
pub(super) const EVERY_ROW: &str = "every-row.csv";
const ID_MAP: &str = "id-map.csv";
const DECIDE: &str = "rows-to-decide.csv";
#[rustfmt::skip]
const EVERY_ROW_HEADER: [&str; 12] = [
    "file", "row", "vendor", "object", "source_id", "fate", "reason", "target", "external_id", "survivor", "declared_class", "class",
];
const ID_MAP_HEADER: [&str; 8] = [
    "vendor",
    "object",
    "source_id",
    "file",
    "row",
    "target_object",
    "external_id",
    "target_id",
];
/// The cells of a ledger's row that stand in the id map too, in its order.
const IN_ID_MAP: [usize; 7] = [2, 3, 4, 0, 1, 7, 8];

/// What the ledger says, in sorted lists.
#[derive(Debug, Default)]
pub(super) struct Ledger {
    /// Every row, see [`key`].
    pub rows: Vec<u64>,
    /// Of exported rows: hash of target object and external id.
    pub exported: Vec<u64>,
    /// Rows of the id map that there should be.
    moved: Vec<u64>,
    /// Exported rows: row and hash of the external id.
    survivors: Vec<(u64, u64)>,
    /// Merged rows: the row that stands for it, and hash of the external id.
    merged: Vec<(u64, u64)>,
    /// Rows to be mended.
    fix: Vec<u64>,
    /// Rows to be decided on.
    held: Vec<u64>,
    /// Rows whose record the target has, as it would be.
    pub skipped: Vec<u64>,
    /// Per input: rows by fate.
    fates: Vec<[u64; FATES.len()]>,
    /// Per input: rows below its header.
    below: Vec<u64>,
}

/// A row as one number: the input's place in the manifest above, the row below.
pub(super) fn key(input: usize, row: u64) -> u64 {
    ((input as u64) << 32) | (row & 0xffff_ffff)
}

/// The row of such a number, in words.
pub(super) fn named(manifest: &Manifest, key: u64) -> String {
    let input = usize::try_from(key >> 32).unwrap_or(usize::MAX);
    let file = manifest
        .inputs
        .get(input)
        .map_or("?", |input| input.name.as_str());
    format!("{file}:{}", key & 0xffff_ffff)
}

/// The row that two cells name.
pub(super) fn row_key(manifest: &Manifest, file: &[u8], row: Option<u64>) -> Option<u64> {
    let input = manifest
        .inputs
        .iter()
        .position(|input| input.name.as_bytes() == file)?;
    Some(key(input, row?))
}

/// Checks the ledger, the id map and the rows set aside.
///
/// # Errors
/// When a file can't be read.
pub(super) fn check(kit: &Path, manifest: &Manifest, report: &mut Report) -> Result<Ledger> {
    let mut ledger = read(kit, manifest, report)?;
    ledger.sort();
    counts(manifest, &ledger, report);
    once(kit, manifest, &ledger, report)?;
    survivors(kit, manifest, &ledger, report)?;
    id_map(kit, &ledger, report)?;
    set_aside(kit, manifest, &ledger, report)?;
    report.rows = ledger.rows.len() as u64;
    report.checked.push(format!(
        "{} source rows: one fate each, in the sums, the id map and the rows set aside",
        report.rows
    ));
    Ok(ledger)
}

impl Ledger {
    fn sort(&mut self) {
        for list in [
            &mut self.rows,
            &mut self.exported,
            &mut self.moved,
            &mut self.fix,
            &mut self.held,
            &mut self.skipped,
        ] {
            list.sort_unstable();
        }
        self.survivors.sort_unstable();
    }
}

fn read(kit: &Path, manifest: &Manifest, report: &mut Report) -> Result<Ledger> {
    let mut ledger = Ledger {
        fates: vec![Default::default(); manifest.inputs.len()],
        below: vec![0; manifest.inputs.len()],
        ..Ledger::default()
    };
    let mut flaws = Vec::new();
    let mut wrong = 0;
    each_below(kit, EVERY_ROW, &EVERY_ROW_HEADER, report, |at, record| {
        if let Some(message) = take(&mut ledger, manifest, record) {
            wrong += 1;
            if flaws.len() < MOST {
                flaws.push(
                    Flaw::of(EVERY_ROW, message)
                        .on(at.line, Some(format!("{}, {}", at.row, own_name(record)))),
                );
            }
        }
    })?;
    report.add_first(flaws, wrong);
    Ok(ledger)
}

/// Adds a row to the ledger; says what is wrong with it.
fn take(ledger: &mut Ledger, manifest: &Manifest, record: &csv::ByteRecord) -> Option<String> {
    let row = number(record, 1);
    let Some(key) = row_key(manifest, cell(record, 0), row) else {
        return Some(format!("`{}` is no row of the inputs", own_name(record)));
    };
    let Some(fate) = FATES
        .iter()
        .copied()
        .find(|fate| fate.name().as_bytes() == cell(record, 5))
    else {
        return Some(format!("`{}` is no fate", text(record, 5)));
    };
    let input = usize::try_from(key >> 32).unwrap_or(usize::MAX);
    ledger.rows.push(key);
    if let Some(count) = ledger
        .fates
        .get_mut(input)
        .and_then(|fates| fates.get_mut(fate as usize))
    {
        *count += 1;
    }
    let header = manifest
        .inputs
        .get(input)
        .map_or(0, |input| u64::from(input.header_row));
    if let Some(count) = ledger.below.get_mut(input).filter(|_| row > Some(header)) {
        *count += 1;
    }
    let identity = hash_of(record, &[8]);
    match fate {
        Fate::Exported => {
            ledger.exported.push(hash_of(record, &[7, 8]));
            ledger.survivors.push((key, identity));
        }
        Fate::Merged => match survivor(manifest, record) {
            Some(survivor) => ledger.merged.push((survivor, identity)),
            None => {
                return Some(format!(
                    "is merged into `{}`, which is no row of the inputs",
                    text(record, 9)
                ));
            }
        },
        Fate::Rejected | Fate::Unreadable => ledger.fix.push(key),
        Fate::Held => ledger.held.push(key),
        Fate::Skipped => ledger.skipped.push(key),
        Fate::Filtered => {}
    }
    let moved = matches!(fate, Fate::Exported | Fate::Merged);
    if moved || fate == Fate::Skipped {
        ledger.moved.push(hash_of(record, &IN_ID_MAP));
    }
    // The target may know what is skipped by its own id alone.
    (fate != Fate::Skipped && moved == cell(record, 8).is_empty()).then(|| {
        let what = if moved {
            "has no external id"
        } else {
            "has an external id"
        };
        format!("is {} and {what}", fate.name())
    })
}

fn survivor(manifest: &Manifest, record: &csv::ByteRecord) -> Option<u64> {
    let text = std::str::from_utf8(cell(record, 9)).ok()?;
    let (file, row) = text.rsplit_once(':')?;
    row_key(manifest, file.as_bytes(), row.parse().ok())
}

fn own_name(record: &csv::ByteRecord) -> String {
    format!("{}:{}", text(record, 0), text(record, 1))
}

fn counts(manifest: &Manifest, ledger: &Ledger, report: &mut Report) {
    for (fate, (name, stated)) in FATES.iter().zip(&manifest.rows) {
        let found = ledger
            .fates
            .iter()
            .filter_map(|fates| fates.get(*fate as usize))
            .sum();
        let name = if fate.name() == name { name } else { "?" };
        report.equal(EVERY_ROW, &format!("rows {name}"), found, *stated);
    }
    for (input, below) in manifest.inputs.iter().zip(&ledger.below) {
        let stated = if input.fate == "parties" {
            input.rows
        } else {
            0
        };
        report.equal(
            EVERY_ROW,
            &format!("rows of `{}`", input.name),
            *below,
            stated,
        );
    }
}

/// Each row of an input stands there once.
fn once(kit: &Path, manifest: &Manifest, ledger: &Ledger, report: &mut Report) -> Result<()> {
    let twice = repeated(&ledger.rows);
    let hash = |record: &csv::ByteRecord| row_key(manifest, cell(record, 0), number(record, 1));
    name_rows(kit, EVERY_ROW, &twice, report, hash, |record| {
        (
            own_name(record),
            "the source row stands in the ledger more than once".to_string(),
        )
    })
}

/// A merged row ends where the row ends that stands for it.
fn survivors(kit: &Path, manifest: &Manifest, ledger: &Ledger, report: &mut Report) -> Result<()> {
    let lost = |pair: &(u64, u64)| ledger.survivors.binary_search(pair).is_err();
    let mut wrong: Vec<u64> = ledger
        .merged
        .iter()
        .filter(|pair| lost(pair))
        .map(|(row, id)| row.rotate_left(32) ^ id)
        .collect();
    wrong.sort_unstable();
    let hash = |record: &csv::ByteRecord| {
        let row = survivor(manifest, record)?;
        Some(row.rotate_left(32) ^ hash_of(record, &[8]))
    };
    name_rows(kit, EVERY_ROW, &wrong, report, hash, |record| {
        let message = format!(
            "is merged into `{}`, which was not exported under the same external id",
            text(record, 9)
        );
        (own_name(record), message)
    })
}

fn id_map(kit: &Path, ledger: &Ledger, report: &mut Report) -> Result<()> {
    let all: Vec<usize> = (0..IN_ID_MAP.len()).collect();
    let mut found = Vec::with_capacity(ledger.moved.len());
    each_below(kit, ID_MAP, &ID_MAP_HEADER, report, |_, record| {
        found.push(hash_of(record, &all))
    })?;
    found.sort_unstable();
    let (lost, unknown) = differences(&ledger.moved, &found);
    name_rows(
        kit,
        EVERY_ROW,
        &lost,
        report,
        |record| Some(hash_of(record, &IN_ID_MAP)),
        |record| {
            (
                own_name(record),
                format!("`{}` is not in {ID_MAP} as it is here", text(record, 8)),
            )
        },
    )?;
    name_rows(
        kit,
        ID_MAP,
        &unknown,
        report,
        |record| Some(hash_of(record, &all)),
        |record| {
            let row = format!("{}:{}", text(record, 3), text(record, 4));
            (
                row,
                format!(
                    "`{}` is not in {EVERY_ROW} as it is here, or stands here more than once",
                    text(record, 6)
                ),
            )
        },
    )
}

/// Rows to be mended and rows to be decided on are just those whose fate says so.
fn set_aside(kit: &Path, manifest: &Manifest, ledger: &Ledger, report: &mut Report) -> Result<()> {
    let mut found = Vec::new();
    for file in manifest
        .files
        .iter()
        .filter(|file| file.name.starts_with("rows-to-fix/"))
    {
        let own: Vec<usize> = (0..manifest.inputs.len())
            .filter(|at| {
                manifest
                    .inputs
                    .get(*at)
                    .is_some_and(|input| input.fix_file == file.name)
            })
            .collect();
        let mut strange = 0;
        each(kit, &file.name, |at, record| {
            let key = row_key(manifest, cell(record, 1), number(record, 2));
            match key.filter(|key| own.contains(&usize::try_from(key >> 32).unwrap_or(usize::MAX)))
            {
                Some(key) => found.push(key),
                None => strange += u64::from(at.row > 1),
            }
        })?;
        report.equal(
            &file.name,
            "rows that are not of the file's source",
            strange,
            0,
        );
    }
    compare(kit, manifest, &ledger.fix, found, "rows-to-fix/", report)?;
    let mut found = Vec::new();
    each(kit, DECIDE, |_, record| {
        found.extend(row_key(manifest, cell(record, 2), number(record, 3)))
    })?;
    compare(kit, manifest, &ledger.held, found, DECIDE, report)
}

fn compare(
    kit: &Path,
    manifest: &Manifest,
    stated: &[u64],
    mut found: Vec<u64>,
    place: &str,
    report: &mut Report,
) -> Result<()> {
    found.sort_unstable();
    let (lost, unknown) = differences(stated, &found);
    let flaws = unknown.iter().take(MOST).map(|key| {
        let message = format!(
            "row `{}` stands here more than once, or its fate in {EVERY_ROW} is another",
            named(manifest, *key)
        );
        let file = match usize::try_from(key >> 32)
            .ok()
            .and_then(|at| manifest.inputs.get(at))
        {
            Some(input) if place.ends_with('/') => input.fix_file.clone(),
            _ => place.to_string(),
        };
        Flaw::of(file, message)
    });
    report.add_first(flaws.collect(), unknown.len());
    let hash = |record: &csv::ByteRecord| row_key(manifest, cell(record, 0), number(record, 1));
    name_rows(kit, EVERY_ROW, &lost, report, hash, |record| {
        (
            own_name(record),
            format!("is {} and does not stand in {place}", text(record, 5)),
        )
    })
}

/// The hash under which an exported row and its record are one.
pub(super) fn identity_hash(object: &[u8], identity: &[u8]) -> u64 {
    sums::hash(&[object, identity])
}

/// Names the exported rows of the ledger whose record is among `wanted`.
///
/// # Errors
/// When the ledger can't be read.
pub(super) fn name_exported(
    kit: &Path,
    wanted: &[u64],
    message: &str,
    report: &mut Report,
) -> Result<()> {
    let exported = Fate::Exported.name().as_bytes();
    let hash =
        |record: &csv::ByteRecord| (cell(record, 5) == exported).then(|| hash_of(record, &[7, 8]));
    name_rows(kit, EVERY_ROW, wanted, report, hash, |record| {
        (own_name(record), format!("`{}` {message}", text(record, 8)))
    })
}
