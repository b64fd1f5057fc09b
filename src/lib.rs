//! xwalk moves customer data between CRMs and says who is who in it.
//!
//! The rooms, in the order that data takes; a room names only rooms before it.

pub mod model;

pub mod lexicon;

pub mod normalize;

pub mod yaml;

pub mod expression;

pub mod profile;

pub mod cli;
