//! The keys by which records are joined, taken from their values.

use std::collections::HashMap;

use crate::lexicon::name_particle;
use crate::model::axis::Kind;
use crate::model::field::{FIELDS, FieldId, find};
use crate::model::key;
use crate::model::record::{Draft, FLAG_NAMED, FLAG_OPTED_OUT, FLAG_OWN_NAME, How, Meta, Value};
use crate::normalize::{Reading, date, domain, email, org_name, person_name};

/// The space of identities that an earlier run gave.
pub const IDENTITY_SPACE: u32 = u32::MAX - 1;
const EMAIL_SPACE: u32 = u32::MAX - 2;
const NAME_SPACE: u32 = u32::MAX - 3;
const DOMAIN_SPACE: u32 = u32::MAX - 4;
const TARGET_SPACE: u32 = u32::MAX - 5;

/// The space of the ids of one object of one profile.
pub fn space(profile: usize, object: usize) -> u32 {
    let profile = u32::try_from(profile).unwrap_or(0xffff);
    let object = u32::try_from(object).unwrap_or(0xffff);
    profile << 16 | object
}

/// The key of a normalised e-mail address.
pub fn email_key(address: &str) -> u64 {
    key::of(EMAIL_SPACE, address)
}

/// Gives each address of a record, also of cells that could not be read as one address.
pub fn each_address(draft: &Draft, found: &mut impl FnMut(&str)) {
    for field in ["email", "email.other"].into_iter().filter_map(find) {
        for value in draft.values_of(field) {
            email::each_address(value.text, found);
        }
    }
}

/// The id in a field, empty where it has none that can be read.
pub fn id(draft: &Draft, field: FieldId) -> &str {
    let read = draft
        .values_of(field)
        .find(|value| value.how != How::Unread);
    read.map_or("", |value| value.text)
}

/// The key of a text on which the target merges; such texts are compared without regard to case.
pub fn target_key(text: &str) -> u64 {
    let low = |b: u8| b.is_ascii() && !b.is_ascii_uppercase();
    if text.bytes().all(low) {
        return key::of(TARGET_SPACE, text);
    }
    key::of(TARGET_SPACE, &text.to_lowercase())
}

/// The fixed fields that keys are taken from, found once.
#[derive(Clone, Copy, Debug)]
pub(super) struct KeyFields {
    email: FieldId,
    pub(super) given: FieldId,
    pub(super) family: FieldId,
    pub(super) full: FieldId,
    org_name: FieldId,
    domain: FieldId,
    website: FieldId,
    modified: FieldId,
    consent: FieldId,
    pub(super) id: FieldId,
    pub(super) external: FieldId,
    pub(super) deleted: FieldId,
}

impl KeyFields {
    pub(super) fn new() -> Self {
        let field = |name| find(name).unwrap_or(FieldId(u16::MAX));
        Self {
            email: field("email"),
            given: field("name.given"),
            family: field("name.family"),
            full: field("name.full"),
            org_name: field("organization.name"),
            domain: field("organization.domain"),
            website: field("website"),
            modified: field("modified_at"),
            consent: field("consent.email"),
            id: field("origin.id"),
            external: field("origin.external_ids"),
            deleted: field("deleted"),
        }
    }
}

/// Keys of texts that many rows share, by the texts as they stand: the company's name, the domain of its addresses.
#[derive(Debug, Default)]
pub(super) struct Shared(HashMap<u64, u64, foldhash::fast::RandomState>);

impl Shared {
    /// The key of a text in a space, made by `make` the first time.
    fn key(&mut self, space: u32, text: &str, make: impl FnOnce() -> u64) -> u64 {
        if self.0.len() > 10_000 {
            self.0.clear();
        }
        *self.0.entry(key::of(space, text)).or_insert_with(make)
    }
}

/// Fills the keys of a record from its values; `out` and `whole` are scratch space.
pub(super) fn fill(
    fields: &KeyFields,
    draft: &Draft,
    meta: &mut Meta,
    merged_on: Option<FieldId>,
    shared: &mut Shared,
    out: &mut String,
    whole: &mut String,
) {
    if let Some(email) = draft
        .value(fields.email)
        .filter(|value| value.how != How::Unread)
    {
        meta.email = email_key(email.text);
        if meta.axes.kind == Kind::Person {
            meta.domain = shared.key(DOMAIN_SPACE, email::email_domain(email.text), || {
                let business = domain::from_email(email.text);
                business.map_or(key::NONE, |business| key::of(DOMAIN_SPACE, business))
            });
        }
    }
    if meta.axes.kind == Kind::Organization {
        meta.domain = own_domain(fields, draft, out);
    }
    name_keys(fields, draft, meta, out, whole);
    let name = draft.text(fields.org_name);
    if !name.is_empty() {
        meta.org_name = shared.key(NAME_SPACE, name, || org_key(name, out));
        if meta.axes.kind == Kind::Person && !whole.is_empty() {
            fold_into(name, out);
            if out == whole {
                meta.flags |= FLAG_OWN_NAME;
            }
        }
    }
    if let Some(moment) = date::micros(draft.text(fields.modified)) {
        meta.modified = moment;
    }
    if draft.text(fields.consent) == "no" {
        meta.flags |= FLAG_OPTED_OUT;
    }
    if let Some(field) = merged_on
        && let Some(value) = draft.value(field).filter(|value| is_written(value))
    {
        meta.target_key = target_key(value.text);
    }
}

/// The key of an organization's domain, or of that of its website.
fn own_domain(fields: &KeyFields, draft: &Draft, out: &mut String) -> u64 {
    let readable = |field| {
        draft
            .value(field)
            .filter(|value: &Value| value.how != How::Unread)
    };
    if let Some(own) = readable(fields.domain) {
        return key::of(DOMAIN_SPACE, own.text);
    }
    let website = readable(fields.website).map_or("", |value| value.text);
    match domain::from_website(website, out) {
        Reading::Same => key::of(DOMAIN_SPACE, website),
        Reading::Changed => key::of(DOMAIN_SPACE, out),
        _ => key::NONE,
    }
}

/// Whether a target is given the value.
fn is_written(value: &Value) -> bool {
    let field = FIELDS.get(usize::from(value.field.0));
    value.how != How::Unread || !field.is_some_and(|field| field.ty.is_strict())
}

/// The key of an organization's name.
pub fn org_key(name: &str, out: &mut String) -> u64 {
    out.clear();
    org_name::key(name, out);
    if out.is_empty() {
        key::NONE
    } else {
        key::of(NAME_SPACE, out)
    }
}

/// Keys of the name's parts; `whole` is left with the folded given and family name, or the folded whole.
fn name_keys(
    fields: &KeyFields,
    draft: &Draft,
    meta: &mut Meta,
    out: &mut String,
    whole: &mut String,
) {
    whole.clear();
    let given = draft.text(fields.given);
    let family = draft.text(fields.family);
    person_name::fold(given, whole);
    if let Some(first) = whole.bytes().next() {
        meta.initial = first;
        meta.given = key::small(whole);
        if whole.len() > 1 {
            meta.flags |= FLAG_NAMED;
        }
    }
    let start = whole.len();
    person_name::fold(family, whole);
    let folded = whole.get(start..).unwrap_or_default();
    if folded.is_empty() {
        if given.is_empty() {
            fold_into(draft.text(fields.full), whole);
        }
        return;
    }
    let [all, parts @ ..] = &mut meta.family;
    *all = key::small(folded);
    if !family.contains(' ') {
        if let Some(first) = parts.first_mut() {
            *first = *all;
        }
        return;
    }
    let long = family
        .split_whitespace()
        .filter(|word| word.chars().count() > 2 && name_particle(word).is_none());
    for (word, slot) in long.zip(parts) {
        fold_into(word, out);
        if !out.is_empty() {
            *slot = key::small(out);
        }
    }
}

fn fold_into(text: &str, out: &mut String) {
    out.clear();
    person_name::fold(text, out);
}
