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

/// A line of the target's file, and what became of the cells that it was made of.
#[derive(Debug, Default)]
pub struct Rendered {
    /// The line, as CSV.
    pub line: Vec<u8>,
    /// One for each member of the party, in their order; buffers of earlier parties may follow.
    accounts: Vec<Account>,
    /// The first website that was written.
    website: Option<String>,
    /// Axes that were written, by place in `axis::AXES`.
    axes: [bool; AXES.len()],
    /// What could not be written.
    pub problems: Vec<Problem>,
}

/// What became of a member's cells while the line was written.
#[derive(Debug, Default)]
struct Account {
    record: u32,
    /// By filled cell, in their order; none where it has no place.
    fates: Vec<Option<CellFate>>,
    /// Whether its given and its family name were written.
    named: [bool; 2],
}

impl Rendered {
    fn begin(&mut self, members: &[Member]) {
        self.line.clear();
        self.website = None;
        self.problems.clear();
        self.axes = [false; AXES.len()];
        if self.accounts.len() < members.len() {
            self.accounts.resize_with(members.len(), Account::default);
        }
        for (account, member) in self.accounts.iter_mut().zip(members) {
            account.record = member.record;
            account.fates.clear();
            account.fates.resize(member.draft.cell_count(), None);
            account.named = [false; 2];
        }
    }
}

impl Account {
    /// Gives a column's cell a fate, by its raw text, unless it has a better one.
    fn take(&mut self, draft: &Draft, column: u16, fate: impl FnOnce(&str) -> CellFate) {
        let Some((at, raw)) = draft.cell_of(column) else {
            return;
        };
        if let Some(slot) = self.fates.get_mut(at) {
            let fate = fate(raw);
            *slot = Some(slot.map_or(fate, |known| known.min(fate)));
        }
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
        out.begin(party.members);
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
                self.note(*field, value.text, text, true, party, out);
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
        note_all(field, target, party, out);
        if slot == LinkSlot::Organization && around.by_name {
            note_all(self.org_name, target, party, out);
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
                    return self.first_item(at, column, *field, party, out);
                }
                continue;
            }
            if let Format::List(separator) = format
                && !column.single
            {
                if let Some(text) = self.list_text(*field, separator, party, out) {
                    return Some(Cow::Owned(text));
                }
                continue;
            }
            if let Some(name) = around.organization.filter(|_| *field == self.org_name) {
                return self.linked_name(at, column, name, party, out);
            }
            let mut filled = false;
            for offer in party.offered(*field) {
                filled = true;
                let text = self.put(at, column, &offer, around.owner, party, out);
                if text.is_some() {
                    return text;
                }
            }
            if filled {
                return self.own_name(*field, column, party).map(Cow::Owned);
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

    fn list_text(
        &self,
        field: FieldId,
        separator: &str,
        party: &Party,
        out: &mut Rendered,
    ) -> Option<String> {
        let items = party.items(field);
        if items.is_empty() {
            return None;
        }
        let texts: Vec<&str> = items.iter().flat_map(|item| item.text.split(';')).collect();
        let whole = texts.join(separator);
        for item in items {
            self.note(field, item.text, item.text, false, party, out);
        }
        Some(whole)
    }

    /// The first item that the column takes. A cell with more than that one has moved in part only, so it is not noted
    /// as written and is kept aside as well.
    fn first_item<'p>(
        &self,
        at: usize,
        column: &'p OutColumn,
        field: FieldId,
        party: &Party<'p>,
        out: &mut Rendered,
    ) -> Option<Cow<'p, str>> {
        for list in party.lists(field) {
            for text in items(list.value.text) {
                let value = Value { text, ..list.value };
                let Some(taken) = fit(at, column, &Offer { value, ..list }, None, out) else {
                    continue;
                };
                if text == list.value.text {
                    self.note(field, text, &taken.text, taken.translated, party, out);
                }
                return Some(taken.text);
            }
        }
        None
    }

    /// A value as the column takes it, noted as written.
    fn put<'p>(
        &self,
        at: usize,
        column: &'p OutColumn,
        offer: &Offer<'p>,
        owner: Option<&'p str>,
        party: &Party,
        out: &mut Rendered,
    ) -> Option<Cow<'p, str>> {
        let Taken { text, translated } = fit(at, column, offer, owner, out)?;
        let value = &offer.value;
        self.note(value.field, value.text, &text, translated, party, out);
        Some(text)
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
        self.note(self.org_name, name, name, false, party, out);
        note_all(self.org_id, name, party, out);
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

    /// Notes that a text was written for a canonical one of a field: in every member, the cells that say the same have
    /// moved with it.
    fn note(
        &self,
        field: FieldId,
        canonical: &str,
        text: &str,
        translated: bool,
        party: &Party,
        out: &mut Rendered,
    ) {
        if field == self.website {
            out.website.get_or_insert_with(|| text.to_string());
        }
        for (member, account) in party.members.iter().zip(&mut out.accounts) {
            let draft = member.draft;
            let says = |value: &Value| value.text == canonical;
            // One owner may stand in two columns, as an id and as a name.
            let all = field == self.owner && draft.values_of(field).any(|value| says(&value));
            for value in draft.values_of(field).filter(|value| all || says(value)) {
                account.take(draft, value.column, |raw| {
                    fate_of(raw, text, translated, value.how)
                });
            }
            for (part, named) in [self.given, self.family].iter().zip(&mut account.named) {
                *named |= field == *part && draft.text(field) == canonical;
            }
        }
    }

    /// What became of each filled cell of a member of the party that was rendered, in the order of its cells; `None`
    /// where it has no place. `by_id` says that the identity was made of the member's id.
    pub fn fates<'r>(
        &self,
        member: &Member,
        by_id: bool,
        party: &Party,
        rendered: &'r mut Rendered,
    ) -> &'r mut [Option<CellFate>] {
        let draft = member.draft;
        let mut accounts = rendered.accounts.iter_mut();
        let Some(account) = accounts.find(|account| account.record == member.record) else {
            return &mut [];
        };
        for value in draft.values_of(self.id).filter(|_| by_id) {
            account.take(draft, value.column, |_| CellFate::Normalised);
        }
        if let Some(column) = self.told_by_names(member, account.named) {
            account.take(draft, column, |_| CellFate::Normalised);
        }
        if let Some(website) = &rendered.website
            && let Some(column) = self.told_by_website(member, website)
        {
            account.take(draft, column, |_| CellFate::Normalised);
        }
        for (axis, column) in claimed(member) {
            let same = AXES
                .get(axis)
                .is_some_and(|name| same_axis(name, member, party));
            if rendered.axes.get(axis) == Some(&true) && same {
                account.take(draft, column, |_| CellFate::Translated);
            }
        }
        &mut account.fates
    }

    /// The column of a domain that says no more than the website that was written: it has moved with it.
    fn told_by_website(&self, member: &Member, website: &str) -> Option<u16> {
        let own = member.draft.value(self.domain)?;
        let mut host = String::new();
        let same = match domain::from_website(website, &mut host) {
            Reading::Same => website == own.text,
            Reading::Changed => host == own.text,
            _ => false,
        };
        same.then_some(own.column)
    }

    /// The column of a whole name that says no more than the parts, if those were written: it has moved with them.
    fn told_by_names(&self, member: &Member, [given, family]: [bool; 2]) -> Option<u16> {
        let draft = member.draft;
        let full = draft.value(self.full)?;
        let part = |field, written: bool| {
            let text = draft.text(field);
            (written || text.is_empty()).then_some(text)
        };
        let (given, family) = (part(self.given, given)?, part(self.family, family)?);
        let (mut whole, mut parts) = (String::new(), String::new());
        person_name::fold(full.text, &mut whole);
        person_name::fold(&format!("{given} {family}"), &mut parts);
        (!whole.is_empty() && whole == parts).then_some(full.column)
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

/// Notes that a text was written for whatever stands in a field.
fn note_all(field: FieldId, text: &str, party: &Party, out: &mut Rendered) {
    for (member, account) in party.members.iter().zip(&mut out.accounts) {
        for value in member.draft.values_of(field) {
            account.take(member.draft, value.column, |raw| {
                fate_of(raw, text, true, value.how)
            });
        }
    }
}

fn fate_of(raw: &str, text: &str, translated: bool, how: How) -> CellFate {
    if text == raw {
        CellFate::Moved
    } else if translated || how == How::Translated {
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
