//! Lists of what is not to be imported: addresses, domains, phone numbers and ids. A record that one of them names is
//! left out, and its whole party with it.

use std::collections::HashMap;
use std::io;
use std::path::Path;

use rayon::prelude::*;

use super::first_pass;
use super::options::{ListReport, Options, Progress};
use super::resolve;
use super::set::Set;
use super::sources::{self, Role, Understood};
use crate::error::{Error, Result};
use crate::map::{Job, each_address};
use crate::model::axis::Kind;
use crate::model::fate::Fate;
use crate::model::field::{FieldId, Fields, Type, find};
use crate::model::key;
use crate::model::record::{Draft, How, NO_RECORD};
use crate::model::store::{Store, Window};
use crate::normalize::email::{email, email_domain};
use crate::normalize::phone::PhoneReader;
use crate::normalize::{Reading, domain, list};
use crate::read::{self, Rows, Table, decode, each_row};
use crate::survey::Catalog;

/// The reason of those that are left out.
pub const REASON: &str = "on the do-not-import list";
/// How many rows are named that could not be understood.
const MOST_ROWS: usize = 5;
/// How much of a list is kept in memory, in bytes.
const STORE_MEMORY: usize = 32 << 20;

/// What is not to be imported.
#[derive(Debug, Default)]
pub struct LeaveOut {
    lists: Vec<(Table, ListReport)>,
    /// The entries: what each names, and in which list it stands.
    entries: HashMap<(What, String), Vec<u32>, foldhash::fast::RandomState>,
    list_of: Vec<usize>,
    matched: Vec<bool>,
    /// So many records have been looked at.
    done: usize,
}

/// What an entry names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum What {
    Address,
    Domain,
    Phone,
    Id,
}

/// Reads the lists: tables of one column, or tables that are recognised. `folder` is for temporary files.
///
/// # Errors
/// When a file can't be read, or is neither.
pub fn read(
    options: &Options,
    catalog: &Catalog,
    job: &Job,
    fields: &Fields,
    folder: &Path,
    progress: &dyn Progress,
) -> Result<LeaveOut> {
    let mut found = LeaveOut::default();
    if options.do_not_import.is_empty() {
        return Ok(found);
    }
    let plain = Options {
        hints: Vec::new(),
        ..options.clone()
    };
    let inputs = read::discover(&options.do_not_import)?;
    let files = sources::understand(&inputs, catalog, &plain, None)?;
    let phones = PhoneReader::new(options.region.as_deref());
    for file in files {
        let name = file.table.input.name.clone();
        let at = found.lists.len();
        let mut report = ListReport {
            file: name.clone(),
            ..ListReport::default()
        };
        let columns = file.header.names.iter().filter(|name| !name.is_empty());
        let headless = file.header.names.iter().any(|name| name.contains('@'));
        match (&file.role, columns.count()) {
            _ if headless => found.column(&file.table, &phones, at, &mut report)?,
            (_, 0 | 1) => found.column(&file.table, &phones, at, &mut report)?,
            (Role::Parties | Role::OptOuts, _) => {
                let mut files = [file];
                found.table(
                    &mut files,
                    catalog,
                    job,
                    fields,
                    folder,
                    at,
                    &mut report,
                    progress,
                )?;
                let [file] = files;
                found.lists.push((file.table, report));
                continue;
            }
            _ => {
                return Err(Error::new(
                    "is no list of what is not to be imported: it has several columns, and they are not recognised",
                    "give a table of one column with addresses, domains, phone numbers or ids, or one with the headers of an export",
                )
                .at(format!("--do-not-import {name}")));
            }
        }
        found.lists.push((file.table, report));
    }
    found.matched = vec![false; found.list_of.len()];
    Ok(found)
}

impl LeaveOut {
    /// The tables that were read.
    pub fn tables(&self) -> impl Iterator<Item = &Table> {
        self.lists.iter().map(|(table, _)| table)
    }

    /// What came of each list.
    pub fn reports(&self) -> Vec<ListReport> {
        let mut reports: Vec<ListReport> = self
            .lists
            .iter()
            .map(|(_, report)| report.clone())
            .collect();
        for (list, _) in self
            .list_of
            .iter()
            .zip(&self.matched)
            .filter(|(_, hit)| **hit)
        {
            if let Some(report) = reports.get_mut(*list) {
                report.matched += 1;
            }
        }
        reports
    }

    /// Adds one entry, by all that it may name.
    fn add(&mut self, list: usize, names: Vec<(What, String)>, report: &mut ListReport) {
        let number = u32::try_from(self.list_of.len()).unwrap_or(u32::MAX);
        self.list_of.push(list);
        report.entries += 1;
        for name in names {
            self.entries.entry(name).or_default().push(number);
        }
    }

    /// A table of one column, with or without a header.
    fn column(
        &mut self,
        table: &Table,
        phones: &PhoneReader,
        list: usize,
        report: &mut ListReport,
    ) -> Result<()> {
        let reader = Rows::open(table)?;
        let mut first = true;
        for block in &table.blocks {
            let bytes = reader.bytes(block)?;
            each_row(table, block, &bytes, |row, _, cells| {
                for cell in cells.iter() {
                    let text = decode(cell, table.encoding).0;
                    let text = text.trim_start_matches('\u{feff}').trim();
                    if text.is_empty() {
                        continue;
                    }
                    let names = named(text, phones);
                    match names.is_empty() {
                        false => self.add(list, names, report),
                        true if first => {}
                        true => {
                            report.not_understood += 1;
                            if report.rows_not_understood.len() < MOST_ROWS {
                                report.rows_not_understood.push(row);
                            }
                        }
                    }
                    first = false;
                }
            });
        }
        Ok(())
    }

    /// A table that is recognised: each row by its id and addresses, an organization's by its domain, too; by its phones
    /// only where it has none of these.
    #[allow(
        clippy::too_many_arguments,
        reason = "a file in all its parts, called once"
    )]
    fn table(
        &mut self,
        files: &mut [Understood; 1],
        catalog: &Catalog,
        job: &Job,
        fields: &Fields,
        folder: &Path,
        list: usize,
        report: &mut ListReport,
        progress: &dyn Progress,
    ) -> Result<()> {
        let mut fields = fields.clone();
        let boxes = sources::compile(files, catalog, job, &mut fields, false)?;
        let store = Store::new(STORE_MEMORY, folder.to_path_buf());
        let mut set = Set::new(files, store, boxes, job.classes.clone(), fields);
        let gathered = first_pass::read(files, &mut set, &mut io::sink(), progress)?;
        if files.iter().all(|file| file.role == Role::OptOuts) {
            for address in gathered.opt_outs {
                self.add(list, vec![(What::Address, address)], report);
            }
            return Ok(());
        }
        let (mut draft, mut window) = (Draft::default(), Window::default());
        let headers: Vec<u32> = files.iter().map(|file| file.header.row).collect();
        resolve::filter(&mut set, &[], &headers);
        for at in 0..u32::try_from(set.metas.len()).unwrap_or(NO_RECORD) {
            set.fetch(at, &mut draft, &mut window)?;
            let meta = set.metas.get(at as usize);
            if meta.is_none_or(|meta| meta.fate == Fate::Filtered) {
                continue;
            }
            let mut names = Vec::new();
            each_name(&set, at, &draft, &mut |what, text| {
                names.push((what, text.to_string()));
            });
            if names.iter().any(|(what, _)| *what != What::Phone) {
                names.retain(|(what, _)| *what != What::Phone);
            }
            match (names.is_empty(), meta.map(|meta| meta.row)) {
                (true, row) => {
                    report.not_understood += 1;
                    let room = report.rows_not_understood.len() < MOST_ROWS;
                    report.rows_not_understood.extend(row.filter(|_| room));
                }
                (false, _) => self.add(list, names, report),
            }
        }
        Ok(())
    }

    /// Leaves out the parties of which a record is named. Records that were looked at before are not looked at again.
    ///
    /// # Errors
    /// When the store can't be read.
    pub fn apply(&mut self, set: &mut Set) -> Result<()> {
        let from = std::mem::replace(&mut self.done, set.metas.len());
        if self.entries.is_empty() {
            return Ok(());
        }
        let all: Vec<u32> = (from..set.metas.len())
            .filter_map(|at| u32::try_from(at).ok())
            .collect();
        let entries = &self.entries;
        let hits: Vec<(u32, Vec<u32>)> = all
            .par_iter()
            .map_init(
                || (Draft::default(), Window::default()),
                |(draft, window), at| Ok((*at, hits(entries, set, *at, draft, window)?)),
            )
            .collect::<Result<_>>()?;
        let reason = set.reason(REASON);
        for (at, hits) in hits.into_iter().filter(|(_, hits)| !hits.is_empty()) {
            for hit in hits {
                if let Some(matched) = self.matched.get_mut(hit as usize) {
                    *matched = true;
                }
            }
            let survivor = set.survivor(at);
            let meta = set.metas.get_mut(survivor as usize);
            if let Some(meta) = meta.filter(|meta| meta.fate == Fate::Exported) {
                (meta.fate, meta.reason) = (Fate::Filtered, reason);
            }
        }
        resolve::follow(set);
        Ok(())
    }
}

/// The entries that name a record.
fn hits(
    entries: &HashMap<(What, String), Vec<u32>, foldhash::fast::RandomState>,
    set: &Set,
    at: u32,
    draft: &mut Draft,
    window: &mut Window,
) -> Result<Vec<u32>> {
    let mut found = Vec::new();
    let moves =
        |meta: &crate::model::record::Meta| matches!(meta.fate, Fate::Exported | Fate::Merged);
    if !set.metas.get(at as usize).is_some_and(moves) {
        return Ok(found);
    }
    set.fetch(at, draft, window)?;
    let mut look = |what: What, text: &str| {
        found.extend(entries.get(&(what, text.to_string())).into_iter().flatten());
    };
    each_name(set, at, draft, &mut |what, text| {
        look(what, text);
        let host = match what {
            What::Address => email_domain(text),
            What::Domain => text,
            _ => "",
        };
        let parents = std::iter::successors(Some(host), |host| Some(host.split_once('.')?.1));
        parents
            .filter(|host| host.contains('.'))
            .for_each(|host| look(What::Domain, host));
    });
    found.sort_unstable();
    found.dedup();
    Ok(found)
}

/// All by which a list may name a record.
fn each_name(set: &Set, at: u32, draft: &Draft, found: &mut impl FnMut(What, &str)) {
    each_address(draft, &mut |address| found(What::Address, address));
    let organization = set
        .metas
        .get(at as usize)
        .is_some_and(|meta| meta.axes.kind == Kind::Organization);
    for name in ["organization.domain", "website"]
        .into_iter()
        .filter(|_| organization)
    {
        let field = find(name).unwrap_or(FieldId(u16::MAX));
        for value in draft.values_of(field) {
            if let Some(host) = host(value.text) {
                found(What::Domain, &host);
            }
        }
    }
    for value in draft.values().filter(|value| value.how != How::Unread) {
        if matches!(set.fields.ty(value.field), Type::Phone | Type::PhoneList) {
            for number in list::items(value.text) {
                let number = number
                    .split_once(";ext=")
                    .map_or(number, |(number, _)| number);
                found(What::Phone, number);
            }
        }
    }
    let external = find("origin.external_ids").unwrap_or(FieldId(u16::MAX));
    for value in draft.values_of(external) {
        found(What::Id, key::id(value.text));
    }
    let id = set.id(at);
    if !id.is_empty() {
        found(What::Id, key::id(id));
        let mut identity = String::new();
        set.identity(at, &mut identity);
        found(What::Id, key::id(&identity));
    }
}

/// What an entry names: an address, a domain (with or without `@`), a phone number or an id; a row of digits may be
/// either of the last two. Nothing if it can't be understood.
fn named(text: &str, phones: &PhoneReader) -> Vec<(What, String)> {
    let mut out = String::new();
    match email(text, &mut out) {
        Reading::Same => return vec![(What::Address, text.to_string())],
        Reading::Changed => return vec![(What::Address, out)],
        _ => {}
    }
    let bare = text.strip_prefix('@').unwrap_or(text);
    if bare.contains('@') {
        return Vec::new();
    }
    if let Some(host) = host(bare) {
        return vec![(What::Domain, host)];
    }
    let mut names = Vec::new();
    match phones.read(text, None, &mut out) {
        Reading::Same => names.push((What::Phone, text.to_string())),
        Reading::Changed => names.push((What::Phone, out)),
        _ => {}
    }
    let is_id = !text.contains(char::is_whitespace) && text.contains(|c: char| c.is_ascii_digit());
    if is_id {
        names.push((What::Id, key::id(text).to_string()));
    }
    names
}

/// The host of a domain or web address, subdomains and all but `www`.
fn host(text: &str) -> Option<String> {
    let mut out = String::new();
    match domain::from_website(text, &mut out) {
        Reading::Unread("domain-shared") | Reading::Same | Reading::Changed => {}
        _ => return None,
    }
    let rest = text.split_once("://").map_or(text, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#', ':']).next().unwrap_or_default();
    let host = host.trim().to_lowercase();
    let host = host.strip_prefix("www.").unwrap_or(&host);
    match host.is_ascii() {
        true => Some(host.to_string()),
        false => Some(out).filter(|out| !out.is_empty()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_says_by_itself_what_it_names() {
        let phones = PhoneReader::new(None);
        let all = |text: &str| -> Vec<(What, String)> { named(text, &phones) };
        let one = |what: What, name: &str| vec![(what, name.to_string())];
        assert_eq!(all("Ann@Acme.com"), one(What::Address, "ann@acme.com"));
        assert_eq!(all("@acme.com"), one(What::Domain, "acme.com"));
        assert_eq!(all("https://www.acme.com/x"), one(What::Domain, "acme.com"));
        assert_eq!(all("mail.acme.com"), one(What::Domain, "mail.acme.com"));
        assert_eq!(all("gmail.com"), one(What::Domain, "gmail.com"));
        assert_eq!(
            all("+34 910 00 00 22").first(),
            Some(&(What::Phone, "+34910000022".to_string()))
        );
        assert_eq!(all("0035g00000x0001"), one(What::Id, "0035g00000x0001"));
        assert_eq!(all("301"), one(What::Id, "301"));
        assert!(all("Ann Lee").is_empty() && all("unknown").is_empty());
    }
}
