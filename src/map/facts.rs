//! What an expression sees of a record.

use super::empty::Empty;
use crate::expression::Facts;
use crate::model::field::Fields;
use crate::model::record::{Axes, Draft};

/// A record as an expression's facts.
#[derive(Debug)]
pub struct RecordFacts<'a> {
    /// Its axes.
    pub axes: &'a Axes,
    /// Its values.
    pub draft: &'a Draft,
    /// The run's fields.
    pub fields: &'a Fields,
    /// Texts of cells that stand for nothing.
    pub empty: &'a Empty,
    /// The table's headers.
    pub headers: &'a [String],
    /// The profile's names of the columns that the table has, under whatever header.
    pub keys: &'a [(String, u16)],
    /// The class that the source declares, or empty.
    pub declared: &'a str,
    /// The class that the glossary says, or empty.
    pub class: &'a str,
}

/// The column with that header, or the profile's column of that name, to the letter or in another spelling.
pub(super) fn column_named(
    headers: &[String],
    keys: &[(String, u16)],
    header: &str,
) -> Option<u16> {
    if let Some(at) = headers.iter().position(|name| name == header) {
        return u16::try_from(at).ok();
    }
    if let Some((_, at)) = keys.iter().find(|(key, _)| key == header) {
        return Some(*at);
    }
    let folded = crate::survey::fold(header);
    let at = headers
        .iter()
        .position(|name| crate::survey::fold(name) == folded)?;
    u16::try_from(at).ok()
}

impl Facts for RecordFacts<'_> {
    fn axis(&self, name: &str) -> &str {
        self.axes.value(name)
    }

    fn has_role(&self, role: &str) -> bool {
        self.axes.has_role(role)
    }

    fn field(&self, name: &str) -> &str {
        self.fields.find(name).map_or("", |id| self.draft.text(id))
    }

    fn column(&self, header: &str) -> &str {
        let Some(at) = column_named(self.headers, self.keys, header) else {
            return "";
        };
        let cell = self.draft.cells().find(|cell| cell.column == at);
        cell.map(|cell| cell.raw.trim())
            .filter(|text| !self.empty.holds(text, &mut String::new()))
            .unwrap_or_default()
    }

    fn declared(&self, class: &str) -> bool {
        self.declared == class
    }

    fn is(&self, class: &str) -> bool {
        self.class == class
    }
}
