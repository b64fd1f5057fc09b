//! Guards of the conventions that no compiler checks.

mod codes;
mod lists;
mod readme;
mod rooms;
mod sizes;
mod sources;
mod vendors;
