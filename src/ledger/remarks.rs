//! The findings, the opt-outs, and the rows of all other files against the manifest.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, BufRead, BufReader};
use std::path::Path;

use serde::Deserialize;

use super::flaw::{Flaw, MOST, Report};
use super::manifest::Manifest;
use super::rows::{Ledger, row_key};
use super::sums::repeated;
use super::tables::{each, hash_of, name_rows};
use crate::error::{Error, Result};

const FINDINGS: &str = "findings.jsonl";

#[derive(Deserialize)]
struct Finding<'a> {
    #[serde(borrow)]
    file: std::borrow::Cow<'a, str>,
    row: u64,
    #[serde(borrow)]
    code: std::borrow::Cow<'a, str>,
}

/// Checks findings, opt-outs, and how many rows each file has.
///
/// # Errors
/// When a file can't be read.
pub(super) fn check(
    kit: &Path,
    manifest: &Manifest,
    ledger: &Ledger,
    report: &mut Report,
) -> Result<()> {
    let found = findings(kit, manifest, ledger, report)?;
    let stated: BTreeMap<&str, u64> = manifest
        .findings
        .iter()
        .map(|(code, count)| (code.as_str(), *count))
        .collect();
    let codes: std::collections::BTreeSet<&str> = found
        .keys()
        .map(String::as_str)
        .chain(stated.keys().copied())
        .collect();
    for code in codes {
        let count = |stated: Option<&u64>| stated.copied().unwrap_or(0);
        report.equal(
            FINDINGS,
            &format!("findings `{code}`"),
            count(found.get(code)),
            count(stated.get(code)),
        );
    }
    let findings: u64 = found.values().sum();
    opt_outs(kit, manifest, report)?;
    sizes(kit, manifest, report)?;
    report.checked.push(format!(
        "{findings} findings and {} opt-outs, counted",
        manifest.opt_outs
    ));
    Ok(())
}

fn findings(
    kit: &Path,
    manifest: &Manifest,
    ledger: &Ledger,
    report: &mut Report,
) -> Result<BTreeMap<String, u64>> {
    let path = kit.join(FINDINGS);
    let mut counts: BTreeMap<String, u64> = BTreeMap::new();
    let mut flaws = Vec::new();
    let mut wrong = 0;
    each_line(&path, |line, bytes| {
        let message = match serde_json::from_slice::<Finding>(bytes) {
            Ok(finding) => {
                match counts.get_mut(finding.code.as_ref()) {
                    Some(count) => *count += 1,
                    None => drop(counts.insert(finding.code.clone().into_owned(), 1)),
                }
                strange(manifest, ledger, &finding)
            }
            Err(error) => Some(format!("is no finding ({error})")),
        };
        if let Some(message) = message {
            wrong += 1;
            if flaws.len() < MOST {
                flaws.push(Flaw::of(FINDINGS, message).on(line, None));
            }
        }
    })
    .map_err(|error| Error::io(&path, &error))?;
    report.add_first(flaws, wrong);
    Ok(counts)
}

/// A finding is on a row of the ledger, on a file that holds no parties, or on a record that was made.
fn strange(manifest: &Manifest, ledger: &Ledger, finding: &Finding) -> Option<String> {
    if finding.file.is_empty() {
        return None;
    }
    let input = manifest
        .inputs
        .iter()
        .find(|input| input.name == finding.file);
    let key = row_key(manifest, finding.file.as_bytes(), Some(finding.row));
    let known = match (input, key) {
        (Some(input), Some(key)) => {
            input.fate != "parties" || finding.row == 0 || ledger.rows.binary_search(&key).is_ok()
        }
        _ => false,
    };
    (!known).then(|| {
        format!(
            "is about `{}:{}`, which is no row of the ledger",
            finding.file, finding.row
        )
    })
}

/// Calls `each` with the number, from 1, and the bytes of every line. A file that is not there has none.
///
/// # Errors
/// When the file is there and can't be read.
pub(super) fn each_line(path: &Path, mut each: impl FnMut(u64, &[u8])) -> io::Result<()> {
    if !path.is_file() {
        return Ok(());
    }
    let mut file = BufReader::with_capacity(1 << 20, File::open(path)?);
    let mut line = Vec::new();
    let mut number = 0;
    loop {
        line.clear();
        if file.read_until(b'\n', &mut line)? == 0 {
            return Ok(());
        }
        number += 1;
        each(number, line.trim_ascii_end());
    }
}

fn opt_outs(kit: &Path, manifest: &Manifest, report: &mut Report) -> Result<()> {
    let files = manifest
        .files
        .iter()
        .filter(|file| file.flavour == "import" && file.name.starts_with("0-"));
    let mut addresses = 0;
    let mut last = String::new();
    for file in files {
        let mut found = Vec::new();
        each(kit, &file.name, |at, record| {
            found.extend((at.row > 1).then(|| hash_of(record, &[0])))
        })?;
        addresses += found.len() as u64;
        last.clone_from(&file.name);
        found.sort_unstable();
        name_rows(
            kit,
            &file.name,
            &repeated(&found),
            report,
            |record| Some(hash_of(record, &[0])),
            |_| {
                (
                    "an address".to_string(),
                    "the address stands here more than once".to_string(),
                )
            },
        )?;
    }
    report.equal(&last, "opt-outs", addresses, manifest.opt_outs);
    Ok(())
}

/// The rows of files that no other check has counted.
fn sizes(kit: &Path, manifest: &Manifest, report: &mut Report) -> Result<()> {
    let counted = |name: &str| name.starts_with(|c: char| c.is_ascii_digit());
    for file in manifest
        .files
        .iter()
        .filter(|file| file.name.ends_with(".csv") && !counted(&file.name))
    {
        let mut rows = 0;
        each(kit, &file.name, |_, _| rows += 1)?;
        report.equal(&file.name, "rows with the header", rows, file.rows + 1);
    }
    Ok(())
}
