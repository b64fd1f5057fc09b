//! `xwalk inspect`: what files hold, and what each of their columns means.

mod column;
mod table;
mod text;

use std::path::PathBuf;

use clap::Args;

use super::arguments::Format;
use super::{Ended, hints, output, profile as profiles};
use crate::error::Error;
use crate::profile;
use crate::read;
use crate::survey::{self, Catalog};
use table::{Asked, Report};

const EXAMPLES: &str = "\
Examples:
  xwalk inspect people.csv
  xwalk inspect export/ --all                       empty and unknown columns too
  xwalk inspect people.csv --show-values            real values instead of masked ones
  xwalk inspect a.csv --as a.csv=people             say what a file is
  xwalk inspect export/*.csv --format json          for programs
";

/// The arguments of `inspect`.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Inspect {
    /// Files and folders
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// The system they come from: a built-in profile, or a YAML file
    #[arg(long, value_name = "PROFILE")]
    from: Option<String>,
    /// Say what a single file is
    #[arg(long = "as", value_name = "FILE=OBJECT", value_parser = hints::parse)]
    hints: Vec<(String, String)>,
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
    let mut known = profiles::built_in()?;
    let from = match &asked.from {
        None => None,
        Some(name) => Some(named(name, &mut known)?),
    };
    let inputs = read::discover(&asked.files)?;
    let told: Vec<&profile::Profile> = match from {
        Some(at) => known.get(at).into_iter().collect(),
        None => known.iter().collect(),
    };
    let catalog = Catalog::new(&known);
    let mut reports = Vec::new();
    let mut failed = inputs.is_empty();
    let mut tables = Vec::new();
    for input in &inputs {
        match read::tables(input) {
            Ok(found) => tables.extend(found),
            Err(error) => {
                output::complain(&error.to_string());
                failed = true;
            }
        }
    }
    let named: Vec<read::Input> = tables.iter().map(|table| table.input.clone()).collect();
    let all: Vec<read::Input> = named.iter().chain(&inputs).cloned().collect();
    survey::hints::check(&asked.hints, &all, &told)?;
    for table in &tables {
        let question = Asked {
            catalog: &catalog,
            from,
            object: survey::hints::object(&asked.hints, &table.input),
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
    print(asked, &reports)?;
    Ok(if failed { Ended::InPart } else { Ended::Well })
}

/// The place of a profile among those known, where it is put if it is a file.
fn named(name: &str, known: &mut Vec<profile::Profile>) -> anyhow::Result<usize> {
    if let Some(at) = known.iter().position(|profile| profile.name == name) {
        return Ok(at);
    }
    known.push(profile::load(name, &[])?);
    Ok(known.len() - 1)
}

fn print(asked: &Inspect, reports: &[Report]) -> anyhow::Result<()> {
    let single = asked.files.len() == 1 && asked.files.iter().all(|file| file.is_file());
    match (asked.format, reports) {
        (Format::Json, []) if single => Ok(()),
        (Format::Json, [one]) if single => output::print_json(one),
        (Format::Json, all) => output::print_json(&all),
        (Format::Text, all) => Ok(output::print(&text::page(all, asked.all))?),
    }
}
