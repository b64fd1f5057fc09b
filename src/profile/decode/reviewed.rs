//! `reviewed`: what the client has said of the lines.

use super::tree::{entries, name, option, text};
use crate::profile::schema::{Line, Verdict};
use crate::yaml::Node;

pub(in crate::profile) fn reviewed(node: &Node) -> Vec<(Line, Verdict)> {
    let mut found = Vec::new();
    for (object, columns) in entries(node, "columns") {
        for (column, said) in columns.entries() {
            let (object, column) = (name(object), name(column));
            found.push((Line::Column { object, column }, verdict(said)));
        }
    }
    for (object, columns) in entries(node, "values") {
        for (column, values) in columns.entries() {
            for (value, said) in values.entries() {
                let line = Line::Value {
                    object: name(object),
                    column: name(column),
                    value: name(value),
                };
                found.push((line, verdict(said)));
            }
        }
    }
    let owners = entries(node, "owners").iter();
    found.extend(owners.map(|(owner, said)| (Line::Owner(name(owner)), verdict(said))));
    found
}

fn verdict(node: &Node) -> Verdict {
    Verdict {
        approved: text(node, "status") == "approved",
        rule: text(node, "as"),
        to: option(node, "to"),
        comment: text(node, "comment"),
    }
}
