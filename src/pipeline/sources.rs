//! The first look: which files there are, what each holds, and how its columns are mapped.

use std::collections::HashSet;
use std::sync::Arc;

use rayon::prelude::*;

use super::options::{FileReport, Options};
use crate::classify::{Beside, NAMES};
use crate::error::{Error, Result};
use crate::export::Layout;
use crate::map::{self, Demand, Disposition, Job, Mapper, Source, Wanted};
use crate::model::axis::Kind;
use crate::model::field::{Fields, Type};
use crate::model::record::Value;
use crate::profile::schema::{ObjectKind, Profile};
use crate::read::{self, Block, Input, Rows, Table, decode, each_row};
use crate::survey::{self, Catalog, Closely, GENERIC, Header, Match, Recognition, Survey};

/// What is done with a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Role {
    /// Its rows are parties.
    Parties,
    /// Its rows are users.
    Users,
    /// Its rows are addresses that must not be written to.
    OptOuts,
    /// It is around the parties.
    Context(String),
    /// It holds neither people nor companies.
    NotRead(String),
}

/// An input file, understood.
#[derive(Debug)]
pub struct Understood {
    /// The file, looked over.
    pub table: Table,
    /// The name of its files in the kit, unlike that of any other source file.
    pub kit_name: String,
    /// Its header; empty where there is none.
    pub header: Header,
    /// What it is.
    pub recognition: Option<Recognition>,
    /// What is done with it.
    pub role: Role,
    /// Rows below the header.
    pub rows: u64,
    /// The objects whose rows it holds: (index in the profile, box of the run, columns).
    pub objects: Vec<(usize, u16, Vec<Option<Match>>)>,
    /// For each of the objects: what is done with each column.
    pub dispositions: Vec<Vec<Disposition>>,
    /// The mapper, for files that are read.
    pub mapper: Option<Mapper>,
    /// Columns that no profile maps and that are evidence all the same: what each can be read as.
    pub evidence: Vec<Beside>,
    /// The columns of names and addresses, whose cells are looked at as they are: (column, field).
    pub names: Vec<(u16, &'static str)>,
    /// Columns of ids whose cells are numbers in a workbook, and the first row of each.
    pub numbers_for_ids: Vec<(u16, u32)>,
}

/// A box of the run: an object of a profile that occurs in its files.
#[derive(Clone, Debug)]
pub struct BoxInfo {
    /// The profile's name.
    pub profile: String,
    /// The object's name.
    pub object: String,
    /// The name of the object whose ids it shares.
    pub root: String,
}

/// Opens and recognises every file.
pub fn understand(
    inputs: &[Input],
    catalog: &Catalog,
    options: &Options,
    from: Option<usize>,
) -> Result<Vec<Understood>> {
    let told: Vec<&Profile> = match from {
        Some(at) => catalog.profiles().get(at).into_iter().collect(),
        None => catalog.profiles().iter().collect(),
    };
    let tables: Vec<(&Input, Result<Vec<Table>>)> = inputs
        .par_iter()
        .map(|input| (input, read::tables(input, &options.sheets)))
        .collect();
    let alone = inputs.len() == 1;
    let named: Vec<Input> = tables
        .iter()
        .flat_map(|(input, found)| match found {
            Ok(found) => found.iter().map(|table| table.input.clone()).collect(),
            Err(_) => vec![(*input).clone()],
        })
        .collect();
    survey::hints::check(&options.hints, &named, &told)?;
    let all: Vec<&Table> = tables
        .iter()
        .flat_map(|(_, found)| found.iter().flatten())
        .collect();
    survey::hints::check_sheets(&options.sheets, &all)?;
    let opened: Vec<(Input, Result<Understood>)> = tables
        .into_par_iter()
        .flat_map(|(input, found)| match found {
            Ok(found) => found
                .into_par_iter()
                .map(|table| (table.input.clone(), one(table, catalog, options, from)))
                .collect(),
            Err(error) => vec![(input.clone(), Err(error))],
        })
        .collect();
    let mut files = Vec::new();
    for (input, result) in opened {
        match result {
            Ok(file) => files.push(file),
            Err(error) if alone || error.message.contains("os error") => return Err(error),
            Err(error) => files.push(unreadable(&input, &error)?),
        }
    }
    if from.is_none() {
        agree(&mut files, catalog, options)?;
    }
    let names: Vec<&str> = files
        .iter()
        .map(|file| file.table.input.name.as_str())
        .collect();
    let names = kit_names(&names);
    for (file, name) in files.iter_mut().zip(names) {
        file.kit_name = name;
    }
    Ok(files)
}

/// Files of one set are mostly of one system: a table that only looks like a plain one is taken for the system of all
/// others, where its headers allow it.
fn agree(files: &mut [Understood], catalog: &Catalog, options: &Options) -> Result<()> {
    let is_plain = |found: &Recognition| {
        let profile = catalog.profiles().get(found.profile);
        profile.is_some_and(|profile| profile.name == GENERIC)
    };
    let mut vendors: Vec<usize> = files
        .iter()
        .filter_map(|file| file.recognition.as_ref())
        .filter(|found| !is_plain(found))
        .map(|found| found.profile)
        .collect();
    vendors.sort_unstable();
    vendors.dedup();
    let [vendor] = vendors[..] else {
        return Ok(());
    };
    for file in files.iter_mut() {
        let plain = file.recognition.as_ref().is_none_or(is_plain);
        let told = survey::hints::object(&options.hints, &file.table.input).is_some();
        if !plain || told {
            continue;
        }
        let sample = sample(&file.table, file.header.row)?;
        let name = &file.table.input.name;
        let found = survey::recognize(
            catalog,
            &file.header,
            &sample,
            name,
            None,
            None,
            Some(vendor),
        );
        file.role = role(catalog, found.as_ref(), &file.header, file.rows);
        file.recognition = found;
    }
    Ok(())
}

/// Source files' names as names in the kit, each another, in capitals too.
fn kit_names(names: &[&str]) -> Vec<String> {
    let mut taken = HashSet::new();
    let safe = |name: &str| -> String {
        let keep = |c: char| c.is_alphanumeric() || "._- ".contains(c);
        name.chars()
            .map(|c| if keep(c) { c } else { '_' })
            .collect()
    };
    let stems = names.iter().map(|name| {
        let (file, sheet) = match name.rsplit_once(read::SHEET_MARK) {
            Some((file, sheet)) => (file, format!("-{sheet}")),
            None => (*name, String::new()),
        };
        let file = file.trim_start_matches('.');
        let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
        safe(&format!("{stem}{sheet}"))
    });
    stems
        .map(|stem| {
            let mut name = format!("{stem}.csv");
            let mut number = 1;
            while !taken.insert(name.to_lowercase()) {
                number += 1;
                name = format!("{stem}-{number}.csv");
            }
            name
        })
        .collect()
}

/// A file of another kind among tables is counted, not read.
fn unreadable(input: &Input, error: &Error) -> Result<Understood> {
    Ok(not_read(read::bare(input)?, error.message.clone()))
}

fn one(
    table: Table,
    catalog: &Catalog,
    options: &Options,
    from: Option<usize>,
) -> Result<Understood> {
    if let Some(why) = table.passed_over.clone() {
        return Ok(not_read(table, why));
    }
    let Some(header) = survey::header(&table)? else {
        return Ok(not_read(table, "it is empty".to_string()));
    };
    let sample = sample(&table, header.row)?;
    let hint = survey::hints::object(&options.hints, &table.input);
    let name = table.input.in_folder();
    let recognition = survey::recognize(catalog, &header, &sample, &name, from, hint, None);
    let rows: u64 = table.blocks.iter().map(|block| u64::from(block.rows)).sum();
    let rows = rows.saturating_sub(u64::from(header.above) + 1);
    let role = role(catalog, recognition.as_ref(), &header, rows);
    Ok(Understood {
        table,
        kit_name: String::new(),
        header,
        recognition,
        role,
        rows,
        objects: Vec::new(),
        dispositions: Vec::new(),
        mapper: None,
        evidence: Vec::new(),
        names: Vec::new(),
        numbers_for_ids: Vec::new(),
    })
}

fn not_read(table: Table, why: String) -> Understood {
    Understood {
        table,
        kit_name: String::new(),
        header: Header {
            names: Vec::new(),
            row: 0,
            above: 0,
        },
        recognition: None,
        role: Role::NotRead(why),
        rows: 0,
        objects: Vec::new(),
        dispositions: Vec::new(),
        mapper: None,
        evidence: Vec::new(),
        names: Vec::new(),
        numbers_for_ids: Vec::new(),
    }
}

fn role(catalog: &Catalog, recognition: Option<&Recognition>, header: &Header, rows: u64) -> Role {
    let object = recognition.and_then(|found| {
        catalog
            .profiles()
            .get(found.profile)?
            .objects
            .get(found.object)
    });
    match object.map(|object| &object.kind) {
        Some(ObjectKind::Party(_)) => Role::Parties,
        Some(ObjectKind::User) => Role::Users,
        Some(ObjectKind::OptOuts) => Role::OptOuts,
        Some(ObjectKind::Context(what)) => Role::Context(what.clone()),
        None => {
            let names: Vec<&str> = header
                .names
                .iter()
                .map(String::as_str)
                .filter(|name| !name.is_empty())
                .collect();
            let shown = names
                .iter()
                .take(6)
                .map(|name| beginning(name))
                .collect::<Vec<_>>()
                .join(", ");
            let more = if names.len() > 6 { ", …" } else { "" };
            Role::NotRead(format!(
                "a table of {} ({shown}{more}) and {}, without people or companies that can be recognised",
                several(names.len() as u64, "column"),
                several(rows, "row")
            ))
        }
    }
}

/// As much of a header as tells it from others.
fn beginning(name: &str) -> String {
    let printable = name.chars().filter(|sign| !sign.is_control());
    let mut text: String = printable.clone().take(30).collect();
    if printable.count() > 30 {
        text.push('…');
    }
    text
}

/// `1 row`, `2 rows`.
fn several(count: u64, what: &str) -> String {
    let end = if count == 1 { "" } else { "s" };
    format!("{count} {what}{end}")
}

/// The first rows below the header.
pub fn sample(table: &Table, header_row: u32) -> Result<Vec<Vec<String>>> {
    some_rows(table, &table.blocks, header_row, 200)
}

/// Rows from all over a table: so many, or not many more.
pub fn rows_here_and_there(
    table: &Table,
    header_row: u32,
    most: usize,
) -> Result<Vec<Vec<String>>> {
    const PLACES: usize = 8;
    let step = table.blocks.len().div_ceil(PLACES).max(1);
    let places: Vec<&Block> = table.blocks.iter().step_by(step).collect();
    let mut rows = Vec::new();
    for block in &places {
        let most = most.div_ceil(places.len());
        rows.append(&mut some_rows(
            table,
            std::slice::from_ref(*block),
            header_row,
            most,
        )?);
    }
    Ok(rows)
}

/// The first rows of some blocks.
fn some_rows(
    table: &Table,
    blocks: &[Block],
    header_row: u32,
    most: usize,
) -> Result<Vec<Vec<String>>> {
    let mut rows = Vec::new();
    let reader = Rows::open(table)?;
    for block in blocks {
        let bytes = reader.bytes(block)?;
        each_row(table, block, &bytes, |row, _, cells| {
            if row > header_row && rows.len() < most {
                rows.push(
                    cells
                        .iter()
                        .map(|cell| decode(cell, table.encoding).0.into_owned())
                        .collect(),
                );
            }
        });
        if rows.len() >= most {
            break;
        }
    }
    Ok(rows)
}

/// Surveys the columns and compiles the mapper of every file that is read; with `around`, also of what stands around
/// the parties.
pub fn compile(
    files: &mut [Understood],
    catalog: &Catalog,
    job: &Job,
    fields: &mut Fields,
    around: bool,
) -> Result<Vec<BoxInfo>> {
    let boxes = boxes(files, catalog);
    mappers(files, catalog, job, fields, around)?;
    Ok(boxes)
}

/// Finds the objects of every file's rows, and which of their columns its headers are.
pub fn boxes(files: &mut [Understood], catalog: &Catalog) -> Vec<BoxInfo> {
    let mut boxes: Vec<(usize, usize)> = Vec::new();
    for file in files.iter_mut() {
        let Some(found) = &file.recognition else {
            continue;
        };
        let Some(profile) = catalog.profiles().get(found.profile) else {
            continue;
        };
        let Some(main) = profile.objects.get(found.object) else {
            continue;
        };
        let sharing = profile
            .objects
            .iter()
            .enumerate()
            .filter(|(_, object)| object.rows_of.as_deref() == Some(main.name.as_str()))
            .map(|(at, _)| at);
        for object in std::iter::once(found.object).chain(sharing) {
            let known = boxes
                .iter()
                .position(|known| *known == (found.profile, object));
            let number = known.unwrap_or(boxes.len());
            if known.is_none() {
                boxes.push((found.profile, object));
            }
            let columns = catalog.columns(found.profile, object, &file.header);
            file.objects
                .push((object, u16::try_from(number).unwrap_or(u16::MAX), columns));
        }
    }
    boxes
        .into_iter()
        .filter_map(|(profile, object)| box_info(catalog, profile, object))
        .collect()
}

/// Surveys the columns and compiles the mapper of every file that is read; see [`compile`].
pub fn mappers(
    files: &mut [Understood],
    catalog: &Catalog,
    job: &Job,
    fields: &mut Fields,
    around: bool,
) -> Result<()> {
    for (number, file) in files.iter_mut().enumerate() {
        let is_read = match file.role {
            Role::Parties | Role::Users | Role::OptOuts => true,
            Role::Context(_) => around,
            Role::NotRead(_) => false,
        };
        if is_read {
            compile_one(file, number, catalog, job, fields, around)?;
        }
    }
    Ok(())
}

fn box_info(catalog: &Catalog, profile: usize, object: usize) -> Option<BoxInfo> {
    let spec = catalog.profiles().get(profile)?;
    let object = spec.objects.get(object)?;
    Some(BoxInfo {
        profile: spec.name.clone(),
        object: object.name.clone(),
        root: object
            .rows_of
            .clone()
            .unwrap_or_else(|| object.name.clone()),
    })
}

fn compile_one(
    file: &mut Understood,
    number: usize,
    catalog: &Catalog,
    job: &Job,
    fields: &mut Fields,
    around: bool,
) -> Result<()> {
    let Some(found) = &file.recognition else {
        return Ok(());
    };
    let Some(profile) = catalog.profiles().get(found.profile) else {
        return Ok(());
    };
    let types = column_types(file, profile);
    let described = match around && file.role == Role::Parties {
        true => survey::may_be_evidence(&file.header),
        false => Vec::new(),
    };
    let closely = Closely::Formats(&described);
    let survey = survey::columns(&file.table, file.header.row, &types, closely)?;
    let source = Source {
        table: &file.table,
        number: u16::try_from(number).unwrap_or(u16::MAX),
        header: &file.header,
        survey: &survey,
        profile_index: found.profile,
        profile,
        objects: file.objects.clone(),
    };
    let mapper = map::compile(&source, job, fields);
    let dispositions = (0..source.objects.len())
        .map(|object| {
            (0..file.header.names.len())
                .map(|at| map::disposition(&source, object, at, fields))
                .collect()
        })
        .collect();
    if around && file.role == Role::Parties {
        file.evidence = beside(file, profile, &survey);
        file.names = name_columns(file, profile);
    }
    file.numbers_for_ids = numbers_for_ids(&file.table, &types, &survey);
    file.mapper = Some(mapper);
    if !matches!(file.role, Role::Context(_)) {
        file.dispositions = dispositions;
    }
    Ok(())
}

/// The columns of names and addresses.
fn name_columns(file: &Understood, profile: &Profile) -> Vec<(u16, &'static str)> {
    let Some((at, _, matches)) = file.objects.first() else {
        return Vec::new();
    };
    let object = profile.objects.get(*at);
    let field = |hit: &Option<Match>| {
        let name = survey::field_of(object?.columns.get(hit.as_ref()?.column)?)?;
        NAMES.into_iter().find(|known| *known == name)
    };
    (0..)
        .zip(matches)
        .filter_map(|(at, hit)| Some((at, field(hit)?)))
        .collect()
}

/// The columns that are evidence though no profile maps them, with the order of their dates.
fn beside(file: &Understood, profile: &Profile, survey: &Survey) -> Vec<Beside> {
    let Some((at, _, matches)) = file.objects.first() else {
        return Vec::new();
    };
    let Some(object) = profile.objects.get(*at) else {
        return Vec::new();
    };
    survey::evidence_columns(profile, object, &file.header, matches, survey)
        .into_iter()
        .filter_map(|(at, field)| {
            Some(Beside {
                column: u16::try_from(at).ok()?,
                field,
                dates: map::date_format(&profile.formats, survey.columns.get(at), &[]),
            })
        })
        .collect()
}

/// Columns of ids whose cells are numbers that may have lost zeros, and the first row of each.
fn numbers_for_ids(table: &Table, types: &[Option<Type>], survey: &Survey) -> Vec<(u16, u32)> {
    let columns = table.numbers.iter().zip(types).zip(&survey.columns);
    let is_id = |ty: &Option<Type>| matches!(ty, Some(Type::Id | Type::Link));
    columns
        .enumerate()
        .filter(|(_, ((_, ty), seen))| is_id(ty) && seen.ids.may_lack_zeros())
        .filter_map(|(at, ((first, _), _))| Some((u16::try_from(at).ok()?, (*first)?)))
        .collect()
}

/// What each column is to hold, by the main object of the file.
pub fn column_types(file: &Understood, profile: &Profile) -> Vec<Option<Type>> {
    let object = file
        .objects
        .first()
        .and_then(|(at, _, columns)| Some((profile.objects.get(*at)?, columns)));
    let Some((object, columns)) = object else {
        return vec![None; file.header.names.len()];
    };
    columns
        .iter()
        .map(|hit| {
            let name = survey::field_of(object.columns.get(hit.as_ref()?.column)?)?;
            crate::model::field::type_of(name)
        })
        .collect()
}

/// What the target asks of every record.
pub fn wanted(layout: &Layout) -> Wanted {
    use crate::export::From;
    let mut required: Vec<(u32, Demand)> = Vec::new();
    let mut key = [None, None];
    for object in &layout.objects {
        for (at, bit) in object.required.iter().chain(&object.one_of) {
            let Some((bit, column)) = bit.zip(object.columns.get(*at)) else {
                continue;
            };
            let From::Fields { fields, .. } = &column.from else {
                continue;
            };
            let fields = fields.clone();
            let column = column.clone();
            let takes = Arc::new(move |value: &Value, is_list| column.takes(value, is_list));
            required.push((bit, Demand { fields, takes }));
        }
        if let (Some((field, _)), Some(slot)) = (
            object.key,
            key.get_mut(usize::from(object.kind == Kind::Organization)),
        ) {
            slot.get_or_insert(field);
        }
    }
    required.sort_by_key(|entry| entry.0);
    let custom = layout.uses();
    Wanted {
        required: required.into_iter().map(|(_, demand)| demand).collect(),
        key,
        custom,
    }
}

/// How a file is reported.
pub fn report(file: &Understood, catalog: &Catalog) -> FileReport {
    let object = file.recognition.as_ref().and_then(|found| {
        let profile = catalog.profiles().get(found.profile)?;
        let object = profile.objects.get(found.object)?;
        Some(if profile.name == GENERIC {
            format!("{GENERIC} {}", object.name)
        } else {
            format!("{} {}", profile.name, object.name)
        })
    });
    let fate = match &file.role {
        Role::Parties => "parties".to_string(),
        Role::Users => "context: users".to_string(),
        Role::OptOuts => "context: opt-outs".to_string(),
        Role::Context(what) => format!("context: {what}"),
        Role::NotRead(what) => format!("not read: {what}"),
    };
    FileReport {
        file: file.table.input.name.clone(),
        object: object.unwrap_or_default(),
        why: file
            .recognition
            .as_ref()
            .map_or(String::new(), |found| found.why.clone()),
        doubt: file
            .recognition
            .as_ref()
            .and_then(|found| found.doubt.clone()),
        fate,
        rows: file.rows,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_of_one_name_get_several_in_the_kit() {
        let names = ["a/b.csv", "a_b.txt", "A_B.csv", "c.csv", ".d"];
        let expected = ["a_b.csv", "a_b-2.csv", "A_B-3.csv", "c.csv", "d.csv"];
        assert_eq!(kit_names(&names), expected);
    }
}
