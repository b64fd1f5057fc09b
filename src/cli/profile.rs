//! `xwalk profile`: the descriptions of vendors, listed, shown and checked.

mod columns;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context;
use clap::{Args, Subcommand};

use super::page::{self, Page};
use super::{Ended, output, workbook};
use crate::error::{Error, Result};
use crate::profile::{self, Profile};
use crate::yaml::{Mistake, Mistakes};

const LIST: &str = "Examples:\n  xwalk profile list\n";
const SHOW: &str = "\
Examples:
  xwalk profile show spreadsheet                    a built-in profile
  xwalk profile show spreadsheet --with acme.yaml   with a client's overlay on top
  xwalk profile show spreadsheet --columns          each column, what it becomes, and its way back
";
const CHECK: &str = "\
Examples:
  xwalk profile check acme.yaml                     every mistake, with line and column
";
const SCHEMA: &str = "\
Examples:
  xwalk profile schema > profile.schema.json        for an editor that completes YAML
";

/// What to do with profiles.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// List the built-in profiles and what they read and write
    #[command(after_help = LIST)]
    List,
    /// Show a profile as it takes effect; each line says where it came from
    #[command(after_help = SHOW)]
    Show(Show),
    /// Check profiles and overlays: all mistakes at once (exit 1 if there are any)
    #[command(after_help = CHECK)]
    Check(Check),
    /// Write the mapping of an export as a workbook for the client, or read one that came back
    Workbook(Box<workbook::WorkbookOf>),
    /// Print the JSON Schema of profiles
    #[command(after_help = SCHEMA)]
    Schema,
}

/// The arguments of `show`.
#[derive(Debug, Args)]
pub(super) struct Show {
    /// A built-in profile's name, or a YAML file
    profile: String,
    /// An overlay: a YAML file that adds, changes or drops columns
    #[arg(long, value_name = "OVERLAY")]
    with: Vec<PathBuf>,
    /// A table of the columns instead: what each becomes, and how its cells come back when it is written
    #[arg(long)]
    columns: bool,
}

/// The arguments of `check`.
#[derive(Debug, Args)]
pub(super) struct Check {
    /// YAML files
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
}

/// Runs the command.
///
/// # Errors
/// When a file can't be read, or a profile that is to be shown has mistakes.
pub(super) fn run(command: &Command) -> anyhow::Result<Ended> {
    match command {
        Command::List => list(),
        Command::Show(asked) => {
            let overlays = overlays(&asked.with)?;
            let text = match asked.columns {
                true => columns::table(&profile::load(&asked.profile, &overlays)?),
                false => output::lines(&profile::show(&asked.profile, &overlays)?),
            };
            output::print(&text)?;
            Ok(Ended::Well)
        }
        Command::Check(asked) => check(&asked.files),
        Command::Workbook(asked) => workbook::run(asked),
        Command::Schema => {
            output::print_json(&profile::json_schema())?;
            Ok(Ended::Well)
        }
    }
}

/// All built-in profiles, by name.
///
/// # Errors
/// When one of them has mistakes.
pub(super) fn built_in() -> std::result::Result<Vec<Profile>, Mistakes> {
    let names = profile::builtin_names();
    names.iter().map(|name| profile::load(name, &[])).collect()
}

/// Reads overlays: (name as the user gave it, text).
///
/// # Errors
/// When one can't be read as text.
pub(super) fn overlays(paths: &[PathBuf]) -> Result<Vec<(String, String)>> {
    let read = |path: &PathBuf| Ok((path.display().to_string(), text_of(path)?));
    paths.iter().map(read).collect()
}

fn text_of(path: &Path) -> Result<String> {
    fs::read_to_string(path).map_err(|error| {
        Error::new(error.to_string(), "name a YAML file").at(path.display().to_string())
    })
}

fn list() -> anyhow::Result<Ended> {
    let mut page = Page::default();
    let mut rows = Vec::new();
    for found in built_in().context("a built-in profile can't be loaded")? {
        let objects: Vec<String> = found.objects.iter().map(object).collect();
        rows.push(vec![
            found.name,
            found.title,
            found.checked,
            objects.join(", "),
        ]);
    }
    let head = ["NAME", "TITLE", "CHECKED", "OBJECTS (* also written)"];
    page.table(&head, rows, &[], u16::try_from(page::WIDTH).unwrap_or(80));
    output::print(&page.finish())?;
    Ok(Ended::Well)
}

fn object(object: &profile::schema::Object) -> String {
    let mark = if object.write.is_some() { "*" } else { "" };
    format!("{}{mark}", object.name)
}

fn check(files: &[PathBuf]) -> anyhow::Result<Ended> {
    let mut all: Vec<Mistake> = Vec::new();
    for path in files {
        let text = text_of(path)?;
        all.extend(profile::check(&text, &path.display().to_string()));
    }
    if all.is_empty() {
        let good = page::of(files.len() as u64, "file");
        let mut text = format!("no mistakes in {good}\n");
        for path in files {
            let name = path.display().to_string();
            let loaded = profile::load_text(&text_of(path)?, &name, &[])?;
            text.push_str(&columns::sums(&loaded, &name));
        }
        output::print(&text)?;
        return Ok(Ended::Well);
    }
    let total = page::of(all.len() as u64, "mistake");
    let text = output::lines(&Mistakes(all).to_string());
    output::print(&format!("{text}\n\n{total}\n"))?;
    Ok(Ended::WithALook)
}
