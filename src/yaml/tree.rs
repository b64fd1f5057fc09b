//! Texts, lists and maps at a key of the tree.

use super::Node;

/// Its text at a key; empty where there is none.
pub fn text(node: &Node, key: &str) -> String {
    option(node, key).unwrap_or_default()
}

/// Its text at a key.
pub fn option(node: &Node, key: &str) -> Option<String> {
    node.get(key).and_then(Node::text).map(str::to_owned)
}

/// Its text at a key, or another.
pub fn text_or(node: Option<&Node>, key: &str, default: &str) -> String {
    node.and_then(|node| option(node, key))
        .unwrap_or_else(|| default.to_owned())
}

/// The text or texts at a key.
pub fn texts(node: &Node, key: &str) -> Vec<String> {
    node.get(key).map(texts_of).unwrap_or_default()
}

/// A text or a list of texts.
pub fn texts_of(node: &Node) -> Vec<String> {
    let items: Vec<String> = node
        .items()
        .iter()
        .filter_map(Node::text)
        .map(str::to_owned)
        .collect();
    node.text().map_or(items, |one| vec![one.to_owned()])
}

/// The keys and values at a key.
pub fn entries<'a>(node: &'a Node, key: &str) -> &'a [(Node, Node)] {
    node.get(key).map_or(&[], Node::entries)
}

/// The items at a key.
pub fn items<'a>(node: &'a Node, key: &str) -> &'a [Node] {
    node.get(key).map_or(&[], Node::items)
}

/// A map of texts.
pub fn pairs(node: &Node, key: &str) -> Vec<(String, String)> {
    let pairs = entries(node, key).iter().map(|(k, v)| (name(k), name(v)));
    pairs.collect()
}

/// A map of lists of texts.
pub fn lists(node: &Node, key: &str) -> Vec<(String, Vec<String>)> {
    let lists = entries(node, key)
        .iter()
        .map(|(k, v)| (name(k), texts_of(v)));
    lists.collect()
}

/// The text of a node; empty where it is none.
pub fn name(node: &Node) -> String {
    node.text().unwrap_or_default().to_owned()
}
