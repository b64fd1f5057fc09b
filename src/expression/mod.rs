//! Conditions and computed values in profiles and glossaries: MiniJinja expressions over a record's
//! axes and fields, checked when they are compiled, so that a typo fails before any row.

use std::sync::LazyLock;

use minijinja::value::{Object, Value};
use minijinja::{Environment, Expression as Compiled, UndefinedBehavior};

/// What an expression may look at. Absent texts are empty.
pub trait Facts {
    /// The value of an axis; `roles` is not asked for here.
    fn axis(&self, name: &str) -> &str;
    /// Whether the party has the role.
    fn has_role(&self, role: &str) -> bool;
    /// The text of a canonical field.
    fn field(&self, name: &str) -> &str;
    /// The raw cell of a column of the source.
    fn column(&self, header: &str) -> &str;
    /// Whether the source declares the record to be of that class.
    fn declared(&self, class: &str) -> bool;
    /// Whether the glossary says that the record is of that class.
    fn is(&self, class: &str) -> bool;
}

/// A checked and compiled expression.
#[derive(Clone, Debug)]
pub struct Expression {
    source: String,
}
