//! The accounts of a kit: what it holds, and whether it still does.

mod columns;
mod existing;
mod files;
mod flaw;
mod imports;
mod inputs;
mod lines;
pub mod manifest;
mod place;
mod remarks;
mod rows;
mod sums;
mod tables;
mod verify;

pub use files::read_manifest;
pub use flaw::{Flaw, Report};
pub use lines::compare_files;
pub use verify::{verify, verify_with};
