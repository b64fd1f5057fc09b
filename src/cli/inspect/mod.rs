//! `xwalk inspect`: what files hold, and what each of their columns means.

mod column;
mod table;
mod text;

use clap::Args;

use super::arguments::Format;
use super::inputs::Inputs;
use super::{Ended, output};
use crate::error::Error;
use crate::pipeline;
use crate::profile::Profile;
use crate::read;
use crate::survey::{self, Catalog};
use table::{Asked, Report};

const EXAMPLES: &str = "\
Examples:
  xwalk inspect people.csv
  xwalk inspect export/ --all                       empty and unknown columns too
  xwalk inspect people.csv --show-values            real values instead of masked ones
  xwalk inspect a.csv --as a.csv=people             say what a file is
  xwalk inspect book.xlsx                           all sheets of a workbook, and which are hidden
  xwalk inspect book.xlsx#People                    one sheet of it
  xwalk inspect export/*.csv --format json          for programs
";

/// The arguments of `inspect`.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Inspect {
    #[command(flatten)]
    inputs: Inputs,
    /// Also list empty columns
    #[arg(long)]
    all: bool,
    /// Show values as they are, not masked
    #[arg(long)]
    show_values: bool,
    /// How to print
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

/// Looks at every file and prints what it holds.
///
/// # Errors
/// When an argument makes no sense, or the only file can't be read.
pub(super) fn run(asked: &Inspect) -> anyhow::Result<Ended> {
    let options = asked.inputs.options()?;
    let (known, from) = pipeline::load_sources(&options)?;
    let inputs = read::discover(&options.inputs)?;
    let told: Vec<&Profile> = match from {
        Some(at) => known.get(at).into_iter().collect(),
        None => known.iter().collect(),
    };
    let catalog = Catalog::new(&known);
    let mut reports = Vec::new();
    let mut failed = inputs.is_empty();
    let mut tables = Vec::new();
    for input in &inputs {
        match read::tables(input, &options.sheets) {
            Ok(found) => tables.extend(found),
            Err(error) => {
                output::complain(&error.to_string());
                failed = true;
            }
        }
    }
    let named: Vec<read::Input> = tables.iter().map(|table| table.input.clone()).collect();
    let all: Vec<read::Input> = named.iter().chain(&inputs).cloned().collect();
    survey::hints::check(&options.hints, &all, &told)?;
    survey::hints::check_sheets(&options.sheets, &tables.iter().collect::<Vec<_>>())?;
    for table in &tables {
        let question = Asked {
            catalog: &catalog,
            from,
            object: survey::hints::object(&options.hints, &table.input),
            show_values: asked.show_values,
        };
        match table::look(&question, table) {
            Ok(report) => reports.push(report),
            Err(error) => {
                output::complain(&error.to_string());
                failed = true;
            }
        }
    }
    if inputs.is_empty() {
        let error = Error::new(
            "no files in what was given",
            "name the export's files or folder",
        );
        return Err(error.into());
    }
    let single = options.inputs.len() == 1 && options.inputs.iter().all(|file| file.is_file());
    print(asked, single, &reports)?;
    Ok(if failed { Ended::InPart } else { Ended::Well })
}

fn print(asked: &Inspect, single: bool, reports: &[Report]) -> anyhow::Result<()> {
    match (asked.format, reports) {
        (Format::Json, []) if single => Ok(()),
        (Format::Json, [one]) if single => output::print_json(one),
        (Format::Json, all) => output::print_json(&all),
        (Format::Text, all) => Ok(output::print(&text::page(all, asked.all))?),
    }
}
