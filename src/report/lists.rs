//! Lists for people: the findings as a workbook to be judged in, and the header of the segments' lists.

use std::path::Path;

use super::html::{pieces, shown};
use super::{Example, Lang, Report, plain, text};
use crate::error::Result;
use crate::kit::{Book, Column};

/// The columns of the sheet of findings: (text or name, width).
const COLUMNS: [(&str, f64); 20] = [
    ("ui.file", 18.0),
    ("ui.row", 8.0),
    ("ui.id", 20.0),
    ("ui.object", 20.0),
    ("ui.name", 22.0),
    ("ui.email", 26.0),
    ("ui.owner", 18.0),
    ("ui.group", 16.0),
    ("ui.rule", 26.0),
    ("ui.severity", 10.0),
    ("ui.confidence", 10.0),
    ("ui.declared", 14.0),
    ("ui.class", 14.0),
    ("ui.cause", 24.0),
    ("ui.wrong", 50.0),
    ("ui.for", 60.0),
    ("ui.against", 40.0),
    ("ui.do", 40.0),
    ("ui.verdict", 12.0),
    ("ui.comment", 30.0),
];

/// The columns of a segment's list.
const SEGMENT: [&str; 14] = [
    "file",
    "row",
    "source_id",
    "object",
    "name",
    "email",
    "organization",
    "owner",
    "class",
    "stage",
    "temperature",
    "consent",
    "segment",
    "why",
];

/// The header of a segment's list.
pub fn segment_header() -> [&'static str; 14] {
    SEGMENT
}

/// Begins the workbook of findings, the summary in front.
///
/// # Errors
/// When it can't be written.
pub fn findings_book<'a>(folder: &'a Path, name: &str, report: &Report) -> Result<Book<'a>> {
    let lang = report.lang;
    let t = |key| text(lang, key);
    let verdicts = ["ui.right", "ui.not-right", "ui.not-sure"];
    let columns = COLUMNS.iter().map(|(key, width)| Column {
        choices: match *key {
            "ui.verdict" => verdicts.iter().map(|key| t(key).to_string()).collect(),
            _ => Vec::new(),
        },
        ..Column::new(t(key).to_lowercase(), *width)
    });
    let mut book = Book::begin(
        folder,
        name,
        Some(t("ui.findings-sheet")),
        columns.collect(),
    )?;
    let widths = [44.0, 14.0, 60.0, 60.0];
    book.page(t("ui.summary-sheet"), &widths, &summary(report))?;
    Ok(book)
}

fn summary(report: &Report) -> Vec<(Vec<String>, bool)> {
    let all = report.summary;
    let lang = report.lang;
    let t = |key: &str| text(lang, key).to_string();
    let number = |number: u64| number.to_string();
    let mut lines = vec![
        (vec![t("ui.title")], true),
        (vec![t("ui.as-of"), all.as_of.clone()], false),
        (vec![t("ui.glossary"), plain(&all.glossary)], false),
        (vec![t("ui.records-judged"), number(all.records)], false),
        (
            vec![t("ui.records-misclassified"), number(all.misclassified)],
            false,
        ),
        (Vec::new(), false),
        (
            vec![t("ui.rule"), t("ui.count"), t("ui.wrong"), t("ui.do")],
            true,
        ),
    ];
    lines.extend(all.findings.iter().map(|rule| {
        let cells = vec![
            rule.code.to_string(),
            number(rule.findings),
            t(&format!("rule.{}.about", rule.code)),
            t(&format!("rule.{}.action", rule.code)),
        ];
        (cells, false)
    }));
    let total = all.findings.iter().map(|rule| rule.findings).sum();
    lines.push((vec![t("ui.total"), number(total)], true));
    let listed: u64 = all.findings.iter().map(|rule| rule.listed).sum();
    if listed < total {
        let note = t("ui.not-all-listed").replace("{}", &number(listed));
        lines.push((vec![note], false));
    }
    lines
}

/// A finding as a row of the workbook.
pub fn findings_row(lang: Lang, one: &Example, owner: &str, show_values: bool) -> Vec<String> {
    let found = &one.found;
    let t = |key: String| text(lang, &key).to_string();
    vec![
        plain(&found.file),
        found.row.to_string(),
        plain(&found.source_id),
        plain(&found.object),
        shown(&one.name, show_values),
        shown(&one.email, show_values),
        plain(owner),
        t(format!("group.{}", found.group)),
        found.code.to_string(),
        t(format!("severity.{:?}", found.severity).to_lowercase()),
        format!("{:.2}", found.confidence),
        found.declared_class.clone(),
        found.class.clone(),
        t(format!("cause.{}", found.cause)),
        t(format!("rule.{}.about", found.code)),
        pieces(lang, &found.evidence),
        pieces(lang, &found.against),
        t(format!("rule.{}.action", found.code)),
        String::new(),
        String::new(),
    ]
}
