//! The deepest check of a kit: it is made again from its inputs, and every byte compared.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::convert::convert;
use super::options::{Options, Progress};
use crate::error::{Error, Result};
use crate::kit::{LINES, MANIFEST};
use crate::ledger::manifest::{Manifest, Settings};
use crate::ledger::{Flaw, compare_files, read_manifest};
use crate::read;

/// Converts a kit's inputs again, as its manifest says it was made, and compares the two. Nothing is written but
/// temporary files.
///
/// # Errors
/// When the folder is no kit, an input is not there, or the conversion fails.
pub fn verify_deep(kit: &Path, inputs: &Path, progress: &dyn Progress) -> Result<Vec<Flaw>> {
    let manifest = read_manifest(kit)?;
    let scratch = tempfile::tempdir()
        .map_err(|error| Error::new(error.to_string(), "make room for temporary files"))?;
    let again = scratch.path().join("kit");
    let options = options(
        &manifest.settings,
        gather(&manifest, inputs, &scratch.path().join("inputs"))?,
        again.clone(),
    );
    convert(&options, progress)?;
    let made = read_manifest(&again)?;
    let mut flaws = Vec::new();
    if made.made_by != manifest.made_by {
        let message = format!(
            "the kit was made by {}, this is {}: differences may be its own",
            manifest.made_by, made.made_by
        );
        flaws.push(Flaw::of(MANIFEST, message));
    }
    for name in names(&manifest).union(&names(&made)) {
        let (old, new) = (kit.join(name), again.join(name));
        match (old.is_file(), new.is_file()) {
            (true, true) => flaws.extend(compare_files(name, &new, &old)?),
            (true, false) => flaws.push(Flaw::of(
                name.as_str(),
                "was not made when the inputs were converted again",
            )),
            _ => flaws.push(Flaw::of(
                name.as_str(),
                "is made when the inputs are converted again, and is not in the kit",
            )),
        }
    }
    Ok(flaws)
}

fn names(manifest: &Manifest) -> BTreeSet<String> {
    let files = manifest.files.iter().map(|file| file.name.clone());
    files
        .chain([MANIFEST.to_string(), LINES.to_string()])
        .collect()
}

fn options(settings: &Settings, inputs: Vec<PathBuf>, out: PathBuf) -> Options {
    let overlays = settings
        .overlays
        .iter()
        .map(|overlay| (overlay.name.clone(), overlay.text.clone()));
    Options {
        inputs,
        to: settings.to.clone(),
        from: settings.from.clone(),
        hints: settings.hints.clone(),
        overlays: overlays.collect(),
        glossary: settings.glossary_given.clone(),
        select: settings.select.clone(),
        sample: settings.sample,
        region: settings.region.clone(),
        out: Some(out),
        force: false,
        workbooks: settings.workbooks,
        keep_owners: false,
        against: Vec::new(),
        keep_existing: settings.keep_existing,
        do_not_import: Vec::new(),
    }
}

/// The inputs under their relative names: the folder itself if it holds just them, else a copy of them.
fn gather(manifest: &Manifest, inputs: &Path, copy: &Path) -> Result<Vec<PathBuf>> {
    let found: Vec<String> = read::discover(&[inputs.to_path_buf()])?
        .into_iter()
        .map(|input| input.name)
        .collect();
    if found
        .iter()
        .eq(manifest.inputs.iter().map(|input| &input.name))
    {
        return Ok(vec![inputs.to_path_buf()]);
    }
    for input in &manifest.inputs {
        let source = read::locate(inputs, &input.name);
        let Some(source) = source else {
            return Err(Error::new(
                format!(
                    "`{}` is not in it, and the kit was made from it",
                    input.name
                ),
                "give the folder of the files that were converted",
            )
            .at(inputs.display().to_string()));
        };
        // Of a workbook every sheet stands in the books, and the file is copied once.
        let name = match input.name.rsplit_once(read::SHEET_MARK) {
            Some((file, _)) if !inputs.join(&input.name).is_file() => file,
            _ => &input.name,
        };
        let target = copy.join(name);
        let fail = |error: std::io::Error| Error::io(&target, &error);
        if let Some(folder) = target.parent() {
            fs::create_dir_all(folder).map_err(fail)?;
        }
        fs::copy(&source, &target).map_err(fail)?;
    }
    Ok(vec![copy.to_path_buf()])
}
