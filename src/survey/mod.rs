//! Looking over a whole table before it is mapped: where its header is, which vendor and object it is of,
//! and what each column holds.

mod columns;
mod evidence;
mod fold;
mod header;
pub mod hints;
mod label;
mod named;
pub mod parts;
mod recognize;
mod shared_word;
mod unmapped;
mod values;
mod whose_name;

pub use columns::{Closely, ColumnSurvey, Survey, columns};
pub use evidence::{evidence_columns, may_be_evidence};
pub use fold::{fits, fold};
pub use header::{Header, header};
pub use label::alike;
pub use recognize::{Catalog, GENERIC, Match, Recognition, field_of, recognize};
pub use unmapped::{Unmapped, unmapped};
pub use values::{MOST as MOST_VALUES, Part, Values, values};
