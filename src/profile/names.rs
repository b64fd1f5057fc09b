//! Checks that every column, object and link that a profile names is one that it has.

use super::schema::{Column, Does, Object, ObjectKind, Profile};
use crate::expression::unknown_field;
use crate::model::axis::AXES;
use crate::model::field::{Type, type_of};
use crate::yaml::Checking;
use crate::yaml::{Node, nearest};

/// Checks the names in the whole profile against it; `root` has their places.
pub(super) fn check_names(profile: &Profile, root: &Node, checking: &mut Checking) {
    let objects: Vec<&str> = profile.objects.iter().map(|o| o.name.as_str()).collect();
    for object in &profile.objects {
        let Some(node) = root.get("objects").and_then(|all| all.get(&object.name)) else {
            continue;
        };
        check_object(object, node, &objects, checking);
        let identity = &profile.import.identity.column;
        let own = profile.import.identities.iter().map(|(_, column)| column);
        let identities: Vec<&str> = own.chain([identity]).map(String::as_str).collect();
        check_write(object, node, &identities, checking);
    }
    let import = root.get("import");
    for item in import
        .and_then(|i| i.get("order"))
        .map_or(&[][..], Node::items)
    {
        known("object", item, &objects, checking);
    }
    for (key, _) in ["identities", "ids"]
        .iter()
        .filter_map(|block| import?.get(block))
        .flat_map(Node::entries)
    {
        known("object", key, &objects, checking);
    }
    let reviewed = root.get("reviewed");
    for block in ["columns", "values"] {
        let lines = reviewed.and_then(|reviewed| reviewed.get(block));
        for (object, _) in lines.map_or(&[][..], Node::entries) {
            known("object", object, &objects, checking);
        }
    }
    for (_, term) in root.get("terms").map_or(&[][..], Node::entries) {
        if let Some(object) = term.get("object") {
            known("object", object, &objects, checking);
        }
    }
}

/// Notes a name that isn't among the known ones.
fn known(what: &str, node: &Node, names: &[&str], checking: &mut Checking) {
    let name = node.text().unwrap_or_default();
    if !name.is_empty() && !names.contains(&name) {
        let way_out = meant(what, name, names);
        checking.wrong(node, format!("unknown {what} `{name}`"), way_out);
    }
}

fn meant(what: &str, name: &str, names: &[&str]) -> String {
    match nearest(name, names.iter().copied()) {
        Some(meant) => format!("did you mean `{meant}`?"),
        None if what == "object" => format!("the objects are {}", names.join(", ")),
        None => format!("name a key of `columns`, or add `{name}: …` there"),
    }
}

fn keys<'a>(node: &'a Node, name: &str) -> impl Iterator<Item = &'a Node> {
    node.get(name)
        .map_or(&[][..], Node::entries)
        .iter()
        .map(|(key, _)| key)
}

fn items<'a>(node: &'a Node, name: &str) -> impl Iterator<Item = &'a Node> {
    node.get(name).map_or(&[][..], Node::items).iter()
}

fn check_object(object: &Object, node: &Node, objects: &[&str], checking: &mut Checking) {
    let columns: Vec<&str> = object.columns.iter().map(|c| c.key.as_str()).collect();
    for key in keys(node, "labels_of").chain(keys(node, "values")) {
        known("column", key, &columns, checking);
    }
    let spelt: Vec<&str> = spellings(&object.columns).collect();
    for item in
        items(node, "must").filter(|item| !is_spelt(item.text().unwrap_or_default(), &spelt))
    {
        known("column", item, &columns, checking);
    }
    let labels = node.get("labels_of").map_or(&[][..], Node::entries);
    let labels = labels.iter().flat_map(|(_, labels)| texts(labels));
    for pattern in keys(node, "columns")
        .chain(labels)
        .chain(items(node, "noise"))
    {
        check_pattern(pattern, checking);
    }
    for (axis, wins) in node.get("wins").map_or(&[][..], Node::entries) {
        check_axis(axis, checking);
        wins.items()
            .iter()
            .for_each(|item| known("column", item, &columns, checking));
    }
    for (key, value) in node.get("columns").map_or(&[][..], Node::entries) {
        check_targets(object, key, value, objects, checking);
    }
    if let Some(of) = node.get("rows_of") {
        known("object", of, objects, checking);
    }
    if matches!(&object.kind, ObjectKind::Context(what) if what.is_empty()) {
        let at = node.get("kind").unwrap_or(node);
        checking.wrong(
            at,
            "`kind: context` without `context`",
            "say what the file is: `context: deals`",
        );
    }
    check_headers(object, node, &spelt, checking);
}

/// Every text in a node, whatever its shape.
fn texts(node: &Node) -> Vec<&Node> {
    let below = node.entries().iter().map(|(_, value)| value);
    let below = below.chain(node.items()).flat_map(texts);
    node.text().map(|_| node).into_iter().chain(below).collect()
}

/// A pattern without a letter, a digit or a sign fits every header.
fn check_pattern(node: &Node, checking: &mut Checking) {
    let pattern = node.text().unwrap_or_default();
    if pattern.contains('*') && pattern.replace('*', " ").trim().is_empty() {
        checking.wrong(
            node,
            format!("`{pattern}` would match every header"),
            "write what the headers begin or end with: \"_sync_*\"",
        );
    }
}

fn check_axis(node: &Node, checking: &mut Checking) {
    let name = node.text().unwrap_or_default();
    if AXES.contains(&name) || type_of(name).is_some() {
        return;
    }
    match nearest(name, AXES) {
        Some(meant) => checking.wrong(
            node,
            format!("unknown axis `{name}`"),
            format!("did you mean `{meant}`?"),
        ),
        None => checking.wrong(
            node,
            format!("unknown axis `{name}`"),
            format!("the axes are {}", AXES.join(", ")),
        ),
    }
}

/// The objects after `->`.
fn check_targets(
    object: &Object,
    key: &Node,
    value: &Node,
    objects: &[&str],
    checking: &mut Checking,
) {
    let column = object
        .columns
        .iter()
        .find(|c| Some(c.key.as_str()) == key.text());
    let Some(Does::Fields { link_to, .. }) = column.map(|c| &c.does) else {
        return;
    };
    for target in link_to
        .iter()
        .filter(|target| !objects.contains(&target.as_str()))
    {
        let before = value
            .text()
            .and_then(|text| text.split_once(target.as_str()));
        let offset = before.map_or(0, |(before, _)| before.chars().count());
        let way_out = meant("object", target, objects);
        checking.wrong_at(value, offset, format!("unknown object `{target}`"), way_out);
    }
}

/// Every way in which an object's headers may read.
fn spellings(columns: &[Column]) -> impl Iterator<Item = &str> {
    columns.iter().flat_map(|column| {
        let labels = column
            .labels
            .iter()
            .flat_map(|(_, words)| words.iter().map(String::as_str));
        std::iter::once(column.key.as_str()).chain(labels)
    })
}

fn is_spelt(name: &str, spelt: &[&str]) -> bool {
    spelt
        .iter()
        .any(|known| known.to_lowercase() == name.to_lowercase())
}

/// Headers in `col["…"]` may be any; one that is a slip away from a known header is a mistake.
fn check_headers(object: &Object, node: &Node, spelt: &[&str], checking: &mut Checking) {
    let computed = object
        .computed
        .iter()
        .map(|(field, expression)| (node.get("computed").and_then(|c| c.get(field)), expression));
    let declares = object.declares.iter().zip(items(node, "declares"));
    let declares = declares.filter_map(|(d, at)| Some((at.get("when"), d.when.as_ref()?)));
    let claims = object.claims.iter().zip(items(node, "claims"));
    let claims = claims.filter_map(|(c, at)| Some((at.get("when"), c.when.as_ref()?)));
    let own = object.when.iter().map(|when| (node.get("when"), when));
    for (at, expression) in own.chain(declares).chain(claims).chain(computed) {
        for header in expression.uses_columns() {
            let near = || nearest(&header, spelt.iter().copied());
            if is_spelt(&header, spelt) || header.len() < 4 {
                continue;
            }
            if let (Some(at), Some(meant)) = (at, near()) {
                checking.wrong(
                    at,
                    format!("unknown column `{header}`"),
                    format!("did you mean `{meant}`?"),
                );
            }
        }
    }
    if let (Some(at), Some(when)) = (node.get("when"), &object.when)
        && (!when.uses_fields().is_empty() || when.uses_columns().is_empty())
    {
        checking.wrong(
            at,
            "`when` tells rows of a shared file apart before they are read",
            "compare cells only: col[\"…\"]",
        );
    }
}

fn check_write(object: &Object, node: &Node, identities: &[&str], checking: &mut Checking) {
    let (Some(write), Some(at)) = (&object.write, node.get("write")) else {
        return;
    };
    let mut columns: Vec<&str> = object.columns.iter().map(|c| c.key.as_str()).collect();
    columns.extend(write.columns.iter().map(|(column, _)| column.as_str()));
    columns.extend(write.links.iter().map(|(_, column)| column.as_str()));
    columns.extend(identities.iter().filter(|column| !column.is_empty()));
    let named = items(at, "skip")
        .chain(items(at, "required"))
        .chain(items(at, "needs_one_of"))
        .chain(items(at, "single"))
        .chain(at.get("key"));
    for column in named.chain(
        ["limits", "one_way", "picklist", "values"]
            .iter()
            .flat_map(|block| keys(at, block)),
    ) {
        known("column", column, &columns, checking);
    }
    for link in keys(at, "links") {
        check_link(link, checking);
    }
}

fn check_link(node: &Node, checking: &mut Checking) {
    let name = node.text().unwrap_or_default();
    match type_of(name) {
        Some(Type::Link | Type::Owner) => {}
        Some(_) if name.starts_with("custom.") => {}
        Some(_) => checking.wrong(
            node,
            format!("`{name}` is no link"),
            "name a link: organization.id, organization.parent, manager",
        ),
        None => {
            let said = unknown_field(name);
            let (message, way_out) = said.split_once("; ").unwrap_or((&said, ""));
            checking.wrong(node, message, way_out);
        }
    }
}
