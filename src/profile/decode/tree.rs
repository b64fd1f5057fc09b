//! Texts, lists, maps and expressions at a key of the tree.

use crate::expression::Expression;
use crate::profile::checking::Checking;
use crate::profile::does::fields;
use crate::yaml::{Node, NodeKind};

pub(in crate::profile) fn text(node: &Node, key: &str) -> String {
    option(node, key).unwrap_or_default()
}

pub(in crate::profile) fn option(node: &Node, key: &str) -> Option<String> {
    node.get(key).and_then(Node::text).map(str::to_owned)
}

pub(in crate::profile) fn text_or(node: Option<&Node>, key: &str, default: &str) -> String {
    node.and_then(|node| option(node, key))
        .unwrap_or_else(|| default.to_owned())
}

pub(in crate::profile) fn texts(node: &Node, key: &str) -> Vec<String> {
    node.get(key).map(texts_of).unwrap_or_default()
}

/// A text or a list of texts.
pub(in crate::profile) fn texts_of(node: &Node) -> Vec<String> {
    let items: Vec<String> = node
        .items()
        .iter()
        .filter_map(Node::text)
        .map(str::to_owned)
        .collect();
    node.text().map_or(items, |one| vec![one.to_owned()])
}

pub(in crate::profile) fn entries<'a>(node: &'a Node, key: &str) -> &'a [(Node, Node)] {
    node.get(key).map_or(&[], Node::entries)
}

pub(in crate::profile) fn items<'a>(node: &'a Node, key: &str) -> &'a [Node] {
    node.get(key).map_or(&[], Node::items)
}

/// A map of texts.
pub(in crate::profile) fn pairs(node: &Node, key: &str) -> Vec<(String, String)> {
    let pairs = entries(node, key).iter().map(|(k, v)| (name(k), name(v)));
    pairs.collect()
}

/// A map of lists of texts.
pub(in crate::profile) fn lists(node: &Node, key: &str) -> Vec<(String, Vec<String>)> {
    let lists = entries(node, key)
        .iter()
        .map(|(k, v)| (name(k), texts_of(v)));
    lists.collect()
}

pub(in crate::profile) fn name(node: &Node) -> String {
    node.text().unwrap_or_default().to_owned()
}

pub(in crate::profile) fn expression(
    node: &Node,
    key: &str,
    checking: &mut Checking,
) -> Option<Expression> {
    node.get(key).and_then(|found| compile(found, checking))
}

/// Compiles an expression, or notes what is wrong with it.
pub(in crate::profile) fn compile(node: &Node, checking: &mut Checking) -> Option<Expression> {
    match Expression::compile(node.text()?) {
        Ok(expression) => Some(expression),
        Err(said) => {
            let (message, way_out) = said.split_once("; ").unwrap_or((&said, ""));
            checking.wrong(node, message, way_out);
            None
        }
    }
}

/// One character where the text starts with a quote.
pub(in crate::profile) fn quote(node: &Node) -> usize {
    matches!(&node.kind, NodeKind::Scalar(scalar) if scalar.quoted).into()
}

/// Fields parted by a word, each checked.
pub(in crate::profile) fn read_fields(
    node: &Node,
    part: &str,
    checking: &mut Checking,
) -> Vec<String> {
    let mut wrongs = Vec::new();
    let found = fields(node.text().unwrap_or_default(), part, &mut wrongs);
    for (offset, message, way_out) in wrongs {
        checking.wrong_at(node, offset + quote(node), message, way_out);
    }
    found
}
