//! Changing a tree: what is put in comes after what is there, each new key on a line of its own.

use super::{Node, NodeKind, Plain, Scalar};

/// Behind all lines of a file.
const BEHIND: u32 = 1 << 24;

/// A text as a node, in quotes where YAML would take it for something else.
pub fn plain(text: &str) -> Node {
    let kind = NodeKind::Scalar(Scalar {
        text: text.to_owned(),
        quoted: true,
        plain_kind: Plain::Text,
    });
    at(kind, BEHIND)
}

/// Keys and values on one line.
pub fn inline(entries: Vec<(&str, Node)>) -> Node {
    let entries = entries.into_iter().map(|(key, value)| (plain(key), value));
    at(NodeKind::Map(entries.collect()), BEHIND)
}

/// Texts on one line.
pub fn list(texts: &[String]) -> Node {
    let items = texts.iter().map(|text| plain(text));
    at(NodeKind::List(items.collect()), BEHIND)
}

fn at(kind: NodeKind, line: u32) -> Node {
    Node {
        kind,
        file: "".into(),
        line,
        column: 1,
    }
}

/// The value behind the keys.
pub fn get<'n>(node: &'n Node, path: &[&str]) -> Option<&'n Node> {
    path.iter().try_fold(node, |node, key| node.get(key))
}

/// Puts a value behind the keys, at least one; keys and maps that are missing are made.
pub fn put(node: &mut Node, path: &[&str], value: Node) {
    let Some((key, rest)) = path.split_first() else {
        return;
    };
    if !matches!(node.kind, NodeKind::Map(_)) {
        node.kind = NodeKind::Map(Vec::new());
    }
    let NodeKind::Map(entries) = &mut node.kind else {
        return;
    };
    let known = entries.iter().position(|(k, _)| k.text() == Some(*key));
    let place = known.unwrap_or_else(|| {
        // On a line below that of the map: what is not on one line is not written on one.
        let line = node.line + 1 + u32::try_from(entries.len()).unwrap_or(0);
        let mut name = plain(key);
        name.line = line;
        entries.push((name, at(NodeKind::Map(Vec::new()), line)));
        entries.len() - 1
    });
    let Some((name, below)) = entries.get_mut(place) else {
        return;
    };
    if rest.is_empty() {
        *below = on_line(value, name);
    } else {
        put(below, rest, value);
    }
}

/// A value on the line of its key.
fn on_line(mut value: Node, key: &Node) -> Node {
    value.line = key.line;
    value.file = key.file.clone();
    let kind = match value.kind {
        NodeKind::Map(entries) => {
            let entries = entries.into_iter();
            let moved = entries.map(|(name, said)| (on_line(name, key), on_line(said, key)));
            NodeKind::Map(moved.collect())
        }
        NodeKind::List(items) => {
            NodeKind::List(items.into_iter().map(|item| on_line(item, key)).collect())
        }
        text => text,
    };
    Node { kind, ..value }
}

/// Takes away what stands behind the keys, and the maps that are empty then.
pub fn remove(node: &mut Node, path: &[&str]) {
    let (Some((key, rest)), NodeKind::Map(entries)) = (path.split_first(), &mut node.kind) else {
        return;
    };
    let Some(place) = entries.iter().position(|(k, _)| k.text() == Some(*key)) else {
        return;
    };
    if let Some((_, below)) = entries.get_mut(place).filter(|_| !rest.is_empty()) {
        remove(below, rest);
        if !below.entries().is_empty() {
            return;
        }
    }
    entries.remove(place);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::yaml::parse;

    #[test]
    fn what_is_put_in_is_found_and_what_is_taken_away_leaves_nothing_empty() {
        let mut tree = parse("a: {b: c}\nd: e\n", "x.yaml").unwrap();
        put(&mut tree, &["a", "f", "g"], plain("h"));
        put(&mut tree, &["a", "b"], plain("i"));
        let text = |tree: &Node, path: &[&str]| get(tree, path)?.text().map(str::to_owned);
        assert_eq!(text(&tree, &["a", "f", "g"]).as_deref(), Some("h"));
        assert_eq!(text(&tree, &["a", "b"]).as_deref(), Some("i"));
        remove(&mut tree, &["a", "f", "g"]);
        assert!(get(&tree, &["a", "f"]).is_none() && get(&tree, &["a", "b"]).is_some());
        remove(&mut tree, &["x", "y"]);
        assert_eq!(tree.entries().len(), 2);
    }
}
