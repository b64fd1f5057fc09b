//! Segments: what marketing and sales can do with a record. A record is in the first that holds, so in exactly one.

use crate::model::axis::{Kind, Stage, Temperature};
use crate::model::evidence::Evidence;
use crate::model::record::Axes;

/// Whether a record may be written to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Consent {
    /// It has opted out.
    No,
    /// Nothing is known.
    #[default]
    Unknown,
    /// It has consented.
    Yes,
}

/// What a segment is told by.
#[derive(Clone, Copy, Debug, Default)]
pub struct Standing {
    /// The axes, as all evidence shows them.
    pub axes: Axes,
    /// Whether it may be written to.
    pub consent: Consent,
    /// Whether some record of the set says that consent was given.
    pub consents_recorded: bool,
    /// What is known of it and around it.
    pub evidence: Evidence,
    /// Whether it is no record of a party: made up, say.
    pub nobody: bool,
    /// Whether it lives on in another row of its party.
    pub elsewhere: bool,
}

impl Standing {
    fn has(&self, name: &str) -> bool {
        Evidence::named(name).is_some_and(|one| self.evidence.holds(one))
    }

    fn is(&self, stages: &[Stage]) -> bool {
        stages.contains(&self.axes.stage)
    }

    fn is_customer(&self) -> bool {
        self.is(&[Stage::Customer]) || self.has("customer_organization") || self.has("won_deal")
    }

    fn is_in_funnel(&self) -> bool {
        self.is(&[
            Stage::Interested,
            Stage::Engaged,
            Stage::Mql,
            Stage::Nurture,
        ])
    }

    fn is_for_nurture(&self, temperature: Temperature) -> bool {
        self.is_in_funnel() && self.axes.temperature == temperature
    }
}

/// A segment.
#[derive(Debug)]
pub struct Segment {
    /// Its name, which its list bears too.
    pub name: &'static str,
    /// What it is called.
    pub title: &'static str,
    /// Who is in it, and what can be done.
    pub about: &'static str,
    holds: fn(&Standing) -> bool,
}

/// The segments, in the order in which they are asked.
#[rustfmt::skip]
pub const SEGMENTS: &[Segment] = &[
    Segment { name: "must-not-address", title: "Must not be addressed", about: "opted out: keep out of every mailing",
        holds: |it| it.consent == Consent::No },
    Segment { name: "no-party", title: "Nobody", about: "made up or a test: delete",
        holds: |it| it.nobody },
    Segment { name: "other-row", title: "Addressed through another row", about: "a lead row of a person who has a contact row: use that one",
        holds: |it| it.elsewhere },
    Segment { name: "own-people", title: "Own people", about: "the company's own address or an employee: no campaign",
        holds: |it| it.has("own_people") || it.axes.has_role("employee") },
    Segment { name: "consent-unknown", title: "Consent unknown", about: "in the funnel without a consent, in a set that records consents: ask before writing",
        holds: |it| it.consents_recorded && it.consent == Consent::Unknown && it.is_in_funnel() && !it.is_customer() },
    Segment { name: "ready-for-sales", title: "Ready for sales", about: "qualified, or with an open deal: sales calls",
        holds: |it| it.is(&[Stage::Sql, Stage::Opportunity]) || it.has("open_deal") && !it.is_customer() },
    Segment { name: "win-back", title: "Win back", about: "bought once and no longer: ask why, and make an offer",
        holds: |it| it.is(&[Stage::FormerCustomer]) || it.has("former_customer_organization") && !it.is_customer() },
    Segment { name: "up-sell", title: "Up-sell and cross-sell", about: "a customer with new interest, sales evidence or an open deal: show what fits",
        holds: |it| it.is_customer() && (it.has("interest") || it.has("sales") || it.has("open_deal") || it.has("organization_open_deal")) },
    Segment { name: "keep", title: "Keep", about: "any other customer: after-sales, and stay in touch",
        holds: Standing::is_customer },
    Segment { name: "partners-suppliers", title: "Partners, suppliers, competitors", about: "no buyers: news for partners at most",
        holds: |it| ["partner", "supplier", "competitor"].iter().any(|role| it.has(role) || it.axes.has_role(role)) },
    Segment { name: "nurture-hot", title: "Nurture, hot", about: "interested and about to: qualify now",
        holds: |it| it.is_for_nurture(Temperature::Hot) },
    Segment { name: "nurture-warm", title: "Nurture, warm", about: "interested: content that fits the stage",
        holds: |it| it.is_for_nurture(Temperature::Warm) },
    Segment { name: "nurture-cold", title: "Nurture, cold", about: "interested once: seldom, and with something new",
        holds: |it| it.is_for_nurture(Temperature::Cold) },
    Segment { name: "nurture-unknown", title: "Nurture, temperature unknown", about: "interested, nothing says how warm: find out",
        holds: Standing::is_in_funnel },
    Segment { name: "disqualified", title: "Ruled out", about: "disqualified: leave alone until something changes",
        holds: |it| it.is(&[Stage::Disqualified]) },
    Segment { name: "organizations", title: "Other organizations", about: "an organization that bought nothing and is in no funnel",
        holds: |it| it.axes.kind == Kind::Organization },
    Segment { name: "other-contacts", title: "Other contacts", about: "known, without interest or purchase: personal messages only",
        holds: |_| true },
];

/// The place in [`SEGMENTS`] of a record's segment.
pub fn segment(standing: &Standing) -> usize {
    let first = SEGMENTS.iter().position(|one| (one.holds)(standing));
    first.unwrap_or(SEGMENTS.len() - 1)
}

/// Segments of rows that are to be addressed through another row, or not at all.
const ASIDE: [&str; 2] = ["no-party", "other-row"];

/// The segment of a party of several rows, by the places of theirs: the first of them. A row that stands aside counts
/// only where all do.
pub fn of_party(rows: impl Iterator<Item = usize> + Clone) -> Option<usize> {
    let counts = |at: &usize| {
        SEGMENTS
            .get(*at)
            .is_some_and(|one| !ASIDE.contains(&one.name))
    };
    rows.clone().filter(counts).min().or_else(|| rows.min())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(standing: &Standing) -> &'static str {
        SEGMENTS[segment(standing)].name
    }

    #[test]
    fn an_opt_out_comes_before_everything() {
        let mut customer = Standing {
            axes: Axes {
                stage: Stage::Customer,
                ..Axes::default()
            },
            ..Standing::default()
        };
        assert_eq!(named(&customer), "keep");
        customer.consent = Consent::No;
        assert_eq!(named(&customer), "must-not-address");
    }

    #[test]
    fn unknown_consent_counts_where_consents_are_recorded() {
        let mut prospect = Standing {
            axes: Axes {
                stage: Stage::Mql,
                temperature: Temperature::Warm,
                ..Axes::default()
            },
            ..Standing::default()
        };
        assert_eq!(named(&prospect), "nurture-warm");
        prospect.consents_recorded = true;
        assert_eq!(named(&prospect), "consent-unknown");
        prospect.consent = Consent::Yes;
        assert_eq!(named(&prospect), "nurture-warm");
    }

    #[test]
    fn a_customer_with_a_new_need_is_for_up_selling() {
        let mut standing = Standing {
            axes: Axes {
                stage: Stage::Customer,
                ..Axes::default()
            },
            ..Standing::default()
        };
        standing
            .evidence
            .add(Evidence::named("organization_open_deal").unwrap());
        assert_eq!(named(&standing), "up-sell");
    }

    #[test]
    fn a_party_is_where_the_first_of_its_rows_is_and_a_row_aside_does_not_count() {
        let at = |name: &str| SEGMENTS.iter().position(|one| one.name == name).unwrap();
        let of = |names: &[&str]| of_party(names.iter().map(|name| at(name)));
        assert_eq!(of(&["other-row", "keep"]), Some(at("keep")));
        assert_eq!(
            of(&["keep", "must-not-address"]),
            Some(at("must-not-address"))
        );
        assert_eq!(of(&["other-row", "no-party"]), Some(at("no-party")));
        assert_eq!(of(&[]), None);
    }

    #[test]
    fn names_are_unique_and_the_last_holds_for_all() {
        let mut names: Vec<_> = SEGMENTS.iter().map(|one| one.name).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), SEGMENTS.len());
        assert_eq!(named(&Standing::default()), "other-contacts");
    }
}
