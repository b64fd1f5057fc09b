//! Evidence on and around a record, and what the record is by it, in the words of the glossary.

pub mod around;
mod beside;
mod case;
mod emptied;
mod firm;
mod look;
mod picklist;
mod shape;
mod sight;
mod warmth;
mod worded;
mod world;

pub use around::State;
pub use beside::Beside;
pub use case::{Case, FACTS, Fact, NOT_A_ROW, gather, is_funnel, of_deal};
pub use look::{LOOKED_AT, Looker, NAMES, Scratch};
pub use shape::Names;
pub use sight::{NO_DAY, Sight, day, flag};
pub use warmth::Warmth;
pub use worded::WORDED;
pub use world::{Company, How, Proof, World};

use std::collections::HashMap;

use crate::expression::Facts;
use crate::glossary::Glossary;
use crate::model::evidence::Evidence;
use crate::model::record::Axes;

/// Classes a record by its axes and the evidence; each combination is judged once.
#[derive(Debug)]
pub struct Classifier<'g> {
    glossary: &'g Glossary,
    names: &'g [String],
    known: HashMap<(Axes, u8, Evidence), u8, foldhash::fast::RandomState>,
}

/// What a definition of the glossary looks at in a record.
#[derive(Clone, Copy, Debug)]
pub struct AxesFacts<'a> {
    /// Its axes.
    pub axes: &'a Axes,
    /// The class that its source declares, empty for none.
    pub declared: &'a str,
    /// What is known of it and around it.
    pub evidence: Evidence,
}

impl Facts for AxesFacts<'_> {
    fn axis(&self, name: &str) -> &str {
        self.axes.value(name)
    }

    fn has_role(&self, role: &str) -> bool {
        self.axes.has_role(role)
    }

    fn field(&self, _: &str) -> &str {
        ""
    }

    fn column(&self, _: &str) -> &str {
        ""
    }

    fn declared(&self, class: &str) -> bool {
        self.declared == class
    }

    fn is(&self, _: &str) -> bool {
        false
    }

    fn evidence(&self, name: &str) -> bool {
        Evidence::named(name).is_some_and(|one| self.evidence.holds(one))
    }
}

impl<'g> Classifier<'g> {
    /// A classifier by that glossary; classes are numbered as in `names`.
    pub fn new(glossary: &'g Glossary, names: &'g [String]) -> Self {
        Self {
            glossary,
            names,
            known: HashMap::default(),
        }
    }

    /// The number of the class; 255 where no definition holds.
    pub fn class(&mut self, axes: &Axes, declared: u8, evidence: Evidence) -> u8 {
        if let Some(class) = self.known.get(&(*axes, declared, evidence)) {
            return *class;
        }
        let facts = AxesFacts {
            axes,
            declared: self
                .names
                .get(usize::from(declared))
                .map_or("", String::as_str),
            evidence,
        };
        let class = self
            .glossary
            .classes_of(&facts)
            .next()
            .and_then(|class| self.names.iter().position(|name| *name == class.name))
            .and_then(|at| u8::try_from(at).ok())
            .unwrap_or(u8::MAX);
        self.known.insert((*axes, declared, evidence), class);
        class
    }
}
