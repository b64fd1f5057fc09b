//! What is known of a record and around it: the facts that definitions and rules judge by.

/// The kinds of evidence, in the order of their bits in [`Evidence`]: name, and what it means.
pub const EVIDENCE: &[(&str, &str)] = &[
    (
        "interest",
        "a download, newsletter, webinar, trade show, web form, social media, request for information or inbound call",
    ),
    (
        "sales",
        "a completed discovery, needs, demo, quote or pricing meeting; a demo or pricing request of its own; a note with budget, need and date",
    ),
    (
        "dealings",
        "a deal, an invoice, service or partner meetings on record",
    ),
    ("activity", "a completed task, call or meeting with it"),
    ("open_deal", "an open deal of its own"),
    ("won_deal", "a won deal of its own"),
    ("lost_deal", "a lost deal of its own"),
    ("organization_open_deal", "an open deal of its organization"),
    ("organization_won_deal", "a won deal of its organization"),
    (
        "customer_organization",
        "works at, or is, an organization on file as customer with a won deal, an invoice, a contract or a customer number",
    ),
    (
        "former_customer_organization",
        "works at, or is, an organization that was a customer",
    ),
    ("contact_row", "the same party has a row declared contact"),
    ("lead_row", "the same party has a row in a funnel box"),
    ("own_people", "its address is one of the company's own"),
    ("supplier", "it or its organization is on file as supplier"),
    ("partner", "it or its organization is on file as partner"),
    (
        "competitor",
        "it or its organization is on file as competitor",
    ),
    (
        "business_email",
        "its address is at the domain of an organization, not of a mail provider",
    ),
    ("role_mailbox", "its address is that of a role"),
    (
        "reachable",
        "it has a usable address, number or postal address",
    ),
];

/// The numbers that definitions and rules compare: name, and what it counts. Each may be unknown.
pub const NUMBERS: &[(&str, &str)] = &[
    ("score", "the score that the source gave it"),
    (
        "responses",
        "answers to campaigns: opened, clicked, came, downloaded",
    ),
    (
        "days_since_activity",
        "days since its latest activity, as of the day that is judged by",
    ),
    ("days_in_stage", "days since it reached its stage"),
];

/// A set of kinds of evidence.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Evidence(pub u32);

impl Evidence {
    /// The set with just the kind of that name.
    pub fn named(name: &str) -> Option<Self> {
        let at = EVIDENCE.iter().position(|(known, _)| *known == name)?;
        Some(Self(1 << at))
    }

    /// Whether it holds all of another set.
    pub fn holds(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// Adds another set.
    pub fn add(&mut self, other: Self) {
        self.0 |= other.0;
    }

    /// The names in the set, in the order of [`EVIDENCE`].
    pub fn names(self) -> impl Iterator<Item = &'static str> {
        let all = EVIDENCE.iter().enumerate();
        all.filter(move |(at, _)| self.0 & (1 << at) != 0)
            .map(|(_, (name, _))| *name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_a_bit_of_its_own() {
        let mut all = Evidence::default();
        for (name, _) in EVIDENCE {
            let one = Evidence::named(name).unwrap();
            assert!(!all.holds(one), "{name}");
            all.add(one);
        }
        assert_eq!(all.names().count(), EVIDENCE.len());
    }
}
