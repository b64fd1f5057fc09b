//! Plain data: what a record is made of, where it came from and what became of it.

pub mod axis;
pub mod evidence;
pub mod fate;
pub mod field;
pub mod finding;
pub mod key;
pub mod matched;
pub mod record;
pub mod shown;
pub mod store;
pub mod usable;
