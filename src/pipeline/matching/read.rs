//! What each record shows of its party, for comparing.

use std::ops::Range;

use super::columns::{Columns, Taken, is_called};
use crate::dedupe::Plan;
use crate::error::Result;
use crate::lexicon::{party_kind, placeholder};
use crate::model::axis::Kind;
use crate::model::fate::Fate;
use crate::model::field::{FieldId, Fields, find};
use crate::model::record::{Draft, Meta, NO_COLUMN, Value};
use crate::model::shown::{Part, Shown};
use crate::model::store::Window;
use crate::normalize::email;
use crate::pipeline::options::Progress;
use crate::pipeline::set::Set;
use crate::pipeline::sources::Understood;
use crate::pipeline::waves;
use crate::survey::fold;
use crate::survey::parts::{Numbered, part_of_field};

/// Records that one thread reads at a time: few enough that what it makes of them is still in the processor's memory when
/// it is taken over.
const CHUNK: u32 = 512;

/// The records of a linked set, as they show themselves.
#[derive(Debug)]
pub(in crate::pipeline) struct Reading<'a> {
    /// The files.
    pub files: &'a [Understood],
    /// How the columns of each are read.
    pub columns: &'a [Columns],
    /// The records.
    pub set: &'a Set,
    /// Columns that are told from each other by name.
    pub numbered: &'a Numbered,
    /// By canonical field: what is known of it.
    parts: Vec<Own>,
    names: Names,
}

/// What is known of a canonical field.
#[derive(Clone, Copy, Debug, Default)]
struct Own {
    /// The part that it plays.
    part: Option<Part>,
    /// Whether it is of an address, and whether of a second one.
    address: bool,
    second: bool,
}

/// The fields of a person's name that are looked at beside the whole.
#[derive(Clone, Copy, Debug)]
struct Names {
    full: FieldId,
    given: FieldId,
    family: FieldId,
    type_of_party: FieldId,
}

/// Buffers that a reader uses again and again.
#[derive(Debug, Default)]
pub(in crate::pipeline) struct Desk {
    draft: Draft,
    window: Window,
    folded: String,
}

impl<'a> Reading<'a> {
    /// The records of a set.
    pub fn new(
        files: &'a [Understood],
        columns: &'a [Columns],
        set: &'a Set,
        numbered: &'a Numbered,
    ) -> Self {
        let field = |name: &str| find(name).unwrap_or(FieldId(u16::MAX));
        let ids = (0..set.fields.len()).map(|at| FieldId(u16::try_from(at).unwrap_or(u16::MAX)));
        Self {
            files,
            columns,
            set,
            numbered,
            parts: ids.map(|id| own(&set.fields, id)).collect(),
            names: Names {
                full: field("name.full"),
                given: field("name.given"),
                family: field("name.family"),
                type_of_party: field("organization.type"),
            },
        }
    }

    /// The identifiers whose equal values settle it by a plan.
    pub fn settling(&self, plan: &Plan) -> Vec<u16> {
        let settles = |header: &str| plan.same.iter().any(|name| is_called(header, name));
        let all = self.columns.iter().flat_map(|file| &file.identifiers);
        let mut numbers: Vec<u16> = all
            .filter(|(header, _)| settles(header))
            .map(|(_, number)| *number)
            .collect();
        numbers.sort_unstable();
        numbers.dedup();
        numbers
    }

    /// Whether a record is one: it can be read, isn't empty, and its source hasn't deleted it.
    pub fn is_living(&self, at: u32) -> bool {
        let meta = self.set.metas.get(at as usize);
        meta.is_some_and(|meta| meta.fate == Fate::Exported)
    }

    /// Shows every living record to `see`, in parallel, each chunk with a part that `make` makes; `take` is given the
    /// parts in the order of the records.
    ///
    /// # Errors
    /// When the store can't be read, or what `take` says.
    pub fn each<P: Send>(
        &self,
        progress: &dyn Progress,
        make: impl Fn() -> P + Sync,
        see: impl Fn(u32, &Shown, &mut P) + Sync,
        mut take: impl FnMut(&mut P) -> Result<()>,
    ) -> Result<()> {
        let all = u32::try_from(self.set.metas.len()).unwrap_or(u32::MAX);
        let starts = (0..all).step_by(CHUNK as usize);
        let chunks: Vec<Range<u32>> = starts
            .map(|start| start..start.saturating_add(CHUNK).min(all))
            .collect();
        waves::in_order(
            &chunks,
            || (Desk::default(), Shown::default()),
            make,
            |chunk, (desk, shown), part| {
                for at in chunk.clone().filter(|at| self.is_living(*at)) {
                    self.show(at, desk, shown)?;
                    see(at, shown, part);
                }
                Ok(())
            },
            |chunk, part| {
                progress.done(chunk.len() as u64);
                take(part)
            },
        )
    }

    /// What a record shows.
    ///
    /// # Errors
    /// When the store can't be read.
    pub fn show(&self, at: u32, desk: &mut Desk, shown: &mut Shown) -> Result<()> {
        shown.clear();
        desk.draft.clear();
        let Some(meta) = self.set.metas.get(at as usize) else {
            return Ok(());
        };
        self.set.fetch(at, &mut desk.draft, &mut desk.window)?;
        let Some(columns) = self.columns.get(usize::from(meta.table)) else {
            return Ok(());
        };
        let mut objects = columns.objects.iter();
        let Some((_, taken)) = objects.find(|(number, _)| *number == meta.object) else {
            return Ok(());
        };
        self.add_values(&desk.draft, taken, shown);
        self.add_cells(meta, taken, desk, shown);
        shown.kind = Some(kind(meta, columns, shown));
        Ok(())
    }

    /// The id of a record as its source writes it: that of the column that the user named, else the profile's.
    ///
    /// # Errors
    /// When the store can't be read.
    pub fn id(&self, at: u32, desk: &mut Desk) -> Result<String> {
        let meta = self.set.metas.get(at as usize);
        let columns = meta.and_then(|meta| self.columns.get(usize::from(meta.table)));
        let Some(column) = columns.and_then(|columns| columns.id) else {
            return Ok(self.set.id(at).to_string());
        };
        desk.draft.clear();
        self.set.fetch(at, &mut desk.draft, &mut desk.window)?;
        let cell = desk.draft.cell_of(column);
        Ok(cell.map_or("", |(_, raw)| raw.trim()).to_string())
    }

    /// Adds what the profile has read. Of two addresses the main one counts, the other only where that is missing.
    fn add_values(&self, draft: &Draft, taken: &[Taken], shown: &mut Shown) {
        let (mut main, mut second) = (false, false);
        for value in draft.values() {
            let own = self.own(value.field);
            if own.second {
                second = true;
            } else if let Some(part) = self.part(&value, own, draft, taken) {
                shown.add(part, value.text);
                main |= own.address;
            }
        }
        if main || !second {
            return;
        }
        for value in draft.values() {
            let own = self.own(value.field);
            if let Some(part) = self.part(&value, own, draft, taken).filter(|_| own.second) {
                shown.add(part, value.text);
            }
        }
    }

    fn own(&self, field: FieldId) -> Own {
        let own = self.parts.get(usize::from(field.0));
        own.copied().unwrap_or_default()
    }

    /// The part that a value plays: that of its field, or of its column where the field has none of its own.
    fn part(&self, value: &Value, own: Own, draft: &Draft, taken: &[Taken]) -> Option<Part> {
        let column = match taken.get(usize::from(value.column)) {
            Some(Taken::AsRead(part)) => Some(*part),
            None if value.column == NO_COLUMN && value.field != self.names.type_of_party => {
                own.part
            }
            _ => None,
        }?;
        let names = self.names;
        if value.field == names.full {
            let is_apart = |field| {
                draft
                    .values_of(field)
                    .any(|part| part.column == value.column)
            };
            let apart = is_apart(names.given) || is_apart(names.family);
            return (!apart).then_some(Part::FullName);
        }
        match (column, own.part) {
            (Part::Identifier(_) | Part::Other(_) | Part::PartyType, _) => Some(column),
            (_, Some(own)) => Some(own),
            (Part::Website, None) => Some(column),
            (_, None) => None,
        }
    }

    /// Adds cells as they stand.
    fn add_cells(&self, meta: &Meta, taken: &[Taken], desk: &mut Desk, shown: &mut Shown) {
        let file = self.files.get(usize::from(meta.table));
        let Some(mapper) = file.and_then(|file| file.mapper.as_ref()) else {
            return;
        };
        for (at, taken) in (0..).zip(taken) {
            let (Taken::AsItStands(part), Some((_, raw))) = (*taken, desk.draft.cell_of(at)) else {
                continue;
            };
            let nothing =
                placeholder(raw) || mapper.is_nothing(meta.object, at, raw, &mut desk.folded);
            if !nothing {
                shown.add(part, raw);
            }
        }
    }
}

/// What is known of a field by itself.
fn own(fields: &Fields, id: FieldId) -> Own {
    let name = fields.name(id);
    let second = name.starts_with("address.other.");
    Own {
        part: part_of_field(name),
        address: !second && name.starts_with("address."),
        second,
    }
}

/// The kind of party: what the profile says, or of a plain table what the row itself shows.
fn kind(meta: &Meta, columns: &Columns, shown: &Shown) -> Kind {
    if !columns.plain {
        return meta.axes.kind;
    }
    let said = shown
        .of(Part::PartyType)
        .find_map(|text| party_kind(&fold(text)));
    if let Some(kind) = said {
        return kind;
    }
    let has = |part| shown.of(part).next().is_some();
    let named = [Part::Given, Part::Family, Part::FullName, Part::NativeName];
    let personal = [Part::Birth, Part::BirthYear, Part::Title, Part::Gender];
    let role = |address: &str| email::is_role(address.split('@').next().unwrap_or_default());
    let someone = named.into_iter().chain(personal).any(has)
        || shown.of(Part::Email).any(|address| !role(address));
    match !columns.people || !someone && has(Part::Company) {
        true => Kind::Organization,
        false => Kind::Person,
    }
}
