//! The mapping of one export, laid open: each column, value and owner that its files hold, what it means, where it goes
//! and what becomes of it. What becomes of it is not foretold but taken from a kit that is made of the same files.

mod alone;
mod in_kit;
mod words;

use std::collections::BTreeMap;

use super::assemble::{KEYS, takers};
use super::convert::{Profiles, convert, load};
use super::options::{Options, Progress};
use super::roundtrip::{each_record, profile_of};
use super::sources::{self, Role, Understood};
use crate::error::{Error, Result};
use crate::export::{self, From, Layout, OutColumn};
use crate::expression::Expression;
use crate::map::{Disposition, Job, fold_value};
use crate::model::fate::{CELL_FATES, CellFate};
use crate::model::field::{FieldId, Fields, Type};
use crate::model::record::{How, Value};
use crate::profile::schema::{Column, Does, Line, Object, Profile, ValueRule, Verdict};
use crate::profile::{written_meaning, written_rule};
use crate::read;
use crate::survey::{self, Catalog, Part, Values};
use alone::{Alone, claimed, follows, kind};
use in_kit::{Boxes, Fates, boxes, fates};
use words::{family, label, words};

/// The mapping of one export to one target.
#[derive(Debug, Default)]
pub struct Mapping {
    /// The source's profile: its name and its title.
    pub source: (String, String),
    /// The target's, likewise.
    pub target: (String, String),
    /// The source's objects that its files hold.
    pub objects: Vec<MappedObject>,
    /// The owners in its files, most records first.
    pub owners: Vec<MappedOwner>,
    /// Who answers where no one else does.
    pub fallback: String,
    /// The lines of the kit's `fields-to-create.csv`, its header first.
    pub to_create: Vec<Vec<String>>,
    /// What the client has said of the lines.
    pub reviewed: Vec<(Line, Verdict)>,
}

/// An object of the source.
#[derive(Debug, Default)]
pub struct MappedObject {
    /// Its name in the profile.
    pub name: String,
    /// The files that hold it.
    pub files: Vec<String>,
    /// Its rows.
    pub rows: u64,
    /// Its columns, in the order of the files.
    pub columns: Vec<MappedColumn>,
}

/// A column of the files.
#[derive(Debug, Default)]
pub struct MappedColumn {
    /// Its header.
    pub header: String,
    /// Its line in the profile; its header where it has none of its own.
    pub line: String,
    /// What the vendor's English screens call it.
    pub label: String,
    /// What it means, in words.
    pub means: String,
    /// The same as the profile writes it; empty where the profile does not know it.
    pub rule: String,
    /// The target's columns that take it.
    pub goes_to: String,
    /// What happens to it, and why.
    pub happens: String,
    /// Its filled cells by fate, those of other objects in its files among them.
    pub fates: [u64; CELL_FATES.len()],
    /// What stands in it.
    pub cells: Values,
    /// Its values, where the profile says what they mean; most frequent first.
    pub values: Vec<MappedValue>,
}

/// A stored value of a column.
#[derive(Debug, Default)]
pub struct MappedValue {
    /// The value: as the profile has it, or as most cells have it.
    pub value: String,
    /// How it is spelled in the files, most frequent first.
    pub spelled: Vec<String>,
    /// Cells that hold it.
    pub cells: u64,
    /// What it means, as the profile writes it; nothing where it is not listed.
    pub rule: Option<String>,
    /// What the target writes for it, as far as that hangs on this value alone.
    pub goes_to: String,
}

/// An owner of records.
#[derive(Debug, Default)]
pub struct MappedOwner {
    /// The owner as the source writes it.
    pub owner: String,
    /// Who that is; empty where nobody says it.
    pub who: String,
    /// Records.
    pub records: u64,
    /// The target's user; empty where there is none.
    pub given: String,
}

/// What happens to a column that the target takes.
const MOVED: &str = "moved";

/// Lays open the mapping of the inputs; `options.out` is not looked at.
///
/// # Errors
/// When the inputs are of several systems or none, or can't be converted.
pub fn mapping(options: &Options, progress: &dyn Progress) -> Result<Mapping> {
    let name = profile_of(options)?;
    let scratch = tempfile::tempdir()
        .map_err(|error| Error::new(error.to_string(), "make room for temporary files"))?;
    let kit = scratch.path().join("kit");
    let job = Options {
        out: Some(kit.clone()),
        ..options.clone()
    };
    let outcome = convert(&job, progress)?;
    progress.step("counting values", 0);
    let profiles = load(options)?;
    let catalog = Catalog::new(&profiles.sources);
    let inputs = read::discover(&options.inputs)?;
    let mut files = sources::understand(&inputs, &catalog, options, profiles.from)?;
    let mut fields = Fields::default();
    let layout = export::compile(&profiles.target, &mut fields);
    sources::compile(&mut files, &catalog, &Job::default(), &mut fields, false)?;
    let source = source(&profiles, &name, &files)?;
    let mut to_create = Vec::new();
    each_record(&kit.join("fields-to-create.csv"), |_, cells| {
        to_create.push(cells.clone());
    })?;
    let whole = Whole {
        source,
        layout: &layout,
        fields: &fields,
        fates: fates(&kit)?,
        boxes: boxes(&kit, &files)?,
    };
    let mut objects: Vec<MappedObject> = Vec::new();
    for file in files.iter().filter(|file| file.role == Role::Parties) {
        whole.file(file, &mut objects)?;
    }
    objects
        .iter_mut()
        .flat_map(|object| &mut object.columns)
        .for_each(come_true);
    let mut owners: Vec<MappedOwner> = (outcome.owners.into_iter().zip(outcome.who))
        .map(|((owner, given, records), who)| MappedOwner {
            owner,
            who,
            records,
            given,
        })
        .collect();
    owners.sort_by(|a, b| (b.records, &a.owner).cmp(&(a.records, &b.owner)));
    let said = [&profiles.target, source].map(|profile| profile.owners.fallback.clone());
    Ok(Mapping {
        source: (source.name.clone(), source.title.clone()),
        target: (profiles.target.name.clone(), profiles.target.title.clone()),
        objects,
        owners,
        fallback: said.into_iter().flatten().next().unwrap_or_default(),
        to_create: plain(to_create),
        reviewed: source.reviewed.clone(),
    })
}

/// Says of a column what has happened to its cells where the rule alone would say too much.
fn come_true(column: &mut MappedColumn) {
    let of = |wanted: &[CellFate]| -> u64 {
        let fates = CELL_FATES.iter().zip(column.fates);
        let wanted = fates.filter(|(fate, _)| wanted.contains(fate));
        wanted.map(|(_, cells)| cells).sum()
    };
    let written = of(&[CellFate::Moved, CellFate::Normalised, CellFate::Translated]);
    let aside = of(&[CellFate::KeptAside]);
    if column.cells.filled == 0 {
        column.happens = "empty in these files".to_string();
        column.fates = Default::default();
    } else if column.happens == MOVED && aside > 0 {
        column.happens = match written {
            0 => "kept aside: its place is taken, or does not take it".to_string(),
            _ => format!("{MOVED}; some kept aside: their place is taken, or does not take them"),
        };
    }
}

/// Without the byte order mark, by which spreadsheet programs know the encoding.
fn plain(mut lines: Vec<Vec<String>>) -> Vec<Vec<String>> {
    if let Some(first) = lines.first_mut().and_then(|line| line.first_mut()) {
        *first = first.trim_start_matches('\u{feff}').to_string();
    }
    lines
}

/// The profile that the files of people and organizations are of.
fn source<'p>(profiles: &'p Profiles, name: &str, files: &[Understood]) -> Result<&'p Profile> {
    let found = files
        .iter()
        .filter(|file| file.role == Role::Parties)
        .find_map(|file| profiles.sources.get(file.recognition.as_ref()?.profile));
    found.ok_or_else(|| {
        Error::new(
            format!("nothing here is of `{name}`"),
            "say what it is with `--from PROFILE --as FILE=OBJECT`",
        )
    })
}

/// Values of one meaning: what the profile says of them, and their spellings with the cells that hold them.
#[derive(Default)]
pub(super) struct Alike<'v> {
    /// What the profile says of them.
    pub rule: Option<&'v ValueRule>,
    /// Their spellings and how many cells hold each, most frequent first.
    pub spelled: Vec<(&'v str, u64)>,
}

impl<'v> Alike<'v> {
    /// The value as the profile has it, or as most cells have it.
    pub fn value(&self) -> &'v str {
        let most = self.spelled.first().map_or("", |(text, _)| *text);
        self.rule.map_or(most, |rule| &rule.stored)
    }

    /// The cells that hold it.
    pub fn cells(&self) -> u64 {
        self.spelled.iter().map(|(_, count)| count).sum()
    }
}

/// The values of a column, those of one meaning together.
pub(super) fn alike<'v>(rules: &'v [ValueRule], cells: &'v Values) -> Vec<Alike<'v>> {
    let mut found: BTreeMap<String, Alike> = BTreeMap::new();
    for (text, count) in &cells.counts {
        let folded = fold_value(text);
        let spelled = |rule: &&ValueRule| {
            let mut all = std::iter::once(&rule.stored).chain(&rule.labels);
            all.any(|spelling| fold_value(spelling) == folded)
        };
        let rule = rules.iter().find(spelled);
        let key = rule.map_or(folded.clone(), |rule| fold_value(&rule.stored));
        let alike = found.entry(key).or_default();
        alike.rule = rule;
        alike.spelled.push((text, *count));
    }
    let mut all: Vec<Alike> = found.into_values().collect();
    for alike in &mut all {
        alike.spelled.sort_by(|a, b| (b.1, a.0).cmp(&(a.1, b.0)));
    }
    all
}

/// What a file is looked at with.
struct Whole<'w> {
    source: &'w Profile,
    layout: &'w Layout,
    fields: &'w Fields,
    fates: Fates,
    boxes: Boxes,
}

impl Whole<'_> {
    /// Adds what a file holds to the objects.
    fn file(&self, file: &Understood, objects: &mut Vec<MappedObject>) -> Result<()> {
        let name = &file.table.input.name;
        let specs: Vec<&Object> = (file.objects.iter())
            .filter_map(|(at, ..)| self.source.objects.get(*at))
            .collect();
        let rows = self.boxes.get(name);
        let part = |row: u32| match rows.and_then(|rows| rows.get(&row)) {
            None => 0,
            Some(None) => usize::MAX,
            Some(Some(of)) => {
                let found = specs.iter().position(|spec| spec.name == *of);
                found.unwrap_or(0)
            }
        };
        let width = file.header.names.len();
        let row = file.header.row;
        let parts = survey::values(&file.table, row, width, specs.len(), &part)?;
        for (at, (spec, part)) in specs.iter().zip(&parts).enumerate() {
            if part.rows == 0 && at > 0 {
                continue;
            }
            let place = objects.iter().position(|object| object.name == spec.name);
            let place = place.unwrap_or_else(|| {
                objects.push(MappedObject {
                    name: spec.name.clone(),
                    ..MappedObject::default()
                });
                objects.len() - 1
            });
            if let Some(object) = objects.get_mut(place) {
                object.files.push(name.clone());
                object.rows += part.rows;
                self.columns(file, at, spec, part, object);
            }
        }
        Ok(())
    }

    fn columns(
        &self,
        file: &Understood,
        number: usize,
        spec: &Object,
        part: &Part,
        object: &mut MappedObject,
    ) {
        let matches = file.objects.get(number).map(|(_, _, matches)| matches);
        for (at, (header, cells)) in file.header.names.iter().zip(&part.columns).enumerate() {
            let hit = matches.and_then(|matches| matches.get(at).copied().flatten());
            let column = hit.and_then(|hit| spec.columns.get(hit.column));
            let own = column.filter(|column| hit.is_some_and(|hit| hit.exact) || !family(column));
            let line = own.map_or(header, |column| &column.key);
            if line.is_empty() {
                continue;
            }
            let fates = self.fates.get(&(file.table.input.name.clone(), at + 1));
            let known = object.columns.iter().position(|known| known.line == *line);
            let place = known.unwrap_or(object.columns.len());
            if known.is_none() {
                let disposition = file.dispositions.get(number).and_then(|all| all.get(at));
                let mut new = self.column(spec, column, disposition);
                new.header.clone_from(header);
                new.line.clone_from(line);
                object.columns.push(new);
            }
            let Some(mapped) = object.columns.get_mut(place) else {
                continue;
            };
            mapped.cells.merge(cells);
            for (sum, count) in mapped.fates.iter_mut().zip(fates.into_iter().flatten()) {
                *sum += count;
            }
            if let Some(column) = column.filter(|column| !column.values.is_empty()) {
                mapped.values = self.values(spec, column, &mapped.cells);
            }
        }
    }

    /// A column, but for what stands in it.
    fn column(
        &self,
        spec: &Object,
        column: Option<&Column>,
        disposition: Option<&Disposition>,
    ) -> MappedColumn {
        let fed = match disposition {
            Some(Disposition::Fed(fields)) => fields.as_slice(),
            _ => &[],
        };
        let axes: Vec<usize> = column.map(claimed).unwrap_or_default();
        let goes_to = self.goes_to(spec, fed, &axes);
        let names: Vec<&str> = fed.iter().map(|field| self.fields.name(*field)).collect();
        let happens = match disposition {
            Some(Disposition::Dropped(why)) => format!("dropped: {why}"),
            Some(_) if goes_to.is_empty() && !axes.is_empty() => {
                "kept aside; what its values mean counts".to_string()
            }
            Some(Disposition::Kept) => "kept aside, as the profile says".to_string(),
            Some(Disposition::Fed(_)) if !goes_to.is_empty() => MOVED.to_string(),
            Some(Disposition::Fed(_)) if names.contains(&"consent.email") => {
                "who has opted out goes on the list of opt-outs; all else is kept aside".to_string()
            }
            Some(Disposition::Fed(_)) if names.iter().any(|name| KEYS.contains(name)) => {
                "tells rows apart or links them".to_string()
            }
            Some(Disposition::Fed(_)) if column.is_some() => {
                "kept aside: the target has no such column".to_string()
            }
            _ => "kept aside: nobody has said what it means".to_string(),
        };
        MappedColumn {
            label: column.map(label).unwrap_or_default(),
            means: column.map(|column| words(&column.does)).unwrap_or_default(),
            rule: column
                .map(|column| written_rule(&column.does))
                .unwrap_or_default(),
            goes_to,
            happens,
            ..MappedColumn::default()
        }
    }

    /// The target's columns that take a field, or follow an axis, of an object's rows.
    fn goes_to(&self, spec: &Object, fields: &[FieldId], axes: &[usize]) -> String {
        let names: Vec<&str> = fields
            .iter()
            .map(|field| self.fields.name(*field))
            .collect();
        let identity = names.contains(&"origin.id");
        let of_organization = names.iter().any(|name| name.starts_with("organization."));
        let kind = kind(spec);
        let mut found: Vec<String> = takers(self.layout, fields, identity)
            .filter(|(object, _)| Some(object.kind) == kind || of_organization)
            .map(|(object, column)| format!("{}.{}", object.name, column.header))
            .collect();
        for object in self
            .layout
            .objects
            .iter()
            .filter(|to| Some(to.kind) == kind)
        {
            let follows = |column: &&OutColumn| follows(column, axes);
            let columns = object.columns.iter().filter(follows);
            found.extend(columns.map(|column| format!("{}.{}", object.name, column.header)));
        }
        found.sort();
        found.dedup();
        found.join(", ")
    }

    /// The values of a column, those of one meaning together.
    fn values(&self, spec: &Object, column: &Column, cells: &Values) -> Vec<MappedValue> {
        let mut values: Vec<MappedValue> = alike(&column.values, cells)
            .into_iter()
            .map(|alike| MappedValue {
                spelled: alike
                    .spelled
                    .iter()
                    .map(|(text, _)| (*text).into())
                    .collect(),
                cells: alike.cells(),
                rule: alike.rule.map(written_meaning),
                goes_to: self.written(spec, column, alike.rule, alike.value()),
                value: alike.value().to_string(),
            })
            .collect();
        values.sort_by(|a, b| (b.cells, &a.value).cmp(&(a.cells, &b.value)));
        values
    }

    /// What the target writes for a value alone.
    fn written(
        &self,
        spec: &Object,
        column: &Column,
        rule: Option<&ValueRule>,
        raw: &str,
    ) -> String {
        let mut claims: Vec<(&str, &str)> = Vec::new();
        if let Does::Fields { fields, .. } = &column.does {
            let value = rule.and_then(|rule| rule.value.as_deref()).unwrap_or(raw);
            claims.extend(fields.first().map(|field| (field.as_str(), value)));
        }
        let claimed = rule.iter().flat_map(|rule| &rule.claims);
        claims.extend(claimed.map(|(name, value)| (name.as_str(), value.as_str())));
        let alone = Alone { spec, claims };
        let mut found = Vec::new();
        for object in &self.layout.objects {
            let when = object.when.as_ref();
            if Some(object.kind) != kind(spec) || when.is_some_and(|when| !when.eval_bool(&alone)) {
                continue;
            }
            for column in &object.columns {
                if let Some(text) = self.cell(column, &alone) {
                    found.push(format!("{}.{}: {text}", object.name, column.header));
                }
            }
        }
        found.join("; ")
    }

    /// What a column of the target gets from claims; nothing where they don't concern it.
    fn cell(&self, column: &OutColumn, alone: &Alone) -> Option<String> {
        match &column.from {
            From::Fields { fields, .. } => {
                let (field, text) = alone.claims.iter().find_map(|(name, text)| {
                    let field = self
                        .fields
                        .find(name)
                        .filter(|field| fields.contains(field));
                    field.map(|field| (field, *text))
                })?;
                if matches!(self.fields.ty(field), Type::Owner) {
                    return None;
                }
                let value = Value {
                    field,
                    column: 0,
                    how: How::Same,
                    text,
                };
                match column.take(&value, None) {
                    Ok(taken) if taken.text.is_empty() => None,
                    Ok(taken) => Some(taken.text.into_owned()),
                    Err(Some("value-not-in-picklist")) => {
                        Some(format!("not in its list, so `{text}` is kept aside"))
                    }
                    Err(_) => None,
                }
            }
            From::Conditions { list, .. } if follows(column, &alone.axes()) => {
                let holds = |when: &Expression| when.eval_bool(alone);
                let hit = list
                    .iter()
                    .find(|line| line.when.as_ref().is_none_or(holds))?;
                Some(hit.value.clone()).filter(|value| !value.is_empty())
            }
            _ => None,
        }
    }
}
