//! Reads what a column's stored values say, and checks that no axis is given a value that it can't have.

use super::decode::texts_of;
use super::schema::{Does, ValueRule};
use crate::expression::unknown_field;
use crate::model::axis::values_of;
use crate::model::field::{Type, type_of};
use crate::yaml::Checking;
use crate::yaml::{Node, NodeKind, nearest};

/// What a stored value says, as a profile writes it, without braces and labels; `""` where it stands for nothing.
pub fn written(rule: &ValueRule) -> String {
    let value = rule.value.as_deref().map(|value| match value {
        "" => "\"\"",
        value => value,
    });
    if let (Some(value), []) = (value, rule.claims.as_slice()) {
        return value.to_owned();
    }
    let roles: Vec<&str> = (rule.claims.iter())
        .filter(|(name, _)| name == "roles")
        .map(|(_, role)| role.as_str())
        .collect();
    let mut parts: Vec<String> = value
        .map(|value| format!("value: {value}"))
        .into_iter()
        .collect();
    for (name, said) in rule.claims.iter().filter(|(name, _)| name != "roles") {
        parts.push(format!("{name}: {said}"));
    }
    match roles.as_slice() {
        [] => {}
        [one] => parts.push(format!("roles: {one}")),
        several => parts.push(format!("roles: [{}]", several.join(", "))),
    }
    parts.join(", ")
}

/// Reads the values of the column whose line is `own`. Plain values of another layer that took the column for a field
/// are no mistake of the layer that drops it.
pub(super) fn read_claims(
    node: &Node,
    own: &Node,
    does: &Does,
    checking: &mut Checking,
) -> Vec<ValueRule> {
    let field = match does {
        Does::Fields { fields, .. } => fields.first().map(String::as_str),
        _ => None,
    };
    let of = &Of { field, own };
    let rules = node.entries().iter().map(|(stored, said)| {
        let mut rule = ValueRule {
            stored: stored.text().unwrap_or_default().to_owned(),
            ..ValueRule::default()
        };
        match &said.kind {
            NodeKind::Map(entries) => claims(entries, of, &mut rule, checking),
            _ => rule.value = value(said, of, checking),
        }
        rule
    });
    rules.collect()
}

/// The column that values are of.
struct Of<'a> {
    /// Its first field.
    field: Option<&'a str>,
    /// Its line.
    own: &'a Node,
}

fn claims(entries: &[(Node, Node)], of: &Of, rule: &mut ValueRule, checking: &mut Checking) {
    for (key, said) in entries {
        match key.text().unwrap_or_default() {
            "labels" => rule.labels = texts_of(said),
            "value" => rule.value = value(said, of, checking),
            name => claim(name, key, said, rule, checking),
        }
    }
}

fn claim(name: &str, key: &Node, said: &Node, rule: &mut ValueRule, checking: &mut Checking) {
    if values_of(name).is_none() && type_of(name).is_none() {
        let meant = nearest(
            name,
            [
                "value",
                "labels",
                "kind",
                "stage",
                "temperature",
                "roles",
                "converted",
            ],
        );
        let said = meant.map_or_else(
            || unknown_field(name),
            |meant| format!("unknown key `{name}`; did you mean `{meant}`?"),
        );
        let (message, way_out) = said.split_once("; ").unwrap_or((&said, ""));
        checking.wrong(key, message, way_out);
        return;
    }
    let each: Vec<&Node> = if name == "roles" && said.text().is_none() {
        said.items().iter().collect()
    } else {
        vec![said]
    };
    for node in each {
        check_value(name, node, checking);
        rule.claims
            .extend(node.text().map(|text| (name.to_owned(), text.to_owned())));
    }
}

/// The canonical value of the column's first field.
fn value(node: &Node, of: &Of, checking: &mut Checking) -> Option<String> {
    let text = node.text()?.to_owned();
    match of.field {
        None if node.file != of.own.file => return None,
        Some(_) if text.is_empty() => {}
        Some(field) => check_value(field, node, checking),
        None => checking.wrong(
            node,
            "a value of a column that becomes no field",
            "give the column a field, or claim an axis: {stage: sql}",
        ),
    }
    Some(text)
}

fn check_value(name: &str, node: &Node, checking: &mut Checking) {
    let consent: &[&str] = &["no", "yes", "unknown"];
    let allowed =
        values_of(name).or_else(|| (type_of(name) == Some(Type::Consent)).then_some(consent));
    let (Some(allowed), Some(text)) = (allowed, node.text()) else {
        return;
    };
    if !allowed.contains(&text) {
        let way_out = match nearest(text, allowed.iter().copied()) {
            Some(meant) => format!("did you mean `{meant}`?"),
            None => format!("it is one of {}", allowed.join(", ")),
        };
        checking.wrong(node, format!("`{name}` is never `{text}`"), way_out);
    }
}
