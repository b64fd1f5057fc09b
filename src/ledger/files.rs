//! The files of a kit against their checksums.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use super::flaw::{Flaw, Report};
use super::lines;
use super::manifest::Manifest;
use super::place;
use crate::error::{Error, Result};
use crate::kit::{FileLines, LINES, MANIFEST, decode_checksums, hex};

/// The form of kits that this program knows.
const KIT: u32 = 1;

/// Reads the checksums of lines; a flaw if they are damaged or not there.
///
/// # Errors
/// When the folder is no kit, or the file can't be read.
pub(super) fn checksums(kit: &Path, report: &mut Report) -> Result<Option<Vec<FileLines>>> {
    let path = kit.join(LINES);
    if !path.is_file() {
        if !kit.join(MANIFEST).is_file() {
            return Err(no_kit(kit));
        }
        report.add(Flaw::of(LINES, "is missing"));
        return Ok(None);
    }
    let bytes = fs::read(&path).map_err(|error| Error::io(&path, &error))?;
    let found = decode_checksums(&bytes);
    if found.is_none() {
        report.add(Flaw::of(
            LINES,
            "is damaged: its own checksum does not hold; files are checked as a whole only",
        ));
    }
    Ok(found)
}

fn no_kit(kit: &Path) -> Error {
    Error::new(
        format!("there is no `{MANIFEST}` in it"),
        "give the folder that `convert --out` has made",
    )
    .at(kit.display().to_string())
}

/// Reads a kit's manifest, unchecked.
///
/// # Errors
/// When it is not there, can't be read, or is of a form that this program does not know.
pub fn read_manifest(kit: &Path) -> Result<Manifest> {
    let path = kit.join(MANIFEST);
    if !path.is_file() {
        return Err(no_kit(kit));
    }
    let text = fs::read(&path).map_err(|error| Error::io(&path, &error))?;
    let manifest: Manifest = serde_json::from_slice(&text).map_err(|error| {
        Error::new(error.to_string(), "convert again").at(path.display().to_string())
    })?;
    if manifest.kit != KIT {
        let message = format!(
            "the kit has form {}, this program knows form {KIT}",
            manifest.kit
        );
        return Err(
            Error::new(message, "verify it with the version that made it")
                .at(path.display().to_string()),
        );
    }
    Ok(manifest)
}

/// Reads the manifest; `None`, and flaws, if it is not as it was.
///
/// # Errors
/// When it can't be read, or is sound and of an unknown form.
pub(super) fn manifest(
    kit: &Path,
    checksums: Option<&[FileLines]>,
    report: &mut Report,
) -> Result<Option<Manifest>> {
    let path = kit.join(MANIFEST);
    if !path.is_file() {
        report.add(Flaw::of(MANIFEST, "is missing"));
        return Ok(None);
    }
    let stated = checksums.and_then(|all| all.iter().find(|file| file.name == MANIFEST));
    let Some(stated) = stated else {
        return Ok(read_manifest(kit)
            .map_err(|error| report.add(Flaw::of(MANIFEST, error.message)))
            .ok());
    };
    let (was, now) = (
        lines::numbers(&stated.checksums),
        lines::scan(&path, &|_| ())?.lines,
    );
    if was != now {
        let flaws = lines::explain(&path, MANIFEST, &was, &now)?;
        let total = flaws.len();
        report.add_first(flaws, total);
        return Ok(None);
    }
    read_manifest(kit).map(Some)
}

/// Checks that the folder holds just the files that were written, and each as it was written.
///
/// # Errors
/// When a file can't be read.
pub(super) fn check(
    kit: &Path,
    manifest: Option<&Manifest>,
    checksums: Option<&[FileLines]>,
    progress: &dyn Fn(u64),
    report: &mut Report,
) -> Result<()> {
    let mut stated: BTreeMap<&str, Stated> = BTreeMap::new();
    for file in checksums
        .unwrap_or_default()
        .iter()
        .filter(|file| file.name != MANIFEST)
    {
        stated.entry(&file.name).or_default().lines = Some(&file.checksums);
    }
    for file in manifest
        .map(|manifest| manifest.files.as_slice())
        .unwrap_or_default()
    {
        let known = stated.entry(&file.name).or_default();
        known.whole = Some((file.bytes, &file.sha256));
    }
    let there = listed(kit)?;
    if !stated.is_empty() {
        for name in there
            .iter()
            .filter(|name| !stated.contains_key(name.as_str()))
        {
            report.add(Flaw::of(
                name.clone(),
                "does not belong to the kit: it was not there when the kit was made",
            ));
        }
    }
    for (name, stated) in stated {
        if there.contains(name) {
            one(kit, name, &stated, progress, report)?;
            report.files += 1;
        } else {
            report.add(Flaw::of(name, "is missing"));
        }
    }
    report.checked.push(format!(
        "{} files: size, SHA-256 and each line",
        report.files
    ));
    Ok(())
}

/// What is stated of a file.
#[derive(Debug, Default)]
struct Stated<'a> {
    whole: Option<(u64, &'a str)>,
    lines: Option<&'a [u8]>,
}

fn one(
    kit: &Path,
    name: &str,
    stated: &Stated,
    progress: &dyn Fn(u64),
    report: &mut Report,
) -> Result<()> {
    let path = kit.join(name);
    let found = lines::scan(&path, progress)?;
    let whole = stated
        .whole
        .is_none_or(|(bytes, sha256)| bytes == found.bytes && sha256 == hex(&found.sha256));
    let was = stated.lines.map(lines::numbers);
    let same = was.as_ref().is_none_or(|was| *was == found.lines);
    if whole && same {
        return Ok(());
    }
    let mut flaws = match &was {
        Some(was) if !same => lines::explain(&path, name, was, &found.lines)?,
        _ => vec![Flaw::of(
            name,
            "was changed: its SHA-256 is not the one in the manifest",
        )],
    };
    let total = flaws.len();
    flaws.truncate(super::flaw::MOST);
    place::add_rows(kit, name, &mut flaws)?;
    report.add_first(flaws, total);
    Ok(())
}

/// The files in the folder, by their names in the kit, without the manifest and its checksums.
fn listed(kit: &Path) -> Result<BTreeSet<String>> {
    let mut names = BTreeSet::new();
    walk(kit, "", &mut names)?;
    names.remove(MANIFEST);
    names.remove(LINES);
    Ok(names)
}

fn walk(folder: &Path, prefix: &str, names: &mut BTreeSet<String>) -> Result<()> {
    let fail = |error: std::io::Error| Error::io(folder, &error);
    for entry in fs::read_dir(folder).map_err(fail)? {
        let entry = entry.map_err(fail)?;
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            walk(&entry.path(), &format!("{name}/"), names)?;
        } else {
            names.insert(name);
        }
    }
    Ok(())
}
