//! Explanations: what a rule looks for, what a finding says, why a record is of its class, what a column is taken for.

mod column;
mod finding;
mod record;
mod rule;

pub use column::{ColumnExplained, ValueExplained, column};
pub use finding::{FindingExplained, RowShown, Said, finding};
pub use record::{
    ClaimSaid, ClassSaid, FieldSaid, Held, OrganizationSaid, RecordExplained, Stands, Which, record,
};
pub use rule::{AboutRule, rule, rules};

pub(in crate::pipeline) use record::found;

use crate::model::finding::mask;

/// A value as it is, or masked.
pub(in crate::pipeline) fn shown(value: &str, show: bool) -> String {
    if show || value.is_empty() {
        value.to_string()
    } else {
        mask(value)
    }
}

/// What to do about a name that is not known: the one that was probably meant, else where to look.
fn meant<'a>(name: &str, known: impl IntoIterator<Item = &'a str>, otherwise: &str) -> String {
    crate::yaml::nearest(name, known).map_or_else(
        || otherwise.to_string(),
        |meant| format!("did you mean `{meant}`?"),
    )
}
