//! What the words of a status and a type say: by the glossary, else by the lexicon.

use std::collections::HashMap;

use super::picklist;
use super::sight::{Sight, flag};
use crate::glossary::{OwnType, Words};
use crate::lexicon::{Meaning, Meanings, Says};
use crate::model::axis::{Kind, Roles, Stage};
use crate::model::record::{Draft, Meta, NO_COLUMN};

/// Fields whose texts a glossary may say the meaning of.
pub const WORDED: [&str; 8] = [
    "status",
    "organization.type",
    "description",
    "tags",
    "interest",
    "lead.source",
    "lead.source_detail",
    "campaign",
];

/// What texts of a short list say.
pub type Known<T> = HashMap<Box<str>, T, foldhash::fast::RandomState>;

/// Texts that are remembered, of each list.
const REMEMBERED: usize = 1000;

/// What a text says: what was found for it before, else what `find` finds.
pub fn remembered<T: Copy>(known: &mut Known<T>, text: &str, find: impl FnOnce(&str) -> T) -> T {
    if let Some(found) = known.get(text) {
        return *found;
    }
    let found = find(text);
    if known.len() < REMEMBERED {
        known.insert(text.into(), found);
    }
    found
}

/// What a status says by its words.
#[derive(Clone, Copy, Debug)]
pub struct Status {
    /// The stage that it names.
    pub stage: Option<Stage>,
    /// What it says of a row that nobody has reached yet.
    pub unreached: Option<picklist::Unreached>,
    /// It became a contact.
    pub converted: bool,
    /// Whether the glossary says so.
    pub own: bool,
}

/// What a type says.
#[derive(Clone, Copy, Debug)]
pub struct Type {
    role: Says,
    kind: Option<picklist::Kind>,
    /// What the glossary says.
    own: Option<OwnType>,
}

impl Type {
    pub fn of(text: &str, words: &Words) -> Self {
        let own = words.kind(text);
        let (role, kind) = match own {
            Some(own) => (
                picklist::role_of(own.roles),
                own.stage.and_then(picklist::kind_of),
            ),
            None => {
                let words = Meanings::of(text);
                (picklist::role(words), picklist::kind(words))
            }
        };
        Self { role, kind, own }
    }

    /// Whether nothing can be told by it.
    pub fn is_unread(&self) -> bool {
        self.role == Says::default() && self.kind.is_none() && self.own.is_none()
    }
}

impl Status {
    pub fn of(status: &str, words: &Words) -> Self {
        if let Some(own) = words.status(status) {
            return Self {
                stage: own.stage,
                unreached: (own.stage == Some(Stage::Interested))
                    .then_some(picklist::Unreached::New),
                converted: own.stage.is_none(),
                own: true,
            };
        }
        let words = Meanings::of(status);
        Self {
            stage: picklist::stage(words),
            unreached: picklist::unreached(words),
            converted: words.has(Meaning::Converted),
            own: false,
        }
    }

    /// Whether nothing can be told by it.
    pub fn is_unread(&self) -> bool {
        self.stage.is_none() && self.unreached.is_none() && !self.converted
    }
}

/// What a record's type says.
#[derive(Clone, Copy, Debug)]
pub struct TypeSaid {
    /// What its words say.
    pub said: Type,
    /// Its column.
    pub column: u16,
    /// Its key.
    pub key: u32,
}

impl TypeSaid {
    /// Whether the glossary says what it means.
    pub fn is_own(&self) -> bool {
        self.said.own.is_some()
    }

    /// Whether it says that it was a customer.
    pub fn is_former(&self) -> bool {
        self.said.kind == Some(picklist::Kind::Former)
    }

    /// Adds it to what a record says.
    pub fn look(&self, meta: &Meta, draft: &Draft, sight: &mut Sight) {
        sight.kind = self.said.role;
        sight.flags |= match self.said.kind {
            Some(picklist::Kind::Prospect) => flag::TYPE_PROSPECT,
            Some(picklist::Kind::Customer) => flag::TYPE_CUSTOMER,
            Some(picklist::Kind::Former) | None => 0,
        };
        let claims = |(_, _, column): &(u8, u8, u16)| *column == self.column;
        if draft.claims.iter().any(claims) {
            sight.flags |= flag::TYPE_READ;
        }
        // A type of the profile's list says what it says.
        if self.said.is_unread() && meta.axes.roles.0 == 0 {
            sight.unread_type = self.key;
        }
        let own = self.said.own;
        sight.by_type = own.and_then(|own| by_type(own, meta, draft, self.column));
    }
}

/// The stage and roles of an organization by its type, as if its column claimed them: what that column claims by the
/// profile gives way, what others claim stays.
fn by_type(own: OwnType, meta: &Meta, draft: &Draft, column: u16) -> Option<(Stage, Roles)> {
    let by = &draft.claimed_by;
    let stage = match by.stage {
        NO_COLUMN => own.stage.unwrap_or(meta.axes.stage),
        claimed if claimed == column => own.stage.unwrap_or_default(),
        _ => meta.axes.stage,
    };
    let roles = match by.roles == column {
        true => own.roles,
        false => meta.axes.roles.with(own.roles),
    };
    (meta.axes.kind == Kind::Organization).then_some((stage, roles))
}
