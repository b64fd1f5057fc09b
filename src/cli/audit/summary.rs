//! What an audit came to, on a screen of 100 columns.

use std::path::Path;

use crate::audit::Summary;
use crate::audit::found::{ByRule, Quality, missing, words_to_say};
use crate::cli::output::{plain, short};
use crate::cli::page::{self, Page};
use crate::model::axis::TEMPERATURES;

/// Columns of the page.
const WIDTH: u16 = 100;
/// How many rules are named beside those that come first.
const THEN: usize = 5;
/// How many fields are told.
const FIELDS: usize = 4;
/// How many statuses and types that nothing can read are told.
const UNREAD: usize = 5;
/// Longest line that is told as it is.
const LINE: usize = 98;
/// Longest text of a cell.
const CELL: usize = 56;

/// The summary; `out` is where the results were written.
pub(super) fn page(all: &Summary, out: Option<&Path>) -> String {
    let mut page = Page::default();
    page.heading(&format!(
        "{} as of {}, by the glossary `{}`: {} ({}) in the wrong class",
        page::of(all.records, "record"),
        all.as_of,
        plain(&all.glossary),
        page::count(all.misclassified),
        page::per_cent(all.misclassified, all.records)
    ));
    classes(&mut page, all);
    todo(&mut page, all);
    funnel(&mut page, all);
    quality(&mut page, all);
    unread(&mut page, all);
    not_judged(&mut page, all);
    next(&mut page, all, out);
    page.finish()
}

/// Declared class by class.
fn classes(page: &mut Page, all: &Summary) {
    let sorted = |names: Vec<&str>| {
        let mut names = names;
        names.sort_unstable_by_key(|name| (name.is_empty(), name.to_string()));
        names.dedup();
        names.into_iter().map(str::to_string).collect::<Vec<_>>()
    };
    let declared = sorted(
        all.classes
            .iter()
            .map(|flow| flow.declared.as_str())
            .collect(),
    );
    let classes = sorted(all.classes.iter().map(|flow| flow.class.as_str()).collect());
    let count = |from: &str, to: &str| {
        let mut flows = all.classes.iter();
        let found = flows.find(|flow| flow.declared == from && flow.class == to);
        found.map_or("·".to_string(), |flow| page::count(flow.records))
    };
    let rows = declared.iter().map(|from| {
        let name = if from.is_empty() { "nothing" } else { from };
        let mut row = vec![format!("declared {}", plain(name))];
        row.extend(classes.iter().map(|to| count(from, to)));
        row
    });
    let named = classes.iter().map(|name| match name.as_str() {
        "" => "NO PARTY".to_string(),
        name => plain(name).to_uppercase(),
    });
    let head: Vec<String> = std::iter::once(String::new()).chain(named).collect();
    let head: Vec<&str> = head.iter().map(String::as_str).collect();
    let right: Vec<usize> = (1..head.len()).collect();
    page.table(&head, rows.collect(), &right, WIDTH);
}

/// The findings by rule, in the order in which they are best mended.
fn todo(page: &mut Page, all: &Summary) {
    if all.todo.is_empty() {
        page.item("  ", "nothing was found");
        return;
    }
    page.heading("What to do first");
    let rows = all.todo.iter().map(|item| {
        let rule = all.findings.iter().find(|rule| rule.code == item.code);
        vec![
            page::count(item.findings),
            rule.map_or(String::new(), severity),
            item.code.to_string(),
            short(item.action, CELL),
        ]
    });
    page.table(&[], rows.collect(), &[0], WIDTH);
    let mut rest: Vec<String> = all
        .findings
        .iter()
        .filter(|rule| all.todo.iter().all(|item| item.code != rule.code))
        .map(|rule| format!("{} {}", rule.code, page::count(rule.findings)))
        .collect();
    let more = rest.len().saturating_sub(THEN);
    rest.truncate(THEN);
    if more > 0 {
        rest.push(format!(
            "and {} in the report",
            page::of(more as u64, "more rule")
        ));
    }
    if !rest.is_empty() {
        page.item("  then: ", &rest.join(", "));
    }
}

fn severity(rule: &ByRule) -> String {
    format!("{:?}", rule.severity).to_lowercase()
}

fn funnel(page: &mut Page, all: &Summary) {
    if all.funnel.is_empty() {
        return;
    }
    page.heading("Funnel: people by stage and temperature, and median days in the stage");
    let rows = all.funnel.iter().map(|one| {
        let mut row = vec![one.stage.replace('_', " "), page::count(one.people)];
        row.extend(one.temperatures.iter().map(|count| page::count(*count)));
        row.push(one.median_days.map_or("·".into(), |days| days.to_string()));
        row
    });
    let names: Vec<String> = TEMPERATURES
        .iter()
        .map(|name| name.to_uppercase())
        .collect();
    let mut head = vec!["", "PEOPLE"];
    head.extend(names.iter().map(String::as_str));
    head.push("DAYS");
    page.table(&head, rows.collect(), &[1, 2, 3, 4, 5, 6], WIDTH);
}

/// The fields with most problems.
fn quality(page: &mut Page, all: &Summary) {
    let mut fields: Vec<&Quality> = all.quality.iter().filter(|one| one.problems > 0).collect();
    fields.sort_by_key(|one| std::cmp::Reverse(one.problems));
    if fields.is_empty() {
        return;
    }
    page.heading("Fields with most problems");
    let rows = fields.iter().take(FIELDS).map(|one| {
        vec![
            short(&format!("{} {}", one.file, one.field), CELL),
            format!("{} filled", page::per_cent(one.filled, one.cells)),
            page::of(one.problems, "problem"),
        ]
    });
    page.table(&[], rows.collect(), &[1, 2], WIDTH);
}

/// Statuses and types that nothing can read, as they are written into a glossary.
fn unread(page: &mut Page, all: &Summary) {
    if all.unread.is_empty() {
        return;
    }
    page.heading("Not understood: say in your glossary what these statuses and types mean");
    let mut shown = all.unread.clone();
    shown.sort_by_key(|one| std::cmp::Reverse(one.records));
    shown.truncate(UNREAD);
    shown.sort_by_key(|one| one.list);
    let yaml = words_to_say(&shown);
    let lines: Vec<String> = yaml.lines().map(|line| short(line, LINE)).collect();
    page.lines(&lines.join("\n"));
    let more = all.unread.len() - shown.len();
    if more > 0 {
        page.item("  ", &format!("and {more} more in report.html"));
    }
}

fn not_judged(page: &mut Page, all: &Summary) {
    let mut needs: Vec<&str> = all
        .not_judged
        .iter()
        .flat_map(|rule| rule.needs.clone())
        .collect();
    needs.sort_unstable();
    needs.dedup();
    for need in needs {
        let rules = all
            .not_judged
            .iter()
            .filter(|rule| rule.needs.contains(&need));
        let codes: Vec<&str> = rules.map(|rule| rule.code).collect();
        page.item(
            "  ",
            &format!("not judged: {}: {}", missing(need), codes.join(", ")),
        );
    }
}

fn next(page: &mut Page, all: &Summary, out: Option<&Path>) {
    page.heading("Next");
    let Some(out) = out else {
        page.item(
            "  ",
            "add `--out DIR` for the report, the findings and `--segments` for lists",
        );
        return;
    };
    let sum = |of: fn(&ByRule) -> u64| all.findings.iter().map(of).sum::<u64>();
    let (found, listed) = (sum(|rule| rule.findings), sum(|rule| rule.listed));
    let some = match listed < found {
        true => format!(
            ", the surest {} of {}; findings.jsonl has them all",
            page::count(listed),
            page::count(found)
        ),
        false => String::new(),
    };
    let at = |name: &str| plain(&out.join(name).display().to_string());
    page.item("  ", &format!("open {} in a browser", at("report.html")));
    page.item(
        "  ",
        &format!("judge the findings in {}{some}", at("findings.xlsx")),
    );
    if out.join("segments").is_dir() {
        page.item("  ", &format!("work with the lists in {}", at("segments")));
    }
}
