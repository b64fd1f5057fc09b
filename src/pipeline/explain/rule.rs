//! A rule of the audit, laid open.

use serde::Serialize;

use super::meant;
use crate::audit::{self, RULES, Rule};
use crate::classify::FACTS;
use crate::classify::around::Present;
use crate::error::{Error, Result};
use crate::glossary::{self, Glossary};
use crate::model::finding::Severity;
use crate::pipeline::audit::{by_glossary, severity};

/// What there is to say of a rule.
#[derive(Clone, Debug, Serialize)]
pub struct AboutRule {
    /// Its code.
    pub code: &'static str,
    /// `classification`, or what else it is about.
    pub group: &'static str,
    /// How much its findings matter under the glossary.
    pub severity: Severity,
    /// Whether it is on where the glossary says nothing.
    pub on_by_default: bool,
    /// The glossary that was asked.
    pub glossary: String,
    /// Whether it is on under that glossary.
    pub on: bool,
    /// What is wrong with the rows that it finds.
    pub finds: &'static str,
    /// What it may name as its evidence: the name, and what it means.
    pub evidence: Vec<(&'static str, &'static str)>,
    /// The files without which it can't judge.
    pub needs: Vec<&'static str>,
    /// The rows that it leaves alone, though they look alike.
    pub quiet: &'static str,
    /// Why such rows are where they are, in a word.
    pub cause: &'static str,
    /// The same in words.
    pub cause_means: &'static str,
    /// What to do.
    pub action: &'static str,
}

/// Every rule under a glossary, in the order in which they decide a record's class.
///
/// # Errors
/// When the glossary is wrong.
pub fn rules(glossary: &str) -> Result<Vec<AboutRule>> {
    let glossary = load(glossary)?;
    Ok(RULES.iter().map(|rule| about(rule, &glossary)).collect())
}

/// One rule under a glossary.
///
/// # Errors
/// When the glossary is wrong, or no rule has the code.
pub fn rule(code: &str, glossary: &str) -> Result<AboutRule> {
    let found = audit::rule(code).ok_or_else(|| {
        let codes = RULES.iter().map(|rule| rule.code);
        let otherwise = "`xwalk explain rule` lists them";
        Error::new(
            format!("no rule is called `{code}`"),
            meant(code, codes, otherwise),
        )
    })?;
    Ok(about(found, &load(glossary)?))
}

fn load(name: &str) -> Result<Glossary> {
    glossary::load(name).map_err(|mistakes| Error::new(mistakes.to_string(), ""))
}

/// What there is to say of a rule under a glossary.
pub(super) fn about(rule: &Rule, glossary: &Glossary) -> AboutRule {
    let absent = Present::default();
    let fact = |what: &&'static str| FACTS.iter().find(|(name, _)| name == what).copied();
    AboutRule {
        code: rule.code,
        group: rule.group,
        severity: severity(glossary, rule),
        on_by_default: rule.on,
        glossary: glossary.name.clone(),
        on: by_glossary(glossary, rule),
        finds: rule.about,
        evidence: rule.evidence.iter().filter_map(fact).collect(),
        needs: rule.needs.iter().map(|need| need.name(&absent)).collect(),
        quiet: rule.quiet,
        cause: rule.cause.name(),
        cause_means: rule.cause.about(),
        action: rule.action,
    }
}
