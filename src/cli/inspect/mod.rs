//! `xwalk inspect`: what files hold, and what each of their columns means.

mod column;
mod table;
mod text;

use clap::Args;
use serde::Serialize;

use super::arguments::Format;
use super::inputs::Inputs;
use super::{Ended, output};
use crate::error::Error;
use crate::pipeline::{self, Options};
use crate::profile::Profile;
use crate::read;
use crate::survey::{self, Catalog};
pub(super) use column::Column;
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

/// One column of a file.
#[derive(Debug, Serialize)]
pub(super) struct Seen {
    /// The file.
    pub file: String,
    /// Vendor and object, and how sure that is.
    pub is: String,
    /// The column.
    #[serde(rename = "looks")]
    pub column: Column,
}

/// Looks at one column of the only file that is given.
///
/// # Errors
/// When the file can't be read, or has no such column.
pub(super) fn seen(options: &Options, header: &str, show_values: bool) -> anyhow::Result<Seen> {
    let (known, from) = pipeline::load_sources(options)?;
    let catalog = Catalog::new(&known);
    for input in read::discover(&options.inputs)? {
        for table in read::tables(&input, &options.sheets)? {
            let question = Asked {
                catalog: &catalog,
                from,
                object: survey::hints::object(&options.hints, &table.input),
                show_values,
            };
            let mut report = table::look(&question, &table)?;
            let at = report
                .columns
                .iter()
                .position(|column| column.column == header);
            if let Some(at) = at {
                return Ok(Seen {
                    column: report.columns.swap_remove(at),
                    is: text::what(&report),
                    file: report.file,
                });
            }
        }
    }
    let way_out = "`xwalk inspect` lists the columns";
    Err(Error::new(format!("`{header}` is no column"), way_out).into())
}

fn print(asked: &Inspect, single: bool, reports: &[Report]) -> anyhow::Result<()> {
    match (asked.format, reports) {
        (Format::Json, []) if single => Ok(()),
        (Format::Json, [one]) if single => output::print_json(one),
        (Format::Json, all) => output::print_json(&all),
        (Format::Text, all) => Ok(output::print(&text::page(all, asked.all))?),
    }
}
