//! A column of a profile in words.

use crate::model::field::FIELDS;
use crate::profile::schema::{Column, Does, TRANSFORMS};

/// Whether a column stands for several headers.
pub(super) fn family(column: &Column) -> bool {
    let mut labels = column.labels.iter().flat_map(|(_, words)| words);
    column.key.contains('*') || labels.any(|word| word.contains('*'))
}

/// What an English screen calls a column.
pub(super) fn label(column: &Column) -> String {
    let english = column.labels.iter().find(|(language, _)| language == "en");
    let first = english.and_then(|(_, words)| words.first());
    first.cloned().unwrap_or_default()
}

/// What a column becomes, in words.
pub(super) fn words(does: &Does) -> String {
    let Does::Fields {
        fields, transforms, ..
    } = does
    else {
        return String::new();
    };
    let field = |name: &String| match FIELDS.iter().find(|field| field.name == *name) {
        Some(field) => field.about.to_string(),
        None => match name.split_once('.') {
            Some(("custom", own)) => format!("a field of the company's own: {own}"),
            Some((_, own)) => format!("consent to {}", own.trim_start_matches("topic.")),
            None => format!("the {name} itself"),
        },
    };
    let steps = transforms.iter().filter_map(|call| {
        let (_, _, about, _) = TRANSFORMS.iter().find(|(name, ..)| *name == call.name)?;
        Some((*about).to_string())
    });
    let parts: Vec<String> = fields.iter().map(field).chain(steps).collect();
    parts.join("; ")
}
