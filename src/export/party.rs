//! A party: the records of a cluster, the survivor first, seen as one.

use std::sync::LazyLock;

use crate::expression::Facts;
use crate::model::field::{FieldId, Fields, Type, find};
use crate::model::record::{Axes, Draft, How, NO_COLUMN, NO_RECORD, Value};

static CONSENT: LazyLock<FieldId> =
    LazyLock::new(|| find("consent.email").unwrap_or(FieldId(u16::MAX)));

/// One record of a party.
#[derive(Clone, Copy, Debug)]
pub struct Member<'a> {
    /// Its number in the run.
    pub record: u32,
    /// Its source table; `u16::MAX` for a created record.
    pub table: u16,
    /// Its axes.
    pub axes: Axes,
    /// Its cells and values.
    pub draft: &'a Draft,
}

/// The records of a cluster, the survivor first.
#[derive(Debug)]
pub struct Party<'a> {
    /// The records.
    pub members: &'a [Member<'a>],
    /// The axes of the party.
    pub axes: Axes,
    /// The class that the source declares for the survivor, or empty.
    pub declared: &'a str,
    /// The class that the glossary says, or empty.
    pub class: &'a str,
    /// The run's fields.
    pub fields: &'a Fields,
    /// Whether its e-mail address must not be written to, whatever its own rows say.
    pub opted_out: bool,
}

/// A value and the record that has it.
#[derive(Clone, Copy, Debug)]
pub struct Offer<'a> {
    /// The record's number in the run.
    pub record: u32,
    /// The value.
    pub value: Value<'a>,
}

impl<'a> Party<'a> {
    /// The value of a field: the survivor's, else the first that a member has; of consents the strictest.
    pub fn value(&self, field: FieldId) -> Option<Value<'a>> {
        let mut known = self.candidates(field);
        let offered = self.offered(field).next().or_else(|| known.next());
        offered.map(|offer| offer.value)
    }

    /// The values of a field that a target may be given, the best first: of each member the first, if it could be read.
    pub fn offered(&self, field: FieldId) -> impl Iterator<Item = Offer<'a>> {
        let ty = self.fields.ty(field);
        self.candidates(field).filter(move |Offer { value, .. }| {
            let readable = value.how != How::Unread || !(ty.is_strict() || ty.is_list());
            readable && !value.text.is_empty()
        })
    }

    /// The survivor, unless there is none.
    pub fn survivor(&self) -> u32 {
        self.members
            .first()
            .map_or(NO_RECORD, |member| member.record)
    }

    fn candidates(&self, field: FieldId) -> impl Iterator<Item = Offer<'a>> {
        let consent = self.fields.ty(field) == Type::Consent;
        let one = consent.then(|| self.consent(field)).flatten();
        let members = if consent { &[][..] } else { self.members };
        let firsts = members.iter().filter_map(move |member| {
            Some(Offer {
                record: member.record,
                value: member.draft.value(field)?,
            })
        });
        one.into_iter().chain(firsts)
    }

    fn consent(&self, field: FieldId) -> Option<Offer<'a>> {
        let said = self.strictest(field);
        let no = said.is_some_and(|offer| offer.value.text == "no");
        if !self.opted_out || field != *CONSENT || no {
            return said;
        }
        Some(Offer {
            record: self.survivor(),
            value: Value {
                field,
                column: NO_COLUMN,
                how: How::Translated,
                text: "no",
            },
        })
    }

    fn strictest(&self, field: FieldId) -> Option<Offer<'a>> {
        let offers = self.members.iter().flat_map(|member| {
            let record = member.record;
            let values = member.draft.values_of(field);
            values.map(move |value| Offer { record, value })
        });
        offers.min_by_key(|offer| match offer.value.text {
            "no" => 0,
            "yes" => 1,
            "unknown" => 2,
            _ => 3,
        })
    }

    /// All values of a list field, of the first member that has one, without repeats.
    pub fn items(&self, field: FieldId) -> Vec<Value<'a>> {
        let mut items: Vec<Value<'a>> = Vec::new();
        let mut holder = None;
        for Offer { record, value } in self.lists(field) {
            let own = *holder.get_or_insert(record) == record;
            if own && !items.iter().any(|known| known.text == value.text) {
                items.push(value);
            }
        }
        items
    }

    /// The values of a list field that could be read, of every member.
    pub fn lists(&self, field: FieldId) -> impl Iterator<Item = Offer<'a>> {
        self.members.iter().flat_map(move |member| {
            let record = member.record;
            let values = member.draft.values_of(field);
            let readable =
                values.filter(|value| value.how != How::Unread && !value.text.is_empty());
            readable.map(move |value| Offer { record, value })
        })
    }

    /// The text of a field, empty where there is none.
    pub fn text(&self, field: FieldId) -> &'a str {
        self.value(field).map_or("", |value| value.text)
    }
}

impl Facts for Party<'_> {
    fn axis(&self, name: &str) -> &str {
        self.axes.value(name)
    }

    fn has_role(&self, role: &str) -> bool {
        self.axes.has_role(role)
    }

    fn field(&self, name: &str) -> &str {
        self.fields.find(name).map_or("", |field| self.text(field))
    }

    fn column(&self, _: &str) -> &str {
        ""
    }

    fn declared(&self, class: &str) -> bool {
        self.declared == class
    }

    fn is(&self, class: &str) -> bool {
        self.class == class
    }
}
