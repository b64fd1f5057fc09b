//! Results for people: pages in HTML, sheets, lists, in English and Spanish.

mod chart;
mod frame;
mod html;
mod lists;
mod matches;
mod plain;
mod texts;

pub use html::{Example, Report, html, shown};
pub use lists::{findings_book, findings_row, segment_header};
pub use matches::{FileRead, MatchReport, matches};
pub use plain::{in_a_sheet, plain, steers};
pub use texts::{Lang, text};
