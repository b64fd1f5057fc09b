//! The way back: an export turned into its own vendor's import files, over another vendor's if one is named, and each
//! of its cells compared with what stands there in the end. What is compared was written from canonical values alone.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::convert::{convert, load};
use super::options::{Options, Progress};
use super::sources::{self, Role, Understood};
use crate::error::{Error, Result};
use crate::export::{self, From, Layout};
use crate::map::Disposition;
use crate::model::field::{Fields, find};
use crate::model::finding;
use crate::profile::schema::{Column, Does, Object, Profile};
use crate::read::{self, Rows, decode, each_row};
use crate::survey::{Catalog, Match, fold};

/// Most cells that are shown of a column.
const SHOWN: usize = 20;

/// What a round trip came to.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Roundtrip {
    /// The profile there and back.
    pub profile: String,
    /// The profile between.
    pub via: Option<String>,
    /// Rows whose cells were compared.
    pub rows: u64,
    /// Rows that were not exported, and not compared.
    pub not_exported: u64,
    /// The columns, by file.
    pub columns: Vec<ColumnTrip>,
}

/// What became of the filled cells of a column.
#[derive(Clone, Debug, Default, Serialize)]
pub struct ColumnTrip {
    /// The file.
    pub file: String,
    /// The column's header.
    pub column: String,
    /// Filled cells.
    pub filled: u64,
    /// Came back to the letter.
    pub lossless: u64,
    /// Came back in the one spelling for their kind of value, and will from now on.
    pub normalised: u64,
    /// Came back as another value that means the same in the profile, or as that of the row that stands for the party.
    pub representative: u64,
    /// Came back as something else.
    pub changed: u64,
    /// Did not come back.
    pub lost: u64,
    /// Did not come back, and a finding of the conversion says why: they stand for nothing, or can't be read.
    pub named: u64,
    /// Are not written, as the profile says.
    pub not_written: u64,
    /// Why they are not written.
    pub why: String,
    /// The first of those that changed or were lost.
    pub cells: Vec<CellTrip>,
}

/// A cell that did not come back as it was.
#[derive(Clone, Debug, Serialize)]
pub struct CellTrip {
    /// Its row.
    pub row: u32,
    /// What it held, masked.
    pub was: String,
    /// What came back, masked; empty if nothing did.
    pub is: String,
}

impl Roundtrip {
    /// Whether cells changed or were lost that the profile does not declare.
    pub fn needs_a_look(&self) -> bool {
        self.columns
            .iter()
            .any(|column| column.changed + column.lost > 0)
    }
}

/// Runs the round trip of the inputs; `options.to` and `options.out` are not looked at.
///
/// # Errors
/// When the inputs are of several profiles or none, or a conversion can't be done.
pub fn roundtrip(
    options: &Options,
    via: Option<&str>,
    progress: &dyn Progress,
) -> Result<Roundtrip> {
    let name = profile_of(options)?;
    let scratch = tempfile::tempdir()
        .map_err(|error| Error::new(error.to_string(), "make room for temporary files"))?;
    let leg = |inputs: Vec<PathBuf>, from: Option<&str>, to: &str, folder: &str| {
        let out = scratch.path().join(folder);
        let first = folder == "there";
        let leg = Options {
            inputs,
            to: to.to_string(),
            from: from.map(str::to_string),
            hints: if first {
                options.hints.clone()
            } else {
                Vec::new()
            },
            out: Some(out.clone()),
            force: false,
            keep_owners: via.is_none() || !first,
            ..options.clone()
        };
        convert(&leg, progress).map(|_| out)
    };
    let from = options.from.as_deref();
    let there = leg(options.inputs.clone(), from, via.unwrap_or(&name), "there")?;
    let back = match via {
        Some(via) => leg(vec![there.clone()], Some(via), &name, "back")?,
        None => there.clone(),
    };
    let again = leg(vec![back.clone()], Some(&name), &name, "again")?;

    let options = Options {
        to: name.clone(),
        ..options.clone()
    };
    let profiles = load(&options)?;
    let catalog = Catalog::new(&profiles.sources);
    let inputs = read::discover(&options.inputs)?;
    let mut files = sources::understand(&inputs, &catalog, &options, profiles.from)?;
    let mut fields = Fields::default();
    let layout = export::compile(&profiles.target, &mut fields);
    let job = crate::map::Job::default();
    sources::compile(&mut files, &catalog, &job, &mut fields)?;
    let ends = ends(&there)?;
    let mut rows_of = HashMap::new();
    for id in ends.values().flatten() {
        *rows_of.entry(id.clone()).or_default() += 1;
    }
    let trip = Trip {
        profile: &profiles.target,
        layout: &layout,
        ends,
        rows_of,
        named: named(&there)?,
        back: Kit::read(&back, &layout)?,
        again: Kit::read(&again, &layout)?,
    };
    let mut found = Roundtrip {
        profile: profiles.target.name.clone(),
        via: via.map(str::to_string),
        ..Roundtrip::default()
    };
    for file in files.iter().filter(|file| file.role == Role::Parties) {
        trip.file(file, &mut found)?;
    }
    Ok(found)
}

/// The one profile that the inputs are of: its name, or its path as the user gave it.
pub(super) fn profile_of(options: &Options) -> Result<String> {
    if let Some(from) = &options.from {
        return Ok(from.clone());
    }
    let guess = Options {
        to: crate::survey::GENERIC.to_string(),
        overlays: Vec::new(),
        ..options.clone()
    };
    let profiles = load(&guess)?;
    let catalog = Catalog::new(&profiles.sources);
    let inputs = read::discover(&options.inputs)?;
    let files = sources::understand(&inputs, &catalog, &guess, None)?;
    let mut systems: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for file in files.iter().filter(|file| file.role == Role::Parties) {
        let found = file.recognition.as_ref();
        let profile = found.and_then(|found| catalog.profiles().get(found.profile));
        if let Some(profile) = profile {
            let files = systems.entry(&profile.name).or_default();
            files.push(&file.table.input.name);
        }
    }
    let mut names = systems.keys();
    match (names.next(), names.next()) {
        (Some(one), None) => Ok((*one).to_string()),
        (None, _) => Err(Error::new(
            "nothing here holds people or companies",
            "say what it is with `--from PROFILE --as FILE=OBJECT`",
        )),
        _ => {
            let named =
                |(name, files): (&&str, &Vec<&str>)| format!("{name} ({})", files.join(", "));
            let named: Vec<String> = systems.iter().map(named).collect();
            Err(Error::new(
                format!("the files are of several systems: {}", named.join("; ")),
                "give the files of one of them, or say which it is with `--from PROFILE`",
            ))
        }
    }
}

/// Where each source row went: its identity, if it was exported or merged.
type Ends = HashMap<(String, u32), Option<String>>;

fn ends(kit: &Path) -> Result<Ends> {
    let mut ends = Ends::new();
    each_record(&kit.join("every-row.csv"), |_, cells| {
        let cell = |at: usize| cells.get(at).map_or("", String::as_str);
        let moved = matches!(cell(5), "exported" | "merged");
        if let Ok(row) = cell(1).parse() {
            let id = moved.then(|| cell(8).to_string());
            ends.insert((cell(0).to_string(), row), id);
        }
    })?;
    Ok(ends)
}

/// What the findings of a kit name: file, row, and the column, or the code of one that names none.
fn named(kit: &Path) -> Result<HashSet<(String, u32, String)>> {
    #[derive(Deserialize)]
    struct Line {
        file: String,
        row: u32,
        code: String,
        column: String,
    }
    let path = kit.join("findings.jsonl");
    let text = std::fs::read_to_string(&path).map_err(|error| Error::io(&path, &error))?;
    let lines = text
        .lines()
        .filter_map(|line| serde_json::from_str(line).ok());
    let named =
        lines.filter(|line: &Line| !line.column.is_empty() || line.code == "owner-unresolved");
    Ok(named
        .map(|line| (line.file, line.row, line.column))
        .collect())
}

/// The import files of a kit: by identity, the object and the row.
struct Kit {
    rows: HashMap<String, (usize, Vec<String>)>,
}

impl Kit {
    fn read(kit: &Path, layout: &Layout) -> Result<Self> {
        let mut rows = HashMap::new();
        for (object, spec) in layout.objects.iter().enumerate() {
            let identity = spec
                .columns
                .iter()
                .position(|column| matches!(column.from, From::Identity));
            let Some(identity) = identity else { continue };
            let stem = format!("{}-{}", object + 1, spec.file);
            for input in read::discover(&[kit.to_path_buf()])? {
                let parts = input.name.strip_prefix(&stem);
                if parts.is_some_and(|rest| rest.starts_with(['.', '-'])) {
                    each_record(&input.path, |row, cells| {
                        if let Some(id) = cells.get(identity).filter(|_| row > 1) {
                            rows.insert(id.clone(), (object, cells.clone()));
                        }
                    })?;
                }
            }
        }
        Ok(Self { rows })
    }
}

/// Calls `each` with the number and the cells of every record of a kit's file.
pub(super) fn each_record(path: &Path, mut each: impl FnMut(u32, &Vec<String>)) -> Result<()> {
    let fail = |error: csv::Error| {
        Error::new(
            format!("can't be read again ({error})"),
            "is the disk full?",
        )
        .at(path.display().to_string())
    };
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_path(path)
        .map_err(fail)?;
    for (row, record) in (1..).zip(reader.records()) {
        let cells = record.map_err(fail)?.iter().map(str::to_string).collect();
        each(row, &cells);
    }
    Ok(())
}

struct Trip<'t> {
    profile: &'t Profile,
    layout: &'t Layout,
    ends: Ends,
    /// How many rows became the record of each identity.
    rows_of: HashMap<String, u32>,
    /// What a finding speaks of, see [`named`].
    named: HashSet<(String, u32, String)>,
    back: Kit,
    again: Kit,
}

/// The verdict on a cell.
enum Verdict {
    Lossless,
    Normalised,
    Representative,
    Changed(String),
    Named,
    Lost,
    NotWritten(String),
}

impl Trip<'_> {
    fn file(&self, file: &Understood, found: &mut Roundtrip) -> Result<()> {
        let first = found.columns.len();
        let name = &file.table.input.name;
        found
            .columns
            .extend(file.header.names.iter().map(|column| ColumnTrip {
                file: name.clone(),
                column: column.clone(),
                ..ColumnTrip::default()
            }));
        let reader = Rows::open(&file.table)?;
        for block in &file.table.blocks {
            let bytes = reader.bytes(block)?;
            each_row(&file.table, block, &bytes, |row, _, cells| {
                if row <= file.header.row {
                    return;
                }
                let end = self.ends.get(&(name.clone(), row)).and_then(Option::as_ref);
                let Some(id) = end else {
                    found.not_exported += 1;
                    return;
                };
                found.rows += 1;
                let merged = self.rows_of.get(id).is_some_and(|rows| *rows > 1);
                for (at, cell) in cells.iter().enumerate() {
                    let text = decode(cell, file.table.encoding).0;
                    let text = text.trim();
                    let column = found.columns.get_mut(first + at);
                    if let Some(column) = column.filter(|_| !text.is_empty()) {
                        column.filled += 1;
                        let verdict = match self.cell(file, (row, at), id, text, merged) {
                            Verdict::Lost if self.is_named(file, at, row) => Verdict::Named,
                            other => other,
                        };
                        count(column, verdict, row, text);
                    }
                }
            });
        }
        Ok(())
    }

    fn is_named(&self, file: &Understood, at: usize, row: u32) -> bool {
        let name = |column: &str| (file.table.input.name.clone(), row, column.to_string());
        let header = file.header.names.get(at).map_or("", String::as_str);
        let owner = || {
            let found = file.dispositions.first().and_then(|all| all.get(at));
            let fed = |fields: &Vec<_>| fields.iter().any(|f| Some(*f) == find("owner"));
            matches!(found, Some(Disposition::Fed(fields)) if fed(fields))
        };
        self.named.contains(&name(header))
            || self.named.contains(&name("owner-unresolved")) && owner()
    }

    fn cell(
        &self,
        file: &Understood,
        (source_row, at): (u32, usize),
        id: &str,
        text: &str,
        merged: bool,
    ) -> Verdict {
        let Some((object, row)) = self.back.rows.get(id) else {
            return Verdict::Lost;
        };
        let Some(spec) = self.layout.objects.get(*object) else {
            return Verdict::Lost;
        };
        let empty = &self.profile.formats.empty;
        if empty
            .iter()
            .any(|word| word.to_lowercase() == text.to_lowercase())
        {
            return Verdict::NotWritten("stands for nothing".to_string());
        }
        let column = self.column(file, at, &spec.name);
        let (source, column) = match column {
            Ok(known) => known,
            Err(why) => return Verdict::NotWritten(why),
        };
        let place = spec.columns.iter().position(|out| out.key == column.key);
        let Some(place) = place else {
            let why = match source.name == spec.name {
                true => "the target does not take it".to_string(),
                false => format!("it is written as {}", spec.name),
            };
            return Verdict::NotWritten(why);
        };
        let of = |kit: &Kit| -> String {
            let found = kit.rows.get(id).and_then(|(_, cells)| cells.get(place));
            found.map_or(String::new(), |text| text.trim().to_string())
        };
        let is = row.get(place).map_or("", |text| text.trim());
        let listed = |text: &str| {
            let folded = fold(text);
            column.values.iter().any(|rule| {
                fold(&rule.stored) == folded
                    || rule.labels.iter().any(|label| fold(label) == folded)
            })
        };
        let blanked = || {
            let name = file.table.input.name.clone();
            let finding = (name, source_row, "target-key-blanked".to_string());
            spec.key.is_some_and(|(_, key)| key == place) && self.named.contains(&finding)
        };
        match is {
            "" if blanked() => Verdict::Named,
            "" if merged => Verdict::Representative,
            "" => Verdict::Lost,
            same if same == text => Verdict::Lossless,
            other if listed(other) && listed(text) => Verdict::Representative,
            _ if merged => Verdict::Representative,
            other if of(&self.again) == other => Verdict::Normalised,
            other => Verdict::Changed(other.to_string()),
        }
    }

    /// The object and the column of the profile that a source column is, or why it is not written.
    fn column<'p>(
        &'p self,
        file: &Understood,
        at: usize,
        target: &str,
    ) -> std::result::Result<(&'p Object, &'p Column), String> {
        let mut objects = file
            .objects
            .iter()
            .filter_map(|(object, _, matches)| Some((self.profile.objects.get(*object)?, matches)));
        let (object, matches): (&Object, &Vec<Option<Match>>) = {
            let first = objects.clone().next();
            objects
                .find(|(object, _)| object.name == target)
                .or(first)
                .ok_or("not recognised")?
        };
        let hit = matches.get(at).copied().flatten();
        let column = hit.and_then(|hit| object.columns.get(hit.column));
        let column = column.ok_or("the profile does not know it")?;
        match &column.does {
            Does::Drop(reason) => Err(format!("dropped: {reason}")),
            Does::Keep => Err("kept aside".to_string()),
            Does::Fields { .. } => Ok((object, column)),
        }
    }
}

fn count(column: &mut ColumnTrip, verdict: Verdict, row: u32, text: &str) {
    let is = match verdict {
        Verdict::Lossless => return column.lossless += 1,
        Verdict::Normalised => return column.normalised += 1,
        Verdict::Named => return column.named += 1,
        Verdict::Representative => return column.representative += 1,
        Verdict::NotWritten(why) => {
            column.why = why;
            return column.not_written += 1;
        }
        Verdict::Changed(is) => {
            column.changed += 1;
            is
        }
        Verdict::Lost => {
            column.lost += 1;
            String::new()
        }
    };
    if column.cells.len() < SHOWN {
        column.cells.push(CellTrip {
            row,
            was: finding::mask(text),
            is: finding::mask(&is),
        });
    }
}
