//! `xwalk convert`: an export becomes a kit, a folder of files ready to import.

pub(super) mod check;
mod next;
mod summary;

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::arguments::Format;
use super::inputs::Inputs;
use super::matching::HowFar;
use super::progress::Bar;
use super::{Ended, output};
use crate::pipeline::{self, Options, Policy};

const EXAMPLES: &str = "\
Examples:
  xwalk convert export/ --to spreadsheet --dry-run
      what would become of each row; nothing is written
  xwalk convert export/ --to spreadsheet --out kit
      the kit: files to import in load order, and all that was set aside
  xwalk convert export/ --to spreadsheet --out test --sample 50
      a small kit for a test load, with its links whole
  xwalk convert a.csv b.csv --as b.csv=people --region ES --to spreadsheet --out kit
      say what a file is, and where phones without a country code are
  xwalk convert book.xlsx --sheet People --sheet Firms --to spreadsheet --out kit
      two sheets of a workbook, also if they are hidden
  xwalk convert export/ --to spreadsheet --against there.csv --do-not-import stop.csv --out kit
      into a system that is in use: new records, updates, and nobody on the list
  xwalk convert export/ --to spreadsheet --segments --out kit
      with a column that says who is to be nurtured, kept, won back, or left alone
  xwalk convert export/ --to spreadsheet --match full --out kit
      one record of rows that are one party by all they have in common; pairs in doubt are listed
  xwalk convert export/ --with acme.yaml --to spreadsheet --out kit --force
      with a client's overlay, over the kit that is there
";

/// The arguments of `convert`.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Convert {
    #[command(flatten)]
    inputs: Inputs,
    /// The system they go to: a built-in profile (`xwalk profile list`), or a YAML file
    #[arg(long, value_name = "PROFILE")]
    to: String,
    /// What the words mean in this company: a built-in glossary, or a YAML file
    #[arg(long, value_name = "NAME|FILE", default_value = "staged")]
    glossary: String,
    #[command(flatten)]
    matching: HowFar,
    /// Move records to the class that all evidence shows: `confident` where the audit is sure, `all` wherever it says so
    #[arg(long, value_enum, value_name = "WHEN", default_value_t)]
    reclassify: Reclassify,
    /// Write the segment of each record into the import files, as their last column: `xwalk segment`, or the one named
    #[arg(long, value_name = "COLUMN", num_args = 0..=1, require_equals = true, default_missing_value = "xwalk segment", value_parser = check::column)]
    segments: Option<String>,
    /// Only rows for which this expression holds
    #[arg(long, value_name = "EXPR")]
    select: Option<String>,
    /// What is in the target already: its own export; records are created, updated or skipped
    #[arg(long, value_name = "EXPORT", num_args = 1..)]
    against: Vec<PathBuf>,
    /// With `--against`: what the target holds stays, and only its empty cells are filled
    #[arg(long, requires = "against")]
    keep_existing: bool,
    /// Leave out whoever is on this list of addresses, domains, phone numbers or ids
    #[arg(long, value_name = "FILE", num_args = 1..)]
    do_not_import: Vec<PathBuf>,
    /// Only a small set for a test load, of about N rows, with its links whole
    #[arg(long, value_name = "N", num_args = 0..=1, default_missing_value = "100", value_parser = check::sample)]
    sample: Option<u32>,
    /// The country of phones without a country code, as in `ES`
    #[arg(long, value_name = "CC", value_parser = check::region)]
    region: Option<String>,
    /// Also write the kit's tables as XLSX, for people
    #[arg(long)]
    xlsx: bool,
    /// The folder for the kit
    #[arg(long, value_name = "DIR", conflicts_with = "dry_run")]
    out: Option<PathBuf>,
    /// Say what would become of the rows, and write nothing
    #[arg(long)]
    dry_run: bool,
    /// Replace the kit that is in the folder
    #[arg(long)]
    force: bool,
    /// How many threads to use; the result is the same with any number
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=256))]
    threads: Option<u16>,
    /// How to print the summary
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

/// Whether records move on the ground of the audit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum Reclassify {
    /// They stay where their source has them
    #[default]
    Never,
    /// They move where the audit is sure
    Confident,
    /// They move wherever the audit says so
    All,
}

impl From<Reclassify> for Policy {
    fn from(asked: Reclassify) -> Self {
        match asked {
            Reclassify::Never => Self::Never,
            Reclassify::Confident => Self::Confident,
            Reclassify::All => Self::All,
        }
    }
}

/// Converts, and says what came of it.
///
/// # Errors
/// When an argument makes no sense, nothing can be read, or the kit can't be written.
pub(super) fn run(asked: &Convert) -> anyhow::Result<Ended> {
    check::destination(asked.out.as_deref(), asked.dry_run)?;
    super::use_threads(asked.threads)?;
    let options = options(asked)?;
    let bar = Bar::new(asked.format == Format::Json);
    let outcome = pipeline::convert(&options, &bar);
    bar.clear();
    let outcome = outcome?;
    match asked.format {
        Format::Json => output::print_json(&outcome)?,
        Format::Text => {
            let beside = [&options.against[..], &options.do_not_import].concat();
            output::print(&summary::page(&outcome, &options.inputs, &beside))?;
        }
    }
    Ok(if outcome.needs_a_look() {
        Ended::WithALook
    } else {
        Ended::Well
    })
}

fn options(asked: &Convert) -> crate::error::Result<Options> {
    asked.matching.with(Options {
        to: asked.to.clone(),
        glossary: asked.glossary.clone(),
        reclassify: asked.reclassify.into(),
        segments: asked.segments.clone(),
        select: asked.select.clone(),
        sample: asked.sample,
        region: asked.region.clone(),
        out: asked.out.clone(),
        force: asked.force,
        workbooks: asked.xlsx,
        against: asked.against.clone(),
        keep_existing: asked.keep_existing,
        do_not_import: asked.do_not_import.clone(),
        ..asked.inputs.options()?
    })
}
