//! Refuses profiles that would be run half: that map nothing, or whose required columns nothing feeds.

use super::schema::{Column, Does, Object, ObjectKind, Profile, Write};
use crate::yaml::Checking;
use crate::yaml::Node;

/// Checks that something is read, and that what the target requires is written.
pub(super) fn check_useful(profile: &Profile, root: &Node, checking: &mut Checking) {
    if !profile.objects.iter().any(names_a_party) {
        let at = root.get("objects").unwrap_or(root);
        let way_out = "map a column to name.family, name.full, email or organization.name";
        checking.wrong(at, "no object names a person or an organization", way_out);
    }
    for object in &profile.objects {
        let node = root.get("objects").and_then(|all| all.get(&object.name));
        let (Some(write), Some(at)) = (&object.write, node.and_then(|n| n.get("write"))) else {
            continue;
        };
        for item in at.get("required").map_or(&[][..], Node::items) {
            let column = item.text().unwrap_or_default();
            if is_column(object, write, column) && !is_fed(object, write, column) {
                checking.wrong(
                    item,
                    format!("nothing feeds the required column `{column}`"),
                    starved(object, write, column),
                );
            }
        }
        check_picklists(write, at, checking);
    }
}

fn names_a_party(object: &Object) -> bool {
    let telling =
        |field: &str| field.starts_with("name.") || matches!(field, "email" | "organization.name");
    let columns = object.columns.iter().flat_map(fields).any(telling);
    let computed = object.computed.iter().any(|(field, _)| telling(field));
    matches!(object.kind, ObjectKind::Party(_)) && (columns || computed)
}

fn fields(column: &Column) -> impl Iterator<Item = &str> {
    let fields = match &column.does {
        Does::Fields { fields, .. } => fields.as_slice(),
        _ => &[],
    };
    fields.iter().map(String::as_str)
}

fn is_column(object: &Object, write: &Write, column: &str) -> bool {
    object.columns.iter().any(|c| c.key == column)
        || write.columns.iter().any(|(key, _)| key == column)
}

/// Whether a column gets a value: from `write`, or as the first writable column of one of its fields.
fn is_fed(object: &Object, write: &Write, column: &str) -> bool {
    let by_write = write
        .columns
        .iter()
        .any(|(key, fields)| key == column && !fields.is_empty())
        || write.values.iter().any(|(key, _)| key == column)
        || write.links.iter().any(|(_, key)| key == column);
    by_write
        || (writable(write, column)
            && taken_by(object, write, column).is_none()
            && maps(object, column))
}

fn writable(write: &Write, column: &str) -> bool {
    !column.contains('*') && !write.skip.iter().any(|skipped| skipped == column)
}

fn maps(object: &Object, column: &str) -> bool {
    object
        .columns
        .iter()
        .any(|c| c.key == column && fields(c).next().is_some())
}

/// The column that stands before this one and takes all of its fields.
fn taken_by<'a>(object: &'a Object, write: &Write, column: &str) -> Option<&'a str> {
    let own = object.columns.iter().find(|c| c.key == column)?;
    let before: Vec<&Column> = object
        .columns
        .iter()
        .take_while(|c| c.key != column)
        .filter(|c| writable(write, &c.key))
        .collect();
    let taker = |field: &str| {
        before
            .iter()
            .find(|c| fields(c).any(|f| f == field))
            .map(|c| c.key.as_str())
    };
    let mut takers = fields(own).map(taker);
    let first = takers.next()??;
    takers.all(|taker| taker.is_some()).then_some(first)
}

fn starved(object: &Object, write: &Write, column: &str) -> String {
    if !writable(write, column) {
        return "take it out of `skip`, or say under `write.columns` what it is made of".to_owned();
    }
    match taken_by(object, write, column) {
        Some(taker) => format!(
            "`{taker}` stands before it and takes its field: change their order, or skip `{taker}`"
        ),
        None => format!("map it to a field, or write `{column}: field` under `write.columns`"),
    }
}

/// A value that is written must be one that the target takes.
fn check_picklists(write: &Write, at: &Node, checking: &mut Checking) {
    for (column, rules) in &write.values {
        let Some((_, picks)) = write.picklist.iter().find(|(key, _)| key == column) else {
            continue;
        };
        let nodes = at
            .get("values")
            .and_then(|v| v.get(column))
            .map_or(&[][..], Node::items);
        for (rule, node) in rules.iter().zip(nodes) {
            if !rule.value.is_empty() && !picks.contains(&rule.value) {
                let way_out = format!("add it to `picklist`, or write one of {}", picks.join(", "));
                checking.wrong(
                    node,
                    format!("`{column}` does not take `{}`", rule.value),
                    way_out,
                );
            }
        }
    }
}
