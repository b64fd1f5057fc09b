//! Matching.

pub mod engine;
