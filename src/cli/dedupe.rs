//! `xwalk dedupe`: who is the same party.

use std::path::{Path, PathBuf};

use clap::Args;

use super::arguments::Format;
use super::matching::Matching;
use super::output::{plain, short};
use super::page::{self, Page};
use super::progress::Bar;
use super::{Ended, output};
use crate::pipeline::{self, DedupeSummary, DedupedFile};
use crate::report::Lang;

const EXAMPLES: &str = "\
Examples:
  xwalk dedupe export/ --out matches
      who is the same party in an export: clusters, pairs with their evidence, pairs to decide
  xwalk dedupe members.csv --id member_no --out matches
      any table of people or companies; rows are named by the column `member_no`
  xwalk dedupe old.csv new.csv --ignore \"Import batch\" --out matches
      within two tables and between them; a column is no evidence
";

/// Columns of the page.
const WIDTH: u16 = 100;
/// Longest text of a cell.
const CELL: usize = 60;
/// How many files are told one by one.
const FILES: usize = 8;
/// How many kinds of evidence are told.
const EVIDENCE: usize = 12;

/// The arguments of `dedupe`.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Dedupe {
    #[command(flatten)]
    matching: Matching,
    /// The folder for clusters and pairs
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// The language of the report
    #[arg(long, value_name = "LANG", default_value = "en", value_parser = super::audit::lang())]
    lang: Lang,
    /// Show values in the report as they are, not masked
    #[arg(long)]
    show_values: bool,
    /// Replace the results that are in the folder
    #[arg(long)]
    force: bool,
    /// How many threads to use; the result is the same with any number
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=256))]
    threads: Option<u16>,
    /// How to print the summary
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

/// Matches, and says what came of it.
///
/// # Errors
/// When an argument makes no sense, nothing can be read, or the results can't be written.
pub(super) fn run(asked: &Dedupe) -> anyhow::Result<Ended> {
    super::use_threads(asked.threads)?;
    let mut what = asked.matching.asked()?;
    what.options.force = asked.force;
    what.out.clone_from(&asked.out);
    (what.lang, what.show_values) = (asked.lang, asked.show_values);
    let bar = Bar::new(asked.format == Format::Json);
    let done = pipeline::dedupe(&what, &bar);
    bar.clear();
    let summary = done?;
    match asked.format {
        Format::Json => output::print_json(&summary)?,
        Format::Text => output::print(&summary_page(&summary, asked.out.as_deref()))?,
    }
    Ok(Ended::Well)
}

/// The summary; `out` is where the results were written.
fn summary_page(all: &DedupeSummary, out: Option<&Path>) -> String {
    let mut page = Page::default();
    page.heading(&format!(
        "{}, {}: {} in {} of two and more",
        page::of(all.records, "record"),
        match all.parties {
            1 => "1 party".to_string(),
            parties => format!("{} parties", page::count(parties)),
        },
        page::of(all.in_clusters, "record"),
        page::of(all.clusters, "cluster"),
    ));
    let pairs = |band| all.pairs.iter().find(|(name, _)| *name == band);
    let pairs = |band| pairs(band).map_or(0, |(_, pairs)| *pairs);
    page.item("  largest cluster: ", &page::of(all.largest, "record"));
    page.item("  pairs to decide: ", &page::count(pairs("review")));
    if all.not_records > 0 {
        let rows = page::of(all.not_records, "row");
        page.item(
            "  no records: ",
            &format!("{rows}, empty, unreadable or deleted in the source"),
        );
    }
    files(&mut page, all);
    evidence(&mut page, all);
    next(&mut page, all, out);
    page.finish()
}

fn files(page: &mut Page, all: &DedupeSummary) {
    page.heading("Files");
    let rows = all.files.iter().take(FILES).map(|one| {
        vec![
            short(&one.file.file, CELL),
            page::of(one.file.rows, "row"),
            short(&held(one), CELL),
        ]
    });
    page.table(&[], rows.collect(), &[1], WIDTH);
    let more = all.files.len().saturating_sub(FILES);
    if more > 0 {
        let files = page::of(more as u64, "more file");
        page.item("  ", &format!("and {files}; `--format json` lists them"));
    }
}

/// What a file holds, and how many of its columns are evidence.
fn held(one: &DedupedFile) -> String {
    if one.columns.is_empty() {
        return one.file.fate.clone();
    }
    let telling = one.columns.iter().filter(|(_, part)| !part.is_empty());
    let (told, columns) = (telling.count(), one.columns.len());
    let what = match one.unrecognised {
        true => "not recognised, read as a plain table",
        false => &one.file.object,
    };
    format!(
        "{what}; {told} of {} are evidence",
        page::of(columns as u64, "column")
    )
}

/// What most records show.
fn evidence(page: &mut Page, all: &DedupeSummary) {
    page.heading("What records show");
    let mut shown: Vec<&(String, u64)> = all.evidence.iter().collect();
    shown.sort_by_key(|(_, records)| std::cmp::Reverse(*records));
    let rows = shown.iter().take(EVIDENCE).map(|(name, records)| {
        let share = page::per_cent(*records, all.records);
        vec![short(&name.replace('_', " "), CELL), share]
    });
    page.table(&[], rows.collect(), &[1], WIDTH);
    let more = shown.len().saturating_sub(EVIDENCE);
    if more > 0 {
        let kinds = page::of(more as u64, "more kind");
        page.item("  ", &format!("and {kinds}; `--format json` lists them"));
    }
}

fn next(page: &mut Page, all: &DedupeSummary, out: Option<&Path>) {
    page.heading("Next");
    let Some(out) = out else {
        page.item(
            "  ",
            "add `--out DIR` for the clusters and the pairs with their evidence",
        );
        return;
    };
    let at = |name: &str| plain(&out.join(name).display().to_string());
    page.item(
        "  ",
        &format!("what came of it, and how sure it is: {}", at("report.html")),
    );
    page.item(
        "  ",
        &format!("every row with its cluster: {}", at("clusters.csv")),
    );
    page.item(
        "  ",
        &format!("the pairs and what speaks for them: {}", at("pairs.csv")),
    );
    if all
        .pairs
        .iter()
        .any(|(band, pairs)| *band == "review" && *pairs > 0)
    {
        page.item("  ", &format!("decide the pairs in {}", at("review.csv")));
    }
}
