//! One record before its judges: itself, and everything around it.

use super::around::{Activity, Deal, State};
use super::sight::{NO_DAY, Sight, flag};
use super::world::{Company, How, World};
use crate::lexicon::Says;
use crate::model::axis::{Kind, Stage};
use crate::model::evidence::Evidence;
use crate::model::key;
use crate::model::record::Meta;

/// A piece of evidence: what it shows, and where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fact {
    /// What it shows; one of [`FACTS`].
    pub what: &'static str,
    /// Source table; [`NOT_A_ROW`] where it stands on no row.
    pub table: u16,
    /// Source row.
    pub row: u32,
    /// Its day, [`NO_DAY`] for none.
    pub day: i32,
}

/// The table of a fact that stands on no row.
pub const NOT_A_ROW: u16 = u16::MAX;

/// What pieces of evidence can show: (name, in words).
pub const FACTS: &[(&str, &str)] = &[
    ("activity", "a completed task, call or meeting"),
    ("collected", "bought or collected"),
    ("company_name", "the name fields hold a company's name"),
    ("competitor", "on file as competitor"),
    ("contact_row", "a contact row of the same person"),
    ("contract", "a contract on the organization's row"),
    ("contract_over", "the contract ended"),
    ("conversion", "the conversion is flagged"),
    (
        "customer_number",
        "a customer number on the organization's row",
    ),
    (
        "customer_row",
        "a row of the same organization says customer",
    ),
    (
        "dangling",
        "the link points at a record that is not in the files",
    ),
    (
        "customer",
        "a note says customer, in the company's own words",
    ),
    ("declared", "what the box and the status say"),
    ("deleted", "what it belongs to was deleted"),
    ("domain", "the organization with the address's domain"),
    ("former", "a note or type says former customer"),
    (
        "individual",
        "named like an individual, with nothing that an organization has",
    ),
    ("interest", "interest of its own"),
    ("invoice", "an invoice on the organization's row"),
    ("link", "the linked organization"),
    ("lost_deal", "a lost deal"),
    ("name", "the organization with the same name"),
    ("no_activity", "no activity for long"),
    ("no_deal", "no deal"),
    (
        "no_proof",
        "no won deal, invoice, contract or customer number",
    ),
    ("no_sales", "no sales evidence"),
    ("nameless", "no human name"),
    ("open_deal", "an open deal"),
    ("own_people", "the address is the company's own"),
    ("owner_left", "the owner is a user who is no longer active"),
    (
        "owner_unknown",
        "no user on file has the owner's id or address",
    ),
    ("partner", "on file as partner"),
    (
        "placeholders",
        "texts that stand for nothing in place of a name, address, number or company",
    ),
    ("role_mailbox", "the address of a role"),
    ("sales", "sales evidence"),
    ("status", "the status is open"),
    ("supplier", "on file as supplier"),
    ("test", "a made-up name or address"),
    ("two_people", "two people in the name fields"),
    ("unreachable", "no usable address or number"),
    ("won_deal", "a won deal"),
];

/// One record before its judges.
#[derive(Clone, Copy, Debug)]
pub struct Case<'w> {
    /// The set.
    pub world: &'w World<'w>,
    /// The record.
    pub at: u32,
    /// What stays in memory of it.
    pub meta: &'w Meta,
    /// What it says by itself.
    pub sight: &'w Sight,
    /// Where it works.
    pub employer: Option<(u32, How)>,
    /// Other rows of the same person.
    pub others: &'w [u32],
    /// What is known of it and around it.
    pub evidence: Evidence,
}

impl<'w> Case<'w> {
    /// The class that its box and status declare, empty for none.
    pub fn declared(&self) -> &'w str {
        self.world
            .classes
            .get(usize::from(self.meta.declared))
            .map_or("", String::as_str)
    }

    /// Whether it is a person.
    pub fn is_person(&self) -> bool {
        self.meta.axes.kind == Kind::Person
    }

    /// Whether its row stands in a funnel box, or says that it is on its way to buy.
    pub fn is_funnel(&self) -> bool {
        let unfinished = self.is_person() && self.is_converted() && self.is_unfinished();
        is_funnel(self.world, self.meta) || unfinished
    }

    /// Whether it is a lead that was converted and closed.
    pub fn is_converted(&self) -> bool {
        self.meta.axes.converted
    }

    /// Whether a kind of evidence is there.
    pub fn has(&self, name: &str) -> bool {
        Evidence::named(name).is_some_and(|one| self.evidence.holds(one))
    }

    /// Whether a flag of its own is set.
    pub fn shows(&self, flag: u32) -> bool {
        self.sight.has(flag)
    }

    /// What is known of the organization that it is, or works at.
    pub fn company(&self) -> Option<(u32, &'w Company)> {
        let at = if self.is_person() {
            self.employer?.0
        } else {
            self.at
        };
        Some((at, self.world.company(at)?))
    }

    /// It and the other rows of the same person.
    pub fn rows(&self) -> impl Iterator<Item = u32> + 'w {
        std::iter::once(self.at).chain(self.others.iter().copied())
    }

    /// The deals of its own, on any of its rows.
    pub fn deals(&self) -> impl Iterator<Item = &'w Deal> + 'w {
        let world = self.world;
        self.rows().flat_map(move |at| world.around.deals_of(at))
    }

    /// The deals of the organization that it works at, and those in the name of its company.
    pub fn company_deals(&self) -> impl Iterator<Item = &'w Deal> + 'w {
        let world = self.world;
        let org = self.employer.map(|(org, _)| org);
        let name = if org.is_none() {
            self.meta.org_name
        } else {
            key::NONE
        };
        org.into_iter()
            .flat_map(move |org| world.around.deals_of(org))
            .chain(world.deals_named(name))
    }

    /// The activities on any of its rows.
    pub fn activities(&self) -> impl Iterator<Item = &'w Activity> + 'w {
        let world = self.world;
        self.rows()
            .flat_map(move |at| world.around.activities_of(at))
    }

    /// A deal of its own in that state: the fact.
    pub fn own_deal(&self, state: State) -> Option<Fact> {
        let deal = self.deals().find(|deal| deal.state == state)?;
        Some(of_deal(deal))
    }

    /// A deal of this very row in that state: the fact.
    pub fn row_deal(&self, state: State) -> Option<Fact> {
        let mut deals = self.world.around.deals_of(self.at);
        deals.find(|deal| deal.state == state).map(of_deal)
    }

    /// A deal of its organization in that state: the fact.
    pub fn company_deal(&self, state: State) -> Option<Fact> {
        let deal = self.company_deals().find(|deal| deal.state == state)?;
        Some(of_deal(deal))
    }

    /// Sales evidence, from its own row or an activity.
    pub fn sales(&self) -> Option<Fact> {
        let as_of = self.world.as_of;
        let done = self.activities().find(|activity| activity.is_sales(as_of));
        done.map(|activity| of_activity("sales", activity))
            .or_else(|| {
                let own = self.sight.says.any(Says::SALES_REQUEST)
                    || self.sight.says.all(Says::PLAN) && !self.sight.says.any(Says::NOT_DONE);
                own.then(|| self.own("sales"))
            })
    }

    /// Interest, from its own row or an activity.
    pub fn interest(&self) -> Option<Fact> {
        let as_of = self.world.as_of;
        let done = self
            .activities()
            .find(|activity| activity.is_interest(as_of));
        done.map(|activity| of_activity("interest", activity))
            .or_else(|| {
                self.sight
                    .says
                    .any(Says::INTEREST)
                    .then(|| self.own("interest"))
            })
    }

    /// A completed task, call or meeting.
    pub fn contact(&self) -> Option<Fact> {
        let as_of = self.world.as_of;
        let done = self
            .activities()
            .find(|activity| activity.is_contact(as_of));
        done.map(|activity| of_activity("activity", activity))
    }

    /// The last day on which something happened: creation, activity, response, closed deal.
    pub fn last_day(&self) -> i32 {
        let as_of = self.world.as_of;
        let activities = self
            .activities()
            .filter(|activity| activity.is_past(as_of))
            .map(|activity| activity.at);
        let deals = self
            .deals()
            .filter(|deal| deal.state != State::Open)
            .map(|deal| deal.closes);
        activities
            .chain(deals)
            .chain([self.sight.created, self.sight.active])
            .filter(|day| *day <= as_of)
            .max()
            .unwrap_or(NO_DAY)
    }

    /// A fact on its own row.
    pub fn own(&self, what: &'static str) -> Fact {
        Fact {
            what,
            table: self.meta.table,
            row: self.meta.row,
            day: NO_DAY,
        }
    }

    /// A fact on another record's row.
    pub fn on(&self, what: &'static str, record: u32) -> Fact {
        let meta = self.world.metas.get(record as usize);
        Fact {
            what,
            table: meta.map_or(NOT_A_ROW, |meta| meta.table),
            row: meta.map_or(0, |meta| meta.row),
            day: NO_DAY,
        }
    }

    /// How it is known where it works: the fact.
    pub fn works_at(&self) -> Option<Fact> {
        let (org, how) = self.employer?;
        let what = match how {
            How::Link => "link",
            How::Domain => "domain",
            How::Name => "name",
        };
        Some(self.on(what, org))
    }

    /// What shows that the organization is a customer.
    pub fn proof(&self) -> Option<Fact> {
        use super::world::Proof;
        let (at, company) = self.company()?;
        Some(match company.proof? {
            Proof::Deal(table, row) => Fact {
                what: "won_deal",
                table,
                row,
                day: company.won,
            },
            Proof::Invoice => self.on("invoice", at),
            Proof::Contract => self.on("contract", at),
            Proof::Number => self.on("customer_number", at),
        })
    }

    /// What its own notes say: on its row, and those about it.
    pub fn notes(&self) -> Says {
        self.world.around.notes(self.at, self.sight)
    }

    /// Whether its conversion is flagged, or the ids that it became are there, and its status is open.
    pub fn is_unfinished(&self) -> bool {
        let closed = matches!(
            self.meta.axes.stage,
            Stage::Disqualified | Stage::Sql | Stage::Opportunity | Stage::Customer
        );
        let told = self.shows(flag::CONVERTED_STATUS) || self.world.says_converted(self.sight);
        let flagged = self.shows(flag::CONVERSION) && !told;
        flagged && self.has_status() && !closed
    }

    /// Whether it has a status of its own.
    pub fn has_status(&self) -> bool {
        self.shows(flag::STATUS)
    }

    /// Whether its status says that nobody has worked on it yet. One that is merely open does so where no row is new.
    pub fn is_new(&self) -> bool {
        self.shows(flag::STATUS_NEW) || self.shows(flag::STATUS_OPEN) && !self.world.has_new
    }

    /// Whether its status says that nobody has reached it yet, tried or not.
    pub fn is_unreached(&self) -> bool {
        self.shows(flag::STATUS_NEW | flag::STATUS_OPEN | flag::STATUS_TRIED)
    }

    /// What it says: its stage, where a column claims one.
    pub fn says_stage(&self) -> Option<Stage> {
        self.shows(flag::STAGE_CLAIMED)
            .then_some(self.meta.axes.stage)
    }
}

/// Whether a row stands in a funnel box.
pub fn is_funnel(world: &World, meta: &Meta) -> bool {
    let declared = world.classes.get(usize::from(meta.declared));
    let funnel = match declared.map(String::as_str) {
        Some("lead" | "prospect") => true,
        Some(_) => false,
        None => matches!(
            meta.axes.stage,
            Stage::Interested | Stage::Engaged | Stage::Mql | Stage::Sql | Stage::Opportunity
        ),
    };
    funnel && !meta.axes.converted && meta.axes.kind == Kind::Person
}

/// The fact of a deal.
pub fn of_deal(deal: &Deal) -> Fact {
    let what = match deal.state {
        State::Open => "open_deal",
        State::Won => "won_deal",
        State::Lost => "lost_deal",
    };
    Fact {
        what,
        table: deal.table,
        row: deal.row,
        day: deal.closes,
    }
}

fn of_activity(what: &'static str, activity: &Activity) -> Fact {
    Fact {
        what,
        table: activity.table,
        row: activity.row,
        day: activity.at,
    }
}

/// Gathers what is known around a record into its evidence.
pub fn gather(case: &Case) -> Evidence {
    let mut all = case.sight.evidence(case.meta.axes.roles);
    let mut add = |name: &str, holds: bool| {
        if holds && let Some(evidence) = Evidence::named(name) {
            all.add(evidence);
        }
    };
    add("interest", case.interest().is_some());
    add("sales", case.sales().is_some());
    add("activity", case.contact().is_some());
    add("open_deal", case.own_deal(State::Open).is_some());
    add("won_deal", case.own_deal(State::Won).is_some());
    add("lost_deal", case.own_deal(State::Lost).is_some());
    add(
        "organization_open_deal",
        case.company_deal(State::Open).is_some(),
    );
    add(
        "organization_won_deal",
        case.company_deal(State::Won).is_some(),
    );
    let as_of = case.world.as_of;
    let company = case.company();
    let customer = company.is_some_and(|(_, company)| company.is_customer());
    add("customer_organization", customer);
    add(
        "former_customer_organization",
        company.is_some_and(|(_, company)| company.is_former()),
    );
    let role = |name: &str| company.filter(|(at, _)| case.world.has_role(*at, name));
    for (name, says) in [
        ("supplier", Says::SUPPLIER),
        ("partner", Says::PARTNER),
        ("competitor", Says::COMPETITOR),
    ] {
        add(name, role(name).is_some() || case.notes().any(says));
    }
    let dealings = case.deals().next().is_some()
        || case.company_deals().next().is_some()
        || customer
        || case.activities().any(|activity| activity.is_dealing(as_of));
    add("dealings", dealings);
    let boxed = |wanted: &str| {
        case.others.iter().any(|other| {
            let meta = case.world.metas.get(*other as usize);
            let class = meta.and_then(|meta| case.world.classes.get(usize::from(meta.declared)));
            class.is_some_and(|class| class == wanted)
                && meta.is_some_and(|meta| !meta.axes.converted)
        })
    };
    add("contact_row", boxed("contact"));
    add("lead_row", boxed("lead") || boxed("prospect"));
    all
}
