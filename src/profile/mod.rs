//! Profiles: what a vendor's records mean, in both directions.

pub mod schema;
