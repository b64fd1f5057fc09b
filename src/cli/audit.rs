//! `xwalk audit`: who is who in an export, and what stands in the wrong box.

use std::path::PathBuf;

use clap::Args;

use super::arguments::Format;
use super::convert::check;
use super::inputs::Inputs;
use super::progress::Bar;
use super::{Ended, output};
use crate::pipeline::{self, Asked, Options};

const EXAMPLES: &str = "\
Examples:
  xwalk audit export/ --out audit
      what stands in the wrong box, with the evidence: report, lists and findings
  xwalk audit export/ --glossary ours.yaml --own-domain ours.com --out audit
      in the company's own words, knowing its own people
  xwalk audit export/ --as-of 2026-06-30 --out audit --fail-on warning
      as of a day; exit 1 if a finding is a warning or worse
";

/// The arguments of `audit`.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Audit {
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
    /// The folder for report, lists and findings
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Replace the audit that is in the folder
    #[arg(long)]
    force: bool,
    /// How many threads to use; the result is the same with any number
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=256))]
    threads: Option<u16>,
    /// How to print the summary
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

/// Audits, and says what came of it.
///
/// # Errors
/// When an argument makes no sense, nothing can be read, or the results can't be written.
pub(super) fn run(asked: &Audit) -> anyhow::Result<Ended> {
    super::use_threads(asked.threads)?;
    let what = Asked {
        options: Options {
            glossary: asked.glossary.clone(),
            region: asked.region.clone(),
            force: asked.force,
            ..asked.inputs.options()?
        },
        own_domains: asked.own_domain.clone(),
        as_of: asked.as_of,
        out: asked.out.clone(),
        ..Asked::default()
    };
    let bar = Bar::new(asked.format == Format::Json);
    let audited = pipeline::audit(&what, &bar);
    bar.clear();
    let audited = audited?;
    output::print_json(&audited.summary)?;
    Ok(Ended::Well)
}

/// A day as days since 1970; for clap.
pub(super) fn day(text: &str) -> Result<i32, String> {
    match crate::classify::day(text) {
        crate::classify::NO_DAY => Err("write the day as in `2026-06-30`".to_string()),
        day => Ok(day),
    }
}
