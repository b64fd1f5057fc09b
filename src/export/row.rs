//! One party to one line of the target's file, and what became of each of its source cells.

use std::borrow::Cow;
use std::collections::HashMap;
use std::hash::{BuildHasher, Hash, Hasher};

use foldhash::quality::FixedState;

use super::cell::Taken;
use super::csv_text::{Flavour, push_cell};
use super::layout::{Format, From, Layout, LinkSlot, ObjectLayout, OutColumn};
use super::party::{Member, Offer, Party};
use crate::model::axis::AXES;
use crate::model::fate::CellFate;
use crate::model::field::{FieldId, find};
use crate::model::record::{Draft, How, NO_COLUMN, Value};
use crate::normalize::list::items;
use crate::normalize::{Reading, domain, person_name};

/// A text that was written, and the value it came from; the texts stand in `Rendered::texts`.
#[derive(Clone, Copy, Debug)]
pub struct Written {
    /// The field.
    pub field: FieldId,
    canonical: (u32, u32),
    text: (u32, u32),
    /// Whether it is what the target calls the value, not the value itself.
    pub translated: bool,
    /// The place of the one before it of the same field, plus 1.
    before: u32,
}

/// A remark on a column that could not be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The finding's code.
    pub code: &'static str,
    /// The target's column.
    pub column: usize,
    /// The record that the value came from.
    pub record: u32,
    /// Its column there, if there is one.
    pub source: u16,
    /// The text.
    pub text: String,
}

/// A line of the target's file.
#[derive(Debug, Default)]
pub struct Rendered {
    /// The line, as CSV.
    pub line: Vec<u8>,
    /// What was written.
    pub written: Vec<Written>,
    /// The texts of `written`.
    texts: String,
    /// By field: the place of its last one in `written`, plus 1.
    last: Vec<u32>,
    /// Axes that were written, by place in `axis::AXES`.
    pub axes: [bool; AXES.len()],
    /// What could not be written.
    pub problems: Vec<Problem>,
}

impl Rendered {
    fn clear(&mut self) {
        self.line.clear();
        for written in self.written.drain(..) {
            if let Some(last) = self.last.get_mut(usize::from(written.field.0)) {
                *last = 0;
            }
        }
        self.texts.clear();
        self.problems.clear();
        self.axes = [false; AXES.len()];
    }

    /// What was written of a field, the last first.
    fn of(&self, field: FieldId) -> impl Iterator<Item = &Written> {
        let at = |place: u32| self.written.get((place as usize).checked_sub(1)?);
        let last = self.last.get(usize::from(field.0)).copied().unwrap_or(0);
        std::iter::successors(at(last), move |written| at(written.before))
    }

    fn push(&mut self, field: FieldId, canonical: &str, text: &str, translated: bool) {
        let canonical_at = self.keep(canonical);
        let text_at = if text == canonical {
            canonical_at
        } else {
            self.keep(text)
        };
        let place = usize::from(field.0);
        if self.last.len() <= place {
            self.last.resize(place + 1, 0);
        }
        let count = u32::try_from(self.written.len() + 1).unwrap_or(u32::MAX);
        let last = self.last.get_mut(place);
        self.written.push(Written {
            field,
            canonical: canonical_at,
            text: text_at,
            translated,
            before: last.map_or(0, |last| std::mem::replace(last, count)),
        });
    }

    fn keep(&mut self, text: &str) -> (u32, u32) {
        let start = self.texts.len();
        self.texts.push_str(text);
        let number = |len: usize| u32::try_from(len).unwrap_or(u32::MAX);
        (number(start), number(text.len()))
    }

    fn at(&self, (start, len): (u32, u32)) -> &str {
        self.texts
            .get(start as usize..(start + len) as usize)
            .unwrap_or_default()
    }
}

/// What the world around a party says of it.
#[derive(Debug)]
pub struct Around<'a> {
    /// Its identity.
    pub identity: &'a str,
    /// The identities of the records that its links point at.
    pub links: [Option<&'a str>; 3],
    /// Whether its organization was found by the name on it.
    pub by_name: bool,
    /// The name of its organization, for objects that have no link to it but its name as text.
    pub organization: Option<&'a str>,
    /// What the target calls its owner.
    pub owner: Option<&'a str>,
    /// The segment that it is in, empty where that is not asked for.
    pub segment: &'a str,
    /// Whether it goes in without the key on which the target merges.
    pub blank_key: bool,
}

/// Writes parties for one target.
#[derive(Debug)]
pub struct Renderer<'a> {
    layout: &'a Layout,
    known: HashMap<u64, Option<usize>, foldhash::fast::RandomState>,
    full: FieldId,
    given: FieldId,
    family: FieldId,
    org_name: FieldId,
    org_id: FieldId,
    owner: FieldId,
    website: FieldId,
    domain: FieldId,
    id: FieldId,
    consent: FieldId,
}

impl<'a> Renderer<'a> {
    /// A renderer for a compiled target.
    pub fn new(layout: &'a Layout) -> Self {
        let field = |name| find(name).unwrap_or(FieldId(u16::MAX));
        Self {
            layout,
            known: HashMap::default(),
            full: field("name.full"),
            given: field("name.given"),
            family: field("name.family"),
            org_name: field("organization.name"),
            org_id: field("organization.id"),
            owner: field("owner"),
            website: field("website"),
            domain: field("organization.domain"),
            id: field("origin.id"),
            consent: field("consent.email"),
        }
    }

    /// Writes a party to object `object` of the target.
    pub fn render(&mut self, object: usize, party: &Party, around: &Around, out: &mut Rendered) {
        out.clear();
        let layout = self.layout;
        let Some(spec) = layout.objects.get(object) else {
            return;
        };
        for (at, column) in spec.columns.iter().enumerate() {
            if at > 0 {
                out.line.push(b',');
            }
            let text = self.cell(spec, object, at, column, party, around, out);
            push_cell(&mut out.line, &text, b',', Flavour::Machine);
        }
        out.line.extend_from_slice(b"\r\n");
    }

    #[allow(
        clippy::too_many_arguments,
        reason = "one cell in all its parts, called once"
    )]
    fn cell<'p>(
        &mut self,
        spec: &ObjectLayout,
        object: usize,
        at: usize,
        column: &'p OutColumn,
        party: &'p Party,
        around: &'p Around,
        out: &mut Rendered,
    ) -> Cow<'p, str> {
        match &column.from {
            From::Identity => Cow::Borrowed(around.identity),
            From::Segment => Cow::Borrowed(around.segment),
            From::Link(slot, field) => self.link(*slot, *field, party, around, out),
            From::Conditions { list, fields, axes } => {
                let Some(found) = self.condition(object, at, list, fields, party) else {
                    return Cow::Borrowed("");
                };
                let text = list.get(found).map_or("", |value| value.value.as_str());
                if text.is_empty() {
                    return Cow::Borrowed("");
                }
                for axis in axes {
                    if let Some(slot) = out.axes.get_mut(usize::from(*axis)) {
                        *slot = true;
                    }
                }
                self.mark_looked_at(fields, party, text, out);
                Cow::Borrowed(text)
            }
            From::Fields { .. } => {
                if around.blank_key && spec.key.is_some_and(|(_, key)| key == at) {
                    return Cow::Borrowed("");
                }
                self.fields_text(at, column, party, around, out)
                    .unwrap_or(Cow::Borrowed(""))
            }
        }
    }

    fn mark_looked_at(&self, fields: &[FieldId], party: &Party, text: &str, out: &mut Rendered) {
        for field in fields {
            if let Some(value) = party.value(*field) {
                out.push(*field, value.text, text, true);
            }
        }
    }

    fn link<'p>(
        &self,
        slot: LinkSlot,
        field: FieldId,
        party: &Party,
        around: &'p Around,
        out: &mut Rendered,
    ) -> Cow<'p, str> {
        let [organization, parent, manager] = around.links;
        let target = match slot {
            LinkSlot::Organization => organization,
            LinkSlot::Parent => parent,
            LinkSlot::Manager => manager,
        };
        let Some(target) = target else {
            return Cow::Borrowed("");
        };
        let by_name = slot == LinkSlot::Organization && around.by_name;
        for member in party.members {
            let named = by_name.then(|| member.draft.values_of(self.org_name));
            for value in member
                .draft
                .values_of(field)
                .chain(named.into_iter().flatten())
            {
                out.push(value.field, value.text, target, true);
            }
        }
        Cow::Borrowed(target)
    }

    /// The place of the first condition that holds; judged once for each combination of what it looks at.
    fn condition(
        &mut self,
        object: usize,
        at: usize,
        list: &[crate::profile::schema::WriteValue],
        fields: &[FieldId],
        party: &Party,
    ) -> Option<usize> {
        let mut hasher = FixedState::with_seed(0).build_hasher();
        (object, at, party.axes, party.declared, party.class).hash(&mut hasher);
        for field in fields {
            party.text(*field).hash(&mut hasher);
        }
        if self.known.len() > 10_000 {
            self.known.clear();
        }
        *self.known.entry(hasher.finish()).or_insert_with(|| {
            list.iter()
                .position(|value| value.when.as_ref().is_none_or(|when| when.eval_bool(party)))
        })
    }

    /// The value of the first filled field. That one decides: where the column doesn't take it, the cell stays empty.
    fn fields_text<'p>(
        &self,
        at: usize,
        column: &'p OutColumn,
        party: &Party<'p>,
        around: &'p Around,
        out: &mut Rendered,
    ) -> Option<Cow<'p, str>> {
        let From::Fields { fields, format, .. } = &column.from else {
            return None;
        };
        for field in fields {
            if !self.may_fill(*field, party) {
                continue;
            }
            if column.single && party.fields.ty(*field).is_list() {
                if party.lists(*field).next().is_some() {
                    return first_item(at, column, party.lists(*field), out);
                }
                continue;
            }
            if let Format::List(separator) = format
                && !column.single
            {
                if let Some(text) = list_text(*field, separator, party, out) {
                    return Some(Cow::Owned(text));
                }
                continue;
            }
            if let Some(name) = around.organization.filter(|_| *field == self.org_name) {
                return self.linked_name(at, column, name, party, out);
            }
            let mut values = party.offered(*field).peekable();
            if values.peek().is_some() {
                let text = values.find_map(|offer| put(at, column, &offer, around.owner, out));
                return text.or_else(|| self.own_name(*field, column, party).map(Cow::Owned));
            }
            if let Some((last, text)) = self.whole_name(*field, party) {
                let value = Value {
                    field: *field,
                    how: How::Normalised,
                    text: &text,
                    ..last.value
                };
                let whole = Offer { value, ..last };
                let taken = fit(at, column, &whole, None, out);
                let text = taken.map(|taken| taken.text.into_owned());
                return text
                    .or_else(|| self.own_name(*field, column, party))
                    .map(Cow::Owned);
            }
        }
        None
    }

    /// Whether there can be something to write of a field: a member has it, or it is made of others.
    fn may_fill(&self, field: FieldId, party: &Party) -> bool {
        let made = field == self.full || field == self.org_name || field == self.consent;
        made || party.members.iter().any(|member| member.draft.has(field))
    }

    /// The name of the organization that the party is linked to; the link has moved with it.
    fn linked_name<'p>(
        &self,
        at: usize,
        column: &'p OutColumn,
        name: &'p str,
        party: &Party,
        out: &mut Rendered,
    ) -> Option<Cow<'p, str>> {
        let stands = Offer {
            record: party.survivor(),
            value: Value {
                field: self.org_name,
                column: NO_COLUMN,
                how: How::Same,
                text: name,
            },
        };
        let text = fit(at, column, &stands, None, out)?.text;
        for field in [self.org_name, self.org_id] {
            for value in party
                .members
                .iter()
                .flat_map(|member| member.draft.values_of(field))
            {
                if field == self.org_id || value.text == name {
                    out.push(field, value.text, name, field == self.org_id);
                }
            }
        }
        Some(text)
    }

    /// The whole name, put together from its parts where the source has only those, and the last of them.
    fn whole_name<'p>(&self, field: FieldId, party: &Party<'p>) -> Option<(Offer<'p>, String)> {
        if field != self.full {
            return None;
        }
        let parts = [self.given, self.family].map(|part| party.offered(part).next());
        let last = parts.into_iter().flatten().next_back()?;
        let texts = parts.map(|part| part.map_or("", |offer| offer.value.text));
        Some((last, texts.join(" ").trim().to_string()))
    }

    /// The parts of a member without a whole name, where the party's is not to be had.
    fn own_name(&self, field: FieldId, column: &OutColumn, party: &Party) -> Option<String> {
        let without = |draft: &&Draft| field == self.full && draft.value(field).is_none();
        let mut drafts = party
            .members
            .iter()
            .map(|member| member.draft)
            .filter(without);
        drafts.find_map(|draft| joined(draft.text(self.given), draft.text(self.family), column))
    }

    /// What became of each filled cell of a member, in the order of its cells; `None` where it has no place. `by_id` says
    /// that the identity was made of the member's id.
    pub fn fates(
        &self,
        member: &Member,
        by_id: bool,
        party: &Party,
        rendered: &Rendered,
        fates: &mut Vec<Option<CellFate>>,
    ) {
        fates.clear();
        fates.resize(member.draft.cell_count(), None);
        let mut best = Best { member, fates };
        for value in member.draft.values() {
            if value.column == NO_COLUMN {
                continue;
            }
            if by_id && value.field == self.id {
                best.take(value.column, |_| CellFate::Normalised);
            }
            // One owner may stand in two columns, as an id and as a name.
            let owner = value.field == self.owner;
            for written in rendered.of(value.field) {
                let canonical = rendered.at(written.canonical);
                let mut others = member.draft.values_of(value.field).filter(|_| owner);
                if canonical == value.text || others.any(|other| other.text == canonical) {
                    best.take(value.column, |raw| {
                        fate_of(raw, rendered.at(written.text), written, value.how)
                    });
                }
            }
        }
        self.name_fates(member, rendered, &mut best);
        self.domain_fate(member, rendered, &mut best);
        for (axis, column) in claimed(member) {
            let same = AXES
                .get(axis)
                .is_some_and(|name| same_axis(name, member, party));
            if rendered.axes.get(axis) == Some(&true) && same {
                best.take(column, |_| CellFate::Translated);
            }
        }
    }

    /// A domain that says no more than the website that was written has moved with it.
    fn domain_fate(&self, member: &Member, rendered: &Rendered, best: &mut Best) {
        let website = rendered.of(self.website).last();
        let own = member
            .draft
            .value(self.domain)
            .filter(|own| own.column != NO_COLUMN);
        let (Some(website), Some(own)) = (website, own) else {
            return;
        };
        let mut host = String::new();
        let same = match domain::from_website(rendered.at(website.text), &mut host) {
            Reading::Same => rendered.at(website.text) == own.text,
            Reading::Changed => host == own.text,
            _ => false,
        };
        if same {
            best.take(own.column, |_| CellFate::Normalised);
        }
    }

    /// A whole name that says no more than the parts that were written has moved with them.
    fn name_fates(&self, member: &Member, rendered: &Rendered, best: &mut Best) {
        let Some(full) = member
            .draft
            .value(self.full)
            .filter(|full| full.column != NO_COLUMN)
        else {
            return;
        };
        let part = |field| {
            let text = member.draft.text(field);
            let moved = text.is_empty()
                || rendered
                    .of(field)
                    .any(|written| rendered.at(written.canonical) == text);
            moved.then_some(text)
        };
        let (Some(given), Some(family)) = (part(self.given), part(self.family)) else {
            return;
        };
        let (mut whole, mut parts) = (String::new(), String::new());
        person_name::fold(full.text, &mut whole);
        person_name::fold(&format!("{given} {family}"), &mut parts);
        if !whole.is_empty() && whole == parts {
            best.take(full.column, |_| CellFate::Normalised);
        }
    }
}

/// A given and a family name as one text, if the column takes it.
fn joined(given: &str, family: &str, column: &OutColumn) -> Option<String> {
    let whole = [given, family].join(" ").trim().to_string();
    let fits = column
        .limit
        .is_none_or(|limit| whole.chars().count() <= limit);
    (!whole.is_empty() && fits).then_some(whole)
}

/// The best fates of a member's cells so far.
struct Best<'m> {
    member: &'m Member<'m>,
    fates: &'m mut Vec<Option<CellFate>>,
}

impl Best<'_> {
    /// Gives a column's cell a fate, by its raw text, unless it has a better one.
    fn take(&mut self, column: u16, fate: impl FnOnce(&str) -> CellFate) {
        let Some((at, raw)) = self.member.draft.cell_of(column) else {
            return;
        };
        let fate = fate(raw);
        if let Some(slot) = self.fates.get_mut(at) {
            *slot = Some(slot.map_or(fate, |known| known.min(fate)));
        }
    }
}

fn fate_of(raw: &str, text: &str, written: &Written, how: How) -> CellFate {
    if text == raw {
        CellFate::Moved
    } else if written.translated || how == How::Translated {
        CellFate::Translated
    } else {
        CellFate::Normalised
    }
}

fn claimed(member: &Member) -> impl Iterator<Item = (usize, u16)> {
    let by = member.draft.claimed_by;
    [
        (1, by.stage),
        (2, by.temperature),
        (3, by.roles),
        (4, by.converted),
    ]
    .into_iter()
    .filter(|(_, column)| *column != NO_COLUMN)
}

fn same_axis(axis: &str, member: &Member, party: &Party) -> bool {
    let (mine, all) = (&member.axes, &party.axes);
    match axis {
        "stage" => mine.stage == all.stage,
        "temperature" => mine.temperature == all.temperature,
        "roles" => all.roles.with(mine.roles) == all.roles,
        "converted" => mine.converted == all.converted,
        _ => false,
    }
}

fn list_text(field: FieldId, separator: &str, party: &Party, out: &mut Rendered) -> Option<String> {
    let items = party.items(field);
    if items.is_empty() {
        return None;
    }
    let texts: Vec<&str> = items.iter().flat_map(|item| item.text.split(';')).collect();
    let whole = texts.join(separator);
    for item in items {
        out.push(field, item.text, item.text, false);
    }
    Some(whole)
}

/// The first item that the column takes. A cell with more than that one has moved in part only, so it is not noted as
/// written and is kept aside as well.
fn first_item<'p>(
    at: usize,
    column: &'p OutColumn,
    lists: impl Iterator<Item = Offer<'p>>,
    out: &mut Rendered,
) -> Option<Cow<'p, str>> {
    for list in lists {
        for text in items(list.value.text) {
            let value = Value { text, ..list.value };
            let Some(taken) = fit(at, column, &Offer { value, ..list }, None, out) else {
                continue;
            };
            if text == list.value.text {
                out.push(value.field, text, &taken.text, taken.translated);
            }
            return Some(taken.text);
        }
    }
    None
}

/// A value as the column takes it, noted as written.
fn put<'p>(
    at: usize,
    column: &'p OutColumn,
    offer: &Offer<'p>,
    owner: Option<&'p str>,
    out: &mut Rendered,
) -> Option<Cow<'p, str>> {
    let Taken { text, translated } = fit(at, column, offer, owner, out)?;
    out.push(offer.value.field, offer.value.text, &text, translated);
    Some(text)
}

/// A value as the column takes it; otherwise the problem is noted and the cell kept aside.
fn fit<'p>(
    at: usize,
    column: &'p OutColumn,
    offer: &Offer<'p>,
    owner: Option<&'p str>,
    out: &mut Rendered,
) -> Option<Taken<'p>> {
    let taken = column.take(&offer.value, owner);
    if let Err(Some(code)) = taken {
        out.problems.push(Problem {
            code,
            column: at,
            record: offer.record,
            source: offer.value.column,
            text: offer.value.text.to_string(),
        });
    }
    taken.ok()
}
