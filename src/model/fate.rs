//! What became of a row, and of a cell.

/// What became of a source row; each has exactly one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Fate {
    /// It is in an import file.
    #[default]
    Exported,
    /// It is the same party as another row, which stands for it.
    Merged,
    /// It needs a person's decision.
    Held,
    /// The target would not take it.
    Rejected,
    /// A named rule leaves it out.
    Filtered,
    /// It could not be read as a row.
    Unreadable,
    /// The target has its record already, and nothing would change.
    Skipped,
}

/// The fates of rows, in the order in which reports list them.
pub const FATES: [Fate; 7] = [
    Fate::Exported,
    Fate::Merged,
    Fate::Held,
    Fate::Rejected,
    Fate::Filtered,
    Fate::Unreadable,
    Fate::Skipped,
];

impl Fate {
    /// Its name in files and reports.
    pub fn name(self) -> &'static str {
        match self {
            Self::Exported => "exported",
            Self::Merged => "merged",
            Self::Held => "held",
            Self::Rejected => "rejected",
            Self::Filtered => "filtered",
            Self::Unreadable => "unreadable",
            Self::Skipped => "skipped",
        }
    }
}

/// What became of a filled source cell, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum CellFate {
    /// Written with the same bytes.
    Moved,
    /// Written in one spelling for its kind of value.
    Normalised,
    /// Written as what the target calls it.
    Translated,
    /// Had no place in the target; stands in `cells-not-loaded/`.
    KeptAside,
    /// Left out by a named rule.
    Dropped,
    /// Stands in a row that was not exported.
    NotExported,
}

/// The fates of cells, best first.
pub const CELL_FATES: [CellFate; 6] = [
    CellFate::Moved,
    CellFate::Normalised,
    CellFate::Translated,
    CellFate::KeptAside,
    CellFate::Dropped,
    CellFate::NotExported,
];

impl CellFate {
    /// Its name in files and reports.
    pub fn name(self) -> &'static str {
        match self {
            Self::Moved => "moved",
            Self::Normalised => "normalised",
            Self::Translated => "translated",
            Self::KeptAside => "kept_aside",
            Self::Dropped => "dropped",
            Self::NotExported => "not_exported",
        }
    }
}
