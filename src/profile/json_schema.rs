//! The JSON Schema of the language, made from the table, so that editors complete and check profiles.

use serde_json::{Map, Value, json};

use super::table::PROFILE;
use crate::yaml::{Block, Shape};

/// The schema of a whole file (draft 2020-12). Overlays leave out what is required here: it requires nothing.
pub fn json_schema() -> Value {
    let mut schema = block(&PROFILE);
    if let Value::Object(keys) = &mut schema {
        keys.insert(
            "$schema".into(),
            json!("https://json-schema.org/draft/2020-12/schema"),
        );
        keys.insert("title".into(), json!("xwalk profile or overlay"));
    }
    schema
}

fn block(block: &Block) -> Value {
    let properties: Map<String, Value> = block
        .keys
        .iter()
        .map(|key| {
            let mut schema = shape(&key.shape);
            if let Value::Object(keys) = &mut schema {
                keys.insert("description".into(), json!(key.about));
            }
            (key.name.to_owned(), schema)
        })
        .collect();
    json!({"type": "object", "additionalProperties": false, "description": block.about, "properties": properties})
}

fn shape(shape: &Shape) -> Value {
    let text = json!({"type": "string"});
    let texts = json!({"type": "array", "items": {"type": "string"}});
    match shape {
        Shape::Text | Shape::Expression | Shape::Does | Shape::FirstFilled => text,
        Shape::OneOf(values) | Shape::Switch(values) => json!({"enum": values}),
        Shape::Date => json!({"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"}),
        Shape::Whole => json!({"type": "integer", "minimum": 1}),
        Shape::Number => json!({"type": "number"}),
        Shape::Size => json!({"type": ["string", "integer"], "pattern": "^[0-9]+ ?([KMG]?B)?$"}),
        Shape::Texts => texts,
        Shape::Pair => {
            json!({"type": "array", "items": {"type": "string"}, "minItems": 2, "maxItems": 2})
        }
        Shape::TextOrTexts => json!({"anyOf": [text, texts]}),
        Shape::Claims => claims(),
        Shape::Block(inner) => block(inner),
        Shape::Blocks(inner) => json!({"type": "array", "items": block(inner)}),
        Shape::Map(_, inner) => {
            json!({"type": "object", "additionalProperties": self::shape(inner)})
        }
        Shape::Labels => {
            json!({"anyOf": [text, texts, {"type": "object", "additionalProperties": {"anyOf": [text, texts]}}]})
        }
    }
}

fn claims() -> Value {
    let mut keys: Map<String, Value> = Map::new();
    for axis in ["kind", "stage", "temperature", "converted"] {
        keys.insert(
            axis.into(),
            json!({"enum": crate::model::axis::values_of(axis)}),
        );
    }
    let role = json!({"enum": crate::model::axis::ROLES});
    keys.insert(
        "roles".into(),
        json!({"anyOf": [role, {"type": "array", "items": role}]}),
    );
    keys.insert("labels".into(), shape(&Shape::TextOrTexts));
    let map =
        json!({"type": "object", "properties": keys, "additionalProperties": {"type": "string"}});
    json!({"anyOf": [{"type": "string"}, map]})
}
