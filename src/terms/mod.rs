//! What words mean: in each product, each language and each glossary, and from one system to another. Everything is
//! computed from the profiles and glossaries, and for products without a profile from `mappings/terms/words.csv`.

mod between;
mod case;
mod extent;
mod forms;
mod meaning;
mod phrases;
mod skos;
mod sssom;
mod words;

use serde::Serialize;

pub use between::between;
pub use extent::Relation;
pub use forms::{html, markdown};
pub use meaning::{Unknown, all, word};
pub use skos::skos;
pub use sssom::sssom;

use crate::glossary::Glossary;
use crate::profile::Profile;

/// What is asked from: the profiles, the company's glossary, and the language of the answer.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// The profiles.
    pub profiles: &'a [Profile],
    /// Every built-in glossary, and the company's own.
    pub glossaries: &'a [Glossary],
    /// The glossary of the company.
    pub glossary: &'a Glossary,
    /// The language of the answer.
    pub language: &'a str,
}

/// An answer: pages of tables for people, mappings for programs.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Answer {
    /// Its title.
    pub title: String,
    /// The language that it is written in.
    pub language: String,
    /// The tables, in order.
    pub parts: Vec<Part>,
    /// What stands for what.
    pub mappings: Vec<Mapping>,
    /// Where it comes from.
    pub made: String,
}

/// One table, or some lines.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Part {
    /// Its heading.
    pub heading: String,
    /// Lines above the table.
    pub lines: Vec<String>,
    /// The names of the columns.
    pub head: Vec<String>,
    /// The rows.
    pub rows: Vec<Vec<String>>,
}

/// A word of a system or a class of a glossary.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Term {
    /// The system or glossary.
    pub source: String,
    /// What is named there: an object, a value of a column, a class.
    pub id: String,
    /// The word.
    pub label: String,
}

/// How one term stands to another.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Mapping {
    /// The term.
    pub subject: Term,
    /// How it stands to the other: narrower means less.
    pub relation: Relation,
    /// Where the other one is from.
    pub object_source: String,
    /// The other; absent where there is none.
    pub object: Option<Term>,
    /// What is lost on the way.
    pub lost: String,
    /// Whether it is computed from definitions; else it is somebody's word.
    pub computed: bool,
    /// How sure it is, from 0 to 1.
    pub confidence: f64,
}

#[cfg(test)]
mod tests;
