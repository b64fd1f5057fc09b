//! Glossaries: what the words mean in a company, as definitions over the axes and the evidence that are tested on
//! every record.

mod decode;
mod proof;
pub mod schema;
mod table;
mod words;

pub use schema::{Class, Glossary, LANGUAGES, Policy, Setting};
pub use words::{OwnStatus, OwnType, Words};

use crate::profile::builtin_glossaries;
use crate::yaml::{self, Checking, Language, Layers, Mistakes};

/// Glossaries as files that extend each other.
const LANGUAGE: Language = Language {
    what: "glossary",
    builtin,
    names,
    whole: &[],
};

/// The names of the built-in glossaries.
pub fn names() -> Vec<&'static str> {
    builtin_glossaries().iter().map(|(name, _)| *name).collect()
}

fn builtin(name: &str) -> Option<&'static str> {
    let found = builtin_glossaries()
        .iter()
        .find(|(known, _)| *known == name);
    found.map(|(_, text)| *text)
}

/// Loads a built-in glossary by its name, or one from a file, with what it extends.
///
/// # Errors
/// Every mistake of the file, with its place: names, types, expressions, classes that can't hold, overlap or leave
/// records without a class.
pub fn load(name_or_path: &str) -> Result<Glossary, Mistakes> {
    decode(LANGUAGE.read(name_or_path, &[])?)
}

/// Loads a glossary from its text; `file` is what mistakes call it, and where `extends` starts from.
///
/// # Errors
/// As [`load`].
pub fn load_text(text: &str, file: &str) -> Result<Glossary, Mistakes> {
    decode(LANGUAGE.layer(file, text, &[])?)
}

fn decode(layers: Layers) -> Result<Glossary, Mistakes> {
    let Layers {
        root,
        texts,
        mistakes,
        ..
    } = layers;
    let mut checking = Checking::new(texts, mistakes);
    yaml::check_block(&table::GLOSSARY, &root, &root, &mut checking);
    let glossary = decode::glossary(&root, &mut checking);
    if checking.is_clean() {
        proof::check(&glossary, &root, &mut checking);
    }
    let mistakes = checking.done();
    if mistakes.is_empty() {
        Ok(glossary)
    } else {
        Err(Mistakes::sorted(mistakes))
    }
}

#[cfg(test)]
mod tests;
