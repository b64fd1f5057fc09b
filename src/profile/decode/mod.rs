//! From the checked tree to the loaded types; expressions, claims and columns' targets are read here.

mod formats;
mod import;
mod reviewed;
mod tree;
mod write;

use super::claims::read_claims;
use super::does::read_does;
use super::schema::{Claim, Column, Declare, Does, Object, ObjectKind, Profile, Term};
use crate::expression::Expression;
use crate::model::axis::{AXES, Kind};
use crate::yaml::Checking;
use crate::yaml::takes_away;
use crate::yaml::{Node, NodeKind};
use formats::formats;
use import::{import, owners};
use reviewed::reviewed;
pub(super) use tree::texts_of;
use tree::{
    compile, entries, expression, items, lists, name, option, quote, read_fields, text, text_or,
    texts,
};
use write::read_write;

/// Reads the whole file.
pub(super) fn profile(root: &Node, checking: &mut Checking) -> Profile {
    Profile {
        name: text(root, "profile"),
        called: Vec::new(),
        title: text(root, "title"),
        checked: text(root, "checked"),
        sources: texts(root, "sources"),
        unsure: texts(root, "unsure"),
        formats: formats(root.get("formats"), checking),
        terms: entries(root, "terms").iter().map(term).collect(),
        objects: entries(root, "objects")
            .iter()
            .map(|entry| object(entry, checking))
            .collect(),
        import: root
            .get("import")
            .map(|node| import(node, checking))
            .unwrap_or_default(),
        known_as: texts(root, "known_as"),
        signs: texts(root, "signs"),
        owners: root.get("owners").map(owners).unwrap_or_default(),
        select: expression(root, "select", checking),
        reviewed: root.get("reviewed").map(reviewed).unwrap_or_default(),
    }
}

fn term((word, node): &(Node, Node)) -> Term {
    Term {
        word: name(word),
        object: text(node, "object"),
        relation: text_or(Some(node), "relation", "exact"),
        of: by_language(node, "of"),
        loses: by_language(node, "loses"),
    }
}

/// One text for each language; a bare text is English.
fn by_language(node: &Node, key: &str) -> Vec<(String, String)> {
    let texts = node.get(key).map(labels).unwrap_or_default().into_iter();
    let first =
        |(language, texts): (String, Vec<String>)| Some((language, texts.into_iter().next()?));
    texts.filter_map(first).collect()
}

fn object((key, node): &(Node, Node), checking: &mut Checking) -> Object {
    Object {
        name: name(key),
        kind: object_kind(node),
        labels: node.get("labels").map(labels).unwrap_or_default(),
        files: texts(node, "files"),
        id_prefix: texts(node, "id_prefix"),
        rows_of: option(node, "rows_of"),
        when: expression(node, "when", checking),
        declares: items(node, "declares")
            .iter()
            .map(|item| declare(item, checking))
            .collect(),
        columns: columns(node, checking),
        must: texts(node, "must"),
        noise: texts(node, "noise"),
        wins: lists(node, "wins"),
        claims: items(node, "claims")
            .iter()
            .map(|item| claim(item, checking))
            .collect(),
        computed: computed(node, checking),
        write: node.get("write").map(|write| read_write(write, checking)),
        place: key.place(),
    }
}

fn object_kind(node: &Node) -> ObjectKind {
    match text(node, "kind").as_str() {
        "organization" => ObjectKind::Party(Kind::Organization),
        "user" => ObjectKind::User,
        "opt_outs" => ObjectKind::OptOuts,
        "context" => ObjectKind::Context(text(node, "context")),
        _ => ObjectKind::Party(Kind::Person),
    }
}

/// Labels by language; a bare text or list is English.
fn labels(node: &Node) -> Vec<(String, Vec<String>)> {
    match node.kind {
        NodeKind::Map(_) => node
            .entries()
            .iter()
            .map(|(k, v)| (name(k), texts_of(v)))
            .collect(),
        _ => vec![("en".to_owned(), texts_of(node))],
    }
}

fn declare(node: &Node, checking: &mut Checking) -> Declare {
    Declare {
        class: text(node, "class"),
        when: expression(node, "when", checking),
    }
}

fn claim(node: &Node, checking: &mut Checking) -> Claim {
    let axes = AXES
        .iter()
        .filter_map(|axis| Some(((*axis).to_owned(), option(node, axis)?)));
    let axes: Vec<(String, String)> = axes.collect();
    if axes.is_empty() {
        let way_out = format!("name an axis and its value: {}", AXES.join(", "));
        checking.wrong(node, "a claim to nothing", way_out);
    }
    Claim {
        axes,
        when: expression(node, "when", checking),
    }
}

fn columns(node: &Node, checking: &mut Checking) -> Vec<Column> {
    let labels_of = node.get("labels_of");
    let values = node.get("values");
    let columns = entries(node, "columns").iter().map(|(key, value)| {
        let own = name(key);
        let does = does(value, checking);
        Column {
            labels: labels_of
                .and_then(|l| l.get(&own))
                .map(labels)
                .unwrap_or_default(),
            values: values
                .and_then(|v| v.get(&own))
                .map(|v| read_claims(v, value, &does, checking))
                .unwrap_or_default(),
            does,
            place: key.place(),
            key: own,
        }
    });
    columns.collect()
}

fn does(node: &Node, checking: &mut Checking) -> Does {
    let said = node.text().filter(|text| !text.is_empty());
    let Some(text) = said.filter(|_| !takes_away(node)) else {
        return Does::Keep;
    };
    read_does(text).unwrap_or_else(|wrongs| {
        for (offset, message, way_out) in wrongs {
            checking.wrong_at(node, offset + quote(node), message, way_out);
        }
        Does::Keep
    })
}

fn computed(node: &Node, checking: &mut Checking) -> Vec<(String, Expression)> {
    let mut found = Vec::new();
    for (key, value) in entries(node, "computed") {
        if let Some(axis) = key.text().filter(|name| AXES.contains(name)) {
            let way_out = format!("claim it: `claims: [{{{axis}: …, when: …}}]`");
            checking.wrong(key, format!("`{axis}` is an axis, no field"), way_out);
            continue;
        }
        let _ = read_fields(key, ",", checking);
        found.extend(compile(value, checking).map(|expression| (name(key), expression)));
    }
    found
}
