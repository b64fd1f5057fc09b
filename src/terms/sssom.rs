//! Mappings as SSSOM/TSV, the Simple Standard for Sharing Ontological Mappings (<https://w3id.org/sssom/spec>, 1.0).

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::extent::Relation;
use super::{Answer, Mapping, Term};

/// Where the names of terms begin.
pub(super) const BASE: &str = "https://xwalk-crm.github.io/terms/";

const COLUMNS: &[&str] = &[
    "subject_id",
    "subject_label",
    "predicate_id",
    "object_id",
    "object_label",
    "mapping_justification",
    "subject_source",
    "object_source",
    "confidence",
    "comment",
];

/// The mappings of an answer; where there is no match, the object is `sssom:NoTermFound`.
pub fn sssom(answer: &Answer) -> String {
    let mut out = String::from("#curie_map:\n");
    for source in sources(&answer.mappings) {
        let _ = writeln!(out, "#  {source}: {BASE}{source}/");
    }
    let _ = writeln!(out, "#  xwalk: {BASE}");
    out.push_str("#  semapv: https://w3id.org/semapv/vocab/\n#  skos: http://www.w3.org/2004/02/skos/core#\n#  sssom: https://w3id.org/sssom/\n");
    let slug = local(&answer.title);
    let _ = writeln!(
        out,
        "#license: https://creativecommons.org/publicdomain/zero/1.0/"
    );
    let _ = writeln!(out, "#mapping_set_id: {BASE}sets/{slug}");
    let _ = writeln!(out, "#mapping_set_title: {}", quoted(&answer.title));
    out.push_str(&COLUMNS.join("\t"));
    out.push('\n');
    for mapping in &answer.mappings {
        out.push_str(&line(mapping).join("\t"));
        out.push('\n');
    }
    out
}

fn line(mapping: &Mapping) -> Vec<String> {
    let none = || "sssom:NoTermFound".to_owned();
    let object = mapping.object.as_ref();
    let why = if mapping.computed {
        "LogicalReasoning"
    } else {
        "ManualMappingCuration"
    };
    vec![
        curie(&mapping.subject),
        cell(&mapping.subject.label),
        predicate(mapping.relation).to_owned(),
        object.map_or_else(none, curie),
        object.map_or(String::new(), |object| cell(&object.label)),
        format!("semapv:{why}"),
        format!("xwalk:{}", mapping.subject.source),
        format!("xwalk:{}", mapping.object_source),
        mapping.confidence.to_string(),
        cell(&mapping.lost),
    ]
}

/// The SKOS property: it says what the object is to the subject, so that a narrower word has a broader match.
pub(super) fn predicate(relation: Relation) -> &'static str {
    match relation {
        Relation::Exact => "skos:exactMatch",
        Relation::Broader => "skos:narrowMatch",
        Relation::Narrower => "skos:broadMatch",
        Relation::Related | Relation::None => "skos:relatedMatch",
    }
}

/// The systems and glossaries that the mappings name, sorted.
pub(super) fn sources(mappings: &[Mapping]) -> BTreeSet<&str> {
    let subjects = mappings
        .iter()
        .map(|mapping| mapping.subject.source.as_str());
    subjects
        .chain(
            mappings
                .iter()
                .map(|mapping| mapping.object_source.as_str()),
        )
        .collect()
}

pub(super) fn curie(term: &Term) -> String {
    format!("{}:{}", term.source, local(&term.id))
}

/// A name for a web address: letters, digits and `_`, one `_` for whatever else.
pub(super) fn local(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        if c.is_ascii_alphanumeric() || c == '-' {
            out.push(c);
        } else if c.is_alphanumeric() {
            crate::lexicon::fold_char(c, |byte| out.push(char::from(byte)));
        } else if !out.ends_with('_') {
            out.push('_');
        }
    }
    out.trim_matches('_').to_owned()
}

fn cell(text: &str) -> String {
    text.replace(['\t', '\n', '\r'], " ")
}

fn quoted(text: &str) -> String {
    serde_json::to_string(text).unwrap_or_default()
}
