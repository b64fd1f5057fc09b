//! What stands on a line of a kit's file: the row, and whose row it is.

use std::collections::BTreeMap;
use std::path::Path;

use csv::ByteRecord;
use serde::Deserialize;

use super::flaw::Flaw;
use super::tables::{each, text};
use crate::error::{Error, Result};

/// Adds to flaws on lines the rows that stand there now; to what is missing, its neighbours.
///
/// # Errors
/// When the file can't be read.
pub(super) fn add_rows(kit: &Path, name: &str, flaws: &mut [Flaw]) -> Result<()> {
    let mut wanted: Vec<u64> = flaws
        .iter()
        .filter_map(|flaw| flaw.line)
        .flat_map(|line| [line.saturating_sub(1), line])
        .collect();
    wanted.sort_unstable();
    wanted.dedup();
    let found = rows(kit, name, &wanted)?;
    for flaw in flaws {
        let Some(line) = flaw.line else { continue };
        let (before, here) = (found.get(&line.saturating_sub(1)), found.get(&line));
        if !flaw.message.ends_with("missing") || flaw.message.starts_with("the ") {
            flaw.row = here.cloned();
            continue;
        }
        match (before, here) {
            (Some(before), Some(after)) if before != after => {
                flaw.message.push_str(&format!(
                    "; it stood between row {before} and what is now row {after}"
                ));
            }
            (Some(before), _) => flaw
                .message
                .push_str(&format!("; it stood in or after row {before}")),
            (None, Some(after)) => flaw
                .message
                .push_str(&format!("; it stood before what is now row {after}")),
            (None, None) => {}
        }
    }
    Ok(())
}

/// The rows that hold some lines (sorted): line → the row's number and name.
fn rows(kit: &Path, name: &str, wanted: &[u64]) -> Result<BTreeMap<u64, String>> {
    let extension = Path::new(name)
        .extension()
        .and_then(|extension| extension.to_str());
    match extension {
        Some("csv") => csv_rows(kit, name, wanted),
        Some("jsonl") => json_rows(kit, name, wanted),
        _ => Ok(BTreeMap::new()),
    }
}

fn csv_rows(kit: &Path, name: &str, wanted: &[u64]) -> Result<BTreeMap<u64, String>> {
    let mut found = BTreeMap::new();
    let mut header = Vec::new();
    let mut last: (u64, String) = (1, String::new());
    let mut wanted = wanted.iter().copied().peekable();
    while wanted.next_if_eq(&0).is_some() {}
    each(kit, name, |at, record| {
        if at.row == 1 {
            header = (0..record.len()).map(|at| text(record, at)).collect();
        }
        while let Some(line) = wanted.next_if(|line| *line < at.line) {
            found.insert(line, last.1.clone());
        }
        if wanted.peek().is_some() {
            last = (at.line, label(name, &header, at.row, record));
        }
    })?;
    found.extend(wanted.take(1).map(|line| (line, last.1.clone())));
    found.retain(|_, label| !label.is_empty());
    Ok(found)
}

/// A row's number, and the source row, column or record that it is about.
fn label(name: &str, header: &[String], row: u64, record: &ByteRecord) -> String {
    if row == 1 {
        return "1, the header".to_string();
    }
    let cell = |column: &str| {
        header
            .iter()
            .position(|name| name == column)
            .map(|at| text(record, at))
    };
    let about = match (
        cell("xwalk_file"),
        cell("xwalk_row"),
        cell("file"),
        cell("row"),
        cell("external_id"),
    ) {
        (Some(file), Some(row), ..) | (_, _, Some(file), Some(row), _) => format!("{file}:{row}"),
        (.., Some(id)) => id,
        (_, _, Some(file), ..) => format!("{file}, column {}", cell("name").unwrap_or_default()),
        _ if name.starts_with(|c: char| c.is_ascii_digit()) && !name.starts_with('0') => {
            text(record, 0)
        }
        _ => String::new(),
    };
    if about.is_empty() {
        row.to_string()
    } else {
        format!("{row}, {about}")
    }
}

#[derive(Deserialize)]
struct Origin {
    file: String,
    row: u64,
}

fn json_rows(kit: &Path, name: &str, wanted: &[u64]) -> Result<BTreeMap<u64, String>> {
    let path = kit.join(name);
    let mut found = BTreeMap::new();
    super::remarks::each_line(&path, |line, bytes| {
        if wanted.binary_search(&line).is_ok()
            && let Ok(origin) = serde_json::from_slice::<Origin>(bytes)
        {
            found.insert(line, format!("{line}, {}:{}", origin.file, origin.row));
        }
    })
    .map_err(|error| Error::io(&path, &error))?;
    Ok(found)
}
