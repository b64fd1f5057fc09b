//! What an update writes: our record and the target's as one party, cell by cell beside what the target holds.

use super::super::set::Set;
use super::{Existing, Pair};
use crate::error::{Error, Result};
use crate::export::{
    Around, Flavour, Format, From, Layout, LinkSlot, Member, OutColumn, Party, Rendered, Renderer,
    push_line,
};
use crate::merge;
use crate::model::field::{FieldId, Type};
use crate::model::record::{Axes, Draft, FLAG_OPTED_OUT, NO_RECORD};
use crate::model::store::Window;
use crate::survey::fold;

/// A cell in which the two differ.
#[derive(Debug, PartialEq, Eq)]
pub struct Difference {
    /// The column's place in the object.
    pub column: usize,
    /// What the target holds.
    pub there: String,
    /// What we say.
    pub ours: String,
    /// Whether what the target holds stays.
    pub kept: bool,
}

/// What an update comes to.
#[derive(Debug)]
pub struct Update {
    /// Its line in the update file.
    pub line: Vec<u8>,
    /// Filled cells that differ.
    pub differences: Vec<Difference>,
    /// Whether any cell of the target would change; its identity is not counted.
    pub changed: bool,
    /// Fields of which what the target holds stays, whatever was rendered.
    pub unwritten: Vec<FieldId>,
    /// The axes of the two as one party.
    pub axes: Axes,
}

/// Buffers for updates.
#[derive(Debug, Default)]
pub struct Desk {
    draft: Draft,
    window: Window,
    beside: Rendered,
}

/// A column, and what the two say of it.
struct Cell<'c> {
    column: &'c OutColumn,
    /// Object and column, by their places.
    place: (usize, usize),
    /// What the two say as one.
    joint: &'c str,
    /// What the target says, written as we would.
    there: &'c str,
    /// What stands in its export; none where the export has no such column.
    raw: Option<&'c str>,
}

/// The lines of the two.
struct Lines {
    /// As one party: ours first, or the target's where it stays.
    joint: Vec<String>,
    /// The target's alone.
    there: Vec<String>,
    /// Ours alone, where the target's stays.
    ours: Vec<String>,
}

impl Existing {
    /// Renders our party and the target's record as one; `out` is what was written of them. Of each field ours counts,
    /// else the target's; of consents the strictest.
    ///
    /// # Errors
    /// When the store can't be read.
    #[allow(
        clippy::too_many_arguments,
        reason = "a party in all its parts, called once"
    )]
    pub fn update(
        &self,
        pair: &Pair,
        set: &Set,
        layout: &Layout,
        party: &Party,
        around: &Around,
        renderer: &mut Renderer,
        desk: &mut Desk,
        out: &mut Rendered,
    ) -> Result<Update> {
        let lost = || Error::new("a record of the target is lost", "report it");
        let theirs = self.set.metas.get(pair.theirs as usize).ok_or_else(lost)?;
        let ours = set.metas.get(pair.ours as usize).ok_or_else(lost)?;
        let object = usize::from(ours.target);
        let spec = layout.objects.get(object).ok_or_else(lost)?;
        let Desk {
            draft,
            window,
            beside,
        } = desk;
        self.set.fetch(pair.theirs, draft, window)?;
        let made = set.created.contains_key(&pair.ours);
        let keep = self.keep || made;
        let there = [Member {
            record: NO_RECORD,
            table: u16::MAX,
            axes: theirs.axes,
            draft,
        }];
        let members = ranked(keep, party.members, &there[..]).concat();
        let [first, second] = ranked(keep, party.axes, theirs.axes);
        let axes = merge::with(first, second);
        let opted_out = theirs.has(FLAG_OPTED_OUT);
        let of = |members, axes, opted_out| Party {
            members,
            axes,
            opted_out,
            ..*party
        };
        let links = self.links(set, pair.theirs);
        let alone = self.around(pair.theirs, &links);
        let mut line = |party: &Party, around: &Around, out: &mut Rendered| {
            renderer.render(object, party, around, out);
            cells(&out.line)
        };
        let lines = Lines {
            there: line(&of(&there, theirs.axes, opted_out), &alone, beside),
            ours: match self.keep && !made {
                true => line(party, around, beside),
                false => Vec::new(),
            },
            joint: line(
                &of(&members, axes, party.opted_out || opted_out),
                &self.joint(keep, around, &alone),
                out,
            ),
        };
        let mut update = Update {
            line: Vec::new(),
            differences: Vec::new(),
            changed: false,
            unwritten: Vec::new(),
            axes,
        };
        let places = self.places.get(&(theirs.table, ours.target));
        let mut texts = vec![self.raw_id(pair.theirs, draft)];
        for (at, column) in spec.columns.iter().enumerate() {
            let text = |texts: &[String]| texts.get(at).cloned().unwrap_or_default();
            let (joint, there, ours) = (text(&lines.joint), text(&lines.there), text(&lines.ours));
            let raw = self.raw(places.and_then(|places| places.get(at)), draft);
            let cell = Cell {
                column,
                place: (object, at),
                // An organization that stands as text on people adds nothing to the target's.
                joint: if made { "" } else { &joint },
                there: &there,
                raw: raw.as_deref(),
            };
            texts.push(match column.from {
                From::Identity => joint,
                _ => self.settle(&cell, &ours, &mut update),
            });
        }
        let texts = texts.iter().map(String::as_str);
        push_line(&mut update.line, texts, Flavour::Machine);
        Ok(update)
    }

    /// What a cell of the line holds in the end; what it changes is noted.
    fn settle(&self, cell: &Cell, ours: &str, update: &mut Update) -> String {
        let stays = self.keep && !cell.held().is_empty() && !self.is_consent(cell.column);
        if stays || cell.is_same() {
            if stays && !ours.is_empty() && !cell.agrees(ours) {
                update.differences.push(cell.difference(ours, true));
                if let From::Fields { fields, .. } = &cell.column.from {
                    update.unwritten.extend(fields);
                }
            }
            return self.unchanged(cell);
        }
        update.changed = true;
        if !cell.held().is_empty() {
            let difference = cell.difference(cell.joint, false);
            update.differences.push(difference);
        }
        cell.joint.to_string()
    }

    /// What the world around a record of the target says of it.
    fn around<'a>(&'a self, theirs: u32, links: &'a [Option<String>; 3]) -> Around<'a> {
        let meta = self.set.metas.get(theirs as usize);
        let owner = meta
            .and_then(|meta| (meta.owner as usize).checked_sub(1))
            .and_then(|owner| self.owners.get(owner));
        Around {
            identity: self.identity(theirs).unwrap_or_default(),
            links: links.each_ref().map(Option::as_deref),
            by_name: false,
            organization: None,
            owner: owner.map(String::as_str),
            segment: "",
            blank_key: false,
        }
    }

    /// What the world says of the two as one. Who answers where nobody is known gives way to whom the target names.
    fn joint<'a>(&self, keep: bool, ours: &Around<'a>, theirs: &Around<'a>) -> Around<'a> {
        let first = |a: Option<&'a str>, b: Option<&'a str>| {
            let [a, b] = ranked(keep, a, b);
            a.or(b)
        };
        let ([a, b, c], [d, e, f]) = (ours.links, theirs.links);
        let known = ours
            .owner
            .filter(|owner| !self.fallbacks.iter().any(|fallback| fallback == owner));
        Around {
            identity: ours.identity,
            links: [first(a, d), first(b, e), first(c, f)],
            by_name: ours.by_name,
            organization: ours.organization,
            owner: first(known, theirs.owner).or(ours.owner),
            segment: ours.segment,
            blank_key: ours.blank_key,
        }
    }

    /// The identities of the records that the links of one of the target's lead to.
    fn links(&self, set: &Set, theirs: u32) -> [Option<String>; 3] {
        let mut text = String::new();
        let links = self.set.links.get(theirs as usize);
        let targets = links.map_or([NO_RECORD; 3], |links| {
            [links.organization, links.parent, links.manager]
        });
        targets.map(|target| self.link(set, target, &mut text).then(|| text.clone()))
    }

    /// The target's own id of a record, as its export has it.
    fn raw_id(&self, theirs: u32, draft: &Draft) -> String {
        let mut ids = draft.values_of(self.id);
        let cell = ids.find_map(|value| draft.cell_of(value.column));
        let own = cell.filter(|_| !self.id(theirs).is_empty());
        own.map_or(String::new(), |(_, raw)| raw.trim().to_string())
    }

    /// What stands in the export for a column of the import, by the places where it may stand; none where the export has
    /// no such column.
    fn raw(&self, places: Option<&Vec<u16>>, draft: &Draft) -> Option<String> {
        let mut found = None;
        for at in places? {
            let text = draft.cell_of(*at).map_or("", |(_, raw)| raw.trim());
            if !text.is_empty() && !self.stands_for_nothing(text) {
                return Some(text.to_string());
            }
            found = Some(String::new());
        }
        found
    }

    fn stands_for_nothing(&self, text: &str) -> bool {
        let words = &self.profile.formats.empty;
        !text.is_empty()
            && words
                .iter()
                .any(|word| word.to_lowercase() == text.to_lowercase())
    }

    fn is_consent(&self, column: &OutColumn) -> bool {
        let (From::Fields { fields, .. } | From::Conditions { fields, .. }) = &column.from else {
            return false;
        };
        fields
            .iter()
            .any(|field| self.set.fields.ty(*field) == Type::Consent)
    }

    /// What the target holds, as its import takes it: its own text. Dates, numbers, flags and owners have one form in a
    /// file, and an export may say in a code what the import says in words; those are written as ours are.
    fn unchanged(&self, cell: &Cell) -> String {
        let Some(raw) = cell.raw else {
            return match cell.column.from {
                // Nobody has said it: it follows from what else is known, or from nothing.
                From::Conditions { .. } => String::new(),
                _ => cell.there.to_string(),
            };
        };
        let one_form = match &cell.column.from {
            From::Link(..) => true,
            From::Fields { format, fields, .. } => {
                let number = |ty| matches!(ty, Type::Number | Type::Money);
                let mut types = fields.iter().map(|field| self.set.fields.ty(*field));
                matches!(
                    format,
                    Format::Day(_) | Format::Moment(_) | Format::Flag(..) | Format::Owner
                ) || types.any(number)
            }
            _ => false,
        };
        let written = one_form || self.is_the_same_value(raw, cell.there, cell);
        match written && !cell.there.is_empty() {
            true => cell.there.to_string(),
            false => raw.to_string(),
        }
    }

    /// Whether the profile lists two texts as spellings of one value of a column.
    fn is_the_same_value(&self, a: &str, b: &str, cell: &Cell) -> bool {
        let (object, column) = cell.place;
        let of_object = self.values.get(object);
        let Some(values) = of_object.and_then(|columns| columns.get(column)) else {
            return false;
        };
        if values.is_empty() {
            return false;
        }
        let (a, b) = (fold(a), fold(b));
        values
            .iter()
            .any(|spelled| spelled.contains(&a) && spelled.contains(&b))
    }
}

impl Cell<'_> {
    /// What the target holds: its own text; where the export has no such column, what other columns say of the field.
    fn held(&self) -> &str {
        let derived = match self.column.from {
            From::Conditions { .. } => "",
            _ => self.there,
        };
        match self.raw {
            Some("") => self.there,
            Some(raw) => raw,
            None => derived,
        }
    }

    /// Whether the target's cell would stay as it is.
    fn is_same(&self) -> bool {
        self.joint.is_empty() || self.agrees(self.joint)
    }

    fn agrees(&self, text: &str) -> bool {
        let From::Fields {
            format: Format::List(separator),
            ..
        } = &self.column.from
        else {
            return text == self.there || Some(text) == self.raw;
        };
        let items = |text: &str| {
            let mut items: Vec<String> = text
                .split(separator.as_str())
                .map(|item| item.trim().to_string())
                .collect();
            items.sort_unstable();
            items
        };
        items(text) == items(self.there)
    }

    fn difference(&self, ours: &str, kept: bool) -> Difference {
        Difference {
            column: self.place.1,
            there: self.held().to_string(),
            ours: ours.to_string(),
            kept,
        }
    }
}

/// Ours and the target's, in the order in which they count.
fn ranked<T>(keep: bool, ours: T, theirs: T) -> [T; 2] {
    if keep { [theirs, ours] } else { [ours, theirs] }
}

/// The cells of a line.
fn cells(line: &[u8]) -> Vec<String> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_reader(line);
    let mut records = reader.records();
    let record = records.next().and_then(std::result::Result::ok);
    record.map_or_else(Vec::new, |record| {
        record.iter().map(str::to_string).collect()
    })
}

/// The links of an object that its file has a column for.
pub(super) fn slots(layout: &Layout, object: u8) -> impl Iterator<Item = LinkSlot> {
    let object = layout.objects.get(usize::from(object));
    let all = [LinkSlot::Organization, LinkSlot::Parent, LinkSlot::Manager];
    all.into_iter()
        .filter(move |slot| object.is_some_and(|object| object.links(*slot)))
}
