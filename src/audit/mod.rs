//! The rules by which records are found misclassified: one file each, all judged on a record and what stands around it.

pub mod found;
mod rules;
pub mod segment;

pub use found::{Found, Piece, Summary, Unread, date, piece};
pub use rules::ALL as RULES;

use crate::classify::around::{Presence, Present};
use crate::classify::{Case, Fact};
use crate::model::axis::{Kind, Stage};
use crate::model::finding::Severity;
use crate::model::record::Axes;

/// Why a record is where it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// The platform's word means something else.
    Words,
    /// Teams draw the line differently.
    Definitions,
    /// A step was half done.
    Conversion,
    /// Typed into the wrong box.
    Entry,
}

/// Every cause.
pub const CAUSES: [Cause; 4] = [
    Cause::Words,
    Cause::Definitions,
    Cause::Conversion,
    Cause::Entry,
];

impl Cause {
    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Words => "words",
            Self::Definitions => "definitions",
            Self::Conversion => "conversion",
            Self::Entry => "entry",
        }
    }

    /// What it means.
    pub fn about(self) -> &'static str {
        match self {
            Self::Words => "the platform's word means something else",
            Self::Definitions => "teams draw the line differently",
            Self::Conversion => "a step was half done",
            Self::Entry => "it was typed into the wrong box",
        }
    }
}

/// A file without which a rule can't judge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// Deals.
    Deals,
    /// Tasks, calls, meetings.
    Activities,
    /// A campaign's members.
    Campaigns,
    /// Users.
    Users,
    /// What links point at.
    Linked,
    /// Links of people to their organizations, if there are organizations.
    Employers,
}

impl Need {
    /// What is missing: a kind of files, or the links of one that is there.
    pub fn name(self, present: &Present) -> &'static str {
        match self {
            Self::Deals if present.deals == Presence::Astray => "links of deals",
            Self::Activities if present.activities == Presence::Astray => "links of activities",
            Self::Employers => "links to organizations",
            Self::Deals => "deals",
            Self::Activities => "activities",
            Self::Campaigns => "campaigns",
            Self::Users => "users",
            Self::Linked => "linked records",
        }
    }

    /// Whether the set has it.
    pub fn is_met(self, present: &Present) -> bool {
        match self {
            Self::Deals => present.deals == Presence::There,
            Self::Activities => present.activities == Presence::There,
            Self::Campaigns => present.campaigns,
            Self::Users => present.users,
            Self::Linked => present.linked,
            Self::Employers => present.employers,
        }
    }
}

/// A rule.
#[derive(Debug)]
pub struct Rule {
    /// kebab-case, naming the problem.
    pub code: &'static str,
    /// `classification`, or what else it is about.
    pub group: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// Whether it is on where the glossary says nothing.
    pub on: bool,
    /// The row is wrong because…
    pub about: &'static str,
    /// What to do.
    pub action: &'static str,
    /// What it may name as its evidence, of [`crate::classify::FACTS`].
    pub evidence: &'static [&'static str],
    /// What looks like one and is none: the rows that it leaves alone.
    pub quiet: &'static str,
    /// Why such rows are where they are, as a rule.
    pub cause: Cause,
    /// Files without which it can't judge.
    pub needs: &'static [Need],
    /// Judges a record.
    pub check: fn(&Case) -> Option<Hit>,
}

/// What a rule says that a record is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Becomes {
    /// What its box declares.
    Declared,
    /// Nothing: it is no record of a party.
    Nothing,
    /// What the glossary says of these axes.
    Axes(Axes),
}

/// A rule's finding on a record.
#[derive(Clone, Debug)]
pub struct Hit {
    /// What the record is.
    pub becomes: Becomes,
    /// How sure it is, in per cent.
    pub confidence: u8,
    /// What speaks for it.
    pub evidence: Vec<Fact>,
    /// What speaks against it.
    pub against: Vec<Fact>,
    /// Why the record is where it is, where that differs from the rule's own cause.
    pub cause: Option<Cause>,
}

impl Hit {
    /// A hit that leaves the class as declared.
    fn declared(confidence: u8, evidence: impl IntoIterator<Item = Fact>) -> Self {
        Self::new(Becomes::Declared, confidence, evidence)
    }

    /// A hit by which a record is of another stage.
    fn stage(
        case: &Case,
        stage: Stage,
        confidence: u8,
        evidence: impl IntoIterator<Item = Fact>,
    ) -> Self {
        let axes = Axes {
            stage,
            ..case.meta.axes
        };
        Self::new(Becomes::Axes(axes), confidence, evidence)
    }

    /// A hit by which a record is of another kind and stage.
    fn kind(
        case: &Case,
        kind: Kind,
        stage: Stage,
        confidence: u8,
        evidence: impl IntoIterator<Item = Fact>,
    ) -> Self {
        let axes = Axes {
            kind,
            stage,
            ..case.meta.axes
        };
        Self::new(Becomes::Axes(axes), confidence, evidence)
    }

    fn new(becomes: Becomes, confidence: u8, evidence: impl IntoIterator<Item = Fact>) -> Self {
        Self {
            becomes,
            confidence,
            evidence: evidence.into_iter().collect(),
            against: Vec::new(),
            cause: None,
        }
    }

    fn against(mut self, facts: impl IntoIterator<Item = Fact>) -> Self {
        self.against.extend(facts);
        self
    }

    fn because(mut self, cause: Cause) -> Self {
        self.cause = Some(cause);
        self
    }
}

/// The rule with that code.
pub fn rule(code: &str) -> Option<&'static Rule> {
    RULES.iter().copied().find(|rule| rule.code == code)
}

/// What the rules say of a record: each rule that holds, with its finding. `is_on` says which rules are asked.
pub fn judge(case: &Case, is_on: &dyn Fn(&Rule) -> bool) -> Vec<(&'static Rule, Hit)> {
    let can = |need: &Need| need.is_met(&case.world.around.present);
    let mut found = Vec::new();
    for rule in RULES {
        if !is_on(rule) || !rule.needs.iter().all(can) {
            continue;
        }
        if let Some(hit) = (rule.check)(case) {
            let ends = hit.becomes == Becomes::Nothing;
            found.push((*rule, hit));
            // Of a row that is no record, nothing else is to be said.
            if ends {
                break;
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_names_evidence_that_is_known() {
        let known = |what: &&str| {
            crate::classify::FACTS
                .iter()
                .any(|(name, _)| *name == *what)
        };
        for rule in RULES {
            assert!(!rule.evidence.is_empty(), "{}", rule.code);
            assert!(rule.evidence.iter().all(known), "{}", rule.code);
        }
    }

    #[test]
    fn codes_are_unique_and_every_rule_says_what_to_do() {
        let mut codes: Vec<_> = RULES.iter().map(|rule| rule.code).collect();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), RULES.len());
        assert!(RULES.iter().all(|rule| {
            [rule.about, rule.action, rule.quiet]
                .iter()
                .all(|text| !text.is_empty())
        }));
    }
}
