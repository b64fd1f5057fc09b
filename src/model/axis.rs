//! The axes of the canonical record: what a vendor's record says, before anybody's word for it.

/// Whether a party is one human being or a body.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Kind {
    /// One human being.
    #[default]
    Person,
    /// A company, institution or other body.
    Organization,
}

/// How far the sales relationship has come; the first eight are an order, the last two side exits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Stage {
    /// No sales interest recorded.
    #[default]
    Known,
    /// Has shown interest.
    Interested,
    /// Somebody works on it.
    Engaged,
    /// Qualified by marketing.
    Mql,
    /// Qualified by sales.
    Sql,
    /// A deal is open.
    Opportunity,
    /// Has bought.
    Customer,
    /// Bought once, no longer.
    FormerCustomer,
    /// Put off, to be kept warm.
    Nurture,
    /// Ruled out.
    Disqualified,
}

/// Engagement and likelihood to convert; independent of the stage.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Temperature {
    /// Nothing says how warm it is.
    #[default]
    Unknown,
    /// Unlikely for now.
    Cold,
    /// Likely.
    Warm,
    /// About to.
    Hot,
}

/// What a party is to the company besides the funnel, as a set of bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Roles(pub u8);

/// The names of the roles; bit *i* of [`Roles`] is the *i*-th.
pub const ROLES: [&str; 6] = [
    "partner",
    "supplier",
    "competitor",
    "investor",
    "employee",
    "other",
];

/// The names of the kinds, in the order of [`Kind`].
pub const KINDS: [&str; 2] = ["person", "organization"];

/// Whether a lead was converted.
pub const CONVERTED: [&str; 2] = ["no", "yes"];

/// The names of the stages, in the order of [`Stage`].
pub const STAGES: [&str; 10] = [
    "known",
    "interested",
    "engaged",
    "mql",
    "sql",
    "opportunity",
    "customer",
    "former_customer",
    "nurture",
    "disqualified",
];

/// The names of the temperatures, in the order of [`Temperature`].
pub const TEMPERATURES: [&str; 4] = ["unknown", "cold", "warm", "hot"];

/// The names of the axes that a profile may claim.
pub const AXES: [&str; 5] = ["kind", "stage", "temperature", "roles", "converted"];

const ALL_STAGES: [Stage; 10] = [
    Stage::Known,
    Stage::Interested,
    Stage::Engaged,
    Stage::Mql,
    Stage::Sql,
    Stage::Opportunity,
    Stage::Customer,
    Stage::FormerCustomer,
    Stage::Nurture,
    Stage::Disqualified,
];

impl Kind {
    /// The kind of that name.
    pub fn named(name: &str) -> Option<Self> {
        match name {
            "person" => Some(Self::Person),
            "organization" => Some(Self::Organization),
            _ => None,
        }
    }

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Organization => "organization",
        }
    }
}

impl Stage {
    /// The stage of that name.
    pub fn named(name: &str) -> Option<Self> {
        let at = STAGES.iter().position(|s| *s == name)?;
        ALL_STAGES.get(at).copied()
    }

    /// Its name.
    pub fn name(self) -> &'static str {
        STAGES.get(self as usize).copied().unwrap_or("known")
    }

    /// Whether the funnel has come at least as far as `other`; side exits have reached nothing.
    pub fn reached(self, other: Self) -> bool {
        self <= Self::FormerCustomer && self >= other
    }
}

impl Temperature {
    /// The temperature of that name.
    pub fn named(name: &str) -> Option<Self> {
        match name {
            "unknown" => Some(Self::Unknown),
            "cold" => Some(Self::Cold),
            "warm" => Some(Self::Warm),
            "hot" => Some(Self::Hot),
            _ => None,
        }
    }

    /// Its name.
    pub fn name(self) -> &'static str {
        TEMPERATURES
            .get(self as usize)
            .copied()
            .unwrap_or("unknown")
    }
}

impl Roles {
    /// The set with just the role of that name.
    pub fn named(name: &str) -> Option<Self> {
        let at = ROLES.iter().position(|r| *r == name)?;
        Some(Self(1 << at))
    }

    /// The union of two sets.
    #[must_use]
    pub fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The names in the set, in the order of [`ROLES`].
    pub fn names(self) -> impl Iterator<Item = &'static str> {
        ROLES
            .iter()
            .enumerate()
            .filter(move |(at, _)| self.0 & (1 << at) != 0)
            .map(|(_, name)| *name)
    }
}

/// The values of an axis, by the axis's name.
pub fn values_of(axis: &str) -> Option<&'static [&'static str]> {
    match axis {
        "kind" => Some(&KINDS),
        "stage" => Some(&STAGES),
        "temperature" => Some(&TEMPERATURES),
        "roles" => Some(&ROLES),
        "converted" => Some(&CONVERTED),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_stage_is_found_by_its_name() {
        for stage in ALL_STAGES {
            assert_eq!(Stage::named(stage.name()), Some(stage));
        }
    }

    #[test]
    fn side_exits_have_reached_nothing() {
        assert!(Stage::Customer.reached(Stage::Sql));
        assert!(!Stage::Disqualified.reached(Stage::Known));
    }
}
