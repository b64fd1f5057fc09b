//! What an import does, and who owns its records.

use super::tree::*;
use crate::profile::schema::{Identity, Import, ImportFact, OptOuts, Owners};
use crate::yaml::Checking;
use crate::yaml::Node;
use crate::yaml::bytes;

pub(in crate::profile) fn import(node: &Node, checking: &mut Checking) -> Import {
    let limits = node.get("limits");
    Import {
        order: texts(node, "order"),
        identity: node.get("identity").map(identity).unwrap_or_default(),
        identities: pairs(node, "identities"),
        ids: pairs(node, "ids"),
        owner: option(node, "owner").unwrap_or_else(|| "email".to_string()),
        opt_outs: node.get("opt_outs").map(|found| opt_outs(found, checking)),
        max_rows: limits
            .and_then(|l| option(l, "rows"))
            .and_then(|rows| rows.parse().ok()),
        max_bytes: limits
            .and_then(|l| option(l, "bytes"))
            .and_then(|size| bytes(&size)),
        before: texts(node, "before"),
        after: texts(node, "after"),
        refuses: texts(node, "refuses"),
        facts: items(node, "facts").iter().map(fact).collect(),
    }
}

fn identity(node: &Node) -> Identity {
    Identity {
        column: text(node, "column"),
        ty: text(node, "type"),
        about: text(node, "about"),
    }
}

fn opt_outs(node: &Node, checking: &mut Checking) -> OptOuts {
    for (_, field) in entries(node, "columns") {
        let _ = read_fields(field, ",", checking);
    }
    OptOuts {
        file: text(node, "file"),
        columns: pairs(node, "columns"),
        constants: pairs(node, "constants"),
        about: text(node, "about"),
    }
}

fn fact(node: &Node) -> ImportFact {
    ImportFact {
        says: text(node, "says"),
        checked: text(node, "checked"),
        source: text(node, "source"),
    }
}

pub(in crate::profile) fn owners(node: &Node) -> Owners {
    Owners {
        map: pairs(node, "map"),
        fallback: option(node, "fallback"),
    }
}
