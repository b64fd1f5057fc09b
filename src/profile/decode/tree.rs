//! Expressions and fields at a key of the tree.

use crate::expression::{self, Expression};
use crate::profile::does::fields;
use crate::yaml::{Checking, Node, NodeKind};

pub(in crate::profile) use crate::yaml::tree::*;

pub(in crate::profile) fn expression(
    node: &Node,
    key: &str,
    checking: &mut Checking,
) -> Option<Expression> {
    node.get(key).and_then(|found| compile(found, checking))
}

/// Compiles an expression, or notes what is wrong with it. A profile knows nothing of what stands around a row.
pub(in crate::profile) fn compile(node: &Node, checking: &mut Checking) -> Option<Expression> {
    let found = expression::read(node, checking)?;
    if found.uses_evidence().is_empty() && found.uses_numbers().is_empty() {
        return Some(found);
    }
    let way_out = "a profile speaks of a row's own columns; say it in a glossary";
    checking.wrong(
        node,
        "`evidence` and `number` are no part of a profile",
        way_out,
    );
    None
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
