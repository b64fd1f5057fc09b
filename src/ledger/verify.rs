//! Whether a kit still is what was made: its files to the line, its books to the row, and, on request, its inputs.

use std::path::Path;

use super::columns;
use super::files;
use super::flaw::Report;
use super::imports;
use super::inputs;
use super::remarks;
use super::rows;
use crate::error::Result;

/// Checks a kit, and with a folder of inputs recounts their rows and cells. `progress` is told how many more bytes of
/// files were read.
///
/// # Errors
/// When the folder is no kit, or a file can't be read. What is wrong with a kit is no error: it is in the report.
pub fn verify(kit: &Path, inputs: Option<&Path>, progress: &dyn Fn(u64)) -> Result<Report> {
    verify_with(kit, inputs.as_slice(), progress)
}

/// Like [`verify`], with any number of folders and files in which the inputs are, and what was read beside them.
///
/// # Errors
/// As [`verify`].
pub fn verify_with(kit: &Path, inputs: &[&Path], progress: &dyn Fn(u64)) -> Result<Report> {
    let mut report = Report::default();
    let checksums = files::checksums(kit, &mut report)?;
    let manifest = files::manifest(kit, checksums.as_deref(), &mut report)?;
    files::check(
        kit,
        manifest.as_ref(),
        checksums.as_deref(),
        progress,
        &mut report,
    )?;
    let Some(manifest) = manifest else {
        report
            .skipped
            .push("the books: they can't be checked without a sound manifest".to_string());
        return Ok(report);
    };
    let ledger = rows::check(kit, &manifest, &mut report)?;
    imports::check(kit, &manifest, &ledger, &mut report)?;
    let filled = columns::check(kit, &manifest, &mut report)?;
    remarks::check(kit, &manifest, &ledger, &mut report)?;
    match inputs {
        [] => report
            .skipped
            .push("inputs not given: their rows and cells were not recounted".to_string()),
        _ => inputs::check(inputs, &manifest, &ledger, &filled, progress, &mut report)?,
    }
    Ok(report)
}
