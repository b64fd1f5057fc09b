//! One column: what it holds, which field it is, and why.

use serde::Serialize;

use super::table::rounded;
use crate::cli::output;
use crate::model::field::{self, Type};
use crate::model::finding::mask;
use crate::profile::schema::{Column as Spec, Does, Object, Profile};
use crate::survey::{self, ColumnSurvey, GENERIC, Match, Unmapped};

/// A header that is a vendor's own name or label.
const EXACT: f64 = 0.98;
/// A header that fits a family of names, or lost a prefix.
const FAMILY: f64 = 0.85;
/// A header that anyone might write.
const WORD: f64 = 0.9;
/// Cells that don't look like what the header says.
const CONTRADICTED: f64 = 0.4;

/// What a file's column holds.
#[derive(Debug, Serialize)]
pub(in crate::cli) struct Column {
    /// Its place, from 0.
    pub index: usize,
    /// Its header.
    pub column: String,
    /// Its canonical field; absent where it has none.
    pub field: Option<String>,
    /// The share of filled cells.
    pub fill: f64,
    /// What its cells look like.
    pub seen: &'static str,
    /// Why it is that field, or what becomes of it.
    pub why: String,
    /// From 0 to 1.
    pub confidence: f64,
    /// An early value, masked unless asked for.
    pub example: String,
}

/// Where a column stands.
pub(super) struct Place<'a> {
    /// Its place, from 0.
    pub index: usize,
    /// Its header.
    pub name: &'a str,
    /// The profile that it is read by.
    pub profile: &'a Profile,
    /// The object that it is read as.
    pub object: &'a Object,
    /// Rows below the header.
    pub rows: u64,
    /// How sure one is of the table as a whole, from 0 to 1.
    pub trust: f64,
}

/// Says what a column is.
pub(super) fn describe(
    place: &Place,
    cells: &ColumnSurvey,
    found: Option<&(Match, &Spec)>,
    show_values: bool,
) -> Column {
    let seen = cells.seen();
    let (field, mut why, confidence) = match found {
        None => unmapped(place),
        Some((hit, spec)) => known(place, seen, *hit, spec),
    };
    if cells.ids.is_rounded() {
        why.push_str("; a spreadsheet has rounded some of its numbers");
    } else if cells.ids.lacks_zeros() {
        why.push_str("; a spreadsheet has taken zeros off the front of some");
    }
    Column {
        index: place.index,
        column: place.name.to_string(),
        field,
        fill: rounded(cells.filled as f64 / place.rows.max(1) as f64),
        seen,
        why,
        confidence: rounded(confidence * place.trust),
        example: example(&cells.example, show_values),
    }
}

/// What a column is that no line of the profile's `columns` stands for.
fn unmapped(place: &Place) -> (Option<String>, String, f64) {
    let (field, why) = match survey::unmapped(place.profile, place.object, place.name) {
        Unmapped::Identity => (
            Some("origin.external_ids"),
            "the identity, from a kit".into(),
        ),
        Unmapped::Link(field) => (Some(field), "a link by identity, from a kit".into()),
        Unmapped::Ours => (None, "dropped: xwalk's own column".into()),
        Unmapped::Noise => (None, "dropped: noise".into()),
        Unmapped::Unknown if place.name.is_empty() => (None, "it has no header".into()),
        Unmapped::Unknown => {
            let vendor = &place.profile.name;
            let why = format!("{vendor} knows no such header; it is carried along");
            (None, why)
        }
    };
    let sure = if field.is_some() { EXACT } else { 0.0 };
    (field.map(str::to_string), why, sure)
}

fn known(place: &Place, seen: &str, hit: Match, spec: &Spec) -> (Option<String>, String, f64) {
    let field = survey::field_of(spec).map(str::to_string);
    let base = match (hit.exact, place.profile.name == GENERIC) {
        (true, false) => EXACT,
        (true, true) => WORD,
        (false, _) => FAMILY,
    };
    let why = match &spec.does {
        Does::Fields { .. } => reason(place, hit, spec),
        Does::Drop(reason) => format!("dropped: {reason}"),
        Does::Keep => "known, and has no field; it is carried along".to_string(),
    };
    let ty = field.as_deref().and_then(field::type_of);
    if let Some(wanted) = ty.and_then(|ty| contradiction(ty, seen)) {
        return (
            field,
            format!("{why}, but its cells don't look like {wanted}"),
            CONTRADICTED,
        );
    }
    (field, why, base)
}

fn reason(place: &Place, hit: Match, spec: &Spec) -> String {
    let vendor = &place.profile.name;
    match () {
        () if !hit.exact => match survey::alike(spec, place.name) {
            Some((label, how)) => format!("`{label}` {how}"),
            None => format!("fits `{}`", spec.key),
        },
        () if spec.key == place.name => format!("its name in {vendor}"),
        () => format!("another word for `{}`", spec.key),
    }
}

/// What the cells were to look like and don't.
fn contradiction(ty: Type, seen: &str) -> Option<&'static str> {
    match (ty, seen) {
        (_, "empty") => None,
        (Type::Email, "email") | (Type::Phone, "phone" | "number" | "text") => None,
        (Type::Email, _) => Some("addresses"),
        (Type::Phone, _) => Some("phones"),
        (Type::Date | Type::Time, "email" | "url") => Some("dates"),
        (Type::Name | Type::OrgName, "email" | "url" | "date" | "phone") => Some("names"),
        _ => None,
    }
}

fn example(value: &str, show: bool) -> String {
    match () {
        () if value.is_empty() => String::new(),
        () if show => output::short(value, 60),
        () => mask(&output::plain(value)),
    }
}
