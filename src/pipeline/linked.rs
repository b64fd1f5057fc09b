//! A linked set as it is read: the files, and the records in them that live.

use std::io::Write;

use tempfile::TempDir;

use super::first_pass::{self, Gathered};
use super::options::{Options, Progress};
use super::resolve;
use super::set::Set;
use super::sources::{self, BoxInfo, Understood};
use crate::dedupe;
use crate::error::{Error, Result};
use crate::link;
use crate::model::field::Fields;
use crate::model::store::Store;
use crate::read;
use crate::survey::Catalog;

/// How much of the records is kept in memory, in bytes.
const STORE_MEMORY: usize = 192 << 20;

/// The records of a linked set, with what the links between them point at.
#[derive(Debug)]
pub(super) struct Linked {
    /// The records.
    pub set: Set,
    /// What was seen beside them.
    pub gathered: Gathered,
    /// Where the store keeps what memory doesn't hold.
    _folder: TempDir,
}

/// Opens the files of the inputs and recognises each.
///
/// # Errors
/// When there is no file, or one can't be read.
pub(super) fn files(
    options: &Options,
    catalog: &Catalog,
    from: Option<usize>,
    progress: &dyn Progress,
) -> Result<Vec<Understood>> {
    let inputs = read::discover(&options.inputs)?;
    if inputs.is_empty() {
        return Err(Error::new(
            "no file in the inputs",
            "give the folder or the files of the export",
        ));
    }
    progress.step("looking over the files", inputs.len() as u64);
    sources::understand(&inputs, catalog, options, from)
}

/// Reads the records of files whose mappers are compiled; findings go to `findings`.
///
/// # Errors
/// When a file can't be read, or there is no room for temporary files.
pub(super) fn read(
    files: &[Understood],
    boxes: Vec<BoxInfo>,
    classes: Vec<String>,
    fields: Fields,
    findings: &mut dyn Write,
    progress: &dyn Progress,
) -> Result<Linked> {
    let folder = tempfile::tempdir()
        .map_err(|error| Error::new(error.to_string(), "make room for temporary files"))?;
    let store = Store::new(STORE_MEMORY, folder.path().to_path_buf());
    let mut set = Set::new(files, store, boxes, classes, fields);
    let gathered = first_pass::read(files, &mut set, findings, progress)?;
    let headers: Vec<u32> = files.iter().map(|file| file.header.row).collect();
    resolve::filter(&mut set, &[], &headers);
    first_pass::spread_opt_outs(&mut set, &gathered);
    resolve::point(&mut set);
    Ok(Linked {
        set,
        gathered,
        _folder: folder,
    })
}

/// The records that are one party by sure keys.
pub(super) fn parties(set: &Set) -> Vec<Vec<u32>> {
    let (same_id, _) = dedupe::by_id(&set.metas);
    let mut became = Vec::new();
    for (at, links) in (0..).zip(&set.links) {
        for target in [links.became_person, links.merged_into] {
            if link::is_found(target) && target != at {
                became.push((at, target));
            }
        }
    }
    dedupe::clusters(&set.metas, &same_id, &became).groups()
}
