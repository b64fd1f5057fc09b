//! Looks at a record: what it says by itself.

use std::collections::HashSet;

use super::beside::Beside;
use super::emptied;
use super::firm::firm;
use super::picklist::Unreached;
use super::shape::{self, Names, Written};
use super::sight::{NO_DAY, Sight, day, flag};
use super::worded::{Known, Status, Type, TypeSaid, remembered};
use crate::glossary::Words;
use crate::lexicon::{self, Folded, Says, fold};
use crate::map::org_key;
use crate::model::axis::{AXES, Kind, STAGES, Stage, Temperature};
use crate::model::field::{FieldId, find};
use crate::model::key;
use crate::model::record::{Draft, FLAG_OPTED_OUT, How, Meta, NO_COLUMN};
use crate::normalize::{domain, email};

const ADDRESS_SPACE: u32 = u32::MAX - 10;
const PHONE_SPACE: u32 = u32::MAX - 11;
const TAX_SPACE: u32 = u32::MAX - 12;
const PLACE_SPACE: u32 = u32::MAX - 13;

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

/// What is used for one record after another.
#[derive(Debug, Default)]
pub struct Scratch {
    text: String,
    whole: String,
    written: String,
    words: Folded,
    raw: Folded,
    statuses: Known<Status>,
    kinds: Known<Type>,
}

/// What is looked at in every record, found once.
#[derive(Debug)]
pub struct Looker<'a> {
    fields: Looked,
    /// By stage: the field that says when it was reached.
    entered: [Option<FieldId>; STAGES.len()],
    names: &'a Names,
    own_domains: &'a [String],
    words: &'a Words,
    /// Keys of the names of the organizations on file.
    firms: &'a HashSet<u64, foldhash::fast::RandomState>,
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
    title: "title",
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
    consent: "consent.email",
}

/// Canonical sources that are interest of the party's own.
const INTERESTED_SOURCES: [&str; 5] = ["web_form", "download", "social", "event", "phone"];

/// The canonical source of who came to the website, which alone is no interest.
const VISITED: &str = "web";

/// What a form says: one for something to read or watch asks for no more than that, whatever it is about.
fn form(said: Says) -> Says {
    match said.any(Says::MATTER) {
        true => said.without(Says::SALES_TALK),
        false => said,
    }
}

impl<'a> Looker<'a> {
    /// Looks with these names, own domains, words of the glossary and names of organizations.
    pub fn new(
        names: &'a Names,
        own_domains: &'a [String],
        words: &'a Words,
        firms: &'a HashSet<u64, foldhash::fast::RandomState>,
    ) -> Self {
        Self {
            fields: Looked::new(),
            entered: STAGES.map(|stage| find(&format!("stage.entered_at.{stage}"))),
            names,
            own_domains,
            words,
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
        scratch: &mut Scratch,
    ) -> Sight {
        let kind = self.kind(draft, scratch);
        let mut sight = self.plain(meta, draft, scratch);
        self.flags(meta, draft, &mut sight);
        if let Some(kind) = kind {
            kind.look(meta, draft, &mut sight);
        }
        for column in beside {
            column.look(draft, self.words, &mut sight);
        }
        let own_type = kind.filter(TypeSaid::is_own);
        self.claims(draft, own_type.map(|kind| kind.column), &mut sight);
        self.status(draft, &mut sight, scratch);
        self.texts(draft, kind.is_some_and(|kind| kind.is_former()), &mut sight);
        self.reach(draft, &mut sight, &mut scratch.text);
        let known = self.known(meta.axes.kind, draft);
        if emptied::is_made_of_nothing(meta.axes.kind, known, draft, names) {
            sight.flags |= flag::PLACEHOLDERS;
        }
        self.shapes(meta, draft, names, &mut sight, scratch);
        self.keys(draft, &mut sight, &mut scratch.text);
        sight
    }

    /// What its type says.
    fn kind(&self, draft: &Draft, scratch: &mut Scratch) -> Option<TypeSaid> {
        let text = draft.text(self.fields.kind);
        let column = draft.values_of(self.fields.kind).next()?.column;
        let found = |text: &str| Type::of(text, self.words);
        (!text.is_empty()).then(|| TypeSaid {
            said: remembered(&mut scratch.kinds, text, found),
            column,
            key: small(text),
        })
    }

    /// What stands in its fields as it is.
    fn plain(&self, meta: &Meta, draft: &Draft, scratch: &mut Scratch) -> Sight {
        let f = &self.fields;
        let text = |field: FieldId| draft.text(field);
        let score = text(f.score).parse::<f64>();
        let entered = self
            .entered
            .get(meta.axes.stage as usize)
            .copied()
            .flatten();
        Sight {
            says: Says::default(),
            kind: Says::default(),
            beside: Says::default(),
            beside_temperature: Temperature::Unknown,
            flags: 0,
            email: key::NONE,
            phones: [key::NONE; 2],
            tax: key::NONE,
            place: key::NONE,
            firm: firm(text(f.firm), &mut scratch.text),
            created: day(text(f.created)),
            active: day(text(f.active)),
            invoiced: day(text(f.invoiced)),
            until: day(text(f.until)),
            entered: entered.map_or(NO_DAY, |field| day(text(field))),
            status: small(text(f.status)),
            unread_type: 0,
            source: small(text(f.source)),
            score: score.map_or(-1, |score| score.round() as i32),
            stage: None,
            by_type: None,
        }
    }

    /// What the fields show that are filled, and who claims what.
    fn flags(&self, meta: &Meta, draft: &Draft, sight: &mut Sight) {
        let f = &self.fields;
        let filled = |field: FieldId| !draft.text(field).is_empty();
        let established = [
            f.website,
            f.firm_domain,
            f.tax,
            f.employees,
            f.industry,
            f.revenue,
        ];
        let converted =
            meta.axes.converted || filled(f.became_person) || filled(f.became_organization);
        let by = &draft.claimed_by;
        let consent = draft.text(f.consent);
        let all = [
            (flag::CUSTOMER_NUMBER, filled(f.customer_number)),
            (flag::ORGANIZATION_LINK, filled(f.firm_id)),
            (flag::ESTABLISHED, established.into_iter().any(filled)),
            (flag::CONVERSION, converted),
            (flag::STAGE_CLAIMED, by.stage != NO_COLUMN),
            (flag::TEMPERATURE_CLAIMED, by.temperature != NO_COLUMN),
            (flag::OPTED_OUT, meta.has(FLAG_OPTED_OUT)),
            (flag::CONSENTED, consent == "yes"),
            (flag::REFUSED, consent == "no"),
        ];
        for (flag, _) in all.iter().filter(|(_, holds)| *holds) {
            sight.flags |= flag;
        }
    }

    /// What its notes, forms and sources say; `former` is whether its type says that it was a customer.
    fn texts(&self, draft: &Draft, former: bool, sight: &mut Sight) {
        let f = &self.fields;
        let says_all = |fields: &[FieldId], heard: fn(Says) -> Says| {
            let all = fields.iter().flat_map(|field| draft.values_of(*field));
            all.fold(Says::default(), |all, value| {
                all.with(heard(self.words.says(value.text)))
            })
        };
        let notes = says_all(&[f.description, f.tags], |said| said);
        // A form or source of its own is its own request or interest, whatever the words for it.
        let forms = says_all(&[f.interest, f.detail, f.campaign], form);
        let source = draft.text(f.source);
        let sources = self.words.says(source);
        let asked = notes.any(Says::REQUESTED)
            || sources.any(Says::SALES_REQUEST)
            || sources.any(Says::REQUESTED)
            || forms.any(Says::SALES_TALK)
            || forms.any(Says::SALES_REQUEST);
        let bought = matches!(source, "list" | "import");
        let interested = INTERESTED_SOURCES.contains(&source)
            || !bought && source != VISITED && sources.any(Says::INTEREST)
            || forms.any(Says::INTEREST)
            || draft.value(f.interest).is_some();
        let own = [forms, sources]
            .into_iter()
            .filter(|said| said.any(Says::OWN_WORDS))
            .fold(Says::default(), |all, said| all.with(said.of_party()));
        let mut all = notes.with(own).with(sight.beside);
        for (says, holds) in [
            (Says::SALES_REQUEST, asked),
            (Says::INTEREST, interested),
            (Says::FORMER, former),
        ] {
            if holds {
                all = all.with(says);
            }
        }
        sight.says = all;
        if bought {
            sight.flags |= flag::COLLECTED;
        }
    }

    /// By what it is the same as another: its tax number, its street.
    fn keys(&self, draft: &Draft, sight: &mut Sight, out: &mut String) {
        let f = &self.fields;
        let tax = draft.text(f.tax);
        if !tax.is_empty() {
            sight.tax = tax_key(tax, out);
        }
        out.clear();
        fold(draft.text(f.street), out);
        if out.len() > 5 {
            fold(draft.text(f.postal), out);
            sight.place = key::of(PLACE_SPACE, out);
        }
    }

    /// What the columns claim beside what won; `unheard` is a column of which the glossary says what it means.
    fn claims(&self, draft: &Draft, unheard: Option<u16>, sight: &mut Sight) {
        let heard = draft.claims.iter();
        for (axis, value, column) in heard.filter(|(_, _, column)| Some(*column) != unheard) {
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

    /// What its status says.
    fn status(&self, draft: &Draft, sight: &mut Sight, scratch: &mut Scratch) {
        let Some(status) = draft.values_of(self.fields.status).next() else {
            return;
        };
        if status.text.is_empty() {
            return;
        }
        sight.flags |= flag::STATUS;
        let said = remembered(&mut scratch.statuses, status.text, |text| {
            Status::of(text, self.words)
        });
        let claims = |(_, _, column): &(u8, u8, u16)| *column == status.column;
        let listed = status.how == How::Translated || draft.claims.iter().any(claims);
        if !sight.has(flag::STAGE_CLAIMED) || said.own && draft.claimed_by.stage == status.column {
            sight.stage = said.stage;
        }
        sight.flags |= match said.unreached {
            Some(Unreached::New) => flag::STATUS_NEW,
            Some(Unreached::Open) => flag::STATUS_OPEN,
            Some(Unreached::Tried) => flag::STATUS_TRIED,
            None => 0,
        };
        if said.stage == Some(Stage::Disqualified) {
            sight.flags |= flag::RULED_OUT;
        }
        if said.converted {
            sight.flags |= flag::CONVERTED_STATUS;
        }
        if said.is_unread() && !listed {
            sight.flags |= flag::UNREAD_STATUS;
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
    fn reach(&self, draft: &Draft, sight: &mut Sight, out: &mut String) {
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
            out.clear();
            for part in [bare, "@", host] {
                out.push_str(part);
            }
            match out.is_ascii() {
                true => out.make_ascii_lowercase(),
                false => *out = out.to_lowercase(),
            }
            sight.email = key::of(ADDRESS_SPACE, out);
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
        sight.phones =
            [mobile, other].map(|number| number.map_or(key::NONE, |number| phone_key(number, out)));
    }

    /// What the names show.
    fn shapes(
        &self,
        meta: &Meta,
        draft: &Draft,
        names: &[(u16, &str)],
        sight: &mut Sight,
        scratch: &mut Scratch,
    ) {
        let f = &self.fields;
        let Scratch {
            whole,
            written,
            words,
            raw,
            ..
        } = scratch;
        let cells = |wanted: &'static [&str]| {
            names
                .iter()
                .filter(|(_, field)| wanted.contains(field))
                .filter_map(|(column, _)| draft.cell_of(*column))
                .map(|(_, raw)| raw.trim())
        };
        written.clear();
        for cell in cells(&["email"]) {
            if !written.is_empty() {
                written.push(' ');
            }
            written.push_str(cell);
        }
        let firm = draft.text(f.firm);
        raw.clear();
        cells(&["organization.name"]).for_each(|cell| raw.add(cell));
        let firm_test = shape::is_test(raw, Kind::Organization, "");
        if meta.axes.kind == Kind::Organization {
            if shape::is_individual(firm, self.names) {
                sight.flags |= flag::INDIVIDUAL;
            }
            if firm_test {
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
        raw.clear();
        cells(&["name.given", "name.family", "name.full"]).for_each(|cell| raw.add(cell));
        let titled = || shape::has_test_word(&Folded::of(draft.text(f.title)));
        let test = firm_test && (shape::has_test_word(raw) || titled())
            || shape::is_test(raw, Kind::Person, written);
        if test {
            sight.flags |= flag::TEST;
        }
        name.whole(whole);
        words.set(whole);
        let is_firm = |name: &str| self.firms.contains(&org_key(name, &mut String::new()));
        // `Front Office` and `Sales Acme` with a role's address name a mailbox.
        let role = |word: &str| shape::is_role_word(word) && !lexicon::company_word(word);
        let mailbox = sight.has(flag::ROLE_MAILBOX) && words.iter().any(role);
        if !mailbox && shape::is_company(whole, words, firm, self.names, is_firm) {
            sight.flags |= flag::COMPANY_NAME;
        }
        if shape::is_two_people(name, whole, self.names) {
            sight.flags |= flag::TWO_PEOPLE;
        }
        if is_nameless(whole, words, self.names) {
            sight.flags |= flag::NAMELESS;
        }
    }
}

/// Words of a name that names nobody, folded.
const NOBODY: [&str; 15] = [
    "unknown",
    "desconocido",
    "desconocida",
    "not",
    "provided",
    "no",
    "name",
    "sin",
    "nombre",
    "none",
    "na",
    "nn",
    "tbc",
    "tbd",
    "at",
];

/// Whether a name names nobody: it is empty, an address, or a role without anybody's given name.
fn is_nameless(whole: &str, words: &Folded, names: &Names) -> bool {
    words.is_empty()
        || words.iter().all(|word| NOBODY.contains(&word))
        || lexicon::placeholder(whole)
        || whole.contains('@')
        || words.iter().any(shape::is_role_word) && !names_someone(words, names)
}

/// Whether a word is a given name: a short one only in front, for elsewhere it is a preposition, as in `Atención al cliente`.
fn names_someone(words: &Folded, names: &Names) -> bool {
    let mut words = words.iter().enumerate();
    words.any(|(at, word)| (at == 0 || word.len() > 2) && names.is_given(word))
}

/// The key of a text, 0 for none.
fn small(text: &str) -> u32 {
    match text {
        "" => 0,
        text => key::small(text),
    }
}

fn phone_key(number: &str, out: &mut String) -> u64 {
    out.clear();
    out.extend(number.chars().filter(char::is_ascii_digit));
    if out.len() < 7 {
        return key::NONE;
    }
    // The end of a number is the same with and without its country.
    let end = out.len().saturating_sub(9);
    key::of(PHONE_SPACE, out.get(end..).unwrap_or(out))
}

/// The key of a tax number, however it is written.
pub(super) fn tax_key(number: &str, out: &mut String) -> u64 {
    out.clear();
    fold(number, out);
    match out.is_empty() {
        true => key::NONE,
        false => key::of(TAX_SPACE, out),
    }
}
