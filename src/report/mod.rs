//! An audit's results for people: a page in HTML, sheets, lists, in English and Spanish.

mod chart;
mod html;
mod lists;
mod plain;
mod texts;

pub use html::{Example, Report, html};
pub use lists::{findings_book, findings_row, segment_header};
pub use plain::{in_a_sheet, plain, steers};
pub use texts::{Lang, text};
