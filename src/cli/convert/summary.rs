//! What a conversion came to, on a page of 80 columns.

use std::path::PathBuf;

use super::next;
use crate::cli::output::{plain, short};
use crate::cli::page::{self, Page, WIDTH};
use crate::pipeline::{Outcome, Policy};

/// How many lines of a long list are shown.
const TOP: usize = 8;
/// How many files are told with the reason.
const MOST_REASONS: usize = 12;
/// Longest text of a cell in the tables.
const CELL: usize = 44;

/// The summary of a run over these inputs.
pub(super) fn page(outcome: &Outcome, inputs: &[PathBuf], beside: &[PathBuf]) -> String {
    let mut page = Page::default();
    files(&mut page, outcome);
    fates(&mut page, "Rows", &outcome.rows);
    if outcome.created > 0 {
        let text = format!(
            "and {} made from what other rows say",
            page::of(outcome.created, "organization")
        );
        page.item("  ", &text);
    }
    against(&mut page, outcome);
    left_out(&mut page, outcome);
    reasons(&mut page, outcome);
    fates(&mut page, "Filled cells", &outcome.cells);
    owners(&mut page, outcome);
    classes(&mut page, outcome);
    moves(&mut page, outcome);
    segments(&mut page, outcome);
    findings(&mut page, outcome);
    next::kit(&mut page, outcome);
    next::steps(&mut page, outcome, inputs, beside);
    page.finish()
}

fn files(page: &mut Page, outcome: &Outcome) {
    page.heading("Read");
    let all = outcome.files.iter().chain(&outcome.existing);
    let rows = all.map(|file| {
        let object = short(&file.object, 30);
        vec![
            short(&file.file, 30),
            object,
            page::count(file.rows),
            plain(&file.fate),
        ]
    });
    page.table(
        &["FILE", "READ AS", "ROWS", ""],
        rows.collect(),
        &[2],
        width(),
    );
    let few = outcome.files.len() <= MOST_REASONS;
    for file in outcome
        .files
        .iter()
        .filter(|file| few || file.doubt.is_some())
    {
        page.item(
            "  ",
            &format!("{}: {}", plain(&file.file), plain(&file.why)),
        );
        if let Some(doubt) = &file.doubt {
            page.item("      ", &doubtful(&plain(&file.file), &plain(doubt)));
        }
    }
    if !few {
        page.item(
            "  ",
            "`xwalk inspect` says why each file is read as what it is",
        );
    }
}

fn doubtful(file: &str, doubt: &str) -> String {
    let mark = "\x1b[33mdoubtful:\x1b[0m";
    format!("{mark} it could also be {doubt}; say `--as {file}=OBJECT` to decide")
}

/// A table of fates with its sum.
fn fates(page: &mut Page, title: &str, fates: &[(String, u64)]) {
    let sum = fates.iter().map(|(_, count)| count).sum();
    page.heading(title);
    let mut rows: Vec<Vec<String>> = fates
        .iter()
        .filter(|(_, count)| *count > 0)
        .map(|(name, count)| {
            vec![
                name.replace('_', " "),
                page::count(*count),
                page::per_cent(*count, sum),
            ]
        })
        .collect();
    rows.push(vec!["sum".to_string(), page::count(sum), String::new()]);
    page.table(&[], rows, &[1, 2], width());
}

/// What became of the records, where it is known which of them the target has.
fn against(page: &mut Page, outcome: &Outcome) {
    if outcome.against.is_empty() {
        return;
    }
    page.heading("Records, beside those that the target has");
    let rows = outcome.against.iter().map(|object| {
        let counts = [object.created, object.updated, object.skipped, object.held];
        let counts = counts.into_iter().map(page::count);
        std::iter::once(plain(&object.object))
            .chain(counts)
            .collect()
    });
    let head = ["", "CREATED", "UPDATED", "SKIPPED", "HELD"];
    page.table(&head, rows.collect(), &[1, 2, 3, 4], width());
}

/// What came of the lists of what is not to be imported.
fn left_out(page: &mut Page, outcome: &Outcome) {
    for list in &outcome.do_not_import {
        let mut text = format!(
            "not to be imported, by {}: {}, {} of them matched",
            plain(&list.file),
            match list.entries {
                1 => "1 entry".to_string(),
                many => format!("{} entries", page::count(many)),
            },
            page::count(list.matched)
        );
        if list.not_understood > 0 {
            let rows: Vec<String> = list
                .rows_not_understood
                .iter()
                .map(u32::to_string)
                .collect();
            text.push_str(&format!(
                "; {} could not be understood (row {}{})",
                page::count(list.not_understood),
                rows.join(", "),
                if list.not_understood > rows.len() as u64 {
                    ", …"
                } else {
                    ""
                }
            ));
        }
        page.item("  ", &text);
    }
}

fn reasons(page: &mut Page, outcome: &Outcome) {
    let mut reasons: Vec<_> = outcome
        .reasons
        .iter()
        .filter(|(fate, ..)| fate != "exported")
        .collect();
    reasons.sort_by(|a, b| (b.2, &a.0, &a.1).cmp(&(a.2, &b.0, &b.1)));
    if reasons.is_empty() {
        return;
    }
    page.heading("Why rows were not exported");
    let rows = reasons
        .iter()
        .take(TOP)
        .map(|(fate, reason, rows)| vec![page::count(*rows), fate.clone(), plain(reason)]);
    page.table(&[], rows.collect(), &[0], width());
    more(page, reasons.len());
}

fn more(page: &mut Page, all: usize) {
    if all > TOP {
        page.item(
            "  ",
            &format!(
                "and {} more; all are in the kit",
                page::count((all - TOP) as u64)
            ),
        );
    }
}

fn owners(page: &mut Page, outcome: &Outcome) {
    let mut without: Vec<_> = outcome
        .owners
        .iter()
        .filter(|(_, place, _)| place.is_empty())
        .collect();
    without.sort_by(|a, b| (b.2, &a.0).cmp(&(a.2, &b.0)));
    if without.is_empty() {
        return;
    }
    page.heading("Owners without a place in the target");
    let rows = without
        .iter()
        .take(TOP)
        .map(|(owner, _, records)| vec![page::of(*records, "record"), short(owner, CELL)]);
    page.table(&[], rows.collect(), &[0], width());
    more(page, without.len());
    page.item(
        "  ",
        "say in an overlay who they are, or who answers for them (`owners:`)",
    );
}

fn classes(page: &mut Page, outcome: &Outcome) {
    if outcome.classes.is_empty() {
        return;
    }
    page.heading("Where the glossary calls records something else");
    let mut classes: Vec<_> = outcome.classes.iter().collect();
    classes.sort_by(|a, b| (b.2, &a.0, &a.1).cmp(&(a.2, &b.0, &b.1)));
    let rows = classes.iter().take(TOP).map(|(declared, class, rows)| {
        let class = if class.is_empty() { "nothing" } else { class };
        vec![
            page::count(*rows),
            format!("declared {}, is {}", plain(declared), plain(class)),
        ]
    });
    page.table(&[], rows.collect(), &[0], width());
    more(page, outcome.classes.len());
}

/// What the audit has moved, or would.
fn moves(page: &mut Page, outcome: &Outcome) {
    if outcome.moves.is_empty() {
        return;
    }
    page.heading(match outcome.reclassify {
        Policy::Never => "What `--reclassify all` would move; `confident` only what is marked sure",
        Policy::Confident => "Moved where the audit is sure; the rest stays",
        Policy::All => "Moved on the ground of the audit",
    });
    let mut moves: Vec<_> = outcome.moves.iter().collect();
    moves.sort_by(|a, b| (b.4, &a.0, &a.1, &a.2).cmp(&(a.4, &b.0, &b.1, &b.2)));
    let rows = moves.iter().take(TOP).map(|(from, to, code, sure, rows)| {
        let sure = if *sure { ", sure" } else { "" };
        vec![
            page::count(*rows),
            format!("{} to {} ({code}{sure})", plain(from), plain(to)),
        ]
    });
    page.table(&[], rows.collect(), &[0], width());
    more(page, outcome.moves.len());
}

/// The records to be loaded, by segment.
fn segments(page: &mut Page, outcome: &Outcome) {
    if outcome.segments.is_empty() {
        return;
    }
    page.heading("Records to load, by segment");
    let rows = outcome.segments.iter();
    let rows = rows.map(|(segment, records)| vec![page::count(*records), segment.clone()]);
    page.table(&[], rows.collect(), &[0], width());
}

fn findings(page: &mut Page, outcome: &Outcome) {
    let mut findings: Vec<_> = outcome.findings.iter().collect();
    findings.sort_by(|a, b| (rank(&a.1), b.2, &a.0).cmp(&(rank(&b.1), a.2, &b.0)));
    if findings.is_empty() {
        return;
    }
    page.heading("Found");
    let rows = findings
        .iter()
        .take(TOP)
        .map(|(code, severity, count, about)| {
            vec![
                page::count(*count),
                severity.clone(),
                code.clone(),
                plain(about),
            ]
        });
    page.table(&[], rows.collect(), &[0], width());
    more(page, findings.len());
}

fn rank(severity: &str) -> u8 {
    match severity {
        "error" => 0,
        "warning" => 1,
        _ => 2,
    }
}

fn width() -> u16 {
    u16::try_from(WIDTH).unwrap_or(80)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pipeline::{FileReport, OutputReport};

    fn outcome() -> Outcome {
        let file = FileReport {
            file: "people.csv".to_string(),
            object: "plain people".to_string(),
            why: "9 of 9 headers are known ".repeat(8),
            doubt: Some("plain companies".to_string()),
            fate: "parties".to_string(),
            rows: 1200,
        };
        Outcome {
            files: vec![file],
            outputs: vec![OutputReport {
                file: "1-people.csv".to_string(),
                rows: 1100,
            }],
            rows: vec![
                ("exported".to_string(), 1100),
                ("rejected".to_string(), 100),
            ],
            cells: vec![("moved".to_string(), 5000), ("kept_aside".to_string(), 1)],
            created: 3,
            reasons: vec![(
                "rejected".to_string(),
                "required-missing: Last name".to_string(),
                100,
            )],
            findings: vec![(
                "phone-no-region".to_string(),
                "warning".to_string(),
                7,
                "no country ".repeat(9),
            )],
            owners: vec![("bob\u{1b}[2J".to_string(), String::new(), 12)],
            ..Outcome::default()
        }
    }

    #[test]
    fn a_summary_fits_eighty_columns() {
        let text = page(&outcome(), &["in".into()], &[]);
        let bare = anstream::adapter::strip_str(&text).to_string();
        for line in bare.lines() {
            assert!(line.chars().count() <= WIDTH + 1, "{line}");
        }
    }

    #[test]
    fn the_sum_of_the_rows_is_shown() {
        let text = page(&outcome(), &["in".into()], &[]);
        let sum = text
            .lines()
            .find(|line| line.trim().starts_with("sum"))
            .unwrap();
        assert!(sum.contains("1,200"), "{sum}");
    }

    #[test]
    fn an_owners_name_can_not_steer_the_terminal() {
        assert!(page(&outcome(), &[], &[]).contains("bob[2J"));
    }
}
