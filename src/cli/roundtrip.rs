//! `xwalk roundtrip`: what of an export comes back from its own vendor's import files.

use clap::Args;

use super::arguments::Format;
use super::inputs::Inputs;
use super::page::{self, Page, WIDTH};
use super::progress::Bar;
use super::{Ended, output};
use crate::pipeline::{self, ColumnTrip, Roundtrip};

const EXAMPLES: &str = "\
Examples:
  xwalk roundtrip export/                           there and back, column by column
  xwalk roundtrip export/ --via spreadsheet         over another system
  xwalk roundtrip export/ --cells                   with more of the cells that changed or were lost
";

/// How many cells of a column are named where not more are asked for.
const NAMED: usize = 3;

/// The arguments of `roundtrip`.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct RoundtripOf {
    #[command(flatten)]
    inputs: Inputs,
    /// The system between: a built-in profile, or a YAML file
    #[arg(long, value_name = "PROFILE")]
    via: Option<String>,
    /// List up to twenty cells of a column that changed or were lost, masked, instead of three
    #[arg(long)]
    cells: bool,
    /// How to print
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

/// Runs the round trip and prints what came of each column.
///
/// # Errors
/// When the files are of several systems or none, or can't be converted.
pub(super) fn run(asked: &RoundtripOf) -> anyhow::Result<Ended> {
    let options = asked.inputs.options()?;
    let bar = Bar::new(asked.format == Format::Json);
    let found = pipeline::roundtrip(&options, asked.via.as_deref(), &bar);
    bar.clear();
    let found = found?;
    match asked.format {
        Format::Json => output::print_json(&found)?,
        Format::Text => output::print(&text(&found, asked.cells))?,
    }
    Ok(if found.needs_a_look() {
        Ended::WithALook
    } else {
        Ended::Well
    })
}

fn text(found: &Roundtrip, cells: bool) -> String {
    let mut page = Page::default();
    let way = match &found.via {
        Some(via) => format!("{0} to {via} and back to {0}", found.profile),
        None => format!("{0} and back to {0}", found.profile),
    };
    page.item(
        "",
        &format!("{way}: {} compared", page::of(found.rows, "row")),
    );
    if found.not_exported > 0 {
        let left = page::of(found.not_exported, "row");
        page.item("", &format!("{left} not exported, and not compared"));
    }
    let mut files: Vec<&str> = found.columns.iter().map(|c| c.file.as_str()).collect();
    files.dedup();
    for file in files {
        page.heading(&output::plain(file));
        let columns = found
            .columns
            .iter()
            .filter(|c| c.file == file && c.filled > 0);
        let head = [
            "COLUMN",
            "FILLED",
            "SAME",
            "NORMAL",
            "REPRES.",
            "CHANGED",
            "LOST",
            "NAMED",
            "NOT WRITTEN",
        ];
        let rows = columns.clone().map(line).collect();
        let width = u16::try_from(WIDTH + 20).unwrap_or(100);
        page.table(&head, rows, &[1, 2, 3, 4, 5, 6, 7], width);
        let most = if cells { usize::MAX } else { NAMED };
        for column in columns {
            for cell in column.cells.iter().take(most) {
                let is = if cell.is.is_empty() {
                    "nothing"
                } else {
                    &cell.is
                };
                let text = format!(
                    "row {}, {}: {} came back as {is}",
                    cell.row, column.column, cell.was
                );
                page.item("  ", &output::plain(&text));
            }
        }
    }
    let sum = |of: fn(&ColumnTrip) -> u64| found.columns.iter().map(of).sum::<u64>();
    let (changed, lost) = (sum(|c| c.changed), sum(|c| c.lost));
    page.item("", "");
    page.item(
        "",
        &format!(
            "{} filled: {} came back as they were, {} in another spelling, {} as what stands for them, {changed} changed, {lost} lost, {} did not for a reason that a finding names, {} not written, as the profile says",
            page::of(sum(|c| c.filled), "cell"),
            sum(|c| c.lossless),
            sum(|c| c.normalised),
            sum(|c| c.representative),
            sum(|c| c.named),
            sum(|c| c.not_written),
        ),
    );
    if changed + lost > 0 {
        let text = "the profile does not say that these change or are lost; where that is right, declare it with `one_way` (docs/profile.md)";
        page.item("", text);
    }
    page.finish()
}

fn line(column: &ColumnTrip) -> Vec<String> {
    let count = |number: u64| match number {
        0 => String::new(),
        some => some.to_string(),
    };
    let left = match column.not_written {
        0 => String::new(),
        some => format!("{some}: {}", output::plain(&column.why)),
    };
    vec![
        output::short(&column.column, 30),
        count(column.filled),
        count(column.lossless),
        count(column.normalised),
        count(column.representative),
        count(column.changed),
        count(column.lost),
        count(column.named),
        left,
    ]
}
