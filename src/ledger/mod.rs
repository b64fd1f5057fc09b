//! The accounts of a kit: what it holds, and whether it still does.

pub mod manifest;
