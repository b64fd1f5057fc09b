//! YAML as a tree that keeps order, exact text and places; the one room that knows the YAML crate.

mod block;
mod checking;
mod edit;
mod layers;
mod mistake;
mod nearest;
mod parse;
mod shape;
pub mod tree;

use std::sync::Arc;

pub use block::{Block, Key, Shape, k, must};
pub use checking::Checking;
pub use edit::{get, inline, list, plain, put, remove};
pub use layers::{Language, Layers, takes_away};
pub use mistake::{Mistake, Mistakes, snippet};
pub use nearest::nearest;
pub use parse::{parse, read};
pub use shape::{bytes, check_block};

/// Where something stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The file as the user named it, or `built-in NAME`.
    pub file: Arc<str>,
    /// Line, from 1.
    pub line: u32,
    /// Column, from 1.
    pub column: u32,
}

/// A node of a YAML file, with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// What it is.
    pub kind: NodeKind,
    /// The file it stands in, as the user named it.
    pub file: Arc<str>,
    /// Line, from 1.
    pub line: u32,
    /// Column in characters, from 1.
    pub column: u32,
}

/// The three shapes of YAML.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NodeKind {
    /// One text.
    Scalar(Scalar),
    /// Keys and values, in the order of the file.
    Map(Vec<(Node, Node)>),
    /// Items.
    List(Vec<Node>),
}

/// One text, exactly as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scalar {
    /// The text, quotes and escapes undone, nothing else changed.
    pub text: String,
    /// Whether it stood in quotes or in a block.
    pub quoted: bool,
    /// What YAML readers take it for where it is not quoted.
    pub plain_kind: Plain,
}

/// What YAML readers take an unquoted text for (YAML 1.1 and 1.2 together).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Plain {
    /// Text.
    Text,
    /// A number: `7`, `007`, `1_000`, `0x1f`, `+52`.
    Number,
    /// Yes or no: `true`, `No`, `on`.
    Bool,
    /// Nothing: an empty text, `~`, `null`.
    Null,
    /// A day or a moment: `2026-11-21`.
    Date,
    /// A time of day: `12:30`.
    Time,
}

impl Node {
    /// Where it stands.
    pub fn place(&self) -> Place {
        Place {
            file: self.file.clone(),
            line: self.line,
            column: self.column,
        }
    }

    /// Its text, where it is one text.
    pub fn text(&self) -> Option<&str> {
        match &self.kind {
            NodeKind::Scalar(scalar) => Some(&scalar.text),
            _ => None,
        }
    }

    /// Its keys and values; none where it is no map.
    pub fn entries(&self) -> &[(Node, Node)] {
        match &self.kind {
            NodeKind::Map(entries) => entries,
            _ => &[],
        }
    }

    /// Its items; none where it is no list.
    pub fn items(&self) -> &[Node] {
        match &self.kind {
            NodeKind::List(items) => items,
            _ => &[],
        }
    }

    /// The value of a key.
    pub fn get(&self, key: &str) -> Option<&Node> {
        let found = self.entries().iter().find(|(k, _)| k.text() == Some(key));
        found.map(|(_, value)| value)
    }
}

impl Plain {
    /// What an unquoted text is taken for.
    pub fn of(text: &str) -> Self {
        let lower = text.to_ascii_lowercase();
        match lower.as_str() {
            "" | "~" | "null" => Self::Null,
            "true" | "false" | "yes" | "no" | "on" | "off" => Self::Bool,
            _ if looks_like_time(text) => Self::Time,
            _ if looks_like_date(text) => Self::Date,
            _ if looks_like_number(&lower) => Self::Number,
            _ => Self::Text,
        }
    }

    /// Its name in a message.
    pub fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Number => "a number",
            Self::Bool => "yes or no",
            Self::Null => "nothing",
            Self::Date => "a date",
            Self::Time => "a time",
        }
    }
}

fn looks_like_time(text: &str) -> bool {
    let mut parts = text.split(':');
    let digits =
        |part: &str| (1..=2).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    text.contains(':') && text.split(':').count() <= 3 && parts.all(digits)
}

fn looks_like_date(text: &str) -> bool {
    let day = text.split(['T', 't', ' ']).next().unwrap_or("");
    let parts: Vec<&str> = day.split('-').collect();
    let lengths: Vec<usize> = parts.iter().map(|part| part.len()).collect();
    matches!(lengths.as_slice(), [4, 1..=2, 1..=2])
        && parts.iter().all(|p| p.bytes().all(|b| b.is_ascii_digit()))
}

fn looks_like_number(lower: &str) -> bool {
    let bare = lower.strip_prefix(['+', '-']).unwrap_or(lower);
    if matches!(bare, ".inf" | ".nan") {
        return true;
    }
    let hex = |rest: &str| !rest.is_empty() && rest.bytes().all(|b| b.is_ascii_hexdigit());
    let octal = |rest: &str| !rest.is_empty() && rest.bytes().all(|b| (b'0'..=b'7').contains(&b));
    if bare.strip_prefix("0x").is_some_and(hex) || bare.strip_prefix("0o").is_some_and(octal) {
        return true;
    }
    let starts = bare.starts_with(|c: char| c.is_ascii_digit() || c == '.');
    starts
        && bare.contains(|c: char| c.is_ascii_digit())
        && bare.replace('_', "").parse::<f64>().is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_yaml_would_misread_is_seen() {
        let cases = [
            ("No", Plain::Bool),
            ("007", Plain::Number),
            ("+525512345678", Plain::Number),
            ("1_000", Plain::Number),
            ("0x1f", Plain::Number),
            ("12:30", Plain::Time),
            ("2026-11-21", Plain::Date),
            ("~", Plain::Null),
            ("00Q", Plain::Text),
            ("origin.id", Plain::Text),
            ("e5", Plain::Text),
            ("1.2.3", Plain::Text),
            ("a:b", Plain::Text),
        ];
        for (text, kind) in cases {
            assert_eq!(Plain::of(text), kind, "{text}");
        }
    }
}
