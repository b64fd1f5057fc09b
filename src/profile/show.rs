//! The effective profile as YAML, each line with the file and line that it came from.

use std::fmt::Write as _;

use crate::yaml::Layers;
use crate::yaml::{Node, NodeKind, Plain, Scalar};

/// Writes the merged tree.
pub(super) fn show(layers: &Layers) -> String {
    let mut lines = Vec::new();
    map(layers.root.entries(), 0, &mut lines);
    let widest = lines
        .iter()
        .map(|(text, _)| text.chars().count())
        .filter(|w| *w <= 72)
        .max()
        .unwrap_or(0);
    let mut out = String::new();
    for (text, place) in lines {
        let _ = writeln!(out, "{text:widest$}  # {place}");
    }
    out
}

/// The same for one layer alone: YAML without places.
pub fn text(root: &Node) -> String {
    let mut lines = Vec::new();
    map(root.entries(), 0, &mut lines);
    let lines = lines.into_iter().map(|(line, _)| line + "\n");
    lines.collect()
}

type Lines = Vec<(String, String)>;

fn place(node: &Node) -> String {
    format!("{}:{}", node.file, node.line)
}

fn map(entries: &[(Node, Node)], indent: usize, lines: &mut Lines) {
    for (key, value) in entries {
        let head = format!("{}{}:", " ".repeat(indent), inline(key));
        node(head, key, value, indent, lines);
    }
}

fn node(head: String, key: &Node, value: &Node, indent: usize, lines: &mut Lines) {
    match &value.kind {
        NodeKind::Map(entries) if !is_short(key, value) => {
            lines.push((head, place(key)));
            map(entries, indent + 2, lines);
        }
        NodeKind::List(items) if !is_short(key, value) => {
            lines.push((head, place(key)));
            for item in items {
                lines.push((
                    format!("{}- {}", " ".repeat(indent + 2), inline(item)),
                    place(item),
                ));
            }
        }
        _ => lines.push((format!("{head} {}", inline(value)), place(value))),
    }
}

/// Whether a map or list stood on one line with its key, and fits one.
fn is_short(key: &Node, node: &Node) -> bool {
    let one_line = |child: &Node| child.line == node.line && child.file == node.file;
    let children = node
        .entries()
        .iter()
        .all(|(k, v)| one_line(k) && one_line(v))
        && node.items().iter().all(one_line);
    one_line(key) && children && inline(node).chars().count() <= 100
}

fn inline(node: &Node) -> String {
    match &node.kind {
        NodeKind::Scalar(scalar) => written(scalar),
        NodeKind::List(items) => format!(
            "[{}]",
            items.iter().map(inline).collect::<Vec<_>>().join(", ")
        ),
        NodeKind::Map(entries) => {
            let pairs: Vec<String> = entries
                .iter()
                .map(|(k, v)| format!("{}: {}", inline(k), inline(v)))
                .collect();
            format!("{{{}}}", pairs.join(", "))
        }
    }
}

/// A text as YAML reads it back, whether in a block or between brackets.
fn written(scalar: &Scalar) -> String {
    let text = &scalar.text;
    let harmless = |c: char| c.is_alphanumeric() || " _.$()|/>+%;-".contains(c);
    let plain = text.chars().all(harmless)
        && text.starts_with(|c: char| c.is_alphanumeric() || c == '_')
        && !text.ends_with(' ');
    if plain && (!scalar.quoted || Plain::of(text) == Plain::Text) {
        return text.clone();
    }
    serde_json::to_string(text).unwrap_or_else(|_| text.clone())
}
