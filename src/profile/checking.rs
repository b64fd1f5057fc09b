//! Collects mistakes with their places.

use std::collections::BTreeMap;

use super::schema::Place;
use crate::yaml::{Mistake, Node, snippet};

/// What was wrong so far, and the texts to quote from.
pub(super) struct Checking {
    texts: BTreeMap<String, String>,
    mistakes: Vec<Mistake>,
}

impl Checking {
    pub fn new(texts: BTreeMap<String, String>, mistakes: Vec<Mistake>) -> Self {
        Self { texts, mistakes }
    }

    /// Notes a mistake at a node; the way out may be empty.
    pub fn wrong(&mut self, at: &Node, message: impl Into<String>, way_out: impl Into<String>) {
        self.wrong_at(at, 0, message, way_out);
    }

    /// The same, some characters into the node's text.
    pub fn wrong_at(
        &mut self,
        at: &Node,
        offset: usize,
        message: impl Into<String>,
        way_out: impl Into<String>,
    ) {
        let text = self.texts.get(at.file.as_ref()).map_or("", String::as_str);
        self.mistakes.push(Mistake {
            file: at.file.to_string(),
            line: at.line,
            column: at.column.saturating_add(u32::try_from(offset).unwrap_or(0)),
            message: message.into(),
            way_out: way_out.into(),
            snippet: snippet(text, at.line),
        });
    }

    pub fn done(self) -> Vec<Mistake> {
        self.mistakes
    }
}

/// Where a node stands.
pub(super) fn place(node: &Node) -> Place {
    Place {
        file: node.file.clone(),
        line: node.line,
        column: node.column,
    }
}
