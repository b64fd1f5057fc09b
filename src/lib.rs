//! xwalk moves customer data between CRMs and says who is who in it.
//!
//! The rooms, in the order that data takes; a room names only rooms before it.

pub mod error;

pub mod model;

pub mod lexicon;

pub mod normalize;

pub mod yaml;

pub mod expression;

pub mod profile;

pub mod glossary;

pub mod terms;

pub mod read;

pub mod survey;

pub mod map;

pub mod link;

pub mod dedupe;

pub mod classify;

pub mod audit;

pub mod merge;

pub mod export;

pub mod kit;

pub mod ledger;

pub mod report;

pub mod pipeline;

pub mod workbook;

pub mod cli;
