//! What a record says by itself, in the little that its rules need.

use super::emptied;
use super::picklist;
use super::shape::{self, Names, Written};
use crate::lexicon::{self, Says, fold, says};
use crate::map::org_key;
use crate::model::axis::{AXES, Kind, STAGES, Stage, Temperature};
use crate::model::evidence::Evidence;
use crate::model::field::{FieldId, find};
use crate::model::key;
use crate::model::record::{Draft, FLAG_OPTED_OUT, How, Meta, NO_COLUMN};
use crate::normalize::date::DateFormat;
use crate::normalize::{Reading, date, domain, email, org_name};

/// No day is known.
pub const NO_DAY: i32 = i32::MIN;

const MICROS_A_DAY: i64 = 86_400_000_000;
const ADDRESS_SPACE: u32 = u32::MAX - 10;
const PHONE_SPACE: u32 = u32::MAX - 11;
const TAX_SPACE: u32 = u32::MAX - 12;
const PLACE_SPACE: u32 = u32::MAX - 13;

/// What a record says by itself.
#[derive(Clone, Copy, Debug)]
pub struct Sight {
    /// What its notes, sources and forms say.
    pub says: Says,
    /// What its type says.
    pub kind: Says,
    /// What columns say that no profile maps.
    pub beside: Says,
    /// How warm a column says that it is that no profile maps.
    pub beside_temperature: Temperature,
    /// What is known of it, as bits.
    pub flags: u32,
    /// Key of the e-mail address without its `+tag`.
    pub email: u64,
    /// Keys of its mobile and other telephone numbers.
    pub phones: [u64; 2],
    /// Key of the tax number.
    pub tax: u64,
    /// Key of street and postal code.
    pub place: u64,
    /// The words of its organization's name.
    pub firm: Firm,
    /// Day of creation.
    pub created: i32,
    /// Day of the last activity that the source states.
    pub active: i32,
    /// Day of the last invoice.
    pub invoiced: i32,
    /// Day on which a contract ended or ends.
    pub until: i32,
    /// When the stage that it claims was reached.
    pub entered: i32,
    /// The score, −1 for none.
    pub score: i32,
    /// What its status says by its words, where the profile doesn't say it.
    pub stage: Option<Stage>,
}

/// The words of an organization's name, as keys.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Firm {
    /// The first words, without the legal form.
    pub words: [u32; 4],
    /// The legal form.
    pub form: u32,
}

macro_rules! flags {
    ($($(#[$about:meta])* $name:ident)*) => {
        flags!(@ 0, $($(#[$about])* $name)*);
    };
    (@ $at:expr, $(#[$about:meta])* $name:ident $($rest:tt)*) => {
        $(#[$about])*
        pub const $name: u32 = 1 << ($at);
        flags!(@ $at + 1, $($rest)*);
    };
    (@ $at:expr,) => {};
}

/// Fields whose cells are also looked at as they are: what stands for nothing (`test`, `asdf`) is no value.
pub const NAMES: [&str; 8] = [
    "name.given",
    "name.family",
    "name.full",
    "organization.name",
    "email",
    "phone",
    "phone.mobile",
    "phone.home",
];

/// A column that no profile maps, and that is evidence by its header and what it holds.
#[derive(Clone, Debug)]
pub struct Beside {
    /// The column.
    pub column: u16,
    /// The canonical field that it can be read as.
    pub field: &'static str,
    /// How its dates are read.
    pub dates: DateFormat,
}

impl Beside {
    fn look(&self, draft: &Draft, sight: &mut Sight) {
        let Some(cell) = draft.cells().find(|cell| cell.column == self.column) else {
            return;
        };
        let text = lexicon::trimmed(cell.raw);
        if text.is_empty() || lexicon::placeholder(text) {
            return;
        }
        if self.field == "customer_number" {
            sight.flags |= flag::CUSTOMER_NUMBER;
            return;
        }
        match self.field {
            "lead.source" => {
                self.source(text, sight);
                return;
            }
            "interest" => {
                let said = says(text);
                sight.beside = sight.beside.with(Says::INTEREST);
                if said.any(Says::SALES_TALK)
                    || said.any(Says::SALES_REQUEST)
                    || said.any(Says::GOODS)
                {
                    sight.beside = sight.beside.with(Says::SALES_REQUEST);
                }
                return;
            }
            "description" => {
                sight.beside = sight.beside.with(of_note(text));
                return;
            }
            "temperature" => {
                sight.beside_temperature = picklist::temperature(text);
                return;
            }
            "organization.tax_id" => {
                sight.tax = keyed(TAX_SPACE, &folded(text));
                sight.flags |= flag::ESTABLISHED;
                return;
            }
            _ => {}
        }
        let mut out = String::new();
        let read = match date::day(text, &self.dates, &mut out) {
            Reading::Same => day(text),
            Reading::Changed => day(&out),
            _ => match date::moment(text, &self.dates, &mut out) {
                Reading::Same => day(text),
                Reading::Changed => day(&out),
                _ => NO_DAY,
            },
        };
        match self.field {
            "invoiced_at" => sight.invoiced = sight.invoiced.max(read),
            "customer_until" => sight.until = sight.until.max(read),
            "last_activity_at" => sight.active = sight.active.max(read),
            _ => {}
        }
    }
}

impl Beside {
    fn source(&self, text: &str, sight: &mut Sight) {
        let said = says(text);
        let words = lexicon::words(text);
        if picklist::is_collected(&words) {
            sight.flags |= flag::COLLECTED;
        } else if said.any(Says::SALES_TALK) || said.any(Says::SALES_REQUEST) {
            sight.beside = sight.beside.with(Says::SALES_REQUEST).with(Says::INTEREST);
        } else if said.any(Says::INTEREST) {
            sight.beside = sight.beside.with(Says::INTEREST);
        }
    }
}

/// The bits of [`Sight::flags`].
pub mod flag {
    flags! {
        /// The address is that of a role.
        ROLE_MAILBOX
        /// The address is at an organization's own domain.
        BUSINESS_MAIL
        /// The address is at one of the company's own domains.
        OWN_PEOPLE
        /// It has a usable address, number or postal address.
        REACHABLE
        /// The name fields hold a company's name.
        COMPANY_NAME
        /// An organization named like an individual.
        INDIVIDUAL
        /// The name fields name two people.
        TWO_PEOPLE
        /// The name is made up to try something out.
        TEST
        /// The name fields name nobody: empty, or a role.
        NAMELESS
        /// It has a customer number.
        CUSTOMER_NUMBER
        /// It has a website, domain, tax number, head count or line of business of its own.
        ESTABLISHED
        /// A column claims its stage.
        STAGE_CLAIMED
        /// Its status is open and new: nobody has reached it.
        STATUS_NEW
        /// A column that lost claims that it is only interested or worked on.
        EARLY_CLAIM
        /// Its conversion is flagged, or the ids it became are there.
        CONVERSION
        /// Its status says that it was converted.
        CONVERTED_STATUS
        /// The source claims a temperature.
        TEMPERATURE_CLAIMED
        /// It was bought, rented or collected, not won.
        COLLECTED
        /// It names an organization by a link.
        ORGANIZATION_LINK
        /// The address may not be written to.
        OPTED_OUT
        /// Its type says that it is a customer.
        TYPE_CUSTOMER
        /// Its type says that it is yet to be won.
        TYPE_PROSPECT
        /// It has a status.
        STATUS
        /// Its status rules it out.
        RULED_OUT
        /// The address's domain is shared by the members of a profession or a public body.
        SHARED_MAIL
        /// What it should be known by was filled with texts that stand for nothing.
        PLACEHOLDERS
    }
}

impl Sight {
    /// Whether a flag is set.
    pub fn has(&self, flag: u32) -> bool {
        self.flags & flag != 0
    }
}

/// What is looked at in every record, found once.
#[derive(Debug)]
pub struct Looker<'a> {
    fields: Looked,
    /// By stage: the field that says when it was reached.
    entered: [Option<FieldId>; STAGES.len()],
    names: &'a Names,
    own_domains: &'a [String],
    /// Keys of the names of the organizations on file.
    firms: &'a std::collections::HashSet<u64, foldhash::fast::RandomState>,
}

macro_rules! looked {
    ($($name:ident: $field:literal,)*) => {
        /// The fields that are looked at in every record.
        pub const LOOKED_AT: &[&str] = &[$($field,)*];

        #[derive(Debug)]
        struct Looked { $($name: FieldId,)* }

        impl Looked {
            fn new() -> Self {
                Self { $($name: find($field).unwrap_or(FieldId(u16::MAX)),)* }
            }
        }
    };
}

looked! {
    given: "name.given",
    family: "name.family",
    full: "name.full",
    email: "email",
    email_other: "email.other",
    phone: "phone",
    mobile: "phone.mobile",
    home: "phone.home",
    phone_other: "phone.other",
    firm: "organization.name",
    firm_id: "organization.id",
    firm_domain: "organization.domain",
    website: "website",
    tax: "organization.tax_id",
    employees: "organization.employees",
    industry: "organization.industry",
    kind: "organization.type",
    revenue: "organization.revenue",
    street: "address.street",
    postal: "address.postal_code",
    status: "status",
    source: "lead.source",
    detail: "lead.source_detail",
    interest: "interest",
    description: "description",
    tags: "tags",
    campaign: "campaign",
    became_person: "became.person",
    became_organization: "became.organization",
    customer_number: "customer_number",
    invoiced: "invoiced_at",
    until: "customer_until",
    created: "created_at",
    active: "last_activity_at",
    score: "lead.score",
}

/// Canonical sources that are interest of the party's own.
const INTERESTED_SOURCES: [&str; 5] = ["web_form", "download", "social", "event", "phone"];

impl<'a> Looker<'a> {
    /// Looks with these names, own domains and names of organizations.
    pub fn new(
        names: &'a Names,
        own_domains: &'a [String],
        firms: &'a std::collections::HashSet<u64, foldhash::fast::RandomState>,
    ) -> Self {
        Self {
            fields: Looked::new(),
            entered: STAGES.map(|stage| find(&format!("stage.entered_at.{stage}"))),
            names,
            own_domains,
            firms,
        }
    }

    /// What a record says by itself; `beside` are the columns that no profile maps and that are evidence all the same.
    pub fn look(
        &self,
        meta: &Meta,
        draft: &Draft,
        beside: &[Beside],
        names: &[(u16, &str)],
    ) -> Sight {
        let f = &self.fields;
        let text = |field: FieldId| draft.text(field);
        let mut sight = Sight {
            says: Says::default(),
            kind: picklist::role(text(f.kind)),
            beside: Says::default(),
            beside_temperature: Temperature::Unknown,
            flags: 0,
            email: key::NONE,
            phones: [key::NONE; 2],
            tax: key::NONE,
            place: key::NONE,
            firm: firm(text(f.firm)),
            created: day(text(f.created)),
            active: day(text(f.active)),
            invoiced: day(text(f.invoiced)),
            until: day(text(f.until)),
            entered: NO_DAY,
            score: -1,
            stage: None,
        };
        let mut set = |flag: u32, holds: bool| {
            if holds {
                sight.flags |= flag;
            }
        };
        let filled = |field: FieldId| !text(field).is_empty();
        set(flag::CUSTOMER_NUMBER, filled(f.customer_number));
        set(flag::ORGANIZATION_LINK, filled(f.firm_id));
        set(
            flag::ESTABLISHED,
            [
                f.website,
                f.firm_domain,
                f.tax,
                f.employees,
                f.industry,
                f.revenue,
            ]
            .into_iter()
            .any(filled),
        );
        set(
            flag::CONVERSION,
            meta.axes.converted || filled(f.became_person) || filled(f.became_organization),
        );
        set(flag::STAGE_CLAIMED, draft.claimed_by.stage != NO_COLUMN);
        set(
            flag::TEMPERATURE_CLAIMED,
            draft.claimed_by.temperature != NO_COLUMN,
        );
        set(flag::OPTED_OUT, meta.has(FLAG_OPTED_OUT));
        let kind = picklist::kind(text(f.kind));
        set(flag::TYPE_PROSPECT, kind == Some(picklist::Kind::Prospect));
        set(flag::TYPE_CUSTOMER, kind == Some(picklist::Kind::Customer));
        let former = kind == Some(picklist::Kind::Former);
        for column in beside {
            column.look(draft, &mut sight);
        }
        self.claims(draft, &mut sight);
        self.status(text(f.status), &mut sight);
        let says_all = |fields: &[FieldId]| {
            let all = fields.iter().flat_map(|field| draft.values_of(*field));
            all.fold(Says::default(), |all, value| all.with(says(value.text)))
        };
        let notes = says_all(&[f.description, f.tags]);
        // A form or source of its own is its own request or interest, whatever the words for it.
        let forms = says_all(&[f.interest, f.detail, f.campaign]);
        let source = text(f.source);
        let sources = says(source);
        let mut all = notes;
        if notes.any(Says::REQUESTED) {
            all = all.with(Says::SALES_REQUEST);
        }
        if sources.any(Says::SALES_REQUEST) || sources.any(Says::REQUESTED) {
            all = all.with(Says::SALES_REQUEST);
        }
        if former {
            all = all.with(Says::FORMER);
        }
        if forms.any(Says::SALES_TALK) || forms.any(Says::SALES_REQUEST) {
            all = all.with(Says::SALES_REQUEST);
        }
        let bought = matches!(source, "list" | "import");
        if INTERESTED_SOURCES.contains(&source)
            || !bought && sources.any(Says::INTEREST)
            || forms.any(Says::INTEREST)
            || draft.value(f.interest).is_some()
        {
            all = all.with(Says::INTEREST);
        } else {
            all = Says(all.0 & !Says::INTEREST.0 | notes.0 & Says::INTEREST.0);
        }
        sight.says = all.with(sight.beside);
        if bought {
            sight.flags |= flag::COLLECTED;
        }
        self.reach(draft, &mut sight);
        let known = self.known(meta.axes.kind, draft);
        if emptied::is_made_of_nothing(meta.axes.kind, known, draft, names) {
            sight.flags |= flag::PLACEHOLDERS;
        }
        self.shapes(meta, draft, names, &mut sight);
        if filled(f.tax) {
            sight.tax = keyed(TAX_SPACE, &folded(text(f.tax)));
        }
        let street = folded(text(f.street));
        if street.len() > 5 {
            sight.place = keyed(PLACE_SPACE, &(street + &folded(text(f.postal))));
        }
        if let Ok(score) = text(f.score).parse::<f64>() {
            sight.score = score.round() as i32;
        }
        if let Some(Some(entered)) = self.entered.get(meta.axes.stage as usize) {
            sight.entered = day(draft.text(*entered));
        }
        sight
    }

    /// What the columns claim beside what won.
    fn claims(&self, draft: &Draft, sight: &mut Sight) {
        for (axis, value, column) in &draft.claims {
            let axis = AXES.get(usize::from(*axis)).copied().unwrap_or_default();
            match axis {
                "stage" => {
                    let name = STAGES.get(usize::from(*value)).copied().unwrap_or_default();
                    let early = matches!(
                        Stage::named(name),
                        Some(Stage::Interested | Stage::Engaged | Stage::Known)
                    );
                    if name == "customer" {
                        sight.flags |= flag::TYPE_CUSTOMER;
                    }
                    if early && *column != draft.claimed_by.stage {
                        sight.flags |= flag::EARLY_CLAIM;
                    }
                }
                "converted" if *value == 1 => {
                    let status = draft.values_of(self.fields.status).next();
                    if status.is_some_and(|status| status.column == *column) {
                        sight.flags |= flag::CONVERTED_STATUS;
                    }
                }
                _ => {}
            }
        }
    }

    fn status(&self, status: &str, sight: &mut Sight) {
        if status.is_empty() {
            return;
        }
        sight.flags |= flag::STATUS;
        let words = lexicon::words(status);
        let stage = picklist::stage(&words);
        if !sight.has(flag::STAGE_CLAIMED) {
            sight.stage = stage;
        }
        if picklist::is_new(&words) {
            sight.flags |= flag::STATUS_NEW;
        }
        if stage == Some(Stage::Disqualified) {
            sight.flags |= flag::RULED_OUT;
        }
        if words.contains(" convert") {
            sight.flags |= flag::CONVERTED_STATUS;
        }
    }

    /// What a record is known by that has a value.
    fn known(&self, kind: Kind, draft: &Draft) -> u8 {
        let f = &self.fields;
        let any = |part: u8, fields: &[FieldId]| match fields.iter().any(|one| draft.has(*one)) {
            true => part,
            false => 0,
        };
        let email = any(emptied::EMAIL, &[f.email, f.email_other]);
        let phone = any(emptied::PHONE, &[f.phone, f.mobile, f.home, f.phone_other]);
        let name = match kind {
            Kind::Person => {
                any(emptied::NAME, &[f.given, f.family, f.full]) | any(emptied::COMPANY, &[f.firm])
            }
            Kind::Organization => any(emptied::NAME, &[f.firm]) | emptied::COMPANY,
        };
        name | email | phone
    }

    /// How it can be reached, and by whose address.
    fn reach(&self, draft: &Draft, sight: &mut Sight) {
        let f = &self.fields;
        let usable = |field: FieldId| {
            draft
                .values_of(field)
                .find(|value| value.how != How::Unread && !value.text.is_empty())
                .map(|value| value.text)
        };
        let dialled = |field: FieldId| {
            draft
                .values_of(field)
                .map(|value| value.text)
                .find(|text| !text.is_empty())
        };
        if let Some(address) = usable(f.email) {
            sight.flags |= flag::REACHABLE;
            let (local, host) = address.rsplit_once('@').unwrap_or((address, ""));
            let bare = local.split('+').next().unwrap_or(local);
            sight.email = key::of(ADDRESS_SPACE, &format!("{bare}@{host}").to_lowercase());
            if email::is_role(bare) {
                sight.flags |= flag::ROLE_MAILBOX;
            }
            if lexicon::shared_domain(host) {
                sight.flags |= flag::SHARED_MAIL;
            }
            if domain::from_email(address).is_some() {
                sight.flags |= flag::BUSINESS_MAIL;
            }
            let own = |domain: &String| {
                host == domain
                    || host
                        .strip_suffix(domain.as_str())
                        .is_some_and(|rest| rest.ends_with('.'))
            };
            if self.own_domains.iter().any(own) {
                sight.flags |= flag::OWN_PEOPLE;
            }
        }
        let mobile = dialled(f.mobile);
        let other = dialled(f.phone).or_else(|| dialled(f.home));
        if mobile.is_some() || other.is_some() || usable(f.street).is_some() {
            sight.flags |= flag::REACHABLE;
        }
        sight.phones = [mobile, other].map(|number| number.map_or(key::NONE, phone_key));
    }

    /// What the names show.
    fn shapes(&self, meta: &Meta, draft: &Draft, names: &[(u16, &str)], sight: &mut Sight) {
        let f = &self.fields;
        let firm = draft.text(f.firm);
        let raw = |wanted: &[&str]| {
            let mut whole = String::new();
            for (column, field) in names {
                if wanted.contains(field)
                    && let Some(cell) = draft.cells().find(|cell| cell.column == *column)
                {
                    whole.push_str(cell.raw.trim());
                    whole.push(' ');
                }
            }
            whole.trim().to_string()
        };
        let written = raw(&["email"]);
        if meta.axes.kind == Kind::Organization {
            if shape::is_individual(firm, self.names) {
                sight.flags |= flag::INDIVIDUAL;
            }
            if shape::is_test(&raw(&["organization.name"]), Kind::Organization, &written) {
                sight.flags |= flag::TEST;
            }
            return;
        }
        let full = if draft.text(f.given).is_empty() && draft.text(f.family).is_empty() {
            draft.text(f.full)
        } else {
            ""
        };
        let name = Written {
            given: draft.text(f.given),
            family: draft.text(f.family),
            full,
        };
        let whole = name.whole();
        let whole_raw = raw(&["name.given", "name.family", "name.full"]);
        let firm_raw = raw(&["organization.name"]);
        let test_firm = !firm_raw.is_empty()
            && shape::is_test(&firm_raw, Kind::Organization, "")
            && shape::has_test_word(&whole_raw);
        if test_firm || shape::is_test(&whole_raw, Kind::Person, &written) {
            sight.flags |= flag::TEST;
        }
        let is_firm = |name: &str| self.firms.contains(&org_key(name, &mut String::new()));
        if shape::is_company(name, firm, self.names, is_firm) {
            sight.flags |= flag::COMPANY_NAME;
        }
        if shape::is_two_people(name, self.names) {
            sight.flags |= flag::TWO_PEOPLE;
        }
        if is_nameless(&whole, self.names) {
            sight.flags |= flag::NAMELESS;
        }
    }
}

/// Whether a name names nobody: it is empty, an address, or a role without anybody's given name.
fn is_nameless(whole: &str, names: &Names) -> bool {
    let all = lexicon::words(whole);
    let mut words = all.split(' ').filter(|word| !word.is_empty());
    words.clone().next().is_none()
        || lexicon::placeholder(whole)
        || whole.contains('@')
        || words.clone().any(shape::is_role_word) && !words.any(|word| names.is_given(word))
}

impl Sight {
    /// The evidence that a record gives by itself.
    pub fn evidence(&self, roles: crate::model::axis::Roles) -> Evidence {
        let mut all = Evidence::default();
        let mut add = |name: &str, holds: bool| {
            if let Some(evidence) = Evidence::named(name).filter(|_| holds) {
                all.add(evidence);
            }
        };
        add(
            "interest",
            self.says.any(Says::INTEREST) || self.says.any(Says::SALES_REQUEST),
        );
        add(
            "sales",
            self.says.any(Says::SALES_REQUEST) || self.says.all(Says::PLAN),
        );
        add("own_people", self.has(flag::OWN_PEOPLE));
        add("business_email", self.has(flag::BUSINESS_MAIL));
        add("role_mailbox", self.has(flag::ROLE_MAILBOX));
        add("reachable", self.has(flag::REACHABLE));
        let role = |name: &str| roles.names().any(|role| role == name);
        add("supplier", role("supplier"));
        add("partner", role("partner"));
        add("competitor", role("competitor"));
        all
    }
}

/// What a note says, a request in its own words included.
fn of_note(text: &str) -> Says {
    let said = says(text);
    match said.any(Says::REQUESTED) {
        true => said.with(Says::SALES_REQUEST),
        false => said,
    }
}

/// Company names on a row that name no company, folded.
const NO_FIRM: [&str; 22] = [
    "notprovided",
    "selfemployed",
    "autonomo",
    "autonoma",
    "particular",
    "freelance",
    "freelancer",
    "individual",
    "none",
    "unknown",
    "desconocido",
    "desconocida",
    "sinempresa",
    "nocompany",
    "private",
    "privado",
    "personal",
    "noproporcionado",
    "na",
    "nd",
    "cuentapropia",
    "independiente",
];

/// The words and the legal form of an organization's name.
pub fn firm(name: &str) -> Firm {
    let mut firm = Firm::default();
    if name.is_empty() {
        return firm;
    }
    if NO_FIRM.contains(&folded(name).as_str()) {
        return firm;
    }
    let (bare, form) = org_name::split_legal_form(name);
    let words = bare
        .split(|c: char| !c.is_alphanumeric())
        .map(folded)
        .filter(|word| {
            word.len() > 1
                && !matches!(
                    word.as_str(),
                    "the" | "and" | "de" | "del" | "la" | "el" | "los"
                )
        });
    for (slot, word) in firm.words.iter_mut().zip(words) {
        *slot = key::small(&word);
    }
    if let Some(form) = form {
        firm.form = key::small(&folded(form));
    }
    firm
}

fn phone_key(number: &str) -> u64 {
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    if digits.len() < 7 {
        return key::NONE;
    }
    // The end of a number is the same with and without its country.
    let end = digits.len().saturating_sub(9);
    key::of(PHONE_SPACE, digits.get(end..).unwrap_or(&digits))
}

fn keyed(space: u32, folded: &str) -> u64 {
    if folded.is_empty() {
        key::NONE
    } else {
        key::of(space, folded)
    }
}

fn folded(text: &str) -> String {
    let mut out = String::new();
    fold(text, &mut out);
    out
}

/// The day of a canonical date or moment, since 1970.
pub fn day(canonical: &str) -> i32 {
    date::micros(canonical).map_or(NO_DAY, |micros| {
        i32::try_from(micros.div_euclid(MICROS_A_DAY)).unwrap_or(NO_DAY)
    })
}
