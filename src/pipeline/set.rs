//! The linked set: every record of a run, between the two passes.

use std::collections::HashMap;
use std::fmt::Write;

use crate::audit::segment::SEGMENTS;
use crate::export::{Member, Party};
use crate::model::field::Fields;
use crate::model::key;
use crate::model::record::{Draft, FLAG_IDENTITY, FLAG_OPTED_OUT, Links, Meta, NO_RECORD};
use crate::model::store::{Store, Window};

use super::sources::{BoxInfo, Role, Understood};

/// Every record of a run.
#[derive(Debug)]
pub struct Set {
    /// What stays in memory of each.
    pub metas: Vec<Meta>,
    /// The rest of each.
    pub store: Store,
    /// Ids, one behind the other.
    pub ids: String,
    /// What the links of each record say, until it is known which records they point at: keys of ids.
    pub links_read: Vec<Links<u64>>,
    /// Which records the links point at.
    pub links: Vec<Links<u32>>,
    /// Clusters of two and more: survivor → its members, itself first.
    pub clusters: HashMap<u32, Vec<u32>, foldhash::fast::RandomState>,
    /// Owners as the source writes them; `Meta::owner` is an index into them, plus 1.
    pub owners: Vec<String>,
    /// Reasons of fates; `Meta::reason` is an index into them.
    pub reasons: Vec<String>,
    /// The run's fields.
    pub fields: Fields,
    /// The run's classes.
    pub classes: Vec<String>,
    /// The run's boxes.
    pub boxes: Vec<BoxInfo>,
    /// The names of the run's tables.
    pub tables: Vec<String>,
    /// Names of created organizations, by record.
    pub created: HashMap<u32, String, foldhash::fast::RandomState>,
    /// The place of each record's segment among the segments, where they are asked for.
    pub segments: Vec<u8>,
    /// The identities of records that the target knows by another than would be theirs.
    pub known: HashMap<u32, String, foldhash::fast::RandomState>,
}

impl Set {
    /// An empty set for the records of some files.
    pub fn new(
        files: &[Understood],
        store: Store,
        boxes: Vec<BoxInfo>,
        classes: Vec<String>,
        fields: Fields,
    ) -> Self {
        let parties = files.iter().filter(|file| file.role == Role::Parties);
        let rows: u64 = parties.map(|file| file.rows).sum();
        let rows = usize::try_from(rows).unwrap_or(0);
        let names = files.iter().map(|file| file.table.input.name.clone());
        Self {
            metas: Vec::with_capacity(rows),
            store,
            ids: String::new(),
            links_read: Vec::with_capacity(rows),
            links: Vec::new(),
            clusters: HashMap::default(),
            owners: Vec::new(),
            reasons: vec![String::new()],
            fields,
            classes,
            boxes,
            tables: names.collect(),
            created: HashMap::default(),
            segments: Vec::new(),
            known: HashMap::default(),
        }
    }

    /// The id of a record, empty if it has none.
    pub fn id(&self, at: u32) -> &str {
        let Some(meta) = self.metas.get(at as usize) else {
            return "";
        };
        let start = meta.id_at as usize;
        let id = self.ids.get(start..start + usize::from(meta.id_len));
        id.unwrap_or_default()
    }

    /// The identity that a record bears in the target: the one that it has there, that of an earlier run, else vendor,
    /// object and id, else file and row.
    pub fn identity(&self, at: u32, out: &mut String) {
        out.clear();
        if let Some(known) = self.known.get(&at) {
            out.push_str(known);
            return;
        }
        let Some(meta) = self.metas.get(at as usize) else {
            return;
        };
        if meta.row == 0
            && let Some(name) = self.created.get(&at)
        {
            out.push_str("created:");
            out.push_str(name);
            return;
        }
        let id = self.id(at);
        if meta.has(FLAG_IDENTITY) {
            out.push_str(id);
            return;
        }
        if id.is_empty() || meta.id == key::NONE {
            out.push_str(self.table(meta));
            out.push(':');
            let _ = write!(out, "{}", meta.row);
            return;
        }
        if let Some(info) = self.boxes.get(usize::from(meta.object)) {
            out.push_str(&info.profile);
            out.push(':');
            out.push_str(&info.root);
            out.push(':');
        }
        out.push_str(id);
    }

    /// The record that stands for a record.
    pub fn survivor(&self, at: u32) -> u32 {
        match self.metas.get(at as usize) {
            Some(meta) if meta.survivor != NO_RECORD => meta.survivor,
            _ => at,
        }
    }

    /// The members of a survivor's cluster, itself first.
    pub fn members<'a>(&'a self, at: &'a u32) -> &'a [u32] {
        let meta = self.metas.get(*at as usize);
        let cluster = match meta {
            Some(meta) if meta.survivor == NO_RECORD => None,
            _ => self.clusters.get(at),
        };
        cluster.map_or(std::slice::from_ref(at), Vec::as_slice)
    }

    /// A member of a party, with what the store has of it.
    pub fn member<'a>(&self, record: u32, draft: &'a Draft) -> Option<Member<'a>> {
        let meta = self.metas.get(record as usize)?;
        Some(Member {
            record,
            table: meta.table,
            axes: meta.axes,
            draft,
        })
    }

    /// The party that a record stands for.
    pub fn party<'a>(&'a self, at: u32, members: &'a [Member<'a>]) -> Party<'a> {
        let meta = self.metas.get(at as usize);
        Party {
            members,
            axes: meta.map(|meta| meta.axes).unwrap_or_default(),
            declared: meta.map_or("", |meta| self.class(meta.routed_by())),
            class: meta.map_or("", |meta| self.class(meta.class)),
            fields: &self.fields,
            opted_out: meta.is_some_and(|meta| meta.has(FLAG_OPTED_OUT)),
        }
    }

    /// The name of a class, empty for none.
    pub fn class(&self, number: u8) -> &str {
        name(&self.classes, usize::from(number))
    }

    /// The name of a record's segment, empty for none.
    pub fn segment(&self, at: u32) -> &'static str {
        let place = self.segments.get(at as usize);
        let segment = place.and_then(|place| SEGMENTS.get(usize::from(*place)));
        segment.map_or("", |segment| segment.name)
    }

    /// The name of a record's table, empty for a created record.
    pub fn table(&self, meta: &Meta) -> &str {
        name(&self.tables, usize::from(meta.table))
    }

    /// Why a record has its fate, empty for no reason.
    pub fn why(&self, meta: &Meta) -> &str {
        name(&self.reasons, usize::from(meta.reason))
    }

    /// The number of a reason.
    pub fn reason(&mut self, text: &str) -> u16 {
        let known = self.reasons.iter().position(|reason| reason == text);
        let at = known.unwrap_or_else(|| {
            self.reasons.push(text.to_string());
            self.reasons.len() - 1
        });
        u16::try_from(at).unwrap_or(0)
    }

    /// Fetches a record from the store.
    ///
    /// # Errors
    /// When the store can't be read.
    pub fn fetch(
        &self,
        at: u32,
        draft: &mut Draft,
        window: &mut Window,
    ) -> crate::error::Result<()> {
        let Some(meta) = self.metas.get(at as usize) else {
            return Ok(());
        };
        let broken = |error: std::io::Error| {
            crate::error::Error::new(
                format!("the store can't be read ({error})"),
                "is the disk full?",
            )
        };
        let bytes = self
            .store
            .read(meta.chunk, meta.at, meta.len, window)
            .map_err(broken)?;
        draft
            .decode(bytes)
            .ok_or_else(|| broken(std::io::Error::other("a record is damaged")))
    }
}

fn name(names: &[String], at: usize) -> &str {
    names.get(at).map_or("", String::as_str)
}
