//! Reading an export of the target, as a source is read.

use std::collections::{BTreeMap, HashMap};
use std::io;

use super::super::convert::Profiles;
use super::super::first_pass;
use super::super::options::{Options, Progress};
use super::super::resolve;
use super::super::set::Set;
use super::super::sources::{self, Role, Understood};
use super::{Existing, Found};
use crate::error::{Error, Result};
use crate::export::{Layout, ObjectLayout, OutColumn};
use crate::link::{self, ByName};
use crate::map::{IDENTITY_SPACE, Job};
use crate::model::axis::Kind;
use crate::model::fate::Fate;
use crate::model::field::{FieldId, Fields, find};
use crate::model::key;
use crate::model::record::{Draft, Meta};
use crate::model::store::{Store, Window};
use crate::profile::Profile;
use crate::profile::schema::Column;
use crate::read::{self, Input};
use crate::survey::{Catalog, Match, Unmapped, fold, hints, unmapped};

/// How much of the target's records is kept in memory, in bytes.
const STORE_MEMORY: usize = 96 << 20;

/// Reads what is in the target already; nothing if no export is given. `folder` is for temporary files.
///
/// # Errors
/// When the files are not the target's own export, or name no record.
pub fn read(
    options: &Options,
    profiles: &Profiles,
    layout: &Layout,
    job: &Job,
    fields: &mut Fields,
    folder: &std::path::Path,
    progress: &dyn Progress,
) -> Result<Option<Existing>> {
    if options.against.is_empty() {
        return Ok(None);
    }
    let all = with_target(profiles);
    let catalog = Catalog::new(&all);
    let mut files = understood(options, &catalog, &profiles.target)?;
    let boxes = sources::compile(&mut files, &catalog, job, fields, false)?;
    nameless(&files, &profiles.target)?;
    let store = Store::new(STORE_MEMORY, folder.to_path_buf());
    let mut set = Set::new(&files, store, boxes, job.classes.clone(), fields.clone());
    let gathered = first_pass::read(&files, &mut set, &mut io::sink(), progress)?;
    let headers: Vec<u32> = files.iter().map(|file| file.header.row).collect();
    resolve::filter(&mut set, &[], &headers);
    first_pass::spread_opt_outs(&mut set, &gathered);
    newest(&mut set);
    resolve::point(&mut set);
    link_by_name(&mut set);
    let objects = set.boxes.iter().map(|info| {
        let mut written = layout.objects.iter();
        let at = written.position(|object| object.name == info.object);
        at.and_then(|at| u8::try_from(at).ok()).unwrap_or(u8::MAX)
    });
    let field = |name| find(name).unwrap_or(FieldId(u16::MAX));
    let mut existing = Existing {
        owners: Vec::new(),
        fallbacks: Vec::new(),
        users: gathered.users,
        objects: objects.collect(),
        set,
        files,
        opt_outs: gathered.opt_outs,
        keep: options.keep_existing,
        found: Found::default(),
        profile: profiles.target.clone(),
        identities: HashMap::default(),
        places: BTreeMap::new(),
        values: values(&profiles.target, layout),
        external: field("origin.external_ids"),
        id: field("origin.id"),
    };
    existing.identities = identities(&existing)?;
    existing.places = places(&existing, layout);
    Ok(Some(existing))
}

/// All profiles that a file may be of, the target's with its overlays among them.
fn with_target(profiles: &Profiles) -> Vec<Profile> {
    let others = profiles.sources.iter();
    std::iter::once(&profiles.target)
        .chain(others.filter(|profile| !profiles.target.called.contains(&profile.name)))
        .cloned()
        .collect()
}

/// The files of the export; those of which the user says what they are, are the target's.
fn understood(options: &Options, catalog: &Catalog, target: &Profile) -> Result<Vec<Understood>> {
    let inputs = read::discover(&options.against)?;
    let names = |hint: &(String, String), input: &Input| {
        hints::names_one(&hint.0, std::slice::from_ref(input))
    };
    let told = |input: &Input| options.hints.iter().any(|hint| names(hint, input));
    let (named, others): (Vec<Input>, Vec<Input>) = inputs.into_iter().partition(told);
    let mut files = Vec::new();
    for (inputs, from) in [(named, Some(0)), (others, None)] {
        let of_these = |hint: &&(String, String)| hints::names_one(&hint.0, &inputs);
        let hints = options.hints.iter().filter(of_these).cloned().collect();
        let options = Options {
            hints,
            ..options.clone()
        };
        if !inputs.is_empty() {
            files.extend(sources::understand(&inputs, catalog, &options, from)?);
        }
    }
    files.sort_by(|a, b| a.table.input.name.cmp(&b.table.input.name));
    check(&files, target)?;
    Ok(files)
}

/// Refuses what is not the target's own export, and a table of which nobody knows what it is: records in it would be made
/// a second time.
fn check(files: &[Understood], target: &Profile) -> Result<()> {
    let mut parties = 0;
    for file in files.iter().filter(|file| file.rows > 0) {
        if let Role::NotRead(what) = &file.role {
            let name = &file.table.input.name;
            return Err(Error::new(
                format!(
                    "is {what}; what it holds might be made in {} once more",
                    target.title
                ),
                format!("say what it is with `--as {name}=OBJECT`, or leave it out"),
            )
            .at(format!("--against {name}")));
        }
    }
    for file in files.iter().filter(|file| file.role == Role::Parties) {
        let name = &file.table.input.name;
        let found = file.recognition.as_ref();
        if found.is_none_or(|found| found.profile != 0) {
            let why = found.map_or("", |found| &found.why);
            return Err(Error::new(
                format!("is not an export of {} ({why})", target.title),
                format!(
                    "export it from {} with all columns; if it is one, say `--as {name}=OBJECT`",
                    target.title
                ),
            )
            .at(format!("--against {name}")));
        }
        parties += 1;
    }
    if parties > 0 {
        return Ok(());
    }
    let shown: Vec<String> = files
        .iter()
        .map(|file| match &file.role {
            Role::NotRead(what) => format!("`{}`: {what}", file.table.input.name),
            _ => format!("`{}`", file.table.input.name),
        })
        .collect();
    Err(Error::new(
        format!(
            "no people or companies of {} in what is given with `--against`: {}",
            target.title,
            shown.join("; ")
        ),
        "give an export of what is in the target; if a file is one, say `--as FILE=OBJECT`",
    ))
}

/// Refuses tables whose records no update could name.
fn nameless(files: &[Understood], target: &Profile) -> Result<()> {
    let parties = files.iter().filter(|file| file.role == Role::Parties);
    let mut nameless = parties.filter(|file| {
        let found = file.recognition.as_ref();
        !found.is_some_and(|found| names_records(file, found.object, target))
    });
    nameless.next().map_or(Ok(()), |file| {
        let what = "has neither the column of the record's id nor that of a kit's identity, so that no update could name a record";
        let way_out = format!("export it from {} again, with the id", target.title);
        Err(Error::new(what, way_out).at(format!("--against {}", file.table.input.name)))
    })
}

/// Whether a table has a column that names its records.
fn names_records(file: &Understood, object: usize, target: &Profile) -> bool {
    let Some(spec) = target.objects.get(object) else {
        return false;
    };
    let own = file.objects.iter().filter(|(at, ..)| *at == object);
    let mut hits = own.flat_map(|(_, _, hits)| hits.iter().flatten());
    let by_id = hits.any(|hit| spec.columns.get(hit.column).is_some_and(Column::is_id));
    let identity = |name: &String| matches!(unmapped(target, spec, name), Unmapped::Identity);
    by_id || file.header.names.iter().any(identity)
}

/// Of several rows with one id the newest counts: exports overlap.
fn newest(set: &mut Set) {
    let alive = |meta: &Meta| meta.fate == Fate::Exported && meta.id != key::NONE;
    let mut keyed: Vec<(u64, std::cmp::Reverse<i64>, usize)> = set
        .metas
        .iter()
        .enumerate()
        .filter(|(_, meta)| alive(meta))
        .map(|(at, meta)| (meta.id, std::cmp::Reverse(meta.modified), at))
        .collect();
    keyed.sort_unstable();
    let older = keyed
        .chunk_by(|a, b| a.0 == b.0)
        .flat_map(|rows| rows.iter().skip(1));
    for (_, _, at) in older {
        if let Some(meta) = set.metas.get_mut(*at) {
            meta.fate = Fate::Filtered;
        }
    }
}

/// Links that the export gives by name only.
fn link_by_name(set: &mut Set) {
    let wanted: Vec<u32> = resolve::living(set)
        .into_iter()
        .filter(|at| {
            let (meta, links) = (set.metas.get(*at as usize), set.links.get(*at as usize));
            meta.is_some_and(|meta| meta.axes.kind == Kind::Person)
                && links.is_some_and(|links| !link::is_found(links.organization))
        })
        .collect();
    for (at, found) in link::by_name(&set.metas, &wanted, |at| at) {
        if let (ByName::Found(organization), Some(links)) = (found, set.links.get_mut(at as usize))
        {
            links.organization = organization;
        }
    }
}

/// Where each file has the columns of the import: under their own names, else under just their headers.
fn places(existing: &Existing, layout: &Layout) -> BTreeMap<(u16, u8), Vec<Vec<u16>>> {
    let mut found = BTreeMap::new();
    for (table, file) in (0..).zip(&existing.files) {
        for (own, number, hits) in file.objects.iter().filter(|_| file.mapper.is_some()) {
            let target = existing.objects.get(usize::from(*number)).copied();
            let target = target.unwrap_or(u8::MAX);
            let spec = existing.profile.objects.get(*own);
            let object = layout.objects.get(usize::from(target));
            let (Some(spec), Some(object)) = (spec, object) else {
                continue;
            };
            let of = |column: &OutColumn| {
                let header = fold(&column.header);
                let is_it = |name: &String, hit: &Option<Match>| match hit {
                    Some(hit) => {
                        let own = spec.columns.get(hit.column);
                        own.is_some_and(|own| own.key == column.key)
                    }
                    None => fold(name) == header,
                };
                let names = (0..).zip(file.header.names.iter().zip(hits));
                names
                    .filter(|(_, (name, hit))| is_it(name, hit))
                    .map(|(at, _)| at)
                    .collect()
            };
            found.insert((table, target), object.columns.iter().map(of).collect());
        }
    }
    found
}

/// The spellings of the values of each column of the import.
fn values(profile: &Profile, layout: &Layout) -> Vec<Vec<Vec<Vec<String>>>> {
    let of_object = |object: &ObjectLayout| {
        let spec = profile.objects.iter().find(|spec| spec.name == object.name);
        let of_column = |column: &OutColumn| {
            let mut columns = spec.into_iter().flat_map(|spec| &spec.columns);
            let own = columns.find(|own| own.key == column.key);
            let rules = own.into_iter().flat_map(|own| &own.values);
            let spelled = rules.map(|rule| {
                let texts = std::iter::once(&rule.stored).chain(&rule.labels);
                texts.map(|text| fold(text)).collect()
            });
            spelled.collect()
        };
        object.columns.iter().map(of_column).collect()
    };
    layout.objects.iter().map(of_object).collect()
}

/// The identities that an earlier kit has written.
fn identities(existing: &Existing) -> Result<HashMap<u32, String, foldhash::fast::RandomState>> {
    let mut found = HashMap::default();
    let (mut draft, mut window) = (Draft::default(), Window::default());
    for at in resolve::living(&existing.set) {
        let Some(meta) = existing.set.metas.get(at as usize) else {
            continue;
        };
        if meta.identity == key::NONE {
            continue;
        }
        existing.set.fetch(at, &mut draft, &mut window)?;
        let mut values = draft.values_of(existing.external);
        let own = values.find(|value| key::of(IDENTITY_SPACE, value.text) == meta.identity);
        found.extend(own.map(|value| (at, value.text.to_string())));
    }
    Ok(found)
}
