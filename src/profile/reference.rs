//! The reference of the language as Markdown, made from the table.

use std::fmt::Write as _;

use super::schema::TRANSFORMS;
use super::table::PROFILE;
use crate::expression::FILTERS;
use crate::model::field::FIELDS;
use crate::yaml::{Block, Shape};

/// Every key, transform, filter and canonical field.
pub fn reference() -> String {
    let mut out = String::new();
    for block in blocks(&PROFILE) {
        let _ = write!(
            out,
            "### `{}`\n\n{}\n\n| key | holds | meaning |\n|---|---|---|\n",
            block.name, block.about
        );
        for key in block.keys {
            let required = if key.required { " (required)" } else { "" };
            let _ = writeln!(
                out,
                "| `{}`{required} | {} | {} |",
                key.name,
                holds(&key.shape),
                cell(key.about)
            );
        }
        out.push('\n');
    }
    out.push_str("### Transforms\n\n| transform | does | lost on the way back |\n|---|---|---|\n");
    for (name, count, about, lost) in TRANSFORMS {
        let arguments = if *count == 0 {
            String::new()
        } else {
            format!("({})", vec!["\"…\""; *count].join(", "))
        };
        let _ = writeln!(out, "| `{name}{arguments}` | {about} | {lost} |");
    }
    out.push_str("\n### Filters in expressions\n\n| filter | gives |\n|---|---|\n");
    for (name, about) in FILTERS {
        let _ = writeln!(out, "| `{name}` | {about} |");
    }
    out.push_str("\n### Canonical fields\n\nBeside these, `custom.NAME` and `consent.topic.NAME` with names of your own, and the axes.\n\n| field | meaning | standard |\n|---|---|---|\n");
    for field in FIELDS {
        let _ = writeln!(
            out,
            "| `{}` | {} | {} |",
            field.name, field.about, field.standard
        );
    }
    out
}

fn cell(text: &str) -> String {
    text.replace('|', "\\|")
}

/// A block and all blocks within it, each once, in the order of the table.
fn blocks(block: &'static Block) -> Vec<&'static Block> {
    let mut found = vec![block];
    for key in block.keys {
        for inner in inner(&key.shape).map(blocks).unwrap_or_default() {
            if found.iter().all(|known| known.name != inner.name) {
                found.push(inner);
            }
        }
    }
    found
}

fn inner(shape: &Shape) -> Option<&'static Block> {
    match shape {
        Shape::Block(block) | Shape::Blocks(block) => Some(block),
        Shape::Map(_, shape) => inner(shape),
        _ => None,
    }
}

fn holds(shape: &Shape) -> String {
    match shape {
        Shape::Text => "text".into(),
        Shape::OneOf(values) | Shape::Switch(values) => values
            .iter()
            .map(|v| format!("`{v}`"))
            .collect::<Vec<_>>()
            .join(", "),
        Shape::Date => "a day".into(),
        Shape::Whole => "a whole number".into(),
        Shape::Number => "a number".into(),
        Shape::Size => "a size".into(),
        Shape::Texts => "a list".into(),
        Shape::TextOrTexts => "text or a list".into(),
        Shape::Pair => "two texts".into(),
        Shape::Expression => "an expression".into(),
        Shape::Does => "field, transforms, `keep` or `drop(why)`".into(),
        Shape::FirstFilled => "field, or fields parted by `or`".into(),
        Shape::Claims => "text, or `{axis or field: value}`".into(),
        Shape::Block(block) => format!("keys of `{}`", block.name),
        Shape::Blocks(block) => format!("a list of `{}`", block.name),
        Shape::Map(of, inner) => format!("{of}: {}", holds(inner)),
        Shape::Labels => "text, a list, or either by language".into(),
    }
}
