//! Checks a tree against the table of keys: unknown keys, wrong shapes, texts that YAML would misread.

use super::block::{Block, Shape};
use super::checking::Checking;
use super::layers::takes_away;
use super::{Node, NodeKind, Plain, nearest};

/// Checks a block of keys; `owner` is the node that a missing key is reported at.
pub fn check_block(block: &Block, node: &Node, owner: &Node, checking: &mut Checking) {
    let NodeKind::Map(entries) = &node.kind else {
        checking.wrong(
            node,
            format!("`{}` holds keys and values", block.name),
            "write one `key: value` a line",
        );
        return;
    };
    for (key, value) in entries {
        let name = key.text().unwrap_or_default();
        match block.key(name) {
            Some(known) => check(&known.shape, name, value, key, checking),
            None => unknown_key(block, name, key, checking),
        }
    }
    for key in block.keys.iter().filter(|key| key.required) {
        if node.get(key.name).is_none() {
            missing(block, key.name, owner, checking);
        }
    }
}

fn missing(block: &Block, key: &str, owner: &Node, checking: &mut Checking) {
    let name = owner.text().unwrap_or(block.name);
    if key == "kind" {
        let way_out = "write `kind: person` or `kind: organization`; an overlay of another profile says which with `extends`";
        checking.wrong(owner, format!("object `{name}` has no `kind`"), way_out);
    } else {
        checking.wrong(
            owner,
            format!("`{}` has no `{key}`", block.name),
            format!("add `{key}: …`"),
        );
    }
}

fn unknown_key(block: &Block, name: &str, key: &Node, checking: &mut Checking) {
    let known = block.keys.iter().map(|key| key.name);
    let way_out = match nearest(name, known.clone()) {
        Some(meant) => format!("did you mean `{meant}`?"),
        None => format!(
            "`{}` has {}",
            block.name,
            known.collect::<Vec<_>>().join(", ")
        ),
    };
    checking.wrong(key, format!("unknown key `{name}`"), way_out);
}

fn check(shape: &Shape, name: &str, node: &Node, key: &Node, checking: &mut Checking) {
    if takes_away(node) {
        return checking.wrong(
            node,
            format!("`~` takes a line away, and there is no line `{name}` below this one"),
            "write the key as `xwalk profile show` prints it, or write \"~\" if the text is meant",
        );
    }
    match shape {
        Shape::Text | Shape::Expression | Shape::Does | Shape::FirstFilled => {
            text(name, node, checking)
        }
        Shape::OneOf(values) => one_of(values, name, node, checking),
        Shape::Switch(values) => switch(values, name, node, checking),
        Shape::Date => date(name, node, checking),
        Shape::Whole => whole(name, node, checking),
        Shape::Number => number(name, node, checking),
        Shape::Size => size(name, node, checking),
        Shape::Texts => texts(name, node, checking),
        Shape::Pair => pair(name, node, checking),
        Shape::TextOrTexts => text_or_texts(name, node, checking),
        Shape::Claims => claims(name, node, checking),
        Shape::Block(block) => check_block(block, node, key, checking),
        Shape::Blocks(block) => blocks(block, name, node, checking),
        Shape::Map(_, inner) => map(inner, name, node, checking),
        Shape::Labels => labels(name, node, checking),
    }
}

/// One text, quoted where YAML would take it for something else.
fn text(name: &str, node: &Node, checking: &mut Checking) {
    let NodeKind::Scalar(scalar) = &node.kind else {
        let found = if matches!(node.kind, NodeKind::List(_)) {
            "a list"
        } else {
            "keys and values"
        };
        checking.wrong(
            node,
            format!("`{name}` is one text, not {found}"),
            "write it on the same line",
        );
        return;
    };
    match scalar.plain_kind {
        Plain::Text => {}
        Plain::Null => checking.wrong(
            node,
            format!("`{name}` has no value"),
            "write one, or \"\" for an empty text",
        ),
        kind => {
            let (text, kind) = (&scalar.text, kind.name());
            checking.wrong(
                node,
                format!("`{text}` reads as {kind}, not as text"),
                format!("write \"{text}\" in quotes"),
            );
        }
    }
}

fn one_of(values: &[&str], name: &str, node: &Node, checking: &mut Checking) {
    let before = node.text().map(Plain::of);
    text(name, node, checking);
    let Some(found) = node.text().filter(|found| !values.contains(found)) else {
        return;
    };
    if !found.is_empty() || before != Some(Plain::Null) {
        let way_out = match nearest(found, values.iter().copied()) {
            Some(meant) => format!("did you mean `{meant}`?"),
            None => format!("it is one of {}", values.join(", ")),
        };
        checking.wrong(node, format!("`{name}` is never `{found}`"), way_out);
    }
}

/// One of some words; which of them YAML takes for yes and no doesn't matter.
fn switch(values: &[&str], name: &str, node: &Node, checking: &mut Checking) {
    if !node.text().is_some_and(|found| values.contains(&found)) {
        one_of(values, name, node, checking);
    }
}

fn date(name: &str, node: &Node, checking: &mut Checking) {
    let valid = node
        .text()
        .is_some_and(|text| text.parse::<jiff::civil::Date>().is_ok() && text.len() == 10);
    if !valid {
        checking.wrong(
            node,
            format!("`{name}` is a day"),
            "write it like 2026-11-21",
        );
    }
}

fn whole(name: &str, node: &Node, checking: &mut Checking) {
    if !node
        .text()
        .is_some_and(|text| text.parse::<u64>().is_ok_and(|n| n > 0))
    {
        checking.wrong(
            node,
            format!("`{name}` is a whole number above 0"),
            "write it plain, like 5000",
        );
    }
}

fn number(name: &str, node: &Node, checking: &mut Checking) {
    let number = node.text().and_then(|text| text.parse::<f64>().ok());
    if !number.is_some_and(f64::is_finite) {
        checking.wrong(
            node,
            format!("`{name}` is a number"),
            "write it plain, like 0.93 or -4",
        );
    }
}

fn size(name: &str, node: &Node, checking: &mut Checking) {
    if node.text().and_then(bytes).is_none() {
        checking.wrong(
            node,
            format!("`{name}` is a number of bytes"),
            "write it like 100MB, 512KB or 1GB",
        );
    }
}

/// A number of bytes: `100MB` (10^6), `512KB`, `2GB`, `1000`.
pub fn bytes(text: &str) -> Option<u64> {
    let upper = text.trim().to_ascii_uppercase();
    let (digits, factor) = [
        ("GB", 1_000_000_000),
        ("MB", 1_000_000),
        ("KB", 1_000),
        ("B", 1),
        ("", 1),
    ]
    .into_iter()
    .find_map(|(unit, factor)| upper.strip_suffix(unit).map(|digits| (digits, factor)))?;
    let number: u64 = digits.trim().parse().ok()?;
    number.checked_mul(factor).filter(|bytes| *bytes > 0)
}

fn texts(name: &str, node: &Node, checking: &mut Checking) {
    let NodeKind::List(items) = &node.kind else {
        checking.wrong(
            node,
            format!("`{name}` is a list"),
            "write it in brackets: [one, two]",
        );
        return;
    };
    for item in items {
        text(name, item, checking);
    }
}

fn pair(name: &str, node: &Node, checking: &mut Checking) {
    texts(name, node, checking);
    if matches!(&node.kind, NodeKind::List(items) if items.len() != 2) {
        checking.wrong(
            node,
            format!("`{name}` has two texts, yes and no"),
            "write [\"true\", \"false\"]",
        );
    }
}

fn text_or_texts(name: &str, node: &Node, checking: &mut Checking) {
    match node.kind {
        NodeKind::List(_) => texts(name, node, checking),
        _ => text(name, node, checking),
    }
}

fn labels(name: &str, node: &Node, checking: &mut Checking) {
    let NodeKind::Map(entries) = &node.kind else {
        return text_or_texts(name, node, checking);
    };
    for (key, value) in entries {
        text(name, key, checking);
        text_or_texts(key.text().unwrap_or_default(), value, checking);
    }
}

/// A text, or keys with texts; `labels` and `roles` may be lists.
fn claims(name: &str, node: &Node, checking: &mut Checking) {
    let NodeKind::Map(entries) = &node.kind else {
        return text(name, node, checking);
    };
    for (key, value) in entries {
        match key.text().unwrap_or_default() {
            list @ ("labels" | "roles") => text_or_texts(list, value, checking),
            other => text(other, value, checking),
        }
    }
}

fn blocks(block: &Block, name: &str, node: &Node, checking: &mut Checking) {
    let NodeKind::List(items) = &node.kind else {
        checking.wrong(
            node,
            format!("`{name}` is a list"),
            "start each item with `- `",
        );
        return;
    };
    for item in items {
        check_block(block, item, item, checking);
    }
}

fn map(inner: &Shape, name: &str, node: &Node, checking: &mut Checking) {
    let NodeKind::Map(entries) = &node.kind else {
        checking.wrong(
            node,
            format!("`{name}` holds keys and values"),
            "write one `key: value` a line",
        );
        return;
    };
    for (key, value) in entries {
        text(name, key, checking);
        check(inner, key.text().unwrap_or_default(), value, key, checking);
    }
}
