//! The way back: an export turned into its own vendor's import files, over another vendor's if one is named, and each
//! of its cells compared with what stands there in the end. What is compared was written from canonical values alone.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::convert::{convert, load};
use super::options::{Options, Progress};
use super::sources::{self, Role, Understood};
use crate::error::{Error, Result};
use crate::export::{self, From, Layout, ObjectLayout, OutColumn, Way};
use crate::map::Disposition;
use crate::model::field::{Fields, find};
use crate::model::finding;
use crate::profile::schema::{Column, Does, Object, Profile, ValueRule};
use crate::read::{self, Input, Rows, decode, each_row};
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
    /// Came back as the value that stands for theirs in the profile, as what another column of the row says that wins over
    /// them, or as the cell of the row that stands for the party.
    pub representative: u64,
    /// Came back as something else.
    pub changed: u64,
    /// Did not come back.
    pub lost: u64,
    /// Did not come back, and a finding of the conversion says why: they stand for nothing, or can't be read.
    pub named: u64,
    /// Did not come back as they were, and the profile says so: by its lines, or by `one_way`.
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
    let leg = |inputs: Vec<PathBuf>, hints, from: Option<&str>, to: &str, folder: &str| {
        let out = scratch.path().join(folder);
        let first = folder == "there";
        let leg = Options {
            inputs,
            to: to.to_string(),
            from: from.map(str::to_string),
            hints,
            sheets: options.sheets.iter().filter(|_| first).cloned().collect(),
            out: Some(out.clone()),
            force: false,
            keep_owners: via.is_none() || !first,
            ..options.clone()
        };
        convert(&leg, progress).map(|_| out)
    };
    let from = options.from.as_deref();
    let there = leg(
        options.inputs.clone(),
        options.hints.clone(),
        from,
        via.unwrap_or(&name),
        "there",
    )?;
    let back = match via {
        Some(via) => leg(vec![there.clone()], Vec::new(), Some(via), &name, "back")?,
        None => there.clone(),
    };
    let options = Options {
        to: name.clone(),
        ..options.clone()
    };
    let profiles = load(&options)?;
    let mut fields = Fields::default();
    let layout = export::compile(&profiles.target, &mut fields);
    let hints = import_files(&back, &layout)?
        .into_iter()
        .map(|(_, spec, input)| (input.name, spec.name.clone()))
        .collect();
    let again = leg(vec![back.clone()], hints, Some(&name), &name, "again")?;

    let catalog = Catalog::new(&profiles.sources);
    let inputs = read::discover(&options.inputs)?;
    let mut files = sources::understand(&inputs, &catalog, &options, profiles.from)?;
    let job = crate::map::Job::default();
    sources::compile(&mut files, &catalog, &job, &mut fields, false)?;
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
        ends_again: self::ends(&again)?,
        ways: ways(&profiles.target, &layout),
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
    struct Remark {
        file: String,
        row: u32,
        code: String,
        column: String,
    }
    let path = kit.join("findings.jsonl");
    let text = std::fs::read_to_string(&path).map_err(|error| Error::io(&path, &error))?;
    let lines = text
        .lines()
        .filter_map(|line| serde_json::from_str::<Remark>(line).ok());
    let name = |line: Remark| {
        let what = if line.column.is_empty() {
            line.code
        } else {
            line.column
        };
        (line.file, line.row, what)
    };
    Ok(lines.map(name).collect())
}

/// The import files of a kit: by identity, the row.
struct Kit {
    rows: HashMap<String, Line>,
}

/// A row of an import file.
struct Line {
    /// The object's place in the layout.
    object: usize,
    /// File and row.
    place: (String, u32),
    cells: Vec<String>,
}

impl Kit {
    fn read(kit: &Path, layout: &Layout) -> Result<Self> {
        let mut rows = HashMap::new();
        for (object, spec, input) in import_files(kit, layout)? {
            let identity = |column: &OutColumn| matches!(column.from, From::Identity);
            let Some(identity) = spec.columns.iter().position(identity) else {
                continue;
            };
            each_record(&input.path, |row, cells| {
                if let Some(id) = cells.get(identity).filter(|_| row > 1) {
                    let line = Line {
                        object,
                        place: (input.name.clone(), row),
                        cells: cells.clone(),
                    };
                    rows.insert(id.clone(), line);
                }
            })?;
        }
        Ok(Self { rows })
    }
}

/// The import files of a kit: the place of the object in the layout, the object, the file.
fn import_files<'l>(
    kit: &Path,
    layout: &'l Layout,
) -> Result<Vec<(usize, &'l ObjectLayout, Input)>> {
    let mut found = Vec::new();
    for input in read::discover(&[kit.to_path_buf()])? {
        let object = layout.objects.iter().enumerate().find(|(at, spec)| {
            let stem = format!("{}-{}", at + 1, spec.file);
            let rest = input.name.strip_prefix(&stem);
            rest.is_some_and(|rest| rest.starts_with(['.', '-']))
        });
        found.extend(object.map(|(at, spec)| (at, spec, input)));
    }
    Ok(found)
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
    /// Where the rows of `back` went.
    ends_again: Ends,
    ways: Ways<'t>,
}

/// By object, column and the place of the object that it is written to: the column's way back.
type Ways<'t> = HashMap<(&'t str, &'t str, usize), Way>;

fn ways<'t>(profile: &'t Profile, layout: &Layout) -> Ways<'t> {
    let mut ways = Ways::new();
    for (at, spec) in layout.objects.iter().enumerate() {
        let Some(target) = profile
            .objects
            .iter()
            .find(|object| object.name == spec.name)
        else {
            continue;
        };
        for object in &profile.objects {
            for column in &object.columns {
                let way = export::way_back(column, target, spec);
                ways.insert((&object.name, &column.key, at), way);
            }
        }
    }
    ways
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
                let texts = cells
                    .iter()
                    .map(|cell| decode(cell, file.table.encoding).0.trim().to_string());
                let texts: Vec<String> = texts.collect();
                for (at, text) in texts.iter().enumerate() {
                    let column = found.columns.get_mut(first + at);
                    if let Some(column) = column.filter(|_| !text.is_empty()) {
                        column.filled += 1;
                        let verdict = match self.cell(file, (row, at), id, &texts, merged) {
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
        texts: &[String],
        merged: bool,
    ) -> Verdict {
        let text = texts.get(at).map_or("", String::as_str);
        let Some(line) = self.back.rows.get(id) else {
            return Verdict::Lost;
        };
        let Some(spec) = self.layout.objects.get(line.object) else {
            return Verdict::Lost;
        };
        let empty = &self.profile.formats.empty;
        if empty
            .iter()
            .any(|word| word.to_lowercase() == text.to_lowercase())
        {
            return Verdict::NotWritten("stands for nothing".to_string());
        }
        let (source, column) = match self.column(file, at, &spec.name) {
            Ok(known) => known,
            Err(why) => return Verdict::NotWritten(why),
        };
        let place = spec.columns.iter().position(|out| out.key == column.key);
        let cell = |row: &[String]| -> String {
            let found = place.and_then(|place| row.get(place));
            found.map_or(String::new(), |text| text.trim().to_string())
        };
        let is = cell(&line.cells);
        let stays = || {
            let again = self.ends_again.get(&line.place).and_then(Option::as_ref);
            let again = again.and_then(|id| self.again.rows.get(id));
            again.is_some_and(|line| cell(&line.cells) == is)
        };
        let blanked = || {
            let name = file.table.input.name.clone();
            let finding = (name, source_row, "target-key-blanked".to_string());
            spec.key.is_some_and(|(_, key)| Some(key) == place) && self.named.contains(&finding)
        };
        if is == text {
            return Verdict::Lossless;
        }
        if place.is_none() && source.name != spec.name {
            return Verdict::NotWritten(format!("it is written as {}", spec.name));
        }
        let Some(target) = self.object(&spec.name) else {
            return Verdict::Lost;
        };
        let way = (source.name.as_str(), column.key.as_str(), line.object);
        let Some(way) = self.ways.get(&way) else {
            return Verdict::Lost;
        };
        let verdict = match (way, is.as_str()) {
            (Way::OneWay(why), _) => Verdict::NotWritten(why.clone()),
            (_, "") if blanked() => Verdict::Named,
            _ if merged => Verdict::Representative,
            (Way::ManyToOne(pairs), is) => stands_for(pairs, text, is, stays),
            (_, "") => Verdict::Lost,
            (Way::Normalising, _) if stays() => Verdict::Normalised,
            _ => Verdict::Changed(is),
        };
        let undeclared = matches!(verdict, Verdict::Lost | Verdict::Changed(_));
        match export::declared_one_way(column, target) {
            Some(why) if undeclared => Verdict::NotWritten(why.to_string()),
            _ if matches!(verdict, Verdict::Changed(_))
                && self.is_overruled(file, at, source, texts) =>
            {
                Verdict::Representative
            }
            _ => verdict,
        }
    }

    fn object(&self, name: &str) -> Option<&Object> {
        let mut all = self.profile.objects.iter();
        all.find(|object| object.name == name)
    }

    /// Whether another column of the row says otherwise of what this one speaks of; which one wins is the profile's.
    fn is_overruled(
        &self,
        file: &Understood,
        at: usize,
        source: &Object,
        texts: &[String],
    ) -> bool {
        let said = |at: usize| -> Vec<(&str, &str)> {
            let (Ok((_, column)), Some(text)) =
                (self.column(file, at, &source.name), texts.get(at))
            else {
                return Vec::new();
            };
            said_by(column, text)
        };
        let own = said(at);
        let others = (0..texts.len()).filter(|other| *other != at);
        others.flat_map(said).any(|(name, value)| {
            own.iter()
                .any(|(mine, said)| *mine == name && *said != value)
        })
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

/// What a listed value says: axis or field, and its value.
fn said_by<'p>(column: &'p Column, text: &str) -> Vec<(&'p str, &'p str)> {
    let folded = fold(text);
    let spelt = |rule: &&ValueRule| {
        fold(&rule.stored) == folded || rule.labels.iter().any(|label| fold(label) == folded)
    };
    let Some(rule) = column.values.iter().find(spelt) else {
        return Vec::new();
    };
    let field = match &column.does {
        Does::Fields { fields, .. } => fields.first(),
        _ => None,
    };
    let own = field.zip(rule.value.as_ref());
    let claims = rule.claims.iter().map(|(name, value)| (name, value));
    let all = claims.chain(own);
    all.map(|(name, value)| (name.as_str(), value.as_str()))
        .collect()
}

/// The verdict on a cell of a column that lists what its values mean: `is` came back for `text`.
fn stands_for(
    pairs: &[(String, String)],
    text: &str,
    is: &str,
    stays: impl Fn() -> bool,
) -> Verdict {
    let folded = fold(text);
    let listed = pairs.iter().find(|(read, _)| fold(read) == folded);
    match (listed, is) {
        (Some((_, written)), "") if written.is_empty() => {
            Verdict::NotWritten("no value stands for it".to_string())
        }
        (_, "") => Verdict::Lost,
        (Some((_, written)), is) if written == is => Verdict::Representative,
        (None, _) if stays() => Verdict::Normalised,
        _ => Verdict::Changed(is.to_string()),
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
            is: match is.as_str() {
                "" => String::new(),
                is => finding::mask(is),
            },
        });
    }
}
