//! From the checked tree to the loaded types; expressions, claims and columns' targets are read here.

use super::checking::{Checking, place};
use super::claims::read_claims;
use super::does::{fields, read_does};
use super::schema::{
    Column, Declare, Does, Formats, Identity, Import, ImportFact, Object, ObjectKind, OptOuts,
    Owners, Profile, Term, Write, WriteValue,
};
use super::shape::bytes;
use crate::expression::Expression;
use crate::model::axis::Kind;
use crate::yaml::{Node, NodeKind};

/// Reads the whole file.
pub(super) fn profile(root: &Node, checking: &mut Checking) -> Profile {
    Profile {
        name: text(root, "profile"),
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
        owners: root.get("owners").map(owners).unwrap_or_default(),
        select: expression(root, "select", checking),
    }
}

fn text(node: &Node, key: &str) -> String {
    option(node, key).unwrap_or_default()
}

fn option(node: &Node, key: &str) -> Option<String> {
    node.get(key).and_then(Node::text).map(str::to_owned)
}

fn text_or(node: Option<&Node>, key: &str, default: &str) -> String {
    node.and_then(|node| option(node, key))
        .unwrap_or_else(|| default.to_owned())
}

fn texts(node: &Node, key: &str) -> Vec<String> {
    node.get(key).map(texts_of).unwrap_or_default()
}

/// A text or a list of texts.
pub(super) fn texts_of(node: &Node) -> Vec<String> {
    let items: Vec<String> = node
        .items()
        .iter()
        .filter_map(Node::text)
        .map(str::to_owned)
        .collect();
    node.text().map_or(items, |one| vec![one.to_owned()])
}

fn entries<'a>(node: &'a Node, key: &str) -> &'a [(Node, Node)] {
    node.get(key).map_or(&[], Node::entries)
}

fn items<'a>(node: &'a Node, key: &str) -> &'a [Node] {
    node.get(key).map_or(&[], Node::items)
}

/// A map of texts.
fn pairs(node: &Node, key: &str) -> Vec<(String, String)> {
    let pairs = entries(node, key).iter().map(|(k, v)| (name(k), name(v)));
    pairs.collect()
}

/// A map of lists of texts.
fn lists(node: &Node, key: &str) -> Vec<(String, Vec<String>)> {
    let lists = entries(node, key)
        .iter()
        .map(|(k, v)| (name(k), texts_of(v)));
    lists.collect()
}

fn name(node: &Node) -> String {
    node.text().unwrap_or_default().to_owned()
}

fn expression(node: &Node, key: &str, checking: &mut Checking) -> Option<Expression> {
    node.get(key).and_then(|found| compile(found, checking))
}

/// Compiles an expression, or notes what is wrong with it.
fn compile(node: &Node, checking: &mut Checking) -> Option<Expression> {
    match Expression::compile(node.text()?) {
        Ok(expression) => Some(expression),
        Err(said) => {
            let (message, way_out) = said.split_once("; ").unwrap_or((&said, ""));
            checking.wrong(node, message, way_out);
            None
        }
    }
}

fn formats(node: Option<&Node>, checking: &mut Checking) -> Formats {
    let list = |key: &str| node.map(|node| texts(node, key)).unwrap_or_default();
    let patterns = |key: &str| {
        list(key)
            .into_iter()
            .filter(|p| p != "iso8601")
            .collect::<Vec<_>>()
    };
    let boolean = list("boolean");
    let yes_no = |at: usize, default: &str| {
        boolean
            .get(at)
            .cloned()
            .unwrap_or_else(|| default.to_owned())
    };
    let formats = Formats {
        datetime: patterns("datetime"),
        date: patterns("date"),
        date_order: text_or(node, "date_order", "column"),
        number: text_or(node, "number", "column"),
        boolean: (yes_no(0, "true"), yes_no(1, "false")),
        list: text_or(node, "list", ";"),
        timezone: text_or(node, "timezone", "UTC"),
        country: text_or(node, "country", "name"),
        region: text_or(node, "region", "name"),
        phone_region: text_or(node, "phone_region", ""),
    };
    check_patterns(node, &formats, checking);
    formats
}

fn check_patterns(node: Option<&Node>, formats: &Formats, checking: &mut Checking) {
    let sample = jiff::civil::date(2026, 11, 21)
        .at(12, 30, 0, 0)
        .to_zoned(jiff::tz::TimeZone::UTC);
    let Ok(sample) = sample else { return };
    for (key, patterns) in [("datetime", &formats.datetime), ("date", &formats.date)] {
        let Some(at) = node.and_then(|node| node.get(key)) else {
            continue;
        };
        for pattern in patterns {
            let written = jiff::fmt::strtime::format(pattern, &sample);
            if !pattern.contains('%') || written.is_err() {
                checking.wrong(
                    at,
                    format!("`{pattern}` is no pattern of dates"),
                    "write it like \"%d/%m/%Y %H:%M\", or iso8601",
                );
            }
        }
    }
}

fn term((word, node): &(Node, Node)) -> Term {
    Term {
        word: name(word),
        object: text(node, "object"),
        relation: text_or(Some(node), "relation", "exact"),
        of: text(node, "of"),
        loses: text(node, "loses"),
    }
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
        computed: computed(node, checking),
        write: node.get("write").map(|write| read_write(write, checking)),
        place: place(key),
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
                .map(|v| read_claims(v, &does, checking))
                .unwrap_or_default(),
            does,
            place: place(key),
            key: own,
        }
    });
    columns.collect()
}

fn does(node: &Node, checking: &mut Checking) -> Does {
    let Some(text) = node.text().filter(|text| !text.is_empty()) else {
        return Does::Keep;
    };
    read_does(text).unwrap_or_else(|wrongs| {
        for (offset, message, way_out) in wrongs {
            checking.wrong_at(node, offset + quote(node), message, way_out);
        }
        Does::Keep
    })
}

/// One character where the text starts with a quote.
fn quote(node: &Node) -> usize {
    matches!(&node.kind, NodeKind::Scalar(scalar) if scalar.quoted).into()
}

/// Fields parted by a word, each checked.
fn read_fields(node: &Node, part: &str, checking: &mut Checking) -> Vec<String> {
    let mut wrongs = Vec::new();
    let found = fields(node.text().unwrap_or_default(), part, &mut wrongs);
    for (offset, message, way_out) in wrongs {
        checking.wrong_at(node, offset + quote(node), message, way_out);
    }
    found
}

fn computed(node: &Node, checking: &mut Checking) -> Vec<(String, Expression)> {
    let mut found = Vec::new();
    for (key, value) in entries(node, "computed") {
        let _ = read_fields(key, ",", checking);
        found.extend(compile(value, checking).map(|expression| (name(key), expression)));
    }
    found
}

fn read_write(node: &Node, checking: &mut Checking) -> Write {
    Write {
        file: text(node, "file"),
        when: expression(node, "when", checking),
        label_headers: text(node, "headers") == "label",
        skip: texts(node, "skip"),
        columns: first_filled(node, checking),
        required: texts(node, "required"),
        limits: limits(node),
        picklist: lists(node, "picklist"),
        values: write_values(node, checking),
        links: pairs(node, "links"),
        key: option(node, "key"),
        blank_on_collision: text(node, "on_collision") == "blank",
    }
}

fn first_filled(node: &Node, checking: &mut Checking) -> Vec<(String, Vec<String>)> {
    let columns = entries(node, "columns").iter();
    columns
        .map(|(key, value)| (name(key), read_fields(value, " or ", checking)))
        .collect()
}

fn limits(node: &Node) -> Vec<(String, usize)> {
    let limits = pairs(node, "limits").into_iter();
    limits
        .filter_map(|(column, limit)| Some((column, limit.parse().ok()?)))
        .collect()
}

fn write_values(node: &Node, checking: &mut Checking) -> Vec<(String, Vec<WriteValue>)> {
    let mut found = Vec::new();
    for (key, rules) in entries(node, "values") {
        let rules = rules.items().iter().map(|rule| WriteValue {
            value: text(rule, "value"),
            when: expression(rule, "when", checking),
        });
        found.push((name(key), rules.collect()));
    }
    found
}

fn import(node: &Node, checking: &mut Checking) -> Import {
    let limits = node.get("limits");
    Import {
        order: texts(node, "order"),
        identity: node.get("identity").map(identity).unwrap_or_default(),
        identities: pairs(node, "identities"),
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

fn owners(node: &Node) -> Owners {
    Owners {
        map: pairs(node, "map"),
        fallback: option(node, "fallback"),
    }
}
