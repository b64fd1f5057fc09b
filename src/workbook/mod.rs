//! The mapping as a workbook for the client: written from what an export holds, filled in by people in a spreadsheet,
//! and read back as an overlay with the changes and the verdicts.
//!
//! ```text
//! export ─ pipeline::mapping ─▶ Mapping ─ sheets ─▶ Sheet ─ write ─▶ mapping.xlsx
//!                                  ▲                                     │ the client
//!                               overlay ◀─ agree ─ Given ◀─ read ────────┘
//! ```

mod agree;
mod change;
mod form;
mod read;
mod sheets;
mod summary;
mod write;

pub use agree::{Agreed, agree};
pub use read::{Given, Returned, read};
pub use sheets::{Count, Shown, Workbook, workbook};
pub use write::write;
