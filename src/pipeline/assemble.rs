//! The rest of a kit: the lists that need all counts, the papers, and the manifest, last.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::against;
use super::convert::{Beside, Profiles, counted};
use super::leave_out::LeaveOut;
use super::options::{Options, Outcome, OutputReport, Policy};
use super::second_pass::{Homeless, Part, View, note};
use super::segments;
use super::set::Set;
use super::sources::{self, Understood};
use crate::error::{Error, Result};
use crate::export::{Flavour, Format, From, Layout, ObjectLayout, OutColumn, push_line};
use crate::kit::{self, FileLines, Finished, Parts, Sink, hex};
use crate::ledger::manifest::{Input, KitFile, Manifest, Overlay, Settings};
use crate::map::Disposition;
use crate::model::fate::{CELL_FATES, FATES, Fate};
use crate::model::field::FieldId;
use crate::model::record::{Meta, NO_COLUMN};
use crate::survey::Catalog;

const BOM: &[u8] = b"\xef\xbb\xbf";

/// The books of a run: every count that its papers need.
#[derive(Debug, Default)]
pub struct Books {
    /// The parts of each import file, by target object.
    pub imports: Vec<Vec<Finished>>,
    /// The other files.
    pub files: Vec<Finished>,
    /// The opt-outs' file.
    pub opt_outs: Vec<Finished>,
    /// Findings by code.
    pub counts: BTreeMap<&'static str, u64>,
    /// Per table and column: cells by fate.
    pub cells: Vec<Vec<[u64; CELL_FATES.len()]>>,
    /// Per table and column: filled cells, as read.
    pub filled: Vec<Vec<u64>>,
    /// Per table and column: what had no place.
    pub homeless: BTreeMap<(u16, u16), Homeless>,
    /// The longest identity, in bytes.
    pub longest_identity: usize,
    /// Rows by fate.
    pub fates: [u64; FATES.len()],
    /// Rows by fate and reason.
    pub reasons: BTreeMap<(Fate, u16), u64>,
    /// (declared, class) where they differ: rows.
    pub classes: BTreeMap<(u8, u8), u64>,
    /// Owners: records.
    pub owners: BTreeMap<u32, u64>,
    /// What the target calls each owner.
    pub owners_resolved: Vec<Option<String>>,
    /// Who each owner is.
    pub who: Vec<String>,
    /// Records made from text.
    pub created: u64,
    /// Pairs of records that may be one party.
    pub to_match: u64,
}

impl Books {
    /// Empty books.
    pub fn new(files: &[Understood], objects: usize) -> Self {
        Self {
            imports: Vec::with_capacity(objects),
            cells: files
                .iter()
                .map(|file| vec![[0; CELL_FATES.len()]; file.header.names.len() + 1])
                .collect(),
            ..Self::default()
        }
    }

    /// Adds what a part has counted.
    pub fn add(&mut self, part: &mut Part) {
        for (code, count) in &part.counts {
            *self.counts.entry(*code).or_default() += count;
        }
        for (whole, part) in self
            .cells
            .iter_mut()
            .flatten()
            .zip(part.cells.iter().flatten())
        {
            for (whole, part) in whole.iter_mut().zip(part) {
                *whole += part;
            }
        }
        self.longest_identity = self.longest_identity.max(part.longest_identity);
        for (table, columns) in (0..).zip(std::mem::take(&mut part.homeless)) {
            for (column, seen) in (0..).zip(columns).filter(|(_, seen)| seen.cells > 0) {
                match self.homeless.entry((table, column)) {
                    std::collections::btree_map::Entry::Vacant(new) => {
                        new.insert(seen);
                    }
                    std::collections::btree_map::Entry::Occupied(mut known) => {
                        known.get_mut().merge(seen)
                    }
                }
            }
        }
        for (whole, part) in self.fates.iter_mut().zip(part.fates) {
            *whole += part;
        }
        for (reason, count) in &part.reasons {
            *self.reasons.entry(*reason).or_default() += count;
        }
        for (pair, count) in &part.classes {
            *self.classes.entry(*pair).or_default() += count;
        }
        for (owner, count) in &part.owners {
            *self.owners.entry(*owner).or_default() += count;
        }
    }

    /// Filled cells by fate, over all files.
    pub fn cell_sums(&self) -> [u64; CELL_FATES.len()] {
        let mut sums = [0; CELL_FATES.len()];
        for column in self.cells.iter().flatten() {
            for (sum, count) in sums.iter_mut().zip(column) {
                *sum += count;
            }
        }
        sums
    }

    /// What the run came to.
    pub fn outcome(
        self,
        files: &[Understood],
        catalog: &Catalog,
        set: &Set,
        layout: &Layout,
        beside: &Beside,
        out: Option<std::path::PathBuf>,
    ) -> Outcome {
        let existing = beside.existing.as_ref();
        let class = |number: u8| {
            set.classes
                .get(usize::from(number))
                .cloned()
                .unwrap_or_else(|| "none".to_string())
        };
        let sums = self.cell_sums();
        Outcome {
            moves: Vec::new(),
            reclassify: Policy::Never,
            segments: segments::counts(set)
                .into_iter()
                .map(|(one, records)| (one.name.to_string(), records))
                .collect(),
            files: files
                .iter()
                .map(|file| sources::report(file, catalog))
                .collect(),
            existing: existing.map_or_else(Vec::new, |existing| {
                let files = existing.files.iter();
                files.map(|file| existing.report(file)).collect()
            }),
            outputs: self
                .imports
                .iter()
                .flatten()
                .map(|file| OutputReport {
                    file: file.name.clone(),
                    rows: file.rows,
                })
                .collect(),
            rows: FATES
                .iter()
                .zip(self.fates)
                .map(|(fate, rows)| (fate.name().to_string(), rows))
                .collect(),
            cells: CELL_FATES
                .iter()
                .zip(sums)
                .map(|(fate, cells)| (fate.name().to_string(), cells))
                .collect(),
            created: self.created,
            reasons: self.reasons_named(set),
            findings: counted(&self.counts),
            owners: self
                .owners
                .iter()
                .filter_map(|(owner, records)| {
                    let at = (*owner as usize).checked_sub(1)?;
                    let given = self
                        .owners_resolved
                        .get(at)
                        .cloned()
                        .flatten()
                        .unwrap_or_default();
                    Some((set.owners.get(at)?.clone(), given, *records))
                })
                .collect(),
            who: self
                .owners
                .keys()
                .filter_map(|owner| self.who.get((*owner as usize).checked_sub(1)?).cloned())
                .collect(),
            to_match: self.to_match,
            opt_outs: self.opt_outs.iter().map(|file| file.rows).sum(),
            classes: self
                .classes
                .iter()
                .map(|((declared, other), rows)| (class(*declared), class(*other), *rows))
                .collect(),
            against: existing
                .map_or_else(Vec::new, |existing| against::summary(existing, set, layout)),
            do_not_import: beside.lists.reports(),
            out,
        }
    }

    /// Rows by fate and reason, named.
    pub fn reasons_named(&self, set: &Set) -> Vec<(String, String, u64)> {
        self.reasons
            .iter()
            .map(|((fate, reason), rows)| {
                let reason = set
                    .reasons
                    .get(usize::from(*reason))
                    .cloned()
                    .unwrap_or_default();
                (fate.name().to_string(), reason, *rows)
            })
            .collect()
    }
}

/// The findings that were made between the passes, in the order of the records.
pub fn remarks(view: &View, part: &mut Part) {
    let mut remarks = view.resolved.remarks.clone();
    remarks.sort_unstable_by_key(|(code, at)| (*at, *code));
    for (code, at) in remarks {
        note(view, at, code, NO_COLUMN, "", part);
    }
    for (number, file) in view.files.iter().enumerate() {
        for (column, row) in &file.numbers_for_ids {
            let is_it = |meta: &Meta| usize::from(meta.table) == number && meta.row == *row;
            let at = view.set.metas.iter().position(is_it);
            if let Some(at) = at.and_then(|at| u32::try_from(at).ok()) {
                note(view, at, "numbers-for-ids", *column, "", part);
            }
        }
    }
    for (at, meta) in view.set.metas.iter().enumerate() {
        let owner = (meta.owner as usize).checked_sub(1);
        let unresolved = owner.is_some_and(|owner| matches!(view.owners.get(owner), Some(None)));
        if unresolved && meta.fate == Fate::Exported {
            note(
                view,
                u32::try_from(at).unwrap_or(u32::MAX),
                "owner-unresolved",
                NO_COLUMN,
                "",
                part,
            );
        }
    }
}

/// Begins a list with its header.
pub fn sink(folder: &Path, name: &str, header: &[&str], bom: bool) -> Result<Sink> {
    let mut sink = Sink::create(folder, name)?;
    let mut line = if bom { BOM.to_vec() } else { Vec::new() };
    push_line(&mut line, header.iter().copied(), Flavour::Machine);
    sink.write(&line, 0)?;
    Ok(sink)
}

/// Opt-outs, fields to create, every column.
pub fn lists(
    folder: &Path,
    view: &View,
    profiles: &Profiles,
    opted_out: Vec<String>,
    books: &mut Books,
) -> Result<()> {
    books.opt_outs = opt_outs(folder, profiles, opted_out)?;
    let create = fields_to_create(folder, view, profiles, books)?;
    let columns = every_column(folder, view, books)?;
    books.files.extend([create, columns]);
    if let Some(existing) = view.existing {
        let (name, header) = against::EXISTING;
        let mut sink = sink(folder, name, &header, true)?;
        let (lines, rows) = against::existing(existing, view.set, view.layout);
        sink.write(&lines, rows)?;
        books.files.push(sink.finish()?);
    }
    Ok(())
}

/// Every opted-out address of every row, once, in the form that the target takes.
fn opt_outs(
    folder: &Path,
    profiles: &Profiles,
    mut addresses: Vec<String>,
) -> Result<Vec<Finished>> {
    addresses.sort_unstable();
    addresses.dedup();
    let import = &profiles.target.import;
    let stated = import.opt_outs.clone().unwrap_or_default();
    let stem = if stated.file.is_empty() {
        "opt-outs"
    } else {
        &stated.file
    };
    let columns: Vec<&str> = if stated.columns.is_empty() {
        vec!["Email"]
    } else {
        stated
            .columns
            .iter()
            .map(|(column, _)| column.as_str())
            .collect()
    };
    let header: Vec<&str> = columns
        .iter()
        .copied()
        .chain(stated.constants.iter().map(|(column, _)| column.as_str()))
        .collect();
    let mut head = Vec::new();
    push_line(&mut head, header.iter().copied(), Flavour::Machine);
    let stem = format!("0-{stem}");
    let mut parts = Parts::new(folder, &stem, head, import.max_rows, import.max_bytes);
    let mut line = Vec::new();
    for address in &addresses {
        line.clear();
        let cells = columns.iter().map(|_| address.as_str());
        push_line(
            &mut line,
            cells.chain(stated.constants.iter().map(|(_, text)| text.as_str())),
            Flavour::Machine,
        );
        parts.write(&line, &[u32::try_from(line.len()).unwrap_or(u32::MAX)])?;
    }
    parts.finish()
}

/// What to make in the target: the identity first, then each source column whose cells had no place.
fn fields_to_create(
    folder: &Path,
    view: &View,
    profiles: &Profiles,
    books: &Books,
) -> Result<Finished> {
    let header = [
        "object",
        "name",
        "type",
        "longest_value",
        "values",
        "filled",
        "of_rows",
        "source_file",
        "why",
    ];
    let mut sink = sink(folder, "fields-to-create.csv", &header, true)?;
    let mut lines = Vec::new();
    let import = &profiles.target.import;
    let longest = books.longest_identity;
    let segments: Vec<&str> = segments::counts(view.set)
        .into_iter()
        .map(|(one, _)| one.name)
        .collect();
    let mut rows = 0;
    for object in &view.layout.objects {
        for column in &object.columns {
            let (kind, longest, values, why) = match column.from {
                From::Identity => (
                    import.identity.ty.as_str(),
                    longest.to_string(),
                    String::new(),
                    "identity: make it before the import",
                ),
                From::Segment => (
                    "choice",
                    segments
                        .iter()
                        .map(|name| name.len())
                        .max()
                        .unwrap_or(0)
                        .to_string(),
                    segments.join("; "),
                    "segment: make it before the import, or leave the column out",
                ),
                _ => continue,
            };
            let name = column.header.as_str();
            let cells = [
                object.name.as_str(),
                name,
                kind,
                &longest,
                &values,
                "",
                "",
                "",
                why,
            ];
            push_line(&mut lines, cells, Flavour::Human);
            rows += 1;
        }
    }
    let targets = targets_of(view);
    for ((table, column), seen) in &books.homeless {
        let Some(file) = view.files.get(usize::from(*table)) else {
            continue;
        };
        let Some(why) = why(view, file, usize::from(*column)) else {
            continue;
        };
        let name = file
            .header
            .names
            .get(usize::from(*column))
            .map_or("", String::as_str);
        let object = targets
            .get(usize::from(*table))
            .copied()
            .unwrap_or_default();
        let mut values: Vec<&str> = seen.values.iter().map(String::as_str).collect();
        values.sort_unstable();
        let few = !seen.many && seen.cells > 1;
        let kind = kind_of(seen);
        push_line(
            &mut lines,
            [
                object,
                name,
                kind,
                &seen.longest.to_string(),
                &if few && kind == "choice" {
                    values.join("; ")
                } else {
                    String::new()
                },
                &seen.cells.to_string(),
                &file.rows.to_string(),
                &file.table.input.name,
                why,
            ],
            Flavour::Human,
        );
        rows += 1;
    }
    sink.write(&lines, rows)?;
    sink.finish()
}

/// For each file: the target object to which most of its rows go.
fn targets_of<'v>(view: &'v View) -> Vec<&'v str> {
    let objects = &view.layout.objects;
    let mut counts = vec![vec![0_u64; objects.len()]; view.files.len()];
    for meta in view
        .set
        .metas
        .iter()
        .filter(|meta| meta.fate == Fate::Exported)
    {
        let file = counts.get_mut(usize::from(meta.table));
        if let Some(count) = file.and_then(|counts| counts.get_mut(usize::from(meta.target))) {
            *count += 1;
        }
    }
    counts
        .iter()
        .map(|counts| {
            let best = counts
                .iter()
                .enumerate()
                .max_by_key(|(at, count)| (**count, std::cmp::Reverse(*at)));
            best.and_then(|(at, _)| objects.get(at))
                .map_or("", |object| object.name.as_str())
        })
        .collect()
}

fn kind_of(seen: &Homeless) -> &'static str {
    match () {
        () if seen.flags => "yes/no",
        () if seen.dates => "date",
        () if seen.numbers => "number",
        () if !seen.many && seen.cells > 2 * seen.values.len() as u64 => "choice",
        () if seen.longest > 255 => "long text",
        () => "text",
    }
}

/// Fields that tell rows apart and link them: what they say is in the kit even where no column of the target takes them.
pub const KEYS: [&str; 8] = [
    "origin.id",
    "origin.external_ids",
    "organization.id",
    "merged_into",
    "became.person",
    "became.organization",
    "owner",
    "deleted",
];

/// Why a column's cells had no place; nothing where a new field in the target would not help: some of its values could
/// not be written, or it is a key that the id map has.
fn why(view: &View, file: &Understood, column: usize) -> Option<&'static str> {
    match file.dispositions.first().and_then(|all| all.get(column)) {
        Some(Disposition::Kept) => Some("the profile keeps it aside"),
        Some(Disposition::Fed(fields)) => {
            let mapped = fields
                .iter()
                .any(|field| KEYS.contains(&view.set.fields.name(*field)));
            let written = fields.iter().any(|field| writes(view.layout, *field));
            (!mapped && !written).then_some("the target has no such column")
        }
        _ => Some("the profile does not know it"),
    }
}

fn writes(layout: &Layout, field: crate::model::field::FieldId) -> bool {
    layout
        .objects
        .iter()
        .flat_map(|object| &object.columns)
        .any(|column| match &column.from {
            From::Fields { fields, .. } => fields.contains(&field),
            From::Link(_, link) => *link == field,
            _ => false,
        })
}

/// Every source column: what it became, and its filled cells by fate.
fn every_column(folder: &Path, view: &View, books: &Books) -> Result<Finished> {
    let mut header = vec!["file", "column", "name", "becomes", "written_to", "filled"];
    header.extend(CELL_FATES.iter().map(|fate| fate.name()));
    let mut sink = sink(folder, "every-column.csv", &header, true)?;
    let mut lines = Vec::new();
    let mut rows = 0;
    for (number, file) in view.files.iter().enumerate() {
        let Some(columns) = books
            .cells
            .get(number)
            .filter(|_| file.role == sources::Role::Parties)
        else {
            continue;
        };
        for (at, counts) in columns.iter().enumerate() {
            let filled = books
                .filled
                .get(number)
                .and_then(|filled| filled.get(at))
                .copied()
                .unwrap_or(0);
            let beyond = at == file.header.names.len();
            if beyond && filled == 0 {
                continue;
            }
            let name = if beyond {
                "(beyond the header)"
            } else {
                file.header.names.get(at).map_or("", String::as_str)
            };
            let (becomes, written) = became(view, file, at);
            let mut cells = vec![
                file.table.input.name.clone(),
                (at + 1).to_string(),
                name.to_string(),
                becomes,
                written,
                filled.to_string(),
            ];
            cells.extend(counts.iter().map(u64::to_string));
            push_line(
                &mut lines,
                cells.iter().map(String::as_str),
                Flavour::Machine,
            );
            rows += 1;
        }
    }
    sink.write(&lines, rows)?;
    sink.finish()
}

/// The target's columns that take one of the fields, or the identity.
pub fn takers<'l>(
    layout: &'l Layout,
    fields: &'l [FieldId],
    identity: bool,
) -> impl Iterator<Item = (&'l ObjectLayout, &'l OutColumn)> {
    let takes = move |column: &OutColumn| match &column.from {
        From::Fields { fields: taken, .. } | From::Conditions { fields: taken, .. } => {
            taken.iter().any(|field| fields.contains(field))
        }
        From::Link(_, link) => fields.contains(link),
        From::Identity => identity,
        From::Segment => false,
    };
    layout.objects.iter().flat_map(move |object| {
        let columns = object.columns.iter().filter(move |column| takes(column));
        columns.map(move |column| (object, column))
    })
}

fn became(view: &View, file: &Understood, at: usize) -> (String, String) {
    match file.dispositions.first().and_then(|all| all.get(at)) {
        Some(Disposition::Fed(fields)) => {
            let names: Vec<&str> = fields
                .iter()
                .map(|field| view.set.fields.name(*field))
                .collect();
            let identity = names.contains(&"origin.id");
            let written: BTreeSet<String> = takers(view.layout, fields, identity)
                .map(|(object, column)| format!("{}.{}", object.name, column.header))
                .collect();
            (
                names.join(", "),
                written.into_iter().collect::<Vec<_>>().join(", "),
            )
        }
        Some(Disposition::Dropped(reason)) => (format!("dropped: {reason}"), String::new()),
        Some(Disposition::Kept) => ("kept aside".to_string(), String::new()),
        _ => (String::new(), String::new()),
    }
}

/// The README for who loads the kit, the manifest and the checksums.
pub fn papers(
    folder: &Path,
    view: &View,
    profiles: &Profiles,
    options: &Options,
    lists: &LeaveOut,
    books: &mut Books,
) -> Result<()> {
    if options.workbooks {
        let made = workbooks(folder, view, books)?;
        books.files.extend(made);
    }
    let text = super::readme::text(view, profiles, lists, books);
    let mut readme = Sink::create(folder, "README.md")?;
    readme.write(text.as_bytes(), 0)?;
    books.files.push(readme.finish()?);
    let mut all: Vec<&Finished> = books
        .opt_outs
        .iter()
        .chain(books.imports.iter().flatten())
        .chain(&books.files)
        .collect();
    all.sort_by(|a, b| a.name.cmp(&b.name));
    let imports: BTreeSet<&str> = books
        .imports
        .iter()
        .flatten()
        .chain(&books.opt_outs)
        .map(|file| file.name.as_str())
        .collect();
    let manifest = Manifest {
        kit: 1,
        made_by: format!("xwalk {}", env!("CARGO_PKG_VERSION")),
        target: profiles.target.name.clone(),
        settings: settings(profiles, options),
        inputs: view
            .files
            .iter()
            .map(|file| input(view, file, books))
            .collect(),
        against: view.existing.map_or_else(Vec::new, |existing| {
            existing
                .files
                .iter()
                .map(|file| beside(&file.table))
                .collect()
        }),
        do_not_import: lists.tables().map(beside).collect(),
        rows: FATES
            .iter()
            .zip(books.fates)
            .map(|(fate, rows)| (fate.name().to_string(), rows))
            .collect(),
        created: books.created,
        cells: CELL_FATES
            .iter()
            .zip(books.cell_sums())
            .map(|(fate, cells)| (fate.name().to_string(), cells))
            .collect(),
        findings: books
            .counts
            .iter()
            .map(|(code, count)| ((*code).to_string(), *count))
            .collect(),
        opt_outs: books.opt_outs.iter().map(|file| file.rows).sum(),
        files: all
            .iter()
            .map(|file| KitFile {
                name: file.name.clone(),
                bytes: file.bytes,
                rows: file.rows,
                sha256: file.sha256.clone(),
                flavour: flavour(&file.name, &imports).to_string(),
            })
            .collect(),
    };
    let mut text = serde_json::to_string_pretty(&manifest)
        .map_err(|error| Error::new(error.to_string(), ""))?;
    text.push('\n');
    let mut lines: Vec<FileLines> = all.iter().map(|file| file.lines.clone()).collect();
    lines.push(FileLines {
        name: kit::MANIFEST.to_string(),
        checksums: text
            .split_inclusive('\n')
            .flat_map(|line| crc32fast::hash(line.as_bytes()).to_le_bytes())
            .collect(),
    });
    let mut sums = Sink::create(folder, kit::LINES)?;
    sums.write(&kit::encode_checksums(&lines), 0)?;
    sums.finish()?;
    let mut last = Sink::create(folder, kit::MANIFEST)?;
    last.write(text.as_bytes(), 0)?;
    last.finish()?;
    Ok(())
}

/// The tables that people look at or edit, as workbooks.
fn workbooks(folder: &Path, view: &View, books: &Books) -> Result<Vec<Finished>> {
    let imports = books.opt_outs.iter().chain(books.imports.iter().flatten());
    let lists = books.files.iter().filter(|file| {
        let people = [
            "rows-to-decide.csv",
            "fields-to-create.csv",
            "differences.csv",
        ];
        people.contains(&file.name.as_str()) || file.name.starts_with("rows-to-fix/")
    });
    let form = |name: &str| {
        let source = name.strip_prefix("rows-to-fix/");
        let file = view
            .files
            .iter()
            .find(|file| Some(file.kit_name.as_str()) == source);
        file.map_or((b',', encoding_rs::UTF_8), |file| {
            (file.table.dialect.delimiter, file.table.encoding)
        })
    };
    imports
        .chain(lists)
        .map(|file| {
            let (delimiter, encoding) = form(&file.name);
            let target = kit::beside(&file.name);
            kit::workbook(folder, &file.name, &target, delimiter, encoding)
        })
        .collect()
}

fn flavour(name: &str, imports: &BTreeSet<&str>) -> &'static str {
    match name {
        _ if imports.contains(name) => "import",
        "rows-to-decide.csv" | "fields-to-create.csv" | "differences.csv" => "people",
        _ if name.starts_with("rows-to-fix/") => "source",
        _ if name.starts_with("workbooks/") => "people",
        _ => "machine",
    }
}

fn beside(table: &crate::read::Table) -> crate::ledger::manifest::Beside {
    crate::ledger::manifest::Beside {
        name: table.input.name.clone(),
        bytes: table.size,
        sha256: hex(&table.sha256),
    }
}

fn settings(profiles: &Profiles, options: &Options) -> Settings {
    Settings {
        to: options.to.clone(),
        from: options.from.clone(),
        glossary: profiles.glossary.name.clone(),
        glossary_given: options.glossary.clone(),
        reclassify: options.reclassify,
        segments: options.segments.clone(),
        hints: options.hints.clone(),
        sheets: options.sheets.clone(),
        select: options.select.clone(),
        sample: options.sample,
        region: options.region.clone(),
        workbooks: options.workbooks,
        keep_existing: options.keep_existing,
        overlays: whole(&options.overlays),
        matching: options.matching,
        plans: whole(&options.plans),
    }
}

/// Files that a kit is made by, with their texts; without their folders.
fn whole(files: &[(String, String)]) -> Vec<Overlay> {
    let named = files.iter().map(|(name, text)| Overlay {
        name: name.rsplit(['/', '\\']).next().unwrap_or(name).to_string(),
        text: text.clone(),
    });
    named.collect()
}

fn input(view: &View, file: &Understood, books: &Books) -> Input {
    let number = view
        .files
        .iter()
        .position(|other| std::ptr::eq(other, file))
        .unwrap_or(0);
    let filled: u64 = books
        .filled
        .get(number)
        .map_or(0, |filled| filled.iter().sum());
    let (object, fate) = (
        file.recognition.as_ref().and_then(|_| {
            let info = view.set.boxes.get(usize::from(file.objects.first()?.1))?;
            Some(format!("{} {}", info.profile, info.object))
        }),
        match &file.role {
            sources::Role::Parties => "parties".to_string(),
            sources::Role::Users => "context: users".to_string(),
            sources::Role::OptOuts => "context: opt-outs".to_string(),
            sources::Role::Context(what) => format!("context: {what}"),
            sources::Role::NotRead(what) => format!("not read: {what}"),
        },
    );
    Input {
        name: file.table.input.name.clone(),
        bytes: file.table.size,
        sha256: hex(&file.table.sha256),
        object: object.unwrap_or_default(),
        fate: fate.clone(),
        rows: file.rows,
        header_row: file.header.row,
        columns: file.header.names.len() as u64,
        filled_cells: if fate == "parties" { filled } else { 0 },
        fix_file: format!("rows-to-fix/{}", file.kit_name),
    }
}

/// Whether the target writes owners, and where.
pub fn writes_owner(layout: &Layout) -> bool {
    layout
        .objects
        .iter()
        .flat_map(|object| &object.columns)
        .any(|column| {
            matches!(
                &column.from,
                From::Fields {
                    format: Format::Owner,
                    ..
                }
            )
        })
}
