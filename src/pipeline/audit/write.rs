//! Writes an audit's results: findings, report, lists, numbers; whole or not at all.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::listed::Listed;
use super::view::View;
use super::{Judged, Progress};
use crate::audit::segment::{Consent, SEGMENTS};
use crate::audit::{Rule, Summary};
use crate::error::{Error, Result};
use crate::kit::{self, Sink};
use crate::model::axis::Kind;
use crate::model::field::{FieldId, find};
use crate::model::record::{Draft, Meta};
use crate::model::store::Window;
use crate::report::{self, Example, Report, in_a_sheet};

/// Name of the findings, one object a line.
const FINDINGS: &str = "findings.jsonl";
/// Name of the findings as a workbook.
const BOOK: &str = "findings.xlsx";
/// Name of the numbers.
const SUMMARY: &str = "summary.json";
/// Name of the report.
const REPORT: &str = "report.html";
/// The folder of the segments.
const SEGMENTS_FOLDER: &str = "segments";
/// How many examples of each rule the report shows.
const EXAMPLES: usize = 20;

/// What a person knows a record by.
#[derive(Debug, Default)]
struct Known {
    name: String,
    email: String,
    organization: String,
}

/// Reads what people know records by from the store.
struct Reader<'v> {
    view: &'v View<'v>,
    fields: [FieldId; 5],
    draft: Draft,
    window: Window,
}

impl<'v> Reader<'v> {
    fn new(view: &'v View<'v>) -> Self {
        let names = [
            "name.given",
            "name.family",
            "name.full",
            "email",
            "organization.name",
        ];
        Self {
            view,
            fields: names.map(|name| find(name).unwrap_or(FieldId(u16::MAX))),
            draft: Draft::default(),
            window: Window::default(),
        }
    }

    fn known(&mut self, one: &Judged, meta: &Meta) -> Result<Known> {
        self.draft.clear();
        let view = self.view;
        view.set
            .fetch(one.record, &mut self.draft, &mut self.window)?;
        let [given, family, full, email, firm] = self.fields.map(|field| self.draft.text(field));
        let person = match (given, family) {
            ("", "") => full.to_string(),
            (given, family) => format!("{given} {family}").trim().to_string(),
        };
        let name = match meta.axes.kind {
            Kind::Person => person,
            Kind::Organization => firm.to_string(),
        };
        Ok(Known {
            name,
            email: email.to_string(),
            organization: firm.to_string(),
        })
    }
}

/// Writes the results.
pub(super) fn write(
    out: &Path,
    view: &View,
    summary: &Summary,
    listed: Listed,
    progress: &dyn Progress,
) -> Result<()> {
    let options = &view.asked.options;
    let draft = kit::Draft::begin_as(
        "audit",
        &[FINDINGS, SUMMARY],
        out,
        options.force,
        &options.inputs,
    )?;
    let folder = draft.folder();
    let report = Report {
        summary,
        examples: &examples(view)?,
        glossary: view.glossary,
        lang: view.asked.lang,
        show_values: view.asked.show_values,
    };
    let page = report::html(&report)?;
    put(folder, REPORT, page.as_bytes())?;
    let mut line = Vec::new();
    put_json(&mut line, summary)?;
    put(folder, SUMMARY, &line)?;
    findings(folder, view, &report, listed, progress)?;
    if view.asked.segments {
        segments(folder, view, summary)?;
    }
    draft.finish()
}

fn put(folder: &Path, name: &str, bytes: &[u8]) -> Result<()> {
    let mut sink = Sink::create(folder, name)?;
    sink.write(bytes, 1)?;
    sink.finish().map(|_| ())
}

fn put_json(line: &mut Vec<u8>, value: &impl serde::Serialize) -> Result<()> {
    serde_json::to_writer(&mut *line, value).map_err(|error| Error::new(error.to_string(), ""))?;
    line.push(b'\n');
    Ok(())
}

/// The surest findings of each rule, in the order of the files where they are as sure.
fn examples(view: &View) -> Result<BTreeMap<&'static str, Vec<Example>>> {
    let mut surest: BTreeMap<&str, BTreeSet<(u8, usize)>> = BTreeMap::new();
    for (at, (one, _)) in view.records().enumerate() {
        for (rule, hit) in view.hits(one) {
            let few = surest.entry(rule.code).or_default();
            few.insert((u8::MAX - hit.confidence, at));
            if few.len() > EXAMPLES {
                few.pop_last();
            }
        }
    }
    let chosen: BTreeSet<(usize, &str)> = surest
        .iter()
        .flat_map(|(code, few)| few.iter().map(|(_, at)| (*at, *code)))
        .collect();
    let mut made = BTreeMap::new();
    let mut reader = Reader::new(view);
    for (at, (one, meta)) in view.records().enumerate() {
        for (rule, hit) in view
            .hits(one)
            .filter(|(rule, _)| chosen.contains(&(at, rule.code)))
        {
            let known = reader.known(one, meta)?;
            let few: &mut Vec<Example> = made.entry(rule.code).or_default();
            few.push(Example {
                found: view.found(one, meta, rule, hit),
                name: known.name,
                email: known.email,
            });
        }
    }
    for few in made.values_mut() {
        few.sort_by(|a, b| b.found.confidence.total_cmp(&a.found.confidence));
    }
    Ok(made)
}

/// Every finding as a line, and those that are listed as rows.
fn findings(
    folder: &Path,
    view: &View,
    report: &Report,
    mut listed: Listed,
    progress: &dyn Progress,
) -> Result<()> {
    let mut sink = Sink::create(folder, FINDINGS)?;
    let mut book = report::findings_book(folder, BOOK, report)?;
    let mut reader = Reader::new(view);
    let mut line = Vec::new();
    for (one, meta) in view.records() {
        progress.done(1);
        let mut hits = view.hits(one).peekable();
        if hits.peek().is_none() {
            continue;
        }
        let mut known = None;
        for (rule, hit) in hits {
            let found = view.found(one, meta, rule, hit);
            line.clear();
            put_json(&mut line, &found)?;
            sink.write(&line, 1)?;
            if !listed.takes(rule.code, hit.confidence) {
                continue;
            }
            let known = match &known {
                Some(known) => known,
                None => known.insert(reader.known(one, meta)?),
            };
            let example = Example {
                found,
                name: known.name.clone(),
                email: known.email.clone(),
            };
            let owner = view.owner(meta);
            let row = report::findings_row(report.lang, &example, owner, report.show_values);
            book.add(row.iter().map(String::as_str))?;
        }
    }
    sink.finish()?;
    book.finish().map(|_| ())
}

/// A list for each segment that has records.
fn segments(folder: &Path, view: &View, summary: &Summary) -> Result<()> {
    let mut lists: Vec<Option<Sink>> = Vec::new();
    for segment in &summary.segments {
        let name = format!("{SEGMENTS_FOLDER}/{}.csv", segment.segment);
        let mut list = match segment.records {
            0 => None,
            _ => Some(Sink::create(folder, &name)?),
        };
        if let Some(list) = &mut list {
            list.write(&csv_line(&report::segment_header())?, 0)?;
        }
        lists.push(list);
    }
    let mut reader = Reader::new(view);
    for (one, meta) in view.records() {
        let at = view.segment(one, meta, summary.consents_recorded);
        if let Some(Some(list)) = lists.get_mut(at) {
            let known = reader.known(one, meta)?;
            list.write(&segment_line(view, one, meta, at, &known)?, 1)?;
        }
    }
    for list in lists.into_iter().flatten() {
        let name = list.finish()?.name;
        let target = kit::as_workbook(&name);
        kit::workbook(folder, &name, &target, b',', encoding_rs::UTF_8)?;
    }
    Ok(())
}

fn segment_line(
    view: &View,
    one: &Judged,
    meta: &Meta,
    at: usize,
    known: &Known,
) -> Result<Vec<u8>> {
    let file = view.set.table(meta);
    let row = meta.row.to_string();
    let object = view.object(meta);
    let standing = view.standing(one, meta, false);
    let consent = match standing.consent {
        Consent::No => "no",
        Consent::Unknown => "unknown",
        Consent::Yes => "yes",
    };
    let why = why(view, one);
    csv_line(&[
        file,
        &row,
        view.set.id(one.record),
        &object,
        &known.name,
        &known.email,
        &known.organization,
        view.owner(meta),
        view.class(one),
        standing.axes.stage.name(),
        standing.axes.temperature.name(),
        consent,
        SEGMENTS.get(at).map_or("", |segment| segment.name),
        &why,
    ])
}

/// What speaks for a record's segment: what was found on it, and what is known of it.
fn why(view: &View, one: &Judged) -> String {
    let code = |(rule, _): &(&'static Rule, _)| rule.code;
    let mut parts: Vec<&str> = view.hits(one).map(code).collect();
    parts.extend(one.evidence.names());
    parts.join(", ")
}

fn csv_line(cells: &[&str]) -> Result<Vec<u8>> {
    let mut line = csv::Writer::from_writer(Vec::new());
    let done = line.write_record(cells.iter().map(|cell| in_a_sheet(cell).into_owned()));
    let bad = |error: String| Error::new(error, "");
    done.map_err(|error| bad(error.to_string()))?;
    line.into_inner().map_err(|error| bad(error.to_string()))
}
