//! What is said of names that nobody knows, with the name that was probably meant.

use super::{CHECKS, FILTERS};
use crate::model::axis::{AXES, values_of};
use crate::model::field::FIELDS;
use crate::yaml::nearest;

const FUNCTIONS: [&str; 8] = [
    "f", "col", "declared", "is", "reached", "has_role", "evidence", "number",
];

/// What people call fields, and what the fields are called here.
const ALSO: &[(&str, &str)] = &[
    ("name.first", "name.given"),
    ("first_name", "name.given"),
    ("firstname", "name.given"),
    ("given_name", "name.given"),
    ("name.last", "name.family"),
    ("last_name", "name.family"),
    ("lastname", "name.family"),
    ("surname", "name.family"),
    ("name", "name.full"),
    ("full_name", "name.full"),
    ("company", "organization.name"),
    ("company.name", "organization.name"),
    ("account", "organization.id"),
    ("domain", "organization.domain"),
    ("industry", "organization.industry"),
    ("mail", "email"),
    ("mobile", "phone.mobile"),
    ("fax", "phone.fax"),
    ("street", "address.street"),
    ("city", "address.city"),
    ("state", "address.region"),
    ("address.state", "address.region"),
    ("zip", "address.postal_code"),
    ("address.zip", "address.postal_code"),
    ("country", "address.country"),
    ("job_title", "title"),
    ("notes", "description"),
    ("source", "lead.source"),
    ("score", "lead.score"),
    ("id", "origin.id"),
    ("url", "website"),
    ("role", "roles"),
];

/// The message for a field that isn't in the table, with the way out.
pub fn unknown_field(name: &str) -> String {
    let also = ALSO.iter().find(|(word, _)| *word == name.to_lowercase());
    let meant = also.map(|(_, field)| *field);
    let meant = meant.or_else(|| nearest(name, FIELDS.iter().map(|field| field.name)));
    match meant {
        Some(meant) => format!("unknown field `{name}`; did you mean `{meant}`?"),
        None => format!(
            "unknown field `{name}`; a field of your own is called `custom.{}`",
            own(name)
        ),
    }
}

/// A name for a field of the user's own.
fn own(name: &str) -> String {
    let last = name.rsplit('.').next().unwrap_or(name);
    if last.is_empty() {
        "name".into()
    } else {
        last.to_lowercase()
    }
}

pub(super) fn unknown_name(name: &str) -> String {
    if FIELDS.iter().any(|field| field.name == name) {
        return format!("unknown name `{name}`; a field is read as `f[\"{name}\"]`");
    }
    let known = AXES.iter().chain(&FUNCTIONS).copied();
    match nearest(name, known) {
        Some(meant) => format!("unknown name `{name}`; did you mean `{meant}`?"),
        None => format!("unknown name `{name}`; put a text in quotes, a column in `col[\"…\"]`"),
    }
}

/// The name in a table of names, as it stands there.
pub(super) fn check_known(
    what: &str,
    name: &str,
    known: &'static [(&'static str, &'static str)],
) -> Result<&'static str, String> {
    let names = known.iter().map(|(name, _)| *name);
    check(what, name, names.clone())?;
    Ok(names
        .clone()
        .find(|known| *known == name)
        .unwrap_or_default())
}

pub(super) fn check_filter(name: &str) -> Result<(), String> {
    check("filter", name, FILTERS.iter().map(|(filter, _)| *filter))
}

pub(super) fn check_test(name: &str) -> Result<(), String> {
    check("test", name, CHECKS.iter().copied())
}

fn check<'a>(
    what: &str,
    name: &str,
    known: impl Iterator<Item = &'a str> + Clone,
) -> Result<(), String> {
    if known.clone().any(|word| word == name) {
        return Ok(());
    }
    Err(match nearest(name, known.clone()) {
        Some(meant) => format!("unknown {what} `{name}`; did you mean `{meant}`?"),
        None => format!(
            "unknown {what} `{name}`; there are {}",
            known.collect::<Vec<_>>().join(", ")
        ),
    })
}

/// Whether an axis can have a value.
pub(super) fn check_value(axis: &str, value: &str) -> Result<(), String> {
    let values = values_of(axis).unwrap_or_default();
    if values.contains(&value) {
        return Ok(());
    }
    Err(match nearest(value, values.iter().copied()) {
        Some(meant) => format!("`{axis}` is never `{value}`; did you mean `{meant}`?"),
        None => format!(
            "`{axis}` is never `{value}`; it is one of {}",
            values.join(", ")
        ),
    })
}
