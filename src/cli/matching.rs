//! What every command takes that matches records.

use std::path::PathBuf;

use clap::Args;

use super::convert::check;
use super::inputs::Inputs;
use super::profile;
use crate::error::Result;
use crate::pipeline::{DedupeAsked, Options};

/// The files, and how they are matched.
#[derive(Debug, Args)]
pub(super) struct Matching {
    #[command(flatten)]
    inputs: Inputs,
    /// The column of the ids by which rows are named; by default that of the profile
    #[arg(long, value_name = "COLUMN")]
    id: Option<String>,
    /// A column that is no evidence at all
    #[arg(long, value_name = "COLUMN")]
    ignore: Vec<String>,
    /// A match plan: a YAML file that says what is compared and what it weighs
    #[arg(long, value_name = "FILE")]
    plan: Vec<PathBuf>,
    /// The country of phones without a country code, as in `ES`
    #[arg(long, value_name = "CC", value_parser = check::region)]
    region: Option<String>,
}

impl Matching {
    /// What is asked, without where it is written.
    ///
    /// # Errors
    /// When an overlay or a plan can't be read.
    pub fn asked(&self) -> Result<DedupeAsked> {
        Ok(DedupeAsked {
            options: Options {
                region: self.region.clone(),
                ..self.inputs.options()?
            },
            id: self.id.clone(),
            ignored: self.ignore.clone(),
            plans: profile::overlays(&self.plan)?,
            ..DedupeAsked::default()
        })
    }
}
