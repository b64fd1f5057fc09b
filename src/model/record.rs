//! A canonical record, in two parts: what stays in memory for each ([`Meta`]) and the rest, as
//! compact bytes in the store.

use super::axis::{Kind, Roles, Stage, Temperature};
use super::fate::Fate;
use super::field::FieldId;
use super::key;
use super::usable::Usable;

/// No column: the value was derived from the record as a whole.
pub const NO_COLUMN: u16 = u16::MAX;

/// No record.
pub const NO_RECORD: u32 = u32::MAX;

/// The values of a record's axes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Axes {
    /// One human being, or a body.
    pub kind: Kind,
    /// How far the sales relationship has come.
    pub stage: Stage,
    /// How warm it is.
    pub temperature: Temperature,
    /// What else it is to the company.
    pub roles: Roles,
    /// Whether the row lives on beside what it became.
    pub converted: bool,
}

impl Axes {
    /// The name of the value of an axis that has one value; empty for others.
    pub fn value(&self, axis: &str) -> &'static str {
        match axis {
            "kind" => self.kind.name(),
            "stage" => self.stage.name(),
            "temperature" => self.temperature.name(),
            "converted" if self.converted => "yes",
            "converted" => "no",
            _ => "",
        }
    }

    /// Whether the party has the role.
    pub fn has_role(&self, role: &str) -> bool {
        self.roles.names().any(|name| name == role)
    }
}

/// Which column's claim won each axis; [`NO_COLUMN`] where none claimed it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClaimedBy {
    /// Of the stage.
    pub stage: u16,
    /// Of the temperature.
    pub temperature: u16,
    /// Of the roles: the first that claimed one.
    pub roles: u16,
    /// Of the conversion.
    pub converted: u16,
}

impl Default for ClaimedBy {
    fn default() -> Self {
        Self {
            stage: NO_COLUMN,
            temperature: NO_COLUMN,
            roles: NO_COLUMN,
            converted: NO_COLUMN,
        }
    }
}

/// What stays in memory for a record: place, axes, keys, links.
#[derive(Clone, Debug)]
pub struct Meta {
    /// Chunk of the store.
    pub chunk: u32,
    /// Offset in the chunk.
    pub at: u32,
    /// Length of the blob in bytes.
    pub len: u32,
    /// Row in the source table; the header is 1. 0 for created records.
    pub row: u32,
    /// Source table.
    pub table: u16,
    /// Object: index into the run's boxes.
    pub object: u16,
    /// The axes.
    pub axes: Axes,
    /// The class that the source declares, index into the run's classes; 255 for none.
    pub declared: u8,
    /// The class that the audit moved it to, index likewise; 255 where it stays.
    pub moved: u8,
    /// The class that the glossary says, index likewise.
    pub class: u8,
    /// What became of it.
    pub fate: Fate,
    /// Reason of the fate, index into the run's reasons; 0 for none.
    pub reason: u16,
    /// Which of the target's required columns it could fill.
    pub usable: Usable,
    /// The record that stands for it; itself where it stands for itself.
    pub survivor: u32,
    /// Target object it is routed to, 255 for none.
    pub target: u8,
    /// Flags, see the constants.
    pub flags: u8,
    /// Bits of given name: key of the folded given name, 0 if none.
    pub given: u32,
    /// First letter of the folded given name; 0 if none.
    pub initial: u8,
    /// Keys of the folded family name: whole, and each of its words.
    pub family: [u32; 3],
    /// Where its id stands among the run's ids.
    pub id_at: u32,
    /// Length of its id in bytes, 0 if it has none.
    pub id_len: u8,
    /// Key of its id within its object.
    pub id: u64,
    /// Key of the identity that an earlier run gave it.
    pub identity: u64,
    /// Key of the normalised e-mail address.
    pub email: u64,
    /// Key on which the target would merge.
    pub target_key: u64,
    /// Key of the organization's name.
    pub org_name: u64,
    /// Key of the domain (organization: its own; person: of the business e-mail).
    pub domain: u64,
    /// When it was last modified, seconds since 1970; `i64::MIN` if unknown.
    pub modified: i64,
    /// Owner, index into the run's owners; 0 for none.
    pub owner: u32,
}

/// The row's e-mail address must not be written to.
pub const FLAG_OPTED_OUT: u8 = 1;
/// The source marks the row as deleted.
pub const FLAG_DELETED: u8 = 2;
/// The organization's name on the row is the person's own.
pub const FLAG_OWN_NAME: u8 = 4;
/// The record goes in without the key on which the target merges.
pub const FLAG_BLANK_KEY: u8 = 8;
/// Something other than a first-name initial is known of the name.
pub const FLAG_NAMED: u8 = 16;

/// The record's id is the identity that an earlier run gave it.
pub const FLAG_IDENTITY: u8 = 32;

/// The links of a record.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Links<T> {
    /// To the organization.
    pub organization: T,
    /// To the organization above.
    pub parent: T,
    /// To the person above.
    pub manager: T,
    /// To the person a lead became.
    pub became_person: T,
    /// To the organization a lead became.
    pub became_organization: T,
    /// To the record that the source merged it into.
    pub merged_into: T,
}

impl Meta {
    /// A record with nothing known of it.
    pub fn new(table: u16, object: u16, row: u32) -> Self {
        Self {
            chunk: 0,
            at: 0,
            len: 0,
            row,
            table,
            object,
            axes: Axes::default(),
            declared: u8::MAX,
            moved: u8::MAX,
            class: u8::MAX,
            fate: Fate::Exported,
            reason: 0,
            usable: Usable::default(),
            survivor: NO_RECORD,
            target: u8::MAX,
            flags: 0,
            given: 0,
            initial: 0,
            family: [0; 3],
            id_at: 0,
            id_len: 0,
            id: key::NONE,
            identity: key::NONE,
            email: key::NONE,
            target_key: key::NONE,
            org_name: key::NONE,
            domain: key::NONE,
            modified: i64::MIN,
            owner: 0,
        }
    }

    /// The class by which it is routed: the one that it was moved to, else the declared one.
    pub fn routed_by(&self) -> u8 {
        match self.moved {
            u8::MAX => self.declared,
            moved => moved,
        }
    }

    /// Whether a flag is set.
    pub fn has(&self, flag: u8) -> bool {
        self.flags & flag != 0
    }
}

/// How a value came from its cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum How {
    /// The cell's own text.
    Same,
    /// One spelling for its kind of value.
    Normalised,
    /// What the profile says that the cell means.
    Translated,
    /// The cell's own text, which could not be read as its kind of value.
    Unread,
}

/// A filled source cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell<'a> {
    /// Column of the table, from 0.
    pub column: u16,
    /// Its text, decoded.
    pub raw: &'a str,
}

/// The value of a canonical field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Value<'a> {
    /// The field.
    pub field: FieldId,
    /// The column it came from.
    pub column: u16,
    /// How.
    pub how: How,
    /// The text.
    pub text: &'a str,
}

/// A record as it is worked on: its cells, values and claims, in buffers that are used again.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    raw: String,
    cells: Vec<(u16, u32, u32)>,
    text: String,
    values: Vec<Slot>,
    /// By column: its place in `cells`, plus 1.
    cell_at: Vec<u32>,
    /// By field: the places of its first and its last value, plus 1.
    value_at: Vec<(u32, u32)>,
    /// Physical line of the row.
    pub line: u32,
    /// Which columns won the axes.
    pub claimed_by: ClaimedBy,
    /// All claims: (axis, value, column), by their places in `axis::AXES` and `axis::values_of`.
    pub claims: Vec<(u8, u8, u16)>,
}

/// A value's place: in the raw text where it is part of a cell, else in the text of its own.
#[derive(Clone, Copy, Debug)]
struct Slot {
    field: FieldId,
    column: u16,
    how: How,
    in_raw: bool,
    start: u32,
    len: u32,
}

impl Draft {
    /// Empties it for the next row.
    pub fn clear(&mut self) {
        self.raw.clear();
        for (column, _, _) in self.cells.drain(..) {
            if let Some(at) = self.cell_at.get_mut(usize::from(column)) {
                *at = 0;
            }
        }
        self.text.clear();
        for slot in self.values.drain(..) {
            if let Some(at) = self.value_at.get_mut(usize::from(slot.field.0)) {
                *at = (0, 0);
            }
        }
        self.claims.clear();
        self.claimed_by = ClaimedBy::default();
        self.line = 0;
    }

    /// Adds a filled cell.
    pub fn add_cell(&mut self, column: u16, raw: &str) {
        let start = self.raw.len();
        self.raw.push_str(raw);
        self.add_part(column, start, raw.len());
    }

    /// Adds to the row's text; the cells in it are added by [`Draft::add_part`].
    pub fn add_raw(&mut self, text: &str) {
        self.raw.push_str(text);
    }

    /// Adds a filled cell that is part of the row's text.
    pub fn add_part(&mut self, column: u16, start: usize, len: usize) {
        self.cells.push((column, len_u32(start), len_u32(len)));
        set_first(&mut self.cell_at, column, self.cells.len());
    }

    /// Lends the row's text out, so that values can be added while it is read. It must be given back.
    pub fn lend_raw(&mut self) -> String {
        std::mem::take(&mut self.raw)
    }

    /// Takes the row's text back.
    pub fn give_back(&mut self, raw: String) {
        self.raw = raw;
    }

    /// Adds a value.
    pub fn add_value(&mut self, field: FieldId, column: u16, how: How, text: &str) {
        let start = self.text.len();
        self.text.push_str(text);
        self.add_slot(Slot {
            field,
            column,
            how,
            in_raw: false,
            start: len_u32(start),
            len: len_u32(text.len()),
        });
    }

    /// Adds a value that may be part of the lent text, and is not copied then.
    pub fn add_value_of(&mut self, raw: &str, field: FieldId, column: u16, how: How, text: &str) {
        let offset = (text.as_ptr() as usize).wrapping_sub(raw.as_ptr() as usize);
        if offset.saturating_add(text.len()) > raw.len() {
            self.add_value(field, column, how, text);
            return;
        }
        self.add_slot(Slot {
            field,
            column,
            how,
            in_raw: true,
            start: len_u32(offset),
            len: len_u32(text.len()),
        });
    }

    fn add_slot(&mut self, slot: Slot) {
        self.values.push(slot);
        set_last(&mut self.value_at, slot.field, self.values.len());
    }

    /// The text of a field while the row's text is lent out.
    pub fn text_of<'d>(&'d self, raw: &'d str, field: FieldId) -> Option<&'d str> {
        let slot = self.slot(field)?;
        let from = if slot.in_raw { raw } else { self.text.as_str() };
        part(from, slot.start, slot.len)
    }

    /// The filled cells, in the order they were added.
    pub fn cells(&self) -> impl ExactSizeIterator<Item = Cell<'_>> + Clone {
        self.cells.iter().map(|&(column, start, len)| Cell {
            column,
            raw: part(&self.raw, start, len).unwrap_or_default(),
        })
    }

    /// Where a column's cell stands in the row's text: first byte and length.
    pub fn place_of(&self, column: u16) -> Option<(usize, usize)> {
        let (_, start, len) = *self.cells.get(first(&self.cell_at, column)?)?;
        Some((start as usize, len as usize))
    }

    /// How many filled cells there are.
    pub fn cell_count(&self) -> usize {
        self.cells.len()
    }

    /// The place of a column's cell among the filled ones, and its text.
    pub fn cell_of(&self, column: u16) -> Option<(usize, &str)> {
        let at = first(&self.cell_at, column)?;
        let &(_, start, len) = self.cells.get(at)?;
        Some((at, part(&self.raw, start, len)?))
    }

    fn see(&self, slot: &Slot) -> Value<'_> {
        let from = if slot.in_raw { &self.raw } else { &self.text };
        Value {
            field: slot.field,
            column: slot.column,
            how: slot.how,
            text: part(from, slot.start, slot.len).unwrap_or_default(),
        }
    }

    /// The values, in the order they were added.
    pub fn values(&self) -> impl ExactSizeIterator<Item = Value<'_>> + Clone {
        self.values.iter().map(|slot| self.see(slot))
    }

    /// The values of a field.
    pub fn values_of(&self, field: FieldId) -> impl Iterator<Item = Value<'_>> {
        let (from, to) = places(&self.value_at, field).unwrap_or_default();
        let among = self.values.get(from..to).unwrap_or_default();
        among
            .iter()
            .filter(move |slot| slot.field == field)
            .map(|slot| self.see(slot))
    }

    /// Whether there is a value of a field.
    #[inline]
    pub fn has(&self, field: FieldId) -> bool {
        places(&self.value_at, field).is_some()
    }

    /// The first value of a field.
    pub fn value(&self, field: FieldId) -> Option<Value<'_>> {
        self.slot(field).map(|slot| self.see(slot))
    }

    fn slot(&self, field: FieldId) -> Option<&Slot> {
        self.values.get(places(&self.value_at, field)?.0)
    }

    /// The text of a field, empty where it has none.
    pub fn text(&self, field: FieldId) -> &str {
        self.value(field).map_or("", |value| value.text)
    }

    /// Appends the record's compact form: numbers first, then the two texts whole.
    pub fn encode(&self, out: &mut Vec<u8>) {
        put(out, self.line);
        for column in [
            self.claimed_by.stage,
            self.claimed_by.temperature,
            self.claimed_by.roles,
            self.claimed_by.converted,
        ] {
            out.extend_from_slice(&column.to_le_bytes());
        }
        put(out, len_u32(self.claims.len()));
        for &(axis, value, column) in &self.claims {
            out.extend_from_slice(&[axis, value]);
            out.extend_from_slice(&column.to_le_bytes());
        }
        let cells = self.cells.iter().map(|&(column, start, len)| Place {
            field: 0,
            how: 0,
            column,
            start,
            len,
        });
        let values = self.values.iter().map(Slot::place);
        put(out, len_u32(self.cells.len()));
        put(out, len_u32(self.values.len()));
        let places = cells.chain(values);
        if self.is_narrow() {
            out.push(0);
            places.for_each(|place| out.extend_from_slice(&place.narrow()));
        } else {
            out.push(1);
            places.for_each(|place| out.extend_from_slice(&place.wide()));
        }
        put_text(out, &self.raw);
        put_text(out, &self.text);
    }

    /// Reads a compact form; `None` if the bytes are not one.
    pub fn decode(&mut self, bytes: &[u8]) -> Option<()> {
        self.clear();
        let input = &mut &*bytes;
        self.line = take(input)?;
        self.claimed_by.stage = take_u16(input)?;
        self.claimed_by.temperature = take_u16(input)?;
        self.claimed_by.roles = take_u16(input)?;
        self.claimed_by.converted = take_u16(input)?;
        for _ in 0..take(input)? {
            let axis = take_byte(input)?;
            let value = take_byte(input)?;
            self.claims.push((axis, value, take_u16(input)?));
        }
        let (cells, values) = (take(input)? as usize, take(input)? as usize);
        let wide = take_byte(input)? != 0;
        let size = if wide { WIDE } else { NARROW };
        let all = cells.checked_add(values)?.checked_mul(size)?;
        let (places, rest) = input.split_at_checked(all)?;
        *input = rest;
        if wide {
            let (places, _) = places.as_chunks::<WIDE>();
            self.add_places(places.iter().map(Place::of_wide), cells);
        } else {
            let (places, _) = places.as_chunks::<NARROW>();
            self.add_places(places.iter().map(Place::of_narrow), cells);
        }
        self.raw.push_str(take_text(input)?);
        self.text.push_str(take_text(input)?);
        Some(())
    }
}

impl Draft {
    /// Whether texts are short and fields few enough for narrow places.
    fn is_narrow(&self) -> bool {
        let short = self.raw.len().max(self.text.len()) <= usize::from(u16::MAX);
        short
            && self
                .values
                .iter()
                .all(|slot| slot.field.0 >> FIELD_BITS == 0)
    }

    /// Adds the places of a compact form: those of the cells first.
    fn add_places(&mut self, mut places: impl Iterator<Item = Place>, cells: usize) {
        let own = places.by_ref().take(cells);
        self.cells
            .extend(own.map(|place| (place.column, place.start, place.len)));
        for ((column, _, _), count) in self.cells.iter().zip(1..) {
            set_first(&mut self.cell_at, *column, count);
        }
        self.values.extend(places.map(Place::slot));
        for (slot, count) in self.values.iter().zip(1..) {
            set_last(&mut self.value_at, slot.field, count);
        }
    }
}

/// The place of a cell or a value, as it is stored.
#[derive(Clone, Copy)]
struct Place {
    /// Of a value: its field.
    field: u16,
    /// Of a value: how it came about, and whether it is part of the raw text.
    how: u8,
    column: u16,
    start: u32,
    len: u32,
}

/// Bytes of a stored place in a record that [`Draft::is_narrow`].
const NARROW: usize = 8;
/// Bytes in any other.
const WIDE: usize = 13;
/// In a narrow place the field has so many bits, and `how` those above it.
const FIELD_BITS: u32 = 13;
/// In `how`: the value is part of the raw text.
const IN_RAW: u8 = 4;

impl Place {
    fn narrow(self) -> [u8; NARROW] {
        let what = self.field | u16::from(self.how) << FIELD_BITS;
        let places = u64::from(self.start) << 32 | u64::from(self.len) << 48;
        (u64::from(what) | u64::from(self.column) << 16 | places).to_le_bytes()
    }

    fn of_narrow(bytes: &[u8; NARROW]) -> Self {
        let all = u64::from_le_bytes(*bytes);
        let what = all as u16;
        Self {
            field: what & ((1 << FIELD_BITS) - 1),
            how: (what >> FIELD_BITS) as u8,
            column: (all >> 16) as u16,
            start: u32::from((all >> 32) as u16),
            len: u32::from((all >> 48) as u16),
        }
    }

    fn wide(self) -> [u8; WIDE] {
        let [a, b] = self.field.to_le_bytes();
        let [c, d] = self.column.to_le_bytes();
        let [e, f, g, h] = self.start.to_le_bytes();
        let [i, j, k, l] = self.len.to_le_bytes();
        [self.how, a, b, c, d, e, f, g, h, i, j, k, l]
    }

    fn of_wide(&[how, a, b, c, d, e, f, g, h, i, j, k, l]: &[u8; WIDE]) -> Self {
        Self {
            field: u16::from_le_bytes([a, b]),
            how,
            column: u16::from_le_bytes([c, d]),
            start: u32::from_le_bytes([e, f, g, h]),
            len: u32::from_le_bytes([i, j, k, l]),
        }
    }

    fn slot(self) -> Slot {
        Slot {
            field: FieldId(self.field),
            column: self.column,
            how: match self.how & 3 {
                0 => How::Same,
                1 => How::Normalised,
                2 => How::Translated,
                _ => How::Unread,
            },
            in_raw: self.how & IN_RAW != 0,
            start: self.start,
            len: self.len,
        }
    }
}

impl Slot {
    fn place(&self) -> Place {
        let in_raw = if self.in_raw { IN_RAW } else { 0 };
        Place {
            field: self.field.0,
            how: self.how as u8 | in_raw,
            column: self.column,
            start: self.start,
            len: self.len,
        }
    }
}

/// Remembers the place of the first of its kind; `count` is its place plus 1.
fn set_first(places: &mut Vec<u32>, kind: u16, count: usize) {
    let kind = usize::from(kind);
    if places.len() <= kind {
        places.resize(kind + 1, 0);
    }
    if let Some(place) = places.get_mut(kind).filter(|place| **place == 0) {
        *place = len_u32(count);
    }
}

/// Remembers the place of a field's value as its last, and as its first if it is; `count` is its place plus 1.
fn set_last(places: &mut Vec<(u32, u32)>, field: FieldId, count: usize) {
    let at = usize::from(field.0);
    if places.len() <= at {
        places.resize(at + 1, (0, 0));
    }
    if let Some((first, last)) = places.get_mut(at) {
        *last = len_u32(count);
        if *first == 0 {
            *first = *last;
        }
    }
}

/// The place of a field's first value, and the one behind its last.
#[inline]
fn places(places: &[(u32, u32)], field: FieldId) -> Option<(usize, usize)> {
    let (first, last) = *places.get(usize::from(field.0))?;
    Some(((first as usize).checked_sub(1)?, last as usize))
}

#[inline]
fn first(places: &[u32], kind: u16) -> Option<usize> {
    (*places.get(usize::from(kind))? as usize).checked_sub(1)
}

fn part(text: &str, start: u32, len: u32) -> Option<&str> {
    let start = start as usize;
    text.get(start..start + len as usize)
}

fn len_u32(len: usize) -> u32 {
    u32::try_from(len).unwrap_or(u32::MAX)
}

fn put(out: &mut Vec<u8>, mut number: u32) {
    while number >= 128 {
        out.push((number & 127) as u8 | 128);
        number >>= 7;
    }
    out.push(number as u8);
}

fn put_text(out: &mut Vec<u8>, text: &str) {
    put(out, len_u32(text.len()));
    out.extend_from_slice(text.as_bytes());
}

fn take_byte(input: &mut &[u8]) -> Option<u8> {
    let (&first, rest) = input.split_first()?;
    *input = rest;
    Some(first)
}

fn take_u16(input: &mut &[u8]) -> Option<u16> {
    let (pair, rest) = input.split_first_chunk::<2>()?;
    *input = rest;
    Some(u16::from_le_bytes(*pair))
}

#[inline]
fn take(input: &mut &[u8]) -> Option<u32> {
    let (&first, rest) = input.split_first()?;
    if first >= 128 {
        return take_long(input);
    }
    *input = rest;
    Some(u32::from(first))
}

fn take_long(input: &mut &[u8]) -> Option<u32> {
    let mut number = 0;
    let mut shift = 0;
    loop {
        let byte = take_byte(input)?;
        number |= u32::from(byte & 127).checked_shl(shift)?;
        if byte < 128 {
            return Some(number);
        }
        shift += 7;
    }
}

fn take_text<'a>(input: &mut &'a [u8]) -> Option<&'a str> {
    let len = take(input)? as usize;
    let (text, rest) = input.split_at_checked(len)?;
    *input = rest;
    simdutf8::basic::from_utf8(text).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_is_read_back_as_it_was_written() {
        let mut draft = Draft {
            line: 300,
            ..Draft::default()
        };
        draft.claimed_by.stage = 2;
        draft.claims.push((1, 4, 2));
        draft.add_cell(0, "Ann");
        draft.add_cell(700, "MÜLLER");
        draft.add_value(FieldId(3), 0, How::Same, "Ann");
        draft.add_value(FieldId(5), 700, How::Normalised, "Müller");
        draft.add_value(FieldId(9), NO_COLUMN, How::Translated, "x");
        let mut bytes = Vec::new();
        draft.encode(&mut bytes);
        let mut back = Draft::default();
        back.decode(&bytes).unwrap();
        assert!(back.cells().eq(draft.cells()));
        assert!(back.values().eq(draft.values()));
        assert_eq!(back.line, 300);
        assert_eq!(back.claimed_by, draft.claimed_by);
        assert_eq!(back.claims, draft.claims);
    }

    #[test]
    fn cut_bytes_are_no_record() {
        let mut draft = Draft::default();
        draft.add_cell(0, "Ann");
        let mut bytes = Vec::new();
        draft.encode(&mut bytes);
        for len in 0..bytes.len() {
            assert_eq!(Draft::default().decode(&bytes[..len]), None, "{len}");
        }
    }

    #[test]
    fn a_long_row_and_one_of_many_fields_are_read_back_too() {
        for (len, field) in [(70_000, 8_191), (3, 8_191), (3, 8_192), (3, u16::MAX)] {
            let mut draft = Draft::default();
            draft.add_cell(3, &"x".repeat(len));
            draft.add_cell(NO_COLUMN, "behind it");
            draft.add_value(FieldId(field), 3, How::Unread, "y");
            let mut bytes = Vec::new();
            draft.encode(&mut bytes);
            let mut back = Draft::default();
            back.decode(&bytes).unwrap();
            assert!(back.cells().eq(draft.cells()));
            assert!(back.values().eq(draft.values()));
        }
    }
}
