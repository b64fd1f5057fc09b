//! The import files against the ledger and the target's profile: identities, links, keys, limits.

use std::path::Path;

use csv::ByteRecord;

use super::existing;
use super::flaw::{Flaw, Report};
use super::manifest::{KitFile, Manifest, Settings};
use super::rows::{Ledger, identity_hash, name_exported};
use super::sums::{self, differences, repeated};
use super::tables::{cell, each_below, name_rows, text};
use crate::error::Result;
use crate::export::{self, From, LinkSlot, Load, ObjectLayout};
use crate::model::axis::Kind;
use crate::model::field::Fields;
use crate::profile::{self, Profile};

/// What every identity of a record begins with that was made from text on others.
const CREATED: &[u8] = b"created:";

/// What the import files hold, in lists that are sorted in the end.
#[derive(Debug, Default)]
struct Found {
    /// Hash of object and identity, see [`identity_hash`].
    records: Vec<u64>,
    /// Those of them that were made from text.
    made: Vec<u64>,
    /// Those of them that the target has: hash of object and identity.
    updates: Vec<u64>,
    /// Hash of the identity, of organizations and of people.
    identities: [Vec<u64>; 2],
    /// Hash of the identities that links point at, likewise.
    linked: [Vec<u64>; 2],
    /// Hash of the target's own key, of the object that is read.
    keys: Vec<u64>,
}

/// An import file of an object.
#[derive(Debug)]
struct Part<'m> {
    file: &'m KitFile,
    load: Load,
}

/// Where the columns are that are checked.
#[derive(Debug)]
struct Places {
    identity: Option<usize>,
    links: Vec<(usize, Kind)>,
    key: Option<usize>,
}

/// Checks the import files.
///
/// # Errors
/// When a file can't be read.
pub(super) fn check(
    kit: &Path,
    manifest: &Manifest,
    ledger: &Ledger,
    report: &mut Report,
) -> Result<()> {
    let profile = match load(&manifest.settings) {
        Ok(profile) => profile,
        Err(mistakes) => {
            let why = format!(
                "links, keys and limits: the target's profile can't be loaded ({mistakes})"
            );
            report.skipped.push(why);
            return Ok(());
        }
    };
    let mut layout = export::compile(&profile, &mut Fields::default());
    if let Some(header) = &manifest.settings.segments {
        layout.add_segments(header)?;
    }
    let mut found = Found::default();
    let mut parts = Vec::new();
    let loads = match manifest.against.is_empty() {
        true => &[Load::All][..],
        false => &[Load::Create, Load::Update],
    };
    for (at, object) in layout.objects.iter().enumerate() {
        let of = |load: Load| {
            let files = parts_of(manifest, &object.stem(at, load)).into_iter();
            files.map(move |file| Part { file, load })
        };
        let files: Vec<Part> = loads.iter().copied().flat_map(of).collect();
        object_files(kit, object, &files, &mut found, report)?;
        parts.push((object, files));
    }
    limits(&profile, manifest, report);
    if !manifest.against.is_empty() {
        let known = existing::check(kit, manifest, ledger, &layout, &mut found.updates, report)?;
        for (all, known) in found.identities.iter_mut().zip(known) {
            all.extend(known);
        }
    }
    found.sort();
    records(kit, manifest, ledger, &parts, &found, report)?;
    links(kit, &parts, &found, report)?;
    report.records = found.records.len() as u64;
    report.checked.push(format!(
        "{} records: identities, links, keys and limits of the target",
        report.records
    ));
    Ok(())
}

/// The target's profile with the overlays that were laid on it.
fn load(settings: &Settings) -> std::result::Result<Profile, crate::yaml::Mistakes> {
    let both = settings
        .from
        .as_ref()
        .is_none_or(|from| *from == settings.to);
    let overlays: Vec<(String, String)> = settings
        .overlays
        .iter()
        .map(|overlay| (overlay.name.clone(), overlay.text.clone()))
        .collect();
    let overlays = profile::overlays_for(&overlays, both);
    profile::load(&settings.to, &overlays)
}

/// The files of an object: `<stem>.csv`, or its parts `<stem>-<number>.csv`.
fn parts_of<'m>(manifest: &'m Manifest, stem: &str) -> Vec<&'m KitFile> {
    let is_part = |name: &str| {
        let rest = name
            .strip_suffix(".csv")
            .and_then(|name| name.strip_prefix(stem));
        let number = rest.and_then(|rest| rest.strip_prefix('-'));
        rest == Some("")
            || number.is_some_and(|number| {
                !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit())
            })
    };
    manifest
        .files
        .iter()
        .filter(|file| file.flavour == "import" && is_part(&file.name))
        .collect()
}

impl Places {
    /// Where they are in an object's file; in that of an update the target's own id stands before them.
    fn of(object: &ObjectLayout, load: Load) -> Self {
        let before = usize::from(load == Load::Update);
        let places = Self::within(object);
        Self {
            identity: places.identity.map(|at| at + before),
            links: places
                .links
                .into_iter()
                .map(|(at, kind)| (at + before, kind))
                .collect(),
            key: places.key.map(|at| at + before),
        }
    }

    fn within(object: &ObjectLayout) -> Self {
        let link = |slot: LinkSlot| match slot {
            LinkSlot::Organization | LinkSlot::Parent => Kind::Organization,
            LinkSlot::Manager => Kind::Person,
        };
        let links = object
            .columns
            .iter()
            .enumerate()
            .filter_map(|(at, column)| match column.from {
                From::Link(slot, _) => Some((at, link(slot))),
                _ => None,
            });
        Self {
            identity: object
                .columns
                .iter()
                .position(|column| matches!(column.from, From::Identity)),
            links: links.collect(),
            key: object.key.map(|(_, at)| at),
        }
    }
}

pub(super) fn kind_index(kind: Kind) -> usize {
    usize::from(kind == Kind::Person)
}

impl Found {
    fn take(&mut self, object: &ObjectLayout, places: &Places, load: Load, record: &ByteRecord) {
        let identity = places.identity.map_or(&b""[..], |at| cell(record, at));
        let hash = identity_hash(object.name.as_bytes(), identity);
        self.records.push(hash);
        if load == Load::Update {
            let name = object.name.as_bytes();
            self.updates.push(sums::hash(&[name, identity]));
        }
        if identity.starts_with(CREATED) {
            self.made.push(hash);
        }
        let [organizations, people] = &mut self.identities;
        let list = if object.kind == Kind::Organization {
            organizations
        } else {
            people
        };
        list.push(sums::hash(&[identity]));
        for (at, kind) in &places.links {
            let target = cell(record, *at);
            if let Some(list) = self
                .linked
                .get_mut(kind_index(*kind))
                .filter(|_| !target.is_empty())
            {
                list.push(sums::hash(&[target]));
            }
        }
        self.keys
            .extend(places.key.and_then(|at| key_hash(record, at)));
    }

    fn sort(&mut self) {
        self.records.sort_unstable();
        self.made.sort_unstable();
        for list in &mut self.identities {
            list.sort_unstable();
        }
        for list in &mut self.linked {
            list.sort_unstable();
            list.dedup();
        }
    }
}

/// The target takes no notice of case in its keys.
fn key_hash(record: &ByteRecord, at: usize) -> Option<u64> {
    let text = cell(record, at).trim_ascii();
    (!text.is_empty())
        .then(|| sums::hash(&[String::from_utf8_lossy(text).to_lowercase().as_bytes()]))
}

fn object_files(
    kit: &Path,
    object: &ObjectLayout,
    files: &[Part],
    found: &mut Found,
    report: &mut Report,
) -> Result<()> {
    found.keys.clear();
    for Part { file, load } in files {
        let places = Places::of(object, *load);
        let (before, keys) = (found.records.len(), found.keys.len());
        each_below(
            kit,
            &file.name,
            &object.headers(*load),
            report,
            |_, record| found.take(object, &places, *load, record),
        )?;
        if *load == Load::Update {
            // Two records that the target has with one key are no business of the kit's.
            let mut own = found.keys.split_off(keys);
            own.sort_unstable();
            own.dedup();
            found.keys.extend(own);
        }
        report.equal(
            &file.name,
            "rows",
            (found.records.len() - before) as u64,
            file.rows,
        );
    }
    found.keys.sort_unstable();
    let twice = repeated(&found.keys);
    for Part { file, load } in files {
        let places = Places::of(object, *load);
        let Some(key) = places.key else { return Ok(()) };
        let headers = object.headers(*load);
        let name = headers.get(key).copied().unwrap_or_default();
        name_rows(
            kit,
            &file.name,
            &twice,
            report,
            |record| key_hash(record, key),
            |record| {
                (
                    own_name(record, &places),
                    format!("another record has the same `{name}`, on which the target merges"),
                )
            },
        )?;
    }
    Ok(())
}

fn own_name(record: &ByteRecord, places: &Places) -> String {
    places.identity.map_or(String::new(), |at| text(record, at))
}

fn limits(profile: &Profile, manifest: &Manifest, report: &mut Report) {
    for file in manifest
        .files
        .iter()
        .filter(|file| file.flavour == "import")
    {
        let import = &profile.import;
        if let Some(most) = import.max_rows.filter(|most| file.rows + 1 > *most) {
            report.add(Flaw::of(
                &*file.name,
                format!(
                    "has {} rows with its header, the target takes {most}",
                    file.rows + 1
                ),
            ));
        }
        if let Some(most) = import.max_bytes.filter(|most| file.bytes > *most) {
            report.add(Flaw::of(
                &*file.name,
                format!("has {} bytes, the target takes {most}", file.bytes),
            ));
        }
    }
}

/// Exported rows and records of the import files are one to one; those beyond were made from text.
fn records(
    kit: &Path,
    manifest: &Manifest,
    ledger: &Ledger,
    parts: &[(&ObjectLayout, Vec<Part>)],
    found: &Found,
    report: &mut Report,
) -> Result<()> {
    if parts
        .iter()
        .any(|(object, _)| Places::within(object).identity.is_none())
    {
        let exported = ledger.exported.len() as u64 + manifest.created;
        report.equal(
            "manifest.json",
            "records in the import files",
            found.records.len() as u64,
            exported,
        );
        report
            .skipped
            .push("identities: the target has no column for them".to_string());
        return Ok(());
    }
    let twice = repeated(&found.records);
    let (lost, beyond) = differences(&ledger.exported, &found.records);
    name_exported(kit, &lost, "stands in no import file of its object", report)?;
    let (unknown, _) = differences(&beyond, &found.made);
    let unknown: Vec<u64> = unknown
        .into_iter()
        .filter(|hash| twice.binary_search(hash).is_err())
        .collect();
    name_records(
        kit,
        parts,
        &twice,
        "stands in the import files more than once",
        report,
    )?;
    name_records(
        kit,
        parts,
        &unknown,
        "is the identity of no exported row",
        report,
    )?;
    let made = (beyond.len() - unknown.len()) as u64;
    if twice.is_empty() {
        report.equal(
            "manifest.json",
            "records made from text on others",
            made,
            manifest.created,
        );
    }
    Ok(())
}

fn name_records(
    kit: &Path,
    parts: &[(&ObjectLayout, Vec<Part>)],
    wanted: &[u64],
    message: &str,
    report: &mut Report,
) -> Result<()> {
    for (object, files) in parts {
        for Part { file, load } in files {
            let places = Places::of(object, *load);
            let hash = |record: &ByteRecord| {
                let identity = places.identity.map_or(&b""[..], |at| cell(record, at));
                Some(identity_hash(object.name.as_bytes(), identity))
            };
            name_rows(kit, &file.name, wanted, report, hash, |record| {
                let name = own_name(record, &places);
                let message = format!("`{name}` {message}");
                (name, message)
            })?;
        }
    }
    Ok(())
}

/// Every link points at a record of the import files, or at one that the target has.
fn links(
    kit: &Path,
    parts: &[(&ObjectLayout, Vec<Part>)],
    found: &Found,
    report: &mut Report,
) -> Result<()> {
    let mut dead: [Vec<u64>; 2] = Default::default();
    for ((dead, linked), known) in dead.iter_mut().zip(&found.linked).zip(&found.identities) {
        dead.extend(
            linked
                .iter()
                .filter(|link| known.binary_search(link).is_err()),
        );
    }
    let files = parts
        .iter()
        .flat_map(|(object, files)| files.iter().map(move |part| (object, part)));
    for (object, Part { file, load }) in files {
        let places = Places::of(object, *load);
        let headers = object.headers(*load);
        for (at, kind) in &places.links {
            let wanted = dead
                .get(kind_index(*kind))
                .map(Vec::as_slice)
                .unwrap_or_default();
            let name = headers.get(*at).copied().unwrap_or_default();
            {
                let hash = |record: &ByteRecord| {
                    Some(cell(record, *at))
                        .filter(|target| !target.is_empty())
                        .map(|target| sums::hash(&[target]))
                };
                name_rows(kit, &file.name, wanted, report, hash, |record| {
                    let message = format!(
                        "`{name}` points at `{}`, which is in no import file",
                        text(record, *at)
                    );
                    (own_name(record, &places), message)
                })?;
            }
        }
    }
    Ok(())
}
