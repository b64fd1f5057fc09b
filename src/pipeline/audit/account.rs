//! The numbers of an audit, counted from what was judged.

use std::collections::{BTreeMap, HashMap};

use super::listed::Listed;
use super::problems::Problems;
use super::view::View;
use super::{Asked, Judged, is_on};
use crate::audit::found::{
    Boxed, ByRule, Flow, InSegment, InStage, NotJudged, Owned, Quality, Read, Share, Todo, harm,
};
use crate::audit::segment::SEGMENTS;
use crate::audit::{Need, RULES, Summary, date};
use crate::classify::{NO_DAY, World};
use crate::glossary::Glossary;
use crate::map::Disposition;
use crate::model::axis::{Kind, STAGES, TEMPERATURES};
use crate::model::evidence::Evidence;
use crate::model::field::Fields;
use crate::model::record::Meta;
use crate::pipeline::first_pass::Gathered;
use crate::pipeline::sources::{self, Role, Understood};
use crate::survey::Catalog;

/// How many things to do are told.
const FIRST: usize = 10;

/// What tells most about a person, the strongest first: who shares it should stand in one box.
const STANDINGS: [&str; 9] = [
    "own_people",
    "won_deal",
    "customer_organization",
    "open_deal",
    "sales",
    "supplier",
    "partner",
    "competitor",
    "interest",
];

/// Counts everything.
pub(super) fn account(
    view: &View,
    listed: &Listed,
    files: &[Understood],
    catalog: &Catalog,
    gathered: &Gathered,
    problems: &Problems,
) -> Summary {
    let consents_recorded = view.consents_recorded();
    let records = || view.records();
    let wrong = records().filter(|(one, _)| is_wrong(view, one)).count();
    let mut summary = Summary {
        as_of: date(view.world.as_of),
        glossary: view.glossary.name.clone(),
        files: files.iter().map(|file| read(file, catalog)).collect(),
        records: records().count() as u64,
        misclassified: wrong as u64,
        classes: classes(view),
        not_judged: not_judged(view.asked, view.glossary, view.world),
        funnel: funnel(view),
        quality: quality(files, &view.set.fields, gathered, problems),
        owners: shares(view, |_, meta| view.owner(meta)),
        sources: shares(view, |one, _| view.source(one)),
        boxes: boxes(view),
        segments: segments(view, consents_recorded),
        consents_recorded,
        ..Summary::default()
    };
    findings(view, listed, &mut summary);
    summary
}

/// Whether something was found on a record that concerns its class.
fn is_wrong(view: &View, one: &Judged) -> bool {
    view.hits(one)
        .any(|(rule, _)| rule.group == "classification")
}

fn read(file: &Understood, catalog: &Catalog) -> Read {
    let report = sources::report(file, catalog);
    Read {
        file: report.file,
        object: report.object,
        fate: report.fate,
        rows: report.rows,
    }
}

fn classes(view: &View) -> Vec<Flow> {
    let mut counts: BTreeMap<(&str, &str), u64> = BTreeMap::new();
    for (one, _) in view.records() {
        let declared = view.set.class(one.declared);
        *counts.entry((declared, view.class(one))).or_default() += 1;
    }
    let flows = counts.into_iter().map(|((declared, class), records)| Flow {
        declared: declared.to_string(),
        class: class.to_string(),
        records,
    });
    let mut flows: Vec<Flow> = flows.collect();
    let last = |name: &String| (name.is_empty(), name.clone());
    flows.sort_by_key(|flow| (last(&flow.declared), last(&flow.class)));
    flows
}

/// The findings by rule, and what to do first.
fn findings(view: &View, listed: &Listed, summary: &mut Summary) {
    #[derive(Default)]
    struct Sum {
        findings: u64,
        harm: u64,
        files: BTreeMap<u16, u64>,
    }
    let mut sums: HashMap<&str, Sum> = HashMap::new();
    for (one, meta) in view.records() {
        for (rule, hit) in view.hits(one) {
            let sum = sums.entry(rule.code).or_default();
            sum.findings += 1;
            let moves = view.class(one) != view.set.class(one.declared);
            sum.harm += harm(view.severity(rule), rule.group, moves, hit.confidence);
            *sum.files.entry(meta.table).or_default() += 1;
        }
    }
    for rule in RULES {
        let Some(sum) = sums.get(rule.code) else {
            continue;
        };
        summary.findings.push(ByRule {
            code: rule.code,
            group: rule.group,
            severity: view.severity(rule),
            findings: sum.findings,
            listed: listed.count(rule.code),
            about: rule.about,
            action: rule.action,
        });
        let file = sum
            .files
            .iter()
            .max_by_key(|(at, count)| (**count, std::cmp::Reverse(**at)));
        let file = file.and_then(|(at, _)| view.set.tables.get(usize::from(*at)));
        summary.todo.push(Todo {
            code: rule.code,
            findings: sum.findings,
            harm: sum.harm,
            action: rule.action,
            file: file.cloned().unwrap_or_default(),
        });
    }
    summary
        .findings
        .sort_by_key(|rule| (std::cmp::Reverse(rule.findings), rule.code));
    summary
        .todo
        .sort_by_key(|item| (std::cmp::Reverse(item.harm), item.code));
    summary.todo.truncate(FIRST);
}

/// The rules that could not judge, and the files that they would need.
pub(in crate::pipeline) fn not_judged(
    asked: &Asked,
    glossary: &Glossary,
    world: &World,
) -> Vec<NotJudged> {
    let is_missing = |need: &&Need| !need.is_met(&world.around.present);
    let rules = RULES.iter().filter(|rule| is_on(asked, glossary, rule));
    let rules = rules.map(|rule| NotJudged {
        code: rule.code,
        needs: rule
            .needs
            .iter()
            .filter(is_missing)
            .map(|need| need.name(&world.around.present))
            .collect(),
    });
    rules.filter(|rule| !rule.needs.is_empty()).collect()
}

fn funnel(view: &View) -> Vec<InStage> {
    let mut stages: Vec<(InStage, Vec<i32>)> = STAGES
        .iter()
        .map(|stage| {
            let empty = InStage {
                stage,
                temperatures: vec![0; TEMPERATURES.len()],
                ..InStage::default()
            };
            (empty, Vec::new())
        })
        .collect();
    for (one, meta) in view
        .records()
        .filter(|(_, meta)| meta.axes.kind == Kind::Person)
    {
        let Some((stage, days)) = stages.get_mut(meta.axes.stage as usize) else {
            continue;
        };
        stage.people += 1;
        if let Some(count) = stage.temperatures.get_mut(one.temperature as usize) {
            *count += 1;
        }
        let sight = view.world.sights.get(one.record as usize);
        let entered = sight.map_or(NO_DAY, |sight| sight.entered);
        if entered != NO_DAY {
            days.push(view.world.as_of.saturating_sub(entered));
        }
    }
    let stages = stages.into_iter().map(|(mut stage, mut days)| {
        days.sort_unstable();
        stage.timed = days.len() as u64;
        stage.median_days = days.get(days.len() / 2).copied();
        stage
    });
    stages.filter(|stage| stage.people > 0).collect()
}

/// Cells by file and field.
fn quality(
    files: &[Understood],
    fields: &Fields,
    gathered: &Gathered,
    problems: &Problems,
) -> Vec<Quality> {
    let mut all: Vec<Quality> = Vec::new();
    let parties = files.iter().zip(&gathered.filled);
    for (file, filled) in parties.filter(|(file, _)| file.role == Role::Parties) {
        let name = &file.table.input.name;
        for (at, dispositions) in file.dispositions.first().into_iter().flatten().enumerate() {
            let Disposition::Fed(fed) = dispositions else {
                continue;
            };
            for field in fed.iter().map(|field| fields.name(*field)) {
                if field.starts_with("custom.") {
                    continue;
                }
                let header = file.header.names.get(at).map_or("", String::as_str);
                let sum = Quality {
                    file: name.clone(),
                    field: field.to_string(),
                    cells: file.rows,
                    filled: filled.get(at).copied().unwrap_or(0),
                    problems: problems.of(name, header),
                };
                add(&mut all, sum);
            }
        }
    }
    all
}

/// Adds the cells of a column to those of its field.
fn add(all: &mut Vec<Quality>, column: Quality) {
    let mut known = all.iter_mut();
    let field = known.find(|one| one.file == column.file && one.field == column.field);
    match field {
        None => all.push(column),
        Some(field) => {
            field.cells += column.cells;
            field.filled += column.filled;
            field.problems += column.problems;
        }
    }
}

/// The records and those in the wrong class, by what a record is counted under; most first.
fn shares<'v>(view: &'v View, name: impl Fn(&Judged, &Meta) -> &'v str) -> Vec<Share> {
    let mut counts: BTreeMap<&str, (u64, u64)> = BTreeMap::new();
    for (one, meta) in view.records() {
        let count = counts.entry(name(one, meta)).or_default();
        count.0 += 1;
        count.1 += u64::from(is_wrong(view, one));
    }
    let mut shares: Vec<Share> = counts
        .into_iter()
        .map(|(name, (records, misclassified))| Share {
            name: name.to_string(),
            records,
            misclassified,
        })
        .collect();
    shares.sort_by(|a, b| (b.records, &a.name).cmp(&(a.records, &b.name)));
    shares
}

/// People by the strongest evidence on them, owner and declared class.
fn boxes(view: &View) -> Vec<Boxed> {
    let known: Vec<Evidence> = STANDINGS
        .iter()
        .filter_map(|name| Evidence::named(name))
        .collect();
    let mut counts: BTreeMap<(usize, &str, &str), u64> = BTreeMap::new();
    for (one, meta) in view
        .records()
        .filter(|(_, meta)| meta.axes.kind == Kind::Person)
    {
        let strongest = known.iter().position(|kind| one.evidence.holds(*kind));
        if let Some(at) = strongest.filter(|_| !meta.axes.converted) {
            let key = (at, view.owner(meta), view.set.class(one.declared));
            *counts.entry(key).or_default() += 1;
        }
    }
    let boxes = counts
        .into_iter()
        .map(|((at, owner, declared), records)| Boxed {
            evidence: STANDINGS.get(at).copied().unwrap_or_default(),
            owner: owner.to_string(),
            declared: declared.to_string(),
            records,
        });
    boxes.collect()
}

fn segments(view: &View, consents_recorded: bool) -> Vec<InSegment> {
    let mut all: Vec<(InSegment, BTreeMap<&str, u64>)> = SEGMENTS
        .iter()
        .map(|segment| {
            let empty = InSegment {
                segment: segment.name,
                temperatures: vec![0; TEMPERATURES.len()],
                ..InSegment::default()
            };
            (empty, BTreeMap::new())
        })
        .collect();
    for (one, meta) in view.records() {
        let at = view.segment(one, meta, consents_recorded);
        let Some((segment, owners)) = all.get_mut(at) else {
            continue;
        };
        segment.records += 1;
        if let Some(count) = segment.temperatures.get_mut(one.temperature as usize) {
            *count += 1;
        }
        *owners.entry(view.owner(meta)).or_default() += 1;
    }
    let all = all.into_iter().map(|(mut segment, owners)| {
        let owners = owners.into_iter().map(|(owner, records)| Owned {
            owner: owner.to_string(),
            records,
        });
        segment.owners = owners.collect();
        segment
            .owners
            .sort_by(|a, b| (b.records, &a.owner).cmp(&(a.records, &b.owner)));
        segment
    });
    all.collect()
}
