//! What a record says by itself, in the little that its rules need.

use super::firm::Firm;
use crate::lexicon::Says;
use crate::model::axis::{Roles, Stage, Temperature};
use crate::model::evidence::Evidence;
use crate::normalize::date;

/// No day is known.
pub const NO_DAY: i32 = i32::MIN;

const MICROS_A_DAY: i64 = 86_400_000_000;
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
    /// Key of the status, 0 for none.
    pub status: u32,
    /// Key of a type whose words say nothing, 0 for none.
    pub unread_type: u32,
    /// Key of the lead source, 0 for none.
    pub source: u32,
    /// The score, −1 for none.
    pub score: i32,
    /// What its status says by its words, where the profile doesn't say it or the glossary says otherwise.
    pub stage: Option<Stage>,
    /// The stage and roles of an organization whose type is a word of the glossary's.
    pub by_type: Option<(Stage, Roles)>,
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
        /// Its status says that nobody has worked on it yet.
        STATUS_NEW
        /// Its status is merely open: new where no other status is.
        STATUS_OPEN
        /// Its status says that somebody tries to reach it.
        STATUS_TRIED
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
        /// It has consented to be written to.
        CONSENTED
        /// It has refused to be written to.
        REFUSED
        /// The profile says what its type means.
        TYPE_READ
        /// It has a status that nothing can read.
        UNREAD_STATUS
        /// What it should be known by was filled with texts that stand for nothing.
        PLACEHOLDERS
    }
}

impl Sight {
    /// Whether a flag is set.
    pub fn has(&self, flag: u32) -> bool {
        self.flags & flag != 0
    }

    /// The evidence that a record gives by itself.
    pub fn evidence(&self, roles: Roles) -> Evidence {
        let mut all = Evidence::default();
        let mut add = |name: &str, holds: bool| {
            if holds && let Some(evidence) = Evidence::named(name) {
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

/// The day of a canonical date or moment, since 1970.
pub fn day(canonical: &str) -> i32 {
    date::micros(canonical).map_or(NO_DAY, |micros| {
        i32::try_from(micros.div_euclid(MICROS_A_DAY)).unwrap_or(NO_DAY)
    })
}
