//! Guards of the conventions that no compiler checks.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops where it fails"
)]

mod codes;
mod lists;
mod readme;
mod rooms;
mod sizes;
mod sources;
mod vendors;
