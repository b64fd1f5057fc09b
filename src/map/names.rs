//! A person's whole name told apart into its parts, where the source has only the whole.

use crate::model::field::{FieldId, find};
use crate::model::record::{Draft, How};
use crate::normalize::person_name::{self, PersonName};

/// The fields of a person's name.
#[derive(Clone, Copy, Debug)]
pub(super) struct NameFields {
    full: FieldId,
    parts: [FieldId; 6],
}

impl NameFields {
    pub(super) fn new() -> Self {
        let field = |name| find(name).unwrap_or(FieldId(u16::MAX));
        Self {
            full: field("name.full"),
            parts: [
                field("name.prefix"),
                field("name.given"),
                field("name.middle"),
                field("name.family"),
                field("name.suffix"),
                field("name.nickname"),
            ],
        }
    }
}

/// Splits the whole name into its parts, if the record has neither a given nor a family name.
pub(super) fn split(fields: &NameFields, draft: &mut Draft, scratch: &mut PersonName) {
    let [_, given, _, family, ..] = fields.parts;
    if draft.value(given).is_some() || draft.value(family).is_some() {
        return;
    }
    let Some(full) = draft.value(fields.full) else {
        return;
    };
    let column = full.column;
    if !person_name::split(full.text, scratch) {
        return;
    }
    let parts = [
        &scratch.prefix,
        &scratch.given,
        &scratch.middle,
        &scratch.family,
        &scratch.suffix,
        &scratch.nickname,
    ];
    for (field, part) in fields.parts.into_iter().zip(parts) {
        if !part.is_empty() && draft.value(field).is_none() {
            draft.add_value(field, column, How::Normalised, part);
        }
    }
}
