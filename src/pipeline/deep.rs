//! The deepest check of a kit: it is made again from its inputs, and every byte compared.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::convert::convert;
use super::options::{Options, Progress};
use crate::error::{Error, Result};
use crate::kit::{LINES, MANIFEST, hex};
use crate::ledger::manifest::{Beside, Manifest, Settings};
use crate::ledger::{Flaw, compare_files, read_manifest};
use crate::read::{self, Input};

/// Converts a kit's inputs again, as its manifest says it was made, and compares the two. Nothing is written but
/// temporary files.
///
/// # Errors
/// When the folder is no kit, an input is not there, or the conversion fails.
pub fn verify_deep(kit: &Path, inputs: &[&Path], progress: &dyn Progress) -> Result<Vec<Flaw>> {
    let manifest = read_manifest(kit)?;
    let scratch = tempfile::tempdir()
        .map_err(|error| Error::new(error.to_string(), "make room for temporary files"))?;
    let again = scratch.path().join("kit");
    let gathered =
        |files: Vec<File>, name: &str| gather(&files, inputs, &scratch.path().join(name));
    let beside = |files: &[Beside]| -> Vec<File> {
        let each = files.iter();
        each.map(|file| (file.name.clone(), file.sha256.clone()))
            .collect()
    };
    let own = manifest.inputs.iter();
    let own = own.map(|input| (input.name.clone(), input.sha256.clone()));
    let options = Options {
        against: gathered(beside(&manifest.against), "against")?,
        do_not_import: gathered(beside(&manifest.do_not_import), "lists")?,
        ..options(
            &manifest.settings,
            gathered(own.collect(), "inputs")?,
            again.clone(),
        )
    };
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
    let plans = settings.plans.iter();
    let plans = plans.map(|plan| (plan.name.clone(), plan.text.clone()));
    Options {
        inputs,
        to: settings.to.clone(),
        from: settings.from.clone(),
        hints: settings.hints.clone(),
        sheets: settings.sheets.clone(),
        overlays: overlays.collect(),
        matching: settings.matching,
        plans: plans.collect(),
        glossary: settings.glossary_given.clone(),
        select: settings.select.clone(),
        reclassify: settings.reclassify,
        segments: settings.segments.clone(),
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

/// A file by its relative name and its hash.
type File = (String, String);

/// Files under their relative names: the folder itself if it holds just them, else a copy of them.
fn gather(files: &[File], folders: &[&Path], copy: &Path) -> Result<Vec<PathBuf>> {
    if files.is_empty() {
        return Ok(Vec::new());
    }
    if let [folder] = folders {
        let found = read::discover(&[folder.to_path_buf()])?;
        let names = found.iter().map(|input| &input.name);
        if folder.is_dir() && names.eq(files.iter().map(|(name, _)| name)) {
            return Ok(vec![folder.to_path_buf()]);
        }
    }
    for (name, sha256) in files {
        let source = source(folders, name, sha256)?;
        // Of a workbook every sheet stands in the books, and the file is copied once.
        let books = read::book_and_sheet(name).map(|(book, _)| book);
        let mut names = std::iter::once(name.as_str()).chain(books);
        let is_it = |name: &&str| Path::new(name).file_name() == source.file_name();
        let target = copy.join(names.find(is_it).unwrap_or(name));
        let fail = |error: std::io::Error| Error::io(&target, &error);
        if let Some(folder) = target.parent() {
            fs::create_dir_all(folder).map_err(fail)?;
        }
        fs::copy(&source, &target).map_err(fail)?;
    }
    Ok(vec![copy.to_path_buf()])
}

/// Where a file is; of several of its name the one with that hash.
fn source(folders: &[&Path], name: &str, sha256: &str) -> Result<PathBuf> {
    let mut found: Vec<PathBuf> = folders
        .iter()
        .filter_map(|folder| read::locate(folder, name))
        .collect();
    if found.len() > 1 {
        let is_it = |path: &PathBuf| {
            let input = Input {
                path: path.clone(),
                name: name.to_string(),
            };
            read::bare(&input).is_ok_and(|table| hex(&table.sha256) == sha256)
        };
        found.sort_by_key(|path| !is_it(path));
    }
    found.into_iter().next().ok_or_else(|| {
        let places: Vec<String> = folders
            .iter()
            .map(|folder| folder.display().to_string())
            .collect();
        Error::new(
            format!("`{name}` is not in it, and the kit was made from it"),
            "give the folders of the files that were converted, and of those that were read beside them, each with `--inputs`",
        )
        .at(places.join(", "))
    })
}
