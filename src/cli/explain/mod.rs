//! `xwalk explain`: why something is as the audit and the profiles say it is.

mod text;

use std::path::PathBuf;

use clap::{Args, Subcommand};
use serde::Serialize;

use super::arguments::Format;
use super::inputs::Inputs;
use super::judging::Judging;
use super::matching::Matching;
use super::progress::Bar;
use super::{Ended, inspect, output};
use crate::pipeline::Options;
use crate::pipeline::explain::{self, ColumnExplained, Which};

const RULE: &str = "\
Examples:
  xwalk explain rule                                every rule, and whether it is on
  xwalk explain rule lead-is-customer               what it looks for, by what, and when it stays quiet
  xwalk explain rule lead-and-contact --glossary all-contacts
";

const FINDING: &str = "\
Examples:
  xwalk explain finding audit/findings.jsonl:12     the finding on line 12, in full sentences
  xwalk explain finding audit/findings.jsonl:12 --inputs export/ --show-values
      with the rows that it names, and their values as they are
";

const RECORD: &str = "\
Examples:
  xwalk explain record export/ --id 00Q5g00000x0001EAA
  xwalk explain record export/ --row Lead.csv:17    the record on row 17; the header is row 1
  xwalk explain record export/ --row Lead.csv:17 --glossary lead-first --show-values
";

const PAIR: &str = "\
Examples:
  xwalk explain pair 4711 4712 members.csv --id member_no
  xwalk explain pair old.csv:12 new.csv:40 old.csv new.csv --show-values
      records by file and row; the header is row 1
";

const COLUMN: &str = "\
Examples:
  xwalk explain column Lead.csv Status              what it is taken for, and what each value says
  xwalk explain column Lead.csv Status --to spreadsheet
      and what becomes of it there
  xwalk explain column book.xlsx#People Estado      a column of one sheet of a workbook
";

/// What is to be explained.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Say what a rule of the audit looks for, by what evidence, and when it stays quiet; without a code, list them
    Rule(Rule),
    /// Tell a line of an audit's findings.jsonl in full sentences
    Finding(Finding),
    /// Say of one record what it claims, what stands around it, and why it is of its class and of no other
    Record(Record),
    /// Say of two records what makes them one party, or two: each comparison with its weight
    Pair(Pair),
    /// Say what a column of an export is taken for, what its values say, and what becomes of it in a target
    Column(Column),
}

/// The arguments of `explain rule`.
#[derive(Debug, Args)]
#[command(after_help = RULE)]
pub(super) struct Rule {
    /// The rule's code; all of them where none is given
    code: Option<String>,
    /// The glossary by which it is on or off: a built-in one, or a YAML file
    #[arg(long, value_name = "NAME|FILE", default_value = "staged")]
    glossary: String,
    /// How to print
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

/// The arguments of `explain finding`.
#[derive(Debug, Args)]
#[command(after_help = FINDING)]
pub(super) struct Finding {
    /// A line of a findings.jsonl; the first is 1
    #[arg(value_name = "FILE:LINE", value_parser = place)]
    place: (String, u32),
    /// The files that were audited: show the rows that the finding names
    #[arg(long, value_name = "INPUT", num_args = 1..)]
    inputs: Vec<PathBuf>,
    /// Show values as they are, not masked
    #[arg(long, requires = "inputs")]
    show_values: bool,
    /// How to print
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

/// The arguments of `explain record`.
#[derive(Debug, Args)]
#[command(after_help = RECORD)]
pub(super) struct Record {
    #[command(flatten)]
    judging: Judging,
    /// The record's id in its source
    #[arg(
        long,
        value_name = "ID",
        required_unless_present = "row",
        conflicts_with = "row"
    )]
    id: Option<String>,
    /// The record's file and row; the header is row 1
    #[arg(long, value_name = "FILE:ROW", value_parser = place)]
    row: Option<(String, u32)>,
    /// How to print
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

/// The arguments of `explain pair`.
#[derive(Debug, Args)]
#[command(after_help = PAIR)]
pub(super) struct Pair {
    /// The first record: its id, or its file and row
    #[arg(value_name = "ID|FILE:ROW")]
    a: String,
    /// The second record
    #[arg(value_name = "ID|FILE:ROW")]
    b: String,
    #[command(flatten)]
    matching: Matching,
    /// Show values as they are, not masked
    #[arg(long)]
    show_values: bool,
    /// How to print
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

/// The arguments of `explain column`.
#[derive(Debug, Args)]
#[command(after_help = COLUMN)]
pub(super) struct Column {
    /// A file of an export; a single sheet of a workbook is `BOOK#SHEET`
    file: PathBuf,
    /// The column's header
    column: String,
    /// Also say what becomes of it in this system: a built-in profile, or a YAML file
    #[arg(long, value_name = "PROFILE")]
    to: Option<String>,
    /// The system that the file comes from, if it is not to be recognised
    #[arg(long, value_name = "PROFILE")]
    from: Option<String>,
    /// Say what the file holds, if it is not to be recognised
    #[arg(long = "as", value_name = "OBJECT")]
    object: Option<String>,
    /// An overlay: a YAML file that adds, changes or drops columns on either side
    #[arg(long, value_name = "OVERLAY")]
    with: Vec<PathBuf>,
    /// Show values as they are, not masked
    #[arg(long)]
    show_values: bool,
    /// How to print
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

/// Explains, and prints it.
///
/// # Errors
/// When what is asked about is not there, or can't be read.
pub(super) fn run(command: &Command) -> anyhow::Result<Ended> {
    match command {
        Command::Rule(asked) => rule(asked),
        Command::Finding(asked) => finding(asked),
        Command::Record(asked) => record(asked),
        Command::Pair(asked) => pair(asked),
        Command::Column(asked) => column(asked),
    }?;
    Ok(Ended::Well)
}

fn rule(asked: &Rule) -> anyhow::Result<()> {
    match &asked.code {
        None => {
            let all = explain::rules(&asked.glossary)?;
            show(asked.format, &all, || text::rules(&all))
        }
        Some(code) => {
            let one = explain::rule(code, &asked.glossary)?;
            show(asked.format, &one, || text::rule(&one))
        }
    }
}

fn finding(asked: &Finding) -> anyhow::Result<()> {
    let inputs = Options {
        inputs: asked.inputs.clone(),
        ..Options::default()
    };
    let (file, line) = &asked.place;
    let told = explain::finding(file.as_ref(), *line as usize, &inputs, asked.show_values)?;
    show(asked.format, &told, || text::finding(&told))
}

fn record(asked: &Record) -> anyhow::Result<()> {
    let what = asked.judging.asked()?;
    let which = match (&asked.id, &asked.row) {
        (_, Some((file, row))) => Which::Row(file.clone(), *row),
        (id, None) => Which::Id(id.clone().unwrap_or_default()),
    };
    let bar = Bar::new(asked.format == Format::Json);
    let explained = explain::record(&what, &which, what.show_values, &bar);
    bar.clear();
    let explained = explained?;
    show(asked.format, &explained, || text::record(&explained))
}

fn pair(asked: &Pair) -> anyhow::Result<()> {
    let which = |text: &str| match place(text) {
        Ok((file, row)) if file.contains('.') => Which::Row(file, row),
        _ => Which::Id(text.to_string()),
    };
    let what = asked.matching.asked()?;
    let bar = Bar::new(asked.format == Format::Json);
    let (a, b) = (which(&asked.a), which(&asked.b));
    let explained = crate::pipeline::pair(&what, (&a, &b), asked.show_values, &bar);
    bar.clear();
    let explained = explained?;
    show(asked.format, &explained, || text::pair(&explained))
}

/// A column, as `inspect` sees it and as it is explained.
#[derive(Debug, Serialize)]
struct Both {
    /// What the file is.
    file: inspect::Seen,
    /// What is in the column, and what becomes of it.
    #[serde(flatten)]
    explained: ColumnExplained,
}

fn column(asked: &Column) -> anyhow::Result<()> {
    let name = asked.file.file_name().unwrap_or_default().to_string_lossy();
    let hints = asked
        .object
        .iter()
        .map(|object| (name.to_string(), object.clone()));
    let inputs = Inputs {
        inputs: vec![asked.file.clone()],
        from: asked.from.clone(),
        hints: hints.collect(),
        sheets: Vec::new(),
        with: asked.with.clone(),
    };
    let options = Options {
        to: asked.to.clone().unwrap_or_default(),
        ..inputs.options()?
    };
    let bar = Bar::new(asked.format == Format::Json);
    let explained = explain::column(&options, &asked.column, asked.show_values, &bar);
    bar.clear();
    let explained = explained?;
    let both = Both {
        file: inspect::seen(&options, &explained.column, asked.show_values)?,
        explained,
    };
    show(asked.format, &both, || {
        text::column(&both.file, &both.explained)
    })
}

fn show(
    format: Format,
    value: &impl Serialize,
    page: impl FnOnce() -> String,
) -> anyhow::Result<()> {
    match format {
        Format::Json => output::print_json(value),
        Format::Text => Ok(output::print(&page())?),
    }
}

/// Takes `FILE:NUMBER` apart; for clap.
fn place(text: &str) -> Result<(String, u32), String> {
    let parts = text.rsplit_once(':').filter(|(file, _)| !file.is_empty());
    parts
        .and_then(|(file, number)| Some((file.to_string(), number.parse().ok()?)))
        .filter(|(_, number)| *number > 0)
        .ok_or_else(|| "write the file, `:` and a number, as in `people.csv:17`".to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_a_file_and_a_number() {
        assert_eq!(place("a:b.csv:17"), Ok(("a:b.csv".into(), 17)));
        for wrong in ["a.csv", "a.csv:", "a.csv:x", ":3", "a.csv:0"] {
            assert!(place(wrong).is_err(), "{wrong}");
        }
    }
}
