//! The linked set as evidence: which organization somebody works at, what it is to the company, and who else is the
//! same person.

use std::collections::HashMap;

use super::around::{Around, Deal, State};
use super::sight::{NO_DAY, Sight, flag};
use crate::glossary::Policy;
use crate::lexicon::{self, Says};
use crate::link;
use crate::model::axis::{Kind, Stage};
use crate::model::fate::Fate;
use crate::model::key;
use crate::model::record::{FLAG_NAMED, Links, Meta};

type Map<K, V> = HashMap<K, V, foldhash::fast::RandomState>;

/// What is known of an organization on file.
#[derive(Clone, Copy, Debug, Default)]
pub struct Company {
    /// It says that it is a customer.
    pub says_customer: bool,
    /// It says, by its type, its notes or its contract, that it was one.
    pub says_former: bool,
    /// Its contract ended longer ago than the policy allows.
    pub contract_over: bool,
    /// A won deal, an invoice, a contract or a customer number.
    pub proof: Option<Proof>,
    /// It has an open deal.
    pub open: bool,
    /// The day of the last deal that it won; [`NO_DAY`] if none.
    pub won: i32,
    /// It has a won deal.
    pub has_won: bool,
    /// It has a deal of any kind.
    pub deals: bool,
}

/// What proves a customer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Proof {
    /// A won deal, by table and row.
    Deal(u16, u32),
    /// An invoice on its row.
    Invoice,
    /// A contract on its row.
    Contract,
    /// A customer number on its row.
    Number,
}

impl Company {
    /// Whether it is a customer: it says so, and something proves it, and it isn't a former one.
    pub fn is_customer(&self) -> bool {
        self.says_customer && self.proof.is_some() && !self.is_former()
    }

    /// Whether it was a customer and is none any more: no open deal, and none won since.
    pub fn is_former(&self) -> bool {
        (self.says_former || self.contract_over) && !self.open
    }
}

/// How it is known where somebody works.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// By a link.
    Link,
    /// By the domain of the address.
    Domain,
    /// By the organization's name.
    Name,
}

/// The linked set as evidence.
#[derive(Debug)]
pub struct World<'s> {
    /// All records.
    pub metas: &'s [Meta],
    /// What they point at.
    pub links: &'s [Links<u32>],
    /// What they say by themselves.
    pub sights: &'s [Sight],
    /// What stands around them.
    pub around: &'s Around,
    /// Thresholds.
    pub policy: &'s Policy,
    /// The day as of which it is judged.
    pub as_of: i32,
    /// The names of the classes.
    pub classes: &'s [String],
    companies: Map<u32, Company>,
    by_domain: Map<u64, Vec<u32>>,
    by_name: Map<u64, Vec<u32>>,
    by_tax: Map<u64, Vec<u32>>,
    shared: std::collections::HashSet<u64, foldhash::fast::RandomState>,
    emails: Vec<(u64, u32)>,
    phones: Vec<(u64, u32)>,
    parties: Map<u32, Vec<u32>>,
    staffed: Map<u32, u32>,
    /// Whether some person's status says that it is new.
    pub has_new: bool,
    /// Keys of statuses and types whose words say nothing, and whose rows do.
    converted_statuses: Words,
    customer_types: Words,
}

/// Keys of texts.
type Words = std::collections::HashSet<u32, foldhash::fast::RandomState>;

/// So many rows tell what a word means, and this share of them must agree, in per cent.
const TELLING: u32 = 8;
const AGREED: u32 = 60;

/// Most records that one address or number is believed to tell apart.
const MOST_ALIKE: usize = 24;

const DAYS_A_YEAR: u32 = 365;

/// A domain that so many different organizations' people use proves none of them.
const MANY_FIRMS: usize = 3;

impl<'s> World<'s> {
    /// The set as evidence. `parties` are the groups of records that are one party.
    #[allow(clippy::too_many_arguments, reason = "a set in all its parts")]
    pub fn new(
        metas: &'s [Meta],
        links: &'s [Links<u32>],
        sights: &'s [Sight],
        around: &'s Around,
        classes: &'s [String],
        policy: &'s Policy,
        as_of: i32,
        parties: Vec<Vec<u32>>,
    ) -> Self {
        let mut world = Self {
            metas,
            links,
            sights,
            around,
            policy,
            as_of,
            classes,
            companies: Map::default(),
            by_domain: Map::default(),
            by_name: Map::default(),
            by_tax: Map::default(),
            shared: Default::default(),
            emails: Vec::new(),
            phones: Vec::new(),
            parties: Map::default(),
            staffed: Map::default(),
            has_new: false,
            converted_statuses: Words::default(),
            customer_types: Words::default(),
        };
        for group in parties {
            for at in &group {
                world.parties.insert(*at, group.clone());
            }
        }
        world.learn();
        world.index();
        world
    }

    /// What a company's own words mean, by the rows that have them: a status whose leads are converted, a type whose
    /// organizations have bought.
    fn learn(&mut self) {
        let (mut statuses, mut types) = (Counts::default(), Counts::default());
        // Where organizations claim a stage, their type is about something else.
        let mut claimed = 0;
        for (at, meta) in self.living() {
            let Some(sight) = self.sights.get(at as usize) else {
                continue;
            };
            match meta.axes.kind {
                Kind::Person => {
                    self.has_new |= sight.has(flag::STATUS_NEW);
                    count(&mut statuses, sight.status, sight.has(flag::CONVERSION));
                }
                Kind::Organization => {
                    claimed += u32::from(sight.has(flag::STAGE_CLAIMED));
                    let won = |deal: &Deal| deal.state == State::Won;
                    let bought = sight.invoiced != NO_DAY
                        || sight.until != NO_DAY
                        || sight.has(flag::CUSTOMER_NUMBER)
                        || self.around.deals_of(at).any(won);
                    count(&mut types, sight.unread_type, bought);
                }
            }
        }
        self.converted_statuses = agreed(&statuses);
        let typed: u32 = types.values().map(|(rows, _)| *rows).sum();
        if claimed <= typed {
            self.customer_types = agreed(&types);
        }
    }

    /// Whether a status is that of converted leads.
    pub fn says_converted(&self, sight: &Sight) -> bool {
        self.converted_statuses.contains(&sight.status)
    }

    /// Whether a type is that of customers, as most of its rows show.
    pub fn says_customer_type(&self, sight: &Sight) -> bool {
        self.customer_types.contains(&sight.unread_type)
    }

    fn living(&self) -> impl Iterator<Item = (u32, &'s Meta)> + use<'s> {
        let metas = self.metas;
        (0..)
            .zip(metas)
            .filter(|(_, meta)| meta.fate == Fate::Exported)
    }

    fn index(&mut self) {
        let (mut emails, mut phones) = (Vec::new(), Vec::new());
        let mut firms_of: Map<u64, Vec<u64>> = Map::default();
        let mut staff: Map<u32, Vec<u64>> = Map::default();
        for (at, meta) in self.living() {
            let Some(sight) = self.sights.get(at as usize) else {
                continue;
            };
            if meta.axes.kind == Kind::Organization {
                if meta.domain != key::NONE {
                    self.by_domain.entry(meta.domain).or_default().push(at);
                }
                if meta.org_name != key::NONE {
                    self.by_name.entry(meta.org_name).or_default().push(at);
                }
                if sight.tax != key::NONE {
                    self.by_tax.entry(sight.tax).or_default().push(at);
                }
                let company = self.company_of(at, meta, sight);
                self.companies.insert(at, company);
                continue;
            }
            if sight.email != key::NONE {
                emails.push((sight.email, at));
            }
            for phone in sight.phones.iter().filter(|phone| **phone != key::NONE) {
                phones.push((*phone, at));
            }
            if let Some(org) = self.linked(at) {
                *self.staffed.entry(org).or_default() += 1;
            }
            if meta.domain != key::NONE {
                if meta.org_name != key::NONE {
                    let known = firms_of.entry(meta.domain).or_default();
                    if known.len() < 16 && !known.contains(&meta.org_name) {
                        known.push(meta.org_name);
                    }
                }
                if let Some(org) = self.linked(at) {
                    staff.entry(org).or_default().push(meta.domain);
                }
            }
        }
        self.emails = shared(key::sorted(emails));
        self.phones = shared(key::sorted(phones));
        self.lend_domains(&staff);
        self.find_shared(&firms_of, &staff);
    }

    /// Organizations without a domain have that of their linked people, where it is one.
    fn lend_domains(&mut self, staff: &Map<u32, Vec<u64>>) {
        let mut lent: Vec<(u64, u32)> = staff
            .iter()
            .filter(|(org, _)| {
                let meta = self.metas.get(**org as usize);
                meta.is_some_and(|meta| meta.domain == key::NONE)
            })
            .filter_map(|(org, domains)| {
                let first = *domains.first()?;
                domains
                    .iter()
                    .all(|domain| *domain == first)
                    .then_some((first, *org))
            })
            .collect();
        lent.sort_unstable();
        for (domain, org) in lent {
            self.by_domain.entry(domain).or_default().push(org);
        }
    }

    /// Domains that people of many organizations use: providers, colleges, chambers.
    fn find_shared(&mut self, firms_of: &Map<u64, Vec<u64>>, staff: &Map<u32, Vec<u64>>) {
        let mut linked: Map<u64, Vec<u32>> = Map::default();
        for (org, domains) in sorted(staff) {
            for domain in domains {
                let known = linked.entry(*domain).or_default();
                if known.len() < 16 && !known.contains(org) {
                    known.push(*org);
                }
            }
        }
        for (domain, firms) in sorted(firms_of) {
            if firms.len() >= MANY_FIRMS && self.unlike(domain, firms) >= MANY_FIRMS {
                self.shared.insert(*domain);
            }
        }
        for (domain, orgs) in sorted(&linked) {
            let owned = self.by_domain.get(domain).map_or(0, Vec::len);
            if orgs.len() >= MANY_FIRMS && orgs.len() > owned {
                self.shared.insert(*domain);
            }
        }
    }

    /// How many of the names beside a domain are of other organizations than those that own it.
    fn unlike(&self, domain: &u64, firms: &[u64]) -> usize {
        let owners = self.by_domain.get(domain).map_or(&[][..], Vec::as_slice);
        let names: Vec<u64> = owners
            .iter()
            .filter_map(|at| self.metas.get(*at as usize))
            .map(|meta| meta.org_name)
            .collect();
        firms
            .iter()
            .filter(|firm| {
                !names.contains(firm) && (names.is_empty() || self.by_name.contains_key(firm))
            })
            .count()
    }

    /// The day so many days before the one as of which it is judged.
    fn before(&self, days: u32) -> i32 {
        self.as_of.saturating_sub_unsigned(days)
    }

    /// The day so many months before the one as of which it is judged.
    pub fn months_before(&self, months: u32) -> i32 {
        self.before(months.saturating_mul(365) / 12)
    }

    fn company_of(&self, at: u32, meta: &Meta, sight: &Sight) -> Company {
        let notes = self.around.notes(at, sight);
        let mut company = Company {
            says_customer: meta.axes.stage == Stage::Customer
                || sight.has(flag::TYPE_CUSTOMER)
                || notes.any(Says::CUSTOMER)
                || self.says_customer_type(sight),
            says_former: meta.axes.stage == Stage::FormerCustomer || notes.any(Says::FORMER),
            won: NO_DAY,
            ..Company::default()
        };
        let mut won_at = None;
        for deal in self.around.deals_of(at) {
            company.deals = true;
            match deal.state {
                State::Open => company.open = true,
                State::Won => {
                    company.has_won = true;
                    won_at = Some(Proof::Deal(deal.table, deal.row));
                    company.won = company.won.max(deal.closes);
                }
                State::Lost => {}
            }
        }
        let known = |holds: bool, proof: Proof| holds.then_some(proof);
        company.proof = won_at
            .or(known(sight.invoiced != NO_DAY, Proof::Invoice))
            .or(known(sight.until != NO_DAY, Proof::Contract))
            .or(known(sight.has(flag::CUSTOMER_NUMBER), Proof::Number));
        let over =
            sight.until != NO_DAY && sight.until < self.before(self.policy.contract_over_days);
        // Won since: after the contract's end or, where that is unknown, in the last year.
        let since = match sight.until {
            NO_DAY => self.before(DAYS_A_YEAR),
            until => until,
        };
        let again = company.won != NO_DAY && company.won > since;
        company.contract_over = over && !again;
        company.says_former &= !again;
        company
    }

    /// The organization that a record links to.
    fn linked(&self, at: u32) -> Option<u32> {
        let links = self.links.get(at as usize)?;
        [links.organization, links.became_organization]
            .into_iter()
            .find(|target| link::is_found(*target))
            .or_else(|| self.around.works_for(at).next())
    }

    /// What is known of an organization.
    pub fn company(&self, at: u32) -> Option<&Company> {
        self.companies.get(&at)
    }

    /// Whether any organization is on file.
    pub fn has_companies(&self) -> bool {
        !self.companies.is_empty()
    }

    /// Where a person works, and how that is known.
    pub fn works_at(&self, at: u32) -> Option<(u32, How)> {
        if let Some(org) = self.linked(at) {
            return Some((org, How::Link));
        }
        let meta = self.metas.get(at as usize)?;
        let named = self.named(meta.org_name);
        if let Some(org) = named {
            return Some((org, How::Name));
        }
        self.at_domain(at).map(|org| (org, How::Domain))
    }

    /// The organization on file with that name; of several, one that is a customer.
    pub fn named(&self, name: u64) -> Option<u32> {
        if name == key::NONE {
            return None;
        }
        self.best(self.by_name.get(&name)?)
    }

    /// The organization on file with the domain of a person's address, unless the company's name on the row says
    /// that it is another one.
    pub fn at_domain(&self, at: u32) -> Option<u32> {
        let meta = self.metas.get(at as usize)?;
        if meta.domain == key::NONE || self.shared.contains(&meta.domain) {
            return None;
        }
        let sight = self.sights.get(at as usize)?;
        if sight.has(flag::SHARED_MAIL) {
            return None;
        }
        let owners = self.by_domain.get(&meta.domain)?;
        let fitting: Vec<u32> = owners
            .iter()
            .copied()
            .filter(|org| {
                self.sights
                    .get(*org as usize)
                    .is_some_and(|firm| sight.firm.may_be(&firm.firm))
            })
            .collect();
        self.best(&fitting)
    }

    fn best(&self, orgs: &[u32]) -> Option<u32> {
        let customer = |org: &&u32| self.company(**org).is_some_and(Company::is_customer);
        orgs.iter().find(customer).or_else(|| orgs.first()).copied()
    }

    /// The other organizations on file with the same domain, name or tax number.
    pub fn like(&self, at: u32) -> impl Iterator<Item = u32> + '_ {
        let meta = self.metas.get(at as usize);
        let domain = meta.map_or(key::NONE, |meta| meta.domain);
        let name = meta.map_or(key::NONE, |meta| meta.org_name);
        let by_domain = self.by_domain.get(&domain).map_or(&[][..], Vec::as_slice);
        let by_name = self.by_name.get(&name).map_or(&[][..], Vec::as_slice);
        let tax = self
            .sights
            .get(at as usize)
            .map_or(key::NONE, |sight| sight.tax);
        let by_tax = self.by_tax.get(&tax).map_or(&[][..], Vec::as_slice);
        by_domain
            .iter()
            .chain(by_name)
            .chain(by_tax)
            .copied()
            .filter(move |other| *other != at)
    }

    /// Whether two organizations are one: the same domain, or the same name and telephone, address or tax number.
    pub fn same_company(&self, a: u32, b: u32) -> bool {
        let (Some(one), Some(other)) = (self.metas.get(a as usize), self.metas.get(b as usize))
        else {
            return false;
        };
        let (Some(x), Some(y)) = (self.sights.get(a as usize), self.sights.get(b as usize)) else {
            return false;
        };
        let same = |p: u64, q: u64| p != key::NONE && p == q;
        let parent = |at: u32| self.links.get(at as usize).map(|links| links.parent);
        if parent(a) == Some(b) || parent(b) == Some(a) {
            return false;
        }
        let forms = x.firm.form == 0 || y.firm.form == 0 || x.firm.form == y.firm.form;
        let name = same(one.org_name, other.org_name);
        let numbers = x
            .phones
            .iter()
            .any(|phone| *phone != key::NONE && y.phones.contains(phone));
        same(one.domain, other.domain) && (name || forms && x.firm.may_be(&y.firm))
            || name && (numbers || same(x.place, y.place) || same(x.tax, y.tax))
            || same(x.tax, y.tax)
    }

    /// The other rows of the same person: by sure keys, by the address and the given name, by a number and the family
    /// name.
    pub fn same_person(&self, at: u32) -> Vec<u32> {
        let (Some(meta), Some(sight)) = (self.metas.get(at as usize), self.sights.get(at as usize))
        else {
            return Vec::new();
        };
        let mut found: Vec<u32> = self
            .parties
            .get(&at)
            .map_or(&[][..], Vec::as_slice)
            .iter()
            .copied()
            .filter(|other| *other != at)
            .collect();
        for other in alike(&self.emails, sight.email) {
            let fits = self.metas.get(other as usize).is_some_and(|other| {
                given_fits(meta, other) && (family_fits(meta, other) || meta.given == other.given)
            });
            if other != at && fits {
                found.push(other);
            }
        }
        for phone in sight.phones {
            for other in alike(&self.phones, phone) {
                let fits = self
                    .metas
                    .get(other as usize)
                    .is_some_and(|other| given_fits(meta, other) && family_fits(meta, other));
                if other != at && fits {
                    found.push(other);
                }
            }
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    /// Whether several people are linked to an organization: one may be itself.
    pub fn has_people(&self, at: u32) -> bool {
        self.staffed.get(&at).is_some_and(|count| *count > 1)
    }

    /// Whether a record stands in the box of the contacts, by itself and not as a converted lead.
    pub fn is_contact(&self, at: u32) -> bool {
        let Some(meta) = self.metas.get(at as usize) else {
            return false;
        };
        let class = self.classes.get(usize::from(meta.declared));
        meta.axes.kind == Kind::Person
            && !meta.axes.converted
            && class.is_some_and(|class| class == "contact")
    }

    /// Whether a record shows something by itself.
    pub fn shows(&self, at: u32, flag: u32) -> bool {
        self.sights
            .get(at as usize)
            .is_some_and(|sight| sight.has(flag))
    }

    /// Whether a record is a lead that was converted.
    pub fn is_converted(&self, at: u32) -> bool {
        let meta = self.metas.get(at as usize);
        meta.is_some_and(|meta| meta.axes.converted)
    }

    /// Whether a record is on file with that role.
    pub fn has_role(&self, at: u32, role: &str) -> bool {
        let meta = self.metas.get(at as usize);
        let says = match role {
            "supplier" => Says::SUPPLIER,
            "partner" => Says::PARTNER,
            "competitor" => Says::COMPETITOR,
            _ => Says::default(),
        };
        let sight = self.sights.get(at as usize);
        meta.is_some_and(|meta| meta.axes.has_role(role))
            || sight.is_some_and(|sight| sight.kind.any(says))
    }

    /// Whether a record is on file with any role.
    pub fn has_any_role(&self, at: u32) -> bool {
        let meta = self.metas.get(at as usize);
        meta.is_some_and(|meta| meta.axes.roles.0 != 0)
            || ["supplier", "partner", "competitor"]
                .iter()
                .any(|role| self.has_role(at, role))
    }

    /// The deals that are in the name of a company.
    pub fn deals_named(&self, name: u64) -> impl Iterator<Item = &Deal> {
        self.around.deals_named(name)
    }
}

/// By word: how many rows have it, and how many of them show a thing.
type Counts = Map<u32, (u32, u32)>;

fn count(counts: &mut Counts, word: u32, shows: bool) {
    if word != 0 {
        let (rows, showing) = counts.entry(word).or_default();
        *rows += 1;
        *showing += u32::from(shows);
    }
}

fn agreed(counts: &Counts) -> Words {
    let agree = |(rows, showing): &(u32, u32)| {
        *rows >= TELLING && u64::from(*showing) * 100 >= u64::from(*rows) * u64::from(AGREED)
    };
    let words = counts.iter().filter(|(_, count)| agree(count));
    words.map(|(word, _)| *word).collect()
}

/// The entries in the order of their keys.
fn sorted<K: Ord, V>(map: &Map<K, V>) -> Vec<(&K, &V)> {
    let mut entries: Vec<_> = map.iter().collect();
    entries.sort_unstable_by(|a, b| a.0.cmp(b.0));
    entries
}

/// Of sorted keys those that two or more records have, and no more than are worth comparing.
fn shared(mut keys: Vec<(u64, u32)>) -> Vec<(u64, u32)> {
    let mut kept = 0;
    let mut start = 0;
    while let Some((key, _)) = keys.get(start).copied() {
        let rest = keys.get(start..).unwrap_or_default();
        let count = rest.iter().take_while(|(other, _)| *other == key).count();
        if (2..=MOST_ALIKE).contains(&count) && key != key::NONE {
            keys.copy_within(start..start + count, kept);
            kept += count;
        }
        start += count;
    }
    keys.truncate(kept);
    keys.shrink_to_fit();
    keys
}

/// The records that have a key that several have.
fn alike(keys: &[(u64, u32)], wanted: u64) -> impl Iterator<Item = u32> + '_ {
    let start = match wanted {
        key::NONE => keys.len(),
        _ => keys.partition_point(|(key, _)| *key < wanted),
    };
    let rest = keys.get(start..).unwrap_or_default();
    let same = rest.iter().take_while(move |(key, _)| *key == wanted);
    same.map(|(_, at)| *at)
}

/// Whether two given names may be one: equal, a short form, an initial.
fn given_fits(a: &Meta, b: &Meta) -> bool {
    if a.given == 0 || b.given == 0 {
        return false;
    }
    let initial = !a.has(FLAG_NAMED) || !b.has(FLAG_NAMED);
    lexicon::same_given_name(a.given, b.given) || initial && a.initial == b.initial
}

/// Whether two people have a family name in common, or one of two.
fn family_fits(a: &Meta, b: &Meta) -> bool {
    let words = |meta: &Meta| meta.family;
    words(a)
        .iter()
        .any(|word| *word != 0 && words(b).contains(word))
}
