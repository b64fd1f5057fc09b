//! A loaded glossary: what the YAML says, checked and typed.

use super::words::Words;
use crate::expression::{Expression, Facts};
use crate::model::axis::Temperature;
use crate::model::finding::Severity;
use crate::yaml::{Mistake, Place, nearest};

/// The languages that the built-in glossaries speak.
pub const LANGUAGES: [&str; 5] = ["en", "es", "pt", "fr", "de"];

/// Texts by language, in the order of the file.
pub type ByLanguage<T> = Vec<(String, T)>;

/// The words of a company.
#[derive(Clone, Debug)]
pub struct Glossary {
    /// Its name.
    pub name: String,
    /// What it is for, by language.
    pub title: ByLanguage<String>,
    /// Whether a record is of one class at most; proven over the axes when the glossary was loaded.
    pub exclusive: bool,
    /// The classes, in order: the first that holds is the record's class.
    pub classes: Vec<Class>,
    /// How records are judged.
    pub policy: Policy,
    /// The company's own words in its data.
    pub words: Words,
}

/// One class of a glossary.
#[derive(Clone, Debug)]
pub struct Class {
    /// Its name: contact, prospect, lead, organization, or a company's own.
    pub name: String,
    /// When a record is of it.
    pub when: Expression,
    /// Its words by language, the usual one first.
    pub terms: ByLanguage<Vec<String>>,
    /// What it means, by language.
    pub about: ByLanguage<String>,
    /// What the company's people call it, by language, where that is another word.
    pub called: ByLanguage<String>,
}

/// How records are judged: thresholds, lists, and which rules apply.
#[derive(Clone, Debug)]
pub struct Policy {
    /// Months without activity after which nobody is hot any more.
    pub inactive_months: u32,
    /// Days after the end of a contract from which a customer is a former one.
    pub contract_over_days: u32,
    /// Months without activity after which a record is stale.
    pub active_months: u32,
    /// The company's own internet domains, in lower case.
    pub own_domains: Vec<String>,
    /// The temperature where the vendor has none: the first that holds.
    pub temperature: Vec<(Temperature, Expression)>,
    /// Rules that are switched or weighed otherwise than by default.
    pub rules: Vec<(Code, Setting)>,
    /// Single records on which a rule stays quiet.
    pub quiet: Vec<Quiet>,
}

impl Default for Policy {
    fn default() -> Self {
        Self {
            inactive_months: 18,
            contract_over_days: 180,
            active_months: 24,
            own_domains: Vec::new(),
            temperature: Vec::new(),
            rules: Vec::new(),
            quiet: Vec::new(),
        }
    }
}

/// What a glossary says of a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Setting {
    /// It is not applied.
    Off,
    /// It is applied, though by default it would not be.
    On,
    /// It is applied, and its findings weigh this much.
    As(Severity),
}

/// A rule's code, with the place where it is named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Code {
    /// The code.
    pub code: String,
    /// Where it stands.
    pub place: Place,
    /// The line that it stands on.
    pub line: String,
}

/// A record on which a rule stays quiet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quiet {
    /// The rule.
    pub code: Code,
    /// The record's id in its source.
    pub id: String,
    /// Why.
    pub why: String,
}

impl Class {
    /// What people call it in a language: the company's own word, else the usual one, else English.
    pub fn called(&self, language: &str) -> &str {
        let own = |language| in_language(&self.called, language).map(String::as_str);
        let usual = |language| in_language(&self.terms, language).and_then(|words| words.first());
        own(language)
            .or_else(|| usual(language).map(String::as_str))
            .or_else(|| own("en"))
            .or_else(|| usual("en").map(String::as_str))
            .unwrap_or(&self.name)
    }

    /// What it means in a language, else in English; empty where nothing is said.
    pub fn about(&self, language: &str) -> &str {
        let found = in_language(&self.about, language).or_else(|| in_language(&self.about, "en"));
        found.map_or("", String::as_str)
    }
}

impl Glossary {
    /// All classes that hold for a record, in order; the first is its class.
    pub fn classes_of<'g>(&'g self, facts: &'g dyn Facts) -> impl Iterator<Item = &'g Class> {
        self.classes
            .iter()
            .filter(move |class| class.when.eval_bool(facts))
    }

    /// The class of that name.
    pub fn class(&self, name: &str) -> Option<&Class> {
        self.classes.iter().find(|class| class.name == name)
    }

    /// What the glossary is for, in a language, else in English.
    pub fn title(&self, language: &str) -> &str {
        let found = in_language(&self.title, language).or_else(|| in_language(&self.title, "en"));
        found.map_or("", String::as_str)
    }

    /// What is said of a rule; absent, its default counts.
    pub fn setting(&self, code: &str) -> Option<Setting> {
        let mut rules = self.policy.rules.iter();
        rules
            .find(|(rule, _)| rule.code == code)
            .map(|(_, setting)| *setting)
    }

    /// Why a rule stays quiet on a record of that id, if it does.
    pub fn quiet(&self, code: &str, id: &str) -> Option<&str> {
        let mut quiet = self.policy.quiet.iter();
        let found = quiet.find(|quiet| quiet.code.code == code && quiet.id == id);
        found.map(|quiet| quiet.why.as_str())
    }

    /// The codes of rules that are named, with their places.
    pub fn codes(&self) -> impl Iterator<Item = &Code> {
        let rules = self.policy.rules.iter().map(|(code, _)| code);
        rules.chain(self.policy.quiet.iter().map(|quiet| &quiet.code))
    }

    /// The named codes that no rule bears: one mistake each, with the code that was probably meant.
    pub fn unknown_codes(&self, rules: &[&str]) -> Vec<Mistake> {
        let unknown = self
            .codes()
            .filter(|code| !rules.contains(&code.code.as_str()));
        unknown.map(|code| code.unknown(rules)).collect()
    }

    /// The kinds of evidence and the numbers that its definitions look at, sorted.
    pub fn uses_evidence(&self) -> Vec<&'static str> {
        let temperature = self.policy.temperature.iter().map(|(_, when)| when);
        let all = self
            .classes
            .iter()
            .map(|class| &class.when)
            .chain(temperature);
        let mut names: Vec<&str> = all
            .flat_map(|when| {
                let numbers = when.uses_numbers().into_iter().map(|(name, _)| name);
                when.uses_evidence().into_iter().chain(numbers)
            })
            .collect();
        names.sort_unstable();
        names.dedup();
        names
    }
}

impl Code {
    fn unknown(&self, rules: &[&str]) -> Mistake {
        let way_out = nearest(&self.code, rules.iter().copied()).map_or_else(
            || format!("the rules are {}", rules.join(", ")),
            |meant| format!("did you mean `{meant}`?"),
        );
        Mistake {
            file: self.place.file.to_string(),
            line: self.place.line,
            column: self.place.column,
            message: format!("no rule is called `{}`", self.code),
            way_out,
            snippet: self.line.clone(),
        }
    }
}

/// What is said in a language.
pub fn in_language<'a, T>(texts: &'a ByLanguage<T>, language: &str) -> Option<&'a T> {
    let found = texts.iter().find(|(known, _)| known == language);
    found.map(|(_, text)| text)
}
