//! The match plan: what is compared, how much each level tells before anything is learned, by which keys records meet,
//! and where the bands lie.

mod decode;
mod table;

use super::compare::Comparison;
use super::keys::Key;
pub use crate::model::matched::Shares;
use crate::yaml::{self, Checking, Language, Layers, Mistakes};

const PLANS: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/matching.rs"));

/// Plans as files that extend each other.
const LANGUAGE: Language = Language {
    what: "plan",
    builtin,
    names,
    whole: &[],
};

/// The built-in plan for people.
pub const PEOPLE: &str = "people";
/// The built-in plan for organizations.
pub const ORGANIZATIONS: &str = "organizations";

/// A comparison in a plan.
#[derive(Clone, Debug)]
pub struct Compared {
    /// What is compared.
    pub comparison: &'static Comparison,
    /// How much each of its levels tells, in their order.
    pub levels: Vec<Shares>,
    /// It never tells more than so many bits.
    pub most: f64,
}

/// A blocking key in a plan.
#[derive(Clone, Copy, Debug)]
pub struct Blocked {
    /// The key.
    pub key: &'static Key,
    /// Its place among the keys.
    pub number: u8,
    /// Blocks of more records are left out.
    pub most: usize,
}

/// Weights, in bits, from which on two records are held for one party.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bands {
    /// The same: they are put in one cluster.
    pub same: f64,
    /// Worth a look.
    pub review: f64,
    /// So surely the same that a conversion makes one record of them.
    pub merge: f64,
}

/// What is so whatever the levels tell: a rule holds unless a plan leaves it out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rules {
    /// `Jr.` and `Sr.` are two.
    pub generations: bool,
    /// Who has another given name shares nothing that counts.
    pub another_given_name: bool,
    /// Who was born on another day shares no address that counts.
    pub another_birth: bool,
    /// Evidence with one cause counts once.
    pub one_cause: bool,
    /// What goes together in a country tells the country once.
    pub one_country: bool,
}

impl Rules {
    /// The rules by their names.
    pub(super) const NAMES: [&str; 5] = [
        "generations",
        "another given name",
        "another birth",
        "one cause",
        "one country",
    ];

    /// Those that are not named.
    pub(super) fn without(names: &[String]) -> Self {
        let [
            generations,
            another_given_name,
            another_birth,
            one_cause,
            one_country,
        ] = Self::NAMES.map(|name| !names.iter().any(|left_out| left_out == name));
        Self {
            generations,
            another_given_name,
            another_birth,
            one_cause,
            one_country,
        }
    }
}

/// A match plan for one kind of party.
#[derive(Clone, Debug)]
pub struct Plan {
    /// Its name.
    pub name: String,
    /// Whether it is for organizations.
    pub organizations: bool,
    /// Where the bands lie.
    pub bands: Bands,
    /// The comparisons, in the order of [`COMPARISONS`](super::compare::COMPARISONS).
    pub comparisons: Vec<Compared>,
    /// The comparison of each identifier.
    pub identifier: Compared,
    /// The comparison of each column that nobody recognised.
    pub other: Compared,
    /// All columns that nobody recognised together never tell more than so many bits, for or against.
    pub others_most: f64,
    /// Whether two are never the same by their names alone.
    pub more_than_names: bool,
    /// The keys by which records meet.
    pub keys: Vec<Blocked>,
    /// A key gives at most so many pairs for each record beyond those of small blocks; its largest blocks are left out.
    pub pairs_a_record: usize,
    /// What is so whatever the levels tell.
    pub rules: Rules,
    /// Identifiers, by their headers, whose equal values settle it: one party.
    pub same: Vec<String>,
    /// Columns, by their headers, whose different values settle it: two parties.
    pub apart: Vec<String>,
}

impl Plan {
    /// The plan with what a conversion asks for that makes one record of two: the band `merge`, and more than names.
    pub fn for_merging(mut self) -> Self {
        self.bands.same = self.bands.merge;
        self.more_than_names = true;
        self
    }
}

/// The names of the built-in plans.
pub fn names() -> Vec<&'static str> {
    PLANS.iter().map(|(name, _)| *name).collect()
}

fn builtin(name: &str) -> Option<&'static str> {
    let found = PLANS.iter().find(|(known, _)| *known == name);
    found.map(|(_, text)| *text)
}

/// Loads a built-in plan by its name, or one from a file, with what it extends.
///
/// # Errors
/// Every mistake of the file, with its place: names, numbers, levels that are missing.
pub fn load(name_or_path: &str) -> Result<Plan, Mistakes> {
    decode(LANGUAGE.read(name_or_path, &[])?)
}

/// Loads a plan from its text; `file` is what mistakes call it, and where `extends` starts from.
///
/// # Errors
/// As [`load`].
pub fn load_text(text: &str, file: &str) -> Result<Plan, Mistakes> {
    decode(LANGUAGE.layer(file, text, &[])?)
}

fn decode(layers: Layers) -> Result<Plan, Mistakes> {
    let Layers {
        root,
        texts,
        mistakes,
        ..
    } = layers;
    let mut checking = Checking::new(texts, mistakes);
    yaml::check_block(&table::PLAN, &root, &root, &mut checking);
    let plan = decode::plan(&root, &mut checking);
    let mistakes = checking.done();
    match plan {
        Some(plan) if mistakes.is_empty() => Ok(plan),
        _ => Err(Mistakes::sorted(mistakes)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_plans_load() {
        assert!(!load(PEOPLE).unwrap().organizations);
        assert!(load(ORGANIZATIONS).unwrap().organizations);
    }

    #[test]
    fn a_plan_of_ones_own_changes_a_built_in_one() {
        let text = "plan: ours\nextends: people\nbands: {same: 3}\nkeys: {phone: 20}\n";
        let plan = load_text(text, "ours.yaml").unwrap();
        assert_eq!((plan.bands.same, plan.bands.review), (3.0, -4.0));
        let phone = plan
            .keys
            .iter()
            .find(|key| key.key.name == "phone")
            .unwrap();
        assert_eq!(phone.most, 20);
    }

    #[test]
    fn a_plan_leaves_rules_out() {
        let rules = |text: &str| load_text(text, "ours.yaml").unwrap().rules;
        let all = rules("plan: ours\nextends: people\n");
        assert!(all.one_cause && all.generations);
        let fewer = rules("plan: ours\nextends: people\nwithout: one cause\n");
        assert!(!fewer.one_cause && fewer.generations);
    }

    #[test]
    fn mistakes_are_told_with_their_places() {
        let text = "plan: ours\nextends: people\ncomparisons:\n  given nam:\n    most: 3\n  birth:\n    levels:\n      sme: {m: 0.5, u: 1.5}\nkeys: {fone: 20}\nbands: {same: -9}\nwithout: [one cuase]\n";
        let said = load_text(text, "ours.yaml").unwrap_err().to_string();
        for part in [
            "no comparison `given nam`",
            "did you mean `given name`?",
            "no level `sme`",
            "between 0 and 1",
            "no blocking key `fone`",
            "`review` is above `same`",
            "no rule `one cuase`",
        ] {
            assert!(said.contains(part), "{part}\n{said}");
        }
    }
}
