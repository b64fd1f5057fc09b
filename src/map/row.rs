//! The row loop: cells to values, claims, axes and keys.

use std::collections::HashMap;
use std::hash::{BuildHasher, Hash, Hasher};

use foldhash::quality::FixedState;

use super::cell::placeholder;
use super::facts::RecordFacts;
use super::keys::{self, IDENTITY_SPACE};
use super::names;
use super::plan::{
    ColumnPlan, Feed, Inputs, Mapper, Meaning, Plan, Purpose, Reader, Slot, fold_into,
};
use super::transform;
use crate::error::{Error, Result};
use crate::expression::Expression;
use crate::lexicon::trimmed;
use crate::model::axis::{AXES, Kind, Roles, STAGES, Stage, TEMPERATURES, Temperature};
use crate::model::fate::Fate;
use crate::model::field::FieldId;
use crate::model::finding;
use crate::model::key;
use crate::model::record::{
    Axes, Draft, FLAG_DELETED, FLAG_IDENTITY, How, Links, Meta, NO_COLUMN, Value,
};
use crate::model::usable::{self, Usable};
use crate::normalize::person_name::PersonName;
use crate::normalize::{Reading, id};
use crate::read::{Block, Row, Table, decode, each_row};

/// What a block of rows was mapped to.
#[derive(Debug, Default)]
pub struct Mapped {
    /// The compact records, one after the other.
    pub bytes: Vec<u8>,
    /// What stays in memory of each; `at` is the offset in `bytes`.
    pub metas: Vec<Meta>,
    /// Where each one's links point: keys of ids.
    pub links: Vec<Links<u64>>,
    /// The ids, cut off at 255 bytes.
    pub ids: String,
    /// Findings, a JSON object a line.
    pub findings: Vec<u8>,
    /// How many findings of each code.
    pub counts: HashMap<&'static str, u64>,
    /// Filled cells by column; the last counts those beyond the header.
    pub filled: Vec<u64>,
    /// Owners as the source writes them, in order of appearance; `Meta::owner` is an index into them, plus 1.
    pub owners: Vec<String>,
    /// Opted-out addresses, as normalised.
    pub opted_out: Vec<String>,
}

impl Mapped {
    fn clear(&mut self) {
        self.bytes.clear();
        self.metas.clear();
        self.links.clear();
        self.ids.clear();
        self.findings.clear();
        self.counts.clear();
        self.filled.clear();
        self.owners.clear();
        self.opted_out.clear();
    }
}

/// Buffers that a worker uses again and again.
#[derive(Debug, Default)]
pub struct Scratch {
    draft: Draft,
    out: String,
    pub(super) piece: String,
    name: PersonName,
    declared: HashMap<u64, u8, foldhash::fast::RandomState>,
    claimed: HashMap<u64, Vec<(u8, u8)>, foldhash::fast::RandomState>,
    holds: HashMap<u64, bool, foldhash::fast::RandomState>,
    texts: HashMap<u64, String, foldhash::fast::RandomState>,
    shared: keys::Shared,
    notes: Vec<Note>,
    owners: HashMap<String, u32, foldhash::fast::RandomState>,
    links: Links<u64>,
    pub(super) country: [String; 2],
    pub(super) readings: HashMap<u64, (Reading, String), foldhash::fast::RandomState>,
    folded: String,
    whole: String,
}

#[derive(Debug)]
struct Note {
    code: &'static str,
    column: u16,
    value: String,
}

impl Mapper {
    /// The table's headers.
    pub fn headers(&self) -> &[String] {
        &self.headers
    }

    /// Maps the rows of a block into `mapped`, whatever it held before.
    ///
    /// # Errors
    /// When the table has more columns than can be counted.
    pub fn block(
        &self,
        table: &Table,
        block: &Block,
        bytes: &[u8],
        scratch: &mut Scratch,
        mapped: &mut Mapped,
    ) -> Result<()> {
        mapped.clear();
        mapped.filled.resize(self.headers.len() + 1, 0);
        if u16::try_from(self.headers.len()).is_err() {
            return Err(Error::new(
                format!("has {} columns", self.headers.len()),
                "at most 65,534 can be read",
            )
            .at(self.file.clone()));
        }
        scratch.owners.clear();
        each_row(table, block, bytes, |row, line, cells| {
            if row != self.header_row {
                self.row(table, block.broken, row, line, cells, scratch, mapped);
            }
        });
        Ok(())
    }

    /// Whether a cell of an object's row stands for nothing; `folded` is scratch space.
    pub fn is_nothing(&self, object: u16, column: u16, raw: &str, folded: &mut String) -> bool {
        let text = trimmed(raw);
        if self.empty.holds(text, folded) {
            return true;
        }
        if !self.nothing_listed {
            return false;
        }
        let plan = self.plans.iter().find(|plan| plan.box_number == object);
        let mut columns = plan.into_iter().flat_map(|plan| &plan.columns);
        let column = columns.find(|known| known.at == column && !known.values.is_empty());
        column.is_some_and(|column| {
            fold_into(text, folded);
            let meaning = column.values.get(folded.as_str());
            meaning.is_some_and(Meaning::is_nothing)
        })
    }

    #[allow(
        clippy::too_many_arguments,
        reason = "one row in all its parts, called once"
    )]
    fn row(
        &self,
        table: &Table,
        broken: bool,
        row: u32,
        line: u32,
        cells: &Row,
        scratch: &mut Scratch,
        mapped: &mut Mapped,
    ) {
        scratch.draft.clear();
        scratch.notes.clear();
        scratch.links = Links::default();
        scratch.country.iter_mut().for_each(String::clear);
        scratch.draft.line = line;
        self.take_cells(table, cells, scratch, mapped);
        let plan = self.plan_of(scratch);
        let mut meta = Meta::new(self.table, plan.map_or(0, |plan| plan.box_number), row);
        let excess = cells
            .iter()
            .skip(self.headers.len())
            .any(|cell| !cell.trim_ascii().is_empty());
        match plan {
            _ if row < self.header_row => meta.fate = Fate::Filtered,
            _ if scratch.draft.cell_count() == 0 => meta.fate = Fate::Filtered,
            Some(plan) if !broken && cells.len() >= self.headers.len() && !excess => {
                self.map(plan, scratch, &mut meta, mapped);
            }
            _ => {
                meta.fate = Fate::Unreadable;
                scratch.notes.push(Note {
                    code: "row-unreadable",
                    column: NO_COLUMN,
                    value: if broken {
                        "a quote is opened and never closed".to_string()
                    } else {
                        format!(
                            "{} cells, the header has {}",
                            cells.len(),
                            self.headers.len()
                        )
                    },
                });
            }
        }
        self.finish(plan, meta, scratch, mapped);
    }

    /// The filled cells of a row. A row that is UTF-8 is taken whole.
    fn take_cells(&self, table: &Table, cells: &Row, scratch: &mut Scratch, mapped: &mut Mapped) {
        let whole = cells.text();
        if let Some((line, spare)) = whole {
            scratch.draft.add_raw(line);
            scratch.draft.add_raw(spare);
        }
        let last = self.headers.len();
        for (at, cell) in cells.iter().enumerate() {
            if is_blank(cell) {
                continue;
            }
            let column = u16::try_from(at).unwrap_or(NO_COLUMN);
            if let Some(count) = mapped.filled.get_mut(at.min(last)) {
                *count += 1;
            }
            if whole.is_some() {
                scratch.draft.add_part(column, cells.start(at), cell.len());
                continue;
            }
            let (text, mixed) = decode(cell, table.encoding);
            scratch.draft.add_cell(column, &text);
            if mixed {
                scratch.notes.push(Note {
                    code: "encoding-mixed",
                    column,
                    value: finding::mask(&text),
                });
            }
        }
    }

    fn facts<'f>(&'f self, plan: &'f Plan, axes: &'f Axes, draft: &'f Draft) -> RecordFacts<'f> {
        RecordFacts {
            axes,
            draft,
            fields: &self.fields,
            empty: &self.empty,
            headers: &self.headers,
            keys: &plan.keys,
            declared: "",
            class: "",
        }
    }

    fn plan_of(&self, scratch: &mut Scratch) -> Option<&Plan> {
        let axes = Axes::default();
        for (number, plan) in self.plans.iter().enumerate().skip(1) {
            let Some(when) = &plan.when else { continue };
            let seen = looked_at(&plan.when_inputs, number, &axes, &scratch.draft);
            let holds = *remembered(&mut scratch.holds, seen, || {
                when.eval_bool(&self.facts(plan, &axes, &scratch.draft))
            });
            if holds {
                return Some(plan);
            }
        }
        self.plans.first()
    }

    fn map(&self, plan: &Plan, scratch: &mut Scratch, meta: &mut Meta, mapped: &mut Mapped) {
        meta.axes.kind = plan.kind;
        let mut claims = Claims::default();
        let raw = scratch.draft.lend_raw();
        for column in &plan.columns {
            let Some((start, len)) = scratch.draft.place_of(column.at) else {
                continue;
            };
            let text = trimmed(raw.get(start..start + len).unwrap_or_default());
            if !text.is_empty() && !self.empty.holds(text, &mut scratch.folded) {
                self.column(plan, column, &raw, text, scratch, meta, &mut claims, mapped);
            }
        }
        scratch.draft.give_back(raw);
        claims.settle(meta, &mut scratch.draft);
        if !plan.claims.is_empty() {
            self.claim(plan, scratch, meta, &mut claims);
            claims.settle(meta, &mut scratch.draft);
        }
        self.compute(plan, scratch, meta);
        names::split(&self.name_fields, &mut scratch.draft, &mut scratch.name);
        let kind = usize::from(meta.axes.kind == Kind::Organization);
        let target_key = self.job.wanted.key.get(kind).copied().flatten();
        keys::fill(
            &self.key_fields,
            &scratch.draft,
            meta,
            target_key,
            &mut scratch.shared,
            &mut scratch.out,
            &mut scratch.whole,
        );
        if scratch.draft.text(self.key_fields.deleted) == "yes" {
            meta.flags |= FLAG_DELETED;
        }
        meta.declared = self.declare(plan, scratch, meta);
        meta.usable = self.usable(&scratch.draft, &mut scratch.out);
    }

    /// Which of the target's required columns it fills, by the rule by which they are written: the first filled field
    /// decides.
    fn usable(&self, draft: &Draft, whole: &mut String) -> Usable {
        let mut usable = Usable::default();
        for (slot, demand) in (0..usable::MOST).zip(&self.job.wanted.required) {
            for (rank, field) in demand.fields.iter().enumerate() {
                if let Some(value) = self.offered(draft, *field, whole) {
                    let is_list = self.fields.ty(*field).is_list();
                    usable.set(slot, rank, (demand.takes)(&value, is_list));
                    break;
                }
            }
        }
        usable
    }

    /// What the target would be given of a field; nothing where it can't be read. A whole name that the row doesn't
    /// have is put together from its parts.
    fn offered<'d>(
        &self,
        draft: &'d Draft,
        field: FieldId,
        whole: &'d mut String,
    ) -> Option<Value<'d>> {
        let keys = &self.key_fields;
        if let Some(value) = draft.value(field) {
            let ty = self.fields.ty(field);
            let unread = value.how == How::Unread && (ty.is_strict() || ty.is_list());
            return Some(value).filter(|value| !unread && !value.text.is_empty());
        }
        if field != keys.full {
            return None;
        }
        whole.clear();
        whole.push_str(draft.text(keys.given));
        whole.push(' ');
        whole.push_str(draft.text(keys.family));
        Some(Value {
            field,
            column: NO_COLUMN,
            how: How::Normalised,
            text: Some(whole.trim()).filter(|text| !text.is_empty())?,
        })
    }

    /// What the row claims by its box, below what its columns claim.
    fn claim(&self, plan: &Plan, scratch: &mut Scratch, meta: &Meta, claims: &mut Claims) {
        let salt = usize::from(plan.box_number);
        let seen = looked_at(&plan.claim_inputs, salt, &meta.axes, &scratch.draft);
        let held = remembered(&mut scratch.claimed, seen, || {
            let facts = self.facts(plan, &meta.axes, &scratch.draft);
            let holds =
                |when: &Option<Expression>| when.as_ref().is_none_or(|when| when.eval_bool(&facts));
            let held = plan.claims.iter().filter(|claim| holds(&claim.when));
            held.flat_map(|claim| &claim.axes).copied().collect()
        });
        for (axis, value) in held {
            claims.add(*axis, *value, u16::MAX, NO_COLUMN, &mut scratch.draft);
        }
    }

    fn compute(&self, plan: &Plan, scratch: &mut Scratch, meta: &Meta) {
        for (number, (field, expression, inputs)) in plan.computed.iter().enumerate() {
            let salt = number + usize::from(plan.box_number) * 1000;
            let seen = looked_at(inputs, salt, &meta.axes, &scratch.draft);
            let text = remembered(&mut scratch.texts, seen, || {
                expression.eval_text(&self.facts(plan, &meta.axes, &scratch.draft))
            });
            if text.is_empty() || scratch.draft.value(*field).is_some() {
                continue;
            }
            let (column, how) = self.source_of(plan, expression, text, &scratch.draft);
            scratch.draft.add_value(*field, column, how, text);
        }
    }

    /// The cell that a computed text was taken from: the one that it equals, else the first filled one looked at.
    fn source_of(
        &self,
        plan: &Plan,
        expression: &Expression,
        text: &str,
        draft: &Draft,
    ) -> (u16, How) {
        let headers = expression.uses_columns();
        let columns: Vec<u16> = headers
            .iter()
            .filter_map(|header| super::facts::column_named(&self.headers, &plan.keys, header))
            .collect();
        let filled = |raw: &str| !self.empty.holds(raw.trim(), &mut String::new());
        let cells = || {
            let cells = draft.cells();
            cells.filter(|cell| columns.contains(&cell.column) && filled(cell.raw))
        };
        match cells().find(|cell| cell.raw.trim() == text) {
            Some(cell) => (cell.column, How::Same),
            None => cells().next().map_or((NO_COLUMN, How::Translated), |cell| {
                (cell.column, How::Translated)
            }),
        }
    }

    fn declare(&self, plan: &Plan, scratch: &mut Scratch, meta: &Meta) -> u8 {
        let salt = usize::from(plan.box_number);
        let seen = looked_at(&plan.declare_inputs, salt, &meta.axes, &scratch.draft);
        *remembered(&mut scratch.declared, seen, || {
            let facts = self.facts(plan, &meta.axes, &scratch.draft);
            let holds =
                |when: &Option<Expression>| when.as_ref().is_none_or(|when| when.eval_bool(&facts));
            let found = plan.declares.iter().find(|(when, _)| holds(when));
            found.map_or(u8::MAX, |(_, class)| *class)
        })
    }

    fn finish(
        &self,
        plan: Option<&Plan>,
        mut meta: Meta,
        scratch: &mut Scratch,
        mapped: &mut Mapped,
    ) {
        meta.at = u32::try_from(mapped.bytes.len()).unwrap_or(u32::MAX);
        scratch.draft.encode(&mut mapped.bytes);
        meta.len = u32::try_from(mapped.bytes.len()).unwrap_or(u32::MAX) - meta.at;
        let id = keys::id(&scratch.draft, self.key_fields.id);
        let identity = scratch.draft.text(self.key_fields.external);
        let id = if id.is_empty() && meta.identity != key::NONE {
            meta.flags |= FLAG_IDENTITY;
            identity
        } else {
            id
        };
        if !id.is_empty() {
            meta.id_at = u32::try_from(mapped.ids.len()).unwrap_or(u32::MAX);
            let cut = id.get(..id.floor_char_boundary(255)).unwrap_or(id);
            meta.id_len = cut.len() as u8;
            mapped.ids.push_str(cut);
        }
        for note in &scratch.notes {
            let Some(kind) = finding::kind(note.code) else {
                continue;
            };
            *mapped.counts.entry(kind.code).or_default() += 1;
            let line = finding::Line {
                file: &self.file,
                row: meta.row,
                object: plan.map_or("", |plan| plan.title.as_str()),
                source_id: id,
                code: kind.code,
                group: kind.group,
                severity: kind.severity,
                column: self
                    .headers
                    .get(usize::from(note.column))
                    .map_or("", String::as_str),
                value: &note.value,
                message: kind.about,
            };
            if serde_json::to_writer(&mut mapped.findings, &line).is_ok() {
                mapped.findings.push(b'\n');
            }
        }
        if meta.has(crate::model::record::FLAG_OPTED_OUT) {
            keys::each_address(&scratch.draft, &mut |address| {
                mapped.opted_out.push(address.to_string());
            });
        }
        mapped.metas.push(meta);
        mapped.links.push(scratch.links);
    }

    #[allow(
        clippy::too_many_arguments,
        reason = "one cell in all its parts, called once"
    )]
    fn column(
        &self,
        plan: &Plan,
        column: &ColumnPlan,
        raw: &str,
        text: &str,
        scratch: &mut Scratch,
        meta: &mut Meta,
        claims: &mut Claims,
        mapped: &mut Mapped,
    ) {
        if !column.values.is_empty() {
            fold_into(text, &mut scratch.folded);
            if let Some(meaning) = column.values.get(scratch.folded.as_str()) {
                for (axis, value) in &meaning.axes {
                    let rank = column.rank.get(usize::from(*axis)).copied();
                    let rank = rank.unwrap_or(u16::MAX);
                    claims.add(*axis, *value, rank, column.at, &mut scratch.draft);
                }
                for (field, value) in meaning.fields.iter().filter(|(_, value)| !value.is_empty()) {
                    scratch
                        .draft
                        .add_value(*field, column.at, How::Translated, value);
                }
                if let (Some(value), Some(feed)) = (&meaning.value, column.feeds.first()) {
                    if !value.is_empty() {
                        let how = How::Translated;
                        scratch.draft.add_value(feed.field, column.at, how, value);
                    }
                    return;
                }
            } else if column.claims {
                scratch.notes.push(Note {
                    code: "value-unlisted",
                    column: column.at,
                    value: finding::mask(text),
                });
            }
        }
        if column.steps.is_empty() {
            for feed in &column.feeds {
                self.feed(
                    plan, column.at, feed, raw, text, false, scratch, meta, mapped,
                );
            }
            return;
        }
        let changed = transform::read(&column.steps, text);
        let changed = changed.trim();
        for feed in column.feeds.iter().filter(|_| !changed.is_empty()) {
            self.feed(
                plan,
                column.at,
                feed,
                raw,
                changed,
                changed != text,
                scratch,
                meta,
                mapped,
            );
        }
    }

    #[allow(
        clippy::too_many_arguments,
        reason = "one value in all its parts, called once"
    )]
    fn feed(
        &self,
        plan: &Plan,
        at: u16,
        feed: &Feed,
        raw: &str,
        text: &str,
        stepped: bool,
        scratch: &mut Scratch,
        meta: &mut Meta,
        mapped: &mut Mapped,
    ) {
        let mut out = std::mem::take(&mut scratch.out);
        let reading = self.read(&feed.reader, text, scratch, &mut out);
        if let Reader::Id(form) | Reader::Link(_, form, _) = &feed.reader
            && id::lacks_zeros(text, *form)
        {
            note(scratch, "zeros-lost", at, text);
        }
        let (value, how) = match reading {
            Reading::Same if stepped => (text, How::Normalised),
            Reading::Same => (text, How::Same),
            Reading::Changed => (out.as_str(), How::Normalised),
            Reading::Placeholder => {
                note(scratch, placeholder(&feed.reader), at, text);
                scratch.out = out;
                return;
            }
            Reading::Unread(code) => {
                note(scratch, code, at, text);
                (text, How::Unread)
            }
        };
        self.place(plan, at, feed, raw, value, how, scratch, meta, mapped);
        scratch.out = out;
    }

    /// Puts a value where it belongs: the field, or, where the field is taken, the one for further values.
    #[allow(
        clippy::too_many_arguments,
        reason = "one value in all its parts, called once"
    )]
    fn place(
        &self,
        plan: &Plan,
        at: u16,
        feed: &Feed,
        raw: &str,
        value: &str,
        how: How,
        scratch: &mut Scratch,
        meta: &mut Meta,
        mapped: &mut Mapped,
    ) {
        match &feed.reader {
            Reader::Country { other } if how != How::Unread => {
                if let Some(slot) = scratch.country.get_mut(usize::from(*other))
                    && slot.is_empty()
                {
                    slot.push_str(value);
                }
            }
            Reader::Link(slot, _, spaces) if how != How::Unread => {
                link(*slot, spaces, value, &mut scratch.links);
            }
            Reader::Identity if meta.identity == key::NONE => {
                meta.identity = key::of(IDENTITY_SPACE, value);
            }
            _ => {}
        }
        match feed.purpose {
            Purpose::Id if meta.id == key::NONE && how != How::Unread => {
                meta.id = key::of(plan.space, key::id(value));
            }
            Purpose::Owner if meta.owner == 0 => meta.owner = owner(value, scratch, mapped),
            _ => {}
        }
        let known = scratch
            .draft
            .text_of(raw, feed.field)
            .map(|known| known == value);
        let field = match (known, feed.overflow) {
            (Some(false), Some(next)) if how != How::Unread => next,
            _ => feed.field,
        };
        scratch.draft.add_value_of(raw, field, at, how, value);
    }
}

pub(super) fn note(scratch: &mut Scratch, code: &'static str, column: u16, text: &str) {
    scratch.notes.push(Note {
        code,
        column,
        value: finding::mask(text),
    });
}

/// The key of what an expression looks at.
fn looked_at(inputs: &Inputs, salt: usize, axes: &Axes, draft: &Draft) -> u64 {
    let mut hasher = FixedState::with_seed(0).build_hasher();
    (salt, axes).hash(&mut hasher);
    for column in &inputs.columns {
        draft
            .cell_of(*column)
            .map_or("", |(_, raw)| raw)
            .hash(&mut hasher);
    }
    for field in &inputs.fields {
        draft.text(*field).hash(&mut hasher);
    }
    hasher.finish()
}

/// What was found for a key before, else what `find` finds; no more is remembered than what is worth it.
pub(super) fn remembered<T>(
    known: &mut HashMap<u64, T, foldhash::fast::RandomState>,
    key: u64,
    find: impl FnOnce() -> T,
) -> &T {
    if known.len() > 10_000 {
        known.clear();
    }
    known.entry(key).or_insert_with(find)
}

fn is_blank(cell: &[u8]) -> bool {
    cell.iter().all(u8::is_ascii_whitespace)
}

fn link(slot: Slot, spaces: &[(Vec<String>, u32)], value: &str, links: &mut Links<u64>) {
    let by_prefix = spaces.iter().find(|(prefixes, _)| {
        prefixes
            .iter()
            .any(|prefix| value.starts_with(prefix.as_str()))
    });
    let Some((_, space)) = by_prefix.or_else(|| spaces.first()) else {
        return;
    };
    let target = match slot {
        Slot::Organization => &mut links.organization,
        Slot::Parent => &mut links.parent,
        Slot::Manager => &mut links.manager,
        Slot::BecamePerson => &mut links.became_person,
        Slot::BecameOrganization => &mut links.became_organization,
        Slot::MergedInto => &mut links.merged_into,
        Slot::None => return,
    };
    if *target == key::NONE {
        *target = key::of(*space, key::id(value));
    }
}

fn owner(value: &str, scratch: &mut Scratch, mapped: &mut Mapped) -> u32 {
    if let Some(known) = scratch.owners.get(value) {
        return *known;
    }
    mapped.owners.push(value.to_string());
    let number = u32::try_from(mapped.owners.len()).unwrap_or(u32::MAX);
    scratch.owners.insert(value.to_string(), number);
    number
}

/// The claims of a row: the best of each axis.
#[derive(Debug, Default)]
struct Claims {
    best: [Option<(u16, u8, u16)>; AXES.len()],
    roles: Roles,
}

impl Claims {
    fn add(&mut self, axis: u8, value: u8, rank: u16, column: u16, draft: &mut Draft) {
        draft.claims.push((axis, value, column));
        let at = usize::from(axis);
        if AXES.get(at) == Some(&"roles") {
            self.roles.0 |= 1 << value;
        }
        if let Some(best) = self.best.get_mut(at)
            && best.is_none_or(|(known, _, _)| rank < known)
        {
            *best = Some((rank, value, column));
        }
    }

    fn settle(&self, meta: &mut Meta, draft: &mut Draft) {
        let [kind, stage, temperature, roles, converted] = self.best;
        if let Some((_, value, _)) = kind {
            meta.axes.kind = if value == 0 {
                Kind::Person
            } else {
                Kind::Organization
            };
        }
        if let Some((_, value, column)) = stage {
            meta.axes.stage = STAGES
                .get(usize::from(value))
                .and_then(|name| Stage::named(name))
                .unwrap_or_default();
            draft.claimed_by.stage = column;
        }
        if let Some((_, value, column)) = temperature {
            let name = TEMPERATURES.get(usize::from(value));
            meta.axes.temperature = name
                .and_then(|name| Temperature::named(name))
                .unwrap_or_default();
            draft.claimed_by.temperature = column;
        }
        if let Some((_, _, column)) = roles {
            meta.axes.roles = self.roles;
            draft.claimed_by.roles = column;
        }
        if let Some((_, value, column)) = converted {
            meta.axes.converted = value == 1;
            draft.claimed_by.converted = column;
        }
    }
}
