//! What stands around the parties: deals, activities and campaigns, each with the parties that it is about.

use crate::lexicon::Says;
use crate::model::key;
use crate::model::record::Meta;

use super::sight::{NO_DAY, Sight};

/// How far a deal has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Still worked on.
    Open,
    /// Won.
    Won,
    /// Lost.
    Lost,
}

/// A deal.
#[derive(Clone, Copy, Debug)]
pub struct Deal {
    /// Source table.
    pub table: u16,
    /// Source row.
    pub row: u32,
    /// How far it has come.
    pub state: State,
    /// The day on which it closed, or is to close.
    pub closes: i32,
    /// The day on which it was made.
    pub created: i32,
}

/// What kind of activity it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// A task.
    Task,
    /// A telephone call.
    Call,
    /// A meeting.
    Meeting,
    /// An e-mail.
    Email,
    /// A note.
    Note,
    /// A member's place in a campaign.
    Response,
    /// A case or ticket.
    Case,
}

/// Whether an activity took place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Done {
    /// The source says so.
    Yes,
    /// The source says that it didn't.
    No,
    /// It did if its day is past.
    ByDay,
}

/// An activity.
#[derive(Clone, Copy, Debug)]
pub struct Activity {
    /// Source table.
    pub table: u16,
    /// Source row.
    pub row: u32,
    /// Its kind.
    pub sort: Sort,
    /// Whether it took place.
    pub done: Done,
    /// Whether they called or wrote.
    pub inbound: bool,
    /// Its day.
    pub at: i32,
    /// What its subject and text say.
    pub says: Says,
}

/// Whether the set has files of a kind, and whether they can be joined to it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Presence {
    /// There is none.
    #[default]
    Absent,
    /// There is, and no row of it leads to a record of the set.
    Astray,
    /// There is.
    There,
}

/// Which files the set has, and so what can be judged.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Present {
    /// Deals.
    pub deals: Presence,
    /// Tasks, calls, meetings or activities.
    pub activities: Presence,
    /// Campaign members.
    pub campaigns: bool,
    /// Users.
    pub users: bool,
    /// Records that links point at.
    pub linked: bool,
    /// A way to tell where people work by a link, if organizations are there.
    pub employers: bool,
}

/// Which links of a box can be judged: all that they may point at is in the set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Joined {
    /// Those to organizations.
    pub organization: bool,
    /// Those to the organization above.
    pub parent: bool,
    /// Those to the person above.
    pub manager: bool,
}

/// How it stands with an owner, by the users of the set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Owner {
    /// An active user, or something of which the users say nothing.
    #[default]
    There,
    /// A user who is no longer active.
    Left,
    /// The id or address of a user who is not among them.
    Unknown,
}

/// What stands around the parties.
#[derive(Debug, Default)]
pub struct Around {
    /// Deals.
    pub deals: Vec<Deal>,
    /// Activities.
    pub activities: Vec<Activity>,
    /// Which files the set has.
    pub present: Present,
    /// The last day on which something was done.
    pub last: i32,
    /// By box: which links can be judged.
    pub joined: Vec<Joined>,
    /// By box: how it stands with each owner.
    pub owners: Vec<Vec<Owner>>,
    deals_of: Pairs,
    activities_of: Pairs,
    /// People and the organizations that a file of relations names for them.
    works_for: Pairs,
    named: Vec<(u64, u32)>,
}

/// Pairs of a record and something of it, sorted.
#[derive(Debug, Default)]
struct Pairs(Vec<(u32, u32)>);

impl Pairs {
    fn of(&self, record: u32) -> impl Iterator<Item = u32> + '_ {
        let start = self.0.partition_point(|(known, _)| *known < record);
        let rest = self.0.get(start..).unwrap_or_default();
        rest.iter()
            .take_while(move |(known, _)| *known == record)
            .map(|(_, item)| *item)
    }
}

impl Around {
    /// Whether a file of relations says of anyone where they work.
    pub fn names_employers(&self) -> bool {
        !self.works_for.0.is_empty()
    }

    /// What stands around, with pairs of record and deal, record and activity, person and organization, and of names of
    /// deals and deals.
    pub fn new(
        deals: Vec<Deal>,
        activities: Vec<Activity>,
        present: Present,
        pairs: [Vec<(u32, u32)>; 3],
        mut named: Vec<(u64, u32)>,
    ) -> Self {
        let [deals_of, activities_of, works_for] = pairs.map(|mut pairs| {
            pairs.sort_unstable();
            pairs.dedup();
            Pairs(pairs)
        });
        named.sort_unstable();
        Self {
            deals,
            activities,
            present,
            last: NO_DAY,
            joined: Vec::new(),
            owners: Vec::new(),
            deals_of,
            activities_of,
            works_for,
            named,
        }
    }

    /// The deals of a record.
    pub fn deals_of(&self, record: u32) -> impl Iterator<Item = &Deal> {
        self.deals_of
            .of(record)
            .filter_map(|at| self.deals.get(at as usize))
    }

    /// The activities of a record.
    pub fn activities_of(&self, record: u32) -> impl Iterator<Item = &Activity> {
        self.activities_of
            .of(record)
            .filter_map(|at| self.activities.get(at as usize))
    }

    /// What the notes of a record say: on its row, and those about it.
    pub fn notes(&self, record: u32, sight: &Sight) -> Says {
        self.activities_of(record)
            .filter(|activity| activity.sort == Sort::Note)
            .fold(sight.says, |all, note| all.with(note.says))
    }

    /// The organizations that a file of relations names for a person.
    pub fn works_for(&self, record: u32) -> impl Iterator<Item = u32> + '_ {
        self.works_for.of(record)
    }

    /// Which links of a record can be judged.
    pub fn joined(&self, meta: &Meta) -> Joined {
        let known = self.joined.get(usize::from(meta.object));
        known.copied().unwrap_or_default()
    }

    /// How it stands with a record's owner.
    pub fn owner(&self, meta: &Meta) -> Owner {
        let owners = self.owners.get(usize::from(meta.object));
        let at = meta.owner.checked_sub(1).map(|at| at as usize);
        let known = owners.zip(at).and_then(|(owners, at)| owners.get(at));
        known.copied().unwrap_or_default()
    }

    /// Pairs of people and organizations by files of relations.
    pub fn relations(&self) -> &[(u32, u32)] {
        &self.works_for.0
    }

    /// The deals whose name begins with an organization's name.
    pub fn deals_named(&self, name: u64) -> impl Iterator<Item = &Deal> {
        let start = self.named.partition_point(|(known, _)| *known < name);
        let rest = self.named.get(start..).unwrap_or_default();
        rest.iter()
            .take_while(move |(known, _)| *known == name && name != key::NONE)
            .filter_map(|(_, at)| self.deals.get(*at as usize))
    }
}

impl Activity {
    /// Whether it took place, as of a day.
    pub fn is_done(&self, as_of: i32) -> bool {
        self.is_past(as_of) && !self.says.any(Says::NOT_DONE)
    }

    /// Whether it took place or was tried, as of a day.
    pub fn is_past(&self, as_of: i32) -> bool {
        match self.done {
            Done::Yes => true,
            Done::No => false,
            Done::ByDay => self.at != NO_DAY && self.at <= as_of,
        }
    }

    /// Whether it is sales evidence: a needs, demo, quote or pricing talk that took place, their own request for one,
    /// or a note of budget, need and date.
    pub fn is_sales(&self, as_of: i32) -> bool {
        // A quote that went out was made for somebody; a letter that went out was not.
        let ours = self.sort == Sort::Email && !self.inbound
            || self.says.any(Says::OUTBOUND) && !self.says.any(Says::GOODS);
        let talked = self.says.any(Says::SALES_TALK)
            && self.is_done(as_of)
            && !matches!(
                self.sort,
                Sort::Email | Sort::Note | Sort::Response | Sort::Case
            );
        let asked = (self.says.any(Says::SALES_REQUEST)
            || self.sort == Sort::Note && self.says.any(Says::REQUESTED))
            && !self.says.any(Says::NOT_DONE)
            && (self.sort != Sort::Response || self.is_done(as_of));
        let plan = self.says.all(Says::PLAN) && self.is_done(as_of);
        !ours && (talked || asked) || plan
    }

    /// Whether it is interest of theirs: a response, or something that they asked for or came to.
    pub fn is_interest(&self, as_of: i32) -> bool {
        match self.sort {
            Sort::Response => self.is_done(as_of),
            Sort::Email | Sort::Case => self.inbound && self.says.any(Says::INTEREST),
            _ => {
                self.says.any(Says::INTEREST)
                    && !self.says.any(Says::OUTBOUND)
                    && (self.is_done(as_of) || self.sort == Sort::Note)
            }
        }
    }

    /// Whether it is a completed task, call or meeting.
    pub fn is_contact(&self, as_of: i32) -> bool {
        matches!(self.sort, Sort::Task | Sort::Call | Sort::Meeting) && self.is_done(as_of)
    }

    /// Whether it is a dealing: service or partner work that took place.
    pub fn is_dealing(&self, as_of: i32) -> bool {
        self.sort == Sort::Case || self.says.any(Says::SERVICE) && self.is_contact(as_of)
    }
}
