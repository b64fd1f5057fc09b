//! What every command takes that judges the records of an export: its files, and by what they are judged.

use clap::Args;

use super::convert::check;
use super::inputs::Inputs;
use super::matching::HowFar;
use crate::error::Result;
use crate::pipeline::{Asked, Options};

/// The files, and by what their records are judged.
#[derive(Debug, Args)]
pub(super) struct Judging {
    #[command(flatten)]
    inputs: Inputs,
    /// What the words mean in this company: a built-in glossary, or a YAML file
    #[arg(long, value_name = "NAME|FILE", default_value = "staged")]
    glossary: String,
    /// A domain of the company's own people, beside those of its users
    #[arg(long, value_name = "DOMAIN")]
    own_domain: Vec<String>,
    /// The day as of which it is judged; by default the last past day in the files
    #[arg(long, value_name = "DATE", value_parser = day)]
    as_of: Option<i32>,
    /// The country of phones without a country code, as in `ES`
    #[arg(long, value_name = "CC", value_parser = check::region)]
    region: Option<String>,
    #[command(flatten)]
    matching: HowFar,
    /// Show names and addresses as they are; else they are masked
    #[arg(long)]
    show_values: bool,
}

impl Judging {
    /// What an audit is asked to do by them.
    ///
    /// # Errors
    /// When an overlay can't be read.
    pub fn asked(&self) -> Result<Asked> {
        Ok(Asked {
            options: self.matching.with(Options {
                glossary: self.glossary.clone(),
                region: self.region.clone(),
                ..self.inputs.options()?
            })?,
            own_domains: self.own_domain.clone(),
            as_of: self.as_of,
            show_values: self.show_values,
            ..Asked::default()
        })
    }
}

/// A day as days since 1970; for clap.
fn day(text: &str) -> std::result::Result<i32, String> {
    match crate::classify::day(text) {
        crate::classify::NO_DAY => Err("write the day as in `2026-06-30`".to_string()),
        day => Ok(day),
    }
}
