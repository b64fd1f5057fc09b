//! `xwalk verify`: proves that a kit is whole and accounts for every row and cell of its inputs.

use std::path::{Path, PathBuf};

use clap::Args;
use serde::Serialize;

use super::arguments::Format;
use super::page::{self, Page};
use super::progress::Bar;
use super::{Ended, output};
use crate::error::Result;
use crate::ledger::{self, Report};
use crate::pipeline::{self, Progress};

const EXAMPLES: &str = "\
Examples:
  xwalk verify kit                                  the kit's files and its books
  xwalk verify kit --inputs export/                 rows and filled cells counted anew
  xwalk verify kit --inputs export/ --deep          converted again and compared byte by byte
  xwalk verify kit --inputs export/ --inputs crm/   a kit that was made `--against crm/`
";

/// The arguments of `verify`.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Verify {
    /// The kit: the folder that `convert` wrote
    #[arg(value_name = "DIR")]
    kit: PathBuf,
    /// The files that it was made from, to count their rows and cells again; several times, if they are in several
    /// folders or an export of the target was read beside them
    #[arg(long, value_name = "DIR")]
    inputs: Vec<PathBuf>,
    /// Convert the inputs again and compare every byte
    #[arg(long, requires = "inputs")]
    deep: bool,
    /// How to print
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

/// What programs are told.
#[derive(Debug, Serialize)]
struct Verdict<'r> {
    whole: bool,
    #[serde(flatten)]
    report: &'r Report,
}

/// Checks the kit and prints what is wrong with it.
///
/// # Errors
/// When the folder is no kit, or can't be read.
pub(super) fn run(asked: &Verify) -> anyhow::Result<Ended> {
    let bar = Bar::new(asked.format == Format::Json);
    let report = check(asked, &bar);
    bar.clear();
    let report = report?;
    match asked.format {
        Format::Json => output::print_json(&Verdict {
            whole: report.passed(),
            report: &report,
        })?,
        Format::Text => output::print(&text(&report))?,
    }
    Ok(if report.passed() {
        Ended::Well
    } else {
        Ended::WithALook
    })
}

fn check(asked: &Verify, bar: &Bar) -> Result<Report> {
    bar.step("checking the kit", 0);
    let inputs: Vec<&Path> = asked.inputs.iter().map(PathBuf::as_path).collect();
    let mut report = ledger::verify_with(&asked.kit, &inputs, &|read| bar.done(read))?;
    if asked.deep {
        let flaws = pipeline::verify_deep(&asked.kit, &inputs, bar)?;
        report.flaws.extend(flaws);
        report
            .checked
            .push("every byte, against the inputs converted again".to_string());
    }
    Ok(report)
}

fn text(report: &Report) -> String {
    if report.passed() {
        let mut page = Page::default();
        page.item("", "the kit is whole; checked were");
        for what in &report.checked {
            page.item("  - ", &output::plain(what));
        }
        for what in &report.skipped {
            page.item("not checked: ", &output::plain(what));
        }
        return page.finish();
    }
    let line = |flaw: &ledger::Flaw| format!("{}\n", output::plain(&flaw.to_string()));
    let mut out: String = report.flaws.iter().map(line).collect();
    for what in &report.skipped {
        out.push_str(&format!("not checked: {}\n", output::plain(what)));
    }
    let count = page::of(report.flaws.len() as u64, "flaw");
    out.push_str(&format!("\n{count}\n"));
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_flaw_is_one_line_with_its_place() {
        let flaw = ledger::Flaw::of("1-a.csv", "the line was\naltered");
        let report = Report {
            flaws: vec![flaw.on(7, Some("6, leads.csv:12".to_string()))],
            ..Report::default()
        };
        assert_eq!(
            text(&report),
            "1-a.csv:7 (row 6, leads.csv:12): the line was altered\n\n1 flaw\n"
        );
    }
}
