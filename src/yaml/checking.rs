//! Collects mistakes with their places.

use std::collections::BTreeMap;

use super::{Mistake, Node, snippet};

/// What was wrong so far, and the texts to quote from.
#[derive(Debug)]
pub struct Checking {
    texts: BTreeMap<String, String>,
    mistakes: Vec<Mistake>,
}

impl Checking {
    /// Starts with the texts of the files by their names, and what was wrong already.
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
        let snippet = self.line(at);
        self.mistakes.push(Mistake {
            file: at.file.to_string(),
            line: at.line,
            column: at.column.saturating_add(u32::try_from(offset).unwrap_or(0)),
            message: message.into(),
            way_out: way_out.into(),
            snippet,
        });
    }

    /// The line that a node stands on.
    pub fn line(&self, node: &Node) -> String {
        let text = self
            .texts
            .get(node.file.as_ref())
            .map_or("", String::as_str);
        snippet(text, node.line)
    }

    /// Whether nothing was wrong so far.
    pub fn is_clean(&self) -> bool {
        self.mistakes.is_empty()
    }

    /// Everything that was wrong, in the order of noting.
    pub fn done(self) -> Vec<Mistake> {
        self.mistakes
    }
}
