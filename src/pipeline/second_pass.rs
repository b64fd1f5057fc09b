//! The second pass: the store, in parallel and in order, into the files of the kit.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::ops::Range;

use rayon::prelude::*;

use super::against::{self, Existing};
use super::options::Progress;
use super::resolve::Resolved;
use super::set::Set;
use super::sources::Understood;
use super::stamps::{Stamps, Told};
use super::waves;
use crate::error::{Error, Result};
use crate::export::{
    Around, Flavour, Layout, LinkSlot, Member, Party, Rendered, Renderer, push_cell, push_line,
};
use crate::lexicon::trimmed;
use crate::map::Disposition;
use crate::model::fate::{CELL_FATES, CellFate, FATES, Fate};
use crate::model::field::{FieldId, find};
use crate::model::finding;
use crate::model::key;
use crate::model::record::{Draft, FLAG_BLANK_KEY, NO_RECORD};
use crate::model::store::Window;

/// How many records a worker takes at a time.
const RANGE: usize = 2048;
/// Most different values that are listed of a column that has no place.
const MOST_VALUES: usize = 24;

/// What is known of a column whose cells had no place in the target.
#[derive(Clone, Debug, Default)]
pub struct Homeless {
    /// Its cells.
    pub cells: u64,
    /// The longest, in characters.
    pub longest: usize,
    /// The different values, as long as they are few.
    pub values: Vec<String>,
    /// Whether there are more.
    pub many: bool,
    /// Whether all are numbers.
    pub numbers: bool,
    /// Whether all are yes or no.
    pub flags: bool,
    /// Whether all begin like an ISO date.
    pub dates: bool,
}

/// What a range of records came to.
#[derive(Debug, Default)]
pub struct Part {
    /// Per target object: lines, and where they end.
    pub lines: Vec<(Vec<u8>, Vec<u32>)>,
    /// Lines of `every-row.csv`.
    pub ledger: Vec<u8>,
    /// Number of rows in it.
    pub ledger_rows: u64,
    /// Lines of `id-map.csv`.
    pub id_map: Vec<u8>,
    /// Number of rows in it.
    pub id_map_rows: u64,
    /// Findings, a JSON object a line.
    pub findings: Vec<u8>,
    /// How many of each code.
    pub counts: BTreeMap<&'static str, u64>,
    /// Per table: records of cells without a place, see `Kept`.
    pub kept: BTreeMap<u16, Vec<u8>>,
    /// Per table and column: cells by fate.
    pub cells: Vec<Vec<[u64; CELL_FATES.len()]>>,
    /// Per table and column: what had no place.
    pub homeless: Vec<Vec<Homeless>>,
    /// The longest identity, in bytes.
    pub longest_identity: usize,
    /// Per table: rows to be mended.
    pub fix: BTreeMap<u16, (Vec<u8>, u64)>,
    /// Rows to be decided on.
    pub decide: Vec<u8>,
    /// Number of rows in it.
    pub decide_rows: u64,
    /// Per target object: lines of the update file, and where they end.
    pub updates: Vec<(Vec<u8>, Vec<u32>)>,
    /// Lines of `differences.csv`.
    pub differences: Vec<u8>,
    /// Number of rows in it.
    pub differences_rows: u64,
    /// Records of the target of which a cell changes.
    pub changed: Vec<u32>,
    /// Rows by fate.
    pub fates: [u64; FATES.len()],
    /// Rows by fate and reason.
    pub reasons: BTreeMap<(Fate, u16), u64>,
    /// (declared, class) where they differ: rows.
    pub classes: BTreeMap<(u8, u8), u64>,
    /// Owners: records.
    pub owners: BTreeMap<u32, u64>,
}

/// What the second pass looks at.
#[derive(Debug)]
pub struct View<'a> {
    /// The records.
    pub set: &'a Set,
    /// The files.
    pub files: &'a [Understood],
    /// The target.
    pub layout: &'a Layout,
    /// What became clear before.
    pub resolved: &'a Resolved,
    /// What the target calls each owner, by owner number less 1.
    pub owners: &'a [Option<String>],
    /// What is in the target already, if that is known.
    pub existing: Option<&'a Existing>,
    /// Fixed fields that people see.
    pub names: Names,
    /// Parts of the ledger's lines.
    pub stamps: Stamps,
}

/// Fixed fields that people see.
#[derive(Clone, Copy, Debug)]
pub struct Names {
    full: FieldId,
    given: FieldId,
    family: FieldId,
    email: FieldId,
    organization: FieldId,
    consent: FieldId,
    deleted: FieldId,
}

impl Default for Names {
    fn default() -> Self {
        let field = |name| find(name).unwrap_or(FieldId(u16::MAX));
        Self {
            full: field("name.full"),
            given: field("name.given"),
            family: field("name.family"),
            email: field("email"),
            organization: field("organization.name"),
            consent: field("consent.email"),
            deleted: field("deleted"),
        }
    }
}

struct Worker<'a> {
    renderer: Renderer<'a>,
    drafts: Vec<Draft>,
    rendered: Rendered,
    window: Window,
    /// For records beside the range.
    aside: Window,
    identity: String,
    /// The record whose identity `identity` is, if it was exported.
    shown: u32,
    stands_for: String,
    other: [String; 3],
    folded: String,
    desk: against::Desk,
}

/// Writes every record, in order; `sink` is given the parts in order.
pub fn write(
    view: &View,
    progress: &dyn Progress,
    mut sink: impl FnMut(&mut Part) -> Result<()>,
) -> Result<()> {
    let total = view.set.metas.len();
    progress.step("writing", total as u64);
    let starts: Vec<usize> = (0..total).step_by(RANGE).collect();
    waves::in_order(
        &starts,
        || Worker::new(view),
        Part::default,
        |start, worker, part| {
            part.begin(view);
            worker.range(view, *start..(*start + RANGE).min(total), part)
        },
        |_, part| {
            sink(part)?;
            progress.done(RANGE as u64);
            Ok(())
        },
    )
}

/// The matches of which a cell of the target would change, sorted.
///
/// # Errors
/// When the store can't be read.
pub fn changed(view: &View, matches: &[u32]) -> Result<Vec<u32>> {
    let parts: Vec<Part> = matches
        .par_chunks(RANGE)
        .map_init(
            || Worker::new(view),
            |worker, matches| {
                let mut part = Part::default();
                part.begin(view);
                for at in matches {
                    worker.export(view, *at, &mut part)?;
                }
                Ok(part)
            },
        )
        .collect::<Result<_>>()?;
    Ok(parts.into_iter().flat_map(|part| part.changed).collect())
}

impl Part {
    /// Empties it for a range; the buffers of what every record adds to are used again.
    fn begin(&mut self, view: &View) {
        let objects = view.layout.objects.len();
        let mut old = std::mem::take(self);
        for (lines, ends) in &mut old.lines {
            lines.clear();
            ends.clear();
        }
        old.lines.resize_with(objects, Default::default);
        old.kept.values_mut().for_each(Vec::clear);
        [&mut old.ledger, &mut old.id_map, &mut old.findings]
            .into_iter()
            .for_each(Vec::clear);
        *self = Self {
            lines: old.lines,
            ledger: old.ledger,
            id_map: old.id_map,
            findings: old.findings,
            kept: old.kept,
            updates: vec![Default::default(); objects],
            cells: view
                .files
                .iter()
                .map(|file| vec![[0; CELL_FATES.len()]; file.header.names.len() + 1])
                .collect(),
            homeless: view
                .files
                .iter()
                .map(|file| vec![Homeless::new(); file.header.names.len() + 1])
                .collect(),
            ..Self::default()
        };
    }

    /// Adds the line of an update and the cells in which it differs from what the target holds.
    fn update(&mut self, view: &View, at: u32, target: u8, update: &against::Update) {
        let Some(existing) = view.existing else {
            return;
        };
        if let Some((lines, ends)) = self.updates.get_mut(usize::from(target)) {
            lines.extend_from_slice(&update.line);
            ends.push(u32::try_from(lines.len()).unwrap_or(u32::MAX));
        }
        for difference in &update.differences {
            let lines = &mut self.differences;
            against::difference(existing, view.set, view.layout, at, difference, lines);
            self.differences_rows += 1;
        }
        if update.changed {
            self.changed.push(at);
        }
    }
}

impl<'a> Worker<'a> {
    fn new(view: &View<'a>) -> Self {
        Self {
            renderer: Renderer::new(view.layout),
            drafts: Vec::new(),
            rendered: Rendered::default(),
            window: Window::default(),
            aside: Window::default(),
            identity: String::new(),
            shown: NO_RECORD,
            stands_for: String::new(),
            other: Default::default(),
            folded: String::new(),
            desk: against::Desk::default(),
        }
    }

    fn range(&mut self, view: &View, range: Range<usize>, part: &mut Part) -> Result<()> {
        for at in range {
            let at = u32::try_from(at).unwrap_or(NO_RECORD);
            let Some(meta) = view.set.metas.get(at as usize) else {
                continue;
            };
            match meta.fate {
                Fate::Exported => self.export(view, at, part)?,
                Fate::Merged => {}
                _ => self.leave(view, at, part)?,
            }
            if meta.table != u16::MAX {
                self.account(view, at, part);
            }
        }
        Ok(())
    }

    fn load(&mut self, view: &View, records: &[u32]) -> Result<()> {
        if self.drafts.len() < records.len() {
            self.drafts.resize_with(records.len(), Draft::default);
        }
        for (record, draft) in records.iter().zip(&mut self.drafts) {
            view.set.fetch(*record, draft, &mut self.window)?;
        }
        Ok(())
    }

    fn export(&mut self, view: &View, at: u32, part: &mut Part) -> Result<()> {
        let records = view.set.members(&at);
        self.load(view, records)?;
        let set = view.set;
        let Some(meta) = set.metas.get(at as usize) else {
            return Ok(());
        };
        set.identity(at, &mut self.identity);
        self.shown = at;
        let mut linked = [false; 3];
        if let Some(links) = set.links.get(at as usize) {
            let targets = [links.organization, links.parent, links.manager];
            for ((target, text), linked) in
                targets.into_iter().zip(&mut self.other).zip(&mut linked)
            {
                if crate::link::is_found(target) {
                    set.identity(target, text);
                    *linked = true;
                }
            }
        }
        let mut seen = records
            .iter()
            .zip(&self.drafts)
            .filter_map(|(record, draft)| set.member(*record, draft));
        let (one, several);
        let members: &[Member] = if let [_] = records {
            one = seen.next();
            one.as_slice()
        } else {
            several = seen.collect::<Vec<_>>();
            &several
        };
        let party = set.party(at, members);
        let [organization_text, parent_text, manager_text] = &self.other;
        let [organization_on, parent_on, manager_on] = linked;
        let texts = [
            organization_on.then_some(organization_text.as_str()),
            parent_on.then_some(parent_text.as_str()),
            manager_on.then_some(manager_text.as_str()),
        ];
        let by_text = view
            .layout
            .objects
            .get(usize::from(meta.target))
            .is_some_and(|object| !object.links(LinkSlot::Organization));
        let mut organization = String::new();
        if let Some(links) = set
            .links
            .get(at as usize)
            .filter(|links| by_text && crate::link::is_found(links.organization))
        {
            let mut linked = Draft::default();
            set.fetch(links.organization, &mut linked, &mut self.aside)?;
            organization.push_str(linked.text(view.names.organization));
        }
        let around = Around {
            identity: &self.identity,
            links: texts,
            organization: Some(organization.as_str()).filter(|name| !name.is_empty()),
            by_name: view.resolved.by_name.contains(&at) || same_name(set, at),
            owner: (meta.owner as usize)
                .checked_sub(1)
                .and_then(|owner| view.owners.get(owner)?.as_deref()),
            segment: set.segment(at),
            blank_key: meta.has(FLAG_BLANK_KEY),
        };
        if meta.owner > 0 {
            *part.owners.entry(meta.owner).or_default() += 1;
        }
        let existing = view
            .existing
            .and_then(|existing| Some((existing, existing.pair(at)?)));
        let mut axes = party.axes;
        let mut unwritten = Vec::new();
        if let Some((existing, pair)) = existing {
            let (renderer, desk) = (&mut self.renderer, &mut self.desk);
            let out = &mut self.rendered;
            let update =
                existing.update(pair, set, view.layout, &party, &around, renderer, desk, out)?;
            part.update(view, at, meta.target, &update);
            (axes, unwritten) = (update.axes, update.unwritten);
        } else {
            let object = usize::from(meta.target);
            self.renderer
                .render(object, &party, &around, &mut self.rendered);
            if let Some((lines, ends)) = part.lines.get_mut(object) {
                lines.extend_from_slice(&self.rendered.line);
                ends.push(u32::try_from(lines.len()).unwrap_or(u32::MAX));
            }
        }
        let party = Party { axes, ..party };
        for problem in &self.rendered.problems {
            let value = finding::mask(&problem.text);
            let (record, column) = (problem.record, problem.source);
            note(view, record, problem.code, column, &value, part);
        }
        for (number, member) in members.iter().enumerate() {
            if member.table != u16::MAX {
                let by_id = number == 0 && meta.id != key::NONE && !set.known.contains_key(&at);
                let fates = self
                    .renderer
                    .fates(member, by_id, &party, &mut self.rendered);
                for value in member
                    .draft
                    .values()
                    .filter(|value| unwritten.contains(&value.field))
                {
                    let at = member.draft.cell_of(value.column).map(|(at, _)| at);
                    at.and_then(|at| fates.get_mut(at))
                        .into_iter()
                        .for_each(|fate| *fate = None);
                }
                opted_out(view, member, fates);
                let folded = &mut self.folded;
                settle(view, member, fates, &self.identity, folded, part);
            }
        }
        Ok(())
    }

    /// A row that is not exported: its cells are counted, and it goes where a person finds it.
    fn leave(&mut self, view: &View, at: u32, part: &mut Part) -> Result<()> {
        self.load(view, &[at])?;
        let Some(meta) = view.set.metas.get(at as usize) else {
            return Ok(());
        };
        let Some(draft) = self.drafts.first() else {
            return Ok(());
        };
        if let Some(columns) = part.cells.get_mut(usize::from(meta.table)) {
            let last = columns.len().saturating_sub(1);
            for cell in draft.cells() {
                if let Some(counts) = columns.get_mut(usize::from(cell.column).min(last)) {
                    bump(counts, CellFate::NotExported);
                }
            }
        }
        match meta.fate {
            Fate::Rejected | Fate::Unreadable => fix(view, at, draft, part),
            Fate::Held => decide(view, at, draft, part),
            _ => {}
        }
        Ok(())
    }

    /// The row's line in the ledger and the id map.
    fn account(&mut self, view: &View, at: u32, part: &mut Part) {
        let set = view.set;
        let Some(meta) = set.metas.get(at as usize) else {
            return;
        };
        let survivor = set.survivor(at);
        let there = view.existing.and_then(|existing| {
            let pair = existing.pair(survivor)?;
            Some((existing, pair.theirs, pair.by))
        });
        let moved = matches!(meta.fate, Fate::Exported | Fate::Merged | Fate::Skipped);
        let unknown = meta.fate == Fate::Skipped
            && there.is_none_or(|(existing, theirs, _)| existing.identity(theirs).is_none());
        if unknown {
            self.shown = NO_RECORD;
            self.identity.clear();
        } else if moved && (survivor != at || self.shown != at) {
            set.identity(survivor, &mut self.identity);
            self.shown = NO_RECORD;
        } else if !moved {
            self.shown = NO_RECORD;
            self.identity.clear();
        }
        let end = set.metas.get(survivor as usize).unwrap_or(meta);
        self.stands_for.clear();
        if meta.fate == Fate::Merged {
            let _ = write!(self.stands_for, "{}:{}", set.table(end), end.row);
        }
        let why = there
            .filter(|_| matches!(meta.fate, Fate::Exported | Fate::Skipped))
            .map(|(existing, theirs, by)| {
                let (reason, name) = (set.why(meta), existing.name(theirs));
                format!("{reason}: {name}, found by {}", by.name())
            });
        let told = Told {
            meta,
            end,
            id: set.id(at),
            identity: &self.identity,
            stands_for: &self.stands_for,
            why: why.as_deref(),
            target_id: there.map_or("", |(existing, theirs, _)| existing.id(theirs)),
        };
        view.stamps.ledger(&mut part.ledger, told, moved);
        part.ledger_rows += 1;
        if moved {
            view.stamps.id_map(&mut part.id_map, told);
            part.id_map_rows += 1;
            part.longest_identity = part.longest_identity.max(self.identity.len());
        }
        if let Some(count) = part.fates.get_mut(meta.fate as usize) {
            *count += 1;
        }
        *part.reasons.entry((meta.fate, meta.reason)).or_default() += 1;
        if moved && meta.declared != u8::MAX && meta.declared != end.class {
            *part.classes.entry((meta.declared, end.class)).or_default() += 1;
        }
    }
}

/// Whether the organization that a record is linked to has the name that stands on the record.
fn same_name(set: &Set, at: u32) -> bool {
    let name = set.metas.get(at as usize).map_or(0, |meta| meta.org_name);
    let linked = set
        .links
        .get(at as usize)
        .and_then(|links| set.metas.get(links.organization as usize));
    name != 0 && linked.is_some_and(|linked| linked.org_name == name)
}

fn bump(counts: &mut [u64; CELL_FATES.len()], fate: CellFate) {
    if let Some(count) = counts.get_mut(fate as usize) {
        *count += 1;
    }
}

/// A finding of this pass.
pub fn note(view: &View, at: u32, code: &'static str, column: u16, value: &str, part: &mut Part) {
    let set = view.set;
    let (Some(kind), Some(meta)) = (finding::kind(code), set.metas.get(at as usize)) else {
        return;
    };
    *part.counts.entry(kind.code).or_default() += 1;
    let info = set.boxes.get(usize::from(meta.object));
    let object = info.map_or(String::new(), |info| {
        format!("{} {}", info.profile, info.object)
    });
    let headers = view
        .files
        .get(usize::from(meta.table))
        .map(|file| &file.header.names);
    let line = finding::Line {
        file: set.table(meta),
        row: meta.row,
        object: &object,
        source_id: set.id(at),
        code: kind.code,
        group: kind.group,
        severity: kind.severity,
        column: headers
            .and_then(|names| names.get(usize::from(column)))
            .map_or("", String::as_str),
        value,
        message: kind.about,
    };
    if serde_json::to_writer(&mut part.findings, &line).is_ok() {
        part.findings.push(b'\n');
    }
}

/// A cell that says "not to be mailed" has its place in the opt-outs' file, if the row has an address.
fn opted_out(view: &View, member: &Member, fates: &mut [Option<CellFate>]) {
    let said = member.draft.value(view.names.consent);
    let Some(said) = said.filter(|value| value.text == "no") else {
        return;
    };
    let mut listed = false;
    crate::map::each_address(member.draft, &mut |_| listed = true);
    if !listed {
        return;
    }
    let at = member.draft.cell_of(said.column).map(|(at, _)| at);
    if let Some(slot) = at.and_then(|at| fates.get_mut(at)) {
        slot.get_or_insert(CellFate::Translated);
    }
}

/// Counts a member's cells by fate, and puts those without a place where they are kept.
fn settle(
    view: &View,
    member: &Member,
    fates: &[Option<CellFate>],
    identity: &str,
    folded: &mut String,
    part: &mut Part,
) {
    let meta = view.set.metas.get(member.record as usize);
    let (Some(meta), Some(file)) = (meta, view.files.get(usize::from(member.table))) else {
        return;
    };
    let object = file
        .objects
        .iter()
        .position(|(_, number, _)| *number == meta.object)
        .unwrap_or(0);
    let dispositions = file.dispositions.get(object);
    let Some(columns) = part.cells.get_mut(usize::from(member.table)) else {
        return;
    };
    let last = columns.len().saturating_sub(1);
    let homeless = part.homeless.get_mut(usize::from(member.table));
    let homeless = homeless.map(Vec::as_mut_slice).unwrap_or_default();
    let bytes = part.kept.entry(member.table).or_default();
    let mut kept = Kept::begin(bytes, identity, meta.row);
    for (cell, fate) in member.draft.cells().zip(fates) {
        let at = usize::from(cell.column);
        let dropped = || {
            matches!(
                dispositions.and_then(|all| all.get(at)),
                Some(Disposition::Dropped(_))
            )
        };
        let mut nothing = || {
            let mapper = file.mapper.as_ref();
            mapper.is_some_and(|known| known.is_nothing(meta.object, cell.column, cell.raw, folded))
        };
        let fate = match fate {
            Some(fate) => *fate,
            None if dropped()
                || nothing()
                || is_not_deleted(view, dispositions.and_then(|all| all.get(at)), member) =>
            {
                CellFate::Dropped
            }
            None => {
                kept.push(cell.column, cell.raw);
                if let Some(seen) = homeless.get_mut(at.min(last)) {
                    seen.see(cell.raw);
                }
                CellFate::KeptAside
            }
        };
        if let Some(counts) = columns.get_mut(at.min(last)) {
            bump(counts, fate);
        }
    }
    kept.end();
}

/// That a row is not deleted goes without saying: the rule `deleted rows are left out` has read the cell.
fn is_not_deleted(view: &View, disposition: Option<&Disposition>, member: &Member) -> bool {
    let Some(Disposition::Fed(fields)) = disposition else {
        return false;
    };
    fields.first() == Some(&view.names.deleted) && member.draft.text(view.names.deleted) == "no"
}

/// The form in which cells without a place wait for the columns of their file to be known: identity and row, number of
/// cells, and each with its column; texts as CSV with their length in front, numbers little-endian.
struct Kept<'o> {
    out: &'o mut Vec<u8>,
    start: usize,
    /// Where the number of cells stands.
    count_at: usize,
    count: u32,
}

impl<'o> Kept<'o> {
    fn begin(out: &'o mut Vec<u8>, identity: &str, row: u32) -> Self {
        let start = out.len();
        push_text(out, |out| {
            push_cell(out, identity, b',', Flavour::Machine);
            out.push(b',');
            out.extend_from_slice(itoa::Buffer::new().format(row).as_bytes());
        });
        let count_at = out.len();
        out.extend_from_slice(&[0; 4]);
        Self {
            out,
            start,
            count_at,
            count: 0,
        }
    }

    fn push(&mut self, column: u16, raw: &str) {
        self.out.extend_from_slice(&column.to_le_bytes());
        push_text(self.out, |out| push_cell(out, raw, b',', Flavour::Machine));
        self.count += 1;
    }

    /// A row without such cells leaves nothing.
    fn end(self) {
        if self.count == 0 {
            self.out.truncate(self.start);
        } else if let Some(place) = self.out.get_mut(self.count_at..self.count_at + 4) {
            place.copy_from_slice(&self.count.to_le_bytes());
        }
    }
}

/// Appends what `push` appends, with its length in front.
fn push_text(out: &mut Vec<u8>, push: impl FnOnce(&mut Vec<u8>)) {
    let start = out.len();
    out.extend_from_slice(&[0; 4]);
    push(out);
    let len = u32::try_from(out.len() - start - 4).unwrap_or(u32::MAX);
    if let Some(place) = out.get_mut(start..start + 4) {
        place.copy_from_slice(&len.to_le_bytes());
    }
}

impl Homeless {
    fn new() -> Self {
        Self {
            numbers: true,
            flags: true,
            dates: true,
            ..Self::default()
        }
    }

    fn see(&mut self, raw: &str) {
        let text = trimmed(raw);
        self.cells += 1;
        if text.len() > self.longest {
            self.longest = self.longest.max(text.chars().count());
        }
        if self.numbers {
            let digits = |b: u8| b.is_ascii_digit() || b == b'.' || b == b'-';
            self.numbers = text.len() < 16 && text.bytes().all(digits);
        }
        if self.flags {
            let words = ["true", "false", "yes", "no", "1", "0"];
            self.flags = words.iter().any(|flag| flag.eq_ignore_ascii_case(text));
        }
        if self.dates {
            let bytes = text.as_bytes();
            self.dates =
                bytes.len() >= 10 && bytes.get(4) == Some(&b'-') && bytes.get(7) == Some(&b'-');
        }
        if !self.many && !self.values.iter().any(|known| known == text) {
            self.many = self.values.len() == MOST_VALUES || text.len() > 60;
            if self.many {
                self.values = Vec::new();
            } else {
                self.values.push(text.to_string());
            }
        }
    }

    /// Adds what another part has seen.
    pub fn merge(&mut self, other: Self) {
        self.cells += other.cells;
        self.longest = self.longest.max(other.longest);
        self.numbers &= other.numbers;
        self.flags &= other.flags;
        self.dates &= other.dates;
        self.many |= other.many;
        for value in other.values {
            if !self.values.contains(&value) {
                self.values.push(value);
            }
        }
        self.many |= self.values.len() > MOST_VALUES;
        if self.many {
            self.values.clear();
        }
    }
}

/// A row to be mended: the reason and its place, then its own cells as they were.
fn fix(view: &View, at: u32, draft: &Draft, part: &mut Part) {
    let set = view.set;
    let Some(meta) = set.metas.get(at as usize) else {
        return;
    };
    let Some(file) = view.files.get(usize::from(meta.table)) else {
        return;
    };
    let delimiter = file.table.dialect.delimiter;
    let reason = set.why(meta);
    let row = meta.row.to_string();
    let (out, rows) = part.fix.entry(meta.table).or_default();
    let width = file.header.names.len();
    let widest = draft
        .cells()
        .map(|cell| usize::from(cell.column) + 1)
        .max()
        .unwrap_or(0)
        .max(width);
    for text in [reason, &file.table.input.name, &row] {
        push_cell(out, text, delimiter, Flavour::Machine);
        out.push(delimiter);
    }
    let mut cells = draft.cells().peekable();
    for column in 0..widest {
        if column > 0 {
            out.push(delimiter);
        }
        if let Some(cell) = cells.next_if(|cell| usize::from(cell.column) == column) {
            push_cell(out, cell.raw, delimiter, Flavour::Machine);
        }
    }
    out.extend_from_slice(if file.table.dialect.crlf {
        b"\r\n"
    } else {
        b"\n"
    });
    *rows += 1;
}

/// A row to be decided on, for people.
fn decide(view: &View, at: u32, draft: &Draft, part: &mut Part) {
    let set = view.set;
    let Some(meta) = set.metas.get(at as usize) else {
        return;
    };
    let file = set.table(meta);
    let info = set.boxes.get(usize::from(meta.object));
    let object = info.map_or("", |info| info.object.as_str());
    let reason = set.why(meta);
    let target = view.layout.objects.get(usize::from(meta.target));
    let key = target
        .and_then(|object| object.key)
        .map_or("", |(field, _)| draft.text(field));
    let mut name = draft.text(view.names.full).to_string();
    if name.is_empty() {
        name = format!(
            "{} {}",
            draft.text(view.names.given),
            draft.text(view.names.family)
        )
        .trim()
        .to_string();
    }
    let row = meta.row.to_string();
    let texts = [
        reason,
        key,
        file,
        &row,
        object,
        set.id(at),
        &name,
        draft.text(view.names.email),
        draft.text(view.names.organization),
        "",
    ];
    push_line(&mut part.decide, texts, Flavour::Human);
    part.decide_rows += 1;
}

/// The rows of a file of kept cells, read back: identity and row, and the cells with their columns, all as CSV.
pub fn read_kept(mut bytes: &[u8], mut each: impl FnMut(&[u8], &[(u16, &[u8])])) -> Result<()> {
    let broken = || Error::new("the store of kept cells is damaged", "is the disk full?");
    let mut kept = Vec::new();
    while !bytes.is_empty() {
        let identity = take_text(&mut bytes).ok_or_else(broken)?;
        kept.clear();
        for _ in 0..take_number(&mut bytes).ok_or_else(broken)? {
            let (column, rest) = bytes.split_first_chunk::<2>().ok_or_else(broken)?;
            bytes = rest;
            kept.push((
                u16::from_le_bytes(*column),
                take_text(&mut bytes).ok_or_else(broken)?,
            ));
        }
        each(identity, &kept);
    }
    Ok(())
}

fn take_number(bytes: &mut &[u8]) -> Option<u32> {
    let (number, rest) = bytes.split_first_chunk::<4>()?;
    *bytes = rest;
    Some(u32::from_le_bytes(*number))
}

fn take_text<'b>(bytes: &mut &'b [u8]) -> Option<&'b [u8]> {
    let len = take_number(bytes)? as usize;
    let (text, rest) = bytes.split_at_checked(len)?;
    *bytes = rest;
    Some(text)
}
