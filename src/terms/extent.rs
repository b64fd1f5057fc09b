//! What a word covers: a set of kinds of party at stages, so that two words can be compared.

use serde::Serialize;

use super::case::Case;
use crate::glossary::{Class, Glossary};
use crate::model::axis::{KINDS, Kind, STAGES, Stage};

/// How a word stands to another: exact, broader (it means more), narrower (it means less), related, or none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Relation {
    /// It means the same.
    Exact,
    /// It means more.
    Broader,
    /// It means less.
    Narrower,
    /// They overlap, or have to do with each other.
    Related,
    /// They have nothing to do with each other.
    None,
}

impl Relation {
    /// The relation of that name.
    pub fn named(name: &str) -> Self {
        match name {
            "exact" => Self::Exact,
            "broader" => Self::Broader,
            "narrower" => Self::Narrower,
            "none" => Self::None,
            _ => Self::Related,
        }
    }

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Broader => "broader",
            Self::Narrower => "narrower",
            Self::Related => "related",
            Self::None => "none",
        }
    }
}

/// Which kinds of party at which stages, one bit each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Extent(u32);

impl Extent {
    pub fn of(kind: Kind, stage: Stage) -> Self {
        Self(1 << (kind as u32 * 10 + stage as u32))
    }

    pub fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// By the names of kinds and stages, parted by spaces; `*` is every stage.
    pub fn named(kinds: &str, stages: &str) -> Self {
        let kinds = kinds.split(' ').filter_map(Kind::named);
        let stage = |name: &&&str| stages == "*" || stages.split(' ').any(|one| one == **name);
        let pairs = kinds.flat_map(|kind| {
            let stages = STAGES
                .iter()
                .filter(stage)
                .filter_map(|name| Stage::named(name));
            stages
                .map(move |stage| Self::of(kind, stage))
                .collect::<Vec<_>>()
        });
        pairs.fold(Self::default(), Self::with)
    }

    /// What a class of a glossary covers, without evidence or roles.
    pub fn of_class(class: &Class) -> Self {
        let cases = KINDS.iter().filter_map(|name| Kind::named(name));
        let cases = cases.flat_map(|kind| STAGES.iter().map(move |stage| (kind, *stage)));
        let mut all = Self::default();
        for (kind, name) in cases {
            let stage = Stage::named(name).unwrap_or_default();
            if class.when.eval_bool(&Case::new(kind, stage)) {
                all = all.with(Self::of(kind, stage));
            }
        }
        all
    }

    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether it covers the same stages, of whatever kinds.
    pub fn same_stages(self, other: Self) -> bool {
        let stages = |extent: Self| (extent.0 | extent.0 >> 10) & 0x3ff;
        stages(self) == stages(other)
    }

    pub fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// How it stands to another.
    pub fn relation(self, other: Self) -> Relation {
        let both = self.0 & other.0;
        match both {
            0 => Relation::None,
            _ if self == other => Relation::Exact,
            _ if both == self.0 => Relation::Narrower,
            _ if both == other.0 => Relation::Broader,
            _ => Relation::Related,
        }
    }

    /// The classes of a glossary that it meets: of an exclusive one all, else the first that holds for each.
    pub fn classes(self, glossary: &Glossary) -> Vec<&Class> {
        let mut found: Vec<&Class> = Vec::new();
        for kind in KINDS.iter().filter_map(|name| Kind::named(name)) {
            for stage in STAGES.iter().filter_map(|name| Stage::named(name)) {
                if !self.meets(Self::of(kind, stage)) {
                    continue;
                }
                let case = Case::new(kind, stage);
                let class = glossary
                    .classes
                    .iter()
                    .find(|class| class.when.eval_bool(&case));
                if let Some(class) = class.filter(|c| !found.iter().any(|f| f.name == c.name)) {
                    found.push(class);
                }
            }
        }
        found
    }
}
