//! A company's own words: what its statuses and types mean, and the phrases that its people use.

use std::collections::BTreeMap;

use crate::lexicon::{self, Phrases, Says};
use crate::model::axis::{Roles, Stage};

/// What a status can mean: a stage of the funnel, or that the lead became a contact.
pub(super) const STATUSES: [&str; 8] = [
    "interested",
    "engaged",
    "mql",
    "sql",
    "opportunity",
    "nurture",
    "disqualified",
    CONVERTED,
];

const CONVERTED: &str = "converted";

/// What an organization of a type can be.
pub(super) const TYPES: [&str; 9] = [
    "interested",
    "customer",
    "former_customer",
    "partner",
    "supplier",
    "competitor",
    "investor",
    "employee",
    "other",
];

/// What a phrase can say, and what that is to the audit.
pub(super) const SAYS: [(&str, Says); 10] = [
    ("customer", Says::CUSTOMER),
    ("former_customer", Says::FORMER),
    ("supplier", Says::SUPPLIER),
    ("partner", Says::PARTNER),
    ("competitor", Says::COMPETITOR),
    ("interest", Says::INTEREST),
    ("sales_request", Says::SALES_REQUEST),
    ("sales_talk", Says::SALES_TALK),
    ("service", Says::SERVICE),
    ("not_done", Says::NOT_DONE),
];

/// A company's own words. They are found in any case, with or without accents.
#[derive(Clone, Debug, Default)]
pub struct Words {
    statuses: Meant,
    types: Meant,
    /// The phrases, each with what it says.
    said: Vec<(&'static str, String)>,
    phrases: Option<Phrases>,
}

/// What words mean: (word as it is written, meaning), by the word as it is compared.
type Meant = BTreeMap<String, (String, &'static str)>;

/// What a status means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OwnStatus {
    /// The stage; none where it means that the lead was converted.
    pub stage: Option<Stage>,
}

/// What an organization of a type is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OwnType {
    /// Its stage, where the type says one.
    pub stage: Option<Stage>,
    /// Its roles.
    pub roles: Roles,
}

impl Words {
    /// Words of statuses, types and phrases; of two that are compared as one, the later counts.
    pub(super) fn new(
        statuses: Vec<(String, &'static str)>,
        types: Vec<(String, &'static str)>,
        said: Vec<(&'static str, String)>,
    ) -> Self {
        let meant = |all: Vec<(String, &'static str)>| {
            let compared = |(word, means): (String, _)| (key(&word), (word, means));
            all.into_iter().map(compared).collect()
        };
        let phrases = said.iter().filter_map(|(means, phrase)| {
            let (_, says) = SAYS.iter().find(|(name, _)| name == means)?;
            Some((says.0, phrase.as_str()))
        });
        let phrases = match said.is_empty() {
            true => None,
            false => Phrases::new(phrases),
        };
        Self {
            statuses: meant(statuses),
            types: meant(types),
            said,
            phrases,
        }
    }

    /// What a status means.
    pub fn status(&self, text: &str) -> Option<OwnStatus> {
        let (_, means) = found(&self.statuses, text)?;
        Some(OwnStatus {
            stage: Stage::named(means),
        })
    }

    /// What an organization of that type is.
    pub fn kind(&self, text: &str) -> Option<OwnType> {
        let (_, means) = found(&self.types, text)?;
        Some(OwnType {
            stage: Stage::named(means),
            roles: Roles::named(means).unwrap_or_default(),
        })
    }

    /// What a text says, by the lexicon and by the company's own phrases; where the two contradict each other, by those.
    pub fn says(&self, text: &str) -> Says {
        let known = lexicon::says(text);
        let Some(phrases) = self.phrases.as_ref().filter(|_| !text.is_empty()) else {
            return known;
        };
        let own = Says(phrases.meanings(&lexicon::words(text)));
        if own == Says::default() {
            return known;
        }
        let denied = |said: Says, by: Says, denies: Says| match by.any(said) {
            true => denies,
            false => Says::default(),
        };
        let known = known
            .without(denied(Says::ROLES, own, Says::ROLES))
            .without(denied(Says::CUSTOMER, own, Says::FORMER));
        let own = own.without(denied(Says::FORMER, own, Says::CUSTOMER));
        known.with(own).with(Says::OWN_WORDS)
    }

    /// The words that make up a text of that field, or stand in it, each with what it means.
    pub fn in_field(&self, field: &str, text: &str) -> Vec<(&str, &'static str)> {
        let whole = match field {
            "status" => found(&self.statuses, text),
            "organization.type" => found(&self.types, text),
            _ => return self.in_text(text),
        };
        whole.into_iter().collect()
    }

    fn in_text(&self, text: &str) -> Vec<(&str, &'static str)> {
        let words = lexicon::words(text);
        let hits = self.phrases.iter().flat_map(|phrases| phrases.hits(&words));
        let mut found: Vec<(&str, &'static str)> = hits
            .filter_map(|hit| self.said.get(hit.phrase))
            .map(|(means, phrase)| (phrase.as_str(), *means))
            .collect();
        found.dedup();
        found
    }
}

fn found<'w>(words: &'w Meant, text: &str) -> Option<(&'w str, &'static str)> {
    if words.is_empty() {
        return None;
    }
    let (word, means) = words.get(&key(text))?;
    Some((word, means))
}

/// A word as it is compared: without case, accents and signs.
pub(super) fn key(text: &str) -> String {
    lexicon::words(text)
}
