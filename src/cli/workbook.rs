//! `xwalk profile workbook`: the mapping as a workbook for the client, and back.

use std::fs;
use std::path::{Path, PathBuf};

use clap::Args;

use super::convert::check;
use super::inputs::Inputs;
use super::page::{self, Page};
use super::progress::Bar;
use super::{Ended, output, profile as profiles};
use crate::error::{Error, Result};
use crate::pipeline::{self, Options};
use crate::profile;
use crate::workbook::{self, Agreed, Shown};

const EXAMPLES: &str = "\
Examples:
  xwalk profile workbook export/ --to spreadsheet --out mapping.xlsx
      the mapping of an export, for the client to approve or change
  xwalk profile workbook --read mapping.xlsx --out agreed.yaml
      what the client has said, as an overlay: `convert … --with agreed.yaml` obeys it
  xwalk profile workbook later/ --to spreadsheet --with agreed.yaml --only-open --out new.xlsx
      of a later export only what is new, has changed, or is still open
";

/// The arguments of `profile workbook`.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
#[command(mut_arg("inputs", |inputs| inputs.required(false).required_unless_present("read")))]
pub(super) struct WorkbookOf {
    #[command(flatten)]
    inputs: Inputs,
    /// The system they go to: a built-in profile, or a YAML file
    #[arg(long, value_name = "PROFILE", required_unless_present = "read")]
    to: Option<String>,
    /// The country of phones without a country code, as in `ES`
    #[arg(long, value_name = "CC", value_parser = check::region)]
    region: Option<String>,
    /// Read a workbook that has come back, and write what it says as an overlay
    #[arg(long, value_name = "XLSX", conflicts_with_all = ["inputs", "to", "hints", "sheets", "region", "show_values", "only_open", "force"])]
    read: Option<PathBuf>,
    /// The workbook to write; with `--read`, the overlay to write or bring up to date
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// Leave out what is approved already
    #[arg(long)]
    only_open: bool,
    /// Show examples as they are, not masked
    #[arg(long)]
    show_values: bool,
    /// Replace the workbook that is there
    #[arg(long)]
    force: bool,
}

/// Writes a workbook, or reads one.
///
/// # Errors
/// When an argument makes no sense, the export can't be converted, or something is wrong in the workbook that is read;
/// then nothing is written.
pub(super) fn run(asked: &WorkbookOf) -> anyhow::Result<Ended> {
    match &asked.read {
        Some(book) => read(asked, book),
        None => write(asked),
    }
}

fn write(asked: &WorkbookOf) -> anyhow::Result<Ended> {
    if asked.out.exists() && !asked.force {
        let error = Error::new(
            "it is there already, and somebody may have filled it in",
            "name another file with `--out`, or add `--force` to replace it",
        );
        return Err(error.at(asked.out.display().to_string()).into());
    }
    let options = Options {
        to: asked.to.clone().unwrap_or_default(),
        region: asked.region.clone(),
        ..asked.inputs.options()?
    };
    let bar = Bar::new(false);
    let mapping = pipeline::mapping(&options, &bar);
    bar.clear();
    let shown = Shown {
        values: asked.show_values,
        only_open: asked.only_open,
    };
    let made = workbook::workbook(&mapping?, shown);
    output::save(&asked.out, &workbook::write(&made)?)?;
    let mut page = Page::default();
    let rows = made.counts.iter().map(|(name, count)| {
        let numbers = [count.open, count.new, count.changed, count.approved];
        let mut cells = vec![output::plain(name)];
        cells.extend(numbers.map(page::count));
        cells
    });
    let head = ["SHEET", "OPEN", "NEW", "CHANGED", "APPROVED"];
    let width = u16::try_from(page::WIDTH).unwrap_or(80);
    page.table(&head, rows.collect(), &[1, 2, 3, 4], width);
    output::print(&page.finish())?;
    Ok(Ended::Well)
}

fn read(asked: &WorkbookOf, book: &Path) -> anyhow::Result<Ended> {
    let returned = workbook::read(book)?;
    let source = source(asked, returned.source.as_deref())
        .map_err(|error| error.at(book.display().to_string()))?;
    let file = asked.out.display().to_string();
    let with: Vec<PathBuf> = (asked.inputs.with.iter())
        .filter(|path| !same(path, &asked.out))
        .cloned()
        .collect();
    let before = match asked.out.exists() {
        true => profiles::overlays(std::slice::from_ref(&asked.out))?,
        false => Vec::new(),
    };
    let before = before.first().map_or("", |(_, text)| text);
    let overlays = profiles::overlays(&with)?;
    let agreed = workbook::agree(returned, &source, &overlays, &file, before)?;
    output::save(&asked.out, agreed.text.as_bytes())?;
    output::print(&said(&agreed, &file))?;
    Ok(Ended::Well)
}

/// The name or the file of the source's profile.
fn source(asked: &WorkbookOf, named: Option<&str>) -> Result<String> {
    match (&asked.inputs.from, named) {
        (Some(from), _) => Ok(from.clone()),
        (None, Some(name)) if profile::builtin(name).is_some() => Ok(name.to_string()),
        (None, Some(name)) => Err(Error::new(
            format!("it is of the profile `{name}`, which is not built in"),
            "name the file of that profile with `--from FILE`",
        )),
        (None, None) => Err(Error::new(
            "the sheet that names the source's profile is gone",
            "name the profile with `--from PROFILE`",
        )),
    }
}

fn said(agreed: &Agreed, file: &str) -> String {
    format!(
        "{}, {} approved, {} open\n`xwalk convert … --with {}` obeys it\n",
        page::of(agreed.changes, "change"),
        page::count(agreed.approved),
        page::count(agreed.open),
        output::plain(file)
    )
}

fn same(a: &Path, b: &Path) -> bool {
    a == b || matches!((fs::canonicalize(a), fs::canonicalize(b)), (Ok(a), Ok(b)) if a == b)
}
