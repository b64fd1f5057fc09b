//! Canonical records to the target's columns: the profile's other direction.

mod cell;
mod csv_text;
mod layout;
mod party;
mod row;
mod way_back;

pub use cell::Taken;
pub use csv_text::{Flavour, push_cell, push_line};
pub use layout::{Format, From, Layout, LinkSlot, Load, ObjectLayout, OutColumn, compile};
pub use party::{Member, Offer, Party};
pub use row::{Around, Problem, Rendered, Renderer};
pub use way_back::{Way, declared_one_way, way_back, written_to};
