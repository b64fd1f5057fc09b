//! Words as SKOS (<https://www.w3.org/TR/skos-reference/>), in Turtle: a scheme for each glossary and system, a concept for
//! each class, stage and word of a system.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::extent::Relation;
use super::meaning::meanings;
use super::phrases::axis_value;
use super::sssom::{BASE, local, predicate, sources};
use super::{Answer, Asked, Term};
use crate::glossary::{Glossary, LANGUAGES};
use crate::model::axis::STAGES;

/// The company's glossary, the stages, and the words that an answer's mappings name.
pub fn skos(answer: &Answer, asked: &Asked<'_>) -> String {
    let mut out = String::from(
        "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n@prefix dcterms: <http://purl.org/dc/terms/> .\n",
    );
    out.push('\n');
    glossary(asked.glossary, &mut out);
    stages(&mut out);
    let own = asked.glossary.name.as_str();
    for source in sources(&answer.mappings)
        .into_iter()
        .filter(|source| *source != own)
    {
        let profile = asked.profiles.iter().find(|profile| profile.name == source);
        let title = profile.map_or(source, |profile| profile.title.as_str());
        let _ = writeln!(
            out,
            "<{BASE}{source}> a skos:ConceptScheme ;\n  dcterms:title {} .\n",
            text(title, "en")
        );
    }
    for (iri, (term, matches)) in terms(answer, own) {
        let mut lines = vec![
            "a skos:Concept".to_owned(),
            format!("skos:inScheme <{BASE}{}>", term.source),
        ];
        lines.extend(labels(term, asked));
        lines.extend(matches);
        let _ = writeln!(out, "<{iri}> {} .\n", lines.join(" ;\n  "));
    }
    out
}

fn glossary(glossary: &Glossary, out: &mut String) {
    let scheme = format!("<{BASE}{}>", local(&glossary.name));
    let titles: Vec<String> = glossary
        .title
        .iter()
        .map(|(language, title)| format!("dcterms:title {}", text(title, language)))
        .collect();
    let lines: Vec<String> = ["a skos:ConceptScheme".to_owned()]
        .into_iter()
        .chain(titles)
        .collect();
    let _ = writeln!(out, "{scheme} {} .\n", lines.join(" ;\n  "));
    for class in &glossary.classes {
        let mut lines = vec![
            "a skos:Concept".to_owned(),
            format!("skos:inScheme {scheme}"),
        ];
        for language in LANGUAGES {
            let called = class.called(language);
            lines.push(format!("skos:prefLabel {}", text(called, language)));
            let terms = class.terms.iter().filter(|(known, _)| known == language);
            let others = terms
                .flat_map(|(_, words)| words)
                .filter(|word| *word != called);
            lines.extend(others.map(|word| format!("skos:altLabel {}", text(word, language))));
        }
        let about = class.about.iter();
        lines.extend(
            about.map(|(language, about)| format!("skos:definition {}", text(about, language))),
        );
        let _ = writeln!(
            out,
            "<{BASE}{}/{}> {} .\n",
            local(&glossary.name),
            local(&class.name),
            lines.join(" ;\n  ")
        );
    }
}

fn stages(out: &mut String) {
    let _ = writeln!(
        out,
        "<{BASE}stage> a skos:ConceptScheme ;\n  dcterms:title \"stages\"@en .\n"
    );
    for stage in STAGES {
        let labels = LANGUAGES.map(|language| {
            format!(
                "skos:prefLabel {}",
                text(&axis_value(language, "stage", stage), language)
            )
        });
        let lines = labels.join(" ;\n  ");
        let _ = writeln!(
            out,
            "<{BASE}stage/{stage}> a skos:Concept ;\n  skos:inScheme <{BASE}stage> ;\n  {lines} .\n"
        );
    }
}

/// The terms of systems, by address, each with its matches; the classes of the company's glossary stand for themselves.
fn terms<'a>(answer: &'a Answer, own: &str) -> BTreeMap<String, (&'a Term, Vec<String>)> {
    let mut all: BTreeMap<String, (&Term, Vec<String>)> = BTreeMap::new();
    for mapping in &answer.mappings {
        let entry = all
            .entry(iri(&mapping.subject))
            .or_insert((&mapping.subject, Vec::new()));
        if let Some(object) = mapping
            .object
            .as_ref()
            .filter(|_| mapping.relation != Relation::None)
        {
            let line = format!("{} <{}>", predicate(mapping.relation), iri(object));
            if !entry.1.contains(&line) {
                entry.1.push(line);
            }
        }
    }
    let objects = answer
        .mappings
        .iter()
        .filter_map(|mapping| mapping.object.as_ref());
    for object in objects.filter(|object| object.source != own) {
        all.entry(iri(object)).or_insert((object, Vec::new()));
    }
    all
}

/// The labels that a system has for a term, one preferred in each language.
fn labels(term: &Term, asked: &Asked<'_>) -> Vec<String> {
    let profiles = asked
        .profiles
        .iter()
        .filter(|profile| profile.name == term.source);
    let known = profiles.flat_map(|profile| meanings(std::slice::from_ref(profile), "en"));
    let words = known
        .filter(|meaning| meaning.id == term.id)
        .flat_map(|meaning| meaning.words);
    let mut lines = Vec::new();
    let mut seen: Vec<String> = Vec::new();
    for (language, word) in words.filter(|(language, _)| language.len() == 2) {
        let property = if seen.contains(&language) {
            "altLabel"
        } else {
            "prefLabel"
        };
        let line = format!("skos:{property} {}", text(&word, &language));
        seen.push(language);
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    if lines.is_empty() {
        lines.push(format!("skos:prefLabel {}", text(&term.label, "en")));
    }
    lines
}

fn iri(term: &Term) -> String {
    format!("{BASE}{}/{}", local(&term.source), local(&term.id))
}

/// A literal with its language. JSON's escapes are Turtle's.
fn text(text: &str, language: &str) -> String {
    format!(
        "{}@{language}",
        serde_json::to_string(text).unwrap_or_default()
    )
}
