//! A value alone: what can be said of a record of which nothing else is known.

use crate::export::{From, OutColumn};
use crate::expression::{Expression, Facts};
use crate::model::axis::{AXES, Kind};
use crate::profile::schema::{Column, Object, ObjectKind};

/// A record of which nothing is known but what one value claims.
pub(super) struct Alone<'a> {
    pub spec: &'a Object,
    pub claims: Vec<(&'a str, &'a str)>,
}

impl Alone<'_> {
    /// The axes that it claims.
    pub fn axes(&self) -> Vec<usize> {
        let names = self.claims.iter().map(|(name, _)| *name);
        names.filter_map(axis).collect()
    }
}

impl Facts for Alone<'_> {
    fn axis(&self, name: &str) -> &str {
        let claimed = self.claims.iter().find(|(axis, _)| *axis == name);
        match (claimed, name) {
            (Some((_, value)), _) => value,
            (None, "kind") => kind(self.spec).unwrap_or_default().name(),
            (None, "stage") => "known",
            (None, "temperature") => "unknown",
            (None, _) => "no",
        }
    }
    fn has_role(&self, role: &str) -> bool {
        self.claims.contains(&("roles", role))
    }
    fn field(&self, name: &str) -> &str {
        let claimed = self.claims.iter().find(|(field, _)| *field == name);
        claimed.map_or("", |(_, value)| value)
    }
    fn column(&self, _: &str) -> &str {
        ""
    }
    fn declared(&self, class: &str) -> bool {
        let holds = |when: &Expression| when.eval_bool(self);
        let mut lines = self.spec.declares.iter();
        let known = |field: &str| self.claims.iter().any(|(claimed, _)| *claimed == field);
        let first = lines.find(|line| line.tells(known) && line.when.as_ref().is_none_or(holds));
        first.is_some_and(|line| line.class == class)
    }
    fn is(&self, class: &str) -> bool {
        self.declared(class)
    }
}

pub(super) fn kind(spec: &Object) -> Option<Kind> {
    match spec.kind {
        ObjectKind::Party(kind) => Some(kind),
        _ => None,
    }
}

pub(super) fn axis(name: &str) -> Option<usize> {
    AXES.iter().position(|axis| *axis == name)
}

/// The axes that the values of a column claim.
pub(super) fn claimed(column: &Column) -> Vec<usize> {
    let claims = column.values.iter().flat_map(|rule| &rule.claims);
    claims.filter_map(|(name, _)| axis(name)).collect()
}

/// Whether a column of the target is chosen by one of the axes.
pub(super) fn follows(column: &OutColumn, axes: &[usize]) -> bool {
    match &column.from {
        From::Conditions { axes: own, .. } => {
            own.iter().any(|axis| axes.contains(&usize::from(*axis)))
        }
        _ => false,
    }
}
