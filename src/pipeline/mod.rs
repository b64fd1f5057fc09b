//! The order of the steps: two passes over the data, in parallel, with what must be whole in between.

mod against;
mod assemble;
mod audit;
mod context;
mod convert;
mod deep;
pub mod explain;
mod first_pass;
mod joined;
mod leave_out;
mod linked;
mod mapping;
mod matching;
mod mended;
mod options;
mod owners;
mod readme;
mod reclassify;
mod resolve;
mod roundtrip;
mod sample;
mod second_pass;
mod segments;
mod set;
mod sources;
mod stamps;
mod waves;

pub use audit::{Asked, Audited, audit};
pub use convert::{convert, load_sources};
pub use deep::verify_deep;
pub use mapping::{MappedColumn, MappedObject, MappedOwner, MappedValue, Mapping, mapping};
pub use matching::{DedupeAsked, DedupeSummary, DedupedFile, dedupe, pair};
pub use options::{
    FileReport, ListReport, Matching, ObjectReport, Options, Outcome, OutputReport, Policy,
    Progress, Silent,
};
pub use roundtrip::{CellTrip, ColumnTrip, Roundtrip, roundtrip};
