//! What a company's own words in a picklist can mean: of a status, a type, a source, a temperature.

use std::sync::LazyLock;

use super::{Phrases, words};

macro_rules! meanings {
    ($($(#[$about:meta])* $meaning:ident = $name:literal,)*) => {
        /// What a word of a picklist can mean.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Meaning { $($(#[$about])* $meaning,)* }

        /// The meanings by their names in `mappings/lexicon/picklist.txt`.
        const MEANINGS: &[(&str, Meaning)] = &[$(($name, Meaning::$meaning),)*];
    };
}

meanings! {
    /// A status: nobody has worked on it yet.
    New = "status.new",
    /// A status: open, and no more.
    Open = "status.open",
    /// A status: somebody tries to reach it.
    Tried = "status.tried",
    /// A status: ruled out.
    Disqualified = "status.disqualified",
    /// A status: of marketing.
    Marketing = "status.marketing",
    /// A status: qualified by marketing.
    Mql = "status.mql",
    /// A status: qualified.
    Qualified = "status.qualified",
    /// A status: qualified by sales.
    Sql = "status.sql",
    /// A status: not now.
    Nurture = "status.nurture",
    /// A status: somebody works on it.
    Engaged = "status.engaged",
    /// A status: interested, and no more.
    Interested = "status.interested",
    /// A status: converted into a contact.
    Converted = "status.converted",
    /// A type: a competitor.
    Competitor = "type.competitor",
    /// A type: a supplier.
    Supplier = "type.supplier",
    /// A type: a partner.
    Partner = "type.partner",
    /// A type: not the partner itself, but somebody behind it.
    Through = "type.through",
    /// A type: a customer once.
    Former = "type.former",
    /// A type: yet to be won.
    Prospect = "type.prospect",
    /// A type: a customer.
    Customer = "type.customer",
    /// A temperature.
    Hot = "temperature.hot",
    /// A temperature.
    Warm = "temperature.warm",
    /// A temperature.
    Cold = "temperature.cold",
    /// A source: bought, rented or collected.
    Collected = "source.collected",
    /// An activity's status or outcome: still to come, or never came.
    Planned = "activity.planned",
    /// An activity's status or outcome: it took place.
    Done = "activity.done",
}

/// What the words of a text mean, as a set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Meanings(u32);

impl Meanings {
    /// What the words of a text mean.
    pub fn of(text: &str) -> Self {
        let list = PICKLIST.as_ref();
        Self(list.map_or(0, |list| list.meanings(&words(text))))
    }

    /// Whether that is among it.
    pub fn has(self, meaning: Meaning) -> bool {
        self.0 & bit(meaning) != 0
    }
}

fn bit(meaning: Meaning) -> u32 {
    1 << meaning as u32
}

const LIST: &str = include_str!("../../mappings/lexicon/picklist.txt");

static PICKLIST: LazyLock<Option<Phrases>> = LazyLock::new(|| {
    let named = |name: &str| MEANINGS.iter().find(|(known, _)| *known == name);
    Phrases::of_list(LIST, |name| named(name).map(|(_, meaning)| bit(*meaning)))
});

#[cfg(test)]
mod tests {
    use super::super::lists::entries;
    use super::super::phrases::malformed;
    use super::*;

    #[test]
    fn every_line_has_a_meaning_that_is_known_and_every_meaning_a_line() {
        let names: Vec<&str> = MEANINGS.iter().map(|(name, _)| *name).collect();
        assert_eq!(malformed(LIST, &names), [""; 0]);
        for name in names {
            let stands = entries(LIST).any(|line| line.split(": ").next() == Some(name));
            assert!(stands, "no line of {name}");
        }
        assert!(PICKLIST.is_some());
    }

    #[test]
    fn accents_case_and_signs_make_no_difference() {
        assert!(Meanings::of("EN MÁS ADELANTE").has(Meaning::Nurture));
        assert!(Meanings::of("Sales-accepted").has(Meaning::Sql));
        assert!(!Meanings::of("Salesman").has(Meaning::Sql));
        assert_eq!(Meanings::of(""), Meanings::default());
    }
}
