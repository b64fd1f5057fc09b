//! The audit: who is who in a linked set, and what stands in the wrong box.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::context;
use super::convert::load_sources;
use super::first_pass::{self, Gathered};
use super::options::{Options, Progress};
use super::resolve;
use super::set::Set;
use super::sources::{self, Role, Understood};
use crate::audit::{self, Becomes, Found, Hit, Rule, Summary, date, piece};
use crate::classify::around::Around;
use crate::classify::{Case, Classifier, Looker, NO_DAY, Names, Sight, World, gather};
use crate::dedupe;
use crate::error::{Error, Result};
use crate::glossary::{self, Glossary, Policy, Setting};
use crate::kit::{self, Sink};
use crate::link;
use crate::map::Job;
use crate::model::axis::{Kind, STAGES, Stage, TEMPERATURES};
use crate::model::evidence::Evidence;
use crate::model::fate::Fate;
use crate::model::field::Fields;
use crate::model::finding::Severity;
use crate::model::record::{Draft, Meta};
use crate::model::store::{Store, Window};
use crate::normalize::email;
use crate::profile::schema::Profile;
use crate::read;
use crate::survey::Catalog;
use crate::yaml::Mistakes;

/// How much of the records is kept in memory, in bytes.
const STORE_MEMORY: usize = 192 << 20;
/// Records that one thread judges at a time.
const CHUNK: usize = 4096;
const MICROS_A_DAY: i64 = 86_400_000_000;

/// Name of the findings, one object a line.
const FINDINGS: &str = "findings.jsonl";
/// Name of the numbers.
const SUMMARY: &str = "summary.json";

/// What an audit is asked to do.
#[derive(Clone, Debug, Default)]
pub struct Asked {
    /// Files, profiles, overlays, glossary.
    pub options: Options,
    /// The company's own domains, beside those of its users.
    pub own_domains: Vec<String>,
    /// The day as of which it is judged, since 1970; by default the last past day in the files.
    pub as_of: Option<i32>,
    /// Rules that are switched on or off: (code, on).
    pub rules: Vec<(String, bool)>,
    /// Where the results go, if they are written.
    pub out: Option<PathBuf>,
}

/// What an audit came to.
#[derive(Debug, Default)]
pub struct Audited {
    /// The findings, in the order of files and rows.
    pub findings: Vec<Found>,
    /// The numbers.
    pub summary: Summary,
}

/// A linked set, ready to be judged.
pub(super) struct Ready<'a> {
    /// What the words mean.
    pub glossary: &'a Glossary,
    /// The files, understood.
    pub files: &'a [Understood],
    /// What is known of vendors.
    pub catalog: &'a Catalog<'a>,
    /// The records.
    pub set: &'a Set,
    /// The records as evidence.
    pub world: &'a World<'a>,
    /// What the first pass saw beside them.
    pub gathered: &'a Gathered,
}

/// Audits a linked set.
///
/// # Errors
/// When nothing can be read, or a profile or the glossary is wrong.
pub fn audit(asked: &Asked, progress: &dyn Progress) -> Result<Audited> {
    prepare(asked, progress, |ready| {
        let Ready {
            glossary,
            files,
            catalog,
            set,
            world,
            gathered,
        } = *ready;
        progress.step("judging", set.metas.len() as u64);
        let judged = judge(asked, set, world, glossary, progress);
        let audited = account(
            asked, glossary, files, catalog, set, world, gathered, judged,
        );
        if let Some(out) = &asked.out {
            write(out, asked, &audited)?;
        }
        Ok(audited)
    })
}

/// Reads a linked set, and hands it over as evidence.
///
/// # Errors
/// When nothing can be read, or a profile or the glossary is wrong.
pub(super) fn prepare<T>(
    asked: &Asked,
    progress: &dyn Progress,
    then: impl FnOnce(&Ready) -> Result<T>,
) -> Result<T> {
    let options = &asked.options;
    let (profiles, from) = load_sources(options)?;
    let name = if options.glossary.is_empty() {
        "staged"
    } else {
        &options.glossary
    };
    let bad = |mistakes: Mistakes| Error::new(mistakes.to_string(), "");
    let glossary = glossary::load(name).map_err(bad)?;
    let codes: Vec<&str> = audit::RULES.iter().map(|rule| rule.code).collect();
    let unknown = glossary.unknown_codes(&codes);
    if !unknown.is_empty() {
        return Err(bad(Mistakes(unknown)));
    }
    let inputs = read::discover(&options.inputs)?;
    if inputs.is_empty() {
        return Err(Error::new(
            "no file in the inputs",
            "give the folder or the files of the export",
        ));
    }
    progress.step("looking over the files", inputs.len() as u64);
    let catalog = Catalog::new(&profiles);
    let mut files = sources::understand(&inputs, &catalog, options, from)?;
    if !files.iter().any(|file| file.role == Role::Parties) {
        return Err(super::convert::nothing_to_convert(&files));
    }
    let mut fields = Fields::default();
    let job = Job {
        region: options.region.clone(),
        classes: class_names(&glossary, &profiles),
        ..Job::default()
    };
    let boxes = sources::compile(&mut files, &catalog, &job, &mut fields, true)?;
    let folder = tempfile::tempdir()
        .map_err(|error| Error::new(error.to_string(), "make room for temporary files"))?;
    let store = Store::new(STORE_MEMORY, folder.path().to_path_buf());
    let mut set = Set::new(&files, store, boxes, job.classes.clone(), fields);
    let gathered = first_pass::read(&files, &mut set, &mut std::io::sink(), progress)?;
    let headers: Vec<u32> = files.iter().map(|file| file.header.row).collect();
    resolve::filter(&mut set, &[], &headers);
    first_pass::spread_opt_outs(&mut set, &gathered);
    resolve::point(&mut set);
    let parties = parties(&set);
    let around = context::read(&files, &catalog, &set.metas, progress)?;
    progress.step("looking at each record", set.metas.len() as u64);
    let own = own_domains(asked, &glossary.policy, &gathered, &set);
    let names = Names::of(&set.metas);
    let firms: HashSet<u64, foldhash::fast::RandomState> = set
        .metas
        .iter()
        .filter(|meta| meta.axes.kind == Kind::Organization)
        .map(|meta| meta.org_name)
        .collect();
    let sights = look(&set, &files, &Looker::new(&names, &own, &firms), progress)?;
    let as_of = asked
        .as_of
        .unwrap_or_else(|| last_day(&set, &sights, &around));
    let world = World::new(
        &set.metas,
        &set.links,
        &sights,
        &around,
        &set.classes,
        &glossary.policy,
        as_of,
        parties,
    );
    then(&Ready {
        glossary: &glossary,
        files: &files,
        catalog: &catalog,
        set: &set,
        world: &world,
        gathered: &gathered,
    })
}

/// Writes the results, whole or not at all.
fn write(out: &Path, asked: &Asked, audited: &Audited) -> Result<()> {
    let options = &asked.options;
    let draft = kit::Draft::begin_as(
        "audit",
        &[FINDINGS, SUMMARY],
        out,
        options.force,
        &options.inputs,
    )?;
    let mut sink = Sink::create(draft.folder(), FINDINGS)?;
    let mut line = Vec::new();
    for found in &audited.findings {
        line.clear();
        put_json(&mut line, found)?;
        sink.write(&line, 1)?;
    }
    sink.finish()?;
    let mut sink = Sink::create(draft.folder(), SUMMARY)?;
    line.clear();
    put_json(&mut line, &audited.summary)?;
    sink.write(&line, 1)?;
    sink.finish()?;
    draft.finish()
}

fn put_json(line: &mut Vec<u8>, value: &impl serde::Serialize) -> Result<()> {
    serde_json::to_writer(&mut *line, value).map_err(|error| Error::new(error.to_string(), ""))?;
    line.push(b'\n');
    Ok(())
}

fn class_names(glossary: &Glossary, profiles: &[Profile]) -> Vec<String> {
    super::convert::class_names(glossary, profiles)
}

/// The records that are one party by sure keys.
fn parties(set: &Set) -> Vec<Vec<u32>> {
    let (same_id, _) = dedupe::by_id(&set.metas);
    let mut became = Vec::new();
    for (at, links) in (0..).zip(&set.links) {
        for target in [links.became_person, links.merged_into] {
            if link::is_found(target) && target != at {
                became.push((at, target));
            }
        }
    }
    dedupe::clusters(&set.metas, &same_id, &became).groups()
}

/// The company's own domains: those that are named, and those of its users that no provider gives to everybody.
fn own_domains(asked: &Asked, policy: &Policy, gathered: &Gathered, set: &Set) -> Vec<String> {
    let users = gathered.users.iter().map(|user| user.email.as_str());
    let owners = set.owners.iter().map(String::as_str);
    let mut own: Vec<String> = users
        .chain(owners)
        .filter_map(|address| crate::normalize::domain::from_email(address))
        .filter(|domain| !email::is_free_mail(domain))
        .map(str::to_lowercase)
        .chain(policy.own_domains.iter().cloned())
        .chain(
            asked
                .own_domains
                .iter()
                .map(|domain| domain.trim_start_matches('@').to_lowercase()),
        )
        .collect();
    own.sort_unstable();
    own.dedup();
    own
}

/// What each record says by itself.
fn look(
    set: &Set,
    files: &[Understood],
    looker: &Looker,
    progress: &dyn Progress,
) -> Result<Vec<Sight>> {
    let chunks: Vec<Result<Vec<Sight>>> = set
        .metas
        .par_chunks(CHUNK)
        .enumerate()
        .map(|(number, metas)| {
            let (mut draft, mut window) = (Draft::default(), Window::default());
            let mut sights = Vec::with_capacity(metas.len());
            for (at, meta) in (number * CHUNK..).zip(metas) {
                draft.clear();
                if meta.fate == Fate::Exported {
                    let at = u32::try_from(at).unwrap_or(u32::MAX);
                    set.fetch(at, &mut draft, &mut window)?;
                }
                let (beside, names) = match files.get(usize::from(meta.table)) {
                    Some(file) => (&file.evidence[..], &file.names[..]),
                    None => (&[][..], &[][..]),
                };
                sights.push(looker.look(meta, &draft, beside, names));
            }
            progress.done(metas.len() as u64);
            Ok(sights)
        })
        .collect();
    let mut all = Vec::with_capacity(set.metas.len());
    for sights in chunks {
        all.extend(sights?);
    }
    Ok(all)
}

/// The last day on which something was made, changed or done.
fn last_day(set: &Set, sights: &[Sight], around: &Around) -> i32 {
    let own = sights
        .iter()
        .map(|sight| sight.created.max(sight.active))
        .max();
    let modified = set
        .metas
        .iter()
        .map(|meta| meta.modified)
        .max()
        .unwrap_or(i64::MIN);
    let modified = match modified {
        i64::MIN => NO_DAY,
        micros => i32::try_from(micros.div_euclid(MICROS_A_DAY)).unwrap_or(NO_DAY),
    };
    own.unwrap_or(NO_DAY).max(modified).max(around.last)
}

/// A record as it was judged.
pub(super) struct Judged {
    pub record: u32,
    /// Its class; nothing where it is no record of a party.
    pub class: Option<u8>,
    pub evidence: Evidence,
    pub hits: Vec<(&'static Rule, Hit)>,
}

fn judge(
    asked: &Asked,
    set: &Set,
    world: &World,
    glossary: &Glossary,
    progress: &dyn Progress,
) -> Vec<Judged> {
    let is_on = |rule: &Rule| is_on(asked, glossary, rule);
    let chunks: Vec<Vec<Judged>> = set
        .metas
        .par_chunks(CHUNK)
        .enumerate()
        .map_init(
            || Classifier::new(glossary, &set.classes),
            |classifier, (number, metas)| {
                let mut judged = Vec::with_capacity(metas.len());
                for (at, meta) in (number * CHUNK..).zip(metas) {
                    let at = u32::try_from(at).unwrap_or(u32::MAX);
                    if meta.fate == Fate::Exported {
                        judged.extend(judge_one(at, world, classifier, &is_on));
                    }
                }
                progress.done(metas.len() as u64);
                judged
            },
        )
        .collect();
    chunks.into_iter().flatten().collect()
}

/// Whether a rule judges: because it is asked to, else by the glossary.
pub(super) fn is_on(asked: &Asked, glossary: &Glossary, rule: &Rule) -> bool {
    let told = asked.rules.iter().rev().find(|(code, _)| code == rule.code);
    told.map_or_else(|| by_glossary(glossary, rule), |(_, on)| *on)
}

/// Whether the glossary has a rule judge, or leaves it at its default.
pub(super) fn by_glossary(glossary: &Glossary, rule: &Rule) -> bool {
    match glossary.setting(rule.code) {
        Some(setting) => setting != Setting::Off,
        None => rule.on,
    }
}

/// A record before its judges; `others` are the other rows of the same person.
pub(super) fn case<'w>(world: &'w World<'w>, at: u32, others: &'w [u32]) -> Option<Case<'w>> {
    let meta = world.metas.get(at as usize)?;
    let person = meta.axes.kind == Kind::Person;
    let mut case = Case {
        world,
        at,
        meta,
        sight: world.sights.get(at as usize)?,
        employer: if person { world.works_at(at) } else { None },
        others,
        evidence: Evidence::default(),
    };
    case.evidence = gather(&case);
    Some(case)
}

/// The other rows of the same person; none of an organization.
pub(super) fn others(world: &World, at: u32) -> Vec<u32> {
    let meta = world.metas.get(at as usize);
    match meta.map(|meta| meta.axes.kind) {
        Some(Kind::Person) => world.same_person(at),
        _ => Vec::new(),
    }
}

fn judge_one(
    at: u32,
    world: &World,
    classifier: &mut Classifier,
    is_on: &dyn Fn(&Rule) -> bool,
) -> Option<Judged> {
    let others = others(world, at);
    let case = case(world, at, &others)?;
    let hits = audit::judge(&case, is_on);
    let (_, becomes) = decided(&case, &hits);
    Some(Judged {
        record: at,
        class: class(&case, &becomes, classifier),
        evidence: case.evidence,
        hits,
    })
}

/// What a record is, and the rule that says so; none where its own axes and box do.
pub(super) fn decided(
    case: &Case,
    hits: &[(&'static Rule, Hit)],
) -> (Option<&'static Rule>, Becomes) {
    let mut moves = hits
        .iter()
        .filter(|(rule, hit)| rule.group == "classification" && hit.becomes != Becomes::Declared);
    if let Some((rule, hit)) = moves.next() {
        return (Some(rule), hit.becomes);
    }
    if case.is_converted() {
        return (None, Becomes::Declared);
    }
    let mut axes = case.meta.axes;
    // The box itself says that there is interest.
    if axes.stage == Stage::Known && case.is_funnel() {
        axes.stage = Stage::Interested;
    }
    (None, Becomes::Axes(axes))
}

/// The class of what a record is; what no definition holds for is what its box declares.
pub(super) fn class(case: &Case, becomes: &Becomes, classifier: &mut Classifier) -> Option<u8> {
    let declared = case.meta.declared;
    let class = match becomes {
        Becomes::Nothing => return None,
        Becomes::Declared => u8::MAX,
        Becomes::Axes(axes) => classifier.class(axes, declared, case.evidence),
    };
    let known = |class: &u8| *class != u8::MAX;
    Some(class).filter(known).or(Some(declared).filter(known))
}

#[allow(clippy::too_many_arguments, reason = "the end of one function")]
fn account(
    asked: &Asked,
    glossary: &Glossary,
    files: &[Understood],
    catalog: &Catalog,
    set: &Set,
    world: &World,
    gathered: &Gathered,
    judged: Vec<Judged>,
) -> Audited {
    let mut summary = Summary {
        as_of: date(world.as_of),
        glossary: glossary.name.clone(),
        files: files
            .iter()
            .map(|file| {
                let report = sources::report(file, catalog);
                (report.file, report.object, report.fate, report.rows)
            })
            .collect(),
        records: judged.len() as u64,
        ..Summary::default()
    };
    let mut classes: BTreeMap<(String, String), u64> = BTreeMap::new();
    let mut counts: HashMap<&'static str, u64> = HashMap::new();
    let mut funnel: BTreeMap<(u8, u8), u64> = BTreeMap::new();
    let mut entered: BTreeMap<u8, Vec<i32>> = BTreeMap::new();
    let mut owners: BTreeMap<u32, (u64, u64)> = BTreeMap::new();
    let mut findings = Vec::new();
    let table = |number: u16| {
        set.tables
            .get(usize::from(number))
            .cloned()
            .unwrap_or_default()
    };
    for one in &judged {
        let Some(meta) = set.metas.get(one.record as usize) else {
            continue;
        };
        let declared = set.class(meta.declared).to_string();
        let class = one.class.map_or("", |class| set.class(class)).to_string();
        *classes
            .entry((declared.clone(), class.clone()))
            .or_default() += 1;
        if meta.axes.kind == Kind::Person {
            *funnel
                .entry((meta.axes.stage as u8, meta.axes.temperature as u8))
                .or_default() += 1;
            let since = world
                .sights
                .get(one.record as usize)
                .map_or(NO_DAY, |sight| sight.entered);
            if since != NO_DAY {
                entered
                    .entry(meta.axes.stage as u8)
                    .or_default()
                    .push(world.as_of - since);
            }
        }
        let wrong = one
            .hits
            .iter()
            .any(|(rule, _)| rule.group == "classification");
        summary.misclassified += u64::from(wrong);
        let of_owner = owners.entry(meta.owner).or_default();
        of_owner.0 += 1;
        of_owner.1 += u64::from(wrong);
        let object = set.boxes.get(usize::from(meta.object));
        for (rule, hit) in &one.hits {
            if glossary.quiet(rule.code, set.id(one.record)).is_some() {
                continue;
            }
            *counts.entry(rule.code).or_default() += 1;
            findings.push(Found {
                file: table(meta.table),
                row: meta.row,
                source_id: set.id(one.record).to_string(),
                object: object.map_or(String::new(), |object| {
                    format!("{} {}", object.profile, object.object)
                }),
                group: rule.group,
                code: rule.code,
                severity: severity(glossary, rule),
                confidence: f32::from(hit.confidence) / 100.0,
                declared_class: declared.clone(),
                class: class.clone(),
                cause: hit.cause.unwrap_or(rule.cause).name(),
                message: rule.about,
                evidence: hit.evidence.iter().map(|fact| piece(fact, table)).collect(),
                against: hit.against.iter().map(|fact| piece(fact, table)).collect(),
                action: rule.action,
                owner: owner(set, meta),
                record: one.record,
            });
        }
    }
    summary.classes = classes
        .into_iter()
        .map(|((declared, class), count)| (declared, class, count))
        .collect();
    summary.findings = audit::RULES
        .iter()
        .filter_map(|rule| {
            let count = *counts.get(rule.code)?;
            let severity = format!("{:?}", severity(glossary, rule)).to_lowercase();
            Some((
                rule.code.to_string(),
                rule.group.to_string(),
                severity,
                count,
                rule.about.to_string(),
                rule.action.to_string(),
            ))
        })
        .collect();
    summary
        .findings
        .sort_by(|a, b| b.3.cmp(&a.3).then_with(|| a.0.cmp(&b.0)));
    let named = |names: &[&str], at: u8| {
        names
            .get(usize::from(at))
            .map_or(String::new(), ToString::to_string)
    };
    summary.funnel = funnel
        .into_iter()
        .map(|((stage, temperature), count)| {
            (
                named(&STAGES, stage),
                named(&TEMPERATURES, temperature),
                count,
            )
        })
        .collect();
    summary.time_in_stage = entered
        .into_iter()
        .map(|(stage, mut days)| {
            days.sort_unstable();
            let median = days.get(days.len() / 2).copied().unwrap_or(0);
            (named(&STAGES, stage), days.len() as u64, median)
        })
        .collect();
    summary.not_judged = not_judged(asked, glossary, world);
    summary.owners = owners
        .into_iter()
        .map(|(owner, (all, wrong))| {
            let name = owner
                .checked_sub(1)
                .and_then(|at| set.owners.get(at as usize));
            let who = name.map(|name| super::owners::who(name, &gathered.users));
            (
                who.filter(|who| !who.is_empty())
                    .or(name.cloned())
                    .unwrap_or_default(),
                all,
                wrong,
            )
        })
        .collect();
    let _ = one_evidence(&judged);
    Audited { findings, summary }
}

fn one_evidence(judged: &[Judged]) -> usize {
    judged
        .iter()
        .filter(|one| one.evidence != Evidence::default())
        .count()
}

pub(super) fn severity(glossary: &Glossary, rule: &Rule) -> Severity {
    match glossary.setting(rule.code) {
        Some(Setting::As(severity)) => severity,
        _ => rule.severity,
    }
}

fn owner(set: &Set, meta: &Meta) -> String {
    let name = meta
        .owner
        .checked_sub(1)
        .and_then(|at| set.owners.get(at as usize));
    name.cloned().unwrap_or_default()
}

/// The rules that could not judge, and what they would need.
pub(super) fn not_judged(
    asked: &Asked,
    glossary: &Glossary,
    world: &World,
) -> Vec<(String, String)> {
    let present = world.around.present;
    audit::RULES
        .iter()
        .filter(|rule| {
            by_glossary(glossary, rule)
                || asked
                    .rules
                    .iter()
                    .any(|(code, on)| code == rule.code && *on)
        })
        .filter_map(|rule| {
            let missing: Vec<&str> = rule
                .needs
                .iter()
                .filter(|need| match need {
                    audit::Need::Deals => !present.deals,
                    audit::Need::Activities => !present.activities,
                    audit::Need::Campaigns => !present.campaigns,
                })
                .map(|need| need.name())
                .collect();
            (!missing.is_empty()).then(|| (rule.code.to_string(), missing.join(", ")))
        })
        .collect()
}
