//! Opening inputs: which files there are, their encoding and dialect, and their rows with their places.

mod cut;
mod dialect;
mod discover;
mod encoding;
mod rows;
mod scan;

pub use cut::Row;
pub use dialect::Dialect;
pub use discover::{Input, discover};
pub use encoding::{decode, label};
pub use rows::{Rows, each_row};
pub use scan::{Block, Table, bare, open};
