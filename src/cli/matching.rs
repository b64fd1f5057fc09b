//! What every command takes that matches records, and how it is asked for where matching is a part.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::convert::check;
use super::inputs::Inputs;
use super::profile;
use crate::error::{Error, Result};
use crate::pipeline::{self, DedupeAsked, Options};

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
                plans: profile::overlays(&self.plan)?,
                ..self.inputs.options()?
            },
            id: self.id.clone(),
            ignored: self.ignore.clone(),
            ..DedupeAsked::default()
        })
    }
}

/// How far parties are matched.
#[derive(Debug, Args)]
pub(super) struct HowFar {
    /// Who is the same party: `sure` by keys that leave no doubt alone, `full` by all that records have in common
    #[arg(long = "match", value_enum, value_name = "HOW", default_value_t)]
    how: How,
    /// With `--match full`, a match plan: a YAML file that says what is compared and what it weighs
    #[arg(long, value_name = "FILE")]
    plan: Vec<PathBuf>,
}

/// How far parties are matched.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum How {
    /// By keys that leave no doubt alone
    #[default]
    Sure,
    /// By all that records have in common
    Full,
}

impl HowFar {
    /// The options, with how far parties are matched.
    ///
    /// # Errors
    /// When a plan can't be read, or is given where none is used.
    pub fn with(&self, options: Options) -> Result<Options> {
        if self.how == How::Sure && !self.plan.is_empty() {
            return Err(Error::new(
                "`--plan` says how records are compared, and `--match sure` compares none",
                "say `--match full` to have the plan used",
            ));
        }
        Ok(Options {
            matching: match self.how {
                How::Full => pipeline::Matching::Full,
                How::Sure => pipeline::Matching::Sure,
            },
            plans: profile::overlays(&self.plan)?,
            ..options
        })
    }
}
