//! What files hold, for people.

use super::column::Column;
use super::table::Report;
use crate::cli::output::{plain, short};
use crate::cli::page::{self, Page};

/// The reports as a page; with `all`, empty columns are listed too.
pub(super) fn page(reports: &[Report], all: bool) -> String {
    let mut page = Page::default();
    for report in reports {
        page.heading(&plain(&report.file));
        head(&mut page, report);
        if !report.columns.is_empty() {
            columns(&mut page, report, all);
        }
    }
    page.finish()
}

/// What a file is, and how sure that is.
pub(super) fn what(report: &Report) -> String {
    match (&report.vendor, &report.object) {
        (Some(vendor), Some(object)) => {
            let sure = page::per_cent((report.confidence * 100.0) as u64, 100);
            format!(
                "{vendor} {object} ({}), {sure} sure: {}",
                report.holds,
                plain(&report.why)
            )
        }
        _ if report.passed_over => format!("not read: {}", plain(&report.why)),
        _ if report.columns.is_empty() => plain(&report.why),
        _ => format!(
            "not recognised: {}; if it does hold them, say `--as FILE=OBJECT`",
            plain(&report.why)
        ),
    }
}

fn head(page: &mut Page, report: &Report) {
    page.item("  is       ", &what(report));
    if let Some(doubt) = &report.doubt {
        let text = format!(
            "it could also be {}; say `--from` or `--as` to decide",
            plain(doubt)
        );
        page.item("  doubt    ", &text);
    }
    if report.passed_over {
        return;
    }
    page.item("  written  ", &written(report));
    let rows = format!(
        "{} below the header, which is row {}",
        page::of(report.rows, "row"),
        report.header_row
    );
    page.item("  rows     ", &rows);
}

fn written(report: &Report) -> String {
    if let Some(sheet) = &report.sheet {
        return format!("the sheet `{}` of a workbook", plain(sheet));
    }
    let mark = if report.bom {
        " with byte order mark"
    } else {
        ""
    };
    let ends = if report.line_ends == "crlf" {
        "CR LF"
    } else {
        "LF"
    };
    format!(
        "{}{mark}, {} between cells, lines end in {ends}",
        report.encoding, report.delimiter
    )
}

fn columns(page: &mut Page, report: &Report, all: bool) {
    let shown: Vec<&Column> = report
        .columns
        .iter()
        .filter(|column| all || column.seen != "empty")
        .collect();
    let rows = shown.iter().map(|column| line(column)).collect();
    let head = [
        "#", "HEADER", "FILL", "SEEN", "FIELD", "SURE", "WHY", "EXAMPLE",
    ];
    page.item("", "");
    page.table(&head, rows, &[0, 2, 5], page::width());
    let hidden = report.columns.len() - shown.len();
    if hidden > 0 {
        let text = format!(
            "{} not shown; `--all` lists them",
            page::of(hidden as u64, "empty column")
        );
        page.item("  ", &text);
    }
}

fn line(column: &Column) -> Vec<String> {
    let share = |value: f64| page::per_cent((value * 1000.0) as u64, 1000);
    let sure = if column.field.is_some() {
        share(column.confidence)
    } else {
        String::new()
    };
    vec![
        (column.index + 1).to_string(),
        short(&column.column, 30),
        share(column.fill),
        column.seen.to_string(),
        column.field.clone().unwrap_or_else(|| "–".to_string()),
        sure,
        column.why.clone(),
        column.example.clone(),
    ]
}
