//! The first pass: blocks of rows, in parallel, to compact records in the store.

use std::collections::HashMap;
use std::io::Write;

use rayon::prelude::*;

use super::options::Progress;
use super::set::Set;
use super::sources::{Role, Understood};
use super::waves;
use crate::error::{Error, Result};
use crate::map::{Mapped, Scratch, each_address, id};
use crate::model::axis::Kind;
use crate::model::field::find;
use crate::model::key;
use crate::model::record::Draft;
use crate::read::Rows;

/// What the first pass has counted and collected.
#[derive(Debug, Default)]
pub struct Gathered {
    /// Findings by code.
    pub counts: HashMap<&'static str, u64>,
    /// Filled cells by table and column; the last counts those beyond the header.
    pub filled: Vec<Vec<u64>>,
    /// Opted-out addresses.
    pub opt_outs: Vec<String>,
    /// Users: (id, e-mail, name, active).
    pub users: Vec<User>,
}

/// A user of the source.
#[derive(Clone, Debug, Default)]
pub struct User {
    /// Its id.
    pub id: String,
    /// Its address.
    pub email: String,
    /// Its name.
    pub name: String,
    /// Whether it may still log in; unknown is yes.
    pub active: bool,
    /// The number of the profile of its file.
    pub profile: usize,
}

/// Reads and maps every file that is read.
pub fn read(
    files: &[Understood],
    set: &mut Set,
    findings: &mut dyn Write,
    progress: &dyn Progress,
) -> Result<Gathered> {
    let mut gathered = Gathered {
        filled: files
            .iter()
            .map(|file| vec![0; file.header.names.len() + 1])
            .collect(),
        ..Gathered::default()
    };
    let total = files
        .iter()
        .filter(|file| is_read(file))
        .map(|file| file.table.size)
        .sum();
    progress.step("reading", total);
    let mut owners = HashMap::new();
    for (number, file) in files.iter().enumerate() {
        if !is_read(file) {
            continue;
        }
        blocks(file, progress, |mapped| match file.role {
            Role::Parties => append(number, mapped, set, &mut owners, &mut gathered, findings),
            _ => look_up(file, mapped, &mut gathered),
        })?;
    }
    Ok(gathered)
}

/// Whether its rows are parties, users or opt-outs.
fn is_read(file: &Understood) -> bool {
    file.mapper.is_some() && !matches!(file.role, Role::Context(_))
}

fn blocks(
    file: &Understood,
    progress: &dyn Progress,
    mut sink: impl FnMut(&mut Mapped) -> Result<()>,
) -> Result<()> {
    let Some(mapper) = &file.mapper else {
        return Ok(());
    };
    let reader = Rows::open(&file.table)?;
    waves::in_order(
        &file.table.blocks,
        || (Vec::new(), Scratch::default()),
        Mapped::default,
        |block, (bytes, scratch), mapped| {
            reader.read(block, bytes)?;
            mapper.block(&file.table, block, bytes, scratch, mapped)
        },
        |block, mapped| {
            sink(mapped)?;
            progress.done(block.len.into());
            Ok(())
        },
    )
}

fn append(
    number: usize,
    mapped: &mut Mapped,
    set: &mut Set,
    owners: &mut HashMap<String, u32>,
    gathered: &mut Gathered,
    findings: &mut dyn Write,
) -> Result<()> {
    if mapped.metas.is_empty() {
        return Ok(());
    }
    let stop = |error: std::io::Error| {
        Error::new(
            format!("the temporary store can't be written ({error})"),
            "make room on the disk of the output folder",
        )
    };
    if u32::try_from(set.metas.len()).is_err() {
        return Err(Error::new("too many rows", "convert the files in parts"));
    }
    let ids = u32::try_from(set.ids.len())
        .map_err(|_| Error::new("too many ids", "convert the files in parts"))?;
    let numbers: Vec<u32> = mapped
        .owners
        .drain(..)
        .map(|owner| {
            let next = u32::try_from(owners.len() + 1).unwrap_or(u32::MAX);
            *owners.entry(owner.clone()).or_insert_with(|| {
                set.owners.push(owner);
                next
            })
        })
        .collect();
    let chunk = set.store.append(&mapped.bytes).map_err(stop)?;
    set.ids.push_str(&mapped.ids);
    set.links_read.append(&mut mapped.links);
    for mut meta in mapped.metas.drain(..) {
        meta.chunk = chunk;
        meta.id_at += ids;
        if meta.owner > 0 {
            meta.owner = numbers.get(meta.owner as usize - 1).copied().unwrap_or(0);
        }
        set.metas.push(meta);
    }
    findings.write_all(&mapped.findings).map_err(stop)?;
    for (code, count) in mapped
        .counts
        .drain()
        .collect::<std::collections::BTreeMap<_, _>>()
    {
        *gathered.counts.entry(code).or_default() += count;
    }
    if let Some(filled) = gathered.filled.get_mut(number) {
        for (whole, part) in filled.iter_mut().zip(&mapped.filled) {
            *whole += part;
        }
    }
    gathered.opt_outs.append(&mut mapped.opted_out);
    Ok(())
}

/// Users and opt-out lists are few: they are kept as they are.
fn look_up(file: &Understood, mapped: &Mapped, gathered: &mut Gathered) -> Result<()> {
    let mut draft = Draft::default();
    let field = |name: &str| find(name);
    for meta in &mapped.metas {
        let start = meta.at as usize;
        let bytes = mapped
            .bytes
            .get(start..start + meta.len as usize)
            .unwrap_or_default();
        if draft.decode(bytes).is_none() {
            continue;
        }
        let text = |name: &str| field(name).map_or("", |id| draft.text(id)).to_string();
        if file.role == Role::OptOuts {
            if !matches!(text("consent.email").as_str(), "" | "no") {
                continue;
            }
            each_address(&draft, &mut |address| {
                gathered.opt_outs.push(address.to_string());
            });
        } else if meta.fate == crate::model::fate::Fate::Exported {
            gathered.users.push(User {
                id: field("origin.id")
                    .map_or("", |field| id(&draft, field))
                    .to_string(),
                email: text("user.email"),
                name: match text("user.name") {
                    name if name.is_empty() => {
                        let parts = [text("name.given"), text("name.family")];
                        parts.join(" ").trim().to_string()
                    }
                    name => name,
                },
                active: text("user.active") != "no",
                profile: file.recognition.as_ref().map_or(0, |found| found.profile),
            });
        }
    }
    Ok(())
}

/// Marks people whose address stands on a list of opt-outs.
pub fn spread_opt_outs(set: &mut Set, gathered: &Gathered) {
    let keys: std::collections::HashSet<u64, foldhash::fast::RandomState> = gathered
        .opt_outs
        .iter()
        .map(|address| crate::map::email_key(address))
        .collect();
    set.metas.par_iter_mut().for_each(|meta| {
        if meta.email != key::NONE && meta.axes.kind == Kind::Person && keys.contains(&meta.email) {
            meta.flags |= crate::model::record::FLAG_OPTED_OUT;
        }
    });
}
