//! Plain data: what a record is made of, where it came from and what became of it.

pub mod axis;
pub mod field;
