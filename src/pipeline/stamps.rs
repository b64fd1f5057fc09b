//! The lines of a row in the ledger and the id map, put together from parts that many rows share.

use super::set::Set;
use crate::export::{Flavour, Layout, push_cell, push_line};
use crate::model::record::Meta;

/// Parts of lines, as CSV, each made once.
#[derive(Debug)]
pub struct Stamps {
    /// By table: its name.
    tables: Vec<Vec<u8>>,
    /// By box: vendor and object.
    boxes: Vec<Vec<u8>>,
    /// By target object: its name.
    targets: Vec<Vec<u8>>,
    /// By class: its name.
    classes: Vec<Vec<u8>>,
    /// By reason: its text.
    reasons: Vec<Vec<u8>>,
}

/// What a row's lines say of it alone.
#[derive(Clone, Copy, Debug)]
pub struct Told<'a> {
    /// The row's record.
    pub meta: &'a Meta,
    /// The record that stands for it, itself where it stands for itself.
    pub end: &'a Meta,
    /// Its id, empty if it has none.
    pub id: &'a str,
    /// The identity under which it went in, empty if it didn't.
    pub identity: &'a str,
    /// File and row of the record it was merged into, or empty.
    pub stands_for: &'a str,
    /// A reason of its fate that no other row has.
    pub why: Option<&'a str>,
    /// The id that the target gave it, if that is known.
    pub target_id: &'a str,
}

impl Stamps {
    /// Makes the parts for a run.
    pub fn new(set: &Set, layout: &Layout) -> Self {
        let all = |names: &[String]| names.iter().map(|name| cell(name)).collect();
        let boxes = set.boxes.iter().map(|info| {
            let mut line = cell(&info.profile);
            line.push(b',');
            line.extend(cell(&info.object));
            line
        });
        Self {
            tables: all(&set.tables),
            boxes: boxes.collect(),
            targets: layout
                .objects
                .iter()
                .map(|object| cell(&object.name))
                .collect(),
            classes: all(&set.classes),
            reasons: all(&set.reasons),
        }
    }

    /// Appends the row's line of `every-row.csv`; `moved` says whether it went in.
    pub fn ledger(&self, out: &mut Vec<u8>, told: Told, moved: bool) {
        let Told { meta, end, .. } = told;
        put(out, &self.tables, meta.table.into());
        put_row(out, meta.row);
        self.put_box(out, meta);
        out.push(b',');
        push_cell(out, told.id, b',', Flavour::Machine);
        out.push(b',');
        out.extend_from_slice(meta.fate.name().as_bytes());
        out.push(b',');
        match told.why {
            Some(why) => push_cell(out, why, b',', Flavour::Machine),
            None => put(out, &self.reasons, meta.reason.into()),
        }
        out.push(b',');
        if moved {
            put(out, &self.targets, end.target.into());
        }
        out.push(b',');
        push_cell(out, told.identity, b',', Flavour::Machine);
        out.push(b',');
        push_cell(out, told.stands_for, b',', Flavour::Machine);
        out.push(b',');
        put(out, &self.classes, meta.declared.into());
        out.push(b',');
        put(out, &self.classes, end.class.into());
        out.extend_from_slice(b"\r\n");
    }

    /// Appends the row's line of `id-map.csv`.
    pub fn id_map(&self, out: &mut Vec<u8>, told: Told) {
        let Told { meta, end, .. } = told;
        self.put_box(out, meta);
        out.push(b',');
        push_cell(out, told.id, b',', Flavour::Machine);
        out.push(b',');
        put(out, &self.tables, meta.table.into());
        put_row(out, meta.row);
        put(out, &self.targets, end.target.into());
        out.push(b',');
        push_line(out, [told.identity, told.target_id], Flavour::Machine);
    }

    fn put_box(&self, out: &mut Vec<u8>, meta: &Meta) {
        let vendor_and_object = self.boxes.get(usize::from(meta.object));
        out.extend_from_slice(vendor_and_object.map_or(b",", Vec::as_slice));
    }
}

fn cell(text: &str) -> Vec<u8> {
    let mut out = Vec::new();
    push_cell(&mut out, text, b',', Flavour::Machine);
    out
}

fn put(out: &mut Vec<u8>, parts: &[Vec<u8>], at: usize) {
    if let Some(part) = parts.get(at) {
        out.extend_from_slice(part);
    }
}

fn put_row(out: &mut Vec<u8>, row: u32) {
    out.push(b',');
    out.extend_from_slice(itoa::Buffer::new().format(row).as_bytes());
    out.push(b',');
}
